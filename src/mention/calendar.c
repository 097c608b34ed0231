// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/calendar.h"

#include <stdio.h>

enum { MAX_YEAR = 9999, DAYS_PER_WEEK = 7, MONTHS_PER_YEAR = 12 };

bool
rel_date_is_none(RelDate date)
{
  return date.year == 0;
}

unsigned
rel_date_month_days(int32_t year, unsigned month)
{
  static const uint8_t days[] = {0,  31, 28, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};
  const bool is_leap = !(year % 4) && (year % 100 || !(year % 400));

  return days[month] + (unsigned)(is_leap && month == 2U);
}

/// `n` digits as a number, or -1
static int32_t
digits(RelStr text, size_t at, size_t n)
{
  int32_t number = 0;

  for (size_t i = at; i < at + n; ++i) {
    if (i >= text.len || text.data[i] < '0' || text.data[i] > '9') {
      return -1;
    }
    number = 10 * number + (text.data[i] - '0');
  }
  return number;
}

RelDate
rel_date_parse(RelStr text)
{
  const RelDate none = {0, 0, 0};
  const bool is_bc = text.len == 5U && text.data[0] == '-';
  const int32_t year = digits(text, is_bc, 4U);

  if (is_bc && year > 0) {
    return (RelDate){-year, 0U, 0U};
  }
  if (year <= 0 || text.len > 10U) {
    return none;
  }
  if (text.len == 4U) {
    return (RelDate){year, 0U, 0U};
  }
  const int32_t month = text.data[4] == '-' ? digits(text, 5U, 2U) : -1;
  if (month < 1 || month > MONTHS_PER_YEAR) {
    return none;
  }
  if (text.len == 7U) {
    return (RelDate){year, (uint8_t)month, 0U};
  }
  const int32_t day =
      text.len == 10U && text.data[7] == '-' ? digits(text, 8U, 2U) : -1;
  if (day < 1 || (unsigned)day > rel_date_month_days(year, (unsigned)month)) {
    return none;
  }
  return (RelDate){year, (uint8_t)month, (uint8_t)day};
}

void
rel_date_text(RelDate date, char out[REL_DATE_SIZE])
{
  const char *const sign = date.year < 0 ? "-" : "";
  const int year = date.year < 0 ? -date.year : date.year;

  if (rel_date_is_none(date) || year > MAX_YEAR) {
    out[0] = '\0';
  } else if (!date.month) {
    snprintf(out, REL_DATE_SIZE, "%s%04d", sign, year);
  } else if (!date.day) {
    snprintf(out, REL_DATE_SIZE, "%s%04d-%02u", sign, year, date.month & 0x0FU);
  } else {
    snprintf(out, REL_DATE_SIZE, "%s%04d-%02u-%02u", sign, year,
             date.month & 0x0FU, date.day & 0x1FU);
  }
}

// Source: Howard Hinnant, chrono-compatible low-level date algorithms

int64_t
rel_date_number(RelDate date)
{
  const int64_t month = date.month ? date.month : 1;
  const int64_t day = date.day ? date.day : 1;
  const int64_t year = date.year - (month <= 2);
  const int64_t era = (year >= 0 ? year : year - 399) / 400;
  const int64_t year_of_era = year - era * 400;
  const int64_t day_of_year =
      (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 -
         year_of_era / 100 + day_of_year;
}

RelDate
rel_date_of_number(int64_t number)
{
  const int64_t era = (number >= 0 ? number : number - 146096) / 146097;
  const int64_t day_of_era = number - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 +
                               day_of_era / 36524 - day_of_era / 146096) /
                              365;
  const int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted = (5 * day_of_year + 2) / 153;
  const int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;

  return (RelDate){(int32_t)(year_of_era + era * 400 + (month <= 2)),
                   (uint8_t)month,
                   (uint8_t)(day_of_year - (153 * shifted + 2) / 5 + 1)};
}

unsigned
rel_date_weekday(RelDate date)
{
  // day 0 is 1 March of year 0, a Wednesday
  const int64_t rest = (rel_date_number(date) + 2) % DAYS_PER_WEEK;

  return (unsigned)(rest < 0 ? rest + DAYS_PER_WEEK : rest);
}

RelDate
rel_date_first(RelDate date)
{
  return (RelDate){date.year, date.month ? date.month : 1U,
                   date.day ? date.day : 1U};
}

RelDate
rel_date_last(RelDate date)
{
  const uint8_t month = date.month ? date.month : (uint8_t)MONTHS_PER_YEAR;
  const uint8_t day =
      date.day ? date.day : (uint8_t)rel_date_month_days(date.year, month);

  return (RelDate){date.year, month, day};
}

static RelDate
add_months(RelDate date, int32_t n)
{
  int32_t months = date.year * MONTHS_PER_YEAR + (date.month - 1) + n;
  int32_t year = months / MONTHS_PER_YEAR;

  months -= year * MONTHS_PER_YEAR;
  if (months < 0) {
    months += MONTHS_PER_YEAR;
    --year;
  }
  return (RelDate){year, (uint8_t)(months + 1), 0U};
}

/// The block of `length` years around a year, `n` blocks later
static RelDates
years(int32_t year, int32_t length, int32_t n)
{
  const int32_t begin = (year / length + n) * length;

  return (RelDates){{begin, 0U, 0U}, {begin + length - 1, 0U, 0U}};
}

static RelDates
months(RelDate date, int32_t length, int32_t n)
{
  const RelDate first = {date.year, date.month ? date.month : 1U, 0U};
  const RelDate begin =
      add_months(first, n * length - (first.month - 1) % length);

  return (RelDates){begin, add_months(begin, length - 1)};
}

RelDates
rel_date_period(RelDate date, RelTimeUnit unit, int32_t n)
{
  const int64_t day = rel_date_number(date);

  switch (unit) {
  case REL_DAY: {
    const RelDate that = rel_date_of_number(day + n);
    return (RelDates){that, that};
  }
  case REL_WEEK: {
    const int64_t monday =
        day - (int64_t)rel_date_weekday(date) + (int64_t)DAYS_PER_WEEK * n;
    return (RelDates){rel_date_of_number(monday),
                      rel_date_of_number(monday + DAYS_PER_WEEK - 1)};
  }
  case REL_MONTH:
    return months(date, 1, n);
  case REL_QUARTER:
    return months(date, 3, n);
  case REL_YEAR:
    return years(date.year, 1, n);
  case REL_DECADE:
    return years(date.year, 10, n);
  case REL_CENTURY:
    return years(date.year, 100, n);
  }
  return (RelDates){date, date};
}
