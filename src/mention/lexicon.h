// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_LEXICON_H
#define REL_MENTION_LEXICON_H

#include "base/str.h"

/// Classes of words that tell what a phrase speaks of; a word may be in several
typedef enum {
  REL_WORD_COURTESY = 1U << 0, ///< "mr", "dr."
  REL_WORD_MALE = 1U << 1,     ///< Noun or title of a man
  REL_WORD_FEMALE = 1U << 2,
  REL_WORD_ROLE = 1U << 3,       ///< "minister", also as a title
  REL_WORD_PERSON = 1U << 4,     ///< Noun for somebody
  REL_WORD_GROUP = 1U << 5,      ///< Many who act as one: "it" or "they"
  REL_WORD_COMPANY = 1U << 6,    ///< Noun for a firm: "lender"
  REL_WORD_COUNTRY = 1U << 7,    ///< "nation"
  REL_WORD_CITY = 1U << 8,       ///< "town"
  REL_WORD_ORG = 1U << 9,        ///< In names of organisations: "Corp"
  REL_WORD_PLACE = 1U << 10,     ///< In names of places: "River"
  REL_WORD_EVENT = 1U << 11,     ///< What happens: "visit"
  REL_WORD_TIME = 1U << 12,      ///< "week", "tomorrow"
  REL_WORD_MONTH = 1U << 13,     ///< "march"
  REL_WORD_WEEKDAY = 1U << 14,   ///< "friday"
  REL_WORD_MONEY = 1U << 15,     ///< Currency, as sign or word
  REL_WORD_UNIT = 1U << 16,      ///< "%", "tonne"
  REL_WORD_WORK = 1U << 17,      ///< What people make: "statement", "film"
  REL_WORD_SPEECH = 1U << 18,    ///< Verb that only an actor can do
  REL_WORD_QUOTE = 1U << 19,     ///< Verb beside a quotation: "say"
  REL_WORD_TITLEWORD = 1U << 20, ///< Title that is part of the name: "pope"
  REL_WORD_PARTICLE = 1U << 21,  ///< Begins a family name: "van"
  REL_WORD_SUFFIX = 1U << 22,    ///< Behind a name: "jr."
  REL_WORD_FACILITY = 1U << 23,  ///< Place that people built: "airport"
  REL_WORD_FIRM = 1U << 24,      ///< What firms have and do: "shares", "employ"
  REL_WORD_STATE = 1U << 25,     ///< What states have and do: "parliament"
} RelWordClass;

/// What a name's word can be
typedef enum {
  REL_GIVEN_MALE = 1U << 0,   ///< Given name of men
  REL_GIVEN_FEMALE = 1U << 1, ///< Given name of women
  REL_GIVEN_FAMILY = 1U << 2, ///< East Asian family name, which comes first
} RelGivenClass;

/// A word of a table and its classes
typedef struct {
  const char *word; ///< In lower case
  uint32_t classes; ///< Bits of #RelWordClass or #RelGivenClass
} RelLexeme;

extern const RelLexeme rel_words[]; ///< Sorted by byte order
extern const size_t rel_words_n;
extern const RelLexeme rel_given[]; ///< Sorted by byte order
extern const size_t rel_given_n;

/// Bits of #RelWordClass for a word, ASCII case ignored; 0 when unknown
uint32_t rel_word_classes(RelStr word);

/// Bits of #RelGivenClass for a word of a name; 0 when unknown
uint32_t rel_given_classes(RelStr word);

#endif
