// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/tables.h"

#include "rdf/cells.h"
#include "triple/line.h"

#include <string.h>

static void
print_field(FILE *out, RelStr field)
{
  bool needs_quotes = false;

  for (size_t i = 0; i < field.len; ++i) {
    needs_quotes = needs_quotes || strchr(",\"\n", field.data[i]);
  }
  if (!needs_quotes) {
    fwrite(field.len ? field.data : "", 1U, field.len, out);
    return;
  }
  putc('"', out);
  for (size_t i = 0; i < field.len; ++i) {
    if (field.data[i] == '"') {
      putc('"', out);
    }
    putc(field.data[i], out);
  }
  putc('"', out);
}

static RelStatus
print_row(const RelDescriber *describer, const RelStatement *statement,
          FILE *out)
{
  uint32_t n = 0;
  const RelColumn *const columns = rel_columns(&n);
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < n; ++i) {
    RelStr text = REL_STR("");
    REL_TRY(st, columns[i].cell(describer, statement, &text));
    print_field(out, text);
    putc(i + 1U < n ? ',' : '\n', out);
  }
  rel_describer_forget(describer);
  return st;
}

static RelStatus
print_all(const RelDescriber *describer, const RelGraph *graph, FILE *out)
{
  uint32_t n = 0;
  const RelColumn *const columns = rel_columns(&n);
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < n; ++i) {
    fprintf(out, "%s%c", columns[i].name, i + 1U < n ? ',' : '\n');
  }
  const RelStatement *const statements = rel_graph_statements(graph, &n);
  for (uint32_t i = 0; i < n; ++i) {
    REL_TRY(st, print_row(describer, &statements[i], out));
  }
  return rel_line_flush(rel_graph_world(graph), out);
}

RelStatus
rel_rdf_write_csv(const RelGraph *graph, const RelRdfOptions *options,
                  FILE *out)
{
  return rel_describer_with(graph, options, print_all, out);
}
