// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/style.h"

// Two digits behind a colour are its alpha
#define ROUND "rounded,filled"

/// Kinds that look alike
typedef enum {
  LOOK_THING,
  LOOK_PERSON,
  LOOK_ORGANISATION,
  LOOK_PLACE,
  LOOK_EVENT,
  LOOK_WORK,
  LOOK_ROLE,
  LOOK_VALUE,
  N_LOOKS
} Look;

static const struct {
  const char *word;
  Look look;
} kinds[REL_N_TERM_KINDS] = {
    [REL_TERM_NONE] = {"thing", LOOK_THING},
    [REL_TERM_THING] = {"thing", LOOK_THING},
    [REL_TERM_PERSON] = {"person", LOOK_PERSON},
    [REL_TERM_ORGANISATION] = {"organisation", LOOK_ORGANISATION},
    [REL_TERM_COUNTRY] = {"country", LOOK_PLACE},
    [REL_TERM_PLACE] = {"place", LOOK_PLACE},
    [REL_TERM_FACILITY] = {"facility", LOOK_PLACE},
    [REL_TERM_EVENT] = {"event", LOOK_EVENT},
    [REL_TERM_WORK] = {"work", LOOK_WORK},
    [REL_TERM_ROLE] = {"role", LOOK_ROLE},
    [REL_TERM_DATE] = {"date", LOOK_VALUE},
    [REL_TERM_MONEY] = {"amount", LOOK_VALUE},
    [REL_TERM_QUANTITY] = {"amount", LOOK_VALUE},
    [REL_TERM_CLAUSE] = {"words", LOOK_VALUE},
};

static const char *const line_names[REL_N_LINES] = {
    [REL_LINE_STATED] = "stated",         [REL_LINE_REPORTED] = "reported",
    [REL_LINE_POSSIBLE] = "possible",     [REL_LINE_NEGATED] = "denied",
    [REL_LINE_THREATENED] = "threatened",
};

/// A palette; text on cards and page has a contrast of 4.5:1 and more, borders
/// and lines one of 3:1 (WCAG 2.1), which the unit test computes
typedef struct {
  const char *name;
  RelPageStyle page;
  RelLineStyle lines[REL_N_LINES];
  RelCardStyle cards[N_LOOKS];
} Palette;

/// Lines of one colour but for threats
#define LINES(slate, faint, ink, threat, threat_ink)                           \
  {                                                                            \
    [REL_LINE_STATED] = {"solid", "normal", slate, faint, ink, "►"},           \
    [REL_LINE_REPORTED] = {"solid", "empty", slate, faint, ink, "▷"},          \
    [REL_LINE_POSSIBLE] = {"dashed", "empty", slate, faint, ink, "▷"},         \
    [REL_LINE_THREATENED] = {"dashed", "normal",   threat,                     \
                             threat,   threat_ink, "►"},                       \
    [REL_LINE_NEGATED] = {"dotted", "tee", slate, faint, ink, "|"},            \
  }

#define CARD(fill, border)                                                     \
  {                                                                            \
    fill, border, "box", ROUND                                                 \
  }

static const Palette palettes[REL_N_PALETTES] = {
    [REL_PALETTE_LIGHT] = {"light",
                           {"#FFFFFF", "#111111", "#333333"},
                           LINES("#5F6B76", "#5F6B7699", "#2B2B2B", "#B3400E",
                                 "#8F330B"),
                           {
                               [LOOK_THING] = CARD("#FFFFFF", "#6E6E6E"),
                               [LOOK_PERSON] = CARD("#DCEBF7", "#0068A3"),
                               [LOOK_ORGANISATION] = CARD("#FCEBD0", "#8A5000"),
                               [LOOK_PLACE] = CARD("#D9F2E6", "#006B49"),
                               [LOOK_EVENT] = CARD("#F7E1EE", "#9A3A73"),
                               [LOOK_WORK] = CARD("#EAE6F5", "#5B4A9E"),
                               [LOOK_ROLE] = CARD("#EDF3F8", "#3D6C8E"),
                               [LOOK_VALUE] = CARD("#F2F2F2", "#5C5C5C"),
                           }},
    [REL_PALETTE_DARK] = {"dark",
                          {"#14181D", "#F4F6F8", "#C9D1D9"},
                          LINES("#95A2AF", "#95A2AF99", "#D8DEE4", "#FF8A5B",
                                "#FFA27C"),
                          {
                              [LOOK_THING] = CARD("#1F252C", "#8F99A3"),
                              [LOOK_PERSON] = CARD("#123450", "#6BB8F2"),
                              [LOOK_ORGANISATION] = CARD("#43300F", "#E5AE4B"),
                              [LOOK_PLACE] = CARD("#0F3A2C", "#55CC9F"),
                              [LOOK_EVENT] = CARD("#45203A", "#EC97C8"),
                              [LOOK_WORK] = CARD("#2D2752", "#B1A5F2"),
                              [LOOK_ROLE] = CARD("#203040", "#93B8D4"),
                              [LOOK_VALUE] = CARD("#2A2F36", "#A7B0B9"),
                          }},
    [REL_PALETTE_PRINT] =
        {"print",
         {"#FFFFFF", "#000000", "#222222"},
         LINES("#000000", "#00000099", "#000000", "#000000", "#000000"),
         {
             [LOOK_THING] = {"#FFFFFF", "#000000", "box",
                             "rounded,filled,dashed"},
             [LOOK_PERSON] = {"#FFFFFF", "#000000", "box", ROUND},
             [LOOK_ORGANISATION] = {"#E6E6E6", "#000000", "box", "filled"},
             [LOOK_PLACE] = {"#CFCFCF", "#000000", "box", ROUND},
             [LOOK_EVENT] = {"#FFFFFF", "#000000", "note", "filled"},
             [LOOK_WORK] = {"#F2F2F2", "#000000", "folder", "filled"},
             [LOOK_ROLE] = {"#FFFFFF", "#000000", "box", ROUND},
             [LOOK_VALUE] = {"#FFFFFF", "#000000", "box",
                             "rounded,filled,dotted"},
         }},
    // Blue, yellow, orange and greys stay apart for deuteranopes, protanopes
    // and tritanopes; lightness and shape tell the rest
    [REL_PALETTE_SAFE] =
        {"colour-blind",
         {"#FFFFFF", "#111111", "#333333"},
         LINES("#555555", "#55555599", "#222222", "#A33B00", "#8A3200"),
         {
             [LOOK_THING] = {"#FFFFFF", "#666666", "box", ROUND},
             [LOOK_PERSON] = {"#CFE6FA", "#004C8C", "box", ROUND},
             [LOOK_ORGANISATION] = {"#FFD89B", "#6B3A00", "box", "filled"},
             [LOOK_PLACE] = {"#FFF7B0", "#5E5500", "box", ROUND},
             [LOOK_EVENT] = {"#E3E3E3", "#333333", "note", "filled"},
             [LOOK_WORK] = {"#F5F5F5", "#333333", "folder", "filled"},
             [LOOK_ROLE] = {"#E8F2FB", "#004C8C", "box", ROUND},
             [LOOK_VALUE] = {"#FFFFFF", "#555555", "box",
                             "rounded,filled,dotted"},
         }},
};

const char *
rel_palette_name(RelPalette palette)
{
  return palettes[palette].name;
}

RelPalette
rel_palette_find(RelStr name)
{
  unsigned i = 0U;

  while (i < REL_N_PALETTES &&
         !rel_str_equal(name, rel_str(palettes[i].name))) {
    ++i;
  }
  return (RelPalette)i;
}

const char *
rel_line_name(RelLine line)
{
  return line_names[line];
}

const char *
rel_card_word(RelTermKind kind)
{
  return kinds[kind].word;
}

bool
rel_card_shows_word(RelTermKind kind)
{
  return kinds[kind].look != LOOK_THING;
}

/// A page without a palette of its own is light where it is drawn
static const Palette *
find(RelPalette palette)
{
  return &palettes[palette < REL_N_PALETTES ? palette : REL_PALETTE_LIGHT];
}

const RelLineStyle *
rel_line_style(RelPalette palette, RelLine line)
{
  return &find(palette)->lines[line];
}

const RelCardStyle *
rel_card_style(RelPalette palette, RelTermKind kind)
{
  return &find(palette)->cards[kinds[kind].look];
}

const RelPageStyle *
rel_page_style(RelPalette palette)
{
  return &find(palette)->page;
}
