// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_GROUP_H
#define REL_DRAW_GROUP_H

#include "draw/plan.h"

/**
   Put leaves that tell the same of their one neighbour on one card.

   "Ross raises tariffs" and "Ross raises piracy" become one edge to a card of
   two lines, when nothing else is drawn of either. Actors keep cards of their
   own. A card has at most seven lines.

   @param plan Its edges are labelled and its nodes not yet placed; edges that
   join an earlier one are taken out, their statements join its bundle.
*/
RelStatus rel_group_leaves(RelArena *arena, RelPlan *plan);

#endif
