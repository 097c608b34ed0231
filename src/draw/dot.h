// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_DOT_H
#define REL_DRAW_DOT_H

#include "draw/caption.h"

/// How nodes are placed
typedef enum {
  REL_LAYOUT_RIGHT, ///< Ranks from left to right
  REL_LAYOUT_DOWN,  ///< Ranks from top to bottom
  REL_LAYOUT_CLOUD, ///< By springs, no words on the lines
  REL_LAYOUT_GRID   ///< In rows, whatever the edges
} RelLayout;

typedef struct {
  RelLayout layout;
  RelCaption caption; ///< And the look of all words
  uint32_t part;      ///< Of several in one page: its ids begin with it
  const char *dpi;    ///< Pixels per inch of a bitmap; null for the default
  const char *size; ///< Inches that the picture shrinks to, "6.3,9.4"; or null
} RelDotOptions;

struct Agraph_s;

/**
   Make the Graphviz graph of a plan, with all its looks, before layout.

   Cards, lines and legend follow the plan's kinds and lines; tooltips quote the
   evidence. The caller closes it with agclose().
*/
RelStatus rel_dot_graph(RelArena *arena, const RelPlan *plan,
                        const RelDotOptions *options, struct Agraph_s **graph);

#endif
