// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/body.h"
#include "mention/country.h"
#include "mention/currency.h"
#include "mention/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
check_sorted(const RelLexeme *table, size_t n)
{
  for (size_t i = 1; i < n; ++i) {
    assert_true(strcmp(table[i - 1U].word, table[i].word) < 0);
  }
}

static void
test_tables_are_sorted(void **state)
{
  (void)state;
  check_sorted(rel_words, rel_words_n);
  check_sorted(rel_given, rel_given_n);
  for (size_t i = 1; i < rel_country_names_n; ++i) {
    assert_true(
        strcmp(rel_country_names[i - 1U].name, rel_country_names[i].name) < 0);
    assert_true(rel_country_names[i].country < rel_countries_n);
  }
}

static void
test_bodies_and_currencies(void **state)
{
  (void)state;
  for (size_t i = 0; i < rel_body_names_n; ++i) {
    const char *const usual = rel_body_usual(rel_str(rel_body_names[i].name));

    // the usual name goes by itself
    assert_string_equal(usual, rel_body_names[i].usual);
    assert_string_equal(rel_body_usual(rel_str(usual)), usual);
  }
  assert_string_equal(rel_body_usual(REL_STR("U.N.")), "United Nations");
  assert_null(rel_body_usual(REL_STR("Orbex")));
  for (size_t i = 0; i < rel_currency_names_n; ++i) {
    assert_string_equal(rel_currency_find(rel_str(rel_currency_names[i].words)),
                        rel_currency_names[i].code);
  }
  assert_string_equal(rel_currency_find(REL_STR("norwegian kroner")), "NOK");
  assert_null(rel_currency_find(REL_STR("kroner")));
}

static void
test_words(void **state)
{
  static const struct {
    const char *word;
    uint32_t class;
  } cases[] = {
      {"Mr", REL_WORD_COURTESY},    {"MINISTER", REL_WORD_ROLE},
      {"visit", REL_WORD_EVENT},    {"Señor", REL_WORD_COURTESY},
      {"Friday", REL_WORD_WEEKDAY}, {"lender", REL_WORD_COMPANY},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    assert_true(rel_word_classes(rel_str(cases[i].word)) & cases[i].class);
  }
  assert_int_equal(rel_word_classes(REL_STR("zzyzx")), 0U);
  assert_int_equal(rel_word_classes((RelStr){NULL, 0U}), 0U);
}

static void
test_given_names(void **state)
{
  static const struct {
    const char *word;
    uint32_t classes;
  } cases[] = {
      {"Wilhelmina", REL_GIVEN_FEMALE},
      {"JOSÉ", REL_GIVEN_MALE},
      {"Zhang", REL_GIVEN_FAMILY},
      {"Kim", REL_GIVEN_FEMALE | REL_GIVEN_FAMILY},
      {"Qqq", 0U},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    assert_int_equal(rel_given_classes(rel_str(cases[i].word)),
                     cases[i].classes);
  }
}

static void
test_countries(void **state)
{
  static const struct {
    const char *name;
    const char *code;
    RelCountryNameKind kind;
  } cases[] = {
      {"U.S.", "US", REL_COUNTRY_NAME},
      {"United States of America", "US", REL_COUNTRY_NAME},
      {"Norwegian", "NO", REL_COUNTRY_DEMONYM},
      {"Norwegians", "NO", REL_COUNTRY_DEMONYM},
      {"Addis Ababa", "ET", REL_COUNTRY_CAPITAL},
      {"Singapore", "SG", REL_COUNTRY_NAME},
  };
  static const char *const others[] = {"us", "Oslos", "Korean", "Wales Bank",
                                       ""};

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    const RelCountryName *const found =
        rel_country_find(rel_str(cases[i].name));

    assert_non_null(found);
    assert_string_equal(rel_countries[found->country].code, cases[i].code);
    assert_int_equal(found->kind, cases[i].kind);
  }
  for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); ++i) {
    assert_null(rel_country_find(rel_str(others[i])));
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tables_are_sorted),
      cmocka_unit_test(test_bodies_and_currencies),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_given_names),
      cmocka_unit_test(test_countries),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
