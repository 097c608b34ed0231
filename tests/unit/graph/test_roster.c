// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/roster.h"

#include "capture.h"
#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define NONE REL_NO_ANTECEDENT

static RelStatus
send_entity(const RelSink *sink, const RelEntityInfo *entity)
{
  const RelEvent event = {REL_EVENT_ENTITY, {.entity = entity}};

  return rel_sink_event(sink, &event);
}

static RelStatus
begin(const RelSink *sink, const char *name, const char *content)
{
  const RelDocInfo info = {.name = rel_str(name), .content = rel_str(content)};
  const RelEvent event = {REL_EVENT_DOCUMENT, {.document = &info}};

  return rel_sink_event(sink, &event);
}

/// Mora by name, surname and pronoun; an "it"; a day; in `name`
static RelStatus
send_document(const RelSink *sink, const char *name, const char *content)
{
  const RelMentionInfo mora[] = {
      {REL_STR("Ana Mora"), "name", 1U, 5U, NONE, NULL},
      {REL_STR("Mora"), "name", 2U, 1U, 0U, "name.surname"},
      {REL_STR("she"), "pronoun", 2U, 9U, 1U, "pronoun"},
  };
  const RelMentionInfo it = {REL_STR("It"), "pronoun", 3U, 1U, NONE, NULL};
  const RelMentionInfo port = {
      REL_STR("old port"), "description", 4U, 1U, NONE, NULL};
  const RelStr names[] = {REL_STR("Mora"), REL_STR("Ana")};
  const RelEntityInfo entities[] = {
      {.kind = REL_TERM_THING,
       .label = REL_STR("old port"),
       .n_mentions = 1U,
       .mentions = &port},
      {.kind = REL_TERM_PERSON,
       .label = REL_STR("Ana Mora"),
       .same_as = REL_STR("http://example.org/m"),
       .code = REL_STR("AM"),
       .names = names,
       .n_names = 2U,
       .n_mentions = 3U,
       .mentions = mora},
      {.kind = REL_TERM_THING,
       .label = REL_STR("It"),
       .n_mentions = 1U,
       .mentions = &it},
      {.kind = REL_TERM_DATE,
       .label = REL_STR("Monday"),
       .n_mentions = 1U,
       .mentions = &port},
  };
  const RelEvent end = {REL_EVENT_END, {.document = NULL}};
  RelStatus st = begin(sink, name, content);

  for (size_t i = 0; !st && i < sizeof(entities) / sizeof(*entities); ++i) {
    st = send_entity(sink, &entities[i]);
  }
  return st ? st : rel_sink_event(sink, &end);
}

static RelStatus
make_roster(RelWorld *world, RelRoster **roster)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_roster_new(world, roster));
  const RelSink sink = rel_roster_sink(*roster);
  REL_TRY(st, send_document(&sink, "b.txt", "one"));
  REL_TRY(st, send_document(&sink, "a.txt", "two"));
  REL_TRY(st, send_document(&sink, "again.txt", "one"));
  return rel_roster_finish(*roster);
}

static void
test_list(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelRoster *roster = NULL;
  Capture capture;

  (void)state;
  assert_int_equal(make_roster(world, &roster), REL_OK);
  assert_int_equal(
      rel_roster_print(roster, REL_ROSTER_TSV, capture_begin(&capture)),
      REL_OK);
  assert_string_equal(capture_text(&capture),
                      "person\tAna Mora\t6\tb.txt:1:5\tAna; Mora\tAM "
                      "http://example.org/m\n"
                      // described, not named: another one in each document
                      "thing\told port\t1\tb.txt:4:1\t\t\n"
                      "thing\told port\t1\ta.txt:4:1\t\t\n");
  capture_end(&capture);
  assert_int_equal(
      rel_roster_print(roster, REL_ROSTER_TABLE, capture_begin(&capture)),
      REL_OK);
  assert_string_equal(capture_text(&capture),
                      "TYPE    NAME      MENTIONS  FIRST      OTHER NAMES  "
                      "IDENTITY\n"
                      "person  Ana Mora  6         b.txt:1:5  Ana; Mora    AM "
                      "http://example.org/m\n"
                      "thing   old port  1         b.txt:4:1\n"
                      "thing   old port  1         a.txt:4:1\n");
  capture_end(&capture);
  rel_roster_free(roster);
  rel_world_free(world);
}

static void
test_explain(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelRoster *roster = NULL;
  Capture capture;

  (void)state;
  assert_int_equal(make_roster(world, &roster), REL_OK);
  assert_int_equal(rel_roster_explain(roster, REL_STR("Mora"), REL_ROSTER_TSV,
                                      capture_begin(&capture)),
                   REL_OK);
  assert_string_equal(
      capture_text(&capture),
      "person\tAna Mora\tb.txt:1:5\tname\tAna Mora\t\t\t\n"
      "person\tAna Mora\tb.txt:2:1\tname\tMora\tname.surname\tAna Mora"
      "\tb.txt:1:5\n"
      "person\tAna Mora\tb.txt:2:9\tpronoun\tshe\tpronoun\tMora\tb.txt:2:1\n"
      "person\tAna Mora\ta.txt:1:5\tname\tAna Mora\t\t\t\n"
      "person\tAna Mora\ta.txt:2:1\tname\tMora\tname.surname\tAna Mora"
      "\ta.txt:1:5\n"
      "person\tAna Mora\ta.txt:2:9\tpronoun\tshe\tpronoun\tMora\ta.txt:2:1\n");
  capture_end(&capture);
  assert_int_equal(rel_roster_explain(roster, REL_STR("old port"),
                                      REL_ROSTER_TABLE,
                                      capture_begin(&capture)),
                   REL_OK);
  assert_string_equal(
      capture_text(&capture),
      "TYPE   ENTITY    PLACE      KIND         WORDS     RULE  JOINED TO  AT\n"
      "thing  old port  b.txt:4:1  description  old port\n"
      "thing  old port  a.txt:4:1  description  old port\n");
  capture_end(&capture);
  assert_int_equal(rel_roster_explain(roster, REL_STR("She"), REL_ROSTER_TABLE,
                                      capture_begin(&capture)),
                   REL_BAD_ARG);
  assert_string_equal(capture_text(&capture), "");
  capture_end(&capture);
  assert_string_equal(
      rel_world_error(world),
      "--explain: error: expected the name of an entity, not \"She\"");
  rel_roster_free(roster);
  rel_world_free(world);
}

static void
test_nothing(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelRoster *roster = NULL;
  Capture capture;

  (void)state;
  assert_int_equal(rel_roster_new(world, &roster), REL_OK);
  assert_int_equal(rel_roster_finish(roster), REL_OK);
  assert_int_equal(
      rel_roster_print(roster, REL_ROSTER_TSV, capture_begin(&capture)),
      REL_OK);
  assert_string_equal(capture_text(&capture), "");
  capture_end(&capture);
  rel_roster_free(roster);
  rel_roster_free(NULL);
  rel_world_free(world);
}

static RelStatus
do_all(RelWorld *world, FILE *out)
{
  RelRoster *roster = NULL;
  RelStatus st = make_roster(world, &roster);

  st = st ? st : rel_roster_print(roster, REL_ROSTER_TABLE, out);
  st = st ? st
          : rel_roster_explain(roster, REL_STR("Mora"), REL_ROSTER_TSV, out);
  rel_roster_free(roster);
  return st;
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 1; st == REL_NO_MEMORY; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    Capture capture;

    st = do_all(world, capture_begin(&capture));
    capture_end(&capture);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
  assert_int_equal(st, REL_OK);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_list),
      cmocka_unit_test(test_explain),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
