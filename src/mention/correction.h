// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_CORRECTION_H
#define REL_MENTION_CORRECTION_H

#include "base/array.h"
#include "base/intern.h"
#include "mention/draft.h"
#include "mention/guide.h"

typedef enum {
  REL_CORRECT_MERGE,
  REL_CORRECT_SPLIT,
  REL_CORRECT_RENAME,
  REL_CORRECT_TYPE,
} RelCorrectionKind;

/// Words of a corrections file
typedef struct {
  RelStr words;    ///< A name, or the words to split off; may be empty
  RelPlace place;  ///< In the corrections file
  uint32_t line;   ///< Of the mention in the document that is meant; 0: any
  uint32_t column; ///< In code points
  bool is_found;   ///< A document has it
} RelCorrectionName;

/// One line of a corrections file
typedef struct {
  RelCorrectionKind kind;
  RelCorrectionName name;
  RelCorrectionName value; ///< Behind the `=`
  RelTermKind type;        ///< For #REL_CORRECT_TYPE
} RelCorrection;

/// A name of a known actor
typedef struct {
  uint32_t actor;
  uint32_t next; ///< Index + 1 of another actor with that name, or 0
} RelKnownName;

struct RelGuideImpl {
  RelWorld *world;
  RelArena arena;
  REL_ARRAY(RelCorrection) corrections;
  REL_ARRAY(RelKnownActor) actors;
  RelIntern keys;             ///< Names in one spelling
  REL_ARRAY(uint32_t) latest; ///< Per key: index + 1 of its latest name
  REL_ARRAY(RelKnownName) names;
};

/// The kind with this name that an entity can have, or #REL_TERM_NONE
RelTermKind rel_guide_kind(RelStr word);

/// What a message says that a kind should have been
extern const char rel_guide_kinds[];

/// A name in one spelling: small ASCII letters, no dots, hyphens as blanks,
/// one blank between words, no "the" in front; in `arena`
RelStatus rel_guide_key(RelArena *arena, RelStr name, RelStr *key);

/// Index + 1 of the latest known name with this key, or 0
uint32_t rel_guide_find(const RelGuide *guide, RelStr key);

/// Apply all that the guide knows to a document whose mentions are linked
RelStatus rel_guide_apply(RelGuide *guide, RelDrafts *drafts);

#endif
