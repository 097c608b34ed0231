// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/cues.h"
#include "extract/tuple.h"

enum {
  MAX_CHAIN = 2, // nouns in one predicate
  /// Phrases of the split view are short
  SPLIT_OPTIONS = REL_WORDS_NO_CONJ | REL_WORDS_NO_CLAUSES | REL_WORDS_NO_CASE,
};

static RelStatus
send_split(RelReader *r, const RelTuple *tuple, const RelCueTokens *tokens,
           RelTriple *triple)
{
  RelCues cues;
  const RelClause *const clause = &r->clauses->items[tuple->clause];
  const RelSyntax *const s = r->syntax;

  triple->polarity = clause->polarity;
  triple->modality = clause->modality;
  rel_cues_apply(r, tokens, &cues, triple);
  triple->number = ++r->n_triples[triple->view];
  rel_reader_evidence(r, s->left[clause->head], s->right[clause->head],
                      &triple->evidence);

  const RelEvent event = {.kind = REL_EVENT_TRIPLE, {.triple = triple}};
  return triple->subject.kind == REL_TERM_NONE || !triple->predicate.len
             ? REL_OK
             : rel_sink_event(r->sink, &event);
}

static RelStatus send_split_object(RelReader *r, const RelTuple *tuple,
                                   uint32_t object, uint32_t depth,
                                   RelTriple *triple);

/// "became a justice of | the High Court": the noun goes into the predicate
static RelStatus
send_chain(RelReader *r, const RelTuple *tuple, uint32_t noun, uint32_t depth,
           const RelTriple *triple)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;
  RelTerm head;

  if (depth == MAX_CHAIN || rel_reader_is_name(r, noun)) {
    return REL_OK;
  }
  REL_TRY(st, rel_tuple_argument(r, noun, REL_NO_TOKEN,
                                 SPLIT_OPTIONS | REL_WORDS_NO_NMOD, &head));
  for (REL_EACH_CHILD(s, i, noun)) {
    RelTriple chained = *triple;
    RelStr marker;
    if (rel_syntax_dep(s, i) != REL_DEP_NMOD || i < noun) {
      continue;
    }
    REL_TRY(st, rel_words_preposition(r->arena, s, i, false, &marker));
    if (!marker.len) {
      continue;
    }
    REL_TRY(st, rel_tuple_append(r, &chained.predicate, head.text));
    REL_TRY(st, rel_tuple_append(r, &chained.predicate, marker));
    REL_TRY(st, send_split_object(r, tuple, i, depth + 1U, &chained));
  }
  return REL_OK;
}

static RelStatus
send_one_object(RelReader *r, const RelTuple *tuple, uint32_t object,
                uint32_t depth, RelTriple *triple)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_tuple_argument(r, object, tuple->head, SPLIT_OPTIONS,
                                 &triple->object));
  const RelCueTokens tokens = {.clause = tuple->clause,
                               .head = tuple->head,
                               .subject = tuple->subject,
                               .object = object,
                               .others = tuple->obliques,
                               .n_others = 0U};
  triple->rule = depth ? "open.split.chain" : "open.split";
  REL_TRY(st, send_split(r, tuple, &tokens, triple));
  return send_chain(r, tuple, object, depth, triple);
}

static RelStatus
send_split_object(RelReader *r, const RelTuple *tuple, uint32_t object,
                  uint32_t depth, RelTriple *triple)
{
  RelStatus st = REL_OK;

  REL_TRY(st, send_one_object(r, tuple, object, depth, triple));
  for (REL_EACH_CHILD(r->syntax, i, object)) {
    if (rel_syntax_dep(r->syntax, i) == REL_DEP_CONJ &&
        rel_clause_is_nominal(r->syntax, i)) {
      REL_TRY(st, send_one_object(r, tuple, i, depth, triple));
    }
  }
  return REL_OK;
}

/// S | verb | O, then S | verb O prep | X for each oblique
static RelStatus
send_binary(RelReader *r, const RelTuple *tuple, uint32_t subject)
{
  RelTriple triple = {.view = REL_VIEW_SPLIT,
                      .rule = "open.split",
                      .predicate = tuple->predicate};
  RelStatus st = REL_OK;
  RelStr with_object = tuple->predicate;

  REL_TRY(st, rel_tuple_argument(r, subject, tuple->head, SPLIT_OPTIONS,
                                 &triple.subject));
  if (tuple->object != REL_NO_TOKEN) {
    REL_TRY(st, send_split_object(r, tuple, tuple->object, 0U, &triple));
    REL_TRY(st, rel_tuple_append(r, &with_object, triple.object.text));
  }
  for (uint32_t i = 0; i < tuple->n_obliques; ++i) {
    RelStr marker;
    if (rel_syntax_relation(r->syntax, tuple->obliques[i]) == REL_DEP_ADVCL) {
      continue;
    }
    triple.predicate = with_object;
    REL_TRY(st, rel_words_preposition(r->arena, r->syntax, tuple->obliques[i],
                                      false, &marker));
    REL_TRY(st, rel_tuple_append(r, &triple.predicate, marker));
    REL_TRY(st, send_split_object(r, tuple, tuple->obliques[i], 0U, &triple));
    // "taught at Ayr from 1970": the years hold of the teaching there
    if (!i && tuple->object == REL_NO_TOKEN &&
        tuple->obliques[i] > tuple->head) {
      REL_TRY(st, rel_tuple_append(r, &with_object, marker));
      REL_TRY(st, rel_tuple_append(r, &with_object, triple.object.text));
    }
  }
  return REL_OK;
}

RelStatus
rel_split_send(RelReader *r, const RelTuple *tuple)
{
  RelStatus st = REL_OK;

  REL_TRY(st, send_binary(r, tuple, tuple->subject));
  for (REL_EACH_CHILD(r->syntax, i, tuple->subject)) {
    if (rel_syntax_dep(r->syntax, i) == REL_DEP_CONJ &&
        rel_clause_is_nominal(r->syntax, i)) {
      REL_TRY(st, send_binary(r, tuple, i));
    }
  }
  return REL_OK;
}
