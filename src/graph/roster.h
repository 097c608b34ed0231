// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_ROSTER_H
#define REL_GRAPH_ROSTER_H

#include "base/world.h"
#include "triple/sink.h"

#include <stdio.h>

/**
   Who is spoken of in many documents: entities with their mentions.

   Entities of several documents are one where a graph makes one node of them.
   Values (dates, money) and pronouns that stand for nobody are left out. All
   memory is the roster's.
*/
typedef struct RelRosterImpl RelRoster;

RelStatus rel_roster_new(RelWorld *world, RelRoster **roster);
void rel_roster_free(RelRoster *roster);

/// The roster as a sink; of a document's events it takes the entities
RelSink rel_roster_sink(RelRoster *roster);

/// Give entities of several documents to one another; call once after the last
/// event, before printing
RelStatus rel_roster_finish(RelRoster *roster);

/// How a roster is printed
typedef enum {
  REL_ROSTER_TABLE, ///< Columns under a heading, padded with blanks
  REL_ROSTER_TSV,   ///< Columns parted by TABs, no heading
} RelRosterFormat;

/**
   Print a line for each entity, those with most mentions first, equals by
   label: type, name, number of mentions, place of the first one
   (`file:line:column`), other names joined by "; ".
*/
RelStatus rel_roster_print(RelRoster *roster, RelRosterFormat format,
                           FILE *out);

/**
   Print a line for each mention of the entities with this name, in the order
   of documents and words: type, entity, place, kind of words, words, the rule
   that joined it, and the words and place of the mention it was joined to.

   @param name Label, or another name of an entity; the labels are tried first.
   @return #REL_BAD_ARG with a message when nobody has that name.
*/
RelStatus rel_roster_explain(RelRoster *roster, RelStr name,
                             RelRosterFormat format, FILE *out);

#endif
