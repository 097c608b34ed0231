// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/graphs.h"

#include "cli/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool
is_graph(const Options *options, const char *path)
{
  return !options->input && rel_rdf_syntax(path);
}

static const RelPlace nowhere = {"temporary file", 0U, 0U, 0U};

RelStatus
graphs_temporary(RelWorld *world, FILE **stream)
{
  *stream = tmpfile();
  return *stream ? REL_OK
                 : rel_fail(world, REL_BAD_FILE, nowhere, "cannot be made: %s",
                            strerror(errno));
}

RelStatus
graphs_check(RelWorld *world, FILE *stream)
{
  return fflush(stream) || ferror(stream)
             ? rel_fail(world, REL_BAD_FILE, nowhere, "cannot be written: %s",
                        strerror(errno))
             : REL_OK;
}

/// Write the graph of the articles and read it back, as any other
static RelStatus
pass_graph(const Options *options, RelWorld *world, const RelGraph *graph,
           const GraphSink *sink)
{
  const char *const syntax = sink->wants_graphs ? "nquads" : "ntriples";
  const RelRdfOptions written = {options->base, syntax,
                                 option_provenance(options->provenance)};
  const RelParsedSource source = {.path = options->files[0], .syntax = syntax};
  FILE *stream = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, graphs_temporary(world, &stream));
  st = rel_rdf_write(graph, &written, stream);
  if (!st) {
    rewind(stream);
    sink->begin(sink->handle, source.path);
    st = rel_rdf_parse_stream(world, &source, stream, &sink->sink);
  }
  fclose(stream);
  return st;
}

static RelStatus
read_articles(const Options *options, RelWorld *world, const GraphSink *sink)
{
  RelGraph *graph = NULL;
  Reader reader;
  RelStatus st = REL_OK;

  REL_TRY(st, reader_open(&reader, options, world, REL_ROOM_EXTRACT));
  st = reader_make_graph(&reader, &graph);
  reader_close(&reader);
  if (!st) {
    st = pass_graph(options, world, graph, sink);
    rel_graph_free(graph);
  }
  return st;
}

/// Read the graphs; `articles` gets the names of the others
static RelStatus
read_graphs(const Options *options, RelWorld *world, const GraphSink *sink,
            Options *articles)
{
  RelStatus st = REL_OK;

  for (int i = 0; i < options->n_files; ++i) {
    const RelParsedSource source = {.path = options->files[i]};

    if (is_graph(options, source.path)) {
      sink->begin(sink->handle, source.path);
      REL_TRY(st, rel_rdf_parse(world, &source, &sink->sink));
    } else {
      articles->files[articles->n_files++] = source.path;
    }
  }
  return articles->n_files ? read_articles(articles, world, sink) : REL_OK;
}

RelStatus
graphs_read(const Options *options, RelWorld *world, const GraphSink *sink)
{
  Options articles = *options;
  const size_t n = (size_t)options->n_files;

  articles.n_files = 0;
  articles.withdraw = NULL; // it means what is in the store
  articles.files = n ? calloc(n, sizeof(*articles.files)) : NULL;
  if (n && !articles.files) {
    return REL_NO_MEMORY;
  }
  const RelStatus st = read_graphs(options, world, sink, &articles);
  // only the pointers' own memory: what they point to is argv's
  free((void *)articles.files);
  return st;
}
