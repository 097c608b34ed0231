// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/check.h"

#include "base/utf8.h"
#include "text/source.h"

#include <string.h>

/// First bytes of files that are often mistaken for text
static const struct {
  RelStr magic;
  const char *kind;
} magics[] = {
    {{"\xFF\xFE", 2}, "UTF-16; iconv -f UTF-16 -t UTF-8 converts it"},
    {{"\xFE\xFF", 2}, "UTF-16; iconv -f UTF-16 -t UTF-8 converts it"},
    {{"%PDF-", 5}, "a PDF file"},
    {{"PK\x03\x04", 4}, "a ZIP or office file"},
    {{"\xD0\xCF\x11\xE0", 4}, "an old office file"},
    {{"\x1F\x8B", 2}, "a gzip file"},
    {{"\x28\xB5\x2F\xFD", 4}, "a zstd file"},
    {{"\x89PNG", 4}, "a PNG picture"},
    {{"\xFF\xD8\xFF", 3}, "a JPEG picture"},
    {{"GIF8", 4}, "a GIF picture"},
    {{"\x7F"
      "ELF",
      4},
     "a program"},
    {{"{\\rtf", 5}, "a rich-text file"},
};

size_t
rel_text_mark_size(RelStr content)
{
  return rel_str_starts(content, REL_STR("\xEF\xBB\xBF")) ? 3U : 0U;
}

/// Control bytes other than blanks near `at` speak for a binary file
static bool
is_binary_near(RelStr content, size_t at)
{
  const RelStr near =
      rel_str_slice(content, at > 64U ? at - 64U : 0U, at + 64U);

  for (size_t i = 0; i < near.len; ++i) {
    const uint8_t byte = (uint8_t)near.data[i];
    if (byte < 0x20U && !strchr("\t\n\v\f\r\x1A\x1B", byte)) {
      return true;
    }
    if (!byte) {
      return true;
    }
  }
  return false;
}

static RelStatus
fail_bad_byte(RelWorld *world, const char *name, RelStr content, size_t at)
{
  const unsigned byte = (uint8_t)content.data[at];
  const char *const hint =
      is_binary_near(content, at)     ? "; is this a binary file?"
      : byte >= 0xA0U && byte < 0xFEU ? "; is this Latin-1?"
      : byte >= 0x80U && byte < 0xA0U ? "; is this Windows-1252?"
                                      : "";

  return rel_fail(world, REL_BAD_TEXT, rel_text_place(name, content, at),
                  "expected UTF-8, not byte 0x%02X%s", byte, hint);
}

RelStatus
rel_text_check(RelWorld *world, const char *name, RelStr content)
{
  for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); ++i) {
    if (rel_str_starts(content, magics[i].magic)) {
      return rel_fail(world, REL_BAD_TEXT, rel_text_place(name, content, 0U),
                      "expected text in UTF-8, not %s", magics[i].kind);
    }
  }

  const size_t bad = rel_utf8_check(content);
  const char *const nul = content.len ? memchr(content.data, 0, bad) : NULL;
  if (nul) {
    return rel_fail(
        world, REL_BAD_TEXT,
        rel_text_place(name, content, (size_t)(nul - content.data)),
        "expected text in UTF-8, not a NUL byte; is this a binary file?");
  }

  return bad < content.len ? fail_bad_byte(world, name, content, bad) : REL_OK;
}
