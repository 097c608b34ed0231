// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/date.h"

#include "mention/clock.h"
#include "mention/decimal.h"

#include <stdlib.h>
#include <string.h>

#define SIZE(table) (sizeof(table) / sizeof(*(table)))

enum { MIN_YEAR = 1000, MAX_YEAR = 2199, MAX_PARTS = 4, MONTHS = 12 };

/// A part of a period: "the end of", "late", "the second half of"
typedef enum {
  PART_BEGIN,
  PART_END,
  PART_EARLY,
  PART_LATE,
  PART_MIDDLE,
  PART_UNTIL_NOW,    ///< "earlier this month"
  PART_FROM_NOW,     ///< "later this month"
  PART_DAY,          ///< "the morning of": the day itself
  PART_FIRST_MONTHS, ///< "first six months of", read at once
  PART_LAST_MONTHS,
  PART_QUARTER, ///< And the three after it: PART_QUARTER + n - 1
  PART_HALF = PART_QUARTER + 4,
} Part;

/// What of the time the words before it ask for
typedef enum { MARK_NONE, MARK_BY, MARK_BEFORE, MARK_SINCE, MARK_AFTER } Mark;

typedef struct {
  RelValueWords *words;
  const RelTimeContext *context;
  Mark mark;
  bool is_about;
  bool is_between; ///< "and" makes an interval
  bool is_in;      ///< "in two months" may be ahead
  bool has_year;   ///< The year stood behind the month
  bool is_range;   ///< "May 3 to 5" was read as one
  RelClock clock;
  RelClock last_clock; ///< Of the end of an interval
  int32_t parts[MAX_PARTS];
  uint32_t n_parts;
} Reader;

static const RelValueEntry month_names[] = {
    {"january", 1},  {"february", 2},  {"march", 3},     {"april", 4},
    {"may", 5},      {"june", 6},      {"july", 7},      {"august", 8},
    {"october", 10}, {"november", 11}, {"september", 9}, {"december", 12},
    {"jan", 1},      {"feb", 2},       {"mar", 3},       {"apr", 4},
    {"jun", 6},      {"jul", 7},       {"aug", 8},       {"sept", 9},
    {"sep", 9},      {"oct", 10},      {"nov", 11},      {"dec", 12},
};

static const RelValueEntry weekday_names[] = {
    {"monday", 0}, {"tuesday", 1},  {"wednesday", 2}, {"thursday", 3},
    {"friday", 4}, {"saturday", 5}, {"sunday", 6},    {"mon", 0},
    {"tue", 1},    {"tues", 1},     {"wed", 2},       {"thu", 3},
    {"thur", 3},   {"thurs", 3},    {"fri", 4},       {"sat", 5},
    {"sun", 6},
};

static const RelValueEntry unit_names[] = {
    {"day", REL_DAY},         {"days", REL_DAY},
    {"week", REL_WEEK},       {"weeks", REL_WEEK},
    {"month", REL_MONTH},     {"months", REL_MONTH},
    {"quarter", REL_QUARTER}, {"quarters", REL_QUARTER},
    {"year", REL_YEAR},       {"years", REL_YEAR},
    {"decade", REL_DECADE},   {"decades", REL_DECADE},
    {"century", REL_CENTURY}, {"centuries", REL_CENTURY},
};

/// First months
static const RelValueEntry season_names[] = {
    {"spring", 3},  {"summer", 6},     {"autumn", 9},     {"fall", 9},
    {"winter", 12}, {"springtime", 3}, {"summertime", 6}, {"wintertime", 12},
};

static const RelValueEntry ordinal_names[] = {
    {"first", 1},       {"second", 2},       {"third", 3},
    {"fourth", 4},      {"fifth", 5},        {"sixth", 6},
    {"seventh", 7},     {"eighth", 8},       {"ninth", 9},
    {"tenth", 10},      {"eleventh", 11},    {"twelfth", 12},
    {"thirteenth", 13}, {"fourteenth", 14},  {"fifteenth", 15},
    {"sixteenth", 16},  {"seventeenth", 17}, {"eighteenth", 18},
    {"nineteenth", 19}, {"twentieth", 20},
};

static const RelValueEntry decade_names[] = {
    {"twenties", 20}, {"thirties", 30},  {"forties", 40},  {"fifties", 50},
    {"sixties", 60},  {"seventies", 70}, {"eighties", 80}, {"nineties", 90},
};

/// Periods before or after the one of the document
static const RelValueEntry deictics[] = {
    {"this", 0},  {"current", 0}, {"last", -1},  {"previous", -1},
    {"past", -1}, {"next", 1},    {"coming", 1}, {"upcoming", 1},
};

static bool
skip(Reader *r, const char *phrase)
{
  return rel_value_words_skip_phrase(r->words, phrase);
}

static bool
find(const Reader *r, uint32_t k, const RelValueEntry *table, size_t n,
     int32_t *number)
{
  return rel_value_word_find(r->words, k, table, n, number);
}

/// Go past the next word if it is in the table
static bool
take(Reader *r, const RelValueEntry *table, size_t n, int32_t *number)
{
  const bool is_there = find(r, 0U, table, n, number);

  r->words->at += is_there;
  return is_there;
}

static RelDates
one(RelDate date)
{
  return (RelDates){date, date};
}

static RelDate
year_date(int32_t year)
{
  return (RelDate){year, 0U, 0U};
}

static bool
has_document(const Reader *r)
{
  return !rel_date_is_none(r->context->document);
}

/// Do words or tense say that the time is still to come?
static bool
is_future(const Reader *r)
{
  return r->context->tense == REL_TENSE_FUTURE ||
         (r->context->tense == REL_TENSE_NONE && r->mark == MARK_BY);
}

// ------------------------------------------------------------------ numbers

/// A whole number in digits without sign or point, or -1
static int32_t
digits_at(const Reader *r, uint32_t k)
{
  const RelValueWord *const word = rel_value_word(r->words, k);
  const bool is_whole = word->kind == REL_WORD_NUMBER &&
                        !strchr(word->text, '.') && strlen(word->text) <= 5U;

  return is_whole ? (int32_t)strtol(word->text, NULL, 10) : -1;
}

static bool
is_ordinal_ending(const RelValueWord *word)
{
  static const char *const endings[] = {"st", "nd", "rd", "th"};

  for (size_t i = 0; i < SIZE(endings); ++i) {
    if (!strcmp(word->text, endings[i])) {
      return true;
    }
  }
  return false;
}

/// "3", "3rd", "third"
static bool
take_day(Reader *r, int32_t *day)
{
  const uint32_t at = r->words->at;

  *day = digits_at(r, 0U);
  if (*day >= 1 && *day <= 31) {
    ++r->words->at;
    if (is_ordinal_ending(rel_value_word(r->words, 0U))) {
      ++r->words->at;
    }
    return true;
  }
  if (take(r, ordinal_names, SIZE(ordinal_names), day)) {
    return true;
  }
  r->words->at = at;
  return false;
}

/// "5th", "fifth"; for centuries, quarters and halves
static bool
take_ordinal(Reader *r, int32_t *number)
{
  *number = digits_at(r, 0U);
  if (*number > 0 && is_ordinal_ending(rel_value_word(r->words, 1U))) {
    r->words->at += 2U;
    return true;
  }
  return take(r, ordinal_names, SIZE(ordinal_names), number);
}

static bool
skip_before_christ(Reader *r)
{
  return skip(r, "bc") || skip(r, "bce");
}

/// Are years of three digits talked about: "in 347"?
static bool
is_antiquity(const Reader *r)
{
  const int32_t year = r->context->anchor.year;

  return year != 0 && year < MIN_YEAR;
}

/// A year that may have two digits, or an era behind it
static bool
has_mark_of_year(Reader *r, bool is_short, size_t length, int32_t *year)
{
  if (is_short && length == 2U) {
    *year += *year > 40 ? 1900 : 2000;
    return true;
  }
  if (skip_before_christ(r)) {
    *year = -*year;
    return true;
  }
  return skip(r, "ad") || skip(r, "ce");
}

/// "1998", "'98", "AD 842", "508 BC"
static bool
take_year(Reader *r, int32_t *year)
{
  const uint32_t at = r->words->at;
  const bool is_ad = skip(r, "ad") || skip(r, "ce");
  const bool is_short = skip(r, "'");
  const size_t length = strlen(rel_value_word(r->words, 0U)->text);

  *year = digits_at(r, 0U);
  if (*year > 0) {
    ++r->words->at;
    if (has_mark_of_year(r, is_short, length, year) || is_ad ||
        (length == 4U && *year >= MIN_YEAR && *year <= MAX_YEAR)) {
      return true;
    }
    if (length == 3U && is_antiquity(r)) {
      *year = r->context->anchor.year < 0 ? -*year : *year;
      return true;
    }
  }
  r->words->at = at;
  return false;
}

// ---------------------------------------------------- days, months and years

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

/// Is a month and day (or 0) of the document's year behind its own day?
static bool
is_ahead(const RelDate *document, int32_t month, int32_t day)
{
  return month != document->month ? month > document->month
                                  : day && day > document->day;
}

/// Is the text in the middle of a story told from month to month long ago?
static bool
is_history(const Reader *r)
{
  const RelDate anchor = r->context->anchor;

  return anchor.month && has_document(r) &&
         anchor.year < r->context->document.year - 1;
}

/// The year that a month and day (or 0) without one belong to; 0: unknown
static int32_t
nearest_year(const Reader *r, int32_t month, int32_t day)
{
  const RelDate *const document = &r->context->document;
  const bool is_later = is_ahead(document, month, day);
  const bool is_same =
      month == document->month && (!day || day == document->day);

  if (!has_document(r)) {
    return 0;
  }
  if (is_history(r)) {
    return r->context->anchor.year;
  }
  if (is_future(r)) {
    return document->year + !(is_later || is_same);
  }
  // nothing says when: what lies ahead is taken for so within a quarter
  if (r->context->tense == REL_TENSE_NONE) {
    const int32_t ahead = (month - document->month + MONTHS) % MONTHS;
    const bool is_near = ahead > 0 ? ahead <= 3 : is_later;
    return document->year + (is_near ? !is_later : -is_later);
  }
  return document->year - is_later;
}

/// The year behind a month: "2012", "of 2012", "last year", or 0
static int32_t
year_behind(Reader *r)
{
  const uint32_t at = r->words->at;
  int32_t year = 0;

  (void)(skip(r, "of") || skip(r, "in"));
  r->has_year = take_year(r, &year);
  if (r->has_year) {
    return year;
  }
  (void)skip(r, "the");
  if (has_document(r) && find(r, 0U, deictics, SIZE(deictics), &year) &&
      rel_value_word_is(r->words, 1U, "year")) {
    r->words->at += 2U;
    return r->context->document.year + year;
  }
  if (!rel_date_is_none(r->context->anchor) &&
      (skip(r, "same year") || skip(r, "that year"))) {
    return r->context->anchor.year;
  }
  r->words->at = at;
  return 0;
}

static bool
finish_days(const Reader *r, int32_t year, const int32_t month[2],
            const int32_t day[2], RelDates *dates)
{
  const int32_t first = year ? year : nearest_year(r, month[0], day[0]);
  const int32_t last = first + (!year && month[1] < month[0]);

  return first && make_day(first, month[0], day[0], &dates->begin) &&
         make_day(last, month[1], day[1], &dates->end);
}

static bool
skip_dash(Reader *r)
{
  return skip(r, "-") || skip(r, "to") || skip(r, "through") ||
         skip(r, "until") || (r->is_between && skip(r, "and"));
}

/// "Oct. 3 and 4": the next day only
static bool
skip_and_next(Reader *r, int32_t day)
{
  if (rel_value_word_is(r->words, 0U, "and") && digits_at(r, 1U) == day + 1) {
    ++r->words->at;
    return true;
  }
  return false;
}

/// "May 3-4, 2018", "May 30 to June 2", "May 3"
static bool
read_month_day(Reader *r, RelDates *dates)
{
  int32_t month[2] = {0, 0};
  int32_t day[2] = {0, 0};

  if (!take(r, month_names, SIZE(month_names), &month[0])) {
    return false;
  }
  month[1] = month[0];
  (void)skip(r, "the");
  if (!take_day(r, &day[0])) {
    return false;
  }
  day[1] = day[0];
  const uint32_t at = r->words->at;
  if (skip_dash(r) || skip_and_next(r, day[0])) {
    (void)take(r, month_names, SIZE(month_names), &month[1]);
    r->is_range = take_day(r, &day[1]);
    if (!r->is_range) {
      r->words->at = at;
      month[1] = month[0];
      day[1] = day[0];
    }
  }
  return finish_days(r, year_behind(r), month, day, dates);
}

/// "3-4 May 2018", "3 May", "the 3rd of May", "30 May to 2 June"
static bool
read_day_month(Reader *r, RelDates *dates)
{
  int32_t month[2] = {0, 0};
  int32_t day[2] = {0, 0};

  if (!take_day(r, &day[0])) {
    return false;
  }
  (void)skip(r, "day");
  day[1] = day[0];
  const bool has_month = take(r, month_names, SIZE(month_names), &month[0]);
  const uint32_t at = r->words->at;
  r->is_range =
      (skip_dash(r) || skip_and_next(r, day[0])) && take_day(r, &day[1]);
  if (!r->is_range) {
    r->words->at = at;
  }
  (void)skip(r, "of");
  if (!take(r, month_names, SIZE(month_names), &month[1])) {
    if (!has_month) {
      return false;
    }
    month[1] = month[0];
    day[1] = day[0];
    r->words->at = at;
    r->is_range = false;
  }
  month[0] = has_month ? month[0] : month[1];
  return finish_days(r, year_behind(r), month, day, dates);
}

/// The year behind the second of two months: "January-June 2016"; or 0
static int32_t
year_behind_range(Reader *r)
{
  const uint32_t at = r->words->at;
  int32_t month = 0;
  const bool is_range =
      skip_dash(r) && take(r, month_names, SIZE(month_names), &month);
  const int32_t year = is_range ? year_behind(r) : 0;

  r->has_year = false;
  r->words->at = at;
  return year;
}

/// "March", "March 2018", "last March", "March last year"
static bool
read_month(Reader *r, RelDates *dates)
{
  const RelDate document = r->context->document;
  int32_t which = 0;
  int32_t month = 0;
  const bool is_deictic = take(r, deictics, SIZE(deictics), &which);

  if (!take(r, month_names, SIZE(month_names), &month)) {
    return false;
  }
  int32_t year = year_behind(r);
  year = year ? year : year_behind_range(r);
  if (!year && is_deictic && has_document(r)) {
    const bool is_later = month > document.month;
    const bool is_earlier = month < document.month;
    year = which > 0   ? document.year + !is_later
           : which < 0 ? document.year - !is_earlier
                       : document.year;
  } else if (!year) {
    year = nearest_year(r, month, 0);
  }
  *dates = one((RelDate){year, (uint8_t)month, 0U});
  return year != 0;
}

/// "fiscal", "FY": such a year begins in a month that the words do not tell
static bool
skip_fiscal(Reader *r)
{
  const bool is_fiscal =
      skip(r, "fiscal") || skip(r, "financial") || skip(r, "fy");

  r->is_about = r->is_about || is_fiscal;
  return is_fiscal;
}

/// "FY19"
static bool
take_short_year(Reader *r, int32_t *year)
{
  const int32_t digits = digits_at(r, 0U);

  if (digits < 0 || strlen(rel_value_word(r->words, 0U)->text) != 2U) {
    return false;
  }
  ++r->words->at;
  *year = 2000 + digits;
  return true;
}

static bool
read_plain_year(Reader *r, RelDates *dates)
{
  int32_t year = 0;

  const bool is_fiscal = skip_fiscal(r);
  (void)skip(r, "year");
  if (!take_year(r, &year) && !(is_fiscal && take_short_year(r, &year))) {
    return false;
  }
  *dates = one(year_date(year));
  // "1939-45"
  const int32_t last = digits_at(r, 1U);
  if (year > 0 && rel_value_word_is(r->words, 0U, "-") && last > 0 &&
      last < 100 && year / 100 * 100 + last > year) {
    dates->end.year = year / 100 * 100 + last;
    r->is_range = true;
    r->words->at += 2U;
  }
  return true;
}

/// "2018-06-03", as words "2018" "-" "06" "-" "03"
static bool
read_iso(Reader *r, RelDates *dates)
{
  const int32_t year = digits_at(r, 0U);
  const int32_t month = digits_at(r, 2U);
  const int32_t day = digits_at(r, 4U);

  if (year < MIN_YEAR || !rel_value_word_is(r->words, 1U, "-") ||
      !rel_value_word_is(r->words, 3U, "-") || month < 1 || month > MONTHS ||
      !make_day(year, month, day, &dates->begin)) {
    return false;
  }
  dates->end = dates->begin;
  r->words->at += 5U;
  return true;
}

/// "the 1980s", "the '80s", "the eighties"
static bool
read_decade(Reader *r, RelDates *dates)
{
  int32_t year = 0;

  if (take(r, decade_names, SIZE(decade_names), &year)) {
    year += 1900;
  } else {
    const bool is_short = skip(r, "'");
    const size_t length = strlen(rel_value_word(r->words, 0U)->text);
    year = digits_at(r, 0U);
    ++r->words->at;
    (void)skip(r, "'");
    if (!skip(r, "s") || year < 0 || year % 10 ||
        length != (is_short ? 2U : 4U)) {
      return false;
    }
    year += !is_short ? 0 : year < 20 ? 2000 : 1900;
  }
  const bool is_century = year % 100 == 0 && year < 2000; // "the 1600s"
  *dates = (RelDates){year_date(year), year_date(year + (is_century ? 99 : 9))};
  return true;
}

/// "the 19th century", "the 7th century BC"
static bool
read_century(Reader *r, RelDates *dates)
{
  int32_t number = 0;

  if (!take_ordinal(r, &number)) {
    return false;
  }
  (void)skip(r, "-");
  if (number > 30 || !skip(r, "century")) {
    return false;
  }
  if (skip_before_christ(r)) {
    *dates =
        (RelDates){year_date(-100 * number), year_date(-100 * number + 99)};
    return true;
  }
  (void)skip(r, "ad");
  const int32_t first = 100 * (number - 1);
  *dates = (RelDates){year_date(first ? first : 1), year_date(first + 99)};
  return true;
}

// ------------------------------------------------------------------ seasons

static RelDates
season_of(int32_t year, int32_t month)
{
  const bool is_winter = month == MONTHS;

  return (RelDates){
      {year, (uint8_t)month, 0U},
      {year + is_winter, (uint8_t)(is_winter ? 3 : month + 3), 0U}};
}

/// "the summer of 2012", "last summer", "this winter"
static bool
read_season(Reader *r, RelDates *dates)
{
  const RelDate document = r->context->document;
  int32_t which = 0;
  int32_t month = 0;
  const bool is_deictic = take(r, deictics, SIZE(deictics), &which);

  if (!take(r, season_names, SIZE(season_names), &month)) {
    return false;
  }
  int32_t year = year_behind(r);
  const int32_t last = digits_at(r, 1U);
  if (year && rel_value_word_is(r->words, 0U, "-") && last > 0) {
    r->words->at += 2U; // "the winter of 1776-77"
  }
  if (!year && is_deictic && has_document(r)) {
    const bool is_over = document.month > month + 2;
    const bool is_ahead = document.month < month;
    year = which > 0   ? document.year + !is_ahead
           : which < 0 ? document.year - !is_over
                       : document.year;
  }
  // "in summer" may be any where the clause has no tense
  if (!year && !is_deictic && r->context->tense != REL_TENSE_NONE) {
    year = nearest_year(r, month, 0);
  }
  *dates = season_of(year, month);
  return year != 0;
}

// ----------------------------------------------------- counted from a day

/// Day `n` days from the document's
static bool
set_day(const Reader *r, int32_t n, RelDates *dates)
{
  *dates = rel_date_period(r->context->document, REL_DAY, n);
  return has_document(r);
}

/// "today", "last night", "this morning"
static bool
read_day_name(Reader *r, RelDates *dates)
{
  static const struct {
    const char *words;
    int32_t day;
  } names[] = {
      {"the day before yesterday", -2},
      {"day before yesterday", -2},
      {"the day after tomorrow", 2},
      {"day after tomorrow", 2},
      {"today", 0},
      {"yesterday", -1},
      {"tomorrow", 1},
      {"tonight", 0},
      {"last night", -1},
      {"last evening", -1},
      {"this morning", 0},
      {"this afternoon", 0},
      {"this evening", 0},
      {"this day", 0},
      {"overnight", 0},
  };

  for (size_t i = 0; i < SIZE(names); ++i) {
    if (skip(r, names[i].words)) {
      return set_day(r, names[i].day, dates);
    }
  }
  return false;
}

/// The weekday of a week that is named behind it: "Friday last week"
static bool
weekday_of_week(Reader *r, int32_t weekday, RelDates *dates)
{
  const uint32_t at = r->words->at;
  int32_t which = 0;

  (void)skip(r, "of");
  if (has_document(r) && take(r, deictics, SIZE(deictics), &which) &&
      skip(r, "week")) {
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
weekday_distance(const Reader *r, int32_t weekday, bool is_deictic,
                 int32_t which)
{
  const int32_t today = (int32_t)rel_date_weekday(r->context->document);
  const int32_t ahead = (weekday - today + 7) % 7;
  const int32_t behind = ahead ? ahead - 7 : 0;

  if (is_deictic) {
    return which > 0   ? (ahead ? ahead : 7)
           : which < 0 ? (behind ? behind : -7)
                       : weekday - today;
  }
  return is_future(r) ? ahead : behind;
}

/// "Friday", "last Friday", "Friday, May 8, 2009", "Friday night"
static bool
read_weekday(Reader *r, RelDates *dates)
{
  int32_t which = 0;
  int32_t weekday = 0;
  const bool is_deictic = take(r, deictics, SIZE(deictics), &which);

  if (!take(r, weekday_names, SIZE(weekday_names), &weekday)) {
    return false;
  }
  const uint32_t at = r->words->at;
  if (read_month_day(r, dates)) {
    return true;
  }
  r->words->at = at;
  if (read_day_month(r, dates)) {
    return true;
  }
  r->words->at = at;
  if (weekday_of_week(r, weekday, dates)) {
    return true;
  }
  return set_day(r, weekday_distance(r, weekday, is_deictic, which), dates);
}

static bool
read_weekend(Reader *r, RelDates *dates)
{
  int32_t which = 0;
  const bool is_deictic = take(r, deictics, SIZE(deictics), &which);
  RelDate day = r->context->document;

  if (!skip(r, "weekend") || !has_document(r)) {
    return false;
  }
  const unsigned weekday = rel_date_weekday(day);
  if (!is_deictic && !is_future(r) && weekday < 5U) {
    which = -1; // "at the weekend" told on a workday
  }
  day = rel_date_period(day, REL_WEEK, which).begin;
  dates->begin = rel_date_period(day, REL_DAY, 5).begin;
  dates->end = rel_date_period(day, REL_DAY, 6).begin;
  return true;
}

/// Was the unit just taken "weeks"? "The coming weeks" are no period
static bool
is_plural_unit(const Reader *r)
{
  const char *const text = r->words->words[r->words->at - 1U].text;

  return text[strlen(text) - 1U] == 's';
}

/// "this week", "last year", "next month"; "the year" only after "end of"
static bool
read_unit(Reader *r, RelDates *dates)
{
  int32_t which = 0;
  int32_t unit = 0;
  const bool is_deictic = take(r, deictics, SIZE(deictics), &which);

  if ((!is_deictic && !r->n_parts) || !has_document(r)) {
    return false;
  }
  if (is_deictic && which == 0) {
    (void)skip(r, "past"); // "this past week"
  }
  (void)skip_fiscal(r);
  if (!take(r, unit_names, SIZE(unit_names), &unit) || is_plural_unit(r)) {
    return false;
  }
  *dates = rel_date_period(r->context->document, (RelTimeUnit)unit, which);
  return true;
}

/// Whole years, months or days around the day `n` units from `date`
static RelDates
shifted(RelDate date, int32_t unit, int32_t n)
{
  if (unit == REL_DECADE || unit == REL_CENTURY) {
    return rel_date_period(date, REL_YEAR, n * (unit == REL_DECADE ? 10 : 100));
  }
  if (unit == REL_QUARTER) {
    return rel_date_period(date, REL_MONTH, 3 * n);
  }
  return rel_date_period(date, (RelTimeUnit)unit, n);
}

/// "two", "a", "10" before a unit
static bool
take_count(Reader *r, int32_t *count)
{
  const uint32_t at = r->words->at;
  RelDecimal number = {0U, 0};
  int32_t unit = 0;

  if ((skip(r, "a") || skip(r, "an")) &&
      (find(r, 0U, unit_names, SIZE(unit_names), &unit) ||
       rel_value_word_is(r->words, 0U, "fortnight"))) {
    *count = 1;
    return true;
  }
  r->words->at = at;
  if (!rel_decimal_read(r->words, &number)) {
    return false;
  }
  *count = rel_decimal_whole(number);
  return *count > 0 && *count < 1000000;
}

/// "two weeks from now", "in two weeks' time", "will open in two weeks"
static bool
skip_from_now(Reader *r)
{
  return skip(r, "from now") || skip(r, "hence") || skip(r, "' time") ||
         skip(r, "' s time") ||
         (r->is_in && r->context->tense == REL_TENSE_FUTURE &&
          rel_value_word(r->words, 0U)->kind == REL_WORD_END);
}

/// A count and its unit: "two weeks", "48 hours", "a fortnight"
static bool
take_length(Reader *r, int32_t *count, int32_t *unit)
{
  if (!take_count(r, count)) {
    return false;
  }
  if (skip(r, "hours")) {
    *unit = REL_DAY;
    *count /= 24;
    return true;
  }
  if (skip(r, "fortnight") || skip(r, "fortnights")) {
    *unit = REL_WEEK;
    *count *= 2;
    return true;
  }
  return take(r, unit_names, SIZE(unit_names), unit);
}

/// "ago", "from now", "later": which way to count, and from where
static bool
take_direction(Reader *r, int32_t *count, RelDate *from)
{
  *from = r->context->document;
  if (skip(r, "ago") || skip(r, "back")) {
    *count = -*count;
    return true;
  }
  if (skip_from_now(r)) {
    return true;
  }
  *from = r->context->anchor;
  if (skip(r, "earlier") || skip(r, "before") || skip(r, "previously")) {
    *count = -*count;
    return true;
  }
  return skip(r, "later") || skip(r, "after") || skip(r, "on");
}

/// "two years ago", "a week from now", "more than a year later"
static bool
read_ago(Reader *r, RelDates *dates)
{
  const bool is_more = skip(r, "more than") || skip(r, "over");
  const bool is_nearly = skip(r, "nearly") || skip(r, "almost");
  RelDate from = {0, 0, 0};
  int32_t count = 0;
  int32_t unit = 0;

  if (!take_length(r, &count, &unit) || !take_direction(r, &count, &from) ||
      rel_date_is_none(from) ||
      (!from.day && (unit == REL_DAY || unit == REL_WEEK))) {
    return false;
  }
  *dates = shifted(from, unit, count);
  dates->begin.year -= dates->begin.year <= 0; // there is no year 0
  dates->end.year -= dates->end.year <= 0;
  if (is_more && r->mark == MARK_NONE) {
    r->mark = count < 0 ? MARK_BEFORE : MARK_AFTER;
  }
  r->is_about = r->is_about || is_nearly;
  return true;
}

/// "the past three years", "the next 10 days", "the past decade"
static bool
read_span(Reader *r, RelDates *dates)
{
  int32_t which = 0;
  int32_t count = 1;
  int32_t unit = 0;

  (void)skip(r, "this");
  const bool is_past = rel_value_word_is(r->words, 0U, "past");
  if (!has_document(r) || !take(r, deictics, SIZE(deictics), &which) ||
      which == 0) {
    return false;
  }
  if (!take_count(r, &count) && !is_past) {
    return false;
  }
  if (!take(r, unit_names, SIZE(unit_names), &unit)) {
    return false;
  }
  const RelDates far = shifted(r->context->document, unit, which * count);
  dates->begin = which < 0 ? far.begin : r->context->document;
  dates->end = which < 0 ? r->context->document : far.end;
  return true;
}

/// "that year", "the following month", "the next day", "the year before"
static bool
read_anaphor(Reader *r, RelDates *dates)
{
  static const RelValueEntry before[] = {{"that", 0},      {"same", 0},
                                         {"following", 1}, {"next", 1},
                                         {"previous", -1}, {"preceding", -1}};
  static const RelValueEntry behind[] = {
      {"before", -1}, {"earlier", -1}, {"after", 1}, {"later", 1}};
  const RelDate anchor = r->context->anchor;
  int32_t which = 0;
  int32_t unit = 0;
  const bool is_before = take(r, before, SIZE(before), &which);

  (void)skip(r, "same");
  if (!take(r, unit_names, SIZE(unit_names), &unit) ||
      (!is_before && !take(r, behind, SIZE(behind), &which)) ||
      rel_date_is_none(anchor) ||
      (!anchor.day && (unit == REL_DAY || unit == REL_WEEK)) ||
      (!anchor.month && unit == REL_MONTH)) {
    return false;
  }
  *dates = rel_date_period(anchor, (RelTimeUnit)unit, which);
  return true;
}

/// Times that have a name of their own
static bool
read_named(Reader *r, RelDates *dates)
{
  static const struct {
    const char *words;
    RelDates dates;
  } wars[] = {
      {"world war ii", {{1939, 9, 1}, {1945, 9, 2}}},
      {"world war two", {{1939, 9, 1}, {1945, 9, 2}}},
      {"second world war", {{1939, 9, 1}, {1945, 9, 2}}},
      {"wwii", {{1939, 9, 1}, {1945, 9, 2}}},
      {"world war i", {{1914, 7, 28}, {1918, 11, 11}}},
      {"first world war", {{1914, 7, 28}, {1918, 11, 11}}},
      {"wwi", {{1914, 7, 28}, {1918, 11, 11}}},
      {"9 / 11", {{2001, 9, 11}, {2001, 9, 11}}},
  };
  static const struct {
    const char *words;
    uint8_t month;
    uint8_t day;
  } feasts[] = {{"christmas eve", 12, 24},    {"christmas day", 12, 25},
                {"christmas", 12, 25},        {"boxing day", 12, 26},
                {"new year ' s eve", 12, 31}, {"new year ' s day", 1, 1},
                {"halloween", 10, 31},        {"valentine ' s day", 2, 14}};

  for (size_t i = 0; i < SIZE(wars); ++i) {
    if (skip(r, wars[i].words)) {
      *dates = wars[i].dates;
      return true;
    }
  }
  for (size_t i = 0; i < SIZE(feasts); ++i) {
    if (skip(r, feasts[i].words)) {
      const int32_t year = year_behind(r);
      const int32_t month = feasts[i].month;
      const int32_t day = feasts[i].day;
      return make_day(year ? year : nearest_year(r, month, day), month, day,
                      &dates->begin) &&
             make_day(year ? year : nearest_year(r, month, day), month, day,
                      &dates->end);
    }
  }
  return false;
}

// ------------------------------------------------------------------ the whole

// ------------------------------------------------------- stretches of business

static void
add_part(Reader *r, int32_t part)
{
  if (r->n_parts < MAX_PARTS) {
    r->parts[r->n_parts++] = part;
  }
}

/// Days, months or years [first, last] in the place of a period's own
static RelDates
middle_of(RelDates dates, int32_t first, int32_t last)
{
  RelDates part = {dates.begin, dates.begin};

  if (dates.begin.month) {
    part.begin.day = (uint8_t)first;
    part.end.day = (uint8_t)last;
  } else {
    part.begin.month = (uint8_t)first;
    part.end.month = (uint8_t)last;
  }
  return part;
}

/// Months of "half", "quarter", "month", "year"; 0 for other units
static int32_t
months_of_unit(Reader *r)
{
  static const RelValueEntry units[] = {
      {"month", 1}, {"months", 1}, {"quarter", 3}, {"quarters", 3},
      {"half", 6},  {"year", 12},  {"years", 12}};
  int32_t months = 0;

  (void)skip_fiscal(r);
  return take(r, units, SIZE(units), &months) ? months : 0;
}

/// Month `n` months from `date`'s
static RelDate
month_from(RelDate date, int32_t n)
{
  date.day = 0U;
  return rel_date_period(date, REL_MONTH, n).begin;
}

/// "week to March 5": seven days
static bool
end_week(RelDates *dates)
{
  dates->begin = rel_date_period(dates->end, REL_DAY, -6).begin;
  return dates->end.day != 0U;
}

/// The last of the months `n` of which end with a month or day
static bool
end_stretch(int32_t n, RelDates *dates)
{
  const RelDate end = dates->end;

  if (!end.month || rel_date_number(dates->begin) != rel_date_number(end)) {
    return false;
  }
  dates->begin = month_from(end, 1 - n);
  if (end.day) {
    if (end.day != rel_date_last(month_from(end, 0)).day) {
      return false; // "the year to May 3": from which day?
    }
    dates->begin.day = 1U;
  }
  return true;
}

/// "three months to September", "quarter ended June 30", "year to March 2019"
static bool
read_ended(Reader *r, RelDates *dates)
{
  int32_t count = 1;

  (void)take_count(r, &count);
  const bool is_week = count == 1 && skip(r, "week");
  const int32_t months = is_week ? 0 : months_of_unit(r);
  if ((!months && !is_week) || count > MONTHS) {
    return false;
  }
  if (!skip(r, "ended") && !skip(r, "ending") && !skip(r, "to") &&
      !skip(r, "through")) {
    return false;
  }
  (void)(skip(r, "on") || skip(r, "in") || skip(r, "the end of"));
  r->is_about = false; // its end is told
  const uint32_t at = r->words->at;
  if (!read_month_day(r, dates)) {
    r->words->at = at;
    if (!read_month(r, dates)) {
      return false;
    }
  }
  return is_week ? end_week(dates) : end_stretch(count * months, dates);
}

/// "the first nine months of the year": of `dates`, a year
static bool
read_slice(Reader *r, RelDates *dates)
{
  static const RelValueEntry ends[] = {
      {"first", 1}, {"opening", 1}, {"last", -1}, {"final", -1}};
  int32_t which = 0;
  int32_t count = 0;

  if (!take(r, ends, SIZE(ends), &which) || !take_count(r, &count)) {
    return false;
  }
  const int32_t months = months_of_unit(r);
  if (!months || (!skip(r, "of the") && !skip(r, "of"))) {
    return false;
  }
  add_part(r, which > 0 ? PART_FIRST_MONTHS : PART_LAST_MONTHS);
  const uint32_t at = r->words->at;
  bool is_year = read_plain_year(r, dates);
  if (!is_year) {
    r->words->at = at;
    is_year = read_unit(r, dates);
  }
  --r->n_parts;
  const int32_t n = count * months;
  if (!is_year || dates->begin.month || n >= MONTHS ||
      dates->begin.year != dates->end.year) {
    return false;
  }
  const int32_t first = which > 0 ? 1 : MONTHS + 1 - n;
  *dates = middle_of(*dates, first, first + n - 1);
  return true;
}

/// What a time may be; the first that reads it wins
static bool (*const readers[])(Reader *, RelDates *) = {
    read_iso,   read_day_name, read_weekday,    read_ago,       read_anaphor,
    read_named, read_ended,    read_slice,      read_month_day, read_day_month,
    read_month, read_season,   read_weekend,    read_decade,    read_century,
    read_span,  read_unit,     read_plain_year,
};

static bool
read_period(Reader *r, RelDates *dates)
{
  const uint32_t at = r->words->at;

  for (size_t i = 0; i < SIZE(readers); ++i) {
    // "the next day" counts from the time before, "next day" from today
    r->words->at = at;
    if (readers[i](r, dates)) {
      return true;
    }
  }
  r->words->at = at;
  return false;
}

/// "Q3", "3Q"
static bool
take_short_quarter(Reader *r, int32_t *number)
{
  const uint32_t digit = rel_value_word_is(r->words, 0U, "q");

  *number = digits_at(r, digit);
  if (*number < 1 || *number > 4 ||
      !(digit || (rel_value_word_is(r->words, 1U, "q") &&
                  rel_value_word(r->words, 1U)->is_glued))) {
    return false;
  }
  r->words->at += 2U;
  return true;
}

/// "third", "final" before a quarter or half
static bool
take_nth(Reader *r, int32_t *number)
{
  if (skip(r, "final") || skip(r, "closing")) {
    *number = rel_value_word_is(r->words, 0U, "half") ? 2 : 4;
    return true;
  }
  return take_ordinal(r, number);
}

/// "the third quarter of", "the first half of", "Q3", "fiscal third quarter"
static bool
read_fraction(Reader *r)
{
  const uint32_t at = r->words->at;
  const bool was_about = r->is_about;
  int32_t number = 0;

  (void)skip_fiscal(r);
  if (take_short_quarter(r, &number)) {
    (void)skip(r, "of");
    add_part(r, PART_QUARTER + number - 1);
    return true;
  }
  if (take_nth(r, &number)) {
    (void)skip(r, "-");
    (void)skip_fiscal(r);
    const bool is_half = skip(r, "half");
    if (number <= (is_half ? 2 : 4) && (is_half || skip(r, "quarter"))) {
      (void)skip(r, "of");
      add_part(r, (is_half ? PART_HALF : PART_QUARTER) + number - 1);
      return true;
    }
  }
  r->words->at = at;
  r->is_about = was_about;
  return false;
}

static bool
read_part(Reader *r)
{
  static const struct {
    const char *words;
    Part part;
  } parts[] = {
      {"morning of", PART_DAY},       {"afternoon of", PART_DAY},
      {"evening of", PART_DAY},       {"night of", PART_DAY},
      {"end of", PART_END},           {"close of", PART_END},
      {"start of", PART_BEGIN},       {"beginning of", PART_BEGIN},
      {"turn of", PART_BEGIN},        {"middle of", PART_MIDDLE},
      {"mid -", PART_MIDDLE},         {"mid", PART_MIDDLE},
      {"early in", PART_EARLY},       {"early", PART_EARLY},
      {"late in", PART_LATE},         {"late", PART_LATE},
      {"earlier in", PART_UNTIL_NOW}, {"earlier", PART_UNTIL_NOW},
      {"later in", PART_FROM_NOW},    {"later", PART_FROM_NOW},
  };

  for (size_t i = 0; i < SIZE(parts); ++i) {
    if (skip(r, parts[i].words)) {
      (void)skip(r, "-");
      add_part(r, (int32_t)parts[i].part);
      return true;
    }
  }
  return read_fraction(r);
}

static bool
read_mark(Reader *r)
{
  static const struct {
    const char *words;
    Mark mark;
  } marks[] = {
      {"no later than", MARK_BY},
      {"up to", MARK_BY},
      {"up until", MARK_BY},
      {"by", MARK_BY},
      {"until", MARK_BY},
      {"till", MARK_BY},
      {"through", MARK_BY},
      {"ahead of", MARK_BEFORE},
      {"prior to", MARK_BEFORE},
      {"before", MARK_BEFORE},
      {"as of", MARK_SINCE},
      {"starting in", MARK_SINCE},
      {"starting on", MARK_SINCE},
      {"starting", MARK_SINCE},
      {"beginning in", MARK_SINCE},
      {"since", MARK_SINCE},
      {"ever since", MARK_SINCE},
      {"from", MARK_SINCE},
      {"to", MARK_BY},
      {"following", MARK_AFTER},
      {"after", MARK_AFTER},
      {"shortly after", MARK_AFTER},
      {"soon after", MARK_AFTER},
      {"just after", MARK_AFTER},
      {"shortly before", MARK_BEFORE},
      {"just before", MARK_BEFORE},
  };
  static const char *const abouts[] = {"about", "around", "circa",
                                       "approximately", "roughly"};

  // "the following month" is a time, not one after a month
  if (rel_value_word_is(r->words, 0U, "following") &&
      rel_value_word_is(r->words, 2U, "")) {
    return false;
  }
  for (size_t i = 0; i < SIZE(marks); ++i) {
    if (skip(r, marks[i].words)) {
      r->mark = marks[i].mark;
      return true;
    }
  }
  for (size_t i = 0; i < SIZE(abouts); ++i) {
    if (skip(r, abouts[i])) {
      r->is_about = true;
      return true;
    }
  }
  return false;
}

/// "2 p.m. on", "9:30 a.m. local time,"; the first of "9 a.m. (0800 GMT)"
static void
take_clock(Reader *r)
{
  RelClock clock;

  if (rel_clock_read(r->words, &clock) && !r->clock.is_set) {
    r->clock = clock;
  }
}

static void
skip_small_words(Reader *r)
{
  static const char *const words[] = {"the", "of",     "in",   "on",
                                      "at",  "during", "over", "between",
                                      "for", "both",   "just", "only"};
  bool has_skipped = true;

  while (has_skipped) {
    has_skipped = false;
    for (size_t i = 0; i < SIZE(words); ++i) {
      r->is_between =
          r->is_between || rel_value_word_is(r->words, 0U, "between");
      r->is_in = r->is_in || rel_value_word_is(r->words, 0U, "in");
      has_skipped = has_skipped || skip(r, words[i]);
    }
  }
}

static void
read_prefix(Reader *r)
{
  uint32_t at = 0;

  do {
    at = r->words->at;
    skip_small_words(r);
    take_clock(r);
    skip_small_words(r);
    // the mark behind a clock begins an end: "from 1 p.m. to 4 p.m."
    while ((!r->clock.is_set && read_mark(r)) || read_part(r)) {
      skip_small_words(r);
    }
  } while (r->words->at != at);
}

/// "morning", "night", "'s", a clock: what does not change the day
static void
skip_suffix(Reader *r)
{
  static const char *const words[] = {"morning",
                                      "afternoon",
                                      "evening",
                                      "night",
                                      "alone",
                                      "'",
                                      "s",
                                      "itself",
                                      "school year",
                                      "academic year",
                                      "financial year",
                                      "fiscal year",
                                      "season"};
  uint32_t at = 0;

  do {
    at = r->words->at;
    take_clock(r);
    for (size_t i = 0; i < SIZE(words); ++i) {
      (void)skip(r, words[i]);
    }
  } while (r->words->at != at);
}

/// The `n`-th of `count` equal parts of the months of a year
static RelDates
months_of(int32_t year, int32_t n, int32_t count)
{
  const int32_t length = MONTHS / count;

  return (RelDates){{year, (uint8_t)(n * length + 1), 0U},
                    {year, (uint8_t)((n + 1) * length), 0U}};
}

/// "early", "late", "mid": halves and the middle third
static RelDates
shade(RelDates dates, int32_t part)
{
  const int32_t span = dates.end.year - dates.begin.year;

  if (span > 0) { // decades and centuries
    const int32_t begin = dates.begin.year;
    const int32_t half = begin + (span + 1) / 2;
    const int32_t third = (span + 1) / 3;
    dates.begin.year = part == PART_LATE     ? half
                       : part == PART_MIDDLE ? begin + third
                                             : begin;
    dates.end.year = part == PART_EARLY    ? half - 1
                     : part == PART_MIDDLE ? dates.end.year - third
                                           : dates.end.year;
    return dates;
  }
  if (dates.begin.day || dates.begin.month != dates.end.month) {
    return dates; // "late Friday", "early last week"
  }
  const bool is_month = dates.begin.month > 0;
  const int32_t last =
      is_month ? (int32_t)rel_date_last(dates.end).day : MONTHS;
  const int32_t half = is_month ? 15 : MONTHS / 2;
  if (part == PART_EARLY) {
    return middle_of(dates, 1, half);
  }
  return part == PART_LATE ? middle_of(dates, half + 1, last)
                           : middle_of(dates, last / 3 + 1, 2 * last / 3);
}

static bool
is_one_day(RelDates dates)
{
  return dates.begin.day &&
         rel_date_number(dates.begin) == rel_date_number(dates.end);
}

static bool
apply_part(const Reader *r, int32_t part, RelDates *dates)
{
  switch (part) {
  case PART_DAY:
    return is_one_day(*dates);
  case PART_BEGIN:
    *dates = one(rel_date_first(dates->begin));
    return true;
  case PART_END:
    *dates = one(rel_date_last(dates->end));
    return true;
  case PART_EARLY:
  case PART_LATE:
  case PART_MIDDLE:
    *dates = shade(*dates, part);
    return true;
  case PART_UNTIL_NOW:
  case PART_FROM_NOW:
    // "earlier on Friday", "later in 1998": no more than the period
    if (has_document(r) && !is_one_day(*dates) &&
        dates->begin.year == r->context->document.year) {
      dates->begin = part == PART_FROM_NOW ? r->context->document
                                           : rel_date_first(dates->begin);
      dates->end = part == PART_UNTIL_NOW ? r->context->document
                                          : rel_date_last(dates->end);
    }
    return rel_date_number(dates->begin) <= rel_date_number(dates->end);
  default:
    break;
  }
  if (dates->begin.month || dates->begin.year != dates->end.year) {
    return false;
  }
  *dates = part >= PART_HALF
               ? months_of(dates->begin.year, part - PART_HALF, 2)
               : months_of(dates->begin.year, part - PART_QUARTER, 4);
  return true;
}

/// "the third quarter" alone is that of the document's year
static bool
is_bare_quarter(const Reader *r)
{
  return r->n_parts && r->parts[r->n_parts - 1U] >= PART_QUARTER &&
         has_document(r) && rel_value_word(r->words, 0U)->kind == REL_WORD_END;
}

/// The year of a quarter or half without one: by the tense
static int32_t
year_of_part(const Reader *r)
{
  const RelDate document = r->context->document;
  const int32_t part = r->parts[r->n_parts - 1U];
  const bool is_half = part >= PART_HALF;
  const int32_t length = is_half ? MONTHS / 2 : MONTHS / 4;
  const int32_t n =
      part - (is_half ? (int32_t)PART_HALF : (int32_t)PART_QUARTER);
  const bool is_ahead = document.month <= n * length;
  const bool is_over = document.month > (n + 1) * length;

  return document.year - (is_ahead && r->context->tense == REL_TENSE_PAST) +
         (is_over && r->context->tense == REL_TENSE_FUTURE);
}

static bool
read_whole(Reader *r, RelDates *dates)
{
  read_prefix(r);
  if (!read_period(r, dates)) {
    if (r->clock.is_set && !r->n_parts) {
      return true;
    }
    if (!is_bare_quarter(r)) {
      return false;
    }
    *dates = one(year_date(year_of_part(r)));
  }
  while (r->n_parts) {
    if (!apply_part(r, r->parts[--r->n_parts], dates)) {
      return false;
    }
  }
  skip_suffix(r);
  return true;
}

/// "January and February": the next month only
static bool
skip_and_next_month(Reader *r, RelDates dates)
{
  const bool is_month = dates.begin.month && !dates.begin.day &&
                        dates.begin.month == dates.end.month;
  int32_t month = 0;

  if (!is_month || !rel_value_word_is(r->words, 0U, "and") ||
      !find(r, 1U, month_names, SIZE(month_names), &month) ||
      month != dates.begin.month % MONTHS + 1) {
    return false;
  }
  return skip(r, "and");
}

/// "from 1939 to 1945", "May to July", "between 2015 and 2017"
static bool
read_end(Reader *r, RelDates *dates)
{
  RelDates last = *dates;

  r->last_clock = r->clock;
  if (!skip_dash(r) && !skip_and_next_month(r, *dates)) {
    return true;
  }
  Reader second = {.words = r->words, .context = r->context};
  last = (RelDates){{0, 0, 0}, {0, 0, 0}};
  if (!read_whole(&second, &last)) {
    return false;
  }
  r->last_clock = second.clock;
  r->is_range = true;
  if (rel_date_is_none(dates->begin) || rel_date_is_none(last.end)) {
    // "from 9 a.m. to 5 p.m. on Monday"
    *dates = rel_date_is_none(dates->begin) ? last : *dates;
    return r->clock.is_set && second.clock.is_set;
  }
  // "May to July 2018": the year stands behind the last
  if (dates->begin.month && last.end.month && (r->words->n == r->words->at) &&
      dates->begin.year != last.end.year && second.n_parts == 0 &&
      !r->has_year) {
    const bool is_over = dates->begin.month > last.end.month;
    dates->begin.year = last.end.year - is_over;
  }
  dates->end = last.end;
  return rel_date_number(dates->begin) <= rel_date_number(dates->end);
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
set_value(const Reader *r, RelDates dates, RelValue *value)
{
  *value = (RelValue){.kind = REL_VALUE_TIME};
  value->bound = r->is_about ? REL_BOUND_ABOUT : REL_BOUND_NONE;
  if (!set_time(dates.begin, &r->clock, value->begin) ||
      !set_time(dates.end, &r->last_clock, value->end)) {
    return false;
  }
  switch (r->mark) {
  case MARK_BEFORE:
    value->bound = REL_BOUND_UNDER;
    memcpy(value->end, value->begin, sizeof(value->end));
    value->begin[0] = '\0';
    break;
  case MARK_BY:
    value->begin[0] = '\0';
    break;
  case MARK_AFTER:
    value->bound = REL_BOUND_OVER;
    memcpy(value->begin, value->end, sizeof(value->begin));
    value->end[0] = '\0';
    break;
  case MARK_SINCE:
    // "from May 3 to 5"
    value->end[0] = r->is_range ? value->end[0] : '\0';
    break;
  case MARK_NONE:
    break;
  }
  return true;
}

bool
rel_date_read(RelValueWords *words, const RelTimeContext *context,
              RelValue *value)
{
  Reader r = {.words = words, .context = context};
  RelDates dates = {{0, 0, 0}, {0, 0, 0}};

  if (!read_whole(&r, &dates) || !read_end(&r, &dates) ||
      rel_value_word(words, 0U)->kind != REL_WORD_END) {
    return false;
  }
  return set_value(&r, dates, value);
}
