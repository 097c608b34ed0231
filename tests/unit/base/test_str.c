// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

static void
test_view(void **state)
{
  (void)state;
  assert_int_equal(rel_str("news").len, 4);
  assert_int_equal(rel_str("").len, 0);
  assert_int_equal(rel_str(NULL).len, 0);
  assert_int_equal(REL_STR("a\0b").len, 3);
}

static void
test_slice(void **state)
{
  static const struct {
    size_t begin, end;
    const char *expected;
  } cases[] = {
      {0, 4, "news"}, {1, 3, "ew"}, {0, 99, "news"},
      {4, 4, ""},     {9, 9, ""},   {3, 1, ""},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    const RelStr part =
        rel_str_slice(rel_str("news"), cases[i].begin, cases[i].end);
    assert_true(rel_str_equal(part, rel_str(cases[i].expected)));
  }
  assert_null(rel_str_slice(rel_str(NULL), 0U, 5U).data);
}

static void
test_trim(void **state)
{
  static const char *const cases[][2] = {
      {"", ""},
      {" ", ""},
      {" \t\n\v\f\r", ""},
      {"news", "news"},
      {"  good news \n", "good news"},
      // only ASCII blanks: a no-break space stays
      {"\xC2\xA0", "\xC2\xA0"},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    const RelStr got = rel_str_trim(rel_str(cases[i][0]));
    assert_true(rel_str_equal(got, rel_str(cases[i][1])));
  }
  assert_int_equal(rel_str_trim(rel_str(NULL)).len, 0);
}

static void
test_compare(void **state)
{
  static const struct {
    const char *a, *b;
    int order;
    bool equal, equal_fold;
  } cases[] = {
      {"", "", 0, true, true},
      {"", "a", -1, false, false},
      {"a", "", 1, false, false},
      {"a", "b", -1, false, false},
      {"ab", "a", 1, false, false},
      {"a", "ab", -1, false, false},
      {"a", "A", 1, false, true},
      {"Z", "z", -1, false, true},
      {"Talks", "tALKS", -1, false, true},
      {"[", "{", -1, false, false},
      {"@", "`", -1, false, false},
      {"\xC3\xA9", "e", 1, false, false},
      {"news", "news", 0, true, true},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    const RelStr a = rel_str(cases[i].a);
    const RelStr b = rel_str(cases[i].b);
    const int order = rel_str_compare(a, b);
    assert_int_equal((order > 0) - (order < 0), cases[i].order);
    assert_int_equal(rel_str_equal(a, b), cases[i].equal);
    assert_int_equal(rel_str_equal_fold(a, b), cases[i].equal_fold);
  }
  assert_true(rel_str_equal(rel_str(NULL), rel_str("")));
}

static void
test_parts(void **state)
{
  static const struct {
    const char *text, *part;
    bool starts, ends;
    size_t found;
  } cases[] = {
      {"newsroom", "news", true, false, 0},
      {"newsroom", "room", false, true, 4},
      {"newsroom", "", true, true, 0},
      {"newsroom", "newsroom", true, true, 0},
      {"news", "newsroom", false, false, SIZE_MAX},
      {"newsroom", "sro", false, false, 3},
      {"newsroom", "oom!", false, false, SIZE_MAX},
      {"aab", "ab", false, true, 1},
      {"", "", true, true, 0},
      {"", "a", false, false, SIZE_MAX},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    const RelStr text = rel_str(cases[i].text);
    const RelStr part = rel_str(cases[i].part);
    assert_int_equal(rel_str_starts(text, part), cases[i].starts);
    assert_int_equal(rel_str_ends(text, part), cases[i].ends);
    assert_true(rel_str_find(text, part) == cases[i].found);
  }
}

static void
test_among(void **state)
{
  static const char *const words[] = {"ask", "say", "says", "tell"};

  (void)state;
  for (size_t n = 0; n <= N(words); ++n) {
    for (size_t i = 0; i < N(words); ++i) {
      assert_int_equal(rel_str_among(rel_str(words[i]), words, n), i < n);
    }
  }
  static const char *const absent[] = {"", "a", "sa", "sayings", "zoo", "Say"};
  for (size_t i = 0; i < N(absent); ++i) {
    assert_false(rel_str_among(rel_str(absent[i]), words, N(words)));
  }
}

static void
test_hash(void **state)
{
  // published values of 64-bit FNV-1a
  (void)state;
  assert_true(rel_str_hash(rel_str("")) == 0xCBF29CE484222325U);
  assert_true(rel_str_hash(rel_str("a")) == 0xAF63DC4C8601EC8CU);
  assert_true(rel_str_hash(rel_str("foobar")) == 0x85944171F73967E8U);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_view),  cmocka_unit_test(test_slice),
      cmocka_unit_test(test_trim),  cmocka_unit_test(test_compare),
      cmocka_unit_test(test_parts), cmocka_unit_test(test_among),
      cmocka_unit_test(test_hash),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
