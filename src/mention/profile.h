// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_PROFILE_H
#define REL_MENTION_PROFILE_H

#include "base/intern.h"
#include "mention/draft.h"

/// Which way of referring a mention is
typedef enum {
  REL_KIND_I,
  REL_KIND_WE,
  REL_KIND_YOU,
  REL_KIND_HE,
  REL_KIND_SHE,
  REL_KIND_IT,
  REL_KIND_THEY,
  REL_KIND_THIS,     ///< "this", "that" alone
  REL_KIND_THESE,    ///< "these", "those" alone
  REL_KIND_HERE,     ///< "here", "there"
  REL_KIND_RELATIVE, ///< "who", "which"
  REL_KIND_PRONOUN,  ///< Any other: "everyone", "both"
  REL_KIND_NAME,
  REL_KIND_WORD,    ///< A name of one word
  REL_KIND_DEMONYM, ///< "Chinese" in "Chinese officials"
  REL_KIND_THE,     ///< "the visit"
  REL_KIND_POINTED, ///< "this visit"
  REL_KIND_OWNED,   ///< "her visit"
  REL_KIND_A,       ///< "a visit"
  REL_KIND_EVERY,   ///< "every visit", "some visits", "no visit"
  REL_KIND_NUMBER,  ///< "two visits"
  REL_KIND_PLURAL,  ///< "visits"
  REL_KIND_BARE,    ///< "inflation"
  REL_KIND_PROPER,  ///< Proper noun that no one took for a name
  REL_KIND_VALUE,   ///< Dates, amounts
  REL_KIND_PART,    ///< "steel" in "steel imports"
  REL_N_KINDS,
} RelKind;

/// Kinds that behave alike
typedef enum {
  REL_GROUP_SPEAKER, ///< "I", "we", "you"
  REL_GROUP_PERSON,  ///< "he", "she"
  REL_GROUP_IT,
  REL_GROUP_THEY,
  REL_GROUP_THIS,
  REL_GROUP_NAME,
  REL_GROUP_DEFINITE, ///< "the", "this", "her visit"
  REL_GROUP_OTHER,    ///< All else
  REL_N_GROUPS,
} RelGroup;

enum { REL_MAX_MODIFIERS = 6, REL_N_HASHES = 256 };

/// A clause behind the head: "the minister who resigned"
enum { REL_TAIL_CLAUSE = 1 };

/// No such word, in a profile
#define REL_NO_WORD UINT32_MAX

/// What a mention's own words and place say, whatever it is joined to; words
/// are numbers of one table
typedef struct {
  RelKind kind;
  RelGroup group;
  uint8_t role;   ///< 0 to 11, by its relation in the tree
  uint8_t type;   ///< 0 to 11, as rel_profile_type()
  uint8_t length; ///< 0 to 4, of its words
  uint8_t tail;   ///< Bits: #REL_TAIL_CLAUSE, complement, possessor
  bool is_pronoun;
  bool is_list;    ///< As rel_candidate_is_list()
  bool is_first;   ///< Of its sentence
  bool is_subject; ///< As rel_clause_is_main_subject()
  bool is_quoted;
  uint32_t sentence;
  uint32_t paragraph;
  uint32_t clause;  ///< As rel_clause_top()
  uint32_t lemma;   ///< Of the head, ASCII case ignored
  uint32_t phrase;  ///< All its words without articles
  uint32_t numeral; ///< "two" of "two visits"
  uint32_t object;  ///< Head of the first complement: "Oslo" of "visit to Oslo"
  uint32_t verb;    ///< Lemma of what the head hangs on
  uint32_t marker;  ///< Hash of its preposition; below #REL_N_HASHES
  uint32_t hash;    ///< Of the head's lemma; below #REL_N_HASHES
  uint32_t owner;   ///< Mention of its possessor, or #REL_NO_MENTION
  uint32_t words[REL_MAX_MODIFIERS]; ///< Of a name, or the modifiers of a noun
  uint32_t n_words;
  uint64_t marks; ///< Bit w % 64 for each word w: what is not there is no word
} RelProfile;

/// Number of a type of entity among 12
unsigned rel_profile_type(RelTermKind type);

/// Of all mentions
typedef struct {
  RelProfile *items;
  uint32_t n_words; ///< Different words and phrases
} RelProfiles;

/// Describe all mentions, in the arena
RelStatus rel_profiles_make(const RelDrafts *drafts, RelProfiles *profiles);

#endif
