// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/clause.h"

#include "base/array.h"
#include "extract/relative.h"

/// Relations under which a verb form heads no clause of its own
static bool
is_function(RelDep relation)
{
  return relation == REL_DEP_AUX || relation == REL_DEP_COP ||
         relation == REL_DEP_CASE || relation == REL_DEP_MARK ||
         relation == REL_DEP_FIXED || relation == REL_DEP_AMOD ||
         relation == REL_DEP_COMPOUND || relation == REL_DEP_CC ||
         relation == REL_DEP_FLAT || relation == REL_DEP_DET ||
         relation == REL_DEP_GOESWITH || relation == REL_DEP_REPARANDUM ||
         relation == REL_DEP_PUNCT || relation == REL_DEP_ADVMOD;
}

bool
rel_clause_is_nominal(const RelSyntax *s, uint32_t i)
{
  const RelUpos upos = rel_syntax_upos(s, i);

  return upos == REL_UPOS_NOUN || upos == REL_UPOS_PROPN ||
         upos == REL_UPOS_PRON || upos == REL_UPOS_NUM ||
         upos == REL_UPOS_SYM || upos == REL_UPOS_X;
}

static bool
heads_clause(const RelSyntax *s, uint32_t i)
{
  const RelDep relation = rel_syntax_relation(s, i);

  if (rel_syntax_child(s, i, REL_DEP_ORPHAN) != REL_NO_TOKEN) {
    return false; // "and Lund as treasurer": read with the verb before
  }
  if (rel_syntax_child(s, i, REL_DEP_COP) != REL_NO_TOKEN ||
      rel_clause_is_second_copula(s, i)) {
    return true;
  }
  if (is_function(relation)) {
    return false;
  }
  if (rel_syntax_upos(s, i) == REL_UPOS_VERB) {
    return true;
  }
  // "were long and difficult"
  if (relation == REL_DEP_CONJ && rel_syntax_upos(s, i) == REL_UPOS_ADJ &&
      rel_syntax_child(s, rel_syntax_head(s, i), REL_DEP_COP) != REL_NO_TOKEN) {
    return true;
  }
  return rel_clause_find_subject(s, i) != REL_NO_TOKEN ||
         (rel_syntax_upos(s, i) == REL_UPOS_AUX && relation != REL_DEP_ROOT) ||
         relation == REL_DEP_XCOMP;
}

/// Verbs whose object hears what is said
static bool
is_telling(const RelSyntax *s, uint32_t verb)
{
  static const char *const verbs[] = {"advise", "assure", "inform",
                                      "remind", "tell",   "warn"};

  return rel_syntax_lemma_among(s, verb, verbs, sizeof(verbs) / sizeof(*verbs));
}

/// "told reporters that he won": the tree may hang what is said on who hears it
static bool
is_said_to(const RelSyntax *s, uint32_t i)
{
  const uint32_t hearer = rel_syntax_head(s, i);
  const RelDep dep = rel_syntax_dep(s, hearer);

  return (dep == REL_DEP_OBJ || dep == REL_DEP_IOBJ) &&
         is_telling(s, rel_syntax_head(s, hearer)) &&
         rel_syntax_child_lemma(s, i, REL_DEP_MARK, "that") != REL_NO_TOKEN;
}

static RelLink
link_of(const RelSyntax *s, uint32_t i)
{
  switch (rel_syntax_dep(s, i)) {
  case REL_DEP_CONJ:
  case REL_DEP_COP:
    return REL_LINK_CONJ;
  case REL_DEP_XCOMP:
    return REL_LINK_XCOMP;
  case REL_DEP_CCOMP:
  case REL_DEP_CSUBJ:
  case REL_DEP_CSUBJ_PASS:
  case REL_DEP_CSUBJ_OUTER:
  case REL_DEP_OBJ:
    return REL_LINK_CCOMP;
  case REL_DEP_ADVCL:
  case REL_DEP_ADVCL_RELCL:
  case REL_DEP_OBL:
    return REL_LINK_ADVCL;
  case REL_DEP_ACL:
    return is_said_to(s, i) ? REL_LINK_CCOMP : REL_LINK_ACL;
  case REL_DEP_NMOD:
    return REL_LINK_ACL;
  case REL_DEP_ACL_RELCL:
    return REL_LINK_RELATIVE;
  case REL_DEP_PARATAXIS:
  case REL_DEP_LIST:
  case REL_DEP_DEP:
  case REL_DEP_DISCOURSE:
    return REL_LINK_PARATAXIS;
  default:
    return REL_LINK_ROOT;
  }
}

// ------------------------------------------------------------ arguments

static bool
is_much(const RelSyntax *s, uint32_t i)
{
  static const char *const words[] = {"few", "high", "little",
                                      "low", "many", "much"};

  return rel_str_among(rel_syntax_form(s, i), words,
                       sizeof(words) / sizeof(*words));
}

/// "as much as" before an amount: its first or last word is no preposition
static bool
is_bound(const RelSyntax *s, uint32_t i)
{
  const bool is_last =
      i >= 2U && rel_syntax_lemma_is(s, i - 2U, "as") && is_much(s, i - 1U);
  const bool is_first =
      rel_syntax_child(s, i, REL_DEP_FIXED) == i + 1U && is_much(s, i + 1U);

  return rel_syntax_lemma_is(s, i, "as") && (is_last || is_first);
}

/// "as many as 300 people"
static bool
has_bound(const RelSyntax *s, uint32_t noun)
{
  const uint32_t mark = rel_syntax_child(s, noun, REL_DEP_CASE);

  return mark != REL_NO_TOKEN && is_bound(s, mark);
}

bool
rel_clause_has_preposition(const RelSyntax *s, uint32_t i)
{
  for (REL_EACH_CHILD(s, k, i)) {
    if (rel_syntax_dep(s, k) == REL_DEP_CASE && k < i && !is_bound(s, k) &&
        rel_syntax_xpos(s, k) != REL_XPOS_POS) {
      return true;
    }
  }
  return false;
}

bool
rel_clause_joins_governor(const RelClauses *clauses, const RelClause *clause)
{
  if (clause->link != REL_LINK_XCOMP || clause->parent == REL_NO_CLAUSE) {
    return false;
  }

  const RelClause *const parent = &clauses->items[clause->parent];
  return parent->subject == clause->subject ||
         (parent->object == REL_NO_TOKEN && parent->recipient == REL_NO_TOKEN);
}

/// Verbs whose first of two bare objects receives
static bool
gives(const RelSyntax *s, uint32_t verb)
{
  static const char *const verbs[] = {
      "award", "bring", "buy",   "deny",  "give", "grant",
      "hand",  "lend",  "offer", "owe",   "pay",  "promise",
      "send",  "show",  "sell",  "teach", "tell"};

  return rel_str_among(rel_syntax_lemma(s, verb), verbs,
                       sizeof(verbs) / sizeof(*verbs));
}

/// "offered the firm a loan" with two objects, "called off the talks" with none
static void
settle_objects(const RelSyntax *s, RelClause *clause)
{
  const uint32_t head = clause->head;
  const bool has_particle =
      rel_syntax_child(s, head, REL_DEP_COMPOUND_PRT) != REL_NO_TOKEN;

  for (REL_EACH_CHILD(s, i, head)) {
    const RelDep dep = rel_syntax_dep(s, i);
    if (i < head || rel_clause_has_preposition(s, i) ||
        !rel_clause_is_nominal(s, i)) {
      continue;
    }
    if (dep == REL_DEP_OBJ && clause->object != REL_NO_TOKEN &&
        i > clause->object && clause->recipient == REL_NO_TOKEN &&
        gives(s, head)) {
      clause->recipient = clause->object;
      clause->object = i;
    }
    if (dep == REL_DEP_OBL && clause->object == REL_NO_TOKEN &&
        rel_syntax_upos(s, i) == REL_UPOS_NOUN &&
        (has_particle || has_bound(s, i))) {
      clause->object = i;
    }
  }
}

static void
find_own_arguments(const RelSyntax *s, RelClause *clause)
{
  const uint32_t head = clause->head;
  bool has_clause = false;

  const uint32_t own = rel_clause_find_subject(s, head);
  const uint32_t outer = rel_syntax_child(s, head, REL_DEP_NSUBJ_OUTER);
  const bool has_outer = outer != REL_NO_TOKEN && outer != own;

  clause->subject = rel_relative_resolve(s, clause, own);
  for (REL_EACH_CHILD(s, i, head)) {
    const RelDep dep = rel_syntax_dep(s, i);
    if (dep == REL_DEP_OBJ && clause->object == REL_NO_TOKEN &&
        !rel_clause_has_preposition(s, i)) {
      clause->object = rel_relative_resolve(s, clause, i);
    } else if (dep == REL_DEP_IOBJ) {
      clause->recipient = i;
    } else if (dep == REL_DEP_COP && !(has_outer && i < own) &&
               !rel_clause_is_second_copula(s, i)) {
      clause->copula = i;
    } else if (dep == REL_DEP_MARK && clause->marker == REL_NO_TOKEN) {
      clause->marker = i;
    } else if (dep == REL_DEP_EXPL) {
      clause->is_existential = rel_syntax_xpos(s, i) == REL_XPOS_EX;
    }
    has_clause = has_clause || dep == REL_DEP_CCOMP || dep == REL_DEP_XCOMP;
  }
  if (rel_clause_is_to_be(s, head)) {
    clause->copula = REL_NO_TOKEN;
  }
  clause->is_verbal = clause->copula == REL_NO_TOKEN &&
                      rel_syntax_upos(s, head) == REL_UPOS_VERB;
  if (clause->is_verbal) {
    settle_objects(s, clause);
  }

  // "no proof that the dam leaks": a conjunction, not the dam's proof
  if (clause->link == REL_LINK_RELATIVE && clause->marker != REL_NO_TOKEN &&
      rel_syntax_lemma_is(s, clause->marker, "that")) {
    clause->link = REL_LINK_ACL;
  }

  // "the letter Norland sent"
  const uint32_t noun = rel_syntax_head(s, head);
  if (clause->link == REL_LINK_RELATIVE && clause->is_verbal && !has_clause &&
      clause->object == REL_NO_TOKEN && clause->subject != REL_NO_TOKEN &&
      clause->subject != noun && !rel_relative_has_word(s, clause) &&
      rel_relative_can_be_gap(s, noun)) {
    clause->object = noun;
  }
}

static bool
is_passive(const RelSyntax *s, const RelClause *clause)
{
  const uint32_t head = clause->head;

  if (!clause->is_verbal) {
    return false;
  }
  // "officials led by Liu" is one whatever the tagger took "led" for
  if (rel_syntax_child(s, head, REL_DEP_OBL_AGENT) != REL_NO_TOKEN) {
    return true;
  }
  if (rel_syntax_child(s, head, REL_DEP_AUX_PASS) != REL_NO_TOKEN ||
      rel_syntax_child(s, head, REL_DEP_NSUBJ_PASS) != REL_NO_TOKEN) {
    return true;
  }
  // a bare participle: "talks led by Mora"; with a subject it is a mistagged
  // past, and a bare past on a noun a mistagged participle
  const RelXpos xpos = rel_syntax_xpos(s, head);
  const bool is_participle =
      xpos == REL_XPOS_VBN ||
      (xpos == REL_XPOS_VBD && clause->link == REL_LINK_ACL &&
       clause->marker == REL_NO_TOKEN);
  return is_participle &&
         rel_syntax_child(s, head, REL_DEP_AUX) == REL_NO_TOKEN &&
         rel_clause_find_subject(s, head) == REL_NO_TOKEN &&
         clause->link != REL_LINK_CONJ;
}

/// The "by" phrase of a passive; a name behind "by" is one too
static uint32_t
find_agent(const RelSyntax *s, uint32_t head)
{
  uint32_t agent = rel_syntax_child(s, head, REL_DEP_OBL_AGENT);

  for (REL_EACH_CHILD(s, i, head)) {
    if (agent == REL_NO_TOKEN && rel_syntax_dep(s, i) == REL_DEP_OBL &&
        rel_syntax_upos(s, i) == REL_UPOS_PROPN &&
        !rel_relative_is_date(s, i) &&
        rel_syntax_child_lemma(s, i, REL_DEP_CASE, "by") != REL_NO_TOKEN) {
      agent = i;
    }
  }
  return agent;
}

/// Whom does a clause's open complement take as its subject?
static uint32_t
controller(const RelSyntax *s, const RelClause *governor)
{
  // "expects Norway to sign" is Norway's to do, "promised Norway to" is not
  const unsigned flags = governor->governor ? governor->governor->flags : 0U;
  const bool by_subject =
      (flags & REL_GOVERNS_SUBJECT) &&
      (governor->object == REL_NO_TOKEN || (flags & REL_GOVERNS_COMMITTED));

  if (governor->is_passive || governor->copula != REL_NO_TOKEN || by_subject) {
    return governor->subject;
  }
  if (governor->recipient != REL_NO_TOKEN) {
    return governor->recipient;
  }
  if (governor->object != REL_NO_TOKEN && governor->is_verbal) {
    return governor->object;
  }
  // "called on Velia to drop": the oblique before the infinitive
  if (rel_syntax_lemma_is(s, governor->head, "call")) {
    const uint32_t oblique = rel_syntax_child(s, governor->head, REL_DEP_OBL);
    return oblique != REL_NO_TOKEN ? oblique : governor->subject;
  }
  return governor->subject;
}

/// "Ross's intent to cut": the possessor; else whoever the clause is about
static uint32_t
noun_controller(const RelSyntax *s, const RelClause *parent, uint32_t noun)
{
  const uint32_t owner = rel_syntax_child(s, noun, REL_DEP_NMOD_POSS);

  if (owner != REL_NO_TOKEN) {
    return owner;
  }
  return parent ? parent->subject : REL_NO_TOKEN;
}

/// "is going to": a plan, not a way
static bool
is_going_to(const RelSyntax *s, uint32_t i)
{
  return rel_syntax_xpos(s, i) == REL_XPOS_VBG &&
         rel_syntax_lemma_is(s, i, "go") &&
         rel_syntax_child(s, i, REL_DEP_XCOMP) != REL_NO_TOKEN;
}

static uint32_t
borrow_from_noun(const RelSyntax *s, const RelClause *clause,
                 const RelClause *parent)
{
  const uint32_t noun = rel_syntax_head(s, clause->head);
  const RelXpos xpos = rel_syntax_xpos(s, clause->head);
  // "efforts to cut", "the importance of cutting"
  const bool is_complement = clause->marker != REL_NO_TOKEN &&
                             (xpos == REL_XPOS_VB || xpos == REL_XPOS_VBG) &&
                             !rel_clause_is_ranked(s, noun);

  return is_complement ? noun_controller(s, parent, noun) : noun;
}

/// "deals seeking clearance", "fever caused by": the noun right before
static uint32_t
noun_of_participle(const RelSyntax *s, const RelClause *clause)
{
  const uint32_t head = clause->head;

  const RelXpos xpos = rel_syntax_xpos(s, head);
  if ((xpos != REL_XPOS_VBG && xpos != REL_XPOS_VBN) || !head ||
      clause->marker != REL_NO_TOKEN ||
      rel_syntax_upos(s, head - 1U) != REL_UPOS_NOUN) {
    return REL_NO_TOKEN;
  }
  return head - 1U;
}

/// "asked Velia to drop" is an adverbial in newer treebanks, and so are
/// "accused of hiding" and "barred from selling"
static bool
is_content_adverbial(const RelSyntax *s, const RelClause *clause,
                     const RelClause *parent)
{
  static const char *const markers[] = {"from", "of", "to"};

  if (!parent || !parent->governor || clause->marker == REL_NO_TOKEN ||
      rel_syntax_lemma_is(s, parent->head, "use") ||
      !rel_syntax_lemma_among(s, clause->marker, markers,
                              sizeof(markers) / sizeof(*markers))) {
    return false;
  }
  return parent->governor->modality != REL_ACTUAL ||
         (parent->governor->flags & REL_GOVERNS_COMMITTED) ||
         ((parent->governor->flags &
           (REL_GOVERNS_FACT | REL_GOVERNS_NEGATED)) &&
          parent->object != REL_NO_TOKEN);
}

/// ""The talks," Mora said, "ended"": the first of the verb's two subjects
static uint32_t
other_subject(const RelSyntax *s, const RelClause *parent)
{
  if (!parent || !parent->governor ||
      !(parent->governor->flags & REL_GOVERNS_REPORTED)) {
    return REL_NO_TOKEN;
  }
  for (REL_EACH_CHILD(s, i, parent->head)) {
    if (rel_clause_is_subject(rel_syntax_dep(s, i)) && i < parent->subject) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

/// "Kerr, whose father came from Turin, sang" with "sang" below "came": of the
/// verb's two subjects the one that has the father
static uint32_t
subject_of_parent(const RelSyntax *s, const RelClause *parent)
{
  const uint32_t first = rel_syntax_child(s, parent->head, REL_DEP_NSUBJ);
  const bool has_other = first != REL_NO_TOKEN && parent->subject != first &&
                         parent->subject != REL_NO_TOKEN &&
                         rel_clause_has_whose(s, parent->subject);

  return has_other ? first : parent->subject;
}

static uint32_t
borrow_subject(const RelSyntax *s, const RelClause *clause,
               const RelClause *parent)
{
  switch (clause->link) {
  case REL_LINK_XCOMP:
    return parent ? controller(s, parent) : REL_NO_TOKEN;
  case REL_LINK_ADVCL:
    if (noun_of_participle(s, clause) != REL_NO_TOKEN) {
      return noun_of_participle(s, clause);
    }
    return is_content_adverbial(s, clause, parent) ? controller(s, parent)
           : parent ? subject_of_parent(s, parent)
                    : REL_NO_TOKEN;
  case REL_LINK_CONJ:
    return parent ? parent->subject : REL_NO_TOKEN;
  case REL_LINK_CCOMP:
    return other_subject(s, parent);
  case REL_LINK_ACL:
  case REL_LINK_RELATIVE:
    return borrow_from_noun(s, clause, parent);
  default:
    return REL_NO_TOKEN;
  }
}

/// Turn a passive round when its agent is known
static void
turn_round(const RelSyntax *s, RelClause *clause)
{
  if (!clause->is_passive) {
    return;
  }

  const uint32_t agent = find_agent(s, clause->head);
  if (agent != REL_NO_TOKEN) {
    const uint32_t patient = clause->subject;
    clause->subject = rel_relative_resolve(s, clause, agent);
    if (clause->object == REL_NO_TOKEN) {
      clause->object = patient;
    }
    clause->is_passive = false;
  }
}

/// Can the clause of a conjunct take over an object?
static bool
wants_object(const RelClause *clause)
{
  return clause->is_verbal && !clause->is_passive &&
         clause->object == REL_NO_TOKEN;
}

/// "makes and sells pumps": what is shared stands behind the last verb, and
/// hangs on either
static void
share_object(RelClauses *clauses, RelClause *clause)
{
  const RelSyntax *const s = clauses->syntax;
  const uint32_t verb = rel_syntax_head(s, clause->head);
  const uint32_t k =
      verb == REL_NO_TOKEN ? REL_NO_CLAUSE : clauses->of_token[verb];

  if (rel_syntax_dep(s, clause->head) != REL_DEP_CONJ || k == REL_NO_CLAUSE ||
      clauses->items[k].head != verb) {
    return;
  }

  RelClause *const first = &clauses->items[k];
  // nothing but the conjunction may stand between the two verbs
  if (clause->head - first->head > 2U) {
    return;
  }
  if (wants_object(first)) {
    first->object = clause->object;
  } else if (wants_object(clause) && !first->is_passive &&
             first->object != REL_NO_TOKEN && first->object > clause->head) {
    clause->object = first->object;
  }
}

// --------------------------------------------------------------- walking

/**
   "..., the latest move after Norland raised" where the parser made one phrase
   of the words before the verb: the subject is what stands behind "after".
*/
static uint32_t
free_subject(const RelSyntax *s, const RelClause *clause)
{
  static const char *const conjunctions[] = {"after",  "as",    "because",
                                             "before", "since", "until"};
  const uint32_t subject = clause->subject;

  if (clause->link != REL_LINK_ADVCL || subject == REL_NO_TOKEN) {
    return subject;
  }
  const uint32_t first = rel_syntax_first_word(s, subject);
  if (!first || rel_syntax_xpos(s, first - 1U) != REL_XPOS_COMMA) {
    return subject;
  }
  for (REL_EACH_CHILD(s, i, subject)) {
    const uint32_t mark = rel_syntax_child(s, i, REL_DEP_CASE);
    if (rel_syntax_dep(s, i) == REL_DEP_NMOD && i > subject &&
        mark != REL_NO_TOKEN &&
        rel_syntax_lemma_among(s, mark, conjunctions,
                               sizeof(conjunctions) / sizeof(*conjunctions))) {
      return i;
    }
  }
  return subject;
}

/// "..., Mora said" taken for a conjunct: a report without words, no "and"
static bool
is_parenthesis(const RelSyntax *s, const RelClause *clause)
{
  return clause->link == REL_LINK_CONJ && clause->governor &&
         (clause->governor->flags & REL_GOVERNS_REPORTED) &&
         clause->object == REL_NO_TOKEN &&
         rel_clause_find_subject(s, clause->head) != REL_NO_TOKEN &&
         rel_syntax_child(s, clause->head, REL_DEP_CC) == REL_NO_TOKEN &&
         rel_syntax_child(s, clause->head, REL_DEP_CCOMP) == REL_NO_TOKEN;
}

/// "plans to build and sell": the second verb is a complement as the first
static void
join_complement(const RelClauses *clauses, RelClause *clause)
{
  const RelSyntax *const s = clauses->syntax;

  if (clause->link != REL_LINK_CONJ || clause->parent == REL_NO_CLAUSE) {
    return;
  }
  const RelClause *const first = &clauses->items[clause->parent];
  if (first->link != REL_LINK_XCOMP || first->parent == REL_NO_CLAUSE ||
      rel_clause_find_subject(s, clause->head) != REL_NO_TOKEN ||
      rel_syntax_xpos(s, first->head) != rel_syntax_xpos(s, clause->head) ||
      rel_syntax_child(s, clause->head, REL_DEP_AUX) != REL_NO_TOKEN) {
    return;
  }
  clause->link = REL_LINK_XCOMP;
  clause->parent = first->parent;
  clause->marker = first->marker;
}

/**
   "told them that he plans a trip and backed the talks": by its tense the
   second verb stands beside "told", wherever the tree hangs it.

   In the training parts of EWT and GUM such a verb always belongs to the report
   (3 of 3).
*/
static void
leave_content(const RelClauses *clauses, RelClause *clause)
{
  const RelSyntax *const s = clauses->syntax;

  if (clause->link != REL_LINK_CONJ || clause->parent == REL_NO_CLAUSE) {
    return;
  }
  const RelClause *const first = &clauses->items[clause->parent];
  // a participle may share the helper of "has sold and bought"
  const bool is_past = rel_syntax_xpos(s, clause->head) == REL_XPOS_VBD ||
                       (rel_syntax_xpos(s, clause->head) == REL_XPOS_VBN &&
                        rel_syntax_is_present(s, first->head));
  if (!is_past || first->link != REL_LINK_CCOMP ||
      first->parent == REL_NO_CLAUSE) {
    return;
  }
  const RelClause *const report = &clauses->items[first->parent];
  if (report->governor && (report->governor->flags & REL_GOVERNS_REPORTED) &&
      rel_syntax_xpos(s, report->head) == REL_XPOS_VBD &&
      (rel_clause_is_present(s, first->head) ||
       rel_clause_is_to_be(s, first->head)) &&
      rel_clause_find_subject(s, clause->head) == REL_NO_TOKEN &&
      rel_syntax_child(s, clause->head, REL_DEP_AUX) == REL_NO_TOKEN &&
      rel_syntax_child(s, clause->head, REL_DEP_AUX_PASS) == REL_NO_TOKEN) {
    clause->parent = first->parent;
  }
}

/// "The second was not", "so did Portugal": what the clause before says
static void
fill_elided(const RelClause *parent, RelClause *clause)
{
  clause->is_elided = true;
  clause->head = parent->head;
  clause->object = parent->object;
  clause->recipient = parent->recipient;
  clause->copula = parent->copula;
  clause->is_verbal = parent->is_verbal;
  clause->is_passive = parent->is_passive;
  clause->governor = parent->governor;
}

/// A helper alone with a subject, behind a clause that has a verb
static bool
is_elided(const RelSyntax *s, const RelClause *clause)
{
  if (rel_syntax_upos(s, clause->head) != REL_UPOS_AUX ||
      (clause->link != REL_LINK_CONJ && clause->link != REL_LINK_PARATAXIS) ||
      clause->subject == REL_NO_TOKEN) {
    return false;
  }
  for (REL_EACH_CHILD(s, i, clause->head)) {
    if (i > clause->head && i != clause->subject &&
        rel_syntax_relation(s, i) != REL_DEP_PUNCT &&
        rel_syntax_relation(s, i) != REL_DEP_ADVMOD) {
      return false;
    }
  }
  return true;
}

/// "a lawyer who defends miners" behind a copula or as an apposition: the
/// person, not the lawyer
static uint32_t
described(const RelClauses *clauses, const RelClause *clause)
{
  const RelSyntax *const s = clauses->syntax;
  const uint32_t noun = clause->subject;

  if (noun == REL_NO_TOKEN || clause->is_passive ||
      (clause->link != REL_LINK_RELATIVE && clause->link != REL_LINK_ACL)) {
    return noun;
  }
  const uint32_t k = clauses->of_token[noun];
  if (k != REL_NO_CLAUSE && clauses->items[k].head == noun &&
      clauses->items[k].copula != REL_NO_TOKEN &&
      clauses->items[k].subject != REL_NO_TOKEN) {
    return clauses->items[k].subject;
  }
  return rel_syntax_dep(s, noun) == REL_DEP_APPOS &&
                 rel_syntax_upos(s, rel_syntax_head(s, noun)) == REL_UPOS_PROPN
             ? rel_syntax_head(s, noun)
             : noun;
}

static void
fill_clause(RelClauses *clauses, RelClause *clause)
{
  const RelSyntax *const s = clauses->syntax;

  join_complement(clauses, clause);
  leave_content(clauses, clause);
  const RelClause *const parent =
      clause->parent == REL_NO_CLAUSE ? NULL : &clauses->items[clause->parent];

  find_own_arguments(s, clause);
  // "sold the plant to raise cash": no verb that asks somebody to do something
  if (clause->link == REL_LINK_XCOMP && parent && !parent->governor &&
      parent->object != REL_NO_TOKEN && parent->is_verbal &&
      clause->marker != REL_NO_TOKEN &&
      rel_syntax_lemma_is(s, clause->marker, "to")) {
    clause->link = REL_LINK_ADVCL;
  }
  clause->subject = free_subject(s, clause);
  clause->governor = rel_governor_find(is_going_to(s, clause->head)
                                           ? rel_syntax_form(s, clause->head)
                                           : rel_syntax_lemma(s, clause->head),
                                       false);
  clause->is_passive = is_passive(s, clause);
  if (clause->subject == REL_NO_TOKEN) {
    clause->subject = borrow_subject(s, clause, parent);
  }
  // a conjunct of a passive is one too when it has no voice of its own
  if (clause->link == REL_LINK_CONJ && parent &&
      (parent->is_passive || parent->copula != REL_NO_TOKEN) &&
      rel_syntax_xpos(s, clause->head) == REL_XPOS_VBN &&
      clause->object == REL_NO_TOKEN) {
    clause->is_passive = true;
  }
  turn_round(s, clause);
  clause->subject = described(clauses, clause);
  if (parent && is_elided(s, clause)) {
    fill_elided(parent, clause);
  }
  // "were long and difficult": one copula for both
  if (clause->link == REL_LINK_CONJ && clause->copula == REL_NO_TOKEN &&
      !clause->is_verbal && parent && parent->copula != REL_NO_TOKEN) {
    clause->copula = parent->copula;
  }
  if (is_parenthesis(s, clause)) {
    clause->link = REL_LINK_PARATAXIS;
  }
}

static RelClause
new_clause(const RelSyntax *s, uint32_t head, uint32_t parent)
{
  return (RelClause){.head = head,
                     .marks = head,
                     .parent = parent,
                     .link = link_of(s, head),
                     .marker = REL_NO_TOKEN,
                     .subject = REL_NO_TOKEN,
                     .object = REL_NO_TOKEN,
                     .recipient = REL_NO_TOKEN,
                     .copula = REL_NO_TOKEN,
                     .source = REL_NO_TOKEN,
                     .source_verb = REL_NO_TOKEN,
                     .content_of = REL_NO_CLAUSE};
}

/// A coordinated noun that heads no clause: its conjuncts hang on the noun
static RelLink
settle_link(const RelClauses *clauses, const RelClause *clause)
{
  const uint32_t head = rel_syntax_head(clauses->syntax, clause->head);

  if (clause->link == REL_LINK_CONJ && clause->parent != REL_NO_CLAUSE &&
      clauses->items[clause->parent].head != head) {
    return REL_LINK_ACL;
  }
  return clause->link;
}

/// Tokens by depth: the root, its children, theirs
static RelStatus
order_by_depth(RelArena *arena, const RelSyntax *s, uint32_t **order)
{
  uint32_t n = 0;
  uint32_t *const queue = rel_arena_calloc(arena, s->n + 1U, sizeof(uint32_t));

  if (!queue) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < s->n; ++i) {
    if (rel_syntax_head(s, i) == REL_NO_TOKEN) {
      queue[n++] = i;
    }
  }
  for (uint32_t done = 0; done < n; ++done) {
    for (REL_EACH_CHILD(s, i, queue[done])) {
      queue[n++] = i;
    }
  }
  *order = queue;
  return REL_OK;
}

RelStatus
rel_clauses_find(RelArena *arena, const RelSyntax *syntax, uint32_t speaker,
                 uint32_t speaker_verb, RelClauses *clauses)
{
  RelStatus st = REL_OK;
  uint32_t *order = NULL;

  *clauses = (RelClauses){syntax, NULL, 0U, NULL, speaker, speaker_verb};
  REL_TRY(st, order_by_depth(arena, syntax, &order));
  clauses->items = rel_arena_calloc(arena, syntax->n, sizeof(RelClause));
  clauses->of_token = rel_arena_calloc(arena, syntax->n, sizeof(uint32_t));
  if (!clauses->items || !clauses->of_token) {
    return REL_NO_MEMORY;
  }

  for (uint32_t k = 0; k < syntax->n; ++k) {
    const uint32_t i = order[k];
    const uint32_t head = rel_syntax_head(syntax, i);
    const uint32_t outer =
        head == REL_NO_TOKEN ? REL_NO_CLAUSE : clauses->of_token[head];
    clauses->of_token[i] = outer;
    if (heads_clause(syntax, i)) {
      RelClause *const clause = &clauses->items[clauses->n];
      *clause = new_clause(syntax, i, outer);
      clause->link = settle_link(clauses, clause);
      fill_clause(clauses, clause);
      clauses->of_token[i] = clauses->n++;
      share_object(clauses, clause);
    }
  }
  return REL_OK;
}
