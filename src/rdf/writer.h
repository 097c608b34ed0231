// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_WRITER_H
#define REL_RDF_WRITER_H

#include "graph/graph.h"

#include <stdio.h>

/// How much is said of where claims come from; docs/RDF.md has the lists
typedef enum {
  REL_PROVENANCE_FULL, ///< Runs, documents, sentences with their words, claims
  REL_PROVENANCE_CLAIMS, ///< No runs; of sentences only their places
  REL_PROVENANCE_NONE,   ///< Plain triples, their entities and relations
  REL_N_PROVENANCES
} RelProvenance;

/// "full", "claims", "none"
const char *rel_provenance_text(RelProvenance provenance);

typedef struct {
  /// Of our IRIs; null: of a graph that was read, else
  /// https://w3id.org/relata/
  const char *base;
  /// "turtle" (or null), "ntriples", "nquads", "trig", "rdfxml" or "jsonld"
  const char *syntax;
  RelProvenance provenance;
} RelRdfOptions;

/// May it stand as an xsd:dateTime? "2026-03-02T15:04:05Z"
bool rel_rdf_is_time(const char *text);

/// Can IRIs begin so? An absolute IRI without query and fragment
bool rel_rdf_is_base(const char *text);

/**
   Write the graph as RDF.

   Plain triples for what is asserted, one relata:Claim per statement, entities,
   sentences, documents, runs. No blank nodes, no lists; the same graph gives
   the same bytes. N-Quads and TriG have one named graph per document, whose IRI
   is the document's; it holds all that the document needs.

   Raptor sets up and tears down libxml2 for the whole process in each call, so
   calls must not overlap in time.

   @return #REL_OUTPUT with raptor's or the system's words.
*/
RelStatus rel_rdf_write(const RelGraph *graph, const RelRdfOptions *options,
                        FILE *out);

#endif
