// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_MEANINGS_H
#define REL_RDF_MEANINGS_H

#include "base/array.h"
#include "rdf/describer.h"

// What claims say in the words of others: schema/predicates.ttl

/// A plain triple with a property of schema.org or ORG
typedef struct {
  uint32_t subject; ///< Index of a node
  RelStr property;  ///< IRI
  uint32_t object;  ///< Index of a node
} RelMeaning;

typedef REL_ARRAY(RelMeaning) RelMeanings;

/// Add what an asserted claim between two entities means, if anything
RelStatus rel_meanings_add(RelArena *arena, const RelDescriber *describer,
                           const RelStatement *statement,
                           RelMeanings *meanings);

/// Sort by subject, property and object; each once
void rel_meanings_sort(RelMeanings *meanings);

/// The class of event that a claim tells of; empty for none
RelStr rel_meaning_class(const RelDescriber *describer,
                         const RelStatement *statement);

#endif
