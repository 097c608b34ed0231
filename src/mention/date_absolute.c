// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/date_reader.h"

#include <string.h>

enum { SEASON = 3, NEAR = 3, MIN_ISO_YEAR = 1000 }; // in months

static RelDates
years(int32_t first, int32_t last)
{
  return (RelDates){{first, 0U, 0U}, {last, 0U, 0U}};
}

static bool
make_day(int32_t year, int32_t month, int32_t day, RelDate *date)
{
  if (!year || day < 1 ||
      (unsigned)day > rel_date_month_days(year, (unsigned)month)) {
    return false;
  }
  *date = (RelDate){year, (uint8_t)month, (uint8_t)day};
  return true;
}

// --------------------------------------------------- the year that is not said

/// Is a month and day (or 0) of the document's year behind its own day?
static bool
is_ahead(const RelDate *document, int32_t month, int32_t day)
{
  return month != document->month ? month > document->month
                                  : day && day > document->day;
}

/// Is the text in the middle of a story told from month to month long ago?
static bool
is_history(const RelDateReader *r)
{
  const RelDate anchor = r->context->anchor;

  return anchor.month && anchor.year < r->context->document.year - 1;
}

/// The year that a month and day (or 0) without one belong to; 0: unknown
static int32_t
nearest_year(const RelDateReader *r, int32_t month, int32_t day)
{
  const RelDate *const document = &r->context->document;
  const bool is_later = is_ahead(document, month, day);
  const bool is_same =
      month == document->month && (!day || day == document->day);

  if (!rel_date_has_document(r)) {
    return 0;
  }
  if (is_history(r)) {
    return r->context->anchor.year;
  }
  if (rel_date_is_future(r)) {
    return document->year + !(is_later || is_same);
  }
  // nothing says when: what lies ahead is taken for so within a quarter
  if (r->context->tense == REL_TENSE_NONE) {
    const int32_t ahead = (month - document->month + REL_MONTHS) % REL_MONTHS;
    const bool is_near = ahead > 0 ? ahead <= NEAR : is_later;
    return document->year + (is_near ? !is_later : -is_later);
  }
  return document->year - is_later;
}

/// The year in which "this", "last", "next" stretch of `length` months begins
static int32_t
deictic_year(const RelDateReader *r, int32_t which, int32_t month,
             int32_t length)
{
  const RelDate document = r->context->document;

  return which > 0
             ? document.year + (month <= document.month)
             : document.year - (which < 0 && document.month < month + length);
}

/// "30 September 420": no day of a month has three digits
static bool
take_old_year(RelDateReader *r, int32_t *year)
{
  *year = rel_date_digits(r, 0U);
  if (*year < 100 || *year > 999 || rel_value_word(r->words, 0U)->text[3]) {
    return false;
  }
  ++r->words->at;
  return true;
}

/// The year behind a month: "2012", "of 2012", "last year", or 0

static int32_t
year_behind(RelDateReader *r)
{
  const uint32_t at = r->words->at;
  int32_t year = 0;

  (void)rel_date_skip(r, "of|in");
  r->has_year = rel_date_take_year(r, &year) || take_old_year(r, &year);
  if (r->has_year) {
    return year;
  }
  (void)rel_date_skip(r, "the");
  if (!rel_date_is_none(r->context->anchor) &&
      rel_date_skip(r, "same year|that year")) {
    return r->context->anchor.year;
  }
  if (rel_date_has_document(r) && rel_date_take(r, rel_date_deictics, &year) &&
      rel_date_skip(r, "year")) {
    return r->context->document.year + year;
  }
  r->words->at = at;
  return 0;
}

/// The year behind the second of two months: "January-June 2016"; or 0
static int32_t
year_behind_range(RelDateReader *r)
{
  const uint32_t at = r->words->at;
  int32_t month = 0;
  const bool is_range =
      rel_date_skip_dash(r) && rel_date_take(r, rel_date_months, &month);
  const int32_t year = is_range ? year_behind(r) : 0;

  r->has_year = false;
  r->words->at = at;
  return year;
}

// ------------------------------------------------------ days, months and years

static bool
finish_days(RelDateReader *r, const int32_t month[2], const int32_t day[2],
            RelDates *dates)
{
  const bool is_over = month[1] < month[0]; // "Dec. 30-Jan. 2, 2020"
  const int32_t year = year_behind(r);
  const int32_t first =
      year ? year - is_over : nearest_year(r, month[0], day[0]);

  return first && make_day(first, month[0], day[0], &dates->begin) &&
         make_day(first + is_over, month[1], day[1], &dates->end);
}

/// "May 3" or "3 May", "the 3rd day of May"; the month may be missing
static bool
take_month_day(RelDateReader *r, bool is_day_first, int32_t *month,
               int32_t *day)
{
  if (!is_day_first) {
    (void)rel_date_take(r, rel_date_months, month);
    (void)rel_date_skip(r, "the");
    return rel_date_take_day(r, day);
  }
  if (!rel_date_take_day(r, day)) {
    return false;
  }
  (void)rel_date_skip(r, "day");
  (void)rel_date_skip(r, "of");
  (void)rel_date_take(r, rel_date_months, month);
  return true;
}

/// "-", or "and" before the next day only: "Oct. 3 and 4"
static bool
skip_to_day(RelDateReader *r, int32_t day)
{
  return rel_date_skip_dash(r) ||
         (rel_date_digits(r, 1U) == day + 1 && rel_date_skip(r, "and"));
}

/// One day, or two of which the first or the last has the month
static bool
read_days(RelDateReader *r, bool is_day_first, RelDates *dates)
{
  const int with_month = is_day_first; // of a range's two days
  int32_t month[2] = {0, 0};
  int32_t day[2] = {0, 0};

  if (!take_month_day(r, is_day_first, &month[0], &day[0])) {
    return false;
  }
  const uint32_t at = r->words->at;
  r->is_range = skip_to_day(r, day[0]) &&
                take_month_day(r, is_day_first, &month[1], &day[1]) &&
                month[with_month];
  if (!r->is_range) {
    r->words->at = at;
    month[1] = month[0];
    day[1] = day[0];
  }
  month[0] = month[0] ? month[0] : month[1];
  month[1] = month[1] ? month[1] : month[0];
  return month[0] && finish_days(r, month, day, dates);
}

static bool
read_month_day(RelDateReader *r, RelDates *dates)
{
  return rel_value_word(r->words, 0U)->kind == REL_WORD_PLAIN &&
         read_days(r, false, dates);
}

static bool
read_day_month(RelDateReader *r, RelDates *dates)
{
  return read_days(r, true, dates);
}

bool
rel_date_day(RelDateReader *r, RelDates *dates)
{
  static const RelDateRead readers[] = {read_month_day, read_day_month, NULL};

  return rel_date_any(r, readers, dates);
}

bool
rel_date_month(RelDateReader *r, RelDates *dates)
{
  int32_t which = 0;
  int32_t month = 0;
  const bool is_deictic = rel_date_take(r, rel_date_deictics, &which);

  if (!rel_date_take(r, rel_date_months, &month)) {
    return false;
  }
  int32_t year = year_behind(r);
  year = year ? year : year_behind_range(r);
  if (!year) {
    year = is_deictic && rel_date_has_document(r)
               ? deictic_year(r, which, month, 1)
               : nearest_year(r, month, 0);
  }
  dates->begin = dates->end = (RelDate){year, (uint8_t)month, 0U};
  return year != 0;
}

/// "FY19"
static bool
take_short_year(RelDateReader *r, int32_t *year)
{
  const int32_t digits = rel_date_digits(r, 0U);

  if (digits < 0 || strlen(rel_value_word(r->words, 0U)->text) != 2U) {
    return false;
  }
  ++r->words->at;
  *year = 2000 + digits;
  return true;
}

/// "2018", "fiscal 2018", "1939-45"
static bool
read_year(RelDateReader *r, RelDates *dates)
{
  int32_t year = 0;
  const bool is_fiscal = rel_date_skip_fiscal(r);

  (void)rel_date_skip(r, "year");
  if (!rel_date_take_year(r, &year) &&
      !(is_fiscal && take_short_year(r, &year))) {
    return false;
  }
  *dates = years(year, year);
  // "1939-45"
  const int32_t last = year / 100 * 100 + rel_date_digits(r, 1U);
  if (year > 0 && last > year && last < year / 100 * 100 + 100 &&
      rel_date_skip(r, "-")) {
    dates->end.year = last;
    r->is_range = true;
    ++r->words->at;
  }
  return true;
}

/// "2018-06-03", as words "2018" "-" "06" "-" "03"
static bool
read_iso(RelDateReader *r, RelDates *dates)
{
  const int32_t year = rel_date_digits(r, 0U);
  const int32_t month = rel_date_digits(r, 2U);
  const int32_t day = rel_date_digits(r, 4U);

  if (year < MIN_ISO_YEAR || !rel_value_word_is(r->words, 1U, "-") ||
      !rel_value_word_is(r->words, 3U, "-") || month < 1 ||
      month > REL_MONTHS || !make_day(year, month, day, &dates->begin)) {
    return false;
  }
  dates->end = dates->begin;
  r->words->at += 5U;
  return true;
}

// -------------------------------------------------------------- longer periods

/// "the 1980s", "the '80s", "the eighties"
static bool
read_decade(RelDateReader *r, RelDates *dates)
{
  static const RelValueEntry names[] = {
      {"twenties", 1920}, {"thirties", 1930}, {"forties", 1940},
      {"fifties", 1950},  {"sixties", 1960},  {"seventies", 1970},
      {"eighties", 1980}, {"nineties", 1990}, {NULL, 0}};
  int32_t year = 0;

  if (!rel_date_take(r, names, &year)) {
    const bool is_short = rel_date_skip(r, "'");
    const size_t length = strlen(rel_value_word(r->words, 0U)->text);
    year = rel_date_digits(r, 0U);
    ++r->words->at;
    (void)rel_date_skip(r, "'");
    if (!rel_date_skip(r, "s") || year < 0 || year % 10 ||
        length != (is_short ? 2U : 4U)) {
      return false;
    }
    year += !is_short ? 0 : year < 20 ? 2000 : 1900;
  }
  const bool is_century = year % 100 == 0 && year < 2000; // "the 1600s"
  *dates = years(year, year + (is_century ? 99 : 9));
  return true;
}

/// "the 19th century", "the 7th century BC"
static bool
read_century(RelDateReader *r, RelDates *dates)
{
  int32_t number = 0;

  if (!rel_date_take_ordinal(r, false, &number)) {
    return false;
  }
  (void)rel_date_skip(r, "-");
  if (number > 30 || !rel_date_skip(r, "century")) {
    return false;
  }
  const bool is_bc = rel_date_skip(r, "bc|bce");
  const int32_t first = 100 * (is_bc ? -number : number - 1);
  (void)(is_bc || rel_date_skip(r, "ad"));
  *dates = years(first ? first : 1, first + 99);
  return true;
}

/// "the summer of 2012", "last summer", "this winter"
static bool
read_season(RelDateReader *r, RelDates *dates)
{
  static const RelValueEntry first_months[] = {{"spring|springtime", 3},
                                               {"summer|summertime", 6},
                                               {"autumn|fall", 9},
                                               {"winter|wintertime", 12},
                                               {NULL, 0}};
  int32_t which = 0;
  int32_t month = 0;
  const bool is_deictic = rel_date_take(r, rel_date_deictics, &which);

  if (!rel_date_take(r, first_months, &month)) {
    return false;
  }
  int32_t year = year_behind(r);
  if (year && rel_date_digits(r, 1U) > 0 && rel_date_skip(r, "-")) {
    ++r->words->at; // "the winter of 1776-77"
  }
  if (!year && is_deictic && rel_date_has_document(r)) {
    year = deictic_year(r, which, month, SEASON);
  }
  // "in summer" may be any where the clause has no tense
  if (!year && !is_deictic && r->context->tense != REL_TENSE_NONE) {
    year = nearest_year(r, month, 0);
  }
  const bool is_winter = month == REL_MONTHS;
  dates->begin = (RelDate){year, (uint8_t)month, 0U};
  dates->end = (RelDate){year + is_winter,
                         (uint8_t)(is_winter ? SEASON : month + SEASON), 0U};
  return year != 0;
}

// ------------------------------------------------------------- feasts and wars

static bool
read_war(RelDateReader *r, RelDates *dates)
{
  static const RelValueEntry names[] = {
      {"world war i|first world war|wwi", 0},
      {"world war ii|world war two|second world war|wwii", 1},
      {"9 / 11", 2},
      {NULL, 0}};
  static const RelDates wars[] = {{{1914, 7, 28}, {1918, 11, 11}},
                                  {{1939, 9, 1}, {1945, 9, 2}},
                                  {{2001, 9, 11}, {2001, 9, 11}}};
  int32_t war = 0;

  if (!rel_date_take(r, names, &war)) {
    return false;
  }
  *dates = wars[war];
  return true;
}

/// "Christmas", "New Year's Day 2019", "last Christmas", "last year's
/// Christmas"

static bool
read_feast(RelDateReader *r, RelDates *dates)
{
  static const RelValueEntry feasts[] = {// 100 * month + day
                                         {"christmas eve", 1224},
                                         {"christmas day|christmas", 1225},
                                         {"boxing day", 1226},
                                         {"new year ' s eve", 1231},
                                         {"new year ' s day", 101},
                                         {"new year ' s", 101},
                                         {"halloween", 1031},
                                         {"may day", 501},
                                         {"valentine ' s day", 214},
                                         {"st patrick ' s day", 317},
                                         {NULL, 0}};
  int32_t which = 0;
  int32_t day = 0;
  const bool is_deictic = rel_date_take(r, rel_date_deictics, &which);

  if (!rel_date_take(r, feasts, &day) ||
      (is_deictic && !rel_date_has_document(r))) {
    return false;
  }
  if (is_deictic) {
    const int32_t year = deictic_year(r, which, day / 100, 1);
    dates->begin = dates->end =
        (RelDate){year, (uint8_t)(day / 100), (uint8_t)(day % 100)};
    return true;
  }

  const int32_t months[2] = {day / 100, day / 100};
  const int32_t days[2] = {day % 100, day % 100};
  return finish_days(r, months, days, dates);
}

bool
rel_date_absolute(RelDateReader *r, RelDates *dates)
{
  static const RelDateRead readers[] = {
      read_iso,    read_war,    read_feast,   rel_date_day, rel_date_month,
      read_season, read_decade, read_century, read_year,    NULL};

  return rel_date_any(r, readers, dates);
}
