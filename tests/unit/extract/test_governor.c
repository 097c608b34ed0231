// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/governor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
  const char *lemma;
  bool is_noun;
  RelModality modality;
  unsigned flags; ///< That must be set
} cases[] = {
    {"say", false, REL_ACTUAL, REL_GOVERNS_REPORTED},
    {"announce", false, REL_ACTUAL,
     REL_GOVERNS_REPORTED | REL_GOVERNS_COMMITTED},
    {"deny", false, REL_ACTUAL, REL_GOVERNS_REPORTED | REL_GOVERNS_NEGATED},
    {"allege", false, REL_POSSIBLE, REL_GOVERNS_REPORTED},
    {"threaten", false, REL_THREATENED, REL_GOVERNS_SUBJECT},
    {"plan", false, REL_PLANNED, REL_GOVERNS_SUBJECT},
    {"want", false, REL_POSSIBLE, 0},
    {"hope", false, REL_POSSIBLE, REL_GOVERNS_WISH},
    {"refuse", false, REL_ACTUAL, REL_GOVERNS_NEGATED},
    {"begin", false, REL_ACTUAL, REL_GOVERNS_FACT},
    {"accuse", false, REL_POSSIBLE, REL_GOVERNS_REPORTED},
    {"zzz", false, REL_N_MODALITIES, 0},
    {"", false, REL_N_MODALITIES, 0},
    {"threat", true, REL_THREATENED, 0},
    {"effort", true, REL_POSSIBLE, 0},
    {"intent", true, REL_PLANNED, 0},
    {"say", true, REL_N_MODALITIES, 0},
};

static void
test_rows(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const RelGovernor *const row =
        rel_governor_find(rel_str(cases[i].lemma), cases[i].is_noun);
    if (cases[i].modality == REL_N_MODALITIES) {
      assert_null(row);
    } else {
      assert_non_null(row);
      assert_string_equal(row->lemma, cases[i].lemma);
      assert_int_equal(row->modality, cases[i].modality);
      assert_int_equal(row->flags & cases[i].flags, cases[i].flags);
    }
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
