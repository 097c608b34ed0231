// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_PLACE_H
#define REL_MENTION_PLACE_H

#include "base/str.h"

enum {
  REL_PLACE_NAME_SIZE = 28, ///< Bytes of the longest name, terminator included
  REL_NO_REGION = 0xFFFF
};

/// A state, province or land that newspapers name behind a city's name
typedef struct {
  const char *iso;   ///< ISO 3166-2 code, "US-TX"
  const char *name;  ///< "Texas"
  uint32_t geonames; ///< Its id at GeoNames
  uint16_t country;  ///< Index in #rel_countries
} RelRegion;

typedef enum { REL_PLACE_CITY, REL_PLACE_REGION } RelPlaceKind;

/// A name of a city or region; a city has as many as there are spellings
typedef struct {
  char name[REL_PLACE_NAME_SIZE];
  uint32_t geonames;
  uint32_t people;  ///< Inhabitants; 0 for a region
  uint16_t country; ///< Index in #rel_countries
  uint16_t region;  ///< Index in #rel_regions, or #REL_NO_REGION
  uint16_t usual;   ///< Index of the name that it goes by
  uint8_t share; ///< Per cent of the people of all cities of that name, small
                 ///< ones that are not in the table included
  uint8_t kind;  ///< #RelPlaceKind
} RelPlaceName;

extern const RelRegion rel_regions[];
extern const size_t rel_regions_n;
/// Sorted by byte order; namesakes by inhabitants, the largest first
extern const RelPlaceName rel_place_names[];
extern const size_t rel_place_names_n;

/**
   All cities and regions of a name, case included; `n` gets their number.

   Cities have at least 15,000 inhabitants, or are capitals.
*/
const RelPlaceName *rel_places_find(RelStr name, uint32_t *n);

/**
   The place that newspapers mean by a name alone, or null: a city with most of
   the inhabitants of all its namesakes, or a region without such a city.
*/
const RelPlaceName *rel_place_usual(RelStr name);

#endif
