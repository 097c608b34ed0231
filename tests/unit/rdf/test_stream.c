// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/stream.h"

#include "base/utf8.h"
#include "capture.h"
#include "failing.h"
#include "rdf/sanitize.h"

#include <raptor2.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const char *const syntaxes[] = {"turtle", "ntriples", "nquads",
                                       "rdfxml"};

enum { N_SYNTAXES = sizeof(syntaxes) / sizeof(*syntaxes) };

/// Literals of which raptor 2.0 alone makes other ones or broken files
static const struct {
  const char *name;
  RelRdfObjectKind kind;
  RelVocabulary datatype;
  const char *value;
  size_t len;
  const char *read; ///< What a parser must read
} cases[] = {
    {"decimal", REL_OBJECT_TYPED, REL_XSD_DECIMAL, "1.00", 4, "1.00"},
    {"small decimal", REL_OBJECT_TYPED, REL_XSD_DECIMAL, "0.05", 4, "0.05"},
    {"integer", REL_OBJECT_TYPED, REL_XSD_INTEGER, "0", 1, "0"},
    {"boolean", REL_OBJECT_TYPED, REL_XSD_BOOLEAN, "true", 4, "true"},
    {"false", REL_OBJECT_TYPED, REL_XSD_BOOLEAN, "false", 5, "false"},
    {"date", REL_OBJECT_TYPED, REL_XSD_DATE, "2018-06-03", 10, "2018-06-03"},
    {"carriage return", REL_OBJECT_ENGLISH, 0, "a\rb", 3, "a\nb"},
    {"CR LF", REL_OBJECT_ENGLISH, 0, "a\r\nb", 4, "a\nb"},
    {"tab", REL_OBJECT_ENGLISH, 0, "a\tb", 3, "a\tb"},
    {"control", REL_OBJECT_PLAIN, 0, "a\x01 b\x1F", 5, "a  b "},
    {"DEL", REL_OBJECT_PLAIN, 0, "a\x7F!", 3, "a !"},
    {"C1", REL_OBJECT_PLAIN, 0, "a\xC2\x85!", 4, "a\xC2\x85!"},
    {"NUL", REL_OBJECT_PLAIN, 0, "a\0b", 3, "a b"},
    {"Latin-1", REL_OBJECT_ENGLISH, 0, "caf\xE9 au", 7, "caf\xEF\xBF\xBD au"},
    {"surrogate", REL_OBJECT_ENGLISH, 0, "\xED\xA0\x80!", 4, "\xEF\xBF\xBD!"},
    {"U+FFFE", REL_OBJECT_ENGLISH, 0, "a\xEF\xBF\xBE!", 5, "a!"},
    {"U+FFFF", REL_OBJECT_ENGLISH, 0, "a\xEF\xBF\xBF!", 5, "a!"},
    {"U+FDD0", REL_OBJECT_ENGLISH, 0, "\xEF\xB7\x90", 3, "\xEF\xB7\x90"},
    {"quotes", REL_OBJECT_ENGLISH, 0, "\"\"\"'\\", 5, "\"\"\"'\\"},
    {"markup", REL_OBJECT_ENGLISH, 0, "]]>&lt;<b>", 10, "]]>&lt;<b>"},
    {"empty", REL_OBJECT_PLAIN, 0, "", 0, ""},
    {"looks like a number", REL_OBJECT_PLAIN, 0, "1e3", 3, "1e3"},
    {"ends in a dot", REL_OBJECT_ENGLISH, 0, "Corp.", 5, "Corp."},
};

static const char subject[] = "https://a.example/s";
static const char predicate[] = "https://a.example/p";

/// What a parser read
typedef struct {
  uint32_t n;
  uint32_t n_messages;
  char value[64];
  char datatype[64];
  char language[8];
} Read;

static void
on_statement(void *handle, raptor_statement *statement)
{
  Read *const self = handle;
  const raptor_term *const object = statement->object;

  ++self->n;
  assert_int_equal(object->type, RAPTOR_TERM_TYPE_LITERAL);
  const raptor_term_literal_value *const literal = &object->value.literal;
  snprintf(self->value, sizeof(self->value), "%s",
           (const char *)literal->string);
  snprintf(self->language, sizeof(self->language), "%s",
           literal->language ? (const char *)literal->language : "");
  snprintf(self->datatype, sizeof(self->datatype), "%s",
           literal->datatype
               ? (const char *)raptor_uri_as_string(literal->datatype)
               : "");
}

static void
on_message(void *handle, raptor_log_message *message)
{
  Read *const self = handle;

  (void)message;
  ++self->n_messages;
}

/// N-Triples is Turtle, as N-Quads without graphs are, and raptor's own parser
/// for them leaks datatypes
static const char *
parser_name(const char *syntax)
{
  return strcmp(syntax, "rdfxml") ? "turtle" : syntax;
}

static void
read_back(const char *syntax, const Capture *capture, Read *read)
{
  raptor_world *const raptor = raptor_new_world();

  raptor_world_set_log_handler(raptor, read, on_message);
  raptor_parser *const parser = raptor_new_parser(raptor, parser_name(syntax));
  raptor_uri *const base =
      raptor_new_uri(raptor, (const unsigned char *)"https://b.example/");
  raptor_parser_set_statement_handler(parser, read, on_statement);
  assert_int_equal(raptor_parser_parse_start(parser, base), 0);
  raptor_parser_parse_chunk(parser, (const unsigned char *)capture->text,
                            capture->len, 1);
  raptor_free_parser(parser);
  raptor_free_uri(base);
  raptor_free_world(raptor);
}

static RelStatus
write_one(RelWorld *world, const char *syntax, RelRdfObject object, FILE *out)
{
  const RelRdfStreamOptions options = {.syntax = syntax};
  RelRdfStream *stream = NULL;
  RelStatus st = rel_rdf_stream_open(world, &options, out, &stream);

  st = st ? st
          : rel_rdf_stream_add(stream, rel_str(subject), rel_str(predicate),
                               object);
  st = st ? st : rel_rdf_stream_end(stream);
  rel_rdf_stream_free(stream);
  return st;
}

static void
test_literals(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases) * N_SYNTAXES; ++i) {
    const size_t c = i / N_SYNTAXES;
    const char *const syntax = syntaxes[i % N_SYNTAXES];
    const RelRdfObject object = {
        cases[c].kind, {cases[c].value, cases[c].len}, cases[c].datatype};
    Capture capture;
    Read read = {0};

    assert_int_equal(write_one(world, syntax, object, capture_begin(&capture)),
                     REL_OK);
    capture_text(&capture);
    read_back(syntax, &capture, &read);
    assert_int_equal(read.n, 1);
    assert_int_equal(read.n_messages, 0);
    assert_string_equal(read.value, cases[c].read);
    assert_string_equal(read.language,
                        cases[c].kind == REL_OBJECT_ENGLISH ? "en" : "");
    assert_string_equal(read.datatype,
                        cases[c].kind == REL_OBJECT_TYPED
                            ? rel_vocabulary_iri(cases[c].datatype).data
                            : "");
    capture_end(&capture);
  }
  rel_world_free(world);
}

static const struct {
  const char *subject;
  const char *predicate;
  const char *object;
} bad_iris[] = {
    {"", predicate, subject},
    {"relative", predicate, subject},
    {subject, "https://a.example/a b", subject},
    {subject, predicate, "https://a.example/<x>"},
    {subject, predicate, "https://a.example/%zz"},
    {subject, predicate, "https://a.example/caf\xC3\xA9"},
    {"_:blank", predicate, subject},
};

static void
test_bad_iris(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  const RelRdfStreamOptions options = {.syntax = "ntriples"};
  RelRdfStream *stream = NULL;
  Capture capture;

  (void)state;
  assert_int_equal(
      rel_rdf_stream_open(world, &options, capture_begin(&capture), &stream),
      REL_OK);
  for (size_t i = 0; i < sizeof(bad_iris) / sizeof(*bad_iris); ++i) {
    const RelRdfObject object = {.kind = REL_OBJECT_IRI,
                                 .value = rel_str(bad_iris[i].object)};
    assert_int_equal(rel_rdf_stream_add(stream, rel_str(bad_iris[i].subject),
                                        rel_str(bad_iris[i].predicate), object),
                     REL_OUTPUT);
    assert_non_null(strstr(rel_world_error(world), "expected an IRI, not"));
  }
  assert_int_equal(rel_rdf_stream_end(stream), REL_OK);
  rel_rdf_stream_free(stream);
  assert_string_equal(capture_text(&capture), "");
  capture_end(&capture);
  rel_world_free(world);
}

/// What raptor's own writer makes of a literal in no language
static void
write_by_raptor(const char *syntax, RelStr text, FILE *out)
{
  raptor_world *const raptor = raptor_new_world();
  raptor_serializer *const serializer = raptor_new_serializer(raptor, syntax);
  raptor_iostream *const iostream =
      raptor_new_iostream_to_file_handle(raptor, out);
  raptor_statement *const statement = raptor_new_statement_from_nodes(
      raptor,
      raptor_new_term_from_uri_string(raptor, (const unsigned char *)subject),
      raptor_new_term_from_uri_string(raptor, (const unsigned char *)predicate),
      raptor_new_term_from_counted_literal(
          raptor, (const unsigned char *)text.data, text.len, NULL, NULL, 0),
      strcmp(syntax, "nquads")
          ? NULL
          : raptor_new_term_from_uri_string(
                raptor, (const unsigned char *)"https://a.example/g"));

  raptor_serializer_start_to_iostream(serializer, NULL, iostream);
  raptor_serializer_serialize_statement(serializer, statement);
  raptor_serializer_serialize_end(serializer);
  raptor_free_statement(statement);
  raptor_free_serializer(serializer);
  raptor_free_iostream(iostream);
  raptor_free_world(raptor);
}

static void
write_by_us(RelWorld *world, const char *syntax, RelStr text, FILE *out)
{
  const RelRdfStreamOptions options = {.syntax = syntax};
  const RelRdfObject object = {.kind = REL_OBJECT_PLAIN, .value = text};
  RelRdfStream *stream = NULL;

  assert_int_equal(rel_rdf_stream_open(world, &options, out, &stream), REL_OK);
  assert_int_equal(rel_rdf_stream_graph(stream, REL_STR("https://a.example/g")),
                   REL_OK);
  assert_int_equal(
      rel_rdf_stream_add(stream, rel_str(subject), rel_str(predicate), object),
      REL_OK);
  assert_int_equal(rel_rdf_stream_end(stream), REL_OK);
  rel_rdf_stream_free(stream);
}

/// All of Unicode's code points but those that raptor loses, 100 at a time
static void
test_lines_are_raptors(void **state)
{
  static const char *const lines[] = {"ntriples", "nquads"};
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (uint32_t first = 0x20U; first < 0x110000U;) {
    char text[400];
    size_t n = 0;
    for (uint32_t i = 0; i < 100U && first < 0x110000U; ++i, ++first) {
      const bool is_lost = (first >= 0xD800U && first <= 0xDFFFU) ||
                           first == 0xFFFEU || first == 0xFFFFU ||
                           first == 0x7FU;
      n += is_lost ? 0U : rel_utf8_encode(first, text + n);
    }
    const char *const syntax = lines[first % 2U];
    Capture ours;
    Capture theirs;
    write_by_us(world, syntax, (RelStr){text, n}, capture_begin(&ours));
    write_by_raptor(syntax, (RelStr){text, n}, capture_begin(&theirs));
    assert_string_equal(capture_text(&ours), capture_text(&theirs));
    capture_end(&ours);
    capture_end(&theirs);
  }
  rel_world_free(world);
}

/// Longer than the writer's buffer, with escapes everywhere
static void
test_long_lines(void **state)
{
  enum { SIZE = 300000 };
  RelWorld *const world = rel_world_new(NULL);
  char *const text = malloc(SIZE);
  Capture ours;
  Capture theirs;

  (void)state;
  assert_non_null(text);
  for (size_t i = 0; i < SIZE; ++i) {
    text[i] = "a\n\"bc\\"[i % 6U];
  }
  write_by_us(world, "ntriples", (RelStr){text, SIZE}, capture_begin(&ours));
  write_by_raptor("ntriples", (RelStr){text, SIZE}, capture_begin(&theirs));
  assert_true(strlen(capture_text(&theirs)) > SIZE);
  assert_true(!strcmp(capture_text(&ours), theirs.text));
  capture_end(&ours);
  capture_end(&theirs);
  free(text);
  rel_world_free(world);
}

/// A graph ends where the next begins; none is the default graph
static void
test_graphs(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  const RelRdfStreamOptions options = {.syntax = "nquads"};
  const RelRdfObject object = {.kind = REL_OBJECT_PLAIN, .value = REL_STR("x")};
  const char *const graphs[] = {"https://a.example/g", "https://a.example/h",
                                ""};
  RelRdfStream *stream = NULL;
  Capture capture;

  (void)state;
  assert_int_equal(
      rel_rdf_stream_open(world, &options, capture_begin(&capture), &stream),
      REL_OK);
  for (size_t i = 0; i < 3U; ++i) {
    assert_int_equal(rel_rdf_stream_graph(stream, rel_str(graphs[i])), REL_OK);
    assert_int_equal(rel_rdf_stream_add(stream, rel_str(subject),
                                        rel_str(predicate), object),
                     REL_OK);
  }
  assert_int_equal(rel_rdf_stream_graph(stream, REL_STR("a graph")),
                   REL_OUTPUT);
  assert_int_equal(rel_rdf_stream_end(stream), REL_OK);
  rel_rdf_stream_free(stream);
  assert_string_equal(capture_text(&capture),
                      "<https://a.example/s> <https://a.example/p> \"x\" "
                      "<https://a.example/g> .\n"
                      "<https://a.example/s> <https://a.example/p> \"x\" "
                      "<https://a.example/h> .\n"
                      "<https://a.example/s> <https://a.example/p> \"x\" .\n");
  capture_end(&capture);
  assert_true(rel_rdf_has_graphs("nquads"));
  assert_false(rel_rdf_has_graphs("ntriples"));
  assert_false(rel_rdf_has_graphs(NULL));
  rel_world_free(world);
}

static void
test_syntaxes(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  const char *const others[] = {"", "json", "Turtle", "html", "atom"};

  (void)state;
  for (size_t i = 0; i < sizeof(others) / sizeof(*others); ++i) {
    const RelRdfStreamOptions options = {.syntax = others[i]};
    RelRdfStream *stream = NULL;
    assert_int_equal(rel_rdf_stream_open(world, &options, stdout, &stream),
                     REL_BAD_ARG);
    assert_null(stream);
  }
  assert_string_equal(rel_world_error(world),
                      "relata: error: expected turtle, ntriples, nquads, "
                      "trig, rdfxml or jsonld, not atom");
  rel_world_free(world);
}

static void
test_words_of_raptor(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  // no caller of ours asks for this
  const RelRdfObject object = {REL_OBJECT_TYPED, REL_STR("forty"),
                               REL_XSD_INTEGER};
  Capture capture;

  (void)state;
  assert_int_equal(write_one(world, "turtle", object, capture_begin(&capture)),
                   REL_OUTPUT);
  assert_non_null(
      strstr(rel_world_error(world), "RDF cannot be written: Illegal value"));
  capture_end(&capture);
  rel_world_free(world);
}

static void
test_full_disk(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  const RelRdfObject object = {.kind = REL_OBJECT_PLAIN,
                               .value = REL_STR("text")};

  (void)state;
  for (size_t i = 0; i < N_SYNTAXES; ++i) {
    FILE *const full = fopen("/dev/full", "w");
    assert_non_null(full);
    assert_int_equal(write_one(world, syntaxes[i], object, full), REL_OUTPUT);
    assert_non_null(strstr(rel_world_error(world), "No space left"));
    fclose(full);
  }
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  // a carriage return needs memory to mend
  const RelRdfObject object = {.kind = REL_OBJECT_PLAIN,
                               .value = REL_STR("a\rb")};
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 1; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    Capture capture;

    st = write_one(world, "turtle", object, capture_begin(&capture));
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    assert_true(n > 2U || st == REL_NO_MEMORY);
    capture_end(&capture);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lines_are_raptors),
      cmocka_unit_test(test_long_lines),
      cmocka_unit_test(test_graphs),
      cmocka_unit_test(test_literals),
      cmocka_unit_test(test_bad_iris),
      cmocka_unit_test(test_syntaxes),
      cmocka_unit_test(test_words_of_raptor),
      cmocka_unit_test(test_full_disk),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
