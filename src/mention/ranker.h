// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_RANKER_H
#define REL_MENTION_RANKER_H

#include "mention/draft.h"

/// Which pronouns share weights
typedef enum {
  REL_RANK_PERSON, ///< "he", "she"
  REL_RANK_THING,  ///< "it"
  REL_RANK_PLURAL, ///< "they"
  REL_N_RANK_CLASSES,
} RelRankClass;

enum {
  REL_N_RANK_FEATURES = 202, ///< Different features
  REL_MAX_RANK_ACTIVE = 20,  ///< Of one candidate
};

/// The features that hold of a candidate; each counts once
typedef struct {
  uint8_t ids[REL_MAX_RANK_ACTIVE]; ///< Below #REL_N_RANK_FEATURES
  uint32_t n;
} RelRankFeatures;

/// Weights in hundredths, trained by train/pronouns.py on GAP and GUM
extern const int16_t rel_rank_weights[REL_N_RANK_CLASSES][REL_N_RANK_FEATURES];

RelRankClass rel_rank_class(const RelDraft *pronoun);

/**
   What speaks for and against the mention `other` as antecedent.

   @param n_passed Different entities that would do as well and are nearer.
*/
void rel_rank_features(RelDrafts *drafts, uint32_t pronoun, uint32_t other,
                       uint32_t n_passed, RelRankFeatures *features);

/// What speaks for no antecedent at all: "it rains"
void rel_rank_null_features(const RelDrafts *drafts, uint32_t pronoun,
                            RelRankFeatures *features);

/// Sum of weights
int rel_rank_score(RelRankClass class, const RelRankFeatures *features);

#endif
