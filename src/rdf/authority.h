// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_AUTHORITY_H
#define REL_RDF_AUTHORITY_H

#include "base/world.h"
#include "triple/triple.h"

/// An actor that a Turtle file describes; valid during the call only
typedef struct {
  RelStr name; ///< skos:prefLabel or rdfs:label
  RelTermKind kind;
  RelStr iri;          ///< owl:sameAs, else its own; http or https, or empty
  const RelStr *names; ///< skos:altLabel and further labels
  uint32_t n_names;
} RelAuthorityActor;

/// Receives actors; any status but #REL_OK ends the reading and comes back
typedef struct {
  void *handle; ///< Owned by whoever made it
  RelStatus (*on_actor)(void *handle, const RelAuthorityActor *actor);
} RelAuthorityReader;

/**
   Read a Turtle file of actors, in the order of their first statements.

   Labels count without a language and in English. The kind comes from the
   classes that we write (schema:Person, relata:Role …); other classes and
   subjects without a label say nothing. Needs libxml2's process-wide state, as
   rel_rdf_write().

   @return #REL_BAD_INPUT with the line of what is no Turtle.
*/
RelStatus rel_authority_read(RelWorld *world, const char *path,
                             const RelAuthorityReader *reader);

#endif
