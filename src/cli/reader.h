// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_READER_H
#define REL_CLI_READER_H

#include "cli/options.h"

/// Is the input a graph that was written before, not an article?
bool input_is_graph(const Options *options, const char *path);

/// What reading articles and graphs needs: the model, and what the user knows
/// better
typedef struct {
  const Options *options;
  RelWorld *world; ///< Not owned
  RelModel *model; ///< Null where trees are read
  RelGuide *guide; ///< Or null
  RelArena arena;  ///< What lives for all files
  RelReading reading;
  double seconds[REL_N_ROOMS];
  bool keeps_going; ///< Where files come from folders: tell of the bad ones
  int n_bad;        ///< and leave them out; reader_check() tells at the end
  char base[256];   ///< Of the graphs that were read; or empty
} Reader;

/**
   Open what the options name.

   @param last The last room that is asked for: the text room needs no model,
   the tag room a tagger.
   @return On failure the reader is closed.
*/
RelStatus reader_open(Reader *reader, const Options *options, RelWorld *world,
                      RelRoom last);

void reader_close(Reader *reader);

/// Read all files in their order, show progress where there are many, and see
/// that every line of the corrections found its names
RelStatus reader_read(Reader *reader, const RelSink *sink);

/// #REL_BAD_INPUT when articles were left out
RelStatus reader_check(const Reader *reader);

/// Read all files into one graph, which the caller frees
RelStatus reader_make_graph(Reader *reader, RelGraph **graph);

/// With --times, tell the seconds of each room
void reader_tell_times(const Reader *reader);

/// Writes a result
typedef RelStatus (*Printer)(void *handle, FILE *out);

/// Print to the place that -o names, or else to standard output; nothing stays
/// of a result that failed
RelStatus print_result(const Options *options, RelWorld *world, Printer print,
                       void *handle);

#endif
