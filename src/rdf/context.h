// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_CONTEXT_H
#define REL_RDF_CONTEXT_H

#include "rdf/stream.h"

// The @context of our JSON-LD: short names of the properties, and what their
// values are where they say nothing else

/// What a bare string stands for
typedef enum {
  REL_TERM_AS_IRI,
  REL_TERM_AS_ENGLISH,
  REL_TERM_AS_PLAIN,   ///< Also: a number or a truth value
  REL_TERM_AS_DECIMAL, ///< xsd:decimal
} RelTermCoercion;

/// A property's name in JSON
typedef struct {
  const char *name;
  RelVocabulary property;
  RelTermCoercion coercion;
} RelContextTerm;

/// The term of a property, or null: then its IRI names it, shortened, and its
/// values say what they are
const RelContextTerm *rel_context_find(RelStr property);

/// All terms, in the order of the context
const RelContextTerm *rel_context_terms(uint32_t *n);

#endif
