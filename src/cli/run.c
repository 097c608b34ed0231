// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/// One format that can be written
typedef struct {
  const char *name;   ///< As -f has it, and the file's ending
  const char *syntax; ///< raptor's name; null for pictures and tables
} Format;

static const Format formats[] = {
    {"ttl", "turtle"}, {"nt", "ntriples"}, {"nq", "nquads"},
    {"rdf", "rdfxml"}, {"svg", NULL},      {"png", NULL},
    {"pdf", NULL},     {"dot", NULL},      {"tsv", NULL},
};

static const Format *
find_format(const char *name)
{
  for (size_t i = 0; name && i < sizeof(formats) / sizeof(*formats); ++i) {
    if (!strcmp(name, formats[i].name)) {
      return &formats[i];
    }
  }
  return NULL;
}

// ---------------------------------------------------------------- writing

static RelStatus
write_format(const Reader *run, const RelGraph *graph, const Format *format,
             FILE *out)
{
  const Options *const o = run->options;

  if (format->syntax) {
    const RelRdfOptions rdf = {o->base, format->syntax};
    return rel_rdf_write(graph, &rdf, out);
  }
  if (!strcmp(format->name, "tsv")) {
    return rel_graph_write_tsv(graph, out);
  }

  uint32_t n_documents = 0;
  const RelGraphDocument *const first =
      rel_graph_documents(graph, &n_documents);
  const RelDrawOptions draw = {
      .format = format->name,
      .title = o->title || n_documents != 1U ? o->title : first->title.data,
      .max_edges =
          o->max_edges ? (uint32_t)strtoul(o->max_edges, NULL, 10) : 0U};
  return rel_draw(graph, &draw, out);
}

/// Writers know only a stream: put the file's name before their words
static RelStatus
fail_in_file(const Reader *run, const char *path, RelStatus st)
{
  const RelPlace place = {path, 0U, 0U, 0U};
  const char *const error = rel_world_error(run->world);
  const char *const mark = strstr(error, "error: ");
  char words[512];

  snprintf(words, sizeof(words), "%s",
           mark ? mark + strlen("error: ") : rel_status_text(st));
  return rel_fail(run->world, st, place, "%s", words);
}

/// Write a file that is not yet in its place: rel_output_close() puts it there
static RelStatus
write_output(const Reader *run, const RelGraph *graph, const Format *format,
             const char *path, RelOutput *out)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_output_open(run->world, path, out));
  st = write_format(run, graph, format, out->stream);
  if (st) {
    rel_output_abort(out);
    return st == REL_OUTPUT ? fail_in_file(run, path, st) : st;
  }
  return st;
}

static void
tell_written(const Reader *run, const char *path)
{
  if (strcmp(path, "-") != 0 && !run->options->is_quiet) {
    printf("%s\n", path);
  }
}

static RelStatus
write_file(const Reader *run, const RelGraph *graph, const Format *format,
           const char *path)
{
  RelStatus st = REL_OK;
  RelOutput out;

  REL_TRY(st, write_output(run, graph, format, path, &out));
  REL_TRY(st, rel_output_close(&out));
  tell_written(run, path);
  return st;
}

/// The input's name without folders and ending; "graph" for several inputs
static void
result_name(const Options *o, char *name, size_t size)
{
  const char *const path = o->files[0];
  const char *const slash = strrchr(path, '/');
  const char *const base = slash ? slash + 1 : path;
  const char *const dot = strrchr(base, '.');
  const size_t len = dot && dot > base ? (size_t)(dot - base) : strlen(base);

  if (o->n_files > 1 || !strcmp(path, "-")) {
    snprintf(name, size, "graph");
  } else {
    snprintf(name, size, "%.*s", (int)len, base);
  }
}

static RelStatus
make_folder(const Reader *run, const char *path)
{
  struct stat info;
  const RelPlace place = {path, 0U, 0U, 0U};

  if (mkdir(path, 0777) && errno != EEXIST) {
    return rel_fail(run->world, REL_BAD_FILE, place, "cannot be made: %s",
                    strerror(errno));
  }
  if (stat(path, &info) || !S_ISDIR(info.st_mode)) {
    return rel_fail(run->world, REL_BAD_FILE, place,
                    "expected a folder, not a file");
  }
  return REL_OK;
}

/// All files are written before the first one takes its place
static RelStatus
write_both(const Reader *run, const RelGraph *graph, const char *const *paths)
{
  RelOutput outs[2];
  RelStatus st = REL_OK;

  REL_TRY(st, write_output(run, graph, find_format("ttl"), paths[0], &outs[0]));
  st = write_output(run, graph, find_format("svg"), paths[1], &outs[1]);
  if (st) {
    rel_output_abort(&outs[0]);
    return st;
  }
  st = rel_output_close(&outs[0]);
  if (st) {
    rel_output_abort(&outs[1]);
    return st;
  }
  REL_TRY(st, rel_output_close(&outs[1]));
  tell_written(run, paths[0]);
  tell_written(run, paths[1]);
  return st;
}

static RelStatus
write_into_folder(const Reader *run, const RelGraph *graph, const char *folder,
                  const Format *only)
{
  RelStatus st = REL_OK;
  char name[256];
  char first[4096];
  char second[4096];

  REL_TRY(st, make_folder(run, folder));
  result_name(run->options, name, sizeof(name));
  snprintf(first, sizeof(first), "%s/%s.%s", folder, name,
           only ? only->name : "ttl");
  snprintf(second, sizeof(second), "%s/%s.svg", folder, name);

  const char *const paths[] = {first, second};
  return only ? write_file(run, graph, only, first)
              : write_both(run, graph, paths);
}

/// Is the place a file? What is there decides, else what it is called
static bool
is_file_place(const char *place, bool is_named_so, bool has_format)
{
  struct stat info;

  if (place && !stat(place, &info)) {
    return !S_ISDIR(info.st_mode) && (is_named_so || has_format);
  }
  return is_named_so;
}

static RelStatus
write_results(const Reader *run, const RelGraph *graph)
{
  const Options *const o = run->options;
  const char *const dot = o->output ? strrchr(o->output, '.') : NULL;
  const Format *const asked = find_format(o->format);
  const Format *const named = dot ? find_format(dot + 1) : NULL;
  const bool is_stdout =
      o->output ? !strcmp(o->output, "-") : o->format != NULL;

  if (is_stdout) {
    return write_file(run, graph, asked ? asked : &formats[0], "-");
  }
  if (is_file_place(o->output, named || (asked && dot), asked != NULL)) {
    return write_file(run, graph, asked ? asked : named, o->output);
  }
  return write_into_folder(run, graph, o->output ? o->output : "out", asked);
}

// ---------------------------------------------------------- graph and lines

static RelStatus
make_graph(Reader *run)
{
  RelGraph *graph = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_graph_new(run->world, &graph));
  rel_graph_accept_reported(graph, run->options->accepts_reported);
  RelFilter filter = {rel_graph_sink(graph),
                      option_number(run->options->min_confidence, 0.0F)};
  const RelSink sink = rel_filter_sink(&filter);

  st = reader_read(run, &sink);
  if (!st) {
    st = rel_graph_finish(graph);
  }
  if (!st) {
    st = write_results(run, graph);
  }
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
  st = make_results(&run);
  if (!st) {
    reader_tell_times(&run);
  }
  reader_close(&run);
  return st;
}

static int
check_run(const Command *command, const Options *o)
{
  if (o->format && !find_format(o->format) && !find_open_format(o->format)) {
    return usage_error(command, "--format",
                       "expected ttl, nt, nq, rdf, svg, png, pdf, "
                       "dot, tsv, open, carb or benchie");
  }
  if (o->stop_after && last_room(o) == REL_N_ROOMS) {
    return usage_error(command, "--stop-after",
                       "expected text, tag, parse, mention or extract");
  }
  return 0;
}

static const Option run_options[] = {
    OPTION('o', "output", "PLACE", output,
           "write into this folder, or to this file;\n"
           "- is standard output (default: the folder out)"),
    OPTION_CORRECTIONS,
    OPTION_AUTHORITY,
    OPTION('f', "format", "FORMAT", format,
           "ttl, nt, nq, rdf (RDF/XML), svg, png, pdf, dot, tsv,\n"
           "open (the text's own words), carb or benchie; one\n"
           "format goes to standard output unless -o is given\n"
           "(default: both ttl and svg)"),
    OPTION(0, "stop-after", "ROOM", stop_after,
           "print the layer that a room makes: text (tokens),\n"
           "tag (CoNLL-U without trees), parse (CoNLL-U),\n"
           "mention (entities) or extract (triples)"),
    OPTION_INPUT,
    OPTION_REPARSE,
    OPTION_MODEL,
    OPTION_BASE,
    OPTION_DATE,
    OPTION(0, "min-confidence", "X", min_confidence,
           "leave out triples below X, from 0 to 1; default: 0,\n"
           "open 0.35, benchie 0.25"),
    OPTION(0, "accept-reported", NULL, accepts_reported,
           "state as plain triples what somebody is reported to\n"
           "have said"),
    OPTION(0, "title", "TEXT", title,
           "title of the map (default: the article's)"),
    OPTION(0, "max-edges", "N", max_edges,
           "draw the N strongest relations (default: 60)"),
    OPTION(0, "times", NULL, shows_times,
           "print the seconds spent in each room"),
    OPTION('q', "quiet", NULL, is_quiet,
           "no progress and no list of files written"),
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_run = {
    .name = "run",
    .arguments = "[OPTION]... FILE...",
    .usage = "Read English news and write who did what to whom: an RDF graph\n"
             "(out/NAME.ttl) and a relationship map (out/NAME.svg).\n"
             "Several files make one graph. FILE - is standard input.\n",
    .example = "Example: relata article.txt && xdg-open out/article.svg\n",
    OPTIONS_OF(run_options),
    .check = check_run,
    .run = run_articles,
};
