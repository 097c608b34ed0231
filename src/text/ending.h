// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_ENDING_H
#define REL_TEXT_ENDING_H

#include "text/token.h"

/**
   Past the last token of the sentence that begins at `begin`, by rules.

   A sentence ends at a full stop, question or exclamation mark with the
   closing quotes and brackets behind it, when what follows looks like a
   beginning; an abbreviation ends one only before a word that mostly begins
   sentences ("the U.S. The"). text/boundary.h hears this as one voice of many.

   @param n Past the last token of the paragraph.
*/
uint32_t rel_ending_find(const RelToken *tokens, uint32_t begin, uint32_t n);

#endif
