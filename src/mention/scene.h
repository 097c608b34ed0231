// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_SCENE_H
#define REL_MENTION_SCENE_H

#include "mention/profile.h"

enum { REL_MAX_PAIRS = 64 }; ///< Candidates of one mention

/// A document while its mentions are linked from left to right
typedef struct {
  RelDrafts *drafts;
  bool is_careful; ///< Antecedents of pronouns must fit in every respect
  RelProfiles profiles;
  uint32_t *shown;  ///< Per entity: latest mention that is no pronoun, or none
  uint32_t *said;   ///< Per entity: bits of the #RelKind of its pronouns so far
  uint32_t *before; ///< Per mention: the one before it with its head word
  uint32_t *n_before; ///< Per mention: how many there are
  uint32_t *n_alike;  ///< Per mention: those before it with the same words
  uint32_t *n_words;  ///< Per word: mentions with this head in the document
  uint32_t *rank; ///< Per entity: its place among those that a mention passed
} RelScene;

/// An earlier mention that may be the same entity
typedef struct {
  uint32_t mention;
  uint32_t root;     ///< First mention of its entity
  uint32_t n_passed; ///< Different entities among the nearer candidates
  bool fits;   ///< It agrees with the mention, a pronoun: rel_candidate_fits()
  bool is_top; ///< No other candidate's entity has more mentions
} RelPair;

/// Look at a document whose mentions are found, and linked as far as sure
RelStatus rel_scene_init(RelScene *scene, RelDrafts *drafts);

/// Now that what is before it is linked, go past a mention
void rel_scene_pass(RelScene *scene, uint32_t mention);

/**
   The earlier mentions that may be the same entity, nearest first.

   @param pairs Room for #REL_MAX_PAIRS.
   @return How many there are.
*/
uint32_t rel_pairs_find(RelScene *scene, uint32_t mention, RelPair *pairs);

#endif
