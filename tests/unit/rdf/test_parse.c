// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/parse.h"

#include "base/arena.h"
#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/// What was heard of a file
typedef struct {
  RelArena arena;
  RelStr text; ///< One line a statement
  uint32_t n;
  uint32_t stop_at; ///< Statement to stop at, from 1; 0: none
} Heard;

static RelStatus
write_term(Heard *self, const RelParsedTerm *term)
{
  static const char marks[] = {'-', '<', '_', '"'};

  assert_int_equal(term->value.data ? term->value.data[term->value.len] : 0, 0);
  return rel_arena_format(
      &self->arena, &self->text, "%.*s%c%.*s%s%.*s%s%.*s ", REL_ARG(self->text),
      marks[term->kind], REL_ARG(term->value), term->datatype.len ? "^" : "",
      REL_ARG(term->datatype), term->language.len ? "@" : "",
      REL_ARG(term->language));
}

static RelStatus
hear(void *handle, const RelParsedStatement *statement)
{
  Heard *const self = handle;
  RelStatus st = REL_OK;

  if (++self->n == self->stop_at) {
    return REL_STOPPED;
  }
  REL_TRY(st, write_term(self, &statement->subject));
  REL_TRY(st, write_term(self, &statement->predicate));
  REL_TRY(st, write_term(self, &statement->object));
  REL_TRY(st, write_term(self, &statement->graph));
  return rel_arena_format(&self->arena, &self->text, "%.*s%u\n",
                          REL_ARG(self->text), statement->line);
}

/// Count only: for files with many statements
static RelStatus
count(void *handle, const RelParsedStatement *statement)
{
  Heard *const self = handle;

  ++self->n;
  return statement->line ? REL_OK : REL_BAD_INPUT;
}

static void
write_file(const char *path, RelStr content)
{
  FILE *const stream = fopen(path, "wb");

  assert_non_null(stream);
  assert_int_equal(fwrite(content.data, 1U, content.len, stream), content.len);
  assert_int_equal(fclose(stream), 0);
}

// ------------------------------------------------------------- statements

static const struct {
  const char *name;
  const char *content;
  const char *heard;
} files[] = {
    {"parse.ttl",
     "@prefix e: <http://e/> .\n"
     "e:a e:p e:b ;\n  e:q \"caf\xC3\xA9\"@en, 1.5 .\n"
     "<x> e:p _:n .\n",
     "<http://e/a <http://e/p <http://e/b - 3\n"
     "<http://e/a <http://e/q \"caf\xC3\xA9@en - 3\n"
     "<http://e/a <http://e/q \"1.5^http://www.w3.org/2001/XMLSchema#decimal "
     "- 3\n"
     "<file:///x <http://e/p _n - 4\n"},
    {"parse.nt",
     "<http://e/a> <http://e/p> <http://e/b> .\n\n"
     "<http://e/a> <http://e/q> \"x\"^^<http://e/t> .\n",
     "<http://e/a <http://e/p <http://e/b - 1\n"
     "<http://e/a <http://e/q \"x^http://e/t - 3\n"},
    {"parse.nq", "<http://e/a> <http://e/p> \"x\" <http://e/g> .\n",
     "<http://e/a <http://e/p \"x <http://e/g 1\n"},
    {"parse.trig", "@prefix e: <http://e/> .\ne:g {\n e:a e:p \"x\" .\n}\n",
     "<http://e/a <http://e/p \"x <http://e/g 3\n"},
    {"parse.rdf",
     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
     " xmlns:e=\"http://e/\">\n"
     "<rdf:Description rdf:about=\"http://e/a\">\n"
     "<e:p rdf:resource=\"http://e/b\"/></rdf:Description>\n</rdf:RDF>\n",
     "<http://e/a <http://e/p <http://e/b - 4\n"},
};

static void
test_syntaxes(void **state)
{
  (void)state;

  for (size_t i = 0; i < sizeof(files) / sizeof(*files); ++i) {
    RelWorld *const world = rel_world_new(NULL);
    const RelParsedSource source = {files[i].name, NULL, NULL};
    Heard heard = {.text = {0}};
    const RelParsedSink sink = {&heard, hear};

    rel_arena_init(&heard.arena, world);
    write_file(files[i].name, rel_str(files[i].content));
    assert_int_equal(rel_rdf_parse(world, &source, &sink), REL_OK);
    assert_string_equal(heard.text.data, files[i].heard);
    unlink(files[i].name);
    rel_arena_clear(&heard.arena);
    rel_world_free(world);
  }
}

// ------------------------------------------------------------- bad input

static const struct {
  const char *name;
  const char *syntax;
  const char *content;
  RelStatus status;
  const char *message;
} bad_files[] = {
    {"bad.ttl", NULL, "<http://e/a> <http://e/p> .\n", REL_BAD_INPUT,
     "bad.ttl:1: error: expected Turtle: "},
    {"bad.nt", NULL, "# x\n<http://e/a> <http://e/p>\n", REL_BAD_INPUT,
     "bad.nt:2: error: expected N-Triples: "},
    {"bad.rdf", NULL, "<a><b></a>\n", REL_BAD_INPUT,
     "bad.rdf:1: error: expected RDF/XML: "},
    {"bad.trig", NULL, "<http://e/g> { <http://e/a>\n", REL_BAD_INPUT,
     "error: expected TriG: "},
    {"bad.nq", NULL, "\n\xC3(", REL_BAD_TEXT,
     "bad.nq:2: error: expected UTF-8 text, not byte 0xC3"},
    {"bad.nq", NULL, "\n\n\xE2\x82", REL_BAD_TEXT,
     "bad.nq:3: error: expected UTF-8 text, not byte 0xE2"},
    {"bad.txt", NULL, "", REL_BAD_ARG,
     "bad.txt: error: expected a name that ends in .ttl, .nt"},
    {"bad.txt", "json", "", REL_BAD_ARG,
     "bad.txt: error: expected turtle, ntriples, nquads, trig or rdfxml, not "
     "json"},
    {"bad.ttl", "ntriples", "@prefix e: <http://e/> .", REL_BAD_INPUT,
     "bad.ttl:1: error: expected N-Triples"},
    {"missing.ttl", NULL, NULL, REL_BAD_FILE,
     "missing.ttl: error: cannot be opened"},
    {".", "turtle", NULL, REL_BAD_FILE,
     ".: error: expected a file, not a directory"},
};

static void
test_bad_input(void **state)
{
  (void)state;

  for (size_t i = 0; i < sizeof(bad_files) / sizeof(*bad_files); ++i) {
    RelWorld *const world = rel_world_new(NULL);
    const RelParsedSource source = {bad_files[i].name, bad_files[i].syntax,
                                    NULL};
    Heard heard = {.text = {0}};
    const RelParsedSink sink = {&heard, hear};

    rel_arena_init(&heard.arena, world);
    if (bad_files[i].content) {
      write_file(bad_files[i].name, rel_str(bad_files[i].content));
    }
    assert_int_equal(rel_rdf_parse(world, &source, &sink), bad_files[i].status);
    if (!strstr(rel_world_error(world), bad_files[i].message)) {
      assert_string_equal(rel_world_error(world), bad_files[i].message);
    }
    if (bad_files[i].content) {
      unlink(bad_files[i].name);
    }
    rel_arena_clear(&heard.arena);
    rel_world_free(world);
  }
}

static void
test_sink_stops(void **state)
{
  (void)state;

  for (size_t i = 0; i < sizeof(files) / sizeof(*files); ++i) {
    RelWorld *const world = rel_world_new(NULL);
    const RelParsedSource source = {files[i].name, NULL, NULL};
    Heard heard = {.stop_at = 1U};
    const RelParsedSink sink = {&heard, hear};

    rel_arena_init(&heard.arena, world);
    write_file(files[i].name, rel_str(files[i].content));
    assert_int_equal(rel_rdf_parse(world, &source, &sink), REL_STOPPED);
    assert_int_equal(heard.n, 1);
    unlink(files[i].name);
    rel_arena_clear(&heard.arena);
    rel_world_free(world);
  }
}

// ------------------------------------------------------------- pieces

/// Files longer than what is read at a time, with characters on the border
static void
test_pieces(void **state)
{
  static const char *const names[] = {"long.nt", "long.ttl"};
  enum { N = 1600 };
  (void)state;

  for (size_t shift = 0; shift < 4U; ++shift) {
    for (size_t k = 0; k < 2U; ++k) {
      RelWorld *const world = rel_world_new(NULL);
      const RelParsedSource source = {names[k], NULL, NULL};
      Heard heard = {.n = 0U};
      const RelParsedSink sink = {&heard, count};
      FILE *const stream = fopen(names[k], "wb");

      fprintf(stream, "#%.*s\n", (int)shift, "xxxxxxxx");
      for (uint32_t i = 0; i < N; ++i) {
        // above 40 bytes, most of them of characters with two to four
        fprintf(stream, "<http://e/%u> <http://e/p> \"%s\" .\n", i,
                "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xE2\x82\xAC\xC3\xA9");
      }
      fclose(stream);
      assert_int_equal(rel_rdf_parse(world, &source, &sink), REL_OK);
      assert_int_equal(heard.n, N);
      unlink(names[k]);
      rel_world_free(world);
    }
  }
}

static void
test_no_memory(void **state)
{
  Failing failing = {0, 0U, 0U};
  const RelAllocator allocator = failing_allocator(&failing);
  RelStatus st = REL_NO_MEMORY;
  (void)state;

  write_file(files[0].name, rel_str(files[0].content));
  while (st) {
    RelWorld *const world = rel_world_new(&allocator);

    if (world) {
      const RelParsedSource source = {files[0].name, NULL, NULL};
      Heard heard = {.text = {0}};
      const RelParsedSink sink = {&heard, hear};

      rel_arena_init(&heard.arena, world);
      st = rel_rdf_parse(world, &source, &sink);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      rel_arena_clear(&heard.arena);
      rel_world_free(world);
    }
    assert_int_equal(failing.n_live, 0);
    failing.n_calls = 0U;
    ++failing.fail_at;
  }
  unlink(files[0].name);
}

static void
test_syntax(void **state)
{
  (void)state;

  assert_string_equal(rel_rdf_syntax("a/b.ttl"), "turtle");
  assert_string_equal(rel_rdf_syntax("b.owl"), "rdfxml");
  assert_string_equal(rel_rdf_syntax("b.xml"), "rdfxml");
  assert_string_equal(rel_rdf_syntax("-"), "turtle");
  assert_null(rel_rdf_syntax("ttl"));
  assert_null(rel_rdf_syntax("a.ttl.txt"));
  assert_null(rel_rdf_syntax(""));
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_syntaxes),   cmocka_unit_test(test_bad_input),
      cmocka_unit_test(test_sink_stops), cmocka_unit_test(test_pieces),
      cmocka_unit_test(test_no_memory),  cmocka_unit_test(test_syntax),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
