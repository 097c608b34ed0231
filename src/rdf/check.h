// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_CHECK_H
#define REL_RDF_CHECK_H

#include "base/world.h"

/// How to check, and who hears of what is wrong; zeros are the usual values
typedef struct {
  const char *syntax; ///< turtle, ntriples, nquads, trig or rdfxml; null: by
                      ///< the path's ending
  /// Asserted claims may be the words of others, as --accept-reported writes
  bool accepts_reported;
  bool
      has_no_claims; ///< As --provenance none writes: plain triples stand alone
  void *handle;      ///< For `on_violation`
  /// One violation: "expected ..., not ..."; both valid during the call only
  void (*on_violation)(void *handle, RelPlace place, const char *words);
} RelCheckOptions;

/// What a graph holds
typedef struct {
  uint64_t n_statements;
  uint64_t n_claims;
  uint64_t n_asserted; ///< Claims that are asserted
  uint64_t n_violations;
} RelCheckCount;

/**
   Does a file hold a graph as relata writes it?

   The rules are those of schema/shapes.ttl, and that plain relations stand
   where, and only where, an asserted claim has that subject, predicate and
   object. All named graphs of a file count as one. Other properties and
   classes may be there and are let be. What is wrong with one statement is
   heard of at once, what only the whole shows at the end, with the line of the
   first statement about its subject.

   Memory: about 150 bytes for each subject that our words speak of, 16 for each
   plain relation, and each of their IRIs once; beside that what rel_rdf_parse()
   needs.

   @param path "-" is standard input, as Turtle unless a syntax is given.
   @return #REL_OK also for a graph with violations: see `count`.
   #REL_BAD_INPUT for a file that is not in its syntax.
*/
RelStatus rel_rdf_check(RelWorld *world, const char *path,
                        const RelCheckOptions *options, RelCheckCount *count);

#endif
