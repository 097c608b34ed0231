// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_STORE_LOADER_H
#define REL_STORE_LOADER_H

#include "rdf/parse.h"
#include "store/store.h"

/// Sends statements to a store, chunk by chunk, and counts them there
typedef struct RelLoaderImpl RelLoader;

typedef struct {
  const char *graph; ///< Of triples that name none; null: the default graph
  bool replaces;     ///< Graphs are replaced, not added to
  bool skips_counts; ///< Do not ask the store how many triples it has
  uint32_t chunk;    ///< Triples sent at a time; 0: #REL_LOADER_CHUNK
  void (*on_progress)(void *handle, uint64_t n_sent); ///< Or null
  void *handle; ///< For on_progress; owned by the caller
} RelLoaderOptions;

enum {
  REL_LOADER_CHUNK = 50000,           ///< Triples: some 8 MB
  REL_LOADER_BYTES = 32 * 1024 * 1024 ///< At which a chunk is sent in any case
};

/// What a graph of the store got; counts are of different triples
typedef struct {
  RelStr graph;    ///< IRI, or empty for the default graph
  uint64_t n_sent; ///< Different ones
  uint64_t n_before;
  uint64_t n_after;
} RelLoaderGraph;

/**
   Begin to load.

   A graph's triples are a set and have no blank nodes, so a chunk that is sent
   twice adds nothing, and neither does a load that is repeated after it broke
   off: the counts at its end must be the same.
*/
RelStatus rel_loader_new(RelStore *store, const RelLoaderOptions *options,
                         RelLoader **loader);

void rel_loader_free(RelLoader *loader);

/// Name the file that statements come from, for messages; not owned
void rel_loader_begin(RelLoader *loader, const char *path);

/// Where statements go: #REL_BAD_INPUT for a blank node or a damaged IRI
RelParsedSink rel_loader_sink(RelLoader *loader);

/// Send what is left
RelStatus rel_loader_finish(RelLoader *loader);

/**
   Compare the store's counts with what was sent.

   A graph that was replaced, or had been empty, must have what was sent; any
   other at least that and at most that more than before.
*/
RelStatus rel_loader_check(RelLoader *loader);

/// Triples that the store has taken so far, repeated ones too
uint64_t rel_loader_n_sent(const RelLoader *loader);

/// The graphs, in the order of their first triples
const RelLoaderGraph *rel_loader_graphs(const RelLoader *loader, uint32_t *n);

#endif
