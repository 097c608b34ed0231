// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_CELLS_H
#define REL_RDF_CELLS_H

#include "rdf/describer.h"

// What the tables say of a claim, as clean texts in the describer's arena

/// Something about a claim; empty where it has none
typedef RelStatus RelCell(const RelDescriber *describer,
                          const RelStatement *statement, RelStr *text);

/// A column: its name and what stands in it
typedef struct {
  const char *name;
  RelCell *cell;
} RelColumn;

/// All columns of a claim, in order
const RelColumn *rel_columns(uint32_t *n);

/// Entity's label; or a value's words
RelStr rel_cell_words(const RelDescriber *describer, uint32_t node,
                      const RelTerm *term);

#endif
