// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/sanitize.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define VIEW(literal)                                                          \
  {                                                                            \
    literal, sizeof(literal) - 1U                                              \
  }

/// The replacement character
#define FFFD "\xEF\xBF\xBD"

static const struct {
  RelStr text;
  RelStr clean;
} texts[] = {
    // bad UTF-8: one U+FFFD for a run
    {VIEW("caf\xE9 au lait"), VIEW("caf" FFFD " au lait")},
    {VIEW("\xE9t\xE9"), VIEW(FFFD "t" FFFD)},
    {VIEW("cut \xE2\x82"), VIEW("cut " FFFD)},
    {VIEW("\x80\xBF\xFF!"), VIEW(FFFD "!")},
    {VIEW("overlong \xC0\xAF\xE0\x80\x80."), VIEW("overlong " FFFD ".")},
    {VIEW("surrogates \xED\xA0\xBD\xED\xB8\x80."),
     VIEW("surrogates " FFFD ".")},
    {VIEW("high \xF4\x90\x80\x80."), VIEW("high " FFFD ".")},
    {VIEW("\xF4\x8F\xBF\xBD stays"), VIEW("\xF4\x8F\xBF\xBD stays")},
    // control characters
    {VIEW("tab\tand\nfeed stay"), VIEW("tab\tand\nfeed stay")},
    {VIEW("a\x01\x1F\0z"), VIEW("a   z")},
    {VIEW("bell\a esc\x1B"), VIEW("bell  esc ")},
    {VIEW("delete \x7F."), VIEW("delete  .")},
    {VIEW("C1 \xC2\x80\xC2\x9F"), VIEW("C1 \xC2\x80\xC2\x9F")},
    // line ends
    {VIEW("one\r\ntwo\rthree\r\r\nfour\r"), VIEW("one\ntwo\nthree\n\nfour\n")},
    // noncharacters
    {VIEW("a\xEF\xBF\xBE"
          "b\xEF\xBF\xBF"
          "c"),
     VIEW("abc")},
    {VIEW("\xEF\xB7\x90 \xF0\x9F\xBF\xBE"),
     VIEW("\xEF\xB7\x90 \xF0\x9F\xBF\xBE")},
    {VIEW("\xEF\xBF\xBF"), VIEW("")},
    // nothing to do
    {VIEW(""), VIEW("")},
    {VIEW("\xEF\xBB\xBF"
          "caf\xC3\xA9 \xE5\x8C\x97"),
     VIEW("\xEF\xBB\xBF"
          "caf\xC3\xA9 \xE5\x8C\x97")},
    {VIEW("\"\\<>]]>'''\"\"\""), VIEW("\"\\<>]]>'''\"\"\"")},
};

static const struct {
  const char *url;
  const char *iri;
} urls[] = {
    {"https://a.example/x?y=1&z=2#f", "https://a.example/x?y=1&z=2#f"},
    {" http://a.example ", "http://a.example"},
    {"HTTP://a.example/", "HTTP://a.example/"},
    {"https://a.example/a b\"c<d>e", "https://a.example/a%20b%22c%3Cd%3Ee"},
    {"https://a.example/{|}^`\\", "https://a.example/%7B%7C%7D%5E%60%5C"},
    {"https://a.example/caf\xC3\xA9", "https://a.example/caf%C3%A9"},
    {"https://a.example/\xE9\x01", "https://a.example/%E9%01"},
    {"https://a.example/%41%zz%4", "https://a.example/%41%25zz%254"},
    {"https://a.example/ends.", "https://a.example/ends."},
    {"", ""},
    {"https://", ""},
    {"https:///path", ""},
    {"http://:80/", ""},
    {"ftp://a.example/", ""},
    {"javascript:alert(1)", ""},
    {"/relative", ""},
    {"a.example/x", ""},
};

static const struct {
  const char *text;
  bool is_date;
} dates[] = {
    {"2018-06-03", true},   {"2018-02-28", true},  {"2018-02-29", false},
    {"2016-02-29", true},   {"1900-02-29", false}, {"2000-02-29", true},
    {"2018-04-31", false},  {"2018-12-31", true},  {"2018-13-01", false},
    {"2018-00-10", false},  {"2018-10-00", false}, {"2011-13-45", false},
    {"0000-01-01", false},  {"0001-01-01", true},  {"2018-6-3", false},
    {"2018-06-3 ", false},  {"2018/06/03", false}, {"18-06-2003", false},
    {"2018-06-03T", false}, {"Tuesday", false},    {"", false},
    {"-018-06-03", false},  {"2018-+6-03", false}, {"2018-06-\xEF\xBC", false},
};

static void
test_texts(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); ++i) {
    RelStr clean = {0};
    assert_int_equal(rel_sanitize_text(&arena, texts[i].text, &clean), REL_OK);
    assert_int_equal(clean.len, texts[i].clean.len);
    if (clean.len) {
      assert_memory_equal(clean.data, texts[i].clean.data, clean.len);
    }
    // what is clean stays where it is
    RelStr again = {0};
    assert_int_equal(rel_sanitize_text(&arena, clean, &again), REL_OK);
    assert_ptr_equal(again.data, clean.data);
    assert_int_equal(again.len, clean.len);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_urls(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(urls) / sizeof(*urls); ++i) {
    RelStr iri = {0};
    assert_int_equal(rel_sanitize_url(&arena, rel_str(urls[i].url), &iri),
                     REL_OK);
    assert_int_equal(iri.len, strlen(urls[i].iri));
    assert_true(rel_str_equal(iri, rel_str(urls[i].iri)));
    assert_int_equal(rel_sanitize_is_iri(iri), iri.len > 0U);
    assert_int_equal(rel_sanitize_is_iri(rel_str(urls[i].url)),
                     iri.len && !strcmp(urls[i].url, urls[i].iri));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_long_urls(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  char url[REL_MAX_IRI + 2] = "https://a.example/";
  RelStr iri = {0};

  (void)state;
  rel_arena_init(&arena, world);
  memset(url + strlen(url), 'x', sizeof(url) - strlen(url));
  const RelStr longest = {url, REL_MAX_IRI};
  assert_int_equal(rel_sanitize_url(&arena, longest, &iri), REL_OK);
  assert_int_equal(iri.len, REL_MAX_IRI);
  assert_true(rel_sanitize_is_iri(longest));

  const RelStr longer = {url, REL_MAX_IRI + 1};
  assert_int_equal(rel_sanitize_url(&arena, longer, &iri), REL_OK);
  assert_int_equal(iri.len, 0);
  assert_false(rel_sanitize_is_iri(longer));

  // or one that grows beyond it
  url[100] = ' ';
  assert_int_equal(rel_sanitize_url(&arena, longest, &iri), REL_OK);
  assert_int_equal(iri.len, 0);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_dates(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(dates) / sizeof(*dates); ++i) {
    assert_int_equal(rel_sanitize_is_date(rel_str(dates[i].text)),
                     dates[i].is_date);
  }
}

static void
test_no_memory(void **state)
{
  Failing failing = {0, 1U, 0U};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelArena arena;
  RelStr clean = {0};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_sanitize_text(&arena, REL_STR("a\r"), &clean),
                   REL_NO_MEMORY);
  assert_int_equal(rel_sanitize_url(&arena, REL_STR("http://a"), &clean),
                   REL_NO_MEMORY);
  rel_arena_clear(&arena);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_texts),     cmocka_unit_test(test_urls),
      cmocka_unit_test(test_long_urls), cmocka_unit_test(test_dates),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
