// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/paragraph.h"

#include "text/chars.h"

#include <string.h>

/// Width of a text that is wrapped by hand, in bytes, and how many lines must
/// come near it
enum { MIN_WRAPPED = 40, MAX_WRAPPED = 100, MIN_FULL = 2 };

size_t
rel_line_end(RelStr content, size_t at)
{
  while (at < content.len && content.data[at] != '\n' &&
         content.data[at] != '\r') {
    ++at;
  }
  return at;
}

size_t
rel_line_next(RelStr content, size_t at)
{
  const bool is_pair = at + 1U < content.len && content.data[at] == '\r' &&
                       content.data[at + 1U] == '\n';

  return at + (is_pair ? 2U : at < content.len);
}

/// The lines of a text that may be wrapped by hand
typedef struct {
  size_t width;  ///< Longest line in a block of several lines
  size_t n_full; ///< Lines of more than four fifths of it
} Wrap;

/// Count a line of a block of several lines
static void
count_line(Wrap *wrap, RelStr line)
{
  if (line.len > wrap->width) {
    wrap->n_full = line.len - wrap->width > line.len / 5U ? 0U : wrap->n_full;
    wrap->width = line.len;
  }
  wrap->n_full += line.len > wrap->width - wrap->width / 5U;
}

/// Width that the text is wrapped to by hand, or 0
static size_t
wrap_width(RelStr content)
{
  Wrap wrap = {0U, 0U};
  RelStr last = {NULL, 0U};

  for (size_t at = 0; at < content.len && wrap.width <= MAX_WRAPPED;) {
    const size_t end = rel_line_end(content, at);
    const RelStr line = rel_str_trim(rel_str_slice(content, at, end));
    // an address cannot be wrapped; a block's last line is no measure
    if (last.len && line.len && memchr(last.data, ' ', last.len)) {
      count_line(&wrap, last);
    }
    last = line;
    at = rel_line_next(content, end);
  }
  return wrap.width >= MIN_WRAPPED && wrap.width <= MAX_WRAPPED &&
                 wrap.n_full >= MIN_FULL
             ? wrap.width
             : 0U;
}

/// Does the line `next` go on with the paragraph whose last line is `line`?
static bool
goes_on(RelStr line, RelStr next, size_t width)
{
  size_t word = 0;

  if (rel_char_at(next, 0U).kind == REL_CHAR_LOWER) {
    return true;
  }
  while (word < next.len && word < MAX_WRAPPED && next.data[word] != ' ') {
    ++word;
  }
  return width && line.len + 1U + word > width;
}

/// `line` without blanks of any kind at its start and end
static RelStr
trim(RelStr content, size_t begin, size_t end)
{
  begin = rel_skip_blanks(content, begin, end);
  while (end > begin) {
    const RelChar c = rel_char_before(content, end);
    if (c.kind != REL_CHAR_BLANK) {
      break;
    }
    end -= c.len;
  }
  return rel_str_slice(content, begin, end);
}

RelStatus
rel_paragraphs_find(RelArena *arena, RelStr content, size_t begin,
                    RelParagraphList *paragraphs)
{
  const size_t width = wrap_width(rel_str_slice(content, begin, content.len));
  RelStr last = {NULL, 0U};
  RelStatus st = REL_OK;

  for (size_t at = begin; at < content.len;) {
    const size_t end = rel_line_end(content, at);
    const RelStr line = trim(content, at, end);
    at = rel_line_next(content, end);
    if (line.len) {
      const uint32_t from = (uint32_t)(line.data - content.data);
      const uint32_t to = (uint32_t)(from + line.len);
      if (last.len && goes_on(last, line, width)) {
        paragraphs->items[paragraphs->n - 1U].end = to;
      } else {
        const RelParagraph paragraph = {from, to, REL_PARAGRAPH_BODY};
        REL_TRY(st, REL_ARRAY_PUSH(arena, paragraphs, paragraph));
      }
    }
    last = line;
  }
  return st;
}
