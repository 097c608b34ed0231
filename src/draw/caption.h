// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_CAPTION_H
#define REL_DRAW_CAPTION_H

#include "draw/plan.h"

/**
   The HTML-like table under a picture: title, what is left out, the legend of
   the kinds and lines that occur, and the sources.

   @param title May be null.
*/
RelStatus rel_caption_html(RelArena *arena, const RelPlan *plan,
                           RelPalette palette, const char *title, RelStr *html);

/// "showing 60 of 212 relations", or empty when all are there
RelStatus rel_caption_cut(RelArena *arena, const RelPlan *plan, RelStr *text);

/// Counts and hubs in words, for those who cannot see the picture
RelStatus rel_caption_describe(RelArena *arena, const RelPlan *plan,
                               RelStr *text);

#endif
