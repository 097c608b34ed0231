// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/evidence.h"

#include "model/feature.h"

uint32_t
rel_evidence_of(const RelToken *tokens, size_t n)
{
  uint64_t hash = 0U;

  for (size_t i = 0; i < n; ++i) {
    hash = rel_features_name_key(hash, tokens[i].form);
  }

  const uint32_t key = (uint32_t)(hash ^ hash >> 32U);
  uint32_t from = 0U;
  uint32_t to = rel_evidence_list.n;
  while (from < to) {
    const uint32_t middle = from + (to - from) / 2U;
    if (rel_evidence_list.keys[middle] < key) {
      from = middle + 1U;
    } else {
      to = middle;
    }
  }
  const bool is_known =
      from < rel_evidence_list.n && rel_evidence_list.keys[from] == key;
  return is_known ? rel_evidence_list.classes[from] : 0U;
}
