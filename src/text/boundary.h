// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_BOUNDARY_H
#define REL_TEXT_BOUNDARY_H

#include "text/token.h"

enum {
  REL_N_BOUNDARY_KEYS = 43,       ///< Features of one gap
  REL_N_BOUNDARY_SLOTS = 1 << 14, ///< Of the table of weights
  REL_BOUNDARY_LOOK = 4,          ///< Words seen on each side of a gap
};

/// What counts of a word: hashes, and its kind
typedef struct {
  uint32_t low;    ///< Small letters, digits as 0
  uint32_t form;   ///< As written
  uint32_t shape;  ///< Runs of capitals, small letters, digits
  uint8_t kind;    ///< See boundary.c
  uint8_t size;    ///< Bytes, at most 6
  bool is_address; ///< Of the web or of mail
} RelBoundaryWord;

/// The gaps between the tokens of one paragraph, from its first to its last
typedef struct {
  const RelToken *tokens;
  uint32_t begin;     ///< First token of the paragraph
  uint32_t end;       ///< Past its last one
  uint32_t at;        ///< The gap is in front of this token
  uint32_t rule_end;  ///< Where the rules end the next sentence
  uint32_t last_stop; ///< Past the last full stop or the like
  uint32_t next_stop; ///< At the next one, or `end`
  uint32_t n_stops;
  uint32_t n_words;    ///< Since the last stop
  uint32_t n_capitals; ///< Of these
  uint32_t n_brackets; ///< Open ones
  bool is_quoted;
  bool is_ruled;      ///< Rules end a sentence at this gap
  bool has_last_stop; ///< The paragraph ends in a stop
  RelBoundaryWord words[2 * REL_BOUNDARY_LOOK]; ///< Around the gap
} RelBoundaries;

/// The features of a gap, each hashed with its number
typedef struct {
  uint32_t items[REL_N_BOUNDARY_KEYS];
  uint32_t n;
} RelBoundaryKeys;

/**
   Weights by slot: the high byte is a check, the low one the weight as int8,
   in 24ths; 0 is empty. A key lives in one of the two slots of its pair.
   Trained by train/boundaries.py on EWT and GUM (UD 2.16).
*/
extern const uint16_t rel_boundary_weights[REL_N_BOUNDARY_SLOTS];

/// Stand before the gaps of the tokens [begin, end), of which there is one
void rel_boundaries_init(RelBoundaries *self, const RelToken *tokens,
                         uint32_t begin, uint32_t end);

/// Go to the next gap that could part sentences; false: there is none
bool rel_boundaries_next(RelBoundaries *self);

/// What speaks for and against a boundary at the gap
void rel_boundaries_keys(const RelBoundaries *self, RelBoundaryKeys *keys);

/**
   Does a sentence begin at token `at`?

   A linear model over hashed features of the four words on each side, the
   paragraph, and the verdict of the rules; sums of integers, so the same on
   every machine. Method: Reynar and Ratnaparkhi (1997), "A maximum entropy
   approach to identifying sentence boundaries", here at every gap.
*/
bool rel_boundaries_is_one(const RelBoundaries *self);

#endif
