// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_NET_H
#define REL_MODEL_NET_H

#include "model/kernel.h"
#include "model/weights.h"

/**
   One running network: scratch for sentences of up to `capacity` words.

   A net belongs to one thread; the model behind it is shared. All float
   arrays are row-major, one row a word.
*/
typedef struct {
  const RelModel *model;
  RelDotKernel dot;
  uint32_t capacity;
  float *hidden;    ///< (n, width) output of the encoder so far
  float *window;    ///< (n, widest input) input of the next linear layer
  float *gates;     ///< (n, widest output) its output
  float *state;     ///< LSTM: cell and gates of one direction
  int8_t *rounded;  ///< (n, widest input)
  int32_t *sums;    ///< (n, widest output)
  float *inner;     ///< (n, n_rows of `heads`) inputs of the heads
  float *tags;      ///< (n, n_rows of `tags`) UPOS, XPOS, features, scripts
  float *names;     ///< (n, n_rows of `names`)
  float *labels;    ///< (n, n_rows of `label`)
  float *arcs;      ///< (n, n + 1) score of each head; column 0 is the root
  int8_t *arc_dep;  ///< (n, n_arc)
  int8_t *arc_head; ///< (n + 1, n_arc)
} RelNet;

RelStatus rel_net_init(RelNet *net, const RelModel *model, RelArena *arena,
                       uint32_t capacity);

/// Run the network on a sentence: fills `tags`, `names` and `arcs`
void rel_net_run(RelNet *net, const RelStr *forms, uint32_t n);

/// Fill `labels` for the last sentence with these heads (from 1; 0: root)
void rel_net_label(RelNet *net, const uint32_t *heads, uint32_t n);

#endif
