// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_STORE_WITHDRAW_H
#define REL_STORE_WITHDRAW_H

#include "store/store.h"

/// A document that was taken out of a store
typedef struct {
  RelStr document; ///< IRI
  RelStr graph;    ///< IRI of where it was; empty for the default graph
} RelWithdrawn;

/// Is told of each; any status but #REL_OK ends the work and comes back
typedef RelStatus (*RelOnWithdrawn)(void *handle,
                                    const RelWithdrawn *withdrawn);

/**
   Take documents out of a store.

   A document's own graph is deleted. In a graph that it shares with others go
   its claims, values and sentences, the plain triples that lose their last
   evidence, entities and relations that nobody else speaks of, and its run if
   that read nothing else. What broke off can be repeated: the document itself
   goes last.

   @param graph The only graph to look in; empty for all.
   @param names IRIs of documents, or URLs that they come from; of `n` names.
*/
RelStatus rel_store_withdraw(RelStore *store, RelStr graph, const RelStr *names,
                             uint32_t n, RelOnWithdrawn on_withdrawn,
                             void *handle);

#endif
