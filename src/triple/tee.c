// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/tee.h"

static RelStatus
tee_on_event(void *handle, const RelEvent *event)
{
  const RelTee *const self = handle;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < self->n_sinks; ++i) {
    REL_TRY(st, rel_sink_event(&self->sinks[i], event));
  }
  return st;
}

RelSink
rel_tee_sink(RelTee *tee)
{
  return (RelSink){tee, tee_on_event};
}
