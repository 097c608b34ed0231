// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_AMOUNT_H
#define REL_EXTRACT_AMOUNT_H

#include "extract/reader.h"

/// "tariffs [on] [as much as $150 billion] in [Chinese goods]"; tokens
typedef struct {
  uint32_t preposition;
  uint32_t first; ///< Of the amount
  uint32_t end;
  uint32_t thing_first; ///< What the amount is of
  uint32_t thing_end;
} RelAmount;

/**
   Find an amount of something right behind a noun.

   Reads the words, not the tree: parsers often lose such phrases.
*/
bool rel_amount_find(const RelSyntax *s, uint32_t noun, RelAmount *amount);

/**
   Put the thing into the noun's label and the amount into a slot: "tariffs on
   Chinese goods" with "as much as $150 billion".
*/
RelStatus rel_amount_apply(const RelReader *r, uint32_t noun,
                           const RelAmount *amount, RelTerm *term,
                           RelSlot *slot);

#endif
