// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_RECORD_H
#define REL_RDF_RECORD_H

#include "base/intern.h"
#include "rdf/vocabulary.h"

// What a file of ours says, thing by thing. Nodes, relations and plain triples
// are left out: they follow from the rest.

/// What one of our IRIs stands for, in the order within a document
typedef enum {
  REL_RECORD_DOCUMENT,   ///< BASE/doc/4f2a...
  REL_RECORD_APPEARANCE, ///< BASE/doc/4f2a...#e3
  REL_RECORD_SENTENCE,   ///< BASE/doc/4f2a...#s3
  REL_RECORD_CLAIM,      ///< BASE/doc/4f2a...#c12; its values follow it
  REL_RECORD_RUN,        ///< BASE/run/4f2a..., `document` is its id
  REL_RECORD_DERIVED,    ///< BASE/entity/X, BASE/person/X, BASE/relation/x
  REL_RECORD_FOREIGN,    ///< Anything else
} RelRecordKind;

/// One of our IRIs in its parts
typedef struct {
  RelRecordKind kind;
  RelStr base;     ///< With the slash at its end
  RelStr document; ///< The document's id
  uint32_t number; ///< Of the claim, sentence or appearance, from 1; or 0
  uint32_t value;  ///< Of the claim's value, `#c12v1`, from 1; 0: the claim
  RelStr key;      ///< Of what is derived: "person/Wilbur_Ross"
} RelRecordName;

/// Take an IRI apart; the parts are views of it
RelRecordName rel_record_name(RelStr iri);

/// Properties of claims: #RelVocabulary, then those of the slots
enum { REL_FACT_SLOT = REL_N_VOCABULARY };

/// What is said of a thing
typedef struct {
  unsigned property; ///< #RelVocabulary, or #REL_FACT_SLOT + #RelSlotRole
  bool is_iri;
  bool is_time; ///< An xsd:date, xsd:dateTime or the like
  RelStr value;
  uint32_t line;
  uint32_t next; ///< Number of the thing's next fact, or #REL_NO_FACT
} RelFact;

#define REL_NO_FACT UINT32_MAX

/// A thing
typedef struct {
  RelRecordName name;
  uint32_t first; ///< Number of its first fact
  uint32_t last;
  uint32_t content_of; ///< Of a claim: the claim that it is the content of
  uint32_t run;        ///< Of a document: first fact of its run
} RelRecord;

/// All things of a file; memory is the arena's
typedef struct {
  RelWorld *world;
  RelArena *arena;
  const char *path;
  RelStr base; ///< Of the first document
  uint64_t n_skipped;
  RelIntern strings;
  RelIntern subjects;
  RelIntern properties;
  REL_ARRAY(RelRecord) items;
  REL_ARRAY(RelFact) facts;
} RelRecords;

/**
   Read a file and sort its things by document, kind and number.

   @param syntax Raptor's name; null: by the path's ending.
   @return #REL_BAD_INPUT with file and line for what is no RDF, or where no
   document of ours is in it.
*/
RelStatus rel_records_read(RelRecords *records, RelArena *arena,
                           const char *path, const char *syntax);

/// The record of an IRI; null: the file says nothing of it
RelRecord *rel_records_find(const RelRecords *records, RelStr iri);

/// Where a fact stands, for messages
RelPlace rel_records_place(const RelRecords *records, uint32_t fact);

#endif
