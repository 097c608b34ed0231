// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_NODES_H
#define REL_GRAPH_NODES_H

#include "base/arena.h"
#include "graph/statement.h"

/// Nodes, sorted by key
typedef struct {
  RelNode *items;
  uint32_t n;
} RelNodes;

/**
   Make nodes of `n` appearances, whose `node` is set.

   Those with the same key are one node. It has the kind and the label with most
   mentions (a thing is whatever else has its name), all other labels and names,
   and of several IRIs the first by bytes. None of it depends on the order of
   the appearances, nor do nodes that are joined in steps lose anything but the
   counts of kinds and labels that did not win.
*/
RelStatus rel_nodes_make(RelArena *arena, RelAppearance *appearances,
                         uint32_t n, RelNodes *nodes);

#endif
