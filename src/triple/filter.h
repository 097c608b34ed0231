// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_FILTER_H
#define REL_TRIPLE_FILTER_H

#include "triple/sink.h"

/// Lets through what is probable enough
typedef struct {
  RelSink next;         ///< Gets the events that pass
  float min_confidence; ///< Triples below it are dropped, other events pass
} RelFilter;

/// The filter as a sink; a dropped claim's content may still pass
RelSink rel_filter_sink(RelFilter *filter);

#endif
