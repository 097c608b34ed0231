// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/page.h"

#include "draw/json.h"
#include "draw/story.h"
#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

static const Fact facts[] = {
    FACT(PERSON("Ana Mora"), "meet", PERSON("Jan Lund")),
    FACT_WITH(COUNTRY("Velia"), "tax", THING("grain"), .amount = "5%",
              .modality = REL_PLANNED, .source = "Jan Lund"),
};

static void
test_json(void **state)
{
  static const struct {
    const char *text;
    const char *expected;
  } cases[] = {
      {"", "\"\""},
      {"plain", "\"plain\""},
      {"</script><!--", "\"\\u003c/script\\u003e\\u003c!--\""},
      {"a \"b\" \\ & c", "\"a \\u0022b\\u0022 \\u005c \\u0026 c\""},
      {"tab\t line\n", "\"tab\\u0009 line\\u000a\""},
      {"caf\xC3\xA9 \xE9", "\"caf\xC3\xA9 \\ufffd\""},
      {"\xE2\x80\xA8\xE2\x80\xA9\x7F", "\"\\u2028\\u2029\\u007f\""},
  };
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < N(cases); ++i) {
    RelBuffer out = {.arena = &arena};
    rel_json_text(&out, rel_str(cases[i].text));
    assert_string_equal(rel_buffer_str(&out).data, cases[i].expected);
  }

  RelBuffer out = {.arena = &arena};
  rel_json_open(&out, '{');
  rel_json_key(&out, "list");
  rel_json_open(&out, '[');
  rel_json_number(&out, -3);
  rel_json_share(&out, 0.8765);
  rel_json_share(&out, 7.0);
  rel_json_bool(&out, true);
  rel_json_text(&out, REL_STR("x"));
  rel_json_open(&out, '[');
  rel_json_close(&out, ']');
  rel_json_bool(&out, false);
  rel_json_close(&out, ']');
  rel_json_key(&out, "next");
  rel_json_number(&out, 1);
  rel_json_close(&out, '}');
  assert_string_equal(
      rel_buffer_str(&out).data,
      "{\"list\":[-3,0.877,1.000,true,\"x\",[],false],\"next\":1}");
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_places(void **state)
{
  static const char plain[] = "graph 1 4 3\n"
                              "node \"person/Ana_Mora\" 1.5 2 1 1 \"x y\" z\n"
                              "node entity/Velia 0.5 1 1 1 x y\n"
                              "node nobody 9 9\n"
                              "node \"person/Jan_Lund\"\n"
                              "edge Velia Velia 4\nstop\n";
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, facts, N(facts));
  RelPagePlace places[10] = {{0.0, 0.0, false}};
  uint32_t n = 0;
  const RelNode *const nodes = rel_graph_nodes(graph, &n);
  unsigned n_known = 0;

  (void)state;
  assert_true(n <= 10U);
  rel_page_read_places(rel_str(plain), graph, places);
  for (uint32_t i = 0; i < n; ++i) {
    if (rel_str_equal(nodes[i].label, REL_STR("Ana Mora"))) {
      assert_true(places[i].is_known);
      assert_int_equal((int)places[i].x, 108);
      assert_int_equal((int)places[i].y, -144);
    }
    n_known += places[i].is_known;
  }
  assert_int_equal(n_known, 2);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_page(void **state)
{
  static const char *const parts[] = {
      "<title>A &amp; B &lt;/title&gt;</title>",
      "<h1>A &amp; B &lt;/title&gt;</h1>",
      "default-src 'none'; script-src 'sha256-",
      "\"label\":\"Ana Mora\"",
      "\"labels\":[\"tax (5%)\"],\"claims\":[1]",
      "\"top\":2,",
      "\"at\":[7,-9]",
  };
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, facts, N(facts));
  const RelPlanOptions wanted = {
      .max_edges = 60, .is_whole = true, .keeps_leaves = true};
  const RelPagePlace places[10] = {{7.0, -9.0, true}};
  const RelPageOptions options = {"A & B </title>", REL_N_PALETTES, places};
  RelArena arena;
  RelPlan plan;
  RelStr html = {NULL, 0U};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_plan_make(&arena, graph, &wanted, &plan), REL_OK);
  assert_int_equal(rel_page_make(&arena, &plan, &options, &html), REL_OK);
  for (size_t i = 0; i < N(parts); ++i) {
    if (!strstr(html.data, parts[i])) {
      fail_msg("expected %s", parts[i]);
    }
  }
  assert_null(strstr(html.data, "@DATA@"));
  assert_null(strstr(html.data, "<link")); // nothing to fetch
  assert_null(strstr(html.data, " src="));
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
  RelGraph *const graph = story_graph(world, facts, N(facts));
  const RelPlanOptions wanted = {.max_edges = 60, .is_whole = true};
  const RelPagePlace places[10] = {{0.0, 0.0, false}};
  const RelPageOptions options = {NULL, REL_N_PALETTES, places};
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 0; st; ++n) {
    RelArena arena;
    RelPlan plan;
    RelStr html = {NULL, 0U};
    failing.fail_at = failing.n_calls + n;
    rel_arena_init(&arena, world);
    st = rel_plan_make(&arena, graph, &wanted, &plan);
    st = st ? st : rel_page_make(&arena, &plan, &options, &html);
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
      cmocka_unit_test(test_json),
      cmocka_unit_test(test_places),
      cmocka_unit_test(test_page),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
