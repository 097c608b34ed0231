// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_GRAPH_H
#define REL_GRAPH_GRAPH_H

#include "base/arena.h"
#include "triple/sink.h"

/// A document that the graph knows
typedef struct {
  RelStr id;   ///< 16 hexadecimal digits from its content
  RelStr name; ///< File name without folders and ending
  RelStr title;
  RelStr date;
  RelStr publisher;
  RelStr url;
} RelGraphDocument;

/// An entity: one actor, place or thing, however many names it has
typedef struct {
  RelStr key; ///< Name part of its IRI: "Wilbur_Ross", percent-encoded
  RelStr label;
  RelTermKind kind;
  RelStr *names; ///< Other names, sorted by bytes
  uint32_t n_names;
  uint32_t n_mentions; ///< In all documents
  uint32_t degree;     ///< Statements that it stands in
} RelNode;

typedef struct {
  RelSlotRole role;
  RelStr marker;
  uint32_t node; ///< Index, or #REL_NO_NODE for a value
  RelTerm term;
} RelStatementSlot;

/// No node
#define REL_NO_NODE UINT32_MAX

/// One claim of one document: a triple with its evidence
typedef struct {
  uint32_t document;    ///< Index
  uint32_t number;      ///< In the document, from 1: claim IRI <doc#cN>
  uint32_t subject;     ///< Node
  uint32_t object;      ///< Node, or #REL_NO_NODE: see `value`
  RelTerm value;        ///< Object that is a value or missing
  RelStr predicate;     ///< "threaten to impose"
  RelStr predicate_key; ///< Name part of its IRI: "threatenToImpose"
  RelStatementSlot *slots;
  uint32_t n_slots;
  RelPolarity polarity;
  RelModality modality;
  uint32_t source; ///< Node of who says so, or #REL_NO_NODE
  RelStr source_verb;
  uint32_t content_of; ///< Number of the claim whose content it is, or 0
  float confidence;
  RelStr rule;
  bool is_asserted;
  RelEvidence evidence;
} RelStatement;

/**
   Many documents' triples: nodes by key, statements by document and number.

   Same documents in any order give the same arrays. All memory is the graph's.
*/
typedef struct RelGraphImpl RelGraph;

RelStatus rel_graph_new(RelWorld *world, RelGraph **graph);
void rel_graph_free(RelGraph *graph);

/// The graph as a sink; takes graph-view triples, ignores open-view ones
RelSink rel_graph_sink(RelGraph *graph);

/// Sort and count; call once after the last event, before reading the arrays
RelStatus rel_graph_finish(RelGraph *graph);

/// Sorted by id
const RelGraphDocument *rel_graph_documents(const RelGraph *graph, uint32_t *n);
/// Sorted by key
const RelNode *rel_graph_nodes(const RelGraph *graph, uint32_t *n);
/// Sorted by document, then number
const RelStatement *rel_graph_statements(const RelGraph *graph, uint32_t *n);

RelWorld *rel_graph_world(const RelGraph *graph);

#endif
