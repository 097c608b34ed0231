// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_NAMING_H
#define REL_PARSE_NAMING_H

#include "parse/evidence.h"
#include "parse/tree.h"

/**
   What names are, decided anew when the whole document has been read.

   The network sees a name in one sentence and takes "Hamas" for a person here
   and for a place there. So a name's scores are added to those of the same
   name elsewhere in the document and to what lists say of its words, with
   weights that train/name_types.py learns. Its extent stays.
*/

/// Number of each cue
enum {
  REL_CUE_ANY = 0,      ///< Every name has it
  REL_CUE_LENGTH,       ///< 4: of 1, 2, 3, or more words
  REL_CUE_UNLISTED = 5, ///< 2: in no list; of 1 word, or more
  REL_CUE_WRITTEN = 7,  ///< 6: one word, by #RelWritten; short ones
  REL_CUE_WHOLE = 13,   ///< By #RelNameEvidence, of all words together
  REL_CUE_FIRST = 13 + REL_N_EVIDENCE,
  REL_CUE_LAST = 13 + 2 * REL_N_EVIDENCE,
  REL_CUE_INSIDE = 13 + 3 * REL_N_EVIDENCE,
  REL_CUE_BEFORE = 13 + 4 * REL_N_EVIDENCE, ///< The word in front of it
  REL_N_NAME_CUE = 13 + 5 * REL_N_EVIDENCE,
  REL_MAX_NAME_CUES = 4 + 4 * REL_N_EVIDENCE,
  REL_N_NAME_KIND = 5 ///< Person, organisation, place, event, all else
};

/// A name with what decides about it
typedef struct {
  float own[REL_N_NAME_KIND];    ///< The network's scores, 0 for the best
  float others[REL_N_NAME_KIND]; ///< Mean over the same name elsewhere, or own
  uint32_t n_cues;
  uint16_t cues[REL_MAX_NAME_CUES];
} RelNaming;

/// Learned weights, as 256 times their value
typedef struct {
  int16_t own;
  int16_t others;
  int16_t cues[REL_N_NAME_CUE][REL_N_NAME_KIND];
} RelNamingWeights;

extern const RelNamingWeights rel_naming_weights;

/// Is this a type that is decided here: no time, money or number?
bool rel_naming_covers(RelNameType type);

/// One #RelNaming for each of the tree's names, in the arena; null: no memory
RelNaming *rel_naming_read(RelArena *arena, const RelText *text,
                           const RelTree *tree);

/// Give the tree's names their final types and probabilities
RelStatus rel_naming_decide(RelArena *arena, const RelText *text,
                            RelTree *tree);

#endif
