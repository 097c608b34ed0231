// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/cells.h"

#include "base/buffer.h"
#include "rdf/sanitize.h"
#include "triple/line.h"

RelStr
rel_cell_words(const RelDescriber *describer, uint32_t node,
               const RelTerm *term)
{
  if (node != REL_NO_NODE) {
    return describer->nodes[node].label;
  }
  return term->label.len ? term->label : term->text;
}

static RelStatus
clean(const RelDescriber *describer, RelStr words, RelStr *text)
{
  return rel_sanitize_text(describer->arena, words, text);
}

static RelStatus
number_cell(const RelDescriber *describer, uint32_t number, RelStr *text)
{
  return rel_arena_format(describer->arena, text, "%u", number);
}

static RelStatus
entity_cell(const RelDescriber *describer, uint32_t node, RelStr *text)
{
  return node == REL_NO_NODE ? REL_OK
                             : rel_describer_entity(describer, node, text);
}

// ------------------------------------------------------------------ who

static RelStatus
claim_cell(const RelDescriber *describer, const RelStatement *statement,
           RelStr *text)
{
  return rel_describer_part(describer, statement->document, 'c',
                            statement->number, text);
}

static RelStatus
document_cell(const RelDescriber *describer, const RelStatement *statement,
              RelStr *text)
{
  return clean(describer, describer->documents[statement->document].name, text);
}

static RelStatus
date_cell(const RelDescriber *describer, const RelStatement *statement,
          RelStr *text)
{
  return clean(describer, describer->documents[statement->document].date, text);
}

static RelStatus
subject_cell(const RelDescriber *describer, const RelStatement *statement,
             RelStr *text)
{
  return clean(describer, describer->nodes[statement->subject].label, text);
}

static RelStatus
subject_kind_cell(const RelDescriber *describer, const RelStatement *statement,
                  RelStr *text)
{
  *text =
      rel_str(rel_term_kind_text(describer->nodes[statement->subject].kind));
  return REL_OK;
}

static RelStatus
subject_iri_cell(const RelDescriber *describer, const RelStatement *statement,
                 RelStr *text)
{
  return entity_cell(describer, statement->subject, text);
}

static RelStatus
predicate_cell(const RelDescriber *describer, const RelStatement *statement,
               RelStr *text)
{
  return clean(describer, statement->predicate, text);
}

static RelStatus
predicate_iri_cell(const RelDescriber *describer, const RelStatement *statement,
                   RelStr *text)
{
  return rel_describer_relation(describer, statement->predicate_key, text);
}

static bool
has_object(const RelStatement *statement)
{
  return statement->object != REL_NO_NODE ||
         statement->value.kind != REL_TERM_NONE;
}

static RelStatus
object_cell(const RelDescriber *describer, const RelStatement *statement,
            RelStr *text)
{
  return has_object(statement)
             ? clean(describer,
                     rel_cell_words(describer, statement->object,
                                    &statement->value),
                     text)
             : REL_OK;
}

static RelStatus
object_kind_cell(const RelDescriber *describer, const RelStatement *statement,
                 RelStr *text)
{
  if (has_object(statement)) {
    *text = rel_str(
        rel_term_kind_text(statement->object != REL_NO_NODE
                               ? describer->nodes[statement->object].kind
                               : statement->value.kind));
  }
  return REL_OK;
}

static RelStatus
object_iri_cell(const RelDescriber *describer, const RelStatement *statement,
                RelStr *text)
{
  return entity_cell(describer, statement->object, text);
}

// ------------------------------------------------------------- factuality

static RelStatus
asserted_cell(const RelDescriber *describer, const RelStatement *statement,
              RelStr *text)
{
  (void)describer;
  *text = statement->is_asserted ? REL_STR("true") : REL_STR("false");
  return REL_OK;
}

static RelStatus
polarity_cell(const RelDescriber *describer, const RelStatement *statement,
              RelStr *text)
{
  (void)describer;
  *text = statement->polarity == REL_POSITIVE ? REL_STR("positive")
                                              : REL_STR("negative");
  return REL_OK;
}

static RelStatus
modality_cell(const RelDescriber *describer, const RelStatement *statement,
              RelStr *text)
{
  (void)describer;
  *text = rel_str(rel_modality_text(statement->modality));
  return REL_OK;
}

static RelStatus
source_cell(const RelDescriber *describer, const RelStatement *statement,
            RelStr *text)
{
  return statement->source == REL_NO_NODE
             ? REL_OK
             : clean(describer, describer->nodes[statement->source].label,
                     text);
}

static RelStatus
source_verb_cell(const RelDescriber *describer, const RelStatement *statement,
                 RelStr *text)
{
  return clean(describer, statement->source_verb, text);
}

static RelStatus
confidence_cell(const RelDescriber *describer, const RelStatement *statement,
                RelStr *text)
{
  char share[REL_FIXED_SIZE];

  rel_fixed_text(statement->confidence, 2U, share);
  return rel_arena_copy(describer->arena, rel_str(share), text);
}

// ------------------------------------------------------------------ slots

/// Words of all slots of a role, with their prepositions where they need them
static RelStatus
slots_cell(const RelDescriber *describer, const RelStatement *statement,
           unsigned roles, RelStr *text)
{
  RelBuffer buffer = {describer->arena, NULL, 0U, 0U, REL_OK};

  for (uint32_t i = 0; i < statement->n_slots; ++i) {
    const RelStatementSlot *const slot = &statement->slots[i];
    if (!(roles & (1U << slot->role))) {
      continue;
    }
    rel_buffer_add(&buffer, buffer.len ? REL_STR("; ") : REL_STR(""));
    if (slot->role >= REL_SLOT_MANNER && slot->marker.len) {
      rel_buffer_add(&buffer, slot->marker);
      rel_buffer_add_char(&buffer, ' ');
    }
    rel_buffer_add(&buffer, rel_cell_words(describer, slot->node, &slot->term));
  }
  return buffer.status ? buffer.status
                       : clean(describer, rel_buffer_str(&buffer), text);
}

static RelStatus
time_cell(const RelDescriber *describer, const RelStatement *statement,
          RelStr *text)
{
  return slots_cell(describer, statement, 1U << REL_SLOT_TIME, text);
}

static RelStatus
place_cell(const RelDescriber *describer, const RelStatement *statement,
           RelStr *text)
{
  return slots_cell(describer, statement, 1U << REL_SLOT_PLACE, text);
}

static RelStatus
recipient_cell(const RelDescriber *describer, const RelStatement *statement,
               RelStr *text)
{
  return slots_cell(describer, statement, 1U << REL_SLOT_RECIPIENT, text);
}

static RelStatus
amount_cell(const RelDescriber *describer, const RelStatement *statement,
            RelStr *text)
{
  return slots_cell(describer, statement, 1U << REL_SLOT_AMOUNT, text);
}

static RelStatus
other_cell(const RelDescriber *describer, const RelStatement *statement,
           RelStr *text)
{
  return slots_cell(describer, statement,
                    1U << REL_SLOT_MANNER | 1U << REL_SLOT_REASON |
                        1U << REL_SLOT_OTHER,
                    text);
}

/// What the times and amounts mean: "2018-06-03; at-most 40000000 USD"
static RelStatus
values_cell(const RelDescriber *describer, const RelStatement *statement,
            RelStr *text)
{
  RelBuffer buffer = {describer->arena, NULL, 0U, 0U, REL_OK};

  for (uint32_t i = 0; i <= statement->n_slots; ++i) {
    const RelValue *const value =
        i ? statement->slots[i - 1U].value : statement->object_value;
    char words[REL_VALUE_TEXT_SIZE];
    if (value) {
      rel_value_text(value, words);
      rel_buffer_add(&buffer, buffer.len ? REL_STR("; ") : REL_STR(""));
      rel_buffer_add(&buffer, rel_str(words));
    }
  }
  *text = rel_buffer_str(&buffer);
  return buffer.status;
}

// ------------------------------------------------------------------ where

static RelStatus
outer_cell(const RelDescriber *describer, const RelStatement *statement,
           RelStr *text)
{
  return statement->content_of == REL_NO_TRIPLE
             ? REL_OK
             : rel_describer_part(describer, statement->document, 'c',
                                  statement->content_of, text);
}

static RelStatus
sentence_cell(const RelDescriber *describer, const RelStatement *statement,
              RelStr *text)
{
  return number_cell(describer, statement->evidence.sentence, text);
}

static RelStatus
begin_cell(const RelDescriber *describer, const RelStatement *statement,
           RelStr *text)
{
  return number_cell(describer, statement->evidence.begin, text);
}

static RelStatus
end_cell(const RelDescriber *describer, const RelStatement *statement,
         RelStr *text)
{
  return number_cell(describer, statement->evidence.end, text);
}

static RelStatus
quote_cell(const RelDescriber *describer, const RelStatement *statement,
           RelStr *text)
{
  return clean(describer, statement->evidence.quote, text);
}

static const RelColumn columns[] = {
    {"claim", claim_cell},
    {"document", document_cell},
    {"date", date_cell},
    {"subject", subject_cell},
    {"subject_kind", subject_kind_cell},
    {"subject_iri", subject_iri_cell},
    {"predicate", predicate_cell},
    {"predicate_iri", predicate_iri_cell},
    {"object", object_cell},
    {"object_kind", object_kind_cell},
    {"object_iri", object_iri_cell},
    {"asserted", asserted_cell},
    {"polarity", polarity_cell},
    {"modality", modality_cell},
    {"attributed_to", source_cell},
    {"attribution_verb", source_verb_cell},
    {"confidence", confidence_cell},
    {"time", time_cell},
    {"place", place_cell},
    {"recipient", recipient_cell},
    {"amount", amount_cell},
    {"other", other_cell},
    {"values", values_cell},
    {"content_of", outer_cell},
    {"sentence", sentence_cell},
    {"begin", begin_cell},
    {"end", end_cell},
    {"quote", quote_cell},
};

const RelColumn *
rel_columns(uint32_t *n)
{
  *n = (uint32_t)(sizeof(columns) / sizeof(*columns));
  return columns;
}
