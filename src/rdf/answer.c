// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/answer.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "rdf/line.h"
#include "rdf/vocabulary.h"

#include <string.h>

enum {
  MAX_WIDTH = 72, // code points of a table's cell
};

// ------------------------------------------------------------------- table

/// Add an IRI with the prefix of its namespace; false where it has none
static bool
add_short(RelBuffer *cell, RelStr iri, const char *prefix, RelStr namespace)
{
  if (!namespace.len || !rel_str_starts(iri, namespace)) {
    return false;
  }
  rel_buffer_add(cell, rel_str(prefix));
  rel_buffer_add_char(cell, ':');
  rel_buffer_add(cell, rel_str_slice(iri, namespace.len, iri.len));
  return true;
}

static RelStatus
add_iri(const RelAnswer *answer, RelBuffer *cell, RelStr iri)
{
  static const char rdf[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  RelStatus st = REL_OK;
  uint32_t n_own = 0;
  const RelNamespace *const own = rel_vocabulary_own(&n_own);
  uint32_t n = 0;
  const RelNamespace *const known = rel_vocabulary_namespaces(&n);

  for (uint32_t i = 0; i < n_own; ++i) {
    RelStr namespace = {0};
    REL_TRY(st, rel_arena_format(answer->arena, &namespace, "%.*s%s",
                                 REL_ARG(answer->base), own[i].iri));
    if (add_short(cell, iri, own[i].prefix, namespace)) {
      return cell->status;
    }
  }
  for (uint32_t i = 0; i < n; ++i) {
    if (add_short(cell, iri, known[i].prefix, rel_str(known[i].iri))) {
      return cell->status;
    }
  }
  if (!add_short(cell, iri, "rdf", rel_str(rdf))) {
    rel_buffer_add_char(cell, '<');
    rel_buffer_add(cell, iri);
    rel_buffer_add_char(cell, '>');
  }
  return cell->status;
}

/// Add a text on one line, cut
static void
add_cut(RelBuffer *cell, RelStr text)
{
  size_t at = 0;

  for (unsigned n = 0; at < text.len; ++n) {
    const size_t start = at;
    const uint32_t code = rel_utf8_next(text, &at);

    if (n >= MAX_WIDTH - 1U && at < text.len) {
      rel_buffer_add(cell, REL_STR("\xE2\x80\xA6")); // an ellipsis
      return;
    }
    if (code < ' ' || code == 0x7FU || code == UINT32_MAX) {
      rel_buffer_add_char(cell, ' ');
    } else {
      rel_buffer_add(cell, rel_str_slice(text, start, at));
    }
  }
}

static RelStatus
push_cell(RelAnswer *answer, const RelParsedTerm *term)
{
  RelBuffer cell = {.arena = answer->arena};
  RelStatus st = REL_OK;

  if (term->kind == REL_PARSED_IRI) {
    REL_TRY(st, add_iri(answer, &cell, term->value));
  } else if (term->kind == REL_PARSED_BLANK) {
    rel_line_add_term(&cell, term);
  } else {
    add_cut(&cell, term->value);
  }
  REL_TRY(st, cell.status);
  return REL_ARRAY_PUSH(answer->arena, &answer->cells, rel_buffer_str(&cell));
}

static void
print_line(const RelAnswer *answer, const RelStr *cells, const size_t *widths)
{
  uint32_t n = answer->n_names; // without the empty ones at the end

  while (n && !cells[n - 1U].len) {
    --n;
  }
  for (uint32_t i = 0; i < n; ++i) {
    const size_t width = rel_utf8_count(cells[i]);

    fprintf(answer->out, "%.*s", REL_ARG(cells[i]));
    for (size_t k = width; i + 1U < n && k < widths[i] + 2U; ++k) {
      fputc(' ', answer->out);
    }
  }
  fputc('\n', answer->out);
}

static RelStatus
print_table(RelAnswer *answer)
{
  const uint32_t n = answer->n_names;
  size_t *const widths =
      rel_arena_calloc(answer->arena, n + 1U, sizeof(*widths));

  if (!widths) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < answer->cells.n; ++i) {
    const size_t width = rel_utf8_count(answer->cells.items[i]);
    widths[i % n] = width > widths[i % n] ? width : widths[i % n];
  }
  for (uint32_t i = 0; i < answer->cells.n; i += n) {
    print_line(answer, answer->cells.items + i, widths);
  }
  fprintf(answer->out, "(%u %s)\n", answer->n_rows,
          answer->n_rows == 1U ? "row" : "rows");
  return REL_OK;
}

// --------------------------------------------------------------------- CSV

static void
print_csv(FILE *out, RelStr text)
{
  bool is_odd = false;

  for (size_t i = 0; i < text.len; ++i) {
    is_odd = is_odd || strchr("\",\r\n", text.data[i]);
  }
  if (!is_odd) {
    fwrite(text.data, 1U, text.len, out);
    return;
  }
  fputc('"', out);
  for (size_t i = 0; i < text.len; ++i) {
    if (text.data[i] == '"') {
      fputc('"', out);
    }
    fputc(text.data[i], out);
  }
  fputc('"', out);
}

static void
print_csv_row(const RelAnswer *answer, const RelParsedTerm *terms)
{
  for (uint32_t i = 0; i < answer->n_names; ++i) {
    fputs(i ? "," : "", answer->out);
    fputs(terms[i].kind == REL_PARSED_BLANK ? "_:" : "", answer->out);
    print_csv(answer->out, terms[i].value);
  }
  fputs("\r\n", answer->out);
}

// --------------------------------------------------------------------- TSV

static RelStatus
print_tsv_row(const RelAnswer *answer, const RelParsedTerm *terms)
{
  for (uint32_t i = 0; i < answer->n_names; ++i) {
    RelBuffer cell = {.arena = answer->arena};

    fputs(i ? "\t" : "", answer->out);
    if (terms[i].kind != REL_PARSED_NOTHING) {
      rel_line_add_term(&cell, &terms[i]);
    }
    if (cell.status) {
      return cell.status;
    }
    for (size_t k = 0; k < cell.len; ++k) {
      // TABs part the columns
      fputs(cell.data[k] == '\t' ? "\\t" : "", answer->out);
      if (cell.data[k] != '\t') {
        fputc(cell.data[k], answer->out);
      }
    }
  }
  fputc('\n', answer->out);
  return REL_OK;
}

// -------------------------------------------------------------------- JSON

static void
print_json(FILE *out, RelStr text)
{
  fputc('"', out);
  for (size_t i = 0; i < text.len; ++i) {
    const char byte = text.data[i];

    if (byte == '"' || byte == '\\') {
      fprintf(out, "\\%c", byte);
    } else if ((uint8_t)byte < ' ') {
      fprintf(out, "\\u%04X", (unsigned)(uint8_t)byte);
    } else {
      fputc(byte, out);
    }
  }
  fputc('"', out);
}

static void
print_json_term(FILE *out, const RelParsedTerm *term)
{
  static const char *const types[] = {[REL_PARSED_IRI] = "uri",
                                      [REL_PARSED_BLANK] = "bnode",
                                      [REL_PARSED_LITERAL] = "literal"};

  fprintf(out, "{\"type\": \"%s\", \"value\": ", types[term->kind]);
  print_json(out, term->value);
  if (term->language.len) {
    fputs(", \"xml:lang\": ", out);
    print_json(out, term->language);
  } else if (term->datatype.len) {
    fputs(", \"datatype\": ", out);
    print_json(out, term->datatype);
  }
  fputc('}', out);
}

static void
print_json_head(const RelAnswer *answer)
{
  fputs("{\"head\": {\"vars\": [", answer->out);
  for (uint32_t i = 0; i < answer->n_names; ++i) {
    fputs(i ? ", " : "", answer->out);
    print_json(answer->out, rel_str(answer->names[i]));
  }
  fputs("]},\n\"results\": {\"bindings\": [", answer->out);
}

static void
print_json_row(const RelAnswer *answer, const RelParsedTerm *terms)
{
  bool is_first = true;

  fprintf(answer->out, "%s\n{", answer->n_rows ? "," : "");
  for (uint32_t i = 0; i < answer->n_names; ++i) {
    if (terms[i].kind == REL_PARSED_NOTHING) {
      continue;
    }
    fputs(is_first ? "" : ", ", answer->out);
    print_json(answer->out, rel_str(answer->names[i]));
    fputs(": ", answer->out);
    print_json_term(answer->out, &terms[i]);
    is_first = false;
  }
  fputc('}', answer->out);
}

// --------------------------------------------------------------------- all

static RelStatus
begin_table(RelAnswer *answer)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < answer->n_names; ++i) {
    REL_TRY(st, REL_ARRAY_PUSH(answer->arena, &answer->cells,
                               rel_str(answer->names[i])));
  }
  return st;
}

RelStatus
rel_answer_begin(RelAnswer *answer)
{
  switch (answer->format) {
  case REL_ANSWER_TABLE:
    return begin_table(answer);
  case REL_ANSWER_JSON:
    print_json_head(answer);
    return REL_OK;
  default:
    break;
  }
  const bool is_csv = answer->format == REL_ANSWER_CSV;
  for (uint32_t i = 0; i < answer->n_names; ++i) {
    fprintf(answer->out, "%s%s%s",
            !i       ? ""
            : is_csv ? ","
                     : "\t",
            is_csv ? "" : "?", answer->names[i]);
  }
  fputs(is_csv ? "\r\n" : "\n", answer->out);
  return REL_OK;
}

RelStatus
rel_answer_row(RelAnswer *answer, const RelParsedTerm *terms)
{
  RelStatus st = REL_OK;

  switch (answer->format) {
  case REL_ANSWER_TABLE:
    for (uint32_t i = 0; !st && i < answer->n_names; ++i) {
      st = push_cell(answer, &terms[i]);
    }
    break;
  case REL_ANSWER_CSV:
    print_csv_row(answer, terms);
    break;
  case REL_ANSWER_TSV:
    st = print_tsv_row(answer, terms);
    rel_arena_clear(answer->arena);
    break;
  default:
    print_json_row(answer, terms);
  }
  ++answer->n_rows;
  return st;
}

RelStatus
rel_answer_end(RelAnswer *answer)
{
  if (answer->format == REL_ANSWER_TABLE) {
    return print_table(answer);
  }
  if (answer->format == REL_ANSWER_JSON) {
    fputs("\n]}}\n", answer->out);
  }
  return REL_OK;
}

void
rel_answer_boolean(FILE *out, RelAnswerFormat format, bool is_true)
{
  switch (format) {
  case REL_ANSWER_TABLE:
    fputs(is_true ? "yes\n" : "no\n", out);
    break;
  case REL_ANSWER_JSON:
    fprintf(out, "{\"head\": {}, \"boolean\": %s}\n",
            is_true ? "true" : "false");
    break;
  default:
    fputs(is_true ? "true\n" : "false\n", out);
  }
}
