// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/tables.h"

#include "rdf/cells.h"
#include "rdf/sanitize.h"
#include "triple/line.h"

#include <jansson.h>

#include <math.h>

/// Set a member; a value that could not be made is a lack of memory
static RelStatus
set(json_t *object, const char *name, json_t *value)
{
  return value && !json_object_set_new_nocheck(object, name, value)
             ? REL_OK
             : REL_NO_MEMORY;
}

/// Set a text; nothing for an empty one
static RelStatus
set_text(const RelDescriber *describer, json_t *object, const char *name,
         RelStr text)
{
  RelStatus st = REL_OK;

  if (!text.len) {
    return st;
  }
  REL_TRY(st, rel_sanitize_text(describer->arena, text, &text));
  return set(object, name, json_stringn_nocheck(text.data, text.len));
}

/// A new object under a name
static RelStatus
set_object(json_t *object, const char *name, json_t **inner)
{
  *inner = json_object();
  return set(object, name, *inner);
}

/// What a time or an amount means; decimals are texts, so that none is rounded
static RelStatus
set_value(const RelDescriber *describer, json_t *object, const RelValue *value)
{
  char duration[REL_DURATION_SIZE];
  RelStatus st = REL_OK;
  json_t *inner = NULL;

  if (!value) {
    return st;
  }
  REL_TRY(st, set_object(object, "value", &inner));
  REL_TRY(st, set_text(describer, inner, "bound",
                       rel_str(rel_bound_text(value->bound))));
  REL_TRY(st, set_text(describer, inner, "begin", rel_str(value->begin)));
  REL_TRY(st, set_text(describer, inner, "end", rel_str(value->end)));
  REL_TRY(st, set_text(describer, inner, "number", rel_str(value->amount)));
  if (rel_duration_text(value, duration)) {
    REL_TRY(st, set_text(describer, inner, "duration", rel_str(duration)));
  }
  REL_TRY(st, set_text(describer, inner, "most", rel_str(value->most)));
  return set_text(describer, inner, "unit", rel_str(value->unit));
}

/// An entity or a value
static RelStatus
set_term(const RelDescriber *describer, json_t *object, uint32_t node,
         const RelTerm *term)
{
  const bool is_entity = node != REL_NO_NODE;
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, set_text(describer, object, is_entity ? "label" : "text",
                       rel_cell_words(describer, node, term)));
  REL_TRY(st,
          set_text(describer, object, "kind",
                   rel_str(rel_term_kind_text(
                       is_entity ? describer->nodes[node].kind : term->kind))));
  if (is_entity) {
    REL_TRY(st, rel_describer_entity(describer, node, &iri));
  }
  return set_text(describer, object, "iri", iri);
}

static RelStatus
set_roles(const RelDescriber *describer, json_t *claim,
          const RelStatement *statement)
{
  RelStatus st = REL_OK;
  json_t *inner = NULL;
  RelStr iri = {0};

  REL_TRY(st, set_object(claim, "subject", &inner));
  REL_TRY(st, set_term(describer, inner, statement->subject, NULL));
  REL_TRY(st, set_object(claim, "predicate", &inner));
  REL_TRY(st, set_text(describer, inner, "label", statement->predicate));
  REL_TRY(st,
          rel_describer_relation(describer, statement->predicate_key, &iri));
  REL_TRY(st, set_text(describer, inner, "iri", iri));
  if (statement->object == REL_NO_NODE &&
      statement->value.kind == REL_TERM_NONE) {
    return st;
  }
  REL_TRY(st, set_object(claim, "object", &inner));
  REL_TRY(st, set_term(describer, inner, statement->object, &statement->value));
  return set_value(describer, inner, statement->object_value);
}

static RelStatus
set_slots(const RelDescriber *describer, json_t *claim,
          const RelStatement *statement)
{
  RelStatus st = REL_OK;
  json_t *const list = json_array();

  REL_TRY(st, set(claim, "slots", list));
  for (uint32_t i = 0; i < statement->n_slots; ++i) {
    const RelStatementSlot *const slot = &statement->slots[i];
    json_t *const inner = json_object();
    if (json_array_append_new(list, inner)) {
      return REL_NO_MEMORY;
    }
    REL_TRY(st, set_text(describer, inner, "role",
                         rel_str(rel_slot_role_text(slot->role))));
    REL_TRY(st, set_text(describer, inner, "marker", slot->marker));
    REL_TRY(st, set_term(describer, inner, slot->node, &slot->term));
    REL_TRY(st, set_value(describer, inner, slot->value));
  }
  return st;
}

static RelStatus
set_factuality(const RelDescriber *describer, json_t *claim,
               const RelStatement *statement)
{
  RelStatus st = REL_OK;
  json_t *inner = NULL;
  const double share =
      statement->confidence > 0.0F ? (double)statement->confidence : 0.0;

  REL_TRY(st, set(claim, "asserted", json_boolean(statement->is_asserted)));
  REL_TRY(st,
          set_text(describer, claim, "polarity",
                   statement->polarity == REL_POSITIVE ? REL_STR("positive")
                                                       : REL_STR("negative")));
  REL_TRY(st, set_text(describer, claim, "modality",
                       rel_str(rel_modality_text(statement->modality))));
  REL_TRY(st, set(claim, "confidence",
                  json_real(floor((share < 1.0 ? share : 1.0) * 100.0 + 0.5) /
                            100.0)));
  if (statement->source == REL_NO_NODE) {
    return st;
  }
  REL_TRY(st, set_object(claim, "attributed_to", &inner));
  REL_TRY(st, set_term(describer, inner, statement->source, NULL));
  return set_text(describer, inner, "verb", statement->source_verb);
}

static RelStatus
set_document(const RelDescriber *describer, json_t *claim, uint32_t number)
{
  const RelGraphDocument *const document = &describer->documents[number];
  RelStatus st = REL_OK;
  json_t *inner = NULL;
  RelStr iri = {0};
  RelStr url = {0};

  REL_TRY(st, set_object(claim, "document", &inner));
  REL_TRY(st, rel_describer_document(describer, number, &iri));
  REL_TRY(st, set_text(describer, inner, "iri", iri));
  REL_TRY(st, set_text(describer, inner, "name", document->name));
  REL_TRY(st, set_text(describer, inner, "title", document->title));
  REL_TRY(st, set_text(describer, inner, "date", document->date));
  REL_TRY(st, set_text(describer, inner, "publisher", document->publisher));
  REL_TRY(st, rel_sanitize_url(describer->arena, document->url, &url));
  return set_text(describer, inner, "url", url);
}

static RelStatus
set_evidence(const RelDescriber *describer, json_t *claim,
             const RelStatement *statement)
{
  const RelEvidence *const evidence = &statement->evidence;
  RelStatus st = REL_OK;
  RelStr outer = {0};

  if (statement->content_of != REL_NO_TRIPLE) {
    REL_TRY(st, rel_describer_part(describer, statement->document, 'c',
                                   statement->content_of, &outer));
    REL_TRY(st, set_text(describer, claim, "content_of", outer));
  }
  REL_TRY(st, set(claim, "sentence", json_integer(evidence->sentence)));
  REL_TRY(st, set(claim, "begin", json_integer(evidence->begin)));
  REL_TRY(st, set(claim, "end", json_integer(evidence->end)));
  REL_TRY(st, set_text(describer, claim, "quote", evidence->quote));
  return set_document(describer, claim, statement->document);
}

static RelStatus
fill_claim(const RelDescriber *describer, json_t *claim,
           const RelStatement *statement)
{
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, rel_describer_part(describer, statement->document, 'c',
                                 statement->number, &iri));
  REL_TRY(st, set_text(describer, claim, "claim", iri));
  REL_TRY(st, set_roles(describer, claim, statement));
  REL_TRY(st, set_factuality(describer, claim, statement));
  REL_TRY(st, set_slots(describer, claim, statement));
  return set_evidence(describer, claim, statement);
}

static RelStatus
print_all(const RelDescriber *describer, const RelGraph *graph, FILE *out)
{
  uint32_t n = 0;
  const RelStatement *const statements = rel_graph_statements(graph, &n);
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < n && !st; ++i) {
    json_t *const claim = json_object();
    st = claim ? fill_claim(describer, claim, &statements[i]) : REL_NO_MEMORY;
    // a stream that cannot be written is found when it is flushed
    if (!st) {
      json_dumpf(claim, out, JSON_COMPACT | JSON_REAL_PRECISION(3));
      putc('\n', out);
    }
    json_decref(claim);
    rel_describer_forget(describer);
  }
  return st ? st : rel_line_flush(rel_graph_world(graph), out);
}

RelStatus
rel_rdf_write_jsonl(const RelGraph *graph, const RelRdfOptions *options,
                    FILE *out)
{
  return rel_describer_with(graph, options, print_all, out);
}
