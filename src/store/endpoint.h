// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_STORE_ENDPOINT_H
#define REL_STORE_ENDPOINT_H

#include "base/arena.h"

/// What a URL of a store is for
typedef enum { REL_ENDPOINT_QUERY, REL_ENDPOINT_UPDATE } RelEndpointUse;

/**
   The URL of queries or updates that goes with one of the Graph Store Protocol.

   @param has_user Virtuoso has other URLs for those who log in.
   @param derived Empty where the URL is of no store that is known.
*/
RelStatus rel_endpoint_derive(RelArena *arena, RelStr url, RelEndpointUse use,
                              bool has_user, RelStr *derived);

#endif
