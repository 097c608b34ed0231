// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/currency.h"

const char *
rel_currency_find(RelStr words)
{
  size_t begin = 0U;
  size_t end = rel_currency_names_n;

  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2U;
    const int order =
        rel_str_compare(rel_str(rel_currency_names[middle].words), words);

    if (!order) {
      return rel_currency_names[middle].code;
    }
    if (order < 0) {
      begin = middle + 1U;
    } else {
      end = middle;
    }
  }
  return NULL;
}
