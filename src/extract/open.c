// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/times.h"
#include "extract/tuple.h"

static bool
is_oblique(const RelSyntax *s, uint32_t i)
{
  const RelDep dep = rel_syntax_dep(s, i);

  return (dep == REL_DEP_OBJ && rel_clause_has_preposition(s, i)) ||
         dep == REL_DEP_OBL || dep == REL_DEP_OBL_AGENT ||
         dep == REL_DEP_OBL_UNMARKED ||
         rel_times_under_adverb(s, i) != REL_NO_TOKEN; // "two years ago"
}

static void
add_oblique(RelTuple *tuple, uint32_t i)
{
  if (tuple->n_obliques < REL_MAX_OBLIQUES) {
    tuple->obliques[tuple->n_obliques++] = i;
  }
}

/// Those behind the verb, or those in front of it
static void
add_obliques(const RelSyntax *s, uint32_t verb, bool is_behind, RelTuple *tuple)
{
  for (REL_EACH_CHILD(s, i, verb)) {
    if (is_oblique(s, i) && (i > verb) == is_behind && i != tuple->subject &&
        i != tuple->object) {
      add_oblique(tuple, rel_words_governed(s, i));
    }
  }
}

/// "In recent years Orbex has made plans and allowed ...": shared
static void
add_shared(const RelReader *r, uint32_t k, RelTuple *tuple)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelSyntax *const s = r->syntax;

  if (clause->link != REL_LINK_CONJ || clause->parent == REL_NO_CLAUSE) {
    return;
  }
  const uint32_t first = r->clauses->items[clause->parent].head;
  const uint32_t subject = clause->subject;
  for (REL_EACH_CHILD(s, i, first)) {
    if (is_oblique(s, i) && i < first && i < subject) {
      add_oblique(tuple, i);
    }
  }
}

/// A subject that the text names nearer: "is a footballer who plays"
static uint32_t
described(const RelReader *r, const RelClause *clause, uint32_t subject)
{
  const RelSyntax *const s = r->syntax;

  if (subject == REL_NO_TOKEN ||
      (clause->link != REL_LINK_RELATIVE && clause->link != REL_LINK_ACL)) {
    return subject;
  }
  const uint32_t k = r->clauses->of_token[subject];
  if (k != REL_NO_CLAUSE && r->clauses->items[k].head == subject &&
      r->clauses->items[k].copula != REL_NO_TOKEN &&
      r->clauses->items[k].subject != REL_NO_TOKEN) {
    return r->clauses->items[k].subject;
  }
  if (rel_syntax_relation(s, subject) == REL_DEP_APPOS) {
    return rel_syntax_head(s, subject);
  }
  return subject;
}

/// "In 1990 Ayr was a port": what stands behind a copula belongs to the noun
static void
add_leading(const RelSyntax *s, const RelClause *clause, RelTuple *tuple)
{
  for (REL_EACH_CHILD(s, i, clause->head)) {
    if (is_oblique(s, i) && clause->copula != REL_NO_TOKEN &&
        i < clause->copula) {
      add_oblique(tuple, i);
    }
  }
}

/// Clauses that only carry another one: "plans" in "plans to cut"
static bool
is_carrier(const RelReader *r, uint32_t k)
{
  if (k == REL_NO_CLAUSE || r->clauses->items[k].object != REL_NO_TOKEN) {
    return false;
  }
  for (uint32_t i = k + 1U; i < r->clauses->n; ++i) {
    if (r->clauses->items[i].parent == k &&
        r->clauses->items[i].link == REL_LINK_XCOMP) {
      return true;
    }
  }
  return false;
}

/// "to prepare a list", "by adding a potato" behind the verb
static void
add_adverbial_clauses(const RelSyntax *s, RelTuple *tuple)
{
  for (REL_EACH_CHILD(s, i, tuple->head)) {
    const uint32_t marker = rel_syntax_child(s, i, REL_DEP_MARK);
    if (rel_syntax_relation(s, i) == REL_DEP_ADVCL && i > tuple->head &&
        marker != REL_NO_TOKEN &&
        (rel_syntax_lemma_is(s, marker, "to") ||
         rel_syntax_xpos(s, i) == REL_XPOS_VBG)) {
      add_oblique(tuple, i);
    }
  }
}

static bool
is_time(const RelReader *r, uint32_t i)
{
  return rel_reader_kind(r, i) == REL_TERM_DATE ||
         rel_syntax_dep(r->syntax, i) == REL_DEP_OBL_UNMARKED;
}

/// Times last, the others in order
static void
order_obliques(const RelReader *r, RelTuple *tuple)
{
  uint32_t sorted[REL_MAX_OBLIQUES];
  uint32_t n = 0;

  for (unsigned round = 0; round < 2U; ++round) {
    for (uint32_t k = 0; k < tuple->n_obliques; ++k) {
      if (is_time(r, tuple->obliques[k]) == (round == 1U)) {
        sorted[n++] = tuple->obliques[k];
      }
    }
  }
  for (uint32_t k = 0; k < n; ++k) {
    tuple->obliques[k] = sorted[k];
  }
}

static void
find_arguments(const RelReader *r, uint32_t k, RelTuple *tuple)
{
  const RelSyntax *const s = r->syntax;
  const RelClause *const clause = &r->clauses->items[k];

  tuple->subject = clause->subject;
  tuple->object = clause->object;
  if (clause->is_verbal && !clause->is_passive &&
      rel_syntax_child(s, clause->head, REL_DEP_OBL_AGENT) != REL_NO_TOKEN) {
    tuple->subject = clause->object;
    tuple->object = REL_NO_TOKEN;
  }
  if (clause->is_existential) { // "there is an inquiry in Ayr"
    tuple->subject = rel_syntax_child(s, clause->head, REL_DEP_EXPL);
    tuple->object = clause->subject;
  }
  tuple->subject = described(r, clause, tuple->subject);
  if (clause->is_verbal) {
    add_obliques(s, clause->head, true, tuple);
    add_obliques(s, clause->head, false, tuple);
    add_shared(r, k, tuple);
  } else {
    add_leading(s, clause, tuple);
  }
  if (clause->link == REL_LINK_XCOMP && is_carrier(r, clause->parent)) {
    const uint32_t governor = r->clauses->items[clause->parent].head;
    add_obliques(s, governor, true, tuple);
    add_obliques(s, governor, false, tuple);
  }
  order_obliques(r, tuple);
  add_adverbial_clauses(s, tuple);
}

// ---------------------------------------------------------------- clauses

/// "said that | Velia sent a list"
static RelStatus
move_marker(RelReader *r, uint32_t content, RelWordSet *words,
            RelStr *predicate)
{
  const uint32_t that =
      rel_syntax_child_lemma(r->syntax, content, REL_DEP_MARK, "that");

  if (that == REL_NO_TOKEN) {
    return REL_OK;
  }
  rel_words_remove(words, that, that + 1U);
  return rel_tuple_append(r, predicate, rel_syntax_form(r->syntax, that));
}

/// "Mora said Velia sent a list": the said clause is the object
static RelStatus
send_content(RelReader *r, RelTuple *tuple)
{
  const uint32_t content =
      rel_syntax_child(r->syntax, tuple->head, REL_DEP_CCOMP);
  RelWordSet words = rel_words_new(r->arena);
  RelStatus st = REL_OK;

  tuple->rule = "open.content";
  rel_words_add_phrase(r->syntax, content, REL_WORDS_CLAUSE, &words);
  REL_TRY(st, move_marker(r, content, &words, &tuple->predicate));
  REL_TRY(st, rel_words_join(r->syntax, &words, &tuple->object_term.label));
  tuple->object_term.text = tuple->object_term.label;
  tuple->object_term.kind = REL_TERM_CLAUSE;
  return rel_tuple_send(r, tuple);
}

/// Adverbs that the text has among the predicate's words: "also", "often"
static void
add_adverbs(const RelSyntax *s, uint32_t head, RelWordSet *words)
{
  uint32_t first = head;

  for (uint32_t k = 0; k < words->n; ++k) {
    first = words->items[k] < first ? words->items[k] : first;
  }
  for (REL_EACH_CHILD(s, i, head)) {
    const bool is_single = s->left[i] == s->right[i];
    if (rel_syntax_relation(s, i) != REL_DEP_ADVMOD || !is_single ||
        rel_syntax_xpos(s, i) == REL_XPOS_WRB) {
      continue;
    }
    if (i < head ? i + 1U >= first : i == head + 1U) {
      rel_words_add(words, i);
    }
  }
}

/// The text's words; the n-ary view has adverbs too
static RelStatus
find_predicate(RelReader *r, uint32_t k, bool is_whole, RelTuple *tuple)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelSyntax *const s = r->syntax;
  RelWordSet words = rel_words_new(r->arena);
  RelStatus st = REL_OK;

  rel_words_add_predicate(r->clauses, k, &words);
  if (is_whole) {
    add_adverbs(s, clause->head, &words);
  }
  if (!clause->is_verbal) {
    rel_words_remove(&words, clause->head, clause->head + 1U);
    tuple->object = clause->head;
  }
  REL_TRY(st, rel_words_join(s, &words, &tuple->predicate));
  if (!clause->is_verbal) {
    RelStr marker;
    REL_TRY(st,
            rel_words_preposition(r->arena, s, clause->head, false, &marker));
    REL_TRY(st, rel_tuple_append(r, &tuple->predicate, marker));
  }
  return st;
}

/// "The problem is that it leaks": what stands behind the copula is the object
static RelStatus
send_outer(RelReader *r, uint32_t k)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t head = r->clauses->items[k].head;
  RelTuple tuple = rel_tuple("open.content", k, REL_NO_TOKEN);
  const uint32_t be = rel_syntax_child(s, head, REL_DEP_COP);
  RelWordSet words = rel_words_new(r->arena);
  RelStatus st = REL_OK;

  tuple.head = head;
  tuple.subject = rel_syntax_child(s, head, REL_DEP_NSUBJ_OUTER);
  if (tuple.subject == REL_NO_TOKEN || be == REL_NO_TOKEN ||
      tuple.subject == r->clauses->items[k].subject) {
    return REL_OK;
  }
  tuple.predicate = rel_syntax_form(s, be);
  rel_words_add_phrase(s, head, REL_WORDS_CLAUSE, &words);
  rel_words_remove(&words, 0U, be + 1U);
  REL_TRY(st, move_marker(r, head, &words, &tuple.predicate));
  REL_TRY(st, rel_words_join(s, &words, &tuple.object_term.label));
  tuple.object_term.text = tuple.object_term.label;
  tuple.object_term.kind = REL_TERM_CLAUSE;
  return rel_tuple_send(r, &tuple);
}

static bool
has_own_subject(const RelSyntax *s, uint32_t head)
{
  return rel_syntax_child(s, head, REL_DEP_NSUBJ) != REL_NO_TOKEN ||
         rel_syntax_child(s, head, REL_DEP_NSUBJ_PASS) != REL_NO_TOKEN;
}

/// "describes the need for cutting | costs": below a noun or verb that takes
/// it, a clause without subject has the predicate of the one above before it
static RelStatus
prepend_outer(RelReader *r, uint32_t k, RelTuple *tuple)
{
  const RelClause *const clause = &r->clauses->items[k];
  RelStatus st = REL_OK;
  RelTerm object;

  if (clause->parent == REL_NO_CLAUSE || clause->marker == REL_NO_TOKEN ||
      !clause->is_verbal ||
      (clause->link != REL_LINK_ADVCL && clause->link != REL_LINK_ACL) ||
      clause->subject != r->clauses->items[clause->parent].subject ||
      has_own_subject(r->syntax, clause->head)) {
    return REL_OK;
  }
  const RelClause *const parent = &r->clauses->items[clause->parent];
  RelTuple outer = rel_tuple(tuple->rule, clause->parent, parent->head);
  find_arguments(r, clause->parent, &outer);
  REL_TRY(st, find_predicate(r, clause->parent, false, &outer));
  if (outer.object != REL_NO_TOKEN) {
    REL_TRY(st, rel_tuple_argument(r, outer.object, outer.head,
                                   REL_WORDS_NO_CONJ | REL_WORDS_NO_CLAUSES |
                                       REL_WORDS_NO_CASE,
                                   &object));
    REL_TRY(st, rel_tuple_append(r, &outer.predicate, object.text));
  }
  REL_TRY(st, rel_tuple_append(r, &outer.predicate,
                               rel_syntax_form(r->syntax, clause->marker)));
  REL_TRY(st, rel_tuple_append(r, &outer.predicate, tuple->predicate));
  tuple->predicate = outer.predicate;
  return REL_OK;
}

/// A question's or unresolved relative's pronoun says nothing of anybody
static bool
is_wh_word(const RelSyntax *s, uint32_t i)
{
  return i != REL_NO_TOKEN && s->left[i] == s->right[i] &&
         (rel_syntax_xpos(s, i) == REL_XPOS_WDT ||
          rel_syntax_xpos(s, i) == REL_XPOS_WP);
}

/// Has it what a tuple needs, and does it not only carry another clause?
static bool
is_readable(const RelReader *r, uint32_t k, const RelTuple *tuple)
{
  const RelClause *const clause = &r->clauses->items[k];
  const bool has_verb = clause->is_verbal || clause->copula != REL_NO_TOKEN ||
                        clause->link == REL_LINK_XCOMP ||
                        clause->is_existential;

  return tuple->subject != REL_NO_TOKEN && tuple->subject != clause->head &&
         !is_wh_word(r->syntax, tuple->subject) &&
         !is_wh_word(r->syntax, tuple->object) && !is_carrier(r, k) &&
         has_verb && !clause->is_elided &&
         !(clause->is_existential && tuple->object == REL_NO_TOKEN);
}

/// "the bridge built in 1990", "closed the plant, cutting jobs": an inserted
/// "be", whose tense nobody knows
static RelStatus
insert_be(RelReader *r, uint32_t k, RelTuple *tuple)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelXpos xpos = rel_syntax_xpos(r->syntax, clause->head);
  RelStr words = REL_STR("be");
  RelStatus st = REL_OK;

  if ((clause->link != REL_LINK_ACL && clause->link != REL_LINK_ADVCL) ||
      clause->marker != REL_NO_TOKEN ||
      (xpos != REL_XPOS_VBN && xpos != REL_XPOS_VBG) ||
      rel_syntax_child(r->syntax, clause->head, REL_DEP_AUX_PASS) !=
          REL_NO_TOKEN) {
    return REL_OK;
  }
  REL_TRY(st, rel_tuple_append(r, &words, tuple->predicate));
  tuple->predicate = words;
  return REL_OK;
}

static RelStatus
read_clause(RelReader *r, uint32_t k)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;
  RelTuple tuple =
      rel_tuple(clause->is_verbal ? "open" : "open.copula", k, clause->head);

  find_arguments(r, k, &tuple);
  if (!is_readable(r, k, &tuple)) {
    return REL_OK;
  }

  const bool has_content =
      clause->is_verbal && tuple.object == REL_NO_TOKEN &&
      rel_syntax_child(s, clause->head, REL_DEP_CCOMP) != REL_NO_TOKEN;
  if (r->views & (1U << REL_VIEW_OPEN)) {
    RelTuple whole = tuple;
    whole.subject = rel_tuple_antecedent(r, tuple.subject);
    if (whole.subject != tuple.subject) {
      whole.subject_options |= REL_WORDS_NO_CONJ | REL_WORDS_NO_CLAUSES;
    }
    REL_TRY(st, send_outer(r, k));
    REL_TRY(st, find_predicate(r, k, true, &whole));
    REL_TRY(st, insert_be(r, k, &whole));
    REL_TRY(st, prepend_outer(r, k, &whole));
    REL_TRY(st, has_content ? send_content(r, &whole)
                            : rel_tuple_send_list(r, &whole));
  }
  if (!has_content && (r->views & (1U << REL_VIEW_SPLIT))) {
    REL_TRY(st, find_predicate(r, k, false, &tuple));
    REL_TRY(st, prepend_outer(r, k, &tuple));
    REL_TRY(st, rel_split_send(r, &tuple));
  }
  return st;
}

RelStatus
rel_read_open(RelReader *r)
{
  RelStatus st = REL_OK;

  for (uint32_t k = 0; k < r->clauses->n; ++k) {
    REL_TRY(st, read_clause(r, k));
  }
  return r->views & (1U << REL_VIEW_OPEN) ? rel_read_open_nouns(r) : REL_OK;
}
