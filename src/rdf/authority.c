// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/authority.h"

#include "base/intern.h"
#include "rdf/parse.h"
#include "rdf/sanitize.h"
#include "rdf/vocabulary.h"

#define SKOS "http://www.w3.org/2004/02/skos/core#"

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
  RelArena arena;
  RelIntern subjects; ///< Their numbers index the drafts
  REL_ARRAY(Draft) drafts;
} Reading;

// ------------------------------------------------------------ statements

static Says
what_it_says(RelStr predicate)
{
  for (size_t i = 0; i < sizeof(properties) / sizeof(*properties); ++i) {
    if (rel_str_equal(predicate, rel_str(properties[i].iri))) {
      return properties[i].says;
    }
  }
  return SAYS_NOTHING;
}

static RelStatus
find_draft(Reading *self, const RelParsedTerm *subject, Draft **draft)
{
  const bool is_iri = subject->kind == REL_PARSED_IRI;
  RelStr key = {0};
  uint32_t number = 0U;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_arena_format(&self->arena, &key, "%s%.*s",
                               is_iri ? "" : "_:", REL_ARG(subject->value)));
  REL_TRY(st, rel_intern_add(&self->subjects, key, &number));
  if (number == self->drafts.n) {
    const Draft new_draft = {.subject = is_iri ? key : REL_STR("")};
    REL_TRY(st, REL_ARRAY_PUSH(&self->arena, &self->drafts, new_draft));
  }
  *draft = &self->drafts.items[number];
  return REL_OK;
}

/// The kind of an actor that a class tells; things and values are none
static RelTermKind
kind_of(RelStr class)
{
  const RelTermKind kind = rel_vocabulary_kind(class);

  return kind == REL_TERM_THING || rel_term_is_value(kind) ? REL_TERM_NONE
                                                           : kind;
}

static RelStatus
add_literal(Reading *self, Draft *draft, Says says, const RelParsedTerm *object)
{
  RelStr text = {0};
  RelStatus st = REL_OK;

  if (object->language.len &&
      !rel_str_starts(object->language, REL_STR("en"))) {
    return REL_OK;
  }
  REL_TRY(st, rel_arena_copy(&self->arena, object->value, &text));
  if (says == SAYS_LABEL && !draft->name.len) {
    draft->name = text;
    return REL_OK;
  }
  return says == SAYS_LABEL || says == SAYS_NAME
             ? REL_ARRAY_PUSH(&self->arena, &draft->names, text)
             : REL_OK;
}

static RelStatus
add_iri(Reading *self, Draft *draft, Says says, RelStr iri)
{
  if (says == SAYS_TYPE && draft->kind == REL_TERM_NONE) {
    draft->kind = kind_of(iri);
  }
  return says == SAYS_SAME && !draft->iri.len
             ? rel_arena_copy(&self->arena, iri, &draft->iri)
             : REL_OK;
}

static RelStatus
take(void *handle, const RelParsedStatement *statement)
{
  Reading *const self = handle;
  const Says says = what_it_says(statement->predicate.value);
  const RelParsedTerm *const object = &statement->object;
  Draft *draft = NULL;
  RelStatus st = REL_OK;

  if (says == SAYS_NOTHING) {
    return REL_OK;
  }
  REL_TRY(st, find_draft(self, &statement->subject, &draft));
  if (object->kind == REL_PARSED_LITERAL) {
    return add_literal(self, draft, says, object);
  }
  return object->kind == REL_PARSED_IRI
             ? add_iri(self, draft, says, object->value)
             : REL_OK;
}

// ------------------------------------------------------------ file

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

RelStatus
rel_authority_read(RelWorld *world, const char *path,
                   const RelAuthorityReader *reader)
{
  // what the file calls itself by no IRI of the web is nobody's identifier
  const RelParsedSource source = {path, "turtle", "file:///authority"};
  Reading self = {.drafts = {0}};
  const RelParsedSink sink = {&self, take};

  rel_arena_init(&self.arena, world);
  rel_intern_init(&self.subjects, &self.arena);
  RelStatus st = rel_rdf_parse(world, &source, &sink);
  st = st ? st : hand_over(&self, reader);
  rel_arena_clear(&self.arena);
  return st;
}
