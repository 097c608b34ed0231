// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/sentence.h"

#include "text/boundary.h"
#include "text/chars.h"

/// Where to cut a sentence that has become too long: behind a comma in its
/// second half, or at `at`
static uint32_t
cut(const RelToken *tokens, uint32_t begin, uint32_t at)
{
  for (uint32_t i = at; i > begin + (at - begin) / 2U; --i) {
    const uint32_t code = rel_char_at(tokens[i - 1U].form, 0U).code;
    if (code == ',' || code == ';') {
      return i;
    }
  }
  return at;
}

/// What is being split
typedef struct {
  RelArena *arena;
  const RelToken *tokens;
  RelSentence paragraph; ///< What its sentences have in common
  RelSentenceList *sentences;
  uint32_t begin; ///< First token that is in no sentence yet
} Splitter;

static RelStatus
push(Splitter *self, uint32_t end)
{
  RelSentence sentence = self->paragraph;

  sentence.first = self->begin;
  sentence.n = end - self->begin;
  sentence.begin = self->tokens[self->begin].begin;
  sentence.end = self->tokens[end - 1U].end;
  self->begin = end;
  return REL_ARRAY_PUSH(self->arena, self->sentences, sentence);
}

/// Push what reaches to `end`, in pieces when it is too long
static RelStatus
push_until(Splitter *self, uint32_t end)
{
  RelStatus st = REL_OK;

  while (end - self->begin > REL_MAX_SENTENCE_TOKENS) {
    uint32_t at = self->begin + REL_MAX_SENTENCE_TOKENS;
    while (at < end && self->tokens[at].part > 1U) {
      ++at;
    }
    REL_TRY(st, push(self, cut(self->tokens, self->begin, at)));
  }
  return self->begin < end ? push(self, end) : st;
}

RelStatus
rel_sentences_split(RelArena *arena, const RelTokenList *tokens, uint32_t first,
                    RelSentence paragraph, RelSentenceList *sentences)
{
  Splitter self = {arena, tokens->items, paragraph, sentences, first};
  // in a headline every word may be a capital, and only marks tell
  const bool is_line = paragraph.kind != REL_SENTENCE_BODY;
  RelBoundaries gaps;
  RelStatus st = REL_OK;

  if (first == tokens->n) {
    return st;
  }
  rel_boundaries_init(&gaps, tokens->items, first, tokens->n);
  while (rel_boundaries_next(&gaps)) {
    if (is_line ? gaps.is_ruled : rel_boundaries_is_one(&gaps)) {
      REL_TRY(st, push_until(&self, gaps.at));
    }
  }
  return push_until(&self, tokens->n);
}
