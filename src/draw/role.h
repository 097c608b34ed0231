// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_ROLE_H
#define REL_DRAW_ROLE_H

#include "base/arena.h"
#include "graph/graph.h"

/**
   Find the roles that go into the cards of those who hold them.

   A role moves when it stands in nothing but stated "hold role" claims.

   @param roles Output by node: node of its most certain such role, or
   #REL_NO_NODE.
   @param is_folded Output by node: a role that is not drawn on its own.
*/
RelStatus rel_roles_fold(RelArena *arena, const RelGraph *graph,
                         uint32_t **roles, bool **is_folded);

#endif
