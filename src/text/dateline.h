// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_DATELINE_H
#define REL_TEXT_DATELINE_H

#include "base/arena.h"

/// What stands in front of an article's first sentence
typedef struct {
  RelStr place;  ///< "BEIJING", or empty
  RelStr agency; ///< "Reuters", or empty
  RelStr date;   ///< "March 3, 2021" as written, or empty
  size_t len;    ///< Bytes up to the sentence; 0: there is no dateline
} RelDateline;

/**
   Read the dateline at the start of a paragraph.

   `PLACE [, month day [, year]] [(agency)] mark` or `(agency) mark`, where the
   mark is a bullet, a dash, or "--", and the place is in capitals unless an
   agency follows: "BEIJING •", "OSLO, March 3 (Reuters) -", "(Bloomberg) --".
*/
RelDateline rel_dateline_read(RelStr paragraph);

/**
   The first full date in `str`, as "2017-09-27".

   Reads "September 27, 2017", "27 Sept. 2017" and "2017-09-27"; the day must
   exist. Anything else (a year alone, a month and a year) leaves `date` empty.
*/
RelStatus rel_date_find(RelArena *arena, RelStr str, RelStr *date);

#endif
