// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/decode.h"

#include <float.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static float
next_random(uint32_t *state)
{
  *state = *state * 1664525U + 1013904223U;
  return (float)(*state >> 8U) / 16777216.0F;
}

/// The best score of any tree with one root, by trying all heads
static float
best_by_force(const float *arcs, uint32_t n)
{
  uint32_t heads[6] = {0};
  float best = -FLT_MAX;

  for (;;) {
    if (rel_tree_is_valid(heads, n)) {
      const float score = rel_tree_score(arcs, n, heads);
      best = score > best ? score : best;
    }
    uint32_t i = 0;
    while (i < n && heads[i] == n) {
      heads[i++] = 0;
    }
    if (i == n) {
      return best;
    }
    ++heads[i];
  }
}

static void
test_best_tree(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelTreeDecoder decoder;
  float arcs[5 * 6];
  uint32_t heads[5];
  uint32_t seed = 3;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_tree_decoder_init(&decoder, &arena, 5U), REL_OK);
  for (int round = 0; round < 300; ++round) {
    const uint32_t n = 1U + (uint32_t)round % 5U;
    for (uint32_t i = 0; i < n; ++i) {
      for (uint32_t j = 0; j <= n; ++j) {
        arcs[i * (n + 1U) + j] =
            j == i + 1U ? -1e9F : 10.0F * next_random(&seed);
      }
    }
    rel_tree_decode(&decoder, arcs, n, heads);
    assert_true(rel_tree_is_valid(heads, n));
    const float gap = best_by_force(arcs, n) - rel_tree_score(arcs, n, heads);
    assert_true(gap < 1e-3F);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

/// Long sentences where every word wants its neighbour: cycles in cycles
static void
test_many_cycles(void **state)
{
  enum { N = 256 };
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelTreeDecoder decoder;
  uint32_t heads[N];
  uint32_t seed = 5;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_tree_decoder_init(&decoder, &arena, N), REL_OK);
  float *const arcs =
      rel_arena_calloc(&arena, (size_t)N * (N + 1), sizeof(float));
  assert_non_null(arcs);
  for (int round = 0; round < 4; ++round) {
    for (uint32_t i = 0; i < N; ++i) {
      for (uint32_t j = 0; j <= N; ++j) {
        arcs[i * (N + 1U) + j] = next_random(&seed);
      }
      arcs[i * (N + 1U) + 1U + (i ^ 1U)] = 5.0F; // pairs love each other
      arcs[i * (N + 1U)] = round == 1 ? 9.0F : -5.0F;
      arcs[i * (N + 1U) + i + 1U] = -1e9F;
    }
    if (round == 3) {
      memset(arcs, 0, (size_t)N * (N + 1U) * sizeof(float));
    }
    rel_tree_decode(&decoder, arcs, N, heads);
    assert_true(rel_tree_is_valid(heads, N));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_validity(void **state)
{
  static const struct {
    uint32_t heads[3];
    bool is_valid;
  } cases[] = {
      {{0, 1, 2}, true},  {{2, 0, 2}, true},  {{0, 0, 1}, false},
      {{2, 1, 0}, false}, {{2, 3, 1}, false}, {{0, 4, 1}, false},
      {{0, 2, 1}, false},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    assert_int_equal(rel_tree_is_valid(cases[i].heads, 3U), cases[i].is_valid);
  }
}

/// Two types: columns O, B I E S of the first, B I E S of the second
static void
test_names(void **state)
{
  enum { N = 3, COLUMNS = 9 };
  static const struct {
    uint8_t wish[N]; ///< Columns with a score of 1
    uint8_t tags[N];
  } cases[] = {
      {{0, 0, 0}, {0, 0, 0}}, {{1, 2, 3}, {1, 2, 3}}, {{4, 0, 8}, {4, 0, 8}},
      {{5, 7, 0}, {5, 7, 0}}, {{1, 2, 7}, {1, 2, 3}}, // a name keeps its type
  };
  uint8_t back[N * COLUMNS];
  uint8_t tags[N];

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    float scores[N * COLUMNS] = {0.0F};
    for (size_t k = 0; k < N; ++k) {
      scores[k * COLUMNS + cases[i].wish[k]] = 1.0F;
    }
    rel_bioes_decode(scores, N, 2U, back, tags);
    assert_memory_equal(tags, cases[i].tags, N);
  }
}

/// Whatever the scores are, B I* E, S and O are all that comes out
static void
test_names_are_well_formed(void **state)
{
  enum { N = 12, COLUMNS = 13 };
  float scores[N * COLUMNS];
  uint8_t back[N * COLUMNS];
  uint8_t tags[N];
  uint32_t seed = 11;

  (void)state;
  for (int round = 0; round < 200; ++round) {
    uint32_t open = 0; // type of the open name from 1
    for (size_t i = 0; i < N * COLUMNS; ++i) {
      scores[i] = 4.0F * next_random(&seed);
    }
    rel_bioes_decode(scores, N, 3U, back, tags);
    for (size_t i = 0; i < N; ++i) {
      const uint32_t place = tags[i] ? (tags[i] - 1U) % 4U : 4U;
      const uint32_t type = tags[i] ? 1U + (tags[i] - 1U) / 4U : 0U;
      const bool goes_on = place == 1U || place == 2U;
      assert_int_equal(open, goes_on ? type : 0U);
      open = place == 0U || place == 1U ? type : 0U;
    }
    assert_int_equal(open, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_best_tree),
      cmocka_unit_test(test_many_cycles),
      cmocka_unit_test(test_validity),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_names_are_well_formed),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
