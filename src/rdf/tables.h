// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_TABLES_H
#define REL_RDF_TABLES_H

#include "rdf/writer.h"

// The graph for programs that read no RDF: a row, an object or an edge a
// claim, with the IRIs that RDF has. Of the options the base counts; texts are
// sanitised as in RDF; nothing but the graph is held.

/**
   CSV as RFC 4180 has it, with line feeds: a heading, then a row a claim.

   Fields with commas, quotes or line feeds stand in quotes. Several times or
   amounts are parted by "; ", as rel_value_text() writes them.
*/
RelStatus rel_rdf_write_csv(const RelGraph *graph, const RelRdfOptions *options,
                            FILE *out);

/// JSON Lines: an object a claim; docs/RDF.md lists its members
RelStatus rel_rdf_write_jsonl(const RelGraph *graph,
                              const RelRdfOptions *options, FILE *out);

/**
   GraphML: entities are nodes; claims with an entity as object are edges, and
   the others are left out.
*/
RelStatus rel_rdf_write_graphml(const RelGraph *graph,
                                const RelRdfOptions *options, FILE *out);

#endif
