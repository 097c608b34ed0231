// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/file.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// A folder of its own for each test, and a world
typedef struct {
  RelWorld *world;
  RelArena arena;
  char folder[64];
  char path[96]; ///< folder/news.txt
} Fixture;

static int
setup(void **state)
{
  Fixture *const self = calloc(1U, sizeof(Fixture));

  snprintf(self->folder, sizeof(self->folder), "test_file.XXXXXX");
  if (!mkdtemp(self->folder)) {
    return -1;
  }
  snprintf(self->path, sizeof(self->path), "%s/news.txt", self->folder);
  self->world = rel_world_new(NULL);
  rel_arena_init(&self->arena, self->world);
  *state = self;
  return 0;
}

static int
teardown(void **state)
{
  Fixture *const self = *state;

  rel_arena_clear(&self->arena);
  rel_world_free(self->world);
  unlink(self->path);
  // fails, and with it the test, when something else was left behind
  const int result = rmdir(self->folder);
  free(self);
  return result;
}

static void
write_file(const char *path, const char *data, size_t size)
{
  FILE *const stream = fopen(path, "wb");

  assert_non_null(stream);
  assert_int_equal(fwrite(data, 1U, size, stream), size);
  assert_int_equal(fclose(stream), 0);
}

static void
expect_content(Fixture *self, const char *expected)
{
  RelStr bytes = {NULL, 0U};

  assert_int_equal(rel_file_read(&self->arena, self->path, &bytes), REL_OK);
  assert_string_equal(bytes.data, expected);
}

static void
test_read(void **state)
{
  // around the sizes where room is made
  static const size_t sizes[] = {0,     1,     1000,   65535,
                                 65536, 65537, 131072, 300000};
  Fixture *const self = *state;
  char *const data = malloc(300000U);

  for (size_t i = 0; i < 300000U; ++i) {
    data[i] = (char)(i % 253U);
  }
  for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); ++i) {
    RelStr bytes = {NULL, 0U};
    write_file(self->path, data, sizes[i]);
    assert_int_equal(rel_file_read(&self->arena, self->path, &bytes), REL_OK);
    assert_int_equal(bytes.len, sizes[i]);
    assert_memory_equal(bytes.data, data, sizes[i]);
    assert_int_equal(bytes.data[bytes.len], '\0');
  }
  free(data);
}

static void
test_read_standard_input(void **state)
{
  // a pipe does not tell its size
  Fixture *const self = *state;
  char *const data = malloc(200000U);
  RelStr bytes = {NULL, 0U};

  memset(data, 'n', 200000U);
  write_file(self->path, data, 200000U);
  assert_non_null(freopen(self->path, "rb", stdin));
  assert_int_equal(rel_file_read(&self->arena, "-", &bytes), REL_OK);
  assert_int_equal(bytes.len, 200000);
  assert_memory_equal(bytes.data, data, 200000U);
  free(data);
}

static void
test_read_pipe(void **state)
{
  Fixture *const self = *state;
  RelStr bytes = {NULL, 0U};
  int ends[2] = {-1, -1};
  char name[32];

  assert_int_equal(pipe(ends), 0);
  snprintf(name, sizeof(name), "/dev/fd/%d", ends[0]);
  assert_int_equal(write(ends[1], "news", 4U), 4);
  close(ends[1]);
  assert_int_equal(rel_file_read(&self->arena, name, &bytes), REL_OK);
  assert_string_equal(bytes.data, "news");
  close(ends[0]);
}

static void
test_read_grows(void **state)
{
  // a special file that says size 0 and has more than the first room
  Fixture *const self = *state;
  RelStr bytes = {NULL, 0U};

  FILE *const stream = popen("head -c 200000 /dev/zero", "r");
  assert_non_null(stream);
  char name[32];
  snprintf(name, sizeof(name), "/dev/fd/%d", fileno(stream));
  assert_int_equal(rel_file_read(&self->arena, name, &bytes), REL_OK);
  assert_int_equal(bytes.len, 200000);
  pclose(stream);
}

static void
test_cannot_be_read(void **state)
{
  static const struct {
    const char *path;
    const char *words;
  } cases[] = {
      {"no/such/file.txt",
       "no/such/file.txt: error: cannot be opened: No such file or directory"},
      {".", ".: error: expected a file, not a directory"},
      // can be opened; reading its first byte is an error
      {"/proc/self/mem",
       "/proc/self/mem: error: cannot be read: Input/output error"},
  };
  Fixture *const self = *state;

  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelStr bytes = {NULL, 0U};
    assert_int_equal(rel_file_read(&self->arena, cases[i].path, &bytes),
                     REL_BAD_FILE);
    assert_string_equal(rel_world_error(self->world), cases[i].words);
  }
}

static void
test_map(void **state)
{
  Fixture *const self = *state;
  RelMapping mapping;

  write_file(self->path, "weights", 7U);
  assert_int_equal(rel_file_map(self->world, self->path, &mapping), REL_OK);
  assert_int_equal(mapping.size, 7);
  assert_memory_equal(mapping.data, "weights", 7U);
  rel_file_unmap(&mapping);
  assert_null(mapping.data);
  rel_file_unmap(&mapping);
}

static void
test_cannot_be_mapped(void **state)
{
  Fixture *const self = *state;
  RelMapping mapping;

  assert_int_equal(rel_file_map(self->world, self->path, &mapping),
                   REL_BAD_FILE);
  assert_non_null(strstr(rel_world_error(self->world), "No such file"));
  assert_int_equal(rel_file_map(self->world, self->folder, &mapping),
                   REL_BAD_FILE);
  assert_non_null(strstr(rel_world_error(self->world), "not a special one"));
  write_file(self->path, "", 0U);
  assert_int_equal(rel_file_map(self->world, self->path, &mapping),
                   REL_BAD_FILE);
  assert_non_null(strstr(rel_world_error(self->world), "not an empty one"));
  assert_null(mapping.data);
}

static void
test_output_appears_when_complete(void **state)
{
  Fixture *const self = *state;
  RelOutput out;

  assert_int_equal(rel_output_open(self->world, self->path, &out), REL_OK);
  fputs("first", out.stream);
  assert_int_not_equal(access(self->path, F_OK), 0);
  assert_int_equal(rel_output_close(&out), REL_OK);
  expect_content(self, "first");

  assert_int_equal(rel_output_open(self->world, self->path, &out), REL_OK);
  fputs("second", out.stream);
  expect_content(self, "first");
  assert_int_equal(rel_output_close(&out), REL_OK);
  expect_content(self, "second");
}

static void
test_output_abort_leaves_the_old(void **state)
{
  Fixture *const self = *state;
  RelOutput out;

  write_file(self->path, "old", 3U);
  assert_int_equal(rel_output_open(self->world, self->path, &out), REL_OK);
  fputs("new", out.stream);
  rel_output_abort(&out);
  expect_content(self, "old");
  rel_output_abort(&out);

  assert_int_equal(rel_output_open(self->world, "-", &out), REL_OK);
  assert_ptr_equal(out.stream, stdout);
  rel_output_abort(&out);
  assert_int_equal(rel_output_open(self->world, "-", &out), REL_OK);
  assert_int_equal(rel_output_close(&out), REL_OK);
}

static void
test_output_fails(void **state)
{
  Fixture *const self = *state;
  RelOutput out;

  assert_int_equal(rel_output_open(self->world, "no/such/out.ttl", &out),
                   REL_BAD_FILE);
  assert_string_equal(rel_world_error(self->world),
                      "no/such/out.ttl: error: cannot be written: "
                      "No such file or directory");
  assert_int_equal(rel_output_open(self->world, self->folder, &out),
                   REL_BAD_FILE);
  rel_output_abort(&out);

  // the place of the result is taken by a folder in the meantime
  assert_int_equal(rel_output_open(self->world, self->path, &out), REL_OK);
  fputs("new", out.stream);
  assert_int_equal(mkdir(self->path, 0700), 0);
  assert_int_equal(rel_output_close(&out), REL_BAD_FILE);
  assert_non_null(strstr(rel_world_error(self->world), "Is a directory"));
  assert_int_equal(rmdir(self->path), 0);
}

static void
test_full_device(void **state)
{
  Fixture *const self = *state;
  struct stat info;
  RelOutput out;

  assert_int_equal(rel_output_open(self->world, "/dev/full", &out), REL_OK);
  fputs("news", out.stream);
  assert_int_equal(rel_output_close(&out), REL_BAD_FILE);
  assert_string_equal(rel_world_error(self->world),
                      "/dev/full: error: cannot be written: "
                      "No space left on device");

  // the reason of an earlier failure is gone
  assert_int_equal(rel_output_open(self->world, "/dev/full", &out), REL_OK);
  fputs("news", out.stream);
  fflush(out.stream);
  assert_int_equal(rel_output_close(&out), REL_BAD_FILE);

  assert_int_equal(rel_output_open(self->world, "/dev/full", &out), REL_OK);
  rel_output_abort(&out);
  assert_int_equal(stat("/dev/full", &info), 0);
  assert_true(S_ISCHR(info.st_mode));
}

static void
test_no_memory(void **state)
{
  Fixture *const self = *state;
  RelStatus st = REL_NO_MEMORY;

  write_file(self->path, "news", 4U);
  for (size_t n = 1; st; ++n) {
    Failing failing = {0U, n, 0U};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    RelArena arena;
    RelOutput out;
    RelStr bytes;
    rel_arena_init(&arena, world);
    st = rel_file_read(&arena, self->path, &bytes);
    st = st ? st : rel_output_open(world, self->path, &out);
    assert_true(!st || (st == REL_NO_MEMORY && n < 4U));
    if (!st) {
      rel_output_abort(&out);
    }
    rel_arena_clear(&arena);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

static void
test_no_memory_for_more(void **state)
{
  // the first room is there, the second is not
  Fixture *const self = *state;
  Failing failing = {0U, 2U, 0U};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelArena arena;
  RelStr bytes;

  (void)self;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_file_read(&arena, "/dev/zero", &bytes), REL_NO_MEMORY);
  rel_arena_clear(&arena);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
#define FILE_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
  const struct CMUnitTest tests[] = {
      FILE_TEST(test_read),
      FILE_TEST(test_read_standard_input),
      FILE_TEST(test_read_pipe),
      FILE_TEST(test_read_grows),
      FILE_TEST(test_cannot_be_read),
      FILE_TEST(test_map),
      FILE_TEST(test_cannot_be_mapped),
      FILE_TEST(test_output_appears_when_complete),
      FILE_TEST(test_output_abort_leaves_the_old),
      FILE_TEST(test_output_fails),
      FILE_TEST(test_full_device),
      FILE_TEST(test_no_memory),
      FILE_TEST(test_no_memory_for_more),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
