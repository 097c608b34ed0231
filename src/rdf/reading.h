// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_READING_H
#define REL_RDF_READING_H

#include "rdf/record.h"
#include "triple/sink.h"

// What the parts of reader.c share

/// An entity of a document
typedef struct {
  RelStr key;
  RelTerm term; ///< Without a text
  RelStr same_as;
  RelStr code;
  uint32_t n_mentions;
  REL_ARRAY(RelStr) names;
} RelReadActor;

/// A file on its way to a sink, document by document
typedef struct {
  RelWorld *world;
  const RelSink *sink;
  RelRecords records;
  RelArena arena; ///< For one document
  RelIntern keys; ///< Of its entities; numbers index the actors
  REL_ARRAY(RelReadActor) actors;
} RelGraphReader;

/// #REL_BAD_INPUT at a fact: "expected SOMETHING, not its value"
RelStatus rel_reading_fail(const RelGraphReader *self, uint32_t fact,
                           const char *expected);

/// A fact's whole number
RelStatus rel_reading_number(const RelGraphReader *self, uint32_t fact,
                             uint32_t *number);

/// The entity that a fact names, as a term
RelStatus rel_reading_term(RelGraphReader *self, uint32_t fact, RelTerm *term);

/// Copy a text of fixed room; false: it is too long
bool rel_reading_copy(RelStr text, char *out, size_t size);

/// Send the claim at `record` with its values, which end before `end`
RelStatus rel_reading_claim(RelGraphReader *self, const RelRecord *record,
                            const RelRecord *end);

#endif
