// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_LETTER_H
#define REL_MODEL_LETTER_H

#include "base/str.h"

/**
   Letters as the model sees them: train/features.py has the same tables.

   Only Latin, Greek and Cyrillic have cases here; a letter outside keeps its
   form, which is all that the model needs and the same in both languages.
*/
uint32_t rel_letter_lower(uint32_t code);
bool rel_letter_is_lower(uint32_t code);
bool rel_letter_is_upper(uint32_t code);

/// Curly quotes, dashes and hard blanks made plain; U+2026 stays (it is three)
uint32_t rel_letter_plain(uint32_t code);

/// A bracket or quote for the Penn Treebank's name of it, else `form`
RelStr rel_form_plain(RelStr form);

#endif
