// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_VALUE_WORDS_H
#define REL_MENTION_VALUE_WORDS_H

#include "base/str.h"

/// What the words of a value are read as
typedef enum {
  REL_WORD_END,    ///< Behind the last
  REL_WORD_NUMBER, ///< Digits with at most one point; commas are gone
  REL_WORD_PLAIN,  ///< Letters in lower case, without points: "us", "sept"
  REL_WORD_SIGN,   ///< One character: "$", "%", "-" for all dashes
} RelValueWordKind;

enum { REL_VALUE_WORD_SIZE = 24, REL_MAX_VALUE_WORDS = 32 };

typedef struct {
  char text[REL_VALUE_WORD_SIZE]; ///< Terminated; longer words are cut
  RelValueWordKind kind;
  bool is_glued;   ///< No blank before it
  bool is_capital; ///< All letters are capitals, at least two
} RelValueWord;

/// The words of a value and a place among them; no memory is allocated
typedef struct {
  RelValueWord words[REL_MAX_VALUE_WORDS + 1]; ///< The last is an end
  uint32_t n;
  uint32_t at;
} RelValueWords;

/**
   Cut a text into words: "$3.5m" is "$", "3.5", "m"; "May 3-4" has a sign
   between two numbers.

   @return False if the text has too many words for a value.
*/
bool rel_value_words_scan(RelStr text, RelValueWords *words);

/// The k-th word from the place on; an end if there is none
const RelValueWord *rel_value_word(const RelValueWords *words, uint32_t k);

/// Is the k-th word from the place on this one?
bool rel_value_word_is(const RelValueWords *words, uint32_t k,
                       const char *text);

/// Go past the next word if it is this one
bool rel_value_words_skip(RelValueWords *words, const char *text);

/// Go past the first that follows of phrases such as "up to|until|no later
/// than"
bool rel_value_words_skip_phrase(RelValueWords *words, const char *phrases);

/// A word, or phrases as above, and a number for it
typedef struct {
  const char *word;
  int32_t number;
} RelValueEntry;

/// Go past the first that follows of the phrases of a table; its last entry has
/// none
bool rel_value_words_take(RelValueWords *words, const RelValueEntry *table,
                          int32_t *number);

/// The number of the k-th word in a table; false if it is not there
bool rel_value_word_find(const RelValueWords *words, uint32_t k,
                         const RelValueEntry *table, size_t n, int32_t *number);

#endif
