// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

static RelParsedTerm
iri(const char *text)
{
  return (RelParsedTerm){.kind = REL_PARSED_IRI, .value = rel_str(text)};
}

static RelParsedTerm
literal(const char *text, const char *datatype, const char *language)
{
  return (RelParsedTerm){REL_PARSED_LITERAL, rel_str(text), rel_str(datatype),
                         rel_str(language)};
}

static void
test_lines(void **state)
{
  const struct {
    RelParsedTerm object;
    const char *line; ///< Null: refused
  } cases[] = {
      {iri("e:o"), "<e:s> <e:p> <e:o> .\n"},
      {literal("", "", ""), "<e:s> <e:p> \"\" .\n"},
      {literal("a\"b\\c\nd\re\tf", "", ""),
       "<e:s> <e:p> \"a\\\"b\\\\c\\nd\\re\tf\" .\n"},
      {literal("caf\xC3\xA9", "", "en"), "<e:s> <e:p> \"caf\xC3\xA9\"@en .\n"},
      {literal("1", XSD "integer", ""),
       "<e:s> <e:p> \"1\"^^<" XSD "integer> .\n"},
      {literal("1", "a b", ""), NULL},
      {iri("e:a>b"), NULL},
      {{.kind = REL_PARSED_BLANK, .value = {"b0", 2U}}, NULL},
  };
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const RelParsedStatement statement = {.subject = iri("e:s"),
                                          .predicate = iri("e:p"),
                                          .object = cases[i].object};
    const RelParsedTerm *odd = NULL;
    RelBuffer buffer = {.arena = &arena};
    const bool is_good = rel_line_add(&buffer, &statement, &odd);

    assert_int_equal(is_good, cases[i].line != NULL);
    if (cases[i].line) {
      assert_string_equal(buffer.data, cases[i].line);
    } else {
      assert_ptr_equal(odd, &statement.object);
      assert_int_equal(buffer.len, 0);
    }
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_iris(void **state)
{
  static const char *const bad[] = {"",    "relative", ":x",   "e:a b", "e:\"",
                                    "e:<", "e:\\u",    "e:\n", "e:`"};

  (void)state;
  assert_true(rel_line_is_iri(REL_STR("https://n.example/\xC3\xA9?a#b(c)'")));
  for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); ++i) {
    assert_false(rel_line_is_iri(rel_str(bad[i])));
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lines),
      cmocka_unit_test(test_iris),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
