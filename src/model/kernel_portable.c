// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

#include "model/kernel_loops.h"

#include <string.h>

/**
   int16 numbers in rows: the loop over columns is what compilers turn into
   multiply-and-add of pairs, which every x86-64 has (SSE2: pmaddwd).

   A packed matrix is scales, biases and rows of int16, one behind the other.
*/
enum { N_X = 2, N_W = 4 };

static size_t
packed_size(size_t n_rows, size_t n_cols)
{
  const size_t size = n_rows * (2U * sizeof(float) + n_cols * sizeof(int16_t));

  return (size + REL_KERNEL_ALIGN - 1U) / REL_KERNEL_ALIGN * REL_KERNEL_ALIGN;
}

static void
pack(void *restrict packed, const int8_t *w, const float *scale,
     const float *bias, size_t n_rows, size_t n_cols)
{
  float *const to = packed;
  int16_t *const rows = (int16_t *)(void *)(to + 2U * n_rows);

  memcpy(to, scale, n_rows * sizeof(*to));
  memcpy(to + n_rows, bias, n_rows * sizeof(*to));
  for (size_t i = 0; i < n_rows * n_cols; ++i) {
    rows[i] = (int16_t)w[i];
  }
}

/// Two rows of x by four of w
static void
block_2x4(int32_t *restrict sums, const int16_t *x, const int16_t *w,
          size_t n_cols)
{
  const int16_t *const x1 = x + n_cols;
  const int16_t *const w1 = w + n_cols;
  const int16_t *const w2 = w1 + n_cols;
  const int16_t *const w3 = w2 + n_cols;
  int32_t a0 = 0;
  int32_t a1 = 0;
  int32_t a2 = 0;
  int32_t a3 = 0;
  int32_t b0 = 0;
  int32_t b1 = 0;
  int32_t b2 = 0;
  int32_t b3 = 0;

  for (size_t c = 0; c < n_cols; ++c) {
    a0 += x[c] * w[c];
    a1 += x[c] * w1[c];
    a2 += x[c] * w2[c];
    a3 += x[c] * w3[c];
    b0 += x1[c] * w[c];
    b1 += x1[c] * w1[c];
    b2 += x1[c] * w2[c];
    b3 += x1[c] * w3[c];
  }
  const int32_t all[N_X * N_W] = {a0, a1, a2, a3, b0, b1, b2, b3};
  memcpy(sums, all, sizeof(all));
}

static int32_t
dot(const int16_t *x, const int16_t *w, size_t n_cols)
{
  int32_t sum = 0;

  for (size_t c = 0; c < n_cols; ++c) {
    sum += x[c] * w[c];
  }
  return sum;
}

/// Up to two rows of x by up to four of w
static void
block(int32_t *restrict sums, const int16_t *x, const int16_t *w, size_t n_x,
      size_t n_w, size_t n_cols)
{
  if (n_x == N_X && n_w == N_W) {
    block_2x4(sums, x, w, n_cols);
    return;
  }
  for (size_t i = 0; i < n_x; ++i) {
    for (size_t r = 0; r < n_w; ++r) {
      sums[i * N_W + r] = dot(x + i * n_cols, w + r * n_cols, n_cols);
    }
  }
}

static void
multiply(float *restrict out, const void *x, const void *packed, size_t n_x,
         size_t n_rows, size_t n_cols)
{
  const float *const scale = packed;
  const float *const bias = scale + n_rows;
  const int16_t *const w = (const int16_t *)(const void *)(bias + n_rows);
  int32_t sums[N_X * N_W];

  for (size_t r = 0; r < n_rows; r += N_W) {
    const size_t n_w = n_rows - r < N_W ? n_rows - r : N_W;
    for (size_t i = 0; i < n_x; i += N_X) {
      const size_t n = n_x - i < N_X ? n_x - i : N_X;
      block(sums, (const int16_t *)x + i * n_cols, w + r * n_cols, n, n_w,
            n_cols);
      for (size_t k = 0; k < n * N_W; ++k) {
        const size_t row = r + k % N_W;
        if (row < n_rows) {
          out[(i + k / N_W) * n_rows + row] =
              (float)sums[k] * scale[row] + bias[row];
        }
      }
    }
  }
}

static void
round_numbers(void *restrict out, const float *x, const float *inverse,
              size_t n)
{
  int16_t *const to = out;

  for (size_t i = 0; i < n; ++i) {
    to[i] = (int16_t)loop_round(x[i], inverse[i]);
  }
}

static const RelKernels kernels = {
    .name = "portable",
    .number_size = sizeof(int16_t),
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
rel_kernels_portable(void)
{
  return &kernels;
}
