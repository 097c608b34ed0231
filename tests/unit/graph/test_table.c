// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/table.h"

#include "capture.h"
#include "stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static RelGraph *
make_graph(RelWorld *world)
{
  RelGraph *graph = NULL;

  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  const RelSink sink = rel_graph_sink(graph);
  assert_int_equal(story_harbour(&sink), REL_OK);
  assert_int_equal(story_grain(&sink), REL_OK);
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  return graph;
}

static void
test_tsv(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world);
  Capture capture;

  (void)state;
  assert_int_equal(rel_graph_write_tsv(graph, capture_begin(&capture)), REL_OK);
  assert_string_equal(
      capture_text(&capture),
      "grain\tOrbex\tbuy\t40 tugs\t0.77\tasserted\t\t\n"
      "grain\tAna Mora\tvisit\tVelia\t0.80\tpossible\t\t\n"
      "harbour\tAna Mora\tmeet\tJan Lund\t0.93\tasserted\t\t\n"
      "harbour\tNorland\tthreaten to impose\tduties on Velian steel\t0.88"
      "\tasserted\t\t\n"
      "harbour\tNorland\timpose\tduties on Velian steel\t0.81\tthreatened\t\t\n"
      "harbour\told caf\xC3\xA9\tbe closed\t\t0.70\tasserted\t\t\n"
      "harbour\tJan Lund\tsay\tVelia would not buy \"cheap\" grain\t0.90"
      "\tasserted\t\t\n"
      "harbour\tVelia\tbuy\t\"cheap\" grain\t0.64"
      "\tpossible+negated+reported:Jan Lund\t\t\n");
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_values(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *graph = NULL;
  Capture capture;

  (void)state;
  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  const RelSink sink = rel_graph_sink(graph);
  assert_int_equal(story_values(&sink), REL_OK);
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  assert_int_equal(rel_graph_write_tsv(graph, capture_begin(&capture)), REL_OK);
  assert_string_equal(
      capture_text(&capture),
      "values\tOrbex\traise\t$3 million\t0.50\tasserted"
      "\t-0776; 1980/1989; 2018-05; 2018-06-01; under /2020-12-31"
      "\tabout 2.5..10 %; over 40 week; at-most 3000000 USD\n");
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_odd_words(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *graph = NULL;
  Capture capture;
  const RelDocInfo document = {.name = REL_STR("a\tb.txt")};
  const RelTriple triple = {
      .subject = story_term(REL_TERM_THING, "a\ttug"),
      .predicate = REL_STR("cost\nabout"),
      .object = {REL_TERM_MONEY, REL_STR(""), REL_STR("$2\r million"), 0U},
      .confidence = 2.0F};
  const RelEvent events[] = {{REL_EVENT_DOCUMENT, {.document = &document}},
                             {REL_EVENT_TRIPLE, {.triple = &triple}},
                             {REL_EVENT_END, {.document = NULL}}};

  (void)state;
  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  const RelSink sink = rel_graph_sink(graph);
  for (size_t i = 0; i < 3U; ++i) {
    assert_int_equal(rel_sink_event(&sink, &events[i]), REL_OK);
  }
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  assert_int_equal(rel_graph_write_tsv(graph, capture_begin(&capture)), REL_OK);
  // where there is no label the words of the text stand in
  assert_string_equal(
      capture_text(&capture),
      "a b\ta tug\tcost about\t$2  million\t1.00\tasserted\t\t\n");
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_full_disk(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world);
  FILE *const full = fopen("/dev/full", "w");

  (void)state;
  assert_non_null(full);
  assert_int_equal(rel_graph_write_tsv(graph, full), REL_OUTPUT);
  fclose(full);
  rel_graph_free(graph);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tsv),
      cmocka_unit_test(test_values),
      cmocka_unit_test(test_odd_words),
      cmocka_unit_test(test_full_disk),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
