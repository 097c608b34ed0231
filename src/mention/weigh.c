// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/weigh.h"

#include "mention/candidate.h"

/// Sums so far of a net's hidden units and of the direct weights
typedef struct {
  int32_t hidden[REL_PAIR_HIDDEN];
  int32_t direct;
} Sums;

static void
add_rows(Sums *sums, const RelPairFeatures *features)
{
  for (uint32_t i = 0; i < features->n; ++i) {
    const int16_t *const row = rel_pair_rows[features->ids[i]];

    for (unsigned h = 0; h < (unsigned)REL_PAIR_HIDDEN; ++h) {
      sums->hidden[h] += row[h];
    }
    sums->direct += rel_pair_direct[features->ids[i]];
  }
}

static int32_t
score_of(const Sums *sums)
{
  int64_t score = (int64_t)sums->direct * (INT64_C(1) << REL_PAIR_SHIFT);

  for (unsigned h = 0; h < (unsigned)REL_PAIR_HIDDEN; ++h) {
    score +=
        sums->hidden[h] > 0 ? (int64_t)sums->hidden[h] * rel_pair_out[h] : 0;
  }
  return (int32_t)score;
}

static void
start(Sums *sums)
{
  sums->direct = 0;
  for (unsigned h = 0; h < (unsigned)REL_PAIR_HIDDEN; ++h) {
    sums->hidden[h] = rel_pair_bias[h];
  }
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
  Sums own;
  Sums sums;

  start(&sums);
  rel_pair_new(scene, mention, &features);
  add_rows(&sums, &features);
  const int32_t new = score_of(&sums);
  start(&own);
  rel_pair_own(scene, mention, &features);
  add_rows(&own, &features);
  for (uint32_t i = 0; i < n; ++i) {
    sums = own;
    features.n = 0U;
    rel_pair_features(scene, mention, &pairs[i], &features);
    add_rows(&sums, &features);
    const int32_t margin = score_of(&sums) - new;
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
