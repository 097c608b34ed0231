// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/sanitize.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

// ------------------------------------------------------------------ text

/// DEL is legal XML, but raptor's RDF/XML writer refuses it
static bool
is_control(uint32_t code)
{
  return (code < 0x20U && code != '\t' && code != '\n') || code == 0x7FU;
}

static bool
is_clean(uint32_t code)
{
  return !is_control(code) && code != UINT32_MAX && code != 0xFFFEU &&
         code != 0xFFFFU;
}

static bool
is_clean_text(RelStr text)
{
  for (size_t i = 0; i < text.len;) {
    const unsigned char byte = (unsigned char)text.data[i];
    // almost all bytes are plain ASCII: do not decode them
    if (byte >= 0x20U && byte < 0x7FU) {
      ++i;
    } else if (!is_clean(rel_utf8_next(text, &i))) {
      return false;
    }
  }
  return true;
}

/// What stands for an unclean code point before `next`; `begin` is its offset
static RelStr
replacement(RelStr text, uint32_t code, size_t begin, size_t next)
{
  size_t before = begin;

  if (code == UINT32_MAX) {
    // the run of bad bytes is replaced where it ends
    const bool is_last =
        next == text.len || rel_utf8_next(text, &next) != UINT32_MAX;
    return is_last ? REL_STR("\xEF\xBF\xBD") : REL_STR("");
  }
  if (code == '\r') {
    return text.len > ++before && text.data[before] == '\n' ? REL_STR("")
                                                            : REL_STR("\n");
  }
  return is_control(code) ? REL_STR(" ") : REL_STR("");
}

RelStatus
rel_sanitize_text(RelArena *arena, RelStr text, RelStr *clean)
{
  RelBuffer buffer = {arena, NULL, 0U, 0U, REL_OK};

  *clean = text;
  if (is_clean_text(text)) {
    return REL_OK;
  }

  for (size_t i = 0; i < text.len;) {
    const size_t begin = i;
    const uint32_t code = rel_utf8_next(text, &i);
    rel_buffer_add(&buffer, is_clean(code) ? rel_str_slice(text, begin, i)
                                           : replacement(text, code, begin, i));
  }
  *clean = rel_buffer_str(&buffer);
  return buffer.status;
}

// ------------------------------------------------------------------ IRIs

static bool
is_hex(char c)
{
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
         (c >= 'a' && c <= 'f');
}

/// Bytes that an IRI may hold (RFC 3987 and Turtle's IRIREF), `%` aside: those
/// from `!` to `~` without `"%<>\^`{|}`
static const bool iri_bytes[256] = {
    ['!'] = true, ['#'] = true, ['$'] = true, ['&'] = true, ['\''] = true,
    ['('] = true, [')'] = true, ['*'] = true, ['+'] = true, [','] = true,
    ['-'] = true, ['.'] = true, ['/'] = true, ['0'] = true, ['1'] = true,
    ['2'] = true, ['3'] = true, ['4'] = true, ['5'] = true, ['6'] = true,
    ['7'] = true, ['8'] = true, ['9'] = true, [':'] = true, [';'] = true,
    ['='] = true, ['?'] = true, ['@'] = true, ['A'] = true, ['B'] = true,
    ['C'] = true, ['D'] = true, ['E'] = true, ['F'] = true, ['G'] = true,
    ['H'] = true, ['I'] = true, ['J'] = true, ['K'] = true, ['L'] = true,
    ['M'] = true, ['N'] = true, ['O'] = true, ['P'] = true, ['Q'] = true,
    ['R'] = true, ['S'] = true, ['T'] = true, ['U'] = true, ['V'] = true,
    ['W'] = true, ['X'] = true, ['Y'] = true, ['Z'] = true, ['['] = true,
    [']'] = true, ['_'] = true, ['a'] = true, ['b'] = true, ['c'] = true,
    ['d'] = true, ['e'] = true, ['f'] = true, ['g'] = true, ['h'] = true,
    ['i'] = true, ['j'] = true, ['k'] = true, ['l'] = true, ['m'] = true,
    ['n'] = true, ['o'] = true, ['p'] = true, ['q'] = true, ['r'] = true,
    ['s'] = true, ['t'] = true, ['u'] = true, ['v'] = true, ['w'] = true,
    ['x'] = true, ['y'] = true, ['z'] = true, ['~'] = true,
};

static bool
is_iri_char(char c)
{
  return iri_bytes[(unsigned char)c];
}

static bool
is_escape(RelStr text, size_t i)
{
  return text.data[i] == '%' && i + 2U < text.len &&
         is_hex(text.data[i + 1U]) && is_hex(text.data[i + 2U]);
}

/// Bytes of "http://" or "https://" before something, or 0
static size_t
scheme_size(RelStr url)
{
  static const char *const schemes[] = {"https://", "http://"};

  for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); ++i) {
    const RelStr scheme = rel_str(schemes[i]);
    const RelStr begin = rel_str_slice(url, 0U, scheme.len);
    // almost all are in lower case
    if ((rel_str_equal(begin, scheme) || rel_str_equal_fold(begin, scheme)) &&
        url.len > scheme.len && !strchr("/?#:@", url.data[scheme.len])) {
      return scheme.len;
    }
  }
  return 0U;
}

RelStatus
rel_sanitize_url(RelArena *arena, RelStr url, RelStr *iri)
{
  static const char digits[] = "0123456789ABCDEF";
  RelBuffer buffer = {arena, NULL, 0U, 0U, REL_OK};

  *iri = REL_STR("");
  url = rel_str_trim(url);
  if (!scheme_size(url) || url.len > REL_MAX_IRI) {
    return REL_OK;
  }

  for (size_t i = 0; i < url.len; ++i) {
    const char c = url.data[i];
    if (is_iri_char(c) || is_escape(url, i)) {
      rel_buffer_add_char(&buffer, c);
    } else {
      const unsigned char byte = (unsigned char)c;
      const char escaped[] = {'%', digits[byte >> 4U], digits[byte & 0xFU]};
      rel_buffer_add(&buffer, (RelStr){escaped, sizeof(escaped)});
    }
  }
  if (buffer.len <= REL_MAX_IRI) {
    *iri = rel_buffer_str(&buffer);
  }
  return buffer.status;
}

bool
rel_sanitize_is_iri(RelStr iri)
{
  for (size_t i = 0; i < iri.len; ++i) {
    if (!is_iri_char(iri.data[i]) && !is_escape(iri, i)) {
      return false;
    }
  }
  return scheme_size(iri) && iri.len <= REL_MAX_IRI;
}

// ------------------------------------------------------------------ dates

/// The number that `n` digits make, or 0 where they are none
static unsigned
read_digits(const char *text, size_t n)
{
  unsigned number = 0;

  for (size_t i = 0; i < n; ++i) {
    if (text[i] < '0' || text[i] > '9') {
      return 0U;
    }
    number = number * 10U + (unsigned)(text[i] - '0');
  }
  return number;
}

bool
rel_sanitize_is_date(RelStr text)
{
  static const unsigned days[] = {0,  31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};

  if (text.len != 10U || text.data[4] != '-' || text.data[7] != '-') {
    return false;
  }

  const unsigned year = read_digits(text.data, 4U);
  const unsigned month = read_digits(text.data + 5, 2U);
  const unsigned day = read_digits(text.data + 8, 2U);
  const bool is_leap = !(year % 4U) && (year % 100U || !(year % 400U));
  if (!year || !month || month > 12U || !day) {
    return false;
  }
  return day <= days[month] + (is_leap && month == 2U);
}
