// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/identity.h"

#include "failing.h"
#include "mention/mention.h"
#include "mention/tree_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { LINES_SIZE = 600 };

/// "She slept in CITY, BEHIND. COUNTRY slept."
static void
make_lines(char *lines, const char *city, const char *behind,
           const char *country)
{
  int n = snprintf(lines, LINES_SIZE,
                   "She she PRON PRP 2 nsubj\n"
                   "slept sleep VERB VBD 0 root\n"
                   "in in ADP IN 4 case\n"
                   "%s %s PROPN NNP 2 obl -\n",
                   city, city);

  if (*behind) {
    n += snprintf(lines + n, (size_t)(LINES_SIZE - n),
                  ", , PUNCT , 6 punct\n"
                  "%s %s PROPN NNP 4 appos -\n",
                  behind, behind);
  }
  snprintf(lines + n, (size_t)(LINES_SIZE - n),
           ". . PUNCT . 2 punct\n\n"
           "%s %s PROPN NNP 2 nsubj\n"
           "slept sleep VERB VBD 0 root -\n"
           ". . PUNCT . 2 punct\n",
           country, country);
}

static RelStatus
find(RelArena *arena, const char *lines, RelMentions *found)
{
  RelText text;
  RelTree tree;
  RelStatus st = REL_OK;

  REL_TRY(st, tree_fixture(arena, lines, &text, &tree));
  return rel_mentions_find(arena, &text, &tree, NULL, found);
}

static void
test_cities(void **state)
{
  static const struct {
    const char *city;
    const char *behind;
    const char *country;
    const char *label;
    const char *same_as; ///< Id, or ""
  } cases[] = {
      // the usual one, unless what stands behind it says otherwise
      {"Munich", "", "Norway", "Munich", "2867714"},
      {"Munich", "Germany", "Norway", "Munich", "2867714"},
      {"Munich", "Texas", "Norway", "Munich", ""},
      {"Geneva", "", "Norway", "Geneva", ""},
      {"Geneva", "", "Switzerland", "Geneva", "2660646"},
      {"Birmingham", "", "Britain", "Birmingham", "2655603"},
      {"Birmingham", "", "America", "Birmingham", ""},
      {"Birmingham", "Alabama", "Britain", "Birmingham, Alabama", "4049979"},
      {"Birmingham", "Ala.", "Britain", "Birmingham, Alabama", "4049979"},
      // no usual one
      {"Springfield", "", "America", "Springfield", ""},
      {"Springfield", "Illinois", "Norway", "Springfield, Illinois", "4250542"},
      // capitals are in the table of countries
      {"Paris", "", "America", "Paris", "2988507"},
      {"Paris", "Texas", "France", "Paris, Texas", "4717560"},
      {"Paris", "France", "America", "Paris", "2988507"},
      {"Kiev", "", "Norway", "Kyiv", "703448"},
      {"Victoria", "", "Norway", "Victoria", ""},
      {"Victoria", "Tasmania", "Seychelles", "Victoria", ""},
      {"Victoria", "", "Seychelles", "Victoria", "241131"},
      // regions
      {"Bavaria", "", "Norway", "Bavaria", "2951839"},
      {"Zzyzxburg", "Texas", "Norway", "Zzyzxburg", ""},
  };
  char lines[LINES_SIZE];
  char iri[64];

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelWorld *const world = rel_world_new(NULL);
    RelArena arena;
    RelMentions found;

    make_lines(lines, cases[i].city, cases[i].behind, cases[i].country);
    rel_arena_init(&arena, world);
    assert_int_equal(find(&arena, lines, &found), REL_OK);
    const RelEntity *const city = &found.entities[found.mentions[1].entity];
    snprintf(iri, sizeof(iri), "%s%s%s",
             *cases[i].same_as ? "https://sws.geonames.org/" : "",
             cases[i].same_as, *cases[i].same_as ? "/" : "");
    assert_true(rel_str_equal(city->label, rel_str(cases[i].label)));
    assert_true(rel_str_equal(city->same_as, rel_str(iri)));
    assert_int_equal(city->code.len, 0U);
    rel_arena_clear(&arena);
    rel_world_free(world);
  }
}

static void
test_countries(void **state)
{
  char lines[LINES_SIZE];
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelMentions found;

  (void)state;
  rel_arena_init(&arena, world);
  make_lines(lines, "Atlanta", "Georgia", "Burma");
  assert_int_equal(find(&arena, lines, &found), REL_OK);
  assert_int_equal(found.n_entities, 4U);
  const RelEntity *const state_of = &found.entities[2];
  const RelEntity *const country = &found.entities[3];
  assert_true(
      rel_str_equal(state_of->label, REL_STR("Georgia, United States")));
  assert_int_equal(state_of->kind, REL_TERM_PLACE);
  assert_true(rel_str_equal(country->label, REL_STR("Myanmar")));
  assert_true(rel_str_equal(country->code, REL_STR("MM")));
  assert_true(rel_str_equal(country->same_as,
                            REL_STR("https://sws.geonames.org/1327865/")));
  rel_arena_clear(&arena);
  rel_world_free(world);
}

/// A city of two words that looks like somebody, and does what people do
static void
test_large_city(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelMentions found;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(find(&arena,
                        "San San PROPN NNP 3 nsubj\n"
                        "Francisco Francisco PROPN NNP 1 flat\n"
                        "hurt hurt VERB VBD 0 root\n"
                        "himself himself PRON PRP 3 obj -\n"
                        ". . PUNCT . 3 punct\n",
                        &found),
                   REL_OK);
  const RelEntity *const city = &found.entities[found.mentions[0].entity];
  assert_int_equal(city->kind, REL_TERM_PLACE);
  assert_true(rel_str_equal(city->same_as,
                            REL_STR("https://sws.geonames.org/5391959/")));
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_every_allocation(void **state)
{
  char lines[LINES_SIZE];
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  make_lines(lines, "Paris", "Texas", "France");
  for (size_t n = 1; st == REL_NO_MEMORY; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    RelArena arena;
    RelMentions found;

    if (!world) {
      continue;
    }
    rel_arena_init(&arena, world);
    st = find(&arena, lines, &found);
    rel_arena_clear(&arena);
    rel_world_free(world);
  }
  assert_int_equal(st, REL_OK);
}

/// The table is sorted, and its numbers point to something
static void
test_table(void **state)
{
  (void)state;
  for (size_t i = 0; i < rel_place_names_n; ++i) {
    const RelPlaceName *const it = &rel_place_names[i];
    const RelPlaceName *const before = i ? it - 1 : it;
    const int order = rel_str_compare(rel_str(before->name), rel_str(it->name));

    assert_true(order < 0 || (!order && before->people >= it->people));
    assert_true(it->country < rel_countries_n);
    assert_true(it->region < rel_regions_n || it->region == REL_NO_REGION);
    assert_true(it->usual < rel_place_names_n);
    assert_int_equal(rel_place_names[it->usual].geonames, it->geonames);
  }
  assert_null(rel_place_usual(REL_STR("Zzyzxburg")));
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cities),
      cmocka_unit_test(test_countries),
      cmocka_unit_test(test_large_city),
      cmocka_unit_test(test_every_allocation),
      cmocka_unit_test(test_table),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
