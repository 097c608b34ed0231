// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/tagger.h"

#include "failing.h"
#include "model/kernel.h"
#include "model/weights.h"
#include "text/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const path = REL_SOURCE_DIR "/models/relata-en.bin";

typedef struct {
  RelWorld *world;
  RelModel *model;
  RelArena arena;
  RelTagger *tagger;
} Fixture;

static int
begin(void **state)
{
  Fixture *const self = calloc(1U, sizeof(*self));

  assert_non_null(self);
  self->world = rel_world_new(NULL);
  rel_arena_init(&self->arena, self->world);
  assert_int_equal(rel_model_open(self->world, path, &self->model), REL_OK);
  assert_true(self->model->tagger.is_there);
  assert_int_equal(rel_tagger_new(self->model, &self->arena, &self->tagger),
                   REL_OK);
  *state = self;
  return 0;
}

static int
finish(void **state)
{
  Fixture *const self = *state;

  rel_arena_clear(&self->arena);
  rel_model_close(self->model);
  rel_world_free(self->world);
  free(self);
  return 0;
}

static RelText
read_text(Fixture *self, const char *content)
{
  RelText text;

  assert_int_equal(
      rel_text_read_plain(&self->arena, rel_str("a"), rel_str(content), &text),
      REL_OK);
  return text;
}

static RelTree
tag(Fixture *self, RelTagger *tagger, const RelText *text)
{
  RelTree tree;

  assert_int_equal(rel_tagger_run(tagger, &self->arena, text, &tree), REL_OK);
  return tree;
}

/// Are the words from `first` and `other_first` on tagged alike?
static void
expect_alike(const RelTree *tree, uint32_t first, const RelTree *other,
             uint32_t other_first, uint32_t n)
{
  for (uint32_t i = 0; i < n; ++i) {
    assert_int_equal(tree->upos[first + i], other->upos[other_first + i]);
    assert_int_equal(tree->xpos[first + i], other->xpos[other_first + i]);
    assert_true(
        rel_str_equal(tree->feats[first + i], other->feats[other_first + i]));
    assert_true(
        rel_str_equal(tree->lemma[first + i], other->lemma[other_first + i]));
  }
}

static void
test_sentence(void **state)
{
  static const struct {
    RelUpos upos;
    RelXpos xpos;
    const char *feats;
    const char *lemma;
  } words[] = {
      {REL_UPOS_DET, REL_XPOS_DT, "Definite=Def|PronType=Art", "the"},
      {REL_UPOS_NOUN, REL_XPOS_NNS, "Number=Plur", "minister"},
      {REL_UPOS_AUX, REL_XPOS_VBD,
       "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin", "do"},
      {REL_UPOS_PART, REL_XPOS_RB, "Polarity=Neg", "not"},
      {REL_UPOS_VERB, REL_XPOS_VB, "VerbForm=Inf", "visit"},
      {REL_UPOS_PROPN, REL_XPOS_NNP, "Number=Sing", "Oslo"},
      {REL_UPOS_PUNCT, REL_XPOS_PERIOD, "_", "."},
  };
  Fixture *const self = *state;
  const RelText text = read_text(self, "The ministers didn't visit Oslo.");
  const RelTree tree = tag(self, self->tagger, &text);

  assert_int_equal(text.n_tokens, sizeof(words) / sizeof(*words));
  for (uint32_t i = 0; i < text.n_tokens; ++i) {
    assert_int_equal(tree.upos[i], words[i].upos);
    assert_int_equal(tree.xpos[i], words[i].xpos);
    assert_true(rel_str_equal(tree.feats[i], rel_str(words[i].feats)));
    assert_true(rel_str_equal(tree.lemma[i], rel_str(words[i].lemma)));
  }
  assert_null(tree.head);
  assert_null(tree.deprel);
  assert_int_equal(tree.n_names, 0);
}

/// What was read before does not matter: slots given to others, long words
static void
test_history(void **state)
{
  enum { N_WORDS = 9000 };
  static const char *const line =
      "She said Mora had antidisestablishmentarianistically-minded friends.";
  Fixture *const self = *state;
  char *const noise = malloc(N_WORDS * 12U);
  size_t len = 0;

  assert_non_null(noise);
  for (unsigned i = 0; i < N_WORDS; ++i) {
    len += (size_t)sprintf(noise + len, "w%xz%s", i * 7919U,
                           i % 40U == 39U ? ". " : " ");
  }
  const RelText text = read_text(self, line);
  const RelText other = read_text(self, noise);
  const RelTree before = tag(self, self->tagger, &text);
  const RelTree first = tag(self, self->tagger, &other);
  const RelTree after = tag(self, self->tagger, &text);
  const RelTree second = tag(self, self->tagger, &other);
  expect_alike(&before, 0U, &after, 0U, text.n_tokens);
  expect_alike(&first, 0U, &second, 0U, other.n_tokens);
  free(noise);
}

/// Sentences that run together do not touch each other
static void
test_neighbours(void **state)
{
  Fixture *const self = *state;
  const RelText both =
      read_text(self, "Stop!\n\nThe talks that they led failed.\n\nWho won?");
  const RelText one = read_text(self, "The talks that they led failed.");
  const RelTree all = tag(self, self->tagger, &both);
  const RelTree alone = tag(self, self->tagger, &one);

  expect_alike(&all, both.sentences[1].first, &alone, 0U, one.n_tokens);
}

static void
test_sizes(void **state)
{
  static const uint32_t sizes[] = {0U, 1U, 255U, 256U, 257U, 512U, 700U};
  Fixture *const self = *state;

  for (size_t k = 0; k < sizeof(sizes) / sizeof(*sizes); ++k) {
    char content[4096] = "";
    for (uint32_t i = 0; i < sizes[k]; ++i) {
      strcat(content, i % 2U ? "and " : "tea ");
    }
    RelText text;
    assert_int_equal(rel_text_read_sentences(&self->arena, rel_str("a"),
                                             rel_str(content), &text),
                     REL_OK);
    assert_int_equal(text.n_tokens, sizes[k]);
    const RelTree tree = tag(self, self->tagger, &text);
    for (uint32_t i = 0; i < sizes[k]; ++i) {
      assert_int_equal(tree.upos[i], i % 2U ? REL_UPOS_CCONJ : REL_UPOS_NOUN);
    }
  }
}

/// The same bits by every kind of kernels
static void
test_kernels(void **state)
{
  static const char *const line =
      "Norland's minister, 52, hasn't re-read Velia's plans (they cost "
      "\xE2\x82\xAC"
      "5m)!\n\nMINISTERS WILL MEET AGAIN\n\nwho knows why";
  Fixture *const self = *state;
  const RelKernels *all[REL_MAX_KERNELS];
  const size_t n = rel_kernels_all(all);
  const RelText text = read_text(self, line);
  const RelTree first = tag(self, self->tagger, &text);

  for (size_t i = 0; i < n; ++i) {
    RelModel *model = NULL;
    RelTagger *tagger = NULL;
    setenv("RELATA_ISA", all[i]->name, 1);
    assert_int_equal(rel_model_open(self->world, path, &model), REL_OK);
    assert_int_equal(rel_tagger_new(model, &self->arena, &tagger), REL_OK);
    const RelTree tree = tag(self, tagger, &text);
    expect_alike(&first, 0U, &tree, 0U, text.n_tokens);
    rel_model_close(model);
  }
  unsetenv("RELATA_ISA");
}

/// A model without the tagger's part does it with the whole network
static void
test_without(void **state)
{
  Fixture *const self = *state;
  const RelText text = read_text(self, "Ana Mora met Jan Lund.");
  RelTagger *tagger = NULL;

  self->model->tagger.is_there = false;
  assert_int_equal(rel_tagger_new(self->model, &self->arena, &tagger), REL_OK);
  const RelTree tree = tag(self, tagger, &text);
  self->model->tagger.is_there = true;
  assert_int_equal(tree.upos[2], REL_UPOS_VERB);
  assert_true(rel_str_equal(tree.lemma[2], REL_STR("meet")));
  assert_null(tree.head);
  assert_int_equal(tree.n_names, 0);
}

static void
test_no_memory(void **state)
{
  Fixture *const self = *state;
  const RelText text =
      read_text(self, "They subsidised \xC3\x89lan shipyards.");
  bool is_done = false;

  for (size_t n = 0; !is_done && n < 200U; ++n) {
    Failing failing = {0U, n, 0U};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    if (world) {
      RelArena arena;
      RelTagger *tagger = NULL;
      RelTree tree;
      rel_arena_init(&arena, world);
      RelStatus st = rel_tagger_new(self->model, &arena, &tagger);
      st = st ? st : rel_tagger_run(tagger, &arena, &text, &tree);
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
      cmocka_unit_test(test_sentence),   cmocka_unit_test(test_history),
      cmocka_unit_test(test_neighbours), cmocka_unit_test(test_sizes),
      cmocka_unit_test(test_kernels),    cmocka_unit_test(test_without),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, begin, finish);
}
