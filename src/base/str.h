// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_STR_H
#define REL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A view of bytes, UTF-8 unless said otherwise; not owned, not terminated
typedef struct {
  const char *data; ///< First byte; may be null when `len` is 0
  size_t len;       ///< Bytes
} RelStr;

/// The view of a string literal, as a constant expression
#define REL_STR(literal) ((RelStr){"" literal, sizeof(literal) - 1U})

/// For printf: `"%.*s", REL_ARG(str)`
#define REL_ARG(str) (int)(str).len, (str).data

/// The view of a terminated string; null gives the empty view
RelStr rel_str(const char *text);

/// The bytes [begin, end) of `str`; both are clamped to its length
RelStr rel_str_slice(RelStr str, size_t begin, size_t end);

/// Without ASCII blanks at both ends
RelStr rel_str_trim(RelStr str);

bool rel_str_equal(RelStr a, RelStr b);

/// Equality with ASCII case ignored
bool rel_str_equal_fold(RelStr a, RelStr b);

/// Byte order as memcmp, a prefix first: negative, 0 or positive
int rel_str_compare(RelStr a, RelStr b);

bool rel_str_starts(RelStr str, RelStr prefix);
bool rel_str_ends(RelStr str, RelStr suffix);

/// First place of `part` in `str`, or SIZE_MAX
size_t rel_str_find(RelStr str, RelStr part);

/// Is `str` one of `n` terminated `words`, which are sorted by byte order?
bool rel_str_among(RelStr str, const char *const *words, size_t n);

/// 64-bit FNV-1a hash, the same on every machine
uint64_t rel_str_hash(RelStr str);

#endif
