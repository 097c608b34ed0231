// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_DRAWING_H
#define REL_CLI_DRAWING_H

#include "cli/command.h"

// Rows of the tables of commands that draw

#define OPTION_TITLE                                                           \
  OPTION(0, "title", "TEXT", title, "title of the map (default: the article's)")
#define OPTION_TOP                                                             \
  OPTION(0, "top", "N", top, "draw the N strongest relations (default: 60)")
#define OPTION_PALETTE                                                         \
  OPTION(0, "palette", "NAME", palette,                                        \
         "colours of the map: light (default), dark, print\n"                  \
         "(black and white) or colour-blind")
#define OPTION_FOCUS                                                           \
  OPTION(0, "focus", "NAMES", focus,                                           \
         "draw these actors, parted by \";\", and what is near")
#define OPTION_DEPTH                                                           \
  OPTION(0, "depth", "K", depth,                                               \
         "with --focus: up to K lines away (default: 1)")
#define OPTION_TYPES                                                           \
  OPTION(0, "types", "KINDS", types,                                           \
         "draw only these, parted by commas: person, country,\n"               \
         "organisation, place, facility, event, work, role,\n"                 \
         "thing")
#define OPTION_EVENTS                                                          \
  OPTION(0, "events", "CLASSES", events,                                       \
         "draw only these events of schema/events.ttl, such as\n"              \
         "Meet,Threaten; all: whatever has a class")
#define OPTION_SINCE                                                           \
  OPTION(0, "since", "TIME", since,                                            \
         "draw what is of this day, month or year, or later:\n"                \
         "2018-06-03, 2018-06 or 2018")
#define OPTION_UNTIL                                                           \
  OPTION(0, "until", "TIME", until, "draw what is of this time, or earlier")
#define OPTION_ONLY                                                            \
  OPTION(0, "only", "asserted", only,                                          \
         "draw nothing that is planned, possible, threatened,\n"               \
         "denied or only reported")

#define OPTION_SIZE                                                            \
  OPTION(0, "size", "SIZE", size,                                              \
         "fit a4, a5, column, slide or WIDTHxHEIGHTmm, letters\n"              \
         "of 6 points and more: the strongest relations that do")
#define OPTION_SPLIT                                                           \
  OPTION(0, "split", NULL, is_split,                                           \
         "a figure for each hub: NAME-1, NAME-2, ...")
#define OPTION_DPI                                                             \
  OPTION(0, "dpi", "N", dpi, "pixels per inch of a PNG (default: 150)")
#define OPTION_CAPTION                                                         \
  OPTION(0, "caption", "TEXT", caption, "words under the title of the map")
#define OPTION_ALT                                                             \
  OPTION(0, "alt", "TEXT", alt,                                                \
         "description of an SVG for those who do not see it\n"                 \
         "(default: counts and hubs)")

/// Check the values of these options; 0, or 2 after a message
int drawing_check(const Command *command, const Options *options);

/// What the options say of a map of the graph; the format is left to fill in
void drawing_options(const Options *options, const RelGraph *graph,
                     RelDrawOptions *draw);

#endif
