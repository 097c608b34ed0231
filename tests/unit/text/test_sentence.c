// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/sentence.h"

#include "text_fixture.h"

static const struct {
  const char *text;
  const char *sentences;
} cases[] = {
    {"Mora left. Lund stayed.", "Mora left . | Lund stayed ."},
    // abbreviations
    {"Mr. Lund met Dr. Roth.", "Mr. Lund met Dr. Roth ."},
    {"He went to the U.S. The trip was long.",
     "He went to the U.S. | The trip was long ."},
    {"The U.S. Port Board met.", "The U.S. Port Board met ."},
    {"Orbex Corp. said so.", "Orbex Corp. said so ."},
    {"She works for Orbex Inc. She is chair.",
     "She works for Orbex Inc. | She is chair ."},
    {"It was plan B. The other failed.",
     "It was plan B . | The other failed ."},
    {"Some ports, e.g. The Haven, closed.",
     "Some ports , e.g. The Haven , closed ."},
    {"at 5 p.m. on Monday", "at 5 p.m. on Monday"},
    // quotes
    {"\"We are close,\" Mora said. \"It was long.\"",
     "\" We are close , \" Mora said . | \" It was long . \""},
    {"\"Is it over?\" Lund asked.", "\" Is it over ? \" Lund asked ."},
    {"\"Go!\" she said.", "\" Go ! \" she said ."},
    {"\"It is over.\" Lund left.", "\" It is over . \" | Lund left ."},
    {"It ended. \xE2\x80\x9CWe won.\xE2\x80\x9D They left.",
     "It ended . | \xE2\x80\x9C We won . \xE2\x80\x9D | They left ."},
    {"They left. (It was late.) It rained.",
     "They left . | ( It was late . ) | It rained ."},
    // other ends
    {"Why? Nobody knew! So what.", "Why ? | Nobody knew ! | So what ."},
    {"He waited... It came.", "He waited ... | It came ."},
    {"He waited... and went.", "He waited ... and went ."},
    {"It works. iPhones sell.", "It works . | iPhones sell ."},
    {"It fell by 5. 20 ships sank.", "It fell by 5 . | 20 ships sank ."},
    {"It rained.[4] [5] Then it stopped.",
     "It rained . [ 4 ] [ 5 ] | Then it stopped ."},
    {"2. Lund left.", "2. Lund left ."},
    {"12. Lund left.", "12 . Lund left ."},
    {"Yahoo! Ltd sold it.", "Yahoo! Ltd sold it ."},
    {"It sank.Then it rose.", "It sank . | Then it rose ."},
    // no mark between: mail, lists, forms
    {"Jan Lund 03/15/2001 04:11 PM Here is the list.",
     "Jan Lund | 03/15/2001 04:11 PM | Here is the list ."},
    {"Please call me. Lena", "Please call me . | Lena"},
    {"Mora cut rates :) It worked.", "Mora cut rates :) | It worked ."},
    {"The Norland Port Board met Anna Roth in Velia on Monday.",
     "The Norland Port Board met Anna Roth in Velia on Monday ."},
    {"Board Chair Anna Roth Tells Lund Group To Sell Port Ayr Docks",
     "Board Chair Anna Roth Tells Lund Group To Sell Port Ayr Docks"},
    // paragraphs
    {"A list\n\nof things", "A list | of things"},
    {"It rained\nand rained.", "It rained and rained ."},
    {"Lund came\nMora left", "Lund came | Mora left"},
};

static void
test_sentences(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(cases); ++i) {
    Reading reading;
    read_good(&reading, rel_text_read_plain, rel_str(cases[i].text));
    assert_string_equal(reading_show(&reading), cases[i].sentences);
    reading_end(&reading);
  }
}

/// Lines wrapped by hand are joined, unless the next word had room
static void
test_wrapped_lines(void **state)
{
  Reading reading;

  (void)state;
  read_good(&reading, rel_text_read_plain,
            REL_STR("Norland cut its quotas for steel from Velia on\n"
                    "Tuesday after talks in Port Ayr broke down, the\n"
                    "Trade Ministry said.\n"
                    "Lund was absent.\n"));
  assert_int_equal(reading.text.n_sentences, 2);
  assert_int_equal(reading.text.sentences[0].paragraph, 0);
  assert_int_equal(reading.text.sentences[1].paragraph, 1);
  reading_end(&reading);
}

static void
test_long_sentence_is_cut(void **state)
{
  enum { N_WORDS = 5000 };
  Reading reading;
  RelBuffer buffer = {0};

  (void)state;
  reading_begin(&reading);
  buffer.arena = &reading.arena;
  for (int i = 0; i < N_WORDS; ++i) {
    rel_buffer_add(&buffer,
                   i % 300 == 299 ? REL_STR("don't, ") : REL_STR("on "));
  }
  assert_int_equal(rel_text_read_plain(&reading.arena, rel_str("-"),
                                       rel_buffer_str(&buffer), &reading.text),
                   REL_OK);
  assert_in_range(reading.text.n_sentences, 5, 10);
  for (uint32_t i = 0; i < reading.text.n_sentences; ++i) {
    const RelSentence *const s = &reading.text.sentences[i];
    assert_in_range(s->n, 1, REL_MAX_SENTENCE_TOKENS + 3);
    assert_in_range(reading.text.tokens[s->first].part, 0, 1);
  }
  reading_end(&reading);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sentences),
      cmocka_unit_test(test_wrapped_lines),
      cmocka_unit_test(test_long_sentence_is_cut),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
