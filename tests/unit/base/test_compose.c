// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/compose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

/// A letter, a mark, and both as one code point
static const struct {
  uint32_t letter;
  uint32_t mark;
  uint32_t composed; ///< 0: there is none
} cases[] = {
    {'e', 0x301, 0xE9},      {'U', 0x308, 0xDC},  {'s', 0x323, 0x1E63},
    {0xF4, 0x303, 0x1ED7},   {'q', 0x301, 0},     {0x3B1, 0x301, 0},
    {0x1E63, 0x307, 0x1E69}, {'z', 0x30C, 0x17E},
};

static void
test_compose(void **state)
{
  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    assert_int_equal(rel_compose(cases[i].letter, cases[i].mark),
                     cases[i].composed);
  }
}

static void
test_letter(void **state)
{
  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    if (cases[i].composed && cases[i].letter < 0x80U) {
      assert_int_equal(rel_compose_letter(cases[i].composed), cases[i].letter);
    }
  }
  assert_int_equal(rel_compose_letter(0x1ED7U), 'o'); // two marks
  assert_int_equal(rel_compose_letter('x'), 'x');
  assert_int_equal(rel_compose_letter(0x3B1U), 0x3B1U);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_compose),
      cmocka_unit_test(test_letter),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
