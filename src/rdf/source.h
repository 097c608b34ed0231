// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_SOURCE_H
#define REL_RDF_SOURCE_H

#include "rdf/memory.h"

// librasqal's and libraptor2's own
struct rasqal_world_s;
struct rasqal_literal_s;
struct raptor_world_s;

/**
   What rasqal asks for triples: our memory of a graph.

   Rasqal's own source walks all triples for each pattern; this one looks them
   up, so that a join costs what it finds.
*/
typedef struct {
  RelMemory *memory;             ///< Not owned
  struct rasqal_world_s *rasqal; ///< Not owned
  struct raptor_world_s *raptor; ///< Not owned
  struct rasqal_literal_s *
      *literals;    ///< By number of term, made when first needed
  uint32_t *slots;  ///< Numbers + 1 of literals by their address, or 0
  uint32_t n_slots; ///< Power of two
  double deadline;  ///< Seconds of the monotonic clock; then triples end
  uint32_t n_steps; ///< Triples looked at since the last look at the clock
  bool is_late;     ///< The deadline has passed
  bool is_out_of_memory;
} RelSource;

/// Be what a rasqal world asks; `seconds` from now on
RelStatus rel_source_open(RelSource *source, struct rasqal_world_s *rasqal,
                          RelMemory *memory, double seconds);

/// Give the literals back, before their world is freed
void rel_source_close(RelSource *source);

/// The value of a literal as a term; its strings live as long as the literal.
/// Null is #REL_PARSED_NOTHING
RelParsedTerm rel_source_term(struct rasqal_literal_s *literal);

#endif
