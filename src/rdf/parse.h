// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_PARSE_H
#define REL_RDF_PARSE_H

#include "base/world.h"

#include <stdio.h>

/// What a term of a parsed statement is
typedef enum {
  REL_PARSED_NOTHING, ///< Only for a graph: the default one
  REL_PARSED_IRI,
  REL_PARSED_BLANK,
  REL_PARSED_LITERAL,
} RelParsedKind;

/// A term; its strings are valid during the call only, and terminated
typedef struct {
  RelParsedKind kind;
  RelStr value;    ///< IRI, label of the blank node, or text of the literal
  RelStr datatype; ///< IRI; empty for a literal without one
  RelStr language; ///< In lower case; empty for none
} RelParsedTerm;

/// One statement of a file
typedef struct {
  RelParsedTerm subject;
  RelParsedTerm predicate; ///< Always an IRI
  RelParsedTerm object;
  RelParsedTerm graph;
  /// From 1; 0 when unknown. Raptor gives statements of Turtle and TriG when
  /// their block ends, with the line of the last prefixed name before that.
  uint32_t line;
} RelParsedStatement;

/// Receives statements; any status but #REL_OK ends the reading and comes back
typedef struct {
  void *handle; ///< Owned by whoever made it
  RelStatus (*on_statement)(void *handle, const RelParsedStatement *statement);
} RelParsedSink;

/// A file to parse
typedef struct {
  const char *path;   ///< "-" for standard input
  const char *syntax; ///< See rel_rdf_syntax(); null: by the path's ending
  const char *base;   ///< For relative IRIs; null: file:///graph
} RelParsedSource;

/**
   Raptor's name for the syntax of a file, by its ending.

   .ttl turtle, .nt ntriples, .nq nquads, .trig trig, .rdf, .owl and .xml
   rdfxml; "-" is turtle, which N-Triples is too. Null for any other ending.
*/
const char *rel_rdf_syntax(const char *path);

/**
   Read a file of RDF, statement by statement.

   The file is read in pieces: N-Triples, N-Quads and RDF/XML in constant
   memory; of Turtle and TriG raptor holds the text, and gives no statement
   before it has all. Nothing is fetched. Needs libxml2's process-wide state, as
   rel_rdf_write().

   @return #REL_BAD_INPUT with the line of what is not in that syntax,
   #REL_BAD_TEXT for bad UTF-8, #REL_BAD_ARG for an ending or syntax that is
   not known.
*/
RelStatus rel_rdf_parse(RelWorld *world, const RelParsedSource *source,
                        const RelParsedSink *sink);

/// The same for a stream that is open, and stays so; the source's path names it
RelStatus rel_rdf_parse_stream(RelWorld *world, const RelParsedSource *source,
                               FILE *stream, const RelParsedSink *sink);

#endif
