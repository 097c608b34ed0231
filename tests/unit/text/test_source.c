// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "failing.h"

#include "text_fixture.h"

static void
test_counts(void **state)
{
  static const struct {
    const char *content;
    uint32_t n_tokens;
    uint32_t n_sentences;
  } cases[] = {
      {"", 0, 0},
      {"\n \r\n\t\r", 0, 0},
      {"\xEF\xBB\xBFIt rained.", 3, 1},
      {"It rained.\r\nThen it\r\nsnowed.", 7, 2},
      {"It rained.\r\rIt snowed.\r", 6, 2},
      {"It rained. It snowed.", 6, 2},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelWorld *const world = rel_world_new(NULL);
    RelArena arena;
    RelText text;
    rel_arena_init(&arena, world);
    assert_int_equal(rel_text_read_plain(&arena, rel_str("a.txt"),
                                         rel_str(cases[i].content), &text),
                     REL_OK);
    assert_int_equal(text.n_tokens, cases[i].n_tokens);
    assert_int_equal(text.n_sentences, cases[i].n_sentences);
    rel_arena_clear(&arena);
    rel_world_free(world);
  }
}

static void
test_bad_text(void **state)
{
  static const struct {
    RelStr content;
    const char *message;
  } cases[] = {
      {{"a\nb caf\xE9 c", 9},
       "a.txt:2:6: error: expected UTF-8, not byte 0xE9; is this Latin-1?"},
      {{"a\r\n\xC3\xA9 \0 c", 8},
       "a.txt:2:3: error: expected text in UTF-8, not a NUL byte; "
       "is this a binary file?"},
      {{"a\rb \x93hm", 7},
       "a.txt:2:3: error: expected UTF-8, not byte 0x93; "
       "is this Windows-1252?"},
      {{"%PDF-1.4", 8},
       "a.txt:1:1: error: expected text in UTF-8, not a PDF file"},
      {{"\x01\x02\x03\x80", 4},
       "a.txt:1:4: error: expected UTF-8, not byte 0x80; "
       "is this a binary file?"},
  };
  static const Reader readers[] = {rel_text_read, rel_text_read_plain,
                                   rel_text_read_sentences};

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases) * 3U; ++i) {
    RelWorld *const world = rel_world_new(NULL);
    RelArena arena;
    RelText text;
    rel_arena_init(&arena, world);
    assert_int_equal(
        readers[i % 3U](&arena, rel_str("a.txt"), cases[i / 3U].content, &text),
        REL_BAD_TEXT);
    assert_string_equal(rel_world_error(world), cases[i / 3U].message);
    rel_arena_clear(&arena);
    rel_world_free(world);
  }
}

static void
test_code_points(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelText text;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(
      rel_text_read_plain(&arena, rel_str("-"),
                          rel_str("\xEF\xBB\xBF\xC3\x89t\xC3\xA9. Ha\xC3\xA9!"),
                          &text),
      REL_OK);
  assert_int_equal(text.n_sentences, 2);
  assert_int_equal(text.sentences[0].begin, 3);
  assert_int_equal(text.sentences[0].begin_char, 1);
  assert_int_equal(text.sentences[0].end_char, 5);
  assert_int_equal(text.sentences[1].begin, 10);
  assert_int_equal(text.sentences[1].begin_char, 6);
  assert_int_equal(text.sentences[1].end_char, 10);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_sentences(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelText text;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(
      rel_text_read_sentences(
          &arena, rel_str("-"),
          rel_str("Do n't  -LRB- go -RRB- .\r\n\n Subscribe\nBy Ann Lee"),
          &text),
      REL_OK);
  assert_int_equal(text.n_sentences, 3);
  assert_int_equal(text.sentences[0].n, 6);
  assert_int_equal(text.sentences[1].first, 6);
  assert_int_equal(text.sentences[1].paragraph, 1);
  assert_int_equal(text.tokens[2].begin, 8);
  assert_true(rel_str_equal(text.tokens[2].form, REL_STR("-LRB-")));
  assert_int_equal(text.tokens[1].n_parts, 0);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

/// Whichever call for memory is refused, the reader says so and leaks nothing
static void
test_no_memory(void **state)
{
  static const Reader readers[] = {rel_text_read, rel_text_read_plain,
                                   rel_text_read_sentences};
  const RelStr content =
      REL_STR("Mora leaves\n\nOSLO, March 3, 2021 (Wire) - Mora didn't.\n");

  (void)state;
  for (size_t i = 0; i < COUNT(readers); ++i) {
    RelStatus st = REL_NO_MEMORY;
    for (size_t n = 0; st; ++n) {
      Failing failing = {0U, n, 0U};
      const RelAllocator allocator = failing_allocator(&failing);
      RelWorld *const world = rel_world_new(&allocator);
      if (world) {
        RelArena arena;
        RelText text;
        rel_arena_init(&arena, world);
        st = readers[i](&arena, rel_str("-"), content, &text);
        assert_true(st == REL_OK || st == REL_NO_MEMORY);
        rel_arena_clear(&arena);
        rel_world_free(world);
      }
      assert_int_equal(failing.n_live, 0);
      assert_true(n < 1000U);
    }
  }
}

/// Pieces of any size have the tokens and places of the whole
static void
test_pieces(void **state)
{
  static const RelInput inputs[] = {REL_INPUT_TEXT, REL_INPUT_PLAIN,
                                    REL_INPUT_SENTENCES};
  static const Reader readers[] = {rel_text_read, rel_text_read_plain,
                                   rel_text_read_sentences};
  static const char *const content =
      "Ministers meet in \xC3\x85rhus\n\nOSLO (AP) - It rained. It can't "
      "snow.\n\nSubscribe now\n\nAdvertisement\n\n \n\nThe caf\xC3\xA9 "
      "closed. They left.\n\nNobody came.\n";

  (void)state;
  for (size_t k = 0; k < COUNT(inputs); ++k) {
    for (size_t size = 1; size < 200U; size = size * 3U) {
      Reading whole;
      RelTextPieces pieces;
      RelText text = {.n_sentences = 1U};
      uint32_t n_tokens = 0;
      uint32_t n_sentences = 0;
      reading_begin(&whole);
      assert_int_equal(
          readers[k](&whole.arena, rel_str("-"), rel_str(content), &whole.text),
          REL_OK);
      assert_int_equal(rel_text_open(&whole.arena, rel_str("-"),
                                     rel_str(content), inputs[k], &pieces),
                       REL_OK);
      assert_int_equal(pieces.text.title.len, whole.text.title.len);
      while (text.n_sentences) {
        assert_int_equal(rel_text_next(&pieces, &whole.arena, size, &text),
                         REL_OK);
        for (uint32_t i = 0; i < text.n_sentences; ++i) {
          RelSentence sentence = text.sentences[i];
          sentence.first += n_tokens;
          assert_memory_equal(&sentence, &whole.text.sentences[n_sentences + i],
                              sizeof(sentence));
        }
        for (uint32_t i = 0; i < text.n_tokens; ++i) {
          assert_int_equal(text.tokens[i].begin,
                           whole.text.tokens[n_tokens + i].begin);
          assert_int_equal(text.tokens[i].end,
                           whole.text.tokens[n_tokens + i].end);
        }
        n_tokens += text.n_tokens;
        n_sentences += text.n_sentences;
      }
      assert_int_equal(n_tokens, whole.text.n_tokens);
      assert_int_equal(n_sentences, whole.text.n_sentences);
      assert_true(n_sentences >= 5U);
      reading_end(&whole);
    }
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts),      cmocka_unit_test(test_bad_text),
      cmocka_unit_test(test_code_points), cmocka_unit_test(test_sentences),
      cmocka_unit_test(test_no_memory),   cmocka_unit_test(test_pieces),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
