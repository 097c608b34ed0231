// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/intern.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static RelStr
name_of(uint32_t i, char *out, size_t size)
{
  const int n = snprintf(out, size, "actor %u", i);

  return (RelStr){out, (size_t)n};
}

static void
test_numbers(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelIntern intern;
  char name[32];
  uint32_t number = 0;

  (void)state;
  rel_arena_init(&arena, world);
  rel_intern_init(&intern, &arena);
  assert_int_equal(rel_intern_find(&intern, REL_STR("nobody")), UINT32_MAX);
  for (int round = 0; round < 2; ++round) {
    for (uint32_t i = 0; i < 5000U; ++i) {
      const RelStr str = name_of(i, name, sizeof(name));
      assert_int_equal(rel_intern_add(&intern, str, &number), REL_OK);
      assert_int_equal(number, i);
    }
    assert_int_equal(intern.n, 5000);
  }
  for (uint32_t i = 0; i < 5000U; ++i) {
    const RelStr str = name_of(i, name, sizeof(name));
    assert_int_equal(rel_intern_find(&intern, str), i);
    assert_true(rel_str_equal(intern.strings[i], str));
    // a copy, not a view of what the caller gave
    assert_ptr_not_equal(intern.strings[i].data, str.data);
  }
  assert_int_equal(rel_intern_find(&intern, REL_STR("nobody")), UINT32_MAX);
  assert_int_equal(rel_intern_add(&intern, rel_str(NULL), &number), REL_OK);
  assert_int_equal(rel_intern_find(&intern, REL_STR("")), number);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

/// Add 40 long strings; first failure
static RelStatus
work(RelIntern *intern)
{
  char text[1 << 14];
  RelStatus st = REL_OK;

  memset(text, 'x', sizeof(text));
  for (uint32_t i = 0, number = 0; i < 40U; ++i) {
    text[i] = 'y';
    REL_TRY(st, rel_intern_add(intern, (RelStr){text, sizeof(text)}, &number));
  }
  return st;
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 1; st; ++n) {
    Failing failing = {0U, n, 0U};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    RelArena arena;
    RelIntern intern;
    rel_arena_init(&arena, world);
    rel_intern_init(&intern, &arena);
    st = work(&intern);
    assert_true(!st || st == REL_NO_MEMORY);
    // what was added before can be found
    for (uint32_t i = 0; i < intern.n; ++i) {
      assert_int_equal(rel_intern_find(&intern, intern.strings[i]), i);
    }
    assert_true(st ? intern.n < 40U : intern.n == 40U);
    rel_arena_clear(&arena);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

/// Every place where a first string can fail for lack of memory
static void
test_each_step_fails(void **state)
{
  Failing failing = {0U, SIZE_MAX, 0U};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  // what the block has left before the call, in bytes
  static const size_t left[] = {0U, 300U, 540U};

  (void)state;
  for (size_t i = 0; i < sizeof(left) / sizeof(*left); ++i) {
    RelArena arena;
    RelIntern intern;
    uint32_t number = 0;
    rel_arena_init(&arena, world);
    rel_intern_init(&intern, &arena);
    failing.fail_at = SIZE_MAX;
    rel_arena_alloc(&arena, 1U);
    rel_arena_alloc(&arena, (1U << 16U) - 16U - left[i]);
    failing.fail_at = 0U;
    assert_int_equal(
        rel_intern_add(&intern,
                       REL_STR("some words of news that are longer "
                               "than what is left in the block"),
                       &number),
        REL_NO_MEMORY);
    assert_int_equal(intern.n, 0);
    assert_int_equal(rel_intern_find(&intern, REL_STR("news")), UINT32_MAX);
    rel_arena_clear(&arena);
  }
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_no_memory),
      cmocka_unit_test(test_each_step_fails),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
