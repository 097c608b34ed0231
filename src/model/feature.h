// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_FEATURE_H
#define REL_MODEL_FEATURE_H

#include "model/weights.h"

enum { REL_MAX_AFFIX = 4 };

/// What the model sees of a word; numbers are rows of its embeddings
typedef struct {
  uint32_t vector;
  uint32_t word;
  uint32_t shape;
  uint32_t prefix[REL_MAX_AFFIX];
  uint32_t suffix[REL_MAX_AFFIX];
  bool is_word;    ///< Begins with a letter that has a case
  bool is_capital; ///< Begins with a capital
  bool is_shouted; ///< Two letters or more and none of them small
} RelFeatures;

/// Where features are looked up: keys, and rows of hashed tables (2 or more)
typedef struct {
  const RelKeys *vectors;
  const RelKeys *words;
  uint32_t n_prefix;
  uint32_t n_suffix;
  uint32_t n_shape;
} RelFeatureTables;

/// Features of one form; of a form over 64 letters both ends only
void rel_features_by(const RelFeatureTables *tables, RelStr form,
                     RelFeatures *out);

/// The same by the tables of the model's network
void rel_features_of(const RelModel *model, RelStr form, RelFeatures *out);

/// How a sentence is written: 0 mixed, 1 small, 2 title case, 3 capitals
uint32_t rel_features_case(const RelFeatures *words, size_t n);

/// How a form is written
typedef enum {
  REL_WRITTEN_SMALL,   ///< Begins with no capital
  REL_WRITTEN_CAPITAL, ///< Begins with one
  REL_WRITTEN_SHOUTED, ///< Two letters or more and none of them small
  REL_N_WRITTEN
} RelWritten;

RelWritten rel_features_written(RelStr form);

/**
   Hash of a name, word by word: in small letters, without blanks and hyphens,
   so that "al - Qaeda" and "al-Qaeda" are one.

   @param key Of the words in front of `form`, or 0 when there are none.
*/
uint64_t rel_features_name_key(uint64_t key, RelStr form);

/// Key of a form with its XPOS in the model's list of lemmas
uint64_t rel_features_lemma_key(RelStr form, const char *xpos);

#endif
