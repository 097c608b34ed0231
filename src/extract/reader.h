// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_READER_H
#define REL_EXTRACT_READER_H

#include "extract/clause.h"
#include "extract/extractor.h"
#include "extract/words.h"
#include "mention/mention.h"
#include "mention/value.h"
#include "triple/sink.h"

/// What a document's times are counted from (times.c)
typedef struct {
  RelTimeContext context; ///< For the sentence in hand
  uint32_t sentence;      ///< Number of the sentence that it is for
  RelDate last;           ///< Time named last
  uint32_t last_sentence; ///< Where
} RelTimes;

/// What the rules work on: one document, one sentence at a time
typedef struct {
  RelArena *arena;
  const RelText *text;
  const RelTree *tree;
  const RelMentions *mentions;
  unsigned views;
  const RelSink *sink;
  const RelSyntax *syntax;   ///< Of the sentence in hand
  const RelClauses *clauses; ///< Of the sentence in hand
  uint32_t sentence;         ///< Its number, from 0
  uint32_t *claims;          ///< Per clause: number of its first triple, or 0
  uint32_t n_triples[REL_N_VIEWS]; ///< Sent so far, per view
  RelExplain *explain;             ///< The triple to explain; or null
  RelTimes times;
} RelReader;

/// A fact in the making, by tokens of the sentence
typedef struct {
  const char *rule;
  uint32_t token;      ///< The word that carries it
  uint32_t clause;     ///< Whose factuality, or #REL_NO_CLAUSE
  uint32_t subject;    ///< Token
  uint32_t object;     ///< Token, or #REL_NO_TOKEN
  RelStr predicate;    ///< Lemma form
  RelTerm object_term; ///< When `object` is none: words, role; or kind none
  RelPolarity polarity;
  RelModality modality;
  bool is_own_word;    ///< Not under the clause's source
  bool is_single;      ///< Holds of this subject, not of its conjuncts
  uint32_t content_of; ///< Number of the outer claim, or 0
  const RelSlot *slots;
  uint32_t n_slots;
} RelFact;

/// A fact with the clause's factuality and no object
RelFact rel_fact(const RelReader *r, const char *rule, uint32_t token,
                 uint32_t clause);

/**
   Send a fact as triples of the graph: one for each pair of coordinated
   subjects and objects, members in place of groups.

   Facts with an unresolved pronoun are dropped.

   @param number Output: number of the first triple, or 0 when none was sent.
*/
RelStatus rel_fact_send(RelReader *r, const RelFact *fact, uint32_t *number);

/// Who says what a clause says, and with which verb
RelStatus rel_reader_source(RelReader *r, uint32_t clause, RelTriple *triple);

/// The term of a token: its entity, or its words
RelStatus rel_reader_term(RelReader *r, uint32_t token, RelTerm *term);

/// The mention with this head, or null
const RelMention *rel_reader_mention(const RelReader *r, uint32_t token);

/// The mention's entity, or null; the mention may be null too
const RelEntity *rel_reader_entity(const RelReader *r,
                                   const RelMention *mention);

/// The source's words of a mention
RelStr rel_reader_mention_text(const RelReader *r, const RelMention *mention);

/// Kind of the entity with this head; #REL_TERM_THING when it has none
RelTermKind rel_reader_kind(const RelReader *r, uint32_t token);

/**
   The city that a country at the end of a list belongs to: "Ayr, Bel and Porto,
   Portugal" where the parser takes all four as members; or #REL_NO_TOKEN.
*/
uint32_t rel_reader_place_around(const RelReader *r, uint32_t i);

/**
   The name that a noun describes although the parser hung it elsewhere: "met
   Ruiz and Lund, an adviser to Okafor" with the adviser as one more object.
*/
uint32_t rel_reader_described_name(const RelReader *r, uint32_t i);

/// Is the token the head of a name?
bool rel_reader_is_name(const RelReader *r, uint32_t token);

/// Fill in sentence, clause span and quote for tokens [first, last]
void rel_reader_evidence(const RelReader *r, uint32_t first, uint32_t last,
                         RelEvidence *evidence);

/// Facts of the clauses' verbs and copulas (verbal.c)
RelStatus rel_read_clauses(RelReader *r);

/// Facts of titles, appositions, compounds, events (nominal.c)
RelStatus rel_read_nominals(RelReader *r);

/// The open view of the clauses (open.c)
RelStatus rel_read_open(RelReader *r);

#endif
