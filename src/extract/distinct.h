// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_DISTINCT_H
#define REL_EXTRACT_DISTINCT_H

#include "base/arena.h"
#include "triple/sink.h"

/**
   Keeps the open view's triples of one sentence, and sends those that no other
   one contains.

   A triple is contained in one of the same predicate when subject, object with
   slots, and whole are made of that one's words; of two that say the same the
   more confident stays. Triples are numbered anew.
*/
typedef struct {
  RelSink next;      ///< Gets what is left, on rel_distinct_send()
  RelArena *arena;   ///< Of the sentence; not owned
  RelTriple *items;  ///< Copies
  uint32_t n;        ///< So far
  uint32_t capacity; ///< Of `items`
} RelDistinct;

RelDistinct rel_distinct(RelArena *arena, const RelSink *next);

/// The keeper as a sink: events other than the open view's triples pass
RelSink rel_distinct_sink(RelDistinct *distinct);

/// Send what is left, numbered on from `*number`, which grows
RelStatus rel_distinct_send(RelDistinct *distinct, uint32_t *number);

#endif
