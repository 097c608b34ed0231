// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_SPOOL_H
#define REL_RDF_SPOOL_H

#include "graph/graph.h"
#include "rdf/writer.h"

#include <stdio.h>

/**
   A graph of any number of documents on its way to N-Triples.

   What is about one document goes to files that nobody sees; entities, plain
   triples and relations are sorted there. The bytes are those that
   rel_rdf_write() gives for the graph of all the documents. Memory: 48 MB, one
   document, 150 bytes for each document, and as much for each document that
   names the most frequent entity.
*/
typedef struct RelSpoolImpl RelSpool;

/// How a spool is filled
typedef struct {
  RelRdfOptions rdf;     ///< Syntax "ntriples"; provenance full or claims
  const char *folder;    ///< For its files; null: $TMPDIR, or /tmp
  bool accepts_reported; ///< See rel_graph_accept_reported()
  const RelRunInfo *run; ///< That reads the documents; or null
} RelSpoolOptions;

/// @param options Are kept, not copied
RelStatus rel_spool_new(RelWorld *world, const RelSpoolOptions *options,
                        RelSpool **spool);
void rel_spool_free(RelSpool *spool);

/// Takes documents as a graph's sink does
RelSink rel_spool_sink(RelSpool *spool);

/// Documents so far
uint32_t rel_spool_n_documents(const RelSpool *spool);

/// Write the graph of all documents; call once, after the last event
RelStatus rel_spool_write(RelSpool *spool, FILE *out);

#endif
