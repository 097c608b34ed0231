// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/factuality.h"

// ------------------------------------------------------------- own marks

/// What modal verbs and the like say of their clause
static const struct {
  const char *lemma;
  RelModality modality;
} modals[] = {
    {"can", REL_POSSIBLE},  {"could", REL_POSSIBLE},
    {"may", REL_POSSIBLE},  {"might", REL_POSSIBLE},
    {"must", REL_POSSIBLE}, {"ought", REL_POSSIBLE},
    {"shall", REL_PLANNED}, {"should", REL_POSSIBLE},
    {"will", REL_PLANNED},  {"wo", REL_PLANNED},
    {"ca", REL_POSSIBLE},   {"would", REL_CONDITIONAL},
    {"'ll", REL_PLANNED},   {"'d", REL_CONDITIONAL},
};

static RelModality
modality_of_aux(const RelSyntax *s, uint32_t i)
{
  if (rel_syntax_xpos(s, i) != REL_XPOS_MD) {
    return REL_ACTUAL;
  }
  for (size_t k = 0; k < sizeof(modals) / sizeof(*modals); ++k) {
    if (rel_str_equal_fold(rel_syntax_form(s, i), rel_str(modals[k].lemma)) ||
        rel_syntax_lemma_is(s, i, modals[k].lemma)) {
      return modals[k].modality;
    }
  }
  return REL_POSSIBLE;
}

/// What a conjunction says of the clause that it opens
static const struct {
  const char *lemma;
  RelModality modality;
  RelPolarity polarity;
} markers[] = {
    {"if", REL_CONDITIONAL, REL_POSITIVE},
    {"unless", REL_CONDITIONAL, REL_POSITIVE},
    {"until", REL_POSSIBLE, REL_POSITIVE},
    {"whether", REL_POSSIBLE, REL_POSITIVE},
    {"lest", REL_POSSIBLE, REL_POSITIVE},
    {"without", REL_ACTUAL, REL_NEGATIVE},
    {"instead", REL_ACTUAL, REL_NEGATIVE},
    {"rather", REL_ACTUAL, REL_NEGATIVE},
    {"against", REL_POSSIBLE, REL_POSITIVE},
    {"from", REL_POSSIBLE, REL_POSITIVE},
};

static bool
is_no_word(const RelSyntax *s, uint32_t i)
{
  static const char *const words[] = {"few",    "neither", "no",
                                      "nobody", "none",    "nothing"};

  if (i == REL_NO_TOKEN) {
    return false;
  }
  if (rel_syntax_lemma_among(s, i, words, sizeof(words) / sizeof(*words)) &&
      rel_clause_is_nominal(s, i)) {
    return true;
  }
  for (REL_EACH_CHILD(s, k, i)) {
    const RelDep relation = rel_syntax_relation(s, k);
    const bool is_few = rel_syntax_lemma_is(s, k, "few") &&
                        rel_syntax_xpos(s, k) == REL_XPOS_JJ &&
                        rel_syntax_child(s, i, REL_DEP_DET) == REL_NO_TOKEN;
    if ((relation == REL_DEP_DET && (rel_syntax_lemma_is(s, k, "no") ||
                                     rel_syntax_lemma_is(s, k, "neither"))) ||
        (relation == REL_DEP_CC && rel_syntax_lemma_is(s, k, "neither")) ||
        (relation == REL_DEP_AMOD && is_few)) {
      return true;
    }
  }
  return false;
}

/// What a conjunction or preposition before the clause says of it
static void
read_marker(const RelSyntax *s, uint32_t mark, RelClause *clause)
{
  for (size_t k = 0; k < sizeof(markers) / sizeof(*markers); ++k) {
    if (rel_syntax_lemma_is(s, mark, markers[k].lemma)) {
      clause->modality = markers[k].modality;
      clause->own_polarity = markers[k].polarity;
    }
  }
}

/// Has `host` a word that negates the clause with these marks?
static bool
is_negated(const RelSyntax *s, uint32_t host, uint32_t marks)
{
  for (REL_EACH_CHILD(s, i, host)) {
    if (rel_clause_negates(s, i, marks)) {
      return true;
    }
  }
  return false;
}

static void
read_own_marks(const RelSyntax *s, RelClause *clause)
{
  for (REL_EACH_CHILD(s, i, clause->marks)) {
    const RelDep relation = rel_syntax_relation(s, i);
    if (relation == REL_DEP_AUX) {
      const RelModality modality = modality_of_aux(s, i);
      clause->modality = modality ? modality : clause->modality;
    } else if (relation == REL_DEP_MARK || relation == REL_DEP_CASE) {
      read_marker(s, i, clause);
    }
  }
  if (is_negated(s, clause->marks, clause->marks) ||
      (rel_syntax_dep(s, clause->marks) == REL_DEP_COP &&
       is_negated(s, rel_syntax_head(s, clause->marks), clause->marks))) {
    clause->own_polarity = REL_NEGATIVE;
  }
  if (rel_clause_is_to_be(s, clause->head) && !clause->modality) {
    clause->modality = REL_PLANNED;
  }
  if (is_no_word(s, clause->subject) || is_no_word(s, clause->object) ||
      (!clause->is_verbal && is_no_word(s, clause->head))) {
    clause->own_polarity = REL_NEGATIVE;
  }
}

// ----------------------------------------------------------- composition

bool
rel_factuality_is_report(const RelClause *clause)
{
  return clause->governor && (clause->governor->flags & REL_GOVERNS_REPORTED);
}

/// The governor of a clause: the verb above it, or the noun it hangs on
static const RelGovernor *
find_governor(const RelClauses *clauses, const RelClause *clause)
{
  const RelSyntax *const s = clauses->syntax;

  switch (clause->link) {
  case REL_LINK_XCOMP:
  case REL_LINK_CCOMP:
    return clauses->items[clause->parent].governor;
  case REL_LINK_ADVCL:
    // "asked Velia to drop", "accused of funding"
    return clause->marker != REL_NO_TOKEN &&
                   (rel_syntax_lemma_is(s, clause->marker, "to") ||
                    rel_syntax_lemma_is(s, clause->marker, "from") ||
                    rel_syntax_lemma_is(s, clause->marker, "of"))
               ? clauses->items[clause->parent].governor
               : NULL;
  case REL_LINK_ACL: {
    const uint32_t noun = rel_syntax_head(s, clause->head);
    const bool is_complement = clause->marker != REL_NO_TOKEN;
    return is_complement && noun != REL_NO_TOKEN
               ? rel_governor_find(rel_syntax_lemma(s, noun), true)
               : NULL;
  }
  default:
    return NULL;
  }
}

static RelPolarity
flip(RelPolarity a, RelPolarity b)
{
  return a == b ? REL_POSITIVE : REL_NEGATIVE;
}

static void
inherit_source(RelClause *clause, const RelClause *parent)
{
  clause->source = parent->source;
  clause->source_verb = parent->source_verb;
}

static void
set_source(const RelSyntax *s, RelClause *clause, uint32_t who, uint32_t verb)
{
  clause->source = who == REL_NO_TOKEN ? REL_NO_TOKEN : s->base + who;
  clause->source_verb = s->base + verb;
}

/// The content of a verb or noun: planned, threatened, denied, reported
static void
compose_content(const RelSyntax *s, RelClause *clause, const RelClause *parent,
                const RelGovernor *governor)
{
  const bool is_noun = clause->link == REL_LINK_ACL;
  // "denied funding": the content is the denier's word; "promised to fund" not
  const bool is_report = (governor->flags & REL_GOVERNS_REPORTED) != 0U &&
                         !is_noun &&
                         (clause->link == REL_LINK_CCOMP ||
                          (clause->link == REL_LINK_XCOMP &&
                           !(governor->flags & REL_GOVERNS_COMMITTED)));
  const bool is_negating = (governor->flags & REL_GOVERNS_NEGATED) != 0U;

  clause->polarity =
      flip(clause->own_polarity, is_negating ? REL_NEGATIVE : REL_POSITIVE);
  if (governor->modality) {
    clause->modality = governor->modality;
  } else if (is_negating && clause->marker != REL_NO_TOKEN &&
             rel_syntax_lemma_is(s, clause->marker, "from")) {
    clause->modality = REL_ACTUAL; // "barred Orbex from selling": it does not
  } else if ((governor->flags & REL_GOVERNS_COMMITTED) &&
             (clause->modality == REL_CONDITIONAL ||
              clause->link == REL_LINK_XCOMP ||
              clause->link == REL_LINK_ADVCL)) {
    clause->modality = REL_PLANNED;
  }
  if (is_report) {
    if (parent->subject != REL_NO_TOKEN) {
      set_source(s, clause, parent->subject, parent->head);
    }
  } else if ((governor->flags & REL_GOVERNS_WISH) && !is_noun &&
             clause->link == REL_LINK_CCOMP && clause->source == REL_NO_TOKEN) {
    set_source(s, clause, parent->subject, parent->head);
  } else if (!is_noun) {
    // what is not so above is not so below: "does not plan to cut"
    clause->polarity = flip(clause->polarity, parent->polarity);
    clause->modality = clause->modality ? clause->modality : parent->modality;
  }
}

/// "will sign when it arrives": behind what is to come a present is, too
static bool
is_to_come(const RelSyntax *s, const RelClause *clause, const RelClause *parent)
{
  static const char *const conjunctions[] = {"after", "before", "once", "until",
                                             "when"};
  uint32_t mark = clause->marker;

  if (mark == REL_NO_TOKEN) {
    mark = rel_syntax_child_lemma(s, clause->head, REL_DEP_ADVMOD, "when");
  }
  return parent->modality && mark != REL_NO_TOKEN &&
         rel_clause_is_present(s, clause->head) &&
         rel_syntax_lemma_among(s, mark, conjunctions,
                                sizeof(conjunctions) / sizeof(*conjunctions));
}

/// A purpose ("to prepare") is planned; other adverbials stand by themselves
static void
compose_adverbial(const RelSyntax *s, RelClause *clause,
                  const RelClause *parent)
{
  const bool has_to = clause->marker != REL_NO_TOKEN &&
                      rel_syntax_lemma_is(s, clause->marker, "to");
  const bool is_bare =
      clause->marker == REL_NO_TOKEN &&
      rel_syntax_child(s, clause->head, REL_DEP_ADVMOD) == REL_NO_TOKEN;

  if (has_to && !clause->modality) {
    clause->modality = REL_PLANNED;
  } else if (!clause->modality && is_to_come(s, clause, parent)) {
    clause->modality = parent->modality;
  } else if (is_bare && !clause->modality) {
    // "signed, clouding the outlook" is as real as the signing
    clause->modality = parent->modality;
    clause->polarity = flip(clause->own_polarity, parent->polarity);
  }
}

/// "may cut and raise", "did not cut or raise", "hoped ... and would buy"
static void
compose_conjunct(const RelSyntax *s, RelClause *clause, const RelClause *first)
{
  const bool is_bare =
      rel_syntax_child(s, clause->head, REL_DEP_AUX) == REL_NO_TOKEN &&
      rel_syntax_child(s, clause->head, REL_DEP_COP) == REL_NO_TOKEN;
  const uint32_t cc = rel_syntax_child(s, clause->head, REL_DEP_CC);
  const bool is_or = cc != REL_NO_TOKEN && (rel_syntax_lemma_is(s, cc, "or") ||
                                            rel_syntax_lemma_is(s, cc, "nor"));

  if (rel_syntax_xpos(s, clause->head) == REL_XPOS_VB || is_bare) {
    // finite past forms beside a modal ("may cut but raised") are their own
    const RelXpos xpos = rel_syntax_xpos(s, clause->head);
    if (xpos != REL_XPOS_VBD && xpos != REL_XPOS_VBZ && xpos != REL_XPOS_VBP) {
      clause->modality = clause->modality ? clause->modality : first->modality;
    }
  }
  if (first->content_of != REL_NO_CLAUSE && first->modality &&
      first->modality != REL_CONDITIONAL) {
    clause->modality = first->modality;
  }
  // "cut taxes rather than raise duties"
  if (cc != REL_NO_TOKEN && (rel_syntax_lemma_is(s, cc, "rather") ||
                             rel_syntax_lemma_is(s, cc, "instead"))) {
    clause->polarity = flip(first->polarity, REL_NEGATIVE);
  }
  if (is_or && first->polarity == REL_NEGATIVE) {
    clause->polarity = REL_NEGATIVE;
  }
  clause->content_of = first->content_of;
}

/// The clause whose verb introduces what `clause` says, or null
static const RelClause *
report_of(const RelClauses *clauses, const RelClause *clause)
{
  const RelSyntax *const s = clauses->syntax;

  for (uint32_t k = 0; k < clauses->n && clause->source != REL_NO_TOKEN; ++k) {
    if (s->base + clauses->items[k].head == clause->source_verb) {
      return &clauses->items[k];
    }
  }
  return NULL;
}

/**
   "announced that it would cut exports, as Norland tries to end the war": a
   present behind words that were shifted into the past is the newsroom's.

   Sequence of tenses: Quirk et al. (1985), 14.31.
*/
static bool
is_background(const RelSyntax *s, const RelClause *clause,
              const RelClause *parent, const RelClause *report)
{
  static const char *const conjunctions[] = {
      "after", "although", "as", "since", "though", "when", "while"};
  const uint32_t first = s->left[clause->head];

  return clause->link == REL_LINK_ADVCL && clause->marker != REL_NO_TOKEN &&
         rel_syntax_lemma_among(s, clause->marker, conjunctions,
                                sizeof(conjunctions) / sizeof(*conjunctions)) &&
         (rel_syntax_xpos(s, first) == REL_XPOS_COMMA ||
          (first && rel_syntax_xpos(s, first - 1U) == REL_XPOS_COMMA)) &&
         rel_syntax_xpos(s, report->head) == REL_XPOS_VBD &&
         rel_clause_is_present(s, clause->head) &&
         !rel_clause_is_present(s, parent->head);
}

static bool
is_governed(RelLink link)
{
  return link == REL_LINK_XCOMP || link == REL_LINK_CCOMP;
}

static void
compose_clause(const RelClauses *clauses, RelClause *clause)
{
  const RelSyntax *const s = clauses->syntax;

  clause->source = clauses->speaker;
  clause->source_verb = clauses->speaker_verb;
  read_own_marks(s, clause);
  clause->polarity = clause->own_polarity;
  if (clause->parent == REL_NO_CLAUSE) {
    return;
  }

  const RelClause *const parent = &clauses->items[clause->parent];
  const RelGovernor *const governor = find_governor(clauses, clause);
  const RelClause *const report = report_of(clauses, parent);
  inherit_source(clause, report && is_background(s, clause, parent, report)
                             ? report
                             : parent);
  if (is_governed(clause->link) ||
      (governor && governor->modality && clause->link == REL_LINK_ADVCL)) {
    clause->content_of = clause->parent;
  }
  if (clause->link == REL_LINK_ACL && clause->marker != REL_NO_TOKEN &&
      is_no_word(s, rel_syntax_head(s, clause->head))) {
    // "no proof that the dam leaks"
    clause->polarity = flip(clause->polarity, REL_NEGATIVE);
    return;
  }
  if (clause->link == REL_LINK_ACL && clause->marker != REL_NO_TOKEN &&
      rel_clause_is_ranked(s, rel_syntax_head(s, clause->head))) {
    // "is the first minister to visit Chile": she visits it
    clause->modality = parent->modality;
    clause->polarity = flip(clause->own_polarity, parent->polarity);
    return;
  }
  if (!governor && clause->link == REL_LINK_ACL &&
      clause->marker != REL_NO_TOKEN && !clause->modality) {
    // "the importance of cutting": nobody says that somebody cuts
    clause->modality = REL_POSSIBLE;
  }
  if (governor) {
    clause->is_ruled = true;
    clause->is_raised = (governor->flags & REL_GOVERNS_FACT) != 0U &&
                        clause->link == REL_LINK_XCOMP &&
                        parent->object == REL_NO_TOKEN;
    compose_content(s, clause, parent, governor);
  } else if (clause->link == REL_LINK_CONJ) {
    compose_conjunct(s, clause, parent);
  } else if (clause->link == REL_LINK_ADVCL) {
    compose_adverbial(s, clause, parent);
  } else if (is_governed(clause->link)) {
    clause->polarity = flip(clause->polarity, parent->polarity);
    clause->modality = clause->modality ? clause->modality : parent->modality;
  }
}

// --------------------------------------------------------------- sources

/// "..., Mora said": the speech verb stands beside its content
static void
spread_parenthesis(RelClauses *clauses, const RelClause *said)
{
  const RelSyntax *const s = clauses->syntax;
  const bool is_speech =
      rel_factuality_is_report(said) && said->link == REL_LINK_PARATAXIS &&
      said->subject != REL_NO_TOKEN && said->object == REL_NO_TOKEN &&
      rel_syntax_child(s, said->head, REL_DEP_CCOMP) == REL_NO_TOKEN;

  if (!is_speech) {
    return;
  }
  for (uint32_t k = 0; k < clauses->n; ++k) {
    RelClause *const clause = &clauses->items[k];
    const bool is_below = clause->head >= s->left[said->head] &&
                          clause->head <= s->right[said->head];
    if (!is_below && clause->source == clauses->speaker) {
      set_source(s, clause, said->subject, said->head);
      if (k == said->parent) {
        clause->content_of = (uint32_t)(said - clauses->items);
      }
    }
  }
}

/// "according to a statement" holds for the clause it hangs on and all below
static void
spread_according(RelClauses *clauses, uint32_t i)
{
  const RelSyntax *const s = clauses->syntax;
  const uint32_t head = rel_syntax_head(s, i);
  const uint32_t top =
      head == REL_NO_TOKEN ? REL_NO_CLAUSE : clauses->of_token[head];
  uint32_t mark = rel_syntax_child_lemma(s, i, REL_DEP_CASE, "accord");

  if (mark == REL_NO_TOKEN) {
    mark = rel_syntax_child_lemma(s, i, REL_DEP_CASE, "according");
  }
  if (mark == REL_NO_TOKEN || top == REL_NO_CLAUSE) {
    return;
  }
  for (uint32_t k = 0; k < clauses->n; ++k) {
    RelClause *const clause = &clauses->items[k];
    if (clause->source == clauses->speaker) {
      set_source(s, clause, i, mark);
    }
  }
}

/// A question states nothing, nor does what hangs on its verb
static void
ask(RelClauses *clauses)
{
  const RelSyntax *const s = clauses->syntax;
  uint32_t last = s->n;

  while (last && rel_syntax_upos(s, last - 1U) == REL_UPOS_PUNCT &&
         !rel_str_equal(rel_syntax_form(s, last - 1U), REL_STR("?"))) {
    --last;
  }
  if (!last || rel_syntax_upos(s, last - 1U) != REL_UPOS_PUNCT) {
    return;
  }
  for (uint32_t k = 0; k < clauses->n; ++k) {
    RelClause *const clause = &clauses->items[k];
    const bool is_top =
        clause->link == REL_LINK_ROOT || clause->link == REL_LINK_CONJ;
    const bool is_below = is_governed(clause->link) &&
                          clause->parent != REL_NO_CLAUSE &&
                          clauses->items[clause->parent].modality == REL_ASKED;
    if ((is_top && !rel_factuality_is_report(clause)) || is_below) {
      clause->modality = REL_ASKED;
    }
  }
}

void
rel_factuality_compose(RelClauses *clauses)
{
  for (uint32_t k = 0; k < clauses->n; ++k) {
    compose_clause(clauses, &clauses->items[k]);
  }
  ask(clauses);
  for (uint32_t k = 0; k < clauses->n; ++k) {
    spread_parenthesis(clauses, &clauses->items[k]);
  }
  for (uint32_t i = 0; i < clauses->syntax->n; ++i) {
    const RelDep relation = rel_syntax_relation(clauses->syntax, i);
    if (relation == REL_DEP_OBL || relation == REL_DEP_NMOD ||
        relation == REL_DEP_PARATAXIS || relation == REL_DEP_ADVCL) {
      spread_according(clauses, i);
    }
  }
}
