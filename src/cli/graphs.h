// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_GRAPHS_H
#define REL_CLI_GRAPHS_H

#include "cli/options.h"

/// Receives the statements of graphs
typedef struct {
  void *handle; ///< Given to `begin`; owned by whoever made it
  void (*begin)(void *handle, const char *path); ///< Names the next file
  RelParsedSink sink;
  bool wants_graphs; ///< Of articles: a graph for each document
} GraphSink;

/**
   Read the files that the options name: graphs as they are, all articles as
   one graph after them.

   A file with the ending of an RDF syntax is a graph; standard input is Turtle
   or N-Triples. With --input all files are articles.
*/
RelStatus graphs_read(const Options *options, RelWorld *world,
                      const GraphSink *sink);

/// Open a file that has no name and is gone when it is closed
RelStatus graphs_temporary(RelWorld *world, FILE **stream);

/// See that all that was written to it is there
RelStatus graphs_check(RelWorld *world, FILE *stream);

#endif
