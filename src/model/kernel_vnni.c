// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

// REL_EMULATE: a test runs this source on processors without AVX-512
#if defined(__AVX512VNNI__) || defined(REL_EMULATE)

#include "model/kernel_loops.h"

#if !defined(REL_EMULATE)
#include <immintrin.h>
#endif

#include <string.h>

/**
   Rounded numbers are bytes from 1 to 255: the value + 128, since the
   instruction multiplies bytes without sign with bytes that have one. So a sum
   begins with -128 times the sum of the row's weights.

   A packed matrix is a row of panels, each for 32 rows of it: their scales,
   their biases, what their sums begin with, and int8 numbers (n_cols / 4, 32
   rows, 4 columns).
*/
#define PANEL   ((size_t)32)
#define STRIP   ((size_t)12)
#define CHUNK   (8U * STRIP)
#define QUAD    ((size_t)4) // columns that one instruction multiplies
#define N_HEADS ((size_t)3) // scales, biases, beginnings

static size_t
panel_size(size_t n_cols)
{
  return PANEL * (N_HEADS * sizeof(float) + n_cols);
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
    const int8_t *const row = w + r * n_cols;
    float *const head = (float *)(void *)panel;
    char *const to = panel + N_HEADS * PANEL * sizeof(float) + r % PANEL * QUAD;
    int32_t sum = 0;
    head[r % PANEL] = scale[r];
    head[PANEL + r % PANEL] = bias[r];
    for (size_t c = 0; c < n_cols; c += QUAD) {
      memcpy(to + c * PANEL, row + c, QUAD);
      sum += row[c] + row[c + 1U] + row[c + 2U] + row[c + 3U];
    }
    sum *= -128;
    memcpy(head + 2U * PANEL + r % PANEL, &sum, sizeof(sum));
  }
}

/// The four bytes at `p` in all lanes
static inline __m512i
spread(const uint8_t *p)
{
  int32_t quad = 0;

  memcpy(&quad, p, sizeof(quad));
  return _mm512_set1_epi32(quad);
}

/// sum + the products of four bytes of x with four of w
static inline __m512i
multiply_add(__m512i sum, __m512i x, __m512i w)
{
#if defined(REL_EMULATE)
  return _mm512_dpbusd_epi32(sum, x, w);
#else
  // GCC 12 stores and loads the sums around its intrinsic
  __asm__ volatile("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(x), "v"(w));
  return sum;
#endif
}

static inline void
store(float *restrict out, __m512i sum, const float *scale, const float *bias)
{
  _mm512_storeu_ps(out, _mm512_add_ps(_mm512_mul_ps(_mm512_cvtepi32_ps(sum),
                                                    _mm512_loadu_ps(scale)),
                                      _mm512_loadu_ps(bias)));
}

/// `n` rows of x by one panel; two sums a row stay in registers
static inline __attribute__((always_inline)) void
strip(float *restrict out, const uint8_t *x, const float *panel, size_t n,
      size_t stride, size_t n_cols)
{
  const float *const first = panel + 2U * PANEL;
  const int8_t *w = (const int8_t *)(first + PANEL);
  __m512i a[STRIP];
  __m512i b[STRIP];

  for (size_t k = 0; k < n; ++k) {
    a[k] = _mm512_loadu_si512(first);
    b[k] = _mm512_loadu_si512(first + PANEL / 2U);
  }
  for (size_t c = 0; c < n_cols; c += QUAD, w += PANEL * QUAD) {
    const __m512i w0 = _mm512_loadu_si512(w);
    const __m512i w1 = _mm512_loadu_si512(w + PANEL * QUAD / 2U);
    for (size_t k = 0; k < n; ++k) {
      const __m512i xk = spread(x + k * n_cols + c);
      a[k] = multiply_add(a[k], xk, w0);
      b[k] = multiply_add(b[k], xk, w1);
    }
  }
  for (size_t k = 0; k < n; ++k) {
    store(out + k * stride, a[k], panel, panel + PANEL);
    store(out + k * stride + PANEL / 2U, b[k], panel + PANEL / 2U,
          panel + PANEL + PANEL / 2U);
  }
}

static void
any_strip(float *restrict out, const uint8_t *x, const float *panel, size_t n,
          size_t stride, size_t n_cols)
{
  size_t k = 0;

  if (n == STRIP) {
    strip(out, x, panel, STRIP, stride, n_cols);
    return;
  }
  for (; k + 4U <= n; k += 4U) {
    strip(out + k * stride, x + k * n_cols, panel, 4U, stride, n_cols);
  }
  for (; k < n; ++k) {
    strip(out + k * stride, x + k * n_cols, panel, 1U, stride, n_cols);
  }
}

/// `n_x` rows of x by one panel, of which `n_rows` rows are real
static void
multiply_panel(float *restrict out, const uint8_t *x, const float *panel,
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
      multiply_panel(out + i * n_rows + r, (const uint8_t *)x + i * n_cols,
                     (const float *)(const void *)panel, n, n_rows - r, n_rows,
                     n_cols);
      panel += panel_size(n_cols);
    }
  }
}

/// Sixteen of `x` times `inverse` as whole numbers + 128; see loop_round()
static inline __m512i
round_16(const float *x, const float *inverse)
{
  const __m512 product =
      _mm512_mul_ps(_mm512_loadu_ps(x), _mm512_loadu_ps(inverse));
  // the second operand is the result when the first is no number
  const __m512 v = _mm512_min_ps(
      _mm512_max_ps(product, _mm512_set1_ps(-127.0F)), _mm512_set1_ps(127.0F));
  const __m512i sign =
      _mm512_and_si512(_mm512_castps_si512(v), _mm512_set1_epi32(INT32_MIN));
  const __m512 half = _mm512_castsi512_ps(
      _mm512_or_si512(sign, _mm512_castps_si512(_mm512_set1_ps(0.5F))));

  return _mm512_add_epi32(_mm512_cvttps_epi32(_mm512_add_ps(v, half)),
                          _mm512_set1_epi32(128));
}

static void
round_numbers(void *restrict out, const float *x, const float *inverse,
              size_t n)
{
  uint8_t *const to = out;
  size_t i = 0;

  for (; i + 16U <= n; i += 16U) {
    _mm_storeu_si128((__m128i *)(void *)(to + i),
                     _mm512_cvtepi32_epi8(round_16(x + i, inverse + i)));
  }
  for (; i < n; ++i) {
    to[i] = (uint8_t)(loop_round(x[i], inverse[i]) + 128);
  }
}

static const RelKernels kernels = {
    .name = "vnni",
    .number_size = 1U,
    .zero = 128,
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
rel_kernels_vnni(void)
{
#if defined(REL_EMULATE)
  return &kernels;
#else
  const int is_there = __builtin_cpu_supports("avx512f") &&
                       __builtin_cpu_supports("avx512bw") &&
                       __builtin_cpu_supports("avx512vl") &&
                       __builtin_cpu_supports("avx512vnni");
  return is_there ? &kernels : NULL;
#endif
}

#else

const RelKernels *
rel_kernels_vnni(void)
{
  return NULL;
}

#endif
