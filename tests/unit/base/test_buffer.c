// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/buffer.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void
test_add(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  RelBuffer buffer = {&arena, NULL, 0U, 0U, REL_OK};
  assert_int_equal(rel_buffer_str(&buffer).len, 0);

  rel_buffer_add(&buffer, rel_str(NULL));
  assert_string_equal(buffer.data, "");
  for (size_t i = 0; i < 1000U; ++i) {
    rel_buffer_add(&buffer, REL_STR("good "));
    rel_buffer_add_char(&buffer, 'x');
    assert_int_equal(buffer.data[buffer.len], '\0');
  }
  const RelStr text = rel_buffer_str(&buffer);
  assert_int_equal(text.len, 6000);
  assert_int_equal(buffer.status, REL_OK);
  for (size_t i = 0; i < 1000U; ++i) {
    assert_memory_equal(text.data + 6U * i, "good x", 6U);
  }
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

  (void)state;
  rel_arena_init(&arena, world);
  RelBuffer buffer = {&arena, NULL, 0U, 0U, REL_OK};
  rel_buffer_add(&buffer, REL_STR("news"));
  while (!buffer.status && buffer.len < (1U << 20U)) {
    rel_buffer_add(&buffer, rel_buffer_str(&buffer));
  }
  assert_int_equal(buffer.status, REL_NO_MEMORY);

  // nothing is added behind a gap, even if memory would come back
  const size_t len = buffer.len;
  failing.fail_at = SIZE_MAX;
  rel_buffer_add(&buffer, REL_STR("late"));
  assert_int_equal(buffer.len, len);
  assert_memory_equal(buffer.data, "newsnews", 8U);
  rel_arena_clear(&arena);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_add),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
