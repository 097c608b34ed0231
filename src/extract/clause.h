// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_CLAUSE_H
#define REL_EXTRACT_CLAUSE_H

#include "extract/governor.h"
#include "extract/syntax.h"

/// No clause
#define REL_NO_CLAUSE UINT32_MAX

/// How a clause hangs on what it belongs to
typedef enum {
  REL_LINK_ROOT,
  REL_LINK_CONJ,      ///< Coordinated with its parent
  REL_LINK_XCOMP,     ///< Open complement: "plans to cut"
  REL_LINK_CCOMP,     ///< Closed complement: "said that Velia sent"
  REL_LINK_ADVCL,     ///< Adverbial: "if Velia refuses", "to prepare"
  REL_LINK_ACL,       ///< Of a noun: "efforts to cut", "talks led by"
  REL_LINK_RELATIVE,  ///< "which Velia rescued"
  REL_LINK_PARATAXIS, ///< Beside: "..., Mora said"
} RelLink;

/// A predicate with its arguments after control, relatives and passives
typedef struct {
  uint32_t head;   ///< Token of the verb, or of the noun after a copula
  uint32_t marks;  ///< Token that has its helpers and negations
  uint32_t parent; ///< Governing clause, or #REL_NO_CLAUSE
  RelLink link;
  uint32_t marker;     ///< Conjunction or "to", or #REL_NO_TOKEN
  uint32_t subject;    ///< Who; with an agent the passive is turned round
  uint32_t object;     ///< Whom or what, or #REL_NO_TOKEN
  uint32_t recipient;  ///< iobj, or #REL_NO_TOKEN
  uint32_t copula;     ///< Token of "be", or #REL_NO_TOKEN
  bool is_verbal;      ///< A verb heads it, no copula
  bool is_passive;     ///< Passive without agent: the subject undergoes
  bool is_existential; ///< "There is ..."
  bool is_elided;      ///< "Portugal did not": its verb is its parent's
  bool is_raised;      ///< Its only triple is the governor's: "begin to cut"
  bool is_ruled;       ///< Its governor has a row in the algebra
  const RelGovernor *governor; ///< What it does to its contents, or null
  RelPolarity polarity;        ///< Composed from the root down
  RelModality modality;        ///< Composed from the root down
  RelPolarity own_polarity;    ///< Of this clause alone
  uint32_t source;      ///< Document's token: who says so, or #REL_NO_TOKEN
  uint32_t source_verb; ///< Document's token
  uint32_t content_of;  ///< Clause whose content this is, or #REL_NO_CLAUSE
} RelClause;

/// The clauses of one sentence, parents before children
typedef struct {
  const RelSyntax *syntax;
  RelClause *items;
  uint32_t n;
  uint32_t *of_token; ///< Per token: the clause that it stands in
  /// Speaker of the direct speech that the sentence continues, or #REL_NO_TOKEN
  uint32_t speaker;
  uint32_t speaker_verb;
} RelClauses;

/**
   Find the clauses of a sentence with their arguments; the factuality is left
   to rel_factuality_compose().

   @param speaker Document's token of who says the whole sentence (direct speech
   that goes on from another sentence), or #REL_NO_TOKEN.

   Clause types after Quirk et al. (1985) as in Del Corro and Gemulla (2013),
   ClausIE; relations of Universal Dependencies 2.
*/
RelStatus rel_clauses_find(RelArena *arena, const RelSyntax *syntax,
                           uint32_t speaker, uint32_t speaker_verb,
                           RelClauses *clauses);

/// Is the token a noun, name, pronoun or number that can be an argument?
bool rel_clause_is_nominal(const RelSyntax *s, uint32_t i);

/// Has it a preposition of its own? Then it is no object, whatever its relation
bool rel_clause_has_preposition(const RelSyntax *s, uint32_t i);

/**
   Is it a complement before whose words its governor's go: "plan to sign"?

   Not where somebody else is to do it: "urged Velia to sign", whichever kind of
   object Velia was read as.
*/
bool rel_clause_joins_governor(const RelClauses *clauses,
                               const RelClause *clause);

/// Is it "the first" or "the latest" of its kind: "the first to visit Chile"?
bool rel_clause_is_ranked(const RelSyntax *s, uint32_t noun);

/// Is the clause with this head about now or later: "plans", "is", "has sold",
/// "will sign"?
bool rel_clause_is_present(const RelSyntax *s, uint32_t head);

/// "The talks are to begin in May": a plan, and no copula
bool rel_clause_is_to_be(const RelSyntax *s, uint32_t head);

/// Is this word one of those that say no: not, n't, never, hardly, no longer
bool rel_clause_is_negation(const RelSyntax *s, uint32_t i);

/// "The first was close; the second was not" on one tree: a copula behind its
/// predicate that has a subject of its own
bool rel_clause_is_second_copula(const RelSyntax *s, uint32_t i);

/// Is it one of them and does it negate the clause with these marks: "not" in
/// "the first was close; the second was not", wherever it hangs?
bool rel_clause_negates(const RelSyntax *s, uint32_t i, uint32_t marks);

/// Is it a relation of subjects: nsubj, nsubj:pass, nsubj:outer?
bool rel_clause_is_subject(RelDep dep);

/// Has the noun "whose" before it?
bool rel_clause_has_whose(const RelSyntax *s, uint32_t i);

/// The subject; of two side by side ("Minister" and "Lund") the second, and of
/// "Kerr, whose father came" the father
uint32_t rel_clause_find_subject(const RelSyntax *s, uint32_t head);

#endif
