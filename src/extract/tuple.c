// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/tuple.h"

#include "extract/cues.h"

enum { MAX_REACH = 200 }; // words in which an antecedent is looked for

RelTuple
rel_tuple(const char *rule, uint32_t clause, uint32_t head)
{
  return (RelTuple){.rule = rule,
                    .clause = clause,
                    .head = head,
                    .subject = REL_NO_TOKEN,
                    .object = REL_NO_TOKEN,
                    .subject_options = REL_WORDS_ALL,
                    .object_options = REL_WORDS_ALL};
}

bool
rel_tuple_is_plural(const RelSyntax *s, uint32_t i)
{
  return rel_syntax_xpos(s, i) == REL_XPOS_NNS ||
         rel_syntax_xpos(s, i) == REL_XPOS_NNPS ||
         rel_syntax_child(s, i, REL_DEP_CONJ) != REL_NO_TOKEN;
}

/// The child of `token` through which `below` hangs on it, or #REL_NO_TOKEN
static uint32_t
branch_of(const RelSyntax *s, uint32_t token, uint32_t below)
{
  while (below != REL_NO_TOKEN && below != token) {
    const uint32_t up = rel_syntax_head(s, below);
    if (up == token) {
      return below;
    }
    below = up;
  }
  return REL_NO_TOKEN;
}

RelStatus
rel_tuple_argument(RelReader *r, uint32_t token, uint32_t head,
                   unsigned options, RelTerm *term)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t branch = branch_of(s, token, head);
  RelWordSet words = rel_words_new(r->arena);

  rel_words_add_phrase(s, token, options, &words);
  if (branch != REL_NO_TOKEN) {
    rel_words_remove(&words, s->left[branch], s->right[branch] + 1U);
  }
  // what stands before a copula is no part of the noun behind it
  const uint32_t copula =
      token == head ? rel_syntax_child(s, head, REL_DEP_COP) : REL_NO_TOKEN;
  if (copula != REL_NO_TOKEN && copula < head) {
    rel_words_remove(&words, 0U, copula);
  }
  const RelStatus st = rel_words_join(s, &words, &term->label);
  term->text = term->label;
  term->kind = term->label.len ? REL_TERM_THING : REL_TERM_NONE;
  return st;
}

RelStatus
rel_tuple_append(RelReader *r, RelStr *text, RelStr more)
{
  if (!more.len) {
    return REL_OK;
  }
  return rel_arena_format(r->arena, text, "%.*s%s%.*s", REL_ARG(*text),
                          text->len ? " " : "", REL_ARG(more));
}

static bool
is_clause(const RelSyntax *s, uint32_t i)
{
  return rel_syntax_relation(s, i) == REL_DEP_ADVCL ||
         rel_syntax_relation(s, i) == REL_DEP_XCOMP ||
         rel_syntax_relation(s, i) == REL_DEP_CCOMP;
}

uint32_t
rel_tuple_antecedent(const RelReader *r, uint32_t token)
{
  const RelMention *const mention = rel_reader_mention(r, token);
  const RelSyntax *const s = r->syntax;

  if (!mention || mention->kind != REL_MENTION_PRONOUN ||
      mention->entity == REL_NO_ENTITY ||
      rel_syntax_xpos(s, token) != REL_XPOS_PRP) {
    return token;
  }
  for (uint32_t i = 0; i < token && i < MAX_REACH; ++i) {
    const RelMention *const other = rel_reader_mention(r, i);
    if (other && other->entity == mention->entity &&
        other->kind != REL_MENTION_PRONOUN &&
        other->kind != REL_MENTION_ADJECTIVE) {
      return i;
    }
  }
  return token;
}

static RelStatus
add_slot(RelReader *r, uint32_t token, const RelTuple *tuple, RelTriple *triple)
{
  RelStatus st = REL_OK;
  RelSlot slot = {.role = REL_SLOT_OTHER, .marker = REL_STR("")};
  const bool is_whole = is_clause(r->syntax, token);

  if (triple->n_slots == REL_MAX_SLOTS) {
    return REL_OK;
  }
  REL_TRY(st, rel_tuple_argument(
                  r, token, tuple->head,
                  is_whole ? REL_WORDS_CLAUSE : REL_WORDS_NO_CASE, &slot.term));
  if (!is_whole) {
    REL_TRY(st, rel_words_preposition(r->arena, r->syntax, token, false,
                                      &slot.marker));
  }
  if (slot.term.kind != REL_TERM_NONE) {
    triple->slots[triple->n_slots++] = slot;
  }
  return REL_OK;
}

static RelStatus
fill_object(RelReader *r, const RelTuple *tuple, uint32_t *next,
            RelTriple *triple)
{
  RelStatus st = REL_OK;
  RelStr marker;

  if (tuple->object != REL_NO_TOKEN) {
    return rel_tuple_argument(
        r, rel_tuple_antecedent(r, tuple->object), tuple->head,
        tuple->object_options | REL_WORDS_NO_CASE, &triple->object);
  }
  if (tuple->object_term.kind != REL_TERM_NONE) {
    triple->object = tuple->object_term;
    return REL_OK;
  }
  if (!tuple->n_obliques) {
    return REL_OK;
  }
  const uint32_t first = tuple->obliques[(*next)++];
  if (is_clause(r->syntax, first)) {
    return rel_tuple_argument(r, first, tuple->head, REL_WORDS_CLAUSE,
                              &triple->object);
  }
  REL_TRY(st,
          rel_words_preposition(r->arena, r->syntax, first, false, &marker));
  REL_TRY(st, rel_tuple_append(r, &triple->predicate, marker));
  return rel_tuple_argument(r, rel_tuple_antecedent(r, first), tuple->head,
                            tuple->object_options | REL_WORDS_NO_CASE,
                            &triple->object);
}

RelStatus
rel_tuple_send(RelReader *r, RelTuple *tuple)
{
  const RelSyntax *const s = r->syntax;
  RelTriple triple = {.view = REL_VIEW_OPEN,
                      .rule = tuple->rule,
                      .predicate = tuple->predicate};
  uint32_t next = 0;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_tuple_argument(r, tuple->subject, tuple->head,
                                 tuple->subject_options | REL_WORDS_NO_CASE,
                                 &triple.subject));
  REL_TRY(st, fill_object(r, tuple, &next, &triple));
  while (next < tuple->n_obliques) {
    REL_TRY(st, add_slot(r, tuple->obliques[next++], tuple, &triple));
  }
  if (triple.subject.kind == REL_TERM_NONE || !triple.predicate.len) {
    return REL_OK;
  }
  if (tuple->clause != REL_NO_CLAUSE) {
    const uint32_t k = rel_words_outermost(r->clauses, tuple->clause);
    triple.polarity = r->clauses->items[k].polarity;
    triple.modality = r->clauses->items[k].modality;
    REL_TRY(st, rel_reader_source(r, k, &triple));
  }
  const RelCueTokens tokens = {.clause = tuple->clause,
                               .head = tuple->head,
                               .subject = tuple->subject,
                               .object = tuple->object != REL_NO_TOKEN ||
                                                 !tuple->n_obliques
                                             ? tuple->object
                                             : tuple->obliques[0],
                               .others = tuple->obliques,
                               .n_others = tuple->n_obliques};
  RelCues cues;
  rel_cues_apply(r, &tokens, &cues, &triple);
  triple.number = ++r->n_triples[REL_VIEW_OPEN];
  rel_reader_evidence(r, s->left[tuple->head], s->right[tuple->head],
                      &triple.evidence);
  const RelEvent event = {.kind = REL_EVENT_TRIPLE, {.triple = &triple}};
  return rel_sink_event(r->sink, &event);
}

/// A member of a list without preposition has that of the first
static RelStatus
lend_preposition(RelReader *r, uint32_t first, uint32_t member, RelTuple *tuple)
{
  RelStatus st = REL_OK;
  RelStr own;
  RelStr marker;

  REL_TRY(st, rel_words_preposition(r->arena, r->syntax, member, false, &own));
  if (own.len || tuple->object != REL_NO_TOKEN) {
    return REL_OK;
  }
  REL_TRY(st,
          rel_words_preposition(r->arena, r->syntax, first, false, &marker));
  return rel_tuple_append(r, &tuple->predicate, marker);
}

RelStatus
rel_tuple_send_list(RelReader *r, RelTuple *tuple)
{
  const RelSyntax *const s = r->syntax;
  const bool has_object = tuple->object != REL_NO_TOKEN;
  const uint32_t first = has_object ? tuple->object : tuple->obliques[0];
  RelStatus st = REL_OK;

  if (!has_object &&
      (!tuple->n_obliques || tuple->object_term.kind != REL_TERM_NONE)) {
    return rel_tuple_send(r, tuple);
  }
  tuple->object_options |= REL_WORDS_NO_CONJ;
  REL_TRY(st, rel_tuple_send(r, tuple));
  for (REL_EACH_CHILD(s, i, first)) {
    RelTuple member = *tuple;
    if (rel_syntax_dep(s, i) != REL_DEP_CONJ || !rel_clause_is_nominal(s, i)) {
      continue;
    }
    REL_TRY(st, lend_preposition(r, first, i, &member));
    *(has_object ? &member.object : &member.obliques[0]) = i;
    REL_TRY(st, rel_tuple_send(r, &member));
  }
  return REL_OK;
}
