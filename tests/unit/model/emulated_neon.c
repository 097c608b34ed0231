// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// The kernels with SIMDe's portable versions of their instructions
#define REL_EMULATE

#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/arm/neon.h>

#include "model/kernel_neon.c"
