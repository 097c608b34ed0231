// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/drawing.h"
#include "cli/figures.h"
#include "cli/reader.h"
#include "cli/results.h"

#include <stdio.h>
#include <string.h>

enum { MAX_STEM = 4096, MAX_PATH = MAX_STEM + 32 };

static const char *const formats[] = {"md", "tex", "html"};

static bool
is_format(const char *name)
{
  return option_is_one_of(name, formats, sizeof(formats) / sizeof(*formats));
}

/// The report, and beside it its figures unless it has them inside
static RelStatus
write_report(FileSet *set, const RelGraph *graph, RelReportOptions *report,
             const char *stem)
{
  char path[MAX_PATH];
  RelStatus st = REL_OK;

  if (strcmp(report->format, "html") != 0) {
    REL_TRY(st, figures_draw(set, graph, report, stem,
                             rel_report_figure_format(report->format)));
  }
  snprintf(path, sizeof(path), "%s.%s", stem, report->format);
  REL_TRY(st, file_set_open(set, path));
  report->figure = stem;
  return rel_report_write(graph, report, set->outs[set->n - 1U].stream);
}

static RelStatus
make_report(const Options *options, RelWorld *world, const RelGraph *graph)
{
  RelReportOptions report = {.format = NULL};
  char stem[MAX_STEM];
  FileSet set;
  RelStatus st = REL_OK;

  drawing_options(options, graph, &report.draw);
  REL_TRY(st, figures_count(options, graph, &report.draw, &report.n_figures));
  REL_TRY(st, results_stem(options, world, "md", stem, sizeof(stem),
                           &report.format));
  file_set_init(&set, options, world);
  st = write_report(&set, graph, &report, stem);
  return file_set_end(&set, st);
}

static RelStatus
run_report(const Options *options, RelWorld *world)
{
  RelGraph *graph = NULL;
  Reader reader;
  RelStatus st = REL_OK;

  REL_TRY(st, reader_open(&reader, options, world, REL_ROOM_EXTRACT));
  st = reader_make_graph(&reader, &graph);
  if (!st) {
    st = make_report(options, world, graph);
  }
  rel_graph_free(graph);
  reader_close(&reader);
  return st;
}

static int
check_report(const Command *command, const Options *o)
{
  const char *const dot = o->output ? strrchr(o->output, '.') : NULL;

  if (o->format && !is_format(o->format)) {
    return usage_error(command, "--format", "expected md, tex or html");
  }
  if (o->output && (!dot || !is_format(dot + 1))) {
    return usage_error(command, "--output",
                       "expected a file that ends in .md, .tex or .html");
  }
  return drawing_check(command, o);
}

static const Option report_options[] = {
    OPTION('o', "output", "FILE", output,
           "write FILE.md, FILE.tex or FILE.html; figures go\n"
           "beside the first two (default: out/NAME.md)"),
    OPTION('f', "format", "FORMAT", format,
           "md (Markdown), tex (LaTeX) or html, where -o does\n"
           "not say it"),
    OPTION_SPLIT,
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
    OPTION_CAPTION,
    OPTION_ALT,
    OPTION_PALETTE,
    OPTION_SIZE,
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

const Command command_report = {
    .name = "report",
    .takes_folders = true,
    .arguments = "[OPTION]... FILE...",
    .usage = "Read English news and write a report: relationship map, table "
             "of relations\n"
             "with the words of their sources, list of articles. FILE - is "
             "standard input.\n",
    .example = "Example: relata report --size a4 dossier/*.txt -o "
               "dossier.tex\n",
    OPTIONS_OF(report_options),
    .check = check_report,
    .run = run_report,
};
