// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/str.h"

#include <string.h>

static char
fold(char c)
{
  return (c >= 'A' && c <= 'Z') ? (char)(c + ('a' - 'A')) : c;
}

static bool
is_blank(char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

RelStr
rel_str(const char *text)
{
  return (RelStr){text, text ? strlen(text) : 0U};
}

RelStr
rel_str_slice(RelStr str, size_t begin, size_t end)
{
  end = end < str.len ? end : str.len;
  begin = begin < end ? begin : end;

  return (RelStr){end ? str.data + begin : str.data, end - begin};
}

RelStr
rel_str_trim(RelStr str)
{
  while (str.len && is_blank(str.data[0])) {
    str = rel_str_slice(str, 1U, str.len);
  }
  while (str.len && is_blank(str.data[str.len - 1U])) {
    --str.len;
  }
  return str;
}

bool
rel_str_equal(RelStr a, RelStr b)
{
  return a.len == b.len && (!a.len || !memcmp(a.data, b.data, a.len));
}

bool
rel_str_equal_fold(RelStr a, RelStr b)
{
  if (a.len != b.len) {
    return false;
  }
  for (size_t i = 0; i < a.len; ++i) {
    if (fold(a.data[i]) != fold(b.data[i])) {
      return false;
    }
  }
  return true;
}

int
rel_str_compare(RelStr a, RelStr b)
{
  const size_t n = a.len < b.len ? a.len : b.len;
  const int order = n ? memcmp(a.data, b.data, n) : 0;

  return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool
rel_str_starts(RelStr str, RelStr prefix)
{
  return rel_str_equal(rel_str_slice(str, 0U, prefix.len), prefix);
}

bool
rel_str_ends(RelStr str, RelStr suffix)
{
  return str.len >= suffix.len &&
         rel_str_equal(rel_str_slice(str, str.len - suffix.len, str.len),
                       suffix);
}

size_t
rel_str_find(RelStr str, RelStr part)
{
  for (size_t i = 0; i + part.len <= str.len; ++i) {
    if (!part.len || !memcmp(str.data + i, part.data, part.len)) {
      return i;
    }
  }
  return SIZE_MAX;
}

bool
rel_str_among(RelStr str, const char *const *words, size_t n)
{
  size_t low = 0;

  for (size_t high = n; low < high;) {
    const size_t middle = low + (high - low) / 2U;
    const int order = rel_str_compare(rel_str(words[middle]), str);
    if (!order) {
      return true;
    }
    low = order < 0 ? middle + 1U : low;
    high = order < 0 ? high : middle;
  }
  return false;
}

uint64_t
rel_str_hash(RelStr str)
{
  // FNV-1a, 64 bits: offset basis and prime as published by its authors
  uint64_t hash = 0xCBF29CE484222325U;

  for (size_t i = 0; i < str.len; ++i) {
    hash = (hash ^ (uint8_t)str.data[i]) * 0x100000001B3U;
  }
  return hash;
}
