// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_SINK_H
#define REL_TRIPLE_SINK_H

#include "triple/event.h"

/// Receives events; any status but #REL_OK stops the stream and comes back
typedef struct {
  void *handle; ///< Owned by whoever made the sink
  RelStatus (*on_event)(void *handle, const RelEvent *event);
} RelSink;

/// Hand an event to a sink
RelStatus rel_sink_event(const RelSink *sink, const RelEvent *event);

#endif
