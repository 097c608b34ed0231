// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

#if defined(__AVX2__)

#include "model/kernel_loops.h"

#include <immintrin.h>
#include <string.h>

/**
   A packed matrix is a row of panels, each for 16 rows of it: their scales,
   their biases, and int16 numbers (n_cols / 2, 16 rows, 2 columns), so that
   one instruction multiplies two columns of eight rows with a pair of x.
*/
#define PANEL ((size_t)16)
#define STRIP ((size_t)6)
#define CHUNK (16U * STRIP)

static size_t
panel_size(size_t n_cols)
{
  return PANEL * (2U * sizeof(float) + n_cols * sizeof(int16_t));
}

static size_t
packed_size(size_t n_rows, size_t n_cols)
{
  return (n_rows + PANEL - 1U) / PANEL * panel_size(n_cols);
}

static void
pack_row(int16_t *restrict to, const int8_t *row, size_t n_cols)
{
  for (size_t c = 0; c < n_cols; c += 2U) {
    to[c * PANEL] = (int16_t)row[c];
    to[c * PANEL + 1U] = (int16_t)row[c + 1U];
  }
}

static void
pack(void *restrict packed, const int8_t *w, const float *scale,
     const float *bias, size_t n_rows, size_t n_cols)
{
  memset(packed, 0, packed_size(n_rows, n_cols));
  for (size_t r = 0; r < n_rows; ++r) {
    char *const panel = (char *)packed + r / PANEL * panel_size(n_cols);
    float *const head = (float *)(void *)panel;
    head[r % PANEL] = scale[r];
    head[PANEL + r % PANEL] = bias[r];
    pack_row((int16_t *)(void *)(head + 2U * PANEL) + 2U * (r % PANEL),
             w + r * n_cols, n_cols);
  }
}

/// The pair of int16 at `p` in all lanes
static inline __m256i
spread(const int16_t *p)
{
  int32_t pair = 0;

  memcpy(&pair, p, sizeof(pair));
  return _mm256_set1_epi32(pair);
}

static inline __m256i
multiply_add(__m256i sum, __m256i a, __m256i b)
{
  return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b));
}

static inline void
store(float *restrict out, __m256i sum, const float *scale, const float *bias)
{
  _mm256_storeu_ps(out, _mm256_add_ps(_mm256_mul_ps(_mm256_cvtepi32_ps(sum),
                                                    _mm256_load_ps(scale)),
                                      _mm256_load_ps(bias)));
}

/// `n` rows of x by one panel; two sums a row stay in registers
static inline __attribute__((always_inline)) void
strip(float *restrict out, const int16_t *x, const float *panel, size_t n,
      size_t stride, size_t n_cols)
{
  const __m256i *w = (const __m256i *)(const void *)(panel + 2U * PANEL);
  __m256i a[STRIP];
  __m256i b[STRIP];

  for (size_t k = 0; k < n; ++k) {
    a[k] = b[k] = _mm256_setzero_si256();
  }
  for (size_t c = 0; c < n_cols; c += 2U, w += 2) {
    const __m256i w0 = _mm256_load_si256(w);
    const __m256i w1 = _mm256_load_si256(w + 1);
    for (size_t k = 0; k < n; ++k) {
      const __m256i xk = spread(x + k * n_cols + c);
      a[k] = multiply_add(a[k], xk, w0);
      b[k] = multiply_add(b[k], xk, w1);
      // or GCC 12 loads all rows of x first and has no registers left
      __asm__ volatile("" : "+x"(a[k]), "+x"(b[k]));
    }
  }
  for (size_t k = 0; k < n; ++k) {
    store(out + k * stride, a[k], panel, panel + PANEL);
    store(out + k * stride + 8, b[k], panel + 8, panel + PANEL + 8);
  }
}

static void
any_strip(float *restrict out, const int16_t *x, const float *panel, size_t n,
          size_t stride, size_t n_cols)
{
  switch (n) {
  case 1:
    strip(out, x, panel, 1U, stride, n_cols);
    break;
  case 2:
    strip(out, x, panel, 2U, stride, n_cols);
    break;
  case 3:
    strip(out, x, panel, 3U, stride, n_cols);
    break;
  case 4:
    strip(out, x, panel, 4U, stride, n_cols);
    break;
  case 5:
    strip(out, x, panel, 5U, stride, n_cols);
    break;
  default:
    strip(out, x, panel, STRIP, stride, n_cols);
    break;
  }
}

/// `n_x` rows of x by one panel, of which `n_rows` rows are real
static void
multiply_panel(float *restrict out, const int16_t *x, const float *panel,
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
      multiply_panel(out + i * n_rows + r, (const int16_t *)x + i * n_cols,
                     (const float *)(const void *)panel, n, n_rows - r, n_rows,
                     n_cols);
      panel += panel_size(n_cols);
    }
  }
}

/// Eight of `x` times `inverse` as whole numbers; see loop_round()
static inline __m256i
round_8(const float *x, const float *inverse)
{
  const __m256 top = _mm256_set1_ps(127.0F);
  const __m256 bottom = _mm256_set1_ps(-127.0F);
  const __m256 sign = _mm256_set1_ps(-0.0F);
  const __m256 product =
      _mm256_mul_ps(_mm256_loadu_ps(x), _mm256_loadu_ps(inverse));
  // the second operand is the result when the first is no number
  const __m256 v = _mm256_min_ps(_mm256_max_ps(product, bottom), top);
  const __m256 half =
      _mm256_or_ps(_mm256_and_ps(v, sign), _mm256_set1_ps(0.5F));

  return _mm256_cvttps_epi32(_mm256_add_ps(v, half));
}

static void
round_numbers(void *restrict out, const float *x, const float *inverse,
              size_t n)
{
  int16_t *const to = out;
  size_t i = 0;

  for (; i + 16U <= n; i += 16U) {
    const __m256i pairs = _mm256_packs_epi32(
        round_8(x + i, inverse + i), round_8(x + i + 8, inverse + i + 8));
    _mm256_storeu_si256((__m256i *)(void *)(to + i),
                        _mm256_permute4x64_epi64(pairs, 0xD8));
  }
  for (; i < n; ++i) {
    to[i] = (int16_t)loop_round(x[i], inverse[i]);
  }
}

static const RelKernels kernels = {
    .name = "avx2",
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
rel_kernels_avx2(void)
{
  return __builtin_cpu_supports("avx2") ? &kernels : NULL;
}

#else

const RelKernels *
rel_kernels_avx2(void)
{
  return NULL;
}

#endif
