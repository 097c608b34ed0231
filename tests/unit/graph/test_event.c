// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/event.h"

#include "graph/event_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static const struct {
  const char *subject, *predicate, *object;
  const char *class;
} claims[] = {
    // as it stands, in the passive, before a preposition
    {"Ana Mora", "meet", "Jan Lund", "Meet"},
    {"Ana Mora", "meet with", "Jan Lund", "Meet"},
    {"three men", "be arrested", "", "Arrest"},
    {"three men", "be arrested in", "Oslo", "Arrest"},
    {"a man", "be killed at", "work", "Kill"},
    {"Norland", "call for", "a truce", "Appeal"},
    {"Norland", "Call  For", "a truce", "Appeal"},
    {"Norland", "call off", "the talks", "BreakOffTalks"},
    {"Norland", "be born in", "Oslo", "BeBorn"},
    // by the head of the object
    {"Norland", "impose", "tariffs on steel from Velia", "ImposeTariff"},
    {"Norland", "impose", "new import duties", "ImposeTariff"},
    {"Norland", "impose", "sanctions on Velia", "ImposeSanctions"},
    {"Norland", "impose", "sanctions, tariffs", "ImposeSanctions"},
    {"Norland", "impose", "its will", ""},
    {"Norland", "lift", "tariffs", "LowerTariff"},
    {"Norland", "raise", "Tariffs", "RaiseTariff"},
    {"Norland", "raise", "taxes", "Tax"},
    {"Norland", "raise", "questions", ""},
    {"the minister", "hold", "a press conference", "Say"},
    {"the minister", "hold", "talks with Velia", "Meet"},
    {"Acme", "file", "lawsuit against Bolt", "Sue"},
    {"lawmakers", "pass", "the bill", "MakeLaw"},
    {"lawmakers", "pass", "the house", ""},
    {"shots", "be fired", "", "Shoot"},
    {"40 workers", "be fired", "", "Dismiss"},
    // of the passive's subject
    {"tariffs on steel", "be imposed on", "Velia", "ImposeTariff"},
    {"a treaty", "be signed in", "Oslo", "SignAgreement"},
    {"Eva Ruiz", "be held in", "the county jail", "Arrest"},
    {"the vigil", "be held in", "the county jail", "Arrest"},
    {"the vigil", "be held in", "the park", "Protest"},
    // a noun within the predicate
    {"Velia", "sign trade agreement with", "Norland", "SignAgreement"},
    {"Acme", "file lawsuit against", "Bolt", "Sue"},
    {"Velia", "break off talks with", "Norland", "BreakOffTalks"},
    // what governs an infinitive
    {"Norland", "threaten to impose", "tariffs on steel", "Threaten"},
    {"Norland", "promise to buy", "wheat", "Promise"},
    {"Norland", "refuse to sign", "the treaty", "Reject"},
    {"Norland", "vow to retaliate", "", "Threaten"},
    {"Norland", "want to sign", "the treaty", ""},
    {"Norland", "fail to sign", "the treaty", ""},
    {"Norland", "be forced to sign", "the treaty", "Compel"},
    {"Norland", "begin to withdraw", "its troops", "Withdraw"},
    {"Norland", "continue to impose", "tariffs", "ImposeTariff"},
    {"Norland", "begin to threaten to impose", "tariffs", "Threaten"},
    // what means nothing alone
    {"Norland", "call", "Velia", ""},
    {"Norland", "be", "a country", ""},
    {"Norland", "be called", "a country", ""},
    {"Norland", "leave behind", "nobody", ""},
    {"Norland", "", "", ""},
    {"", " ", "", ""},
    {"Norland", "to", "to", ""},
    {"Norland", " to sign", "", ""},
    {"Norland", "threaten to", "Velia", "Threaten"},
    {"Norland", "in in in in", "in of on", ""},
    {"Norland", "impose", "tariffs,", "ImposeTariff"},
    {"Norland", "impose", ",", ""},
};

static void
test_classes(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(claims) / sizeof(*claims); ++i) {
    const RelEventWords words = {rel_str(claims[i].subject),
                                 rel_str(claims[i].predicate),
                                 rel_str(claims[i].object)};
    const RelStr class = rel_event_class(&words);

    if (!rel_str_equal(class, rel_str(claims[i].class))) {
      fail_msg("%s | %s | %s: expected \"%s\", not \"%.*s\"", claims[i].subject,
               claims[i].predicate, claims[i].object, claims[i].class,
               REL_ARG(class));
    }
  }
}

/// Odd words are looked up within their bounds
static void
test_long_words(void **state)
{
  char text[400];
  (void)state;

  for (size_t len = 1; len < sizeof(text); ++len) {
    memset(text, 'a', len);
    memcpy(text, "impose", len < 6U ? len : 6U);
    text[len - 1U] = len % 3U ? 's' : ' ';
    const RelEventWords words = {{text, len}, {text, len}, {text, len}};
    const RelEventWords object = {{text, len}, REL_STR("impose"), {text, len}};
    const RelStr class = rel_event_class(&words);

    assert_true(class.len < 20U);
    assert_int_equal(rel_event_class(&object).len, 0);
    rel_event_property(words.predicate, REL_TERM_PERSON, REL_TERM_PERSON);
  }
}

/// Each row of the table is found by its own key
static void
test_table(void **state)
{
  size_t n = 0;
  (void)state;

  for (uint32_t i = 0; i < rel_event_n_slots; ++i) {
    if (rel_event_slots[i]) {
      const RelEventRow *const row = &rel_event_rows[rel_event_slots[i] - 1U];
      const RelStr key = rel_str(row->key);
      const size_t bar = rel_str_find(key, REL_STR("|"));
      const RelStr verb = rel_str_slice(key, 0U, bar);
      const RelStr noun =
          bar < key.len ? rel_str_slice(key, bar + 1U, key.len) : REL_STR("");
      const RelEventWords words = {noun, verb, noun};

      assert_string_equal(rel_event_class(&words).data,
                          rel_event_names[row->event]);
      assert_true(rel_event_is_class(rel_str(rel_event_names[row->event])));
      ++n;
    }
  }
  assert_true(n > 3000U);
  assert_false(rel_event_is_class(REL_STR("Diplomacy")));
  assert_false(rel_event_is_class(REL_STR("")));
}

#define SCHEMA "https://schema.org/"
#define ORG    "http://www.w3.org/ns/org#"

static const struct {
  const char *predicate;
  RelTermKind subject, object;
  const char *property;
  bool is_inverse;
} relations[] = {
    {"work for", REL_TERM_PERSON, REL_TERM_ORGANISATION, SCHEMA "worksFor",
     false},
    {"work for", REL_TERM_PERSON, REL_TERM_THING, "", false},
    {"President of", REL_TERM_PERSON, REL_TERM_ORGANISATION, ORG "headOf",
     false},
    {"President of", REL_TERM_PERSON, REL_TERM_COUNTRY, "", false},
    {"be part of", REL_TERM_ORGANISATION, REL_TERM_ORGANISATION, ORG "memberOf",
     false},
    {"part of", REL_TERM_PLACE, REL_TERM_COUNTRY, SCHEMA "containedInPlace",
     false},
    {"part of", REL_TERM_ORGANISATION, REL_TERM_ORGANISATION,
     ORG "subOrganizationOf", false},
    {"found", REL_TERM_PERSON, REL_TERM_ORGANISATION, SCHEMA "founder", true},
    {"be born in", REL_TERM_PERSON, REL_TERM_PLACE, SCHEMA "birthPlace", false},
    {"be born in the", REL_TERM_PERSON, REL_TERM_PLACE, "", false},
    {"threaten", REL_TERM_PERSON, REL_TERM_PERSON, "", false},
    {"", REL_TERM_PERSON, REL_TERM_PERSON, "", false},
};

static void
test_properties(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(relations) / sizeof(*relations); ++i) {
    const RelEventProperty property =
        rel_event_property(rel_str(relations[i].predicate),
                           relations[i].subject, relations[i].object);

    if (!rel_str_equal(property.iri, rel_str(relations[i].property))) {
      fail_msg("%s: not %.*s", relations[i].predicate, REL_ARG(property.iri));
    }
    assert_int_equal(property.is_inverse, relations[i].is_inverse);
    if (property.iri.len) {
      assert_true(rel_event_is_property(property.iri));
    }
  }
  assert_false(rel_event_is_property(REL_STR(SCHEMA "identifier")));
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_classes),
      cmocka_unit_test(test_long_words),
      cmocka_unit_test(test_table),
      cmocka_unit_test(test_properties),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
