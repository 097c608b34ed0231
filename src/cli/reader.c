// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/reader.h"

#include "cli/record.h"
#include "cli/results.h"

#include <string.h>
#include <unistd.h>

/// Files from which progress is shown on a terminal
enum { MANY_FILES = 5 };

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

bool
input_is_graph(const Options *options, const char *path)
{
  return options->input ? !strcmp(options->input, "graph")
                        : rel_rdf_is_graph(path);
}

/// Trees and graphs that are read and the text layer need no model
static bool
needs_model(const Options *o, RelRoom last)
{
  const bool has_trees =
      o->input && !strcmp(o->input, "conllu") && !o->is_reparsed;
  bool has_articles = false;

  for (int i = 0; i < o->n_files; ++i) {
    has_articles = has_articles || !input_is_graph(o, o->files[i]);
  }
  return last != REL_ROOM_TEXT && !has_trees && has_articles;
}

/// What the user knows better, if anything
static RelStatus
read_guide(Reader *self)
{
  const Options *const o = self->options;
  RelStatus st = REL_OK;

  if (!o->corrections && !o->authority) {
    return REL_OK;
  }
  REL_TRY(st, rel_guide_new(self->world, &self->guide));
  if (o->authority) {
    REL_TRY(st, rel_read_authority(self->world, o->authority, self->guide));
  }
  return o->corrections
             ? rel_guide_read_corrections(self->guide, o->corrections)
             : REL_OK;
}

static RelStatus
open_all(Reader *self, RelRoom last)
{
  const Options *const o = self->options;
  RelStatus st = REL_OK;

  if (needs_model(o, last)) {
    REL_TRY(st, rel_model_open(self->world, o->model, &self->model));
  }
  REL_TRY(st, read_guide(self));
  self->reading =
      (RelReading){.world = self->world,
                   .model = self->model,
                   .input = input_kind(o->input),
                   .is_reparsed = o->is_reparsed,
                   .joins_likely = o->joins_likely,
                   .guide = self->guide,
                   .date = rel_str(o->date),
                   .views = 1U << REL_VIEW_GRAPH,
                   .seconds = o->shows_times ? self->seconds : NULL};
  return last == REL_ROOM_TAG && self->model
             ? rel_tagger_new(self->model, &self->arena, &self->reading.tagger)
             : REL_OK;
}

RelStatus
reader_open(Reader *reader, const Options *options, RelWorld *world,
            RelRoom last)
{
  *reader = (Reader){.options = options, .world = world};
  rel_arena_init(&reader->arena, world);

  const RelStatus st = open_all(reader, last);
  if (st) {
    reader_close(reader);
  }
  return st;
}

void
reader_close(Reader *reader)
{
  rel_arena_clear(&reader->arena);
  rel_guide_free(reader->guide);
  rel_model_close(reader->model);
}

static void
show_progress(const Options *o, int i)
{
  if (o->n_files >= MANY_FILES && !o->is_quiet && isatty(STDERR_FILENO)) {
    fprintf(stderr, "\rreading %d of %d%s", i + 1, o->n_files,
            i + 1 == o->n_files ? "\r\033[K" : "");
  }
}

/// All graphs that are read have one base, unless the user gives one
static RelStatus
keep_base(Reader *self, const RelRdfReading *graph)
{
  const RelPlace place = {graph->path, 0U, 0U, 0U};

  if (!*self->base) {
    memcpy(self->base, graph->base, sizeof(self->base));
  }
  return self->options->base || !strcmp(self->base, graph->base)
             ? REL_OK
             : rel_fail(self->world, REL_BAD_INPUT, place,
                        "expected IRIs below %s as in the graphs before, not "
                        "below %s (--base gives all the same)",
                        self->base, graph->base);
}

static RelStatus
read_graph(Reader *self, const char *path, const RelSink *sink)
{
  RelRdfReading graph = {.path = path};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_rdf_read(self->world, &graph, sink));
  if (graph.n_skipped && !self->options->is_quiet) {
    fprintf(stderr,
            "%s: note: skipped %llu statements that relata does not write\n",
            path, (unsigned long long)graph.n_skipped);
  }
  return keep_base(self, &graph);
}

/// Is it the file that is bad, and not the world?
static bool
is_of_file(RelStatus st)
{
  return st == REL_BAD_FILE || st == REL_BAD_TEXT || st == REL_BAD_INPUT ||
         st == REL_BAD_EVIDENCE;
}

/// Among the files of folders a bad one is told and left out
static RelStatus
read_input(Reader *self, const char *path, const RelSink *sink)
{
  const RelStatus st = input_is_graph(self->options, path)
                           ? read_graph(self, path, sink)
                           : rel_read(&self->reading, path, sink);

  if (!self->keeps_going || !self->options->has_folders || !is_of_file(st)) {
    return st;
  }
  fprintf(stderr, "%s\n", rel_world_error(self->world));
  ++self->n_bad;
  return REL_OK;
}

RelStatus
reader_check(const Reader *reader)
{
  const RelPlace place = {"relata", 0U, 0U, 0U};

  return reader->n_bad ? rel_fail(reader->world, REL_BAD_INPUT, place,
                                  "expected %d articles, not %d of them, which "
                                  "are left out of what is written",
                                  reader->options->n_files, reader->n_bad)
                       : REL_OK;
}

RelStatus
reader_read(Reader *reader, const RelSink *sink)
{
  const Options *const o = reader->options;
  RelStatus st = REL_OK;

  for (int i = 0; i < o->n_files; ++i) {
    show_progress(o, i);
    REL_TRY(st, read_input(reader, o->files[i], sink));
  }
  return reader->guide ? rel_guide_check(reader->guide) : REL_OK;
}

/// Read all files into a graph, but for what --withdraw and --replace leave out
static RelStatus
read_picked(Reader *reader, RelSink next)
{
  const Options *const o = reader->options;
  RelPick *pick = NULL;
  RelStatus st = rel_pick_new(reader->world, next, &pick);
  const RelSink sink = rel_pick_sink(pick);

  st = st ? st : rel_pick_withdraw(pick, rel_str(o->withdraw));
  // what replaces is read first
  for (int i = 0; !st && i < o->n_files; ++i) {
    const int place = o->replaces_sources ? o->n_files - 1 - i : i;
    show_progress(o, i);
    st = read_input(reader, o->files[place], &sink);
    if (o->replaces_sources) {
      rel_pick_replace(pick);
    }
  }
  st = st ? st : rel_pick_check(pick);
  rel_pick_free(pick);
  return st;
}

static RelStatus
fill_graph(Reader *reader, RelGraph *graph, const RelSink *sink)
{
  const Options *const o = reader->options;
  RelStatus st = REL_OK;

  REL_TRY(st, record_run(reader, graph));
  REL_TRY(st, o->withdraw || o->replaces_sources ? read_picked(reader, *sink)
                                                 : reader_read(reader, sink));
  REL_TRY(st, rel_graph_finish(graph));
  return rel_graph_set_base(graph, rel_str(reader->base));
}

RelStatus
reader_make_graph(Reader *reader, RelGraph **graph)
{
  const Options *const o = reader->options;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_graph_new(reader->world, graph));
  rel_graph_accept_reported(*graph, o->accepts_reported);
  // nothing comes into the graph whose quote does not stand in its source
  RelVerify verify;
  rel_verify_init(&verify, reader->world, rel_graph_sink(*graph));
  rel_graph_keep_texts(*graph, results_want_texts(o));
  RelFilter filter = {rel_verify_sink(&verify),
                      option_number(o->min_confidence, 0.0F)};
  const RelSink sink = rel_filter_sink(&filter);

  st = fill_graph(reader, *graph, &sink);
  rel_verify_clear(&verify);
  if (st) {
    rel_graph_free(*graph);
    *graph = NULL;
  }
  return st;
}

void
reader_tell_times(const Reader *reader)
{
  for (unsigned room = 0; reader->options->shows_times && room < REL_N_ROOMS;
       ++room) {
    if (room != REL_ROOM_TAG || reader->seconds[room] > 0.0) {
      fprintf(stderr, "%s\t%.6f\n", rel_room_text((RelRoom)room),
              reader->seconds[room]);
    }
  }
}

RelStatus
print_result(const Options *options, RelWorld *world, Printer print,
             void *handle)
{
  RelOutput out;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_output_open(world, options->output ? options->output : "-",
                              &out));
  st = print(handle, out.stream);
  if (st) {
    rel_output_abort(&out);
    return st;
  }
  return rel_output_close(&out);
}
