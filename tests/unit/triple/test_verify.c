// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/verify.h"

#include "failing.h"
#include "stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

// Two bytes each: an accented letter, a dash of three, a smile of four
static const char source[] = "Title\n\nThe caf\xC3\xA9 \xE2\x80\x94 closed. "
                             "\xF0\x9F\x98\x80 Ann left Ayr.\n";

static const char first_sentence[] = "The caf\xC3\xA9 \xE2\x80\x94 closed.";
static const char second_sentence[] = "\xF0\x9F\x98\x80 Ann left Ayr.";

/// Counts what gets through
static RelStatus
count(void *handle, const RelEvent *event)
{
  uint32_t *const n = handle;

  (void)event;
  ++*n;
  return REL_OK;
}

static RelStatus
send(RelWorld *world, RelStr content, const RelEvidence *evidence, uint32_t *n)
{
  const RelDocInfo info = {.name = REL_STR("ayr.txt"), .content = content};
  const RelTriple triple = {.number = 7, .evidence = *evidence};
  const RelEvent begin = {REL_EVENT_DOCUMENT, {.document = &info}};
  const RelEvent fact = {REL_EVENT_TRIPLE, {.triple = &triple}};
  const RelEvent end = {REL_EVENT_END, {.document = NULL}};
  RelVerify verify;
  RelStatus st = REL_OK;

  *n = 0;
  rel_verify_init(&verify, world, (RelSink){n, count});
  const RelSink sink = rel_verify_sink(&verify);
  st = rel_sink_event(&sink, &begin);
  st = st ? st : rel_sink_event(&sink, &fact);
  st = st ? st : rel_sink_event(&sink, &end);
  rel_verify_clear(&verify);
  return st;
}

static const struct {
  const char *name;
  const char *sentence;
  uint32_t sentence_begin;
  uint32_t sentence_end;
  const char *quote;
  uint32_t begin;
  uint32_t end;
  const char *error; ///< Null: it passes
} cases[] = {
    {"whole sentence", first_sentence, 7, 25, first_sentence, 7, 25, NULL},
    {"quote behind wide letters", first_sentence, 7, 25, "closed", 18, 24,
     NULL},
    {"second sentence", second_sentence, 26, 41, "Ann left", 28, 36, NULL},
    {"empty quote", second_sentence, 26, 41, "", 30, 30, NULL},
    {"one too far", second_sentence, 26, 41, "Ann left", 29, 37,
     "expected the source's words at code points 29 to 37, not \"Ann left\""},
    {"bytes, not code points", second_sentence, 26, 41, "Ann left", 34, 42,
     "expected the source's words"},
    {"other words", second_sentence, 26, 41, "Ann lost", 28, 36,
     "expected the source's words"},
    {"shorter", second_sentence, 26, 41, "Ann lef", 28, 36,
     "expected the source's words"},
    {"behind the end", second_sentence, 26, 41, "Ann left", 100, 108,
     "expected the source's words"},
    {"ends behind the end", second_sentence, 26, 41, "Ayr.\n", 37, 43,
     "expected the source's words"},
    {"upside down", second_sentence, 26, 41, "", 36, 28,
     "expected the source's words"},
    {"largest number", second_sentence, 26, 41, "", UINT32_MAX, UINT32_MAX,
     "expected the source's words"},
    {"wrong sentence", "Ann left Ayr.", 26, 41, "Ann left", 28, 36,
     "expected a sentence of the source around its quote"},
    {"quote outside", first_sentence, 7, 25, "Ann left", 28, 36,
     "expected a quote inside its sentence"},
    {"quote begins before", "closed.", 18, 25, first_sentence, 7, 25,
     "expected a quote inside its sentence"},
};

static void
test_cases(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const RelEvidence evidence = {1,
                                  cases[i].sentence_begin,
                                  cases[i].sentence_end,
                                  rel_str(cases[i].sentence),
                                  cases[i].begin,
                                  cases[i].end,
                                  rel_str(cases[i].quote)};
    uint32_t n = 0;
    const RelStatus st = send(world, rel_str(source), &evidence, &n);

    assert_int_equal(st, cases[i].error ? REL_BAD_EVIDENCE : REL_OK);
    assert_int_equal(n, cases[i].error ? 1 : 3);
    if (cases[i].error) {
      const char *const error = rel_world_error(world);
      assert_non_null(strstr(error, "ayr.txt: error: triple 7: "));
      assert_non_null(strstr(error, cases[i].error));
    }
  }
  rel_world_free(world);
}

/// Every code point of a long text of all widths is found
static void
test_every_place(void **state)
{
  enum { N = 1000 };
  static const char *const letters[] = {"a", "\xC3\xA9", "\xE2\x80\x94",
                                        "\xF0\x9F\x98\x80"};
  RelWorld *const world = rel_world_new(NULL);
  char text[4 * N + 1] = "";
  size_t begins[N + 1];

  (void)state;
  begins[0] = 0;
  for (size_t i = 0; i < N; ++i) {
    const char *const letter = letters[(i * i + i / 3U) % 4U];
    memcpy(text + begins[i], letter, strlen(letter));
    begins[i + 1U] = begins[i] + strlen(letter);
  }
  const RelStr content = {text, begins[N]};
  for (uint32_t i = 0; i < N; i += 7U) {
    const uint32_t end = i + 100U < N ? i + 100U : N;
    const RelEvidence evidence = {
        1,
        0,
        N,
        content,
        i,
        end,
        rel_str_slice(content, begins[i], begins[end])};
    uint32_t n = 0;
    assert_int_equal(send(world, content, &evidence, &n), REL_OK);
  }
  rel_world_free(world);
}

static void
test_stories(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  uint32_t n = 0;
  RelVerify verify;

  (void)state;
  rel_verify_init(&verify, world, (RelSink){&n, count});
  const RelSink sink = rel_verify_sink(&verify);
  assert_int_equal(story_harbour(&sink), REL_OK);
  assert_int_equal(story_grain(&sink), REL_OK);
  assert_true(n > 10U);
  rel_verify_clear(&verify);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  const RelEvidence evidence = {
      1, 26, 41, rel_str(second_sentence), 28, 36, REL_STR("Ann left")};
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 1; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    uint32_t n_events = 0;

    assert_non_null(world);
    st = send(world, rel_str(source), &evidence, &n_events);
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_every_place),
      cmocka_unit_test(test_stories),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
