// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_COUNTRY_H
#define REL_MENTION_COUNTRY_H

#include "base/str.h"

/// A country, or a union or part that acts like one
typedef struct {
  const char *code;    ///< ISO 3166-1 alpha-2; X. and SU where it has none
  const char *name;    ///< As newspapers write it: "North Korea"
  const char *demonym; ///< Adjective, "North Korean"; may be empty
  const char *iso;     ///< ISO 3166 code, "KP", "GB-SCT"; "" where it has none
  uint32_t geonames;   ///< Its id at GeoNames, or 0
} RelCountry;

/// How words point to a country
typedef enum {
  REL_COUNTRY_NAME,    ///< "United States", "U.S."
  REL_COUNTRY_DEMONYM, ///< "American"
  REL_COUNTRY_CAPITAL, ///< "Washington"
} RelCountryNameKind;

typedef struct {
  const char *name;
  RelCountryNameKind kind;
  uint16_t country; ///< Index in #rel_countries
} RelCountryName;

extern const RelCountry rel_countries[];
extern const size_t rel_countries_n;
extern const RelCountryName rel_country_names[]; ///< Sorted by byte order
extern const size_t rel_country_names_n;

/**
   Look up a name in its usual spelling, case included.

   A plural of a demonym ("Americans") is found too. Null when unknown.
*/
const RelCountryName *rel_country_find(RelStr name);

#endif
