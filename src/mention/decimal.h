// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_DECIMAL_H
#define REL_MENTION_DECIMAL_H

#include "mention/value_words.h"
#include "triple/value.h"

/// An exact number: `digits` times ten to the `exponent`
typedef struct {
  uint64_t digits;
  int32_t exponent;
} RelDecimal;

/**
   Read a number from words: "3.5", "3.5 million", "3.5m", "two hundred and
   fifty thousand", "half a million", "a dozen", "two and a half", "5 1/2".

   @return False, with the place unmoved, if there is none or it has more than
   18 digits.
*/
bool rel_decimal_read(RelValueWords *words, RelDecimal *number);

/// Multiply by "thousand", "million", "bn" and the like if they follow
bool rel_decimal_read_scale(RelValueWords *words, RelDecimal *number);

/// As a whole number from 0 to 10^9; -1 if it is not
int32_t rel_decimal_whole(RelDecimal number);

/// "3500000", "0.25": no sign, no needless zeros
void rel_decimal_text(RelDecimal number, char out[REL_DECIMAL_SIZE]);

#endif
