// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/punct.h"

#include "text/chars.h"
#include "text/lexicon.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/// Marks of several characters, each longer one before its beginnings
static const RelStr marks[] = {
    {"[...]", 5}, {":-))", 4}, {":-)", 3}, {":-(", 3}, {";-)", 3},
    {":-D", 3},   {":-P", 3},  {":'(", 3}, {"^_^", 3}, {":))", 3},
    {":)", 2},    {":(", 2},   {";)", 2},  {"=)", 2},  {":D", 2},
    {":P", 2},    {";P", 2},   {":/", 2},  {"=(", 2},  {"<3", 2},
    {"->", 2},    {"<-", 2},   {"=>", 2},  {">=", 2},  {"<=", 2},
};

/// Characters that stand alone however often they are repeated
static const char single[] = "()[]{}\",;:&%@^";

static bool
is_in(uint32_t code, const char *set)
{
  return code && code < 0x80U && strchr(set, (int)code);
}

/// Past all characters of `set` from `at`
static size_t
run_end(RelStr text, size_t at, const char *set)
{
  while (is_in(rel_char_at(text, at).code, set)) {
    ++at;
  }
  return at;
}

/// Past a mark of the table that stands apart from what follows, or `at`
static size_t
mark_end(RelStr text, size_t at)
{
  const RelStr rest = rel_str_slice(text, at, text.len);

  for (size_t i = 0; i < COUNT(marks); ++i) {
    const RelChar next = rel_char_at(text, at + marks[i].len);
    if (rel_str_starts(rest, marks[i]) &&
        (rel_char_is_gap(next) || is_in(next.code, ".,!?)\""))) {
      return at + marks[i].len;
    }
  }
  return at;
}

/// Past a symbol and what changes its look: selectors, skin tones, joiners
static size_t
symbol_end(RelStr text, size_t at)
{
  size_t end = at + rel_char_at(text, at).len;

  for (;;) {
    const RelChar c = rel_char_at(text, end);
    if (c.code == 0xFE0FU || (c.code >= 0x1F3FBU && c.code <= 0x1F3FFU)) {
      end += c.len;
    } else if (c.code == 0x200DU && rel_char_at(text, end + c.len).len) {
      end += c.len;
      end += rel_char_at(text, end).len;
    } else {
      return end;
    }
  }
}

size_t
rel_punct_end(RelStr text, size_t at)
{
  const RelChar c = rel_char_at(text, at);
  const size_t mark = is_in(c.code, "[:;=^<>-") ? mark_end(text, at) : at;

  if (mark > at) {
    return mark;
  }
  if (is_in(c.code, ".!?")) {
    return run_end(text, at, c.code == '.' ? ".?!" : "?!");
  }
  if (is_in(c.code, single)) {
    return at + 1U;
  }
  if (c.code < 0x80U) {
    const char same[2] = {(char)c.code, '\0'};
    return run_end(text, at, same);
  }
  if (c.code == 0x2026U) {
    return run_end(text, at + c.len, ".");
  }
  return symbol_end(text, at);
}

/// "doc" of ".doc", with nothing behind it
static bool
is_file_ending(RelStr text, size_t at)
{
  size_t end = at;

  while (end < at + 5U && rel_char_is_word(rel_char_at(text, end))) {
    end += rel_char_at(text, end).len;
  }
  return end > at + 1U && !rel_char_is_word(rel_char_at(text, end)) &&
         rel_is_suffix(rel_str_slice(text, at, end));
}

bool
rel_punct_begins_word(RelStr text, size_t at)
{
  const RelChar c = rel_char_at(text, at);
  const RelChar next = rel_char_at(text, at + c.len);
  const RelChar before = rel_char_before(text, at);

  switch (c.code) {
  case '#':
  case '@':
    return rel_char_is_letter(next) && !rel_char_is_word(before);
  case '+':
    return next.kind == REL_CHAR_DIGIT && !rel_char_is_word(before);
  case '.':
    return (next.kind == REL_CHAR_DIGIT &&
            (rel_char_is_gap(before) || before.code == '$')) ||
           (rel_char_is_gap(before) && is_file_ending(text, at + 1U));
  default:
    return false;
  }
}

bool
rel_quote_opens(RelStr text, size_t at)
{
  const RelChar c = rel_char_at(text, at);
  const RelChar before = rel_char_before(text, at);
  const RelChar next = rel_char_at(text, at + c.len);

  return c.code == 0x2018U ||
         (!rel_char_is_gap(next) &&
          (rel_char_is_gap(before) || is_in(before.code, "([{\"-") ||
           before.code == 0x201CU));
}

/// Past "'90s" or "'em" at the quote at `at`, or `at`
static size_t
clipped_end(RelStr text, size_t at)
{
  const size_t begin = at + rel_char_at(text, at).len;
  size_t end = begin;
  size_t n_digits = 0;

  for (RelChar c = rel_char_at(text, end);
       rel_char_is_word(c) && end - begin < 8U; c = rel_char_at(text, end)) {
    n_digits += c.kind == REL_CHAR_DIGIT;
    end += c.len;
  }
  const RelStr word = rel_str_slice(text, begin, end);
  const bool is_year =
      n_digits == 2U &&
      (word.len == 2U || (word.len == 3U && word.data[2] == 's'));
  return is_year || rel_is_clipped(word) ? end : at;
}

size_t
rel_quote_end(RelStr text, size_t at)
{
  const RelChar c = rel_char_at(text, at);
  const RelChar next = rel_char_at(text, at + c.len);
  const RelChar before = rel_char_before(text, at);

  if (next.kind == REL_CHAR_QUOTE &&
      (next.code == c.code || next.code == 0x2019U)) {
    return at + c.len + next.len;
  }
  if (c.code != '`' && rel_char_is_gap(before)) {
    const size_t end = clipped_end(text, at);
    if (end > at) {
      return end;
    }
    // "'s" that a blank parts from its noun
    if (next.code == 's' &&
        rel_char_is_gap(rel_char_at(text, at + c.len + 1U))) {
      return at + c.len + 1U;
    }
  }
  return at + c.len;
}
