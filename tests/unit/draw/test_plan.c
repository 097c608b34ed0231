// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/plan.h"

#include "draw/story.h"
#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

typedef struct {
  RelWorld *world;
  RelGraph *graph;
  RelArena arena;
  RelPlan plan;
} Fixture;

static void
set_up(Fixture *self, const Fact *facts, size_t n, uint32_t max_edges)
{
  self->world = rel_world_new(NULL);
  self->graph = story_graph(self->world, facts, n);
  rel_arena_init(&self->arena, self->world);
  assert_non_null(self->graph);
  const RelPlanOptions options = {.max_edges = max_edges};
  assert_int_equal(
      rel_plan_make(&self->arena, self->graph, &options, &self->plan), REL_OK);
}

static void
tear_down(Fixture *self)
{
  rel_arena_clear(&self->arena);
  rel_graph_free(self->graph);
  rel_world_free(self->world);
}

/// "Ana Mora -meet,warn-> Jan Lund stated; " for each edge
static void
print_plan(const Fixture *self, char *out, size_t size)
{
  uint32_t n = 0;
  const RelNode *const nodes = rel_graph_nodes(self->graph, &n);
  size_t len = 0;

  out[0] = '\0';
  for (uint32_t i = 0; i < self->plan.n_edges; ++i) {
    const RelPlanEdge *const edge = &self->plan.edges[i];
    len += (size_t)snprintf(out + len, size - len, "%.*s -",
                            REL_ARG(nodes[edge->bundle.from].label));
    for (uint32_t k = 0; k < edge->n_labels; ++k) {
      len += (size_t)snprintf(out + len, size - len, "%s%.*s", k ? "," : "",
                              REL_ARG(edge->labels[k].predicate));
      if (edge->labels[k].amount.len) {
        len += (size_t)snprintf(out + len, size - len, " (%.*s)",
                                REL_ARG(edge->labels[k].amount));
      }
    }
    len += (size_t)snprintf(out + len, size - len, "-> %.*s",
                            REL_ARG(nodes[edge->bundle.to].label));
    for (uint32_t k = 1; k < edge->n_ends; ++k) {
      len += (size_t)snprintf(out + len, size - len, " & %.*s",
                              REL_ARG(nodes[edge->ends[k]].label));
    }
    len += (size_t)snprintf(out + len, size - len, " %s; ",
                            rel_line_name(edge->bundle.line));
  }
}

#define MAX_FACTS 5

static const struct {
  const char *name;
  Fact facts[MAX_FACTS];
  size_t n;
  uint32_t max_edges;
  const char *expected;
} cases[] = {
    {"no facts", {FACT(NOTHING, "", NOTHING)}, 0, 60, ""},
    {"no object", {FACT(PERSON("Ana Mora"), "resign", NOTHING)}, 1, 60, ""},
    {"to itself",
     {FACT(PERSON("Ana Mora"), "praise", PERSON("Ana Mora"))},
     1,
     60,
     ""},
    {"parallel ones, the frequent predicate first",
     {FACT(PERSON("Ana Mora"), "warn", PERSON("Jan Lund")),
      FACT(PERSON("Ana Mora"), "meet", PERSON("Jan Lund")),
      FACT(PERSON("Ana Mora"), "meet", PERSON("Jan Lund"))},
     3,
     60,
     "Ana Mora -meet,warn-> Jan Lund stated; "},
    {"an amount goes into the label",
     {FACT_WITH(COUNTRY("Velia"), "impose", THING("duties"), .amount = "15%")},
     1,
     60,
     "Velia -impose (15%)-> duties stated; "},
    {"a threat and its content are one",
     {FACT(COUNTRY("Velia"), "threaten to impose", THING("duties")),
      FACT_WITH(COUNTRY("Velia"), "impose", THING("duties"),
                .modality = REL_THREATENED, .amount = "15%", .content_of = 1)},
     2,
     60,
     "Velia -threaten to impose (15%)-> duties threatened; "},
    {"a plan and its content of one sentence are one, linked or not",
     {FACT_WITH(COUNTRY("Velia"), "plan to cut", THING("duties"),
                .sentence = 3),
      FACT_WITH(COUNTRY("Velia"), "cut", THING("duties"),
                .modality = REL_PLANNED, .sentence = 3)},
     2,
     60,
     "Velia -plan to cut-> duties possible; "},
    {"what was managed is told once",
     {FACT_WITH(COUNTRY("Velia"), "manage to cut", THING("duties"),
                .sentence = 3),
      FACT_WITH(COUNTRY("Velia"), "cut", THING("duties"), .sentence = 3)},
     2,
     60,
     "Velia -manage to cut-> duties stated; "},
    {"a plan and the same of another sentence are two",
     {FACT_WITH(COUNTRY("Velia"), "plan to cut", THING("duties"),
                .sentence = 3),
      FACT_WITH(COUNTRY("Velia"), "cut", THING("duties"),
                .modality = REL_POSSIBLE, .sentence = 4)},
     2,
     60,
     "Velia -plan to cut-> duties stated; Velia -cut-> duties possible; "},
    {"a refusal stays a fact",
     {FACT(COUNTRY("Velia"), "refuse to sign", WORK("harbour treaty")),
      FACT_WITH(COUNTRY("Velia"), "sign", WORK("harbour treaty"),
                .polarity = REL_NEGATIVE, .content_of = 1)},
     2,
     60,
     "Velia -refuse to sign-> harbour treaty stated; "},
    {"content about others is drawn",
     {FACT(COUNTRY("Velia"), "want", COUNTRY("Norland")),
      FACT_WITH(COUNTRY("Norland"), "buy", THING("grain"),
                .modality = REL_POSSIBLE, .content_of = 1)},
     2,
     60,
     "Velia -want-> Norland stated; Norland -buy-> grain possible; "},
    {"a role goes into the card",
     {FACT(PERSON("Ana Mora"), "hold role", ROLE("trade minister")),
      FACT(PERSON("Ana Mora"), "visit", PLACE("Lisbon"))},
     2,
     60,
     "Ana Mora -visit-> Lisbon stated; "},
    {"a role that does something stays",
     {FACT(PERSON("Ana Mora"), "hold role", ROLE("trade minister")),
      FACT(PERSON("Jan Lund"), "criticise", ROLE("trade minister"))},
     2,
     60,
     "Ana Mora -hold role-> trade minister stated; "
     "Jan Lund -criticise-> trade minister stated; "},
    {"a place of which nothing else is told goes into the card",
     {FACT(ORGANISATION("Orbex"), "based in", PLACE("Lorne")),
      FACT(ORGANISATION("Orbex"), "sue", COUNTRY("Velia"))},
     2,
     60,
     "Orbex -sue-> Velia stated; "},
    {"a place that is visited stays",
     {FACT(ORGANISATION("Orbex"), "based in", PLACE("Lorne")),
      FACT(PERSON("Ana Mora"), "visit", PLACE("Lorne"))},
     2,
     60,
     "Orbex -based in-> Lorne stated; Ana Mora -visit-> Lorne stated; "},
    {"things done the same to share a card",
     {FACT(PERSON("Ana Mora"), "raise", THING("tariffs")),
      FACT(PERSON("Ana Mora"), "raise", THING("fishing quotas")),
      FACT(PERSON("Ana Mora"), "raise", COUNTRY("Velia"))},
     3,
     60,
     "Ana Mora -raise-> tariffs & fishing quotas stated; "
     "Ana Mora -raise-> Velia stated; "},
    {"a thing of which more is told has a card of its own",
     {FACT(PERSON("Ana Mora"), "raise", THING("tariffs")),
      FACT(PERSON("Ana Mora"), "raise", THING("quotas")),
      FACT(PERSON("Ana Mora"), "raise", THING("grain")),
      FACT(PERSON("Jan Lund"), "reject", THING("quotas"))},
     4,
     60,
     "Ana Mora -raise-> tariffs & grain stated; "
     "Ana Mora -raise-> quotas stated; Jan Lund -reject-> quotas stated; "},
    {"the doubtful and the stated do not share one",
     {FACT(PERSON("Ana Mora"), "raise", THING("tariffs")),
      FACT_WITH(PERSON("Ana Mora"), "raise", THING("quotas"),
                .modality = REL_PLANNED)},
     2,
     60,
     "Ana Mora -raise-> tariffs stated; Ana Mora -raise-> quotas possible; "},
    {"actors go before things",
     {FACT(THING("duties"), "hurt", THING("exports")),
      FACT(PERSON("Ana Mora"), "study", THING("exports")),
      FACT(PERSON("Ana Mora"), "meet", PERSON("Jan Lund"))},
     3,
     2,
     "Ana Mora -study-> exports stated; Ana Mora -meet-> Jan Lund stated; "},
    {"the certain go before the doubtful",
     {FACT_WITH(PERSON("Ana Mora"), "warn", PERSON("Jan Lund"),
                .confidence = 0.4F),
      FACT(PERSON("Ana Mora"), "meet", PERSON("Lena Roth"))},
     2,
     1,
     "Ana Mora -meet-> Lena Roth stated; "},
};

static void
test_cases(void **state)
{
  char got[600];

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    Fixture fixture;
    set_up(&fixture, cases[i].facts, cases[i].n, cases[i].max_edges);
    print_plan(&fixture, got, sizeof(got));
    if (strcmp(got, cases[i].expected)) {
      fail_msg("%s: expected [%s], not [%s]", cases[i].name, cases[i].expected,
               got);
    }
    tear_down(&fixture);
  }
}

static const Fact two_parts[] = {
    FACT(PERSON("Ana Mora"), "hold role", ROLE("trade minister")),
    FACT(PERSON("Ana Mora"), "meet", PERSON("Jan Lund")),
    FACT(PERSON("Jan Lund"), "lead", ORGANISATION("Orbex")),
    FACT(COUNTRY("Velia"), "border", COUNTRY("Norland")),
    FACT(COUNTRY("Kemp"), "rain", NOTHING),
};

static void
test_nodes(void **state)
{
  Fixture fixture;
  const RelPlan *const plan = &fixture.plan;

  (void)state;
  set_up(&fixture, two_parts, N(two_parts), 60);
  assert_int_equal(plan->n_edges, 3);
  assert_int_equal(plan->n_found, 3);
  assert_int_equal(plan->n_nodes, 5); // no role, no Kemp
  assert_int_equal(plan->n_parts, 2);
  assert_memory_equal(plan->nodes[0].node->label.data, "Ana Mora", 8);
  assert_memory_equal(plan->nodes[0].role.data, "trade minister", 14);
  assert_int_equal(plan->nodes[0].degree, 1);
  assert_int_equal(plan->nodes[1].degree, 2);
  assert_int_equal(plan->nodes[1].role.len, 0);
  tear_down(&fixture);
}

static void
test_confidence(void **state)
{
  Fixture fixture;
  const Fact facts[] = {FACT_WITH(PERSON("Ana Mora"), "meet",
                                  PERSON("Jan Lund"), .confidence = 0.5F),
                        FACT_WITH(PERSON("Ana Mora"), "meet",
                                  PERSON("Jan Lund"), .confidence = 0.5F)};

  (void)state;
  set_up(&fixture, facts, N(facts), 60);
  assert_int_equal(fixture.plan.n_edges, 1);
  assert_true(fixture.plan.edges[0].confidence > 0.749);
  assert_true(fixture.plan.edges[0].confidence < 0.751);
  tear_down(&fixture);
}

static void
test_large(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_random(world, 150, 300);
  const RelPlanOptions sixty = {.max_edges = 60};
  RelArena arena;
  RelPlan plan;

  (void)state;
  assert_non_null(graph);
  rel_arena_init(&arena, world);
  assert_int_equal(rel_plan_make(&arena, graph, &sixty, &plan), REL_OK);
  assert_int_equal(plan.n_shown, 60);
  assert_true(plan.n_edges <= 60);
  assert_true(plan.n_found > 200);
  for (uint32_t i = 0; i < plan.n_nodes; ++i) {
    assert_true(plan.nodes[i].degree > 0);
  }
  for (uint32_t i = 1; i < plan.n_edges; ++i) {
    assert_true(plan.edges[i - 1U].bundle.strokes[0].statement <
                plan.edges[i].bundle.strokes[0].statement);
  }
  rel_arena_clear(&arena);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  Failing failing = {0, SIZE_MAX, 0};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelGraph *const graph = story_random(world, 300, 900);
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  assert_non_null(graph);
  for (size_t n = 0; st; ++n) {
    RelArena arena;
    RelPlan plan;
    const RelPlanOptions options = {.max_edges = 300};
    failing.fail_at = failing.n_calls + n;
    rel_arena_init(&arena, world);
    st = rel_plan_make(&arena, graph, &options, &plan);
    rel_arena_clear(&arena);
    assert_true(!st || st == REL_NO_MEMORY);
    assert_true(n < 100);
  }
  rel_graph_free(graph);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),      cmocka_unit_test(test_nodes),
      cmocka_unit_test(test_confidence), cmocka_unit_test(test_large),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
