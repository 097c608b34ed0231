// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_TOKENIZER_H
#define REL_TEXT_TOKENIZER_H

#include "base/array.h"
#include "text/token.h"

/// Tokens of a document under construction
typedef REL_ARRAY(RelToken) RelTokenList;

/**
   Append the tokens of the paragraph [begin, end) of `content`.

   One pass with bounded look-ahead; forms are views of `content`. The last
   token counts as followed by a blank.
*/
RelStatus rel_tokenize(RelArena *arena, RelStr content, size_t begin,
                       size_t end, RelTokenList *tokens);

#endif
