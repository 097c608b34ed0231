// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_LEMMA_H
#define REL_PARSE_LEMMA_H

#include "base/arena.h"

/**
   Apply an edit script to a form.

   @param script "l" (small letters) or "k" (kept), two digits: letters to cut
   from the end, then what to add. Quotes, dashes and brackets are made plain
   first. A script that would leave nothing leaves the form.
   @param lemma A view of `form` where that is enough, else in the arena.
*/
RelStatus rel_lemma_apply(RelArena *arena, RelStr script, RelStr form,
                          RelStr *lemma);

#endif
