// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_VERIFY_H
#define REL_TRIPLE_VERIFY_H

#include "base/array.h"
#include "triple/sink.h"

/// Lets through only triples whose evidence stands in the source
typedef struct {
  RelWorld *world;   ///< For messages; not owned
  RelSink next;      ///< Gets the events
  RelArena arena;    ///< Of the open document
  RelStr name;       ///< Of it
  RelStr content;    ///< Its source
  uint32_t *places;  ///< Bytes before every 64th code point
  uint32_t n_places; ///< At least 1 in a document
  uint32_t n_chars;  ///< Code points of the source
  bool has_source;   ///< False: it was read from a graph, and is let pass
} RelVerify;

/// Begin; rel_verify_clear() gives the memory back
void rel_verify_init(RelVerify *verify, RelWorld *world, RelSink next);
void rel_verify_clear(RelVerify *verify);

/**
   The check as a sink.

   A triple's quote must be the source's text between its code points, its
   sentence's text that between the sentence's, and the quote must lie in the
   sentence. #REL_BAD_EVIDENCE with document and number of the triple that is
   not so: what a reader gets as proof is proof.
*/
RelSink rel_verify_sink(RelVerify *verify);

#endif
