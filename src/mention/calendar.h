// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_CALENDAR_H
#define REL_MENTION_CALENDAR_H

#include "triple/value.h"

/// A day, a month or a year of the Gregorian calendar; all 0: none
typedef struct {
  int32_t year;  ///< Never 0 in a date; -776 is 776 BC
  uint8_t month; ///< From 1; 0: the whole year
  uint8_t day;   ///< From 1; 0: the whole month
} RelDate;

/// From the first to the last period, both included
typedef struct {
  RelDate begin;
  RelDate end;
} RelDates;

/// A stretch of the calendar to count in
typedef enum {
  REL_DAY,
  REL_WEEK,
  REL_MONTH,
  REL_QUARTER,
  REL_YEAR,
  REL_DECADE,
  REL_CENTURY,
} RelTimeUnit;

/// A date of year 0 is none
bool rel_date_is_none(RelDate date);

/// Number of days in a month, from 1
unsigned rel_date_month_days(int32_t year, unsigned month);

/// "2018-06-03", "2018-06", "2018" or "-0776" as a date; none if it does not
/// exist
RelDate rel_date_parse(RelStr text);

/// The form that rel_date_parse() reads; "" for none
void rel_date_text(RelDate date, char out[REL_DATE_SIZE]);

/// Days since a fixed day; months count as their first day
int64_t rel_date_number(RelDate date);

/// The day with that number
RelDate rel_date_of_number(int64_t number);

/// 0 for Monday to 6 for Sunday
unsigned rel_date_weekday(RelDate date);

/// First day of a period
RelDate rel_date_first(RelDate date);

/// Last day of a period
RelDate rel_date_last(RelDate date);

/**
   The period of that unit which holds `date`, `n` periods later.

   Days, months and years are one period each; weeks (from Monday), quarters,
   decades and centuries run from their first to their last part. As newspapers
   do, 1900 counts to the 20th century.
*/
RelDates rel_date_period(RelDate date, RelTimeUnit unit, int32_t n);

#endif
