// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/extractor.h"
#include "base/buffer.h"
#include "parse/conllu.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/// What a stream brought, for comparison
typedef struct {
  unsigned n_documents;
  unsigned n_entities;
  unsigned n_graph;
  unsigned n_open;
  unsigned n_split;
  unsigned n_ends;
  unsigned stop_at; ///< Triple that makes the sink refuse; 0: none
  bool has_threat;
  bool has_content;
  bool is_quote_true; ///< All quotes stand in the source at their offsets
  RelStr content;
} Recorder;

static const char tree[] =
    "1\tNorway\tNorway\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(place)\n"
    "2\tthreatened\tthreaten\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\tto\tto\tPART\tTO\t_\t4\tmark\t_\t_\n"
    "4\timpose\timpose\tVERB\tVB\t_\t2\txcomp\t_\t_\n"
    "5\tduties\tduty\tNOUN\tNNS\t_\t4\tobj\t_\t_\n"
    "6\tand\tand\tCCONJ\tCC\t_\t7\tcc\t_\t_\n"
    "7\tquotas\tquota\tNOUN\tNNS\t_\t5\tconj\t_\t_\n"
    "8\ton\ton\tADP\tIN\t_\t9\tcase\t_\t_\n"
    "9\tMonday\tMonday\tPROPN\tNNP\t_\t4\tobl\t_\tSpaceAfter=No\n"
    "10\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

static void
check_quote(Recorder *self, const RelEvidence *evidence)
{
  const RelStr quote = evidence->quote;
  const bool is_inside =
      quote.data >= self->content.data &&
      quote.data + quote.len <= self->content.data + self->content.len;

  // the source is ASCII, so code points are bytes
  self->is_quote_true =
      self->is_quote_true && is_inside &&
      (size_t)(quote.data - self->content.data) == evidence->begin &&
      evidence->end - evidence->begin == quote.len &&
      evidence->begin >= evidence->sentence_begin &&
      evidence->end <= evidence->sentence_end;
}

static void
record_triple(Recorder *self, const RelTriple *triple)
{
  switch (triple->view) {
  case REL_VIEW_GRAPH:
    ++self->n_graph;
    self->has_threat |= triple->modality == REL_THREATENED;
    self->has_content |= triple->content_of == 1U;
    assert_int_equal(triple->number, self->n_graph);
    break;
  case REL_VIEW_OPEN:
    ++self->n_open;
    break;
  default:
    ++self->n_split;
    break;
  }
  assert_in_range((unsigned)(triple->confidence * 100.0F), 0, 100);
  check_quote(self, &triple->evidence);
}

static RelStatus
record(void *handle, const RelEvent *event)
{
  Recorder *const self = handle;

  switch (event->kind) {
  case REL_EVENT_DOCUMENT:
    ++self->n_documents;
    break;
  case REL_EVENT_ENTITY:
    ++self->n_entities;
    break;
  case REL_EVENT_TRIPLE:
    record_triple(self, event->triple);
    if (self->stop_at && self->n_graph == self->stop_at) {
      return REL_STOPPED;
    }
    break;
  case REL_EVENT_END:
    ++self->n_ends;
    break;
  }
  return REL_OK;
}

static RelStatus
read_tree(RelArena *arena, unsigned views, Recorder *recorder)
{
  const RelSink sink = {recorder, record};
  RelText text;
  RelTree trees;
  RelMentions mentions;
  RelStatus st = REL_OK;

  recorder->content = rel_str(tree);
  recorder->is_quote_true = true;
  REL_TRY(st, rel_conllu_read(arena, REL_STR("t.conllu"), rel_str(tree), &text,
                              &trees));
  REL_TRY(st, rel_mentions_find(arena, &text, &trees, NULL, &mentions));
  return rel_extract(arena, &text, &trees, &mentions, views, &sink);
}

static void
test_events(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  Recorder all = {.n_documents = 0};
  Recorder open = {.n_documents = 0};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(read_tree(&arena, 1U << REL_VIEW_GRAPH, &all), REL_OK);
  assert_int_equal(all.n_documents, 1);
  assert_int_equal(all.n_ends, 1);
  assert_true(all.n_entities >= 3);
  // the threat and its content, for duties and for quotas
  assert_int_equal(all.n_graph, 4);
  assert_int_equal(all.n_open + all.n_split, 0);
  assert_true(all.has_threat);
  assert_true(all.has_content);

  assert_int_equal(
      read_tree(&arena, (1U << REL_VIEW_OPEN) | (1U << REL_VIEW_SPLIT), &open),
      REL_OK);
  assert_int_equal(open.n_graph, 0);
  assert_int_equal(open.n_open, 2); // duties, and quotas
  assert_true(open.n_split >= 2);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_sink_stops(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  Recorder recorder = {.stop_at = 2U};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(read_tree(&arena, 1U << REL_VIEW_GRAPH, &recorder),
                   REL_STOPPED);
  assert_int_equal(recorder.n_graph, 2);
  assert_int_equal(recorder.n_ends, 0);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_memory(void **state)
{
  const unsigned views = (1U << REL_N_VIEWS) - 1U;
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 0; st && n < 1000U; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    if (world) {
      RelArena arena;
      Recorder recorder = {.n_documents = 0};
      rel_arena_init(&arena, world);
      st = read_tree(&arena, views, &recorder);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      rel_arena_clear(&arena);
    }
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
  assert_int_equal(st, REL_OK);
}

/// Requests for memory by the extraction of `n` sentences
static size_t
count_calls(uint32_t n, unsigned views, unsigned *n_triples)
{
  Failing failing = {0, SIZE_MAX, 0};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelArena arena;
  RelBuffer trees = {.arena = &arena};
  Recorder recorder = {.is_quote_true = true};
  const RelSink sink = {&recorder, record};
  RelText text;
  RelTree tree_of_text;
  RelMentions mentions;

  rel_arena_init(&arena, world);
  for (uint32_t i = 0; i < n; ++i) {
    rel_buffer_add(&trees, rel_str(tree));
  }
  recorder.content = rel_buffer_str(&trees);
  assert_int_equal(rel_conllu_read(&arena, REL_STR("t.conllu"),
                                   recorder.content, &text, &tree_of_text),
                   REL_OK);
  assert_int_equal(
      rel_mentions_find(&arena, &text, &tree_of_text, NULL, &mentions), REL_OK);
  // room enough, so that the document's own arena asks for none
  arena.used = 0U;
  assert_non_null(rel_arena_alloc(&arena, 1U << 20U));
  arena.used = 0U;

  const size_t before = failing.n_calls;
  assert_int_equal(
      rel_extract(&arena, &text, &tree_of_text, &mentions, views, &sink),
      REL_OK);
  const size_t n_calls = failing.n_calls - before;
  *n_triples = recorder.n_graph + recorder.n_open + recorder.n_split;
  rel_arena_clear(&arena);
  rel_world_free(world);
  return n_calls;
}

/// Ten times as many triples need no call of the allocator more
static void
test_no_allocation_per_triple(void **state)
{
  (void)state;
  for (unsigned view = 0; view < REL_N_VIEWS; ++view) {
    unsigned few = 0;
    unsigned many = 0;
    const size_t n_few = count_calls(10U, 1U << view, &few);
    const size_t n_many = count_calls(100U, 1U << view, &many);
    print_message("view %u: %u triples %zu calls, %u triples %zu calls\n", view,
                  few, n_few, many, n_many);
    assert_int_equal(many, 10U * few);
    assert_int_equal(n_many, n_few);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_events),
      cmocka_unit_test(test_sink_stops),
      cmocka_unit_test(test_memory),
      cmocka_unit_test(test_no_allocation_per_triple),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
