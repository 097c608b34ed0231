// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_NODES_H
#define REL_GRAPH_NODES_H

#include "base/array.h"
#include "graph/statement.h"

/// What terms of one kind and label stand for; several make one node
typedef struct {
  RelTermKind kind;
  RelStr label;
  RelStr same_as;        ///< The user's IRI for it, or empty
  uint64_t n_mentions;   ///< In finished documents
  uint32_t doc_mentions; ///< In the open document, as its entity event says
  uint32_t doc_terms;    ///< Terms in the open document's triples
  bool is_used;          ///< A statement needs it
  uint32_t node;         ///< Index in the nodes, set by rel_nodes_make()
} RelActor;

/// Another name of an actor
typedef struct {
  uint32_t actor;
  RelStr name;
} RelActorName;

/// What nodes are made from
typedef struct {
  REL_ARRAY(RelActor) actors;    ///< No two of one kind and label
  REL_ARRAY(RelActorName) names; ///< May repeat
} RelCast;

/// Nodes, sorted by key
typedef struct {
  RelNode *items;
  uint32_t n;
} RelNodes;

/**
   Make nodes of actors, whose `node` is set: #REL_NO_NODE for unused ones.

   Actors with the same key are one node, unless their kinds cannot be one
   thing (a person and a place): then all but those with most mentions get
   their kind behind the key. A node has the kind and the label with most
   mentions. None of it depends on the order of the actors.
*/
RelStatus rel_nodes_make(RelArena *arena, RelCast *cast, RelNodes *nodes);

#endif
