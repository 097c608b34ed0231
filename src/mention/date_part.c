// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/date_reader.h"

enum { HALF_MONTH = 15, WEEK = 7 };

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

/// "third", "final" before a quarter or half
static bool
take_nth(RelDateReader *r, int32_t *number)
{
  if (rel_date_skip(r, "final|closing")) {
    *number = rel_value_word_is(r->words, 0U, "half") ? 2 : 4;
    return true;
  }
  return rel_date_take_ordinal(r, false, number);
}

/// "the third quarter of", "the first half of", "Q3", "fiscal third quarter"
static bool
take_fraction(RelDateReader *r)
{
  int32_t number = 0;
  int32_t n = 0;

  (void)rel_date_skip_fiscal(r);
  if (take_short_quarter(r, &number)) {
    n = REL_MONTHS / 4;
  } else if (take_nth(r, &number)) {
    (void)rel_date_skip(r, "-");
    (void)rel_date_skip_fiscal(r);
    n = rel_date_skip(r, "half")      ? REL_MONTHS / 2
        : rel_date_skip(r, "quarter") ? REL_MONTHS / 4
                                      : 0;
  }
  if (!n || number * n > REL_MONTHS) {
    return false;
  }
  (void)rel_date_skip(r, "of");
  return add_part(r, (RelDatePart){PART_MONTHS, (number - 1) * n + 1, n});
}

/// "the first nine months of"
static bool
take_slice(RelDateReader *r)
{
  static const RelValueEntry ends[] = {
      {"first|opening", 0}, {"last|final", 1}, {NULL, 0}};
  int32_t is_last = 0;
  int32_t count = 0;

  if (!rel_date_take(r, ends, &is_last) || !rel_date_take_count(r, &count)) {
    return false;
  }
  const int32_t n = count * take_months(r);
  return n > 0 && n < REL_MONTHS && rel_date_skip(r, "of") &&
         add_part(r, (RelDatePart){PART_MONTHS,
                                   is_last ? REL_MONTHS + 1 - n : 1, n});
}

bool
rel_date_take_part(RelDateReader *r)
{
  static const RelValueEntry parts[] = {
      {"morning of|afternoon of|evening of|night of", PART_DAY},
      {"end of|close of", PART_END},
      {"start of|beginning of|turn of", PART_BEGIN},
      {"middle of|mid", PART_MIDDLE},
      {"early in|early", PART_EARLY},
      {"late in|late", PART_LATE},
      {"earlier in|earlier", PART_UNTIL_NOW},
      {"later in|later", PART_FROM_NOW},
      {NULL, 0}};
  int32_t part = 0;

  const uint32_t at = r->words->at;
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
  const bool is_years = dates.begin.year != dates.end.year;
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

/// "earlier this month", "later in 1998": no more than the period
static bool
cut_at_document(const RelDateReader *r, bool is_before, RelDates *dates)
{
  const RelDate document = r->context->document;

  // not so "earlier on Friday"
  if (rel_date_has_document(r) && !is_one_day(*dates) &&
      dates->begin.year == document.year) {
    dates->begin = is_before ? rel_date_first(dates->begin) : document;
    dates->end = is_before ? document : rel_date_last(dates->end);
  }
  return rel_date_number(dates->begin) <= rel_date_number(dates->end);
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
    break;
  }
  if (dates->begin.month || dates->begin.year != dates->end.year) {
    return false;
  }
  *dates = middle_of(*dates, part.first, part.first + part.n - 1);
  return true;
}

bool
rel_date_bare_part(const RelDateReader *r, RelDates *dates)
{
  const RelDate document = r->context->document;
  const RelDatePart last = r->parts[r->n_parts ? r->n_parts - 1U : 0U];

  if (!r->n_parts || last.kind != PART_MONTHS || !rel_date_has_document(r) ||
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
