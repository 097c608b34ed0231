// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/world.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

static void
test_error_line(void **state)
{
  static const struct {
    RelPlace place;
    const char *expected;
  } cases[] = {
      {{"news.txt", 3, 12, 7}, "news.txt:12:7: error: expected 1, not 2"},
      {{"news.txt", 3, 12, 0}, "news.txt:12: error: expected 1, not 2"},
      {{"-", 0, 0, 7}, "-: error: expected 1, not 2"},
      {{NULL, 0, 0, 0}, "relata: error: expected 1, not 2"},
  };
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  assert_string_equal(rel_world_error(world), "");
  for (size_t i = 0; i < N(cases); ++i) {
    const RelStatus st = rel_fail(world, REL_BAD_TEXT, cases[i].place,
                                  "expected %d, not %d", 1, 2);
    assert_int_equal(st, REL_BAD_TEXT);
    assert_string_equal(rel_world_error(world), cases[i].expected);
  }
  rel_world_free(world);
}

static void
test_long_error(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  char name[3000];
  char words[3000];

  (void)state;
  memset(name, 'n', sizeof(name) - 1U);
  memset(words, 'w', sizeof(words) - 1U);
  name[sizeof(name) - 1U] = words[sizeof(words) - 1U] = '\0';
  rel_fail(world, REL_BAD_FILE, (RelPlace){name, 0, 1, 1}, "%s", words);

  // a name of any length leaves room for the words
  const char *const error = rel_world_error(world);
  const char *const mark = strstr(error, "error: w");
  assert_non_null(mark);
  assert_true(strspn(mark + 7, "w") >= 490U);
  assert_true(strlen(error) < 1100U);
  rel_world_free(world);
}

static void
test_memory(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  char *data = rel_world_realloc(world, NULL, 4U);
  assert_non_null(data);
  memcpy(data, "abc", 4U);
  data = rel_world_realloc(world, data, 4000U);
  assert_string_equal(data, "abc");
  rel_world_release(world, data);
  rel_world_release(world, NULL);
  rel_world_free(world);
  rel_world_free(NULL);
}

static void
test_no_memory(void **state)
{
  Failing failing = {0U, 0U, 0U};
  RelAllocator allocator = failing_allocator(&failing);

  (void)state;
  assert_null(rel_world_new(&allocator));

  failing = (Failing){0U, 2U, 0U};
  RelWorld *const world = rel_world_new(&allocator);
  assert_non_null(world);
  char *const data = rel_world_realloc(world, NULL, 2U);
  assert_non_null(data);
  data[0] = 'x';
  assert_null(rel_world_realloc(world, data, 100U));
  assert_int_equal(data[0], 'x');
  assert_int_equal(failing.n_live, 2);
  rel_world_release(world, data);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_error_line),
      cmocka_unit_test(test_long_error),
      cmocka_unit_test(test_memory),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
