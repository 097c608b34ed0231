// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_CHARS_H
#define REL_TEXT_CHARS_H

#include "base/str.h"

/// What a character is to the tokenizer
typedef enum {
  REL_CHAR_END,   ///< Past the end of the text
  REL_CHAR_BLANK, ///< Space, line end, control, zero-width space
  REL_CHAR_LOWER, ///< Letter that is no capital; also marks and odd scripts
  REL_CHAR_UPPER, ///< Capital letter
  REL_CHAR_DIGIT, ///< 0 to 9
  REL_CHAR_QUOTE, ///< Apostrophe or single quote: ' U+2018 U+2019, backtick
  REL_CHAR_PUNCT, ///< Everything else
} RelCharKind;

/// One character of a text
typedef struct {
  uint32_t code;    ///< Code point; 0 at the end
  uint8_t len;      ///< Bytes; 0 at the end
  RelCharKind kind; ///< What it is
} RelChar;

/// The character at byte `at` of valid UTF-8, or #REL_CHAR_END
RelChar rel_char_at(RelStr text, size_t at);

/// The character that ends before byte `at`, or #REL_CHAR_END
RelChar rel_char_before(RelStr text, size_t at);

bool rel_char_is_letter(RelChar c);

/// Letter or digit
bool rel_char_is_word(RelChar c);

/// Blank or end
bool rel_char_is_gap(RelChar c);

/// First byte at or after `at` that is no blank; at most `end`
size_t rel_skip_blanks(RelStr text, size_t at, size_t end);

/// ASCII-lower `str` into `out`, at most `size` - 1 bytes; false: too long
bool rel_fold(RelStr str, char *out, size_t size);

#endif
