// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_DECODE_H
#define REL_PARSE_DECODE_H

#include "base/arena.h"

/// Scratch of the tree decoder, for sentences of up to `capacity` words
typedef struct {
  uint32_t capacity;
  float *score;    ///< (n + 1, n + 1) of the edge from row to column
  uint16_t *from;  ///< (n + 1, n + 1) word that the edge leaves in the text
  uint16_t *to;    ///< (n + 1, n + 1) word that it enters
  uint16_t *words; ///< Arrays of the search; see decode.c
  uint32_t *trial; ///< (n) heads of one try
} RelTreeDecoder;

RelStatus rel_tree_decoder_init(RelTreeDecoder *self, RelArena *arena,
                                uint32_t capacity);

/**
   The best tree with one root.

   @param arcs Scores (n, n + 1): row i, column 0 the root, column j + 1 word j.
   @param heads Output, `n` values: 0 for the root, else the head from 1.

   Source: Edmonds (1967), Optimum branchings; when the best tree has several
   roots, each of them is tried as the only one.
*/
void rel_tree_decode(RelTreeDecoder *self, const float *arcs, uint32_t n,
                     uint32_t *heads);

/// Sum of the scores of a tree
float rel_tree_score(const float *arcs, uint32_t n, const uint32_t *heads);

/// Has it one root, and does every word lead to it?
bool rel_tree_is_valid(const uint32_t *heads, uint32_t n);

/**
   The best well-formed tags O, B I E S by type, by the Viterbi algorithm.

   @param scores Shape (n, 1 + 4 n_types).
   @param back Scratch, shape (n, 1 + 4 n_types).
   @param tags Output, `n` columns of `scores`.
*/
void rel_bioes_decode(const float *scores, uint32_t n, uint32_t n_types,
                      uint8_t *back, uint8_t *tags);

#endif
