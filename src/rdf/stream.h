// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_STREAM_H
#define REL_RDF_STREAM_H

#include "base/world.h"
#include "rdf/vocabulary.h"

#include <stdio.h>

/// Statements on their way to a file, in whatever syntax
typedef struct RelRdfStreamImpl RelRdfStream;

/// How a stream writes
typedef struct {
  /// "turtle", "ntriples", "nquads", "trig", "rdfxml" or "jsonld"
  const char *syntax;
  RelStr base;              ///< IRI to write others relative to; or empty
  const RelNamespace *more; ///< Prefixes after those of the vocabulary
  uint32_t n_more;
} RelRdfStreamOptions;

/// What may stand as an object
typedef enum {
  REL_OBJECT_IRI,
  REL_OBJECT_ENGLISH, ///< Text in the article's language
  REL_OBJECT_PLAIN,   ///< A string in no language
  REL_OBJECT_TYPED,   ///< A literal of type `datatype`
} RelRdfObjectKind;

typedef struct {
  RelRdfObjectKind kind;
  RelStr value;
  RelVocabulary datatype; ///< For #REL_OBJECT_TYPED
} RelRdfObject;

/// Has the syntax named graphs?
bool rel_rdf_has_graphs(const char *syntax);

/**
   Begin to write.

   Turtle, TriG and RDF/XML are raptor's, which sets up and tears down libxml2
   for the whole process with each of its worlds, and one stream has one: keep
   streams to one thread at a time. Turtle is held in memory until the end, TriG
   until its graph's, JSON-LD as long as one subject's statements come in a row;
   the others hold nothing but a statement.

   @return #REL_BAD_ARG for an unknown syntax; `stream` is null on any failure.
*/
RelStatus rel_rdf_stream_open(RelWorld *world,
                              const RelRdfStreamOptions *options, FILE *out,
                              RelRdfStream **stream);

/**
   The named graph of the statements that follow; empty: the default graph.

   Where the syntax has no graphs, it says nothing.

   @return #REL_OUTPUT for an IRI that rel_sanitize_is_iri() refuses.
*/
RelStatus rel_rdf_stream_graph(RelRdfStream *stream, RelStr graph);

/**
   Write a statement; literals are sanitised on the way.

   @return #REL_OUTPUT for an IRI that rel_sanitize_is_iri() refuses.
*/
RelStatus rel_rdf_stream_add(RelRdfStream *stream, RelStr subject,
                             RelStr predicate, RelRdfObject object);

/// Write what is left and flush; #REL_OUTPUT with raptor's or the system's
/// words
RelStatus rel_rdf_stream_end(RelRdfStream *stream);

void rel_rdf_stream_free(RelRdfStream *stream);

#endif
