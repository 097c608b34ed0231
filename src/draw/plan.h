// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_PLAN_H
#define REL_DRAW_PLAN_H

#include "draw/selection.h"

/// One predicate on a line of the picture
typedef struct {
  RelStr predicate;
  RelStr amount;   ///< "15%", or empty
  RelStr time;     ///< "on Monday", or empty
  uint32_t source; ///< Node of who says so, or #REL_NO_NODE
  uint32_t n;      ///< Statements with this predicate; `time` is the first's
  uint32_t first;  ///< The first of them
} RelPlanLabel;

/// One line of the picture
typedef struct {
  RelBundle bundle;
  double confidence;    ///< That at least one of its statements is right
  double weight;        ///< How much it is worth its room
  RelPlanLabel *labels; ///< Most frequent first
  uint32_t n_labels;
  const uint32_t *ends; ///< Nodes that share the card at its head, or null
  uint32_t n_ends;
} RelPlanEdge;

/// One card of the picture
typedef struct {
  const RelNode *node;
  RelStr role;             ///< "US Commerce Secretary", or empty
  RelStr place;            ///< "in Portland", or empty
  uint32_t degree;         ///< Lines that end here
  const uint32_t *members; ///< Nodes on a card of several, or null
  uint32_t n_members;
} RelPlanNode;

/// What a picture shows, before any question of style
typedef struct {
  const RelGraph *graph;
  RelPlanEdge *edges; ///< In order of their first statements, or of strength
  uint32_t n_edges;
  uint32_t n_worthy;  ///< The strongest that make a map
  uint32_t n_found;   ///< Relations of the graph, each worth an edge
  uint32_t n_shown;   ///< Of these, those that the edges stand for
  RelPlanNode *nodes; ///< In order of the edges; each has at least one
  uint32_t n_nodes;
  uint32_t n_parts; ///< Groups of nodes that no edge connects
  uint32_t *places; ///< By node of the graph: place in `nodes`, or UINT32_MAX
} RelPlan;

/// What is chosen, and how much of it
typedef struct {
  RelSelection selection;
  uint32_t max_edges; ///< Relations shown at most
  bool is_whole;      ///< All that is wanted, however weak
  bool keeps_leaves;  ///< Each node has a card of its own
} RelPlanOptions;

/**
   Choose what a picture of the graph shows.

   Statements between nodes become edges, parallel ones one edge. Of those that
   the selection wants, the ones between actors and hubs go first, then those
   that are certain, often told, told by many documents, early, and about who is
   often named; at most `max_edges` stay. A role that stands in nothing but
   "hold role" moves into the card of who holds it, a place of which nothing
   else is told into the card of what lies there. "Threaten to impose" and the
   threatened "impose" that is its content are one edge. Things of which nothing
   is told but that one actor does the same to all of them share one card.

   @return #REL_BAD_ARG for an unknown name in the selection's focus.
*/
RelStatus rel_plan_make(RelArena *arena, const RelGraph *graph,
                        const RelPlanOptions *options, RelPlan *plan);

/// A person, organisation, country or place?
bool rel_kind_is_actor(RelTermKind kind);

#endif
