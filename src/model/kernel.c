// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

#include "model/kernel_loops.h"

#include <string.h>

size_t
rel_kernels_all(const RelKernels *all[REL_MAX_KERNELS])
{
  const RelKernels *const known[REL_MAX_KERNELS] = {
      rel_kernels_vnni(), rel_kernels_avx2(), rel_kernels_neon(),
      rel_kernels_portable()};
  size_t n = 0;

  for (size_t i = 0; i < REL_MAX_KERNELS; ++i) {
    if (known[i]) {
      all[n++] = known[i];
    }
  }
  return n;
}

const RelKernels *
rel_kernels_find(const char *name)
{
  const RelKernels *all[REL_MAX_KERNELS];
  const size_t n = rel_kernels_all(all);

  for (size_t i = 0; i < n; ++i) {
    if (!name || !*name || !strcmp(all[i]->name, name)) {
      return all[i];
    }
  }
  return NULL;
}

void
rel_round_int8(int8_t *restrict out, const float *x, const float *inverse,
               size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    out[i] = (int8_t)loop_round(x[i], inverse[i]);
  }
}

float
rel_tanh(float x)
{
  return loop_tanh(x);
}

float
rel_exp(float x)
{
  if (!(x > -87.0F)) {
    return 0.0F;
  }
  const float v = x < 88.0F ? x : 88.0F;
  const float n = (float)(int32_t)(v * 1.44269504F + (v < 0.0F ? -0.5F : 0.5F));
  // ln 2 in two parts, so that n * ln 2 loses nothing
  const float r = (v - n * 0.693359375F) - n * -2.12194440e-4F;
  float p = 1.9875691500e-4F;

  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * r * r + r + 1.0F;
  const uint32_t bits = (uint32_t)((int32_t)n + 127) << 23U;
  float power = 0.0F;
  memcpy(&power, &bits, sizeof(power));
  return p * power;
}

float
rel_softmax_at(const float *logits, size_t n, size_t best, float sharpness)
{
  const float top = logits[rel_argmax(logits, n)];
  float sum = 0.0F;

  for (size_t i = 0; i < n; ++i) {
    sum += rel_exp((logits[i] - top) * sharpness);
  }
  return rel_exp((logits[best] - top) * sharpness) / sum;
}

size_t
rel_argmax(const float *x, size_t n)
{
  size_t best = 0;

  for (size_t i = 1; i < n; ++i) {
    if (x[i] > x[best]) {
      best = i;
    }
  }
  return best;
}
