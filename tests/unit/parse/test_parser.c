// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/parser.h"

#include "failing.h"
#include "model/kernel.h"
#include "parse/print.h"
#include "parse/decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MODEL REL_SOURCE_DIR "/models/relata-en.bin"

typedef struct {
  RelWorld *world;
  RelModel *model;
  RelArena arena;
  RelText text;
  RelTree tree;
} Fixture;

static int
set_up(void **state)
{
  static Fixture fixture;

  fixture.world = rel_world_new(NULL);
  rel_arena_init(&fixture.arena, fixture.world);
  *state = &fixture;
  return rel_model_open(fixture.world, MODEL, &fixture.model) != REL_OK;
}

static int
tear_down(void **state)
{
  Fixture *const fixture = *state;

  rel_model_close(fixture->model);
  rel_arena_clear(&fixture->arena);
  rel_world_free(fixture->world);
  return 0;
}

/// A text of one sentence from blank-separated tokens
static RelText
make_text(RelArena *arena, const char *words)
{
  const size_t len = strlen(words);
  RelToken *const tokens = rel_arena_calloc(arena, len + 1U, sizeof(*tokens));
  RelSentence *const sentence = rel_arena_calloc(arena, 1U, sizeof(*sentence));
  uint32_t n = 0;

  for (size_t at = 0; at <= len;) {
    const size_t size = strcspn(words + at, " ");
    tokens[n++] = (RelToken){.form = {words + at, size},
                             .begin = (uint32_t)at,
                             .end = (uint32_t)(at + size),
                             .space_after = true};
    at += size + 1U;
  }
  sentence->n = n;
  sentence->end = (uint32_t)len;
  return (RelText){.content = {words, len},
                   .tokens = tokens,
                   .n_tokens = n,
                   .sentences = sentence,
                   .n_sentences = 1U};
}

static void
parse(Fixture *self, const char *words)
{
  rel_arena_clear(&self->arena);
  self->text = make_text(&self->arena, words);
  assert_int_equal(
      rel_parse(self->model, &self->arena, &self->text, &self->tree), REL_OK);
}

/// One root with its label, no cycle, tags and names in range
static void
check_tree(const Fixture *self)
{
  const RelTree *const tree = &self->tree;
  uint32_t end = 0;

  for (uint32_t k = 0; k < self->text.n_sentences; ++k) {
    const RelSentence *const s = &self->text.sentences[k];
    assert_true(rel_tree_is_valid(tree->head + s->first, s->n));
  }
  for (uint32_t i = 0; i < self->text.n_tokens; ++i) {
    assert_true(tree->upos[i] < REL_N_UPOS);
    assert_true(tree->xpos[i] < REL_N_XPOS);
    assert_true(tree->deprel[i] < REL_N_DEP);
    assert_int_equal(tree->deprel[i] == REL_DEP_ROOT, tree->head[i] == 0U);
    assert_true(tree->head_prob[i] >= 0.0F && tree->head_prob[i] <= 1.0F);
    assert_true(tree->feats[i].len > 0U);
  }
  for (uint32_t i = 0; i < tree->n_names; ++i) {
    const RelName *const name = &tree->names[i];
    assert_true(name->first >= end && name->n > 0U);
    assert_true(name->type > REL_NAME_NONE && name->type < REL_N_NAME);
    assert_true(name->prob > 0.0F && name->prob <= 1.0F);
    end = name->first + name->n;
    assert_true(end <= self->text.n_tokens);
  }
}

static void
test_odd_texts(void **state)
{
  static const char *const cases[] = {
      "",
      "x",
      ".",
      "-LRB- `` '' -RRB-",
      "\xE5\x8C\x97\xE4\xBA\xAC \xE6\xAC\xA2\xE8\xBF\x8E \xE4\xBD\xA0",
      "\xFF\xFE \xC3 \x80\x80",
      "THE KING IS DEAD , LONG LIVE THE KING !",
      "? ? ? ? ? ? ? ? ? ?",
      "\xE2\x80\x9CNo , \xE2\x80\x9D she said \xE2\x80\x93 twice \xE2\x80\xA6",
      "  ",
  };

  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    parse(*state, cases[i]);
    check_tree(*state);
  }
}

static void
test_long_sentences(void **state)
{
  static const struct {
    const char *unit;
    size_t n;
  } cases[] = {
      {"a", 256U}, {"and Oslo fell ,", 65U}, {"a", 257U}, {"!", 5000U}};
  Fixture *const self = *state;

  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const size_t size = strlen(cases[i].unit) + 1U;
    char *const words = malloc(size * cases[i].n + 1U);
    assert_non_null(words);
    for (size_t j = 0; j < cases[i].n; ++j) {
      memcpy(words + j * size, cases[i].unit, size - 1U);
      words[j * size + size - 1U] = ' ';
    }
    words[size * cases[i].n - 1U] = '\0';
    parse(self, words);
    check_tree(self);
    free(words);
  }
}

static void
test_huge_token(void **state)
{
  enum { SIZE = 1 << 20 };
  char *const word = malloc(SIZE + 1U);

  assert_non_null(word);
  memset(word, 'Q', SIZE);
  word[SIZE] = '\0';
  parse(*state, word);
  check_tree(*state);
  free(word);
}

/// A text without sentences has a tree without tokens
static void
test_empty(void **state)
{
  Fixture *const self = *state;

  rel_arena_clear(&self->arena);
  self->text = (RelText){0};
  assert_int_equal(
      rel_parse(self->model, &self->arena, &self->text, &self->tree), REL_OK);
  assert_int_equal(self->tree.n_names, 0);
}

static RelStr
written(const Fixture *self, char **bytes)
{
  size_t size = 0;
  FILE *const stream = open_memstream(bytes, &size);

  assert_non_null(stream);
  rel_conllu_write(stream, &self->text, &self->tree);
  assert_int_equal(fclose(stream), 0);
  return (RelStr){*bytes, size};
}

static const char *const news =
    "Foreign minister Anna Berg met her counterpart in Oslo on Tuesday , "
    "days after Acme Corp. said it would close 3 plants .";

/// The model with the kernels of this name; null: the usual ones
static void
open_with(Fixture *self, const char *isa)
{
  rel_model_close(self->model);
  if (isa) {
    setenv("RELATA_ISA", isa, 1);
  }
  assert_int_equal(rel_model_open(self->world, MODEL, &self->model), REL_OK);
  unsetenv("RELATA_ISA");
}

/// Sentences of many lengths from the words of `news`, in an odd order
static void
parse_many(Fixture *self)
{
  enum { N_SENTENCES = 60, STEP = 17 };
  const RelText once = make_text(&self->arena, news);
  const uint32_t n_news = once.n_tokens;
  const uint32_t n_all = N_SENTENCES * n_news;
  RelToken *const tokens =
      rel_arena_calloc(&self->arena, n_all, sizeof(*tokens));
  RelSentence *const sentences =
      rel_arena_calloc(&self->arena, N_SENTENCES, sizeof(*sentences));
  uint32_t n = 0;

  for (uint32_t s = 0; s < N_SENTENCES; ++s) {
    sentences[s] = (RelSentence){.first = n, .n = 1U + s * STEP % n_news};
    for (uint32_t i = 0; i < sentences[s].n; ++i) {
      tokens[n++] = once.tokens[(s + i) % n_news];
    }
  }
  self->text = (RelText){.content = once.content,
                         .tokens = tokens,
                         .n_tokens = n,
                         .sentences = sentences,
                         .n_sentences = N_SENTENCES};
  assert_int_equal(
      rel_parse(self->model, &self->arena, &self->text, &self->tree), REL_OK);
}

static void
test_same_bits_on_every_processor(void **state)
{
  Fixture *const self = *state;
  const RelKernels *all[REL_MAX_KERNELS];
  const size_t n = rel_kernels_all(all);
  char *bytes[REL_MAX_KERNELS] = {NULL};

  for (size_t i = 0; i < n; ++i) {
    open_with(self, all[i]->name);
    rel_arena_clear(&self->arena);
    parse_many(self);
    check_tree(self);
    (void)written(self, &bytes[i]);
    assert_string_equal(bytes[i], bytes[0]);
  }
  for (size_t i = 0; i < n; ++i) {
    free(bytes[i]);
  }
  open_with(self, NULL);
}

/// A sentence's tree, tags and names do not depend on the sentences beside it
static void
test_alone_as_among_others(void **state)
{
  Fixture *const self = *state;

  rel_arena_clear(&self->arena);
  parse_many(self);
  const RelText text = self->text;
  const RelTree all = self->tree;
  uint32_t name = 0;
  for (uint32_t s = 0; s < text.n_sentences; ++s) {
    RelSentence sentence = text.sentences[s];
    const uint32_t first = sentence.first;
    RelTree one;
    sentence.first = 0U;
    const RelText alone = {.content = text.content,
                           .tokens = text.tokens + first,
                           .n_tokens = sentence.n,
                           .sentences = &sentence,
                           .n_sentences = 1U};
    assert_int_equal(rel_parse(self->model, &self->arena, &alone, &one),
                     REL_OK);
    for (uint32_t i = 0; i < sentence.n; ++i) {
      assert_int_equal(one.head[i], all.head[first + i]);
      assert_int_equal(one.deprel[i], all.deprel[first + i]);
      assert_int_equal(one.xpos[i], all.xpos[first + i]);
      assert_true(one.head_prob[i] == all.head_prob[first + i]);
      assert_true(rel_str_equal(one.lemma[i], all.lemma[first + i]));
    }
    for (uint32_t k = 0; k < one.n_names; ++k, ++name) {
      // extents and scores; what a name is, the document decides
      assert_int_equal(one.names[k].first + first, all.names[name].first);
      assert_int_equal(one.names[k].n, all.names[name].n);
      assert_memory_equal(one.names[k].scores, all.names[name].scores,
                          sizeof(one.names[k].scores));
    }
  }
  assert_int_equal(name, all.n_names);
}

/// Floors: what the model must not unlearn
static void
test_quality(void **state)
{
  static const struct {
    const char *words;
    uint32_t token; ///< From 0
    uint32_t head;
    RelDep deprel;
    RelUpos upos;
    const char *lemma;
  } cases[] = {
      {"The minister met the company 's lawyers .", 2, 0, REL_DEP_ROOT,
       REL_UPOS_VERB, "meet"},
      {"The minister met the company 's lawyers .", 1, 3, REL_DEP_NSUBJ,
       REL_UPOS_NOUN, "minister"},
      {"The minister met the company 's lawyers .", 6, 3, REL_DEP_OBJ,
       REL_UPOS_NOUN, "lawyer"},
      {"The minister met the company 's lawyers .", 4, 7, REL_DEP_NMOD_POSS,
       REL_UPOS_NOUN, "company"},
      {"The bridge was built by engineers from Norway .", 1, 4,
       REL_DEP_NSUBJ_PASS, REL_UPOS_NOUN, "bridge"},
      {"The bridge was built by engineers from Norway .", 5, 4,
       REL_DEP_OBL_AGENT, REL_UPOS_NOUN, "engineer"},
      {"She said that the bank had bought two ships .", 6, 2, REL_DEP_CCOMP,
       REL_UPOS_VERB, "buy"},
      {"They plan to close the plant on Friday .", 3, 2, REL_DEP_XCOMP,
       REL_UPOS_VERB, "close"},
      {"They plan to close the plant on Friday .", 7, 4, REL_DEP_OBL,
       REL_UPOS_PROPN, "Friday"},
      {"They did n\xE2\x80\x99t sign the treaty .", 2, 4, REL_DEP_ADVMOD,
       REL_UPOS_PART, "not"},
  };

  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const RelTree *const tree = &((const Fixture *)*state)->tree;
    const uint32_t at = cases[i].token;
    parse(*state, cases[i].words);
    assert_int_equal(tree->head[at], cases[i].head);
    assert_string_equal(rel_dep_text((RelDep)tree->deprel[at]),
                        rel_dep_text(cases[i].deprel));
    assert_int_equal(tree->upos[at], cases[i].upos);
    assert_true(rel_str_equal(tree->lemma[at], rel_str(cases[i].lemma)));
  }
}

static void
test_names(void **state)
{
  static const struct {
    uint32_t first;
    uint32_t n;
    RelNameType type;
  } expected[] = {{2, 2, REL_NAME_PERSON},
                  {8, 1, REL_NAME_PLACE},
                  {10, 1, REL_NAME_TIME},
                  {14, 2, REL_NAME_ORGANISATION}};
  const RelTree *const tree = &((const Fixture *)*state)->tree;

  parse(*state, news);
  for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); ++i) {
    bool is_found = false;
    for (uint32_t k = 0; k < tree->n_names; ++k) {
      is_found |= tree->names[k].first == expected[i].first &&
                  tree->names[k].n == expected[i].n &&
                  tree->names[k].type == expected[i].type;
    }
    assert_true(is_found);
  }
}

static void
test_no_memory(void **state)
{
  const Fixture *const fixture = *state;
  bool is_done = false;

  for (size_t n = 0; !is_done && n < 100U; ++n) {
    Failing failing = {0U, n, 0U};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    if (world) {
      RelArena words;
      RelArena arena;
      RelTree tree;
      rel_arena_init(&words, fixture->world);
      rel_arena_init(&arena, world);
      const RelText text = make_text(&words, news);
      const RelStatus st = rel_parse(fixture->model, &arena, &text, &tree);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      is_done = st == REL_OK;
      rel_arena_clear(&arena);
      rel_arena_clear(&words);
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
      cmocka_unit_test(test_odd_texts),
      cmocka_unit_test(test_long_sentences),
      cmocka_unit_test(test_huge_token),
      cmocka_unit_test(test_empty),
      cmocka_unit_test(test_same_bits_on_every_processor),
      cmocka_unit_test(test_alone_as_among_others),
      cmocka_unit_test(test_quality),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, set_up, tear_down);
}
