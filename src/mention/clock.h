// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_CLOCK_H
#define REL_MENTION_CLOCK_H

#include "mention/value_words.h"

enum { REL_CLOCK_SIZE = 16 }; ///< "17:30:00+01:00", terminator included

/// A time of day
typedef struct {
  bool is_set;
  uint8_t hour;     ///< 0 to 23
  uint8_t minute;   ///< 0 to 59
  const char *zone; ///< "Z", "-05:00", or "" for local time; static
} RelClock;

/**
   Go past a time of day and read it: "5 p.m.", "7.30pm", "14:30", "0930 GMT",
   "noon", with its zone behind it.

   "9 o'clock" may be morning or evening and is left alone.
*/
bool rel_clock_read(RelValueWords *words, RelClock *clock);

/// The lexical form of xsd:time, "17:30:00Z"
void rel_clock_text(const RelClock *clock, char out[REL_CLOCK_SIZE]);

#endif
