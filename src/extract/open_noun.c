// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/tuple.h"

/// "Lund, an adviser to Okafor": an inserted "is"
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
  tuple.predicate = REL_STR("is");
  return rel_tuple_send(r, &tuple);
}

RelStatus
rel_read_open_nouns(RelReader *r)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < r->syntax->n; ++i) {
    if (rel_syntax_relation(r->syntax, i) == REL_DEP_APPOS) {
      REL_TRY(st, read_apposition(r, i));
    }
  }
  return REL_OK;
}
