// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_ROLE_H
#define REL_DRAW_ROLE_H

#include "base/arena.h"
#include "graph/graph.h"

/// What stands inside the cards of others instead of in cards of its own
typedef struct {
  uint32_t *roles;  ///< By node: node of its role, or #REL_NO_NODE
  uint32_t *places; ///< By node: statement that tells where it is, or
                    ///< #REL_NO_NODE
  bool *is_folded;  ///< By node: not drawn on its own
} RelFolds;

/**
   Find the roles and places that go into the cards of those who have them.

   A role moves when it stands in nothing but stated "hold role" claims: each
   holder's most certain one. A place moves when all that is stated of it is
   that one other node, of which more is told, lies there.
*/
RelStatus rel_folds_find(RelArena *arena, const RelGraph *graph,
                         RelFolds *folds);

#endif
