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
load(const int8_t *p)
{
  return _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)p));
}

static inline __m256i
multiply(__m256i sum, __m256i a, __m256i b)
{
  return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b));
}

/// Two rows of x by four of w
static void
block_2x4(int32_t *restrict out, const int8_t *x, const int8_t *w,
          size_t n_rows, size_t n_cols)
{
  __m256i a[4];
  __m256i b[4];

  for (int k = 0; k < 4; ++k) {
    a[k] = b[k] = _mm256_setzero_si256();
  }
  for (size_t c = 0; c < n_cols; c += 16U) {
    const __m256i x0 = load(x + c);
    const __m256i x1 = load(x + n_cols + c);
    for (size_t k = 0; k < 4U; ++k) {
      const __m256i wk = load(w + k * n_cols + c);
      a[k] = multiply(a[k], x0, wk);
      b[k] = multiply(b[k], x1, wk);
    }
  }
  for (size_t k = 0; k < 4U; ++k) {
    out[k] = total(a[k]);
    out[n_rows + k] = total(b[k]);
  }
}

/// One row of x by four of w
static void
block_1x4(int32_t *restrict out, const int8_t *x, const int8_t *w,
          size_t n_cols)
{
  __m256i a[4];

  for (int k = 0; k < 4; ++k) {
    a[k] = _mm256_setzero_si256();
  }
  for (size_t c = 0; c < n_cols; c += 16U) {
    const __m256i x0 = load(x + c);
    for (size_t k = 0; k < 4U; ++k) {
      a[k] = multiply(a[k], x0, load(w + k * n_cols + c));
    }
  }
  for (size_t k = 0; k < 4U; ++k) {
    out[k] = total(a[k]);
  }
}

static void
dot_avx2(int32_t *restrict out, const int8_t *x, const int8_t *w, size_t n_x,
         size_t n_rows, size_t n_cols)
{
  const size_t whole = n_rows & ~(size_t)3U;

  for (size_t r = 0; r < whole; r += 4U) {
    const int8_t *const wr = w + r * n_cols;
    size_t i = 0;
    for (; i + 2U <= n_x; i += 2U) {
      block_2x4(out + i * n_rows + r, x + i * n_cols, wr, n_rows, n_cols);
    }
    if (i < n_x) {
      block_1x4(out + i * n_rows + r, x + i * n_cols, wr, n_cols);
    }
  }
  for (size_t i = 0; i < n_x; ++i) {
    for (size_t r = whole; r < n_rows; ++r) {
      rel_dot_reference(out + i * n_rows + r, x + i * n_cols, w + r * n_cols,
                        1U, 1U, n_cols);
    }
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
