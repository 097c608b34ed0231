// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

#include "model/kernel_loops.h"

#include <string.h>

/// A packed matrix: scales, biases and rows, one behind the other
static size_t
packed_size(size_t n_rows, size_t n_cols)
{
  const size_t size = n_rows * (2U * sizeof(float) + n_cols);

  return (size + REL_KERNEL_ALIGN - 1U) / REL_KERNEL_ALIGN * REL_KERNEL_ALIGN;
}

static void
pack(void *restrict packed, const int8_t *w, const float *scale,
     const float *bias, size_t n_rows, size_t n_cols)
{
  float *const to = packed;

  memcpy(to, scale, n_rows * sizeof(*to));
  memcpy(to + n_rows, bias, n_rows * sizeof(*to));
  memcpy(to + 2U * n_rows, w, n_rows * n_cols);
}

static void
multiply(float *restrict out, const void *x, const void *packed, size_t n_x,
         size_t n_rows, size_t n_cols)
{
  const float *const scale = packed;
  const float *const bias = scale + n_rows;
  const int8_t *const w = (const int8_t *)(bias + n_rows);

  for (size_t i = 0; i < n_x; ++i) {
    for (size_t r = 0; r < n_rows; ++r) {
      const int8_t *const xi = (const int8_t *)x + i * n_cols;
      const int8_t *const wr = w + r * n_cols;
      int32_t sum = 0;
      for (size_t c = 0; c < n_cols; ++c) {
        sum += xi[c] * wr[c];
      }
      out[i * n_rows + r] = (float)sum * scale[r] + bias[r];
    }
  }
}

static void
round_numbers(void *restrict out, const float *x, const float *inverse,
              size_t n)
{
  rel_round_int8(out, x, inverse, n);
}

static const RelKernels kernels = {
    .name = "reference",
    .number_size = 1U,
    .zero = 0,
    .packed_size = packed_size,
    .pack = pack,
    .multiply = multiply,
    .round = round_numbers,
    .add_row = loop_add_row,
    .layer_norm = loop_layer_norm,
    .add_maxout = loop_add_maxout,
    .relu = loop_relu,
    .lstm_step = loop_lstm_step,
};

const RelKernels *
rel_kernels_reference(void)
{
  return &kernels;
}
