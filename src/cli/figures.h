// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_FIGURES_H
#define REL_CLI_FIGURES_H

#include "cli/options.h"

/// Files that take their places together; at most a report and its figures
typedef struct {
  const Options *options;
  RelWorld *world; ///< Not owned
  RelArena arena;  ///< Of the paths
  RelOutput outs[REL_MAX_PARTS + 1];
  const char *paths[REL_MAX_PARTS + 1];
  uint32_t n;
} FileSet;

void file_set_init(FileSet *set, const Options *options, RelWorld *world);

/// Open one more; its stream is that of the last of `outs`
RelStatus file_set_open(FileSet *set, const char *path);

/// Put all in their places and tell of them; after a failure drop all
RelStatus file_set_end(FileSet *set, RelStatus st);

/**
   Draw a graph into files of the set: one, or with --split one for each part.

   @param stem Path without number and ending.
   @param format Of the figures.
*/
RelStatus figures_draw(FileSet *set, const RelGraph *graph,
                       const RelReportOptions *report, const char *stem,
                       const char *format);

/// How many figures --split makes of the graph; 1 without it
RelStatus figures_count(const Options *options, const RelGraph *graph,
                        const RelDrawOptions *draw, uint32_t *n);

/// `relata draw --split`: NAME-1.svg, NAME-2.svg ...
RelStatus figures_split(const Options *options, RelWorld *world,
                        const RelGraph *graph);

#endif
