// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_DESCRIBER_H
#define REL_RDF_DESCRIBER_H

#include "base/array.h"
#include "graph/graph.h"
#include "rdf/stream.h"
#include "rdf/writer.h"

// What the descriptions of a graph's things share: their IRIs, and statements
// about them

/// A graph on its way to a stream
typedef struct {
  RelRdfStream *stream;
  RelArena *arena; ///< For one thing at a time; see rel_describer_forget()
  RelStr base;     ///< Of our IRIs, with a slash at its end
  RelProvenance provenance;
  const RelGraphRun *runs;
  uint32_t n_runs;
  const RelGraphDocument *documents;
  uint32_t n_documents;
  const RelNode *nodes;
  const RelAppearance *appearances;
  uint32_t n_appearances;
} RelDescriber;

/**
   Begin with a graph, without a stream.

   @param arena Keeps the base.
   @param thing For one thing at a time.
   @return #REL_BAD_ARG for a base that is none.
*/
RelStatus rel_describer_init(RelDescriber *describer, const RelGraph *graph,
                             const RelRdfOptions *options, RelArena *arena,
                             RelArena *thing);

/// Writes a graph with its describer
typedef RelStatus RelDescriberPrint(const RelDescriber *describer,
                                    const RelGraph *graph, FILE *out);

/// Run `print` with a describer that has no stream
RelStatus rel_describer_with(const RelGraph *graph,
                             const RelRdfOptions *options,
                             RelDescriberPrint *print, FILE *out);

/// What was made for one thing is not needed for the next
void rel_describer_forget(const RelDescriber *describer);

/// A node as a document knows it: what is said of a claim does not depend on
/// other documents
const RelAppearance *rel_describer_local(const RelDescriber *describer,
                                         uint32_t document, uint32_t node);

/// BASE/person/NAME or BASE/entity/NAME; `node` is an index
RelStatus rel_describer_entity(const RelDescriber *describer, uint32_t node,
                               RelStr *iri);

/// BASE/KEY, for a node's key
RelStatus rel_describer_key(const RelDescriber *describer, RelStr key,
                            RelStr *iri);

/// BASE/relation/KEY
RelStatus rel_describer_relation(const RelDescriber *describer, RelStr key,
                                 RelStr *iri);

/// BASE/run/ID; `run` is an index
RelStatus rel_describer_run(const RelDescriber *describer, uint32_t run,
                            RelStr *iri);

/// BASE/doc/ID; `document` is an index
RelStatus rel_describer_document(const RelDescriber *describer,
                                 uint32_t document, RelStr *iri);

/// BASE/doc/ID#c12, the IRI of a claim ('c'), a sentence ('s') or an entity's
/// appearance ('e')
RelStatus rel_describer_part(const RelDescriber *describer, uint32_t document,
                             char mark, uint32_t number, RelStr *iri);

RelStatus rel_describer_add(const RelDescriber *describer, RelStr subject,
                            RelVocabulary predicate, RelRdfObject object);

RelStatus rel_describer_add_iri(const RelDescriber *describer, RelStr subject,
                                RelVocabulary predicate, RelStr iri);

/// Text of the article; nothing is written for an empty one
RelStatus rel_describer_add_text(const RelDescriber *describer, RelStr subject,
                                 RelVocabulary predicate, RelStr text);

/// A string in no language; nothing is written for an empty one
RelStatus rel_describer_add_plain(const RelDescriber *describer, RelStr subject,
                                  RelVocabulary predicate, RelStr text);

/// A literal of a type
RelStatus rel_describer_add_typed(const RelDescriber *describer, RelStr subject,
                                  RelVocabulary predicate,
                                  RelVocabulary datatype, const char *value);

RelStatus rel_describer_add_number(const RelDescriber *describer,
                                   RelStr subject, RelVocabulary predicate,
                                   uint32_t number);

/// nif:beginIndex and nif:endIndex, in code points
RelStatus rel_describer_add_offsets(const RelDescriber *describer,
                                    RelStr subject, uint32_t begin,
                                    uint32_t end);

#endif
