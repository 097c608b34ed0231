// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/nominal.h"

static bool
has_case(const RelSyntax *s, uint32_t i, const char *const *words, size_t n)
{
  for (REL_EACH_CHILD(s, k, i)) {
    if (rel_syntax_dep(s, k) == REL_DEP_CASE &&
        rel_syntax_lemma_among(s, k, words, n)) {
      return true;
    }
  }
  return false;
}

// ----------------------------------------------------------------- members

/// "metals such as zinc and copper": each is a metal
static RelStatus
send_members(RelReader *r, uint32_t kind, uint32_t member)
{
  RelFact fact = rel_nominal_fact(r, "member", member);
  const RelStr lemma = rel_syntax_lemma(r->syntax, kind);

  fact.subject = member;
  fact.is_single = false;
  fact.predicate = REL_STR("be");
  fact.object_term = (RelTerm){REL_TERM_THING, lemma, lemma, 0U};
  return rel_nominal_send(r, &fact);
}

/// The noun that "such as" gives examples of, also where the parser hung the
/// phrase on the verb
static uint32_t
kind_of(const RelSyntax *s, uint32_t member)
{
  static const char *const words[] = {"include", "including", "such"};
  const uint32_t head = rel_syntax_head(s, member);
  const uint32_t left = s->left[member];

  if (head == REL_NO_TOKEN ||
      !has_case(s, member, words, sizeof(words) / sizeof(*words))) {
    return REL_NO_TOKEN;
  }
  if (rel_syntax_dep(s, member) == REL_DEP_NMOD) {
    return head;
  }
  // "exports metals such as zinc": the noun right before
  uint32_t before = left;
  while (before && rel_syntax_upos(s, before - 1U) == REL_UPOS_PUNCT) {
    --before;
  }
  return rel_syntax_relation(s, member) == REL_DEP_OBL && before ? before - 1U
                                                                 : REL_NO_TOKEN;
}

RelStatus
rel_read_member(RelReader *r, uint32_t i)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t kind = kind_of(s, i);

  return kind != REL_NO_TOKEN && rel_syntax_xpos(s, kind) == REL_XPOS_NNS
             ? send_members(r, kind, i)
             : REL_OK;
}

/// "five regions, excluding Bergen": Bergen is none of them
RelStatus
rel_read_excluded(RelReader *r, uint32_t verb)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t object = rel_syntax_child(s, verb, REL_DEP_OBJ);
  RelFact fact = rel_nominal_fact(r, "excluded", verb);

  if (object == REL_NO_TOKEN || !rel_syntax_lemma_is(s, verb, "exclude") ||
      rel_syntax_xpos(s, verb) != REL_XPOS_VBG) {
    return REL_OK;
  }
  fact.subject = object;
  fact.is_single = false;
  fact.predicate = REL_STR("excluded from");
  fact.object = rel_syntax_head(s, verb);
  return rel_nominal_send(r, &fact);
}

// ------------------------------------------------------------------ wholes

static bool
is_body(const RelReader *r, uint32_t i)
{
  const RelTermKind kind = rel_reader_kind(r, i);

  return rel_reader_is_name(r, i) &&
         (kind == REL_TERM_ORGANISATION || kind == REL_TERM_PLACE ||
          kind == REL_TERM_FACILITY);
}

/// "the Coin Room of the National Museum", "the National Museum in Oslo"
RelStatus
rel_read_whole(RelReader *r, uint32_t i)
{
  static const struct {
    const char *preposition;
    const char *predicate;
  } wholes[] = {{"at", "located at"}, {"in", "located in"}, {"of", "part of"}};
  const RelSyntax *const s = r->syntax;
  const uint32_t part = rel_syntax_head(s, i);
  RelFact fact = rel_nominal_fact(r, "whole", i);

  if (rel_syntax_dep(s, i) != REL_DEP_NMOD || part == REL_NO_TOKEN ||
      i < part || !is_body(r, part) ||
      (!is_body(r, i) && rel_reader_kind(r, i) != REL_TERM_COUNTRY)) {
    return REL_OK;
  }
  fact.subject = part;
  fact.object = i;
  for (size_t k = 0; k < sizeof(wholes) / sizeof(*wholes); ++k) {
    if (rel_syntax_child_lemma(s, i, REL_DEP_CASE, wholes[k].preposition) !=
        REL_NO_TOKEN) {
      fact.predicate = rel_str(wholes[k].predicate);
      return rel_nominal_send(r, &fact);
    }
  }
  return REL_OK;
}
