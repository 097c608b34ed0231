// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_LEMMA_H
#define REL_PARSE_LEMMA_H

#include "model/model.h"
#include "parse/tags.h"

/**
   Apply an edit script to a form.

   @param script "l" (small letters) or "k" (kept), two digits: letters to cut
   from the end, then what to add. Quotes, dashes and brackets are made plain
   first. A script that would leave nothing leaves the form.
   @param lemma A view of `form` where that is enough, else in the arena.
*/
RelStatus rel_lemma_apply(RelArena *arena, RelStr script, RelStr form,
                          RelStr *lemma);

/// Number of the model's known edit script for a form with its tag, from 1;
/// 0: none. `key` is rel_features_lemma_key() of both
uint32_t rel_lemma_known(const RelModel *model, uint64_t key);

/**
   The lemma of a form by edit script `script` of the model.

   A guess is held to what the tag allows: a noun, verb or adjective without
   ending keeps the whole form, irregular pasts and plurals come from a table,
   and a regular ending must give way to a base that the spelling allows; one
   that is no word is replaced by the base that is the most frequent word.
*/
RelStatus rel_lemma_make(const RelModel *model, RelArena *arena, RelStr form,
                         RelXpos xpos, size_t script, bool is_guess,
                         RelStr *lemma);

#endif
