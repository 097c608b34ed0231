// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/special.h"

#include "text/chars.h"

#include <string.h>

/// Most bytes in front of "://" and of "@" (RFC 5321, 4.5.3.1.1)
enum { MAX_SCHEME = 10, MAX_LOCAL = 64 };

static bool
is_in(uint32_t code, const char *set)
{
  return code && code < 0x80U && strchr(set, (int)code);
}

static bool
is_local(RelChar c)
{
  return rel_char_is_word(c) || is_in(c.code, "._%+-~");
}

/// Go back from `at` over at most `most` bytes that `belongs` accepts
static size_t
go_back(RelStr text, size_t at, size_t least, size_t most,
        bool (*belongs)(RelChar))
{
  size_t begin = at;

  while (begin > least && at - begin < most) {
    const RelChar c = rel_char_before(text, begin);
    if (!belongs(c)) {
      break;
    }
    begin -= c.len;
  }
  return begin > least ? begin : least;
}

/// Past the last byte of a web address that goes on at `at`
static size_t
url_end(RelStr text, size_t at)
{
  for (;;) {
    const RelChar c = rel_char_at(text, at);
    if (rel_char_is_gap(c) || is_in(c.code, "<>\"[]{}|^`") ||
        c.code == 0x2019U || c.code == 0x201DU) {
      break;
    }
    at += c.len;
  }
  while (at && is_in((uint8_t)text.data[at - 1U], ".,;:!?)'")) {
    --at;
  }
  return at;
}

/// Past the host of an e-mail address; `at` when it has no full stop inside
static size_t
host_end(RelStr text, size_t at)
{
  size_t end = at;
  bool has_dot = false;

  for (RelChar c = rel_char_at(text, end);
       rel_char_is_word(c) || is_in(c.code, ".-_");
       c = rel_char_at(text, end)) {
    end += c.len;
  }
  while (end > at && is_in((uint8_t)text.data[end - 1U], ".-_")) {
    --end;
  }
  has_dot = end > at && memchr(text.data + at, '.', end - at);
  return has_dot ? end : at;
}

/// The address whose "://", "www." or "@" is at `at`; else empty
static RelSpan
address_at(RelStr text, size_t least, size_t at)
{
  const RelStr rest = rel_str_slice(text, at, text.len);
  RelSpan span = {at, at};

  if (rel_str_starts(rest, REL_STR("://"))) {
    span.begin = go_back(text, at, least, MAX_SCHEME, rel_char_is_letter);
    span.end = span.begin < at ? url_end(text, at + 3U) : at;
    return span.end > at + 3U ? span : (RelSpan){at, at};
  }
  if (rest.data[0] == '@') {
    span.begin = go_back(text, at, least, MAX_LOCAL, is_local);
    span.end = span.begin < at ? host_end(text, at + 1U) : at;
    if (span.begin >= least + 7U &&
        rel_str_equal_fold(rel_str_slice(text, span.begin - 7U, span.begin),
                           REL_STR("mailto:"))) {
      span.begin -= 7U;
    }
    return span.end > at + 1U ? span : (RelSpan){at, at};
  }
  if (rel_str_equal_fold(rel_str_slice(rest, 0U, 4U), REL_STR("www.")) &&
      (at == least || !rel_char_is_word(rel_char_before(text, at)))) {
    span.end = url_end(text, at + 4U);
    return span.end > at + 4U ? span : (RelSpan){at, at};
  }
  return span;
}

RelSpan
rel_special_find(RelStr text, size_t at)
{
  const size_t least = at;

  for (;;) {
    const RelChar c = rel_char_at(text, at);
    if (rel_char_is_gap(c)) {
      return (RelSpan){at, at};
    }
    if (is_in(c.code, ":@wW")) {
      const RelSpan span = address_at(text, least, at);
      if (span.end > span.begin) {
        return span;
      }
    }
    at += c.len;
  }
}
