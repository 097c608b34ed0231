// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/show.h"

#include "rdf/vocabulary.h"

#include <stdio.h>

enum { MAX_TEXT = 160, MAX_TYPE = 80 }; // bytes shown of a term's parts

static const RelNamespace rdf = {"rdf",
                                 "http://www.w3.org/1999/02/22-rdf-syntax-ns#"};

/// At most `max` bytes, whole characters
static RelStr
cut(RelStr text, size_t max)
{
  size_t len = text.len < max ? text.len : max;

  while (len && len < text.len && ((uint8_t)text.data[len] & 0xC0U) == 0x80U) {
    --len;
  }
  return rel_str_slice(text, 0U, len);
}

static const char *
dots(RelStr text, RelStr shown)
{
  return shown.len < text.len ? "..." : "";
}

/// The namespace that an IRI is a word of, or null
static const RelNamespace *
find_namespace(RelStr iri)
{
  uint32_t n = 0;
  const RelNamespace *const known = rel_vocabulary_namespaces(&n);

  for (uint32_t i = 0; i < n; ++i) {
    if (rel_str_starts(iri, rel_str(known[i].iri))) {
      return &known[i];
    }
  }
  return rel_str_starts(iri, rel_str(rdf.iri)) ? &rdf : NULL;
}

static RelShown
show_iri(RelStr iri, size_t max)
{
  RelShown shown = {.text = ""};
  const RelNamespace *const space = find_namespace(iri);
  const RelStr rest =
      space ? rel_str_slice(iri, rel_str(space->iri).len, iri.len) : iri;
  const RelStr part = cut(rest, max);

  snprintf(shown.text, sizeof(shown.text), "%s%s%.*s%s%s",
           space ? space->prefix : "<", space ? ":" : "", REL_ARG(part),
           dots(rest, part), space ? "" : ">");
  return shown;
}

RelShown
rel_show_iri(RelStr iri)
{
  return show_iri(iri, MAX_TEXT);
}

static RelShown
show_literal(const RelParsedTerm *term)
{
  RelShown shown = {.text = ""};
  RelShown type = {.text = ""};
  const RelStr text = cut(term->value, MAX_TEXT);

  if (term->datatype.len) {
    type = show_iri(term->datatype, MAX_TYPE);
  }
  snprintf(shown.text, sizeof(shown.text), "\"%.*s%s\"%s%.120s%s%.*s",
           REL_ARG(text), dots(term->value, text),
           term->datatype.len ? "^^" : "", type.text,
           term->language.len ? "@" : "", REL_ARG(cut(term->language, 20U)));
  for (char *c = shown.text; *c; ++c) {
    if ((uint8_t)*c < 0x20U || *c == 0x7F) {
      *c = ' '; // one message is one line
    }
  }
  return shown;
}

RelShown
rel_show_term(const RelParsedTerm *term)
{
  if (term->kind == REL_PARSED_BLANK) {
    return (RelShown){.text = "a blank node"};
  }
  return term->kind == REL_PARSED_LITERAL ? show_literal(term)
                                          : show_iri(term->value, MAX_TEXT);
}
