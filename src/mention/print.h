// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_PRINT_H
#define REL_MENTION_PRINT_H

#include "mention/mention.h"

#include <stdio.h>

/**
   Print the entities of a document, one a line, for `--stop-after mention`.

   Fields are parted by tabs: kind, label, number of mentions, members' labels
   joined by "|" ("-" when there are none), then one field for each mention,
   "first-last:kind:words", with document token numbers from 1 and kind one of
   name, nominal, pronoun, adjective.
*/
void rel_mentions_print(FILE *out, const RelText *text,
                        const RelMentions *mentions);

#endif
