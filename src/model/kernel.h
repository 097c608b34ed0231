// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_KERNEL_H
#define REL_MODEL_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// Columns of every int8 matrix are padded with zeros to a multiple of this
#define REL_KERNEL_STEP 32U

/**
   out = x Wᵀ in whole numbers: exact, so all versions give the same bits.

   Shapes: `x` (n_x, n_cols), `w` (n_rows, n_cols), `out` (n_x, n_rows), all
   row-major; `n_cols` a multiple of #REL_KERNEL_STEP and at most 131,072, so
   that no sum leaves int32.
*/
typedef void (*RelDotKernel)(int32_t *restrict out, const int8_t *x,
                             const int8_t *w, size_t n_x, size_t n_rows,
                             size_t n_cols);

void rel_dot_reference(int32_t *restrict out, const int8_t *x, const int8_t *w,
                       size_t n_x, size_t n_rows, size_t n_cols);

/// For processors with AVX2; null where the compiler cannot make it
RelDotKernel rel_dot_avx2(void);

/// The fastest version for this processor; RELATA_ISA=portable forces plain C
RelDotKernel rel_dot_best(void);

/**
   Round x * inverse to the nearest whole number, at most 127 in size.

   Shapes: `x` (n), `inverse` (n), `out` (n). NaN gives -127.
*/
void rel_quantise(int8_t *restrict out, const float *x, const float *inverse,
                  size_t n);

/// out[i] = acc[i] * scale[i] + bias[i]
void rel_dequantise(float *restrict out, const int32_t *acc, const float *scale,
                    const float *bias, size_t n);

/**
   x = (x - mean) / sqrt(variance + 1e-5) * gain + offset, in place.

   Sums run in sixteen lanes in a fixed order; `n` is a multiple of 16.
*/
void rel_layer_norm(float *restrict x, const float *gain, const float *offset,
                    size_t n);

/// x = max(x, 0)
void rel_relu(float *x, size_t n);

/**
   One step of an LSTM from the sums of its gates, in PyTorch's order i f g o.

   Shapes: `gates` (4n) is overwritten, `cell` (n) updated, `out` (n).
*/
void rel_lstm_step(float *restrict gates, float *restrict cell,
                   float *restrict out, size_t n);

/// tanh within 2e-6, by a rational function: the same bits everywhere
float rel_tanh(float x);

/// exp within 2e-7 of its value for x <= 0 (0 below -87)
float rel_exp(float x);

/// Probability of logits[best] among `n`; logits may be any finite numbers
float rel_softmax_at(const float *logits, size_t n, size_t best);

/// First index of the greatest value
size_t rel_argmax(const float *x, size_t n);

#endif
