// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/memory.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

enum { ANY = -1, N_SUBJECTS = 40, N_PREDICATES = 3, N_OBJECTS = 7 };

static RelParsedTerm
iri(char letter, unsigned i, char *out, size_t size)
{
  const int n = snprintf(out, size, "e:%c%u", letter, i);

  return (RelParsedTerm){.kind = REL_PARSED_IRI, .value = {out, (size_t)n}};
}

/// Subject s has predicate s % 3 with object s % 7, twice
static RelStatus
fill(RelMemory *memory)
{
  const RelParsedSink sink = rel_memory_sink(memory);
  RelStatus st = REL_OK;

  for (unsigned i = 0; i < 2U * N_SUBJECTS; ++i) {
    const unsigned s = i % N_SUBJECTS;
    char names[3][16];
    const RelParsedStatement statement = {
        .subject = iri('s', s, names[0], sizeof(names[0])),
        .predicate = iri('p', s % N_PREDICATES, names[1], sizeof(names[1])),
        .object = iri('o', s % N_OBJECTS, names[2], sizeof(names[2])),
        .line = i + 1U};
    REL_TRY(st, sink.on_statement(sink.handle, &statement));
  }
  return rel_memory_finish(memory);
}

static uint32_t
number_of(RelMemory *memory, char letter, int i)
{
  char name[16];
  uint32_t number = REL_MEMORY_ANY;

  if (i != ANY) {
    const RelParsedTerm term = iri(letter, (unsigned)i, name, sizeof(name));
    assert_int_equal(rel_memory_number(memory, &term, &number), REL_OK);
    assert_int_not_equal(number, REL_MEMORY_ANY);
  }
  return number;
}

/// The triples of a pattern, counted without an index
static uint32_t
expected(int s, int p, int o)
{
  uint32_t n = 0;

  for (int i = 0; i < N_SUBJECTS; ++i) {
    n += (s == ANY || s == i) && (p == ANY || p == i % N_PREDICATES) &&
         (o == ANY || o == i % N_OBJECTS);
  }
  return n;
}

static void
test_find(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelMemory *memory = NULL;

  (void)state;
  assert_int_equal(rel_memory_new(world, &memory), REL_OK);
  assert_int_equal(fill(memory), REL_OK);
  assert_int_equal(rel_memory_n_triples(memory), N_SUBJECTS);
  assert_int_equal(rel_memory_n_terms(memory),
                   N_SUBJECTS + N_PREDICATES + N_OBJECTS);
  for (int s = ANY; s < N_SUBJECTS; ++s) {
    for (int p = ANY; p < N_PREDICATES; ++p) {
      for (int o = ANY; o < N_OBJECTS; ++o) {
        const uint32_t pattern[3] = {number_of(memory, 's', s),
                                     number_of(memory, 'p', p),
                                     number_of(memory, 'o', o)};
        const RelMemoryRange range = rel_memory_find(memory, pattern);

        assert_int_equal(range.n, expected(s, p, o));
        for (uint32_t i = 0; i < range.n; ++i) {
          for (unsigned k = 0; k < 3U; ++k) {
            assert_true(pattern[k] == REL_MEMORY_ANY ||
                        pattern[k] == range.triples[i].part[k]);
          }
        }
      }
    }
  }
  rel_memory_free(memory);
  rel_world_free(world);
}

static void
test_empty(void **state)
{
  static const uint32_t pattern[3] = {REL_MEMORY_ANY, REL_MEMORY_ANY,
                                      REL_MEMORY_ANY};
  RelWorld *const world = rel_world_new(NULL);
  RelMemory *memory = NULL;

  (void)state;
  assert_int_equal(rel_memory_new(world, &memory), REL_OK);
  assert_int_equal(rel_memory_finish(memory), REL_OK);
  assert_int_equal(rel_memory_find(memory, pattern).n, 0);
  rel_memory_free(memory);
  rel_world_free(world);
}

static const struct {
  RelParsedTerm a;
  RelParsedTerm b;
  bool is_same;
} pairs[] = {
    {{.kind = REL_PARSED_IRI, .value = {"e:x", 3U}},
     {.kind = REL_PARSED_LITERAL, .value = {"e:x", 3U}},
     false},
    {{.kind = REL_PARSED_IRI, .value = {"x", 1U}},
     {.kind = REL_PARSED_BLANK, .value = {"x", 1U}},
     false},
    {{.kind = REL_PARSED_LITERAL, .value = {"x", 1U}},
     {.kind = REL_PARSED_LITERAL,
      .value = {"x", 1U},
      .datatype = {XSD "string", sizeof(XSD "string") - 1U}},
     true},
    {{.kind = REL_PARSED_LITERAL, .value = {"x", 1U}, .language = {"en", 2U}},
     {.kind = REL_PARSED_LITERAL, .value = {"x", 1U}, .language = {"EN", 2U}},
     true},
    {{.kind = REL_PARSED_LITERAL, .value = {"x", 1U}, .language = {"en", 2U}},
     {.kind = REL_PARSED_LITERAL, .value = {"x", 1U}},
     false},
    {{.kind = REL_PARSED_LITERAL, .value = {"1", 1U}, .datatype = {"e:i", 3U}},
     {.kind = REL_PARSED_LITERAL, .value = {"1", 1U}, .datatype = {"e:d", 3U}},
     false},
};

static void
test_terms(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); ++i) {
    RelMemory *memory = NULL;
    uint32_t numbers[2];
    const RelParsedStatement statement = {
        .subject = pairs[i].a, .predicate = pairs[i].a, .object = pairs[i].a};

    assert_int_equal(rel_memory_new(world, &memory), REL_OK);
    const RelParsedSink sink = rel_memory_sink(memory);
    assert_int_equal(sink.on_statement(sink.handle, &statement), REL_OK);
    assert_int_equal(rel_memory_number(memory, &pairs[i].a, &numbers[0]),
                     REL_OK);
    assert_int_equal(rel_memory_number(memory, &pairs[i].b, &numbers[1]),
                     REL_OK);
    assert_int_equal(numbers[0], 0);
    assert_int_equal(numbers[1] == 0U, pairs[i].is_same);
    const RelParsedTerm term = rel_memory_term(memory, 0U);
    assert_int_equal(term.kind, pairs[i].a.kind);
    assert_true(rel_str_equal(term.value, pairs[i].a.value));
    assert_true(rel_str_equal(term.language, pairs[i].a.language));
    assert_true(rel_str_equal(term.datatype, pairs[i].a.datatype));
    rel_memory_free(memory);
  }
  rel_world_free(world);
}

static void
test_limit(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelMemory *memory = NULL;

  (void)state;
  assert_int_equal(rel_memory_new(world, &memory), REL_OK);
  rel_memory_begin(memory, "big.nt");
  rel_memory_limit(memory, 50U, "; ask a store");
  assert_int_equal(fill(memory), REL_BAD_INPUT);
  assert_string_equal(rel_world_error(world),
                      "big.nt:51: error: expected at most 50 triples, not "
                      "more; ask a store");
  rel_memory_free(memory);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 0; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    RelMemory *memory = NULL;

    st = world ? rel_memory_new(world, &memory) : REL_NO_MEMORY;
    st = st ? st : fill(memory);
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    rel_memory_free(memory);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_find),      cmocka_unit_test(test_empty),
      cmocka_unit_test(test_terms),     cmocka_unit_test(test_limit),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
