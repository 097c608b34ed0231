// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_TIMES_H
#define REL_EXTRACT_TIMES_H

#include "extract/reader.h"

/// Begin to read a document's values: what its times are counted from
RelTimes rel_times_new(const RelText *text);

/**
   Give a slot that is a value all the words of its phrase, "2 March 2017" for
   "2", "as much as $3 billion" for "$3 billion", where they are understood.
*/
RelStatus rel_times_widen(RelReader *r, uint32_t token, RelSlot *slot);

/// The value under an adverb, "years" of "two years ago", "$" of "as much as
/// $3"; or #REL_NO_TOKEN
uint32_t rel_times_under_adverb(const RelSyntax *s, uint32_t i);

/**
   Read the values of a triple's slots.

   Times without a year are those before the document's day, unless the clause
   is about plans, threats, wishes or what is possible, and its verb is not in
   the past. "A year later" counts from the last time of an earlier sentence, at
   most two before.

   @param clause The triple's clause, or #REL_NO_CLAUSE; also for
   rel_times_read_object() until the next call.
*/
void rel_times_read_slots(RelReader *r, uint32_t clause, RelTriple *triple);

/// Read the value of a triple's object
void rel_times_read_object(RelReader *r, RelTriple *triple);

#endif
