// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/syntax.h"

#include "base/utf8.h"

#include <string.h>

// N-Triples and N-Quads: a line a statement, in the bytes that raptor writes
// (all but ASCII escaped), at several times its speed. Nothing is kept.

enum {
  BUFFER_SIZE = 1 << 16, // bytes
  ESCAPE_SIZE = 10       // of the longest: \U0001F600
};

typedef struct {
  RelWorld *world;
  FILE *out;
  bool has_graphs;
  size_t n; ///< Bytes in the buffer
  char buffer[BUFFER_SIZE];
} Lines;

static void
flush(Lines *self)
{
  // the stream's flag tells of what could not be written
  fwrite(self->buffer, 1U, self->n, self->out);
  self->n = 0;
}

static void
put(Lines *self, const char *data, size_t len)
{
  while (len > BUFFER_SIZE - self->n) {
    const size_t room = BUFFER_SIZE - self->n;
    memcpy(self->buffer + self->n, data, room);
    self->n += room;
    data += room;
    len -= room;
    flush(self);
  }
  if (len) {
    memcpy(self->buffer + self->n, data, len);
    self->n += len;
  }
}

static void
put_str(Lines *self, RelStr str)
{
  put(self, str.data, str.len);
}

static void
put_iri(Lines *self, RelStr iri)
{
  put(self, "<", 1U);
  put_str(self, iri);
  put(self, ">", 1U);
}

/// The letter behind the backslash of an escaped ASCII character; 0: as it is
static char
short_escape(char c)
{
  switch (c) {
  case '\t':
    return 't';
  case '\n':
    return 'n';
  case '"':
  case '\\':
    return c;
  default:
    return '\0';
  }
}

/// \u00E9 or \U0001F600
static void
put_code(Lines *self, uint32_t code)
{
  static const char digits[] = "0123456789ABCDEF";
  const bool is_long = code > 0xFFFFU;
  const size_t n = is_long ? 8U : 4U;
  char text[ESCAPE_SIZE] = {'\\', is_long ? 'U' : 'u'};

  for (size_t i = 0; i < n; ++i) {
    text[n + 1U - i] = digits[code & 0xFU];
    code >>= 4U;
  }
  put(self, text, n + 2U);
}

static void
put_text(Lines *self, RelStr text)
{
  size_t begin = 0; // of what needs no escape

  for (size_t i = 0; i < text.len;) {
    const bool is_ascii = !((unsigned char)text.data[i] & 0x80U);
    const char escape = is_ascii ? short_escape(text.data[i]) : '\0';
    if (is_ascii && !escape) {
      ++i;
      continue;
    }
    put_str(self, rel_str_slice(text, begin, i));
    if (is_ascii) {
      put(self, (const char[]){'\\', escape}, 2U);
      ++i;
    } else {
      put_code(self, rel_utf8_next(text, &i));
    }
    begin = i;
  }
  put_str(self, rel_str_slice(text, begin, text.len));
}

static void
put_object(Lines *self, const RelRdfObject *object)
{
  if (object->kind == REL_OBJECT_IRI) {
    put_iri(self, object->value);
    return;
  }
  put(self, "\"", 1U);
  put_text(self, object->value);
  put(self, "\"", 1U);
  if (object->kind == REL_OBJECT_ENGLISH) {
    put_str(self, REL_STR("@en"));
  } else if (object->kind == REL_OBJECT_TYPED) {
    put_str(self, REL_STR("^^"));
    put_iri(self, rel_vocabulary_iri(object->datatype));
  }
}

static RelStatus
lines_add(void *handle, const RelRdfStatement *statement)
{
  Lines *const self = handle;

  put_iri(self, statement->subject);
  put(self, " ", 1U);
  put_iri(self, statement->predicate);
  put(self, " ", 1U);
  put_object(self, &statement->object);
  if (self->has_graphs && statement->graph.len) {
    put(self, " ", 1U);
    put_iri(self, statement->graph);
  }
  put_str(self, REL_STR(" .\n"));
  return REL_OK;
}

static RelStatus
lines_end(void *handle)
{
  flush(handle);
  return REL_OK;
}

static void
lines_free(void *handle)
{
  Lines *const self = handle;

  rel_world_release(self->world, self);
}

RelStatus
rel_syntax_lines(RelWorld *world, const RelRdfStreamOptions *options, FILE *out,
                 RelRdfSyntax *syntax)
{
  Lines *const self = rel_world_realloc(world, NULL, sizeof(*self));

  if (!self) {
    return REL_NO_MEMORY;
  }
  self->world = world;
  self->out = out;
  self->has_graphs = !strcmp(options->syntax, "nquads");
  self->n = 0;
  *syntax = (RelRdfSyntax){self, lines_add, lines_end, lines_free};
  return REL_OK;
}
