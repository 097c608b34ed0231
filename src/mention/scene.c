// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/scene.h"

#include "mention/candidate.h"

#include <string.h>

enum { NEAR = 45 };

RelStatus
rel_scene_init(RelScene *scene, RelDrafts *drafts)
{
  RelArena *const arena = drafts->layers->arena;
  const size_t n = drafts->n + 1U;
  RelStatus st = REL_OK;

  *scene = (RelScene){.drafts = drafts};
  REL_TRY(st, rel_profiles_make(drafts, &scene->profiles));
  const size_t n_words = scene->profiles.n_words + 1U;
  uint32_t *const latest = rel_arena_alloc(arena, n_words * sizeof(uint32_t));
  uint32_t *const alike = rel_arena_calloc(arena, n_words, sizeof(uint32_t));
  scene->n_words = rel_arena_calloc(arena, n_words, sizeof(uint32_t));
  scene->n_alike = rel_arena_calloc(arena, n, sizeof(uint32_t));
  scene->shown = rel_arena_alloc(arena, n * sizeof(uint32_t));
  scene->before = rel_arena_calloc(arena, n, sizeof(uint32_t));
  scene->said = rel_arena_calloc(arena, n, sizeof(uint32_t));
  scene->n_before = rel_arena_calloc(arena, n, sizeof(uint32_t));
  scene->rank = rel_arena_calloc(arena, n, sizeof(uint32_t));
  if (!latest || !alike || !scene->shown || !scene->said || !scene->before ||
      !scene->n_before || !scene->n_words || !scene->n_alike || !scene->rank) {
    return REL_NO_MEMORY;
  }
  memset(latest, 0xFF, n_words * sizeof(uint32_t));
  memset(scene->shown, 0xFF, n * sizeof(uint32_t));
  for (uint32_t i = 0; i < drafts->n; ++i) {
    uint32_t *const last = &latest[scene->profiles.items[i].lemma];

    scene->before[i] = *last;
    scene->n_before[i] =
        *last == REL_NO_MENTION ? 0U : scene->n_before[*last] + 1U;
    *last = i;
    scene->n_alike[i] = alike[scene->profiles.items[i].phrase]++;
    ++scene->n_words[scene->profiles.items[i].lemma];
    drafts->clusters[i].last = REL_NO_MENTION; // names had it of all the text
  }
  return REL_OK;
}

void
rel_scene_pass(RelScene *scene, uint32_t mention)
{
  RelDrafts *const drafts = scene->drafts;

  const uint32_t root = rel_drafts_root(drafts, mention);

  if (drafts->items[mention].mention.kind == REL_MENTION_PRONOUN) {
    scene->said[root] |= 1U << scene->profiles.items[mention].kind;
  } else {
    scene->shown[root] = mention;
  }
  rel_drafts_entity(drafts, mention)->last = mention;
}

// ------------------------------------------------------------ candidates

/// Collects the candidates of a mention
typedef struct {
  RelScene *scene;
  uint32_t mention;
  uint32_t root;
  RelPair *pairs;
  uint32_t n;
  uint32_t passed[REL_MAX_PAIRS]; ///< Entities, each once
  uint32_t n_passed;
} Finder;

static bool
may_be_antecedent(const Finder *self, RelPair *pair)
{
  RelDrafts *const drafts = self->scene->drafts;
  const RelDraft *const draft = &drafts->items[pair->mention];
  const RelProfile *const own = &self->scene->profiles.items[self->mention];

  if (self->scene->is_careful) {
    pair->fits = rel_candidate_is_open(drafts, self->mention, pair->mention);
    return pair->fits;
  }
  if (draft->is_title || draft->pronoun == REL_PRONOUN_RELATIVE ||
      pair->root == self->root) {
    return false;
  }
  pair->fits = own->is_pronoun &&
               rel_candidate_fits(drafts, self->mention, pair->mention);
  return pair->fits || own->group != REL_GROUP_PERSON;
}

/// How many entities were passed before this one, which is passed now
static uint32_t
pass(Finder *self, uint32_t root)
{
  const uint32_t rank = self->scene->rank[root]; // maybe of another mention

  if (rank < self->n_passed && self->passed[rank] == root) {
    return rank;
  }
  self->scene->rank[root] = self->n_passed;
  self->passed[self->n_passed] = root;
  return self->n_passed++;
}

static void
consider(Finder *self, uint32_t other)
{
  RelPair *const pair = &self->pairs[self->n];

  *pair = (RelPair){.mention = other,
                    .root = rel_drafts_root(self->scene->drafts, other)};
  if (may_be_antecedent(self, pair)) {
    pair->n_passed = pass(self, pair->root);
    ++self->n;
  }
}

static void
find_top(const RelDrafts *drafts, RelPair *pairs, uint32_t n)
{
  uint32_t most = 0U;

  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t size = drafts->clusters[pairs[i].root].n;

    most = size > most ? size : most;
  }
  for (uint32_t i = 0; i < n; ++i) {
    pairs[i].is_top = drafts->clusters[pairs[i].root].n == most;
  }
}

uint32_t
rel_pairs_find(RelScene *scene, uint32_t mention, RelPair *pairs)
{
  Finder finder = {.scene = scene,
                   .mention = mention,
                   .root = rel_drafts_root(scene->drafts, mention),
                   .pairs = pairs};
  uint32_t other = mention;

  while (other > 0U && finder.n < (uint32_t)NEAR && mention - other < 64U) {
    consider(&finder, --other);
  }
  for (uint32_t same = scene->before[mention];
       same != REL_NO_MENTION && finder.n < (uint32_t)REL_MAX_PAIRS;
       same = scene->before[same]) {
    if (same < other) {
      consider(&finder, same);
    }
  }
  find_top(scene->drafts, pairs, finder.n);
  return finder.n;
}
