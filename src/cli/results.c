// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/results.h"

#include "cli/drawing.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/// Writes a table
typedef RelStatus Table(const RelGraph *graph, const RelRdfOptions *options,
                        FILE *out);

/// One format that can be written
typedef struct {
  const char *name;   ///< As -f has it, and the file's ending
  const char *syntax; ///< rdf/stream.h's name; null for pictures and tables
  bool is_picture;
  Table *table; ///< Writes a table with IRIs; null for what is none
} Format;

/// A graph on its way out
typedef struct {
  const Options *options;
  RelWorld *world;
  bool is_picture_only; ///< The folder gets a picture and no graph
} Result;

static const Format formats[] = {
    {"ttl", "turtle", false, NULL},
    {"nt", "ntriples", false, NULL},
    {"nq", "nquads", false, NULL},
    {"trig", "trig", false, NULL},
    {"rdf", "rdfxml", false, NULL},
    {"jsonld", "jsonld", false, NULL},
    {"jsonl", NULL, false, rel_rdf_write_jsonl},
    {"csv", NULL, false, rel_rdf_write_csv},
    {"graphml", NULL, false, rel_rdf_write_graphml},
    {"tsv", NULL, false, NULL},
    {"svg", NULL, true, NULL},
    {"png", NULL, true, NULL},
    {"pdf", NULL, true, NULL},
    {"eps", NULL, true, NULL},
    {"html", NULL, true, NULL},
    {"dot", NULL, true, NULL},
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

static RelStatus
write_format(const Result *self, const RelGraph *graph, const Format *format,
             FILE *out)
{
  const Options *const o = self->options;

  const RelRdfOptions rdf = {o->base, format->syntax,
                             option_provenance(o->provenance)};

  if (format->syntax) {
    return rel_rdf_write(graph, &rdf, out);
  }
  if (format->table) {
    return format->table(graph, &rdf, out);
  }
  if (!strcmp(format->name, "tsv")) {
    return rel_graph_write_tsv(graph, out);
  }

  RelDrawOptions draw;
  drawing_options(o, graph, &draw);
  draw.format = format->name;
  return rel_draw(graph, &draw, out);
}

/// Writers know only a stream: put the file's name before their words
static RelStatus
fail_in_file(const Result *self, const char *path, RelStatus st)
{
  const RelPlace place = {path, 0U, 0U, 0U};
  const char *const error = rel_world_error(self->world);
  const char *const mark = strstr(error, "error: ");
  char words[512];

  snprintf(words, sizeof(words), "%s",
           mark ? mark + strlen("error: ") : rel_status_text(st));
  return rel_fail(self->world, st, place, "%s", words);
}

/// Write a file that is not yet in its place: rel_output_close() puts it there
static RelStatus
write_output(const Result *self, const RelGraph *graph, const Format *format,
             const char *path, RelOutput *out)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_output_open(self->world, path, out));
  st = write_format(self, graph, format, out->stream);
  if (st) {
    rel_output_abort(out);
    return st == REL_OUTPUT ? fail_in_file(self, path, st) : st;
  }
  return st;
}

static void
tell_written(const Result *self, const char *path)
{
  if (strcmp(path, "-") != 0 && !self->options->is_quiet) {
    printf("%s\n", path);
  }
}

static RelStatus
write_file(const Result *self, const RelGraph *graph, const Format *format,
           const char *path)
{
  RelStatus st = REL_OK;
  RelOutput out;

  REL_TRY(st, write_output(self, graph, format, path, &out));
  REL_TRY(st, rel_output_close(&out));
  tell_written(self, path);
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
make_folder(const Result *self, const char *path)
{
  struct stat info;
  const RelPlace place = {path, 0U, 0U, 0U};

  if (mkdir(path, 0777) && errno != EEXIST) {
    return rel_fail(self->world, REL_BAD_FILE, place, "cannot be made: %s",
                    strerror(errno));
  }
  if (stat(path, &info) || !S_ISDIR(info.st_mode)) {
    return rel_fail(self->world, REL_BAD_FILE, place,
                    "expected a folder, not a file");
  }
  return REL_OK;
}

/// All files are written before the first one takes its place
static RelStatus
write_both(const Result *self, const RelGraph *graph, const char *const *paths)
{
  RelOutput outs[2];
  RelStatus st = REL_OK;

  REL_TRY(st,
          write_output(self, graph, find_format("ttl"), paths[0], &outs[0]));
  st = write_output(self, graph, find_format("svg"), paths[1], &outs[1]);
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
  tell_written(self, paths[0]);
  tell_written(self, paths[1]);
  return st;
}

static RelStatus
write_into_folder(const Result *self, const RelGraph *graph, const char *folder,
                  const Format *only)
{
  RelStatus st = REL_OK;
  char name[256];
  char first[4096];
  char second[4096];

  REL_TRY(st, make_folder(self, folder));
  result_name(self->options, name, sizeof(name));
  only = self->is_picture_only && !only ? find_format("svg") : only;
  snprintf(first, sizeof(first), "%s/%s.%s", folder, name,
           only ? only->name : "ttl");
  snprintf(second, sizeof(second), "%s/%s.svg", folder, name);

  const char *const paths[] = {first, second};
  return only ? write_file(self, graph, only, first)
              : write_both(self, graph, paths);
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
write_result(const Result *self, const RelGraph *graph)
{
  const Options *const o = self->options;
  const char *const dot = o->output ? strrchr(o->output, '.') : NULL;
  const Format *const asked = find_format(o->format);
  const Format *const named = dot ? find_format(dot + 1) : NULL;
  const Format *const usual =
      find_format(self->is_picture_only ? "svg" : "ttl");
  const bool is_stdout =
      o->output ? !strcmp(o->output, "-") : o->format != NULL;

  if (is_stdout) {
    return write_file(self, graph, asked ? asked : usual, "-");
  }
  if (is_file_place(o->output, named || (asked && dot), asked != NULL)) {
    return write_file(self, graph, asked ? asked : named, o->output);
  }
  return write_into_folder(self, graph, o->output ? o->output : "out", asked);
}

RelStatus
results_write(const Options *options, RelWorld *world, const RelGraph *graph)
{
  const Result self = {options, world, false};

  return write_result(&self, graph);
}

RelStatus
results_draw(const Options *options, RelWorld *world, const RelGraph *graph)
{
  const Result self = {options, world, true};

  return write_result(&self, graph);
}

RelStatus
results_stem(const Options *options, RelWorld *world, const char *usual,
             char *stem, size_t size, const char **format)
{
  const Result self = {options, world, true};
  const char *const output = options->output;
  const char *const dot = output ? strrchr(output, '.') : NULL;
  char name[256];
  RelStatus st = REL_OK;

  *format = options->format ? options->format : dot ? dot + 1 : usual;
  if (dot) {
    snprintf(stem, size, "%.*s", (int)(dot - output), output);
    return REL_OK;
  }
  REL_TRY(st, make_folder(&self, output ? output : "out"));
  result_name(options, name, sizeof(name));
  snprintf(stem, size, "%s/%s", output ? output : "out", name);
  return st;
}

bool
results_want_texts(const Options *options)
{
  const char *const dot =
      options->output ? strrchr(options->output, '.') : NULL;
  const char *const name = options->format ? options->format
                           : dot           ? dot + 1
                                           : "";

  return !strcmp(name, "html");
}

bool
results_has_format(const char *name)
{
  return find_format(name);
}

bool
results_has_picture(const char *name)
{
  const Format *const format = find_format(name);

  return format && format->is_picture;
}
