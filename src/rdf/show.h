// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_SHOW_H
#define REL_RDF_SHOW_H

#include "rdf/parse.h"

enum { REL_SHOWN_SIZE = 400 }; ///< Bytes, with the terminator

/// A term as a message shows it
typedef struct {
  char text[REL_SHOWN_SIZE];
} RelShown;

/// `relata:polarity` in our namespaces, else `<iri>`, cut where it is long
RelShown rel_show_iri(RelStr iri);

/// An IRI as above, `"text"@en`, `"0.5"^^xsd:decimal` or `a blank node`
RelShown rel_show_term(const RelParsedTerm *term);

#endif
