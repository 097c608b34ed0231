// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_STORE_TALLY_H
#define REL_STORE_TALLY_H

#include "base/world.h"

/// Counts different strings by their 64-bit hashes: 8 to 16 bytes each. Of ten
/// million, two have the same hash once in 400,000 times
typedef struct {
  RelWorld *world; ///< Not owned
  uint64_t *slots; ///< Open addressing: hash, or 0
  size_t n_slots;  ///< Power of two
  size_t n;
} RelTally;

void rel_tally_init(RelTally *tally, RelWorld *world);
void rel_tally_clear(RelTally *tally);

/// Count `text` once for each `group`; `is_new`: had it not been counted?
RelStatus rel_tally_add(RelTally *tally, uint32_t group, RelStr text,
                        bool *is_new);

#endif
