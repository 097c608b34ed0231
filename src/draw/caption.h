// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_CAPTION_H
#define REL_DRAW_CAPTION_H

#include "draw/plan.h"

/// What stands under a picture besides what the plan tells
typedef struct {
  RelLook look;
  const char *title;   ///< Null for none
  const char *caption; ///< A sentence or two under the title; null for none
  double width;        ///< Points that its lines should keep to; 0: any
} RelCaption;

/**
   The HTML-like table under a picture: title, caption, what is left out, the
   legend of the kinds and lines that occur, and the sources.
*/
RelStatus rel_caption_html(RelArena *arena, const RelPlan *plan,
                           const RelCaption *caption, RelStr *html);

/// "showing 60 of 212 relations", or empty when all are there
RelStatus rel_caption_cut(RelArena *arena, const RelPlan *plan, RelStr *text);

/// Counts and hubs in words, for those who cannot see the picture
RelStatus rel_caption_describe(RelArena *arena, const RelPlan *plan,
                               RelStr *text);

#endif
