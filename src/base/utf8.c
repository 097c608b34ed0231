// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/utf8.h"

/// Lowest and highest second byte by first byte (Unicode 15, table 3-7)
static const struct {
  uint8_t first, last; ///< First bytes
  uint8_t low, high;   ///< Second bytes
  uint8_t size;        ///< Bytes of the sequence
} forms[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

/// Bytes of the valid sequence at `p`, or 0
static size_t
sequence_size(const uint8_t *p, size_t left)
{
  for (size_t f = 0; f < sizeof(forms) / sizeof(*forms); ++f) {
    if (p[0] < forms[f].first || p[0] > forms[f].last) {
      continue;
    }
    if (left < forms[f].size || p[1] < forms[f].low || p[1] > forms[f].high) {
      return 0U;
    }
    for (size_t i = 2; i < forms[f].size; ++i) {
      if ((p[i] & 0xC0U) != 0x80U) {
        return 0U;
      }
    }
    return forms[f].size;
  }
  return 0U;
}

uint32_t
rel_utf8_next(RelStr str, size_t *offset)
{
  const uint8_t *const p = (const uint8_t *)str.data + *offset;

  if (p[0] < 0x80U) {
    ++*offset;
    return p[0];
  }

  const size_t size = sequence_size(p, str.len - *offset);
  if (!size) {
    ++*offset;
    return UINT32_MAX;
  }

  uint32_t code = p[0] & (0x7FU >> size);
  for (size_t i = 1; i < size; ++i) {
    code = (code << 6U) | (p[i] & 0x3FU);
  }
  *offset += size;
  return code;
}

size_t
rel_utf8_check(RelStr str)
{
  for (size_t i = 0; i < str.len;) {
    const size_t start = i;
    if (rel_utf8_next(str, &i) == UINT32_MAX) {
      return start;
    }
  }
  return str.len;
}

size_t
rel_utf8_count(RelStr str)
{
  size_t n = 0;

  for (size_t i = 0; i < str.len; ++n) {
    rel_utf8_next(str, &i);
  }
  return n;
}

size_t
rel_utf8_encode(uint32_t code, char *out)
{
  if (code < 0x80U) {
    out[0] = (char)code;
    return 1U;
  }

  const size_t size = code < 0x800U ? 2U : code < 0x10000U ? 3U : 4U;
  static const uint8_t marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (size_t i = size - 1U; i; --i) {
    out[i] = (char)(0x80U | (code & 0x3FU));
    code >>= 6U;
  }
  out[0] = (char)(marks[size] | code);
  return size;
}
