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
count_chars(RelTextPieces *pieces, RelSentenceList *sentences)
{
  const RelStr content = pieces->text.content;
  size_t at = pieces->counted;
  size_t n_chars = pieces->n_chars;

  for (uint32_t i = 0; i < sentences->n; ++i) {
    RelSentence *const sentence = &sentences->items[i];
    n_chars += rel_utf8_count(rel_str_slice(content, at, sentence->begin));
    sentence->begin_char = (uint32_t)n_chars;
    n_chars +=
        rel_utf8_count(rel_str_slice(content, sentence->begin, sentence->end));
    sentence->end_char = (uint32_t)n_chars;
    at = sentence->end;
  }
  pieces->counted = at;
  pieces->n_chars = n_chars;
}

static void
end_piece(RelTextPieces *pieces, const RelTokenList *tokens,
          RelSentenceList *sentences, RelText *text)
{
  count_chars(pieces, sentences);
  *text = pieces->text;
  text->tokens = tokens->items;
  text->n_tokens = tokens->n;
  text->sentences = sentences->items;
  text->n_sentences = sentences->n;
}

/// Room for the tokens of `size` bytes
static RelStatus
reserve_tokens(RelArena *arena, size_t size, RelTokenList *tokens)
{
  const size_t n = size / BYTES_PER_TOKEN + 16U;

  tokens->items = rel_arena_alloc(arena, n * sizeof(*tokens->items));
  tokens->capacity = (uint32_t)n;
  return tokens->items ? REL_OK : REL_NO_MEMORY;
}

/// Past the paragraphs of the next piece, and the bytes in them
static uint32_t
end_of_piece(const RelTextPieces *pieces, size_t size, size_t *n_bytes)
{
  const RelParagraphList *const all = &pieces->paragraphs;
  uint32_t i = pieces->next;

  for (*n_bytes = 0; i < all->n && *n_bytes < size; ++i) {
    *n_bytes += all->items[i].end - all->items[i].begin;
  }
  return i;
}

static RelStatus
read_paragraphs(RelTextPieces *pieces, RelArena *arena, size_t size,
                RelText *text)
{
  RelTokenList tokens = {0};
  RelSentenceList sentences = {0};
  RelStatus st = REL_OK;

  // a piece of nothing but furniture is not the end
  while (!sentences.n && pieces->next < pieces->paragraphs.n) {
    size_t n_bytes = 0;
    const uint32_t end = end_of_piece(pieces, size, &n_bytes);
    REL_TRY(st, reserve_tokens(arena, n_bytes, &tokens));
    for (; pieces->next < end; ++pieces->next) {
      const RelParagraph *const p = &pieces->paragraphs.items[pieces->next];
      const uint32_t first = tokens.n;
      if (p->kind == REL_PARAGRAPH_FURNITURE) {
        continue;
      }
      REL_TRY(st, rel_tokenize(arena, pieces->text.content, p->begin, p->end,
                               &tokens));
      const RelSentence sentence = {.paragraph = pieces->number++,
                                    .kind = sentence_kinds[p->kind]};
      REL_TRY(st,
              rel_sentences_split(arena, &tokens, first, sentence, &sentences));
    }
  }
  end_piece(pieces, &tokens, &sentences, text);
  return st;
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

static RelStatus
read_lines(RelTextPieces *pieces, RelArena *arena, size_t size, RelText *text)
{
  const RelStr content = pieces->text.content;
  const size_t begin = pieces->at;
  RelTokenList tokens = {0};
  RelSentenceList sentences = {0};
  RelStatus st = REL_OK;

  while (pieces->at < content.len &&
         (!sentences.n || pieces->at - begin < size)) {
    const size_t end = rel_line_end(content, pieces->at);
    const uint32_t first = tokens.n;
    REL_TRY(st, read_line(arena, content, pieces->at, end, &tokens));
    pieces->at = rel_line_next(content, end);
    if (tokens.n == first) {
      continue;
    }
    const RelSentence sentence = {.first = first,
                                  .n = tokens.n - first,
                                  .begin = tokens.items[first].begin,
                                  .end = tokens.items[tokens.n - 1U].end,
                                  .paragraph = pieces->number++};
    REL_TRY(st, REL_ARRAY_PUSH(arena, &sentences, sentence));
  }
  end_piece(pieces, &tokens, &sentences, text);
  return st;
}

RelStatus
rel_text_open(RelArena *arena, RelStr name, RelStr content, RelInput input,
              RelTextPieces *pieces)
{
  const size_t mark = rel_text_mark_size(content);
  RelStatus st = REL_OK;

  *pieces = (RelTextPieces){.input = input, .at = mark};
  REL_TRY(st, begin_text(arena, name, content, &pieces->text));
  if (input == REL_INPUT_SENTENCES) {
    return REL_OK;
  }
  REL_TRY(st, rel_paragraphs_find(arena, content, mark, &pieces->paragraphs));
  return input == REL_INPUT_PLAIN
             ? REL_OK
             : rel_clean(arena, &pieces->paragraphs, &pieces->text);
}

RelStatus
rel_text_next(RelTextPieces *pieces, RelArena *arena, size_t size,
              RelText *text)
{
  return pieces->input == REL_INPUT_SENTENCES
             ? read_lines(pieces, arena, size, text)
             : read_paragraphs(pieces, arena, size, text);
}

/// All in one piece
static RelStatus
read_whole(RelArena *arena, RelStr name, RelStr content, RelInput input,
           RelText *text)
{
  RelTextPieces pieces;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_text_open(arena, name, content, input, &pieces));
  return rel_text_next(&pieces, arena, SIZE_MAX, text);
}

RelStatus
rel_text_read_plain(RelArena *arena, RelStr name, RelStr content, RelText *text)
{
  return read_whole(arena, name, content, REL_INPUT_PLAIN, text);
}

RelStatus
rel_text_read(RelArena *arena, RelStr name, RelStr content, RelText *text)
{
  return read_whole(arena, name, content, REL_INPUT_TEXT, text);
}

RelStatus
rel_text_read_sentences(RelArena *arena, RelStr name, RelStr content,
                        RelText *text)
{
  return read_whole(arena, name, content, REL_INPUT_SENTENCES, text);
}
