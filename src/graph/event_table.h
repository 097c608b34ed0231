// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_EVENT_TABLE_H
#define REL_GRAPH_EVENT_TABLE_H

#include "triple/triple.h"

// What schema/predicates.ttl says, made by schema/tables.py

/// A predicate, or `predicate|noun`, and the class of what it tells
typedef struct {
  const char *key;
  uint16_t event; ///< In rel_event_names
  bool is_loose;  ///< Counts before a preposition that is no part of it, too
} RelEventRow;

/// A predicate and a property that says the same; rows of one key are together
typedef struct {
  const char *key;
  const char *property;   ///< IRI
  unsigned subject_kinds; ///< Bit 1 << RelTermKind for each kind
  unsigned object_kinds;
  bool is_inverse; ///< The claim's object is the property's subject
} RelPropertyRow;

extern const char *const rel_event_names[];
extern const uint32_t rel_event_n_names;
extern const RelEventRow rel_event_rows[];
extern const RelPropertyRow rel_property_rows[];
extern const uint32_t rel_property_n_rows;

// Open addressing by rel_str_hash() of the key: number of a row + 1, or 0
extern const uint16_t rel_event_slots[];
extern const uint32_t rel_event_n_slots; ///< Power of two
extern const uint16_t rel_property_slots[];
extern const uint32_t rel_property_n_slots;

#endif
