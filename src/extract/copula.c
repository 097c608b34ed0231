// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/verbal.h"

/// A preposition's object under a predicate noun or adjective
static uint32_t
predicate_target(const RelReader *r, const RelClause *clause)
{
  const RelSyntax *const s = r->syntax;

  for (REL_EACH_CHILD(s, i, clause->head)) {
    const RelDep dep = rel_syntax_dep(s, i);
    if ((dep == REL_DEP_NMOD || dep == REL_DEP_OBL) && i > clause->head &&
        rel_syntax_child(s, i, REL_DEP_CASE) != REL_NO_TOKEN &&
        rel_reader_kind(r, i) != REL_TERM_DATE && !rel_verbal_is_source(s, i)) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

/// Ordinals, superlatives, comparatives, compounds: "first", "more", "trade"
static bool
is_rank_word(const RelSyntax *s, uint32_t i)
{
  const RelXpos xpos = rel_syntax_xpos(s, i);
  const RelDep relation = rel_syntax_relation(s, i);

  return xpos == REL_XPOS_JJS || xpos == REL_XPOS_JJR || xpos == REL_XPOS_RBR ||
         xpos == REL_XPOS_RBS || relation == REL_DEP_COMPOUND ||
         (relation == REL_DEP_AMOD &&
          rel_str_find(s->tree->feats[s->base + i], REL_STR("NumType=Ord")) !=
              SIZE_MAX);
}

/// "be first stop on": ordinals and superlatives stay, other words go
static RelStatus
predicate_noun(RelReader *r, uint32_t head, RelStr *words)
{
  const RelSyntax *const s = r->syntax;
  RelBuffer buffer = {.arena = r->arena};

  for (uint32_t i = s->left[head]; i < head; ++i) {
    if (rel_syntax_head(s, i) == head && is_rank_word(s, i)) {
      rel_words_add_plain(s, i, &buffer);
      rel_buffer_add_char(&buffer, ' ');
    }
  }
  if (rel_clause_is_nominal(s, head)) {
    rel_buffer_add(&buffer, rel_syntax_lemma(s, head));
  } else {
    rel_words_add_plain(s, head, &buffer);
  }
  *words = rel_buffer_str(&buffer);
  return buffer.status;
}

bool
rel_verbal_names(const RelSyntax *s, uint32_t verb)
{
  static const char *const verbs[] = {"appoint", "call",    "choose", "crown",
                                      "declare", "dub",     "elect",  "label",
                                      "name",    "nominate"};

  return rel_syntax_lemma_among(s, verb, verbs, sizeof(verbs) / sizeof(*verbs));
}

/// The verb before the noun: "be", "remain", "become", "plan to be"; or none
static RelStatus
copula_words(RelReader *r, uint32_t k, RelStr *words)
{
  const RelClause *const clause = &r->clauses->items[k];
  RelStatus st = REL_OK;

  if (clause->link != REL_LINK_XCOMP || clause->parent == REL_NO_CLAUSE) {
    *words = REL_STR("be");
    return REL_OK;
  }

  const RelClause *const parent = &r->clauses->items[clause->parent];
  if (parent->object == clause->subject && clause->copula == REL_NO_TOKEN) {
    // "named her chair": she is named chair
    *words = REL_STR("");
    return rel_verbal_names(r->syntax, parent->head)
               ? rel_verbal_join(r, REL_STR("be"),
                                 rel_syntax_form(r->syntax, parent->head),
                                 words)
               : REL_OK;
  }
  REL_TRY(st, rel_words_predicate(r->arena, r->clauses, clause->parent, true,
                                  words));
  return clause->copula == REL_NO_TOKEN
             ? REL_OK
             : rel_verbal_join(r, *words, REL_STR("to be"), words);
}

static RelStatus
send_predicate_noun(RelReader *r, uint32_t k, RelFact *fact, RelStr be)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelSyntax *const s = r->syntax;
  const uint32_t owner = rel_syntax_child(s, clause->head, REL_DEP_NMOD_POSS);
  const uint32_t target = predicate_target(r, clause);
  const bool is_noun = rel_clause_is_nominal(s, clause->head);
  RelStatus st = REL_OK;
  RelStr noun;
  RelStr preposition = REL_STR("of");

  if (rel_syntax_child(s, clause->head, REL_DEP_CASE) != REL_NO_TOKEN) {
    // "is in Ayr", "was among the guests"
    REL_TRY(st, rel_words_preposition(r->arena, s, clause->head, true,
                                      &preposition));
    REL_TRY(st, rel_verbal_join(r, be, preposition, &fact->predicate));
    fact->object = clause->head;
    return rel_verbal_send(r, k, fact);
  }
  if (target == REL_NO_TOKEN && owner == REL_NO_TOKEN && is_noun) {
    fact->predicate = be;
    fact->object = clause->head;
    return rel_verbal_send(r, k, fact);
  }
  REL_TRY(st, predicate_noun(r, clause->head, &noun));
  REL_TRY(st, rel_verbal_join(r, be, noun, &fact->predicate));
  if (target == REL_NO_TOKEN && owner == REL_NO_TOKEN) {
    // "is able to pay": the paying tells it
    return clause->governor && rel_verbal_has_complement(r, k)
               ? REL_OK
               : rel_verbal_send(r, k, fact);
  }
  if (target != REL_NO_TOKEN) {
    REL_TRY(st, rel_words_preposition(r->arena, s, target, true, &preposition));
  }
  REL_TRY(st,
          rel_verbal_join(r, fact->predicate, preposition, &fact->predicate));
  fact->object = target == REL_NO_TOKEN ? owner : target;
  return rel_verbal_send(r, k, fact);
}

RelStatus
rel_read_existential(RelReader *r, uint32_t k)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelSyntax *const s = r->syntax;
  const uint32_t hosts[] = {clause->head, clause->subject};
  static const char *const places[] = {"among",  "at",   "between", "in",
                                       "inside", "near", "on"};
  RelFact fact = rel_fact(r, "existential", clause->head, k);
  RelStatus st = REL_OK;

  fact.subject = clause->subject;
  for (size_t h = 0; h < 2U && clause->subject != REL_NO_TOKEN; ++h) {
    for (REL_EACH_CHILD(s, i, hosts[h])) {
      RelStr marker;
      const RelDep relation = rel_syntax_relation(s, i);
      if ((relation != REL_DEP_OBL && relation != REL_DEP_NMOD) ||
          i < clause->subject || rel_reader_kind(r, i) == REL_TERM_DATE) {
        continue;
      }
      REL_TRY(st, rel_words_preposition(r->arena, s, i, true, &marker));
      if (!rel_str_among(marker, places, sizeof(places) / sizeof(*places))) {
        continue;
      }
      REL_TRY(st, rel_verbal_join(r, REL_STR("be"), marker, &fact.predicate));
      fact.object = i;
      REL_TRY(st, rel_verbal_send(r, k, &fact));
    }
  }
  return REL_OK;
}

RelStatus
rel_read_copula(RelReader *r, uint32_t k)
{
  const RelClause *const clause = &r->clauses->items[k];
  RelFact fact = rel_fact(r, "copula", clause->head, k);
  RelStatus st = REL_OK;
  RelStr be;

  const bool is_complement =
      clause->link == REL_LINK_XCOMP && clause->parent != REL_NO_CLAUSE;
  if (clause->is_existential) {
    return rel_read_existential(r, k);
  }
  // "the aim is to cut": no adjective
  const bool is_infinitive =
      clause->copula != REL_NO_TOKEN &&
      rel_syntax_xpos(r->syntax, clause->head) == REL_XPOS_VB;
  if (clause->subject == REL_NO_TOKEN || clause->subject == clause->head ||
      is_infinitive || (clause->copula == REL_NO_TOKEN && !is_complement)) {
    return REL_OK;
  }
  fact.subject = clause->subject;
  REL_TRY(st, copula_words(r, k, &be));
  if (!be.len) {
    return REL_OK;
  }
  if (is_complement && clause->copula == REL_NO_TOKEN) {
    // "remain far apart" is as real as the remaining
    const RelClause *const parent = &r->clauses->items[clause->parent];
    fact.modality = parent->modality;
    fact.polarity = parent->polarity;
    fact.rule = "copula.complement";
  }
  return send_predicate_noun(r, k, &fact, be);
}
