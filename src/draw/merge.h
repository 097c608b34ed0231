// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_MERGE_H
#define REL_DRAW_MERGE_H

#include "base/arena.h"
#include "draw/style.h"
#include "graph/graph.h"

/// A statement as part of the picture
typedef struct {
  uint32_t from; ///< Node
  uint32_t to;   ///< Node
  RelLine line;
  uint32_t statement;
  bool is_symmetric; ///< As true the other way round: "meet"
} RelStroke;

/// Statements that one line of the picture stands for
typedef struct {
  uint32_t from; ///< Node
  uint32_t to;   ///< Node
  RelLine line;
  const RelStroke *strokes; ///< In order of statements
  uint32_t n_strokes;
} RelBundle;

typedef struct {
  RelBundle *items; ///< Sorted by their first statement
  uint32_t n;
} RelBundles;

/// How the line of a statement is drawn
RelLine rel_statement_line(const RelStatement *statement);

/// Does the predicate hold in both directions?
bool rel_predicate_is_symmetric(RelStr predicate);

/**
   Bundle strokes that have both ends and the line in common.

   A report of what is also stated counts as stated; a symmetric relation joins
   the direction that its pair of nodes already has. `strokes` is reordered and
   stays in use.
*/
RelStatus rel_merge_strokes(RelArena *arena, const RelStatement *statements,
                            RelStroke *strokes, uint32_t n_strokes,
                            RelBundles *bundles);

#endif
