// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/line.h"

#include <string.h>

bool
rel_line_is_iri(RelStr text)
{
  static const char odd[] = "<>\"{}|\\^`";
  bool has_scheme = false;

  for (size_t i = 0; i < text.len; ++i) {
    const uint8_t byte = (uint8_t)text.data[i];

    if (byte <= ' ' || byte == 0x7FU || memchr(odd, byte, sizeof(odd) - 1U)) {
      return false;
    }
    has_scheme = has_scheme || (byte == ':' && i > 0U);
  }
  return has_scheme;
}

/// Can the term stand in a line?
static bool
is_plain(const RelParsedTerm *term)
{
  if (term->kind == REL_PARSED_LITERAL) {
    return !term->datatype.len || rel_line_is_iri(term->datatype);
  }
  return term->kind == REL_PARSED_IRI && rel_line_is_iri(term->value);
}

static void
add_iri(RelBuffer *buffer, RelStr iri)
{
  rel_buffer_add_char(buffer, '<');
  rel_buffer_add(buffer, iri);
  rel_buffer_add_char(buffer, '>');
}

/// The escape of a byte in a literal, or null
static const char *
escape_of(char byte)
{
  switch (byte) {
  case '"':
    return "\\\"";
  case '\\':
    return "\\\\";
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  default:
    return NULL;
  }
}

static void
add_text(RelBuffer *buffer, RelStr text)
{
  size_t start = 0;

  for (size_t i = 0; i < text.len; ++i) {
    const char *const escape = escape_of(text.data[i]);

    if (escape) {
      rel_buffer_add(buffer, rel_str_slice(text, start, i));
      rel_buffer_add(buffer, rel_str(escape));
      start = i + 1U;
    }
  }
  rel_buffer_add(buffer, rel_str_slice(text, start, text.len));
}

void
rel_line_add_term(RelBuffer *buffer, const RelParsedTerm *term)
{
  if (term->kind == REL_PARSED_BLANK) {
    rel_buffer_add(buffer, REL_STR("_:"));
    rel_buffer_add(buffer, term->value);
    return;
  }
  if (term->kind == REL_PARSED_IRI) {
    add_iri(buffer, term->value);
    return;
  }
  rel_buffer_add_char(buffer, '"');
  add_text(buffer, term->value);
  rel_buffer_add_char(buffer, '"');
  if (term->language.len) {
    rel_buffer_add_char(buffer, '@');
    rel_buffer_add(buffer, term->language);
  } else if (term->datatype.len) {
    rel_buffer_add(buffer, REL_STR("^^"));
    add_iri(buffer, term->datatype);
  }
}

bool
rel_line_add(RelBuffer *buffer, const RelParsedStatement *statement,
             const RelParsedTerm **odd)
{
  const RelParsedTerm *const terms[] = {
      &statement->subject, &statement->predicate, &statement->object};

  for (size_t i = 0; i < 3U; ++i) {
    if (!is_plain(terms[i])) {
      *odd = terms[i];
      return false;
    }
  }
  for (size_t i = 0; i < 3U; ++i) {
    rel_line_add_term(buffer, terms[i]);
    rel_buffer_add_char(buffer, ' ');
  }
  rel_buffer_add(buffer, REL_STR(".\n"));
  return true;
}
