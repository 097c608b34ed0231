// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/dateline.h"

#include "text/chars.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/// Longest dateline and most date candidates that are looked at
enum { MAX_DATELINE = 100, MAX_LOOK = 400 };

/// Months by their first three letters, and their days in leap years
static const struct {
  RelStr name;
  uint8_t n_days;
} months[] = {
    {{"january", 7}, 31}, {{"february", 8}, 29}, {{"march", 5}, 31},
    {{"april", 5}, 30},   {{"may", 3}, 31},      {{"june", 4}, 30},
    {{"july", 4}, 31},    {{"august", 6}, 31},   {{"september", 9}, 30},
    {{"october", 7}, 31}, {{"november", 8}, 30}, {{"december", 8}, 31},
};

/// Capitals in front of a dash that are no places
static const RelStr no_places[] = {
    {"BREAKING", 8}, {"UPDATE", 6}, {"EXCLUSIVE", 9}, {"ANALYSIS", 8},
    {"OPINION", 7},  {"WATCH", 5},  {"VIDEO", 5},     {"CORRECTION", 10},
};

/// A reader of one paragraph
typedef struct {
  RelStr str;
  size_t at;
} Cursor;

static RelChar
peek(const Cursor *cursor)
{
  return rel_char_at(cursor->str, cursor->at);
}

static void
skip_blanks(Cursor *cursor)
{
  cursor->at = rel_skip_blanks(cursor->str, cursor->at, cursor->str.len);
}

/// Read letters, digits and the full stop of abbreviations
static RelStr
read_word(Cursor *cursor)
{
  const size_t begin = cursor->at;

  while (rel_char_is_word(peek(cursor)) || peek(cursor).code == '.' ||
         peek(cursor).code == '\'' || peek(cursor).code == 0x2019U) {
    cursor->at += peek(cursor).len;
  }
  return rel_str_slice(cursor->str, begin, cursor->at);
}

/// 1 to 12, or 0; "Sept." and "Sep" are September
static unsigned
month_of(RelStr word)
{
  if (word.len && word.data[word.len - 1U] == '.') {
    --word.len;
  }
  for (unsigned i = 0; i < COUNT(months); ++i) {
    if (word.len >= 3U && word.len <= months[i].name.len &&
        rel_str_equal_fold(word, rel_str_slice(months[i].name, 0U, word.len)) &&
        word.data[0] >= 'A' && word.data[0] <= 'Z') {
      return i + 1U;
    }
  }
  return 0U;
}

/// The number that `word` is ("27", "27th"), or 0
static unsigned
number_of(RelStr word)
{
  unsigned value = 0;
  size_t i = 0;

  for (; i < word.len && word.data[i] >= '0' && word.data[i] <= '9'; ++i) {
    if (i >= 4U) {
      return 0U;
    }
    value = value * 10U + (unsigned)(word.data[i] - '0');
  }
  return i && (i == word.len || i + 2U == word.len) ? value : 0U;
}

static bool
is_date(unsigned year, unsigned month, unsigned day)
{
  const bool is_leap = (year % 4U == 0U && year % 100U) || year % 400U == 0U;

  return year >= 1500U && year <= 2999U && month >= 1U && month <= 12U &&
         day >= 1U && day <= months[month - 1U].n_days &&
         (month != 2U || day <= 28U || is_leap);
}

/// Read the number behind a comma, a full stop or blanks
static unsigned
read_number(Cursor *cursor)
{
  while (peek(cursor).code == ',' || peek(cursor).kind == REL_CHAR_BLANK) {
    cursor->at += peek(cursor).len;
  }
  return number_of(read_word(cursor));
}

/// "2017-09-27" at the cursor
static bool
read_iso(Cursor cursor, unsigned parts[3])
{
  static const uint8_t sizes[] = {4U, 2U, 2U};

  for (size_t i = 0; i < 3U; ++i) {
    const RelStr digits =
        rel_str_slice(cursor.str, cursor.at, cursor.at + sizes[i]);
    parts[i] = number_of(digits);
    cursor.at += sizes[i];
    if (digits.len < sizes[i] || !parts[i] ||
        (i < 2U && peek(&cursor).code != '-')) {
      return false;
    }
    cursor.at += i < 2U;
  }
  return is_date(parts[0], parts[1], parts[2]);
}

/// A date whose first word is at the cursor, as year, month, day
static bool
read_date(Cursor cursor, unsigned parts[3])
{
  if (read_iso(cursor, parts)) {
    return true;
  }

  const RelStr word = read_word(&cursor);
  parts[1] = month_of(word);
  if (parts[1]) {
    parts[2] = read_number(&cursor);
  } else {
    parts[2] = number_of(word);
    skip_blanks(&cursor);
    parts[1] = month_of(read_word(&cursor));
  }
  parts[0] = read_number(&cursor);
  return is_date(parts[0], parts[1], parts[2]);
}

RelStatus
rel_date_find(RelArena *arena, RelStr str, RelStr *date)
{
  const RelStr look = rel_str_slice(str, 0U, MAX_LOOK);
  unsigned parts[3] = {0U, 0U, 0U};

  *date = (RelStr){NULL, 0U};
  for (size_t at = 0; at < look.len; at += rel_char_at(look, at).len) {
    if (rel_char_is_word(rel_char_at(look, at)) &&
        !rel_char_is_word(rel_char_before(look, at)) &&
        read_date((Cursor){look, at}, parts)) {
      return rel_arena_format(arena, date, "%04u-%02u-%02u", parts[0], parts[1],
                              parts[2]);
    }
  }
  return REL_OK;
}

static bool
is_capitals(RelStr word)
{
  for (size_t i = 0; i < word.len; i += rel_char_at(word, i).len) {
    if (rel_char_at(word, i).kind == REL_CHAR_LOWER) {
      return false;
    }
  }
  return true;
}

/// "BEIJING", "SEOUL, South Korea"; with `any_case` also "Oslo"
static RelStr
read_place(Cursor *cursor, bool any_case)
{
  const size_t begin = cursor->at;
  size_t end = begin;

  for (unsigned n = 0; n < 5U; ++n) {
    const RelStr word = read_word(cursor);
    if (rel_char_at(word, 0U).kind != REL_CHAR_UPPER ||
        !(any_case || is_capitals(word)) || month_of(word)) {
      break;
    }
    end = cursor->at;
    // behind a comma stands a region, in any case
    any_case = any_case || peek(cursor).code == ',';
    if (peek(cursor).code == '/' || peek(cursor).code == '-' ||
        peek(cursor).code == ',') {
      ++cursor->at;
    }
    skip_blanks(cursor);
  }
  cursor->at = end;
  return rel_str_slice(cursor->str, begin, end);
}

/// "(Reuters)"; the cursor moves only over a whole bracket
static RelStr
read_agency(Cursor *cursor)
{
  Cursor look = *cursor;

  skip_blanks(&look);
  if (peek(&look).code != '(') {
    return (RelStr){NULL, 0U};
  }
  const size_t begin = ++look.at;
  while (peek(&look).len && peek(&look).code != ')') {
    look.at += peek(&look).len;
  }
  if (!peek(&look).len || look.at - begin > 40U) {
    return (RelStr){NULL, 0U};
  }
  const RelStr agency = rel_str_slice(look.str, begin, look.at);
  ++look.at;
  *cursor = look;
  return agency;
}

/// ", March 3" and ", March 3, 2021"
static RelStr
read_day(Cursor *cursor)
{
  Cursor look = *cursor;

  if (peek(&look).code == ',') {
    ++look.at;
  }
  skip_blanks(&look);
  const size_t begin = look.at;
  const RelStr word = read_word(&look);
  const bool is_month_first = month_of(word) > 0U;
  skip_blanks(&look);
  const RelStr second = read_word(&look);
  if (!(is_month_first ? number_of(second)
                       : number_of(word) && month_of(second))) {
    return (RelStr){NULL, 0U};
  }
  Cursor year = look;
  if (read_number(&year) >= 1500U) {
    look = year;
  }
  *cursor = look;
  return rel_str_slice(look.str, begin, look.at);
}

/// A bullet, dash or "--" with a blank behind it
static bool
read_mark(Cursor *cursor)
{
  skip_blanks(cursor);

  const uint32_t code = peek(cursor).code;
  if (code != '-' && code != 0x2022U && code != 0xB7U && code != 0x2013U &&
      code != 0x2014U && code != 0x2015U && code != 0x25CFU) {
    return false;
  }
  while (peek(cursor).code == code) {
    cursor->at += peek(cursor).len;
  }
  if (code == '-' && peek(cursor).kind != REL_CHAR_BLANK) {
    return false;
  }
  skip_blanks(cursor);
  return cursor->at < cursor->str.len;
}

static bool
is_no_place(RelStr place)
{
  for (size_t i = 0; i < COUNT(no_places); ++i) {
    if (rel_str_starts(place, no_places[i])) {
      return true;
    }
  }
  return false;
}

/// One reading of the dateline; `len` is 0 when it fails
static RelDateline
read_dateline(RelStr paragraph, bool any_case)
{
  Cursor cursor = {rel_str_slice(paragraph, 0U, MAX_DATELINE), 0U};
  RelDateline line = {.len = 0};

  line.place = read_place(&cursor, any_case);
  line.date = read_day(&cursor);
  line.agency = read_agency(&cursor);
  if (!line.date.len) {
    line.date = read_day(&cursor);
  }
  const bool is_known = line.agency.len || (line.place.len > 1U && !any_case);
  if (is_known && !is_no_place(line.place) && read_mark(&cursor)) {
    line.len = cursor.at;
  }
  return line;
}

RelDateline
rel_dateline_read(RelStr paragraph)
{
  const RelDateline line = read_dateline(paragraph, false);

  return line.len ? line : read_dateline(paragraph, true);
}
