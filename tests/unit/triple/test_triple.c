// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/triple.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void
test_texts(void **state)
{
  const char *const kinds[] = {"none",     "thing", "person",   "organisation",
                               "country",  "place", "facility", "event",
                               "work",     "role",  "date",     "money",
                               "quantity", "clause"};
  const char *const modalities[] = {"actual",   "planned",     "threatened",
                                    "possible", "conditional", "asked"};
  const char *const roles[] = {"time",   "place",  "recipient", "amount",
                               "manner", "reason", "other"};

  (void)state;
  assert_int_equal(sizeof(kinds) / sizeof(*kinds), REL_N_TERM_KINDS);
  for (unsigned i = 0; i < REL_N_TERM_KINDS; ++i) {
    assert_string_equal(rel_term_kind_text((RelTermKind)i), kinds[i]);
    assert_int_equal(rel_term_is_value((RelTermKind)i), i >= REL_TERM_DATE);
  }
  assert_int_equal(sizeof(modalities) / sizeof(*modalities), REL_N_MODALITIES);
  for (unsigned i = 0; i < REL_N_MODALITIES; ++i) {
    assert_string_equal(rel_modality_text((RelModality)i), modalities[i]);
  }
  assert_int_equal(sizeof(roles) / sizeof(*roles), REL_N_SLOT_ROLES);
  for (unsigned i = 0; i < REL_N_SLOT_ROLES; ++i) {
    assert_string_equal(rel_slot_role_text((RelSlotRole)i), roles[i]);
  }
}

static void
test_is_same(void **state)
{
  const RelTerm first = {.label = REL_STR("letter"), .text = REL_STR("one")};
  const RelTerm again = {.label = REL_STR("letter"), .text = REL_STR("it")};
  const RelTerm second = {.label = REL_STR("letter"), .namesake = 1U};
  const RelTerm other = {.label = REL_STR("letters")};

  (void)state;
  assert_true(rel_term_is_same(&first, &again));
  assert_false(rel_term_is_same(&first, &second));
  assert_false(rel_term_is_same(&first, &other));
}

static const struct {
  RelModality modality;
  RelPolarity polarity;
  const char *source; ///< Null: the newsroom
  const char *text;
} cases[] = {
    {REL_ACTUAL, REL_POSITIVE, NULL, "asserted"},
    {REL_ACTUAL, REL_NEGATIVE, NULL, "negated"},
    {REL_PLANNED, REL_POSITIVE, NULL, "planned"},
    {REL_THREATENED, REL_POSITIVE, NULL, "threatened"},
    {REL_POSSIBLE, REL_POSITIVE, NULL, "possible"},
    {REL_CONDITIONAL, REL_POSITIVE, NULL, "possible"},
    {REL_ASKED, REL_POSITIVE, NULL, "possible"},
    {REL_ACTUAL, REL_POSITIVE, "Velia", "reported:Velia"},
    {REL_ACTUAL, REL_NEGATIVE, "Velia", "negated+reported:Velia"},
    {REL_POSSIBLE, REL_POSITIVE, "Jan Lund", "possible+reported:Jan Lund"},
    {REL_THREATENED, REL_NEGATIVE, "", "threatened+negated+reported"},
};

static void
test_factuality(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelTriple triple = {.modality = cases[i].modality,
                        .polarity = cases[i].polarity};
    char text[64];

    if (cases[i].source) {
      triple.source.kind = REL_TERM_PERSON;
      triple.source.label = rel_str(cases[i].source);
    }
    rel_triple_factuality(&triple, text, sizeof(text));
    assert_string_equal(text, cases[i].text);
    assert_int_equal(rel_triple_is_asserted(&triple),
                     !strcmp(cases[i].text, "asserted"));
  }
}

static void
test_factuality_in_small_room(void **state)
{
  const RelTriple triple = {.modality = REL_THREATENED,
                            .polarity = REL_NEGATIVE};
  static const char whole[] = "threatened+negated";

  (void)state;
  for (size_t size = 0; size <= sizeof(whole); ++size) {
    char text[sizeof(whole) + 1U];
    memset(text, '#', sizeof(text));
    rel_triple_factuality(&triple, text, size);
    assert_int_equal(text[size], '#');
    if (size) {
      assert_int_equal(strlen(text), size - 1U);
      assert_memory_equal(text, whole, size - 1U);
    }
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_texts),
      cmocka_unit_test(test_is_same),
      cmocka_unit_test(test_factuality),
      cmocka_unit_test(test_factuality_in_small_room),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
