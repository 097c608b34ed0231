// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/meanings.h"

#include "graph/event.h"

#include <stdlib.h>

RelStatus
rel_meanings_add(RelArena *arena, const RelDescriber *describer,
                 const RelStatement *statement, RelMeanings *meanings)
{
  const uint32_t document = statement->document;
  const RelEventProperty property = rel_event_property(
      statement->predicate,
      rel_describer_local(describer, document, statement->subject)->kind,
      rel_describer_local(describer, document, statement->object)->kind);
  const RelMeaning straight = {statement->subject, property.iri,
                               statement->object};
  const RelMeaning inverse = {statement->object, property.iri,
                              statement->subject};

  return property.iri.len
             ? REL_ARRAY_PUSH(arena, meanings,
                              property.is_inverse ? inverse : straight)
             : REL_OK;
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare_meanings(const void *a, const void *b)
{
  const RelMeaning *const x = a;
  const RelMeaning *const y = b;
  const int by_subject = compare_numbers(x->subject, y->subject);
  const int by_property =
      by_subject ? by_subject : rel_str_compare(x->property, y->property);

  return by_property ? by_property : compare_numbers(x->object, y->object);
}

void
rel_meanings_sort(RelMeanings *meanings)
{
  RelMeaning *const items = meanings->items;
  uint32_t n = 0;

  if (meanings->n) {
    qsort(items, meanings->n, sizeof(*items), compare_meanings);
  }
  for (uint32_t i = 0; i < meanings->n; ++i) {
    if (!n || compare_meanings(&items[i], &items[n - 1U]) != 0) {
      items[n++] = items[i];
    }
  }
  meanings->n = n;
}

RelStr
rel_meaning_class(const RelDescriber *describer, const RelStatement *statement)
{
  const RelTerm *const value = &statement->value;
  const RelStr words = value->label.len ? value->label : value->text;
  const uint32_t document = statement->document;
  const RelEventWords claim = {
      rel_describer_local(describer, document, statement->subject)->label,
      statement->predicate,
      statement->object == REL_NO_NODE
          ? words
          : rel_describer_local(describer, document, statement->object)->label};

  return rel_event_class(&claim);
}
