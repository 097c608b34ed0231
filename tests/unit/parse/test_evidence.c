// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/evidence.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define BIT(name) (1U << REL_EVIDENCE_##name)

/// Classes of up to four words parted by single blanks
static uint32_t
classes_of(const char *words)
{
  RelToken tokens[8] = {{.begin = 0U}};
  size_t n = 0U;

  for (const char *at = words; *at; ++n) {
    size_t len = 0U;
    while (at[len] && at[len] != ' ') {
      ++len;
    }
    tokens[n].form = (RelStr){at, len};
    at += len + (at[len] == ' ');
  }
  return rel_evidence_of(tokens, n);
}

static void
test_classes(void **state)
{
  static const struct {
    const char *words;
    uint32_t has;
  } cases[] = {
      {"Norway", BIT(COUNTRY)},
      {"NORWAY", BIT(COUNTRY)},
      {"norway", BIT(COUNTRY)},
      {"Norwegian", BIT(DEMONYM)},
      {"New Zealand", BIT(COUNTRY)},
      {"Guinea - Bissau", BIT(COUNTRY)},
      {"Guinea-Bissau", BIT(COUNTRY)},
      {"Black Sea", BIT(REGION)},
      {"Reuters", BIT(ORGANISATION)},
      {"University", BIT(ORGWORD)},
      {"River", BIT(PLACEWORD)},
      {"Maria", BIT(GIVEN)},
      {"Hansen", BIT(FAMILY)},
      {"Bergen", BIT(CITY)},
      {"Mrs.", BIT(TITLE)},
      {"President", BIT(ROLE)},
      {"Friday", BIT(CALENDAR)},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const uint32_t classes = classes_of(cases[i].words);
    if ((classes & cases[i].has) != cases[i].has) {
      print_error("%s: %x\n", cases[i].words, classes);
    }
    assert_int_equal(classes & cases[i].has, cases[i].has);
  }
}

static void
test_unlisted(void **state)
{
  static const char *const cases[] = {
      "", "-", "Qwertzuiop", "New", "Zealand New", "\xFF\xFE", "Norwayy",
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    assert_int_equal(classes_of(cases[i]) & (BIT(COUNTRY) | BIT(REGION)), 0);
  }
  assert_int_equal(classes_of("Qwertzuiop"), 0);
}

static void
test_list_is_sorted(void **state)
{
  (void)state;
  assert_true(rel_evidence_list.n > 1000U);
  for (uint32_t i = 1; i < rel_evidence_list.n; ++i) {
    assert_true(rel_evidence_list.keys[i - 1U] < rel_evidence_list.keys[i]);
  }
  for (uint32_t i = 0; i < rel_evidence_list.n; ++i) {
    assert_true(rel_evidence_list.classes[i] != 0U);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_classes),
      cmocka_unit_test(test_unlisted),
      cmocka_unit_test(test_list_is_sorted),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
