// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/tuple.h"

static bool
is_place(const RelReader *r, uint32_t i)
{
  const RelTermKind kind = rel_reader_kind(r, i);

  return kind == REL_TERM_PLACE || kind == REL_TERM_COUNTRY;
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

RelStatus
rel_read_open_nouns(RelReader *r)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < r->syntax->n; ++i) {
    if (rel_syntax_relation(r->syntax, i) == REL_DEP_APPOS ||
        is_place_in_place(r, i)) {
      REL_TRY(st, read_apposition(r, i));
    }
  }
  return REL_OK;
}
