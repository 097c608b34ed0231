// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_QUERY_H
#define REL_RDF_QUERY_H

#include "rdf/answer.h"
#include "rdf/memory.h"

/// A question in SPARQL and how to answer it
typedef struct {
  const char *name; ///< Of the text, for messages
  RelStr text;
  const char *base; ///< Of our IRIs; null for https://w3id.org/relata/
  RelAnswerFormat format;
  unsigned seconds; ///< That the answer may take; 0: #REL_QUERY_SECONDS
} RelQuery;

enum {
  REL_QUERY_SECONDS = 60,
  /// Triples from which a store should be asked; docs/STORES.md has the times
  REL_QUERY_MOST = 2000000,
};

/// What to do with a graph that is too large, behind other words
#define REL_QUERY_STORE                                                        \
  "; for more, load the graph into a store (relata load) and ask there"

/**
   Ask a graph.

   SELECT and ASK give the format, CONSTRUCT gives N-Triples, sorted. Patterns
   are looked up in the order in which they are written. The prefixes that we
   write (`relata:`, `ent:`, `rdfs:` …) need not be declared. librasqal
   computes; what it lacks or gets wrong is refused with words: EXISTS, MINUS,
   property paths, GRAPH, FROM, SERVICE, DESCRIBE, updates, expressions beside
   GROUP BY. Needs libxml2's process-wide state, as rel_rdf_write().

   @return #REL_BAD_ARG with line and column of what is no SPARQL or is not
   answered here, or when time is over.
*/
RelStatus rel_query_run(RelMemory *memory, const RelQuery *query, FILE *out);

#endif
