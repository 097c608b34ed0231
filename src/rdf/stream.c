// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/stream.h"

#include "base/arena.h"
#include "rdf/sanitize.h"
#include "triple/line.h"

#include <raptor2.h>

#include <string.h>

enum { MESSAGE_SIZE = 200 }; // bytes

struct RelRdfStreamImpl {
  RelWorld *world;
  RelArena arena; ///< For one statement at a time
  FILE *out;
  raptor_world *raptor;
  raptor_serializer *serializer;
  raptor_iostream *iostream; ///< Ours: raptor forgets one of its own on errors
  raptor_uri *datatypes[REL_N_VOCABULARY]; ///< Made when first needed
  uint32_t n_messages;
  char message[MESSAGE_SIZE]; ///< Raptor's first one
};

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
  RelRdfStream *const self = handle;

  if (!self->n_messages++ && message->text) {
    snprintf(self->message, sizeof(self->message), "%s", message->text);
  }
}

static RelStatus
check_messages(RelRdfStream *stream)
{
  return stream->n_messages
             ? rel_fail(stream->world, REL_OUTPUT, nowhere,
                        "RDF cannot be written: %s", stream->message)
             : REL_OK;
}

static RelStatus
check_syntax(RelWorld *world, const char *syntax)
{
  static const char *const syntaxes[] = {"ntriples", "rdfxml", "turtle"};

  return rel_str_among(rel_str(syntax), syntaxes,
                       sizeof(syntaxes) / sizeof(*syntaxes))
             ? REL_OK
             : rel_fail(world, REL_BAD_ARG, nowhere,
                        "expected turtle, ntriples or rdfxml, not %s", syntax);
}

static RelStatus
declare(RelRdfStream *stream, const RelNamespace *namespaces, uint32_t n)
{
  for (uint32_t i = 0; i < n; ++i) {
    raptor_uri *const uri =
        raptor_new_uri(stream->raptor, bytes(namespaces[i].iri));
    const int is_bad =
        !uri || raptor_serializer_set_namespace(stream->serializer, uri,
                                                bytes(namespaces[i].prefix));
    raptor_free_uri(uri);
    if (is_bad) {
      return REL_NO_MEMORY;
    }
  }
  return REL_OK;
}

static RelStatus
start(RelRdfStream *stream, const RelRdfStreamOptions *options)
{
  RelStatus st = REL_OK;
  uint32_t n = 0;
  const RelNamespace *const namespaces = rel_vocabulary_namespaces(&n);

  stream->raptor = raptor_new_world();
  if (!stream->raptor) {
    return REL_NO_MEMORY;
  }
  raptor_world_set_log_handler(stream->raptor, stream, on_message);
  // nothing is fetched, so libcurl need not be woken
  raptor_world_set_flag(stream->raptor, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH,
                        1);
  if (raptor_world_open(stream->raptor)) {
    return REL_NO_MEMORY;
  }
  stream->serializer = raptor_new_serializer(stream->raptor, options->syntax);
  if (!stream->serializer) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, declare(stream, namespaces, n));
  REL_TRY(st, declare(stream, options->more, options->n_more));

  raptor_uri *const base =
      options->base.len
          ? raptor_new_uri_from_counted_string(
                stream->raptor, bytes(options->base.data), options->base.len)
          : NULL;
  stream->iostream =
      raptor_new_iostream_to_file_handle(stream->raptor, stream->out);
  const int is_bad =
      !stream->iostream || raptor_serializer_start_to_iostream(
                               stream->serializer, base, stream->iostream);
  raptor_free_uri(base);
  REL_TRY(st, check_messages(stream));
  return is_bad || (options->base.len && !base) ? REL_NO_MEMORY : REL_OK;
}

RelStatus
rel_rdf_stream_open(RelWorld *world, const RelRdfStreamOptions *options,
                    FILE *out, RelRdfStream **stream)
{
  RelStatus st = REL_OK;

  *stream = NULL;
  REL_TRY(st, check_syntax(world, options->syntax));
  RelRdfStream *const self =
      rel_world_realloc(world, NULL, sizeof(RelRdfStream));
  if (!self) {
    return REL_NO_MEMORY;
  }
  memset(self, 0, sizeof(*self));
  self->world = world;
  self->out = out;
  rel_arena_init(&self->arena, world);

  st = start(self, options);
  if (st) {
    rel_rdf_stream_free(self);
    return st;
  }
  *stream = self;
  return REL_OK;
}

static raptor_term *
iri_term(RelRdfStream *stream, RelStr iri)
{
  return raptor_new_term_from_counted_uri_string(stream->raptor,
                                                 bytes(iri.data), iri.len);
}

static raptor_uri *
datatype_uri(RelRdfStream *stream, RelVocabulary word)
{
  if (!stream->datatypes[word]) {
    stream->datatypes[word] =
        raptor_new_uri(stream->raptor, bytes(rel_vocabulary_iri(word).data));
  }
  return stream->datatypes[word];
}

static raptor_term *
object_term(RelRdfStream *stream, RelRdfObject object, RelStr clean)
{
  const bool is_english = object.kind == REL_OBJECT_ENGLISH;
  raptor_uri *const datatype = object.kind == REL_OBJECT_TYPED
                                   ? datatype_uri(stream, object.datatype)
                                   : NULL;

  if (object.kind == REL_OBJECT_IRI) {
    return iri_term(stream, object.value);
  }
  if (object.kind == REL_OBJECT_TYPED && !datatype) {
    return NULL;
  }
  return raptor_new_term_from_counted_literal(
      stream->raptor, bytes(clean.len ? clean.data : ""), clean.len, datatype,
      is_english ? bytes("en") : NULL, is_english ? 2U : 0U);
}

static RelStatus
check_iri(RelRdfStream *stream, RelStr iri)
{
  return rel_sanitize_is_iri(iri)
             ? REL_OK
             : rel_fail(stream->world, REL_OUTPUT, nowhere,
                        "expected an IRI, not %.*s",
                        iri.len < MESSAGE_SIZE ? (int)iri.len : MESSAGE_SIZE,
                        iri.data ? iri.data : "");
}

RelStatus
rel_rdf_stream_add(RelRdfStream *stream, RelStr subject, RelStr predicate,
                   RelRdfObject object)
{
  RelStatus st = REL_OK;
  RelStr clean = REL_STR("");

  REL_TRY(st, check_iri(stream, subject));
  REL_TRY(st, check_iri(stream, predicate));
  if (object.kind == REL_OBJECT_IRI) {
    REL_TRY(st, check_iri(stream, object.value));
  } else {
    REL_TRY(st, rel_sanitize_text(&stream->arena, object.value, &clean));
  }

  // the statement owns its terms, also when one of them is missing
  raptor_statement *const statement = raptor_new_statement_from_nodes(
      stream->raptor, iri_term(stream, subject), iri_term(stream, predicate),
      object_term(stream, object, clean), NULL);
  const bool is_whole = statement && statement->subject &&
                        statement->predicate && statement->object;
  const int is_bad = is_whole && raptor_serializer_serialize_statement(
                                     stream->serializer, statement);
  raptor_free_statement(statement);
  if (clean.data != object.value.data) {
    rel_arena_clear(&stream->arena);
  }
  REL_TRY(st, check_messages(stream));
  return is_whole && !is_bad ? REL_OK : REL_NO_MEMORY;
}

RelStatus
rel_rdf_stream_end(RelRdfStream *stream)
{
  RelStatus st = REL_OK;
  const int is_bad = raptor_serializer_serialize_end(stream->serializer);

  REL_TRY(st, check_messages(stream));
  // raptor says nothing of a full disk
  REL_TRY(st, rel_line_flush(stream->world, stream->out));
  return is_bad ? rel_fail(stream->world, REL_OUTPUT, nowhere,
                           "RDF cannot be written")
                : REL_OK;
}

void
rel_rdf_stream_free(RelRdfStream *stream)
{
  if (!stream) {
    return;
  }
  for (uint32_t i = 0; i < REL_N_VOCABULARY; ++i) {
    raptor_free_uri(stream->datatypes[i]);
  }
  raptor_free_serializer(stream->serializer);
  raptor_free_iostream(stream->iostream);
  raptor_free_world(stream->raptor);
  rel_arena_clear(&stream->arena);
  rel_world_release(stream->world, stream);
}
