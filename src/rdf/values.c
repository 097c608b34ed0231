// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/describe.h"

#include "rdf/sanitize.h"

#include <string.h>

/// A time by its form: with a clock, else a day, month or year by its length
static RelRdfObject
time_object(const char *time)
{
  const RelStr text = rel_str(time);
  const size_t len = text.len - (*time == '-');
  const RelVocabulary type = strchr(time, 'T')   ? REL_XSD_DATE_TIME
                             : strchr(time, ':') ? REL_XSD_TIME
                             : len > 7U          ? REL_XSD_DATE
                             : len > 4U          ? REL_XSD_MONTH
                                                 : REL_XSD_YEAR;

  return (RelRdfObject){REL_OBJECT_TYPED, text, type};
}

RelRdfObject
rel_describe_literal(RelTermKind kind, RelStr value, const RelValue *meaning)
{
  if (meaning && meaning->kind == REL_VALUE_TIME && !meaning->bound &&
      !strcmp(meaning->begin, meaning->end)) {
    return time_object(meaning->begin);
  }
  const bool is_day = kind == REL_TERM_DATE && rel_sanitize_is_date(value);

  return is_day ? (RelRdfObject){REL_OBJECT_TYPED, value, REL_XSD_DATE}
                : (RelRdfObject){.kind = REL_OBJECT_ENGLISH, .value = value};
}

/// Raptor writes a decimal without a point as an integer
static RelStatus
add_decimal(const RelDescriber *describer, RelStr subject,
            RelVocabulary predicate, const char *number)
{
  char text[REL_DECIMAL_SIZE + 2];

  snprintf(text, sizeof(text), "%s%s", number, strchr(number, '.') ? "" : ".0");
  return rel_describer_add_typed(describer, subject, predicate, REL_XSD_DECIMAL,
                                 text);
}

static RelStatus
add_time(const RelDescriber *describer, RelStr subject, RelVocabulary predicate,
         const char *time)
{
  return *time ? rel_describer_add(describer, subject, predicate,
                                   time_object(time))
               : REL_OK;
}

static RelStatus
write_amount(const RelDescriber *describer, const RelValue *value, RelStr iri)
{
  char duration[REL_DURATION_SIZE];
  RelStatus st = REL_OK;

  REL_TRY(st, add_decimal(describer, iri, REL_RELATA_NUMBER, value->amount));
  if (*value->most) {
    REL_TRY(st, add_decimal(describer, iri, REL_RELATA_MOST, value->most));
  }
  if (rel_duration_text(value, duration)) {
    REL_TRY(st, rel_describer_add_typed(describer, iri, REL_RELATA_DURATION,
                                        REL_XSD_DURATION, duration));
  }
  return rel_describer_add_plain(
      describer, iri,
      value->kind == REL_VALUE_MONEY ? REL_RELATA_CURRENCY : REL_RELATA_UNIT,
      rel_str(value->unit));
}

/// Words of a claim that mean a time or an amount, understood or not
typedef struct {
  RelStr property; ///< Of the claim, that they are the object of
  RelStr marker;
  const RelTerm *term;
  const RelValue *value; ///< Null: not understood
} Meaning;

static RelStatus
write_meaning(const RelDescriber *describer, const RelValue *value, RelStr iri)
{
  RelStatus st = REL_OK;

  if (value->bound) {
    REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RELATA_BOUND,
                                      rel_vocabulary_bound(value->bound)));
  }
  if (value->kind != REL_VALUE_TIME) {
    return write_amount(describer, value, iri);
  }
  REL_TRY(st, add_time(describer, iri, REL_RELATA_BEGIN, value->begin));
  return add_time(describer, iri, REL_RELATA_END, value->end);
}

static RelStatus
write_value(const RelDescriber *describer, const Meaning *meaning, RelStr iri)
{
  const RelTerm *const term = meaning->term;
  RelStatus st = REL_OK;

  REL_TRY(st,
          rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                rel_vocabulary_iri(REL_RELATA_VALUE_CLASS)));
  REL_TRY(st,
          rel_describer_add_text(describer, iri, REL_RELATA_WORDS,
                                 term->text.len ? term->text : term->label));
  REL_TRY(st, rel_describer_add_text(describer, iri, REL_RELATA_MARKER,
                                     meaning->marker));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RELATA_PROPERTY,
                                    meaning->property));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RELATA_KIND,
                                    rel_vocabulary_class(term->kind)));
  return meaning->value ? write_meaning(describer, meaning->value, iri)
                        : REL_OK;
}

/// The times and amounts of a statement in their order
static uint32_t
find_meanings(const RelStatement *statement,
              Meaning meanings[1 + REL_MAX_SLOTS])
{
  uint32_t n = 0;

  if (statement->object_value || rel_term_is_measured(statement->value.kind)) {
    meanings[n++] = (Meaning){.property = rel_vocabulary_iri(REL_RDF_OBJECT),
                              .term = &statement->value,
                              .value = statement->object_value};
  }
  for (uint32_t i = 0; i < statement->n_slots && i < REL_MAX_SLOTS; ++i) {
    const RelStatementSlot *const slot = &statement->slots[i];
    const bool has_words = slot->term.label.len || slot->term.text.len;
    if (has_words && (slot->value || rel_term_is_measured(slot->term.kind))) {
      meanings[n++] = (Meaning){rel_vocabulary_slot(slot->role), slot->marker,
                                &slot->term, slot->value};
    }
  }
  return n;
}

/// What the claim says comes first: statements stay grouped by their subjects
RelStatus
rel_describe_values(const RelDescriber *describer,
                    const RelStatement *statement, RelStr claim)
{
  Meaning meanings[1 + REL_MAX_SLOTS];
  RelStr iris[1 + REL_MAX_SLOTS];
  const uint32_t n = find_meanings(statement, meanings);
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < n; ++i) {
    REL_TRY(st, rel_arena_format(describer->arena, &iris[i], "%.*sv%u",
                                 REL_ARG(claim), i + 1U));
    REL_TRY(st,
            rel_describer_add_iri(describer, claim, REL_RELATA_VALUE, iris[i]));
  }
  for (uint32_t i = 0; i < n; ++i) {
    REL_TRY(st, write_value(describer, &meanings[i], iris[i]));
  }
  return st;
}
