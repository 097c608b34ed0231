// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_ALIAS_PHRASE_H
#define REL_MENTION_ALIAS_PHRASE_H

#include "mention/draft.h"

/**
   The mention before that the words between call by this name: "Kristiania" of
   "Oslo (then Kristiania)", "the Dawn Front, also known as Fajr".

   Both are names of one kind and neither is a country's. Without brackets the
   phrase must not belong to a noun further left ("the son of Jan Berg, also
   known as …").

   @return Its mention, or #REL_NO_MENTION.
*/
uint32_t rel_alias_phrase_of(const RelDrafts *drafts, uint32_t mention);

#endif
