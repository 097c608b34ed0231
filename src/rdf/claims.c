// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/describe.h"

#include "graph/iri.h"
#include "triple/line.h"

static RelStr
term_words(const RelTerm *term)
{
  return term->label.len ? term->label : term->text;
}

bool
rel_describe_is_plain(const RelStatement *statement)
{
  return statement->is_asserted && statement->object != REL_NO_NODE;
}

RelStatus
rel_describe_plain(const RelDescriber *describer, const RelStatement *statement)
{
  RelStatus st = REL_OK;
  RelStr subject = {0};
  RelStr predicate = {0};
  RelRdfObject object = {.kind = REL_OBJECT_IRI};

  REL_TRY(st, rel_describer_entity(describer, statement->subject, &subject));
  REL_TRY(st, rel_describer_relation(describer, statement->predicate_key,
                                     &predicate));
  REL_TRY(st,
          rel_describer_entity(describer, statement->object, &object.value));
  return rel_rdf_stream_add(describer->stream, subject, predicate, object);
}

/// The predicate's words where its key does not tell them
static RelStatus
write_wording(const RelDescriber *describer, const RelStatement *statement,
              RelStr claim)
{
  RelStatus st = REL_OK;
  RelStr words = {0};

  REL_TRY(st, rel_iri_predicate_words(describer->arena,
                                      statement->predicate_key, &words));
  return rel_str_equal(words, statement->predicate)
             ? REL_OK
             : rel_describer_add_text(describer, claim, REL_RELATA_WORDING,
                                      statement->predicate);
}

RelStatus
rel_describe_meaning(const RelDescriber *describer, const RelMeaning *meaning)
{
  RelStatus st = REL_OK;
  RelStr subject = {0};
  RelRdfObject object = {.kind = REL_OBJECT_IRI};

  REL_TRY(st, rel_describer_entity(describer, meaning->subject, &subject));
  REL_TRY(st, rel_describer_entity(describer, meaning->object, &object.value));
  return rel_rdf_stream_add(describer->stream, subject, meaning->property,
                            object);
}

/// What kind of event it tells of, be it asserted or not
static RelStatus
write_class(const RelDescriber *describer, const RelStatement *statement,
            RelStr claim)
{
  const RelStr name = rel_meaning_class(describer, statement);
  RelStatus st = REL_OK;
  RelStr iri = {0};

  if (!name.len) {
    return st;
  }
  REL_TRY(st, rel_arena_format(describer->arena, &iri, REL_EVENTS "%.*s",
                               REL_ARG(name)));
  return rel_describer_add_iri(describer, claim, REL_RELATA_EVENT_CLASS, iri);
}

static RelStatus
write_roles(const RelDescriber *describer, const RelStatement *statement,
            RelStr claim)
{
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, rel_describer_add_iri(describer, claim, REL_RDF_TYPE,
                                    rel_vocabulary_iri(REL_RELATA_CLAIM)));
  REL_TRY(st, rel_describer_entity(describer, statement->subject, &iri));
  REL_TRY(st, rel_describer_add_iri(describer, claim, REL_RDF_SUBJECT, iri));
  REL_TRY(st,
          rel_describer_relation(describer, statement->predicate_key, &iri));
  REL_TRY(st, rel_describer_add_iri(describer, claim, REL_RDF_PREDICATE, iri));
  REL_TRY(st, write_wording(describer, statement, claim));
  if (statement->object != REL_NO_NODE) {
    REL_TRY(st, rel_describer_entity(describer, statement->object, &iri));
    return rel_describer_add_iri(describer, claim, REL_RDF_OBJECT, iri);
  }
  if (statement->value.kind == REL_TERM_NONE) {
    return st;
  }
  return rel_describer_add(describer, claim, REL_RDF_OBJECT,
                           rel_describe_literal(statement->value.kind,
                                                term_words(&statement->value),
                                                statement->object_value));
}

static RelStatus
write_factuality(const RelDescriber *describer, const RelStatement *statement,
                 RelStr claim)
{
  RelStatus st = REL_OK;
  char confidence[REL_FIXED_SIZE];
  RelStr source = {0};

  rel_fixed_text(statement->confidence, 2U, confidence);
  REL_TRY(st, rel_describer_add_typed(
                  describer, claim, REL_RELATA_ASSERTED, REL_XSD_BOOLEAN,
                  statement->is_asserted ? "true" : "false"));
  REL_TRY(st,
          rel_describer_add_iri(describer, claim, REL_RELATA_POLARITY,
                                rel_vocabulary_polarity(statement->polarity)));
  REL_TRY(st,
          rel_describer_add_iri(describer, claim, REL_RELATA_MODALITY,
                                rel_vocabulary_modality(statement->modality)));
  REL_TRY(st, rel_describer_add_typed(describer, claim, REL_RELATA_CONFIDENCE,
                                      REL_XSD_DECIMAL, confidence));
  if (statement->source != REL_NO_NODE) {
    REL_TRY(st, rel_describer_entity(describer, statement->source, &source));
    REL_TRY(st, rel_describer_add_iri(describer, claim,
                                      REL_RELATA_ATTRIBUTED_TO, source));
    REL_TRY(st, rel_describer_add_text(describer, claim,
                                       REL_RELATA_ATTRIBUTION_VERB,
                                       statement->source_verb));
  }
  return st;
}

static RelStatus
write_evidence(const RelDescriber *describer, const RelStatement *statement,
               RelStr claim)
{
  const RelEvidence *const evidence = &statement->evidence;
  RelStatus st = REL_OK;
  RelStr sentence = {0};

  REL_TRY(st, rel_describer_part(describer, statement->document, 's',
                                 evidence->sentence, &sentence));
  REL_TRY(st, rel_describer_add_iri(describer, claim, REL_PROV_DERIVED_FROM,
                                    sentence));
  REL_TRY(st, rel_describer_add_offsets(describer, claim, evidence->begin,
                                        evidence->end));
  return rel_describer_add_text(describer, claim, REL_RELATA_QUOTE,
                                evidence->quote);
}

/// Which run read it
static RelStatus
write_run(const RelDescriber *describer, const RelStatement *statement,
          RelStr claim)
{
  const uint32_t run = describer->documents[statement->document].run;
  RelStatus st = REL_OK;
  RelStr iri = {0};

  if (describer->provenance != REL_PROVENANCE_FULL || run == REL_NO_RUN) {
    return st;
  }
  REL_TRY(st, rel_describer_run(describer, run, &iri));
  return rel_describer_add_iri(describer, claim, REL_PROV_GENERATED_BY, iri);
}

/// "because of the drought": these mean little without their preposition
static bool
needs_marker(RelSlotRole role)
{
  return role == REL_SLOT_MANNER || role == REL_SLOT_REASON ||
         role == REL_SLOT_OTHER;
}

static RelStatus
write_slot(const RelDescriber *describer, const RelStatementSlot *slot,
           RelStr claim)
{
  RelStatus st = REL_OK;
  RelStr words = term_words(&slot->term);
  RelRdfObject object = {.kind = REL_OBJECT_IRI};

  if (slot->node != REL_NO_NODE) {
    REL_TRY(st, rel_describer_entity(describer, slot->node, &object.value));
  } else if (words.len) {
    if (needs_marker(slot->role) && slot->marker.len) {
      REL_TRY(st, rel_arena_format(describer->arena, &words, "%.*s %.*s",
                                   REL_ARG(slot->marker), REL_ARG(words)));
    }
    object = rel_describe_literal(slot->term.kind, words, slot->value);
  } else {
    return st;
  }
  return rel_rdf_stream_add(describer->stream, claim,
                            rel_vocabulary_slot(slot->role), object);
}

/// To the claims that this one has as its content
static RelStatus
write_contents(const RelDescriber *describer, const RelContents *contents,
               RelStr claim)
{
  RelStatus st = REL_OK;
  RelStr inner = {0};

  for (uint32_t i = 0; i < contents->n; ++i) {
    const RelStatement *const content = contents->items[i];
    REL_TRY(st, rel_describer_part(describer, content->document, 'c',
                                   content->number, &inner));
    REL_TRY(st,
            rel_describer_add_iri(describer, claim, REL_RELATA_CONTENT, inner));
  }
  return st;
}

RelStatus
rel_describe_claim(const RelDescriber *describer, const RelStatement *statement,
                   const RelContents *contents)
{
  RelStatus st = REL_OK;
  RelStr claim = {0};

  REL_TRY(st, rel_describer_part(describer, statement->document, 'c',
                                 statement->number, &claim));
  REL_TRY(st, write_roles(describer, statement, claim));
  REL_TRY(st, write_class(describer, statement, claim));
  REL_TRY(st, write_factuality(describer, statement, claim));
  REL_TRY(st, write_evidence(describer, statement, claim));
  REL_TRY(st, write_run(describer, statement, claim));
  for (uint32_t i = 0; i < statement->n_slots; ++i) {
    REL_TRY(st, write_slot(describer, &statement->slots[i], claim));
  }
  REL_TRY(st, write_contents(describer, contents, claim));
  REL_TRY(st, rel_describe_values(describer, statement, claim));
  rel_describer_forget(describer);
  return st;
}
