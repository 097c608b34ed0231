// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/graph.h"
#include "graph/table.h"

#include "capture.h"
#include "failing.h"
#include "stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

typedef RelStatus (*Tell)(const RelSink *sink);

static RelGraph *
make_graph(RelWorld *world, const Tell *stories, size_t n)
{
  RelGraph *graph = NULL;

  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  const RelSink sink = rel_graph_sink(graph);
  for (size_t i = 0; i < n; ++i) {
    assert_int_equal(stories[i](&sink), REL_OK);
  }
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  assert_ptr_equal(rel_graph_world(graph), world);
  return graph;
}

static void
write_str(FILE *out, RelStr str)
{
  fprintf(out, "[%.*s]", REL_ARG(str));
}

static void
dump_statement(const RelStatement *statement, FILE *out)
{
  fprintf(out, "%u %u: %d ", statement->document, statement->number,
          (int)statement->subject);
  write_str(out, statement->predicate);
  write_str(out, statement->predicate_key);
  fprintf(out, " %d %u", (int)statement->object,
          (unsigned)statement->value.kind);
  write_str(out, statement->value.label);
  write_str(out, statement->value.text);
  for (uint32_t i = 0; i < statement->n_slots; ++i) {
    const RelStatementSlot *const slot = &statement->slots[i];
    fprintf(out, " {%u %d", (unsigned)slot->role, (int)slot->node);
    write_str(out, slot->marker);
    write_str(out, slot->term.label);
    fputs("}", out);
  }
  fprintf(out, " %u %u %d", (unsigned)statement->polarity,
          (unsigned)statement->modality, (int)statement->source);
  write_str(out, statement->source_verb);
  fprintf(out, " %u %.3f %d", statement->content_of,
          (double)statement->confidence, statement->is_asserted);
  write_str(out, statement->rule);
  fprintf(out, " s%u %u-%u", statement->evidence.sentence,
          statement->evidence.begin, statement->evidence.end);
  write_str(out, statement->evidence.sentence_text);
  write_str(out, statement->evidence.quote);
  fputs("\n", out);
}

/// Every field of every array
static void
dump(const RelGraph *graph, FILE *out)
{
  uint32_t n = 0;
  const RelGraphDocument *const documents = rel_graph_documents(graph, &n);
  for (uint32_t i = 0; i < n; ++i) {
    const RelGraphDocument *const document = &documents[i];
    write_str(out, document->id);
    write_str(out, document->name);
    write_str(out, document->title);
    write_str(out, document->date);
    write_str(out, document->publisher);
    write_str(out, document->url);
    fputs("\n", out);
  }

  const RelNode *const nodes = rel_graph_nodes(graph, &n);
  for (uint32_t i = 0; i < n; ++i) {
    write_str(out, nodes[i].key);
    write_str(out, nodes[i].label);
    fprintf(out, " %s %u %u", rel_term_kind_text(nodes[i].kind),
            nodes[i].n_mentions, nodes[i].degree);
    for (uint32_t k = 0; k < nodes[i].n_names; ++k) {
      write_str(out, nodes[i].names[k]);
    }
    fputs("\n", out);
  }

  const RelAppearance *const appearances = rel_graph_appearances(graph, &n);
  for (uint32_t i = 0; i < n; ++i) {
    assert_true(
        rel_str_equal(appearances[i].key, nodes[appearances[i].node].key));
    fprintf(out, "%u %u: ", appearances[i].document, appearances[i].node);
    write_str(out, appearances[i].label);
    fprintf(out, " %s %u", rel_term_kind_text(appearances[i].kind),
            appearances[i].n_mentions);
    for (uint32_t k = 0; k < appearances[i].n_names; ++k) {
      write_str(out, appearances[i].names[k]);
    }
    fputs("\n", out);
  }

  const RelStatement *const statements = rel_graph_statements(graph, &n);
  for (uint32_t i = 0; i < n; ++i) {
    dump_statement(&statements[i], out);
  }
}

static const char harbour_dump[] =
    "[f8a1d277a907a806][harbour][Norland threatens duties][2026-03-03]"
    "[Harbour Post][https://harbour.example/2026/duties?a=1&b]\n"
    "[entity/%22cheap%22_grain-f8a1d277a907a806][\"cheap\" grain] thing 1 1\n"
    "[entity/Norland][Norland] country 2 2\n"
    "[entity/Porto_Azul][Porto Azul] place 1 0\n"
    "[entity/Velia][Velia] country 2 1[Velian]\n"
    "[entity/duties_on_Velian_steel][duties on Velian steel] thing 2 2\n"
    "[entity/old_caf%C3%A9-f8a1d277a907a806][old caf\xC3\xA9] place 1 1\n"
    "[person/Ana_Mora][Ana Mora] person 2 1[Ms Mora]\n"
    "[person/Jan_Lund][Jan Lund] person 3 2[Lund]\n"
    "0 0: [\"cheap\" grain] thing 1\n"
    "0 1: [Norland] country 2\n"
    "0 2: [Porto Azul] place 1\n"
    "0 3: [Velia] country 2[Velian]\n"
    "0 4: [duties on Velian steel] thing 2\n"
    "0 5: [old caf\xC3\xA9] place 1\n"
    "0 6: [Ana Mora] person 2[Ms Mora]\n"
    "0 7: [Jan Lund] person 3[Lund]\n"
    "0 1: 6 [meet][meet] 7 0[][] {0 -1[on][2026-03-02]} {1 2[in][Porto Azul]}"
    " 0 0 -1[] 0 0.930 1[verb.active] s1 41-62"
    "[Trade Minister Ana Mora met Jan Lund in Porto Azul on 2 March.]"
    "[Ana Mora met Jan Lund]\n"
    "0 2: 1 [threaten to impose][threatenToImpose] 4 0[][] {3 -1[of][15%]}"
    " 0 0 -1[] 0 0.880 1[verb.active] s2 89-148"
    "[Norland threatened to impose duties of 15% on Velian steel.]"
    "[Norland threatened to impose duties of 15% on Velian steel.]\n"
    "0 3: 1 [impose][impose] 4 0[][] 0 2 -1[] 2 0.810 0[verb.xcomp] s2 89-148"
    "[Norland threatened to impose duties of 15% on Velian steel.]"
    "[Norland threatened to impose duties of 15% on Velian steel.]\n"
    "0 4: 5 [be closed][beClosed] -1 0[][] 0 0 -1[] 0 0.700 1[verb.passive]"
    " s3 175-185[The old caf\xC3\xA9 at the port was closed.][was closed]\n"
    "0 5: 7 [say][say] -1 13[Velia would not buy \"cheap\" grain]"
    "[Velia would not buy \"cheap\" grain] 0 0 -1[] 0 0.900 1[verb.say]"
    " s4 187-231[Lund said Velia would not buy \"cheap\" grain.]"
    "[Lund said Velia would not buy \"cheap\" grain.]\n"
    "0 6: 3 [buy][buy] 0 0[][] {5 -1[][because of the levy]} 1 4 7[say]"
    " 5 0.640 0[verb.ccomp] s4 197-216"
    "[Lund said Velia would not buy \"cheap\" grain.][Velia would not buy]\n";

static void
test_one_document(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  const Tell stories[] = {story_harbour};
  RelGraph *const graph = make_graph(world, stories, 1U);
  Capture capture;

  (void)state;
  dump(graph, capture_begin(&capture));
  assert_string_equal(capture_text(&capture), harbour_dump);
  capture_end(&capture);
  // a second call changes nothing
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  dump(graph, capture_begin(&capture));
  assert_string_equal(capture_text(&capture), harbour_dump);
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_order_and_repetition(void **state)
{
  static const Tell orders[][3] = {
      {story_harbour, story_grain, NULL},
      {story_grain, story_harbour, NULL},
      {story_harbour, story_grain, story_harbour},
      {story_grain, story_grain, story_harbour},
  };
  RelWorld *const world = rel_world_new(NULL);
  Capture first = {0};

  (void)state;
  for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); ++i) {
    RelGraph *const graph = make_graph(world, orders[i], orders[i][2] ? 3 : 2);
    Capture capture;

    dump(graph, capture_begin(i ? &capture : &first));
    if (i) {
      assert_string_equal(capture_text(&capture), capture_text(&first));
      capture_end(&capture);
    }
    rel_graph_free(graph);
  }
  // the place Velia of one document is the country of the other
  assert_non_null(
      strstr(first.text, "[entity/Velia][Velia] country 3 2[Velian]\n"));
  assert_non_null(
      strstr(first.text, "[Ana Mora] person 3 2[Minister Mora][Ms Mora]\n"));
  assert_null(strstr(first.text, "Nobody"));
  capture_end(&first);
  rel_world_free(world);
}

// ------------------------------------------------------------ odd streams

/// REL_STR() as an initialiser of static objects
#define VIEW(literal)                                                          \
  {                                                                            \
    literal, sizeof(literal) - 1U                                              \
  }

static const RelDocInfo same_document[] = {
    {.name = VIEW("b/two.final.txt"), .content = VIEW("x")},
    {.name = VIEW("a/one.txt"), .content = VIEW("x")},
};

static RelStatus
send_document(const RelSink *sink, const RelDocInfo *info,
              const RelTriple *triple, bool is_ended)
{
  const RelEvent begin = {REL_EVENT_DOCUMENT, {.document = info}};
  const RelEvent fact = {REL_EVENT_TRIPLE, {.triple = triple}};
  const RelEvent end = {REL_EVENT_END, {.document = NULL}};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_sink_event(sink, &begin));
  REL_TRY(st, rel_sink_event(sink, &fact));
  return is_ended ? rel_sink_event(sink, &end) : REL_OK;
}

static const RelTriple tug_sinks = {
    .number = 1,
    .subject = {REL_TERM_THING, VIEW("tug"), VIEW("The tug"), 0U},
    .predicate = VIEW("sink")};

static void
test_same_content_under_two_names(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t order = 0; order < 2U; ++order) {
    RelGraph *twice = NULL;
    uint32_t n = 0;
    assert_int_equal(rel_graph_new(world, &twice), REL_OK);
    const RelSink sink = rel_graph_sink(twice);
    for (size_t i = 0; i < 2U; ++i) {
      assert_int_equal(
          send_document(&sink, &same_document[i ^ order], &tug_sinks, true),
          REL_OK);
    }
    assert_int_equal(rel_graph_finish(twice), REL_OK);
    assert_true(
        rel_str_equal(rel_graph_documents(twice, &n)->name, REL_STR("one")));
    assert_int_equal(n, 1);
    assert_int_equal(rel_graph_nodes(twice, &n)->n_mentions, 1);
    rel_graph_statements(twice, &n);
    assert_int_equal(n, 1);
    rel_graph_free(twice);
  }
  rel_world_free(world);
}

static const struct {
  const char *path;
  const char *name;
} names[] = {
    {"trip.txt", "trip"},
    {"news/trip.txt", "trip"},
    {"a.b/trip", "trip"},
    {"-", "-"},
    {".hidden", ".hidden"},
    {"two.final.txt", "two.final"},
    {"", ""},
    {"folder/", ""},
};

static void
test_names(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(names) / sizeof(*names); ++i) {
    RelGraph *graph = NULL;
    uint32_t n = 0;
    const RelDocInfo info = {.name = rel_str(names[i].path)};

    assert_int_equal(rel_graph_new(world, &graph), REL_OK);
    const RelSink sink = rel_graph_sink(graph);
    assert_int_equal(send_document(&sink, &info, &tug_sinks, true), REL_OK);
    assert_int_equal(rel_graph_finish(graph), REL_OK);
    assert_true(rel_str_equal(rel_graph_documents(graph, &n)->name,
                              rel_str(names[i].name)));
    rel_graph_free(graph);
  }
  rel_world_free(world);
}

static void
test_unfinished_document(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *graph = NULL;
  uint32_t n = 0;
  RelTriple harbour = tug_sinks;

  (void)state;
  harbour.subject.label = REL_STR("harbour");
  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  const RelSink sink = rel_graph_sink(graph);
  assert_int_equal(send_document(&sink, &same_document[0], &harbour, false),
                   REL_OK);
  assert_int_equal(send_document(&sink, &same_document[0], &tug_sinks, true),
                   REL_OK);
  const RelDocInfo other = {.name = REL_STR("c"), .content = REL_STR("y")};
  assert_int_equal(send_document(&sink, &other, &tug_sinks, false), REL_OK);
  assert_int_equal(rel_graph_finish(graph), REL_OK);

  rel_graph_documents(graph, &n);
  assert_int_equal(n, 1);
  rel_graph_statements(graph, &n);
  assert_int_equal(n, 1);
  const RelNode *const nodes = rel_graph_nodes(graph, &n);
  assert_int_equal(n, 1);
  assert_true(rel_str_equal(nodes->label, REL_STR("tug")));
  assert_int_equal(nodes->n_mentions, 1);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_misplaced_events(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *graph = NULL;
  const RelEvent fact = {REL_EVENT_TRIPLE, {.triple = &tug_sinks}};
  const RelEvent begin = {REL_EVENT_DOCUMENT, {.document = same_document}};

  (void)state;
  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  const RelSink sink = rel_graph_sink(graph);
  assert_int_equal(rel_sink_event(&sink, &fact), REL_BAD_ARG);
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  assert_int_equal(rel_sink_event(&sink, &begin), REL_BAD_ARG);
  rel_graph_free(graph);
  rel_graph_free(NULL);
  rel_world_free(world);
}

// ------------------------------------------------------------ odd triples

static const struct {
  const char *name;
  RelTermKind subject;
  RelTermKind object;
  RelTermKind source;
  uint32_t n_nodes;
  uint32_t n_statements;
} odd_triples[] = {
    {"no subject", REL_TERM_NONE, REL_TERM_THING, REL_TERM_NONE, 0, 0},
    {"a value as subject", REL_TERM_MONEY, REL_TERM_NONE, REL_TERM_NONE, 1, 1},
    {"a value as object", REL_TERM_PERSON, REL_TERM_DATE, REL_TERM_NONE, 1, 1},
    {"a clause as object", REL_TERM_PERSON, REL_TERM_CLAUSE, REL_TERM_NONE, 1,
     1},
    {"a value as source", REL_TERM_PERSON, REL_TERM_NONE, REL_TERM_QUANTITY, 2,
     1},
    {"the same twice", REL_TERM_PERSON, REL_TERM_PERSON, REL_TERM_PERSON, 1, 1},
};

static void
test_odd_triples(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(odd_triples) / sizeof(*odd_triples); ++i) {
    RelTriple triple = tug_sinks;
    RelGraph *graph = NULL;
    uint32_t n = 0;

    triple.subject.kind = odd_triples[i].subject;
    triple.object = story_term(odd_triples[i].object, "tug");
    triple.source = story_term(odd_triples[i].source, "tug");
    assert_int_equal(rel_graph_new(world, &graph), REL_OK);
    const RelSink sink = rel_graph_sink(graph);
    assert_int_equal(send_document(&sink, same_document, &triple, true),
                     REL_OK);
    assert_int_equal(rel_graph_finish(graph), REL_OK);
    const RelNode *const nodes = rel_graph_nodes(graph, &n);
    assert_int_equal(n, odd_triples[i].n_nodes);
    if (n) {
      // the subject: persons come last
      assert_int_equal(nodes[n - 1U].degree, 1);
      assert_int_equal(nodes[n - 1U].kind,
                       rel_term_is_value(odd_triples[i].subject)
                           ? REL_TERM_THING
                           : odd_triples[i].subject);
    }
    rel_graph_statements(graph, &n);
    assert_int_equal(n, odd_triples[i].n_statements);
    rel_graph_free(graph);
  }
  rel_world_free(world);
}

static const struct {
  RelPolarity polarity;
  RelModality modality;
  RelTermKind source;
  bool is_asserted;
  bool is_accepted; ///< Where what is reported counts
} policies[] = {
    {REL_POSITIVE, REL_ACTUAL, REL_TERM_NONE, true, true},
    {REL_POSITIVE, REL_ACTUAL, REL_TERM_PERSON, false, true},
    {REL_NEGATIVE, REL_ACTUAL, REL_TERM_NONE, false, false},
    {REL_NEGATIVE, REL_ACTUAL, REL_TERM_PERSON, false, false},
    {REL_POSITIVE, REL_THREATENED, REL_TERM_NONE, false, false},
    {REL_POSITIVE, REL_POSSIBLE, REL_TERM_PERSON, false, false},
};

static void
test_reported_statements(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(policies) / sizeof(*policies) * 2U; ++i) {
    const bool accepts = i % 2U;
    RelTriple triple = tug_sinks;
    RelGraph *graph = NULL;
    uint32_t n = 0;

    triple.polarity = policies[i / 2U].polarity;
    triple.modality = policies[i / 2U].modality;
    triple.source = story_term(policies[i / 2U].source, "Lund");
    assert_int_equal(rel_graph_new(world, &graph), REL_OK);
    rel_graph_accept_reported(graph, accepts);
    const RelSink sink = rel_graph_sink(graph);
    assert_int_equal(send_document(&sink, same_document, &triple, true),
                     REL_OK);
    assert_int_equal(rel_graph_finish(graph), REL_OK);
    assert_int_equal(rel_graph_statements(graph, &n)->is_asserted,
                     accepts ? policies[i / 2U].is_accepted
                             : policies[i / 2U].is_asserted);
    rel_graph_free(graph);
  }
  rel_world_free(world);
}

static const struct {
  RelSlotRole role;
  RelTermKind kind;
  bool has_node;
} slots[] = {
    {REL_SLOT_TIME, REL_TERM_DATE, false},
    {REL_SLOT_TIME, REL_TERM_THING, false},
    {REL_SLOT_TIME, REL_TERM_EVENT, true},
    {REL_SLOT_PLACE, REL_TERM_PLACE, true},
    {REL_SLOT_PLACE, REL_TERM_THING, true},
    {REL_SLOT_RECIPIENT, REL_TERM_THING, true},
    {REL_SLOT_RECIPIENT, REL_TERM_CLAUSE, false},
    {REL_SLOT_AMOUNT, REL_TERM_MONEY, false},
    {REL_SLOT_AMOUNT, REL_TERM_THING, false},
    {REL_SLOT_MANNER, REL_TERM_THING, false},
    {REL_SLOT_REASON, REL_TERM_THING, false},
    {REL_SLOT_REASON, REL_TERM_PERSON, true},
    {REL_SLOT_OTHER, REL_TERM_THING, false},
    {REL_SLOT_OTHER, REL_TERM_ORGANISATION, true},
    {REL_SLOT_OTHER, REL_TERM_NONE, false},
};

static void
test_slots(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(slots) / sizeof(*slots); ++i) {
    RelTriple triple = tug_sinks;
    RelGraph *graph = NULL;
    uint32_t n = 0;

    triple.slots[0] = story_slot(slots[i].role, "at", slots[i].kind, "x");
    triple.n_slots = 1;
    assert_int_equal(rel_graph_new(world, &graph), REL_OK);
    const RelSink sink = rel_graph_sink(graph);
    assert_int_equal(send_document(&sink, same_document, &triple, true),
                     REL_OK);
    assert_int_equal(rel_graph_finish(graph), REL_OK);
    const RelStatement *const statement = rel_graph_statements(graph, &n);
    assert_int_equal(statement->slots[0].node != REL_NO_NODE,
                     slots[i].has_node);
    rel_graph_nodes(graph, &n);
    assert_int_equal(n, slots[i].has_node ? 2 : 1);
    rel_graph_free(graph);
  }
  rel_world_free(world);
}

// ------------------------------------------------------------ failures

static RelStatus
try_everything(RelWorld *world, FILE *out)
{
  RelGraph *graph = NULL;
  RelStatus st = rel_graph_new(world, &graph);

  if (!st) {
    const RelSink sink = rel_graph_sink(graph);
    st = story_harbour(&sink);
    st = st ? st : story_grain(&sink);
    st = st ? st : story_large(&sink);
    st = st ? st : rel_graph_finish(graph);
    st = st ? st : rel_graph_write_tsv(graph, out);
  }
  rel_graph_free(graph);
  return st;
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 1; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    Capture capture;

    assert_non_null(world);
    st = try_everything(world, capture_begin(&capture));
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    assert_true(n > 1U || st == REL_NO_MEMORY);
    capture_end(&capture);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_document),
      cmocka_unit_test(test_order_and_repetition),
      cmocka_unit_test(test_same_content_under_two_names),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_unfinished_document),
      cmocka_unit_test(test_misplaced_events),
      cmocka_unit_test(test_odd_triples),
      cmocka_unit_test(test_reported_statements),
      cmocka_unit_test(test_slots),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
