// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_QUOTES_H
#define REL_EXTRACT_QUOTES_H

#include "parse/tree.h"

/// Who says a whole sentence, in numbers of the document's tokens
typedef struct {
  uint32_t who;  ///< Head of the speaker's phrase, or UINT32_MAX
  uint32_t verb; ///< The verb of speech
} RelSpeaker;

/**
   Find the speakers of direct speech that goes over several sentences.

   @param speakers Output, one a sentence. A sentence that stands in quotation
   marks as a whole and names no speaker has that of its neighbour in the same
   paragraph: the one before, else the one behind.
*/
RelStatus rel_quotes_find(RelArena *arena, const RelText *text,
                          const RelTree *tree, RelSpeaker **speakers);

#endif
