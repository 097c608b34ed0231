// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { LANES = 16 };

void
rel_dot_reference(int32_t *restrict out, const int8_t *x, const int8_t *w,
                  size_t n_x, size_t n_rows, size_t n_cols)
{
  for (size_t i = 0; i < n_x; ++i) {
    for (size_t r = 0; r < n_rows; ++r) {
      const int8_t *const xi = x + i * n_cols;
      const int8_t *const wr = w + r * n_cols;
      int32_t sum = 0;
      for (size_t c = 0; c < n_cols; ++c) {
        sum += xi[c] * wr[c];
      }
      out[i * n_rows + r] = sum;
    }
  }
}

RelDotKernel
rel_dot_best(void)
{
  const char *const wish = getenv("RELATA_ISA");
  const bool is_plain = wish && !strcmp(wish, "portable");
  const RelDotKernel avx2 = is_plain ? NULL : rel_dot_avx2();

  return avx2 ? avx2 : rel_dot_reference;
}

void
rel_quantise(int8_t *restrict out, const float *x, const float *inverse,
             size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    const float v = x[i] * inverse[i];
    const float low = v > -127.0F ? v : -127.0F;
    const float high = low < 127.0F ? low : 127.0F;
    const float half = high >= 0.0F ? 0.5F : -0.5F;
    out[i] = (int8_t)(int32_t)(high + half);
  }
}

void
rel_dequantise(float *restrict out, const int32_t *acc, const float *scale,
               const float *bias, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    out[i] = (float)acc[i] * scale[i] + bias[i];
  }
}

static float
lane_total(const float *lanes)
{
  float total = 0.0F;

  for (size_t k = 0; k < LANES; ++k) {
    total += lanes[k];
  }
  return total;
}

void
rel_layer_norm(float *restrict x, const float *gain, const float *offset,
               size_t n)
{
  float sum[LANES] = {0.0F};
  float square[LANES] = {0.0F};

  for (size_t i = 0; i < n; i += LANES) {
    for (size_t k = 0; k < LANES; ++k) {
      sum[k] += x[i + k];
    }
  }
  const float mean = lane_total(sum) / (float)n;
  for (size_t i = 0; i < n; i += LANES) {
    for (size_t k = 0; k < LANES; ++k) {
      const float d = x[i + k] - mean;
      square[k] += d * d;
    }
  }
  const float scale = 1.0F / sqrtf(lane_total(square) / (float)n + 1e-5F);
  for (size_t i = 0; i < n; ++i) {
    x[i] = (x[i] - mean) * scale * gain[i] + offset[i];
  }
}

void
rel_relu(float *x, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    x[i] = x[i] > 0.0F ? x[i] : 0.0F;
  }
}

/// Minimax rational function on [-7.9, 7.9], as in Eigen's ptanh_float
static inline float
tanh_rational(float x)
{
  const float low = x > -7.9053111F ? x : -7.9053111F;
  const float v = low < 7.9053111F ? low : 7.9053111F;
  const float s = v * v;
  float p = -2.76076847742355e-16F;
  float q = 1.19825839466702e-06F;

  p = p * s + 2.00018790482477e-13F;
  p = p * s + -8.60467152213735e-11F;
  p = p * s + 5.12229709037114e-08F;
  p = p * s + 1.48572235717979e-05F;
  p = p * s + 6.37261928875436e-04F;
  p = p * s + 4.89352455891786e-03F;
  q = q * s + 1.18534705686654e-04F;
  q = q * s + 2.26843463243900e-03F;
  q = q * s + 4.89352518554385e-03F;
  return v * p / q;
}

float
rel_tanh(float x)
{
  return tanh_rational(x);
}

void
rel_lstm_step(float *restrict gates, float *restrict cell, float *restrict out,
              size_t n)
{
  // sigmoid(x) = tanh(x / 2) / 2 + 1/2
  for (size_t i = 0; i < 2U * n; ++i) {
    gates[i] = tanh_rational(gates[i] * 0.5F) * 0.5F + 0.5F;
  }
  for (size_t i = 2U * n; i < 3U * n; ++i) {
    gates[i] = tanh_rational(gates[i]);
  }
  for (size_t i = 3U * n; i < 4U * n; ++i) {
    gates[i] = tanh_rational(gates[i] * 0.5F) * 0.5F + 0.5F;
  }
  for (size_t i = 0; i < n; ++i) {
    cell[i] = gates[n + i] * cell[i] + gates[i] * gates[2U * n + i];
  }
  for (size_t i = 0; i < n; ++i) {
    out[i] = gates[3U * n + i] * tanh_rational(cell[i]);
  }
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
rel_softmax_at(const float *logits, size_t n, size_t best)
{
  const float top = logits[rel_argmax(logits, n)];
  float sum = 0.0F;

  for (size_t i = 0; i < n; ++i) {
    sum += rel_exp(logits[i] - top);
  }
  return rel_exp(logits[best] - top) / sum;
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
