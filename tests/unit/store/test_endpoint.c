// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/endpoint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
  const char *url;
  bool has_user;
  const char *query;
  const char *update;
} cases[] = {
    {"http://h:8890/sparql-graph-crud-auth", true, "http://h:8890/sparql-auth",
     "http://h:8890/sparql-auth"},
    {"http://h:8890/sparql-graph-crud", false, "http://h:8890/sparql",
     "http://h:8890/sparql-auth"},
    {"http://h:7878/store", false, "http://h:7878/query",
     "http://h:7878/update"},
    {"https://h/news/data", true, "https://h/news/query",
     "https://h/news/update"},
    {"http://h:7200/repositories/n/rdf-graphs/service", true,
     "http://h:7200/repositories/n", "http://h:7200/repositories/n/statements"},
    {"http://h/other", false, "", ""},
    {"http://h/store?x=1", false, "", ""},
};

static void
test_derived(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const RelStr url = rel_str(cases[i].url);
    RelStr query = {0};
    RelStr update = {0};

    assert_int_equal(rel_endpoint_derive(&arena, url, REL_ENDPOINT_QUERY,
                                         cases[i].has_user, &query),
                     REL_OK);
    assert_int_equal(rel_endpoint_derive(&arena, url, REL_ENDPOINT_UPDATE,
                                         cases[i].has_user, &update),
                     REL_OK);
    assert_true(rel_str_equal(query, rel_str(cases[i].query)));
    assert_true(rel_str_equal(update, rel_str(cases[i].update)));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_derived)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
