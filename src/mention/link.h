// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_LINK_H
#define REL_MENTION_LINK_H

#include "mention/draft.h"
#include "mention/pair.h"

/**
   The sieves, in the order in which they run: each joins mentions of one
   entity, or leaves them apart when it is not sure.

   This one joins by names: the same name, full name and surname, country and
   demonym, acronym and expansion, short form of an organisation. It looks at
   the whole document, so that a headline's "Berg" finds the body's "Wilhelmina
   Berg".
*/
RelStatus rel_link_names(RelDrafts *drafts);

/**
   Join descriptions: appositions, relative pronouns, "the minister", "the
   country", "the visit", the same words with a definite article.
*/
RelStatus rel_link_nominals(RelDrafts *drafts);

/// Give "both sides", "the two", "both" their members, when two actors of one
/// kind were named together or alone just before
RelStatus rel_link_groups(RelDrafts *drafts);

/// Find the antecedents of pronouns by gender, number, syntax, nearness and
/// speaker
RelStatus rel_link_pronouns(RelDrafts *drafts);

/// Join what one entity owns: "Mora's father" and "her father"
RelStatus rel_link_owned(RelDrafts *drafts);

/// Join a description to an earlier one with the same words, where most such
/// are one; everything before it is linked
void rel_link_alike_one(RelScene *scene, uint32_t mention);

/// Join every mention that stands alone to its likeliest antecedent, if any
RelStatus rel_link_likely(RelDrafts *drafts);

/// The same for one mention, in whose past everything is linked
RelStatus rel_link_likely_one(RelScene *scene, uint32_t mention);

#endif
