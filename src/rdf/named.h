// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_NAMED_H
#define REL_RDF_NAMED_H

#include "base/str.h"

/// A query of examples/queries; its first line is a comment that says what it
/// asks
typedef struct {
  const char *name; ///< Such as "who-met-whom"
  const char *text;
} RelNamedQuery;

/// All of them, by name
const RelNamedQuery *rel_named_queries(uint32_t *n);

/// The one of that name, or null
const RelNamedQuery *rel_named_query(RelStr name);

#endif
