// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/word.h"

#include "text/chars.h"
#include "text/lexicon.h"

/// Longest run of letters, and longest host, that a joiner looks at, in bytes
enum { MAX_LOOK = 16, MAX_HOST = 64 };

/// A character inside a word that may join its two sides
typedef struct {
  RelStr text;
  size_t begin; ///< Of the word
  size_t part;  ///< Of its last part: after the last joiner
  size_t at;    ///< The character
  RelChar self; ///< At `at`
  RelChar before;
  RelChar after;
} Joint;

static bool
is_upper(RelChar c)
{
  return c.kind == REL_CHAR_UPPER;
}

static bool
is_digit(RelChar c)
{
  return c.kind == REL_CHAR_DIGIT;
}

/// Letters and digits from `at`, at most #MAX_LOOK bytes
static RelStr
run_at(RelStr text, size_t at)
{
  size_t end = at;

  for (RelChar c = rel_char_at(text, end);
       rel_char_is_word(c) && end - at < MAX_LOOK; c = rel_char_at(text, end)) {
    end += c.len;
  }
  return rel_str_slice(text, at, end);
}

/// Are the labels from `part` a host, a file or a newsgroup: "irc.x.net",
/// "plan.doc", "alt.animals.cat"? Looks at #MAX_HOST bytes at most
static bool
is_host(RelStr text, size_t part)
{
  size_t n_low = 0;
  RelStr label = {NULL, 0U};

  for (size_t at = part; at - part < MAX_HOST;) {
    label = run_at(text, at);
    const bool is_low = rel_char_at(label, 0U).kind == REL_CHAR_LOWER;
    n_low += is_low && label.len > 1U;
    at += label.len;
    if (rel_char_at(text, at).code != '.' ||
        !rel_char_is_word(rel_char_at(text, at + 1U))) {
      break;
    }
    ++at;
  }
  return n_low >= 3U || rel_is_suffix(label);
}

static bool
joins_full_stop(const Joint *joint)
{
  if (!rel_char_is_word(joint->after)) {
    return false;
  }
  if (is_digit(joint->before)) {
    return is_digit(joint->after) ||
           rel_is_suffix(run_at(joint->text, joint->at + 1U));
  }
  if (is_digit(joint->after)) {
    return joint->part > joint->begin;
  }

  // "U.S", "Ph.D", but not "it.The"
  const size_t part_size = joint->at - joint->part;
  const RelChar second =
      rel_char_at(joint->text, joint->at + 1U + joint->after.len);
  return part_size == joint->before.len ||
         (part_size <= 2U && is_upper(joint->after) &&
          !rel_char_is_word(second)) ||
         is_host(joint->text, joint->part);
}

/// "200,000" and "1,00,000", but not the list "13,14"
static bool
joins_comma(const Joint *joint)
{
  const RelStr after = run_at(joint->text, joint->at + 1U);
  const uint32_t next =
      rel_char_at(joint->text, joint->at + 1U + after.len).code;
  size_t n_digits = 0;

  while (n_digits < after.len && after.data[n_digits] >= '0' &&
         after.data[n_digits] <= '9') {
    ++n_digits;
  }
  return joint->at - joint->part <= 3U &&
         (n_digits == 3U ||
          (n_digits == 2U && next == ',' && joint->at - joint->part <= 2U));
}

static bool
joins_hyphen(const Joint *joint)
{
  const RelStr before = rel_str_slice(joint->text, joint->begin, joint->at);

  return rel_char_is_word(joint->after) && !is_digit(joint->before) &&
         rel_is_prefix(before);
}

static bool
joins_slash(const Joint *joint)
{
  const RelStr after = run_at(joint->text, joint->at + 1U);

  return after.len && rel_is_slashed(rel_str_slice(joint->text, joint->part,
                                                   joint->at + 1U + after.len));
}

static bool
is_joined(const Joint *joint)
{
  const bool has_digits = is_digit(joint->before) && is_digit(joint->after);
  const bool has_letters =
      rel_char_is_letter(joint->before) && rel_char_is_letter(joint->after);

  switch (joint->self.code) {
  case '.':
    return joins_full_stop(joint);
  case ',':
    return has_digits && joins_comma(joint);
  case ':':
    return has_digits;
  case '\'':
  case '`':
  case 0x2019U:
    return rel_char_is_letter(joint->after);
  case '-':
  case 0x2010U:
  case 0x2011U:
    return joins_hyphen(joint);
  case '&':
    return has_letters && joint->at - joint->part <= 2U &&
           run_at(joint->text, joint->at + 1U).len <= 2U;
  case '*':
    return has_letters;
  case '@':
    return rel_char_is_word(joint->after);
  case '/':
    return joins_slash(joint);
  case '_':
    return true;
  default:
    return false;
  }
}

/// "US$" in front of a number or a blank
static bool
is_dollar_at(RelStr text, size_t begin, size_t at)
{
  return rel_char_at(text, at).code == '$' &&
         !rel_char_is_letter(rel_char_at(text, at + 1U)) &&
         rel_is_dollar(rel_str_slice(text, begin, at));
}

/**
   Past a telephone number or date at `begin`, or `begin` when it is none.

   Groups of digits parted by hyphens or slashes: three and more ("11-20-2000"),
   two of 3 + 4 or 5 + 4 digits ("345-9945"), a day of a month ("9/11").
*/
static size_t
groups_end(RelStr text, size_t begin)
{
  size_t sizes[2] = {0U, 0U};
  size_t values[2] = {0U, 0U};
  size_t n = 0;
  size_t end = begin;
  uint32_t separator = 0U;

  while (is_digit(rel_char_at(text, end))) {
    const size_t start = end;
    size_t value = 0;
    for (; is_digit(rel_char_at(text, end)); ++end) {
      value =
          value < 100U ? value * 10U + (size_t)(text.data[end] - '0') : value;
    }
    if (n < 2U) {
      sizes[n] = end - start;
      values[n] = value;
    }
    ++n;
    const uint32_t code = rel_char_at(text, end).code;
    if ((code != '-' && code != '/') ||
        !is_digit(rel_char_at(text, end + 1U))) {
      break;
    }
    separator = code;
    ++end;
  }

  const bool is_phone = n == 2U && separator == '-' && sizes[1] == 4U &&
                        (sizes[0] == 3U || sizes[0] == 5U);
  const bool is_day = n == 2U && separator == '/' && values[0] <= 12U &&
                      values[1] <= 31U && sizes[0] <= 2U && sizes[1] <= 2U;
  return n > 2U || is_phone || is_day ? end : begin;
}

/// Without the unit behind a number: "5pm" is "5", "1970s" stays
static size_t
without_unit(RelStr text, size_t begin, size_t end)
{
  size_t number = begin;

  while (number < end && !rel_char_is_letter(rel_char_at(text, number))) {
    number += rel_char_at(text, number).len;
  }
  const RelStr unit = rel_str_slice(text, number, end);
  const uint32_t money = rel_char_before(text, begin).code;
  const bool is_capital = is_upper(rel_char_at(text, number));
  const bool is_split = unit.len && rel_is_unit(unit) &&
                        (!is_capital || unit.len > 1U || money == '$');
  return is_split ? number : end;
}

/// Is the initial letter at `begin` ("J.") part of a name, not a last word?
static bool
is_initial(RelStr text, size_t begin, size_t next)
{
  const RelChar letter = rel_char_at(text, begin);
  const RelChar follow = rel_char_at(text, next);

  if (!is_upper(letter) || follow.kind == REL_CHAR_END) {
    return false;
  }
  if (!is_upper(follow)) {
    return letter.code != 'I' && follow.code != '"';
  }
  // "J. A. Kerr", but not "plan B. A crane"
  return rel_char_at(text, next + follow.len).code == '.' ||
         !rel_is_starter(run_at(text, next));
}

/// Does the full stop at `end` belong to the word?
static bool
has_full_stop(RelStr text, size_t first, size_t begin, size_t end)
{
  if (rel_char_at(text, end).code != '.' ||
      (rel_char_at(text, end + 1U).code == '.' &&
       rel_char_at(text, end + 2U).code == '.')) {
    return false;
  }

  const RelStr word = rel_str_slice(text, begin, end);
  const size_t next = rel_skip_blanks(text, end + 1U, text.len);
  const RelChar follow = rel_char_at(text, next);
  const bool is_capital = is_upper(rel_char_at(text, begin));
  switch (rel_abbrev(word)) {
  case REL_ABBREV_TITLE:
    return is_capital || (next < text.len && !is_upper(follow));
  case REL_ABBREV_OPEN:
    return true;
  case REL_ABBREV_INNER:
    return next < text.len && !is_upper(follow);
  case REL_ABBREV_NUMERIC:
    return is_digit(follow) && next > end + 1U;
  case REL_ABBREV_NAME:
    return is_capital &&
           (is_digit(follow) || follow.code == ',' || follow.code == '-');
  case REL_ABBREV_NONE:
    break;
  }
  if (rel_char_at(text, begin).len == word.len) {
    return is_initial(text, begin, next) ||
           (begin == first && is_digit(rel_char_at(text, begin)) &&
            next > end + 1U && rel_char_is_letter(follow));
  }
  return false;
}

size_t
rel_word_end(RelStr text, size_t first, size_t begin)
{
  const bool is_number = is_digit(rel_char_at(text, begin));
  Joint joint = {.text = text, .begin = begin, .part = begin};
  size_t at = is_number ? groups_end(text, begin) : begin;

  at = at > begin ? at : begin + rel_char_at(text, begin).len;
  for (;;) {
    joint.self = rel_char_at(text, at);
    if (rel_char_is_word(joint.self)) {
      at += joint.self.len;
      continue;
    }
    if (is_dollar_at(text, begin, at)) {
      return at + 1U;
    }
    joint.at = at;
    joint.before = rel_char_before(text, at);
    joint.after = rel_char_at(text, at + joint.self.len);
    if (!joint.self.len || !is_joined(&joint)) {
      break;
    }
    at += joint.self.len;
    joint.part = at;
  }

  at = is_number ? without_unit(text, begin, at) : at;
  if (joint.self.code == '!' &&
      rel_is_shouted(rel_str_slice(text, begin, at))) {
    return at + 1U;
  }
  return has_full_stop(text, first, begin, at) ? at + 1U : at;
}
