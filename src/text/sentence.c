// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/sentence.h"

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

/// Can a sentence begin at token `at`, after an end of the kind `end`?
static bool
can_begin(const RelToken *tokens, uint32_t at, uint32_t n, End end)
{
  const RelToken *const before = &tokens[at - 1U];
  const RelToken *token = &tokens[at];
  const bool is_quoted = is_closer(&tokens[at - 2U + (at < 2U)], before);
  const bool is_spaced = before->space_after;

  if (is_opener(token) && !token->space_after && at + 1U < n) {
    token = &tokens[at + 1U];
  }
  const RelChar c = first_char(token);
  if (end == END_ABBREV) {
    return is_spaced && c.kind == REL_CHAR_UPPER && rel_is_starter(token->form);
  }
  if (is_quoted && end == END_CRY && is_attribution(tokens, at, n)) {
    return false;
  }
  if (c.kind == REL_CHAR_UPPER) {
    return is_spaced || end == END_STOP;
  }
  if (c.kind == REL_CHAR_LOWER) {
    return end == END_CRY && !is_quoted && is_spaced;
  }
  return is_spaced && end != END_ELLIPSIS &&
         (c.kind == REL_CHAR_DIGIT || token != &tokens[at]);
}

/// A title ("Mr.") or an initial ("J.") never ends a sentence
static bool
is_never_last(const RelToken *token)
{
  const RelStr word = rel_str_slice(token->form, 0U, token->form.len - 1U);

  return rel_abbrev(word) == REL_ABBREV_TITLE ||
         first_char(token).len == word.len;
}

/// Past the sentence that token `i` ends, closing quotes included; or 0
static uint32_t
end_behind(const RelToken *tokens, uint32_t i, uint32_t n)
{
  const End end = end_of(&tokens[i]);
  uint32_t next = i + 1U;

  if (!end || (end == END_ABBREV && is_never_last(&tokens[i]))) {
    return 0U;
  }
  while (next < n && is_closer(&tokens[next - 1U], &tokens[next])) {
    ++next;
  }
  return next == n || can_begin(tokens, next, n, end) ? next : 0U;
}

/// Past the last token of the sentence that begins at `begin`
static uint32_t
sentence_end(const RelToken *tokens, uint32_t begin, uint32_t n)
{
  uint32_t comma = 0;

  for (uint32_t i = begin; i < n; ++i) {
    const uint32_t end = end_behind(tokens, i, n);
    if (end) {
      return end;
    }
    comma =
        first_char(&tokens[i]).code == ',' || first_char(&tokens[i]).code == ';'
            ? i + 1U
            : comma;
    if (i + 1U - begin >= REL_MAX_SENTENCE_TOKENS && !tokens[i].n_parts) {
      return comma > begin + REL_MAX_SENTENCE_TOKENS / 2U ? comma : i + 1U;
    }
  }
  return n;
}

RelStatus
rel_sentences_split(RelArena *arena, const RelTokenList *tokens, uint32_t first,
                    RelSentence paragraph, RelSentenceList *sentences)
{
  RelStatus st = REL_OK;

  for (uint32_t begin = first; begin < tokens->n;) {
    const uint32_t end = sentence_end(tokens->items, begin, tokens->n);
    RelSentence sentence = paragraph;
    sentence.first = begin;
    sentence.n = end - begin;
    sentence.begin = tokens->items[begin].begin;
    sentence.end = tokens->items[end - 1U].end;
    REL_TRY(st, REL_ARRAY_PUSH(arena, sentences, sentence));
    begin = end;
  }
  return st;
}
