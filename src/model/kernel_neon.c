// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

// REL_EMULATE: a test runs this source on other processors
#if defined(__aarch64__) || defined(REL_EMULATE)

#include "model/kernel_loops.h"

#if !defined(REL_EMULATE)
#include <arm_neon.h>
#endif

#include <string.h>

/**
   A packed matrix is a row of panels, each for 16 rows of it: their scales,
   their biases, and int8 numbers (n_cols / 2, 16 rows, 2 columns). Products of
   two pairs fit in int16; then neighbours are added to int32.
*/
#define PANEL  ((size_t)16)
#define STRIP  ((size_t)4)
#define CHUNK  (24U * STRIP)
#define LANES  ((size_t)4) // rows whose sums share a register
#define GROUPS (PANEL / LANES)

static size_t
panel_size(size_t n_cols)
{
  return PANEL * (2U * sizeof(float) + n_cols);
}

static size_t
packed_size(size_t n_rows, size_t n_cols)
{
  return (n_rows + PANEL - 1U) / PANEL * panel_size(n_cols);
}

static void
pack(void *restrict packed, const int8_t *w, const float *scale,
     const float *bias, size_t n_rows, size_t n_cols)
{
  memset(packed, 0, packed_size(n_rows, n_cols));
  for (size_t r = 0; r < n_rows; ++r) {
    char *const panel = (char *)packed + r / PANEL * panel_size(n_cols);
    float *const head = (float *)(void *)panel;
    char *const to = panel + 2U * PANEL * sizeof(float) + 2U * (r % PANEL);
    head[r % PANEL] = scale[r];
    head[PANEL + r % PANEL] = bias[r];
    for (size_t c = 0; c < n_cols; c += 2U) {
      memcpy(to + c * PANEL, w + r * n_cols + c, 2U);
    }
  }
}

/// The pair of int8 at `p` in all lanes
static inline int8x8_t
spread(const int8_t *p)
{
  int16_t pair = 0;

  memcpy(&pair, p, sizeof(pair));
  return vreinterpret_s8_s16(vdup_n_s16(pair));
}

/// `n` rows of x by one panel; four sums a row stay in registers
static inline __attribute__((always_inline)) void
strip(float *restrict out, const int8_t *x, const float *panel, size_t n,
      size_t stride, size_t n_cols)
{
  const int8_t *w = (const int8_t *)(panel + 2U * PANEL);
  int32x4_t sums[STRIP][GROUPS];

  for (size_t k = 0; k < n * GROUPS; ++k) {
    sums[k / GROUPS][k % GROUPS] = vdupq_n_s32(0);
  }
  for (size_t c = 0; c < n_cols; c += 4U, w += 4U * PANEL) {
    for (size_t k = 0; k < n; ++k) {
      const int8x8_t x0 = spread(x + k * n_cols + c);
      const int8x8_t x1 = spread(x + k * n_cols + c + 2U);
      for (size_t g = 0; g < GROUPS; ++g) {
        const int8x8_t w0 = vld1_s8(w + 2U * LANES * g);
        const int8x8_t w1 = vld1_s8(w + 2U * PANEL + 2U * LANES * g);
        const int16x8_t products = vmlal_s8(vmull_s8(x0, w0), x1, w1);
        sums[k][g] = vpadalq_s16(sums[k][g], products);
      }
    }
  }
  for (size_t k = 0; k < n; ++k) {
    for (size_t g = 0; g < GROUPS; ++g) {
      const size_t at = g * LANES;
      vst1q_f32(
          out + k * stride + at,
          vaddq_f32(vmulq_f32(vcvtq_f32_s32(sums[k][g]), vld1q_f32(panel + at)),
                    vld1q_f32(panel + PANEL + at)));
    }
  }
}

static void
any_strip(float *restrict out, const int8_t *x, const float *panel, size_t n,
          size_t stride, size_t n_cols)
{
  if (n == STRIP) {
    strip(out, x, panel, STRIP, stride, n_cols);
    return;
  }
  for (size_t k = 0; k < n; ++k) {
    strip(out + k * stride, x + k * n_cols, panel, 1U, stride, n_cols);
  }
}

/// `n_x` rows of x by one panel, of which `n_rows` rows are real
static void
multiply_panel(float *restrict out, const int8_t *x, const float *panel,
               size_t n_x, size_t n_rows, size_t stride, size_t n_cols)
{
  float part[STRIP * PANEL];

  for (size_t i = 0; i < n_x; i += STRIP) {
    const size_t n = n_x - i < STRIP ? n_x - i : STRIP;
    if (n_rows >= PANEL) {
      any_strip(out + i * stride, x + i * n_cols, panel, n, stride, n_cols);
      continue;
    }
    any_strip(part, x + i * n_cols, panel, n, PANEL, n_cols);
    for (size_t k = 0; k < n; ++k) {
      memcpy(out + (i + k) * stride, part + k * PANEL, n_rows * sizeof(*part));
    }
  }
}

/// A chunk of x stays in the second cache while the panels pass by
static void
multiply(float *restrict out, const void *x, const void *packed, size_t n_x,
         size_t n_rows, size_t n_cols)
{
  for (size_t i = 0; i < n_x; i += CHUNK) {
    const size_t n = n_x - i < CHUNK ? n_x - i : CHUNK;
    const char *panel = packed;
    for (size_t r = 0; r < n_rows; r += PANEL) {
      multiply_panel(out + i * n_rows + r, (const int8_t *)x + i * n_cols,
                     (const float *)(const void *)panel, n, n_rows - r, n_rows,
                     n_cols);
      panel += panel_size(n_cols);
    }
  }
}

static void
round_numbers(void *restrict out, const float *x, const float *inverse,
              size_t n)
{
  int8_t *const to = out;

  for (size_t i = 0; i < n; ++i) {
    to[i] = (int8_t)loop_round(x[i], inverse[i]);
  }
}

static const RelKernels kernels = {
    .name = "neon",
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
rel_kernels_neon(void)
{
  return &kernels;
}

#else

const RelKernels *
rel_kernels_neon(void)
{
  return NULL;
}

#endif
