// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/tagger.h"

#include "model/tagger.h"
#include "parse/check.h"
#include "parse/lemma.h"
#include "parse/parser.h"

/// Words of the run that the context decides about
typedef struct {
  uint32_t words[REL_TAG_WORDS];
  uint32_t best[REL_TAG_WORDS];
  uint32_t n;
} Choice;

struct RelTaggerImpl {
  const RelModel *model;
  RelTagNet net;
  RelStr forms[REL_TAG_WORDS];     ///< Of the run
  uint32_t lengths[REL_TAG_WORDS]; ///< Of its sentences
  uint32_t feats[REL_TAG_WORDS];   ///< By word
  uint32_t scripts[REL_TAG_WORDS]; ///< By word
  bool is_guess[REL_TAG_WORDS];    ///< By word: its lemma
  Choice choice;
};

RelStatus
rel_tagger_new(const RelModel *model, RelArena *arena, RelTagger **tagger)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_tags_check(arena->world, model));
  RelTagger *const self = rel_arena_calloc(arena, 1U, sizeof(*self));
  if (!self) {
    return REL_NO_MEMORY;
  }
  self->model = model;
  if (model->tagger.is_there) {
    REL_TRY(st, rel_tag_net_init(&self->net, model, arena));
  }
  *tagger = self;
  return st;
}

/// Let the net choose for the words that were collected
static void
choose(RelTagger *self, const RelLinear *layer, uint32_t *out)
{
  Choice *const c = &self->choice;

  rel_tag_net_choose(&self->net, layer, c->words, c->n, c->best);
  for (uint32_t k = 0; k < c->n; ++k) {
    out[c->words[k]] = c->best[k];
  }
}

/// Tags, features and edit scripts of the run's `n` words from token `first`
static void
decide(RelTagger *self, uint32_t n, uint32_t first, RelTree *tree)
{
  const RelModel *const m = self->model;
  Choice *const c = &self->choice;

  c->n = 0;
  for (uint32_t i = 0; i < n; ++i) {
    const float *const row =
        self->net.scores + (size_t)i * m->tagger.tags.n_rows;
    tree->upos[first + i] = (uint8_t)rel_argmax(row, m->n_upos);
    const size_t xpos = rel_argmax(row + m->n_upos, m->n_xpos);
    tree->xpos[first + i] = (uint8_t)xpos;
    const RelTagMemo memo = rel_tag_net_memo(&self->net, i, (uint32_t)xpos,
                                             rel_xpos_text((RelXpos)xpos));
    self->feats[i] = memo.feats - 1U;
    self->scripts[i] = memo.script - 1U;
    self->is_guess[i] = !memo.script;
    if (!memo.feats) {
      c->words[c->n++] = i;
    }
  }
  choose(self, &m->tagger.feats, self->feats);
  c->n = 0;
  for (uint32_t i = 0; i < n; ++i) {
    if (self->is_guess[i]) {
      c->words[c->n++] = i;
    }
  }
  choose(self, &m->tagger.script, self->scripts);
}

/// Run `n_sentences` with `n` words from token `first` on
static RelStatus
tag_run(RelTagger *self, RelArena *arena, uint32_t n_sentences, uint32_t n,
        uint32_t first, RelTree *tree)
{
  const RelModel *const m = self->model;
  RelStatus st = REL_OK;

  rel_tag_net_run(&self->net, self->forms, self->lengths, n_sentences);
  decide(self, n, first, tree);
  for (uint32_t i = 0; i < n; ++i) {
    tree->feats[first + i] = m->feats[self->feats[i]];
    REL_TRY(st, rel_lemma_make(m, arena, self->forms[i],
                               (RelXpos)tree->xpos[first + i], self->scripts[i],
                               self->is_guess[i], &tree->lemma[first + i]));
  }
  return st;
}

/// Run all words; a sentence too long for a run is cut
static RelStatus
tag_all(RelTagger *self, RelArena *arena, const RelText *text, RelTree *tree)
{
  uint32_t n_sentences = 0;
  uint32_t first = 0; // token that the run begins with
  uint32_t at = 0;    // and past those in it
  RelStatus st = REL_OK;

  for (uint32_t s = 0; s < text->n_sentences; ++s) {
    for (uint32_t left = text->sentences[s].n; left;) {
      const uint32_t n = left < REL_TAG_WORDS ? left : REL_TAG_WORDS;
      if (at - first + n > REL_TAG_WORDS) {
        REL_TRY(st, tag_run(self, arena, n_sentences, at - first, first, tree));
        first = at;
        n_sentences = 0;
      }
      for (uint32_t i = 0; i < n; ++i, ++at) {
        self->forms[at - first] = text->tokens[at].form;
      }
      self->lengths[n_sentences++] = n;
      left -= n;
    }
  }
  return n_sentences
             ? tag_run(self, arena, n_sentences, at - first, first, tree)
             : st;
}

static RelStatus
tag_by_parser(const RelTagger *self, RelArena *arena, const RelText *text,
              RelTree *tree)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_parse(self->model, arena, text, tree));
  tree->head = NULL;
  tree->deprel = NULL;
  tree->upos_prob = NULL;
  tree->head_prob = NULL;
  tree->names = NULL;
  tree->n_names = 0;
  return st;
}

RelStatus
rel_tagger_run(RelTagger *tagger, RelArena *arena, const RelText *text,
               RelTree *tree)
{
  const size_t n = (size_t)text->n_tokens + 1U;

  if (!tagger->model->tagger.is_there) {
    return tag_by_parser(tagger, arena, text, tree);
  }
  *tree = (RelTree){.upos = rel_arena_calloc(arena, n, 1U),
                    .xpos = rel_arena_calloc(arena, n, 1U),
                    .lemma = rel_arena_calloc(arena, n, sizeof(RelStr)),
                    .feats = rel_arena_calloc(arena, n, sizeof(RelStr))};
  if (!tree->upos || !tree->xpos || !tree->lemma || !tree->feats) {
    return REL_NO_MEMORY;
  }
  return tag_all(tagger, arena, text, tree);
}
