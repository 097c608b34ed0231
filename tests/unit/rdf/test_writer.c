// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/writer.h"

#include "base/file.h"
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
make_graph(RelWorld *world, Tell first, Tell second)
{
  RelGraph *graph = NULL;
  const RelRunInfo run = story_run(NULL);

  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  assert_int_equal(rel_graph_begin_run(graph, &run), REL_OK);
  const RelSink sink = rel_graph_sink(graph);
  assert_int_equal(first(&sink), REL_OK);
  assert_int_equal(second ? second(&sink) : REL_OK, REL_OK);
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  return graph;
}

static void
test_golden(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  const RelRdfOptions options = {NULL, NULL, REL_PROVENANCE_FULL};
  const Tell orders[][2] = {{story_harbour, story_grain},
                            {story_grain, story_harbour}};
  RelArena arena;
  RelStr golden = {0};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_file_read(&arena,
                                 REL_SOURCE_DIR "/tests/golden/stories.ttl",
                                 &golden),
                   REL_OK);
  for (size_t i = 0; i < 2U; ++i) {
    RelGraph *const graph = make_graph(world, orders[i][0], orders[i][1]);
    Capture capture;

    assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                     REL_OK);
    assert_string_equal(capture_text(&capture), golden.data);
    capture_end(&capture);
    rel_graph_free(graph);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static const struct {
  const char *base;
  RelStatus status;
  const char *begin; ///< Of a line of the N-Triples
} bases[] = {
    {NULL, REL_OK, "<https://w3id.org/relata/doc/f8a1d277a907a806> "},
    {"https://a.example/x/", REL_OK,
     "<https://a.example/x/doc/f8a1d277a907a806> "},
    {"https://a.example", REL_OK, "<https://a.example/doc/f8a1d277a907a806> "},
    {"http://a.example:80/%20", REL_OK,
     "<http://a.example:80/%20/doc/f8a1d277a907a806> "},
    {"", REL_BAD_ARG, NULL},
    {"a.example/", REL_BAD_ARG, NULL},
    {"https://", REL_BAD_ARG, NULL},
    {"https://a.example/ /", REL_BAD_ARG, NULL},
    {"https://a.example/<>/", REL_BAD_ARG, NULL},
    {"https://a.example/#", REL_BAD_ARG, NULL},
    {"https://a.example/?q=", REL_BAD_ARG, NULL},
    {"urn:relata:", REL_BAD_ARG, NULL},
};

static void
test_bases(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world, story_harbour, NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); ++i) {
    const RelRdfOptions options = {bases[i].base, "ntriples",
                                   REL_PROVENANCE_FULL};
    Capture capture;

    assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                     bases[i].status);
    if (bases[i].begin) {
      assert_non_null(strstr(capture_text(&capture), bases[i].begin));
    } else {
      assert_string_equal(capture_text(&capture), "");
      assert_non_null(strstr(rel_world_error(world), "expected a base such"));
    }
    capture_end(&capture);
  }
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_base_on_the_site_of_a_document(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world, story_harbour, NULL);
  const RelRdfOptions options = {"https://harbour.example/graph/", "turtle",
                                 REL_PROVENANCE_FULL};
  Capture capture;

  (void)state;
  assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                   REL_OK);
  assert_null(strstr(capture_text(&capture), "@base"));
  assert_non_null(
      strstr(capture.text, "<https://harbour.example/2026/duties?a=1&b>"));
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

/// The claim of the story's triple `number`, up to the blank line
static void
find_claim(const char *turtle, unsigned number, char *out, size_t size)
{
  char begin[64];

  snprintf(begin, sizeof(begin), "<doc/f8a1d277a907a806#c%u>\n", number);
  const char *const claim = strstr(turtle, begin);
  assert_non_null(claim);
  const char *const end = strstr(claim, "\n\n");
  assert_non_null(end);
  snprintf(out, size, "%.*s", (int)(end - claim), claim);
}

static const struct {
  unsigned claim;
  const char *line; ///< Must be there, or must not: `is_missing`
  bool is_missing;
} lines[] = {
    {1, "relata:asserted true", false},
    {1, "relata:confidence 0.93 ", false},
    {1, "relata:time \"2026-03-02\"^^xsd:date", false},
    {1, "relata:place ent:Porto_Azul", false},
    {1, "prov:wasDerivedFrom <doc/f8a1d277a907a806#s1>", false},
    {1, "relata:attributedTo", true},
    {1, "relata:content", true},
    {2, "relata:amount \"15%\"@en", false},
    {2, "relata:content <doc/f8a1d277a907a806#c3>", false},
    {2, "relata:asserted true", false},
    {3, "relata:asserted false", false},
    {3, "relata:modality relata:Threatened", false},
    {3, "relata:polarity relata:Positive", false},
    {4, "relata:asserted true", false},
    {4, "rdf:object", true},
    {5, "rdf:object \"Velia would not buy \\\"cheap\\\" grain\"@en", false},
    {6, "relata:asserted false", false},
    {6, "relata:polarity relata:Negative", false},
    {6, "relata:modality relata:Conditional", false},
    {6, "relata:attributedTo per:Jan_Lund", false},
    {6, "relata:attributionVerb \"say\"@en", false},
    {6, "relata:reason \"because of the levy\"@en", false},
};

static const struct {
  const char *triple;
  bool is_there;
} plain_triples[] = {
    {"rel:meet per:Jan_Lund", true},
    {"rel:threatenToImpose ent:duties_on_Velian_steel", true},
    {"rel:impose ", false},
    {"rel:beClosed ", false},
    {"rel:say ", false},
    {"rel:buy ", false},
};

static void
test_claims_and_plain_triples(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world, story_harbour, NULL);
  const RelRdfOptions options = {NULL, "turtle", REL_PROVENANCE_FULL};
  Capture capture;

  (void)state;
  assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                   REL_OK);
  const char *const turtle = capture_text(&capture);
  for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); ++i) {
    char claim[2000];
    find_claim(turtle, lines[i].claim, claim, sizeof(claim));
    assert_int_equal(!strstr(claim, lines[i].line), lines[i].is_missing);
  }
  for (size_t i = 0; i < sizeof(plain_triples) / sizeof(*plain_triples); ++i) {
    char line[100];
    // behind the subject, four blanks from the margin
    snprintf(line, sizeof(line), "\n    %s", plain_triples[i].triple);
    assert_int_equal(strstr(turtle, line) != NULL, plain_triples[i].is_there);
  }
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

static const char *const value_lines[] = {
    "#c1> <https://w3id.org/relata/ns#time> "
    "\"2018-06-01\"^^<http://www.w3.org/2001/XMLSchema#date> .",
    "#c1> <https://w3id.org/relata/ns#time> "
    "\"2018-05\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .",
    "#c1> <https://w3id.org/relata/ns#time> "
    "\"-0776\"^^<http://www.w3.org/2001/XMLSchema#gYear> .",
    "#c1> <https://w3id.org/relata/ns#time> \"words\"@en .",
    "#c1v1> <https://w3id.org/relata/ns#currency> \"USD\" .",
    "#c1v1> <https://w3id.org/relata/ns#words> \"$3 million\"@en .",
    "#c1v1> <https://w3id.org/relata/ns#bound> "
    "<https://w3id.org/relata/ns#AtMost> .",
    "#c1v1> <https://w3id.org/relata/ns#number> "
    "\"3000000.0\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
    "#c1v3> <https://w3id.org/relata/ns#begin> "
    "\"1980\"^^<http://www.w3.org/2001/XMLSchema#gYear> .",
    "#c1v3> <https://w3id.org/relata/ns#end> "
    "\"1989\"^^<http://www.w3.org/2001/XMLSchema#gYear> .",
    "#c1v6> <https://w3id.org/relata/ns#end> "
    "\"2020-12-31\"^^<http://www.w3.org/2001/XMLSchema#date> .",
    "#c1v7> <https://w3id.org/relata/ns#most> "
    "\"10.0\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
    "#c1v7> <https://w3id.org/relata/ns#unit> \"%\" .",
    "#c1v8> <https://w3id.org/relata/ns#duration> "
    "\"P280D\"^^<http://www.w3.org/2001/XMLSchema#duration> .",
};

static void
test_values(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world, story_values, NULL);
  const RelRdfOptions options = {NULL, "ntriples", REL_PROVENANCE_FULL};
  Capture capture;

  (void)state;
  assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                   REL_OK);
  const char *const text = capture_text(&capture);
  for (size_t i = 0; i < sizeof(value_lines) / sizeof(*value_lines); ++i) {
    assert_non_null(strstr(text, value_lines[i]));
  }
  assert_null(strstr(text, "#c1v6> <https://w3id.org/relata/ns#begin>"));
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

/// What each level of provenance holds, as parts of N-Triples lines
static const struct {
  const char *part;
  bool is_there[REL_N_PROVENANCES];
} levels[] = {
    {"type> <http://www.w3.org/ns/prov#Activity>", {true, false, false}},
    {"ns#model> \"small.bin\" .", {true, false, false}},
    {"ns#modelChecksum> \"0123456789abcdef\" .", {true, false, false}},
    {"ns#options> \"--date 2026-03-03\" .", {true, false, false}},
    {"prov#startedAtTime>", {false, false, false}},
    {"prov#used> <https://w3id.org/relata/doc/", {true, false, false}},
    {"#c1> <http://www.w3.org/ns/prov#wasGeneratedBy>", {true, false, false}},
    {"nif-core#anchorOf>", {true, false, false}},
    {"#c1> <http://www.w3.org/ns/prov#wasDerivedFrom>", {true, true, false}},
    {"#s1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
     {true, true, false}},
    {"ns#quote>", {true, true, false}},
    {"schema.org/sha256> \"", {true, true, false}},
    {"type> <https://w3id.org/relata/ns#Claim>", {true, true, false}},
    {"/doc/", {true, true, false}},
    // a threat leaves no trace where there are no claims
    {"relation/impose>", {true, true, false}},
    {"relation/meet> <https://w3id.org/relata/person/Jan_Lund>",
     {true, true, true}},
    {"person/Jan_Lund> <http://www.w3.org/2000/01/rdf-schema#label>",
     {true, true, true}},
    {"relation/meet> <http://www.w3.org/2000/01/rdf-schema#label>",
     {true, true, true}},
    {"entity/Velia>", {true, true, false}},
};

static void
test_provenance(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world, story_harbour, NULL);

  (void)state;
  for (unsigned p = 0; p < REL_N_PROVENANCES; ++p) {
    const RelRdfOptions options = {NULL, "ntriples", (RelProvenance)p};
    Capture capture;

    assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                     REL_OK);
    capture_text(&capture);
    for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); ++i) {
      assert_int_equal(strstr(capture.text, levels[i].part) != NULL,
                       levels[i].is_there[p]);
    }
    capture_end(&capture);
  }
  assert_string_equal(rel_provenance_text(REL_PROVENANCE_CLAIMS), "claims");
  assert_string_equal(rel_provenance_text(REL_N_PROVENANCES), "?");
  rel_graph_free(graph);
  rel_world_free(world);
}

/// Runs that differ are kept apart, the same run is one, and its time is
/// written when it has one
static void
test_runs(void **state)
{
  const char *const time = "2026-03-03T10:00:00Z";
  RelRunInfo run = story_run(NULL);
  RelWorld *const world = rel_world_new(NULL);
  const RelRdfOptions options = {NULL, "ntriples", REL_PROVENANCE_FULL};
  RelGraph *graph = NULL;
  Capture capture;
  uint32_t n = 0;

  (void)state;
  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  const RelSink sink = rel_graph_sink(graph);
  assert_int_equal(rel_graph_begin_run(graph, &run), REL_OK);
  assert_int_equal(story_harbour(&sink), REL_OK);
  run.options = REL_STR("");
  run.time = rel_str("2026-03-04T10:00:00Z");
  assert_int_equal(rel_graph_begin_run(graph, &run), REL_OK);
  assert_int_equal(story_grain(&sink), REL_OK);
  run.time = rel_str(time);
  assert_int_equal(rel_graph_begin_run(graph, &run), REL_OK);
  assert_int_equal(story_values(&sink), REL_OK);
  assert_int_equal(rel_graph_finish(graph), REL_OK);

  const RelGraphRun *const runs = rel_graph_runs(graph, &n);
  assert_int_equal(n, 2);
  assert_true(rel_str_compare(runs[0].id, runs[1].id) < 0);
  const RelGraphDocument *const documents = rel_graph_documents(graph, &n);
  assert_int_equal(n, 3);
  for (uint32_t i = 0; i < n; ++i) {
    const bool is_harbour =
        rel_str_equal(documents[i].name, REL_STR("harbour"));
    assert_int_equal(runs[documents[i].run].info.options.len != 0, is_harbour);
    assert_int_equal(documents[i].hash.len, 64);
  }

  assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                   REL_OK);
  capture_text(&capture);
  const char *const started = strstr(capture.text, "prov#startedAtTime> ");
  assert_non_null(started);
  assert_memory_equal(started + 20,
                      "\"2026-03-03T10:00:00Z\"^^"
                      "<http://www.w3.org/2001/XMLSchema#dateTime> .",
                      67);
  assert_null(strstr(started + 1, "prov#startedAtTime> "));
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

static const struct {
  const char *text;
  bool is_time;
} times[] = {
    {"2026-03-02T15:04:05Z", true},
    {"2026-03-02T23:59:59Z", true},
    {"2026-03-02T24:00:00Z", false},
    {"2026-02-29T15:04:05Z", false},
    {"2026-03-02T15:04:05", false},
    {"2026-03-02 15:04:05Z", false},
    {"2026-03-02T15:60:05Z", false},
    {"2026-03-02T15:04:61Z", false},
    {"2026-03-02T15-04-05Z", false},
    {"2026-03-02T1x:04:05Z", false},
    {"now", false},
    {"", false},
};

static void
test_times(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(times) / sizeof(*times); ++i) {
    assert_int_equal(rel_rdf_is_time(times[i].text), times[i].is_time);
  }
  assert_false(rel_rdf_is_time(NULL));
}

static void
test_full_disk(void **state)
{
  const char *const syntaxes[] = {"turtle", "ntriples", "nquads", "rdfxml"};
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world, story_harbour, story_grain);

  (void)state;
  for (size_t i = 0; i < 4U; ++i) {
    const RelRdfOptions options = {NULL, syntaxes[i], REL_PROVENANCE_FULL};
    FILE *const full = fopen("/dev/full", "w");
    assert_non_null(full);
    assert_int_equal(rel_rdf_write(graph, &options, full), REL_OUTPUT);
    fclose(full);
  }
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_empty_graph(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *graph = NULL;
  const RelRdfOptions options = {NULL, "ntriples", REL_PROVENANCE_FULL};
  Capture capture;

  (void)state;
  assert_int_equal(rel_graph_new(world, &graph), REL_OK);
  assert_int_equal(rel_graph_finish(graph), REL_OK);
  assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                   REL_OK);
  assert_string_equal(capture_text(&capture), "");
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_large_strings(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = make_graph(world, story_large, story_harbour);
  const RelRdfOptions options = {NULL, "ntriples", REL_PROVENANCE_FULL};
  Capture capture;

  (void)state;
  assert_int_equal(rel_rdf_write(graph, &options, capture_begin(&capture)),
                   REL_OK);
  // eight literals at least are whole, and no IRI is
  assert_true(strlen(capture_text(&capture)) > 8U * STORY_LARGE);
  const char *line = capture.text;
  for (size_t n = 0; (line = strstr(line, "> <")); ++line, ++n) {
    assert_true(n < 500U);
    assert_true(strcspn(line + 3, ">") < 300U);
  }
  // a slot without words is left out
  assert_null(strstr(capture.text, "relata/ns#time> \"\""));
  assert_non_null(strstr(capture.text, "relata/ns#content> <"));
  capture_end(&capture);
  rel_graph_free(graph);
  rel_world_free(world);
}

static RelStatus
try_everything(RelWorld *world, FILE *out)
{
  const RelRdfOptions options = {NULL, "turtle", REL_PROVENANCE_FULL};
  RelGraph *graph = NULL;
  RelStatus st = rel_graph_new(world, &graph);

  if (!st) {
    const RelSink sink = rel_graph_sink(graph);
    const RelRunInfo run = story_run("2026-03-03T10:00:00Z");
    st = rel_graph_begin_run(graph, &run);
    st = st ? st : story_harbour(&sink);
    st = st ? st : story_values(&sink);
    st = st ? st : story_large(&sink);
    st = st ? st : rel_graph_finish(graph);
    st = st ? st : rel_rdf_write(graph, &options, out);
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
    capture_end(&capture);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_golden),
      cmocka_unit_test(test_bases),
      cmocka_unit_test(test_base_on_the_site_of_a_document),
      cmocka_unit_test(test_claims_and_plain_triples),
      cmocka_unit_test(test_values),
      cmocka_unit_test(test_provenance),
      cmocka_unit_test(test_runs),
      cmocka_unit_test(test_times),
      cmocka_unit_test(test_full_disk),
      cmocka_unit_test(test_empty_graph),
      cmocka_unit_test(test_large_strings),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
