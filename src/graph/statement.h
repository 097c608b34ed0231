// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_STATEMENT_H
#define REL_GRAPH_STATEMENT_H

#include "triple/event.h"

// What a graph is made of

/// A run of the program that read documents
typedef struct {
  RelStr id;       ///< 16 hexadecimal digits from all but the time
  RelRunInfo info; ///< Strings are the graph's
} RelGraphRun;

/// No run is known
#define REL_NO_RUN UINT32_MAX

/// A document that the graph knows
typedef struct {
  RelStr id;   ///< 16 hexadecimal digits from its content
  RelStr hash; ///< SHA-256 of its content, 64 hexadecimal digits
  RelStr name; ///< File name without folders and ending
  RelStr title;
  RelStr date;
  RelStr publisher;
  RelStr url;
  uint32_t run; ///< Index of the run that read it, or #REL_NO_RUN
  RelStr text;  ///< Its bytes, if rel_graph_keep_texts() wants them; or empty
} RelGraphDocument;

/**
   An entity as one document has it.

   Nodes are made of these and of nothing else, so that graphs can be joined
   and documents taken out again.
*/
typedef struct {
  uint32_t document; ///< Index
  uint32_t node;     ///< Index
  RelStr key;        ///< Of the node
  RelTermKind kind;
  RelStr label;
  RelStr same_as;      ///< Its IRI elsewhere, or empty
  RelStr code;         ///< ISO 3166 code of a country, or empty
  const RelStr *names; ///< Other names, sorted by bytes
  uint32_t n_names;
  uint32_t n_mentions;
} RelAppearance;

/// An entity: one actor, place or thing, however many names it has
typedef struct {
  RelStr key; ///< Name part of its IRI: "person/Wilbur_Ross", percent-encoded
  RelStr label;
  RelTermKind kind;
  RelStr same_as;      ///< Its IRI elsewhere, or empty
  RelStr code;         ///< ISO 3166 code of a country, or empty
  const RelStr *names; ///< Other names, sorted by bytes
  uint32_t n_names;
  uint32_t n_mentions; ///< In all documents
  uint32_t degree;     ///< Statements that it is subject or object of
} RelNode;

typedef struct {
  RelSlotRole role;
  RelStr marker;
  uint32_t node; ///< Index, or #REL_NO_NODE: values, most described things
  RelTerm term;
  const RelValue *value; ///< What the words mean; null: not understood
} RelStatementSlot;

/// No node
#define REL_NO_NODE UINT32_MAX

/// One claim of one document: a triple with its evidence
typedef struct {
  uint32_t document;            ///< Index
  uint32_t number;              ///< In the document, from 1: claim IRI <doc#cN>
  uint32_t subject;             ///< Node
  uint32_t object;              ///< Node, or #REL_NO_NODE: see `value`
  RelTerm value;                ///< Object that is a value or missing
  const RelValue *object_value; ///< What its words mean; null: not understood
  RelStr predicate;             ///< "threaten to impose"
  RelStr predicate_key;         ///< Name part of its IRI: "threatenToImpose"
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

#endif
