// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/tally.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

enum { N = 10000 };

static RelStatus
add(RelTally *tally, uint32_t group, unsigned i, bool *is_new)
{
  char text[32];
  const int len = snprintf(text, sizeof(text), "<e:s%u> .", i);

  return rel_tally_add(tally, group, (RelStr){text, (size_t)len}, is_new);
}

static void
test_counts(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelTally tally;
  bool is_new = false;

  (void)state;
  rel_tally_init(&tally, world);
  for (uint32_t group = 0; group < 3U; ++group) {
    for (unsigned round = 0; round < 2U; ++round) {
      for (unsigned i = 0; i < N; ++i) {
        assert_int_equal(add(&tally, group, i, &is_new), REL_OK);
        assert_int_equal(is_new, round == 0U);
      }
    }
    assert_int_equal(tally.n, (group + 1U) * N);
  }
  rel_tally_clear(&tally);
  assert_int_equal(tally.n, 0);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 0; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);

    if (world) {
      RelTally tally;
      bool is_new = false;
      rel_tally_init(&tally, world);
      st = REL_OK;
      for (unsigned i = 0; !st && i < N; ++i) {
        st = add(&tally, 0U, i, &is_new);
      }
      rel_tally_clear(&tally);
    }
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
