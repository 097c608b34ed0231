// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_MENTION_H
#define REL_MENTION_MENTION_H

#include "mention/guide.h"
#include "parse/tree.h"
#include "triple/triple.h"

/// Which word of grammar a pronoun or noun is, for agreement
typedef enum {
  REL_GENDER_UNKNOWN,
  REL_GENDER_MASCULINE,
  REL_GENDER_FEMININE,
  REL_GENDER_NEUTER, ///< Not a person
} RelGender;

/// What kind of words a mention is
typedef enum {
  REL_MENTION_NAME,      ///< "Mr Ross", "the United States"
  REL_MENTION_NOMINAL,   ///< "the minister", "oil product exports"
  REL_MENTION_PRONOUN,   ///< "he", "its", "both"
  REL_MENTION_ADJECTIVE, ///< Demonym: "Chinese" in "Chinese officials"
} RelMentionKind;

/// No mention, no entity
#define REL_NO_MENTION UINT32_MAX
#define REL_NO_ENTITY  UINT32_MAX

/// Words that refer to something; tokens [first, first + n)
typedef struct {
  uint32_t
      first; ///< Token of the document: the name or phrase, without article
  uint32_t n;
  uint32_t head; ///< Token that the tree attaches it by
  RelMentionKind kind;
  bool is_plural;
  RelGender gender;
  bool is_relative;    ///< "who", "which" of a relative clause
  uint32_t entity;     ///< Index of its entity
  uint32_t antecedent; ///< Mention that it was joined to; or #REL_NO_MENTION
  const char *rule;    ///< By which step, "name.surname"; or null
} RelMention;

/// One thing that the document speaks of
typedef struct {
  RelTermKind kind;
  RelStr label;      ///< Best full name: "Wilbur Ross", "United States"
  uint32_t namesake; ///< Entities before it that have no name and this label
  RelStr same_as;    ///< Its IRI in the user's list or at GeoNames, or empty
  RelStr code;       ///< ISO 3166 code of a country, or empty
  uint32_t first_mention;
  uint32_t n_mentions;
  const uint32_t *members; ///< Entities of "both sides", "the two"; or null
  uint32_t n_members;
} RelEntity;

/// The mention layer; everything lives in the document's arena
typedef struct {
  RelMention *mentions; ///< Sorted by head token
  uint32_t n_mentions;
  RelEntity *entities; ///< By first mention
  uint32_t n_entities;
  uint32_t *by_head; ///< Per token: mention with this head, or #REL_NO_MENTION
} RelMentions;

/// How a document's mentions become entities
typedef struct {
  RelGuide *guide;   ///< What the user knows better, applied last; it remembers
                     ///< what it found, labels may point into it; or null
  bool joins_likely; ///< Join also what is likely one, not only what is sure
} RelMentionOptions;

/**
   Find mentions and make one entity per actor.

   Names, courtesy titles, surnames after full names, acronyms, pronouns with an
   obvious antecedent, demonyms and capitals. Offsets stay, text is never
   rewritten. Below certainty it rather splits than joins.

   @param options Null for no guide and sure joins only.
   @return #REL_BAD_INPUT when a correction fits several entities.
*/
RelStatus rel_mentions_find(RelArena *arena, const RelText *text,
                            const RelTree *tree,
                            const RelMentionOptions *options,
                            RelMentions *mentions);

#endif
