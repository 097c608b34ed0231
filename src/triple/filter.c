// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/filter.h"

static RelStatus
filter_on_event(void *handle, const RelEvent *event)
{
  const RelFilter *const self = handle;
  const bool is_weak = event->kind == REL_EVENT_TRIPLE &&
                       event->triple->confidence < self->min_confidence;

  return is_weak ? REL_OK : rel_sink_event(&self->next, event);
}

RelSink
rel_filter_sink(RelFilter *filter)
{
  return (RelSink){filter, filter_on_event};
}
