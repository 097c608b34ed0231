// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_ENTITIES_H
#define REL_EXTRACT_ENTITIES_H

#include "mention/mention.h"
#include "triple/sink.h"

/// Send an event for each entity of a document, by first mention; what the
/// events point to is made in `arena`
RelStatus rel_entities_send(RelArena *arena, const RelText *text,
                            const RelMentions *mentions, const RelSink *sink);

#endif
