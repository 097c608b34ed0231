// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/print.h"

#include "text/source.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/// Tokens without trees, with all that must be kept and all that must not
static const char *const given =
    "\xEF\xBB\xBF# newdoc id = d\r\n"
    "# global.Entity = GRP-etype\r\n"
    "# sent_id = d/1\r\n"
    "# note = kept\r\n"
    "1-2\tdidn't\t_\t_\t_\tTypo=Yes\t_\t_\t_\tSpaceAfter=No\r\n"
    "1\tdid\t_\t_\t_\t_\t_\t_\t_\tA=b|Entity=(1-x|Z=y\r\n"
    "2\tn't\t_\t_\t_\t_\t_\t_\t_\tEntity=1)\r\n"
    "2.1\tx\t_\t_\t_\t_\t_\t_\t0:y\t_\r\n"
    "3\t!\t!\tODD\t?\t?\t99\t?\t?\tSpaceAfter=No\r\n"
    "\r\n"
    "# text = as it was\r\n"
    "1\tNo\t_\t_\t_\t_\t_\t_\t_\t_";

static const char *const printed =
    "# newdoc id = d\n"
    "# sent_id = d/1\n"
    "# note = kept\n"
    "# text = didn't!\n"
    "1-2\tdidn't\t_\t_\t_\tTypo=Yes\t_\t_\t_\tSpaceAfter=No\n"
    "1\tdid\tl\tADJ\t$\tF\t1\tacl\t_\tEntity=(place|A=b|Z=y\n"
    "2\tn't\tl\tADJ\t$\tF\t1\tacl\t_\tEntity=)\n"
    "3\t!\tl\tADJ\t$\tF\t1\tacl\t_\tSpaceAfter=No\n"
    "\n"
    "# text = as it was\n"
    "# sent_id = 2\n"
    "1\tNo\tl\tADJ\t$\tF\t1\tacl\t_\t_\n"
    "\n";

typedef struct {
  RelWorld *world;
  RelArena arena;
  char *out;
  size_t size;
  FILE *stream;
} Fixture;

static void
begin(Fixture *self)
{
  self->world = rel_world_new(NULL);
  rel_arena_init(&self->arena, self->world);
  self->stream = open_memstream(&self->out, &self->size);
  assert_non_null(self->stream);
}

static void
finish(Fixture *self, const char *expected)
{
  assert_int_equal(fclose(self->stream), 0);
  assert_string_equal(self->out, expected);
  free(self->out);
  rel_arena_clear(&self->arena);
  rel_world_free(self->world);
}

/// The same answer for every word
static RelTree
make_tree(RelArena *arena, uint32_t n)
{
  RelTree tree = {.upos = rel_arena_calloc(arena, n, 1U),
                  .xpos = rel_arena_calloc(arena, n, 1U),
                  .deprel = rel_arena_calloc(arena, n, 1U),
                  .head = rel_arena_calloc(arena, n, sizeof(uint32_t)),
                  .lemma = rel_arena_calloc(arena, n, sizeof(RelStr)),
                  .feats = rel_arena_calloc(arena, n, sizeof(RelStr))};

  for (uint32_t i = 0; i < n; ++i) {
    tree.deprel[i] = REL_DEP_ACL;
    tree.head[i] = 1U;
    tree.lemma[i] = REL_STR("l");
    tree.feats[i] = REL_STR("F");
  }
  return tree;
}

static RelStatus
print_tokens(Fixture *self, uint32_t n_tokens)
{
  static RelName name = {.n = 2U, .type = REL_NAME_PLACE, .prob = 1.0F};
  RelConlluPieces pieces;
  RelConlluPrint print = {.document = NULL};
  RelText text;
  RelConlluNotes notes;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_conllu_open(&self->arena, rel_str("a.conllu"), rel_str(given),
                              &pieces));
  for (bool is_first = true;; is_first = false) {
    REL_TRY(st,
            rel_conllu_next(&pieces, &self->arena, n_tokens, &text, &notes));
    if (!text.n_sentences) {
      return REL_OK;
    }
    RelTree tree = make_tree(&self->arena, text.n_tokens);
    tree.names = &name;
    tree.n_names = is_first;
    print.notes = &notes;
    rel_conllu_print(&print, self->stream, &text, &tree);
  }
}

static void
test_notes_stay(void **state)
{
  static const uint32_t sizes[] = {1U, 3U, 4U, 1000U};

  (void)state;
  for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); ++i) {
    Fixture self;
    begin(&self);
    assert_int_equal(print_tokens(&self, sizes[i]), REL_OK);
    finish(&self, printed);
  }
}

/// Lines are counted from the start of the file, not of the piece
static void
test_bad_tokens(void **state)
{
  static const struct {
    const char *content;
    RelStatus status;
    const char *message;
  } cases[] = {
      {"1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n2\tb\t_\t_\t_\t_\t_\t_\t_\t_\n",
       REL_BAD_INPUT,
       "b.conllu:3:1: error: expected the number of the next word, not '2'"},
      {"1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\nb\n", REL_BAD_INPUT,
       "b.conllu:3:1: error: expected ten columns"},
      {"1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n",
       REL_BAD_INPUT, "expected all words of a multiword token"},
      {"1\ta\xFF\t_\t_\t_\t_\t_\t_\t_\t_\n", REL_BAD_TEXT,
       "b.conllu:1:4: error: expected"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    Fixture self;
    RelConlluPieces pieces;
    RelText text = {.n_sentences = 1U};
    RelConlluNotes notes;
    begin(&self);
    RelStatus st = rel_conllu_open(&self.arena, rel_str("b.conllu"),
                                   rel_str(cases[i].content), &pieces);
    while (!st && text.n_sentences) {
      st = rel_conllu_next(&pieces, &self.arena, 1U, &text, &notes);
    }
    assert_int_equal(st, cases[i].status);
    assert_non_null(strstr(rel_world_error(self.world), cases[i].message));
    finish(&self, "");
  }
}

static const char *const prose = "\xC3\x84h, Ayr\xE2\x80\x99s  caf\xC3\xA9\n"
                                 "is full. It can't be.\n\nIt is.";

static const char *const ranges =
    "# newdoc id = n\n# newpar\n# sent_id = n-1\n"
    "# text = \xC3\x84h, Ayr\xE2\x80\x99s caf\xC3\xA9 is full.\n"
    "1\t\xC3\x84h\tl\tADJ\t$\tF\t_\t_\t_\tSpaceAfter=No|TokenRange=0:2\n"
    "2\t,\tl\tADJ\t$\tF\t_\t_\t_\tTokenRange=2:3\n"
    "3-4\tAyr\xE2\x80\x99s\t_\t_\t_\t_\t_\t_\t_\tTokenRange=4:9\n"
    "3\tAyr\tl\tADJ\t$\tF\t_\t_\t_\t_\n"
    "4\t\xE2\x80\x99s\tl\tADJ\t$\tF\t_\t_\t_\t_\n"
    "5\tcaf\xC3\xA9\tl\tADJ\t$\tF\t_\t_\t_\tTokenRange=11:15\n"
    "6\tis\tl\tADJ\t$\tF\t_\t_\t_\tTokenRange=16:18\n"
    "7\tfull\tl\tADJ\t$\tF\t_\t_\t_\tSpaceAfter=No|TokenRange=19:23\n"
    "8\t.\tl\tADJ\t$\tF\t_\t_\t_\tTokenRange=23:24\n\n"
    "# sent_id = n-2\n# text = It can't be.\n"
    "1\tIt\tl\tADJ\t$\tF\t_\t_\t_\tTokenRange=25:27\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=28:33\n"
    "2\tca\tl\tADJ\t$\tF\t_\t_\t_\t_\n"
    "3\tn't\tl\tADJ\t$\tF\t_\t_\t_\t_\n"
    "4\tbe\tl\tADJ\t$\tF\t_\t_\t_\tSpaceAfter=No|TokenRange=34:36\n"
    "5\t.\tl\tADJ\t$\tF\t_\t_\t_\tTokenRange=36:37\n\n"
    "# newpar\n# sent_id = n-3\n# text = It is.\n"
    "1\tIt\tl\tADJ\t$\tF\t_\t_\t_\tTokenRange=39:41\n"
    "2\tis\tl\tADJ\t$\tF\t_\t_\t_\tSpaceAfter=No|TokenRange=42:44\n"
    "3\t.\tl\tADJ\t$\tF\t_\t_\t_\tTokenRange=44:45\n\n";

/// Tags only, with ranges, in pieces of any size
static void
test_ranges(void **state)
{
  static const size_t sizes[] = {1U, 10U, 1000U};

  (void)state;
  for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); ++i) {
    Fixture self;
    RelTextPieces pieces;
    RelText text = {.n_sentences = 1U};
    RelConlluPrint print = {
        .document = "n", .has_paragraphs = true, .has_ranges = true};
    begin(&self);
    assert_int_equal(rel_text_open(&self.arena, rel_str("n.txt"),
                                   rel_str(prose), REL_INPUT_PLAIN, &pieces),
                     REL_OK);
    while (text.n_sentences) {
      assert_int_equal(rel_text_next(&pieces, &self.arena, sizes[i], &text),
                       REL_OK);
      RelTree tree = make_tree(&self.arena, text.n_tokens + 1U);
      tree.head = NULL;
      rel_conllu_print(&print, self.stream, &text, &tree);
    }
    finish(&self, ranges);
  }
}

static void
test_long_fields(void **state)
{
  enum { SIZE = 100000 };
  char *const form = malloc(SIZE + 1U);
  Fixture self;

  (void)state;
  assert_non_null(form);
  memset(form, 'a', SIZE);
  form[SIZE] = '\0';
  begin(&self);
  RelToken token = {{form, SIZE}, 0U, SIZE, 0U, 0U, true};
  RelSentence sentence = {.n = 1U, .end = SIZE};
  const RelText text = {.content = rel_str(form),
                        .tokens = &token,
                        .n_tokens = 1U,
                        .sentences = &sentence,
                        .n_sentences = 1U};
  RelTree tree = make_tree(&self.arena, 1U);
  tree.lemma[0] = REL_STR("a\tb\nc");
  rel_conllu_write(self.stream, &text, &tree);
  assert_int_equal(fclose(self.stream), 0);
  assert_int_equal(self.size, strlen("# sent_id = 1\n# text = \n1\t\ta b c\t"
                                     "ADJ\t$\tF\t1\tacl\t_\t_\n\n") +
                                  2U * SIZE);
  assert_non_null(strstr(self.out, "a\ta b c\tADJ"));
  free(self.out);
  free(form);
  rel_arena_clear(&self.arena);
  rel_world_free(self.world);
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
      RelConlluPieces pieces;
      RelText text;
      RelConlluNotes notes;
      rel_arena_init(&arena, world);
      RelStatus st =
          rel_conllu_open(&arena, rel_str("a"), rel_str(given), &pieces);
      st = st ? st : rel_conllu_next(&pieces, &arena, 99U, &text, &notes);
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
      cmocka_unit_test(test_notes_stay), cmocka_unit_test(test_bad_tokens),
      cmocka_unit_test(test_ranges),     cmocka_unit_test(test_long_fields),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
