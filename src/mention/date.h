// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_DATE_H
#define REL_MENTION_DATE_H

#include "mention/calendar.h"
#include "mention/value_words.h"

/// When the clause around a time plays
typedef enum {
  REL_TENSE_NONE, ///< Unknown: taken for the past
  REL_TENSE_PAST,
  REL_TENSE_FUTURE,
} RelTense;

/// What times are counted from
typedef struct {
  RelDate document; ///< Day of publication; none: relative times stay words
  RelDate anchor;   ///< Time named last, for "a year later"; may be none
  RelTense tense;
} RelTimeContext;

/**
   Read a time: a day, month, year, interval, with words such as "by", "since",
   "the end of", "late" before it.

   A weekday, a month or a day without its year is the nearest one before the
   document's day, that day included, unless the tense is future. "Early" and
   "late" are the halves of a period, seasons begin in March, June, September
   and December, and "by", "until" leave the begin open, "since" the end.

   @return False if a word is not understood, or the time is relative to a day
   that is not known; `value` is then undefined.
*/
bool rel_date_read(RelValueWords *words, const RelTimeContext *context,
                   RelValue *value);

#endif
