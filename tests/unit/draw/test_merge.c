// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/merge.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

static void
test_line(void **state)
{
  static const struct {
    RelPolarity polarity;
    RelModality modality;
    bool is_asserted;
    RelLine line;
  } cases[] = {
      {REL_POSITIVE, REL_ACTUAL, true, REL_LINE_STATED},
      {REL_POSITIVE, REL_ACTUAL, false, REL_LINE_REPORTED},
      {REL_POSITIVE, REL_PLANNED, false, REL_LINE_POSSIBLE},
      {REL_POSITIVE, REL_THREATENED, false, REL_LINE_THREATENED},
      {REL_POSITIVE, REL_CONDITIONAL, false, REL_LINE_POSSIBLE},
      {REL_POSITIVE, REL_ASKED, false, REL_LINE_POSSIBLE},
      {REL_NEGATIVE, REL_ACTUAL, false, REL_LINE_NEGATED},
      {REL_NEGATIVE, REL_THREATENED, false, REL_LINE_NEGATED},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    const RelStatement statement = {.polarity = cases[i].polarity,
                                    .modality = cases[i].modality,
                                    .is_asserted = cases[i].is_asserted};
    assert_int_equal(rel_statement_line(&statement), cases[i].line);
  }
}

static void
test_symmetric(void **state)
{
  static const struct {
    const char *predicate;
    bool is_symmetric;
  } cases[] = {{"meet", true},      {"ally with", true},
               {"work with", true}, {"hold talks with", true},
               {"warn", false},     {"", false},
               {"meetings", false}};

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    assert_int_equal(rel_predicate_is_symmetric(rel_str(cases[i].predicate)),
                     cases[i].is_symmetric);
  }
}

typedef struct {
  const char *told;     ///< Statements "1 meet 2 stated; ..."
  const char *expected; ///< Bundles "1>2 stated x2; ..."
} MergeCase;

static const MergeCase merge_cases[] = {
    {"", ""},
    {"1 warn 2 stated", "1>2 stated x1; "},
    {"1 warn 2 stated; 1 sue 2 stated", "1>2 stated x2; "},
    {"1 warn 2 stated; 2 warn 1 stated", "1>2 stated x1; 2>1 stated x1; "},
    {"1 warn 2 stated; 1 sue 2 possible", "1>2 stated x1; 1>2 possible x1; "},
    {"5 warn 6 stated; 1 warn 2 stated", "5>6 stated x1; 1>2 stated x1; "},
    // what is stated needs no report, in whichever order they come
    {"1 warn 2 reported; 1 warn 2 stated", "1>2 stated x2; "},
    {"1 warn 2 reported; 1 sue 2 stated", "1>2 reported x1; 1>2 stated x1; "},
    {"1 meet 2 stated; 2 meet 1 reported", "1>2 stated x2; "},
    // symmetric ones follow the first, or what has a direction
    {"1 meet 2 stated; 2 meet 1 stated", "1>2 stated x2; "},
    {"2 meet 1 stated; 1 meet 2 stated", "2>1 stated x2; "},
    {"1 meet 2 stated; 2 warn 1 stated", "2>1 stated x2; "},
    {"2 warn 1 stated; 1 warn 2 stated; 1 meet 2 stated",
     "2>1 stated x1; 1>2 stated x2; "},
    {"1 meet 2 stated; 2 meet 1 denied", "1>2 stated x1; 2>1 denied x1; "},
};

static RelLine
read_line(const char *name)
{
  int line = 0;

  while (strcmp(rel_line_name((RelLine)line), name)) {
    assert_true(++line < REL_N_LINES);
  }
  return (RelLine)line;
}

static uint32_t
read_strokes(char *told, RelStatement *statements, RelStroke *strokes)
{
  static char predicates[10][16];
  uint32_t n = 0;

  for (char *at = strtok(told, ";"); at; at = strtok(NULL, ";")) {
    unsigned from = 0;
    unsigned to = 0;
    char line[16] = "";
    assert_int_equal(
        sscanf(at, "%u %15s %u %15s", &from, predicates[n], &to, line), 4);
    statements[n] = (RelStatement){.predicate = rel_str(predicates[n])};
    strokes[n] =
        (RelStroke){from, to, read_line(line), n,
                    rel_predicate_is_symmetric(statements[n].predicate)};
    ++n;
  }
  return n;
}

static void
test_merge(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < N(merge_cases); ++i) {
    RelStatement statements[10];
    RelStroke strokes[10];
    RelBundles bundles = {NULL, 0U};
    char told[200];
    char got[200] = "";

    snprintf(told, sizeof(told), "%s", merge_cases[i].told);
    const uint32_t n = read_strokes(told, statements, strokes);
    assert_int_equal(
        rel_merge_strokes(&arena, statements, strokes, n, &bundles), REL_OK);
    for (uint32_t k = 0; k < bundles.n; ++k) {
      const size_t len = strlen(got);
      snprintf(got + len, sizeof(got) - len, "%u>%u %s x%u; ",
               bundles.items[k].from, bundles.items[k].to,
               rel_line_name(bundles.items[k].line),
               bundles.items[k].n_strokes);
    }
    assert_string_equal(got, merge_cases[i].expected);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  Failing failing = {0, 1, 0}; // the world, then nothing
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelStatement statements[10];
  RelStroke strokes[10];
  RelBundles bundles = {NULL, 0U};
  char told[] = "1 warn 2 stated";
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  const uint32_t n = read_strokes(told, statements, strokes);
  assert_int_equal(rel_merge_strokes(&arena, statements, strokes, n, &bundles),
                   REL_NO_MEMORY);
  rel_arena_clear(&arena);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_line),
      cmocka_unit_test(test_symmetric),
      cmocka_unit_test(test_merge),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
