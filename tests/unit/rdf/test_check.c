// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/check.h"

#include "base/intern.h"
#include "failing.h"
#include "rdf/rules.h"
#include "rdf/show.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

// ------------------------------------------------------------- rules

static const struct {
  RelRuleKind kind;
  const char *text;
  const char *datatype;
  bool is_allowed;
} literals[] = {
    {REL_MUST_BE_SHARE, "0", XSD "decimal", true},
    {REL_MUST_BE_SHARE, "0.0", XSD "decimal", true},
    {REL_MUST_BE_SHARE, ".5", XSD "decimal", true},
    {REL_MUST_BE_SHARE, "00.999", XSD "decimal", true},
    {REL_MUST_BE_SHARE, "1", XSD "decimal", true},
    {REL_MUST_BE_SHARE, "+1.000", XSD "decimal", true},
    {REL_MUST_BE_SHARE, "-0.0", XSD "decimal", true},
    {REL_MUST_BE_SHARE, "1.001", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "10", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "11", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "2", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "-0.1", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "-1", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "", XSD "decimal", false},
    {REL_MUST_BE_SHARE, ".", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "-", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "0.5.0", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "0,5", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "1e0", XSD "decimal", false},
    {REL_MUST_BE_SHARE, "0.5", XSD "double", false},
    {REL_MUST_BE_DECIMAL, "-17.25", XSD "decimal", true},
    {REL_MUST_BE_DECIMAL, "1-7", XSD "decimal", false},
    {REL_MUST_BE_DECIMAL, "five", XSD "decimal", false},
    {REL_MUST_BE_INTEGER, "0", XSD "integer", true},
    {REL_MUST_BE_INTEGER, "+12", XSD "integer", true},
    {REL_MUST_BE_INTEGER, "99999999999999999999", XSD "integer", true},
    {REL_MUST_BE_INTEGER, "-1", XSD "integer", false},
    {REL_MUST_BE_INTEGER, "+", XSD "integer", false},
    {REL_MUST_BE_INTEGER, "", XSD "integer", false},
    {REL_MUST_BE_INTEGER, "1", "", false},
    {REL_MUST_BE_BOOLEAN, "true", XSD "boolean", true},
    {REL_MUST_BE_BOOLEAN, "0", XSD "boolean", true},
    {REL_MUST_BE_BOOLEAN, "TRUE", XSD "boolean", false},
    {REL_MUST_BE_BOOLEAN, "true", "", false},
    {REL_MUST_BE_TIME, "2020", XSD "gYear", true},
    {REL_MUST_BE_TIME, "2020", "", false},
    {REL_MUST_BE_TIME, "17:00:00Z", XSD "time", true},
    {REL_MUST_BE_TIME, "2020-01-01T17:00:00", XSD "dateTime", true},
    {REL_MUST_BE_DURATION, "P21D", XSD "duration", true},
    {REL_MUST_BE_DURATION, "P21D", "", false},
    {REL_MUST_BE_STRING, "x", "", true},
    {REL_MUST_BE_STRING, "x", XSD "string", true},
    {REL_MUST_BE_STRING, "x", XSD "integer", false},
    {REL_MUST_BE_ENGLISH, "x", "", false},
    {REL_MUST_BE_LITERAL, "x", XSD "integer", true},
    {REL_MUST_BE_ANY, "x", "", true},
    {REL_MUST_BE_IRI, "x", "", false},
    {REL_MUST_BE_RELATION, "x/relation/y", "", false},
};

static void
test_literals(void **state)
{
  (void)state;

  for (size_t i = 0; i < sizeof(literals) / sizeof(*literals); ++i) {
    const RelParsedTerm term = {.kind = REL_PARSED_LITERAL,
                                .value = rel_str(literals[i].text),
                                .datatype = rel_str(literals[i].datatype)};

    if (rel_rule_allows(literals[i].kind, &term) != literals[i].is_allowed) {
      fail_msg("\"%s\"^^<%s>", literals[i].text, literals[i].datatype);
    }
  }
}

static void
test_relations(void **state)
{
  (void)state;

  assert_true(rel_rule_is_relation(REL_STR("x:/relation/aB_c%2D-9")));
  assert_false(rel_rule_is_relation(REL_STR("x:/relation/")));
  assert_false(rel_rule_is_relation(REL_STR("x:/relation/a/b")));
  assert_false(rel_rule_is_relation(REL_STR("x:/relations/a")));
  assert_false(rel_rule_is_relation(REL_STR("a")));
  assert_false(rel_rule_is_relation(REL_STR("")));
}

static void
test_rules_are_whole(void **state)
{
  uint32_t n = 0;
  const RelRule *const rules = rel_rules(&n);
  (void)state;

  for (uint32_t i = 0; i < n; ++i) {
    assert_true(strlen(rel_rule_wanted(rules[i].kind)) > 0U);
    // who needs one may have one
    assert_false(rules[i].belongs_to &&
                 (rules[i].needed_by & ~rules[i].belongs_to));
    for (uint32_t k = 0; k < i; ++k) {
      assert_int_not_equal(rules[i].property, rules[k].property);
    }
  }
}

#define SHAPES REL_SOURCE_DIR "/schema/shapes.ttl"

static RelStatus
take_path(void *handle, const RelParsedStatement *statement)
{
  RelIntern *const paths = handle;
  uint32_t number = 0;

  return rel_str_equal(statement->predicate.value,
                       REL_STR("http://www.w3.org/ns/shacl#path"))
             ? rel_intern_add(paths, statement->object.value, &number)
             : REL_OK;
}

/// Both have rules for the same properties
static void
test_rules_and_shapes(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  const RelParsedSource source = {SHAPES, NULL, NULL};
  RelArena arena;
  RelIntern paths;
  const RelParsedSink sink = {&paths, take_path};
  uint32_t n = 0;
  const RelRule *const rules = rel_rules(&n);
  (void)state;

  rel_arena_init(&arena, world);
  rel_intern_init(&paths, &arena);
  assert_int_equal(rel_rdf_parse(world, &source, &sink), REL_OK);
  for (uint32_t i = 0; i < n; ++i) {
    const RelStr iri = rel_vocabulary_iri(rules[i].property);
    if (rel_intern_find(&paths, iri) == UINT32_MAX) {
      fail_msg("%s: no shape has %.*s", SHAPES, REL_ARG(iri));
    }
  }
  assert_int_equal(paths.n, n);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

// ------------------------------------------------------------- words

static void
test_show(void **state)
{
  char text[600];
  (void)state;

  assert_string_equal(rel_show_iri(REL_STR(REL_NAMESPACE "quote")).text,
                      "relata:quote");
  assert_string_equal(rel_show_iri(REL_STR("x:a")).text, "<x:a>");
  assert_string_equal(
      rel_show_term(&(RelParsedTerm){.kind = REL_PARSED_LITERAL,
                                     .value = REL_STR("a\nb\t\x7F"),
                                     .datatype = REL_STR(XSD "date")})
          .text,
      "\"a b  \"^^xsd:date");
  // cut between characters
  memset(text, 'x', sizeof(text));
  memcpy(text + 158, "\xE2\x82\xAC", 3U);
  const RelShown shown = rel_show_iri((RelStr){text, sizeof(text)});
  assert_int_equal(strlen(shown.text), 1U + 158U + 3U + 1U);
  assert_string_equal(shown.text + 155, "xxxx...>");
}

// ------------------------------------------------------------- memory

static const char *const graph =
    "@prefix r: <https://w3id.org/relata/ns#> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    "<x:c> a r:Claim ; rdf:subject <x:s> ; rdf:predicate <x:/relation/p> ;\n"
    "  rdf:object <x:o> ; r:asserted true ; r:content <x:d> .\n"
    "<x:s> <x:/relation/q> <x:o> .\n";

static void
count_violation(void *handle, RelPlace place, const char *words)
{
  unsigned *const n = handle;

  assert_string_equal(place.name, "check.ttl");
  assert_true(strstr(words, "expected "));
  ++*n;
}

static void
test_no_memory(void **state)
{
  Failing failing = {0, 0U, 0U};
  const RelAllocator allocator = failing_allocator(&failing);
  RelStatus st = REL_NO_MEMORY;
  FILE *const stream = fopen("check.ttl", "wb");
  (void)state;

  assert_non_null(stream);
  fputs(graph, stream);
  fclose(stream);
  while (st) {
    RelWorld *const world = rel_world_new(&allocator);
    unsigned n = 0;
    const RelCheckOptions options = {.handle = &n,
                                     .on_violation = count_violation};
    RelCheckCount count = {.n_claims = 0U};

    st = world ? rel_rdf_check(world, "check.ttl", &options, &count) : st;
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    if (!st) {
      assert_int_equal(count.n_statements, 7);
      assert_int_equal(count.n_claims, 1);
      assert_int_equal(count.n_asserted, 1);
      // 7 properties that a claim needs, a content that is no claim, a plain
      // triple too few and one too many
      assert_int_equal(count.n_violations, 10);
      assert_int_equal(n, 10);
    }
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
    failing.n_calls = 0U;
    ++failing.fail_at;
  }
  unlink("check.ttl");
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_literals),
      cmocka_unit_test(test_relations),
      cmocka_unit_test(test_rules_are_whole),
      cmocka_unit_test(test_rules_and_shapes),
      cmocka_unit_test(test_show),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
