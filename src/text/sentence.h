// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_SENTENCE_H
#define REL_TEXT_SENTENCE_H

#include "text/tokenizer.h"

/// Longest sentence of prose: a longer one is cut, so that later rooms may
/// take time and memory that grow faster than a sentence
enum { REL_MAX_SENTENCE_TOKENS = 1000 };

/// Sentences of a document under construction
typedef REL_ARRAY(RelSentence) RelSentenceList;

/**
   Append the sentences of one paragraph: the tokens from `first` on.

   text/boundary.h decides at every gap, in headlines and subheads
   text/ending.h alone. What is longer than
   #REL_MAX_SENTENCE_TOKENS is cut. Code points are left at 0.
*/
RelStatus rel_sentences_split(RelArena *arena, const RelTokenList *tokens,
                              uint32_t first, RelSentence paragraph,
                              RelSentenceList *sentences);

#endif
