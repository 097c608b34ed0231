// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/paragraph.h"

#include "text/chars.h"

#include <string.h>

/// Longest line of a text that is wrapped by hand, in bytes
enum { MAX_WRAPPED = 100 };

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

/// Longest line that could have been wrapped; above #MAX_WRAPPED: none is
static size_t
wrap_width(RelStr content)
{
  size_t width = 0;

  for (size_t at = 0; at < content.len && width <= MAX_WRAPPED;) {
    const size_t end = rel_line_end(content, at);
    const RelStr line = rel_str_trim(rel_str_slice(content, at, end));
    if (line.len > width && memchr(line.data, ' ', line.len)) {
      width = line.len;
    }
    at = rel_line_next(content, end);
  }
  return width;
}

/// Does the line `next` go on with the paragraph whose last line is `line`?
static bool
goes_on(RelStr line, RelStr next, size_t width)
{
  size_t word = 0;

  if (rel_char_at(next, 0U).kind == REL_CHAR_LOWER) {
    return true;
  }
  if (width > MAX_WRAPPED) {
    return false;
  }
  while (word < next.len && word < MAX_WRAPPED && next.data[word] != ' ') {
    ++word;
  }
  return line.len + 1U + word > width;
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
