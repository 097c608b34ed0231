// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_WORD_H
#define REL_TEXT_WORD_H

#include "base/str.h"

/**
   Past the last byte of the word or number that begins at `begin`.

   Follows UD English (EWT, GUM): hyphens part words ("high-level" is three)
   but not after a prefix ("co-founder"); "5pm" and "$3bn" part before the
   unit; "U.S.", "3.5", "200,000", "7:30", "AT&T" and "11/28/2000" are whole;
   the full stop of an abbreviation belongs to it. Clitics are still inside.

   @param first First byte of the paragraph, for "1." of lists.
*/
size_t rel_word_end(RelStr text, size_t first, size_t begin);

#endif
