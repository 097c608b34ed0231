// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/ending.h"

#include "text/chars.h"
#include "text/lexicon.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/// What a token can do to a sentence
typedef enum {
  END_NONE,
  END_STOP,     ///< "."
  END_CRY,      ///< "!", "?", "?!"
  END_ELLIPSIS, ///< "...", U+2026
  END_ABBREV,   ///< A word that keeps its full stop
} End;

/// Verbs behind a quoted question: "Is it?" Mora asked.
static const char *const say_verbs[] = {
    "added",   "adds", "asked", "asks",    "cried", "joked",    "quipped",
    "replied", "said", "says",  "shouted", "told",  "wondered", "wrote",
};

static RelChar
first_char(const RelToken *token)
{
  return rel_char_at(token->form, 0U);
}

static End
end_of(const RelToken *token)
{
  const RelStr form = token->form;
  const char last = form.data[form.len - 1U];
  const RelChar first = first_char(token);

  if (rel_char_is_word(first)) {
    return last == '.' && rel_char_is_letter(first) ? END_ABBREV : END_NONE;
  }
  if (first.code == 0x2026U) {
    return END_ELLIPSIS;
  }
  if (first.code == '.') {
    return form.len == 1U               ? END_STOP
           : last == '.'                ? END_ELLIPSIS
           : last == '?' || last == '!' ? END_CRY
                                        : END_NONE;
  }
  return first.code == '!' || first.code == '?' ? END_CRY : END_NONE;
}

/// A closing quote or bracket that clings to the token before it
static bool
is_closer(const RelToken *before, const RelToken *token)
{
  switch (first_char(token).code) {
  case ')':
  case ']':
  case '}':
  case 0x00BBU:
  case 0x201DU:
    return true;
  case '"':
  case '\'':
  case 0x2019U:
    return !before->space_after &&
           !rel_char_is_word(rel_char_at(token->form, first_char(token).len));
  default:
    return false;
  }
}

/// Past references like "[4] [5]" at `at`, which belong to what they prove
static uint32_t
skip_references(const RelToken *tokens, uint32_t at, uint32_t n)
{
  while (at + 2U < n && first_char(&tokens[at]).code == '[' &&
         first_char(&tokens[at + 1U]).kind == REL_CHAR_DIGIT &&
         first_char(&tokens[at + 2U]).code == ']') {
    at += 3U;
  }
  return at;
}

static bool
is_opener(const RelToken *token)
{
  switch (first_char(token).code) {
  case '(':
  case '[':
  case '"':
  case '\'':
  case '`':
  case 0x00ABU:
  case 0x2018U:
  case 0x201CU:
    return true;
  default:
    return false;
  }
}

/// Is a verb of saying among the next few tokens?
static bool
is_attribution(const RelToken *tokens, uint32_t at, uint32_t n)
{
  for (uint32_t i = at; i < n && i < at + 4U; ++i) {
    if (rel_str_among(tokens[i].form, say_verbs, COUNT(say_verbs))) {
      return true;
    }
  }
  return false;
}

/// Can a lower-case word at `at` begin a sentence after the mark `end`?
static bool
can_begin_low(const RelToken *tokens, uint32_t at, uint32_t n, End end)
{
  const RelToken *const before = &tokens[at - 1U];

  if (!before->space_after || is_attribution(tokens, at, n)) {
    return false;
  }
  if (end == END_CRY) {
    return end_of(before) == END_CRY;
  }
  // a full stop behind a short word may belong to an unknown abbreviation
  return end == END_STOP && at > 1U && tokens[at - 2U].form.len >= 3U;
}

/// Can a sentence begin at token `at`, after an end of the kind `end`?
static bool
can_begin(const RelToken *tokens, uint32_t at, uint32_t n, End end)
{
  const RelToken *token = &tokens[at];
  const bool is_spaced = tokens[at - 1U].space_after;

  if (is_opener(token) && !token->space_after && at + 1U < n) {
    token = &tokens[at + 1U];
  }
  const RelChar c = first_char(token);
  if (end == END_ABBREV) {
    return is_spaced && c.kind == REL_CHAR_UPPER && rel_is_starter(token->form);
  }
  if (end == END_CRY && end_of(&tokens[at - 1U]) == END_NONE &&
      is_attribution(tokens, at, n)) {
    return false;
  }
  if (c.kind == REL_CHAR_UPPER) {
    return is_spaced || end == END_STOP;
  }
  if (c.kind == REL_CHAR_LOWER) {
    return can_begin_low(tokens, at, n, end);
  }
  return is_spaced && end != END_ELLIPSIS &&
         (c.kind == REL_CHAR_DIGIT || token != &tokens[at] || c.code == '-' ||
          c.code == '<');
}

/// "Mr.", "J." and "e.g." never end a sentence
static bool
is_never_last(const RelToken *token)
{
  static const char *const inner[] = {"cf", "e.g", "eg", "i.e",
                                      "ie", "v",   "vs"};
  const RelStr word = rel_str_slice(token->form, 0U, token->form.len - 1U);

  return rel_abbrev(word) == REL_ABBREV_TITLE ||
         first_char(token).len == word.len ||
         rel_str_among(word, inner, COUNT(inner));
}

/// The full stop of "2." in front of an item of a list
static bool
is_list_mark(const RelToken *tokens, uint32_t begin, uint32_t at)
{
  if (at == begin || first_char(&tokens[at]).code != '.' ||
      first_char(&tokens[at - 1U]).kind != REL_CHAR_DIGIT) {
    return false;
  }
  return at == begin + 1U || first_char(&tokens[at - 2U]).code == ':';
}

/// Past the last token of the sentence when one ends at `at`; else 0
static uint32_t
end_at(const RelToken *tokens, uint32_t begin, uint32_t at, uint32_t n)
{
  const End end = end_of(&tokens[at]);
  uint32_t next = at + 1U;

  if (end == END_NONE || (end == END_ABBREV && is_never_last(&tokens[at])) ||
      is_list_mark(tokens, begin, at)) {
    return 0U;
  }
  while (next < n && is_closer(&tokens[next - 1U], &tokens[next])) {
    ++next;
  }
  next = skip_references(tokens, next, n);
  return next == n || can_begin(tokens, next, n, end) ? next : 0U;
}

uint32_t
rel_ending_find(const RelToken *tokens, uint32_t begin, uint32_t n)
{
  for (uint32_t i = begin; i < n; ++i) {
    const uint32_t end = end_at(tokens, begin, i, n);
    if (end) {
      return end;
    }
  }
  return n;
}
