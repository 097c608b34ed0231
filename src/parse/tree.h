// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_TREE_H
#define REL_PARSE_TREE_H

#include "parse/tags.h"
#include "text/token.h"

/// A named thing found by the tagger, tokens [first, first + n) of the document
typedef struct {
  uint32_t first;           ///< Number of its first token in the document
  uint32_t n;               ///< Tokens, at least 1
  RelNameType type;         ///< Never #REL_NAME_NONE
  float prob;               ///< Of extent and type, in [0, 1]
  float scores[REL_N_NAME]; ///< The network's of each type, 0 for the best
} RelName;

/**
   The parse layer: arrays by token number of the whole document.

   Each is as long as the text has tokens. `head` counts within the sentence:
   the head's index in the sentence + 1, or 0 for the root (CoNLL-U column 7);
   every sentence has exactly one root and no cycle.
*/
typedef struct {
  uint8_t *upos;   ///< #RelUpos
  uint8_t *xpos;   ///< #RelXpos
  uint8_t *deprel; ///< #RelDep
  uint32_t *head;  ///< In the sentence, from 1; 0 for the root
  RelStr *lemma;   ///< In lower case but for proper nouns, as UD English has it
  RelStr *feats;   ///< "Number=Sing|..." (column 6); "_" when there are none
  float *upos_prob; ///< Probability of UPOS, in [0, 1]; null: only tagged
  float *head_prob; ///< Of head and relation, in [0, 1]; null: only tagged
  RelName *names;   ///< Sorted by first token, none overlaps another
  uint32_t n_names;
} RelTree;

#endif
