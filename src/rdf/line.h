// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_LINE_H
#define REL_RDF_LINE_H

#include "base/buffer.h"
#include "rdf/parse.h"

/// May the text stand between < and > in N-Triples and SPARQL? An absolute IRI
/// without blanks, control characters and `<>"{}|\^` and backquote
bool rel_line_is_iri(RelStr text);

/**
   Add a statement as one line of N-Triples, without its graph.

   @return False, and nothing is added, for a blank node or an IRI that
   rel_line_is_iri() refuses; `odd` is that term.
*/
bool rel_line_add(RelBuffer *buffer, const RelParsedStatement *statement,
                  const RelParsedTerm **odd);

/// Add one term as N-Triples and SPARQL have it; a blank node too
void rel_line_add_term(RelBuffer *buffer, const RelParsedTerm *term);

#endif
