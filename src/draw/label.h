// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_LABEL_H
#define REL_DRAW_LABEL_H

#include "base/buffer.h"

/// How Graphviz will read a text
typedef enum {
  REL_MARKUP_PLAIN, ///< A plain label or a tooltip
  REL_MARKUP_HTML,  ///< Inside a cell of an HTML-like label
  REL_MARKUP_XML,   ///< Inside an element of the SVG that we write ourselves
} RelMarkup;

/**
   Make text fit for one line of a picture, whatever its bytes.

   Bad UTF-8 becomes U+FFFD; control characters, line ends and runs of blanks
   become one blank; U+FFFE and U+FFFF, which XML forbids, go. Longer text is
   cut and ends in "…".

   @param max_chars Most code points of the result; 0 for no limit.
*/
RelStatus rel_label_clean(RelArena *arena, RelStr text, size_t max_chars,
                          RelStr *clean);

/**
   The next line of clean text and, in `offset`, where the one after begins.

   Lines break at blanks and have at most `width` code points; a longer word is
   broken where the line is full. Stop when `offset` is `text.len`.
*/
RelStr rel_label_line(RelStr text, size_t width, size_t *offset);

/// Add clean text so that its markup shows exactly this text
void rel_label_add(RelBuffer *out, RelStr text, RelMarkup markup);

#endif
