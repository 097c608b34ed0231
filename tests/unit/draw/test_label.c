// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/label.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))
#define S(literal)                                                             \
  {                                                                            \
    literal, sizeof(literal) - 1U                                              \
  }

static void
assert_str(RelStr actual, const char *expected)
{
  const size_t len = strlen(expected);

  if (actual.len != len || (len && memcmp(actual.data, expected, len))) {
    fail_msg("expected [%s], not [%.*s]", expected, REL_ARG(actual));
  }
}

static void
test_clean(void **state)
{
  static const struct {
    RelStr text;
    size_t max_chars;
    const char *expected;
  } cases[] = {
      {S(""), 0, ""},
      {S("Ana Mora"), 0, "Ana Mora"},
      {S(" Ana \t\r\n Mora "), 0, "Ana Mora"},
      {S("a\0b\x1B[1mc\x7F"), 0, "a b [1mc"},
      {S("a\xC2\x85\xC2\xA0"
         "b\xE2\x80\xA8"
         "c"),
       0, "a b c"},
      {S("caf\xE9 au"), 0, "caf\xEF\xBF\xBD au"},
      {S("\xED\xA0\x80"), 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {S("a\xEF\xBF\xBE\xEF\xBF\xBF"
         "b"),
       0, "ab"},
      {S("\xE4\xB8\xAD\xE5\x9B\xBD"), 0, "\xE4\xB8\xAD\xE5\x9B\xBD"},
      {S("12345"), 5, "12345"},
      {S("123456"), 5, "1234\xE2\x80\xA6"},
      {S("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"), 3,
       "\xC3\xA9\xC3\xA9\xE2\x80\xA6"},
      {S("12345   "), 5, "12345"},
      {S("123 567"), 5, "123 \xE2\x80\xA6"},
  };
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < N(cases); ++i) {
    RelStr clean = {NULL, 0U};
    assert_int_equal(
        rel_label_clean(&arena, cases[i].text, cases[i].max_chars, &clean),
        REL_OK);
    assert_str(clean, cases[i].expected);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_lines(void **state)
{
  static const struct {
    RelStr text;
    const char *expected; ///< Lines parted by "|"
  } cases[] = {
      {S(""), ""},
      {S("Li"), "Li"},
      {S("US Department of Commerce"), "US Department of|Commerce"},
      {S("exactly seventeen"), "exactly seventeen"},
      {S("exactly seventeen and"), "exactly seventeen|and"},
      {S("12345678901234567890 tail"), "12345678901234567|890 tail"},
      {S("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
         "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
         "\xC3\xA9 b"),
       "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
       "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
       "\xC3\xA9|b"},
  };

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    char lines[200] = "";
    for (size_t offset = 0; offset < cases[i].text.len;) {
      const RelStr line = rel_label_line(cases[i].text, 17U, &offset);
      strncat(lines, line.data, line.len);
      strcat(lines, offset < cases[i].text.len ? "|" : "");
    }
    assert_string_equal(lines, cases[i].expected);
  }
}

static void
test_markup(void **state)
{
  static const struct {
    const char *text;
    RelMarkup markup;
    const char *expected;
  } cases[] = {
      // entities in plain labels are decoded by Graphviz
      {"AT&amp;T <b>", REL_MARKUP_PLAIN, "AT&amp;amp;T <b>"},
      {"&eacute;", REL_MARKUP_HTML, "&amp;eacute;"},
      {"<B>\"x\"</B>", REL_MARKUP_HTML, "&lt;B&gt;&quot;x&quot;&lt;/B&gt;"},
      {"<B>\"x\"</B>", REL_MARKUP_XML, "&lt;B&gt;&quot;x&quot;&lt;/B&gt;"},
      {"a\"b", REL_MARKUP_PLAIN, "a\"b"},
      // \N, \G, \n and a last \ mean something to Graphviz
      {"\\N \\G \\", REL_MARKUP_PLAIN, "\\\\N \\\\G \\\\"},
      {"\\N \\", REL_MARKUP_HTML, "\\\\N \\\\"},
      {"\\N \\", REL_MARKUP_XML, "\\N \\"},
      {"{a|b}", REL_MARKUP_PLAIN, "{a|b}"},
  };
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < N(cases); ++i) {
    RelBuffer out = {.arena = &arena};
    rel_label_add(&out, rel_str(cases[i].text), cases[i].markup);
    assert_str(rel_buffer_str(&out), cases[i].expected);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  Failing failing = {0, 1, 0}; // the world, then nothing
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelArena arena;
  RelStr clean = {NULL, 0U};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_label_clean(&arena, REL_STR("text"), 2U, &clean),
                   REL_NO_MEMORY);
  rel_arena_clear(&arena);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_clean),
      cmocka_unit_test(test_lines),
      cmocka_unit_test(test_markup),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
