// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_PAINTER_H
#define REL_DRAW_PAINTER_H

#include "draw/picture.h"
#include "draw/plan.h"

/// Up to here in ranks, with words on the lines
enum { REL_RANKED_EDGES = 100 };

/// One call of rel_draw()
typedef struct {
  RelWorld *world; ///< Not owned
  RelArena arena;
  RelPlan plan;
  const RelDrawOptions *options;
  double seconds; ///< For each layout
  double fit;     ///< Of the last layout: times it may grow to fill its room
} RelPainter;

/**
   Lay the plan out in a child process, and in a second one by a simpler engine
   when that fails; of the two directions of ranks the better one wins.

   @param bytes Output in the format of the options.
   @return #REL_OUTPUT with what the child died of.
*/
RelStatus rel_painter_lay_out(RelPainter *painter, RelStr *bytes);

/**
   Plan and lay out so that the picture fits the options' size with letters of
   6 points and more: the strongest relations that do.

   @param wanted Of it `max_edges` is the most that is tried.
*/
RelStatus rel_painter_fit(RelPainter *painter, const RelGraph *graph,
                          const RelPlanOptions *wanted, RelStr *bytes);

/// Is this the format?
bool rel_painter_wants(const RelPainter *painter, const char *format);

RelStatus rel_painter_fail(const RelPainter *painter, const char *words);

#endif
