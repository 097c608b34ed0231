// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_KERNEL_H
#define REL_MODEL_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// Columns of every int8 matrix are padded with zeros to a multiple of this
#define REL_KERNEL_STEP 32U

/// Alignment of packed matrices, in bytes
#define REL_KERNEL_ALIGN 64U

/**
   The numeric work of the network for one kind of processor.

   All kinds give the same bits: sums of products are whole numbers, which are
   exact in any order, and what is float has one order of operations, without
   fused multiply-add.

   A kind keeps rounded inputs and packed matrices in forms of its own; a
   rounded row of n numbers takes n * `number_size` bytes. Matrices hold
   numbers from -127 to 127.
*/
typedef struct {
  const char *name;   ///< As RELATA_ISA says it
  size_t number_size; ///< Bytes of a rounded number
  int zero;           ///< Each byte of a rounded 0, for memset

  /// Bytes of a packed matrix, a multiple of #REL_KERNEL_ALIGN
  size_t (*packed_size)(size_t n_rows, size_t n_cols);

  /**
     Bring a linear layer into the form that `multiply` wants.

     Shapes: `w` (n_rows, n_cols) row-major; `scale`, `bias` (n_rows);
     `packed` has packed_size() bytes, aligned to #REL_KERNEL_ALIGN. `n_cols`
     is a multiple of #REL_KERNEL_STEP and at most 131,072, so that no sum
     leaves int32.
  */
  void (*pack)(void *restrict packed, const int8_t *w, const float *scale,
               const float *bias, size_t n_rows, size_t n_cols);

  /**
     out = (x Wᵀ) * scale + bias.

     Shapes: `x` (n_x, n_cols) of rounded numbers, `out` (n_x, n_rows).
  */
  void (*multiply)(float *restrict out, const void *x, const void *packed,
                   size_t n_x, size_t n_rows, size_t n_cols);

  /**
     Round x * inverse to the nearest whole number, at most 127 in size.

     Shapes: `x` (n), `inverse` (n), `out` (n) of rounded numbers; `n` is any
     number. Halves go away from zero; NaN gives -127.
  */
  void (*round)(void *restrict out, const float *x, const float *inverse,
                size_t n);

  /// out[i] += row[i] * scale
  void (*add_row)(float *restrict out, const int8_t *row, float scale,
                  size_t n);

  /**
     x = (x - mean) / sqrt(variance + 1e-5) * gain + offset, in place.

     Sums run in sixteen lanes in a fixed order; `n` is a multiple of 16.
  */
  void (*layer_norm)(float *restrict x, const float *gain, const float *offset,
                     size_t n);

  /**
     hidden += layer_norm(the greater of both halves of `pair`).

     Shapes: `pair` (2n) is overwritten, the others (n).
  */
  void (*add_maxout)(float *restrict hidden, float *restrict pair,
                     const float *gain, const float *offset, size_t n);

  /// x = max(x, 0)
  void (*relu)(float *x, size_t n);

  /**
     One step of an LSTM from the sums of its gates, in PyTorch's order i f g o.

     Shapes: `gates` (4n) is overwritten; `more` (4n) is added to it, or null;
     `cell` (n) updated, `out` (n).
  */
  void (*lstm_step)(float *restrict gates, const float *more,
                    float *restrict cell, float *restrict out, size_t n);
} RelKernels;

/// Naive loops in the words of the definitions, to compare with
const RelKernels *rel_kernels_reference(void);

/// Plain C for any processor
const RelKernels *rel_kernels_portable(void);

/// For x86 with AVX2; null where processor or compiler lack it, as below
const RelKernels *rel_kernels_avx2(void);

/// For x86 with AVX-512 VNNI, or null
const RelKernels *rel_kernels_vnni(void);

/// For 64-bit ARM, or null
const RelKernels *rel_kernels_neon(void);

/**
   The kernels of this name that run here; null when there are none.

   @param name "portable", "avx2", "vnni", "neon"; null or empty: the fastest.
*/
const RelKernels *rel_kernels_find(const char *name);

enum { REL_MAX_KERNELS = 4 };

/// All kernels that run here, the fastest first; returns their number
size_t rel_kernels_all(const RelKernels *all[REL_MAX_KERNELS]);

/// `kernels->round` to int8, the same on every processor
void rel_round_int8(int8_t *restrict out, const float *x, const float *inverse,
                    size_t n);

/// tanh within 2e-6, by a rational function: the same bits everywhere
float rel_tanh(float x);

/// exp within 2e-7 of its value for x <= 0 (0 below -87)
float rel_exp(float x);

/**
   Probability of logits[best] among `n`, all times `sharpness` (one divided by
   the temperature of Guo et al. 2017); logits may be any finite numbers.
*/
float rel_softmax_at(const float *logits, size_t n, size_t best,
                     float sharpness);

/// First index of the greatest value
size_t rel_argmax(const float *x, size_t n);

#endif
