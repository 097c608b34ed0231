// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_DRAFT_H
#define REL_MENTION_DRAFT_H

#include "mention/mention.h"
#include "mention/names.h"
#include "mention/place.h"

/// Which entity a pronoun can stand for
typedef enum {
  REL_PRONOUN_NONE,
  REL_PRONOUN_PERSONAL, ///< "he", "her", "itself"
  REL_PRONOUN_RELATIVE, ///< "who", "which", "that"
  REL_PRONOUN_DEMONSTRATIVE,
  REL_PRONOUN_PAIR,       ///< "both"
  REL_PRONOUN_INDEFINITE, ///< "everyone", "something": nobody in particular
} RelPronounKind;

/// A mention on its way: what goes out, and what linking needs to know
typedef struct {
  RelMention mention; ///< `entity` is set last
  RelTermKind type;   ///< Kind of entity; NONE when unknown
  uint32_t sentence;  ///< Its number
  uint32_t classes;   ///< Bits of #RelWordClass of the head
  uint32_t span;      ///< Its name, or UINT32_MAX
  RelPronounKind pronoun;
  uint8_t person;                ///< Grammatical person of a pronoun, 1 to 3
  bool is_sure;                  ///< Type from a table, a title or the tagger
  bool is_definite;              ///< "the", "this"
  bool is_owned;                 ///< Has a possessor
  bool is_title;                 ///< "Minister" in "Minister Mora"
  bool is_government;            ///< Capital that acts for its country
  bool is_linked;                ///< A sieve found its antecedent
  bool is_part;                  ///< A word that seldom is a mention
  const RelCountryName *country; ///< When it names one
  uint32_t up;                   ///< Union-find: a mention of its entity
} RelDraft;

/// What is known of an entity that is growing; kept at its first mention
typedef struct {
  RelTermKind type;
  bool is_sure;   ///< Type from a table, a title or the tagger
  bool is_plural; ///< Of its first mention that is no pronoun
  RelGender gender;
  uint32_t name; ///< Mention that names it best, or #REL_NO_MENTION
  uint32_t last; ///< Latest mention linked so far, or #REL_NO_MENTION
  uint32_t n;    ///< Mentions
  const RelCountryName *country; ///< When a country, its government, a city
  bool is_government;
  const uint32_t *members; ///< Mentions of the members of a group, or null
  uint32_t n_members;
  RelStr label;              ///< The user's; empty when they gave none
  RelStr same_as;            ///< IRI of the user's actor, or empty
  bool is_known;             ///< It is one of the user's actors
  bool is_fixed;             ///< The user said its type
  const RelPlaceName *place; ///< City or region that it is, or null
} RelCluster;

/// All mentions of a document, sorted by head token
typedef struct {
  const RelLayers *layers;
  bool has_parts; ///< Also words that seldom are mentions
  RelNames names;
  RelDraft *items;
  uint32_t n;
  uint32_t capacity;
  uint32_t *by_head;    ///< Per token: mention, or #REL_NO_MENTION
  RelCluster *clusters; ///< Per mention; valid at the first of an entity
} RelDrafts;

/**
   Find all mentions; nothing is linked yet.

   @param has_parts Also words that seldom are mentions: "steel" in "steel
   imports", "here", "it" in "it rains". What links them must doubt them.
*/
RelStatus rel_drafts_find(const RelLayers *layers, bool has_parts,
                          RelDrafts *drafts);

/// First mention of the entity of `mention`
uint32_t rel_drafts_root(RelDrafts *drafts, uint32_t mention);

/**
   Make `antecedent` and `mention` one entity, which takes the surer type and
   the known gender of both.

   @param rule Name of the step that is sure of it, "name.surname"; a string
   that outlives the layer. It is kept with the antecedent, so that the mentions
   of an entity are a tree: all but one were joined to another one.
*/
void rel_drafts_join(RelDrafts *drafts, uint32_t antecedent, uint32_t mention,
                     const char *rule);

/// Make `mention` an entity of its own; what was joined to it stays with the
/// others
void rel_drafts_split(RelDrafts *drafts, uint32_t mention);

/// What is known of the entity of `mention`
RelCluster *rel_drafts_entity(RelDrafts *drafts, uint32_t mention);

/// Are `a` and `b` one entity?
bool rel_drafts_are_one(RelDrafts *drafts, uint32_t a, uint32_t b);

/// First mention whose head is at or behind `token`
uint32_t rel_drafts_lower(const RelDrafts *drafts, uint32_t token);

#endif
