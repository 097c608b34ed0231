// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_PRONOUN_H
#define REL_MENTION_PRONOUN_H

#include "mention/draft.h"

/// What the grammar says of a pronoun
typedef struct {
  const char *form; ///< In lower case
  RelPronounKind kind;
  uint8_t person; ///< 1 to 3; 0 when none
  bool is_plural;
  RelGender gender;
} RelPronoun;

/// Find a pronoun by its form, case ignored; null for other words
const RelPronoun *rel_pronoun_find(RelStr form);

#endif
