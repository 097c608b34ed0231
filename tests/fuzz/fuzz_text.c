// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// Any bytes are read or refused; what is read keeps the promises of
// text/token.h. Input: a byte that chooses the reader, then the file.

#include "base/utf8.h"
#include "text/sentence.h"
#include "text/source.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
expect(bool is_true)
{
  if (!is_true) {
    abort();
  }
}

/// Tokens are in order, apart, not empty, without blanks, and views of bytes
static void
check_tokens(const RelText *text)
{
  uint32_t last = 0;

  for (uint32_t i = 0; i < text->n_tokens; ++i) {
    const RelToken *const token = &text->tokens[i];
    expect(token->begin >= last && token->end > token->begin);
    expect(token->end <= text->content.len);
    expect(token->form.len == token->end - token->begin);
    expect(!memcmp(token->form.data, text->content.data + token->begin,
                   token->form.len));
    expect(rel_utf8_check(token->form) == token->form.len);
    expect(!memchr(token->form.data, '\n', token->form.len));
    expect(token->part <= token->n_parts && token->n_parts != 1U);
    expect(!token->n_parts == !token->part);
    if (token->part > 1U) {
      expect(i && token[-1].part + 1U == token->part);
      expect(token[-1].end == token->begin && !token[-1].space_after);
    }
    last = token->end;
  }
}

/// Sentences share out all tokens, and no multiword token is cut
static void
check_sentences(const RelText *text, bool is_prose)
{
  uint32_t next = 0;
  uint32_t paragraph = 0;

  for (uint32_t i = 0; i < text->n_sentences; ++i) {
    const RelSentence *const s = &text->sentences[i];
    expect(s->first == next && s->n > 0U);
    next += s->n;
    expect(next <= text->n_tokens);
    expect(s->begin == text->tokens[s->first].begin);
    expect(s->end == text->tokens[next - 1U].end);
    expect(text->tokens[s->first].part <= 1U);
    expect(s->begin_char ==
           rel_utf8_count(rel_str_slice(text->content, 0U, s->begin)));
    expect(s->end_char ==
           rel_utf8_count(rel_str_slice(text->content, 0U, s->end)));
    expect(s->paragraph >= paragraph);
    expect(!is_prose || s->n < REL_MAX_SENTENCE_TOKENS + 4U);
    paragraph = s->paragraph;
  }
  expect(next == text->n_tokens);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (!size) {
    return 0;
  }

  // a copy of its own size, so that the sanitizer sees a byte too far
  char *const bytes = malloc(size);
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelText text;
  const unsigned reader = data[0] % 3U;

  if (bytes && world) {
    memcpy(bytes, data + 1, size - 1U);
    const RelStr content = {bytes, size - 1U};
    rel_arena_init(&arena, world);
    const RelStatus st =
        reader == 0U ? rel_text_read(&arena, rel_str("-"), content, &text)
        : reader == 1U
            ? rel_text_read_plain(&arena, rel_str("-"), content, &text)
            : rel_text_read_sentences(&arena, rel_str("-"), content, &text);
    if (!st) {
      check_tokens(&text);
      check_sentences(&text, reader < 2U);
    } else {
      expect(st == REL_BAD_TEXT && rel_world_error(world)[0]);
    }
    rel_arena_clear(&arena);
  }
  rel_world_free(world);
  free(bytes);
  return 0;
}
