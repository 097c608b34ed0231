// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/line.h"

#include "capture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

static const struct {
  const char *field;
  size_t len;
  const char *printed;
} fields[] = {
    {"", 0U, ""},
    {"plain words", 11U, "plain words"},
    {"a\tb\r\nc", 6U, "a b  c"},
    {"nul\0bell\a\x7F.", 11U, "nul bell  ."},
    {"caf\xC3\xA9", 5U, "caf\xC3\xA9"},
};

static void
test_field(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); ++i) {
    Capture capture;
    const RelStr field = {fields[i].field, fields[i].len};

    rel_line_field(capture_begin(&capture), field);
    assert_string_equal(capture_text(&capture), fields[i].printed);
    capture_end(&capture);
  }
}

static const struct {
  float value;
  unsigned n_digits;
  const char *text;
} numbers[] = {
    {0.0F, 2U, "0.00"},   {1.0F, 2U, "1.00"},      {0.88F, 2U, "0.88"},
    {0.004F, 2U, "0.00"}, {0.996F, 2U, "1.00"},    {0.8312F, 4U, "0.8312"},
    {0.05F, 1U, "0.1"},   {0.5F, 6U, "0.500000"},  {-3.0F, 2U, "0.00"},
    {7.0F, 2U, "1.00"},   {-INFINITY, 2U, "0.00"}, {INFINITY, 2U, "1.00"},
    {NAN, 2U, "0.00"},    {1e-30F, 3U, "0.000"},
};

static void
test_fixed(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); ++i) {
    char text[REL_FIXED_SIZE];
    rel_fixed_text(numbers[i].value, numbers[i].n_digits, text);
    assert_string_equal(text, numbers[i].text);
  }
}

static void
test_flush(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  Capture capture;
  FILE *const full = fopen("/dev/full", "w");

  (void)state;
  fputs("line\n", capture_begin(&capture));
  assert_int_equal(rel_line_flush(world, capture.stream), REL_OK);
  capture_end(&capture);

  assert_non_null(full);
  fputs("line\n", full);
  assert_int_equal(rel_line_flush(world, full), REL_OUTPUT);
  assert_non_null(strstr(rel_world_error(world), "cannot write: No space"));
  // the failure stays on the stream
  assert_int_equal(rel_line_flush(world, full), REL_OUTPUT);
  fclose(full);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_field),
      cmocka_unit_test(test_fixed),
      cmocka_unit_test(test_flush),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
