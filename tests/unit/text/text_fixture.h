// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEST_TEXT_FIXTURE_H
#define REL_TEST_TEXT_FIXTURE_H

#include "base/buffer.h"
#include "text/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/// A text and what holds it
typedef struct {
  RelWorld *world;
  RelArena arena;
  RelText text;
} Reading;

/// One of the three readers of text/source.h
typedef RelStatus (*Reader)(RelArena *, RelStr, RelStr, RelText *);

static inline void
reading_begin(Reading *reading)
{
  reading->world = rel_world_new(NULL);
  assert_non_null(reading->world);
  rel_arena_init(&reading->arena, reading->world);
}

static inline void
reading_end(Reading *reading)
{
  rel_arena_clear(&reading->arena);
  rel_world_free(reading->world);
}

static inline void
read_good(Reading *reading, Reader reader, RelStr content)
{
  reading_begin(reading);
  assert_int_equal(
      reader(&reading->arena, rel_str("a.txt"), content, &reading->text),
      REL_OK);
}

/**
   The text as one line: tokens parted by blanks, the words of a multiword
   token by "+", sentences by " | ".
*/
static inline const char *
reading_show(Reading *reading)
{
  RelBuffer buffer = {.arena = &reading->arena};

  rel_buffer_add(&buffer, REL_STR(""));
  for (uint32_t s = 0; s < reading->text.n_sentences; ++s) {
    const RelSentence *const sentence = &reading->text.sentences[s];
    rel_buffer_add(&buffer, s ? REL_STR(" | ") : REL_STR(""));
    for (uint32_t t = 0; t < sentence->n; ++t) {
      const RelToken *const token = &reading->text.tokens[sentence->first + t];
      const RelStr gap = token->part > 1U ? REL_STR("+") : REL_STR(" ");
      rel_buffer_add(&buffer, t ? gap : REL_STR(""));
      rel_buffer_add(&buffer, token->form);
    }
  }
  assert_int_equal(buffer.status, REL_OK);
  return buffer.data ? buffer.data : "";
}

#endif
