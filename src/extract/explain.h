// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_EXPLAIN_H
#define REL_EXTRACT_EXPLAIN_H

#include "extract/reader.h"

/**
   Print how a triple of the graph came about: itself, its sentence, the tree,
   the rule, the words that became subject, predicate, object and slots with
   their entities, the steps of its factuality, and what its confidence rests
   on.

   Called while the sentence is in hand; `triple` has its final terms and
   number. Everything goes to the stream of `r->explain`.
*/
void rel_explain_fact(const RelReader *r, const RelFact *fact,
                      const RelTriple *triple);

#endif
