// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_WORDS_H
#define REL_DRAW_WORDS_H

#include "draw/plan.h"

/// The HTML-like label of a card: name, role, place, word of its kind; or the
/// names of all that share it
RelStatus rel_words_node(RelArena *arena, const RelPlan *plan,
                         const RelPlanNode *node, RelLook look, RelStr *html);

/**
   The HTML-like label of a line: up to four predicates, each with its amount,
   its time or how often it is told, and, where it is somebody's word, who says
   so.

   Always a table: Graphviz takes a bare HTML-like label and a plain text with
   the same letters for one, and the table's padding keeps words off the line.
*/
RelStatus rel_words_edge(RelArena *arena, const RelPlan *plan,
                         const RelPlanEdge *edge, RelStr *html);

/// The words of one predicate of a line: "impose tariffs (15%, on Monday)"
RelStatus rel_words_label(RelArena *arena, const RelPlanLabel *label,
                          RelStr *text);

/// The name by which others are quoted: "Li" for Li Keqiang, where known
RelStr rel_words_short_name(const RelNode *node);

/// Lines of a node from which its card is larger, and larger still
enum { REL_HUB_DEGREE = 6, REL_GREAT_HUB_DEGREE = 10 };

#endif
