// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_STYLE_H
#define REL_DRAW_STYLE_H

#include "triple/triple.h"

/// The colours of a picture
typedef enum {
  REL_PALETTE_LIGHT,
  REL_PALETTE_DARK,
  REL_PALETTE_PRINT, ///< Black and white, kinds told by shape and grey
  REL_PALETTE_SAFE,  ///< For readers who do not see all colours
  REL_N_PALETTES
} RelPalette;

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
  const char *style;  ///< Of the line, a word of Graphviz
  const char *arrow;  ///< Shape of the head
  const char *colour; ///< Of the line
  const char *faint;  ///< The same, where many lines cross
  const char *font_colour;
  const char *head; ///< The arrow head in letters, for the legend
} RelLineStyle;

/// The "cards" look of one kind of node
typedef struct {
  const char *fill;
  const char *border; ///< Also of the word of its kind
  const char *shape;  ///< Of Graphviz
  const char *style;  ///< Of Graphviz
} RelCardStyle;

/// What lies under and beside the cards
typedef struct {
  const char *background;
  const char *ink;  ///< Names and the title
  const char *soft; ///< Roles, sources
} RelPageStyle;

/// How the words of a picture are set
typedef struct {
  RelPalette palette;
  bool is_even; ///< No letters smaller than 9 points, for figures that shrink
} RelLook;

#define REL_FONT "Helvetica,Arial,Liberation Sans,sans-serif"

/// "light", "dark", "print", "colour-blind"
const char *rel_palette_name(RelPalette palette);
/// The palette of that name, or #REL_N_PALETTES
RelPalette rel_palette_find(RelStr name);

/// Class in the SVG, word in the legend: "stated"
const char *rel_line_name(RelLine line);
/// Word under the name of a card, and in the legend: "person"
const char *rel_card_word(RelTermKind kind);
/// Is the word under the name worth its room? Not for mere things
bool rel_card_shows_word(RelTermKind kind);

// #REL_N_PALETTES gives those of the light one
const RelLineStyle *rel_line_style(RelPalette palette, RelLine line);
const RelCardStyle *rel_card_style(RelPalette palette, RelTermKind kind);
const RelPageStyle *rel_page_style(RelPalette palette);

#endif
