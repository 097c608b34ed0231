// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_PICTURE_H
#define REL_DRAW_PICTURE_H

#include "draw/selection.h"

#include <stdio.h>

typedef struct {
  const char *format;     ///< "svg", "png", "pdf", "eps", "html" or "dot"
  const char *title;      ///< Of the figure; null for none
  RelPalette palette;     ///< Colours; a page may have #REL_N_PALETTES: its
                          ///< reader's own
  RelSelection selection; ///< What is wanted
  uint32_t max_edges;     ///< Strongest edges drawn; 0 for the default, 60
  double width;  ///< Millimetres that the figure has to fit; 0: as it comes
  double height; ///< Given with the width
  unsigned dpi;  ///< Pixels per inch of a PNG; 0 for the default, 150
  const char *caption; ///< Under the title; null for none
  const char *alt;     ///< In place of the description; null for ours
  double time_limit;   ///< Seconds for the layout; 0 for the default, 20
} RelDrawOptions;

/**
   Draw the relationship map of a graph, or write a page to explore it in.

   A figure with a size shows the strongest relations that fit it with letters
   of 6 points and more.

   The layout runs in a child process with limits on time and memory; a second
   try takes a simpler engine. What is left out is said on the figure.

   @return #REL_OUTPUT with what the child died of, or #REL_BAD_ARG for a
   format or focus that is not known.
*/
RelStatus rel_draw_make(RelArena *arena, const RelGraph *graph,
                        const RelDrawOptions *options, RelStr *bytes);

/// The same into a stream; what cannot be written is #REL_OUTPUT
RelStatus rel_draw(const RelGraph *graph, const RelDrawOptions *options,
                   FILE *out);

#endif
