// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/tables.h"

#include "rdf/cells.h"
#include "rdf/sanitize.h"
#include "triple/line.h"

#include <string.h>

/// The columns of a claim that an edge has, with their types
static const struct {
  const char *name;
  const char *type;
} edge_keys[] = {
    {"claim", "string"},         {"document", "string"},
    {"date", "string"},          {"predicate", "string"},
    {"predicate_iri", "string"}, {"asserted", "boolean"},
    {"polarity", "string"},      {"modality", "string"},
    {"attributed_to", "string"}, {"confidence", "double"},
    {"time", "string"},          {"place", "string"},
    {"amount", "string"},        {"values", "string"},
    {"quote", "string"},
};

/// What a node has
static const struct {
  const char *name;
  const char *type;
} node_keys[] = {
    {"label", "string"}, {"kind", "string"}, {"iri", "string"},
    {"mentions", "int"}, {"degree", "int"},
};

enum {
  N_EDGE_KEYS = sizeof(edge_keys) / sizeof(*edge_keys),
  N_NODE_KEYS = sizeof(node_keys) / sizeof(*node_keys)
};

/// Clean text needs nothing else to stand in an element
static void
print_xml(FILE *out, RelStr text)
{
  for (size_t i = 0; i < text.len; ++i) {
    switch (text.data[i]) {
    case '&':
      fputs("&amp;", out);
      break;
    case '<':
      fputs("&lt;", out);
      break;
    case '>':
      fputs("&gt;", out);
      break;
    default:
      putc(text.data[i], out);
    }
  }
}

static void
print_data(FILE *out, char owner, const char *key, RelStr text)
{
  if (text.len) {
    fprintf(out, "<data key=\"%c_%s\">", owner, key);
    print_xml(out, text);
    fputs("</data>", out);
  }
}

static void
print_keys(FILE *out)
{
  for (size_t i = 0; i < N_NODE_KEYS; ++i) {
    fprintf(out,
            "<key id=\"n_%s\" for=\"node\" attr.name=\"%s\" "
            "attr.type=\"%s\"/>\n",
            node_keys[i].name, node_keys[i].name, node_keys[i].type);
  }
  for (size_t i = 0; i < N_EDGE_KEYS; ++i) {
    fprintf(out,
            "<key id=\"e_%s\" for=\"edge\" attr.name=\"%s\" "
            "attr.type=\"%s\"/>\n",
            edge_keys[i].name, edge_keys[i].name, edge_keys[i].type);
  }
}

static RelStatus
print_node(const RelDescriber *describer, uint32_t number, FILE *out)
{
  const RelNode *const node = &describer->nodes[number];
  RelStatus st = REL_OK;
  RelStr iri = {0};
  RelStr label = {0};

  REL_TRY(st, rel_describer_entity(describer, number, &iri));
  REL_TRY(st, rel_sanitize_text(describer->arena, node->label, &label));
  fprintf(out, "<node id=\"n%u\">", number);
  print_data(out, 'n', "label", label);
  print_data(out, 'n', "kind", rel_str(rel_term_kind_text(node->kind)));
  print_data(out, 'n', "iri", iri);
  fprintf(out,
          "<data key=\"n_mentions\">%u</data>"
          "<data key=\"n_degree\">%u</data></node>\n",
          node->n_mentions, node->degree);
  rel_describer_forget(describer);
  return st;
}

static bool
is_edge_key(const char *name)
{
  for (size_t i = 0; i < N_EDGE_KEYS; ++i) {
    if (!strcmp(edge_keys[i].name, name)) {
      return true;
    }
  }
  return false;
}

static RelStatus
print_edge(const RelDescriber *describer, const RelStatement *statement,
           FILE *out)
{
  uint32_t n = 0;
  const RelColumn *const columns = rel_columns(&n);
  RelStatus st = REL_OK;

  fprintf(out, "<edge source=\"n%u\" target=\"n%u\">", statement->subject,
          statement->object);
  for (uint32_t i = 0; i < n; ++i) {
    RelStr text = REL_STR("");
    if (is_edge_key(columns[i].name)) {
      REL_TRY(st, columns[i].cell(describer, statement, &text));
      print_data(out, 'e', columns[i].name, text);
    }
  }
  fputs("</edge>\n", out);
  rel_describer_forget(describer);
  return st;
}

static RelStatus
print_all(const RelDescriber *describer, const RelGraph *graph, FILE *out)
{
  uint32_t n = 0;
  RelStatus st = REL_OK;

  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
        out);
  print_keys(out);
  fputs("<graph id=\"relata\" edgedefault=\"directed\">\n", out);
  rel_graph_nodes(graph, &n);
  for (uint32_t i = 0; i < n; ++i) {
    REL_TRY(st, print_node(describer, i, out));
  }
  const RelStatement *const statements = rel_graph_statements(graph, &n);
  for (uint32_t i = 0; i < n; ++i) {
    if (statements[i].object != REL_NO_NODE) {
      REL_TRY(st, print_edge(describer, &statements[i], out));
    }
  }
  fputs("</graph>\n</graphml>\n", out);
  return rel_line_flush(rel_graph_world(graph), out);
}

RelStatus
rel_rdf_write_graphml(const RelGraph *graph, const RelRdfOptions *options,
                      FILE *out)
{
  return rel_describer_with(graph, options, print_all, out);
}
