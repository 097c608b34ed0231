// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_IDENTITY_H
#define REL_MENTION_IDENTITY_H

#include "mention/draft.h"

/**
   Find in the tables which cities and regions the document's places are.

   Of several places with one name that is meant which the name's own region or
   country behind it says ("Paris, Texas"), else the one that newspapers mean by
   the name alone unless the document names another one's country only, else the
   only one in a country or region that the document names. In doubt none is.
   Entities get their `place`; linking has to be over.
*/
RelStatus rel_identities_find(RelDrafts *drafts);

/// GeoNames id of what an entity is by the tables, or 0
uint32_t rel_identity_geonames(const RelCluster *entity, RelTermKind kind);

/// ISO 3166 code of an entity that is a country, or empty
RelStr rel_identity_code(const RelCluster *entity, RelTermKind kind);

/// The capital of a country, "Washington", among the cities; or null
const RelPlaceName *rel_identity_capital(const RelCountryName *capital);

/// The name that a place goes by: "Kyiv" for "Kiev"
RelStr rel_identity_name(const RelPlaceName *place);

/**
   The name that an organisation goes by, where all that the document calls it
   is another one of the table: "United Nations" for "U.N."; or empty.
*/
RelStatus rel_identity_body(const RelDrafts *drafts, const RelCluster *entity,
                            RelStr *name);

/// Does a place need its region or country behind its name: "Paris, Texas"?
bool rel_identity_needs_region(const RelPlaceName *place);

/// Name of the region or country of a place: "Texas"
RelStr rel_identity_region(const RelPlaceName *place);

#endif
