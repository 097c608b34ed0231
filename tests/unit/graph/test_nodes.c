// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/nodes.h"

#include "graph/iri.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

enum { MAX_ACTORS = 4 };

typedef struct {
  RelTermKind kind;
  const char *label;
  uint32_t n_mentions;
  const char *name;
} Actor;

/// Actors, and the nodes that they make as "key=label/kind/mentions/names;"
static const struct {
  const char *name;
  Actor actors[MAX_ACTORS];
  const char *nodes;
} cases[] = {
    {"none", {{0}}, ""},
    {"one",
     {{REL_TERM_PERSON, "Ana Mora", 3, "Ms Mora"}},
     "person/Ana_Mora=Ana Mora/person/3/Ms Mora,;"},
    {"sorted by key",
     {{REL_TERM_PLACE, "Porto", 1, NULL},
      {REL_TERM_THING, "a port", 1, NULL},
      {REL_TERM_PLACE, "Ayr", 1, NULL}},
     "entity/Ayr=Ayr/place/1/;entity/Porto=Porto/place/1/;"
     "entity/a_port=a port/thing/1/;"},
    {"several documents add up",
     {{REL_TERM_PLACE, "Ayr", 1, "A."},
      {REL_TERM_PLACE, "Ayr", 2, NULL},
      {REL_TERM_PLACE, "Ayr", 4, "A."}},
     "entity/Ayr=Ayr/place/7/A.,;"},
    {"kinds that mix are one, the most frequent kind wins",
     {{REL_TERM_PLACE, "Velia", 2, NULL},
      {REL_TERM_COUNTRY, "Velia", 5, "Velian"},
      {REL_TERM_ORGANISATION, "Velia", 3, NULL}},
     "entity/Velia=Velia/country/10/Velian,;"},
    {"ties go to the first kind",
     {{REL_TERM_PLACE, "Velia", 2, NULL}, {REL_TERM_COUNTRY, "Velia", 2, NULL}},
     "entity/Velia=Velia/country/4/;"},
    {"a person is nothing else",
     {{REL_TERM_PERSON, "Georgia", 9, NULL},
      {REL_TERM_PLACE, "Georgia", 4, NULL}},
     "entity/Georgia=Georgia/place/4/;person/Georgia=Georgia/person/9/;"},
    {"the kind of a thing never wins",
     {{REL_TERM_THING, "Georgia", 9, NULL},
      {REL_TERM_PLACE, "Georgia", 2, NULL}},
     "entity/Georgia=Georgia/place/11/;"},
    {"labels of one key are names of each other",
     {{REL_TERM_THING, "a_b", 1, NULL}, {REL_TERM_THING, "a b", 2, "ab"}},
     "entity/a_b=a b/thing/3/a_b,ab,;"},
    {"of equal labels the first by bytes",
     {{REL_TERM_THING, "a_b", 1, NULL}, {REL_TERM_THING, "a b", 1, NULL}},
     "entity/a_b=a b/thing/2/a_b,;"},
    {"a label's mentions add up",
     {{REL_TERM_THING, "a_b", 2, NULL},
      {REL_TERM_THING, "a b", 3, NULL},
      {REL_TERM_PLACE, "a_b", 2, NULL}},
     "entity/a_b=a_b/place/7/a b,;"},
};

/// Append at most `len` bytes of a text, which may be null when that is 0
static void
add_text(char *out, const char *text, size_t len)
{
  const size_t n = len ? strnlen(text, len) : 0U;
  char *const end = out + strlen(out);

  if (n) {
    memcpy(end, text, n);
  }
  end[n] = '\0';
}

static void
describe(const RelNodes *nodes, char *out)
{
  for (uint32_t i = 0; i < nodes->n; ++i) {
    const RelNode *const node = &nodes->items[i];
    char number[16];

    snprintf(number, sizeof(number), "/%u/", node->n_mentions);
    add_text(out, node->key.data, node->key.len);
    add_text(out, "=", 1U);
    add_text(out, node->label.data, node->label.len);
    add_text(out, "/", 1U);
    add_text(out, rel_term_kind_text(node->kind), 20U);
    add_text(out, number, sizeof(number));
    for (uint32_t n = 0; n < node->n_names; ++n) {
      add_text(out, node->names[n].data, node->names[n].len);
      add_text(out, ",", 1U);
    }
    add_text(out, ";", 1U);
  }
}

/// The case's actors from the front or from the back
static uint32_t
make_appearances(RelArena *arena, const Actor *actors, bool is_reversed,
                 RelAppearance *out)
{
  uint32_t n = 0;
  while (n < MAX_ACTORS && actors[n].label) {
    ++n;
  }

  for (uint32_t i = 0; i < n; ++i) {
    const Actor *const from = &actors[is_reversed ? n - 1U - i : i];
    RelStr *const name = rel_arena_calloc(arena, 1U, sizeof(*name));

    assert_non_null(name);
    *name = rel_str(from->name);
    out[i] = (RelAppearance){.kind = from->kind,
                             .label = rel_str(from->label),
                             .names = name,
                             .n_names = from->name ? 1U : 0U,
                             .n_mentions = from->n_mentions};
    const RelTerm term = {.kind = from->kind, .label = out[i].label};
    assert_int_equal(rel_iri_node_key(arena, &term, REL_STR(""), &out[i].key),
                     REL_OK);
  }
  return n;
}

static void
test_cases(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases) * 2U; ++i) {
    RelArena arena;
    RelAppearance all[MAX_ACTORS];
    RelNodes nodes = {0};
    char text[500] = "";

    rel_arena_init(&arena, world);
    const uint32_t n =
        make_appearances(&arena, cases[i / 2U].actors, i % 2U, all);
    assert_int_equal(rel_nodes_make(&arena, all, n, &nodes), REL_OK);
    describe(&nodes, text);
    assert_string_equal(text, cases[i / 2U].nodes);
    for (uint32_t a = 0; a < n; ++a) {
      assert_true(all[a].node < nodes.n);
      assert_true(rel_str_equal(nodes.items[all[a].node].key, all[a].key));
    }
    rel_arena_clear(&arena);
  }
  rel_world_free(world);
}

static void
test_many_mentions(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelNodes nodes = {0};
  const RelAppearance appearance = {.key = REL_STR("person/Lund"),
                                    .kind = REL_TERM_PERSON,
                                    .label = REL_STR("Lund"),
                                    .n_mentions = UINT32_MAX};
  RelAppearance all[] = {appearance, appearance};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_nodes_make(&arena, all, 2U, &nodes), REL_OK);
  assert_int_equal(nodes.items[0].n_mentions, UINT32_MAX);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_many_mentions),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
