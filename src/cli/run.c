// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/run.h"

#include "cli/entities.h"
#include "cli/parse.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// Files from which progress is shown on a terminal
enum { MANY_FILES = 5 };

/// One format that can be written
typedef struct {
  const char *name;   ///< As -f has it, and the file's ending
  const char *syntax; ///< raptor's name; null for pictures and tables
} Format;

static const Format formats[] = {
    {"ttl", "turtle"}, {"nt", "ntriples"}, {"rdf", "rdfxml"}, {"svg", NULL},
    {"png", NULL},     {"pdf", NULL},      {"dot", NULL},     {"tsv", NULL},
};

/// What a run carries from step to step
typedef struct {
  const Options *options;
  RelWorld *world;
  RelModel *model;
  RelArena arena;  ///< What lives for all files
  RelGuide *guide; ///< Or null
  RelReading reading;
  double seconds[REL_N_ROOMS];
} Run;

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

// ---------------------------------------------------------------- reading

static void
show_progress(const Run *run, int i)
{
  if (run->options->n_files >= MANY_FILES && !run->options->is_quiet &&
      isatty(STDERR_FILENO)) {
    fprintf(stderr, "\rreading %d of %d%s", i + 1, run->options->n_files,
            i + 1 == run->options->n_files ? "\r\033[K" : "");
  }
}

static RelStatus
read_all(Run *run, const RelSink *sink)
{
  RelStatus st = REL_OK;

  for (int i = 0; i < run->options->n_files; ++i) {
    show_progress(run, i);
    REL_TRY(st, rel_read(&run->reading, run->options->files[i], sink));
  }
  return run->guide ? rel_guide_check(run->guide) : REL_OK;
}

static RelStatus
print_layers(Run *run)
{
  const RelRoom last = rel_room_find(rel_str(run->options->stop_after));
  RelOutput out;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_output_open(run->world,
                              run->options->output ? run->options->output : "-",
                              &out));
  for (int i = 0; !st && i < run->options->n_files; ++i) {
    st =
        rel_read_print(&run->reading, run->options->files[i], last, out.stream);
  }
  if (!st && run->guide && last >= REL_ROOM_MENTION) {
    st = rel_guide_check(run->guide);
  }
  if (st) {
    rel_output_abort(&out);
    return st;
  }
  return rel_output_close(&out);
}

// ---------------------------------------------------------------- writing

static RelStatus
write_format(const Run *run, const RelGraph *graph, const Format *format,
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
fail_in_file(const Run *run, const char *path, RelStatus st)
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
write_output(const Run *run, const RelGraph *graph, const Format *format,
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
tell_written(const Run *run, const char *path)
{
  if (strcmp(path, "-") != 0 && !run->options->is_quiet) {
    printf("%s\n", path);
  }
}

static RelStatus
write_file(const Run *run, const RelGraph *graph, const Format *format,
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
make_folder(const Run *run, const char *path)
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
write_both(const Run *run, const RelGraph *graph, const char *const *paths)
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
write_into_folder(const Run *run, const RelGraph *graph, const char *folder,
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
write_results(const Run *run, const RelGraph *graph)
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

// ------------------------------------------------------------------- jobs

static float
min_confidence(const Run *run, float usual)
{
  return run->options->min_confidence
             ? strtof(run->options->min_confidence, NULL)
             : usual;
}

static RelStatus
make_graph(Run *run)
{
  RelGraph *graph = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_graph_new(run->world, &graph));
  rel_graph_accept_reported(graph, run->options->accepts_reported);
  RelFilter filter = {rel_graph_sink(graph), min_confidence(run, 0.0F)};
  const RelSink sink = rel_filter_sink(&filter);

  run->reading.views = 1U << REL_VIEW_GRAPH;
  st = read_all(run, &sink);
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
static const struct {
  const char *name;
  RelOpenFormat format;
  RelView view;
  float min_confidence; ///< CaRB's scorer finds its cut by itself
} open_formats[] = {
    {"open", REL_OPEN_PLAIN, REL_VIEW_OPEN, 0.35F},
    {"carb", REL_OPEN_CARB, REL_VIEW_OPEN, 0.0F},
    {"benchie", REL_OPEN_BENCHIE, REL_VIEW_SPLIT, 0.25F},
};

enum { N_OPEN_FORMATS = sizeof(open_formats) / sizeof(*open_formats) };

static RelStatus
print_open(Run *run, size_t k)
{
  RelOutput out;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_output_open(run->world,
                              run->options->output ? run->options->output : "-",
                              &out));
  RelOpenPrint print = {
      .world = run->world, .out = out.stream, .format = open_formats[k].format};
  RelFilter filter = {rel_open_sink(&print),
                      min_confidence(run, open_formats[k].min_confidence)};
  const RelSink sink = rel_filter_sink(&filter);

  run->reading.views = 1U << open_formats[k].view;
  st = read_all(run, &sink);
  if (st) {
    rel_output_abort(&out);
    return st;
  }
  return rel_output_close(&out);
}

static RelStatus
explain(Run *run, FILE *out)
{
  const Options *const o = run->options;
  const char *const path = o->files[0];

  run->reading.views = 1U << REL_VIEW_GRAPH;
  return o->triple
             ? rel_read_explain(&run->reading, path,
                                (uint32_t)strtoul(o->triple, NULL, 10), out)
             : rel_read_print(&run->reading, path, REL_ROOM_EXTRACT, out);
}

static RelStatus
write_explanation(Run *run)
{
  RelOutput out;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_output_open(run->world,
                              run->options->output ? run->options->output : "-",
                              &out));
  st = explain(run, out.stream);
  if (st) {
    rel_output_abort(&out);
    return st;
  }
  return rel_output_close(&out);
}

static RelStatus
do_job(Run *run)
{
  const Options *const o = run->options;

  if (o->job == JOB_EXPLAIN) {
    return write_explanation(run);
  }
  if (o->job == JOB_PARSE || o->job == JOB_TAG) {
    return parse_files(o, &run->reading);
  }
  if (o->job == JOB_ENTITIES) {
    return entities_of_files(o, &run->reading);
  }
  if (o->stop_after) {
    run->reading.views = (1U << REL_VIEW_GRAPH) | (1U << REL_VIEW_OPEN);
    return print_layers(run);
  }
  for (size_t k = 0; o->format && k < N_OPEN_FORMATS; ++k) {
    if (!strcmp(o->format, open_formats[k].name)) {
      return print_open(run, k);
    }
  }
  return make_graph(run);
}

static RelInput
input_kind(const char *name)
{
  if (!name) {
    return REL_INPUT_AUTO;
  }
  return !strcmp(name, "conllu")      ? REL_INPUT_CONLLU
         : !strcmp(name, "sentences") ? REL_INPUT_SENTENCES
         : !strcmp(name, "plain")     ? REL_INPUT_PLAIN
                                      : REL_INPUT_TEXT;
}

/// What the user knows better, if anything
static RelStatus
read_guide(Run *run)
{
  const Options *const o = run->options;
  RelStatus st = REL_OK;

  if (!o->corrections && !o->authority) {
    return REL_OK;
  }
  REL_TRY(st, rel_guide_new(run->world, &run->guide));
  if (o->authority) {
    REL_TRY(st, rel_read_authority(run->world, o->authority, run->guide));
  }
  return o->corrections ? rel_guide_read_corrections(run->guide, o->corrections)
                        : REL_OK;
}

/// Trees that are read and the text layer need no model
static bool
needs_model(const Options *o)
{
  const bool is_text_only = o->stop_after && !strcmp(o->stop_after, "text");
  const bool has_trees =
      o->input && !strcmp(o->input, "conllu") && !o->is_reparsed;

  if (o->job == JOB_PARSE || o->job == JOB_TAG) {
    return true;
  }
  return !is_text_only && !has_trees;
}

static void
print_times(const Run *run)
{
  for (unsigned room = 0; room < REL_N_ROOMS; ++room) {
    if (room != REL_ROOM_TAG || run->seconds[room] > 0.0) {
      fprintf(stderr, "%s\t%.6f\n", rel_room_text((RelRoom)room),
              run->seconds[room]);
    }
  }
}

/// One tagger for all files, if one is needed
static RelStatus
make_tagger(Run *run)
{
  const Options *const o = run->options;
  const bool is_tagged =
      o->job == JOB_TAG || (o->stop_after && !strcmp(o->stop_after, "tag"));

  return is_tagged && run->model
             ? rel_tagger_new(run->model, &run->arena, &run->reading.tagger)
             : REL_OK;
}

int
run(const Options *options)
{
  Run self = {.options = options, .world = rel_world_new(NULL)};

  if (!self.world) {
    fputs("relata: error: expected more memory, not a refusal\n", stderr);
    return 1;
  }

  RelStatus st = REL_OK;
  rel_arena_init(&self.arena, self.world);
  if (needs_model(options)) {
    st = rel_model_open(self.world, options->model, &self.model);
  }
  if (!st) {
    st = read_guide(&self);
  }
  if (!st) {
    self.reading =
        (RelReading){.world = self.world,
                     .model = self.model,
                     .input = input_kind(options->input),
                     .is_reparsed = options->is_reparsed,
                     .guide = self.guide,
                     .date = rel_str(options->date),
                     .seconds = options->shows_times ? self.seconds : NULL};
    st = make_tagger(&self);
  }
  if (!st) {
    st = do_job(&self);
  }
  if (st) {
    const char *const words = rel_world_error(self.world);
    fprintf(stderr, "%s\n", *words ? words : rel_status_text(st));
  } else if (options->shows_times) {
    print_times(&self);
  }
  rel_arena_clear(&self.arena);
  rel_guide_free(self.guide);
  rel_model_close(self.model);
  rel_world_free(self.world);
  return st ? 1 : 0;
}
