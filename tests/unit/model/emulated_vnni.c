// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// The kernels with SIMDe's portable versions of their instructions
#define REL_EMULATE

#include "simde_avx512.h"

#include "model/kernel_vnni.c"
