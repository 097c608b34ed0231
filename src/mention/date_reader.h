// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_DATE_READER_H
#define REL_MENTION_DATE_READER_H

#include "mention/clock.h"
#include "mention/date.h"

enum { REL_MONTHS = 12, REL_MAX_DATE_PARTS = 4 };

/// A part of a period: "the end of", "late", "the second half of"
typedef struct {
  int32_t kind;  ///< One of date_part.c's
  int32_t first; ///< Of some months or days, from 1; 0: the last
  int32_t n;     ///< How many

} RelDatePart;

/// What of the time the words before it ask for
typedef enum {
  REL_MARK_NONE,
  REL_MARK_BY,
  REL_MARK_BEFORE,
  REL_MARK_SINCE,
  REL_MARK_AFTER,
  REL_MARK_ABOUT, ///< Only in the table of words
} RelDateMark;

/// The words of a time, and what has been read of them
typedef struct {
  RelValueWords *words;
  const RelTimeContext *context;
  RelDateMark mark;
  bool is_about;
  bool is_between; ///< "and" makes an interval
  bool is_in;      ///< "in two months" may be ahead
  bool has_year;   ///< The year stood behind the month
  bool is_range;   ///< "May 3 to 5" was read as one
  RelClock clock;
  RelClock last_clock;                   ///< Of the end of an interval
  RelDatePart parts[REL_MAX_DATE_PARTS]; ///< To be applied, the last first
  uint32_t n_parts;
} RelDateReader;

/// Reads a period; where it returns false, the place may have moved
typedef bool (*RelDateRead)(RelDateReader *r, RelDates *dates);

// -------------------------------------------------- date_words.c: single words

extern const RelValueEntry rel_date_months[];   ///< From 1
extern const RelValueEntry rel_date_units[];    ///< #RelTimeUnit
extern const RelValueEntry rel_date_deictics[]; ///< "this" 0, "next" 1

/// Go past the first of some phrases that follows: "to|until|up to"
bool rel_date_skip(RelDateReader *r, const char *phrases);

/// Go past the first phrase of a table that follows
bool rel_date_take(RelDateReader *r, const RelValueEntry *table,
                   int32_t *number);

/// Try readers in turn, up to a null one; if none can, the place stays
bool rel_date_any(RelDateReader *r, const RelDateRead *readers,
                  RelDates *dates);

/// Is the day of publication known?
bool rel_date_has_document(const RelDateReader *r);

/// Do words or tense say that the time is still to come?
bool rel_date_is_future(const RelDateReader *r);

/// The k-th word as a whole number without sign or point, or -1
int32_t rel_date_digits(const RelDateReader *r, uint32_t k);

/// "3rd", "third", and "3" where it may be bare
bool rel_date_take_ordinal(RelDateReader *r, bool may_be_bare, int32_t *number);

/// "3", "3rd", "third" of a month
bool rel_date_take_day(RelDateReader *r, int32_t *day);

/// "1998", "'98", "AD 842", "508 BC"
bool rel_date_take_year(RelDateReader *r, int32_t *year);

/// "two", "a", "10" before a unit
bool rel_date_take_count(RelDateReader *r, int32_t *count);

/// "-", "to", "until"; and "and" behind "between"
bool rel_date_skip_dash(RelDateReader *r);

/// "fiscal", "FY": such a year begins in a month that the words do not tell
bool rel_date_skip_fiscal(RelDateReader *r);

// --------------------------------------- date_absolute.c: told by the calendar

/// Days, months, years, seasons, decades, centuries, feasts
bool rel_date_absolute(RelDateReader *r, RelDates *dates);

/// "May 3", "3-4 May 2018", "May 30 to June 2", "the 3rd of May"
bool rel_date_day(RelDateReader *r, RelDates *dates);

/// "March", "March 2018", "last March", "March last year"
bool rel_date_month(RelDateReader *r, RelDates *dates);

// --------------------------- date_relative.c: counted from a day that is known

/// "Friday", "yesterday", "last week", "two years ago", "the year before"
bool rel_date_relative(RelDateReader *r, RelDates *dates);

// -------------------------- date_part.c: parts of periods, months up to an end

/// "three months to September", "quarter ended June 30", "week to March 5"
bool rel_date_ended(RelDateReader *r, RelDates *dates);

/// Go past "late", "the end of", "the third quarter of", to be applied later
bool rel_date_take_part(RelDateReader *r);

/// The year of a quarter or half that stands alone, by the tense
bool rel_date_bare_part(const RelDateReader *r, RelDates *dates);

/// Apply the parts taken, the last first; false where a period has no such part
bool rel_date_apply_parts(RelDateReader *r, RelDates *dates);

#endif
