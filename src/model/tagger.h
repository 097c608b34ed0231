// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_TAGGER_H
#define REL_MODEL_TAGGER_H

#include "model/feature.h"

/// Most words of all sentences that run together
enum { REL_TAG_WORDS = 256 };

/// What a form's tag says of it whatever its context
typedef struct {
  uint32_t xpos;   ///< + 1; 0: none
  uint32_t feats;  ///< + 1; 0: the context decides
  uint32_t script; ///< + 1; 0: the context decides
} RelTagMemo;

/// A form that was seen
typedef struct RelTagSlotImpl RelTagSlot;

/// A word of the sentences that run together
typedef struct {
  RelStr form;
  RelTagSlot *slot;   ///< Null: the form is not kept
  const float *parts; ///< (5, n_first) what it adds to the words around it
} RelTagWord;

/**
   The running tagger: scratch, and the forms it has seen.

   What a word adds to its neighbours depends on its form alone, so it is kept
   for when the form comes again, as four words in five do. Results depend on
   the sentence alone, not on what came before. A net belongs to one thread.
*/
typedef struct {
  const RelModel *model;
  uint32_t round;        ///< Number of the run
  RelTagSlot *slots;     ///< By hash of the form
  float *kept;           ///< (slots, 5 n_first) parts of the forms
  RelTagWord *words;     ///< (n)
  RelFeatures *features; ///< (n) how the words are written
  uint32_t *fresh;       ///< (n) words whose parts are not known yet
  float *input;          ///< (n, inputs of `first`) of the fresh ones
  float *parts;          ///< (n, 5 n_first) of the fresh ones
  float *sums;           ///< (n, n_first)
  float *hidden;         ///< (n, n_second)
  float *scores;         ///< (n, n_upos + n_xpos)
  float *wide;           ///< (n, n_feats or n_scripts)
  void *rounded;         ///< (n, widest input) rounded numbers
  void *window; ///< (2 n + 1, n_first) rounded, zeros between sentences
  void *inner;  ///< (n, n_second) rounded
} RelTagNet;

/// @return #REL_NO_MEMORY, or #REL_OK; the model must have a tagger
RelStatus rel_tag_net_init(RelTagNet *net, const RelModel *model,
                           RelArena *arena);

/**
   Fill `scores` for some sentences.

   @param forms Of all words, one sentence behind the other; up to
   #REL_TAG_WORDS. They must live until the next run.
   @param lengths Words of each sentence, at least 1.
*/
void rel_tag_net_run(RelTagNet *net, const RelStr *forms,
                     const uint32_t *lengths, uint32_t n_sentences);

/// What is known of word i of the last run with this tag
RelTagMemo rel_tag_net_memo(RelTagNet *net, uint32_t i, uint32_t xpos,
                            const char *xpos_text);

/**
   The best row of `layer`, the tagger's `feats` or `script`, for some words.

   @param words Numbers of `n` words of the last run.
   @param best Output, `n` values.
*/
void rel_tag_net_choose(RelTagNet *net, const RelLinear *layer,
                        const uint32_t *words, uint32_t n, uint32_t *best);

#endif
