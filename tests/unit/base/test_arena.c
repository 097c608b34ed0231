// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/arena.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdalign.h>
#include <string.h>

static int
setup(void **state)
{
  *state = rel_world_new(NULL);
  return *state ? 0 : -1;
}

static int
teardown(void **state)
{
  rel_world_free(*state);
  return 0;
}

static void
test_pieces_do_not_touch(void **state)
{
  enum { N_PIECES = 3000 }; // 4.5 MB: many blocks
  RelArena arena;
  unsigned char **const pieces = malloc(N_PIECES * sizeof(*pieces));

  rel_arena_init(&arena, *state);
  for (size_t i = 0; i < N_PIECES; ++i) {
    pieces[i] = rel_arena_alloc(&arena, i);
    assert_non_null(pieces[i]);
    assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
    memset(pieces[i], (int)(i % 251U), i);
  }
  for (size_t i = 0; i < N_PIECES; ++i) {
    for (size_t k = 0; k < i; ++k) {
      if (pieces[i][k] != i % 251U) {
        fail_msg("piece %zu was written over", i);
      }
    }
  }
  rel_arena_clear(&arena);
  free(pieces);
}

/// What fits into a block needs memory from outside only once
static void
test_reset(void **state)
{
  Failing failing = {0, SIZE_MAX, 0};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  rel_arena_reset(&arena);
  assert_null(arena.blocks);
  assert_non_null(rel_arena_alloc(&arena, 10U));
  const size_t n_calls = failing.n_calls;
  for (unsigned i = 0; i < 100U; ++i) {
    rel_arena_reset(&arena);
    memset(rel_arena_alloc(&arena, 60000U), 1, 60000U);
  }
  assert_int_equal(failing.n_calls, n_calls);
  // a block for one large piece is not kept
  assert_non_null(rel_arena_alloc(&arena, 1U << 20U));
  const size_t n_live = failing.n_live;
  rel_arena_reset(&arena);
  assert_int_equal(failing.n_live, n_live - 1U);
  assert_int_equal(arena.used, 0);
  rel_arena_clear(&arena);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

static void
test_clear_and_use_again(void **state)
{
  RelArena arena;

  rel_arena_init(&arena, *state);
  rel_arena_clear(&arena);
  assert_non_null(rel_arena_alloc(&arena, 10U));
  rel_arena_clear(&arena);
  assert_null(arena.blocks);
  assert_int_equal(arena.used, 0);
  assert_non_null(rel_arena_alloc(&arena, 1U << 20U));
  rel_arena_clear(&arena);
}

static void
test_zeroed(void **state)
{
  RelArena arena;

  rel_arena_init(&arena, *state);
  // dirty a block, give it back, and look at fresh zeros
  memset(rel_arena_alloc(&arena, 1000U), 0xFF, 1000U);
  const unsigned char *const data = rel_arena_calloc(&arena, 100U, 10U);
  for (size_t i = 0; i < 1000U; ++i) {
    assert_int_equal(data[i], 0);
  }
  assert_non_null(rel_arena_calloc(&arena, 0U, 8U));
  assert_non_null(rel_arena_calloc(&arena, 8U, 0U));
  rel_arena_clear(&arena);
}

static void
test_overflow(void **state)
{
  RelArena arena;

  rel_arena_init(&arena, *state);
  assert_null(rel_arena_alloc(&arena, SIZE_MAX));
  assert_null(rel_arena_alloc(&arena, SIZE_MAX - 20U));
  assert_null(rel_arena_calloc(&arena, SIZE_MAX / 2U, 3U));
  rel_arena_clear(&arena);
}

static void
test_copy_and_format(void **state)
{
  RelArena arena;
  RelStr copy;
  RelStr text;

  rel_arena_init(&arena, *state);
  assert_int_equal(rel_arena_copy(&arena, REL_STR("a\0b"), &copy), REL_OK);
  assert_memory_equal(copy.data, "a\0b", 4U);
  assert_int_equal(copy.len, 3);
  assert_int_equal(rel_arena_copy(&arena, rel_str(NULL), &copy), REL_OK);
  assert_string_equal(copy.data, "");
  assert_int_equal(rel_arena_format(&arena, &text, "%s-%d", "claim", 12),
                   REL_OK);
  assert_string_equal(text.data, "claim-12");
  assert_int_equal(text.len, 8);
  rel_arena_clear(&arena);
}

/// The work of the memory test; first failure
static RelStatus
work(RelWorld *world)
{
  RelArena arena;
  RelStr copy;
  RelStatus st = REL_OK;

  rel_arena_init(&arena, world);
  st = rel_arena_copy(&arena, REL_STR("news"), &copy);
  st = st ? st : rel_arena_alloc(&arena, 1U << 17U) ? REL_OK : REL_NO_MEMORY;
  st = st                                        ? st
       : rel_arena_calloc(&arena, 2U, 1U << 17U) ? REL_OK
                                                 : REL_NO_MEMORY;
  st = st ? st : rel_arena_format(&arena, &copy, "%70000d", 1);
  rel_arena_clear(&arena);
  return st;
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;
  size_t n = 0;

  (void)state;
  for (; st; ++n) {
    // the world's own block is call 0
    Failing failing = {0U, n + 1U, 0U};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    st = work(world);
    assert_true(!st || st == REL_NO_MEMORY);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
  assert_int_equal(n, 5);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_pieces_do_not_touch),
      cmocka_unit_test(test_reset),
      cmocka_unit_test(test_clear_and_use_again),
      cmocka_unit_test(test_zeroed),
      cmocka_unit_test(test_overflow),
      cmocka_unit_test(test_copy_and_format),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, setup, teardown);
}
