// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/chars.h"

#include "base/utf8.h"

/// Code points above ASCII that are not lower-case letters, in order
static const struct {
  uint32_t first;
  uint32_t last;
  RelCharKind kind;
} ranges[] = {
    {0x0080U, 0x00A0U, REL_CHAR_BLANK},   {0x00A1U, 0x00A9U, REL_CHAR_PUNCT},
    {0x00ABU, 0x00ACU, REL_CHAR_PUNCT},   {0x00AEU, 0x00B1U, REL_CHAR_PUNCT},
    {0x00B4U, 0x00B4U, REL_CHAR_QUOTE},   {0x00B6U, 0x00B8U, REL_CHAR_PUNCT},
    {0x00BBU, 0x00BBU, REL_CHAR_PUNCT},   {0x00BFU, 0x00BFU, REL_CHAR_PUNCT},
    {0x00C0U, 0x00D6U, REL_CHAR_UPPER},   {0x00D7U, 0x00D7U, REL_CHAR_PUNCT},
    {0x00D8U, 0x00DEU, REL_CHAR_UPPER},   {0x00F7U, 0x00F7U, REL_CHAR_PUNCT},
    {0x0386U, 0x03ABU, REL_CHAR_UPPER},   {0x0400U, 0x042FU, REL_CHAR_UPPER},
    {0x1680U, 0x1680U, REL_CHAR_BLANK},   {0x2000U, 0x200BU, REL_CHAR_BLANK},
    {0x2010U, 0x2017U, REL_CHAR_PUNCT},   {0x2018U, 0x2019U, REL_CHAR_QUOTE},
    {0x201AU, 0x2027U, REL_CHAR_PUNCT},   {0x2028U, 0x2029U, REL_CHAR_BLANK},
    {0x202FU, 0x202FU, REL_CHAR_BLANK},   {0x2030U, 0x205EU, REL_CHAR_PUNCT},
    {0x205FU, 0x205FU, REL_CHAR_BLANK},   {0x207AU, 0x207EU, REL_CHAR_PUNCT},
    {0x208AU, 0x208EU, REL_CHAR_PUNCT},   {0x20A0U, 0x20CFU, REL_CHAR_PUNCT},
    {0x2190U, 0x245FU, REL_CHAR_PUNCT},   {0x2500U, 0x2BFFU, REL_CHAR_PUNCT},
    {0x2E00U, 0x2E7FU, REL_CHAR_PUNCT},   {0x3000U, 0x3000U, REL_CHAR_BLANK},
    {0x3001U, 0x3003U, REL_CHAR_PUNCT},   {0x3008U, 0x3020U, REL_CHAR_PUNCT},
    {0xFEFFU, 0xFEFFU, REL_CHAR_BLANK},   {0xFF01U, 0xFF0FU, REL_CHAR_PUNCT},
    {0xFF1AU, 0xFF20U, REL_CHAR_PUNCT},   {0xFFFCU, 0xFFFDU, REL_CHAR_PUNCT},
    {0x1F000U, 0x1FAFFU, REL_CHAR_PUNCT},
};

/// Short names of the kinds, for the table below
enum {
  BL = REL_CHAR_BLANK,
  LO = REL_CHAR_LOWER,
  UP = REL_CHAR_UPPER,
  DI = REL_CHAR_DIGIT,
  QU = REL_CHAR_QUOTE,
  PU = REL_CHAR_PUNCT,
};

/// Kinds of the ASCII characters
static const uint8_t ascii_kinds[128] = {
    BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, //
    BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, BL, //
    BL, PU, PU, PU, PU, PU, PU, QU, PU, PU, PU, PU, PU, PU, PU, PU, //
    DI, DI, DI, DI, DI, DI, DI, DI, DI, DI, PU, PU, PU, PU, PU, PU, //
    PU, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, //
    UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, PU, PU, PU, PU, PU, //
    QU, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, //
    LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, PU, PU, PU, PU, BL, //
};

static RelCharKind
wide_kind(uint32_t code)
{
  // Latin Extended-A: capitals are mostly the even numbers
  if (code >= 0x0100U && code <= 0x017FU) {
    return code % 2U ? REL_CHAR_LOWER : REL_CHAR_UPPER;
  }

  size_t low = 0;
  size_t high = sizeof(ranges) / sizeof(*ranges);
  while (low < high) {
    const size_t middle = (low + high) / 2U;
    if (code < ranges[middle].first) {
      high = middle;
    } else if (code > ranges[middle].last) {
      low = middle + 1U;
    } else {
      return ranges[middle].kind;
    }
  }
  return REL_CHAR_LOWER;
}

RelChar
rel_char_at(RelStr text, size_t at)
{
  if (at >= text.len) {
    return (RelChar){0U, 0U, REL_CHAR_END};
  }

  const uint8_t byte = (uint8_t)text.data[at];
  if (byte < 0x80U) {
    return (RelChar){byte, 1U, (RelCharKind)ascii_kinds[byte]};
  }

  size_t next = at;
  const uint32_t code = rel_utf8_next(text, &next);
  return (RelChar){code, (uint8_t)(next - at), wide_kind(code)};
}

RelChar
rel_char_before(RelStr text, size_t at)
{
  if (!at || at > text.len) {
    return (RelChar){0U, 0U, REL_CHAR_END};
  }

  size_t begin = at - 1U;
  while (begin && at - begin < 4U &&
         ((uint8_t)text.data[begin] & 0xC0U) == 0x80U) {
    --begin;
  }
  return rel_char_at(text, begin);
}

bool
rel_char_is_letter(RelChar c)
{
  return c.kind == REL_CHAR_LOWER || c.kind == REL_CHAR_UPPER;
}

bool
rel_char_is_word(RelChar c)
{
  return rel_char_is_letter(c) || c.kind == REL_CHAR_DIGIT;
}

bool
rel_char_is_gap(RelChar c)
{
  return c.kind == REL_CHAR_BLANK || c.kind == REL_CHAR_END;
}

size_t
rel_skip_blanks(RelStr text, size_t at, size_t end)
{
  while (at < end) {
    const RelChar c = rel_char_at(text, at);
    if (c.kind != REL_CHAR_BLANK) {
      break;
    }
    at += c.len;
  }
  return at < end ? at : end;
}

bool
rel_fold(RelStr str, char *out, size_t size)
{
  if (str.len >= size) {
    return false;
  }
  for (size_t i = 0; i < str.len; ++i) {
    const char c = str.data[i];
    out[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  out[str.len] = '\0';
  return true;
}
