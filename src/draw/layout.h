// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_LAYOUT_H
#define REL_DRAW_LAYOUT_H

#include "draw/dot.h"

#include <stdio.h>

/// What a child process draws
typedef struct {
  const RelPlan *plan;
  RelDotOptions options;
  const char *format; ///< Of Graphviz; "dot" is written without a layout
} RelLayoutJob;

/// How rel_layout_run() ends; anything but success writes what Graphviz says
typedef enum {
  REL_LAYOUT_DONE = 0,
  REL_LAYOUT_NO_GRAPH = 10,
  REL_LAYOUT_NO_LAYOUT = 11,
  REL_LAYOUT_NO_PICTURE = 12
} RelLayoutCode;

/// What stands before the bytes of the picture
typedef struct {
  double width; ///< Points
  double height;
} RelLayoutSize;

/**
   Lay out and render; the work of one child process, see rel_child_start().

   Graphviz gives the same bytes only for the first layout of a process.

   @param job A #RelLayoutJob.
*/
int rel_layout_run(const void *job, FILE *out);

/// Room for a picture, in points
typedef struct {
  double width;
  double height;
  bool may_turn; ///< The page may be turned
} RelLayoutRoom;

/// How many times larger a picture may be to fill the room
double rel_layout_fit(RelLayoutSize size, RelLayoutRoom room);

#endif
