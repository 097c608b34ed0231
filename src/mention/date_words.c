// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/date_reader.h"

#include "mention/decimal.h"

#include <stdlib.h>
#include <string.h>

enum { MIN_YEAR = 1000, MAX_YEAR = 2199, MAX_COUNT = 999999 };

const RelValueEntry rel_date_months[] = {{"january|jan", 1},
                                         {"february|feb", 2},
                                         {"march|mar", 3},
                                         {"april|apr", 4},
                                         {"may", 5},
                                         {"june|jun", 6},
                                         {"july|jul", 7},
                                         {"august|aug", 8},
                                         {"september|sept|sep", 9},
                                         {"october|oct", 10},
                                         {"november|nov", 11},
                                         {"december|dec", 12},
                                         {NULL, 0}};

const RelValueEntry rel_date_units[] = {{"day|days", REL_DAY},
                                        {"week|weeks", REL_WEEK},
                                        {"month|months", REL_MONTH},
                                        {"quarter|quarters", REL_QUARTER},
                                        {"year|years", REL_YEAR},
                                        {"decade|decades", REL_DECADE},
                                        {"century|centuries", REL_CENTURY},
                                        {NULL, 0}};

const RelValueEntry rel_date_deictics[] = {{"this|current", 0},
                                           {"last|previous|past", -1},
                                           {"next|coming|upcoming", 1},
                                           {NULL, 0}};

static const RelValueEntry ordinals[] = {
    {"first", 1},       {"second", 2},       {"third", 3},
    {"fourth", 4},      {"fifth", 5},        {"sixth", 6},
    {"seventh", 7},     {"eighth", 8},       {"ninth", 9},
    {"tenth", 10},      {"eleventh", 11},    {"twelfth", 12},
    {"thirteenth", 13}, {"fourteenth", 14},  {"fifteenth", 15},
    {"sixteenth", 16},  {"seventeenth", 17}, {"eighteenth", 18},
    {"nineteenth", 19}, {"twentieth", 20},   {NULL, 0}};

bool
rel_date_skip(RelDateReader *r, const char *phrases)
{
  return rel_value_words_skip_phrase(r->words, phrases);
}

bool
rel_date_take(RelDateReader *r, const RelValueEntry *table, int32_t *number)
{
  return rel_value_words_take(r->words, table, number);
}

bool
rel_date_any(RelDateReader *r, const RelDateRead *readers, RelDates *dates)
{
  const uint32_t at = r->words->at;

  for (; *readers; ++readers) {
    if ((*readers)(r, dates)) {
      return true;
    }
    r->words->at = at;
  }
  return false;
}

bool
rel_date_has_document(const RelDateReader *r)
{
  return !rel_date_is_none(r->context->document);
}

bool
rel_date_is_future(const RelDateReader *r)
{
  return r->context->tense == REL_TENSE_FUTURE ||
         (r->context->tense == REL_TENSE_NONE && r->mark == REL_MARK_BY);
}

int32_t
rel_date_digits(const RelDateReader *r, uint32_t k)
{
  const RelValueWord *const word = rel_value_word(r->words, k);
  const bool is_whole = word->kind == REL_WORD_NUMBER &&
                        !strchr(word->text, '.') && strlen(word->text) <= 5U;

  return is_whole ? (int32_t)strtol(word->text, NULL, 10) : -1;
}

bool
rel_date_take_ordinal(RelDateReader *r, bool may_be_bare, int32_t *number)
{
  const uint32_t at = r->words->at;

  *number = rel_date_digits(r, 0U);
  if (*number > 0) {
    ++r->words->at;
    if (rel_date_skip(r, "st|nd|rd|th") || may_be_bare) {
      return true;
    }
  }
  r->words->at = at;
  return rel_date_take(r, ordinals, number);
}

bool
rel_date_take_day(RelDateReader *r, int32_t *day)
{
  const uint32_t at = r->words->at;

  if (rel_date_take_ordinal(r, true, day) && *day <= 31) {
    return true;
  }
  r->words->at = at;
  return false;
}

/// A year that may have two digits, or an era behind it
static bool
has_mark_of_year(RelDateReader *r, bool is_short, size_t length, int32_t *year)
{
  if (is_short && length == 2U) {
    *year += *year > 40 ? 1900 : 2000;
    return true;
  }
  if (rel_date_skip(r, "bc|bce")) {
    *year = -*year;
    return true;
  }
  return rel_date_skip(r, "ad|ce");
}

bool
rel_date_take_year(RelDateReader *r, int32_t *year)
{
  const uint32_t at = r->words->at;
  const int32_t anchor = r->context->anchor.year;
  const bool is_ad = rel_date_skip(r, "ad|ce");
  const bool is_short = rel_date_skip(r, "'");
  const size_t length = strlen(rel_value_word(r->words, 0U)->text);

  *year = rel_date_digits(r, 0U);
  if (*year > 0) {
    ++r->words->at;
    if (has_mark_of_year(r, is_short, length, year) || is_ad ||
        (length == 4U && *year >= MIN_YEAR && *year <= MAX_YEAR)) {
      return true;
    }
    // "in 347" where years of three digits are talked about
    if (length == 3U && anchor && anchor < MIN_YEAR) {
      *year = anchor < 0 ? -*year : *year;
      return true;
    }
  }
  r->words->at = at;
  return false;
}

bool
rel_date_take_count(RelDateReader *r, int32_t *count)
{
  const uint32_t at = r->words->at;
  RelDecimal number = {0U, 0};

  if (rel_date_skip(r, "a|an")) {
    const uint32_t unit = r->words->at;
    if (rel_date_take(r, rel_date_units, count) ||
        rel_date_skip(r, "fortnight")) {
      r->words->at = unit;
      *count = 1;
      return true;
    }
  }
  r->words->at = at;
  if (!rel_decimal_read(r->words, &number)) {
    return false;
  }
  *count = rel_decimal_whole(number);
  return *count > 0 && *count <= MAX_COUNT;
}

bool
rel_date_skip_dash(RelDateReader *r)
{
  return rel_date_skip(r, "-|to|through|until") ||
         (r->is_between && rel_date_skip(r, "and"));
}

bool
rel_date_skip_fiscal(RelDateReader *r)
{
  const bool is_fiscal = rel_date_skip(r, "fiscal|financial|fy");

  r->is_about = r->is_about || is_fiscal;
  return is_fiscal;
}
