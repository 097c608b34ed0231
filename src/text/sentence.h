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

   A sentence ends at a full stop, question or exclamation mark with the
   closing quotes and brackets behind it, when what follows looks like a
   beginning; an abbreviation ends one only before a word that mostly begins
   sentences ("the U.S. The"). Code points are left at 0.
*/
RelStatus rel_sentences_split(RelArena *arena, const RelTokenList *tokens,
                              uint32_t first, RelSentence paragraph,
                              RelSentenceList *sentences);

#endif
