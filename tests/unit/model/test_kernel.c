// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/kernel.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/// Small reproducible numbers
static uint32_t
next_random(uint32_t *state)
{
  *state = *state * 1664525U + 1013904223U;
  return *state >> 8U;
}

enum { MAX_X = 5, MAX_ROWS = 11, MAX_COLS = 224 };

/// All versions give the same sums for these numbers
static void
compare_dots(const int8_t *x, const int8_t *w, size_t n_x, size_t n_rows,
             size_t n_cols)
{
  int32_t expected[MAX_X * MAX_ROWS];
  int32_t found[MAX_X * MAX_ROWS];
  const RelDotKernel versions[] = {rel_dot_avx2(), rel_dot_best()};

  rel_dot_reference(expected, x, w, n_x, n_rows, n_cols);
  for (size_t i = 0; i < sizeof(versions) / sizeof(*versions); ++i) {
    if (versions[i]) {
      memset(found, 0x55, sizeof(found));
      versions[i](found, x, w, n_x, n_rows, n_cols);
      assert_memory_equal(found, expected, n_x * n_rows * sizeof(*expected));
    }
  }
}

static void
test_dots_agree(void **state)
{
  int8_t x[MAX_X * MAX_COLS];
  int8_t w[MAX_ROWS * MAX_COLS];
  uint32_t seed = 7;

  (void)state;
  for (size_t n_x = 1; n_x <= MAX_X; ++n_x) {
    for (size_t n_rows = 1; n_rows <= MAX_ROWS; ++n_rows) {
      for (size_t n_cols = 32; n_cols <= MAX_COLS; n_cols += 32U) {
        for (size_t i = 0; i < sizeof(x); ++i) {
          x[i] = (int8_t)((int32_t)(next_random(&seed) % 255U) - 127);
        }
        for (size_t i = 0; i < sizeof(w); ++i) {
          w[i] = (int8_t)((int32_t)(next_random(&seed) % 255U) - 127);
        }
        compare_dots(x, w, n_x, n_rows, n_cols);
      }
    }
  }
}

static void
test_dots_at_the_limits(void **state)
{
  int8_t x[MAX_X * MAX_COLS];
  int8_t w[MAX_ROWS * MAX_COLS];
  int32_t out[1];

  (void)state;
  memset(x, 127, sizeof(x));
  memset(w, -127, sizeof(w));
  compare_dots(x, w, MAX_X, MAX_ROWS, MAX_COLS);
  rel_dot_reference(out, x, w, 1U, 1U, MAX_COLS);
  assert_int_equal(out[0], -127 * 127 * MAX_COLS);
  memset(x, -128, sizeof(x));
  memset(w, -128, sizeof(w));
  compare_dots(x, w, MAX_X, MAX_ROWS, MAX_COLS);
}

static void
test_portable_on_wish(void **state)
{
  (void)state;
  setenv("RELATA_ISA", "portable", 1);
  assert_ptr_equal(rel_dot_best(), rel_dot_reference);
  unsetenv("RELATA_ISA");
}

static void
test_quantise(void **state)
{
  static const struct {
    float x;
    float inverse;
    int expected;
  } cases[] = {
      {0.0F, 1.0F, 0},    {0.49F, 1.0F, 0},      {0.5F, 1.0F, 1},
      {-0.5F, 1.0F, -1},  {-0.49F, 1.0F, 0},     {126.5F, 1.0F, 127},
      {1e30F, 1.0F, 127}, {-1e30F, 1.0F, -127},  {2.0F, 10.0F, 20},
      {NAN, 1.0F, -127},  {INFINITY, 1.0F, 127},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    int8_t out = 99;
    rel_quantise(&out, &cases[i].x, &cases[i].inverse, 1U);
    assert_int_equal(out, cases[i].expected);
  }
}

static void
test_dequantise_and_relu(void **state)
{
  const int32_t acc[] = {10, -10};
  const float scale[] = {0.5F, 0.25F};
  const float bias[] = {1.0F, 1.0F};
  float out[2];

  (void)state;
  rel_dequantise(out, acc, scale, bias, 2U);
  assert_true(out[0] == 6.0F && out[1] == -1.5F);
  rel_relu(out, 2U);
  assert_true(out[0] == 6.0F && out[1] == 0.0F);
}

static void
test_layer_norm(void **state)
{
  enum { N = 32 };
  float x[N];
  float gain[N];
  float offset[N];
  double mean = 0.0;
  double square = 0.0;

  (void)state;
  for (int i = 0; i < N; ++i) {
    x[i] = (float)(i * i) * 0.1F - 3.0F;
    gain[i] = 2.0F;
    offset[i] = 1.0F;
  }
  rel_layer_norm(x, gain, offset, N);
  for (int i = 0; i < N; ++i) {
    mean += ((double)x[i] - 1.0) / 2.0 / N;
  }
  for (int i = 0; i < N; ++i) {
    const double d = ((double)x[i] - 1.0) / 2.0 - mean;
    square += d * d / N;
  }
  assert_true(fabs(mean) < 1e-6);
  assert_true(fabs(square - 1.0) < 1e-4);
}

static void
test_curves(void **state)
{
  (void)state;
  for (int i = -2000; i <= 2000; ++i) {
    const double x = i * 0.01;
    assert_true(fabs((double)rel_tanh((float)x) - tanh(x)) < 2e-6);
    if (x <= 0.0) {
      assert_true(fabs((double)rel_exp((float)x) - exp((double)(float)x)) <=
                  3e-7 * exp(x));
    }
  }
  assert_true(rel_exp(-1e9F) == 0.0F);
  assert_true(rel_tanh(1e9F) <= 1.000001F);
  assert_true(rel_tanh(-1e9F) >= -1.000001F);
}

static void
test_lstm_step(void **state)
{
  float gates[4] = {0.3F, -0.2F, 0.8F, 1.1F};
  float cell[1] = {0.5F};
  float out[1];
  const double i = 1.0 / (1.0 + exp(-0.3));
  const double f = 1.0 / (1.0 + exp(0.2));
  const double o = 1.0 / (1.0 + exp(-1.1));
  const double c = f * 0.5 + i * tanh(0.8);

  (void)state;
  rel_lstm_step(gates, cell, out, 1U);
  assert_true(fabs((double)cell[0] - c) < 1e-5);
  assert_true(fabs((double)out[0] - o * tanh(c)) < 1e-5);
}

static void
test_softmax(void **state)
{
  const float logits[] = {1.0F, 3.0F, 2.0F, 3.0F};
  const float odd[] = {-1e9F, 0.0F};

  (void)state;
  assert_int_equal(rel_argmax(logits, 4U), 1);
  const double sum = exp(-2.0) + 1.0 + exp(-1.0) + 1.0;
  assert_true(fabs((double)rel_softmax_at(logits, 4U, 2U) - exp(-1.0) / sum) <
              1e-6);
  assert_true(rel_softmax_at(odd, 2U, 1U) == 1.0F);
  assert_true(rel_softmax_at(odd, 2U, 0U) == 0.0F);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_dots_agree),
      cmocka_unit_test(test_dots_at_the_limits),
      cmocka_unit_test(test_portable_on_wish),
      cmocka_unit_test(test_quantise),
      cmocka_unit_test(test_dequantise_and_relu),
      cmocka_unit_test(test_layer_norm),
      cmocka_unit_test(test_curves),
      cmocka_unit_test(test_lstm_step),
      cmocka_unit_test(test_softmax),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
