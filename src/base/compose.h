// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_COMPOSE_H
#define REL_BASE_COMPOSE_H

#include "base/str.h"

/// A letter and a mark behind it, and the one code point that is the same
typedef struct {
  uint16_t letter;
  uint16_t mark;
  uint16_t composed;
} RelComposition;

extern const RelComposition rel_compositions[]; ///< Sorted by letter and mark
extern const size_t rel_compositions_n;

/**
   The code point that stands for a Latin letter and a combining mark, as in
   Unicode's normal form C; 0 where there is none.
*/
uint32_t rel_compose(uint32_t letter, uint32_t mark);

/// The letter that is left of a code point without its marks: "o" of the "o"
/// with circumflex and tilde. It reads the table from its start
uint32_t rel_compose_letter(uint32_t code);

#endif
