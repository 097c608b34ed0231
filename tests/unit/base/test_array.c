// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/array.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef REL_ARRAY(uint64_t) Numbers;

static void
test_push(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  Numbers numbers = {0};

  (void)state;
  rel_arena_init(&arena, world);
  for (uint64_t i = 0; i < 10000U; ++i) {
    assert_int_equal(REL_ARRAY_PUSH(&arena, &numbers, i * i), REL_OK);
    assert_true(numbers.n <= numbers.capacity);
  }
  assert_int_equal(numbers.n, 10000);
  for (uint64_t i = 0; i < 10000U; ++i) {
    assert_int_equal(numbers.items[i], i * i);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_too_many(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  uint32_t capacity = UINT32_MAX / 2U + 1U;
  void *items = NULL;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(
      rel_array_reserve(&arena, (void *)&items, capacity, &capacity, 1U),
      REL_NO_MEMORY);
  assert_null(items);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  Failing failing = {0U, 2U, 0U};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelArena arena;
  Numbers numbers = {0};
  RelStatus st = REL_OK;

  (void)state;
  rel_arena_init(&arena, world);
  while (!st && numbers.n < (1U << 20U)) {
    st = REL_ARRAY_PUSH(&arena, &numbers, numbers.n);
  }
  // what was there stays
  assert_int_equal(st, REL_NO_MEMORY);
  assert_true(numbers.n >= 16U);
  for (uint32_t i = 0; i < numbers.n; ++i) {
    assert_int_equal(numbers.items[i], i);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_push),
      cmocka_unit_test(test_too_many),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
