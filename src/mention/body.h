// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_BODY_H
#define REL_MENTION_BODY_H

#include "base/str.h"

/// A name of an international or public body and the one that it goes by
typedef struct {
  const char *name;  ///< "U.N."
  const char *usual; ///< "United Nations"
} RelBodyName;

extern const RelBodyName rel_body_names[]; ///< Sorted by byte order
extern const size_t rel_body_names_n;

/// The name that a body goes by, or null for a name that is not in the table
const char *rel_body_usual(RelStr name);

#endif
