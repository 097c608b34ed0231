// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/style.h"

#define SLATE "#5F6B76"
#define FAINT SLATE "99" // with alpha
#define INK   "#2B2B2B"

static const RelLineStyle lines[REL_N_LINES] = {
    [REL_LINE_STATED] = {"stated", "solid", "normal", SLATE, FAINT, INK, "►"},
    [REL_LINE_REPORTED] = {"reported", "solid", "empty", SLATE, FAINT, INK,
                           ">"},
    [REL_LINE_POSSIBLE] = {"possible", "dashed", "empty", SLATE, FAINT, INK,
                           ">"},
    [REL_LINE_THREATENED] = {"threatened", "dashed", "normal", "#B3400E",
                             "#B3400E", "#8F330B", "►"},
    [REL_LINE_NEGATED] = {"denied", "dotted", "tee", SLATE, FAINT, INK, "|"},
};

// Contrast of text on the fills is at least 15:1, of borders on white 4.2:1
static const RelCardStyle cards[REL_N_TERM_KINDS] = {
    [REL_TERM_NONE] = {"", "thing", "#FFFFFF", "#5C5C5C"},
    [REL_TERM_THING] = {"", "thing", "#FFFFFF", "#6E6E6E"},
    [REL_TERM_PERSON] = {"person", "person", "#DCEBF7", "#0072B2"},
    [REL_TERM_ORGANISATION] = {"organisation", "organisation", "#FCEBD0",
                               "#9A5B00"},
    [REL_TERM_COUNTRY] = {"country", "country", "#D9F2E6", "#00734F"},
    [REL_TERM_PLACE] = {"place", "place", "#D9F2E6", "#00734F"},
    [REL_TERM_EVENT] = {"event", "event", "#F7E1EE", "#A6407C"},
    [REL_TERM_WORK] = {"work", "work", "#EAE6F5", "#5B4A9E"},
    [REL_TERM_ROLE] = {"role", "role", "#EDF3F8", "#3D6C8E"},
    [REL_TERM_DATE] = {"date", "date", "#F2F2F2", "#5C5C5C"},
    [REL_TERM_MONEY] = {"amount", "amount", "#F2F2F2", "#5C5C5C"},
    [REL_TERM_CLAUSE] = {"words", "words", "#F2F2F2", "#5C5C5C"},
    [REL_TERM_QUANTITY] = {"amount", "amount", "#F2F2F2", "#5C5C5C"},
};

const RelLineStyle *
rel_line_style(RelLine line)
{
  return &lines[line];
}

const RelCardStyle *
rel_card_style(RelTermKind kind)
{
  return &cards[kind];
}
