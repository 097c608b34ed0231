// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_WEIGHTS_H
#define REL_MODEL_WEIGHTS_H

#include "model/kernel.h"
#include "model/model.h"

/**
   The model file, little-endian; train/export.py writes it.

       offset  size  what
       0       8     magic "RELMODEL"
       8       4     version, REL_MODEL_VERSION
       12      4     number of tensors n
       16      8     size of the file in bytes, a multiple of 64
       24      8     checksum of all other bytes, rel_weights_checksum()
       32      32    zeros
       64      64 n  table, one entry a tensor:
                       24  name, NUL-padded
                       4   type, RelTensorType
                       4   rows
                       4   columns
                       4   zeros
                       8   offset from the start of the file, multiple of 64
                       8   size in bytes = rows * columns * size of the type
                       8   zeros
       ...           the tensors, each padded with zeros to 64 bytes

   A linear layer NAME is four tensors: NAME.w int8 (R, C) with C padded to
   REL_KERNEL_STEP; NAME.s and NAME.b float (1, R): scale and bias of each
   row; NAME.q float (1, C): what a column's input is multiplied with before it
   is rounded to int8. So out = (round(x * q) wᵀ) * s + b.
*/
#define REL_MODEL_VERSION 1U

typedef enum {
  REL_TENSOR_INT8 = 0,
  REL_TENSOR_FLOAT,
  REL_TENSOR_UINT32,
  REL_TENSOR_UINT64,
  REL_N_TENSOR_TYPES,
} RelTensorType;

/// A linear layer; see above
typedef struct {
  const void *packed; ///< By RelKernels.pack; owned by the model
  const int8_t *w;    ///< (n_rows, n_cols)
  const float *scale; ///< (n_rows)
  const float *bias;  ///< (n_rows)
  const float *input; ///< (n_cols)
  uint32_t n_rows;
  uint32_t n_cols; ///< Padded
  uint32_t n_in;   ///< Not padded
} RelLinear;

/// Rows of int8, each with its scale; row 0 is zero
typedef struct {
  const int8_t *rows;
  const float *scale;
  uint32_t n;
  uint32_t dim;
} RelEmbedding;

/// From a 64-bit key to a number, by open addressing
typedef struct {
  const uint64_t *keys;  ///< By number - 1
  const uint32_t *slots; ///< Number, or 0
  uint32_t n;            ///< Of keys
  uint32_t mask;         ///< Number of slots - 1
} RelKeys;

/// One layer of the encoder; in the file 0: convolution, 1: LSTM, 2: skips
typedef struct {
  bool is_lstm;
  bool skips;          ///< LSTM: its input stands in front of its output
  uint32_t size;       ///< Dilation of a convolution, hidden size of an LSTM
  RelLinear in;        ///< Window to 2 dim (maxout); or input to both gates
  RelLinear recur[2];  ///< LSTM: hidden to gates; forward, backward
  const float *gain;   ///< Convolution: layer norm
  const float *offset; ///< Convolution: layer norm
} RelLayer;

enum { REL_MAX_LAYERS = 8 };

/// Words to each side that the tagger's first window sees
enum { REL_TAG_REACH = 2 };

/**
   The small tagger: an optional part of the file, the tensors "tag.*".

   `first` gives each word what it adds to the 2 REL_TAG_REACH + 1 words around
   it, from the left to the right; `second` sees three words of those sums;
   `upos` to `scripts` read it and share their input scales.
*/
typedef struct {
  bool is_there;
  RelKeys word_keys;
  RelEmbedding word;
  RelEmbedding prefix;
  RelEmbedding suffix;
  RelEmbedding shape;
  RelLinear first;  ///< Model's vector, word, prefix, suffix, shape
  RelLinear second; ///< (n_second, 3 n_first)
  RelLinear tags;   ///< (n_upos + n_xpos, n_second)
  RelLinear feats;  ///< (n_feats, n_second)
  RelLinear script; ///< (n_scripts, n_second)
  const float *how; ///< (4, n_first) bias by how the sentence is written
  uint32_t n_first;
  uint32_t n_second;
  RelKeys known;               ///< Form and tag, as of known lemmas, ...
  const uint32_t *known_feats; ///< ... to features; by number - 1
} RelTagWeights;

/// What has its probabilities sharpened by a number of its own
enum {
  REL_SHARP_UPOS,
  REL_SHARP_ARC,
  REL_SHARP_LABEL,
  REL_SHARP_NAME,
  REL_N_SHARPNESS,
};

struct RelModelImpl {
  RelWorld *world;
  const RelKernels *kernels; ///< Chosen when the model was opened
  void *packed;              ///< Memory of all packed matrices; owned
  RelMapping mapping;
  const char *name; ///< For messages; not owned after opening
  char *file_name;  ///< Without folders; owned
  RelKeys vector_keys;
  RelKeys word_keys;
  RelKeys lemma_keys;           ///< Form and tag to edit script
  const uint32_t *lemma_script; ///< By number - 1
  RelEmbedding vector;
  RelEmbedding word;
  RelEmbedding prefix;
  RelEmbedding suffix;
  RelEmbedding shape;
  RelEmbedding sentence_case;
  RelLinear input;
  const float *input_gain;
  const float *input_offset;
  RelLayer layers[REL_MAX_LAYERS];
  uint32_t n_layers;
  uint32_t dim;   ///< Of the encoder's input
  uint32_t width; ///< Of its widest layer
  uint32_t n_tag; ///< Hidden sizes of the heads, rows of `heads` in order
  uint32_t n_name;
  uint32_t n_arc;
  uint32_t n_label;
  RelLinear heads; ///< tag, name, arc head, arc dep, label head, label dep
  RelLinear tags;  ///< UPOS, XPOS, features
  RelLinear edits; ///< Lemma scripts; in the file the last rows of `tags`
  RelLinear names; ///< O, then B I E S of each type of name
  RelLinear arc;
  RelLinear label;
  const float *arc_root;
  const float *label_root;
  const float *distance;  ///< -n .. n, then the root
  uint32_t n_distance;    ///< Greatest distance n
  const float *pair;      ///< Arc scores: inverse for dep, for head; scale
  const float *sharpness; ///< Of UPOS, arcs, labels, names; rel_softmax_at()
  uint32_t n_upos;
  uint32_t n_xpos;
  uint32_t n_feats;
  uint32_t n_scripts;
  RelStr *feats;   ///< Owned array of views
  RelStr *scripts; ///< Owned array of views: "l", cut as 2 digits, ending
  RelStr tag_list; ///< All tags with a blank behind each, to compare
  RelTagWeights tagger;
};

/**
   Checksum of a model file's bytes but those of the checksum itself.

   Four lanes of multiply and rotate over 8-byte words, about 10 GB/s.
*/
uint64_t rel_weights_checksum(const uint8_t *data, size_t size);

/// Check header, table and checksum and set all pointers of `model`
RelStatus rel_weights_read(RelModel *model);

/// Bring all matrices into the form that the model's kernels want
RelStatus rel_weights_pack(RelModel *model);

/// Number of `key`, from 1; 0 when it is not there
uint32_t rel_keys_find(const RelKeys *keys, uint64_t key);

#endif
