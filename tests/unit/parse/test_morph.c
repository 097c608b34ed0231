// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/morph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void
test_bases(void **state)
{
  static const struct {
    const char *form;
    RelXpos xpos;
    const char *bases; ///< Each with a blank behind it
  } cases[] = {
      {"tries", REL_XPOS_VBZ, "try trie trie "},
      {"ships", REL_XPOS_NNS, "ship "},
      {"clashes", REL_XPOS_NNS, "clashe clash "},
      {"Houses", REL_XPOS_NNS, "house hous "},
      {"wives", REL_XPOS_NNS, "wif wife wive "},
      {"wives", REL_XPOS_VBZ, "wive "},
      {"horsemen", REL_XPOS_NNS, "horseman "},
      {"stopped", REL_XPOS_VBD, "stop stopp stoppe "},
      {"called", REL_XPOS_VBN, "cal call calle "},
      {"timed", REL_XPOS_VBN, "time "},
      {"FADED", REL_XPOS_VBD, "fade "},
      {"quoted", REL_XPOS_VBD, "quote "},
      {"boxed", REL_XPOS_VBD, "box boxe "},
      {"occupied", REL_XPOS_VBN, "occupy occupie occupi occupie "},
      {"festering", REL_XPOS_VBG, "fester festere "},
      {"barring", REL_XPOS_VBG, "bar barr barre "},
      {"string", REL_XPOS_VBG, "stre "},
      {"hottest", REL_XPOS_JJS, "hot hott hotte "},
      {"closest", REL_XPOS_JJS, "close "},
      {"wealthier", REL_XPOS_JJR, "wealthy wealthi wealthie "},
      {"went", REL_XPOS_VBD, ""},
      {"press", REL_XPOS_NNS, ""},
      {"s", REL_XPOS_NNS, ""},
      {"ed", REL_XPOS_VBD, ""},
      {"caf\xC3\xA9s", REL_XPOS_NNS, ""},
      {"ships", REL_XPOS_NN, ""},
      {"", REL_XPOS_NNS, ""},
      {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaas", REL_XPOS_NNS, ""},
  };

  (void)state;
  for (size_t i = 0; i < COUNT(cases); ++i) {
    char found[REL_MAX_BASES * (REL_MAX_INFLECTED + 3)] = "";
    RelBases bases;

    rel_morph_bases(rel_str(cases[i].form), cases[i].xpos, &bases);
    for (uint32_t k = 0; k < bases.n; ++k) {
      strcat(strcat(found, bases.texts[k]), " ");
    }
    assert_string_equal(found, cases[i].bases);
  }
}

/// The longest form that is looked at has room for its base
static void
test_longest(void **state)
{
  char form[REL_MAX_INFLECTED + 1];
  RelBases bases;

  (void)state;
  memset(form, 'a', sizeof(form) - 1U);
  memcpy(form + REL_MAX_INFLECTED - 3, "men", 4U);
  rel_morph_bases(rel_str(form), REL_XPOS_NNS, &bases);
  assert_int_equal(bases.n, 1);
  assert_int_equal(strlen(bases.texts[0]), REL_MAX_INFLECTED);
  assert_true(rel_str_ends(rel_str(bases.texts[0]), REL_STR("aman")));
}

static void
test_irregular(void **state)
{
  static const struct {
    const char *form;
    RelXpos xpos;
    const char *base;
  } cases[] = {
      {"arisen", REL_XPOS_VBN, "arise"}, {"wrung", REL_XPOS_VBD, "wring"},
      {"Fought", REL_XPOS_VBD, "fight"}, {"withheld", REL_XPOS_VBN, "withhold"},
      {"stole", REL_XPOS_VBD, "steal"},  {"stolen", REL_XPOS_VBN, "steal"},
      {"woke", REL_XPOS_VBD, "wake"},    {"underwent", REL_XPOS_VBD, "undergo"},
      {"teeth", REL_XPOS_NNS, "tooth"},  {"children", REL_XPOS_NNS, "child"},
      {"fought", REL_XPOS_NN, ""},       {"teeth", REL_XPOS_VBD, ""},
      {"asked", REL_XPOS_VBD, ""},       {"", REL_XPOS_VBD, ""},
  };

  (void)state;
  for (size_t i = 0; i < COUNT(cases); ++i) {
    assert_true(rel_str_equal(
        rel_morph_irregular(rel_str(cases[i].form), cases[i].xpos),
        rel_str(cases[i].base)));
  }
}

static void
test_kinds_of_tags(void **state)
{
  (void)state;
  assert_true(rel_morph_is_inflected(REL_XPOS_VBG));
  assert_true(rel_morph_is_inflected(REL_XPOS_JJS));
  assert_false(rel_morph_is_inflected(REL_XPOS_NN));
  assert_false(rel_morph_is_inflected(REL_XPOS_NNPS));
  assert_true(rel_morph_is_bare(REL_XPOS_JJ));
  assert_true(rel_morph_is_bare(REL_XPOS_NNP));
  assert_false(rel_morph_is_bare(REL_XPOS_PRP));
  assert_false(rel_morph_is_bare(REL_XPOS_VBD));
}

static void
test_grouped_numbers(void **state)
{
  static const struct {
    const char *form;
    bool is_grouped;
  } cases[] = {
      {"2,000", true}, {"12,345,678", true}, {"2,000.5", true},
      {"2000", false}, {"2,00", false},      {"2,0000", false},
      {",000", false}, {"1,00,000", false},  {"2,000x", false},
      {"2.5", false},  {"2,", false},        {"", false},
  };

  (void)state;
  for (size_t i = 0; i < COUNT(cases); ++i) {
    assert_int_equal(rel_morph_is_grouped(rel_str(cases[i].form)),
                     cases[i].is_grouped);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_bases),
      cmocka_unit_test(test_longest),
      cmocka_unit_test(test_irregular),
      cmocka_unit_test(test_kinds_of_tags),
      cmocka_unit_test(test_grouped_numbers),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
