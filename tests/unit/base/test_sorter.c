// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/sorter.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

enum { MANY = 20000, LONG = 40000 };

/// Numbers in an order of their own, each twice, as text of fixed width
static RelStatus
add_all(RelSorter *sorter)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < 2U * MANY; ++i) {
    char text[16];
    snprintf(text, sizeof(text), "%08u", (i * 7919U) % MANY);
    REL_TRY(st, rel_sorter_add(sorter, rel_str(text)));
  }
  return rel_sorter_finish(sorter);
}

static const size_t rooms[] = {1U << 30U, 100000U, 5000U};

static void
test_order(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t r = 0; r < sizeof(rooms) / sizeof(*rooms); ++r) {
    RelSorter sorter;
    RelStr record = {0};

    rel_sorter_init(&sorter, world, NULL, rooms[r]);
    assert_int_equal(add_all(&sorter), REL_OK);
    assert_int_equal(sorter.n_runs > 1U, r > 0U);
    for (uint32_t i = 0; i < MANY; ++i) {
      char text[16];
      snprintf(text, sizeof(text), "%08u", i);
      assert_int_equal(rel_sorter_next(&sorter, &record), REL_OK);
      assert_int_equal(record.len, 8);
      assert_memory_equal(record.data, text, 8);
    }
    assert_int_equal(rel_sorter_next(&sorter, &record), REL_OK);
    assert_null(record.data);
    rel_sorter_clear(&sorter);
  }
  rel_world_free(world);
}

/// Longer than a buffer, empty, with NULs, one the beginning of another
static void
test_odd_records(void **state)
{
  static char text[LONG];
  RelWorld *const world = rel_world_new(NULL);
  const RelStr records[] = {REL_STR(""),  REL_STR("a"),      {"a\0b", 3U},
                            {text, LONG}, {text, LONG - 1U}, REL_STR("")};
  const size_t order[] = {0, 1, 2, 4, 3};

  (void)state;
  memset(text, 'b', sizeof(text));
  for (size_t room = 1; room <= LONG * 10U; room *= 40U) {
    RelSorter sorter;
    RelStr record = {0};

    rel_sorter_init(&sorter, world, "/tmp", room);
    for (size_t i = 0; i < 6U; ++i) {
      assert_int_equal(rel_sorter_add(&sorter, records[i]), REL_OK);
    }
    assert_int_equal(rel_sorter_finish(&sorter), REL_OK);
    for (size_t i = 0; i < 5U; ++i) {
      assert_int_equal(rel_sorter_next(&sorter, &record), REL_OK);
      assert_true(rel_str_equal(record, records[order[i]]));
    }
    assert_int_equal(rel_sorter_next(&sorter, &record), REL_OK);
    assert_null(record.data);
    rel_sorter_clear(&sorter);
  }
  rel_world_free(world);
}

static void
test_nothing_and_nowhere(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelSorter sorter;
  RelStr record = {0};

  (void)state;
  rel_sorter_init(&sorter, world, "/none/such", 10U);
  assert_int_equal(rel_sorter_finish(&sorter), REL_OK);
  assert_int_equal(rel_sorter_next(&sorter, &record), REL_OK);
  assert_null(record.data);
  assert_int_equal(rel_sorter_add(&sorter, REL_STR("a")), REL_OK);
  assert_int_equal(rel_sorter_add(&sorter, REL_STR("b")), REL_BAD_FILE);
  assert_non_null(strstr(rel_world_error(world), "/none/such"));
  rel_sorter_clear(&sorter);
  rel_world_free(world);
}

static RelStatus
try_everything(RelWorld *world)
{
  RelSorter sorter;
  RelStr record = {0};
  RelStatus st = REL_OK;

  rel_sorter_init(&sorter, world, NULL, 40U);
  for (char c = 'z'; !st && c >= 'a'; --c) {
    st = rel_sorter_add(&sorter, (RelStr){&c, 1U});
  }
  st = st ? st : rel_sorter_finish(&sorter);
  do {
    st = st ? st : rel_sorter_next(&sorter, &record);
  } while (!st && record.data);
  rel_sorter_clear(&sorter);
  return st;
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 1; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);

    assert_non_null(world);
    st = try_everything(world);
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_odd_records),
      cmocka_unit_test(test_nothing_and_nowhere),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
