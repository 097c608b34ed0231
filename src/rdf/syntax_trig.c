// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/syntax.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

// TriG, which raptor cannot write: each graph is written as Turtle into
// memory, its prefixes are taken off and its statements put between braces.
// Memory is bounded by the largest graph.

typedef struct {
  RelWorld *world;
  RelRdfStreamOptions options; ///< Of each graph's Turtle
  FILE *out;
  RelArena arena; ///< The open graph's IRI
  RelStr graph;
  RelRdfSyntax turtle; ///< Of the open graph; handle null: none is open
  FILE *memory;        ///< What it writes to
  char *text;
  size_t len;
  bool has_prefixes; ///< They are written
} Trig;

static const RelPlace nowhere = {NULL, 0U, 0U, 0U};

static RelStatus
begin_graph(Trig *self, RelStr graph)
{
  RelStatus st = REL_OK;

  rel_arena_clear(&self->arena);
  REL_TRY(st, rel_arena_copy(&self->arena, graph, &self->graph));
  self->memory = open_memstream(&self->text, &self->len);
  if (!self->memory) {
    return REL_NO_MEMORY;
  }
  st = rel_syntax_raptor(self->world, &self->options, self->memory,
                         &self->turtle);
  if (st) {
    self->turtle = (RelRdfSyntax){.handle = NULL};
  }
  return st;
}

/// Bytes of the lines that declare prefixes and the base
static size_t
prefixes_size(RelStr text)
{
  size_t at = 0;

  while (at < text.len && text.data[at] == '@') {
    const char *const end = memchr(text.data + at, '\n', text.len - at);
    if (!end) {
      return text.len;
    }
    at = (size_t)(end - text.data) + 1U;
  }
  return at;
}

static void
write_graph(Trig *self)
{
  const RelStr text = {self->text, self->len};
  const size_t n = prefixes_size(text);
  const RelStr body = rel_str_trim(rel_str_slice(text, n, text.len));

  if (!self->has_prefixes) {
    fwrite(text.data, 1U, n, self->out);
    self->has_prefixes = true;
  }
  if (self->graph.len) {
    fprintf(self->out, "\n<%.*s> {\n\n", REL_ARG(self->graph));
  } else {
    fputc('\n', self->out);
  }
  fwrite(body.data, 1U, body.len, self->out);
  fputs(self->graph.len ? "\n\n}\n" : "\n", self->out);
}

/// Forget the open graph, whatever became of it
static void
drop_graph(Trig *self)
{
  if (self->turtle.handle) {
    self->turtle.free(self->turtle.handle);
  }
  if (self->memory) {
    fclose(self->memory);
  }
  free(self->text);
  self->turtle = (RelRdfSyntax){.handle = NULL};
  self->memory = NULL;
  self->text = NULL;
}

static RelStatus
end_graph(Trig *self)
{
  RelStatus st = REL_OK;

  if (!self->turtle.handle) {
    return st;
  }
  REL_TRY(st, self->turtle.end(self->turtle.handle));
  if (fflush(self->memory)) {
    return rel_fail(self->world, REL_NO_MEMORY, nowhere,
                    "expected memory for a graph, not a refusal");
  }
  write_graph(self);
  drop_graph(self);
  return st;
}

static RelStatus
trig_add(void *handle, const RelRdfStatement *statement)
{
  Trig *const self = handle;
  RelStatus st = REL_OK;

  if (!self->turtle.handle || !rel_str_equal(self->graph, statement->graph)) {
    REL_TRY(st, end_graph(self));
    REL_TRY(st, begin_graph(self, statement->graph));
  }
  return self->turtle.add(self->turtle.handle, statement);
}

static RelStatus
trig_end(void *handle)
{
  return end_graph(handle);
}

static void
trig_free(void *handle)
{
  Trig *const self = handle;

  drop_graph(self);
  rel_arena_clear(&self->arena);
  rel_world_release(self->world, self);
}

RelStatus
rel_syntax_trig(RelWorld *world, const RelRdfStreamOptions *options, FILE *out,
                RelRdfSyntax *syntax)
{
  Trig *const self = rel_world_realloc(world, NULL, sizeof(*self));

  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (Trig){.world = world, .options = *options, .out = out};
  self->options.syntax = "turtle";
  rel_arena_init(&self->arena, world);
  *syntax = (RelRdfSyntax){self, trig_add, trig_end, trig_free};
  return REL_OK;
}
