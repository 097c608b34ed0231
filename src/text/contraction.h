// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_CONTRACTION_H
#define REL_TEXT_CONTRACTION_H

#include "base/str.h"

/// Most words of one multiword token ("I'd've" has three)
enum { REL_MAX_PARTS = 4 };

/**
   Where a token falls into syntactic words, as UD English does.

   @param token "don't", "Xi’s", "workers'", "cannot", "gonna", ...
   @param ends Output: the end of each word in bytes of the token; the last is
   `token.len`. Words are never empty.
   @return Number of words, from 1 to #REL_MAX_PARTS.
*/
size_t rel_contraction_split(RelStr token, size_t ends[REL_MAX_PARTS]);

#endif
