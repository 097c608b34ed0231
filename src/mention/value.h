// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_VALUE_H
#define REL_MENTION_VALUE_H

#include "mention/date.h"
#include "triple/triple.h"

/**
   Read the value of words: for #REL_TERM_DATE a time, or how long something
   takes ("three weeks", a quantity), else an amount.

   No memory is allocated, no locale is asked, numbers are exact.

   @param marker The preposition before the words, "by", "until"; may be empty.
   @param text The words, "the end of 2020".
   @return False with kind #REL_VALUE_NONE where the words are not understood,
   or need a day that `context` does not have.
*/
bool rel_value_read(RelTermKind kind, RelStr marker, RelStr text,
                    const RelTimeContext *context, RelValue *value);

/**
   The time that a value names as a day, month or year to count from; none for
   intervals and amounts.
*/
RelDate rel_value_anchor(const RelValue *value);

#endif
