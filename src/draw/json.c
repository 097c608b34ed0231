// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/json.h"

#include "base/utf8.h"

/// A comma, if a member or element comes before
static void
separate(RelBuffer *out)
{
  const char last = out->len ? out->data[out->len - 1U] : '\0';
  const bool is_word = (last >= '0' && last <= '9') || last == 'e'; // of "true"

  if (last == '"' || last == '}' || last == ']' || is_word) {
    rel_buffer_add_char(out, ',');
  }
}

void
rel_json_open(RelBuffer *out, char bracket)
{
  separate(out);
  rel_buffer_add_char(out, bracket);
}

void
rel_json_close(RelBuffer *out, char bracket)
{
  rel_buffer_add_char(out, bracket);
}

void
rel_json_key(RelBuffer *out, const char *key)
{
  rel_json_text(out, rel_str(key));
  rel_buffer_add_char(out, ':');
}

static void
add_escape(RelBuffer *out, uint32_t code)
{
  static const char digits[] = "0123456789abcdef";

  rel_buffer_add(out, REL_STR("\\u"));
  for (unsigned shift = 16U; shift > 0U;) {
    shift -= 4U;
    rel_buffer_add_char(out, digits[(code >> shift) & 15U]);
  }
}

static bool
needs_escape(uint32_t code)
{
  return code < 0x20U || code == '"' || code == '\\' || code == '<' ||
         code == '>' || code == '&' || code == 0x7FU || code == 0x2028U ||
         code == 0x2029U;
}

void
rel_json_text(RelBuffer *out, RelStr text)
{
  separate(out);
  rel_buffer_add_char(out, '"');
  for (size_t offset = 0U; offset < text.len;) {
    const size_t begin = offset;
    const uint32_t code = rel_utf8_next(text, &offset);
    if (code == UINT32_MAX) {
      add_escape(out, 0xFFFDU);
    } else if (needs_escape(code)) {
      add_escape(out, code);
    } else {
      rel_buffer_add(out, rel_str_slice(text, begin, offset));
    }
  }
  rel_buffer_add_char(out, '"');
}

void
rel_json_number(RelBuffer *out, int64_t number)
{
  RelStr text = {NULL, 0U};

  separate(out);
  if (rel_arena_format(out->arena, &text, "%lld", (long long)number)) {
    out->status = REL_NO_MEMORY;
  }
  rel_buffer_add(out, text);
}

void
rel_json_share(RelBuffer *out, double share)
{
  const unsigned thousandths = share >= 1.0  ? 1000U
                               : share > 0.0 ? (unsigned)(share * 1000.0 + 0.5)
                                             : 0U;
  RelStr text = {NULL, 0U};

  separate(out);
  if (rel_arena_format(out->arena, &text, "%u.%03u", thousandths / 1000U,
                       thousandths % 1000U)) {
    out->status = REL_NO_MEMORY;
  }
  rel_buffer_add(out, text);
}

void
rel_json_bool(RelBuffer *out, bool is_true)
{
  separate(out);
  rel_buffer_add(out, rel_str(is_true ? "true" : "false"));
}
