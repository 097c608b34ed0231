// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_PERSON_H
#define REL_MENTION_PERSON_H

#include "mention/alias.h"

/// Is it a person's name, not a country's?
bool rel_person_is(const RelDraft *draft);

/// May one be the other's, as far as is known?
bool rel_person_genders_agree(RelGender a, RelGender b);

/// Say that a person goes by their surname, given name and the names between
RelStatus rel_person_add(RelAliases *persons, const RelNameKey *name,
                         uint32_t mention);

/**
   The person whom one word means here: of several the one whose name the text
   has oftenest, and of these the one named first.

   @return A mention, or #REL_NO_MENTION where nobody is called so, or several
   are and none was named yet.
*/
uint32_t rel_person_pick(RelAliases *persons, uint32_t mention, RelStr key,
                         RelAliasKind kind);

/**
   Find the only person whose name has the same words and more: "Ana Ruiz Mora"
   for "Ana Mora", "Jan Hendrik Berg" for "J. H. Berg".

   @param found Output: the mention of that name, or #REL_NO_MENTION.
*/
RelStatus rel_person_find_parts(RelAliases *persons, const RelNameKey *name,
                                uint32_t mention, uint32_t *found);

#endif
