// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_READER_H
#define REL_RDF_READER_H

#include "base/world.h"
#include "triple/sink.h"

/// A graph to read, and what was found
typedef struct {
  const char *path;   ///< "-" for standard input
  const char *syntax; ///< As rel_rdf_syntax(); null: by the path's ending
  char base[256];     ///< Found: start of its IRIs
  uint64_t n_skipped; ///< Found: statements that relata does not write
} RelRdfReading;

/// Does the path end as a graph's file: .ttl, .nt, .nq, .trig, .rdf?
bool rel_rdf_is_graph(const char *path);

/**
   Read a graph that relata wrote and send its documents to a sink, as if their
   articles were read: a graph made of them is the graph that was written.

   Documents come sorted by id. All of the file is held in memory. Statements
   that relata does not write are counted and skipped; what it does write must
   be whole.

   @return #REL_BAD_INPUT with file and line, for Turtle that of the end of the
   block: not that syntax, no graph of ours, a claim without a subject, a
   confidence above 1, ...
*/
RelStatus rel_rdf_read(RelWorld *world, RelRdfReading *reading,
                       const RelSink *sink);

#endif
