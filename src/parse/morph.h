// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_MORPH_H
#define REL_PARSE_MORPH_H

#include "base/str.h"
#include "parse/tags.h"

enum {
  REL_MAX_BASES = 4,      ///< Of one form
  REL_MAX_INFLECTED = 32, ///< Longest form looked at, in bytes
};

/// What a form may be an inflection of, in small letters
typedef struct {
  char texts[REL_MAX_BASES][REL_MAX_INFLECTED + 2];
  uint32_t n;
} RelBases;

/// Is the tag that of a form with an ending: "-s", "-ed", "-ing", "-er"?
bool rel_morph_is_inflected(RelXpos xpos);

/**
   Is the tag that of a word whose lemma is the word, whatever it ends in?
   Closed classes, whose lemmas are listed in the model, are none.
*/
bool rel_morph_is_bare(RelXpos xpos);

/// The verb of "fought", the noun of "children"; else empty
RelStr rel_morph_irregular(RelStr form, RelXpos xpos);

/**
   The forms that the spelling rules of English lead back to: "tries" to "try"
   and "trie", "stopped" to "stop" and "stopp", "timed" to "time" alone, since
   "tim" would double its consonant.

   @param bases Output; none for a form without the ending of its tag, of odd
   letters, or longer than #REL_MAX_INFLECTED.
*/
void rel_morph_bases(RelStr form, RelXpos xpos, RelBases *bases);

/// Is it a number with commas between its thousands: "2,000", "12,500.5"?
bool rel_morph_is_grouped(RelStr form);

#endif
