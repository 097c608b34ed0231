// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/date.h"

#include "mention/date_reader.h"

#include <string.h>

// ------------------------------------------------------------- around a period

static bool
take_mark(RelDateReader *r)
{
  static const RelValueEntry marks[] = {
      {"by|until|till|through|to|up to|up until|no later than", REL_MARK_BY},
      {"or before", REL_MARK_BY}, // "on" is gone
      {"or after|no earlier than|no sooner than|not before", REL_MARK_SINCE},
      {"before|shortly before|just before|ahead of|prior to", REL_MARK_BEFORE},
      {"pre -|pre", REL_MARK_BEFORE},
      {"post -|post", REL_MARK_AFTER},
      {"since|ever since|from|as of", REL_MARK_SINCE},
      {"starting in|starting on|starting|beginning in", REL_MARK_SINCE},
      {"after|shortly after|soon after|just after|following", REL_MARK_AFTER},
      {"about|around|circa|approximately|roughly", REL_MARK_ABOUT},
      {NULL, 0}};
  int32_t mark = 0;

  // "the following month" is a time, not one after a month
  if ((rel_value_word_is(r->words, 0U, "following") &&
       rel_value_word_is(r->words, 2U, "")) ||
      !rel_date_take(r, marks, &mark)) {
    return false;
  }
  if (mark == REL_MARK_ABOUT) {
    r->is_about = true;
  } else {
    r->mark = (RelDateMark)mark;
  }
  return true;
}

/// "2 p.m. on", "9:30 a.m. local time,"; the first of "9 a.m. (0800 GMT)"
static void
take_clock(RelDateReader *r)
{
  RelClock clock;

  if (rel_clock_read(r->words, &clock) && !r->clock.is_set) {
    r->clock = clock;
  }
}

static void
skip_small_words(RelDateReader *r)
{
  enum { OTHER, BETWEEN, IN };
  static const RelValueEntry words[] = {
      {"at least|as early as|as soon as|as late as|as recently as", OTHER},
      {"the|of|on|at|during|over|for|both|just|only|some time|sometime", OTHER},
      {"between", BETWEEN},
      {"in", IN},
      {NULL, 0}};
  int32_t word = 0;

  while (rel_date_take(r, words, &word)) {
    r->is_between = r->is_between || word == BETWEEN;
    r->is_in = r->is_in || word == IN;
  }
}

static void
read_prefix(RelDateReader *r)
{
  uint32_t at = 0;

  do {
    at = r->words->at;
    skip_small_words(r);
    take_clock(r);
    skip_small_words(r);
    // the mark behind a clock begins an end: "from 1 p.m. to 4 p.m."
    while ((!r->clock.is_set && take_mark(r)) || rel_date_take_part(r)) {
      skip_small_words(r);
    }
  } while (r->words->at != at);
}

/// "morning", "night", "'s", a clock: what does not change the day
static void
skip_suffix(RelDateReader *r)
{
  static const char words[] =
      "morning|afternoon|evening|night|alone|'|s|itself|school year|"
      "academic year|financial year|fiscal year|season";
  uint32_t at = 0;

  do {
    at = r->words->at;
    take_clock(r);
    (void)rel_date_skip(r, words);
  } while (r->words->at != at);
}

/// A time with all around it; a clock may stand alone
static bool
read_whole(RelDateReader *r, RelDates *dates)
{
  // the first that reads it wins: "the next day" counts from the time before,
  // "next day" from today
  static const RelDateRead readers[] = {rel_date_ended, rel_date_relative,
                                        rel_date_absolute, NULL};

  read_prefix(r);
  if (!rel_date_any(r, readers, dates)) {
    if (r->clock.is_set && !r->n_parts) {
      return true;
    }
    if (!rel_date_bare_part(r, dates)) {
      return false;
    }
  }
  if (!rel_date_apply_parts(r, dates)) {
    return false;
  }
  skip_suffix(r);
  return true;
}

// --------------------------------------------------------------- its other end

/// Does a period begin where another ends?
static bool
is_next(RelDates dates, RelDates next)
{
  return rel_date_number(rel_date_last(dates.end)) + 1 ==
         rel_date_number(rel_date_first(next.begin));
}

/// "from 1939 to 1945", "May to July", "between 2015 and 2017"; and two that
/// follow each other: "January and February", "late June and early July"
static bool
read_end(RelDateReader *r, RelDates *dates)
{
  RelDateReader second = {.words = r->words, .context = r->context};
  RelDates last = {{0, 0, 0}, {0, 0, 0}};

  r->last_clock = r->clock;
  const bool is_range = rel_date_skip_dash(r);
  if (!is_range && !rel_date_skip(r, "and")) {
    return true;
  }
  if (!read_whole(&second, &last)) {
    return false;
  }
  r->last_clock = second.clock;
  r->is_range = true;
  if (rel_date_is_none(dates->begin) || rel_date_is_none(last.end)) {
    // "from 9 a.m. to 5 p.m. on Monday"
    *dates = rel_date_is_none(dates->begin) ? last : *dates;
    return is_range && r->clock.is_set && second.clock.is_set;
  }
  // "May to July 2018": the year stands behind the last
  if (dates->begin.month && last.end.month && (r->words->n == r->words->at) &&
      dates->begin.year != last.end.year && !r->has_year) {
    const bool is_over = dates->begin.month > last.end.month;
    const int32_t year = last.end.year - is_over;
    dates->end.year += year - dates->begin.year;
    dates->begin.year = year;
  }
  const bool is_joined = is_range || is_next(*dates, last);
  dates->end = last.end;
  return is_joined &&
         rel_date_number(dates->begin) <= rel_date_number(dates->end);
}

/// A day with its time, "2018-06-03T17:00:00"; a clock needs one day or none
static bool
set_time(RelDate date, const RelClock *clock, char out[REL_DATE_SIZE])
{
  char time[REL_CLOCK_SIZE];

  rel_date_text(date, out);
  if (!clock->is_set) {
    return *out != '\0';
  }
  rel_clock_text(clock, time);
  const size_t len = strlen(out);
  if (len) {
    out[len] = 'T';
  }
  memcpy(out + len + (len > 0U), time, strlen(time) + 1U);
  return date.day || !len;
}

static bool
set_value(const RelDateReader *r, RelDates dates, RelValue *value)
{
  *value = (RelValue){.kind = REL_VALUE_TIME};
  value->bound = r->is_about ? REL_BOUND_ABOUT : REL_BOUND_NONE;
  if (!set_time(dates.begin, &r->clock, value->begin) ||
      !set_time(dates.end, &r->last_clock, value->end)) {
    return false;
  }
  switch (r->mark) {
  case REL_MARK_BEFORE:
    value->bound = REL_BOUND_UNDER;
    memcpy(value->end, value->begin, sizeof(value->end));
    value->begin[0] = '\0';
    break;
  case REL_MARK_BY:
    value->begin[0] = '\0';
    break;
  case REL_MARK_AFTER:
    value->bound = REL_BOUND_OVER;
    memcpy(value->begin, value->end, sizeof(value->begin));
    value->end[0] = '\0';
    break;
  case REL_MARK_SINCE:
    // "from May 3 to 5"
    value->end[0] = r->is_range ? value->end[0] : '\0';
    break;
  default:
    break;
  }
  return true;
}

bool
rel_date_read(RelValueWords *words, const RelTimeContext *context,
              RelValue *value)
{
  RelDateReader r = {.words = words, .context = context};
  RelDates dates = {{0, 0, 0}, {0, 0, 0}};

  return read_whole(&r, &dates) && read_end(&r, &dates) &&
         rel_value_word(words, 0U)->kind == REL_WORD_END &&
         rel_date_number(rel_date_first(dates.begin)) <=
             rel_date_number(rel_date_last(dates.end)) &&
         set_value(&r, dates, value);
}
