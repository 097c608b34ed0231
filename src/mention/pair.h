// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_PAIR_H
#define REL_MENTION_PAIR_H

#include "mention/scene.h"

enum {
  REL_N_PAIR_FEATURES = 3803, ///< Different features
  REL_MAX_PAIR_ACTIVE = 64,   ///< Of one candidate
};

/// The features that hold of a candidate; each counts once
typedef struct {
  uint16_t ids[REL_MAX_PAIR_ACTIVE]; ///< Below #REL_N_PAIR_FEATURES
  uint32_t n;
} RelPairFeatures;

/// What a mention by itself brings to all its pairs
void rel_pair_own(const RelScene *scene, uint32_t mention,
                  RelPairFeatures *features);

/// Add what speaks for and against a candidate
void rel_pair_features(RelScene *scene, uint32_t mention, const RelPair *pair,
                       RelPairFeatures *features);

/// What speaks for a new entity
void rel_pair_new(const RelScene *scene, uint32_t mention,
                  RelPairFeatures *features);

#endif
