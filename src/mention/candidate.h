// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_CANDIDATE_H
#define REL_MENTION_CANDIDATE_H

#include "mention/draft.h"

/// Most antecedents that are weighed for one pronoun
enum { REL_MAX_CANDIDATES = 64 };

/// A mention that a pronoun may stand for
typedef struct {
  uint32_t mention;
  uint32_t n_passed; ///< Different entities among the nearer candidates
} RelCandidate;

/**
   The mentions before a pronoun that agree with it in gender, number and
   syntax, nearest first.

   @param candidates Room for #REL_MAX_CANDIDATES.
   @return How many there are.
*/
uint32_t rel_candidates_find(RelDrafts *drafts, uint32_t pronoun,
                             RelCandidate *candidates);

/// Is the mention the first of a list of nouns, "Mora" in "Mora and Lund"?
bool rel_candidate_is_list(const RelDrafts *drafts, uint32_t mention);

#endif
