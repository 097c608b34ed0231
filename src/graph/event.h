// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_EVENT_H
#define REL_GRAPH_EVENT_H

#include "triple/triple.h"

// What a claim means beside its words: schema/events.ttl and predicates.ttl

/// The words of a claim; the object may be empty
typedef struct {
  RelStr subject;
  RelStr predicate;
  RelStr object;
} RelEventWords;

/**
   The class of event that a claim tells of, such as "Threaten"; or empty.

   The predicate is looked up as it stands, with the head of its object ("impose
   tariffs on steel") or, in the passive, of its subject. What governs an
   infinitive counts ("threaten to impose" is a threat), but for beginning and
   going on. Then prepositions at the end are left out, if the verb's sense does
   not depend on them ("be killed in").
*/
RelStr rel_event_class(const RelEventWords *words);

/// Is there a class of this name that predicates lead to?
bool rel_event_is_class(RelStr name);

/// A property of another vocabulary that says what a claim says
typedef struct {
  RelStr iri;      ///< Empty for none
  bool is_inverse; ///< From the claim's object to its subject
} RelEventProperty;

/// The property that a predicate between things of these kinds has
RelEventProperty rel_event_property(RelStr predicate, RelTermKind subject,
                                    RelTermKind object);

/// May this IRI be the property of some predicate?
bool rel_event_is_property(RelStr iri);

#endif
