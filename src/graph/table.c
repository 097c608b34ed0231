// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/table.h"

#include "triple/line.h"

enum { FACTUALITY_SIZE = 512 }; // bytes

static RelStr
object_label(const RelNode *nodes, const RelStatement *statement)
{
  return statement->object != REL_NO_NODE ? nodes[statement->object].label
         : statement->value.kind == REL_TERM_NONE ? REL_STR("")
         : statement->value.label.len             ? statement->value.label
                                                  : statement->value.text;
}

static void
print_factuality(const RelNode *nodes, const RelStatement *statement, FILE *out)
{
  char factuality[FACTUALITY_SIZE];
  RelTriple triple = {.polarity = statement->polarity,
                      .modality = statement->modality};

  if (statement->source != REL_NO_NODE) {
    triple.source.kind = nodes[statement->source].kind;
    triple.source.label = nodes[statement->source].label;
  }
  rel_triple_factuality(&triple, factuality, sizeof(factuality));
  rel_line_field(out, rel_str(factuality));
}

/// Times or amounts of a statement: "2018-06-03; 2019/2020"
static void
print_values(const RelStatement *statement, bool is_time, FILE *out)
{
  bool is_first = true;

  for (uint32_t i = 0; i <= statement->n_slots; ++i) {
    const RelValue *const value = i < statement->n_slots
                                      ? statement->slots[i].value
                                      : statement->object_value;
    char text[REL_VALUE_TEXT_SIZE];
    if (value && (value->kind == REL_VALUE_TIME) == is_time) {
      rel_value_text(value, text);
      fprintf(out, "%s%s", is_first ? "" : "; ", text);
      is_first = false;
    }
  }
}

RelStatus
rel_graph_write_tsv(const RelGraph *graph, FILE *out)
{
  uint32_t n = 0;
  const RelGraphDocument *const documents = rel_graph_documents(graph, &n);
  const RelNode *const nodes = rel_graph_nodes(graph, &n);
  const RelStatement *const statements = rel_graph_statements(graph, &n);

  for (uint32_t i = 0; i < n; ++i) {
    const RelStatement *const statement = &statements[i];
    char confidence[REL_FIXED_SIZE];

    rel_fixed_text(statement->confidence, 2U, confidence);
    rel_line_field(out, documents[statement->document].name);
    putc('\t', out);
    rel_line_field(out, nodes[statement->subject].label);
    putc('\t', out);
    rel_line_field(out, statement->predicate);
    putc('\t', out);
    rel_line_field(out, object_label(nodes, statement));
    fprintf(out, "\t%s\t", confidence);
    print_factuality(nodes, statement, out);
    putc('\t', out);
    print_values(statement, true, out);
    putc('\t', out);
    print_values(statement, false, out);
    putc('\n', out);
  }
  return rel_line_flush(rel_graph_world(graph), out);
}
