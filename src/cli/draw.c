// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/drawing.h"
#include "cli/figures.h"
#include "cli/reader.h"
#include "cli/results.h"

#include <string.h>

static RelStatus
draw(const Options *options, RelWorld *world)
{
  RelGraph *graph = NULL;
  Reader reader;
  RelStatus st = REL_OK;

  REL_TRY(st, reader_open(&reader, options, world, REL_ROOM_EXTRACT));
  reader.keeps_going = true;
  st = reader_make_graph(&reader, &graph);
  if (!st) {
    st = options->is_split ? figures_split(options, world, graph)
                           : results_draw(options, world, graph);
  }
  st = st ? st : reader_check(&reader);
  rel_graph_free(graph);
  reader_close(&reader);
  return st;
}

static int
check_draw(const Command *command, const Options *o)
{
  if (o->format && !results_has_picture(o->format)) {
    return usage_error(command, "--format",
                       "expected svg, png, pdf, eps, html or dot");
  }
  if (o->is_split && o->output && !strcmp(o->output, "-")) {
    return usage_error(command, "--split", "expected files, not a stream");
  }
  return drawing_check(command, o);
}

static const Option draw_options[] = {
    OPTION('o', "output", "PLACE", output,
           "draw into this folder, or this file, whose ending\n"
           "is the format; - is standard output (default: out)"),
    OPTION('f', "format", "FORMAT", format,
           "svg (default), png, pdf, eps, dot, or html: one page\n"
           "to explore map and article in; goes to standard\n"
           "output unless -o is given"),
    OPTION_TOP,
    OPTION_FOCUS,
    OPTION_DEPTH,
    OPTION_TYPES,
    OPTION_EVENTS,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION(0, "min-confidence", "X", min_confidence,
           "leave out relations below X, from 0 to 1; default: 0"),
    OPTION_ONLY,
    OPTION_TITLE,
    OPTION_PALETTE,
    OPTION_SIZE,
    OPTION_SPLIT,
    OPTION_DPI,
    OPTION_CAPTION,
    OPTION_ALT,
    OPTION_CORRECTIONS,
    OPTION_AUTHORITY,
    OPTION_INPUT,
    OPTION_REPARSE,
    OPTION_MODEL,
    OPTION_DATE,
    OPTION('q', "quiet", NULL, is_quiet,
           "no progress and no list of files written"),
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_draw = {
    .name = "draw",
    .takes_folders = true,
    .arguments = "[OPTION]... FILE...",
    .usage = "Draw who did what to whom, a relationship map (out/NAME.svg), "
             "from English\n"
             "news or from graphs that relata wrote (.ttl, .nt, .nq, .rdf). "
             "FILE - is\nstandard input.\n",
    .example = "Example: relata draw article.txt --focus \"Ana Mora\" -o "
               "mora.pdf\n",
    OPTIONS_OF(draw_options),
    .check = check_draw,
    .run = draw,
};
