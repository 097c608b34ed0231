// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_TEE_H
#define REL_TRIPLE_TEE_H

#include "triple/sink.h"

/// One stream for several receivers
typedef struct {
  const RelSink *sinks; ///< Each gets every event, in this order; not owned
  uint32_t n_sinks;
} RelTee;

/// The tee as a sink; the first status but #REL_OK comes back at once
RelSink rel_tee_sink(RelTee *tee);

#endif
