// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_CANDIDATE_H
#define REL_MENTION_CANDIDATE_H

#include "mention/draft.h"

/// Does an earlier mention agree with a pronoun in gender, number and syntax?
bool rel_candidate_fits(RelDrafts *drafts, uint32_t pronoun, uint32_t other);

/// The same where the mention is near and known: what a pronoun may surely mean
bool rel_candidate_is_open(RelDrafts *drafts, uint32_t pronoun, uint32_t other);

/// Is the mention the first of a list of nouns, "Mora" in "Mora and Lund"?
bool rel_candidate_is_list(const RelDrafts *drafts, uint32_t mention);

#endif
