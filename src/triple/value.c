// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/value.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *const bound_texts[REL_N_BOUNDS] = {
    [REL_BOUND_NONE] = "",
    [REL_BOUND_ABOUT] = "about",
    [REL_BOUND_AT_LEAST] = "at-least",
    [REL_BOUND_AT_MOST] = "at-most",
    [REL_BOUND_OVER] = "over",
    [REL_BOUND_UNDER] = "under",
};

const char *
rel_bound_text(RelBound bound)
{
  return bound_texts[bound];
}

void
rel_value_text(const RelValue *value, char out[REL_VALUE_TEXT_SIZE])
{
  const char *const bound = bound_texts[value->bound];
  const char *const blank = *bound ? " " : "";

  out[0] = '\0';
  if (value->kind == REL_VALUE_NONE) {
    return;
  }
  if (value->kind == REL_VALUE_TIME) {
    const bool is_one = !strcmp(value->begin, value->end);
    snprintf(out, REL_VALUE_TEXT_SIZE, "%s%s%s%s%s", bound, blank, value->begin,
             is_one ? "" : "/", is_one ? "" : value->end);
    return;
  }
  snprintf(out, REL_VALUE_TEXT_SIZE, "%s%s%s%s%s%s%s", bound, blank,
           value->amount, *value->most ? ".." : "", value->most,
           *value->unit ? " " : "", value->unit);
}

// ------------------------------------------------------------------ durations

/// Units of time as multiples of the smallest of their kind
static const struct {
  const char *unit;
  uint32_t size;
  bool is_calendar; ///< In months; else in seconds
} durations[] = {
    {"second", 1U, false},    {"minute", 60U, false},   {"hour", 3600U, false},
    {"day", 86400U, false},   {"week", 604800U, false}, {"month", 1U, true},
    {"quarter", 3U, true},    {"year", 12U, true},      {"decade", 120U, true},
    {"century", 1200U, true},
};

enum { MAX_AMOUNT = 1000000, MAX_FRACTION = 1000 };

/// A decimal number times `size` if that is whole; or 0
static uint64_t
whole_times(const char *amount, uint32_t size)
{
  uint64_t digits = 0;
  uint64_t fraction = 1;
  bool is_fraction = false;

  for (const char *c = amount; *c; ++c) {
    if (*c == '.') {
      is_fraction = true;
      continue;
    }
    digits = 10U * digits + (uint64_t)(*c - '0');
    fraction *= is_fraction ? 10U : 1U;
    if (digits > (uint64_t)MAX_AMOUNT * fraction || fraction > MAX_FRACTION) {
      return 0U;
    }
  }
  return digits * size % fraction ? 0U : digits * size / fraction;
}

/// The largest unit that holds a whole number of them
static void
print_duration(uint64_t n, bool is_calendar, char out[REL_DURATION_SIZE])
{
  static const struct {
    uint32_t size;
    const char *before;
    char letter;
  } parts[] = {{12U, "P", 'Y'},    {1U, "P", 'M'},   {86400U, "P", 'D'},
               {3600U, "PT", 'H'}, {60U, "PT", 'M'}, {1U, "PT", 'S'}};
  size_t i = is_calendar ? 0U : 2U;

  while (n % parts[i].size) {
    ++i;
  }
  snprintf(out, REL_DURATION_SIZE, "%s%" PRIu64 "%c", parts[i].before,
           n / parts[i].size, parts[i].letter);
}

bool
rel_duration_text(const RelValue *value, char out[REL_DURATION_SIZE])
{
  out[0] = '\0';
  if (value->kind != REL_VALUE_QUANTITY || *value->most) {
    return false;
  }
  for (size_t i = 0; i < sizeof(durations) / sizeof(*durations); ++i) {
    if (!strcmp(value->unit, durations[i].unit)) {
      const uint64_t n = whole_times(value->amount, durations[i].size);
      if (n) {
        print_duration(n, durations[i].is_calendar, out);
      }
      return n > 0U;
    }
  }
  return false;
}
