// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_SHORT_FORM_H
#define REL_MENTION_SHORT_FORM_H

#include "mention/alias.h"

/// Does a word begin it that no list has, of names or of anything? Firms' are
/// coined so, and are taken for persons when they stand alone
bool rel_short_form_is_coined(const RelDrafts *drafts, uint32_t mention);

/// May it be called by initials and parts of its name? Of places only those of
/// three words and more
bool rel_short_form_has(const RelDraft *draft, const RelNameKey *name);

/**
   Say by which short forms an organisation may go: its initials, what stands in
   brackets beside it, its name without "Corp"; loosely without "Records", "of
   Pakistan", "San Antonio". A place goes by the first two, and by what is left
   without the city: "Heathrow Airport".

   Abbreviations in brackets: after Schwartz and Hearst (2003), PSB 8.
*/
RelStatus rel_short_form_add(RelAliases *shorts, const RelNameKey *name,
                             uint32_t mention);

/**
   The one organisation with this short form, or #REL_NO_MENTION.

   @param first First mention of what has just this name, or #REL_NO_MENTION:
   what is named before the full name is no loose form of it.
*/
uint32_t rel_short_form_pick(RelAliases *shorts, RelStr key, uint32_t mention,
                             uint32_t first);

#endif
