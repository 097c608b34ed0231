// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_PUNCT_H
#define REL_TEXT_PUNCT_H

#include "base/str.h"

/// Past the punctuation token at `at`: "...", "?!", "--", ":-)", "(", ...
size_t rel_punct_end(RelStr text, size_t at);

/// Does the mark at `at` begin a word: "#tag", "@name", "+44", ".5"?
bool rel_punct_begins_word(RelStr text, size_t at);

/// Past the token at the single quote at `at`: "'", "''", "'90s", "'em"
size_t rel_quote_end(RelStr text, size_t at);

/// Does the single quote at `at` open a quotation?
bool rel_quote_opens(RelStr text, size_t at);

#endif
