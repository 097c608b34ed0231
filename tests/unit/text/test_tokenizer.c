// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text_fixture.h"

/// Paragraphs and their tokens, as UD English cuts them
static const struct {
  const char *text;
  const char *tokens;
} cases[] = {
    // clitics
    {"Norland doesn't pay", "Norland does+n't pay"},
    {"It can't, won't, ain't", "It ca+n't , wo+n't , ai+n't"},
    {"Mora's aides", "Mora+'s aides"},
    {"Mora\xE2\x80\x99s aides", "Mora+\xE2\x80\x99s aides"},
    {"the dockers' pay", "the dockers+' pay"},
    {"Ross' trip", "Ross+' trip"},
    {"We're sure I'd've gone", "We+'re sure I+'d+'ve gone"},
    {"They cannot", "They can+not"},
    {"He's gonna dunno", "He+'s gon+na du+n+no"},
    {"Mr O'Neill and Sha'lan", "Mr O'Neill and Sha'lan"},
    {"the 1930's", "the 1930's"},
    {"rock 'n' roll, the '90s, get 'em", "rock 'n ' roll , the '90s , get 'em"},
    // quotes
    {"\"We go,\" she said", "\" We go , \" she said"},
    {"\xE2\x80\x9CWe go,\xE2\x80\x9D she",
     "\xE2\x80\x9C We go , \xE2\x80\x9D she"},
    {"It is `far apart' now", "It is ` far apart ' now"},
    {"the 'three sisters' sank", "the ' three sisters ' sank"},
    {"``Go,'' she said", "`` Go , '' she said"},
    // hyphens, dashes, slashes
    {"a high-level, six-year-old deal",
     "a high - level , six - year - old deal"},
    {"the co-founder's e-mail", "the co-founder+'s e-mail"},
    {"non-steel anti-Velian mid-1980s", "non-steel anti-Velian mid-1980s"},
    {"May 3-4, 1990\xE2\x80\x93"
     "95",
     "May 3 - 4 , 1990 \xE2\x80\x93 95"},
    {"said -- twice --- no", "said -- twice --- no"},
    {"and/or he/she", "and / or he / she"},
    {"w/o s/he n/a", "w/o s/he n/a"},
    {"on 9/11 and 11/28/2000", "on 9/11 and 11/28/2000"},
    {"call 713-853-3989 or 345-9945", "call 713-853-3989 or 345-9945"},
    // numbers, money, units
    {"15% of $150, $3.5bn, US$4, S$5",
     "15 % of $ 150 , $ 3.5 bn , US$ 4 , S$ 5"},
    {"1,200 and 13,14 and 1,00,000", "1,200 and 13 , 14 and 1,00,000"},
    {"at 5pm or 7:30am", "at 5 pm or 7:30 am"},
    {"10km in the 1970s, 20th", "10 km in the 1970s , 20th"},
    {"$3M for a 3M pump", "$ 3 M for a 3M pump"},
    {"0.5 .5 -5", "0.5 .5 - 5"},
    {"+44 20 #1 #ferry @mora", "+44 20 # 1 #ferry @mora"},
    // abbreviations
    {"U.S. and U.N. at 5 p.m. today", "U.S. and U.N. at 5 p.m. today"},
    {"Mr. J. A. Kerr of Orbex Corp.", "Mr. J. A. Kerr of Orbex Corp."},
    {"No. 5, no. Fig. 3 fig.", "No. 5 , no . | Fig. 3 fig ."},
    {"Jan. 5, pp. 3", "Jan. 5 , pp. 3"},
    {"cranes, tugs, etc. are", "cranes , tugs , etc. are"},
    {"cranes, tugs, etc.", "cranes , tugs , etc ."},
    {"Lena Roth, Ph.D., e.g. here", "Lena Roth , Ph.D. , e.g. here"},
    // marks
    {"Well... no. What?! Yes!!!", "Well ... no . | What ?! | Yes !!!"},
    {"he\xE2\x80\xA6 left", "he \xE2\x80\xA6 left"},
    {"(a [b] {c})", "( a [ b ] { c } )"},
    {"fine :-) and :)", "fine :-) and :)"},
    {"AT&T, R&D, Lund & Roth", "AT&T , R&D , Lund & Roth"},
    {"\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD ok",
     "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD ok"},
    // addresses
    {"see https://ex.org/a-b?c=1, or www.ex.org.",
     "see https://ex.org/a-b?c=1 , or www.ex.org ."},
    {"<a.lee@ex.org> (mailto:b@ex.org)",
     "< a.lee@ex.org > ( mailto:b@ex.org )"},
    {"at ports.gov.example.com, it.The end",
     "at ports.gov.example.com , it . | The end"},
    {"@ :// www. a@b", "@ : // www . | a@b"},
    // other scripts
    {"Le caf\xC3\xA9 d\xE2\x80\x99Oslo", "Le caf\xC3\xA9 d\xE2\x80\x99Oslo"},
    {"no\xC2\xA0"
     "break\xE3\x80\x80wide",
     "no break wide"},
};

static void
test_tokens(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(cases); ++i) {
    Reading reading;
    read_good(&reading, rel_text_read_plain, rel_str(cases[i].text));
    assert_string_equal(reading_show(&reading), cases[i].tokens);
    reading_end(&reading);
  }
}

static void
test_places(void **state)
{
  static const RelToken tokens[] = {
      {{"\"", 1}, 2, 3, 0, 0, false},  {{"Do", 2}, 3, 5, 1, 2, false},
      {{"n't", 3}, 5, 8, 2, 2, true},  {{"go", 2}, 10, 12, 0, 0, false},
      {{"\"", 1}, 12, 13, 0, 0, true},
  };
  Reading reading;

  (void)state;
  read_good(&reading, rel_text_read_plain, REL_STR("  \"Don't  go\""));
  assert_int_equal(reading.text.n_tokens, COUNT(tokens));
  for (size_t i = 0; i < COUNT(tokens); ++i) {
    const RelToken *const token = &reading.text.tokens[i];
    assert_true(rel_str_equal(token->form, tokens[i].form));
    assert_int_equal(token->begin, tokens[i].begin);
    assert_int_equal(token->end, tokens[i].end);
    assert_int_equal(token->part, tokens[i].part);
    assert_int_equal(token->n_parts, tokens[i].n_parts);
    assert_int_equal(token->space_after, tokens[i].space_after);
  }
  reading_end(&reading);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tokens),
      cmocka_unit_test(test_places),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
