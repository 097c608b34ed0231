// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/date_reader.h"

enum { HALF_MONTH = 15, WEEK = 7, MAX_DAYS = 31 };

/// What part of a period
typedef enum {
  PART_BEGIN,
  PART_END,
  PART_EARLY,
  PART_LATE,
  PART_MIDDLE,
  PART_UNTIL_NOW, ///< "earlier this month"
  PART_FROM_NOW,  ///< "later this month"
  PART_DAY,       ///< "the morning of": the day itself
  PART_MONTHS,    ///< "the third quarter of", "the first nine months of"
  PART_DAYS,      ///< "the second week of"
} Part;

/// Days, months or years [first, last] in the place of a period's own
static RelDates
middle_of(RelDates dates, int32_t first, int32_t last)
{
  RelDates part = {dates.begin, dates.begin};

  if (dates.begin.year != dates.end.year) {
    part.begin.year += first - 1;
    part.end = dates.end;
    part.end.year = dates.begin.year + last - 1;
  } else if (dates.begin.month) {
    part.begin.day = (uint8_t)first;
    part.end.day = (uint8_t)last;
  } else {
    part.begin.month = (uint8_t)first;
    part.end.month = (uint8_t)last;
  }
  return part;
}

// ------------------------------------------------------- stretches of business

/// Months of "half", "quarter", "month", "year"; 0 for other units
static int32_t
take_months(RelDateReader *r)
{
  static const RelValueEntry units[] = {{"month|months", 1},
                                        {"quarter|quarters", 3},
                                        {"half", 6},
                                        {"year|years", 12},
                                        {NULL, 0}};
  int32_t months = 0;

  (void)rel_date_skip_fiscal(r);
  (void)rel_date_take(r, units, &months);
  return months;
}

/// Month `n` months from `date`'s
static RelDate
month_from(RelDate date, int32_t n)
{
  date.day = 0U;
  return rel_date_period(date, REL_MONTH, n).begin;
}

/// The last of the months `n` of which end with a month or day
static bool
end_months(int32_t n, RelDates *dates)
{
  const RelDate end = dates->end;

  if (!end.month || rel_date_number(dates->begin) != rel_date_number(end)) {
    return false;
  }
  dates->begin = month_from(end, 1 - n);
  dates->begin.day = end.day > 0U;
  // "the year to May 3": from which day?
  return !end.day || end.day == rel_date_last(month_from(end, 0)).day;
}

bool
rel_date_ended(RelDateReader *r, RelDates *dates)
{
  static const RelDateRead readers[] = {rel_date_day, rel_date_month, NULL};
  int32_t count = 1;

  (void)rel_date_take_count(r, &count);
  const bool is_week = count == 1 && rel_date_skip(r, "week");
  const int32_t months = is_week ? 0 : take_months(r);
  if ((!months && !is_week) || count > REL_MONTHS ||
      !rel_date_skip(r, "ended|ending|to|through")) {
    return false;
  }
  (void)rel_date_skip(r, "on|in|the end of");
  r->is_about = false; // its end is told
  if (!rel_date_any(r, readers, dates)) {
    return false;
  }
  if (is_week) {
    dates->begin = rel_date_period(dates->end, REL_DAY, 1 - WEEK).begin;
    return dates->end.day != 0U;
  }
  return end_months(count * months, dates);
}

// ------------------------------------------------------------ taking the parts

static bool
add_part(RelDateReader *r, RelDatePart part)
{
  if (r->n_parts < REL_MAX_DATE_PARTS) {
    r->parts[r->n_parts++] = part;
  }
  return true;
}

/// "Q3", "3Q"
static bool
take_short_quarter(RelDateReader *r, int32_t *number)
{
  const uint32_t digit = rel_value_word_is(r->words, 0U, "q");

  *number = rel_date_digits(r, digit);
  if (*number < 1 || *number > 4 ||
      !(digit || (rel_value_word_is(r->words, 1U, "q") &&
                  rel_value_word(r->words, 1U)->is_glued))) {
    return false;
  }
  r->words->at += 2U;
  return true;
}

/// "third", "final": 0 for the last
static bool
take_nth(RelDateReader *r, int32_t *nth)
{
  static const RelValueEntry ends[] = {
      {"final|closing|last", 0}, {"opening", 1}, {NULL, 0}};

  return rel_date_take(r, ends, nth) || rel_date_take_ordinal(r, false, nth);
}

static bool
add_slice(RelDateReader *r, Part kind, int32_t nth, int32_t n)
{
  const int32_t most = kind == PART_MONTHS ? REL_MONTHS : MAX_DAYS;
  const int32_t first = nth ? (nth - 1) * n + 1 : 0;

  return n > 0 && n < most && first <= most &&
         add_part(r, (RelDatePart){(int32_t)kind, first, n});
}

/// "the third quarter of", "the first half of", "Q3", "fiscal third quarter"
static bool
take_fraction(RelDateReader *r)
{
  static const RelValueEntry units[] = {
      {"half", REL_MONTHS / 2}, {"quarter", REL_MONTHS / 4}, {NULL, 0}};
  int32_t nth = 0;
  int32_t n = REL_MONTHS / 4;

  (void)rel_date_skip_fiscal(r);
  if (!take_short_quarter(r, &nth)) {
    // "last quarter" is the one before that of the document
    if (rel_value_word_is(r->words, 0U, "last") || !take_nth(r, &nth)) {
      return false;
    }
    (void)rel_date_skip(r, "-");
    (void)rel_date_skip_fiscal(r);
    if (!rel_date_take(r, units, &n)) {
      return false;
    }
  }
  nth = nth ? nth : REL_MONTHS / n;
  (void)rel_date_skip(r, "of");
  return nth * n <= REL_MONTHS && add_slice(r, PART_MONTHS, nth, n);
}

/// "the first nine months of", "the second week of", "the last day of"
static bool
take_slice(RelDateReader *r)
{
  static const RelValueEntry days[] = {
      {"week|weeks", WEEK}, {"day|days", 1}, {NULL, 0}};
  int32_t nth = 0;
  int32_t count = 1;
  int32_t unit = 0;

  if (!take_nth(r, &nth)) {
    return false;
  }
  (void)rel_date_take_count(r, &count);
  const Part kind = rel_date_take(r, days, &unit) ? PART_DAYS : PART_MONTHS;
  unit = kind == PART_DAYS ? unit : take_months(r);
  return rel_date_skip(r, "of") && add_slice(r, kind, nth, count * unit);
}

bool
rel_date_take_part(RelDateReader *r)
{
  static const RelValueEntry parts[] = {
      {"morning of|afternoon of|evening of|night of", PART_DAY},
      {"early hours of|small hours of|wee hours of", PART_DAY},
      {"end of|close of", PART_END},
      {"start of|beginning of|turn of", PART_BEGIN},
      {"middle of|mid", PART_MIDDLE},
      {"early in|early", PART_EARLY},
      {"late in|late", PART_LATE},
      {"earlier in|earlier", PART_UNTIL_NOW},
      {"later in|later", PART_FROM_NOW},
      {NULL, 0}};
  const uint32_t at = r->words->at;
  int32_t part = 0;
  const bool was_about = r->is_about;

  if (rel_date_take(r, parts, &part)) {
    (void)rel_date_skip(r, "-");
    return add_part(r, (RelDatePart){.kind = part});
  }
  if (take_fraction(r)) {
    return true;
  }
  r->words->at = at;
  if (take_slice(r)) {
    return true;
  }
  r->words->at = at;
  r->is_about = was_about;
  return false;
}

// ---------------------------------------------------------- applying the parts

/// "early", "late", "mid": halves and the middle third
static RelDates
shade(RelDates dates, int32_t part)
{
  // a winter has two years, but no halves
  const bool is_years = dates.begin.year != dates.end.year &&
                        (!dates.begin.month || dates.begin.day);
  const bool is_month = !is_years && dates.begin.month > 0;
  const int32_t last = is_years   ? dates.end.year - dates.begin.year + 1
                       : is_month ? (int32_t)rel_date_last(dates.end).day
                                  : REL_MONTHS;
  const int32_t half = is_month ? HALF_MONTH : last / 2;

  if (!is_years && (dates.begin.day || dates.begin.month != dates.end.month)) {
    return dates; // "late Friday", "early last week"
  }
  switch (part) {
  case PART_EARLY:
    return middle_of(dates, 1, half);
  case PART_LATE:
    return middle_of(dates, half + 1, last);
  default:
    return middle_of(dates, last / 3 + 1,
                     is_years ? last - last / 3 : 2 * last / 3);
  }
}

static bool
is_one_day(RelDates dates)
{
  return dates.begin.day &&
         rel_date_number(dates.begin) == rel_date_number(dates.end);
}

/// "earlier this month", "later in 1998": no more than the period; "the later
/// 1800s" are their second half
static bool
cut_at_document(const RelDateReader *r, bool is_before, RelDates *dates)
{
  const RelDate document = r->context->document;
  const bool is_within = rel_date_has_document(r) &&
                         dates->begin.year <= document.year &&
                         document.year <= dates->end.year;

  if (is_within && !is_one_day(*dates)) { // not so "earlier on Friday"
    dates->begin = is_before ? rel_date_first(dates->begin) : document;
    dates->end = is_before ? document : rel_date_last(dates->end);
  } else if (dates->begin.year != dates->end.year) {
    *dates = shade(*dates, is_before ? PART_EARLY : PART_LATE);
  }
  return rel_date_number(dates->begin) <= rel_date_number(dates->end);
}

/// The days `first` to `first + n - 1` of a period, or its last `n`
static bool
slice_days(RelDatePart part, RelDates *dates)
{
  const int64_t begin = rel_date_number(rel_date_first(dates->begin));
  const int64_t end = rel_date_number(rel_date_last(dates->end));
  const int64_t first = part.first ? begin + part.first - 1 : end - part.n + 1;
  const int64_t last = first + part.n - 1;

  dates->begin = rel_date_of_number(first);
  dates->end = rel_date_of_number(last < end ? last : end);
  return begin < end && begin <= first && first <= end;
}

/// Months of a year, halves of a month or of many years
static bool
slice_months(RelDatePart part, RelDates *dates)
{
  const int32_t first = part.first ? part.first : REL_MONTHS - part.n + 1;
  const bool is_long = dates->begin.year != dates->end.year;

  if (!dates->begin.month && !is_long) {
    *dates = middle_of(*dates, first, first + part.n - 1);
    return true;
  }
  if (part.n != REL_MONTHS / 2 || dates->begin.day ||
      (!is_long && dates->begin.month != dates->end.month)) {
    return false;
  }
  *dates = shade(*dates, first == 1 ? PART_EARLY : PART_LATE);
  return true;
}

static bool
apply_part(const RelDateReader *r, RelDatePart part, RelDates *dates)
{
  switch ((Part)part.kind) {
  case PART_DAY:
    return is_one_day(*dates);
  case PART_BEGIN:
    dates->begin = dates->end = rel_date_first(dates->begin);
    return true;
  case PART_END:
    dates->begin = dates->end = rel_date_last(dates->end);
    return true;
  case PART_EARLY:
  case PART_LATE:
  case PART_MIDDLE:
    *dates = shade(*dates, part.kind);
    return true;
  case PART_UNTIL_NOW:
  case PART_FROM_NOW:
    return cut_at_document(r, part.kind == PART_UNTIL_NOW, dates);
  case PART_MONTHS:
    return slice_months(part, dates);
  case PART_DAYS:
    return slice_days(part, dates);
  }
  return false;
}

bool
rel_date_bare_part(const RelDateReader *r, RelDates *dates)
{
  const RelDate document = r->context->document;
  const RelDatePart last = r->parts[r->n_parts ? r->n_parts - 1U : 0U];

  if (!r->n_parts || last.kind != PART_MONTHS || !last.first ||
      !rel_date_has_document(r) ||
      rel_value_word(r->words, 0U)->kind != REL_WORD_END) {
    return false;
  }
  const bool is_ahead = document.month < last.first;
  const bool is_over = document.month >= last.first + last.n;
  const int32_t year = document.year -
                       (is_ahead && r->context->tense == REL_TENSE_PAST) +
                       (is_over && r->context->tense == REL_TENSE_FUTURE);
  *dates = (RelDates){{year, 0U, 0U}, {year, 0U, 0U}};
  return true;
}

bool
rel_date_apply_parts(RelDateReader *r, RelDates *dates)
{
  while (r->n_parts) {
    if (!apply_part(r, r->parts[--r->n_parts], dates)) {
      return false;
    }
  }
  return true;
}
