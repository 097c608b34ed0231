// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_LEXICON_H
#define REL_TEXT_LEXICON_H

#include "base/str.h"

/// How a word with a full stop behind it is read
typedef enum {
  REL_ABBREV_NONE,    ///< A word; the full stop is a token of its own
  REL_ABBREV_TITLE,   ///< "Mr.": something follows, never ends a sentence
  REL_ABBREV_OPEN,    ///< "Corp.": may end a sentence
  REL_ABBREV_INNER,   ///< "etc.": an abbreviation inside a sentence only
  REL_ABBREV_NUMERIC, ///< "No.", "p.": only in front of a number
  REL_ABBREV_NAME,    ///< "Sun.": only in front of a number or a capital
} RelAbbrev;

/// Kind of the word in front of a full stop ("Mr", "U.S", "Corp")
RelAbbrev rel_abbrev(RelStr word);

/// Does this capitalised word mostly begin sentences ("The", "But", "He")?
bool rel_is_starter(RelStr word);

/// A name that ends in an exclamation mark ("Yahoo!"; given without it)?
bool rel_is_shouted(RelStr word);

/// A prefix that keeps its hyphen in UD ("non", "co", "anti")?
bool rel_is_prefix(RelStr word);

/// A unit that is parted from the number in front of it ("km", "bn", "pm")?
bool rel_is_unit(RelStr word);

/// An ending of file or host names ("com", "doc")?
bool rel_is_suffix(RelStr word);

/// A country's letters in front of a dollar sign ("US", "S", "HK")?
bool rel_is_dollar(RelStr word);

/// A word with an inner slash that stays one token ("w/o")?
bool rel_is_slashed(RelStr word);

/// A word that begins with an apostrophe ("em", "til"; given without it)?
bool rel_is_clipped(RelStr word);

#endif
