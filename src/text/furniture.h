// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_FURNITURE_H
#define REL_TEXT_FURNITURE_H

#include "base/str.h"

/**
   Is this paragraph of an article furniture?

   Photo credits and the captions that carry them, agency signatures,
   by-lines, copyright and newsletter lines, links to other stories, social
   lines, e-mail addresses, subheads of one or two words.

   @param is_first Nothing but furniture stands before it, so that a short
   line is the headline and no subhead.
*/
bool rel_is_furniture(RelStr paragraph, bool is_first);

/// First byte of the reporters' names behind a last sentence, "(Reporting by
/// Jane Roe; editing by Max Moe)", or the paragraph's length
size_t rel_tail_credit(RelStr paragraph);

/// Words of a paragraph, counted up to `most`
size_t rel_count_words(RelStr paragraph, size_t most);

/// Does it end as sentences do, with closing quotes and brackets allowed?
bool rel_has_final_stop(RelStr paragraph);

/// Does `str` begin with `prefix`, ASCII case ignored, at a word's end?
bool rel_starts_fold(RelStr str, RelStr prefix);

/// First place of `part` in `str`, ASCII case ignored, or SIZE_MAX
size_t rel_find_fold(RelStr str, RelStr part);

#endif
