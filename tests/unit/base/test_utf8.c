// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

static const uint32_t BAD = UINT32_MAX;

static void
test_next(void **state)
{
  static const struct {
    const char *bytes;
    uint32_t code; ///< BAD: not a code point
    size_t size;   ///< Bytes that the first step takes
  } cases[] = {
      {"A", 'A', 1},
      {"\x7F", 0x7F, 1},
      {"\xC2\x80", 0x80, 2},
      {"\xDF\xBF", 0x7FF, 2},
      {"\xE0\xA0\x80", 0x800, 3},
      {"\xE2\x82\xAC", 0x20AC, 3},
      {"\xED\x9F\xBF", 0xD7FF, 3},
      {"\xEE\x80\x80", 0xE000, 3},
      {"\xEF\xBF\xBF", 0xFFFF, 3},
      {"\xF0\x90\x80\x80", 0x10000, 4},
      {"\xF3\xBF\xBF\xBF", 0xFFFFF, 4},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
      // a stray continuation, overlong forms, surrogates, too large
      {"\x80", UINT32_MAX, 1},
      {"\xC0\x80", UINT32_MAX, 1},
      {"\xC1\xBF", UINT32_MAX, 1},
      {"\xE0\x9F\xBF", UINT32_MAX, 1},
      {"\xED\xA0\x80", UINT32_MAX, 1},
      {"\xF0\x8F\xBF\xBF", UINT32_MAX, 1},
      {"\xF4\x90\x80\x80", UINT32_MAX, 1},
      {"\xF5\x80\x80\x80", UINT32_MAX, 1},
      {"\xFF", UINT32_MAX, 1},
      // cut short, or a wrong byte at each later place
      {"\xC3", UINT32_MAX, 1},
      {"\xE2\x82", UINT32_MAX, 1},
      {"\xF0\x9F\x98", UINT32_MAX, 1},
      {"\xC3(", UINT32_MAX, 1},
      {"\xE2\x82(", UINT32_MAX, 1},
      {"\xF0\x9F\x98(", UINT32_MAX, 1},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    const RelStr str = rel_str(cases[i].bytes);
    size_t offset = 0;
    assert_int_equal(rel_utf8_next(str, &offset), cases[i].code);
    assert_int_equal(offset, cases[i].size);
    assert_int_equal(rel_utf8_check(str),
                     cases[i].code == BAD ? 0U : cases[i].size);
  }
}

static void
test_check_and_count(void **state)
{
  static const struct {
    const char *bytes;
    size_t good, n;
  } cases[] = {
      {"", 0, 0},
      {"news", 4, 4},
      {"caf\xC3\xA9", 5, 4},
      {"caf\xE9 au", 3, 7},
      {"\xE2\x82\xAC\xF0\x9F\x98\x80", 7, 2},
      {"ab\xF0\x9F", 2, 4},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    assert_int_equal(rel_utf8_check(rel_str(cases[i].bytes)), cases[i].good);
    assert_int_equal(rel_utf8_count(rel_str(cases[i].bytes)), cases[i].n);
  }
}

static void
test_encode_is_inverse(void **state)
{
  (void)state;
  for (uint32_t code = 0; code <= 0x10FFFFU; ++code) {
    char bytes[4] = {0};
    size_t offset = 0;
    const size_t size = rel_utf8_encode(code, bytes);
    const uint32_t back = rel_utf8_next((RelStr){bytes, size}, &offset);
    const bool is_surrogate = code >= 0xD800U && code <= 0xDFFFU;
    if (back != (is_surrogate ? BAD : code) ||
        (!is_surrogate && offset != size)) {
      fail_msg("U+%04X does not come back", code);
    }
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_next),
      cmocka_unit_test(test_check_and_count),
      cmocka_unit_test(test_encode_is_inverse),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
