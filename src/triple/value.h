// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_VALUE_H
#define REL_TRIPLE_VALUE_H

#include "base/str.h"

/// What a value measures
typedef enum {
  REL_VALUE_NONE, ///< Not understood: the words are all there is
  REL_VALUE_TIME,
  REL_VALUE_MONEY,
  REL_VALUE_PERCENT,
  REL_VALUE_QUANTITY, ///< A number, with or without a unit
  REL_N_VALUE_KINDS
} RelValueKind;

/// How the words bound or round a value
typedef enum {
  REL_BOUND_NONE,
  REL_BOUND_ABOUT,
  REL_BOUND_AT_LEAST,
  REL_BOUND_AT_MOST,
  REL_BOUND_OVER,  ///< More than the number, after the time
  REL_BOUND_UNDER, ///< Less than the number, before the time
  REL_N_BOUNDS
} RelBound;

/// Bytes of room, terminators included
enum {
  REL_DATE_SIZE = 32,
  REL_DECIMAL_SIZE = 48,
  REL_UNIT_SIZE = 32,
  REL_DURATION_SIZE = 24,
  REL_VALUE_TEXT_SIZE = 160
};

/**
   A value in one fixed form; all texts are terminated.

   Times are of the lexical forms of xsd:date "2018-06-03", xsd:gYearMonth
   "2018-06" or xsd:gYear "2018", "-0776" (776 BC), xsd:dateTime
   "2018-06-03T17:00:00" or, where the day is unknown, xsd:time "17:00:00Z". One
   period has `begin` equal to `end`; an interval has two; "since" has no `end`,
   "by" no `begin`.
*/
typedef struct {
  RelValueKind kind;
  RelBound bound;
  char begin[REL_DATE_SIZE];
  char end[REL_DATE_SIZE];
  char amount[REL_DECIMAL_SIZE]; ///< Exact decimal, "3500000", "0.25"
  char most[REL_DECIMAL_SIZE];   ///< Upper end of a range, or ""
  char unit[REL_UNIT_SIZE]; ///< ISO 4217 code, "%", unit in singular, or ""
} RelValue;

/**
   How long a quantity of time is, as xsd:duration: "P21D" for three weeks,
   "P6M" for half a year.

   @return False for what is no time, has no exact form (1.7 months) or is a
   range.
*/
bool rel_duration_text(const RelValue *value, char out[REL_DURATION_SIZE]);

/// "at-most", "about", ...; "" for #REL_BOUND_NONE
const char *rel_bound_text(RelBound bound);

/**
   The value on one line: "2018-06-03", "2018-05-03/2018-05-04", "/2020-12-31",
   "at-most 150000000000 USD", "5..10 %", "3000"; "" for none.
*/
void rel_value_text(const RelValue *value, char out[REL_VALUE_TEXT_SIZE]);

#endif
