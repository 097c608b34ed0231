// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_ANSWER_H
#define REL_RDF_ANSWER_H

#include "base/array.h"
#include "rdf/parse.h"

#include <stdio.h>

/// How answers to questions are written
typedef enum {
  REL_ANSWER_TABLE, ///< Columns for people: prefixes for IRIs, long texts cut
  REL_ANSWER_CSV,   ///< SPARQL 1.1 Query Results CSV
  REL_ANSWER_TSV,   ///< SPARQL 1.1 Query Results TSV
  REL_ANSWER_JSON,  ///< SPARQL 1.1 Query Results JSON
} RelAnswerFormat;

/// Rows on their way to a file; all of a table is held, else a row
typedef struct {
  RelArena *arena; ///< Of what is held; not owned
  FILE *out;
  RelAnswerFormat format;
  RelStr base; ///< Of our IRIs, for the prefixes ent: and rel:
  const char **names;
  uint32_t n_names;
  uint32_t n_rows;
  REL_ARRAY(RelStr) cells; ///< Of a table, row by row
} RelAnswer;

/// Write the head; all but `n_rows` and `cells` must be set
RelStatus rel_answer_begin(RelAnswer *answer);

/// Write a row; what is unbound is #REL_PARSED_NOTHING
RelStatus rel_answer_row(RelAnswer *answer, const RelParsedTerm *terms);

/// Write what is left; whether the stream took it, its owner sees
RelStatus rel_answer_end(RelAnswer *answer);

/// Write the answer to ASK
void rel_answer_boolean(FILE *out, RelAnswerFormat format, bool is_true);

#endif
