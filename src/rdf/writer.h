// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_WRITER_H
#define REL_RDF_WRITER_H

#include "graph/graph.h"

#include <stdio.h>

typedef struct {
  const char *base;   ///< Of our IRIs; null for https://w3id.org/relata/
  const char *syntax; ///< raptor's name: "turtle", "ntriples", "rdfxml"
} RelRdfOptions;

/// Can IRIs begin so? An absolute IRI without query and fragment
bool rel_rdf_is_base(const char *text);

/**
   Write the graph as RDF.

   Plain triples for what is asserted, one relata:Claim per statement, entities,
   sentences, documents. No blank nodes, no lists; the same graph gives the same
   bytes.

   Raptor sets up and tears down libxml2 for the whole process in each call, so
   calls must not overlap in time.

   @return #REL_OUTPUT with raptor's or the system's words.
*/
RelStatus rel_rdf_write(const RelGraph *graph, const RelRdfOptions *options,
                        FILE *out);

#endif
