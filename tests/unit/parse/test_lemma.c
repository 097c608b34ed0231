// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/lemma.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void
test_scripts(void **state)
{
  static const struct {
    const char *script;
    const char *form;
    const char *lemma;
  } cases[] = {
      {"l00", "walk", "walk"},
      {"l00", "Walk", "walk"},
      {"l01", "walks", "walk"},
      {"l03y", "tries", "try"},
      {"k00", "Oslo", "Oslo"},
      {"k01", "Olympics", "Olympic"},
      {"l03be", "was", "be"},
      {"l03not", "n\xE2\x80\x99t", "not"},
      {"l00", "\xE2\x80\x99s", "'s"},
      {"l00", "\xC3\x89tat", "\xC3\xA9tat"},
      {"l01", "caf\xC3\xA9", "caf"},
      {"l00", "-LRB-", "("},
      {"l00", "``", "\""},
      {"l00", "\xE2\x80\xA6", "..."},
      {"l09", "short", "short"},
      {"l05", "short", "short"},
      {"l09x", "Short", "Short"},
      {"k00", "\xFF\xC3", "\xFF\xC3"},
      {"l00", "", ""},
      {"l02x", "", ""},
  };
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelStr lemma = {NULL, 0U};
    assert_int_equal(rel_lemma_apply(&arena, rel_str(cases[i].script),
                                     rel_str(cases[i].form), &lemma),
                     REL_OK);
    assert_int_equal(lemma.len, strlen(cases[i].lemma));
    assert_true(rel_str_equal(lemma, rel_str(cases[i].lemma)));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_views_where_possible(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  const RelStr form = REL_STR("talks");
  RelStr lemma = {NULL, 0U};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_lemma_apply(&arena, REL_STR("l01"), form, &lemma),
                   REL_OK);
  assert_ptr_equal(lemma.data, form.data);
  assert_int_equal(lemma.len, 4);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_scripts),
      cmocka_unit_test(test_views_where_possible),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
