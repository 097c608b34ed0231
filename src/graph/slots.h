// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_SLOTS_H
#define REL_GRAPH_SLOTS_H

#include "graph/statement.h"

/**
   Put a slot in its place among `n` others, behind which there is room.

   Their order does not depend on that in the text, which RDF forgets: by role,
   then words.

   @return False: it is there already.
*/
bool rel_slots_place(RelStatementSlot *slots, uint32_t n,
                     const RelStatementSlot *slot);

#endif
