// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_SANITIZE_H
#define REL_RDF_SANITIZE_H

#include "base/arena.h"

// What stands between our strings and raptor 2.0, which writes damaged output
// for odd ones and says nothing: every string passes one of these.

enum { REL_MAX_IRI = 1800 }; ///< Bytes; Virtuoso takes no longer ones

/**
   Make a text fit for a literal.

   - Bytes that are not UTF-8: each run of them becomes one U+FFFD (raptor would
     cut the text there).
   - CR LF and CR become LF (a lone CR would be a syntax error).
   - Other control characters below U+0020, NUL too, and DEL become a blank;
     TAB stays.
   - U+FFFE and U+FFFF are dropped (raptor would cut the text there).

   @param clean `text` itself where nothing was to do, else in the arena.
*/
RelStatus rel_sanitize_text(RelArena *arena, RelStr text, RelStr *clean);

/**
   Make an IRI of a foreign URL, such as a document's.

   What an IRI may not hold and what is not ASCII becomes %XX, as does a `%`
   without two hexadecimal digits. What is no http or https URL with a host, or
   would be longer than #REL_MAX_IRI, gives the empty string.
*/
RelStatus rel_sanitize_url(RelArena *arena, RelStr url, RelStr *iri);

/// May this be written as an IRI as it stands? All that we mint may
bool rel_sanitize_is_iri(RelStr iri);

/// "2018-02-28": a day that exists, from the year 1 to 9999
bool rel_sanitize_is_date(RelStr text);

#endif
