// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/reading.h"

#include "graph/iri.h"

#include <stdlib.h>

/// A claim as far as it is read
typedef struct {
  RelTriple triple;
  RelStr sentence; ///< IRI
  RelStr relation; ///< Key of the predicate
  bool is_asserted;
  uint32_t fact; ///< Of the claim, for messages
} Claim;

// ------------------------------------------------------------------ values

/// What a value's record says
typedef struct {
  RelStr words;
  RelStr marker;
  RelStr property;
  RelTermKind kind;
  RelValue value;
} Meaning;

/// Decimals have a point in RDF
static RelStr
plain_decimal(RelStr text)
{
  return rel_str_ends(text, REL_STR(".0"))
             ? rel_str_slice(text, 0U, text.len - 2U)
             : text;
}

static bool
read_bound(RelStr iri, RelBound *bound)
{
  for (unsigned b = 1; b < REL_N_BOUNDS; ++b) {
    if (rel_str_equal(iri, rel_vocabulary_bound((RelBound)b))) {
      *bound = (RelBound)b;
      return true;
    }
  }
  return false;
}

/// What a value measures
static bool
read_measure(const RelFact *fact, RelValue *value)
{
  switch (fact->property) {
  case REL_RELATA_BOUND:
    return read_bound(fact->value, &value->bound);
  case REL_RELATA_BEGIN:
    value->kind = REL_VALUE_TIME;
    return rel_reading_copy(fact->value, value->begin, sizeof(value->begin));
  case REL_RELATA_END:
    value->kind = REL_VALUE_TIME;
    return rel_reading_copy(fact->value, value->end, sizeof(value->end));
  case REL_RELATA_NUMBER:
    value->kind = value->kind ? value->kind : REL_VALUE_QUANTITY;
    return rel_reading_copy(plain_decimal(fact->value), value->amount,
                            sizeof(value->amount));
  case REL_RELATA_MOST:
    return rel_reading_copy(plain_decimal(fact->value), value->most,
                            sizeof(value->most));
  case REL_RELATA_CURRENCY:
    value->kind = REL_VALUE_MONEY;
    return rel_reading_copy(fact->value, value->unit, sizeof(value->unit));
  case REL_RELATA_UNIT:
    value->kind = rel_str_equal(fact->value, REL_STR("%")) ? REL_VALUE_PERCENT
                                                           : REL_VALUE_QUANTITY;
    return rel_reading_copy(fact->value, value->unit, sizeof(value->unit));
  default:
    return true;
  }
}

static RelStatus
read_meaning(RelGraphReader *self, const RelRecord *record, Meaning *meaning)
{
  const RelFact *const facts = self->records.facts.items;

  *meaning = (Meaning){.kind = REL_TERM_QUANTITY};
  for (uint32_t f = record->first; f != REL_NO_FACT; f = facts[f].next) {
    switch (facts[f].property) {
    case REL_RELATA_WORDS:
      meaning->words = facts[f].value;
      break;
    case REL_RELATA_MARKER:
      meaning->marker = facts[f].value;
      break;
    case REL_RELATA_PROPERTY:
      meaning->property = facts[f].value;
      break;
    case REL_RELATA_KIND:
      meaning->kind = rel_vocabulary_kind(facts[f].value);
      break;
    default:
      if (!read_measure(&facts[f], &meaning->value)) {
        return rel_reading_fail(self, f, "a value of relata");
      }
    }
  }
  return REL_OK;
}

/// A literal whose meaning a value tells
static void
give_meaning(const Meaning *meaning, bool is_time, RelTerm *term)
{
  const bool is_entity =
      meaning->kind == REL_TERM_NONE || !rel_term_is_value(meaning->kind);

  term->kind = is_entity ? REL_TERM_CLAUSE : meaning->kind;
  term->text = meaning->words;
  if (is_time && meaning->value.kind) {
    term->label = meaning->words; // the literal is the day, not the words
  }
}

/// "by 5%" without the "by" that the value knows
static RelStr
without_marker(RelStr words, RelStr marker)
{
  const bool is_marked = marker.len && words.len > marker.len + 1U &&
                         rel_str_starts(words, marker) &&
                         words.data[marker.len] == ' ';

  return is_marked ? rel_str_slice(words, marker.len + 1U, words.len) : words;
}

static bool
fits(const RelSlot *slot, const Meaning *meaning, bool is_exact)
{
  const RelValue *const value = &meaning->value;

  if (slot->value.kind || slot->term.text.len) {
    return false; // it has another
  }
  return !is_exact || rel_str_ends(slot->term.label, meaning->words) ||
         rel_str_equal(slot->term.label, rel_str(value->begin));
}

/// The slot that a value's words stand in; null: none
static RelSlot *
find_slot(RelTriple *triple, const Meaning *meaning)
{
  for (int is_exact = 1; is_exact >= 0; --is_exact) {
    for (uint32_t i = 0; i < triple->n_slots; ++i) {
      RelSlot *const slot = &triple->slots[i];
      if (rel_str_equal(meaning->property, rel_vocabulary_slot(slot->role)) &&
          fits(slot, meaning, is_exact)) {
        return slot;
      }
    }
  }
  return NULL;
}

/// The same words once more, which mean another value
static bool
add_slot(RelTriple *triple, const Meaning *meaning)
{
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    const RelSlotRole role = triple->slots[i].role;
    if (triple->n_slots < REL_MAX_SLOTS &&
        rel_str_equal(meaning->property, rel_vocabulary_slot(role))) {
      RelSlot *const slot = &triple->slots[triple->n_slots++];
      *slot = (RelSlot){.role = role,
                        .marker = meaning->marker,
                        .term = {REL_TERM_CLAUSE, meaning->words, {0}, 0U},
                        .value = meaning->value};
      give_meaning(meaning, false, &slot->term);
      return true;
    }
  }
  return false;
}

static RelStatus
apply_meaning(RelGraphReader *self, const RelRecord *record, RelTriple *triple)
{
  Meaning meaning;
  RelStatus st = REL_OK;

  REL_TRY(st, read_meaning(self, record, &meaning));
  if (rel_str_equal(meaning.property, rel_vocabulary_iri(REL_RDF_OBJECT))) {
    const bool is_time = triple->object.kind == REL_TERM_DATE;
    give_meaning(&meaning, is_time, &triple->object);
    triple->object_value = meaning.value;
    return st;
  }
  RelSlot *const slot = find_slot(triple, &meaning);
  if (!slot) {
    return add_slot(triple, &meaning)
               ? REL_OK
               : rel_reading_fail(self, record->first,
                                  "a value of one of the claim's slots");
  }
  const bool is_literal = rel_term_is_value(slot->term.kind);
  if (is_literal) {
    slot->term.label = without_marker(slot->term.label, meaning.marker);
    give_meaning(&meaning, slot->term.kind == REL_TERM_DATE, &slot->term);
  }
  slot->marker = meaning.marker;
  slot->value = meaning.value;
  return st;
}

/// What no value speaks of has its literal as its words
static void
settle_words(RelTriple *triple)
{
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    RelTerm *const term = &triple->slots[i].term;
    term->text = term->text.len ? term->text : term->label;
  }
  if (!triple->object.text.len) {
    triple->object.text = triple->object.label;
  }
}

// ------------------------------------------------------------------ claims

/// A literal, until a value says more
static RelTerm
literal_term(const RelFact *fact)
{
  return (RelTerm){
      .kind = fact->is_time ? REL_TERM_DATE : REL_TERM_CLAUSE,
      .label = fact->value,
  };
}

static RelStatus
read_slot(RelGraphReader *self, uint32_t number, RelTriple *triple)
{
  const RelFact *const fact = &self->records.facts.items[number];
  RelSlot slot = {.role = (RelSlotRole)(fact->property - REL_FACT_SLOT)};
  RelStatus st = REL_OK;

  if (triple->n_slots == REL_MAX_SLOTS) {
    return rel_reading_fail(self, number, "at most 8 slots in a claim");
  }
  if (fact->is_iri) {
    REL_TRY(st, rel_reading_term(self, number, &slot.term));
    slot.term.text = REL_STR("");
  } else {
    slot.term = literal_term(fact);
  }
  triple->slots[triple->n_slots++] = slot;
  return st;
}

static RelStatus
read_object(RelGraphReader *self, uint32_t number, RelTriple *triple)
{
  const RelFact *const fact = &self->records.facts.items[number];

  if (fact->is_iri) {
    return rel_reading_term(self, number, &triple->object);
  }
  triple->object = literal_term(fact);
  return REL_OK;
}

static RelStatus
read_modality(RelGraphReader *self, uint32_t number, RelModality *modality)
{
  const RelStr iri = self->records.facts.items[number].value;

  for (unsigned m = 0; m < REL_N_MODALITIES; ++m) {
    if (rel_str_equal(iri, rel_vocabulary_modality((RelModality)m))) {
      *modality = (RelModality)m;
      return REL_OK;
    }
  }
  return rel_reading_fail(self, number, "a modality such as relata:Actual");
}

static RelStatus
read_polarity(RelGraphReader *self, uint32_t number, RelPolarity *polarity)
{
  const RelStr iri = self->records.facts.items[number].value;

  *polarity = rel_str_equal(iri, rel_vocabulary_polarity(REL_POSITIVE))
                  ? REL_POSITIVE
                  : REL_NEGATIVE;
  return rel_str_equal(iri, rel_vocabulary_polarity(*polarity))
             ? REL_OK
             : rel_reading_fail(self, number,
                                "relata:Positive or relata:Negative");
}

static RelStatus
read_confidence(RelGraphReader *self, uint32_t number, float *confidence)
{
  const RelStr text = self->records.facts.items[number].value;
  char digits[16] = "";
  char *end = digits;

  if (rel_reading_copy(text, digits, sizeof(digits))) {
    *confidence = strtof(digits, &end);
  }
  return end > digits && !*end && *confidence >= 0.0F && *confidence <= 1.0F
             ? REL_OK
             : rel_reading_fail(self, number, "a confidence from 0 to 1");
}

static RelStatus
read_asserted(RelGraphReader *self, uint32_t number, bool *is_asserted)
{
  const RelStr text = self->records.facts.items[number].value;

  *is_asserted = rel_str_equal(text, REL_STR("true"));
  return *is_asserted || rel_str_equal(text, REL_STR("false"))
             ? REL_OK
             : rel_reading_fail(self, number, "true or false");
}

static RelStatus
read_relation(RelGraphReader *self, uint32_t number, Claim *claim)
{
  const RelFact *const fact = &self->records.facts.items[number];
  const RelRecordName name = rel_record_name(fact->value);
  const RelStr folder = REL_STR("relation/");

  if (!fact->is_iri || name.kind != REL_RECORD_DERIVED ||
      !rel_str_starts(name.key, folder)) {
    return rel_reading_fail(self, number, "a relation of this graph");
  }
  claim->relation = rel_str_slice(name.key, folder.len, name.key.len);
  return REL_OK;
}

/// What a claim says, and how
static RelStatus
read_saying(RelGraphReader *self, uint32_t number, Claim *claim)
{
  const RelFact *const fact = &self->records.facts.items[number];
  RelTriple *const triple = &claim->triple;

  switch (fact->property) {
  case REL_RDF_SUBJECT:
    return rel_reading_term(self, number, &triple->subject);
  case REL_RDF_PREDICATE:
    return read_relation(self, number, claim);
  case REL_RDF_OBJECT:
    return read_object(self, number, triple);
  case REL_RELATA_WORDING:
    triple->predicate = fact->value;
    return REL_OK;
  case REL_RELATA_ASSERTED:
    return read_asserted(self, number, &claim->is_asserted);
  case REL_RELATA_POLARITY:
    return read_polarity(self, number, &triple->polarity);
  case REL_RELATA_MODALITY:
    return read_modality(self, number, &triple->modality);
  case REL_RELATA_CONFIDENCE:
    return read_confidence(self, number, &triple->confidence);
  default:
    return fact->property >= REL_FACT_SLOT ? read_slot(self, number, triple)
                                           : REL_OK;
  }
}

/// Who says so and where it stands; else as read_saying()
static RelStatus
read_claim_fact(RelGraphReader *self, uint32_t number, Claim *claim)
{
  const RelFact *const fact = &self->records.facts.items[number];
  RelTriple *const triple = &claim->triple;

  switch (fact->property) {
  case REL_RELATA_ATTRIBUTED_TO:
    return rel_reading_term(self, number, &triple->source);
  case REL_RELATA_ATTRIBUTION_VERB:
    triple->source_verb = fact->value;
    return REL_OK;
  case REL_PROV_DERIVED_FROM:
    claim->sentence = fact->value;
    return REL_OK;
  case REL_NIF_BEGIN:
    return rel_reading_number(self, number, &triple->evidence.begin);
  case REL_NIF_END:
    return rel_reading_number(self, number, &triple->evidence.end);
  case REL_RELATA_QUOTE:
    triple->evidence.quote = fact->value;
    return REL_OK;
  default:
    return read_saying(self, number, claim);
  }
}

/// What the predicate's key tells, if the claim does not
static RelStatus
settle_predicate(RelGraphReader *self, Claim *claim)
{
  RelTriple *const triple = &claim->triple;
  RelStr key = {0};
  RelStatus st = REL_OK;

  if (!triple->predicate.len) {
    REL_TRY(st, rel_iri_predicate_words(&self->arena, claim->relation,
                                        &triple->predicate));
  }
  REL_TRY(st, rel_iri_predicate_key(&self->arena, triple->predicate, &key));
  return rel_str_equal(key, claim->relation)
             ? REL_OK
             : rel_reading_fail(
                   self, claim->fact,
                   "a claim with the wording that its relation tells");
}

static RelStatus
read_sentence(RelGraphReader *self, const Claim *claim, RelEvidence *evidence)
{
  const RelRecordName name = rel_record_name(claim->sentence);
  const RelFact *const facts = self->records.facts.items;
  const RelRecord *const record =
      rel_records_find(&self->records, claim->sentence);
  RelStatus st = REL_OK;

  if (!claim->sentence.len) {
    return st;
  }
  if (name.kind != REL_RECORD_SENTENCE) {
    return rel_reading_fail(self, claim->fact,
                            "a claim derived from a sentence");
  }
  evidence->sentence = name.number;
  for (uint32_t f = record ? record->first : REL_NO_FACT; f != REL_NO_FACT;
       f = facts[f].next) {
    if (facts[f].property == REL_NIF_BEGIN) {
      REL_TRY(st, rel_reading_number(self, f, &evidence->sentence_begin));
    } else if (facts[f].property == REL_NIF_END) {
      REL_TRY(st, rel_reading_number(self, f, &evidence->sentence_end));
    } else if (facts[f].property == REL_NIF_ANCHOR) {
      evidence->sentence_text = facts[f].value;
    }
  }
  return st;
}

/// Nothing but what is positive and actual is a fact
static RelStatus
settle_factuality(RelGraphReader *self, Claim *claim)
{
  RelTriple *const triple = &claim->triple;
  const bool is_actual =
      triple->polarity == REL_POSITIVE && triple->modality == REL_ACTUAL;

  triple->is_accepted =
      claim->is_asserted && triple->source.kind != REL_TERM_NONE;
  if (claim->is_asserted && !is_actual) {
    return rel_reading_fail(self, claim->fact,
                            "an asserted claim to be positive and actual");
  }
  return claim->is_asserted || !rel_triple_is_asserted(triple)
             ? REL_OK
             : rel_reading_fail(
                   self, claim->fact,
                   "the newsroom's own positive and actual claim to be "
                   "asserted");
}

static RelStatus
check_whole(RelGraphReader *self, const Claim *claim)
{
  if (claim->triple.subject.kind == REL_TERM_NONE) {
    return rel_reading_fail(self, claim->fact, "a claim with rdf:subject");
  }
  return claim->relation.len ? REL_OK
                             : rel_reading_fail(self, claim->fact,
                                                "a claim with rdf:predicate");
}

RelStatus
rel_reading_claim(RelGraphReader *self, const RelRecord *record,
                  const RelRecord *end)
{
  const RelFact *const facts = self->records.facts.items;
  Claim claim = {.triple = {.view = REL_VIEW_GRAPH,
                            .number = record->name.number,
                            .content_of = record->content_of,
                            .rule = ""},
                 .fact = record->first};
  const RelEvent event = {REL_EVENT_TRIPLE, {.triple = &claim.triple}};
  RelStatus st = REL_OK;

  for (uint32_t f = record->first; f != REL_NO_FACT; f = facts[f].next) {
    REL_TRY(st, read_claim_fact(self, f, &claim));
  }
  REL_TRY(st, check_whole(self, &claim));
  for (const RelRecord *value = record + 1; value < end; ++value) {
    REL_TRY(st, apply_meaning(self, value, &claim.triple));
  }
  settle_words(&claim.triple);
  REL_TRY(st, settle_predicate(self, &claim));
  REL_TRY(st, settle_factuality(self, &claim));
  REL_TRY(st, read_sentence(self, &claim, &claim.triple.evidence));
  return rel_sink_event(self->sink, &event);
}
