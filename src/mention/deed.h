// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_DEED_H
#define REL_MENTION_DEED_H

#include "mention/draft.h"

/**
   Tell firms and states by what they have and do.

   The tagger takes a lone word that it never saw for a person more often than
   not: "Kastell", "Sorvia". Shares, a subsidiary, a founder make it an
   organisation, a parliament, an ambassador, an invasion a country, wherever in
   the document. Names that the tagger is sure of, given and family names, and
   what has a title, a full name or a gender stay what they are. Call it when
   names are joined.
*/
RelStatus rel_deeds_read(RelDrafts *drafts);

#endif
