// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_STORE_STORE_H
#define REL_STORE_STORE_H

#include "base/world.h"

/// A triple store that speaks SPARQL 1.1 over HTTP
typedef struct RelStoreImpl RelStore;

/// Where a store is and how to speak with it; strings are not owned
typedef struct {
  const char *url;           ///< Of the Graph Store Protocol
  const char *query_url;     ///< Of SPARQL queries; null: derived
  const char *update_url;    ///< Of SPARQL updates; null: derived
  const char *user;          ///< Null: as netrc says, or nobody
  const char *password_file; ///< Its first line is the password; null:
                             ///< RELATA_PASSWORD, else netrc
  const char *ca_file;       ///< Certificates to trust; null: the system's
  bool allows_basic; ///< Send the password readable over plain http, too
  unsigned n_tries;  ///< Of each request; 0: #REL_STORE_TRIES
  unsigned seconds;  ///< That one request may take; 0: #REL_STORE_SECONDS
} RelStoreOptions;

enum {
  REL_STORE_TRIES = 5,
  REL_STORE_SECONDS = 300,
};

/**
   Open a store; nothing is sent yet.

   The URLs of queries and updates follow from that of the Graph Store Protocol
   for Virtuoso (`/sparql-graph-crud-auth`), oxigraph (`/store`), Fuseki
   (`/data`), and RDF4J and GraphDB (`/rdf-graphs/service`).

   @return #REL_BAD_ARG for what is no http or https URL, or for a query URL
   that cannot be derived; #REL_BAD_FILE for a password that cannot be read.
*/
RelStatus rel_store_open(RelWorld *world, const RelStoreOptions *options,
                         RelStore **store);

void rel_store_free(RelStore *store);

RelWorld *rel_store_world(const RelStore *store);

// All below return #REL_OUTPUT with the URL, the HTTP status and the store's
// own words. What may pass (no answer, a status of 5xx, Virtuoso's deadlock) is
// tried again with growing pauses; so each must be harmless when done twice.

/// Replace a graph (the default one where `graph` is empty) by N-Triples
RelStatus rel_store_put(RelStore *store, RelStr graph, RelStr triples);

/// Add N-Triples without blank nodes to a graph
RelStatus rel_store_post(RelStore *store, RelStr graph, RelStr triples);

/// Delete a graph; one that is not there is no failure
RelStatus rel_store_delete(RelStore *store, RelStr graph);

/// Run a SPARQL update
RelStatus rel_store_update(RelStore *store, RelStr update);

/// Receives the fields of a row of results, without quotes and escapes; they
/// live during the call. The first row has the variables' names
typedef RelStatus (*RelStoreRow)(void *handle, const RelStr *fields,
                                 uint32_t n);

/// Run a SPARQL query that selects; CSV results of at most #REL_MAX_ANSWER
RelStatus rel_store_select(RelStore *store, RelStr query, RelStoreRow on_row,
                           void *handle);

/// How many triples a graph has; the default one where `graph` is empty
RelStatus rel_store_count(RelStore *store, RelStr graph, uint64_t *n);

#endif
