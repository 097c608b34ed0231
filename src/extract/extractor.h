// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_EXTRACTOR_H
#define REL_EXTRACT_EXTRACTOR_H

#include "mention/mention.h"
#include "triple/sink.h"

/**
   Read the facts of a document and send them to a sink as events:
   the document, its entities, its triples in order of the text, the end.

   @param views Bits (1 << #RelView): which views to send.
*/
RelStatus rel_extract(RelArena *arena, const RelText *text, const RelTree *tree,
                      const RelMentions *mentions, unsigned views,
                      const RelSink *sink);

#endif
