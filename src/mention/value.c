// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/value.h"

#include "mention/quantity.h"

#include <string.h>

enum { MAX_BYTES = 160 }; // with the marker; longer is no value

/// "for three weeks", "within 48 hours", "more than a decade"
static bool
read_duration(RelValueWords *words, RelValue *value)
{
  static const char *const units[] = {"second", "minute", "hour",
                                      "day",    "week",   "month",
                                      "year",   "decade", "century"};

  words->at = 0U;
  (void)(rel_value_words_skip(words, "for") ||
         rel_value_words_skip(words, "over") ||
         rel_value_words_skip(words, "in"));
  const bool is_within = rel_value_words_skip(words, "within");
  if (!rel_quantity_read(words, value) ||
      rel_value_word(words, 0U)->kind != REL_WORD_END) {
    return false;
  }
  value->bound = is_within ? REL_BOUND_AT_MOST : value->bound;
  for (size_t i = 0; i < sizeof(units) / sizeof(*units); ++i) {
    if (!strcmp(value->unit, units[i])) {
      return true;
    }
  }
  return false;
}

bool
rel_value_read(RelTermKind kind, RelStr marker, RelStr text,
               const RelTimeContext *context, RelValue *value)
{
  char room[MAX_BYTES];
  RelValueWords words;

  *value = (RelValue){.kind = REL_VALUE_NONE};
  if (!text.len || marker.len + text.len + 1U > sizeof(room)) {
    return false;
  }
  if (marker.len) {
    memcpy(room, marker.data, marker.len);
  }
  room[marker.len] = ' ';
  memcpy(room + marker.len + 1U, text.data, text.len);
  const RelStr whole = {room, marker.len + 1U + text.len};
  const bool is_read =
      rel_value_words_scan(whole, &words) &&
      (kind == REL_TERM_DATE ? rel_date_read(&words, context, value) ||
                                   read_duration(&words, value)
                             : rel_quantity_read(&words, value));
  if (!is_read) {
    *value = (RelValue){.kind = REL_VALUE_NONE};
  }
  return is_read;
}

RelDate
rel_value_anchor(const RelValue *value)
{
  const bool is_period =
      value->kind == REL_VALUE_TIME && !strcmp(value->begin, value->end);

  const RelStr time = rel_str(value->begin);
  const RelStr day = rel_str_slice(time, 0U, rel_str_find(time, REL_STR("T")));

  return is_period ? rel_date_parse(day) : (RelDate){0, 0, 0};
}
