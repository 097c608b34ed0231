// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_EVENT_H
#define REL_TRIPLE_EVENT_H

#include "triple/triple.h"

/// What makes triples, for provenance; the same run makes the same triples
typedef struct {
  RelStr version;  ///< Of this library
  RelStr model;    ///< File name of the model, without folders; or empty
  RelStr checksum; ///< Of the model's bytes, hexadecimal; or empty
  RelStr options;  ///< Those that change triples, as on a command line
  RelStr time;     ///< xsd:dateTime, when asked for; else empty
} RelRunInfo;

/// What a document is, for provenance
typedef struct {
  RelStr name;    ///< As given on the command line
  RelStr content; ///< The source's bytes; the document's IRI is their hash
  RelStr title;
  RelStr date;      ///< "2017-09-27" or empty
  RelStr publisher; ///< Or empty
  RelStr url;       ///< Or empty
  RelStr id;        ///< Of a document that a graph had; empty: of `content`
  RelStr hash;      ///< SHA-256 of its content, where there is an `id`
  const RelRunInfo *run; ///< That read it, where there is an `id`; or null
} RelDocInfo;

/// No antecedent
#define REL_NO_ANTECEDENT UINT32_MAX

/// Words that speak of an entity, and why they are taken to
typedef struct {
  RelStr text;         ///< As in the source
  const char *kind;    ///< "name", "description", "pronoun" or "adjective"
  uint32_t line;       ///< From 1
  uint32_t column;     ///< In code points, from 1
  uint32_t antecedent; ///< Mention of the entity that it was joined to, or
                       ///< #REL_NO_ANTECEDENT: one of them begins it
  const char *rule;    ///< By which rule, "name.surname"; null for that one
} RelMentionInfo;

/// One actor or thing of a document, under the label its terms carry
typedef struct {
  RelTermKind kind;
  RelStr label;
  uint32_t namesake;   ///< Which of those with this label, as in #RelTerm
  RelStr same_as;      ///< Its IRI elsewhere, or empty
  RelStr code;         ///< ISO 3166 code of a country, or empty
  const RelStr *names; ///< Other names in the text, most frequent first
  uint32_t n_names;
  uint32_t n_mentions;
  const RelMentionInfo *mentions; ///< `n_mentions`, by head word; or null
} RelEntityInfo;

typedef enum {
  REL_EVENT_DOCUMENT, ///< A document begins: `document`
  REL_EVENT_ENTITY,   ///< One of its entities: `entity`; before the triples
  REL_EVENT_TRIPLE,   ///< One of its triples: `triple`
  REL_EVENT_END,      ///< The document ended
} RelEventKind;

/// One event of a stream; what it points to is valid during the call only
typedef struct {
  RelEventKind kind;
  union {
    const RelDocInfo *document;
    const RelEntityInfo *entity;
    const RelTriple *triple;
  };
} RelEvent;

#endif
