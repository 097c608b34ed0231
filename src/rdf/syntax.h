// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_SYNTAX_H
#define REL_RDF_SYNTAX_H

#include "rdf/stream.h"

/// A statement whose IRIs are checked and whose literal is clean
typedef struct {
  RelStr graph; ///< Empty for the default graph
  RelStr subject;
  RelStr predicate;
  RelRdfObject object;
} RelRdfStatement;

/// A way of writing statements, for rdf/stream.h alone
typedef struct {
  void *handle; ///< Owned by the syntax; null before it is open
  RelStatus (*add)(void *handle, const RelRdfStatement *statement);
  /// Write what is left; the stream flushes
  RelStatus (*end)(void *handle);
  void (*free)(void *handle);
} RelRdfSyntax;

/// Open a way of writing to `out`; on failure there is nothing to free
typedef RelStatus RelRdfSyntaxOpen(RelWorld *world,
                                   const RelRdfStreamOptions *options,
                                   FILE *out, RelRdfSyntax *syntax);

RelRdfSyntaxOpen rel_syntax_raptor; ///< Turtle and RDF/XML; no graphs
RelRdfSyntaxOpen rel_syntax_lines;  ///< N-Triples and N-Quads, streaming
RelRdfSyntaxOpen rel_syntax_trig;   ///< TriG: a graph at a time, by raptor
RelRdfSyntaxOpen rel_syntax_jsonld; ///< JSON-LD, a node at a time; no graphs

#endif
