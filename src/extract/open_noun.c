// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/tuple.h"

static bool
is_place(const RelReader *r, uint32_t i)
{
  return rel_term_is_place(rel_reader_kind(r, i));
}

/// "Porto, Portugal"
static bool
is_place_in_place(const RelReader *r, uint32_t i)
{
  const RelDep dep = rel_syntax_dep(r->syntax, i);

  return (dep == REL_DEP_APPOS || dep == REL_DEP_NMOD_UNMARKED) &&
         is_place(r, i) && is_place(r, rel_syntax_head(r->syntax, i));
}

/// "Lund, an adviser to Okafor": an inserted "be", whose tense nobody knows
static RelStatus
read_apposition(RelReader *r, uint32_t i)
{
  const uint32_t k = r->clauses->of_token[i];
  RelTuple tuple = rel_tuple("open.apposition", k, i);

  if (k == REL_NO_CLAUSE || !rel_clause_is_nominal(r->syntax, i)) {
    return REL_OK;
  }
  tuple.subject = rel_syntax_head(r->syntax, i);
  tuple.object = i;
  tuple.subject_options = REL_WORDS_NO_CONJ;
  tuple.predicate = is_place_in_place(r, i) ? REL_STR("be in") : REL_STR("be");
  return rel_tuple_send(r, &tuple);
}

static RelTuple
noun_tuple(const RelReader *r, const char *rule, uint32_t i, uint32_t subject,
           uint32_t object)
{
  RelTuple tuple = rel_tuple(rule, r->clauses->of_token[i], i);

  tuple.subject = subject;
  tuple.object = object;
  tuple.subject_options = REL_WORDS_NO_CONJ;
  return tuple;
}

/// "the port's cranes": an inserted "has"
static RelStatus
read_possessor(RelReader *r, uint32_t i)
{
  const uint32_t owned = rel_syntax_head(r->syntax, i);
  RelTuple tuple = noun_tuple(r, "open.owner", i, i, owned);

  if (!rel_clause_is_nominal(r->syntax, i)) {
    return REL_OK;
  }
  tuple.predicate =
      rel_tuple_is_plural(r->syntax, i) ? REL_STR("have") : REL_STR("has");
  return rel_tuple_send(r, &tuple);
}

/// "rare plants": plants | be | rare
static RelStatus
read_adjective(RelReader *r, uint32_t i)
{
  const uint32_t noun = rel_syntax_head(r->syntax, i);
  RelTuple tuple = noun_tuple(r, "open.adjective", i, noun, i);

  if (rel_syntax_upos(r->syntax, i) != REL_UPOS_ADJ) {
    return REL_OK;
  }
  tuple.predicate = REL_STR("be");
  return rel_tuple_send(r, &tuple);
}

/// "the border between Kent and Sussex": border | be between | ...
static RelStatus
read_modifier(RelReader *r, uint32_t i)
{
  const uint32_t noun = rel_syntax_head(r->syntax, i);
  RelTuple tuple = noun_tuple(r, "open.modifier", i, noun, i);
  RelStr marker;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_words_preposition(r->arena, r->syntax, i, false, &marker));
  if (!marker.len || i < noun || !rel_clause_is_nominal(r->syntax, noun)) {
    return REL_OK;
  }
  tuple.predicate = REL_STR("be");
  REL_TRY(st, rel_tuple_append(r, &tuple.predicate, marker));
  return rel_tuple_send(r, &tuple);
}

RelStatus
rel_read_open_nouns(RelReader *r)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < r->syntax->n; ++i) {
    if (rel_syntax_relation(r->syntax, i) == REL_DEP_APPOS ||
        is_place_in_place(r, i)) {
      REL_TRY(st, read_apposition(r, i));
    }
    if (rel_syntax_dep(r->syntax, i) == REL_DEP_NMOD_POSS) {
      REL_TRY(st, read_possessor(r, i));
    }
    if (rel_syntax_dep(r->syntax, i) == REL_DEP_AMOD) {
      REL_TRY(st, read_adjective(r, i));
    }
    if (rel_syntax_dep(r->syntax, i) == REL_DEP_NMOD) {
      REL_TRY(st, read_modifier(r, i));
    }
  }
  return REL_OK;
}
