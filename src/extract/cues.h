// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_CUES_H
#define REL_EXTRACT_CUES_H

#include "extract/reader.h"

/**
   What speaks for and against a triple, as groups of cues: of each group one
   holds. ROW(group, cues in it, words for it)
*/
#define REL_CUE_TABLE(ROW)                                                     \
  ROW(ALWAYS, 1, "any triple")                                                 \
  ROW(RULE, 40, "rule")                                                        \
  ROW(HEAD_PROB, 8, "parse of the predicate")                                  \
  ROW(SUBJECT_PROB, 8, "parse of the subject")                                 \
  ROW(OBJECT_PROB, 9, "parse of the object")                                   \
  ROW(LEAST_PROB, 8, "least certain of them")                                  \
  ROW(INNER_PROB, 8, "parse within the arguments")                             \
  ROW(LINK, 9, "link of the clause")                                           \
  ROW(HEAD_DEP, 12, "relation of the predicate")                               \
  ROW(HEAD_TAG, 10, "tag of the predicate")                                    \
  ROW(VERB, 6, "kind of verb")                                                 \
  ROW(MARKER, 14, "preposition")                                               \
  ROW(SUBJECT_KIND, 7, "kind of subject")                                      \
  ROW(OBJECT_KIND, 8, "kind of object")                                        \
  ROW(SUBJECT_WORDS, 6, "length of the subject")                               \
  ROW(OBJECT_WORDS, 7, "length of the object")                                 \
  ROW(PREDICATE_WORDS, 6, "length of the predicate")                           \
  ROW(ARGUMENTS, 5, "number of arguments")                                     \
  ROW(SENTENCE_WORDS, 6, "length of the sentence")                             \
  ROW(DEPTH, 5, "depth of the clause")                                         \
  ROW(DISTANCE, 7, "subject to predicate")                                     \
  ROW(BORROWED, 4, "where the subject stands")                                 \
  ROW(COORDINATION, 4, "coordination")                                         \
  ROW(FACTUALITY, 8, "factuality")                                             \
  ROW(RULE_PROB, 160, "rule and parse together")

#define REL_ENUM_CUE(group, size, words) REL_CUE_##group,

typedef enum { REL_CUE_TABLE(REL_ENUM_CUE) REL_N_CUE_GROUPS } RelCueGroup;

#define REL_ENUM_CUES(group, size, words)                                      \
  REL_CUE_FIRST_##group,                                                       \
      REL_CUE_LAST_##group = REL_CUE_FIRST_##group + (size)-1,

/// First and last cue of each group
typedef enum { REL_CUE_TABLE(REL_ENUM_CUES) REL_N_CUES } RelCue;

/// The cue that holds of each group, counted over all groups
typedef struct {
  uint16_t ids[REL_N_CUE_GROUPS];
} RelCues;

/// What a triple was made from
typedef struct {
  uint32_t clause; ///< Or #REL_NO_CLAUSE
  uint32_t head;   ///< Token that carries it
  uint32_t subject;
  uint32_t object;        ///< Or #REL_NO_TOKEN
  const uint32_t *others; ///< Tokens of further arguments
  uint32_t n_others;
} RelCueTokens;

/// Weights in hundredths per view, trained by train/confidence.py
extern const int16_t rel_cue_weights[REL_N_VIEWS][REL_N_CUES];

/// "parse of the subject"
const char *rel_cue_group_text(RelCueGroup group);

/// Find the cues of a triple whose words, rule and factuality are filled in
void rel_cues_find(const RelReader *r, const RelCueTokens *tokens,
                   const RelTriple *triple, RelCues *cues);

/**
   The probability that a triple with these cues is right: the logistic of the
   sum of their weights, in integers, so that it is the same everywhere.

   What "right" means is per view: see docs/EXTRACTION.md.
*/
float rel_cues_confidence(RelView view, const RelCues *cues);

/// Find the cues and set the triple's confidence and its cues
void rel_cues_apply(const RelReader *r, const RelCueTokens *tokens,
                    RelCues *cues, RelTriple *triple);

#endif
