// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_NET_H
#define REL_MODEL_NET_H

#include "model/feature.h"

/// Most sentences that run together, and most words of several together
enum { REL_NET_SENTENCES = 24, REL_NET_WORDS = 512 };

/// One of the sentences that run together
typedef struct {
  size_t first; ///< Its first word among those of all of them
  size_t n;     ///< Its words, at least 1
} RelNetSentence;

/**
   One running network: scratch for up to #REL_NET_SENTENCES sentences.

   A net belongs to one thread; the model behind it is shared. All float
   arrays are row-major, one row a word, in the order of the sentences.
   Results of a sentence do not depend on the others.
*/
typedef struct {
  const RelModel *model;
  RelNetSentence sentences[REL_NET_SENTENCES]; ///< The longest first
  uint32_t n_sentences;
  uint32_t n_words;   ///< Of all sentences together
  float *hidden;      ///< (n, width) output of the encoder so far
  float *gates;       ///< (n, widest) input, then output of the layer at work
  float *state;       ///< LSTM: cells and sums of the sentences' next words
  void *rounded;      ///< (n, widest input) rounded numbers
  float *inner;       ///< (n, n_rows of `heads`) inputs of the heads
  float *tags;        ///< (n, n_rows of `tags`) UPOS, XPOS, features
  float *names;       ///< (n, n_rows of `names`)
  float *labels;      ///< (n, n_rows of `label`)
  float *arcs;        ///< Scores of heads; see rel_net_arcs()
  uint32_t longest;   ///< Most words of a sentence
  RelFeatures *words; ///< (longest) of one sentence
  int8_t *arc_head;   ///< (longest + 1, n_arc) of one sentence
  void *arc_packed;   ///< The same as a packed matrix
  float *arc_scale;   ///< (longest + 1) scale of the scores, all alike
  float *arc_bias;    ///< (longest + 1) zeros
  float *arc_inverse; ///< (2, n_arc) to round dependents and heads, all alike
  float *distance;    ///< (2 longest + 1) scores of -longest .. longest
} RelNet;

/**
   @param n_words Most words of a call: of one sentence, or of several
   together.
   @param longest Most words of a sentence.
*/
RelStatus rel_net_init(RelNet *net, const RelModel *model, RelArena *arena,
                       uint32_t n_words, uint32_t longest);

/**
   Run the network on sentences: fills `tags`, `names` and `arcs`.

   @param forms Of all words, one sentence behind the other.
   @param lengths Words of each sentence, the longest first.
*/
void rel_net_run(RelNet *net, const RelStr *forms, const uint32_t *lengths,
                 uint32_t n_sentences);

/**
   Scores (n, n + 1) of the heads of a sentence of the last run: column 0 is
   the root, column j + 1 word j.
*/
const float *rel_net_arcs(const RelNet *net, uint32_t sentence);

/**
   Scores (n, number of scripts) of the lemma scripts of some words of the last
   run, until the net is used again.

   @param words Numbers of `n` words among those of all sentences.
*/
const float *rel_net_edits(RelNet *net, const uint32_t *words, size_t n);

/// Fill `labels` for the last run with these heads (from 1; 0: root)
void rel_net_label(RelNet *net, const uint32_t *heads);

#endif
