// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/label.h"

#include "base/utf8.h"

#define ELLIPSIS "\xE2\x80\xA6"

static const uint32_t replacement = 0xFFFDU;

static bool
is_blank(uint32_t code)
{
  return code <= 0x20U || (code >= 0x7FU && code <= 0xA0U) || code == 0x2028U ||
         code == 0x2029U;
}

static void
add_code(RelBuffer *out, uint32_t code)
{
  char bytes[4];

  rel_buffer_add(out, (RelStr){bytes, rel_utf8_encode(code, bytes)});
}

RelStatus
rel_label_clean(RelArena *arena, RelStr text, size_t max_chars, RelStr *clean)
{
  RelBuffer out = {.arena = arena};
  size_t offset = 0U;
  size_t n_chars = 0U;
  size_t cut_len = 0U; // bytes to keep if the text turns out too long
  bool is_parted = false;

  while (offset < text.len && (!max_chars || n_chars <= max_chars)) {
    const uint32_t read = rel_utf8_next(text, &offset);
    const uint32_t code = read == UINT32_MAX ? replacement : read;

    if (is_blank(code)) {
      is_parted = n_chars > 0U;
    } else if (code != 0xFFFEU && code != 0xFFFFU) {
      if (is_parted) {
        rel_buffer_add_char(&out, ' ');
        ++n_chars;
        is_parted = false;
      }
      cut_len = n_chars < max_chars ? out.len : cut_len;
      add_code(&out, code);
      ++n_chars;
    }
  }

  if (max_chars && n_chars > max_chars) {
    out.len = cut_len;
    rel_buffer_add(&out, REL_STR(ELLIPSIS));
  }
  *clean = rel_buffer_str(&out);
  return out.status;
}

RelStr
rel_label_line(RelStr text, size_t width, size_t *offset)
{
  const size_t begin = *offset;
  size_t end = begin;
  size_t break_at = SIZE_MAX; // of the last blank that fits

  for (size_t n = 0U; end < text.len && n < width; ++n) {
    break_at = text.data[end] == ' ' ? end : break_at;
    rel_utf8_next(text, &end);
  }
  if (end < text.len && text.data[end] == ' ') {
    break_at = end;
  }
  if (end == text.len || break_at == SIZE_MAX) {
    *offset = end;
    return rel_str_slice(text, begin, end);
  }
  *offset = break_at + 1U;
  return rel_str_slice(text, begin, break_at);
}

/// What a byte becomes, or null when it stands for itself
static const char *
escape(char byte, RelMarkup markup)
{
  switch (byte) {
  case '&':
    return "&amp;"; // entities are decoded in plain labels, too
  case '\\':
    return markup == REL_MARKUP_XML ? NULL : "\\\\"; // \N, \G, \n ...
  case '<':
    return markup == REL_MARKUP_PLAIN ? NULL : "&lt;";
  case '>':
    return markup == REL_MARKUP_PLAIN ? NULL : "&gt;";
  case '"':
    return markup == REL_MARKUP_PLAIN ? NULL : "&quot;";
  default:
    return NULL;
  }
}

void
rel_label_add(RelBuffer *out, RelStr text, RelMarkup markup)
{
  for (size_t i = 0U; i < text.len; ++i) {
    const char *const escaped = escape(text.data[i], markup);
    if (escaped) {
      rel_buffer_add(out, rel_str(escaped));
    } else {
      rel_buffer_add_char(out, text.data[i]);
    }
  }
}
