// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/words.h"

#include "draw/caption.h"
#include "draw/story.h"
#include "draw/tip.h"

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

static void
assert_has(RelStr text, const char *part, bool is_there)
{
  if ((rel_str_find(text, rel_str(part)) != SIZE_MAX) != is_there) {
    fail_msg("expected %s[%s] in [%.*s]", is_there ? "" : "no ", part,
             REL_ARG(text));
  }
}

static void
test_card(void **state)
{
  static const struct {
    RelTermKind kind;
    const char *label;
    const char *role;
    uint32_t degree;
    const char *parts[3]; ///< "!" in front: is not there
  } cases[] = {
      {REL_TERM_PERSON,
       "Ana Mora",
       "",
       1,
       {">Ana Mora<", "POINT-SIZE=\"11\"", ">person<"}},
      {REL_TERM_PERSON, "Ana Mora", "minister", 1, {">minister<"}},
      {REL_TERM_PERSON,
       "Ana Mora",
       "minister of harbours and inland waterways",
       1,
       {">minister of harbours and inla\xE2\x80\xA6<"}},
      {REL_TERM_COUNTRY, "Velia", "", 6, {"POINT-SIZE=\"13\""}},
      {REL_TERM_COUNTRY, "Velia", "", 10, {"POINT-SIZE=\"16\""}},
      {REL_TERM_THING, "duties", "", 1, {">duties<", "!>thing<"}},
      {REL_TERM_THING, "", "", 1, {">?<"}},
      {REL_TERM_WORK,
       "Agreement on the Northern Harbours",
       "",
       1,
       {">Agreement on the<BR/>Northern Harbours<"}},
      {REL_TERM_THING,
       "a <b>&eacute;</b> \\N",
       "",
       1,
       {"a &lt;b&gt;&amp;eacute;&lt;/b&gt;<BR/>\\\\N"}},
  };
  const RelLook look = {REL_PALETTE_LIGHT, false};
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < N(cases); ++i) {
    const RelNode entity = {.label = rel_str(cases[i].label),
                            .kind = cases[i].kind};
    const RelPlanNode node = {.node = &entity,
                              .role = rel_str(cases[i].role),
                              .degree = cases[i].degree};
    RelStr html = {NULL, 0U};
    assert_int_equal(rel_words_node(&arena, NULL, &node, look, &html), REL_OK);
    assert_has(html, "<TABLE", true); // never a bare HTML-like label
    for (size_t k = 0; k < 3U && cases[i].parts[k]; ++k) {
      const bool is_there = cases[i].parts[k][0] != '!';
      assert_has(html, cases[i].parts[k] + !is_there, is_there);
    }
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_short_name(void **state)
{
  static const struct {
    RelTermKind kind;
    const char *label;
    const char *names[2];
    const char *expected;
  } cases[] = {
      {REL_TERM_PERSON, "Mei Tanaka", {"Ms Tanaka"}, "Tanaka"},
      {REL_TERM_PERSON, "Li Wenbo", {"Mr Li"}, "Li"},
      {REL_TERM_PERSON, "Li Wenbo", {"Premier Li Wenbo", "Mr Li"}, "Li"},
      {REL_TERM_PERSON, "Ana Mora", {"minister"}, "Ana Mora"},
      {REL_TERM_PERSON, "Ana Mora", {""}, "Ana Mora"},
      {REL_TERM_COUNTRY, "Velia Islands", {"Velia"}, "Velia Islands"},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    RelStr names[2] = {rel_str(cases[i].names[0]), rel_str(cases[i].names[1])};
    const RelNode node = {.label = rel_str(cases[i].label),
                          .kind = cases[i].kind,
                          .names = names,
                          .n_names = cases[i].names[1] ? 2U : 1U};
    const RelStr name = rel_words_short_name(&node);
    assert_int_equal(name.len, strlen(cases[i].expected));
    assert_memory_equal(name.data, cases[i].expected, name.len);
  }
}

static const Fact many[] = {
    FACT(COUNTRY("Velia"), "sign a treaty on fishing quotas with",
         COUNTRY("Norland")),
    FACT(COUNTRY("Velia"), "sue", COUNTRY("Norland")),
    FACT(COUNTRY("Velia"), "warn", COUNTRY("Norland")),
    FACT(COUNTRY("Velia"), "invite", COUNTRY("Norland")),
    FACT(COUNTRY("Velia"), "help", COUNTRY("Norland")),
    FACT(COUNTRY("Velia"), "blame", COUNTRY("Norland")),
    FACT_WITH(COUNTRY("Velia"), "subsidise", ORGANISATION("Orbex & Sons"),
              .source = "Jan Lund", .amount = "15%"),
    FACT_WITH(PERSON("Jan Lund"), "visit", PLACE("Lisbon"),
              .polarity = REL_NEGATIVE),
};

static void
test_edge_label(void **state)
{
  Fixture fixture;
  RelStr html = {NULL, 0U};

  (void)state;
  set_up(&fixture, many, N(many), 60);
  assert_int_equal(fixture.plan.n_edges, 3);
  assert_int_equal(rel_words_edge(&fixture.arena, &fixture.plan,
                                  &fixture.plan.edges[0], &html),
                   REL_OK);
  assert_has(html, ">sign a treaty on<BR/>fishing quotas<BR/>with<BR/>sue<",
             true);
  assert_has(html, "invite<BR/>+2 more<", true);
  assert_has(html, "help", false);

  assert_int_equal(rel_words_edge(&fixture.arena, &fixture.plan,
                                  &fixture.plan.edges[1], &html),
                   REL_OK);
  assert_has(html, "subsidise (15%)<BR/><I>(says Jan Lund)</I>", true);
  tear_down(&fixture);
}

static void
test_tips(void **state)
{
  Fixture fixture;
  RelStr tip = {NULL, 0U};

  (void)state;
  set_up(&fixture, many, N(many), 60);
  assert_int_equal(
      rel_tip_node(&fixture.arena, &fixture.plan, &fixture.plan.nodes[2], &tip),
      REL_OK);
  assert_has(tip, "Orbex &amp; Sons (organisation)\\n", true);
  assert_has(tip, "1 relation here", true);
  assert_int_equal(
      rel_tip_edge(&fixture.arena, &fixture.plan, &fixture.plan.edges[1], &tip),
      REL_OK);
  assert_has(tip, "Velia – subsidise – Orbex &amp; Sons, says Jan Lund\\n",
             true);
  assert_has(tip, "\"it\" was <said>.” (story, sentence 7)", true);
  assert_int_equal(
      rel_tip_edge(&fixture.arena, &fixture.plan, &fixture.plan.edges[2], &tip),
      REL_OK);
  assert_has(tip, "Jan Lund – visit – Lisbon [denied]\\n", true);
  tear_down(&fixture);
}

static void
test_caption(void **state)
{
  const RelCaption titled = {
      {REL_PALETTE_LIGHT, false}, "A & B", "Who <sued> whom", 0.0};
  const RelCaption bare = {{REL_PALETTE_DARK, true}, NULL, NULL, 300.0};
  Fixture fixture;
  RelStr html = {NULL, 0U};

  (void)state;
  set_up(&fixture, many, N(many), 60);
  assert_int_equal(
      rel_caption_html(&fixture.arena, &fixture.plan, &titled, &html), REL_OK);
  assert_has(html, "A &amp; B", true);
  assert_has(html, ">Who &lt;sued&gt; whom<", true);
  assert_has(html, "showing", false);
  assert_has(html, ">country<", true);
  assert_has(html, ">event<", false); // only what occurs
  assert_has(html, " denied<", true);
  assert_has(html, " threatened<", false);
  assert_has(html, "Source: story (Port Ayr Courier, 2024-03-02)", true);
  tear_down(&fixture);

  set_up(&fixture, many, N(many), 2);
  assert_int_equal(
      rel_caption_html(&fixture.arena, &fixture.plan, &bare, &html), REL_OK);
  assert_has(html, "showing 2 of 3 relations", true);
  assert_int_equal(rel_caption_describe(&fixture.arena, &fixture.plan, &html),
                   REL_OK);
  assert_has(html,
             "Relationship map: 3 entities, 2 relations of 3; hubs Velia (2)",
             true);
  assert_has(html, "(1)", false); // an end is no hub
  tear_down(&fixture);

  set_up(&fixture, many, 0, 60);
  assert_int_equal(
      rel_caption_html(&fixture.arena, &fixture.plan, &bare, &html), REL_OK);
  assert_has(html, "no relations found", true);
  tear_down(&fixture);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_card),       cmocka_unit_test(test_short_name),
      cmocka_unit_test(test_edge_label), cmocka_unit_test(test_tips),
      cmocka_unit_test(test_caption),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
