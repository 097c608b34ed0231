// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_SVG_H
#define REL_DRAW_SVG_H

#include "base/buffer.h"

/// What an SVG says of itself
typedef struct {
  RelStr title;       ///< Clean text
  RelStr description; ///< Escaped for XML already
  uint32_t part;      ///< Of several in one page, from 1: its ids differ; or 0
} RelSvgWords;

/**
   Make Graphviz's SVG fit for browsers, screen readers and comparison.

   Adds role, title and description; turns tooltips, which Graphviz writes as
   links that go nowhere, into the titles of nodes and lines; replaces the
   colour "transparent", which SVG 1.1 lacks; drops the document type and all
   comments, one of which names Graphviz's version.
*/
RelStatus rel_svg_tidy(RelArena *arena, RelStr svg, const RelSvgWords *words,
                       RelStr *tidy);

/// Nodes in an SVG of Graphviz's
uint32_t rel_svg_count_nodes(RelStr svg);

#endif
