// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/nominal.h"

/// Prepositions that tell something without a verb
static const struct {
  const char *preposition;
  const char *predicate;
  bool is_local; ///< Only before places
} phrases[] = {{"at", "be at", true},
               {"for", "go to", false},
               {"in", "be in", true},
               {"near", "be near", true}};

/// "a crane for Port Ayr and tugs for Port Bel", all hung on the first port
static bool
is_blurred(const RelSyntax *s, uint32_t target)
{
  for (REL_EACH_CHILD(s, i, target)) {
    if (rel_syntax_dep(s, i) == REL_DEP_CONJ &&
        rel_syntax_child(s, i, REL_DEP_NMOD) != REL_NO_TOKEN) {
      return true;
    }
  }
  return false;
}

/// "A crane for Port Ayr", "a fire in Oslo"
static RelStatus
read_phrase(RelReader *r, uint32_t noun, uint32_t target)
{
  RelFact fact = rel_fact(r, "verbless", noun, REL_NO_CLAUSE);
  RelStatus st = REL_OK;

  for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); ++i) {
    if (rel_syntax_child_lemma(r->syntax, target, REL_DEP_CASE,
                               phrases[i].preposition) == REL_NO_TOKEN ||
        (phrases[i].is_local &&
         !rel_term_is_place(rel_reader_kind(r, target)))) {
      continue;
    }
    fact.subject = noun;
    fact.object = target;
    fact.is_single = true;
    fact.predicate = rel_str(phrases[i].predicate);
    REL_TRY(st, rel_nominal_send(r, &fact));
  }
  return REL_OK;
}

static RelStatus
read_noun(RelReader *r, uint32_t noun)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;

  if (rel_syntax_upos(s, noun) != REL_UPOS_NOUN) {
    return REL_OK;
  }
  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_dep(s, i) == REL_DEP_NMOD && i > noun &&
        rel_reader_is_name(r, i) && !is_blurred(s, i)) {
      REL_TRY(st, read_phrase(r, noun, i));
    }
  }
  return REL_OK;
}

RelStatus
rel_read_verbless(RelReader *r)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < s->n && !r->clauses->n; ++i) {
    const uint32_t head = rel_syntax_head(s, i);
    const bool is_top =
        head == REL_NO_TOKEN || (rel_syntax_dep(s, i) == REL_DEP_CONJ &&
                                 rel_syntax_head(s, head) == REL_NO_TOKEN);
    if (is_top) {
      REL_TRY(st, read_noun(r, i));
    }
  }
  return REL_OK;
}
