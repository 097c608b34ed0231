// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/tokenizer.h"

#include "text/chars.h"
#include "text/contraction.h"
#include "text/punct.h"
#include "text/special.h"
#include "text/word.h"

/// Where the tokenizer stands
typedef struct {
  RelArena *arena;
  RelTokenList *tokens;
  RelStr text;        ///< Content up to the paragraph's end
  size_t first;       ///< Paragraph's first byte
  size_t at;          ///< Next byte to read
  RelSpan special;    ///< Next address, or the blank before which none is
  bool is_quote_open; ///< A single quote waits to be closed
} Scanner;

static RelStatus
push(Scanner *self, size_t begin, size_t end, size_t part, size_t n_parts)
{
  const RelToken token = {
      .form = rel_str_slice(self->text, begin, end),
      .begin = (uint32_t)begin,
      .end = (uint32_t)end,
      .part = (uint8_t)part,
      .n_parts = (uint8_t)n_parts,
      .space_after = false,
  };
  return REL_ARRAY_PUSH(self->arena, self->tokens, token);
}

/// Push [at, end) whole and go on behind it
static RelStatus
push_whole(Scanner *self, size_t end)
{
  const size_t begin = self->at;

  self->at = end;
  return push(self, begin, end, 0U, 0U);
}

/// Push [at, end) as the words that it is made of
static RelStatus
push_parts(Scanner *self, size_t end)
{
  const size_t begin = self->at;
  size_t ends[REL_MAX_PARTS];
  const size_t n =
      rel_contraction_split(rel_str_slice(self->text, begin, end), ends);

  if (n == 1U) {
    return push_whole(self, end);
  }

  RelStatus st = REL_OK;
  for (size_t i = 0; i < n; ++i) {
    const size_t from = begin + (i ? ends[i - 1U] : 0U);
    REL_TRY(st, push(self, from, begin + ends[i], i + 1U, n));
  }
  self->at = end;
  return st;
}

/// Past the apostrophe of a plural's genitive ("workers'"), or `end`
static size_t
with_genitive(const Scanner *self, size_t end)
{
  const RelChar mark = rel_char_at(self->text, end);
  const uint32_t before = rel_char_before(self->text, end).code;

  return (mark.code == '\'' || mark.code == 0x2019U) &&
                 (before == 's' || before == 'S') && !self->is_quote_open &&
                 !rel_char_is_word(rel_char_at(self->text, end + mark.len)) &&
                 rel_char_at(self->text, end + mark.len).code != mark.code
             ? end + mark.len
             : end;
}

static RelStatus
read_word(Scanner *self)
{
  const size_t end =
      with_genitive(self, rel_word_end(self->text, self->first, self->at));

  return push_parts(self, end);
}

static RelStatus
read_quote(Scanner *self)
{
  const size_t begin = self->at;
  const size_t end = rel_quote_end(self->text, begin);

  if (end == begin + rel_char_at(self->text, begin).len) {
    self->is_quote_open = rel_quote_opens(self->text, begin);
  }
  return push_whole(self, end);
}

static RelStatus
read_token(Scanner *self)
{
  if (self->at >= self->special.end && self->at >= self->special.begin) {
    self->special = rel_special_find(self->text, self->at);
  }
  if (self->at == self->special.begin &&
      self->special.end > self->special.begin) {
    return push_whole(self, self->special.end);
  }

  const RelChar c = rel_char_at(self->text, self->at);
  if (rel_char_is_word(c) || rel_punct_begins_word(self->text, self->at)) {
    return read_word(self);
  }
  return c.kind == REL_CHAR_QUOTE
             ? read_quote(self)
             : push_whole(self, rel_punct_end(self->text, self->at));
}

RelStatus
rel_tokenize(RelArena *arena, RelStr content, size_t begin, size_t end,
             RelTokenList *tokens)
{
  const uint32_t n_before = tokens->n;
  Scanner self = {.arena = arena,
                  .tokens = tokens,
                  .text = rel_str_slice(content, 0U, end),
                  .first = begin,
                  .at = begin,
                  .special = {begin, begin}};
  RelStatus st = REL_OK;

  while (self.at < self.text.len) {
    const size_t next = rel_skip_blanks(self.text, self.at, self.text.len);
    if (next > self.at && tokens->n > n_before) {
      tokens->items[tokens->n - 1U].space_after = true;
    }
    self.at = next;
    if (next < self.text.len) {
      REL_TRY(st, read_token(&self));
    }
  }
  if (tokens->n > n_before) {
    tokens->items[tokens->n - 1U].space_after = true;
  }
  return st;
}
