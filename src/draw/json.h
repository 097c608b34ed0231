// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_JSON_H
#define REL_DRAW_JSON_H

#include "base/buffer.h"

// JSON that may stand inside a <script> element: no text of an article ends the
// element or begins a comment. Commas between members come by themselves.

void rel_json_open(RelBuffer *out, char bracket); ///< `{` or `[`
void rel_json_close(RelBuffer *out, char bracket);
/// The name of the member that follows
void rel_json_key(RelBuffer *out, const char *key);
/**
   A string.

   Bytes that are not UTF-8 become U+FFFD each, so that code points count as
   rel_utf8_count() does. Controls, `<`, `>`, `&`, U+2028 and U+2029 are
   escaped.
*/
void rel_json_text(RelBuffer *out, RelStr text);
void rel_json_number(RelBuffer *out, int64_t number);
/// A share from 0 to 1 with three digits, whatever the locale
void rel_json_share(RelBuffer *out, double share);
void rel_json_bool(RelBuffer *out, bool is_true);

#endif
