// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_RESULTS_H
#define REL_CLI_RESULTS_H

#include "cli/options.h"

/**
   Write a graph to where -o says, in the format of -f, or of the file's ending.

   Without them: Turtle and a map into the folder `out`. A file takes its place
   when it is complete, and both only together.
*/
RelStatus results_write(const Options *options, RelWorld *world,
                        const RelGraph *graph);

/// The same for a map alone
RelStatus results_draw(const Options *options, RelWorld *world,
                       const RelGraph *graph);

/**
   Where a result of several files goes: the path of -o without its ending, else
   the first input's name in the folder `out`.

   @param usual Format where neither -f nor the ending of -o says one.
   @param format Output: the format, a word of the options or `usual`.
*/
RelStatus results_stem(const Options *options, RelWorld *world,
                       const char *usual, char *stem, size_t size,
                       const char **format);

/// Do the results show the articles? The graph must keep them then
bool results_want_texts(const Options *options);

/// Is it one of the formats of a graph?
bool results_has_format(const char *name);
/// Is it one of the formats of a map?
bool results_has_picture(const char *name);

#endif
