// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_GOVERNOR_H
#define REL_EXTRACT_GOVERNOR_H

#include "triple/triple.h"

/// What a word does to the clause that it governs; bits
typedef enum {
  REL_GOVERNS_NEGATED = 1U << 0,  ///< The content did not happen: refuse, fail
  REL_GOVERNS_REPORTED = 1U << 1, ///< The content is the subject's word: say
  REL_GOVERNS_FACT = 1U << 2,     ///< The content happened: begin, manage, help
  REL_GOVERNS_SUBJECT = 1U << 3,  ///< Controls by its subject: promise
  REL_GOVERNS_WISH = 1U << 4,     ///< Reported only in want of a speaker: hope
  REL_GOVERNS_COMMITTED = 1U << 5, ///< "would" below it is a plan: announce
} RelGovernorFlags;

/// One row of the algebra: how a governor composes with what it governs
typedef struct {
  const char *lemma;
  RelModality modality; ///< Of the content; #REL_ACTUAL: its own
  unsigned flags;       ///< #RelGovernorFlags
} RelGovernor;

/**
   The row of a verb, adjective or (`is_noun`) noun, or null.

   Classes after Karttunen (1971) on implicatives and Saurí and Pustejovsky
   (2009), FactBank, on source-introducing predicates.
*/
const RelGovernor *rel_governor_find(RelStr lemma, bool is_noun);

#endif
