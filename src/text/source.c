// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/source.h"

#include "base/utf8.h"
#include "text/chars.h"
#include "text/check.h"
#include "text/clean.h"
#include "text/sentence.h"

/// Bytes for each token that long texts are sure to have; room for the
/// tokens is taken at once, and pages that are never touched cost nothing
enum { BYTES_PER_TOKEN = 4 };

static const RelSentenceKind sentence_kinds[] = {
    [REL_PARAGRAPH_BODY] = REL_SENTENCE_BODY,
    [REL_PARAGRAPH_TITLE] = REL_SENTENCE_TITLE,
    [REL_PARAGRAPH_HEADING] = REL_SENTENCE_HEADING,
};

RelPlace
rel_text_place(const char *name, RelStr content, size_t offset)
{
  RelPlace place = {name, offset, 1U, 1U};
  size_t line = 0;

  for (size_t at = 0;;) {
    const size_t next = rel_line_next(content, rel_line_end(content, at));
    if (next > offset || next >= content.len) {
      break;
    }
    at = line = next;
    ++place.line;
  }
  place.column +=
      (uint32_t)rel_utf8_count(rel_str_slice(content, line, offset));
  return place;
}

/// Check the bytes and set the fields that every reader sets
static RelStatus
begin_text(RelArena *arena, RelStr name, RelStr content, RelText *text)
{
  RelStr terminated = {NULL, 0U};
  RelStatus st = REL_OK;

  *text = (RelText){.name = name, .content = content};
  REL_TRY(st, rel_arena_copy(arena, name, &terminated));
  return rel_text_check(arena->world, terminated.data, content);
}

/// Set the code points of all sentences; they are in order
static void
count_chars(RelStr content, RelSentenceList *sentences)
{
  size_t at = 0;
  size_t n_chars = 0;

  for (uint32_t i = 0; i < sentences->n; ++i) {
    RelSentence *const sentence = &sentences->items[i];
    n_chars += rel_utf8_count(rel_str_slice(content, at, sentence->begin));
    sentence->begin_char = (uint32_t)n_chars;
    n_chars +=
        rel_utf8_count(rel_str_slice(content, sentence->begin, sentence->end));
    sentence->end_char = (uint32_t)n_chars;
    at = sentence->end;
  }
}

static void
end_text(RelText *text, const RelTokenList *tokens, RelSentenceList *sentences)
{
  count_chars(text->content, sentences);
  text->tokens = tokens->items;
  text->n_tokens = tokens->n;
  text->sentences = sentences->items;
  text->n_sentences = sentences->n;
}

/// Room for the tokens of a text of `size` bytes
static RelStatus
reserve_tokens(RelArena *arena, size_t size, RelTokenList *tokens)
{
  const size_t n = size / BYTES_PER_TOKEN + 16U;

  tokens->items = rel_arena_alloc(arena, n * sizeof(*tokens->items));
  tokens->capacity = (uint32_t)n;
  return tokens->items ? REL_OK : REL_NO_MEMORY;
}

static RelStatus
read_paragraphs(RelArena *arena, const RelParagraphList *paragraphs,
                RelText *text)
{
  RelTokenList tokens = {0};
  RelSentenceList sentences = {0};
  uint32_t number = 0;
  RelStatus st = REL_OK;

  REL_TRY(st, reserve_tokens(arena, text->content.len, &tokens));
  for (uint32_t i = 0; i < paragraphs->n; ++i) {
    const RelParagraph *const p = &paragraphs->items[i];
    const uint32_t first = tokens.n;
    if (p->kind == REL_PARAGRAPH_FURNITURE) {
      continue;
    }
    REL_TRY(st, rel_tokenize(arena, text->content, p->begin, p->end, &tokens));
    const RelSentence sentence = {.paragraph = number++,
                                  .kind = sentence_kinds[p->kind]};
    REL_TRY(st,
            rel_sentences_split(arena, &tokens, first, sentence, &sentences));
  }
  end_text(text, &tokens, &sentences);
  return st;
}

RelStatus
rel_text_read_plain(RelArena *arena, RelStr name, RelStr content, RelText *text)
{
  RelParagraphList paragraphs = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, begin_text(arena, name, content, text));
  REL_TRY(st, rel_paragraphs_find(arena, content, rel_text_mark_size(content),
                                  &paragraphs));
  return read_paragraphs(arena, &paragraphs, text);
}

RelStatus
rel_text_read(RelArena *arena, RelStr name, RelStr content, RelText *text)
{
  RelParagraphList paragraphs = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, begin_text(arena, name, content, text));
  REL_TRY(st, rel_paragraphs_find(arena, content, rel_text_mark_size(content),
                                  &paragraphs));
  REL_TRY(st, rel_clean(arena, &paragraphs, text));
  return read_paragraphs(arena, &paragraphs, text);
}

/// Append the tokens of one line, as they stand
static RelStatus
read_line(RelArena *arena, RelStr content, size_t begin, size_t end,
          RelTokenList *tokens)
{
  RelStatus st = REL_OK;

  for (size_t at = rel_skip_blanks(content, begin, end); at < end;) {
    size_t past = at;
    while (past < end && !rel_char_is_gap(rel_char_at(content, past))) {
      past += rel_char_at(content, past).len;
    }
    const RelToken token = {.form = rel_str_slice(content, at, past),
                            .begin = (uint32_t)at,
                            .end = (uint32_t)past,
                            .space_after = true};
    REL_TRY(st, REL_ARRAY_PUSH(arena, tokens, token));
    at = rel_skip_blanks(content, past, end);
  }
  return st;
}

RelStatus
rel_text_read_sentences(RelArena *arena, RelStr name, RelStr content,
                        RelText *text)
{
  RelTokenList tokens = {0};
  RelSentenceList sentences = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, begin_text(arena, name, content, text));
  for (size_t at = rel_text_mark_size(content); at < content.len;) {
    const size_t end = rel_line_end(content, at);
    const uint32_t first = tokens.n;
    REL_TRY(st, read_line(arena, content, at, end, &tokens));
    at = rel_line_next(content, end);
    if (tokens.n == first) {
      continue;
    }
    const RelSentence sentence = {.first = first,
                                  .n = tokens.n - first,
                                  .begin = tokens.items[first].begin,
                                  .end = tokens.items[tokens.n - 1U].end,
                                  .paragraph = sentences.n};
    REL_TRY(st, REL_ARRAY_PUSH(arena, &sentences, sentence));
  }
  end_text(text, &tokens, &sentences);
  return st;
}
