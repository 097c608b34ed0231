// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_TRIPLE_H
#define REL_TRIPLE_TRIPLE_H

#include "base/str.h"
#include "base/status.h"
#include "triple/value.h"

/// What a term stands for
typedef enum {
  REL_TERM_NONE,  ///< No object: "the plant was closed"
  REL_TERM_THING, ///< A described thing: "oil product exports"
  REL_TERM_PERSON,
  REL_TERM_ORGANISATION,
  REL_TERM_COUNTRY, ///< Geopolitical entity that acts
  REL_TERM_PLACE,
  REL_TERM_FACILITY, ///< Place that people built: airport, bridge, prison
  REL_TERM_EVENT,    ///< Visit, meeting, investigation
  REL_TERM_WORK,     ///< Product, document, law
  REL_TERM_ROLE,     ///< "US Commerce Secretary"
  REL_TERM_DATE,     ///< Value: a time
  REL_TERM_MONEY,    ///< Value: an amount of money
  REL_TERM_QUANTITY, ///< Value: number, percentage, measure
  REL_TERM_CLAUSE,   ///< Value: the words of what somebody said
  REL_N_TERM_KINDS
} RelTermKind;

/// "person", "organisation", ... for output and maps
const char *rel_term_kind_text(RelTermKind kind);

/// Countries, places and facilities
bool rel_term_is_place(RelTermKind kind);

/// Dates, money, quantities and clauses are values on a fact, never hubs
bool rel_term_is_value(RelTermKind kind);

/// Dates, money and quantities, whose words can have a #RelValue
bool rel_term_is_measured(RelTermKind kind);

/// A subject or object
typedef struct {
  RelTermKind kind;
  RelStr label;      ///< Canonical name or short description, "Wilbur Ross"
  RelStr text;       ///< The words of this mention, "Mr Ross"
  uint32_t namesake; ///< Things of the document before it that have no name and
                     ///< this label: 1 for the second "document"
} RelTerm;

/// Do both stand for the same thing of a document?
bool rel_term_is_same(const RelTerm *a, const RelTerm *b);

typedef enum { REL_POSITIVE, REL_NEGATIVE } RelPolarity;

/// How the text holds the claim; the order is that of strength
typedef enum {
  REL_ACTUAL,
  REL_PLANNED, ///< Plans, decisions about the future
  REL_THREATENED,
  REL_POSSIBLE,    ///< May, could, wishes, demands, duties
  REL_CONDITIONAL, ///< If, unless, would
  REL_ASKED,       ///< Questions
  REL_N_MODALITIES
} RelModality;

const char *rel_modality_text(RelModality modality);

/// What else a fact says: time, place, recipient ...
typedef enum {
  REL_SLOT_TIME,
  REL_SLOT_PLACE,
  REL_SLOT_RECIPIENT,
  REL_SLOT_AMOUNT,
  REL_SLOT_MANNER,
  REL_SLOT_REASON,
  REL_SLOT_OTHER,
  REL_N_SLOT_ROLES
} RelSlotRole;

const char *rel_slot_role_text(RelSlotRole role);

typedef struct {
  RelSlotRole role;
  RelStr marker; ///< Preposition or conjunction, "on"; may be empty
  RelTerm term;
  RelValue value; ///< What the term's words mean, marker included
} RelSlot;

/// Where a triple was read; offsets count from the start of the source
typedef struct {
  uint32_t sentence;       ///< Number in the document, from 1
  uint32_t sentence_begin; ///< Code points
  uint32_t sentence_end;
  RelStr sentence_text; ///< As in the source
  uint32_t begin;       ///< Of the clause, in code points
  uint32_t end;
  RelStr quote; ///< The source's words from `begin` to `end`
} RelEvidence;

/// For whom a triple is
typedef enum {
  REL_VIEW_GRAPH, ///< Entities and lemma predicates
  REL_VIEW_OPEN,  ///< The text's own words, n-ary, lists whole
  REL_VIEW_SPLIT, ///< The text's own words, one object each, lists split
  REL_N_VIEWS
} RelView;

enum { REL_MAX_SLOTS = 8, REL_NO_TRIPLE = 0 };

/// One subject-predicate-object statement read from the text
typedef struct {
  RelView view;
  uint32_t number;  ///< In the document and view, from 1
  RelTerm subject;  ///< Who or what
  RelStr predicate; ///< Lemma form such as "work for"; open view: the words
  RelTerm object;   ///< Whom or what; kind #REL_TERM_NONE when there is none
  RelValue object_value; ///< Of an object that is a value
  RelSlot slots[REL_MAX_SLOTS];
  uint32_t n_slots;
  RelPolarity polarity;
  RelModality modality;
  RelTerm source;       ///< Who says so; kind #REL_TERM_NONE: the newsroom
  RelStr source_verb;   ///< Lemma, "say", "according to"; may be empty
  bool is_accepted;     ///< Somebody's word that was taken as a fact before
  uint32_t content_of;  ///< Number of the claim that it is the content of
  float confidence;     ///< Probability that the text says so, in [0, 1]
  const char *rule;     ///< Name of the rule that made it, "verb.active"
  const uint16_t *cues; ///< What the confidence rests on (cues.h); may be null
  uint32_t n_cues;
  RelEvidence evidence;
} RelTriple;

/// Stated by the newsroom as it is: positive, actual and nobody else's word
bool rel_triple_is_asserted(const RelTriple *triple);

/**
   Factuality in words, "asserted" or parts joined by "+": "threatened",
   "possible+reported:Li Keqiang", "negated".

   @param out Room for `size` bytes; always terminated.
*/
void rel_triple_factuality(const RelTriple *triple, char *out, size_t size);

#endif
