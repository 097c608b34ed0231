// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/source.h"

#include <rasqal.h>

#include <string.h>
#include <time.h>

enum { STEPS_BETWEEN_LOOKS = 4096 };

/// One walk over the triples of a pattern
typedef struct {
  RelSource *source;
  RelMemoryRange range;
  uint32_t at;
} Walk;

// ------------------------------------------------------------------- terms

RelParsedTerm
rel_source_term(rasqal_literal *literal)
{
  rasqal_literal *const value = literal ? rasqal_literal_value(literal) : NULL;
  RelParsedTerm term = {.kind = REL_PARSED_NOTHING};

  if (!value) {
    return term;
  }
  if (value->type == RASQAL_LITERAL_URI) {
    term.kind = REL_PARSED_IRI;
    term.value.data = (const char *)raptor_uri_as_counted_string(
        value->value.uri, &term.value.len);
    return term;
  }
  raptor_uri *const datatype = rasqal_literal_datatype(value);
  term.kind = value->type == RASQAL_LITERAL_BLANK ? REL_PARSED_BLANK
                                                  : REL_PARSED_LITERAL;
  term.value.data = (const char *)rasqal_literal_as_counted_string(
      value, &term.value.len, 0, NULL);
  term.language = rel_str(value->language);
  if (datatype && term.kind == REL_PARSED_LITERAL && !term.language.len) {
    term.datatype.data = (const char *)raptor_uri_as_counted_string(
        datatype, &term.datatype.len);
  }
  return term;
}

/// A copy in rasqal's memory, which its literals own
static char *
copy_text(RelStr text)
{
  char *const copy = rasqal_alloc_memory(text.len + 1U);

  if (copy) {
    memcpy(copy, text.data ? text.data : "", text.len);
    copy[text.len] = '\0';
  }
  return copy;
}

static raptor_uri *
new_uri(const RelSource *source, RelStr text)
{
  return raptor_new_uri_from_counted_string(
      source->raptor, (const unsigned char *)text.data, text.len);
}

static rasqal_literal *
new_literal(const RelSource *source, const RelParsedTerm *term)
{
  if (term->kind == REL_PARSED_IRI) {
    raptor_uri *const uri = new_uri(source, term->value);
    return uri ? rasqal_new_uri_literal(source->rasqal, uri) : NULL;
  }
  char *const text = copy_text(term->value);
  if (!text || term->kind == REL_PARSED_BLANK) {
    return text
               ? rasqal_new_simple_literal(source->rasqal, RASQAL_LITERAL_BLANK,
                                           (unsigned char *)text)
               : NULL;
  }
  char *const language = term->language.len ? copy_text(term->language) : NULL;
  raptor_uri *const datatype =
      term->datatype.len ? new_uri(source, term->datatype) : NULL;
  return rasqal_new_string_literal(source->rasqal, (unsigned char *)text,
                                   language, datatype, NULL);
}

/// Where a literal's number is, or the free slot where it belongs
static uint32_t
find_slot(const RelSource *source, const rasqal_literal *literal)
{
  const uintptr_t address = (uintptr_t)literal;
  const uint64_t hash = ((uint64_t)address >> 4U) * 0x9E3779B97F4A7C15U;
  uint32_t i = (uint32_t)(hash >> 32U) & (source->n_slots - 1U);

  while (source->slots[i] &&
         source->literals[source->slots[i] - 1U] != literal) {
    i = (i + 1U) & (source->n_slots - 1U);
  }
  return i;
}

/// The literal of a number, which stays the source's; null: no memory
static rasqal_literal *
literal_of(RelSource *source, uint32_t number)
{
  if (!source->literals[number]) {
    const RelParsedTerm term = rel_memory_term(source->memory, number);
    source->literals[number] = new_literal(source, &term);
    if (source->literals[number]) {
      source->slots[find_slot(source, source->literals[number])] = number + 1U;
    }
  }
  return source->literals[number];
}

/// The number of what a pattern has; false: the graph has no such term
static bool
number_of(RelSource *source, rasqal_literal *literal, uint32_t *number)
{
  rasqal_variable *const variable = rasqal_literal_as_variable(literal);
  rasqal_literal *const value = variable ? variable->value : literal;

  *number = REL_MEMORY_ANY;
  if (!value) {
    return true;
  }
  // what we bound ourselves comes back as it was, whatever rasqal reads in it
  const uint32_t slot = source->slots[find_slot(source, value)];
  if (slot) {
    *number = slot - 1U;
    return true;
  }
  const RelParsedTerm term = rel_source_term(value);
  if (rel_memory_number(source->memory, &term, number)) {
    source->is_out_of_memory = true;
  }
  return *number != REL_MEMORY_ANY;
}

// ------------------------------------------------------------------- walks

static double
now(void)
{
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static bool
is_over(RelSource *source)
{
  if (++source->n_steps >= STEPS_BETWEEN_LOOKS) {
    source->n_steps = 0U;
    source->is_late = source->is_late || now() > source->deadline;
  }
  return source->is_late || source->is_out_of_memory;
}

static int
is_end(rasqal_triples_match *match, void *handle)
{
  const Walk *const self = handle;

  (void)match;
  return self->at >= self->range.n || is_over(self->source);
}

static void
next_match(rasqal_triples_match *match, void *handle)
{
  Walk *const self = handle;

  (void)match;
  ++self->at;
}

static void
finish(rasqal_triples_match *match, void *handle)
{
  (void)match;
  rasqal_free_memory(handle);
}

/// Bind the variables of the parts wanted to those of the current triple
static rasqal_triple_parts
bind_match(rasqal_triples_match *match, void *handle,
           rasqal_variable *bindings[4], rasqal_triple_parts parts)
{
  static const rasqal_triple_parts bits[] = {
      RASQAL_TRIPLE_SUBJECT, RASQAL_TRIPLE_PREDICATE, RASQAL_TRIPLE_OBJECT};
  const Walk *const self = handle;
  const uint32_t *const part = self->range.triples[self->at].part;
  unsigned bound = 0U;

  (void)match;
  for (unsigned i = 0; i < 3U; ++i) {
    // a variable that stands twice in the pattern wants the same term
    for (unsigned k = 0; k < i; ++k) {
      if (bindings[i] && bindings[i] == bindings[k] && part[i] != part[k]) {
        return (rasqal_triple_parts)0;
      }
    }
  }
  for (unsigned i = 0; i < 3U; ++i) {
    if (bindings[i] && (parts & bits[i])) {
      rasqal_literal *const literal = literal_of(self->source, part[i]);
      self->source->is_out_of_memory =
          self->source->is_out_of_memory || !literal;
      rasqal_variable_set_value(bindings[i],
                                rasqal_new_literal_from_literal(literal));
      bound |= (unsigned)bits[i];
    }
  }
  return (rasqal_triple_parts)bound;
}

static RelMemoryRange
find_range(RelSource *source, rasqal_triple *triple)
{
  rasqal_literal *const parts[] = {triple->subject, triple->predicate,
                                   triple->object};
  const RelMemoryRange nothing = {NULL, 0U};
  uint32_t pattern[3];

  for (unsigned i = 0; i < 3U; ++i) {
    if (!number_of(source, parts[i], &pattern[i])) {
      return nothing;
    }
  }
  return rel_memory_find(source->memory, pattern);
}

static int
init_triples_match(rasqal_triples_match *match, rasqal_triples_source *source,
                   void *handle, rasqal_triple_meta *meta,
                   rasqal_triple *triple)
{
  RelSource *const self = *(RelSource **)handle;
  Walk *const walk = rasqal_alloc_memory(sizeof(*walk));

  (void)source;
  if (!walk) {
    self->is_out_of_memory = true;
    return 1;
  }
  *walk = (Walk){self, find_range(self, triple), 0U};
  meta->bindings[0] = rasqal_literal_as_variable(triple->subject);
  meta->bindings[1] = rasqal_literal_as_variable(triple->predicate);
  meta->bindings[2] = rasqal_literal_as_variable(triple->object);
  meta->bindings[3] = NULL; // graphs are not told apart
  match->user_data = walk;
  match->bind_match = bind_match;
  match->next_match = next_match;
  match->is_end = is_end;
  match->finish = finish;
  return 0;
}

static int
triple_present(rasqal_triples_source *source, void *handle,
               rasqal_triple *triple)
{
  RelSource *const self = *(RelSource **)handle;

  (void)source;
  return find_range(self, triple).n > 0U;
}

static void
free_triples_source(void *handle)
{
  (void)handle; // the source outlives each query
}

// ----------------------------------------------------------------- factory

static int
init_triples_source(rasqal_query *query, void *factory, void *handle,
                    rasqal_triples_source *source,
                    rasqal_triples_error_handler handler)
{
  (void)query;
  (void)handler;
  *(RelSource **)handle = factory;
  source->init_triples_match = init_triples_match;
  source->triple_present = triple_present;
  source->free_triples_source = free_triples_source;
  return 0;
}

static int
register_factory(rasqal_triples_source_factory *factory)
{
  factory->version = 2;
  factory->user_data_size = sizeof(RelSource *);
  factory->init_triples_source = init_triples_source;
  return 0;
}

RelStatus
rel_source_open(RelSource *source, rasqal_world *rasqal, RelMemory *memory,
                double seconds)
{
  RelWorld *const world = rel_memory_world(memory);
  const uint32_t n_terms = rel_memory_n_terms(memory);

  *source = (RelSource){.memory = memory,
                        .rasqal = rasqal,
                        .raptor = rasqal_world_get_raptor(rasqal),
                        .n_slots = 2U,
                        .deadline = now() + seconds};
  while (source->n_slots < 2U * n_terms) {
    source->n_slots *= 2U;
  }
  source->literals = rel_world_realloc(
      world, NULL, (n_terms + 1U) * sizeof(*source->literals));
  source->slots =
      rel_world_realloc(world, NULL, source->n_slots * sizeof(*source->slots));
  if (!source->literals || !source->slots) {
    rel_source_close(source);
    return REL_NO_MEMORY;
  }
  memset(source->literals, 0, (n_terms + 1U) * sizeof(*source->literals));
  memset(source->slots, 0, source->n_slots * sizeof(*source->slots));
  return rasqal_set_triples_source_factory(rasqal, register_factory, source)
             ? REL_NO_MEMORY
             : REL_OK;
}

void
rel_source_close(RelSource *source)
{
  RelWorld *const world = rel_memory_world(source->memory);
  const uint32_t n_terms = rel_memory_n_terms(source->memory);

  for (uint32_t i = 0; source->literals && i < n_terms; ++i) {
    if (source->literals[i]) {
      rasqal_free_literal(source->literals[i]);
    }
  }
  rel_world_release(world, source->literals);
  rel_world_release(world, source->slots);
  source->literals = NULL;
  source->slots = NULL;
}
