// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_SECTION_H
#define REL_RDF_SECTION_H

#include "rdf/describer.h"

/// What is written together: all documents of a graph, or one of them
typedef struct {
  uint32_t first_document;
  uint32_t n_documents;
  const RelStatement *statements; ///< Those of its documents
  uint32_t n_statements;
  const RelAppearance *appearances; ///< Those of its documents
  uint32_t n_appearances;
} RelSection;

/**
   Describe documents, what they know of entities, entities with their plain
   triples, relations, sentences and claims of a section.

   Statements with one subject come in a row, nothing comes twice, and the
   order is that of IRIs' keys and numbers.

   @param arena For pointers, 40 bytes a statement.
*/
RelStatus rel_section_write(const RelDescriber *describer,
                            const RelSection *section, RelArena *arena);

/// What of a section is about its documents alone
typedef enum {
  REL_PART_DOCUMENTS, ///< Without their runs
  REL_PART_APPEARANCES,
  REL_PART_SENTENCES,
  REL_PART_CLAIMS,
  REL_N_PARTS
} RelSectionPart;

/// Describe one part of a section
RelStatus rel_section_write_part(const RelDescriber *describer,
                                 const RelSection *section, RelSectionPart part,
                                 RelArena *arena);

#endif
