// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_PRINT_H
#define REL_MENTION_PRINT_H

#include "mention/mention.h"

#include <stdio.h>

/**
   Print the entities of a document, one a line, for `--stop-after mention`; an
   empty line is its end.

   Fields are parted by tabs: kind, label, number of mentions, members' labels
   joined by "|" ("-" when there are none), then one field for each mention,
   "first-last@begin-end:kind:words": document token numbers from 1, bytes of
   the source from 0 with the end excluded, and as kind one of name, nominal,
   pronoun, adjective.

   @param arena For a list of the mentions by entity.
*/
RelStatus rel_mentions_print(FILE *out, RelArena *arena, const RelText *text,
                             const RelMentions *mentions);

#endif
