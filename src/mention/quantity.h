// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_QUANTITY_H
#define REL_MENTION_QUANTITY_H

#include "mention/value_words.h"
#include "triple/value.h"

/**
   Read money, a percentage, a measure or a count: "as much as $150 billion",
   "€3.5m", "10-15%", "1.2 million barrels a day", "some 3,000 people".

   Money has its ISO 4217 code as unit, "$" alone is USD, cents and pence are
   hundredths; a measure has the unit's name in singular, "barrel per day"; what
   is counted has none. Signs and names that several currencies share ("kroner",
   "francs") give nothing without a country.

   @return False if the words are not understood; `value` is then undefined.
*/
bool rel_quantity_read(RelValueWords *words, RelValue *value);

#endif
