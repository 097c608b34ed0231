// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_WEIGH_H
#define REL_MENTION_WEIGH_H

#include "mention/pair.h"

enum {
  REL_PAIR_HIDDEN = 32,      ///< Units of the hidden layer
  REL_PAIR_SHIFT = 6,        ///< Weights are whole numbers of 1/64
  REL_PAIR_MAX_WEIGHT = 500, ///< None is larger: 64 rows sum up in int16
  REL_WEIGH_NAT = 8192,      ///< Units of a margin that make odds of e : 1
};

/// Trained by train/antecedents.py: hidden = max(0, sum of rows + bias)
extern const int16_t rel_pair_rows[REL_N_PAIR_FEATURES][REL_PAIR_HIDDEN];
extern const int16_t rel_pair_bias[REL_PAIR_HIDDEN];
extern const int16_t rel_pair_out[REL_PAIR_HIDDEN];
extern const int16_t rel_pair_direct[REL_N_PAIR_FEATURES];

/// What was found for a mention
typedef struct {
  uint32_t antecedent; ///< The best earlier mention, or #REL_NO_MENTION
  int32_t margin;      ///< By how much it is better than a new entity, in
                       ///< units of 1 / #REL_WEIGH_NAT
} RelVerdict;

/// Weigh all candidates of a mention against a new entity; exact
RelVerdict rel_weigh(RelScene *scene, uint32_t mention);

/// The same with no candidates but the latest entity that was described in the
/// same words, articles aside: "a truce" for "the truce"
RelVerdict rel_weigh_alike(RelScene *scene, uint32_t mention);

/// May the mention be joined to an earlier one: is it the first of its entity?
bool rel_weigh_asks(RelScene *scene, uint32_t mention);

#endif
