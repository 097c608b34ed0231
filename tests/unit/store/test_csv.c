// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/csv.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/// The rows as text: fields in brackets, a line feed behind each row
typedef struct {
  char text[256];
  RelStatus status; ///< That on_row() gives
} Rows;

static RelStatus
on_row(void *handle, const RelStr *fields, uint32_t n)
{
  Rows *const rows = handle;
  size_t len = strlen(rows->text);

  for (uint32_t i = 0; i < n; ++i) {
    len += (size_t)snprintf(rows->text + len, sizeof(rows->text) - len,
                            "[%.*s]", REL_ARG(fields[i]));
  }
  snprintf(rows->text + len, sizeof(rows->text) - len, "\n");
  return rows->status;
}

static const struct {
  const char *csv;
  const char *rows;
} cases[] = {
    {"", ""},
    {"g,n\r\nx,1\r\n", "[g][n]\n[x][1]\n"},
    {"g,n\nx,1", "[g][n]\n[x][1]\n"},
    {"\"g\",\"n\"\n\"a,b\"\"c\nd\",7\n", "[g][n]\n[a,b\"c\nd][7]\n"},
    {"n\n\n", "[n]\n[]\n"},
    {"a,,b,\n", "[a][][b][]\n"},
    {"\"open,\n", "[open,\n]\n"},
    {"a\"b\"c\n", "[abc]\n"},
};

static void
test_rows(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    Rows rows = {.text = ""};
    assert_int_equal(rel_csv_read(&arena, rel_str(cases[i].csv), on_row, &rows),
                     REL_OK);
    assert_string_equal(rows.text, cases[i].rows);
  }
  Rows stopped = {.status = REL_STOPPED};
  assert_int_equal(rel_csv_read(&arena, REL_STR("a\nb\n"), on_row, &stopped),
                   REL_STOPPED);
  assert_string_equal(stopped.text, "[a]\n");
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_number(void **state)
{
  static const char *const odd[] = {"",   "-1", "1.0",
                                    " 1", "n",  "12345678901234567890"};
  uint64_t n = 0;

  (void)state;
  assert_true(rel_csv_number(REL_STR("0"), &n));
  assert_int_equal(n, 0);
  assert_true(rel_csv_number(REL_STR("1234567890123"), &n));
  assert_true(n == 1234567890123U);
  for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); ++i) {
    assert_false(rel_csv_number(rel_str(odd[i]), &n));
  }
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 0; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    Rows rows = {.text = ""};
    RelArena arena;

    if (world) {
      rel_arena_init(&arena, world);
      st = rel_csv_read(&arena, REL_STR("a,b\nc,d\n"), on_row, &rows);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      rel_arena_clear(&arena);
    }
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows),
      cmocka_unit_test(test_number),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
