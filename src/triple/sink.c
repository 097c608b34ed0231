// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/sink.h"

RelStatus
rel_sink_event(const RelSink *sink, const RelEvent *event)
{
  return sink->on_event(sink->handle, event);
}
