// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/model.h"

#include "failing.h"
#include "model/weights.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define MODEL REL_SOURCE_DIR "/models/relata-en.bin"
#define COPY  "test_model.bin"

/// The model's bytes in memory of their own, to spoil and to write
typedef struct {
  RelWorld *world;
  RelArena arena;
  uint8_t *bytes;
  size_t size;
} Fixture;

static int
set_up(void **state)
{
  static Fixture fixture;
  RelStr content = {NULL, 0U};

  fixture.world = rel_world_new(NULL);
  rel_arena_init(&fixture.arena, fixture.world);
  if (rel_file_read(&fixture.arena, MODEL, &content)) {
    return 1;
  }
  fixture.bytes = rel_arena_alloc(&fixture.arena, content.len);
  memcpy(fixture.bytes, content.data, content.len);
  fixture.size = content.len;
  *state = &fixture;
  return 0;
}

static int
tear_down(void **state)
{
  Fixture *const fixture = *state;

  rel_arena_clear(&fixture->arena);
  rel_world_free(fixture->world);
  remove(COPY);
  return 0;
}

static void
write_copy(const Fixture *fixture, size_t size)
{
  FILE *const file = fopen(COPY, "wb");

  assert_non_null(file);
  assert_int_equal(fwrite(fixture->bytes, 1U, size, file), size);
  assert_int_equal(fclose(file), 0);
}

static void
expect_refused(const Fixture *fixture, const char *words)
{
  RelModel *model = NULL;

  assert_int_equal(rel_model_open(fixture->world, COPY, &model), REL_BAD_MODEL);
  assert_null(model);
  const char *const error = rel_world_error(fixture->world);
  assert_non_null(strstr(error, COPY ": error: expected "));
  assert_non_null(strstr(error, words));
}

static void
test_opens(void **state)
{
  const Fixture *const fixture = *state;
  RelModel *model = NULL;

  assert_int_equal(rel_model_open(fixture->world, MODEL, &model), REL_OK);
  rel_model_close(model);
  // build/PRESET/tests/ is three folders below the source tree
  assert_int_equal(rel_model_open(fixture->world, NULL, &model), REL_OK);
  rel_model_close(model);
  rel_model_close(NULL);
}

static void
test_environment_comes_first(void **state)
{
  const Fixture *const fixture = *state;
  RelModel *model = NULL;

  setenv("RELATA_MODEL", "no-such-model.bin", 1);
  assert_int_equal(rel_model_open(fixture->world, NULL, &model), REL_BAD_FILE);
  assert_non_null(strstr(rel_world_error(fixture->world), "no-such-model.bin"));
  setenv("RELATA_MODEL", MODEL, 1);
  assert_int_equal(rel_model_open(fixture->world, NULL, &model), REL_OK);
  rel_model_close(model);
  unsetenv("RELATA_MODEL");
}

static void
test_impossible_kernels(void **state)
{
  const Fixture *const fixture = *state;
  RelModel *model = NULL;

  setenv("RELATA_ISA", "abacus", 1);
  assert_int_equal(rel_model_open(fixture->world, MODEL, &model), REL_BAD_ARG);
  assert_null(model);
  const char *const error = rel_world_error(fixture->world);
  assert_non_null(strstr(error, "RELATA_ISA: error: expected "));
  assert_non_null(strstr(error, "portable), not \"abacus\""));
  setenv("RELATA_ISA", "portable", 1);
  assert_int_equal(rel_model_open(fixture->world, MODEL, &model), REL_OK);
  rel_model_close(model);
  unsetenv("RELATA_ISA");
}

static void
test_foreign_files(void **state)
{
  static const char *const contents[] = {
      "x", "RELMODEL",
      "a text as long as a header of sixty-four bytes, and then some more"};
  const Fixture *const fixture = *state;

  for (size_t i = 0; i < sizeof(contents) / sizeof(*contents); ++i) {
    FILE *const file = fopen(COPY, "wb");
    assert_non_null(file);
    (void)fputs(contents[i], file);
    assert_int_equal(fclose(file), 0);
    expect_refused(fixture, "not another kind of file");
  }
}

static void
test_truncated_files(void **state)
{
  const Fixture *const fixture = *state;
  const size_t size = fixture->size;
  const size_t lengths[] = {size - 1U, size - 64U, size / 2U, size / 3U,
                            100000U,   4096U,      1024U,     128U,
                            127U,      65U,        64U};

  write_copy(fixture, size);
  for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); ++i) {
    assert_int_equal(truncate(COPY, (off_t)lengths[i]), 0);
    expect_refused(fixture, "bytes, not ");
  }
  assert_int_equal(truncate(COPY, 63), 0);
  expect_refused(fixture, "not another kind of file");
}

static void
test_flipped_bytes(void **state)
{
  Fixture *const fixture = *state;
  const size_t size = fixture->size;
  const size_t places[] = {12U,  25U,       33U,       64U,         90U,
                           500U, 5000U,     size / 7U, size / 2U,   size - 1U,
                           40U,  size / 3U, 104U,      size - 100U, 8191U};

  for (size_t i = 0; i < sizeof(places) / sizeof(*places); ++i) {
    fixture->bytes[places[i]] ^= 0x10U;
    write_copy(fixture, size);
    expect_refused(fixture, ", not ");
    fixture->bytes[places[i]] ^= 0x10U;
  }
  fixture->bytes[8] = 99U;
  write_copy(fixture, size);
  expect_refused(fixture, "expected model version 1, not 99");
  fixture->bytes[8] = 1U;
}

static void
put_u64(uint8_t *p, uint64_t value)
{
  for (size_t i = 0; i < 8U; ++i) {
    p[i] = (uint8_t)(value >> 8U * i);
  }
}

/// A table that lies is refused even when the checksum says that it is whole
static void
test_lying_tables(void **state)
{
  static const struct {
    size_t entry;
    size_t at; ///< In the entry
    uint8_t value;
  } cases[] = {
      {0U, 0U, 'x'},    {1U, 24U, 3U},  {2U, 28U, 9U},  {3U, 32U, 200U},
      {4U, 45U, 255U},  {5U, 40U, 1U},  {6U, 54U, 1U},  {8U, 28U, 0U},
      {10U, 35U, 255U}, {20U, 0U, 'x'}, {30U, 32U, 7U}, {40U, 24U, 250U},
  };
  Fixture *const fixture = *state;
  uint8_t checksum[8];

  memcpy(checksum, fixture->bytes + 24, 8U);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    uint8_t *const at =
        fixture->bytes + 64U + 64U * cases[i].entry + cases[i].at;
    const uint8_t before = *at;
    *at = cases[i].value;
    put_u64(fixture->bytes + 24,
            rel_weights_checksum(fixture->bytes, fixture->size));
    write_copy(fixture, fixture->size);
    expect_refused(fixture, ", not ");
    *at = before;
  }
  memcpy(fixture->bytes + 24, checksum, 8U);
}

static void
test_missing_files(void **state)
{
  const Fixture *const fixture = *state;
  RelModel *model = NULL;

  assert_int_equal(rel_model_open(fixture->world, "no/such/file", &model),
                   REL_BAD_FILE);
  assert_null(model);
  assert_int_equal(rel_model_open(fixture->world, REL_SOURCE_DIR, &model),
                   REL_BAD_FILE);
}

static void
test_no_memory(void **state)
{
  (void)state;
  for (size_t n = 0; n < 10U; ++n) {
    Failing failing = {0U, n, 0U};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    RelModel *model = NULL;
    if (world) {
      const RelStatus st = rel_model_open(world, MODEL, &model);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      rel_model_close(model);
      rel_world_free(world);
    }
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_opens),
      cmocka_unit_test(test_environment_comes_first),
      cmocka_unit_test(test_impossible_kernels),
      cmocka_unit_test(test_foreign_files),
      cmocka_unit_test(test_truncated_files),
      cmocka_unit_test(test_flipped_bytes),
      cmocka_unit_test(test_lying_tables),
      cmocka_unit_test(test_missing_files),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, set_up, tear_down);
}
