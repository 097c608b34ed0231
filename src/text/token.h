// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_TOKEN_H
#define REL_TEXT_TOKEN_H

#include "base/arena.h"

/// A syntactic word of the UD kind ("do" and "n't" of "don't" are two)
typedef struct {
  RelStr form;      ///< As written; a view of the source (or of its arena)
  uint32_t begin;   ///< First byte in the source
  uint32_t end;     ///< Past its last byte
  uint8_t part;     ///< 0: a token of its own; else its number, from 1, ...
  uint8_t n_parts;  ///< ... among the words of one multiword token; else 0
  bool space_after; ///< Blank or line end behind it in the source
} RelToken;

/// What kind of line a sentence stands in
typedef enum {
  REL_SENTENCE_BODY,
  REL_SENTENCE_TITLE,   ///< The article's headline
  REL_SENTENCE_HEADING, ///< Standfirst or subhead inside the article
} RelSentenceKind;

/// Tokens [first, first + n) of a document
typedef struct {
  uint32_t first;       ///< Number of its first token in the document
  uint32_t n;           ///< Tokens, at least 1
  uint32_t begin;       ///< First byte in the source
  uint32_t end;         ///< Past its last byte
  uint32_t begin_char;  ///< The same in code points
  uint32_t end_char;    ///< The same in code points
  uint32_t paragraph;   ///< From 0; sentences of one paragraph share it
  RelSentenceKind kind; ///< Furniture never gets this far
  RelStr id;            ///< sent_id of CoNLL-U input; else empty
} RelSentence;

/// The text layer of one document: everything lives in its arena
typedef struct {
  RelStr name;      ///< File name as given, "-" for standard input
  RelStr content;   ///< The whole source as read: offsets count in it
  RelStr title;     ///< Headline, or empty
  RelStr date;      ///< Day of publication, "2017-09-27", or empty
  RelStr publisher; ///< Agency or paper, "Bloomberg", or empty
  RelStr place;     ///< Of the dateline, "BEIJING", or empty
  RelStr url;       ///< Where the file says it; or empty
  RelToken *tokens;
  uint32_t n_tokens;
  RelSentence *sentences;
  uint32_t n_sentences;
} RelText;

#endif
