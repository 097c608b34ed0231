// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/weigh.h"

#include <string.h>

enum { LANES = 8, N_VECTORS = REL_PAIR_HIDDEN / LANES };

/// Some hidden units: what every 64-bit processor adds at a time
typedef struct {
  int16_t at[LANES];
} Vector;

/// Sums of a net's hidden units, small enough by #REL_PAIR_MAX_WEIGHT, and of
/// the direct weights
typedef struct {
  Vector hidden[N_VECTORS];
  int32_t direct;
} Sums;

static void
plus(Vector *restrict sum, const int16_t *restrict row)
{
  for (unsigned k = 0; k < (unsigned)LANES; ++k) {
    sum->at[k] = (int16_t)(sum->at[k] + row[k]);
  }
}

/// Sums with more features. By value and a vector at a time, or compilers keep
/// them in memory
static Sums
add_rows(Sums sums, const RelPairFeatures *features)
{
  for (uint32_t i = 0; i < features->n; ++i) {
    const int16_t *const row = rel_pair_rows[features->ids[i]];

    for (unsigned v = 0; v < (unsigned)N_VECTORS; ++v) {
      plus(&sums.hidden[v], row + (size_t)v * LANES);
    }
    sums.direct += rel_pair_direct[features->ids[i]];
  }
  return sums;
}

/// Score by the sums of some features and by more of them
static int32_t
score(const Sums *before, const RelPairFeatures *features)
{
  const Sums sums = add_rows(*before, features);
  int32_t score = sums.direct * (1 << REL_PAIR_SHIFT);
  int16_t hidden[REL_PAIR_HIDDEN];

  memcpy(hidden, sums.hidden, sizeof(hidden));
  for (unsigned h = 0; h < (unsigned)REL_PAIR_HIDDEN; ++h) {
    const int16_t active = hidden[h] > 0 ? hidden[h] : 0;

    score += active * rel_pair_out[h];
  }
  return score;
}

bool
rel_weigh_asks(RelScene *scene, uint32_t mention)
{
  const RelDraft *const draft = &scene->drafts->items[mention];

  return rel_drafts_root(scene->drafts, mention) == mention &&
         !draft->is_title && draft->pronoun != REL_PRONOUN_RELATIVE;
}

/// The best of some candidates
static RelVerdict
weigh(RelScene *scene, uint32_t mention, const RelPair *pairs, uint32_t n)
{
  RelVerdict best = {REL_NO_MENTION, INT32_MIN};
  RelPairFeatures features;
  Sums own = {.direct = 0};

  memcpy(own.hidden, rel_pair_bias, sizeof(own.hidden));
  rel_pair_new(scene, mention, &features);
  const int32_t new = score(&own, &features);
  rel_pair_own(scene, mention, &features);
  own = add_rows(own, &features);
  for (uint32_t i = 0; i < n; ++i) {
    features.n = 0U;
    rel_pair_features(scene, mention, &pairs[i], &features);
    const int32_t margin = score(&own, &features) - new;
    if (margin > best.margin) {
      best = (RelVerdict){pairs[i].mention, margin};
    }
  }
  return best;
}

RelVerdict
rel_weigh(RelScene *scene, uint32_t mention)
{
  RelPair pairs[REL_MAX_PAIRS];
  const uint32_t n = rel_pairs_find(scene, mention, pairs);

  return weigh(scene, mention, pairs, n);
}

/// Is `other` a description with the very words of `mention`, and no clause
/// behind them that tells it from others?
static bool
is_alike(const RelScene *scene, uint32_t mention, uint32_t other)
{
  const RelMention *const a = &scene->drafts->items[mention].mention;
  const RelMention *const b = &scene->drafts->items[other].mention;
  const RelProfile *const profile = &scene->profiles.items[other];

  return b->kind == REL_MENTION_NOMINAL && a->is_plural == b->is_plural &&
         profile->phrase == scene->profiles.items[mention].phrase &&
         !(profile->tail & REL_TAIL_CLAUSE);
}

RelVerdict
rel_weigh_alike(RelScene *scene, uint32_t mention)
{
  RelPair pairs[REL_MAX_PAIRS];
  const uint32_t n_all = rel_pairs_find(scene, mention, pairs);
  uint32_t n = 0U;

  for (uint32_t i = 0; i < n_all; ++i) {
    if (is_alike(scene, mention, pairs[i].mention) &&
        (!n || rel_drafts_are_one(scene->drafts, pairs[0].mention,
                                  pairs[i].mention))) {
      pairs[n++] = pairs[i];
    }
  }
  return weigh(scene, mention, pairs, n);
}
