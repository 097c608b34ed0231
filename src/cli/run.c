// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/drawing.h"
#include "cli/reader.h"
#include "cli/results.h"
#include "cli/streamed.h"

#include <string.h>

// ---------------------------------------------------------- graph and lines

static RelStatus
make_graph(Reader *run)
{
  RelGraph *graph = NULL;
  RelStatus st = REL_OK;

  if (streamed_is_better(run->options)) {
    return streamed_write(run);
  }
  REL_TRY(st, reader_make_graph(run, &graph));
  st = results_write(run->options, run->world, graph);
  rel_graph_free(graph);
  return st;
}

/// The open views as lines, each with the threshold that serves it best
static const struct OpenFormat {
  const char *name;
  RelOpenFormat format;
  RelView view;
  float min_confidence; ///< CaRB's scorer finds its cut by itself
} open_formats[] = {
    {"open", REL_OPEN_PLAIN, REL_VIEW_OPEN, 0.35F},
    {"carb", REL_OPEN_CARB, REL_VIEW_OPEN, 0.0F},
    {"benchie", REL_OPEN_BENCHIE, REL_VIEW_SPLIT, 0.25F},
};

static const struct OpenFormat *
find_open_format(const char *name)
{
  for (size_t i = 0; name && i < sizeof(open_formats) / sizeof(*open_formats);
       ++i) {
    if (!strcmp(name, open_formats[i].name)) {
      return &open_formats[i];
    }
  }
  return NULL;
}

/// A run that prints lines
typedef struct {
  Reader *run;
  const struct OpenFormat *format;
} OpenRun;

static RelStatus
print_open(void *handle, FILE *out)
{
  const OpenRun *const self = handle;
  Reader *const run = self->run;
  const struct OpenFormat *const asked = self->format;
  RelOpenPrint print = {
      .world = run->world, .out = out, .format = asked->format};
  RelFilter filter = {
      rel_open_sink(&print),
      option_number(run->options->min_confidence, asked->min_confidence)};
  const RelSink sink = rel_filter_sink(&filter);

  run->reading.views = 1U << asked->view;
  return reader_read(run, &sink);
}

/// The room behind which to stop; all of them where none is named
static RelRoom
last_room(const Options *o)
{
  return o->stop_after ? rel_room_find(rel_str(o->stop_after))
                       : REL_ROOM_EXTRACT;
}

static RelStatus
print_layers(void *handle, FILE *out)
{
  Reader *const run = handle;
  const RelRoom last = last_room(run->options);
  RelStatus st = REL_OK;

  run->reading.views = (1U << REL_VIEW_GRAPH) | (1U << REL_VIEW_OPEN);
  for (int i = 0; i < run->options->n_files; ++i) {
    REL_TRY(st,
            rel_read_print(&run->reading, run->options->files[i], last, out));
  }
  return run->guide && last >= REL_ROOM_MENTION ? rel_guide_check(run->guide)
                                                : REL_OK;
}

// ---------------------------------------------------------------- command

static RelStatus
make_results(Reader *run)
{
  const Options *const o = run->options;
  OpenRun lines = {run, find_open_format(o->format)};

  if (o->stop_after) {
    return print_result(o, run->world, print_layers, run);
  }
  return lines.format ? print_result(o, run->world, print_open, &lines)
                      : make_graph(run);
}

static RelStatus
run_articles(const Options *options, RelWorld *world)
{
  Reader run;
  RelStatus st = REL_OK;

  REL_TRY(st, reader_open(&run, options, world, last_room(options)));
  run.keeps_going = true;
  st = make_results(&run);
  st = st ? st : reader_check(&run);
  if (!st) {
    reader_tell_times(&run);
  }
  reader_close(&run);
  return st;
}

static int
check_run(const Command *command, const Options *o)
{
  if (o->format && !results_has_format(o->format) &&
      !find_open_format(o->format)) {
    return usage_error(command, "--format",
                       "expected ttl, nt, nq, trig, rdf, jsonld, jsonl, csv, "
                       "tsv, graphml, svg, png, pdf, eps, html, dot, open, "
                       "carb or benchie");
  }
  if (o->stop_after && last_room(o) == REL_N_ROOMS) {
    return usage_error(command, "--stop-after",
                       "expected text, tag, parse, mention or extract");
  }
  return drawing_check(command, o);
}

static const Option run_options[] = {
    OPTION('o', "output", "PLACE", output,
           "write into this folder, or to this file;\n"
           "- is standard output (default: the folder out)"),
    OPTION_CORRECTIONS,
    OPTION_AUTHORITY,
    OPTION('f', "format", "FORMAT", format,
           "graphs: ttl, nt, nq, trig, rdf (RDF/XML), jsonld,\n"
           "graphml; tables: csv, tsv, jsonl (JSON Lines); maps:\n"
           "svg, png, pdf, eps, dot, html (a page to explore);\n"
           "lines: open (the text's own words), carb, benchie;\n"
           "one format goes to standard output unless -o is given\n"
           "(default: both ttl and svg)"),
    OPTION(0, "stop-after", "ROOM", stop_after,
           "print the layer that a room makes: text (tokens),\n"
           "tag (CoNLL-U without trees), parse (CoNLL-U),\n"
           "mention (entities) or extract (triples)"),
    OPTION_INPUT,
    OPTION_REPARSE,
    OPTION_LIKELY,
    OPTION_MODEL,
    OPTION_BASE,
    OPTION_DATE,
    OPTION(0, "min-confidence", "X", min_confidence,
           "leave out triples below X, from 0 to 1; default: 0,\n"
           "open 0.35, benchie 0.25"),
    OPTION(0, "provenance", "HOW", provenance,
           "what the graph says of its sources: full (runs,\n"
           "documents, sentences, claims), claims (no runs and\n"
           "no sentences' words) or none (plain triples and\n"
           "their entities; default: full)"),
    OPTION(0, "run-time", "TIME", run_time,
           "say when this ran: now, or 2026-03-02T15:04:05Z\n"
           "(default: the graph has no clock)"),
    OPTION(0, "accept-reported", NULL, accepts_reported,
           "state as plain triples what somebody is reported to\n"
           "have said"),
    OPTION_TITLE,
    OPTION_TOP,
    OPTION_PALETTE,
    OPTION(0, "times", NULL, shows_times,
           "print the seconds spent in each room"),
    OPTION('q', "quiet", NULL, is_quiet,
           "no progress and no list of files written"),
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_run = {
    .name = "run",
    .takes_folders = true,
    .arguments = "[OPTION]... FILE...",
    .usage = "Read English news and write who did what to whom: an RDF graph\n"
             "(out/NAME.ttl) and a relationship map (out/NAME.svg).\n"
             "Several files make one graph; written graphs (.ttl, .nt, .nq, "
             ".rdf) can be\n"
             "among them, and folders of articles (.txt, .text, .md, .conllu), "
             "of which bad\n"
             "ones are told and left out. FILE - is standard input.\n",
    .example = "Example: relata article.txt && xdg-open out/article.svg\n",
    OPTIONS_OF(run_options),
    .check = check_run,
    .run = run_articles,
};
