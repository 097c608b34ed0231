// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_LINK_H
#define REL_MENTION_LINK_H

#include "mention/draft.h"

/**
   Join mentions by their names: the same name, full name and surname, country
   and demonym, acronym and expansion, short form of an organisation.

   Looks at the whole document, so that a headline's "Berg" finds the body's
   "Wilhelmina Berg".
*/
RelStatus rel_link_names(RelDrafts *drafts);

/**
   Join descriptions: appositions, relative pronouns, "the minister", "the
   country", "the visit", the same words with a definite article.
*/
RelStatus rel_link_nominals(RelDrafts *drafts);

/**
   Find the antecedents of pronouns by gender, number, layers, nearness and
   speaker; "both sides" and "the two" get their members.
*/
RelStatus rel_link_pronouns(RelDrafts *drafts);

#endif
