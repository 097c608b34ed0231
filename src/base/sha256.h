// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_SHA256_H
#define REL_BASE_SHA256_H

#include "base/str.h"

enum { REL_SHA256_SIZE = 65 }; ///< 64 hexadecimal digits and a terminator

/**
   SHA-256 of `bytes` in lower-case hexadecimal digits, terminated.

   Source: FIPS 180-4, section 6.2.
*/
void rel_sha256(RelStr bytes, char out[REL_SHA256_SIZE]);

#endif
