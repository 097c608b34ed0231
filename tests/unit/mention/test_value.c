// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

enum { LINE_SIZE = 256, MIN_ROWS = 140 };

/// Where the table of examples is
typedef struct {
  RelTimeContext context;
  RelTermKind kind;
  unsigned line;
  unsigned n_rows;
  unsigned n_wrong;
} Table;

/// "from 2018-06-03, past, last 1805-07"
static void
read_context(Table *table, RelStr line)
{
  const size_t comma = rel_str_find(line, REL_STR(", "));
  const size_t last = rel_str_find(line, REL_STR("last "));
  const RelStr tense = rel_str_slice(line, comma + 2U, line.len);

  table->kind = REL_TERM_DATE;
  table->context = (RelTimeContext){
      .document = rel_date_parse(rel_str_slice(line, 5U, comma)),
      .tense = rel_str_starts(tense, REL_STR("past"))     ? REL_TENSE_PAST
               : rel_str_starts(tense, REL_STR("future")) ? REL_TENSE_FUTURE
                                                          : REL_TENSE_NONE};
  if (last != SIZE_MAX) {
    table->context.anchor =
        rel_date_parse(rel_str_slice(line, last + 5U, line.len));
  }
}

/// "| words | value |"
static void
check_row(Table *table, RelStr line)
{
  const RelStr row = rel_str_slice(line, 2U, line.len - 2U);
  const size_t bar = rel_str_find(row, REL_STR(" | "));
  const RelStr words = rel_str_slice(row, 0U, bar);
  const RelStr expected = rel_str_slice(row, bar + 3U, row.len);
  RelValue value;
  char text[REL_VALUE_TEXT_SIZE];

  if (rel_str_equal(words, REL_STR("words"))) {
    return;
  }
  const bool is_read =
      rel_value_read(table->kind, REL_STR(""), words, &table->context, &value);
  rel_value_text(&value, text);
  assert_true(is_read == (value.kind != REL_VALUE_NONE));
  ++table->n_rows;
  if (!rel_str_equal(is_read ? rel_str(text) : REL_STR("-"), expected)) {
    ++table->n_wrong;
    print_error("line %u: %.*s: expected %.*s, not %s\n", table->line,
                REL_ARG(words), REL_ARG(expected), is_read ? text : "-");
  }
}

static void
read_table(const char *path, Table *table)
{
  char line[LINE_SIZE];
  FILE *const file = fopen(path, "r");

  *table = (Table){.kind = REL_TERM_DATE};
  assert_non_null(file);
  while (fgets(line, sizeof(line), file)) {
    const RelStr text = rel_str_trim(rel_str(line));
    ++table->line;
    if (rel_str_starts(text, REL_STR("from "))) {
      read_context(table, text);
    } else if (rel_str_equal(text, REL_STR("amounts"))) {
      table->kind = REL_TERM_MONEY;
    } else if (rel_str_starts(text, REL_STR("| "))) {
      check_row(table, text);
    }
  }
  (void)fclose(file);
}

static void
test_tables(void **state)
{
  static const char *const files[] = {
      REL_SOURCE_DIR "/tests/unit/mention/values.txt",
      REL_SOURCE_DIR "/tests/unit/mention/values_news.txt",
  };

  (void)state;
  for (size_t i = 0; i < sizeof(files) / sizeof(*files); ++i) {
    Table table;

    read_table(files[i], &table);
    assert_int_equal(table.n_wrong, 0U);
    assert_true(table.n_rows >= MIN_ROWS);
  }
}

static void
test_marker(void **state)
{
  const RelTimeContext context = {.document = {2018, 6, 6}};
  RelValue value;

  (void)state;
  assert_true(rel_value_read(REL_TERM_DATE, REL_STR("by"), REL_STR("2020"),
                             &context, &value));
  assert_string_equal(value.begin, "");
  assert_string_equal(value.end, "2020");
  assert_true(rel_date_is_none(rel_value_anchor(&value)));
  assert_true(rel_value_read(REL_TERM_DATE, REL_STR("in"), REL_STR("2020"),
                             &context, &value));
  assert_int_equal(rel_value_anchor(&value).year, 2020);
}

static void
test_durations(void **state)
{
  static const struct {
    const char *words;
    const char *duration;
  } cases[] = {
      {"three weeks", "P21D"},    {"18 months", "P18M"},
      {"24 months", "P2Y"},       {"half a decade", ""},
      {"a decade", "P10Y"},       {"5.5 years", "P66M"},
      {"90 minutes", "PT90M"},    {"48 hours", "P2D"},
      {"1.5 days", "PT36H"},      {"2.5 seconds", ""},
      {"1.7 months", ""},         {"five to seven years", ""},
      {"300 tonnes", ""},         {"99999999 years", ""},
      {"at least a year", "P1Y"}, {"0 days", ""},
  };
  const RelTimeContext context = {.tense = REL_TENSE_NONE};
  char text[REL_DURATION_SIZE];

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelValue value;

    (void)rel_value_read(REL_TERM_QUANTITY, REL_STR(""),
                         rel_str(cases[i].words), &context, &value);
    assert_int_equal(rel_duration_text(&value, text), *cases[i].duration != 0);
    assert_string_equal(text, cases[i].duration);
  }
}

/// A day is taken from a clock time, to count from
static void
test_clock_anchor(void **state)
{
  const RelTimeContext context = {.document = {2018, 6, 6}};
  RelValue value;

  (void)state;
  assert_true(rel_value_read(REL_TERM_DATE, REL_STR("at"),
                             REL_STR("5 p.m. EST on May 3"), &context, &value));
  assert_string_equal(value.begin, "2018-05-03T17:00:00-05:00");
  assert_int_equal(rel_value_anchor(&value).day, 3);
  assert_true(rel_value_read(REL_TERM_DATE, REL_STR("at"), REL_STR("noon"),
                             &context, &value));
  assert_true(rel_date_is_none(rel_value_anchor(&value)));
  static const char *const no_times[] = {
      "25:00",    "9:75 p.m.", "13 p.m.",        "0 a.m.",
      "2400 GMT", "9 o'clock", "5 p.m. in 2017", "9:5 a.m."};
  for (size_t i = 0; i < sizeof(no_times) / sizeof(*no_times); ++i) {
    (void)rel_value_read(REL_TERM_DATE, REL_STR("at"), rel_str(no_times[i]),
                         &context, &value);
    assert_null(strchr(value.begin, ':'));
  }
}

/// Any bytes are read without harm
static void
test_odd_bytes(void **state)
{
  static const char *const odd[] = {
      "",
      " ",
      "\xE2\x82",
      "\xFF\xFE 3",
      "- - -",
      "'''''''",
      "3.3.3.3",
      "$",
      "the the the the the the the the the",
      "1-2-3-4-5-6-7-8-9-0",
      "last last last",
      "million million million million million million",
      "of of of by by until since 1",
      "the end of the end of the end of the end of the end of 2020",
      "0 BC",
      "99999 years ago",
      "a million years ago",
      "century",
      "one two three four five six seven eight nine ten one two three four "
      "five "
      "six seven eight nine ten one two three four five six seven eight nine",
  };
  const RelTimeContext context = {.document = {2018, 6, 6},
                                  .anchor = {1805, 7, 0}};
  RelValue value;
  char text[REL_VALUE_TEXT_SIZE];

  (void)state;
  for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); ++i) {
    for (unsigned kind = REL_TERM_DATE; kind <= REL_TERM_QUANTITY; ++kind) {
      const bool is_read = rel_value_read((RelTermKind)kind, REL_STR(""),
                                          rel_str(odd[i]), &context, &value);
      rel_value_text(&value, text);
      assert_true(is_read == (text[0] != '\0'));
    }
  }
}

static void
test_calendar(void **state)
{
  static const struct {
    const char *date;
    unsigned weekday;
  } days[] = {{"2018-06-03", 6U}, {"2000-02-29", 1U}, {"1900-01-01", 0U}};
  char text[REL_DATE_SIZE];

  (void)state;
  for (size_t i = 0; i < sizeof(days) / sizeof(*days); ++i) {
    const RelDate date = rel_date_parse(rel_str(days[i].date));
    assert_int_equal(rel_date_weekday(date), days[i].weekday);
    rel_date_text(rel_date_of_number(rel_date_number(date)), text);
    assert_string_equal(text, days[i].date);
  }
  static const char *const bad[] = {"2018-13", "2018-02-29", "18", "2018-6-3",
                                    "0000",    "2018-06-3x", ""};
  for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); ++i) {
    assert_true(rel_date_is_none(rel_date_parse(rel_str(bad[i]))));
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tables),    cmocka_unit_test(test_marker),
      cmocka_unit_test(test_durations), cmocka_unit_test(test_clock_anchor),
      cmocka_unit_test(test_odd_bytes), cmocka_unit_test(test_calendar),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
