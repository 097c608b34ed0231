// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_DESCRIBE_H
#define REL_RDF_DESCRIBE_H

#include "rdf/describer.h"
#include "rdf/meanings.h"

// What is said of each thing in a graph. These choose the statements and their
// order; a stream knows how they are written, rdf/writer.h which ones are.

// things.c: who and what

/// An entity: class, label, other names
RelStatus rel_describe_node(const RelDescriber *describer, const RelNode *node);

/// The kind of an entity of which its document says no more: a person or a
/// thing
RelTermKind rel_describe_usual_kind(RelStr key);

/**
   What a document knows of an entity, as `<doc#eN>`.

   What has one mention, the usual kind, no names and the label that its key
   tells is not written: its claims say as much.

   @param number In the document, from 1.
*/
RelStatus rel_describe_appearance(const RelDescriber *describer,
                                  const RelAppearance *appearance,
                                  uint32_t number);

/// A relation; its label is what its key tells
RelStatus rel_describe_relation(const RelDescriber *describer, RelStr key);

// sources.c: where it was read, and what read it

/// A run, by index, without the documents that it used
RelStatus rel_describe_run(const RelDescriber *describer, uint32_t number);

/// That a document's run used it
RelStatus rel_describe_use(const RelDescriber *describer, uint32_t document);

/// A document, by index
RelStatus rel_describe_document(const RelDescriber *describer, uint32_t number);

/// The sentence that a statement was read from
RelStatus rel_describe_sentence(const RelDescriber *describer,
                                const RelStatement *statement);

// claims.c: what was read

/// May a plain triple stand for it? Where the newsroom states it as it is and
/// the object is an entity
bool rel_describe_is_plain(const RelStatement *statement);

RelStatus rel_describe_plain(const RelDescriber *describer,
                             const RelStatement *statement);

/// A plain triple in the words of others
RelStatus rel_describe_meaning(const RelDescriber *describer,
                               const RelMeaning *meaning);

/// Claims inside a claim
typedef struct {
  const RelStatement *const *items;
  uint32_t n;
} RelContents;

/// The claim with all that belongs to it
RelStatus rel_describe_claim(const RelDescriber *describer,
                             const RelStatement *statement,
                             const RelContents *contents);

// values.c: words that mean a time or an amount

/// One day, month or year is typed; all other values are text
RelRdfObject rel_describe_literal(RelTermKind kind, RelStr value,
                                  const RelValue *meaning);

/// What the words of a claim's object and slots mean: `<doc#c12v1>`
RelStatus rel_describe_values(const RelDescriber *describer,
                              const RelStatement *statement, RelStr claim);

#endif
