// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_SIMDE_AVX512_H
#define REL_SIMDE_AVX512_H

#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/x86/avx512.h>

#include <string.h>

/**
   AVX-512 by SIMDe on any processor, with the conversions that it lacks.
*/

static inline __m512
simde_more_cvtepi32_ps(__m512i from)
{
  int32_t numbers[16];
  float out[16];

  memcpy(numbers, &from, sizeof(numbers));
  for (int i = 0; i < 16; ++i) {
    out[i] = (float)numbers[i];
  }
  return _mm512_loadu_ps(out);
}

static inline __m512i
simde_more_cvttps_epi32(__m512 from)
{
  float numbers[16];
  int32_t out[16];

  memcpy(numbers, &from, sizeof(numbers));
  for (int i = 0; i < 16; ++i) {
    out[i] = (int32_t)numbers[i];
  }
  return _mm512_loadu_si512(out);
}

/// The low byte of each number
static inline __m128i
simde_more_cvtepi32_epi8(__m512i from)
{
  int32_t numbers[16];
  uint8_t out[16];

  memcpy(numbers, &from, sizeof(numbers));
  for (int i = 0; i < 16; ++i) {
    out[i] = (uint8_t)numbers[i];
  }
  return _mm_loadu_si128((const __m128i *)(const void *)out);
}

#define _mm512_cvtepi32_ps   simde_more_cvtepi32_ps
#define _mm512_cvttps_epi32  simde_more_cvttps_epi32
#define _mm512_cvtepi32_epi8 simde_more_cvtepi32_epi8

#endif
