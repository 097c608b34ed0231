// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_UTF8_H
#define REL_BASE_UTF8_H

#include "base/str.h"

/**
   Decode the code point at `offset` and move `offset` behind it.

   Strict (Unicode 15, table 3-7): overlong forms, surrogates and numbers above
   U+10FFFF give UINT32_MAX, and `offset` moves by one byte.
*/
uint32_t rel_utf8_next(RelStr str, size_t *offset);

/// Offset of the first byte that is not valid UTF-8, or `str.len`
size_t rel_utf8_check(RelStr str);

/// Number of code points; every stray byte counts as one
size_t rel_utf8_count(RelStr str);

/// Bytes written to `out` (room for 4)
size_t rel_utf8_encode(uint32_t code, char *out);

#endif
