// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_MEMORY_H
#define REL_RDF_MEMORY_H

#include "rdf/parse.h"

/// A graph in memory, indexed for questions: terms by number, triples in three
/// orders. Some 60 bytes a triple beside the texts of the terms
typedef struct RelMemoryImpl RelMemory;

/// A triple; numbers of terms
typedef struct {
  uint32_t part[3]; ///< Subject, predicate, object
} RelMemoryTriple;

/// In a pattern: whatever stands there
#define REL_MEMORY_ANY UINT32_MAX

/// Some triples of the graph, in one of the orders
typedef struct {
  const RelMemoryTriple *triples;
  uint32_t n;
} RelMemoryRange;

RelStatus rel_memory_new(RelWorld *world, RelMemory **memory);
void rel_memory_free(RelMemory *memory);

/**
   Take no more than `most` triples, repeated ones counted.

   @param refusal Words that follow "expected at most N triples, not more";
   must live as long as the memory.
*/
void rel_memory_limit(RelMemory *memory, uint32_t most, const char *refusal);

/// Name the file that statements come from, for messages; not owned
void rel_memory_begin(RelMemory *memory, const char *path);

/// Where statements go; the graphs that they name are read as one
RelParsedSink rel_memory_sink(RelMemory *memory);

/// Sort; nothing may be added afterwards
RelStatus rel_memory_finish(RelMemory *memory);

/// Number of triples, each counted once
uint32_t rel_memory_n_triples(const RelMemory *memory);

uint32_t rel_memory_n_terms(const RelMemory *memory);

/// The triples that have these parts, a number or #REL_MEMORY_ANY each
RelMemoryRange rel_memory_find(const RelMemory *memory,
                               const uint32_t pattern[3]);

/// The term of a number, as it was read; lives as long as the memory
RelParsedTerm rel_memory_term(const RelMemory *memory, uint32_t number);

/// The number of an equal term, or #REL_MEMORY_ANY; the datatype xsd:string is
/// none, and case does not count in languages
RelStatus rel_memory_number(RelMemory *memory, const RelParsedTerm *term,
                            uint32_t *number);

RelWorld *rel_memory_world(const RelMemory *memory);

#endif
