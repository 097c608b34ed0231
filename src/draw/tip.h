// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_TIP_H
#define REL_DRAW_TIP_H

#include "draw/plan.h"

/// Who this is: full label, kind, role, place, other names, counts, for each on
/// the card; Graphviz markup
RelStatus rel_tip_node(RelArena *arena, const RelPlan *plan,
                       const RelPlanNode *node, RelStr *tip);

/// Each statement with its quote, document and sentence; Graphviz markup
RelStatus rel_tip_edge(RelArena *arena, const RelPlan *plan,
                       const RelPlanEdge *edge, RelStr *tip);

#endif
