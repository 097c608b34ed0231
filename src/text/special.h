// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_SPECIAL_H
#define REL_TEXT_SPECIAL_H

#include "base/str.h"

/// Bytes [begin, end) of a text
typedef struct {
  size_t begin;
  size_t end;
} RelSpan;

/**
   The first web or e-mail address at or after byte `at`, before a blank.

   @return Its span; without one, an empty span at the blank or at the end.
   Calling again from the end of each span reads every byte a bounded number
   of times.
*/
RelSpan rel_special_find(RelStr text, size_t at);

#endif
