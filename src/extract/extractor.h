// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_EXTRACTOR_H
#define REL_EXTRACT_EXTRACTOR_H

#include "mention/mention.h"
#include "triple/sink.h"

#include <stdio.h>

/**
   Read the facts of a document and send them to a sink as events:
   the document, its entities, its triples in order of the text, the end.

   @param views Bits (1 << #RelView): which views to send.
*/
RelStatus rel_extract(RelArena *arena, const RelText *text, const RelTree *tree,
                      const RelMentions *mentions, unsigned views,
                      const RelSink *sink);

/// Which triple of the graph view to explain, and where
typedef struct {
  FILE *out;          ///< Not owned
  uint32_t number;    ///< In the document, from 1
  uint32_t n_triples; ///< Output: how many the document has
  bool is_found;      ///< Output
} RelExplain;

/// Read the facts of a document and print how one of them came about
RelStatus rel_extract_explained(RelArena *arena, const RelText *text,
                                const RelTree *tree,
                                const RelMentions *mentions,
                                RelExplain *explain);

#endif
