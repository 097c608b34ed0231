// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/spelling.h"

#include "base/buffer.h"
#include "base/compose.h"
#include "base/utf8.h"

#include <string.h>

enum {
  FIRST_MARK = 0x300,
  LAST_MARK = 0x36F,
  MIN_SHOUTED = 4,
  NONE = 0x110000
};

static bool
is_upper(char c)
{
  return c >= 'A' && c <= 'Z';
}

static bool
is_lower(char c)
{
  return c >= 'a' && c <= 'z';
}

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

// ------------------------------------------------------------ characters

/// What a code point is written as; #NONE leaves it out
static uint32_t
plain_code(uint32_t code)
{
  switch (code) {
  case 0x2018U:
  case 0x2019U:
  case 0x02BCU:
    return '\'';
  case 0x201CU:
  case 0x201DU:
    return '"';
  case 0x2010U:
  case 0x2011U:
  case 0x2012U:
  case 0x2013U:
  case 0x2014U:
  case 0x2212U:
    return '-';
  case 0x00A0U:
  case 0x202FU:
  case 0x2009U:
    return ' ';
  case 0x00ADU:
  case 0x200BU:
  case 0x200CU:
  case 0x200DU:
  case 0x200EU:
  case 0x200FU:
  case 0xFEFFU:
    return NONE;
  default:
    return code;
  }
}

static void
add_code(RelBuffer *buffer, uint32_t code)
{
  char bytes[4];

  if (code != NONE) {
    const size_t n = rel_utf8_encode(code, bytes);
    rel_buffer_add(buffer, (RelStr){bytes, n});
  }
}

/// "3.5" keeps its point, "U.N." does not, nor does what is all points
static bool
is_idle_point(RelStr label, size_t i)
{
  const bool is_inside = i && i + 1U < label.len &&
                         is_digit(label.data[i - 1U]) &&
                         is_digit(label.data[i + 1U]);

  return label.data[i] == '.' && !is_inside;
}

/// Letters composed, signs made plain; stray bytes stay as they are
static RelStr
plain(RelBuffer *buffer, RelStr label)
{
  uint32_t last = NONE; // may take a mark

  for (size_t i = 0; i < label.len;) {
    const size_t at = i;
    const uint32_t code = rel_utf8_next(label, &i);
    const uint32_t both =
        code >= FIRST_MARK && code <= LAST_MARK ? rel_compose(last, code) : 0U;
    if (both) {
      last = both;
      continue;
    }
    add_code(buffer, last);
    last = NONE;
    if (code == UINT32_MAX) {
      rel_buffer_add_char(buffer, label.data[at]);
    } else if (!is_idle_point(label, at)) {
      last = plain_code(code);
    }
  }
  add_code(buffer, last);
  return rel_buffer_str(buffer);
}

// ------------------------------------------------------------ words

/// A name: has a capital; of things only what begins with one
static bool
is_name(RelTermKind kind, RelStr text)
{
  if (kind == REL_TERM_THING) {
    return text.len && is_upper(text.data[0]);
  }
  for (size_t i = 0; i < text.len; ++i) {
    if (is_upper(text.data[i])) {
      return true;
    }
  }
  return false;
}

static bool
is_small_word(RelStr word)
{
  static const char *const words[] = {"and", "at", "de",  "del", "den", "der",
                                      "di",  "du", "for", "in",  "la",  "le",
                                      "of",  "on", "the", "to",  "van", "von"};

  for (size_t i = 0; i < sizeof(words) / sizeof(*words); ++i) {
    if (rel_str_equal_fold(word, rel_str(words[i]))) {
      return true;
    }
  }
  return false;
}

/// All capitals, and enough of them
static bool
is_shouted(RelStr word)
{
  size_t n = 0;

  for (; n < word.len && is_upper(word.data[n]); ++n) {
  }
  return n == word.len && n >= MIN_SHOUTED;
}

static void
add_word(RelBuffer *buffer, RelStr word, bool is_first)
{
  const bool is_small = !is_first && is_small_word(word);
  const bool is_low = is_small || is_shouted(word);

  for (size_t i = 0; i < word.len; ++i) {
    const char c = word.data[i];
    const bool is_begin = i == 0U && !is_small;
    const char other = is_begin && is_lower(c)              ? (char)(c - 32)
                       : !is_begin && is_low && is_upper(c) ? (char)(c + 32)
                                                            : c;
    rel_buffer_add_char(buffer, other);
  }
}

static bool
is_gap(char c)
{
  return (unsigned char)c <= ' ' || c == '-' || c == '/';
}

/// Write the words of a name as all documents do
static void
add_words(RelBuffer *buffer, RelTermKind kind, RelStr text)
{
  bool is_first = true;

  for (size_t i = 0; i < text.len;) {
    size_t end = i;
    while (end < text.len && !is_gap(text.data[end])) {
      ++end;
    }
    const RelStr word = rel_str_slice(text, i, end);
    const bool is_article = end < text.len && text.data[end] != '/' &&
                            rel_str_equal_fold(word, REL_STR("al")) &&
                            !(is_first && kind == REL_TERM_PERSON);
    if (is_article) {
      rel_buffer_add(buffer, REL_STR("al-"));
    } else {
      add_word(buffer, word, is_first);
      if (end < text.len) {
        rel_buffer_add_char(buffer, text.data[end]);
      }
    }
    is_first = is_first && !word.len;
    i = end + 1U;
  }
}

RelStatus
rel_spelling(RelArena *arena, RelTermKind kind, RelStr label, RelStr *spelling)
{
  RelBuffer characters = {.arena = arena};
  RelBuffer words = {.arena = arena};
  const RelStr text = plain(&characters, label);

  *spelling = text;
  if (characters.status) {
    return characters.status;
  }
  if (!text.len) { // nothing but points
    *spelling = label;
  } else if (is_name(kind, text)) {
    add_words(&words, kind, text);
    *spelling = rel_buffer_str(&words);
  }
  return words.status;
}
