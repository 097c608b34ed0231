// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/filter.h"
#include "triple/tee.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/// Keeps what it got
typedef struct {
  uint32_t n_events;
  uint32_t n_triples;
  uint32_t fail_at; ///< Number of the event, from 1, that it refuses
} Recorder;

static RelStatus
record(void *handle, const RelEvent *event)
{
  Recorder *const self = handle;

  ++self->n_events;
  self->n_triples += event->kind == REL_EVENT_TRIPLE;
  return self->n_events == self->fail_at ? REL_STOPPED : REL_OK;
}

static RelStatus
send_all(const RelSink *sink, const float *confidences, size_t n)
{
  const RelDocInfo document = {.name = REL_STR("a.txt")};
  const RelEntityInfo entity = {.kind = REL_TERM_PERSON};
  const RelEvent begin = {REL_EVENT_DOCUMENT, {.document = &document}};
  const RelEvent actor = {REL_EVENT_ENTITY, {.entity = &entity}};
  const RelEvent end = {REL_EVENT_END, {.document = NULL}};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_sink_event(sink, &begin));
  REL_TRY(st, rel_sink_event(sink, &actor));
  for (size_t i = 0; i < n; ++i) {
    const RelTriple triple = {.confidence = confidences[i]};
    const RelEvent event = {REL_EVENT_TRIPLE, {.triple = &triple}};
    REL_TRY(st, rel_sink_event(sink, &event));
  }
  return rel_sink_event(sink, &end);
}

static void
test_tee(void **state)
{
  Recorder recorders[3] = {{0}};
  RelSink sinks[3];
  RelTee tee = {sinks, 3U};
  const RelSink sink = rel_tee_sink(&tee);
  const float confidences[] = {0.5F};

  (void)state;
  for (size_t i = 0; i < 3U; ++i) {
    sinks[i] = (RelSink){&recorders[i], record};
  }
  assert_int_equal(send_all(&sink, confidences, 1U), REL_OK);
  for (size_t i = 0; i < 3U; ++i) {
    assert_int_equal(recorders[i].n_events, 4);
    assert_int_equal(recorders[i].n_triples, 1);
  }

  recorders[1].fail_at = 5U;
  assert_int_equal(send_all(&sink, confidences, 1U), REL_STOPPED);
  assert_int_equal(recorders[0].n_events, 5);
  assert_int_equal(recorders[1].n_events, 5);
  assert_int_equal(recorders[2].n_events, 4);
}

static void
test_tee_of_nothing(void **state)
{
  RelTee tee = {NULL, 0U};
  const RelSink sink = rel_tee_sink(&tee);

  (void)state;
  assert_int_equal(send_all(&sink, NULL, 0U), REL_OK);
}

static const struct {
  const char *name;
  float confidence;
  uint32_t n_passed;
} cases[] = {
    {"below is dropped", 0.4F, 0},
    {"equal passes", 0.5F, 1},
    {"above passes", 0.9F, 1},
};

static void
test_filter(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    Recorder recorder = {0};
    RelFilter filter = {{&recorder, record}, 0.5F};
    const RelSink sink = rel_filter_sink(&filter);

    assert_int_equal(send_all(&sink, &cases[i].confidence, 1U), REL_OK);
    assert_int_equal(recorder.n_triples, cases[i].n_passed);
    assert_int_equal(recorder.n_events, 3U + cases[i].n_passed);
  }
}

static void
test_filter_hands_on_failures(void **state)
{
  Recorder recorder = {.fail_at = 1U};
  RelFilter filter = {{&recorder, record}, 0.5F};
  const RelSink sink = rel_filter_sink(&filter);

  (void)state;
  assert_int_equal(send_all(&sink, NULL, 0U), REL_STOPPED);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tee),
      cmocka_unit_test(test_tee_of_nothing),
      cmocka_unit_test(test_filter),
      cmocka_unit_test(test_filter_hands_on_failures),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
