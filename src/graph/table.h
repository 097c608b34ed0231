// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_TABLE_H
#define REL_GRAPH_TABLE_H

#include "graph/graph.h"

#include <stdio.h>

/**
   Print one line a statement: document's name, subject, predicate, object,
   confidence (two digits), factuality, times and amounts as rel_value_text()
   writes them, several parted by "; ". TABs part them, and are blanks inside.
*/
RelStatus rel_graph_write_tsv(const RelGraph *graph, FILE *out);

#endif
