// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text_fixture.h"

/// Paragraphs between a headline and a last sentence; what is left of them
static const struct {
  const char *paragraph;
  const char *left; ///< Null: furniture
} cases[] = {
    // content
    {"Mora met Lund.", "Mora met Lund ."},
    {"Ferries for Port Ayr", "Ferries for Port Ayr"},
    {"Related charges were dropped in May.",
     "Related charges were dropped in May ."},
    {"Subscribers to the post left it.", "Subscribers to the post left it ."},
    {"He followed Mora on the podium.", "He followed Mora on the podium ."},
    {"Join the dockers, Mora said.", "Join the dockers , Mora said ."},
    {"More ships came.", "More ships came ."},
    {"By Monday the port was shut.", "By Monday the port was shut ."},
    {"She showed a photo: it was hers, and nobody in the room had any doubt "
     "of that.",
     "She showed a photo : it was hers , and nobody in the room had any doubt "
     "of that ."},
    // credits and captions
    {"Mora speaks in Oslo. (Photographer: Jane Roe/Wire)", NULL},
    {"Mora speaks in Oslo (AP Photo/Jane Roe)", NULL},
    {"Mora speaks. WIRE/Jane Roe/File Photo", NULL},
    {"A crane in Port Ayr. Image: Jane Roe.", NULL},
    {"Photo: Jane Roe", NULL},
    {"PHOTOGRAPH BY JANE ROE", NULL},
    // signatures, by-lines, addresses
    {"WIRE NEWS", NULL},
    {"By Jane Roe", NULL},
    {"By Jane Roe and Max Moe, Wire News", NULL},
    {"By JANE ROE in Oslo", NULL},
    {"jane.roe@example.com", NULL},
    {"Write to Jane Roe at jane.roe@example.com", NULL},
    {"\xE2\x80\x94 Ana Mora (@mora) March 3, 2021", NULL},
    {"Reporting by Jane Roe; editing by Max Moe", NULL},
    {"(Reporting by Jane Roe; Editing by Max Moe)", NULL},
    {"With assistance from Max Moe.", NULL},
    // notices and invitations
    {"Advertisement", NULL},
    {"ADVERTISEMENT - CONTINUE READING BELOW", NULL},
    {"Subscribe", NULL},
    {"Subscribe to our newsletter for more.", NULL},
    {"Sign up for the Ferry Post's daily letter.", NULL},
    {"Join the Post's Telegram channel for the latest news.", NULL},
    {"Get alerts on your phone.", NULL},
    {"Follow us on X", NULL},
    {"\xE2\x80\xA2 Share this article", NULL},
    {"Share this article. Subscribe to our newsletter.", NULL},
    {"Read more: Velia threatens to close its ports", NULL},
    {"Related: Velia threatens to close its ports", NULL},
    {"More: Velia threatens to close its ports", NULL},
    {"Click here for more.", NULL},
    {"A version of this article appeared in print.", NULL},
    {"This article was originally published in The Post.", NULL},
    {"\xC2\xA9 2018 The Ferry Post Ltd.", NULL},
    {"(c) 2018 Wire Inc. All rights reserved.", NULL},
    {"Copyright 2018 Wire", NULL},
    {"2 min read", NULL},
    {"14 comments", NULL},
    // subheads, ornaments, dates
    {"Mora, Lund", NULL},
    {"* * *", NULL},
    {"____________", NULL},
    {"Friday, March 3, 2017", NULL},
    {"Updated 3 March 2017, 10:15 GMT", NULL},
    // inside a paragraph
    {"Mora left. (Reporting by Jane Roe)", "Mora left ."},
    {"OSLO, March 3 (Wire) - Mora left.", "Mora left ."},
    {"PORT AYR, Norland \xE2\x80\x94 Mora left.", "Mora left ."},
};

static void
test_paragraphs(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(cases); ++i) {
    Reading reading;
    RelStr content;
    RelStr shown;
    reading_begin(&reading);
    assert_int_equal(rel_arena_format(&reading.arena, &content,
                                      "Norland cuts quotas\n\n%s\n\nAll wept.",
                                      cases[i].paragraph),
                     REL_OK);
    assert_int_equal(rel_arena_format(&reading.arena, &shown,
                                      "Norland cuts quotas | %s%sAll wept .",
                                      cases[i].left ? cases[i].left : "",
                                      cases[i].left ? " | " : ""),
                     REL_OK);
    assert_int_equal(
        rel_text_read(&reading.arena, rel_str("-"), content, &reading.text),
        REL_OK);
    assert_string_equal(reading_show(&reading), shown.data);
    assert_true(
        rel_str_equal(reading.text.title, REL_STR("Norland cuts quotas")));
    assert_int_equal(reading.text.sentences[0].kind, REL_SENTENCE_TITLE);
    reading_end(&reading);
  }
}

static void
test_metadata(void **state)
{
  static const struct {
    const char *content;
    const char *title;
    const char *date;
    const char *publisher;
    const char *place;
  } articles[] = {
      {"Mora left.", "", "", "", ""},
      {"Mora left", "", "", "", ""},
      {"Will Mora go?\n\nShe left.", "Will Mora go?", "", "", ""},
      {"WORLD\n\nMora leaves Oslo today\n\nShe left.", "Mora leaves Oslo today",
       "", "", ""},
      {"Mora leaves the U.S.\n\nShe left.", "Mora leaves the U.S.", "", "", ""},
      {"A ship. (Photo: J. Roe/Wire)\n\nMora leaves\n\nShe left.",
       "Mora leaves", "", "", ""},
      {"Mora leaves\n\nBy Jane Roe\n\nOSLO \xE2\x80\xA2 She left.",
       "Mora leaves", "", "", "OSLO"},
      {"Mora leaves\n\n(Wire) -- She left.", "Mora leaves", "", "Wire", ""},
      {"Mora leaves\n\nOslo, March 3, 2021 (Wire) - She left.", "Mora leaves",
       "2021-03-03", "Wire", "Oslo"},
      {"Mora leaves\n\nBREAKING - She left.", "Mora leaves", "", "", ""},
      {"Mora leaves\n\nShe left - and so did Lund.", "Mora leaves", "", "", ""},
      {"Mora leaves\n\nShe left.\n\n\xC2\xA9"
       "2018 Ferry Wire L.P.",
       "Mora leaves", "", "Ferry Wire", ""},
      {"Mora leaves\n\nShe left.\n\nCopyright 2018 Ferry Post, Inc. All "
       "rights reserved.",
       "Mora leaves", "", "Ferry Post", ""},
      {"Mora leaves\n\n(Wire) - She left.\n\nA version of this article "
       "appeared in the print edition of The Ferry Post on September 27, "
       "2017, with the headline Mora leaves. Subscribe",
       "Mora leaves", "2017-09-27", "The Ferry Post", ""},
      {"Mora leaves\n\nPublished: 2017-09-27 10:15\n\nShe left.", "Mora leaves",
       "2017-09-27", "", ""},
      {"Mora leaves Oslo\n\nFriday, 30 February 2017\n\nShe left.",
       "Mora leaves Oslo", "", "", ""},
  };

  (void)state;
  for (size_t i = 0; i < COUNT(articles); ++i) {
    Reading reading;
    read_good(&reading, rel_text_read, rel_str(articles[i].content));
    const RelText *const text = &reading.text;
    assert_true(rel_str_equal(text->title, rel_str(articles[i].title)));
    assert_true(rel_str_equal(text->date, rel_str(articles[i].date)));
    assert_true(rel_str_equal(text->publisher, rel_str(articles[i].publisher)));
    assert_true(rel_str_equal(text->place, rel_str(articles[i].place)));
    reading_end(&reading);
  }
}

/// A whole page of a wire, wrapped by hand
static void
test_wrapped_article(void **state)
{
  Reading reading;

  (void)state;
  read_good(
      &reading, rel_text_read,
      REL_STR(
          "BUSINESS\r\n\r\n"
          "By Ann Lee and Bob Stone, Wire News\r\n\r\n"
          "March 3, 2021 7:15 AM UTC Updated 2 hours ago\r\n\r\n"
          "Norland cuts steel quotas as talks with Velia stall\r\n\r\n"
          "Dockers warn of strikes\r\n\r\n"
          "OSLO, March 3 (Wire) - Norland on Wednesday cut its quotas\r\n"
          "for steel from Velia by 15%, the trade ministry said, after\r\n"
          "Lund walked out.\r\n\r\n"
          "[1/3] Trade Minister Ana Mora speaks to the press in Oslo, "
          "Norland, March 2, 2021. WIRE/Jane Roe/File Photo\r\n\r\n"
          "\"We are not there yet,\" Mora said. (Reporting by Ann Lee)\r\n"));
  assert_string_equal(
      reading_show(&reading),
      "Norland cuts steel quotas as talks with Velia stall | "
      "Dockers warn of strikes | "
      "Norland on Wednesday cut its quotas for steel from Velia by 15 % , the "
      "trade ministry said , after Lund walked out . | "
      "\" We are not there yet , \" Mora said .");
  assert_true(rel_str_equal(reading.text.date, REL_STR("2021-03-03")));
  assert_int_equal(reading.text.sentences[1].kind, REL_SENTENCE_HEADING);
  assert_int_equal(reading.text.sentences[2].kind, REL_SENTENCE_BODY);
  assert_int_equal(reading.text.sentences[3].paragraph, 3);
  reading_end(&reading);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_paragraphs),
      cmocka_unit_test(test_metadata),
      cmocka_unit_test(test_wrapped_article),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
