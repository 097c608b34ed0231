// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/value_words.h"

#include <string.h>

static bool
is_digit(RelStr text, size_t i)
{
  return i < text.len && text.data[i] >= '0' && text.data[i] <= '9';
}

static bool
is_letter(RelStr text, size_t i)
{
  const char low = (char)(i < text.len ? (text.data[i] | 0x20) : 0);

  return low >= 'a' && low <= 'z';
}

static void
add_char(RelValueWord *word, size_t *len, char c)
{
  if (*len + 1U < sizeof(word->text)) {
    word->text[(*len)++] = c;
  }
}

/// Digits, with commas between groups of three and one point inside
static size_t
scan_number(RelStr text, size_t i, RelValueWord *word)
{
  size_t len = 0;
  bool has_point = false;

  word->kind = REL_WORD_NUMBER;
  for (; i < text.len; ++i) {
    const bool is_comma = text.data[i] == ',' && is_digit(text, i + 1U) &&
                          is_digit(text, i + 2U) && is_digit(text, i + 3U) &&
                          !is_digit(text, i + 4U) && !has_point;
    const bool is_point =
        text.data[i] == '.' && is_digit(text, i + 1U) && !has_point;
    if (is_digit(text, i) || is_point) {
      add_char(word, &len, text.data[i]);
    } else if (!is_comma) {
      break;
    }
    has_point = has_point || is_point;
  }
  return i;
}

/// Letters; points inside and behind are dropped: "U.S.", "Sept."
static size_t
scan_word(RelStr text, size_t i, RelValueWord *word)
{
  size_t len = 0;
  bool is_capital = true;

  word->kind = REL_WORD_PLAIN;
  for (; i < text.len; ++i) {
    if (is_letter(text, i)) {
      add_char(word, &len, (char)(text.data[i] | 0x20));
      is_capital = is_capital && text.data[i] <= 'Z';
    } else if (text.data[i] != '.') {
      break;
    }
  }
  word->is_capital = is_capital && len > 1U;
  return i;
}

/// Signs of several bytes and what they are read as
static const struct {
  const char *bytes;
  const char *sign; ///< Empty: a blank
} signs[] = {
    {"\xE2\x80\x93", "-"},   {"\xE2\x80\x94", "-"},   {"\xE2\x88\x92", "-"},
    {"\xE2\x80\x91", "-"},   {"\xE2\x80\x98", "'"},   {"\xE2\x80\x99", "'"},
    {"\xC2\xA0", ""},        {"\xE2\x80\xAF", ""},    {"\xE2\x80\x89", ""},
    {"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"},     {"\xC2\xA5", "JPY"},
    {"\xE2\x82\xB9", "INR"}, {"\xE2\x82\xA9", "KRW"}, {"\xE2\x82\xBD", "RUB"},
    {"\xE2\x82\xBA", "TRY"}, {"\xE2\x82\xB4", "UAH"}, {"\xE2\x82\xA6", "NGN"},
    {"\xE2\x82\xAA", "ILS"}, {"\xC2\xBD", "1/2"},     {"\xC2\xB0", "deg"},
};

static size_t
scan_sign(RelStr text, size_t i, RelValueWord *word)
{
  const RelStr rest = rel_str_slice(text, i, text.len);

  word->kind = REL_WORD_SIGN;
  for (size_t k = 0; k < sizeof(signs) / sizeof(*signs); ++k) {
    const RelStr bytes = rel_str(signs[k].bytes);
    if (rel_str_starts(rest, bytes)) {
      memcpy(word->text, signs[k].sign, strlen(signs[k].sign) + 1U);
      return i + bytes.len;
    }
  }
  word->text[0] = text.data[i];
  return i + 1U;
}

bool
rel_value_words_scan(RelStr text, RelValueWords *words)
{
  bool is_glued = false;

  memset(words, 0, sizeof(*words));
  for (size_t i = 0; i < text.len;) {
    RelValueWord word = {.is_glued = is_glued};
    if (is_digit(text, i) || (text.data[i] == '.' && is_digit(text, i + 1U))) {
      i = scan_number(text, i, &word);
    } else if (is_letter(text, i)) {
      i = scan_word(text, i, &word);
    } else {
      i = scan_sign(text, i, &word);
    }
    is_glued = word.text[0] && !strchr(" \t\r\n", word.text[0]);
    // commas, points, brackets and quotes say nothing about a value
    if (!is_glued ||
        (word.kind == REL_WORD_SIGN && strchr(",.;()[]\"", word.text[0]))) {
      is_glued = is_glued && word.text[0] != ',' && word.text[0] != '.';
      continue;
    }
    if (words->n == REL_MAX_VALUE_WORDS) {
      return false;
    }
    words->words[words->n++] = word;
  }
  return true;
}

const RelValueWord *
rel_value_word(const RelValueWords *words, uint32_t k)
{
  const uint32_t i = words->at + k;

  return &words->words[i < words->n ? i : words->n];
}

bool
rel_value_word_is(const RelValueWords *words, uint32_t k, const char *text)
{
  return !strcmp(rel_value_word(words, k)->text, text);
}

bool
rel_value_words_skip(RelValueWords *words, const char *text)
{
  const bool is_there = rel_value_word_is(words, 0U, text);

  words->at += is_there;
  return is_there;
}

/// The words of a phrase that follow, 0 if not all do; the phrase ends at "|"
static uint32_t
match(const RelValueWords *words, const char *phrase)
{
  for (uint32_t k = 0;; ++phrase) {
    const char *text = rel_value_word(words, k)->text;
    for (; *text && *text == *phrase; ++text) {
      ++phrase;
    }
    if (*text || (*phrase && !strchr(" |", *phrase))) {
      return 0U;
    }
    ++k;
    if (*phrase != ' ') {
      return k;
    }
  }
}

bool
rel_value_words_skip_phrase(RelValueWords *words, const char *phrases)
{
  const char *phrase = phrases;
  uint32_t n = match(words, phrase);

  while (!n && (phrase = strchr(phrase, '|'))) {
    n = match(words, ++phrase);
  }
  words->at += n;
  return n > 0U;
}

bool
rel_value_words_take(RelValueWords *words, const RelValueEntry *table,
                     int32_t *number)
{
  for (; table->word; ++table) {
    if (rel_value_words_skip_phrase(words, table->word)) {
      *number = table->number;
      return true;
    }
  }
  return false;
}

bool
rel_value_word_find(const RelValueWords *words, uint32_t k,
                    const RelValueEntry *table, size_t n, int32_t *number)
{
  const char *const text = rel_value_word(words, k)->text;

  for (size_t i = 0; *text && i < n; ++i) {
    if (!strcmp(table[i].word, text)) {
      *number = table[i].number;
      return true;
    }
  }
  return false;
}
