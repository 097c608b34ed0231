// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/authority.h"

#include "base/file.h"
#include "base/intern.h"
#include "base/utf8.h"
#include "rdf/sanitize.h"
#include "rdf/vocabulary.h"

#include <raptor2.h>

#include <string.h>

#define SKOS   "http://www.w3.org/2004/02/skos/core#"
#define SCHEMA "https://schema.org/"

/// What a property says of an actor
typedef enum { SAYS_NOTHING, SAYS_LABEL, SAYS_NAME, SAYS_TYPE, SAYS_SAME } Says;

static const struct {
  const char *iri;
  Says says;
} properties[] = {
    {SKOS "prefLabel", SAYS_LABEL},
    {"http://www.w3.org/2000/01/rdf-schema#label", SAYS_LABEL},
    {SKOS "altLabel", SAYS_NAME},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", SAYS_TYPE},
    {"http://www.w3.org/2002/07/owl#sameAs", SAYS_SAME},
};

typedef struct {
  RelStr name;
  RelTermKind kind;
  RelStr iri;     ///< Of owl:sameAs
  RelStr subject; ///< Its own IRI; empty for a blank node
  REL_ARRAY(RelStr) names;
} Draft;

typedef struct {
  RelWorld *world;
  RelArena arena;
  const char *path;
  raptor_parser *parser;
  RelIntern subjects; ///< Their numbers index the drafts
  REL_ARRAY(Draft) drafts;
  RelStatus status;
} Reading;

// ------------------------------------------------------------ statements

static Says
what_it_says(const raptor_term *predicate)
{
  const RelStr iri =
      rel_str((const char *)raptor_uri_as_string(predicate->value.uri));

  for (size_t i = 0; i < sizeof(properties) / sizeof(*properties); ++i) {
    if (rel_str_equal(iri, rel_str(properties[i].iri))) {
      return properties[i].says;
    }
  }
  return SAYS_NOTHING;
}

static RelStatus
find_draft(Reading *self, const raptor_term *subject, Draft **draft)
{
  const bool is_iri = subject->type == RAPTOR_TERM_TYPE_URI;
  const unsigned char *const name =
      is_iri ? raptor_uri_as_string(subject->value.uri)
             : subject->value.blank.string;
  RelStr key = {0};
  uint32_t number = 0U;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_arena_format(&self->arena, &key, "%s%s",
                               is_iri ? "" : "_:", (const char *)name));
  REL_TRY(st, rel_intern_add(&self->subjects, key, &number));
  if (number == self->drafts.n) {
    const Draft new_draft = {.subject = is_iri ? key : REL_STR("")};
    REL_TRY(st, REL_ARRAY_PUSH(&self->arena, &self->drafts, new_draft));
  }
  *draft = &self->drafts.items[number];
  return REL_OK;
}

/// schema:Person and the like, also by the older http IRI
static RelTermKind
kind_of(RelStr class)
{
  static const RelStr old = {"http://schema.org/", 18U};

  for (unsigned k = REL_TERM_PERSON; k < REL_N_TERM_KINDS; ++k) {
    const RelTermKind kind = (RelTermKind)k;
    const RelStr ours = rel_vocabulary_class(kind);
    const bool is_old =
        rel_str_starts(class, old) && rel_str_starts(ours, REL_STR(SCHEMA)) &&
        rel_str_equal(rel_str_slice(class, old.len, class.len),
                      rel_str_slice(ours, sizeof(SCHEMA) - 1U, ours.len));

    if (!rel_term_is_value(kind) && (is_old || rel_str_equal(class, ours))) {
      return kind;
    }
  }
  return REL_TERM_NONE;
}

static RelStatus
add_literal(Reading *self, Draft *draft, Says says, const raptor_term *object)
{
  const raptor_term_literal_value *const value = &object->value.literal;
  const RelStr language = {(const char *)value->language, value->language_len};
  RelStr text = {0};
  RelStatus st = REL_OK;

  if (language.len && !rel_str_starts(language, REL_STR("en"))) {
    return REL_OK;
  }
  REL_TRY(st,
          rel_arena_copy(
              &self->arena,
              (RelStr){(const char *)value->string, value->string_len}, &text));
  if (says == SAYS_LABEL && !draft->name.len) {
    draft->name = text;
    return REL_OK;
  }
  return says == SAYS_LABEL || says == SAYS_NAME
             ? REL_ARRAY_PUSH(&self->arena, &draft->names, text)
             : REL_OK;
}

static RelStatus
add_iri(Reading *self, Draft *draft, Says says, const raptor_term *object)
{
  const RelStr iri =
      rel_str((const char *)raptor_uri_as_string(object->value.uri));

  if (says == SAYS_TYPE && draft->kind == REL_TERM_NONE) {
    draft->kind = kind_of(iri);
  }
  return says == SAYS_SAME && !draft->iri.len
             ? rel_arena_copy(&self->arena, iri, &draft->iri)
             : REL_OK;
}

static RelStatus
take(Reading *self, const raptor_statement *statement)
{
  const Says says = what_it_says(statement->predicate);
  const raptor_term *const object = statement->object;
  Draft *draft = NULL;
  RelStatus st = REL_OK;

  if (says == SAYS_NOTHING) {
    return REL_OK;
  }
  REL_TRY(st, find_draft(self, statement->subject, &draft));
  if (object->type == RAPTOR_TERM_TYPE_LITERAL) {
    return add_literal(self, draft, says, object);
  }
  return object->type == RAPTOR_TERM_TYPE_URI
             ? add_iri(self, draft, says, object)
             : REL_OK;
}

static void
on_statement(void *handle, raptor_statement *statement)
{
  Reading *const self = handle;

  if (!self->status) {
    self->status = take(self, statement);
    if (self->status) {
      raptor_parser_parse_abort(self->parser);
    }
  }
}

static void
on_message(void *handle, raptor_log_message *message)
{
  Reading *const self = handle;
  const int line = message->locator ? message->locator->line : 0;
  const RelPlace place = {self->path, 0U, line > 0 ? (uint32_t)line : 0U, 0U};

  if (!self->status && message->level >= RAPTOR_LOG_LEVEL_ERROR) {
    self->status =
        rel_fail(self->world, REL_BAD_INPUT, place, "expected Turtle: %s",
                 message->text ? message->text : "it is none");
  }
}

// ------------------------------------------------------------ file

static RelStatus
check_utf8(const Reading *self, RelStr content)
{
  const size_t bad = rel_utf8_check(content);
  RelPlace place = {self->path, bad, 1U, 0U};

  for (size_t i = 0; i < bad; ++i) {
    place.line += content.data[i] == '\n';
  }
  return bad < content.len
             ? rel_fail(self->world, REL_BAD_TEXT, place,
                        "expected UTF-8 text, not byte 0x%02X",
                        (unsigned)(unsigned char)content.data[bad])
             : REL_OK;
}

static RelStatus
parse(Reading *self, raptor_world *raptor, RelStr content)
{
  // what the file calls itself by no IRI of the web is nobody's identifier
  raptor_uri *const base =
      raptor_new_uri(raptor, (const unsigned char *)"file:///authority");

  self->parser = base ? raptor_new_parser(raptor, "turtle") : NULL;
  if (!self->parser) {
    raptor_free_uri(base);
    return REL_NO_MEMORY;
  }
  raptor_parser_set_statement_handler(self->parser, self, on_statement);
  const int is_bad =
      raptor_parser_parse_start(self->parser, base) ||
      raptor_parser_parse_chunk(
          self->parser, (const unsigned char *)content.data, content.len, 1);
  raptor_free_parser(self->parser);
  raptor_free_uri(base);
  return self->status || !is_bad ? self->status : REL_BAD_INPUT;
}

static RelStatus
parse_in_world(Reading *self, RelStr content)
{
  raptor_world *const raptor = raptor_new_world();
  RelStatus st = REL_NO_MEMORY;

  if (!raptor) {
    return st;
  }
  raptor_world_set_log_handler(raptor, self, on_message);
  raptor_world_set_flag(raptor, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
  if (!raptor_world_open(raptor)) {
    st = parse(self, raptor, content);
  }
  raptor_free_world(raptor);
  return st;
}

static RelStatus
hand_over(Reading *self, const RelAuthorityReader *reader)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < self->drafts.n; ++i) {
    const Draft *const draft = &self->drafts.items[i];
    RelAuthorityActor actor = {.name = draft->name,
                               .kind = draft->kind,
                               .names = draft->names.items,
                               .n_names = draft->names.n};

    if (!draft->name.len) {
      continue;
    }
    REL_TRY(st, rel_sanitize_url(&self->arena,
                                 draft->iri.len ? draft->iri : draft->subject,
                                 &actor.iri));
    REL_TRY(st, reader->on_actor(reader->handle, &actor));
  }
  return st;
}

static RelStatus
read_file(Reading *self, const RelAuthorityReader *reader)
{
  RelStr content = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_file_read(&self->arena, self->path, &content));
  REL_TRY(st, check_utf8(self, content));
  REL_TRY(st, parse_in_world(self, content));
  return hand_over(self, reader);
}

RelStatus
rel_authority_read(RelWorld *world, const char *path,
                   const RelAuthorityReader *reader)
{
  Reading self = {.world = world, .path = path};

  rel_arena_init(&self.arena, world);
  rel_intern_init(&self.subjects, &self.arena);
  const RelStatus st = read_file(&self, reader);
  rel_arena_clear(&self.arena);
  return st;
}
