// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/reader.h"
#include "rdf/record.h"

#include "base/file.h"
#include "capture.h"
#include "failing.h"
#include "rdf/sanitize.h"
#include "rdf/writer.h"
#include "stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <unistd.h>

typedef RelStatus (*Tell)(const RelSink *sink);

static const char *const syntaxes[] = {"turtle", "ntriples", "nquads",
                                       "rdfxml"};

enum { N_SYNTAXES = 4 };

/// A file of the test's own
static void
write_file(char *path, const char *text, size_t len)
{
  strcpy(path, "/tmp/rel_test_reader_XXXXXX");
  const int fd = mkstemp(path);

  assert_true(fd >= 0);
  assert_int_equal(write(fd, text, len), (ssize_t)len);
  close(fd);
}

static void
write_graph(const RelGraph *graph, const char *syntax, Capture *capture)
{
  const RelRdfOptions options = {.syntax = syntax};

  assert_int_equal(rel_rdf_write(graph, &options, capture_begin(capture)),
                   REL_OK);
  capture_text(capture);
}

/// Read what `written` holds into a new graph
static RelStatus
read_back(RelWorld *world, const Capture *written, const char *syntax,
          RelGraph **graph)
{
  char path[40];
  RelRdfReading reading = {.path = path, .syntax = syntax};

  assert_int_equal(rel_graph_new(world, graph), REL_OK);
  const RelSink sink = rel_graph_sink(*graph);
  write_file(path, written->text, written->len);
  RelStatus st = rel_rdf_read(world, &reading, &sink);
  unlink(path);
  if (!st) {
    assert_int_equal(reading.n_skipped, 0);
    assert_string_equal(reading.base, "https://w3id.org/relata/");
    st = rel_graph_finish(*graph);
  }
  return st;
}

/// What is read from a graph in one syntax is, in all syntaxes, what was
/// written
static RelStatus
check_same(RelWorld *world, const RelGraph *graph)
{
  RelStatus st = REL_OK;

  for (size_t i = 0; !st && i < N_SYNTAXES; ++i) {
    Capture written;
    RelGraph *again = NULL;

    write_graph(graph, syntaxes[i], &written);
    st = read_back(world, &written, syntaxes[i], &again);
    for (size_t k = 0; !st && k < N_SYNTAXES; ++k) {
      Capture want;
      Capture got;
      write_graph(graph, syntaxes[k], &want);
      write_graph(again, syntaxes[k], &got);
      assert_string_equal(got.text, want.text);
      capture_end(&want);
      capture_end(&got);
    }
    rel_graph_free(again);
    capture_end(&written);
  }
  return st;
}

static RelGraph *
story_graph(RelWorld *world, const Tell *stories, bool accepts_reported)
{
  RelGraph *graph = NULL;

  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  rel_graph_accept_reported(graph, accepts_reported);
  const RelSink sink = rel_graph_sink(graph);
  for (; *stories; ++stories) {
    assert_int_equal((*stories)(&sink), REL_OK);
  }
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  return graph;
}

/// Reported, positive and actual; with the user's IRI, odd wordings and keys
static RelStatus
story_reported(const RelSink *sink)
{
  const Story story = {sink,
                       {.name = REL_STR("a.b/reported.v2.txt"),
                        .content = REL_STR("Lund said Orbex co-owned 3 tugs.")},
                       {"Lund said Orbex co-owned 3 tugs.", NULL}};
  const RelStr names[] = {REL_STR("Orbex Corp"), REL_STR("the firm")};
  const RelEntityInfo orbex = {.kind = REL_TERM_ORGANISATION,
                               .label = REL_STR("Orbex  Corp."),
                               .same_as = REL_STR("https://a.example/orbex"),
                               .names = names,
                               .n_names = 2U,
                               .n_mentions = 7U};
  const RelTriple triple = {
      .number = 3,
      .subject = story_term(REL_TERM_ORGANISATION, "Orbex  Corp."),
      .predicate = REL_STR("co-own"),
      .object = story_term(REL_TERM_QUANTITY, "3 tugs"),
      .object_value = {.kind = REL_VALUE_QUANTITY, .amount = "3"},
      .slots = {story_slot(REL_SLOT_OTHER, "with", REL_TERM_CLAUSE, "glee"),
                story_slot(REL_SLOT_OTHER, "by", REL_TERM_QUANTITY, "half"),
                story_slot(REL_SLOT_OTHER, "as", REL_TERM_CLAUSE, "a whole"),
                story_slot(REL_SLOT_OTHER, "by", REL_TERM_QUANTITY, "half"),
                story_slot(REL_SLOT_TIME, "since", REL_TERM_DATE, "May")},
      .n_slots = 5,
      .source = story_term(REL_TERM_PERSON, "Lund"),
      .source_verb = REL_STR("say"),
      .confidence = 0.996F,
      .rule = "verb.active",
      .evidence = story_evidence(&story, 1, "Orbex co-owned 3 tugs")};
  RelStatus st = REL_OK;

  REL_TRY(st, story_begin(&story));
  REL_TRY(st,
          story_send(&story, (RelEvent){REL_EVENT_ENTITY, {.entity = &orbex}}));
  REL_TRY(st, story_entity(&story, REL_TERM_THING, "Orbex Corp.", "it", 2));
  REL_TRY(st, story_triple(&story, &triple));
  return story_end(&story);
}

static RelTerm
alike(const char *label, uint32_t namesake)
{
  RelTerm term = story_term(REL_TERM_THING, label);

  term.namesake = namesake;
  return term;
}

/// Things with one label, and a name that ends as the key of such a thing
static RelStatus
story_alike(const RelSink *sink)
{
  static const char *const labels[] = {"letter", "US duties", "duties on steel",
                                       "Ship-0123456789abcdef-2"};
  const Story story = {sink,
                       {.name = REL_STR("alike.txt"),
                        .content = REL_STR("A letter answers a letter.")},
                       {"A letter answers a letter.", NULL}};
  RelTriple triple = {.predicate = REL_STR("answer"),
                      .evidence = story_evidence(&story, 1U, "A letter")};
  RelStatus st = REL_OK;

  REL_TRY(st, story_begin(&story));
  for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); ++i) {
    for (uint32_t k = 0; k < 3U; ++k) {
      const RelEntityInfo entity = {.kind = REL_TERM_THING,
                                    .label = rel_str(labels[i]),
                                    .namesake = k,
                                    .n_mentions = k + 1U};
      REL_TRY(st, story_send(&story, (RelEvent){REL_EVENT_ENTITY,
                                                {.entity = &entity}}));
    }
  }
  for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); ++i) {
    ++triple.number;
    triple.subject = alike(labels[i], 2U);
    triple.object = alike(labels[i], 0U);
    triple.slots[0] =
        story_slot(REL_SLOT_RECIPIENT, "to", REL_TERM_THING, labels[i]);
    triple.slots[1] = triple.slots[0];
    triple.slots[1].term.namesake = 1U;
    triple.n_slots = 2U;
    REL_TRY(st, story_triple(&story, &triple));
  }
  return story_end(&story);
}

static void
test_alike_stay_apart(void **state)
{
  static const Tell stories[] = {story_alike, NULL};
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, stories, false);
  const RelNode *nodes = NULL;
  const RelStatement *statements = NULL;
  uint32_t n = 0;

  (void)state;
  nodes = rel_graph_nodes(graph, &n);
  assert_int_equal(n, 12U); // four labels of three things
  statements = rel_graph_statements(graph, &n);
  for (uint32_t i = 0; i < n; ++i) {
    const RelStatement *const it = &statements[i];
    const uint32_t ends[] = {it->object, it->slots[0].node, it->slots[1].node,
                             it->subject};
    for (uint32_t a = 0; a < 4U; ++a) {
      assert_true(
          rel_str_equal(nodes[ends[a]].label, nodes[it->subject].label));
      for (uint32_t b = 0; b < a; ++b) {
        assert_int_equal(ends[a] == ends[b], a == 1U && b == 0U);
      }
    }
    assert_int_equal(nodes[it->object].n_mentions, 1U);
    assert_int_equal(nodes[it->slots[1].node].n_mentions, 2U);
    assert_int_equal(nodes[it->subject].n_mentions, 3U);
  }
  assert_int_equal(check_same(world, graph), REL_OK);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_stories(void **state)
{
  static const Tell collections[][4] = {
      {story_alike, story_harbour, NULL},
      {story_harbour, NULL},
      {story_values, NULL},
      {story_reported, NULL},
      {story_grain, story_harbour, story_values, NULL},
  };
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(collections) / sizeof(*collections) * 2U; ++i) {
    RelGraph *const graph = story_graph(world, collections[i / 2U], i % 2U);

    assert_int_equal(check_same(world, graph), REL_OK);
    rel_graph_free(graph);
  }
  rel_world_free(world);
}

/// Strings that can be written as they are come back; of others, which reading
/// an article never gives, nothing worse follows than a message
static void
test_hostile_strings(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelStatus told = REL_OK;
  RelArena arena;
  size_t n_same = 0;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0;; ++i) {
    RelGraph *graph = NULL;
    assert_int_equal(rel_graph_new(world, &graph), REL_OK);
    const RelSink sink = rel_graph_sink(graph);
    const bool is_there = story_hostile(&sink, i, &told);

    if (!is_there) {
      rel_graph_free(graph);
      break;
    }
    assert_int_equal(told, REL_OK);
    assert_int_equal(rel_graph_finish(graph), REL_OK);
    const RelStr text = {hostile_texts[i].text, hostile_texts[i].len};
    RelStr clean = {0};
    assert_int_equal(rel_sanitize_text(&arena, text, &clean), REL_OK);
    if (rel_str_equal(text, clean)) {
      assert_int_equal(check_same(world, graph), REL_OK);
      ++n_same;
    } else {
      Capture written;
      RelGraph *again = NULL;
      write_graph(graph, "turtle", &written);
      const RelStatus st = read_back(world, &written, "turtle", &again);
      assert_true(st == REL_OK || st == REL_BAD_INPUT);
      rel_graph_free(again);
      capture_end(&written);
    }
    rel_graph_free(graph);
  }
  assert_true(n_same >= 12U);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

// ------------------------------------------------------------ broken files

static const struct {
  const char *from; ///< In the N-Triples of the harbour; null: all of it
  const char *to;
  const char *error; ///< After the file's name; null: it is still read
} broken[] = {
    {NULL, "", "error: expected a graph with documents"},
    {NULL, "<https://a.example/x> <https://a.example/y> \"z\" .\n",
     "error: expected a graph with documents"},
    {"#c1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> "
     "<https://w3id.org/relata/person/Ana_Mora>",
     "#c1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> "
     "<https://other.example/person/Ana_Mora>",
     "expected an entity of this graph, not https://other.example/person/"},
    {"#c1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject>",
     "#c1> <https://w3id.org/relata/ns#nothing>",
     "expected a claim with rdf:subject"},
    {"#c1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate>",
     "#c1> <https://w3id.org/relata/ns#nothing>",
     "expected a claim with rdf:predicate"},
    {"/relation/meet> .\n<https://w3id.org/relata/doc/f8a1d277a907a806#c1>",
     "/entity/meet> .\n<https://w3id.org/relata/doc/f8a1d277a907a806#c1>",
     "expected a relation of this graph"},
    {"\"0.93\"", "\"1.93\"", "expected a confidence from 0 to 1, not 1.93"},
    {"\"0.93\"", "\"many\"", "expected a confidence from 0 to 1, not many"},
    {"\"0.93\"", "\"0.930000000000000000\"", "expected a confidence"},
    {"ns#Threatened>", "ns#Promised>", "expected a modality"},
    {"ns#Negative>", "ns#Neutral>", "expected relata:Positive"},
    {"\"true\"", "\"yes\"", "expected true or false, not yes"},
    {"\"true\"", "\"false\"", "claim to be asserted"},
    {"\"false\"", "\"true\"", "expected an asserted claim to be positive"},
    {"#beginIndex> \"41\"", "#beginIndex> \"-41\"", "expected a whole number"},
    {"#beginIndex> \"41\"", "#beginIndex> \"99999999999\"",
     "expected a whole number"},
    {"#wasDerivedFrom> <https://w3id.org/relata/doc/f8a1d277a907a806#s1>",
     "#wasDerivedFrom> <https://w3id.org/relata/doc/f8a1d277a907a806#c1>",
     "expected a claim derived from a sentence"},
    {"#content> <https://w3id.org/relata/doc/f8a1d277a907a806#c3>",
     "#content> <https://w3id.org/relata/doc/f8a1d277a907a806#c9>",
     "expected a claim of the same document as relata:content"},
    {"ns#kind> <https://schema.org/Country>",
     "ns#kind> <https://w3id.org/relata/ns#Date>", "expected a class of"},
    {"ns#kind> <https://schema.org/Country>",
     "ns#kind> <https://schema.org/Person>", "expected an entity with the"},
    {"<https://w3id.org/relata/ns#entity>", "<https://w3id.org/relata/ns#x>",
     "expected relata:entity"},
    {"#property> <https://w3id.org/relata/ns#time>",
     "#property> <https://w3id.org/relata/ns#reason>",
     "expected a value of one of the claim's slots"},
    {"#value> <https://w3id.org/relata/doc/f8a1d277a907a806#c1v1> .",
     "#value> <https://w3id.org/relata/doc/f8a1d277a907a806#c1v1> ;",
     "error: expected N-Triples"},
    {NULL, NULL, NULL},
};

/// The N-Triples of the harbour with the first `from` changed
static void
change(RelArena *arena, RelStr text, size_t number, RelStr *changed)
{
  const RelStr from = rel_str(broken[number].from);
  const size_t at = rel_str_find(text, from);
  RelStr head = {0};

  assert_true(at != SIZE_MAX);
  head = rel_str_slice(text, 0U, at);
  const RelStr tail = rel_str_slice(text, at + from.len, text.len);
  assert_int_equal(rel_arena_format(arena, changed, "%.*s%s%.*s", REL_ARG(head),
                                    broken[number].to, REL_ARG(tail)),
                   REL_OK);
}

static void
test_broken_files(void **state)
{
  static const Tell stories[] = {story_harbour, NULL};
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, stories, false);
  Capture written;
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  write_graph(graph, "ntriples", &written);
  for (size_t i = 0; broken[i].error; ++i) {
    char path[40];
    RelRdfReading reading = {.path = path, .syntax = "ntriples"};
    RelStr text = rel_str(broken[i].to);
    RelGraph *again = NULL;

    if (broken[i].from) {
      change(&arena, (RelStr){written.text, written.len}, i, &text);
    }
    write_file(path, text.data, text.len);
    assert_int_equal(rel_graph_new(world, &again), REL_OK);
    const RelSink sink = rel_graph_sink(again);
    const RelStatus st = rel_rdf_read(world, &reading, &sink);
    if (st != REL_BAD_INPUT ||
        !strstr(rel_world_error(world), broken[i].error)) {
      fail_msg("case %zu: expected \"%s\", not %d: %s", i, broken[i].error,
               (int)st, rel_world_error(world));
    }
    assert_memory_equal(rel_world_error(world), path, strlen(path));
    rel_graph_free(again);
    unlink(path);
  }
  rel_arena_clear(&arena);
  capture_end(&written);
  rel_graph_free(graph);
  rel_world_free(world);
}

/// What others said of our things is counted, and changes nothing
static void
test_foreign_statements(void **state)
{
  static const Tell stories[] = {story_harbour, NULL};
  static const char more[] =
      "<https://a.example/x> <https://a.example/y> \"z\" .\n"
      "_:b <https://w3id.org/relata/ns#confidence> \"7\" .\n"
      "<https://w3id.org/relata/person/Ana_Mora> <https://a.example/y> _:b .\n"
      "<https://else.example/doc/f8a1d277a907a806#c1> "
      "<https://w3id.org/relata/ns#confidence> \"7\" .\n"
      "<https://w3id.org/relata/doc/f8a1d277a907a806#c1> "
      "<https://w3id.org/relata/ns#later> \"not counted\" .\n";
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, stories, false);
  RelGraph *again = NULL;
  Capture written;
  Capture got;
  char path[40];
  RelRdfReading reading = {.path = path, .syntax = "ntriples"};

  (void)state;
  write_graph(graph, "ntriples", &written);
  const size_t len = written.len;
  fputs(more, written.stream);
  capture_text(&written);
  write_file(path, written.text, written.len);
  assert_int_equal(rel_graph_new(world, &again), REL_OK);
  const RelSink sink = rel_graph_sink(again);
  assert_int_equal(rel_rdf_read(world, &reading, &sink), REL_OK);
  unlink(path);
  assert_int_equal(reading.n_skipped, 4);
  assert_int_equal(rel_graph_finish(again), REL_OK);
  write_graph(again, "ntriples", &got);
  assert_int_equal(got.len, len);
  assert_memory_equal(got.text, written.text, len);
  capture_end(&got);
  capture_end(&written);
  rel_graph_free(again);
  rel_graph_free(graph);
  rel_world_free(world);
}

// ------------------------------------------------------------ names

static const struct {
  const char *iri;
  RelRecordKind kind;
  uint32_t number;
  uint32_t value;
} names[] = {
    {"https://a.example/doc/0123456789abcdef", REL_RECORD_DOCUMENT, 0, 0},
    {"https://a.example/doc/0123456789abcdef#c12", REL_RECORD_CLAIM, 12, 0},
    {"https://a.example/doc/0123456789abcdef#c1v2", REL_RECORD_CLAIM, 1, 2},
    {"https://a.example/doc/0123456789abcdef#s3", REL_RECORD_SENTENCE, 3, 0},
    {"https://a.example/doc/0123456789abcdef#e4", REL_RECORD_APPEARANCE, 4, 0},
    {"https://a.example/person/A", REL_RECORD_DERIVED, 0, 0},
    {"https://a.example/relation/a", REL_RECORD_DERIVED, 0, 0},
    {"https://a.example/doc/0123456789abcdef#", REL_RECORD_FOREIGN, 0, 0},
    {"https://a.example/doc/0123456789abcdef#x1", REL_RECORD_FOREIGN, 1, 0},
    {"https://a.example/doc/0123456789abcdef#c", REL_RECORD_FOREIGN, 0, 0},
    {"https://a.example/doc/0123456789abcdef#c1v", REL_RECORD_FOREIGN, 1, 0},
    {"https://a.example/doc/0123456789abcdef#c1w", REL_RECORD_FOREIGN, 1, 0},
    {"https://a.example/doc/0123456789abcdef#c99999999999", REL_RECORD_FOREIGN,
     0, 0},
    {"https://a.example/doc/0123456789abcdeg", REL_RECORD_FOREIGN, 0, 0},
    {"https://a.example/doc/0123", REL_RECORD_FOREIGN, 0, 0},
    {"https://a.example/entity/", REL_RECORD_FOREIGN, 0, 0},
    {"https://a.example/thing/A", REL_RECORD_FOREIGN, 0, 0},
    {"doc/", REL_RECORD_FOREIGN, 0, 0},
    {"", REL_RECORD_FOREIGN, 0, 0},
};

static void
test_names(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(names) / sizeof(*names); ++i) {
    const RelRecordName name = rel_record_name(rel_str(names[i].iri));

    assert_int_equal(name.kind, names[i].kind);
    if (name.kind != REL_RECORD_FOREIGN) {
      assert_int_equal(name.number, names[i].number);
      assert_int_equal(name.value, names[i].value);
      assert_true(rel_str_equal(name.base, REL_STR("https://a.example/")));
    }
  }
}

static void
test_endings(void **state)
{
  (void)state;
  assert_true(rel_rdf_is_graph("a/b.ttl"));
  assert_true(rel_rdf_is_graph("b.trig"));
  assert_false(rel_rdf_is_graph("b.ttl.txt"));
  assert_false(rel_rdf_is_graph("ttl"));
  assert_false(rel_rdf_is_graph("-"));
}

// ------------------------------------------------------------ failures

static RelStatus
try_to_read(RelWorld *world, const char *path)
{
  RelRdfReading reading = {.path = path, .syntax = "ntriples"};
  RelGraph *graph = NULL;
  RelStatus st = rel_graph_new(world, &graph);

  if (!st) {
    const RelSink sink = rel_graph_sink(graph);
    st = rel_rdf_read(world, &reading, &sink);
    st = st ? st : rel_graph_finish(graph);
  }
  rel_graph_free(graph);
  return st;
}

static void
test_no_memory(void **state)
{
  static const Tell stories[] = {story_harbour, story_reported, NULL};
  RelWorld *const usual = rel_world_new(NULL);
  RelGraph *const graph = story_graph(usual, stories, false);
  RelStatus st = REL_NO_MEMORY;
  Capture written;
  char path[40];

  (void)state;
  write_graph(graph, "ntriples", &written);
  write_file(path, written.text, written.len);
  for (size_t n = 1; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);

    assert_non_null(world);
    st = try_to_read(world, path);
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
  unlink(path);
  capture_end(&written);
  rel_graph_free(graph);
  rel_world_free(usual);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_stories),
      cmocka_unit_test(test_alike_stay_apart),
      cmocka_unit_test(test_hostile_strings),
      cmocka_unit_test(test_broken_files),
      cmocka_unit_test(test_foreign_statements),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_endings),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
