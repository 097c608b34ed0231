// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_STROKE_H
#define REL_DRAW_STROKE_H

#include "draw/merge.h"

typedef struct {
  RelStroke *items; ///< In order of statements
  uint32_t n;
  const RelStatement **contents; ///< By statement: content drawn with it
} RelStrokes;

/**
   Find the statements that can be lines of the picture.

   They go from one node to another: the object, else who receives an amount or
   is told something. A statement that is the content of another one with the
   same ends is drawn as that other: "threaten to impose" takes the line of the
   threatened "impose".

   @param is_folded By node: not drawn on its own, see rel_roles_fold().
*/
RelStatus rel_strokes_collect(RelArena *arena, const RelGraph *graph,
                              const bool *is_folded, RelStrokes *strokes);

#endif
