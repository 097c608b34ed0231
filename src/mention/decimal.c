// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/decimal.h"

#include <string.h>

enum {
  MAX_DIGITS = 18,
  MAX_EXPONENT = 12,
  MAX_ZEROS = 24,
  MAX_WHOLE = 1000000000
};

static const RelValueEntry small_numbers[] = {
    {"zero", 0},     {"one", 1},        {"two", 2},       {"three", 3},
    {"four", 4},     {"five", 5},       {"six", 6},       {"seven", 7},
    {"eight", 8},    {"nine", 9},       {"ten", 10},      {"eleven", 11},
    {"twelve", 12},  {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20},  {"thirty", 30},    {"forty", 40},    {"fifty", 50},
    {"sixty", 60},   {"seventy", 70},   {"eighty", 80},   {"ninety", 90},
};

/// Powers of ten of words and of letters behind a number
static const RelValueEntry scales[] = {
    {"hundred", 2}, {"thousand", 3}, {"million", 6},   {"billion", 9},
    {"mn", 6},      {"bn", 9},       {"trillion", 12}, {"tn", 12},
    {"mln", 6},     {"bln", 9},      {"trn", 12},      {"lakh", 5},
    {"crore", 7},
};

/// Only right behind the digits: "3.5m", "$10b", "20k"
static const RelValueEntry letters[] = {
    {"k", 3}, {"m", 6}, {"b", 9}, {"t", 12}};

#define SIZE(table) (sizeof(table) / sizeof(*(table)))

static bool
read_digits(RelValueWords *words, RelDecimal *number)
{
  const RelValueWord *const word = rel_value_word(words, 0U);
  const char *const text = word->text;
  bool is_fraction = false;

  *number = (RelDecimal){0U, 0};
  if (word->kind != REL_WORD_NUMBER || strlen(text) > MAX_DIGITS) {
    return false;
  }
  for (const char *c = text; *c; ++c) {
    if (*c == '.') {
      is_fraction = true;
    } else {
      number->digits = 10U * number->digits + (uint64_t)(*c - '0');
      number->exponent -= is_fraction;
    }
  }
  ++words->at;
  return true;
}

bool
rel_decimal_read_scale(RelValueWords *words, RelDecimal *number)
{
  int32_t power = 0;

  while (number->exponent < MAX_EXPONENT &&
         rel_value_word_find(words, 0U, scales, SIZE(scales), &power)) {
    number->exponent += power;
    ++words->at;
  }
  return power != 0;
}

/// Add a half to a whole number
static void
add_half(RelDecimal *number)
{
  number->digits = 10U * number->digits + 5U;
  --number->exponent;
}

static void
skip_half(RelValueWords *words, RelDecimal *number)
{
  const bool is_small = number->exponent == 0 && number->digits < MAX_WHOLE;

  if (is_small && (rel_value_words_skip_phrase(words, "and a half") ||
                   rel_value_words_skip_phrase(words, "- and - a - half") ||
                   rel_value_words_skip_phrase(words, "1 / 2") ||
                   rel_value_words_skip(words, "1/2"))) {
    add_half(number);
  }
}

/// "twenty-one": tens and ones
static bool
read_small(RelValueWords *words, int32_t *number)
{
  int32_t ones = 0;

  if (!rel_value_word_find(words, 0U, small_numbers, SIZE(small_numbers),
                           number)) {
    return false;
  }
  ++words->at;
  const uint32_t dash = rel_value_word_is(words, 0U, "-");
  if (*number >= 20 &&
      rel_value_word_find(words, dash, small_numbers, SIZE(small_numbers),
                          &ones) &&
      ones < 10) {
    *number += ones;
    words->at += dash + 1U;
  }
  return true;
}

/// The next part of a spelt number behind "and" or nothing
static bool
read_next_small(RelValueWords *words, int32_t *number)
{
  const uint32_t at = words->at;

  (void)rel_value_words_skip(words, "and");
  if (read_small(words, number)) {
    return true;
  }
  words->at = at;
  return false;
}

/// "two hundred and fifty" (thousand, ...)
static bool
read_spelt(RelValueWords *words, RelDecimal *number)
{
  int32_t total = 0;
  int32_t part = 0;

  if (!read_small(words, &total)) {
    return false;
  }
  if (rel_value_words_skip(words, "hundred")) {
    total *= 100;
    if (read_next_small(words, &part)) {
      total += part;
    }
  }
  *number = (RelDecimal){(uint64_t)total, 0};
  return true;
}

/// "half a million", "a dozen", "a million"
static bool
read_article(RelValueWords *words, RelDecimal *number)
{
  const uint32_t at = words->at;
  int32_t power = 0;

  *number = (RelDecimal){1U, 0};
  if (rel_value_words_skip_phrase(words, "half a") ||
      rel_value_words_skip_phrase(words, "half an")) {
    *number = (RelDecimal){5U, -1};
  } else if (rel_value_words_skip_phrase(words, "a quarter of a")) {
    *number = (RelDecimal){25U, -2};
  } else {
    (void)rel_value_words_skip(words, "a");
  }
  if (rel_value_words_skip(words, "dozen")) {
    *number = number->exponent ? (RelDecimal){6U, 0} : (RelDecimal){12U, 0};
    return true;
  }
  if (rel_value_word_find(words, 0U, scales, SIZE(scales), &power) &&
      words->at > at) {
    return true; // the scale itself is read later
  }
  words->at = at;
  return false;
}

bool
rel_decimal_read(RelValueWords *words, RelDecimal *number)
{
  const uint32_t at = words->at;
  int32_t power = 0;

  if (read_article(words, number)) {
    (void)rel_decimal_read_scale(words, number);
    return true;
  }
  if (!read_digits(words, number) && !read_spelt(words, number)) {
    words->at = at;
    return false;
  }
  const bool is_digits = words->words[words->at - 1U].kind == REL_WORD_NUMBER;
  skip_half(words, number);
  if (is_digits && rel_value_word(words, 0U)->is_glued &&
      rel_value_word_find(words, 0U, letters, SIZE(letters), &power)) {
    number->exponent += power;
    ++words->at;
  }
  if (rel_value_word_is(words, 0U, "-") && // "a 40-million fund"
      rel_value_word_find(words, 1U, scales, SIZE(scales), &power)) {
    ++words->at;
  }
  (void)rel_decimal_read_scale(words, number);
  if (rel_value_words_skip(words, "dozen")) {
    number->digits *= 12U;
  }
  return true;
}

int32_t
rel_decimal_whole(RelDecimal number)
{
  uint64_t whole = number.digits;

  for (int32_t i = 0; i < number.exponent && whole < MAX_WHOLE; ++i) {
    whole *= 10U;
  }
  return number.exponent < 0 || whole > MAX_WHOLE ? -1 : (int32_t)whole;
}

void
rel_decimal_text(RelDecimal number, char out[REL_DECIMAL_SIZE])
{
  char reversed[REL_DECIMAL_SIZE];
  size_t n = 0;
  size_t len = 0;

  while (number.exponent < 0 && number.digits % 10U == 0) {
    number.digits /= 10U;
    ++number.exponent;
  }
  if (!number.digits) {
    number.exponent = 0;
  }
  for (; number.exponent > 0 && n < MAX_ZEROS; --number.exponent) {
    reversed[n++] = '0';
  }
  // at least one digit stands before the point
  for (int32_t place = number.exponent;
       (number.digits || place <= 0) && n + 2U < sizeof(reversed); ++place) {
    if (place == 0 && n && number.exponent < 0) {
      reversed[n++] = '.';
    }
    reversed[n++] = (char)('0' + (int)(number.digits % 10U));
    number.digits /= 10U;
  }
  while (n) {
    out[len++] = reversed[--n];
  }
  out[len] = '\0';
}
