// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/date_reader.h"

#include "mention/decimal.h"

#include <string.h>

enum { WEEK = 7, FRIDAY = 4, MIN_YEAR = 1000, MAX_HALVES = 10000 };

static const RelValueEntry weekdays[] = {
    {"monday|mon", 0},    {"tuesday|tues|tue", 1},
    {"wednesday|wed", 2}, {"thursday|thurs|thur|thu", 3},
    {"friday|fri", 4},    {"saturday|sat", 5},
    {"sunday|sun", 6},    {NULL, 0}};

/// Day `n` days from the document's
static bool
set_day(const RelDateReader *r, int32_t n, RelDates *dates)
{
  *dates = rel_date_period(r->context->document, REL_DAY, n);
  return rel_date_has_document(r);
}

/// "today", "last night", "this morning"
static bool
read_day_name(RelDateReader *r, RelDates *dates)
{
  static const RelValueEntry names[] = {
      {"the day before yesterday|day before yesterday", -2},
      {"yesterday|last night|last evening", -1},
      {"today|tonight|this day|overnight", 0},
      {"this morning|this afternoon|this evening", 0},
      {"tomorrow", 1},
      {"the day after tomorrow|day after tomorrow", 2},
      {NULL, 0}};
  int32_t n = 0;

  // "between now and May"
  return (rel_date_take(r, names, &n) ||
          (r->is_between && rel_date_skip(r, "now"))) &&
         set_day(r, n, dates);
}

// ------------------------------------------------------------ days of the week

/// The weekday of a week that is named behind it: "Friday last week"
static bool
weekday_of_week(RelDateReader *r, int32_t weekday, RelDates *dates)
{
  const uint32_t at = r->words->at;
  int32_t which = 0;

  (void)rel_date_skip(r, "of");
  if (rel_date_has_document(r) && rel_date_take(r, rel_date_deictics, &which) &&
      rel_date_skip(r, "week")) {
    const RelDates week =
        rel_date_period(r->context->document, REL_WEEK, which);
    *dates = rel_date_period(week.begin, REL_DAY, weekday);
    return true;
  }
  r->words->at = at;
  return false;
}

/// Days from the document's to the weekday that is meant
static int32_t
weekday_distance(const RelDateReader *r, int32_t weekday, bool is_deictic,
                 int32_t which)
{
  const int32_t today = (int32_t)rel_date_weekday(r->context->document);
  const int32_t ahead = (weekday - today + WEEK) % WEEK;
  const int32_t behind = ahead ? ahead - WEEK : 0;

  if (is_deictic) {
    return which > 0   ? (ahead ? ahead : WEEK)
           : which < 0 ? (behind ? behind : -WEEK)
                       : weekday - today;
  }
  return rel_date_is_future(r) ? ahead : behind;
}

/// "Friday", "last Friday", "Friday, May 8, 2009", "Friday night"
static bool
read_weekday(RelDateReader *r, RelDates *dates)
{
  int32_t which = 0;
  int32_t weekday = 0;
  const bool is_deictic = rel_date_take(r, rel_date_deictics, &which);

  if (!rel_date_take(r, weekdays, &weekday)) {
    return false;
  }
  const uint32_t at = r->words->at;
  if (rel_date_day(r, dates)) {
    return true;
  }
  r->words->at = at;
  return weekday_of_week(r, weekday, dates) ||
         set_day(r, weekday_distance(r, weekday, is_deictic, which), dates);
}

static bool
read_weekend(RelDateReader *r, RelDates *dates)
{
  const RelDate document = r->context->document;
  int32_t which = 0;
  const bool is_deictic = rel_date_take(r, rel_date_deictics, &which);

  if (!rel_date_skip(r, "weekend") || !rel_date_has_document(r)) {
    return false;
  }
  // "at the weekend", and "this weekend" in the past, told on a workday
  if ((is_deictic ? !which && r->context->tense == REL_TENSE_PAST
                  : !rel_date_is_future(r)) &&
      rel_date_weekday(document) <= FRIDAY) {
    which = -1;
  }
  dates->end = rel_date_period(document, REL_WEEK, which).end;
  dates->begin = rel_date_period(dates->end, REL_DAY, -1).begin;
  return true;
}

/// "the week of July 11", "the weekend of July 16"
static bool
read_week_of(RelDateReader *r, RelDates *dates)
{
  static const RelValueEntry weeks[] = {
      {"week of", 0}, {"weekend of", FRIDAY + 1}, {NULL, 0}};
  int32_t first = 0;

  if (!rel_date_take(r, weeks, &first)) {
    return false;
  }
  (void)rel_date_skip(r, "the");
  if (!rel_date_day(r, dates)) {
    return false;
  }
  *dates = rel_date_period(dates->begin, REL_WEEK, 0);
  dates->begin = rel_date_period(dates->begin, REL_DAY, first).begin;
  return true;
}

// --------------------------------------------------------- periods and lengths

/// Was the unit just taken "weeks"? "The coming weeks" are no period
static bool
is_plural_unit(const RelDateReader *r)
{
  const char *const text = r->words->words[r->words->at - 1U].text;

  return text[strlen(text) - 1U] == 's';
}

/// "this week", "last year"; "the year" only after "end of"
static bool
read_unit(RelDateReader *r, RelDates *dates)
{
  int32_t which = 0;
  int32_t unit = 0;
  const bool is_deictic = rel_date_take(r, rel_date_deictics, &which);

  if (is_deictic && which == 0) {
    (void)rel_date_skip(r, "past"); // "this past week"
  }
  if ((!is_deictic && !r->n_parts) || !rel_date_has_document(r)) {
    return false;
  }
  (void)rel_date_skip_fiscal(r);
  // "the year 1987" is another one
  if (!rel_date_take(r, rel_date_units, &unit) || is_plural_unit(r) ||
      rel_date_digits(r, 0U) >= MIN_YEAR) {
    return false;
  }
  *dates = rel_date_period(r->context->document, (RelTimeUnit)unit, which);
  return true;
}

/// Whole years, months or days around the day `n` units from `date`
static RelDates
shifted(RelDate date, int32_t unit, int32_t n)
{
  static const struct {
    RelTimeUnit unit;
    int32_t length;
  } steps[] = {[REL_DAY] = {REL_DAY, 1},       [REL_WEEK] = {REL_WEEK, 1},
               [REL_MONTH] = {REL_MONTH, 1},   [REL_QUARTER] = {REL_MONTH, 3},
               [REL_YEAR] = {REL_YEAR, 1},     [REL_DECADE] = {REL_YEAR, 10},
               [REL_CENTURY] = {REL_YEAR, 100}};

  return rel_date_period(date, steps[unit].unit, n * steps[unit].length);
}

/// What a half of them is: 6 months, 5 or 50 years
static bool
take_halves(RelDateReader *r, int32_t *length, int32_t *unit)
{
  static const RelValueEntry halves[] = {{"year|years", 6},
                                         {"decade|decades", 5},
                                         {"century|centuries", 50},
                                         {NULL, 0}};

  *unit = rel_value_word_is(r->words, 0U, "years") ||
                  rel_value_word_is(r->words, 0U, "year")
              ? REL_MONTH
              : REL_YEAR;
  return rel_date_take(r, halves, length);
}

/// "two and a half years", "a year and a half", "2.5 decades"
static bool
take_half_length(RelDateReader *r, int32_t *count, int32_t *unit)
{
  RelDecimal number = {1U, 0};
  int32_t length = 0;

  if (!rel_date_skip(r, "a|one") && !rel_decimal_read(r->words, &number)) {
    return false;
  }
  const bool is_half = number.exponent == -1 && number.digits % 10U == 5U &&
                       number.digits < MAX_HALVES;
  if (!take_halves(r, &length, unit) ||
      !(is_half || (!number.exponent && number.digits == 1U &&
                    rel_date_skip(r, "and a half")))) {
    return false;
  }
  *count = length * (is_half ? (int32_t)(number.digits / 5U) : 3);
  return true;
}

/// A count and its unit: "two weeks", "48 hours", "a fortnight"
static bool
take_length(RelDateReader *r, int32_t *count, int32_t *unit)
{
  const uint32_t at = r->words->at;

  if (take_half_length(r, count, unit)) {
    return true;
  }
  r->words->at = at;
  if (!rel_date_take_count(r, count)) {
    return false;
  }
  if (rel_date_skip(r, "hours")) {
    *unit = REL_DAY;
    *count /= 24;
    return true;
  }
  if (rel_date_skip(r, "fortnight|fortnights")) {
    *unit = REL_WEEK;
    *count *= 2;
    return true;
  }
  return rel_date_take(r, rel_date_units, unit);
}

/// "ago", "from now", "later": which way to count, and from where
static bool
take_direction(RelDateReader *r, int32_t *sign, RelDate *from)
{
  static const RelValueEntry from_now[] = {
      {"ago|back", -1}, {"from now|hence|' time|' s time", 1}, {NULL, 0}};
  static const RelValueEntry from_then[] = {
      {"earlier|before|previously", -1}, {"later|after|on", 1}, {NULL, 0}};

  *from = r->context->document;
  // "will open in two weeks"
  if (rel_date_take(r, from_now, sign) ||
      (r->is_in && r->context->tense == REL_TENSE_FUTURE &&
       rel_value_word(r->words, 0U)->kind == REL_WORD_END)) {
    return true;
  }
  *from = r->context->anchor;
  return rel_date_take(r, from_then, sign);
}

/// Can that unit be counted from a date of that precision?
static bool
is_fine_enough(RelDate date, int32_t unit)
{
  return !rel_date_is_none(date) &&
         (date.day || (unit != REL_DAY && unit != REL_WEEK));
}

/// "two years ago", "a week from now", "more than a year later"
static bool
read_ago(RelDateReader *r, RelDates *dates)
{
  const bool is_more = rel_date_skip(r, "more than|over");
  const bool is_nearly = rel_date_skip(r, "nearly|almost");
  RelDate from = {0, 0, 0};
  int32_t count = 0;
  int32_t sign = 1;
  int32_t unit = 0;

  if (!take_length(r, &count, &unit) || !take_direction(r, &sign, &from) ||
      !is_fine_enough(from, unit)) {
    return false;
  }
  *dates = shifted(from, unit, sign * count);
  dates->begin.year -= dates->begin.year <= 0; // there is no year 0
  dates->end.year -= dates->end.year <= 0;
  if (is_more && r->mark == REL_MARK_NONE) {
    r->mark = sign * count < 0 ? REL_MARK_BEFORE : REL_MARK_AFTER;
  }
  r->is_about = r->is_about || is_nearly;
  return true;
}

/// "the past three years", "the next 10 days", "the past decade"
static bool
read_span(RelDateReader *r, RelDates *dates)
{
  const RelDate document = r->context->document;
  int32_t which = 0;
  int32_t count = 1;
  int32_t unit = 0;

  (void)rel_date_skip(r, "this");
  const bool is_past = rel_value_word_is(r->words, 0U, "past");
  if (!rel_date_has_document(r) ||
      !rel_date_take(r, rel_date_deictics, &which) || which == 0) {
    return false;
  }
  const uint32_t at = r->words->at;
  if (!take_length(r, &count, &unit)) {
    r->words->at = at;
    count = 1;
    if (!is_past || !rel_date_take(r, rel_date_units, &unit)) {
      return false;
    }
  }
  if (count < 1) { // "the next 12 hours"
    return false;
  }
  const RelDates far = shifted(document, unit, which * count);
  *dates = which < 0 ? (RelDates){far.begin, document}
                     : (RelDates){document, far.end};
  return true;
}

/// "that", "the next": which one from the time before; "next month" is counted
/// from the document
static bool
take_pointer(RelDateReader *r, int32_t *which)
{
  static const RelValueEntry words[] = {
      {"that|same", 0}, {"following", 1}, {"preceding", -1}, {NULL, 0}};
  static const RelValueEntry with_the[] = {
      {"next", 1}, {"previous", -1}, {NULL, 0}};
  const uint32_t at = r->words->at;
  const bool is_definite = at && !strcmp(r->words->words[at - 1U].text, "the");

  return rel_date_take(r, words, which) ||
         (is_definite && rel_date_take(r, with_the, which));
}

/// "that Friday", "the following Monday", "that October"
static bool
read_named_anaphor(RelDateReader *r, int32_t which, RelDates *dates)
{
  const RelDate anchor = r->context->anchor;
  int32_t n = 0;

  if (anchor.day && rel_date_take(r, weekdays, &n)) {
    n -= (int32_t)rel_date_weekday(anchor);
    n += which > 0 && n <= 0 ? WEEK : which < 0 && n >= 0 ? -WEEK : 0;
    *dates = rel_date_period(anchor, REL_DAY, n);
    return true;
  }
  if (!rel_date_take(r, rel_date_months, &n)) {
    return false;
  }
  const int32_t month = anchor.month ? anchor.month
                        : which > 0  ? REL_MONTHS
                                     : 1;
  const int32_t year =
      anchor.year + (which > 0 && n <= month) - (which < 0 && n >= month);
  dates->begin = dates->end = (RelDate){year, (uint8_t)n, 0U};
  return true;
}

/// "that year", "the following month", "the next day", "the year before"
static bool
read_anaphor(RelDateReader *r, RelDates *dates)
{
  static const RelValueEntry behind[] = {
      {"before|earlier", -1}, {"after|later", 1}, {NULL, 0}};
  const RelDate anchor = r->context->anchor;
  int32_t which = 0;
  int32_t unit = 0;
  const bool is_before = take_pointer(r, &which);

  if (rel_date_is_none(anchor)) {
    return false;
  }
  if (is_before && read_named_anaphor(r, which, dates)) {
    return true;
  }
  (void)rel_date_skip(r, "same");
  if (!rel_date_take(r, rel_date_units, &unit) ||
      (!is_before && !rel_date_take(r, behind, &which)) ||
      !is_fine_enough(anchor, unit) || (!anchor.month && unit == REL_MONTH)) {
    return false;
  }
  *dates = rel_date_period(anchor, (RelTimeUnit)unit, which);
  return true;
}

bool
rel_date_relative(RelDateReader *r, RelDates *dates)
{
  static const RelDateRead readers[] = {
      read_week_of, read_day_name, read_weekday, read_ago, read_anaphor,
      read_weekend, read_span,     read_unit,    NULL};

  return rel_date_any(r, readers, dates);
}
