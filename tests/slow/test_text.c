// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// Texts made to hurt are read in linear time: were a rule quadratic, one of
// them would take minutes, and ctest's time limit ends this program before.

#include "text/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { SIZE = 1 << 17 };

/// What is repeated up to #SIZE bytes
static const char *const patterns[] = {
    "(",
    "a.",
    "a. ",
    "\"",
    "' ",
    "'s",
    "n't",
    "7",
    "7-",
    "7/",
    "7,",
    "7.",
    "a-",
    "a/",
    "a@",
    "@a.",
    "www.",
    "://",
    "a://",
    "non-",
    ".",
    ". ",
    "! ",
    "...",
    "[1]",
    ".[1] ",
    "(s)",
    "\n",
    "\r",
    "a\n",
    "A\n",
    "A B\n",
    "(Photo ",
    "photo: ",
    "Mr. ",
    "U.S. ",
    "J. ",
    "\xE2\x80\x99",
    "\xE2\x80\x9C",
    "\xF0\x9F\x91\x8D\xE2\x80\x8D",
    "a.b.c.d.",
    "a,\"",
    "OSLO, ",
    "(Reporting by ",
    "By Ann ",
    " ",
    "\xC2\xA0",
    "mailto:",
    "1. ",
    "$",
    "_",
    ":)",
    "<",
    "-",
    "- ",
    "\t.",
};

static void
test_repeated_patterns(void **state)
{
  char *const bytes = malloc(SIZE);

  (void)state;
  assert_non_null(bytes);
  for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); ++i) {
    const size_t len = strlen(patterns[i]);
    const size_t size = SIZE / len * len;
    for (size_t at = 0; at < size; at += len) {
      memcpy(bytes + at, patterns[i], len);
    }
    RelWorld *const world = rel_world_new(NULL);
    RelArena arena;
    RelText text;
    const RelStr content = {bytes, size};
    rel_arena_init(&arena, world);
    assert_int_equal(rel_text_read(&arena, rel_str("-"), content, &text),
                     REL_OK);
    assert_int_equal(rel_text_read_plain(&arena, rel_str("-"), content, &text),
                     REL_OK);
    assert_int_equal(
        rel_text_read_sentences(&arena, rel_str("-"), content, &text), REL_OK);
    rel_arena_clear(&arena);
    rel_world_free(world);
  }
  free(bytes);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_repeated_patterns),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
