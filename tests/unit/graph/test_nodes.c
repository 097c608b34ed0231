// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/nodes.h"

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
  bool is_unused;
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
     {{REL_TERM_PERSON, "Ana Mora", 3, false, "Ms Mora"}},
     "Ana_Mora=Ana Mora/person/3/Ms Mora,;"},
    {"sorted by key",
     {{REL_TERM_PLACE, "Porto", 1, false, NULL},
      {REL_TERM_THING, "a port", 1, false, NULL},
      {REL_TERM_PLACE, "Ayr", 1, false, NULL}},
     "Ayr=Ayr/place/1/;Porto=Porto/place/1/;a_port=a port/thing/1/;"},
    {"kinds that mix are one, the most frequent kind wins",
     {{REL_TERM_PLACE, "Velia", 2, false, NULL},
      {REL_TERM_COUNTRY, "Velia", 5, false, "Velian"},
      {REL_TERM_ORGANISATION, "Velia", 3, false, NULL}},
     "Velia=Velia/country/10/Velian,;"},
    {"ties go to the first kind",
     {{REL_TERM_PLACE, "Velia", 2, false, NULL},
      {REL_TERM_COUNTRY, "Velia", 2, false, NULL}},
     "Velia=Velia/country/4/;"},
    {"a person and a place are two",
     {{REL_TERM_PERSON, "Georgia", 1, false, NULL},
      {REL_TERM_PLACE, "Georgia", 4, false, NULL}},
     "Georgia=Georgia/place/4/;Georgia__person=Georgia/person/1/;"},
    {"a tie of classes goes to the person",
     {{REL_TERM_PLACE, "Georgia", 4, false, NULL},
      {REL_TERM_PERSON, "Georgia", 4, false, NULL}},
     "Georgia=Georgia/person/4/;Georgia__place=Georgia/place/4/;"},
    {"a thing joins the strongest, and its kind never wins",
     {{REL_TERM_THING, "Georgia", 9, false, NULL},
      {REL_TERM_PERSON, "Georgia", 1, false, NULL},
      {REL_TERM_PLACE, "Georgia", 2, false, NULL}},
     "Georgia=Georgia/place/11/;Georgia__person=Georgia/person/1/;"},
    {"labels of one key are names of each other",
     {{REL_TERM_THING, "a_b", 1, false, NULL},
      {REL_TERM_THING, "a b", 2, false, "ab"}},
     "a_b=a b/thing/3/a_b,ab,;"},
    {"of equal labels the first by bytes",
     {{REL_TERM_THING, "a_b", 1, false, NULL},
      {REL_TERM_THING, "a b", 1, false, NULL}},
     "a_b=a b/thing/2/a_b,;"},
    {"the unused are dropped",
     {{REL_TERM_PERSON, "Lund", 7, true, "Mr Lund"},
      {REL_TERM_PLACE, "Ayr", 1, false, NULL}},
     "Ayr=Ayr/place/1/;"},
    {"but lend their names where one of them is used",
     {{REL_TERM_PERSON, "Lund", 7, true, "Mr Lund"},
      {REL_TERM_THING, "Lund", 1, false, "Lund"}},
     "Lund=Lund/person/8/Mr Lund,;"},
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

/// The case's actors from the front or from the back; names twice
static void
make_cast(RelArena *arena, const Actor *actors, bool is_reversed, RelCast *cast)
{
  uint32_t n = 0;
  while (n < MAX_ACTORS && actors[n].label) {
    ++n;
  }

  for (uint32_t i = 0; i < n; ++i) {
    const Actor *const from = &actors[is_reversed ? n - 1U - i : i];
    const RelActor actor = {.kind = from->kind,
                            .label = rel_str(from->label),
                            .n_mentions = from->n_mentions,
                            .is_used = !from->is_unused};
    const RelActorName name = {i, rel_str(from->name)};

    assert_int_equal(REL_ARRAY_PUSH(arena, &cast->actors, actor), REL_OK);
    assert_int_equal(REL_ARRAY_PUSH(arena, &cast->names, name), REL_OK);
    assert_int_equal(REL_ARRAY_PUSH(arena, &cast->names, name), REL_OK);
  }
}

static void
test_cases(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases) * 2U; ++i) {
    RelArena arena;
    RelCast cast = {0};
    RelNodes nodes = {0};
    char text[500] = "";

    rel_arena_init(&arena, world);
    make_cast(&arena, cases[i / 2U].actors, i % 2U, &cast);
    assert_int_equal(rel_nodes_make(&arena, &cast, &nodes), REL_OK);
    describe(&nodes, text);
    assert_string_equal(text, cases[i / 2U].nodes);
    for (uint32_t a = 0; a < cast.actors.n; ++a) {
      const RelActor *const actor = &cast.actors.items[a];
      assert_true(actor->node == REL_NO_NODE ? !actor->is_used
                                             : actor->node < nodes.n);
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
  RelCast cast = {0};
  RelNodes nodes = {0};
  const RelActor actor = {.kind = REL_TERM_PERSON,
                          .label = REL_STR("Lund"),
                          .n_mentions = (uint64_t)UINT32_MAX + 1U,
                          .is_used = true};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(REL_ARRAY_PUSH(&arena, &cast.actors, actor), REL_OK);
  assert_int_equal(rel_nodes_make(&arena, &cast, &nodes), REL_OK);
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
