// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/print.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/// As rel_conllu_write() prints it
static const char *const story =
    "# sent_id = storm-1\n"
    "# text = Rain hit Oslo, but Ms Berg didn\xE2\x80\x99t leave.\n"
    "1\tRain\train\tNOUN\tNN\tNumber=Sing\t2\tnsubj\t_\t_\n"
    "2\thit\thit\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "3\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\t"
    "Entity=(place)|SpaceAfter=No\n"
    "4\t,\t,\tPUNCT\t,\t_\t9\tpunct\t_\t_\n"
    "5\tbut\tbut\tCCONJ\tCC\t_\t9\tcc\t_\t_\n"
    "6\tMs\tMs\tPROPN\tNNP\tNumber=Sing\t9\tnsubj\t_\tEntity=(person\n"
    "7\tBerg\tBerg\tPROPN\tNNP\tNumber=Sing\t6\tflat\t_\tEntity=)\n"
    "8-9\tdidn\xE2\x80\x99t\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "8\tdid\tdo\tAUX\tVBD\t_\t9\taux\t_\t_\n"
    "9\tn\xE2\x80\x99t\tnot\tPART\tRB\t_\t2\tconj\t_\t_\n"
    "10\tleave\tleave\tVERB\tVB\tVerbForm=Inf\t9\tdep\t_\tSpaceAfter=No\n"
    "11\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tSpaceAfter=No\n"
    "\n"
    "# sent_id = 2\n"
    "# text = It fell.\n"
    "1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    "2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n";

typedef struct {
  RelWorld *world;
  RelArena arena;
  RelText text;
  RelTree tree;
} Fixture;

static RelStatus
read_text(Fixture *self, const char *content)
{
  self->world = rel_world_new(NULL);
  rel_arena_init(&self->arena, self->world);
  return rel_conllu_read(&self->arena, rel_str("a.conllu"), rel_str(content),
                         &self->text, &self->tree);
}

static void
finish(Fixture *self)
{
  rel_arena_clear(&self->arena);
  rel_world_free(self->world);
}

static void
expect_written(const Fixture *self, const char *expected)
{
  char *out = NULL;
  size_t size = 0;
  FILE *const stream = open_memstream(&out, &size);

  assert_non_null(stream);
  rel_conllu_write(stream, &self->text, &self->tree);
  assert_int_equal(fclose(stream), 0);
  assert_string_equal(out, expected);
  free(out);
}

static void
test_round_trip(void **state)
{
  Fixture self;

  (void)state;
  assert_int_equal(read_text(&self, story), REL_OK);
  expect_written(&self, story);
  finish(&self);
}

static void
test_layers(void **state)
{
  Fixture self;

  (void)state;
  assert_int_equal(read_text(&self, story), REL_OK);
  const RelText *const text = &self.text;
  const RelTree *const tree = &self.tree;
  assert_int_equal(text->n_tokens, 14);
  assert_int_equal(text->n_sentences, 2);
  assert_int_equal(text->sentences[1].first, 11);
  assert_int_equal(text->sentences[1].n, 3);
  assert_true(rel_str_equal(text->sentences[0].id, REL_STR("storm-1")));
  assert_int_equal(tree->n_names, 2);
  assert_int_equal(tree->names[1].first, 5);
  assert_int_equal(tree->names[1].n, 2);
  assert_int_equal(tree->names[1].type, REL_NAME_PERSON);
  assert_int_equal(tree->upos[2], REL_UPOS_PROPN);
  assert_int_equal(tree->xpos[1], REL_XPOS_VBD);
  assert_int_equal(tree->deprel[0], REL_DEP_NSUBJ);
  assert_int_equal(tree->head[0], 2);
  assert_true(tree->head_prob[0] == 1.0F);
  assert_false(text->tokens[2].space_after);
  assert_false(text->tokens[7].space_after); // inside didn't
  assert_true(text->tokens[8].space_after);
  assert_int_equal(text->tokens[8].part, 2);
  assert_int_equal(text->tokens[8].n_parts, 2);
  for (uint32_t i = 0; i < text->n_tokens; ++i) {
    const RelToken *const token = &text->tokens[i];
    const RelStr there = rel_str_slice(text->content, token->begin, token->end);
    assert_true(token->n_parts ? there.len == 8U
                               : rel_str_equal(there, token->form));
  }
  finish(&self);
}

/// Windows line ends, empty nodes, no last empty line, other entity schemes
static void
test_lenient(void **state)
{
  static const char *const content =
      "# newdoc id = d\r\n# newpar\r\n# sent_id = s\r\n"
      "1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-object-new\r\n"
      "2\tfell\tfall\tVERB\t_\t_\t0\troot\t_\tEntity=1)\r\n"
      "2.1\tx\tx\tX\t_\t_\t_\t_\t0:y\t_\r\n"
      "\r\n\r\n# newpar\r\n"
      "1\tNo\tno\tINTJ\tZZ\t_\t0\troot:odd\t_\t_";
  Fixture self;

  (void)state;
  assert_int_equal(read_text(&self, content), REL_OK);
  assert_int_equal(self.text.n_tokens, 3);
  assert_int_equal(self.text.n_sentences, 2);
  assert_int_equal(self.tree.n_names, 0);
  assert_int_equal(self.tree.xpos[2], REL_XPOS_XX);
  assert_int_equal(self.tree.deprel[2], REL_DEP_ROOT);
  assert_int_equal(self.text.sentences[0].paragraph, 0);
  assert_int_equal(self.text.sentences[1].paragraph, 1);
  assert_int_equal(self.text.sentences[1].id.len, 0);
  finish(&self);
  assert_int_equal(read_text(&self, ""), REL_OK);
  assert_int_equal(self.text.n_sentences, 0);
  expect_written(&self, "");
  finish(&self);
}

#define ROW(id, head) id "\tw\tw\tX\t_\t_\t" head "\tdep\t_\t_\n"

static void
test_bad_input(void **state)
{
  static const struct {
    const char *content;
    const char *message;
  } cases[] = {
      {"1\tw\tw\n", "a.conllu:1:5: error: expected ten columns"},
      {"a story\n", "a.conllu:1:1: error: expected ten columns"},
      {"1\tw\t\tX\t_\t_\t0\troot\t_\t_\n", "a.conllu:1:5: error: "},
      {"1\tw\tw\tX\t_\t_\t0\troot\t_\t_\t_\n", "a.conllu:1:22: error: "},
      {ROW("1", "0") "3\tw\tw\tX\t_\t_\t1\tdep\t_\t_\n",
       "a.conllu:2:1: error: expected the number of the next word, not '3'"},
      {ROW("1", "x"),
       "a.conllu:1:13: error: expected the number of a head, not 'x'"},
      {ROW("1", "_"), "expected the number of a head, not '_'"},
      {ROW("1", "2"), "a.conllu:1:3: error: expected a head inside"},
      {ROW("1", "99999999999"), "expected the number of a head"},
      {ROW("1", "0") ROW("2", "0"), "a.conllu:2:3: error: expected one root"},
      {ROW("1", "2") ROW("2", "1"), "expected a tree without a cycle"},
      {ROW("1", "1"), "expected a tree without a cycle"},
      {ROW("1", "0") ROW("2", "3") ROW("3", "2"),
       "a.conllu:2:3: error: expected a tree without a cycle"},
      {"1\tw\tw\tFOO\t_\t_\t0\troot\t_\t_\n",
       "a.conllu:1:7: error: expected a universal part of speech, not 'FOO'"},
      {"2-3\tw\t_\t_\t_\t_\t_\t_\t_\t_\n", "expected a range that begins"},
      {"1-1\tw\t_\t_\t_\t_\t_\t_\t_\t_\n", "expected a range that begins"},
      {"1-2\tw\t_\t_\t_\t_\t_\t_\t_\t_\n" ROW("1", "0"),
       "expected all words of a multiword token"},
      {ROW("1", "0") "# late\n", "a.conllu:2:1: error: expected ten"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    Fixture self;
    assert_int_equal(read_text(&self, cases[i].content), REL_BAD_INPUT);
    assert_non_null(strstr(rel_world_error(self.world), cases[i].message));
    finish(&self);
  }
}

/// Every prefix of a good file is read or refused, without a crash
static void
test_prefixes(void **state)
{
  char content[2048];
  const size_t len = strlen(story);

  (void)state;
  assert_true(len < sizeof(content));
  for (size_t n = 0; n < len; ++n) {
    Fixture self;
    memcpy(content, story, n);
    content[n] = '\0';
    const RelStatus st = read_text(&self, content);
    assert_true(st == REL_OK || st == REL_BAD_INPUT);
    finish(&self);
  }
}

static void
test_no_memory(void **state)
{
  bool is_done = false;

  (void)state;
  for (size_t n = 0; !is_done && n < 100U; ++n) {
    Failing failing = {0U, n, 0U};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    if (world) {
      RelArena arena;
      RelText text;
      RelTree tree;
      rel_arena_init(&arena, world);
      const RelStatus st =
          rel_conllu_read(&arena, rel_str("a"), rel_str(story), &text, &tree);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      is_done = st == REL_OK;
      rel_arena_clear(&arena);
      rel_world_free(world);
    }
    assert_int_equal(failing.n_live, 0);
  }
  assert_true(is_done);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_round_trip), cmocka_unit_test(test_layers),
      cmocka_unit_test(test_lenient),    cmocka_unit_test(test_bad_input),
      cmocka_unit_test(test_prefixes),   cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
