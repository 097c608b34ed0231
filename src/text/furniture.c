// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/furniture.h"

#include "text/chars.h"
#include "text/special.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/// What else must hold for a paragraph that begins with the words
typedef enum {
  WITH_NOTHING,
  WITH_COLON,   ///< A colon follows, or nothing
  WITH_NO_STOP, ///< No full stop at its end
  WITH_CHANNEL, ///< It speaks of a newsletter, channel, app, ...
} Condition;

typedef struct {
  RelStr words;
  Condition condition;
  uint8_t max_words; ///< Longest paragraph that is still furniture
} Opening;

static const Opening openings[] = {
    {{"a version of this", 17}, WITH_NOTHING, 80},
    {{"this article was originally published", 37}, WITH_NOTHING, 60},
    {{"this article originally appeared", 32}, WITH_NOTHING, 60},
    {{"this article first appeared", 27}, WITH_NOTHING, 60},
    {{"this story was originally published", 35}, WITH_NOTHING, 60},
    {{"this story originally appeared", 30}, WITH_NOTHING, 60},
    {{"this article has been updated", 29}, WITH_NOTHING, 60},
    {{"this story has been updated", 27}, WITH_NOTHING, 60},
    {{"this is a developing story", 26}, WITH_NOTHING, 30},
    {{"subscribe", 9}, WITH_NOTHING, 30},
    {{"sign up", 7}, WITH_NOTHING, 30},
    {{"sign in", 7}, WITH_NO_STOP, 12},
    {{"log in", 6}, WITH_NO_STOP, 12},
    {{"register now", 12}, WITH_NOTHING, 30},
    {{"join", 4}, WITH_CHANNEL, 40},
    {{"get", 3}, WITH_CHANNEL, 30},
    {{"download", 8}, WITH_CHANNEL, 30},
    {{"follow us", 9}, WITH_NOTHING, 30},
    {{"follow", 6}, WITH_CHANNEL, 20},
    {{"like us", 7}, WITH_CHANNEL, 20},
    {{"find us", 7}, WITH_CHANNEL, 20},
    {{"share this", 10}, WITH_NOTHING, 15},
    {{"share", 5}, WITH_NO_STOP, 3},
    {{"tweet", 5}, WITH_NO_STOP, 3},
    {{"print", 5}, WITH_NO_STOP, 2},
    {{"read more", 9}, WITH_NOTHING, 30},
    {{"read also", 9}, WITH_NOTHING, 30},
    {{"read next", 9}, WITH_NOTHING, 30},
    {{"also read", 9}, WITH_NOTHING, 30},
    {{"read", 4}, WITH_COLON, 30},
    {{"see also", 8}, WITH_NOTHING, 30},
    {{"see more", 8}, WITH_NO_STOP, 30},
    {{"more on this", 12}, WITH_NO_STOP, 30},
    {{"more from", 9}, WITH_NO_STOP, 30},
    {{"more", 4}, WITH_COLON, 30},
    {{"related", 7}, WITH_COLON, 40},
    {{"related stories", 15}, WITH_NO_STOP, 40},
    {{"related articles", 16}, WITH_NO_STOP, 40},
    {{"related topics", 14}, WITH_NO_STOP, 40},
    {{"recommended", 11}, WITH_NO_STOP, 12},
    {{"most read", 9}, WITH_NO_STOP, 12},
    {{"most popular", 12}, WITH_NO_STOP, 12},
    {{"trending", 8}, WITH_NO_STOP, 4},
    {{"don't miss", 10}, WITH_NO_STOP, 30},
    {{"continue reading", 16}, WITH_NOTHING, 20},
    {{"click here", 10}, WITH_NOTHING, 40},
    {{"watch", 5}, WITH_COLON, 30},
    {{"listen", 6}, WITH_COLON, 30},
    {{"video", 5}, WITH_COLON, 30},
    {{"topics", 6}, WITH_COLON, 30},
    {{"tags", 4}, WITH_COLON, 30},
    {{"advertisement", 13}, WITH_NO_STOP, 8},
    {{"advertising", 11}, WITH_NO_STOP, 1},
    {{"story continues below", 21}, WITH_NO_STOP, 8},
    {{"article continues below", 23}, WITH_NO_STOP, 8},
    {{"sponsored", 9}, WITH_NO_STOP, 6},
    {{"comments", 8}, WITH_NO_STOP, 4},
    {{"terms of use", 12}, WITH_NO_STOP, 20},
    {{"privacy policy", 14}, WITH_NO_STOP, 20},
    {{"reporting by", 12}, WITH_NOTHING, 60},
    {{"additional reporting", 20}, WITH_NOTHING, 60},
    {{"editing by", 10}, WITH_NOTHING, 40},
    {{"writing by", 10}, WITH_NOTHING, 40},
    {{"edited by", 9}, WITH_NOTHING, 20},
    {{"written by", 10}, WITH_NO_STOP, 12},
    {{"compiled by", 11}, WITH_NOTHING, 20},
    {{"with assistance from", 20}, WITH_NOTHING, 40},
    {{"with assistance by", 18}, WITH_NOTHING, 40},
    {{"to contact the", 14}, WITH_NOTHING, 60},
    {{"our standards", 13}, WITH_COLON, 20},
    {{"photo", 5}, WITH_COLON, 60},
    {{"photos", 6}, WITH_COLON, 60},
    {{"photograph", 10}, WITH_COLON, 60},
    {{"photo by", 8}, WITH_NO_STOP, 30},
    {{"photograph by", 13}, WITH_NO_STOP, 30},
    {{"picture", 7}, WITH_COLON, 60},
    {{"image", 5}, WITH_COLON, 60},
    {{"image source", 12}, WITH_NO_STOP, 30},
    {{"image caption", 13}, WITH_NOTHING, 60},
    {{"file photo", 10}, WITH_NOTHING, 60},
    {{"credit", 6}, WITH_COLON, 20},
    {{"source", 6}, WITH_COLON, 12},
    {{"all rights reserved", 19}, WITH_NOTHING, 60},
    {{"copyright", 9}, WITH_NOTHING, 60},
    {{"\xC2\xA9", 2}, WITH_NOTHING, 60},
    {{"(c)", 3}, WITH_NOTHING, 60},
    {{"published", 9}, WITH_COLON, 15},
    {{"updated", 7}, WITH_COLON, 15},
    {{"last updated", 12}, WITH_NO_STOP, 15},
    {{"posted", 6}, WITH_COLON, 15},
};

/// Words that show an invitation to be one
static const RelStr channels[] = {
    {"newsletter", 10}, {"channel", 7},  {"telegram", 8},
    {"whatsapp", 8},    {"facebook", 8}, {"twitter", 7},
    {"instagram", 9},   {"youtube", 7},  {"linkedin", 8},
    {"tiktok", 6},      {"our app", 7},  {"your inbox", 10},
    {"our email", 9},   {"alerts", 6},   {"podcast", 7},
    {"mobile app", 10}, {"on x", 4},     {"breaking news", 13},
};

/// A credit that makes its whole paragraph a caption, near its end
static const RelStr credits[] = {
    {"(photographer:", 14},  {"(photo:", 7},          {"(photo by", 9},
    {"(photos:", 8},         {"(photos by", 10},      {"(photograph:", 12},
    {"(photograph by", 14},  {"(image:", 7},          {"(image by", 9},
    {"(picture:", 9},        {"(picture by", 11},     {"(credit:", 8},
    {"(file photo", 11},     {"(file pic", 9},        {"(ap photo", 9},
    {"(reuters photo", 14},  {"getty images)", 13},   {"/afp)", 5},
    {"/reuters)", 9},        {"/bloomberg)", 11},     {"/ap)", 4},
    {"[photo:", 7},          {"[file photo", 11},     {" photo: ", 8},
    {" photograph: ", 13},   {" photographer: ", 15}, {" picture: ", 10},
    {" image: ", 8},         {" photo credit", 13},   {" photo courtesy", 15},
    {"/file photo", 11},     {"/getty images", 13},   {" pic: ", 6},
    {" illustration: ", 15},
};

/// Most words behind the beginning of a credit, and most bytes of furniture and
/// of the credit behind a last sentence
enum { MAX_CREDIT = 10, MAX_FURNITURE = 800, MAX_TAIL = 400 };

static bool
is_in_word(RelStr str, size_t at)
{
  return rel_char_is_word(rel_char_at(str, at));
}

bool
rel_starts_fold(RelStr str, RelStr prefix)
{
  return rel_str_equal_fold(rel_str_slice(str, 0U, prefix.len), prefix) &&
         (!rel_char_is_word(rel_char_before(prefix, prefix.len)) ||
          !is_in_word(str, prefix.len));
}

size_t
rel_find_fold(RelStr str, RelStr part)
{
  for (size_t at = 0; at + part.len <= str.len; ++at) {
    if (rel_str_equal_fold(rel_str_slice(str, at, at + part.len), part)) {
      return at;
    }
  }
  return SIZE_MAX;
}

size_t
rel_count_words(RelStr paragraph, size_t most)
{
  size_t n = 0;

  for (size_t at = 0; n < most;) {
    at = rel_skip_blanks(paragraph, at, paragraph.len);
    if (at >= paragraph.len) {
      break;
    }
    ++n;
    for (RelChar c = rel_char_at(paragraph, at); !rel_char_is_gap(c);
         c = rel_char_at(paragraph, at)) {
      at += c.len;
    }
  }
  return n;
}

bool
rel_has_final_stop(RelStr paragraph)
{
  for (size_t end = paragraph.len; end;) {
    const RelChar c = rel_char_before(paragraph, end);
    if (c.code == '.' || c.code == '!' || c.code == '?' || c.code == 0x2026U) {
      return true;
    }
    if (c.kind != REL_CHAR_QUOTE && c.code != '"' && c.code != ')' &&
        c.code != ']' && c.code != 0x201DU) {
      return false;
    }
    end -= c.len;
  }
  return false;
}

/// A caption with the credit of its picture
static bool
is_caption(RelStr paragraph)
{
  for (size_t i = 0; i < COUNT(credits); ++i) {
    const size_t at = rel_find_fold(paragraph, credits[i]);
    if (at != SIZE_MAX &&
        rel_count_words(rel_str_slice(paragraph, at, paragraph.len),
                        MAX_CREDIT + 1U) <= MAX_CREDIT) {
      return true;
    }
  }
  return false;
}

static bool
has_any(RelStr paragraph, const RelStr *parts, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    if (rel_find_fold(paragraph, parts[i]) != SIZE_MAX) {
      return true;
    }
  }
  return false;
}

static bool
holds(Condition condition, RelStr paragraph, RelStr rest)
{
  switch (condition) {
  case WITH_COLON:
    return !rest.len || rest.data[0] == ':' || rest.data[0] == '|';
  case WITH_NO_STOP:
    return !rel_has_final_stop(paragraph);
  case WITH_CHANNEL:
    return has_any(paragraph, channels, COUNT(channels));
  case WITH_NOTHING:
  default:
    return true;
  }
}

/// Without brackets, dashes, stars and bullets in front
static RelStr
without_bullet(RelStr paragraph)
{
  for (size_t at = 0;;) {
    const RelChar c = rel_char_at(paragraph, at);
    const bool is_mark =
        c.code != '#' && c.code != '@' && c.kind == REL_CHAR_PUNCT &&
        c.code != 0xA9U &&
        !rel_starts_fold(rel_str_slice(paragraph, at, at + 3U), REL_STR("(c)"));
    if (!is_mark && c.kind != REL_CHAR_BLANK) {
      return rel_str_slice(paragraph, at, paragraph.len);
    }
    at += c.len;
  }
}

static bool
has_opening(RelStr paragraph)
{
  const RelStr str = without_bullet(paragraph);

  for (size_t i = 0; i < COUNT(openings); ++i) {
    const Opening *const opening = &openings[i];
    if (!rel_starts_fold(str, opening->words)) {
      continue;
    }
    const RelStr rest =
        rel_str_trim(rel_str_slice(str, opening->words.len, str.len));
    const size_t most = opening->max_words;
    if (rel_count_words(str, most + 1U) <= most &&
        holds(opening->condition, str, rest)) {
      return true;
    }
  }
  return false;
}

size_t
rel_tail_credit(RelStr paragraph)
{
  static const RelStr tails[] = {
      {"(reporting by", 13}, {"(additional reporting", 21}, {"(editing by", 11},
      {"(writing by", 11},   {"(with assistance", 16},
  };

  const size_t begin = paragraph.len > MAX_TAIL ? paragraph.len - MAX_TAIL : 0U;
  const RelStr tail = rel_str_slice(paragraph, begin, paragraph.len);
  for (size_t i = 0; i < COUNT(tails) && rel_str_ends(tail, REL_STR(")"));
       ++i) {
    const size_t at = rel_find_fold(tail, tails[i]);
    if (at != SIZE_MAX) {
      return begin + at;
    }
  }
  return paragraph.len;
}

/// "By Jane Roe and Max Moe, Wire News"
static bool
is_byline(RelStr paragraph)
{
  size_t n_names = 0;

  if (!rel_starts_fold(paragraph, REL_STR("by")) ||
      rel_count_words(paragraph, 13U) > 12U) {
    return false;
  }
  for (size_t at = 2U;;) {
    at = rel_skip_blanks(paragraph, at, paragraph.len);
    if (at >= paragraph.len) {
      return n_names >= 1U && !rel_has_final_stop(paragraph);
    }
    const RelStr rest = rel_str_slice(paragraph, at, paragraph.len);
    const bool is_name = rel_char_at(rest, 0U).kind == REL_CHAR_UPPER;
    if (!is_name && !rel_starts_fold(rest, REL_STR("and")) &&
        !rel_starts_fold(rest, REL_STR("in")) &&
        !rel_starts_fold(rest, REL_STR("for")) &&
        rel_char_is_word(rel_char_at(rest, 0U))) {
      return false;
    }
    n_names += is_name;
    for (RelChar c = rel_char_at(paragraph, at); !rel_char_is_gap(c);
         c = rel_char_at(paragraph, at)) {
      at += c.len;
    }
  }
}

/// A short line around an e-mail or web address or a social account
static bool
is_address(RelStr paragraph)
{
  if (rel_count_words(paragraph, 9U) > 8U || rel_has_final_stop(paragraph)) {
    return false;
  }
  if (rel_find_fold(paragraph, REL_STR("(@")) != SIZE_MAX) {
    return true;
  }
  for (size_t at = 0; at < paragraph.len;) {
    at = rel_skip_blanks(paragraph, at, paragraph.len);
    const RelSpan span = rel_special_find(paragraph, at);
    if (span.end > span.begin) {
      return true;
    }
    at = span.end > at ? span.end : at + 1U;
  }
  return false;
}

/// "2 min read", "14 comments", "3 hours ago"
static bool
is_counter(RelStr paragraph, size_t n_words)
{
  return n_words <= 4U && rel_char_at(paragraph, 0U).kind == REL_CHAR_DIGIT &&
         !rel_has_final_stop(paragraph);
}

/// No letter or digit at all: "* * *"
static bool
is_ornament(RelStr paragraph)
{
  for (size_t at = 0; at < paragraph.len;) {
    const RelChar c = rel_char_at(paragraph, at);
    if (rel_char_is_word(c)) {
      return false;
    }
    at += c.len;
  }
  return true;
}

bool
rel_is_furniture(RelStr paragraph, bool is_first)
{
  if (paragraph.len > MAX_FURNITURE) {
    return false;
  }

  const size_t n_words = rel_count_words(paragraph, paragraph.len);
  return is_ornament(paragraph) || has_opening(paragraph) ||
         is_byline(paragraph) || is_address(paragraph) ||
         is_caption(paragraph) ||
         (!is_first && (is_counter(paragraph, n_words) ||
                        (n_words <= 2U && !rel_has_final_stop(paragraph))));
}
