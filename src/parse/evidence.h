// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_EVIDENCE_H
#define REL_PARSE_EVIDENCE_H

#include "text/token.h"

/**
   What a list says of a name or of a word in one. train/name_types.py reads
   this table, train/gazetteer/evidence.py fills the lists.
*/
#define REL_EVIDENCE_TABLE(ROW)                                                \
  ROW(CALENDAR, "calendar")         /* "May", "Friday" */                      \
  ROW(CITY, "city")                 /* of 100,000 people, and capitals */      \
  ROW(COUNTRY, "country")           /* "France", "the Netherlands" */          \
  ROW(DEMONYM, "demonym")           /* "French", "Dutch" */                    \
  ROW(EVENTWORD, "eventword")       /* "Summit", "Cup" */                      \
  ROW(FAMILY, "family")             /* "Nguyen" */                             \
  ROW(GIVEN, "given")               /* "Maria" */                              \
  ROW(ORGANISATION, "organisation") /* known by name alone: "Reuters" */       \
  ROW(ORGWORD, "orgword")           /* "University", "Inc." */                 \
  ROW(PARTICLE, "particle")         /* "van", "al" */                          \
  ROW(PLACEWORD, "placeword")       /* "River", "Island" */                    \
  ROW(REGION, "region")             /* "Kashmir", "Black Sea", "Texas" */      \
  ROW(ROLE, "role")                 /* "President" */                          \
  ROW(SUFFIX, "suffix")             /* "Jr." */                                \
  ROW(TITLE, "title")               /* "Mrs", "Sir" */                         \
  ROW(TOWN, "town")                 /* of 15,000 people */

#define REL_ENUM_EVIDENCE(name, text) REL_EVIDENCE_##name,

typedef enum {
  REL_EVIDENCE_TABLE(REL_ENUM_EVIDENCE) REL_N_EVIDENCE
} RelNameEvidence;

/**
   The classes of the lists that neighbouring words stand in together, as bits
   by #RelNameEvidence; capitals, blanks and hyphens do not matter.

   Of words in no list, one in a hundred thousand is taken for another.
*/
uint32_t rel_evidence_of(const RelToken *tokens, size_t n);

/// Rows of the list, sorted by key; generated
typedef struct {
  uint32_t n;
  const uint32_t *keys;    ///< Half of rel_features_name_key()
  const uint16_t *classes; ///< Bits by #RelNameEvidence
} RelEvidenceList;

extern const RelEvidenceList rel_evidence_list;

#endif
