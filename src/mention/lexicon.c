// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/lexicon.h"

enum { MAX_WORD = 32 };

/// Lower case of ASCII and of Latin-1's letters in UTF-8
static RelStr
fold_word(RelStr word, char *buffer)
{
  for (size_t i = 0; i < word.len; ++i) {
    const char c = word.data[i];
    const bool is_upper = c >= 'A' && c <= 'Z';
    const unsigned char byte = (unsigned char)c;
    const bool is_latin = i && (unsigned char)word.data[i - 1U] == 0xC3U &&
                          byte >= 0x80U && byte <= 0x9EU && byte != 0x97U;

    buffer[i] = (is_upper || is_latin) ? (char)(c + 0x20) : c;
  }
  return (RelStr){buffer, word.len};
}

static uint32_t
find_classes(const RelLexeme *table, size_t n, RelStr word)
{
  char buffer[MAX_WORD];
  size_t begin = 0U;
  size_t end = n;

  if (!word.len || word.len > sizeof(buffer)) {
    return 0U;
  }

  const RelStr key = fold_word(word, buffer);
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2U;
    const int order = rel_str_compare(rel_str(table[middle].word), key);

    if (!order) {
      return table[middle].classes;
    }
    if (order < 0) {
      begin = middle + 1U;
    } else {
      end = middle;
    }
  }
  return 0U;
}

uint32_t
rel_word_classes(RelStr word)
{
  return find_classes(rel_words, rel_words_n, word);
}

uint32_t
rel_given_classes(RelStr word)
{
  return find_classes(rel_given, rel_given_n, word);
}
