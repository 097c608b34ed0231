// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_PLAN_H
#define REL_DRAW_PLAN_H

#include "draw/merge.h"

/// One predicate on a line of the picture
typedef struct {
  RelStr predicate;
  RelStr amount;   ///< "15%", or empty
  uint32_t source; ///< Node of who says so, or #REL_NO_NODE
  uint32_t n;      ///< Statements with this predicate
  uint32_t first;  ///< The first of them
} RelPlanLabel;

/// One line of the picture
typedef struct {
  RelBundle bundle;
  double confidence;    ///< That at least one of its statements is right
  RelPlanLabel *labels; ///< Most frequent first
  uint32_t n_labels;
} RelPlanEdge;

/// One card of the picture
typedef struct {
  const RelNode *node;
  RelStr role;     ///< "US Commerce Secretary", or empty
  uint32_t degree; ///< Lines that end here
} RelPlanNode;

/// What a picture shows, before any question of style
typedef struct {
  const RelGraph *graph;
  RelPlanEdge *edges; ///< In order of their first statements
  uint32_t n_edges;
  uint32_t n_found;   ///< Edges before the weakest were left out
  RelPlanNode *nodes; ///< In order of the edges; each has at least one
  uint32_t n_nodes;
  uint32_t n_parts; ///< Groups of nodes that no edge connects
  uint32_t *places; ///< By node of the graph: place in `nodes`, or UINT32_MAX
} RelPlan;

/**
   Choose what a picture of the graph shows.

   Statements between nodes become edges, parallel ones one edge. Those between
   actors and hubs go first, then the more certain, then the earlier; at most
   `max_edges` stay. A role that stands in nothing but "hold role" moves into
   the card of who holds it. "Threaten to impose" and the threatened "impose"
   that is its content are one edge.
*/
RelStatus rel_plan_make(RelArena *arena, const RelGraph *graph,
                        uint32_t max_edges, RelPlan *plan);

/// A person, organisation, country or place?
bool rel_kind_is_actor(RelTermKind kind);

#endif
