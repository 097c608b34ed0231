// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

#if defined(__AVX2__)

#include <immintrin.h>

/// The sum of the eight lanes
static inline int32_t
total(__m256i v)
{
  __m128i s =
      _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));

  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4E));
  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0xB1));
  return _mm_cvtsi128_si32(s);
}

/// Sixteen int8 as int16
static inline __m256i
widen(const int8_t *p)
{
  return _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)p));
}

static inline __m256i
load(const int16_t *p)
{
  return _mm256_loadu_si256((const void *)p);
}

static inline __m256i
multiply(__m256i sum, __m256i a, __m256i b)
{
  return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b));
}

/// Four rows of x by two of w; eight sums stay in registers
static inline void
block_4x2(int32_t *restrict out, const int16_t *x, const int8_t *w,
          size_t n_rows, size_t n_cols)
{
  __m256i a[4];
  __m256i b[4];

  for (size_t k = 0; k < 4U; ++k) {
    a[k] = b[k] = _mm256_setzero_si256();
  }
  for (size_t c = 0; c < n_cols; c += 16U) {
    const __m256i w0 = widen(w + c);
    const __m256i w1 = widen(w + n_cols + c);
    for (size_t k = 0; k < 4U; ++k) {
      const __m256i xk = load(x + k * n_cols + c);
      a[k] = multiply(a[k], xk, w0);
      b[k] = multiply(b[k], xk, w1);
    }
  }
  for (size_t k = 0; k < 4U; ++k) {
    out[k * n_rows] = total(a[k]);
    out[k * n_rows + 1U] = total(b[k]);
  }
}

/// One row of x by four of w
static inline void
block_1x4(int32_t *restrict out, const int16_t *x, const int8_t *w,
          size_t n_cols)
{
  __m256i a[4];

  for (size_t k = 0; k < 4U; ++k) {
    a[k] = _mm256_setzero_si256();
  }
  for (size_t c = 0; c < n_cols; c += 16U) {
    const __m256i xc = load(x + c);
    for (size_t k = 0; k < 4U; ++k) {
      a[k] = multiply(a[k], xc, widen(w + k * n_cols + c));
    }
  }
  for (size_t k = 0; k < 4U; ++k) {
    out[k] = total(a[k]);
  }
}

/// Widest row that is widened as a whole; wider ones go the slow way
enum { MAX_COLS = 4096, N_X = 4 };

static void
widen_rows(int16_t *restrict wide, const int8_t *x, size_t n)
{
  for (size_t i = 0; i < n; i += 16U) {
    _mm256_storeu_si256((void *)(wide + i), widen(x + i));
  }
}

/// Rows of w that fill no block, for `n_x` rows of x
static void
dot_rest(int32_t *restrict out, const int8_t *x, const int8_t *w, size_t n_x,
         size_t first, size_t n_rows, size_t n_cols)
{
  for (size_t i = 0; i < n_x; ++i) {
    for (size_t r = first; r < n_rows; ++r) {
      rel_dot_reference(out + i * n_rows + r, x + i * n_cols, w + r * n_cols,
                        1U, 1U, n_cols);
    }
  }
}

static void
dot_avx2(int32_t *restrict out, const int8_t *x, const int8_t *w, size_t n_x,
         size_t n_rows, size_t n_cols)
{
  int16_t wide[N_X * MAX_COLS];
  size_t i = 0;

  if (n_cols > MAX_COLS) {
    rel_dot_reference(out, x, w, n_x, n_rows, n_cols);
    return;
  }
  for (; i + N_X <= n_x; i += N_X) {
    widen_rows(wide, x + i * n_cols, N_X * n_cols);
    for (size_t r = 0; r + 2U <= n_rows; r += 2U) {
      block_4x2(out + i * n_rows + r, wide, w + r * n_cols, n_rows, n_cols);
    }
    dot_rest(out + i * n_rows, x + i * n_cols, w, N_X, n_rows & ~(size_t)1U,
             n_rows, n_cols);
  }
  for (; i < n_x; ++i) {
    widen_rows(wide, x + i * n_cols, n_cols);
    for (size_t r = 0; r + 4U <= n_rows; r += 4U) {
      block_1x4(out + i * n_rows + r, wide, w + r * n_cols, n_cols);
    }
    dot_rest(out + i * n_rows, x + i * n_cols, w, 1U, n_rows & ~(size_t)3U,
             n_rows, n_cols);
  }
}

RelDotKernel
rel_dot_avx2(void)
{
  return __builtin_cpu_supports("avx2") ? dot_avx2 : NULL;
}

#else

RelDotKernel
rel_dot_avx2(void)
{
  return NULL;
}

#endif
