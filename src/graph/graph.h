// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_GRAPH_H
#define REL_GRAPH_GRAPH_H

#include "base/world.h"
#include "graph/statement.h"
#include "triple/sink.h"

/**
   Many documents' triples: nodes by key, statements by document and number.

   Same documents in any order give the same arrays. All memory is the graph's.
*/
typedef struct RelGraphImpl RelGraph;

RelStatus rel_graph_new(RelWorld *world, RelGraph **graph);
void rel_graph_free(RelGraph *graph);

/**
   Take a person's or paper's word for what is positive and actual in it: such
   claims are asserted too. Call it before the first event.
*/
void rel_graph_accept_reported(RelGraph *graph, bool accepts_reported);

/**
   Say what reads the documents that follow, until the next call.

   Runs that differ in their time alone are one, with the first time by bytes.
   Without a call the documents have no run.
*/
RelStatus rel_graph_begin_run(RelGraph *graph, const RelRunInfo *run);

/// Keep the whole text of each document. Call it before the first event
void rel_graph_keep_texts(RelGraph *graph, bool keeps_texts);

/// The graph as a sink; takes graph-view triples, ignores open-view ones
RelSink rel_graph_sink(RelGraph *graph);

/// Sort and count; call once after the last event, before reading the arrays
RelStatus rel_graph_finish(RelGraph *graph);

/// Sorted by id
const RelGraphDocument *rel_graph_documents(const RelGraph *graph, uint32_t *n);
/// Sorted by document, then key
const RelAppearance *rel_graph_appearances(const RelGraph *graph, uint32_t *n);
/// Sorted by id
const RelGraphRun *rel_graph_runs(const RelGraph *graph, uint32_t *n);
/// Sorted by key
const RelNode *rel_graph_nodes(const RelGraph *graph, uint32_t *n);
/// Sorted by document, then number
const RelStatement *rel_graph_statements(const RelGraph *graph, uint32_t *n);

/// What the IRIs of a graph that was read began with; empty for other graphs
RelStatus rel_graph_set_base(RelGraph *graph, RelStr base);
RelStr rel_graph_base(const RelGraph *graph);

RelWorld *rel_graph_world(const RelGraph *graph);

#endif
