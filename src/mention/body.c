// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/body.h"

const char *
rel_body_usual(RelStr name)
{
  size_t begin = 0U;
  size_t end = rel_body_names_n;

  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2U;
    const int order =
        rel_str_compare(rel_str(rel_body_names[middle].name), name);

    if (!order) {
      return rel_body_names[middle].usual;
    }
    if (order < 0) {
      begin = middle + 1U;
    } else {
      end = middle;
    }
  }
  return NULL;
}
