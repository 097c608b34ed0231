// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/distinct.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { MAX_TRIPLES = 4 };

/// One proposition in short
typedef struct {
  const char *subject;
  const char *predicate;
  const char *object; ///< "": none
  const char *slot;   ///< "": none
  float confidence;
} Said;

static const struct {
  const char *name;
  Said said[MAX_TRIPLES];
  const char *kept; ///< One digit for each that stays
} cases[] = {
    {"others stay",
     {{"Ayr", "sold", "ships", "", 0.5F}, {"Ayr", "sold", "cranes", "", 0.5F}},
     "01"},
    {"of two alike the more confident stays",
     {{"Ayr", "sold", "ships", "", 0.5F}, {"Ayr", "sold", "ships", "", 0.6F}},
     "1"},
    {"of two alike and as confident the first stays",
     {{"Ayr", "sold", "ships", "", 0.5F}, {"Ayr", "sold", "ships", "", 0.5F}},
     "0"},
    {"a part of the object is contained",
     {{"Ayr", "sold", "ships", "", 0.9F},
      {"Ayr", "sold", "old ships of Oslo", "", 0.2F}},
     "1"},
    {"so is one without its slot",
     {{"Ayr", "sold", "ships", "Oslo", 0.5F},
      {"Ayr", "sold", "ships", "", 0.9F}},
     "0"},
    {"and one whose object is the other's slot",
     {{"Ayr", "sold", "ships", "Oslo", 0.5F},
      {"Ayr", "sold", "Oslo", "", 0.9F}},
     "0"},
    {"the predicate is another's",
     {{"Ayr", "sold", "ships", "", 0.5F}, {"Ayr", "bought", "ships", "", 0.5F}},
     "01"},
    {"subject and object are no one bag",
     {{"Ayr", "is", "Oslo", "", 0.5F}, {"Oslo", "is", "Ayr", "", 0.5F}},
     "01"},
    {"a word twice is not contained in once",
     {{"Ayr", "saw", "ships by ships", "", 0.5F},
      {"Ayr", "saw", "ships by Oslo", "", 0.5F}},
     "01"},
    {"capitals do not count",
     {{"The port", "closed", "", "", 0.5F},
      {"the port", "closed", "", "", 0.7F}},
     "1"},
    {"a chain leaves its last link",
     {{"Ayr", "sold", "ships", "", 0.5F},
      {"Ayr", "sold", "old ships", "", 0.5F},
      {"Ayr", "sold", "very old ships", "", 0.5F}},
     "2"},
};

/// What came out
typedef struct {
  char kept[MAX_TRIPLES + 1];
  uint32_t n;
  uint32_t n_others;
  bool is_numbered; ///< From 1, without gaps
  bool has_cues;
} Recorder;

static RelStatus
record(void *handle, const RelEvent *event)
{
  Recorder *const self = handle;

  if (event->kind != REL_EVENT_TRIPLE || event->triple->view != REL_VIEW_OPEN) {
    ++self->n_others;
    return REL_OK;
  }
  // its place among those sent is in the evidence
  self->kept[self->n++] = (char)('0' + event->triple->evidence.sentence);
  self->is_numbered &= event->triple->number == self->n;
  self->has_cues &= event->triple->n_cues == 2U && event->triple->cues[0] == 7U;
  return REL_OK;
}

static RelTriple
triple_of(const Said *said, uint32_t place, const uint16_t *cues)
{
  const RelStr object = rel_str(said->object);
  RelTriple triple = {.view = REL_VIEW_OPEN,
                      .subject = {REL_TERM_THING, rel_str(said->subject),
                                  rel_str(said->subject), 0U},
                      .predicate = rel_str(said->predicate),
                      .object = {object.len ? REL_TERM_THING : REL_TERM_NONE,
                                 object, object, 0U},
                      .confidence = said->confidence,
                      .cues = cues,
                      .n_cues = 2U,
                      .evidence = {.sentence = place}};

  if (said->slot[0]) {
    triple.slots[triple.n_slots++] = (RelSlot){
        .marker = REL_STR("to"),
        .term = {REL_TERM_PLACE, rel_str(said->slot), rel_str(said->slot), 0U}};
  }
  return triple;
}

static RelStatus
send_all(RelArena *arena, const Said *said, Recorder *recorder)
{
  const RelSink sink = {recorder, record};
  RelDistinct distinct = rel_distinct(arena, &sink);
  const RelSink keeper = rel_distinct_sink(&distinct);
  uint32_t number = 0;
  RelStatus st = REL_OK;

  recorder->is_numbered = recorder->has_cues = true;
  for (uint32_t i = 0; i < MAX_TRIPLES && said[i].subject; ++i) {
    uint16_t cues[] = {7U, 9U};
    const RelTriple triple = triple_of(&said[i], i, cues);
    const RelEvent event = {REL_EVENT_TRIPLE, {.triple = &triple}};
    REL_TRY(st, rel_sink_event(&keeper, &event));
    cues[0] = 0U; // the keeper has its own
  }
  return rel_distinct_send(&distinct, &number);
}

static void
test_contained(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelArena arena;
    Recorder recorder = {.n = 0U};
    rel_arena_init(&arena, world);
    assert_int_equal(send_all(&arena, cases[i].said, &recorder), REL_OK);
    print_message("%s\n", cases[i].name);
    assert_string_equal(recorder.kept, cases[i].kept);
    assert_true(recorder.is_numbered);
    assert_true(recorder.has_cues);
    rel_arena_clear(&arena);
  }
  rel_world_free(world);
}

static void
test_others_pass(void **state)
{
  Recorder recorder = {.n = 0U};
  const RelSink sink = {&recorder, record};
  RelDistinct distinct = rel_distinct(NULL, &sink);
  const RelSink keeper = rel_distinct_sink(&distinct);
  const RelTriple split = {.view = REL_VIEW_SPLIT};
  const RelTriple graph = {.view = REL_VIEW_GRAPH};
  const RelEvent events[] = {{REL_EVENT_TRIPLE, {.triple = &split}},
                             {REL_EVENT_TRIPLE, {.triple = &graph}},
                             {REL_EVENT_END, {.document = NULL}}};

  (void)state;
  for (size_t i = 0; i < sizeof(events) / sizeof(*events); ++i) {
    assert_int_equal(rel_sink_event(&keeper, &events[i]), REL_OK);
  }
  assert_int_equal(recorder.n_others, 3);
}

static void
test_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 0; st && n < 100U; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    if (world) {
      RelArena arena;
      Recorder recorder = {.n = 0U};
      rel_arena_init(&arena, world);
      st = send_all(&arena, cases[0].said, &recorder);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      rel_arena_clear(&arena);
    }
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
  assert_int_equal(st, REL_OK);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_contained),
      cmocka_unit_test(test_others_pass),
      cmocka_unit_test(test_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
