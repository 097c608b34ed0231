// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/place.h"

enum {
  USUAL_PEOPLE = 100000, ///< Below, a namesake may be a village's or a person's
  USUAL_SHARE = 70,
  FAMOUS_PEOPLE = 1000000 ///< Such a city goes before its region: "New York"
};

const RelPlaceName *
rel_places_find(RelStr name, uint32_t *n)
{
  size_t begin = 0U;
  size_t end = rel_place_names_n;

  while (begin < end) { // the first that is not before the name
    const size_t middle = begin + (end - begin) / 2U;

    if (rel_str_compare(rel_str(rel_place_names[middle].name), name) < 0) {
      begin = middle + 1U;
    } else {
      end = middle;
    }
  }
  *n = 0U;
  while (begin + *n < rel_place_names_n &&
         rel_str_equal(rel_str(rel_place_names[begin + *n].name), name)) {
    ++*n;
  }
  return *n ? &rel_place_names[begin] : NULL;
}

const RelPlaceName *
rel_place_usual(RelStr name)
{
  uint32_t n = 0U;
  const RelPlaceName *const all = rel_places_find(name, &n);
  const RelPlaceName *region = NULL;
  uint32_t n_regions = 0U;

  for (uint32_t i = 0; i < n; ++i) {
    if (all[i].kind == REL_PLACE_REGION) {
      region = &all[i];
      ++n_regions;
    }
  }
  if (!n) {
    return NULL;
  }
  const uint32_t least = n_regions ? FAMOUS_PEOPLE : USUAL_PEOPLE;
  if (all[0].people >= least && all[0].share >= USUAL_SHARE) {
    return &all[0];
  }
  return n_regions == 1U && all[0].people < USUAL_PEOPLE ? region : NULL;
}
