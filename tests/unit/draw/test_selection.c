// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/selection.h"

#include "draw/plan.h"
#include "draw/story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

// Told by a document of 2024-03-02
static const Fact facts[] = {
    FACT(PERSON("Ana Mora"), "meet", PERSON("Jan Lund")),
    FACT(PERSON("Jan Lund"), "lead", ORGANISATION("Orbex")),
    FACT(ORGANISATION("Orbex"), "sue", COUNTRY("Velia")),
    FACT_WITH(COUNTRY("Velia"), "tax", ORGANISATION("Tarn Steel"),
              .confidence = 0.4F),
    FACT_WITH(COUNTRY("Velia"), "ban", ORGANISATION("Kemp Lines"),
              .modality = REL_PLANNED),
};

#define BIT(kind) (1U << (kind))

static const struct {
  const char *name;
  RelSelection wish;
  const char *expected; ///< Objects of what stays
} cases[] = {
    {"no wish",
     {.focus = NULL},
     "Jan Lund, Orbex, Velia, Tarn Steel, Kemp "
     "Lines, "},
    {"neighbours", {.focus = "jan lund"}, "Jan Lund, Orbex, "},
    {"two lines away", {.focus = "Ana Mora", .depth = 2}, "Jan Lund, Orbex, "},
    {"of two", {.focus = "Ana Mora; Orbex"}, "Jan Lund, Orbex, Velia, "},
    {"kinds", {.kinds = BIT(REL_TERM_PERSON)}, "Jan Lund, "},
    {"more kinds",
     {.kinds = BIT(REL_TERM_PERSON) | BIT(REL_TERM_ORGANISATION)},
     "Jan Lund, Orbex, "},
    {"certain",
     {.min_confidence = 0.5F},
     "Jan Lund, Orbex, Velia, Kemp Lines, "},
    {"asserted",
     {.is_asserted_only = true},
     "Jan Lund, Orbex, Velia, Tarn Steel, "},
    {"since the day",
     {.since = "2024-03-02"},
     "Jan Lund, Orbex, Velia, Tarn Steel, Kemp Lines, "},
    {"since the day after", {.since = "2024-03-03"}, ""},
    {"until that year",
     {.until = "2024"},
     "Jan Lund, Orbex, Velia, Tarn Steel, Kemp Lines, "},
    {"until the month before", {.until = "2024-02"}, ""},
    {"meetings", {.events = "Meet"}, "Jan Lund, "},
    {"meetings and suits", {.events = "Meet,Sue"}, "Jan Lund, Velia, "},
    {"focus among the certain",
     {.focus = "Velia", .min_confidence = 0.5F},
     "Velia, Kemp Lines, "},
};

static void
test_cases(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, facts, N(facts));

  (void)state;
  assert_non_null(graph);
  for (size_t i = 0; i < N(cases); ++i) {
    const RelPlanOptions options = {.selection = cases[i].wish,
                                    .max_edges = 60};
    char got[200] = "";
    uint32_t n = 0;
    RelArena arena;
    RelPlan plan;

    rel_arena_init(&arena, world);
    assert_int_equal(rel_plan_make(&arena, graph, &options, &plan), REL_OK);
    for (uint32_t k = 0; k < plan.n_edges; ++k) {
      const size_t len = strlen(got);
      const RelNode *const node =
          &rel_graph_nodes(graph, &n)[plan.edges[k].bundle.to];
      snprintf(got + len, sizeof(got) - len, "%.*s, ", REL_ARG(node->label));
    }
    if (strcmp(got, cases[i].expected)) {
      fail_msg("%s: expected [%s], not [%s]", cases[i].name, cases[i].expected,
               got);
    }
    assert_int_equal(plan.n_found, 5);
    rel_arena_clear(&arena);
  }
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_unknown_focus(void **state)
{
  const RelPlanOptions options = {.selection = {.focus = "Lund"},
                                  .max_edges = 60};
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, facts, N(facts));
  RelArena arena;
  RelPlan plan;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_plan_make(&arena, graph, &options, &plan), REL_BAD_ARG);
  assert_string_equal(rel_world_error(world),
                      "--focus: error: expected an actor of the graph, not "
                      "\"Lund\"; like it: Jan Lund");
  rel_arena_clear(&arena);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_events(void **state)
{
  (void)state;
  assert_true(rel_selection_is_events(rel_str("Meet")));
  assert_true(rel_selection_is_events(rel_str("Meet, Threaten")));
  assert_true(rel_selection_is_events(rel_str("all")));
  assert_false(rel_selection_is_events(rel_str("")));
  assert_false(rel_selection_is_events(rel_str("Meet,")));
  assert_false(rel_selection_is_events(rel_str("Meeting")));
}

static void
test_time(void **state)
{
  static const char *const good[] = {"2018", "2018-06", "2018-06-03"};
  static const char *const bad[] = {
      "", "18", "2018-6", "2018-", "2018/06", "June 2018", "2018-06-031"};

  (void)state;
  for (size_t i = 0; i < N(good); ++i) {
    assert_true(rel_selection_is_time(rel_str(good[i])));
  }
  for (size_t i = 0; i < N(bad); ++i) {
    assert_false(rel_selection_is_time(rel_str(bad[i])));
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_unknown_focus),
      cmocka_unit_test(test_events),
      cmocka_unit_test(test_time),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
