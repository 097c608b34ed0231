// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/syntax.h"

#include <raptor2.h>

#include <string.h>

enum {
  MESSAGE_SIZE = 200,   // bytes
  N_CACHED_TERMS = 4096 // power of two
};

typedef struct {
  RelWorld *world;
  FILE *out;
  raptor_world *raptor;
  raptor_serializer *serializer;
  raptor_iostream *iostream; ///< Ours: raptor forgets one of its own on errors
  /// The latest IRIs by hash: most come again, and making a term anew means a
  /// search through all that raptor knows
  raptor_term *cached[N_CACHED_TERMS];
  raptor_uri *datatypes[REL_N_VOCABULARY]; ///< Made when first needed
  uint32_t n_messages;
  char message[MESSAGE_SIZE]; ///< Raptor's first one
} Raptor;

static const RelPlace nowhere = {NULL, 0U, 0U, 0U};

/// The type of raptor's strings
static const unsigned char *
bytes(const char *text)
{
  return (const unsigned char *)text;
}

static void
on_message(void *handle, raptor_log_message *message)
{
  Raptor *const self = handle;

  if (!self->n_messages++ && message->text) {
    snprintf(self->message, sizeof(self->message), "%s", message->text);
  }
}

static RelStatus
check_messages(Raptor *self)
{
  return self->n_messages ? rel_fail(self->world, REL_OUTPUT, nowhere,
                                     "RDF cannot be written: %s", self->message)
                          : REL_OK;
}

static RelStatus
declare(Raptor *self, const RelNamespace *namespaces, uint32_t n)
{
  for (uint32_t i = 0; i < n; ++i) {
    raptor_uri *const uri =
        raptor_new_uri(self->raptor, bytes(namespaces[i].iri));
    const int is_bad =
        !uri || raptor_serializer_set_namespace(self->serializer, uri,
                                                bytes(namespaces[i].prefix));
    raptor_free_uri(uri);
    if (is_bad) {
      return REL_NO_MEMORY;
    }
  }
  return REL_OK;
}

static RelStatus
start(Raptor *self, const RelRdfStreamOptions *options)
{
  RelStatus st = REL_OK;
  uint32_t n = 0;
  const RelNamespace *const namespaces = rel_vocabulary_namespaces(&n);

  self->raptor = raptor_new_world();
  if (!self->raptor) {
    return REL_NO_MEMORY;
  }
  raptor_world_set_log_handler(self->raptor, self, on_message);
  // nothing is fetched, so libcurl need not be woken
  raptor_world_set_flag(self->raptor, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH,
                        1);
  // raptor makes each IRI again when it writes it, and would search a tree of
  // all of them for it; those that come often are kept by iri_term()
  raptor_world_set_flag(self->raptor, RAPTOR_WORLD_FLAG_URI_INTERNING, 0);
  if (raptor_world_open(self->raptor)) {
    return REL_NO_MEMORY;
  }
  self->serializer = raptor_new_serializer(self->raptor, options->syntax);
  if (!self->serializer) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, declare(self, namespaces, n));
  REL_TRY(st, declare(self, options->more, options->n_more));

  raptor_uri *const base =
      options->base.len
          ? raptor_new_uri_from_counted_string(
                self->raptor, bytes(options->base.data), options->base.len)
          : NULL;
  self->iostream = raptor_new_iostream_to_file_handle(self->raptor, self->out);
  const int is_bad = !self->iostream ||
                     raptor_serializer_start_to_iostream(self->serializer, base,
                                                         self->iostream);
  raptor_free_uri(base);
  REL_TRY(st, check_messages(self));
  return is_bad || (options->base.len && !base) ? REL_NO_MEMORY : REL_OK;
}

/// Number of the place where an IRI is kept: its end tells it from others
static size_t
place_of(RelStr iri)
{
  const size_t len = iri.len < 24U ? iri.len : 24U;

  return rel_str_hash(rel_str_slice(iri, iri.len - len, iri.len)) &
         (N_CACHED_TERMS - 1U);
}

static bool
is_term_of(const raptor_term *term, RelStr iri)
{
  size_t len = 0;
  const unsigned char *const text =
      raptor_uri_as_counted_string(term->value.uri, &len);

  return len == iri.len && !memcmp(text, iri.data, len);
}

static raptor_term *
iri_term(Raptor *self, RelStr iri)
{
  raptor_term **const place = &self->cached[place_of(iri)];

  if (*place && is_term_of(*place, iri)) {
    return raptor_term_copy(*place);
  }
  raptor_term *const term = raptor_new_term_from_counted_uri_string(
      self->raptor, bytes(iri.data), iri.len);
  if (term) {
    raptor_free_term(*place);
    *place = raptor_term_copy(term);
  }
  return term;
}

static raptor_uri *
datatype_uri(Raptor *self, RelVocabulary word)
{
  if (!self->datatypes[word]) {
    self->datatypes[word] =
        raptor_new_uri(self->raptor, bytes(rel_vocabulary_iri(word).data));
  }
  return self->datatypes[word];
}

static raptor_term *
object_term(Raptor *self, RelRdfObject object)
{
  const bool is_english = object.kind == REL_OBJECT_ENGLISH;
  raptor_uri *const datatype = object.kind == REL_OBJECT_TYPED
                                   ? datatype_uri(self, object.datatype)
                                   : NULL;

  if (object.kind == REL_OBJECT_IRI) {
    return iri_term(self, object.value);
  }
  if (object.kind == REL_OBJECT_TYPED && !datatype) {
    return NULL;
  }
  return raptor_new_term_from_counted_literal(
      self->raptor, bytes(object.value.len ? object.value.data : ""),
      object.value.len, datatype, is_english ? bytes("en") : NULL,
      is_english ? 2U : 0U);
}

static RelStatus
raptor_add(void *handle, const RelRdfStatement *statement)
{
  Raptor *const self = handle;
  RelStatus st = REL_OK;

  raptor_statement whole;
  raptor_statement_init(&whole, self->raptor);
  whole.subject = iri_term(self, statement->subject);
  whole.predicate = iri_term(self, statement->predicate);
  whole.object = object_term(self, statement->object);
  const bool is_whole = whole.subject && whole.predicate && whole.object;
  const int is_bad = is_whole && raptor_serializer_serialize_statement(
                                     self->serializer, &whole);
  raptor_statement_clear(&whole); // drops the terms
  REL_TRY(st, check_messages(self));
  return is_whole && !is_bad ? REL_OK : REL_NO_MEMORY;
}

static RelStatus
raptor_end(void *handle)
{
  Raptor *const self = handle;
  RelStatus st = REL_OK;
  const int is_bad = raptor_serializer_serialize_end(self->serializer);

  REL_TRY(st, check_messages(self));
  return is_bad ? rel_fail(self->world, REL_OUTPUT, nowhere,
                           "RDF cannot be written")
                : REL_OK;
}

static void
raptor_free(void *handle)
{
  Raptor *const self = handle;

  for (size_t i = 0; i < N_CACHED_TERMS; ++i) {
    raptor_free_term(self->cached[i]);
  }
  for (uint32_t i = 0; i < REL_N_VOCABULARY; ++i) {
    raptor_free_uri(self->datatypes[i]);
  }
  raptor_free_serializer(self->serializer);
  raptor_free_iostream(self->iostream);
  raptor_free_world(self->raptor);
  rel_world_release(self->world, self);
}

RelStatus
rel_syntax_raptor(RelWorld *world, const RelRdfStreamOptions *options,
                  FILE *out, RelRdfSyntax *syntax)
{
  Raptor *const self = rel_world_realloc(world, NULL, sizeof(*self));

  if (!self) {
    return REL_NO_MEMORY;
  }
  memset(self, 0, sizeof(*self));
  self->world = world;
  self->out = out;
  *syntax = (RelRdfSyntax){self, raptor_add, raptor_end, raptor_free};

  const RelStatus st = start(self, options);
  if (st) {
    raptor_free(self);
  }
  return st;
}
