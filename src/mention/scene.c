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
  if (!latest || !alike || !scene->shown || !scene->said || !scene->before ||
      !scene->n_before || !scene->n_words || !scene->n_alike) {
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

static bool
may_be_antecedent(RelScene *scene, uint32_t mention, uint32_t other)
{
  const RelDraft *const draft = &scene->drafts->items[other];

  if (scene->is_careful) {
    return rel_candidate_is_open(scene->drafts, mention, other);
  }
  return !draft->is_title && draft->pronoun != REL_PRONOUN_RELATIVE &&
         !rel_drafts_are_one(scene->drafts, mention, other) &&
         (scene->profiles.items[mention].group != REL_GROUP_PERSON ||
          rel_candidate_fits(scene->drafts, mention, other));
}

typedef struct {
  uint32_t roots[REL_MAX_PAIRS];
  uint32_t n;
} Passed;

/// How many entities were passed before that of `other`, which is passed now
static uint32_t
pass(Passed *passed, uint32_t root)
{
  for (uint32_t i = 0; i < passed->n; ++i) {
    if (passed->roots[i] == root) {
      return i;
    }
  }
  passed->roots[passed->n] = root;
  return passed->n++;
}

static void
find_top(RelDrafts *drafts, RelPair *pairs, uint32_t n)
{
  uint32_t most = 0U;

  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t size = rel_drafts_entity(drafts, pairs[i].mention)->n;

    most = size > most ? size : most;
  }
  for (uint32_t i = 0; i < n; ++i) {
    pairs[i].is_top = rel_drafts_entity(drafts, pairs[i].mention)->n == most;
  }
}

uint32_t
rel_pairs_find(RelScene *scene, uint32_t mention, RelPair *pairs)
{
  RelDrafts *const drafts = scene->drafts;
  Passed passed = {.n = 0U};
  uint32_t n = 0U;
  uint32_t other = mention;

  while (other > 0U && n < (uint32_t)NEAR && mention - other < 64U) {
    --other;
    if (may_be_antecedent(scene, mention, other)) {
      pairs[n] = (RelPair){other, pass(&passed, rel_drafts_root(drafts, other)),
                           false};
      ++n;
    }
  }
  for (uint32_t same = scene->before[mention];
       same != REL_NO_MENTION && n < (uint32_t)REL_MAX_PAIRS;
       same = scene->before[same]) {
    if (same < other && may_be_antecedent(scene, mention, same)) {
      pairs[n] =
          (RelPair){same, pass(&passed, rel_drafts_root(drafts, same)), false};
      ++n;
    }
  }
  find_top(drafts, pairs, n);
  return n;
}
