// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_CLEAN_H
#define REL_TEXT_CLEAN_H

#include "text/paragraph.h"
#include "text/token.h"

/**
   Tell an article's content from its furniture.

   Sets the kind of every paragraph, moves the beginning of one behind its
   dateline, and fills title, date, publisher, place and URL of `text` from
   headline, dateline, "A version of this article appeared in ..." and
   copyright lines. Rules are general: none knows a particular paper's words.
*/
RelStatus rel_clean(RelArena *arena, RelParagraphList *paragraphs,
                    RelText *text);

#endif
