// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/print.h"

#include "capture.h"
#include "stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_stories(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  Capture capture;
  RelPrint print = {world, capture_begin(&capture)};
  const RelSink sink = rel_print_sink(&print);

  (void)state;
  assert_int_equal(story_harbour(&sink), REL_OK);
  assert_int_equal(story_grain(&sink), REL_OK);
  assert_string_equal(
      capture_text(&capture),
      "# news/harbour.txt\n"
      "1\tAna Mora | meet | Jan Lund (time: on 2026-03-02; "
      "place: in Porto Azul) [asserted]\t0.93\tverb.active\n"
      "2\tNorland | threaten to impose | duties on Velian steel "
      "(amount: of 15%) [asserted]\t0.88\tverb.active\n"
      "3\tNorland | impose | duties on Velian steel [threatened] in 2"
      "\t0.81\tverb.xcomp\n"
      "4\told caf\xC3\xA9 | be closed | - [asserted]\t0.70\tverb.passive\n"
      "5\tJan Lund | say | Velia would not buy \"cheap\" grain [asserted]"
      "\t0.90\tverb.say\n"
      "6\tVelia | buy | \"cheap\" grain (reason: because of the levy) "
      "[possible+negated+reported:Jan Lund] in 5\t0.64\tverb.ccomp\n"
      "# grain.txt\n"
      "1\tOrbex | buy | 40 tugs [asserted]\t0.77\tverb.active\n"
      "2\tAna Mora | visit | Velia [possible]\t0.80\tverb.active\n"
      "o1\tMinister Mora | may visit | Velia [asserted]\t0.80\tverb.active\n");
  capture_end(&capture);
  rel_world_free(world);
}

static void
test_bare_triple(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  Capture capture;
  RelPrint print = {world, capture_begin(&capture)};
  const RelSink sink = rel_print_sink(&print);
  // no label: the words stand in; no rule; a marker may be missing
  const RelTriple triple = {
      .number = 7,
      .subject = {REL_TERM_THING, REL_STR(""), REL_STR("the\ttug"), 0U},
      .predicate = REL_STR("sink"),
      .slots = {{REL_SLOT_TIME,
                 REL_STR(""),
                 {REL_TERM_DATE, REL_STR("Monday"), REL_STR("Monday"), 0U},
                 {0}}},
      .n_slots = 1};
  const RelEvent event = {REL_EVENT_TRIPLE, {.triple = &triple}};

  (void)state;
  assert_int_equal(rel_sink_event(&sink, &event), REL_OK);
  assert_string_equal(capture_text(&capture),
                      "7\tthe tug | sink | - (time: Monday) [asserted]"
                      "\t0.00\t\n");
  capture_end(&capture);
  rel_world_free(world);
}

static void
test_full_disk(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  FILE *const full = fopen("/dev/full", "w");
  RelPrint print = {world, full};
  const RelSink sink = rel_print_sink(&print);

  (void)state;
  assert_non_null(full);
  assert_int_equal(story_harbour(&sink), REL_OUTPUT);
  fclose(full);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_stories),
      cmocka_unit_test(test_bare_triple),
      cmocka_unit_test(test_full_disk),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
