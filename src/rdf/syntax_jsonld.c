// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/syntax.h"

#include "base/arena.h"
#include "rdf/context.h"

#include <jansson.h>

// JSON-LD: the context, then a node object a line. A node is held while the
// statements about it come in a row; where they do not, it has several lines.

enum { MAX_PREFIXES = 24 };

/// A namespace that IRIs are shortened by
typedef struct {
  RelStr name;
  RelStr iri;
} Prefix;

typedef struct {
  RelWorld *world;
  FILE *out;
  RelArena arena; ///< The subject of the node
  RelStr subject;
  json_t *node; ///< Null: none yet
  bool has_nodes;
  Prefix prefixes[MAX_PREFIXES];
  size_t n_prefixes;
} Jsonld;

// ------------------------------------------------------------------ terms

/// "rel:meet" for an IRI in a namespace, else all of it
static json_t *
short_iri(const Jsonld *self, RelStr iri)
{
  const Prefix *best = NULL;

  for (size_t i = 0; i < self->n_prefixes; ++i) {
    const Prefix *const prefix = &self->prefixes[i];
    if (rel_str_starts(iri, prefix->iri) &&
        (!best || prefix->iri.len > best->iri.len)) {
      best = prefix;
    }
  }
  const RelStr rest =
      best ? rel_str_slice(iri, best->iri.len, iri.len) : REL_STR("");
  // what begins with two slashes would be taken for a whole IRI
  if (!best || rel_str_starts(rest, REL_STR("//"))) {
    return json_stringn_nocheck(iri.data, iri.len);
  }
  return json_sprintf("%.*s:%.*s", REL_ARG(best->name), REL_ARG(rest));
}

static json_t *
text_of(RelStr text)
{
  return json_stringn_nocheck(text.len ? text.data : "", text.len);
}

/// A value that says what it is
static json_t *
whole_value(const Jsonld *self, const RelRdfObject *object)
{
  switch (object->kind) {
  case REL_OBJECT_IRI:
    return json_pack("{s:o}", "@id", short_iri(self, object->value));
  case REL_OBJECT_ENGLISH:
    return json_pack("{s:o, s:s}", "@value", text_of(object->value),
                     "@language", "en");
  case REL_OBJECT_TYPED:
    return json_pack("{s:o, s:o}", "@value", text_of(object->value), "@type",
                     short_iri(self, rel_vocabulary_iri(object->datatype)));
  default:
    return json_pack("{s:o}", "@value", text_of(object->value));
  }
}

/// Digits, of which ours have no more than ten
static json_t *
whole_number(RelStr digits)
{
  json_int_t number = 0;

  for (size_t i = 0; i < digits.len; ++i) {
    number = number * 10 + (digits.data[i] - '0');
  }
  return json_integer(number);
}

/// A number or truth value as JSON has it; null where it has none
static json_t *
native_value(const RelRdfObject *object)
{
  if (object->kind == REL_OBJECT_TYPED && object->datatype == REL_XSD_BOOLEAN) {
    return json_boolean(rel_str_equal(object->value, REL_STR("true")));
  }
  if (object->kind == REL_OBJECT_TYPED && object->datatype == REL_XSD_INTEGER) {
    return whole_number(object->value);
  }
  return NULL;
}

/// The value under a term, as short as the term allows
static json_t *
value_under(const Jsonld *self, const RelContextTerm *term,
            const RelRdfObject *object)
{
  const bool is_decimal =
      object->kind == REL_OBJECT_TYPED && object->datatype == REL_XSD_DECIMAL;

  if (term->coercion == REL_TERM_AS_IRI && object->kind == REL_OBJECT_IRI) {
    return short_iri(self, object->value);
  }
  if ((term->coercion == REL_TERM_AS_ENGLISH &&
       object->kind == REL_OBJECT_ENGLISH) ||
      (term->coercion == REL_TERM_AS_PLAIN &&
       object->kind == REL_OBJECT_PLAIN) ||
      (term->coercion == REL_TERM_AS_DECIMAL && is_decimal)) {
    return text_of(object->value);
  }
  json_t *const native =
      term->coercion == REL_TERM_AS_PLAIN ? native_value(object) : NULL;
  return native ? native : whole_value(self, object);
}

// ------------------------------------------------------------------ nodes

/// Write JSON to the stream, whose flag tells of what could not be written
static int
write_bytes(const char *bytes, size_t size, void *handle)
{
  FILE *const out = handle;

  fwrite(bytes, 1U, size, out);
  return 0;
}

static RelStatus
write_json(const Jsonld *self, const json_t *json)
{
  return json_dump_callback(json, write_bytes, self->out,
                            JSON_COMPACT | JSON_ENCODE_ANY)
             ? REL_NO_MEMORY
             : REL_OK;
}

static RelStatus
end_node(Jsonld *self)
{
  RelStatus st = REL_OK;

  if (!self->node) {
    return st;
  }
  fputs(self->has_nodes ? ",\n" : "\n", self->out);
  self->has_nodes = true;
  st = write_json(self, self->node);
  json_decref(self->node);
  self->node = NULL;
  return st;
}

static RelStatus
begin_node(Jsonld *self, RelStr subject)
{
  RelStatus st = REL_OK;

  rel_arena_clear(&self->arena);
  REL_TRY(st, rel_arena_copy(&self->arena, subject, &self->subject));
  self->node = json_pack("{s:o}", "@id", short_iri(self, subject));
  return self->node ? REL_OK : REL_NO_MEMORY;
}

/// One more value under a name: a second one makes a list
static RelStatus
add_value(json_t *node, const char *name, json_t *value)
{
  json_t *const old = json_object_get(node, name);

  if (!value) {
    return REL_NO_MEMORY;
  }
  if (!old) {
    return json_object_set_new_nocheck(node, name, value) ? REL_NO_MEMORY
                                                          : REL_OK;
  }
  if (json_is_array(old)) {
    return json_array_append_new(old, value) ? REL_NO_MEMORY : REL_OK;
  }
  json_t *const both = json_pack("[O, o]", old, value);
  return both && !json_object_set_new_nocheck(node, name, both) ? REL_OK
                                                                : REL_NO_MEMORY;
}

static RelStatus
jsonld_add(void *handle, const RelRdfStatement *statement)
{
  static const char type_name[] = "@type";
  Jsonld *const self = handle;
  RelStatus st = REL_OK;

  if (!self->node || !rel_str_equal(self->subject, statement->subject)) {
    REL_TRY(st, end_node(self));
    REL_TRY(st, begin_node(self, statement->subject));
  }

  if (rel_str_equal(statement->predicate, rel_vocabulary_iri(REL_RDF_TYPE))) {
    return add_value(self->node, type_name,
                     short_iri(self, statement->object.value));
  }
  const RelContextTerm *const term = rel_context_find(statement->predicate);
  if (term) {
    return add_value(self->node, term->name,
                     value_under(self, term, &statement->object));
  }
  json_t *const name = short_iri(self, statement->predicate);
  st = name ? add_value(self->node, json_string_value(name),
                        whole_value(self, &statement->object))
            : REL_NO_MEMORY;
  json_decref(name);
  return st;
}

static RelStatus
jsonld_end(void *handle)
{
  Jsonld *const self = handle;
  RelStatus st = REL_OK;

  REL_TRY(st, end_node(self));
  fputs("\n]}\n", self->out);
  return st;
}

static void
jsonld_free(void *handle)
{
  Jsonld *const self = handle;

  json_decref(self->node);
  rel_arena_clear(&self->arena);
  rel_world_release(self->world, self);
}

// ------------------------------------------------------------------ context

static void
take_prefixes(Jsonld *self, const RelNamespace *namespaces, uint32_t n)
{
  for (uint32_t i = 0; i < n && self->n_prefixes < MAX_PREFIXES; ++i) {
    self->prefixes[self->n_prefixes++] =
        (Prefix){rel_str(namespaces[i].prefix), rel_str(namespaces[i].iri)};
  }
}

static json_t *
definition(const Jsonld *self, const RelContextTerm *term)
{
  json_t *const id = short_iri(self, rel_vocabulary_iri(term->property));

  switch (term->coercion) {
  case REL_TERM_AS_IRI:
    return json_pack("{s:o, s:s}", "@id", id, "@type", "@id");
  case REL_TERM_AS_ENGLISH:
    return json_pack("{s:o, s:s}", "@id", id, "@language", "en");
  case REL_TERM_AS_DECIMAL:
    return json_pack("{s:o, s:s}", "@id", id, "@type", "xsd:decimal");
  default:
    return id;
  }
}

static RelStatus
write_member(const Jsonld *self, const char *name, json_t *value)
{
  RelStatus st = REL_OK;

  fprintf(self->out, "\n\"%s\":", name);
  st = value ? write_json(self, value) : REL_NO_MEMORY;
  json_decref(value);
  return st;
}

static RelStatus
write_context(const Jsonld *self)
{
  uint32_t n = 0;
  const RelContextTerm *const terms = rel_context_terms(&n);
  RelStatus st = REL_OK;

  fputs("{\"@context\":{", self->out);
  for (size_t i = 0; i < self->n_prefixes; ++i) {
    REL_TRY(st, write_member(self, self->prefixes[i].name.data,
                             text_of(self->prefixes[i].iri)));
    fputc(',', self->out);
  }
  for (uint32_t i = 0; i < n; ++i) {
    REL_TRY(st, write_member(self, terms[i].name, definition(self, &terms[i])));
    fputs(i + 1U < n ? "," : "\n},\n\"@graph\":[", self->out);
  }
  return st;
}

RelStatus
rel_syntax_jsonld(RelWorld *world, const RelRdfStreamOptions *options,
                  FILE *out, RelRdfSyntax *syntax)
{
  static const RelNamespace rdf = {
      "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"};
  Jsonld *const self = rel_world_realloc(world, NULL, sizeof(*self));
  uint32_t n = 0;
  const RelNamespace *const namespaces = rel_vocabulary_namespaces(&n);

  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (Jsonld){.world = world, .out = out};
  rel_arena_init(&self->arena, world);
  take_prefixes(self, &rdf, 1U);
  take_prefixes(self, namespaces, n);
  take_prefixes(self, options->more, options->n_more);
  *syntax = (RelRdfSyntax){self, jsonld_add, jsonld_end, jsonld_free};

  const RelStatus st = write_context(self);
  if (st) {
    jsonld_free(self);
  }
  return st;
}
