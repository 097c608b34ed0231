// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_KERNEL_LOOPS_H
#define REL_MODEL_KERNEL_LOOPS_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

/**
   Loops over independent numbers, one source for all kinds of processors.

   Each kernel_*.c compiles them for its processor; the compiler makes vectors
   of them, which changes no bit, since it may neither reorder nor fuse.
*/

#define REL_NORM_LANES 16U

/// x limited to -limit .. limit; NaN gives -limit
static inline float
loop_clamp(float x, float limit)
{
  const float low = x > -limit ? x : -limit;

  return low < limit ? low : limit;
}

/// The nearest whole number, halves away from zero
static inline int32_t
loop_round(float x, float inverse)
{
  const float v = loop_clamp(x * inverse, 127.0F);

  return (int32_t)(v + (v >= 0.0F ? 0.5F : -0.5F));
}

static inline void
loop_add_row(float *restrict out, const int8_t *row, float scale, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    out[i] += (float)row[i] * scale;
  }
}

static inline float
loop_lane_total(const float *lanes)
{
  float total = 0.0F;

  for (size_t k = 0; k < REL_NORM_LANES; ++k) {
    total += lanes[k];
  }
  return total;
}

static inline void
loop_layer_norm(float *restrict x, const float *gain, const float *offset,
                size_t n)
{
  float sum[REL_NORM_LANES] = {0.0F};
  float square[REL_NORM_LANES] = {0.0F};

  for (size_t i = 0; i < n; i += REL_NORM_LANES) {
    for (size_t k = 0; k < REL_NORM_LANES; ++k) {
      sum[k] += x[i + k];
    }
  }
  const float mean = loop_lane_total(sum) / (float)n;
  for (size_t i = 0; i < n; i += REL_NORM_LANES) {
    for (size_t k = 0; k < REL_NORM_LANES; ++k) {
      const float d = x[i + k] - mean;
      square[k] += d * d;
    }
  }
  const float scale = 1.0F / sqrtf(loop_lane_total(square) / (float)n + 1e-5F);
  for (size_t i = 0; i < n; ++i) {
    x[i] = (x[i] - mean) * scale * gain[i] + offset[i];
  }
}

static inline void
loop_add_maxout(float *restrict hidden, float *restrict pair, const float *gain,
                const float *offset, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    pair[i] = pair[i] > pair[n + i] ? pair[i] : pair[n + i];
  }
  loop_layer_norm(pair, gain, offset, n);
  for (size_t i = 0; i < n; ++i) {
    hidden[i] += pair[i];
  }
}

static inline void
loop_relu(float *x, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    x[i] = x[i] > 0.0F ? x[i] : 0.0F;
  }
}

/// Minimax rational function on [-7.9, 7.9], as in Eigen's ptanh_float
static inline float
loop_tanh(float x)
{
  const float v = loop_clamp(x, 7.9053111F);
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

/// 1 / (1 + exp(-x)) as tanh(x / 2) / 2 + 1 / 2
static inline float
loop_sigmoid(float x)
{
  return loop_tanh(x * 0.5F) * 0.5F + 0.5F;
}

static inline void
loop_lstm_step(float *restrict gates, const float *more, float *restrict cell,
               float *restrict out, size_t n)
{
  for (size_t i = 0; more && i < 4U * n; ++i) {
    gates[i] += more[i];
  }
  for (size_t i = 0; i < n; ++i) {
    const float in = loop_sigmoid(gates[i]);
    const float forget = loop_sigmoid(gates[n + i]);
    const float value = loop_tanh(gates[2U * n + i]);
    cell[i] = forget * cell[i] + in * value;
  }
  for (size_t i = 0; i < n; ++i) {
    out[i] = loop_sigmoid(gates[3U * n + i]) * loop_tanh(cell[i]);
  }
}

#endif
