// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/endpoint.h"

/// How the URLs of a store end
static const struct {
  const char *graph_store;
  const char *query;
  const char *user_query; ///< For those who log in; null: the same
  const char *update;
} stores[] = {
    // Virtuoso
    {"/sparql-graph-crud-auth", "/sparql", "/sparql-auth", "/sparql-auth"},
    {"/sparql-graph-crud", "/sparql", "/sparql-auth", "/sparql-auth"},
    // RDF4J, GraphDB
    {"/rdf-graphs/service", "", NULL, "/statements"},
    // oxigraph
    {"/store", "/query", NULL, "/update"},
    // Fuseki
    {"/data", "/query", NULL, "/update"},
};

RelStatus
rel_endpoint_derive(RelArena *arena, RelStr url, RelEndpointUse use,
                    bool has_user, RelStr *derived)
{
  *derived = REL_STR("");
  for (size_t i = 0; i < sizeof(stores) / sizeof(*stores); ++i) {
    const RelStr ending = rel_str(stores[i].graph_store);

    if (rel_str_ends(url, ending)) {
      const RelStr start = rel_str_slice(url, 0U, url.len - ending.len);
      const char *const query = has_user && stores[i].user_query
                                    ? stores[i].user_query
                                    : stores[i].query;
      return rel_arena_format(arena, derived, "%.*s%s", REL_ARG(start),
                              use == REL_ENDPOINT_QUERY ? query
                                                        : stores[i].update);
    }
  }
  return REL_OK;
}
