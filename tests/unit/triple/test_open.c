// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/open.h"

#include "capture.h"
#include "stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
  const char *name;
  const char *object; ///< Null: none
  const char *slots[3];
  const char *carb;
  const char *benchie;
  const char *plain;
} cases[] = {
    {"object",
     "a letter",
     {NULL},
     "Norland sent a letter .\t0.7500\tsent\tNorland\ta letter\n",
     "3\tNorland\tsent\ta letter\n",
     "talks.txt\t3\t0.75\tasserted\tNorland\tsent\ta letter\n"},
    {"object and slots",
     "a letter",
     {"to", "on"},
     "Norland sent a letter .\t0.7500\tsent\tNorland\ta letter"
     "\tto Lund\ton Lund\n",
     "3\tNorland\tsent\ta letter\n"
     "3\tNorland\tsent a letter to\tLund\n"
     "3\tNorland\tsent a letter on\tLund\n",
     "talks.txt\t3\t0.75\tasserted\tNorland\tsent\ta letter"
     "\tto Lund\ton Lund\n"},
    {"no object",
     NULL,
     {NULL},
     "Norland sent a letter .\t0.7500\tsent\tNorland\t\n",
     "",
     "talks.txt\t3\t0.75\tasserted\tNorland\tsent\t\n"},
    {"a slot but no object",
     NULL,
     {"to"},
     "Norland sent a letter .\t0.7500\tsent\tNorland\t\tto Lund\n",
     "3\tNorland\tsent to\tLund\n",
     "talks.txt\t3\t0.75\tasserted\tNorland\tsent\t\tto Lund\n"},
    {"a slot without marker",
     "a\tletter",
     {""},
     "Norland sent a letter .\t0.7500\tsent\tNorland\ta letter\tLund\n",
     "3\tNorland\tsent\ta letter\n3\tNorland\tsent a letter\tLund\n",
     "talks.txt\t3\t0.75\tasserted\tNorland\tsent\ta letter\tLund\n"},
};

static RelTriple
make_triple(size_t i)
{
  RelTriple triple = {
      .view = REL_VIEW_OPEN,
      .subject = {REL_TERM_COUNTRY, REL_STR("Kingdom of Norland"),
                  REL_STR("Norland"), 0U},
      .predicate = REL_STR("sent"),
      .confidence = 0.75F,
      .evidence = {.sentence = 3,
                   .sentence_text = REL_STR("Norland sent a letter .")}};

  if (cases[i].object) {
    // no words: the label stands in
    triple.object =
        (RelTerm){REL_TERM_THING, rel_str(cases[i].object), REL_STR(""), 0U};
  }
  for (; cases[i].slots[triple.n_slots]; ++triple.n_slots) {
    triple.slots[triple.n_slots] =
        story_slot(REL_SLOT_OTHER, cases[i].slots[triple.n_slots],
                   REL_TERM_PERSON, "Lund");
  }
  return triple;
}

static void
check_format(RelOpenFormat format)
{
  RelWorld *const world = rel_world_new(NULL);

  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    Capture capture;
    RelOpenPrint print = {
        .world = world, .out = capture_begin(&capture), .format = format};
    const RelSink sink = rel_open_sink(&print);
    RelTriple triple = make_triple(i);
    const RelEvent event = {REL_EVENT_TRIPLE, {.triple = &triple}};
    const RelDocInfo info = {.name = REL_STR("news/talks.txt")};
    const RelEvent begin = {REL_EVENT_DOCUMENT, {.document = &info}};
    const char *const expected[] = {cases[i].plain, cases[i].carb,
                                    cases[i].benchie};

    assert_int_equal(rel_sink_event(&sink, &begin), REL_OK);
    assert_int_equal(rel_sink_event(&sink, &event), REL_OK);
    triple.view = REL_VIEW_GRAPH;
    assert_int_equal(rel_sink_event(&sink, &event), REL_OK);
    assert_string_equal(capture_text(&capture), expected[format]);
    capture_end(&capture);
  }
  rel_world_free(world);
}

static void
test_carb(void **state)
{
  (void)state;
  check_format(REL_OPEN_CARB);
}

static void
test_benchie(void **state)
{
  (void)state;
  check_format(REL_OPEN_BENCHIE);
}

static void
test_plain(void **state)
{
  (void)state;
  check_format(REL_OPEN_PLAIN);
}

static void
test_full_disk(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  FILE *const full = fopen("/dev/full", "w");
  RelOpenPrint print = {.world = world, .out = full, .format = REL_OPEN_CARB};
  const RelSink sink = rel_open_sink(&print);

  (void)state;
  assert_non_null(full);
  assert_int_equal(story_grain(&sink), REL_OUTPUT);
  fclose(full);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_plain),
      cmocka_unit_test(test_carb),
      cmocka_unit_test(test_benchie),
      cmocka_unit_test(test_full_disk),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
