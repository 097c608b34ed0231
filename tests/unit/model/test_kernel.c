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

enum { GUARD = 8 };
#define MAX_X    ((size_t)200)
#define MAX_ROWS ((size_t)72)
#define MAX_COLS ((size_t)704)

/// Inputs and outputs of one multiplication, large enough for all cases
typedef struct {
  float x[MAX_X * MAX_COLS];
  int8_t w[MAX_ROWS * MAX_COLS];
  float inverse[MAX_COLS];
  float scale[MAX_ROWS];
  float bias[MAX_ROWS];
  float expected[MAX_X * MAX_ROWS + GUARD];
  float found[MAX_X * MAX_ROWS + GUARD];
} Numbers;

static int
set_up(void **state)
{
  *state = calloc(1U, sizeof(Numbers));
  return *state == NULL;
}

static int
tear_down(void **state)
{
  free(*state);
  return 0;
}

/// Round, pack and multiply as the network does
static void
multiply(const RelKernels *kernels, const Numbers *in, float *out,
         const size_t shape[3])
{
  const size_t size = kernels->packed_size(shape[1], shape[2]);
  char *const x = malloc(shape[0] * shape[2] * kernels->number_size);
  void *const packed = aligned_alloc(REL_KERNEL_ALIGN, size);

  assert_non_null(x);
  assert_non_null(packed);
  assert_int_equal(size % REL_KERNEL_ALIGN, 0);
  for (size_t i = 0; i < shape[0]; ++i) {
    kernels->round(x + i * shape[2] * kernels->number_size,
                   in->x + i * shape[2], in->inverse, shape[2]);
  }
  kernels->pack(packed, in->w, in->scale, in->bias, shape[1], shape[2]);
  kernels->multiply(out, x, packed, shape[0], shape[1], shape[2]);
  free(packed);
  free(x);
}

/// All kernels give the reference's bits, and write nothing behind them
static void
compare_products(Numbers *numbers, size_t n_x, size_t n_rows, size_t n_cols)
{
  const size_t shape[] = {n_x, n_rows, n_cols};
  const size_t size = (n_x * n_rows + GUARD) * sizeof(float);
  const RelKernels *all[REL_MAX_KERNELS];
  const size_t n = rel_kernels_all(all);

  memset(numbers->expected, 0x55, size);
  multiply(rel_kernels_reference(), numbers, numbers->expected, shape);
  for (size_t i = 0; i < n; ++i) {
    memset(numbers->found, 0x55, size);
    multiply(all[i], numbers, numbers->found, shape);
    if (memcmp(numbers->found, numbers->expected, size) != 0) {
      fail_msg("%s differs for %zu x %zu x %zu", all[i]->name, n_x, n_rows,
               n_cols);
    }
  }
}

static int8_t
random_int8(uint32_t *seed)
{
  return (int8_t)((int32_t)(next_random(seed) % 255U) - 127);
}

static void
fill_random(Numbers *numbers)
{
  uint32_t seed = 7;

  for (size_t i = 0; i < MAX_X * MAX_COLS; ++i) {
    numbers->x[i] = (float)random_int8(&seed) * 0.01F;
  }
  for (size_t i = 0; i < MAX_ROWS * MAX_COLS; ++i) {
    numbers->w[i] = random_int8(&seed);
  }
  for (size_t i = 0; i < MAX_COLS; ++i) {
    numbers->inverse[i] = 80.0F + (float)(i % 40U);
  }
  for (size_t i = 0; i < MAX_ROWS; ++i) {
    numbers->scale[i] = 0.001F * (float)(i + 1U);
    numbers->bias[i] = (float)random_int8(&seed);
  }
}

static void
test_products_agree(void **state)
{
  static const size_t n_cols[] = {32U, 64U, 96U, 320U, 576U, 704U};
  static const size_t n_rows[] = {1U,  2U,  3U,  4U,  5U,  8U,  15U, 16U,
                                  17U, 31U, 32U, 33U, 47U, 51U, 64U, 72U};
  Numbers *const numbers = *state;

  fill_random(numbers);
  for (size_t k = 0; k < sizeof(n_cols) / sizeof(*n_cols); ++k) {
    for (size_t r = 0; r < sizeof(n_rows) / sizeof(*n_rows); ++r) {
      for (size_t n_x = 1; n_x <= 13U; ++n_x) {
        compare_products(numbers, n_x, n_rows[r], n_cols[k]);
      }
    }
  }
  // more rows than any kernel takes at a time
  compare_products(numbers, 95U, 17U, 64U);
  compare_products(numbers, 97U, 16U, 32U);
  compare_products(numbers, MAX_X, MAX_ROWS, MAX_COLS);
}

static void
test_products_at_the_limits(void **state)
{
  static const int8_t weights[] = {-127, 127, -128};
  static const float inputs[] = {-1e9F, 1e9F};
  Numbers *const numbers = *state;

  for (size_t i = 0; i < MAX_COLS; ++i) {
    numbers->inverse[i] = 1.0F;
  }
  for (size_t i = 0; i < MAX_ROWS; ++i) {
    numbers->scale[i] = 1.0F;
    numbers->bias[i] = 0.0F;
  }
  for (size_t k = 0; k < sizeof(weights) / sizeof(*weights); ++k) {
    memset(numbers->w, weights[k], sizeof(numbers->w));
    for (size_t j = 0; j < sizeof(inputs) / sizeof(*inputs); ++j) {
      for (size_t i = 0; i < MAX_X * MAX_COLS; ++i) {
        numbers->x[i] = inputs[j];
      }
      compare_products(numbers, 9U, MAX_ROWS, MAX_COLS);
      const float sum = (float)((j ? 127 : -127) * weights[k] * (int)MAX_COLS);
      assert_true(numbers->found[0] == sum);
      assert_true(numbers->found[9U * MAX_ROWS - 1U] == sum);
    }
  }
}

static void
test_kernels_by_name(void **state)
{
  const RelKernels *all[REL_MAX_KERNELS];
  const size_t n = rel_kernels_all(all);

  (void)state;
  assert_true(n >= 1U && n <= REL_MAX_KERNELS);
  assert_ptr_equal(all[n - 1U], rel_kernels_portable());
  assert_ptr_equal(rel_kernels_find(NULL), all[0]);
  assert_ptr_equal(rel_kernels_find(""), all[0]);
  for (size_t i = 0; i < n; ++i) {
    assert_ptr_equal(rel_kernels_find(all[i]->name), all[i]);
  }
  assert_null(rel_kernels_find("reference"));
  assert_null(rel_kernels_find("abacus"));
  assert_null(rel_kernels_find("portable "));
}

/// The rounded numbers of `kernels`, told by a multiplication with 1
static void
round_by(const RelKernels *kernels, Numbers *numbers)
{
  const size_t shape[] = {1U, 32U, 32U};

  memset(numbers->w, 0, sizeof(numbers->w));
  for (size_t i = 0; i < 32U; ++i) {
    numbers->w[33U * i] = 1;
    numbers->scale[i] = 1.0F;
    numbers->bias[i] = 0.0F;
  }
  multiply(kernels, numbers, numbers->found, shape);
}

static void
test_round(void **state)
{
  static const struct {
    float x;
    float inverse;
    int expected;
  } cases[] = {
      {0.0F, 1.0F, 0},    {0.49F, 1.0F, 0},      {0.5F, 1.0F, 1},
      {-0.5F, 1.0F, -1},  {-0.49F, 1.0F, 0},     {126.5F, 1.0F, 127},
      {1e30F, 1.0F, 127}, {-1e30F, 1.0F, -127},  {2.0F, 10.0F, 20},
      {NAN, 1.0F, -127},  {INFINITY, 1.0F, 127}, {-INFINITY, 1.0F, -127},
      {-0.0F, 1.0F, 0},   {2.5F, 1.0F, 3},       {1.0F, NAN, -127},
  };
  enum { N_CASES = sizeof(cases) / sizeof(*cases) };
  Numbers *const numbers = *state;
  const RelKernels *all[REL_MAX_KERNELS];
  const size_t n = rel_kernels_all(all);

  for (size_t i = 0; i < 32U; ++i) {
    numbers->x[i] = cases[i % N_CASES].x;
    numbers->inverse[i] = cases[i % N_CASES].inverse;
  }
  for (size_t k = 0; k <= n; ++k) {
    round_by(k < n ? all[k] : rel_kernels_reference(), numbers);
    for (size_t i = 0; i < 32U; ++i) {
      assert_int_equal((int)numbers->found[i], cases[i % N_CASES].expected);
    }
  }
}

/// Any number of numbers can be rounded, and zeros are as `zero` says
static void
test_round_sizes(void **state)
{
  Numbers *const numbers = *state;
  const RelKernels *all[REL_MAX_KERNELS];
  const size_t n_kernels = rel_kernels_all(all);
  unsigned char zeros[64];
  unsigned char found[64];

  memset(numbers->x, 0, sizeof(numbers->x));
  for (size_t i = 0; i < 32U; ++i) {
    numbers->inverse[i] = 1.0F;
  }
  for (size_t k = 0; k < n_kernels; ++k) {
    for (size_t n = 0; n <= 32U; ++n) {
      memset(found, 0x55, sizeof(found));
      memset(zeros, 0x55, sizeof(zeros));
      memset(zeros, all[k]->zero, n * all[k]->number_size);
      all[k]->round(found, numbers->x, numbers->inverse, n);
      assert_memory_equal(found, zeros, sizeof(zeros));
    }
  }
}

enum { WIDE = 96 };

/// Inputs of the loops over floats
typedef struct {
  float a[4 * WIDE];
  float b[4 * WIDE];
  float c[WIDE];
  float d[WIDE];
  int8_t row[WIDE];
} Floats;

static Floats
random_floats(uint32_t seed, float scale)
{
  Floats f;

  for (size_t i = 0; i < 4U * (size_t)WIDE; ++i) {
    f.a[i] = (float)random_int8(&seed) * scale;
    f.b[i] = (float)random_int8(&seed) * scale;
  }
  for (size_t i = 0; i < WIDE; ++i) {
    f.c[i] = (float)random_int8(&seed) * scale;
    f.d[i] = (float)random_int8(&seed) * scale;
    f.row[i] = random_int8(&seed);
  }
  return f;
}

/// Every loop over floats once, on parts of `f`
static void
run_loops(const RelKernels *k, Floats *f, size_t n)
{
  k->add_row(f->a, f->row, 0.37F, n);
  k->lstm_step(f->a, f->b, f->c, f->d, n);
  k->lstm_step(f->b, NULL, f->d, f->c, n);
  k->relu(f->c, n);
  if (n % 16U == 0U) {
    k->layer_norm(f->a, f->b, f->d, n);
    k->add_maxout(f->c, f->b, f->a, f->d, n);
  }
}

static void
test_loops_agree(void **state)
{
  static const float scales[] = {0.001F, 0.03F, 0.2F, 10.0F, 1e6F};
  const RelKernels *all[REL_MAX_KERNELS];
  const size_t n_kernels = rel_kernels_all(all);

  (void)state;
  for (size_t s = 0; s < sizeof(scales) / sizeof(*scales); ++s) {
    for (size_t n = 1; n <= WIDE; n += n < 20U ? 1U : 4U) {
      Floats expected = random_floats((uint32_t)(n + s), scales[s]);
      const Floats before = expected;
      run_loops(rel_kernels_reference(), &expected, n);
      for (size_t k = 0; k < n_kernels; ++k) {
        Floats found = before;
        run_loops(all[k], &found, n);
        assert_memory_equal(&found, &expected, sizeof(found));
      }
    }
  }
}

static void
test_relu(void **state)
{
  float x[] = {6.0F, -1.5F, 0.0F};

  (void)state;
  rel_kernels_reference()->relu(x, 3U);
  assert_true(x[0] == 6.0F && x[1] == 0.0F && x[2] == 0.0F);
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
  rel_kernels_reference()->layer_norm(x, gain, offset, N);
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
test_maxout(void **state)
{
  enum { N = 16 };
  float hidden[N];
  float pair[2 * N];
  float gain[N];
  float offset[N];

  (void)state;
  for (int i = 0; i < N; ++i) {
    hidden[i] = (float)i;
    pair[i] = i % 2 ? 4.0F : -9.0F;
    pair[N + i] = i % 2 ? -9.0F : 2.0F; // the greater: 2 4 2 4 ...
    gain[i] = 1.0F;
    offset[i] = 0.0F;
  }
  rel_kernels_reference()->add_maxout(hidden, pair, gain, offset, N);
  for (int i = 0; i < N; ++i) {
    const double norm = i % 2 ? 1.0 : -1.0;
    assert_true(fabs((double)hidden[i] - i - norm) < 1e-4);
  }
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
  float gates[4] = {0.25F, -0.25F, 0.75F, 1.125F};
  const float more[4] = {0.05F, 0.05F, 0.05F, -0.025F};
  float cell[1] = {0.5F};
  float out[1];
  const double i = 1.0 / (1.0 + exp(-0.3));
  const double f = 1.0 / (1.0 + exp(0.2));
  const double o = 1.0 / (1.0 + exp(-1.1));
  const double c = f * 0.5 + i * tanh(0.8);

  (void)state;
  rel_kernels_reference()->lstm_step(gates, more, cell, out, 1U);
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
  assert_true(fabs((double)rel_softmax_at(logits, 4U, 2U, 1.0F) -
                   exp(-1.0) / sum) < 1e-6);
  assert_true(rel_softmax_at(odd, 2U, 1U, 1.0F) == 1.0F);
  assert_true(rel_softmax_at(odd, 2U, 0U, 1.0F) == 0.0F);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_products_agree),
      cmocka_unit_test(test_products_at_the_limits),
      cmocka_unit_test(test_kernels_by_name),
      cmocka_unit_test(test_round),
      cmocka_unit_test(test_round_sizes),
      cmocka_unit_test(test_loops_agree),
      cmocka_unit_test(test_relu),
      cmocka_unit_test(test_layer_norm),
      cmocka_unit_test(test_maxout),
      cmocka_unit_test(test_curves),
      cmocka_unit_test(test_lstm_step),
      cmocka_unit_test(test_softmax),
  };

  return cmocka_run_group_tests(tests, set_up, tear_down);
}
