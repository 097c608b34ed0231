// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/child.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  RelWorld *world;
  RelArena arena;
} Fixture;

static void
set_up(Fixture *fixture)
{
  fixture->world = rel_world_new(NULL);
  rel_arena_init(&fixture->arena, fixture->world);
}

static void
tear_down(Fixture *fixture)
{
  rel_arena_clear(&fixture->arena);
  rel_world_free(fixture->world);
}

static RelChildEnd
run(Fixture *fixture, double seconds, RelChildWork work, const void *job,
    RelStr *output)
{
  RelBuffer buffer = {.arena = &fixture->arena};
  RelChildEnd end = {REL_CHILD_EXITED, -1};
  RelChild child;

  assert_int_equal(rel_child_start(fixture->world, seconds, work, job, &child),
                   REL_OK);
  assert_int_equal(rel_child_finish(&child, &buffer, &end), REL_OK);
  *output = rel_buffer_str(&buffer);
  return end;
}

static int
say(const void *job, FILE *out)
{
  fputs(job, out);
  return 7;
}

static void
test_exit(void **state)
{
  Fixture fixture;
  RelStr output = {NULL, 0U};

  (void)state;
  set_up(&fixture);
  const RelChildEnd end = run(&fixture, 5.0, say, "hello", &output);
  assert_int_equal(end.fate, REL_CHILD_EXITED);
  assert_int_equal(end.code, 7);
  assert_int_equal(output.len, 5);
  assert_memory_equal(output.data, "hello", 5);
  tear_down(&fixture);
}

static int
write_much(const void *job, FILE *out)
{
  for (size_t i = 0; i < *(const size_t *)job; ++i) {
    fputc((int)(i % 251U), out);
  }
  return 0;
}

static void
test_two_with_much_output(void **state)
{
  static const size_t n = 1000000U; // bytes, more than a pipe holds
  Fixture fixture;
  RelChild children[2];

  (void)state;
  set_up(&fixture);
  for (size_t i = 0; i < 2U; ++i) {
    assert_int_equal(
        rel_child_start(fixture.world, 20.0, write_much, &n, &children[i]),
        REL_OK);
  }
  for (size_t i = 0; i < 2U; ++i) {
    RelBuffer output = {.arena = &fixture.arena};
    RelChildEnd end = {REL_CHILD_EXITED, -1};
    assert_int_equal(rel_child_finish(&children[i], &output, &end), REL_OK);
    assert_int_equal(end.fate, REL_CHILD_EXITED);
    assert_int_equal(end.code, 0);
    assert_int_equal(output.len, n);
    assert_int_equal((unsigned char)output.data[n - 1U], (n - 1U) % 251U);
  }
  tear_down(&fixture);
}

static int
sleep_long(const void *job, FILE *out)
{
  (void)job;
  fputs("zz", out);
  fflush(out);
  sleep(60U);
  return 0;
}

static int
compute_long(const void *job, FILE *out)
{
  volatile bool is_busy = true;

  (void)job;
  (void)out;
  while (is_busy) {
  }
  return 0;
}

static void
test_time_limit(void **state)
{
  static const RelChildWork works[] = {sleep_long, compute_long};
  Fixture fixture;

  (void)state;
  set_up(&fixture);
  for (size_t i = 0; i < 2U; ++i) {
    RelStr output = {NULL, 0U};
    const time_t begin = time(NULL);
    const RelChildEnd end = run(&fixture, 0.1, works[i], NULL, &output);
    assert_int_equal(end.fate, REL_CHILD_TIMED_OUT);
    assert_true(time(NULL) - begin < 20);
  }
  tear_down(&fixture);
}

static int
die(const void *job, FILE *out)
{
  (void)out;
  kill(getpid(), *(const int *)job);
  return 0;
}

static void
test_signals(void **state)
{
  static const struct {
    int signal;
    RelChildFate fate;
  } cases[] = {{SIGKILL, REL_CHILD_CRASHED},
               {SIGTERM, REL_CHILD_CRASHED},
               {SIGXCPU, REL_CHILD_TIMED_OUT}};
  Fixture fixture;

  (void)state;
  set_up(&fixture);
  for (size_t i = 0; i < 3U; ++i) {
    RelStr output = {NULL, 0U};
    const RelChildEnd end = run(&fixture, 5.0, die, &cases[i].signal, &output);
    assert_int_equal(end.fate, cases[i].fate);
    assert_int_equal(end.code,
                     end.fate == REL_CHILD_CRASHED ? cases[i].signal : 0);
  }
  tear_down(&fixture);
}

static void
write_at_exit(void)
{
  write(STDOUT_FILENO, "handler ran\n", 12U);
  abort();
}

static int
write_everywhere(const void *job, FILE *out)
{
  (void)job;
  atexit(write_at_exit);
  printf("to the parent's output?\n");
  fputs("ok", out);
  return 0;
}

/// Neither exit handlers nor the parent's unwritten bytes
static void
test_leaves_parent_alone(void **state)
{
  Fixture fixture;
  RelStr output = {NULL, 0U};
  FILE *const file = tmpfile();
  char line[32] = "";

  (void)state;
  set_up(&fixture);
  assert_non_null(file);
  fputs("once", file);
  const RelChildEnd end = run(&fixture, 5.0, write_everywhere, NULL, &output);
  assert_int_equal(end.fate, REL_CHILD_EXITED);
  assert_int_equal(end.code, 0);
  assert_int_equal(output.len, 2);
  rewind(file);
  assert_int_equal(fread(line, 1U, sizeof(line), file), 4);
  fclose(file);
  tear_down(&fixture);
}

static void
test_no_memory_for_output(void **state)
{
  static const size_t n = 100000U;
  Failing failing = {0, 1, 0}; // the world, then nothing
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelArena arena;
  RelChild child;
  RelChildEnd end = {REL_CHILD_EXITED, -1};

  (void)state;
  rel_arena_init(&arena, world);
  RelBuffer output = {.arena = &arena};
  assert_int_equal(rel_child_start(world, 5.0, write_much, &n, &child), REL_OK);
  assert_int_equal(rel_child_finish(&child, &output, &end), REL_NO_MEMORY);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_exit),
      cmocka_unit_test(test_two_with_much_output),
      cmocka_unit_test(test_time_limit),
      cmocka_unit_test(test_signals),
      cmocka_unit_test(test_leaves_parent_alone),
      cmocka_unit_test(test_no_memory_for_output),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
