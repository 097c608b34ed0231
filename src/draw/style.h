// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_STYLE_H
#define REL_DRAW_STYLE_H

#include "triple/triple.h"

/// How far a relation may be trusted, which is how its line is drawn
typedef enum {
  REL_LINE_STATED,     ///< By the newsroom, as it is
  REL_LINE_REPORTED,   ///< As it is, in somebody's words
  REL_LINE_POSSIBLE,   ///< Planned, possible, conditional, asked
  REL_LINE_THREATENED, ///< Held out as a threat
  REL_LINE_NEGATED,    ///< Said not to be so
  REL_N_LINES
} RelLine;

typedef struct {
  const char *name;   ///< Class in the SVG, word in the legend
  const char *style;  ///< Of the line, a word of Graphviz
  const char *arrow;  ///< Shape of the head
  const char *colour; ///< Of the line
  const char *faint;  ///< The same, where many lines cross
  const char *font_colour;
  const char *head; ///< The arrow head in letters, for the legend
} RelLineStyle;

/// The "cards" look of one kind of node
typedef struct {
  const char *word;   ///< Under the name, empty for none
  const char *legend; ///< What such a card is
  const char *fill;
  const char *border;
} RelCardStyle;

#define REL_FONT "Helvetica,Arial,Liberation Sans,sans-serif"

const RelLineStyle *rel_line_style(RelLine line);
const RelCardStyle *rel_card_style(RelTermKind kind);

#endif
