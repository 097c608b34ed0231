// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/clock.h"

#include <stdio.h>
#include <string.h>

enum { HOURS = 24, MINUTES = 60, NOON = 12 };

/// Longer phrases first; where the clock's hour depends on the season: local
static const struct {
  const char *words;
  const char *offset;
} zones[] = {
    {"local time", ""}, {"eastern time", ""}, {"pacific time", ""},
    {"gmt", "Z"},       {"utc", "Z"},         {"bst", "+01:00"},
    {"cet", "+01:00"},  {"cest", "+02:00"},   {"est", "-05:00"},
    {"edt", "-04:00"},  {"cdt", "-05:00"},    {"mdt", "-06:00"},
    {"pst", "-08:00"},  {"pdt", "-07:00"},    {"msk", "+03:00"},
    {"jst", "+09:00"},  {"et", ""},           {"pt", ""},
};

static bool
skip_zone(RelValueWords *words, RelClock *clock)
{
  for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); ++i) {
    if (rel_value_words_skip_phrase(words, zones[i].words)) {
      clock->zone = zones[i].offset;
      return true;
    }
  }
  return false;
}

/// Two digits, or one where `is_short`; -1 for anything else
static int
small_number(const char *text, bool is_short)
{
  const size_t len = strlen(text);

  if (!len || len > 2U || (len == 1U && !is_short) ||
      strspn(text, "0123456789") != len) {
    return -1;
  }
  return len == 1U ? text[0] - '0' : 10 * (text[0] - '0') + (text[1] - '0');
}

/// "5", "7.30", "7:30"; `has_minutes` tells the last two
static bool
read_digits(RelValueWords *words, RelClock *clock, bool *has_minutes)
{
  char hours[REL_VALUE_WORD_SIZE];
  const char *minutes = "00";
  const RelValueWord *const word = rel_value_word(words, 0U);
  const bool has_colon = rel_value_word_is(words, 1U, ":") &&
                         rel_value_word(words, 1U)->is_glued &&
                         rel_value_word(words, 2U)->is_glued;

  if (word->kind != REL_WORD_NUMBER) {
    return false;
  }
  memcpy(hours, word->text, sizeof(hours));
  char *const point = strchr(hours, '.');
  *has_minutes = has_colon || point;
  if (point) {
    minutes = point + 1;
    *point = '\0';
  } else if (has_colon) {
    minutes = rel_value_word(words, 2U)->text;
  }
  const int hour = small_number(hours, true);
  const int minute = small_number(minutes, false);
  if (hour < 0 || hour >= HOURS || minute < 0 || minute >= MINUTES) {
    return false;
  }
  clock->hour = (uint8_t)hour;
  clock->minute = (uint8_t)minute;
  words->at += has_colon ? 3U : 1U;
  return true;
}

/// "0930 GMT": four digits only with a zone behind them
static bool
read_military(RelValueWords *words, RelClock *clock)
{
  const RelValueWord *const word = rel_value_word(words, 0U);
  const char *const text = word->text;

  if (word->kind != REL_WORD_NUMBER || strlen(text) != 4U ||
      strchr(text, '.')) {
    return false;
  }
  const char hours[] = {text[0], text[1], '\0'};
  const int hour = small_number(hours, false);
  const int minute = small_number(text + 2, false);
  ++words->at;
  if (hour >= HOURS || minute >= MINUTES || !skip_zone(words, clock) ||
      !*clock->zone) {
    return false;
  }
  clock->hour = (uint8_t)hour;
  clock->minute = (uint8_t)minute;
  return true;
}

static bool
skip_half_of_day(RelValueWords *words, RelClock *clock)
{
  const bool is_late = rel_value_words_skip(words, "pm");

  if ((!is_late && !rel_value_words_skip(words, "am")) || !clock->hour ||
      clock->hour > NOON) {
    return false;
  }
  clock->hour = (uint8_t)(clock->hour % NOON + (is_late ? NOON : 0));
  return true;
}

static bool
read_named(RelValueWords *words, RelClock *clock)
{
  static const RelValueEntry names[] = {
      {"noon|midday", NOON}, {"midnight", 0}, {NULL, 0}};
  int32_t hour = 0;

  if (!rel_value_words_take(words, names, &hour)) {
    return false;
  }
  clock->hour = (uint8_t)hour;
  return true;
}

static bool
read_any(RelValueWords *words, RelClock *clock)
{
  const uint32_t at = words->at;
  bool has_minutes = false;

  if (read_named(words, clock)) {
    return true;
  }
  if (read_digits(words, clock, &has_minutes)) {
    const bool has_colon = rel_value_word_is(words, 0U, ":");
    const uint32_t behind = words->at;
    if (skip_half_of_day(words, clock)) {
      return true;
    }
    words->at = behind;
    // "14:30", "14.30 GMT"; "2.5 million" and "2.30" alone are no times
    const bool is_colon = words->at == at + 3U;
    if (has_minutes && !has_colon && (is_colon || skip_zone(words, clock))) {
      return true;
    }
  }
  words->at = at;
  *clock = (RelClock){.zone = ""};
  return read_military(words, clock);
}

bool
rel_clock_read(RelValueWords *words, RelClock *clock)
{
  const uint32_t at = words->at;

  *clock = (RelClock){.zone = ""};
  (void)rel_value_words_skip(words, "at");
  if (!read_any(words, clock)) {
    words->at = at;
    *clock = (RelClock){.zone = ""};
    return false;
  }
  (void)skip_zone(words, clock);
  clock->is_set = true;
  return true;
}

void
rel_clock_text(const RelClock *clock, char out[REL_CLOCK_SIZE])
{
  snprintf(out, REL_CLOCK_SIZE, "%02u:%02u:00%s", clock->hour & 0x1FU,
           clock->minute & 0x3FU, clock->zone);
}
