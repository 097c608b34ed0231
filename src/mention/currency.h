// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_CURRENCY_H
#define REL_MENTION_CURRENCY_H

#include "base/str.h"

/// A country's currency by the country's name: "norwegian kroner"
typedef struct {
  const char *words; ///< In small letters, without points and marks
  char code[4];      ///< ISO 4217
} RelCurrencyName;

extern const RelCurrencyName rel_currency_names[]; ///< Sorted by byte order
extern const size_t rel_currency_names_n;

/// ISO 4217 code of a country's currency, or null
const char *rel_currency_find(RelStr words);

#endif
