// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/loader.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/intern.h"
#include "store/csv.h"
#include "rdf/line.h"
#include "store/tally.h"

enum {
  MAX_SHOWN = 200, // bytes of a term in a message
  MAX_ASKED = 100, // graphs whose triples are counted by one query
};

/// What waits for a graph
typedef struct {
  RelBuffer lines;
  bool is_started; ///< Something was sent: to replace is to add from now on
} Waiting;

struct RelLoaderImpl {
  RelStore *store; ///< Not owned
  RelWorld *world;
  RelLoaderOptions options;
  const char *path; ///< Of the statements
  RelArena arena;   ///< For the whole life
  RelArena chunk;   ///< The lines that wait
  RelIntern names;  ///< Graphs; their numbers index the next two
  REL_ARRAY(RelLoaderGraph) graphs;
  REL_ARRAY(Waiting) waiting;
  RelTally tally;
  uint32_t n_waiting; ///< Triples
  size_t n_bytes;     ///< That wait
  uint64_t n_sent;    ///< Triples, repeated ones too
};

// ------------------------------------------------------------------ counts

/// Graphs of which counts are asked, and what for
typedef struct {
  RelLoader *loader;
  bool is_before;
  bool is_odd; ///< The answer is none
} Counting;

static RelStatus
on_count(void *handle, const RelStr *fields, uint32_t n)
{
  Counting *const self = handle;
  RelLoader *const loader = self->loader;
  const uint32_t number =
      n == 2U ? rel_intern_find(&loader->names, fields[0]) : UINT32_MAX;
  uint64_t count = 0;

  // the names of the variables are no graph either
  if (number < loader->graphs.n) {
    RelLoaderGraph *const graph = &loader->graphs.items[number];
    self->is_odd = self->is_odd || !rel_csv_number(fields[1], &count);
    *(self->is_before ? &graph->n_before : &graph->n_after) = count;
  }
  return REL_OK;
}

/// Ask for the counts of some named graphs; those that the store lacks have 0
static RelStatus
count_named(Counting *counting, const uint32_t *numbers, uint32_t n)
{
  RelLoader *const loader = counting->loader;
  RelArena arena;
  rel_arena_init(&arena, loader->world);
  RelBuffer query = {.arena = &arena};

  rel_buffer_add(&query,
                 REL_STR("SELECT ?g (COUNT(*) AS ?n) WHERE { VALUES ?g {"));
  for (uint32_t i = 0; i < n; ++i) {
    rel_buffer_add(&query, REL_STR(" <"));
    rel_buffer_add(&query, loader->graphs.items[numbers[i]].graph);
    rel_buffer_add_char(&query, '>');
  }
  rel_buffer_add(&query, REL_STR(" } GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"));
  const RelStatus st =
      query.status ? query.status
                   : rel_store_select(loader->store, rel_buffer_str(&query),
                                      on_count, counting);
  rel_arena_clear(&arena);
  return st;
}

/// Ask how many triples some graphs have
static RelStatus
count_graphs(RelLoader *loader, const uint32_t *numbers, uint32_t n,
             bool is_before)
{
  Counting counting = {loader, is_before, false};
  uint32_t asked[MAX_ASKED];
  uint32_t n_asked = 0;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < n && !loader->options.skips_counts; ++i) {
    RelLoaderGraph *const graph = &loader->graphs.items[numbers[i]];
    if (graph->graph.len) {
      asked[n_asked++] = numbers[i];
    } else {
      REL_TRY(st,
              rel_store_count(loader->store, graph->graph,
                              is_before ? &graph->n_before : &graph->n_after));
    }
    if (n_asked && (n_asked == MAX_ASKED || i + 1U == n)) {
      REL_TRY(st, count_named(&counting, asked, n_asked));
      n_asked = 0U;
    }
  }
  return REL_OK;
}

static RelStatus
check_count(RelLoader *loader, const RelLoaderGraph *graph)
{
  const bool is_new = loader->options.replaces || !graph->n_before;
  const uint64_t least =
      graph->n_sent > graph->n_before ? graph->n_sent : graph->n_before;
  const uint64_t most = is_new && graph->graph.len
                            ? graph->n_sent
                            : graph->n_before + graph->n_sent;
  const RelPlace place = {
      graph->graph.len ? graph->graph.data : "default graph", 0U, 0U, 0U};

  // the default graph may be all graphs of the store in one
  if (graph->n_after >= (is_new ? graph->n_sent : least) &&
      (graph->n_after <= most || !graph->graph.len)) {
    return REL_OK;
  }
  return rel_fail(loader->world, REL_OUTPUT, place,
                  "expected %llu triples in the store (%llu were there, %llu "
                  "were sent), not %llu",
                  (unsigned long long)(is_new ? graph->n_sent : most),
                  (unsigned long long)graph->n_before,
                  (unsigned long long)graph->n_sent,
                  (unsigned long long)graph->n_after);
}

// ----------------------------------------------------------------- sending

/// Look up what the graphs have that get their first triples now
static RelStatus
count_new_graphs(RelLoader *loader)
{
  RelArena arena;
  rel_arena_init(&arena, loader->world);
  REL_ARRAY(uint32_t) numbers = {0};
  RelStatus st = REL_OK;

  for (uint32_t i = 0; !st && i < loader->waiting.n; ++i) {
    if (loader->waiting.items[i].lines.len &&
        !loader->waiting.items[i].is_started) {
      st = REL_ARRAY_PUSH(&arena, &numbers, i);
    }
  }
  if (!st && !loader->options.replaces) {
    st = count_graphs(loader, numbers.items, numbers.n, true);
  }
  rel_arena_clear(&arena);
  return st;
}

static RelStatus
send_chunk(RelLoader *loader)
{
  RelStatus st = REL_OK;

  REL_TRY(st, count_new_graphs(loader));
  for (uint32_t i = 0; i < loader->waiting.n; ++i) {
    Waiting *const waiting = &loader->waiting.items[i];
    const RelStr lines = rel_buffer_str(&waiting->lines);
    const RelStr graph = loader->graphs.items[i].graph;

    if (!lines.len) {
      continue;
    }
    REL_TRY(st, loader->options.replaces && !waiting->is_started
                    ? rel_store_put(loader->store, graph, lines)
                    : rel_store_post(loader->store, graph, lines));
    waiting->is_started = true;
    waiting->lines = (RelBuffer){.arena = &loader->chunk};
  }
  rel_arena_clear(&loader->chunk);
  loader->n_sent += loader->n_waiting;
  loader->n_waiting = 0U;
  loader->n_bytes = 0U;
  if (loader->options.on_progress) {
    loader->options.on_progress(loader->options.handle, loader->n_sent);
  }
  return REL_OK;
}

// --------------------------------------------------------------- statements

static RelStatus
fail_term(RelLoader *loader, const RelParsedStatement *statement,
          const RelParsedTerm *odd)
{
  const RelPlace place = {loader->path, 0U, statement->line, 0U};
  const bool is_blank = odd->kind == REL_PARSED_BLANK;
  const RelStr shown = rel_str_slice(
      odd->kind == REL_PARSED_LITERAL ? odd->datatype : odd->value, 0U,
      MAX_SHOWN);

  return rel_fail(
      loader->world, REL_BAD_INPUT, place, "expected %s, not %s%.*s%s",
      is_blank ? "an IRI, so that a graph can be loaded twice "
                 "without doubles"
               : "an absolute IRI",
      is_blank ? "blank node _:" : "<", REL_ARG(shown), is_blank ? "" : ">");
}

static RelStatus
find_graph(RelLoader *loader, const RelParsedTerm *term, uint32_t *number)
{
  const RelStr name = term->kind == REL_PARSED_NOTHING
                          ? rel_str(loader->options.graph)
                          : term->value;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_intern_add(&loader->names, name, number));
  if (*number == loader->graphs.n) {
    const RelLoaderGraph graph = {.graph = loader->names.strings[*number]};
    const Waiting waiting = {.lines = {.arena = &loader->chunk}};
    REL_TRY(st, REL_ARRAY_PUSH(&loader->arena, &loader->graphs, graph));
    REL_TRY(st, REL_ARRAY_PUSH(&loader->arena, &loader->waiting, waiting));
  }
  return REL_OK;
}

static RelStatus
on_statement(void *handle, const RelParsedStatement *statement)
{
  RelLoader *const self = handle;
  const RelParsedTerm *const graph = &statement->graph;
  const RelParsedTerm *odd = graph;
  uint32_t number = 0;
  bool is_new = false;
  RelStatus st = REL_OK;

  if (graph->kind != REL_PARSED_NOTHING &&
      (graph->kind != REL_PARSED_IRI || !rel_line_is_iri(graph->value))) {
    return fail_term(self, statement, odd);
  }
  REL_TRY(st, find_graph(self, graph, &number));
  RelBuffer *const lines = &self->waiting.items[number].lines;
  const size_t start = lines->len;

  if (!rel_line_add(lines, statement, &odd)) {
    return fail_term(self, statement, odd);
  }
  REL_TRY(st, lines->status);
  const RelStr line = rel_str_slice(rel_buffer_str(lines), start, lines->len);
  REL_TRY(st, rel_tally_add(&self->tally, number, line, &is_new));
  self->graphs.items[number].n_sent += is_new;
  self->n_bytes += line.len;
  return ++self->n_waiting < self->options.chunk &&
                 self->n_bytes < REL_LOADER_BYTES
             ? REL_OK
             : send_chunk(self);
}

RelParsedSink
rel_loader_sink(RelLoader *loader)
{
  return (RelParsedSink){loader, on_statement};
}

RelStatus
rel_loader_finish(RelLoader *loader)
{
  return loader->n_waiting ? send_chunk(loader) : REL_OK;
}

RelStatus
rel_loader_check(RelLoader *loader)
{
  const uint32_t n = loader->options.skips_counts ? 0U : loader->graphs.n;
  uint32_t *const numbers =
      rel_arena_calloc(&loader->arena, n, sizeof(*numbers));
  RelStatus st = n && !numbers ? REL_NO_MEMORY : REL_OK;

  for (uint32_t i = 0; !st && i < n; ++i) {
    numbers[i] = i;
  }
  st = st ? st : count_graphs(loader, numbers, n, false);
  for (uint32_t i = 0; !st && i < n; ++i) {
    st = check_count(loader, &loader->graphs.items[i]);
  }
  return st;
}

// ----------------------------------------------------------------- lifetime

RelStatus
rel_loader_new(RelStore *store, const RelLoaderOptions *options,
               RelLoader **loader)
{
  RelWorld *const world = rel_store_world(store);
  const RelPlace place = {options->graph, 0U, 0U, 0U};

  *loader = NULL;
  if (options->graph && !rel_line_is_iri(rel_str(options->graph))) {
    return rel_fail(world, REL_BAD_ARG, place,
                    "expected the absolute IRI of a graph");
  }
  RelLoader *const self = rel_world_realloc(world, NULL, sizeof(RelLoader));
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelLoader){.store = store, .world = world, .options = *options};
  self->options.chunk = options->chunk ? options->chunk : REL_LOADER_CHUNK;
  rel_arena_init(&self->arena, world);
  rel_arena_init(&self->chunk, world);
  rel_intern_init(&self->names, &self->arena);
  rel_tally_init(&self->tally, world);
  *loader = self;
  return REL_OK;
}

void
rel_loader_free(RelLoader *loader)
{
  if (!loader) {
    return;
  }
  rel_tally_clear(&loader->tally);
  rel_arena_clear(&loader->chunk);
  rel_arena_clear(&loader->arena);
  rel_world_release(loader->world, loader);
}

void
rel_loader_begin(RelLoader *loader, const char *path)
{
  loader->path = path;
}

uint64_t
rel_loader_n_sent(const RelLoader *loader)
{
  return loader->n_sent;
}

const RelLoaderGraph *
rel_loader_graphs(const RelLoader *loader, uint32_t *n)
{
  *n = loader->graphs.n;
  return loader->graphs.items;
}
