// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/reader.h"

#include "graph/iri.h"
#include "rdf/parse.h"
#include "rdf/reading.h"

#include <string.h>

RelStatus
rel_reading_fail(const RelGraphReader *self, uint32_t fact,
                 const char *expected)
{
  const RelStr value = fact == REL_NO_FACT
                           ? REL_STR("nothing")
                           : self->records.facts.items[fact].value;
  const int len = value.len < 200U ? (int)value.len : 200;

  return rel_fail(
      self->world, REL_BAD_INPUT, rel_records_place(&self->records, fact),
      "expected %s, not %.*s", expected, len, value.data ? value.data : "");
}

RelStatus
rel_reading_number(const RelGraphReader *self, uint32_t fact, uint32_t *number)
{
  const RelStr text = self->records.facts.items[fact].value;
  uint64_t sum = 0;
  size_t i = 0;

  for (; i < text.len && text.data[i] >= '0' && text.data[i] <= '9' &&
         sum <= UINT32_MAX;
       ++i) {
    sum = sum * 10U + (uint64_t)(text.data[i] - '0');
  }
  *number = (uint32_t)sum;
  return i && i == text.len && sum <= UINT32_MAX
             ? REL_OK
             : rel_reading_fail(self, fact, "a whole number");
}

bool
rel_reading_copy(RelStr text, char *out, size_t size)
{
  if (text.len >= size) {
    return false;
  }
  memcpy(out, text.data, text.len);
  out[text.len] = '\0';
  return true;
}

// ------------------------------------------------------------------ actors

/// The key of one of the graph's entities; empty: it is none
static RelStr
entity_key(const RelGraphReader *self, const RelFact *fact)
{
  const RelRecordName name = rel_record_name(fact->value);
  const bool is_entity = fact->is_iri && name.kind == REL_RECORD_DERIVED &&
                         rel_str_equal(name.base, self->records.base) &&
                         !rel_str_starts(name.key, REL_STR("relation/"));

  return is_entity ? name.key : REL_STR("");
}

/// The actor of that key; a new one has what its key tells
static RelStatus
find_actor(RelGraphReader *self, uint32_t fact, RelReadActor **actor)
{
  const RelStr key = entity_key(self, &self->records.facts.items[fact]);
  const bool is_person = rel_str_starts(key, REL_STR("person/"));
  RelReadActor new_actor = {
      .key = key,
      .term = {.kind = is_person ? REL_TERM_PERSON : REL_TERM_THING,
               .namesake = rel_iri_node_parts(key).namesake},
      .n_mentions = 1U};
  RelStatus st = REL_OK;
  uint32_t number = 0;

  if (!key.len) {
    rel_reading_fail(self, fact, "an entity of this graph");
    return REL_BAD_INPUT; // the analyzer cannot know what the call returns
  }
  REL_TRY(st, rel_intern_add(&self->keys, key, &number));
  if (number == self->actors.n) {
    REL_TRY(st, rel_iri_node_label(&self->arena, key, &new_actor.term.label));
    REL_TRY(st, REL_ARRAY_PUSH(&self->arena, &self->actors, new_actor));
  }
  *actor = &self->actors.items[number];
  return st;
}

RelStatus
rel_reading_term(RelGraphReader *self, uint32_t fact, RelTerm *term)
{
  RelReadActor *actor = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, find_actor(self, fact, &actor));
  *term = actor->term;
  term->text = term->label;
  return st;
}

static RelStatus
read_appearance_fact(RelGraphReader *self, uint32_t number, RelReadActor *actor)
{
  const RelFact *const fact = &self->records.facts.items[number];

  switch (fact->property) {
  case REL_RELATA_KIND:
    actor->term.kind = rel_vocabulary_kind(fact->value);
    return actor->term.kind == REL_TERM_NONE ||
                   rel_term_is_value(actor->term.kind)
               ? rel_reading_fail(self, number, "a class of entities")
               : REL_OK;
  case REL_RDFS_LABEL:
    actor->term.label = fact->value;
    return REL_OK;
  case REL_RELATA_MENTIONS:
    return rel_reading_number(self, number, &actor->n_mentions);
  case REL_RELATA_MATCH:
    actor->same_as = fact->value;
    return REL_OK;
  case REL_SCHEMA_IDENTIFIER:
    actor->code = fact->value;
    return REL_OK;
  case REL_SKOS_ALT_LABEL:
    return REL_ARRAY_PUSH(&self->arena, &actor->names, fact->value);
  default:
    return REL_OK;
  }
}

/// Does the label give the key that the IRI has?
static RelStatus
check_key(RelGraphReader *self, uint32_t fact, RelReadActor *actor)
{
  const RelStr document = rel_iri_node_parts(actor->key).document;
  RelStr key = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_iri_node_key(&self->arena, &actor->term, document, &key));
  if (actor->term.namesake && !rel_str_equal(key, actor->key)) {
    actor->term.namesake = 0U; // its label ends like such a key
    REL_TRY(st, rel_iri_node_key(&self->arena, &actor->term, document, &key));
  }
  return rel_str_equal(key, actor->key)
             ? REL_OK
             : rel_reading_fail(self, fact,
                                "an entity with the label and kind that "
                                "its IRI tells");
}

static RelStatus
read_appearance(RelGraphReader *self, const RelRecord *record)
{
  const RelFact *const facts = self->records.facts.items;
  uint32_t entity = REL_NO_FACT;
  RelReadActor *actor = NULL;
  RelStatus st = REL_OK;

  for (uint32_t f = record->first; f != REL_NO_FACT; f = facts[f].next) {
    entity = facts[f].property == REL_RELATA_ENTITY ? f : entity;
  }
  if (entity == REL_NO_FACT) {
    rel_reading_fail(self, record->first, "relata:entity");
    return REL_BAD_INPUT;
  }
  REL_TRY(st, find_actor(self, entity, &actor));
  for (uint32_t f = record->first; f != REL_NO_FACT; f = facts[f].next) {
    REL_TRY(st, read_appearance_fact(self, f, actor));
  }
  return check_key(self, entity, actor);
}

/// Actors that claims name and no appearance does
static RelStatus
note_actors(RelGraphReader *self, const RelRecord *claim)
{
  const RelFact *const facts = self->records.facts.items;
  RelStatus st = REL_OK;

  for (uint32_t f = claim->first; f != REL_NO_FACT; f = facts[f].next) {
    RelReadActor *actor = NULL;
    if (entity_key(self, &facts[f]).len) {
      REL_TRY(st, find_actor(self, f, &actor));
    }
  }
  return st;
}

static RelStatus
send_actors(RelGraphReader *self)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < self->actors.n; ++i) {
    const RelReadActor *const actor = &self->actors.items[i];
    const RelEntityInfo info = {.kind = actor->term.kind,
                                .label = actor->term.label,
                                .namesake = actor->term.namesake,
                                .same_as = actor->same_as,
                                .code = actor->code,
                                .names = actor->names.items,
                                .n_names = actor->names.n,
                                .n_mentions = actor->n_mentions};
    const RelEvent event = {REL_EVENT_ENTITY, {.entity = &info}};
    REL_TRY(st, rel_sink_event(self->sink, &event));
  }
  return st;
}

// ------------------------------------------------------------------ documents

/// What made the document's claims, from the first fact of its run
static void
read_run(const RelGraphReader *self, uint32_t fact, RelRunInfo *run)
{
  const RelFact *const facts = self->records.facts.items;

  for (uint32_t f = fact; f != REL_NO_FACT; f = facts[f].next) {
    const RelStr value = facts[f].value;
    switch (facts[f].property) {
    case REL_RELATA_VERSION:
      run->version = value;
      break;
    case REL_RELATA_MODEL:
      run->model = value;
      break;
    case REL_RELATA_CHECKSUM:
      run->checksum = value;
      break;
    case REL_RELATA_OPTIONS:
      run->options = value;
      break;
    case REL_PROV_STARTED:
      run->time = value;
      break;
    default:
      break;
    }
  }
}

static RelStatus
send_begin(RelGraphReader *self, const RelRecord *first)
{
  const RelFact *const facts = self->records.facts.items;
  RelRunInfo run = {.time = {NULL, 0U}};
  RelDocInfo info = {.id = first->name.document};
  const RelEvent event = {REL_EVENT_DOCUMENT, {.document = &info}};
  const uint32_t begin =
      first->name.kind == REL_RECORD_DOCUMENT ? first->first : REL_NO_FACT;

  for (uint32_t f = begin; f != REL_NO_FACT; f = facts[f].next) {
    const RelStr value = facts[f].value;
    switch (facts[f].property) {
    case REL_SCHEMA_SHA256:
      info.hash = value;
      break;
    case REL_DCT_TITLE:
      info.title = value;
      break;
    case REL_RELATA_FILE:
      info.name = value;
      break;
    case REL_DCT_ISSUED:
      info.date = value;
      break;
    case REL_DCT_PUBLISHER:
      info.publisher = value;
      break;
    case REL_DCT_SOURCE:
      info.url = value;
      break;
    default:
      break;
    }
  }
  if (begin != REL_NO_FACT && first->run != REL_NO_FACT) {
    read_run(self, first->run, &run);
    info.run = &run;
  }
  if (rel_str_equal(info.title, info.name)) {
    info.title = REL_STR(""); // the name stands in for it
  }
  return rel_sink_event(self->sink, &event);
}

/// Behind a record; behind a claim's values too
static const RelRecord *
end_of_claim(const RelRecord *claim, const RelRecord *end)
{
  const RelRecord *next = claim + 1;

  while (next < end && claim->name.kind == REL_RECORD_CLAIM &&
         next->name.number == claim->name.number) {
    ++next;
  }
  return next;
}

static RelStatus
send_claims(RelGraphReader *self, const RelRecord *first, const RelRecord *end)
{
  RelStatus st = REL_OK;

  for (const RelRecord *r = first; r < end;) {
    const RelRecord *const next = end_of_claim(r, end);
    if (r->name.kind == REL_RECORD_CLAIM) {
      if (r->name.value) {
        return rel_reading_fail(self, r->first,
                                "a value of a claim of this graph");
      }
      REL_TRY(st, rel_reading_claim(self, r, next));
    }
    r = next;
  }
  return st;
}

static RelStatus
send_document(RelGraphReader *self, const RelRecord *first,
              const RelRecord *end)
{
  const RelEvent over = {REL_EVENT_END, {.document = NULL}};
  RelStatus st = REL_OK;

  rel_intern_init(&self->keys, &self->arena);
  self->actors.items = NULL;
  self->actors.n = self->actors.capacity = 0;
  REL_TRY(st, send_begin(self, first));
  for (const RelRecord *r = first; r < end; ++r) {
    if (r->name.kind == REL_RECORD_APPEARANCE) {
      REL_TRY(st, read_appearance(self, r));
    } else if (r->name.kind == REL_RECORD_CLAIM) {
      REL_TRY(st, note_actors(self, r));
    }
  }
  REL_TRY(st, send_actors(self));
  REL_TRY(st, send_claims(self, first, end));
  REL_TRY(st, rel_sink_event(self->sink, &over));
  rel_arena_clear(&self->arena);
  return st;
}

static RelStatus
send_all(RelGraphReader *self)
{
  const RelRecord *const end =
      self->records.items.items + self->records.items.n;
  RelStatus st = REL_OK;

  for (const RelRecord *r = self->records.items.items; r < end;) {
    const RelRecord *next = r + 1;
    while (next < end && rel_str_equal(next->name.document, r->name.document)) {
      ++next;
    }
    REL_TRY(st, r->name.kind == REL_RECORD_RUN ? REL_OK
                                               : send_document(self, r, next));
    r = next;
  }
  return st;
}

static RelStatus
read_graph(RelGraphReader *self, RelArena *arena, RelRdfReading *reading)
{
  RelStatus st = REL_OK;

  // what has no ending that tells is Turtle, which N-Triples is too
  REL_TRY(st, rel_records_read(&self->records, arena, reading->path,
                               reading->syntax || rel_rdf_syntax(reading->path)
                                   ? reading->syntax
                                   : "turtle"));
  reading->n_skipped = self->records.n_skipped;
  if (!rel_reading_copy(self->records.base, reading->base,
                        sizeof(reading->base))) {
    return rel_reading_fail(self, self->records.items.items[0].first,
                            "IRIs with a shorter base");
  }
  return send_all(self);
}

bool
rel_rdf_is_graph(const char *path)
{
  static const char *const endings[] = {".ttl", ".nt", ".nq", ".trig", ".rdf"};

  for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); ++i) {
    if (rel_str_ends(rel_str(path), rel_str(endings[i]))) {
      return true;
    }
  }
  return false;
}

RelStatus
rel_rdf_read(RelWorld *world, RelRdfReading *reading, const RelSink *sink)
{
  RelGraphReader self = {.world = world, .sink = sink};
  RelArena arena;

  rel_arena_init(&arena, world);
  rel_arena_init(&self.arena, world);
  const RelStatus st = read_graph(&self, &arena, reading);
  rel_arena_clear(&self.arena);
  rel_arena_clear(&arena);
  return st;
}
