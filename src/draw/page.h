// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_PAGE_H
#define REL_DRAW_PAGE_H

#include "draw/plan.h"

/// Where a card lies at first, in points from the top left
typedef struct {
  double x;
  double y;
  bool is_known;
} RelPagePlace;

/// How a page begins; readers change all of it in the page
typedef struct {
  const char *title; ///< Null for "Relationship map"
  RelPalette
      palette; ///< #REL_N_PALETTES: light or dark, as the reader's system
  const RelPagePlace *places; ///< By node of the graph
} RelPageOptions;

/// Take the places of cards from Graphviz's format "plain"; others stay
void rel_page_read_places(RelStr plain, const RelGraph *graph,
                          RelPagePlace *places);

/**
   Write one HTML file that needs nothing else: the map to explore, filters, the
   evidence, and the articles where the graph has kept their text.

   Its content security policy allows the page's own script and style and no
   network. What comes from articles stands in it as data, never as markup.

   @param plan All edges that are wanted, the strongest first, see
   #RelPlanOptions; its worthy ones are shown at first.
*/
RelStatus rel_page_make(RelArena *arena, const RelPlan *plan,
                        const RelPageOptions *options, RelStr *html);

#endif
