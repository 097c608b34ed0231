// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/stream.h"

#include "base/arena.h"
#include "rdf/sanitize.h"
#include "rdf/syntax.h"
#include "triple/line.h"

#include <string.h>

struct RelRdfStreamImpl {
  RelWorld *world;
  RelArena arena;    ///< For one statement at a time
  RelArena of_graph; ///< The graph's IRI
  RelStr graph;
  FILE *out;
  RelRdfSyntax syntax;
};

static const RelPlace nowhere = {NULL, 0U, 0U, 0U};

static const struct Known {
  const char *name;
  RelRdfSyntaxOpen *open;
  bool has_graphs;
} known[] = {
    {"turtle", rel_syntax_raptor, false}, {"ntriples", rel_syntax_lines, false},
    {"nquads", rel_syntax_lines, true},   {"trig", rel_syntax_trig, true},
    {"rdfxml", rel_syntax_raptor, false}, {"jsonld", rel_syntax_jsonld, false},
};

static const struct Known *
find_syntax(const char *name)
{
  for (size_t i = 0; name && i < sizeof(known) / sizeof(*known); ++i) {
    if (!strcmp(name, known[i].name)) {
      return &known[i];
    }
  }
  return NULL;
}

bool
rel_rdf_has_graphs(const char *syntax)
{
  const struct Known *const found = find_syntax(syntax);

  return found && found->has_graphs;
}

RelStatus
rel_rdf_stream_open(RelWorld *world, const RelRdfStreamOptions *options,
                    FILE *out, RelRdfStream **stream)
{
  const struct Known *const found = find_syntax(options->syntax);

  *stream = NULL;
  if (!found) {
    return rel_fail(world, REL_BAD_ARG, nowhere,
                    "expected turtle, ntriples, nquads, trig, rdfxml or "
                    "jsonld, not %s",
                    options->syntax);
  }
  RelRdfStream *const self =
      rel_world_realloc(world, NULL, sizeof(RelRdfStream));
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelRdfStream){.world = world, .out = out};
  rel_arena_init(&self->arena, world);
  rel_arena_init(&self->of_graph, world);

  const RelStatus st = found->open(world, options, out, &self->syntax);
  if (st) {
    self->syntax = (RelRdfSyntax){.handle = NULL};
    rel_rdf_stream_free(self);
    return st;
  }
  *stream = self;
  return REL_OK;
}

static RelStatus
check_iri(RelRdfStream *stream, RelStr iri)
{
  enum { SHOWN = 200 }; // bytes

  return rel_sanitize_is_iri(iri)
             ? REL_OK
             : rel_fail(stream->world, REL_OUTPUT, nowhere,
                        "expected an IRI, not %.*s",
                        iri.len < SHOWN ? (int)iri.len : SHOWN,
                        iri.data ? iri.data : "");
}

RelStatus
rel_rdf_stream_graph(RelRdfStream *stream, RelStr graph)
{
  RelStatus st = REL_OK;

  if (graph.len) {
    REL_TRY(st, check_iri(stream, graph));
  }
  rel_arena_clear(&stream->of_graph);
  stream->graph = REL_STR("");
  return graph.len ? rel_arena_copy(&stream->of_graph, graph, &stream->graph)
                   : REL_OK;
}

RelStatus
rel_rdf_stream_add(RelRdfStream *stream, RelStr subject, RelStr predicate,
                   RelRdfObject object)
{
  const RelStr given = object.value;
  RelStatus st = REL_OK;

  REL_TRY(st, check_iri(stream, subject));
  REL_TRY(st, check_iri(stream, predicate));
  if (object.kind == REL_OBJECT_IRI) {
    REL_TRY(st, check_iri(stream, object.value));
  } else {
    REL_TRY(st, rel_sanitize_text(&stream->arena, given, &object.value));
  }

  const RelRdfStatement statement = {stream->graph, subject, predicate, object};
  st = stream->syntax.add(stream->syntax.handle, &statement);
  if (object.value.data != given.data) {
    rel_arena_clear(&stream->arena);
  }
  return st;
}

RelStatus
rel_rdf_stream_end(RelRdfStream *stream)
{
  RelStatus st = REL_OK;

  REL_TRY(st, stream->syntax.end(stream->syntax.handle));
  // raptor says nothing of a full disk
  return rel_line_flush(stream->world, stream->out);
}

void
rel_rdf_stream_free(RelRdfStream *stream)
{
  if (!stream) {
    return;
  }
  if (stream->syntax.handle) {
    stream->syntax.free(stream->syntax.handle);
  }
  rel_arena_clear(&stream->arena);
  rel_arena_clear(&stream->of_graph);
  rel_world_release(stream->world, stream);
}
