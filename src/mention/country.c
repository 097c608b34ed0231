// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/country.h"

static const RelCountryName *
find_exact(RelStr name)
{
  size_t begin = 0U;
  size_t end = rel_country_names_n;

  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2U;
    const RelCountryName *const entry = &rel_country_names[middle];
    const int order = rel_str_compare(rel_str(entry->name), name);

    if (!order) {
      return entry;
    }
    if (order < 0) {
      begin = middle + 1U;
    } else {
      end = middle;
    }
  }
  return NULL;
}

const RelCountryName *
rel_country_find(RelStr name)
{
  const RelCountryName *entry = find_exact(name);

  if (!entry && name.len > 4U && name.data[name.len - 1U] == 's') {
    entry = find_exact(rel_str_slice(name, 0U, name.len - 1U));
    if (entry && entry->kind != REL_COUNTRY_DEMONYM) {
      entry = NULL;
    }
  }
  return entry;
}
