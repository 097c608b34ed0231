// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/status.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void
test_text(void **state)
{
  (void)state;
  for (int status = REL_OK; status <= REL_STOPPED; ++status) {
    const char *const text = rel_status_text((RelStatus)status);
    assert_non_null(text);
    assert_true(strlen(text) > 0U);
    assert_int_not_equal(text[strlen(text) - 1U], '.');
    assert_string_not_equal(text, "Unknown status");
    for (int other = REL_OK; other < status; ++other) {
      assert_string_not_equal(text, rel_status_text((RelStatus)other));
    }
  }
  assert_string_equal(rel_status_text((RelStatus)(REL_STOPPED + 1)),
                      "Unknown status");
}

static RelStatus
count_until(RelStatus status, int *n)
{
  RelStatus st = REL_OK;

  REL_TRY(st, REL_OK);
  ++*n;
  REL_TRY(st, status);
  ++*n;
  return st;
}

static void
test_try(void **state)
{
  int n = 0;

  (void)state;
  assert_int_equal(count_until(REL_BAD_ARG, &n), REL_BAD_ARG);
  assert_int_equal(n, 1);
  assert_int_equal(count_until(REL_OK, &n), REL_OK);
  assert_int_equal(n, 3);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text),
      cmocka_unit_test(test_try),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
