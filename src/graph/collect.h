// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_COLLECT_H
#define REL_GRAPH_COLLECT_H

#include "base/array.h"
#include "base/intern.h"
#include "graph/graph.h"

// The graph's inside; only graph/ includes this

/// What terms of one kind and label stand for; several make one node
typedef struct {
  RelTermKind kind;
  RelStr label;
  uint64_t n_mentions;   ///< In finished documents
  uint32_t doc_mentions; ///< In the open document, as its entity event says
  uint32_t doc_terms;    ///< Terms in the open document's triples
  bool is_used;          ///< A statement needs it
  uint32_t node;         ///< Set by rel_collect_nodes()
} RelActor;

/// Another name of an actor
typedef struct {
  uint32_t actor;
  RelStr name;
} RelActorName;

/**
   Events so far. Until rel_graph_finish() statements hold actors where they
   will hold nodes. What the open document adds lies behind the `n_kept` items
   of its arrays and is dropped if the document never ends.
*/
struct RelGraphImpl {
  RelWorld *world;
  RelArena arena;
  RelIntern strings;
  RelIntern ids;        ///< Documents' ids; their numbers index `documents`
  RelIntern actor_keys; ///< Kind and label; their numbers index `actors`
  REL_ARRAY(RelActor) actors;
  REL_ARRAY(RelActorName) names;
  REL_ARRAY(RelGraphDocument) documents;
  REL_ARRAY(RelStatement) statements;
  REL_ARRAY(uint32_t) touched; ///< Actors of the open document
  uint32_t n_kept_names;
  uint32_t n_kept_statements;
  RelGraphDocument open; ///< The open document
  bool is_open;
  bool is_known; ///< The open document was given before
  bool is_finished;
  RelNode *nodes;
  uint32_t n_nodes;
};

/// Make the nodes, sorted by key, and point the statements to them
RelStatus rel_collect_nodes(RelGraph *graph);

#endif
