// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_SPELLING_H
#define REL_GRAPH_SPELLING_H

#include "base/arena.h"
#include "triple/triple.h"

/**
   The one spelling of a name that its key is made from, so that documents that
   spell it differently mean one node.

   Composed and decomposed letters, curly and straight apostrophes, dashes of
   all lengths, no-break and zero-width blanks are the same; points count only
   between digits ("U.N." is "UN"). In names, words begin with a capital but
   for small ones inside ("of", "the", "van"); words of four and more capitals
   keep the first ("NATO", "Nato"); "Al ", "al " and "Al-" are "al-" but at the
   start of a person's name. What has no capital is no name, nor is a thing
   that begins with a small letter.

   It depends on nothing but kind and label.
*/
RelStatus rel_spelling(RelArena *arena, RelTermKind kind, RelStr label,
                       RelStr *spelling);

#endif
