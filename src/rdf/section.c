// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/section.h"

#include "rdf/describe.h"
#include "rdf/meanings.h"

#include <stdlib.h>

/// Pointers to statements in an order of their own
typedef struct {
  const RelStatement **items;
  uint32_t n;
} Order;

typedef int (*Compare)(const void *a, const void *b);

static const RelStatement *
item_of(const void *place)
{
  const RelStatement *const *const item = place;

  return *item;
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare_plain(const void *a, const void *b)
{
  const RelStatement *const x = item_of(a);
  const RelStatement *const y = item_of(b);
  const int by_subject = compare_numbers(x->subject, y->subject);
  const int by_key = by_subject
                         ? by_subject
                         : rel_str_compare(x->predicate_key, y->predicate_key);

  return by_key ? by_key : compare_numbers(x->object, y->object);
}

static int
compare_keys(const void *a, const void *b)
{
  return rel_str_compare(item_of(a)->predicate_key, item_of(b)->predicate_key);
}

static int
compare_sentences(const void *a, const void *b)
{
  const RelStatement *const x = item_of(a);
  const RelStatement *const y = item_of(b);
  const int by_document = compare_numbers(x->document, y->document);
  const int by_sentence =
      by_document ? by_document
                  : compare_numbers(x->evidence.sentence, y->evidence.sentence);

  return by_sentence ? by_sentence : compare_numbers(x->number, y->number);
}

/// By the claim that they are the content of
static int
compare_contents(const void *a, const void *b)
{
  const RelStatement *const x = item_of(a);
  const RelStatement *const y = item_of(b);
  const int by_document = compare_numbers(x->document, y->document);
  const int by_outer =
      by_document ? by_document : compare_numbers(x->content_of, y->content_of);

  return by_outer ? by_outer : compare_numbers(x->number, y->number);
}

static bool
is_any(const RelStatement *statement)
{
  (void)statement;
  return true;
}

static bool
is_content(const RelStatement *statement)
{
  return statement->content_of != REL_NO_TRIPLE;
}

/// Sort pointers to those statements of a section that `is_wanted` names
static RelStatus
sort(RelArena *arena, const RelSection *section,
     bool (*is_wanted)(const RelStatement *), Compare compare, Order *order)
{
  order->n = 0;
  order->items =
      rel_arena_calloc(arena, section->n_statements, sizeof(RelStatement *));
  if (!order->items) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < section->n_statements; ++i) {
    if (is_wanted(&section->statements[i])) {
      order->items[order->n++] = &section->statements[i];
    }
  }
  if (order->n) {
    qsort(order->items, order->n, sizeof(RelStatement *), compare);
  }
  return REL_OK;
}

// ------------------------------------------------------------------ nodes

typedef REL_ARRAY(uint32_t) Nodes;

static RelStatus
note_node(RelArena *arena, Nodes *nodes, uint32_t node)
{
  return node == REL_NO_NODE ? REL_OK : REL_ARRAY_PUSH(arena, nodes, node);
}

static RelStatus
note_nodes(RelArena *arena, Nodes *nodes, const RelStatement *statement)
{
  RelStatus st = REL_OK;

  REL_TRY(st, note_node(arena, nodes, statement->subject));
  REL_TRY(st, note_node(arena, nodes, statement->object));
  REL_TRY(st, note_node(arena, nodes, statement->source));
  for (uint32_t i = 0; i < statement->n_slots; ++i) {
    REL_TRY(st, note_node(arena, nodes, statement->slots[i].node));
  }
  return st;
}

static int
compare_nodes(const void *a, const void *b)
{
  return compare_numbers(*(const uint32_t *)a, *(const uint32_t *)b);
}

/// Each once, in order
static void
sort_nodes(Nodes *nodes)
{
  uint32_t n = 0;

  if (nodes->n) {
    qsort(nodes->items, nodes->n, sizeof(*nodes->items), compare_nodes);
  }
  for (uint32_t i = 0; i < nodes->n; ++i) {
    if (!i || nodes->items[i] != nodes->items[n - 1U]) {
      nodes->items[n++] = nodes->items[i];
    }
  }
  nodes->n = n;
}

/// The nodes that a section's claims need
static RelStatus
find_nodes(RelArena *arena, const RelSection *section, Nodes *nodes)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < section->n_statements; ++i) {
    REL_TRY(st, note_nodes(arena, nodes, &section->statements[i]));
  }
  sort_nodes(nodes);
  return st;
}

/// Those that plain triples alone need
static RelStatus
find_plain_nodes(RelArena *arena, const Order *plain, Nodes *nodes)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < plain->n; ++i) {
    REL_TRY(st, note_node(arena, nodes, plain->items[i]->subject));
    REL_TRY(st, note_node(arena, nodes, plain->items[i]->object));
  }
  sort_nodes(nodes);
  return st;
}

/// The plain triples of one subject, each once
static RelStatus
write_plain(const RelDescriber *describer, const Order *plain, uint32_t node,
            uint32_t *next)
{
  RelStatus st = REL_OK;

  for (; *next < plain->n && plain->items[*next]->subject == node; ++*next) {
    const RelStatement **const item = &plain->items[*next];
    if (!*next || compare_plain(item - 1, item) != 0) {
      REL_TRY(st, rel_describe_plain(describer, *item));
    }
  }
  return st;
}

/// What the plain triples mean in the words of others
static RelStatus
find_meanings(const RelDescriber *describer, RelArena *arena,
              const Order *plain, RelMeanings *meanings)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < plain->n; ++i) {
    REL_TRY(st, rel_meanings_add(arena, describer, plain->items[i], meanings));
  }
  rel_meanings_sort(meanings);
  return st;
}

static RelStatus
write_meanings(const RelDescriber *describer, const RelMeanings *meanings,
               uint32_t node, uint32_t *next)
{
  RelStatus st = REL_OK;

  for (; *next < meanings->n && meanings->items[*next].subject == node;
       ++*next) {
    REL_TRY(st, rel_describe_meaning(describer, &meanings->items[*next]));
  }
  return st;
}

/// Each node, and behind it the plain triples that it is the subject of
static RelStatus
write_nodes(const RelDescriber *describer, const RelSection *section,
            RelArena *arena)
{
  RelStatus st = REL_OK;
  Nodes nodes = {0};
  Order plain;
  RelMeanings meanings = {0};
  uint32_t next = 0;
  uint32_t next_meaning = 0;

  REL_TRY(st,
          sort(arena, section, rel_describe_is_plain, compare_plain, &plain));
  REL_TRY(st, describer->provenance == REL_PROVENANCE_NONE
                  ? find_plain_nodes(arena, &plain, &nodes)
                  : find_nodes(arena, section, &nodes));
  REL_TRY(st, find_meanings(describer, arena, &plain, &meanings));
  for (uint32_t i = 0; i < nodes.n; ++i) {
    REL_TRY(st,
            rel_describe_node(describer, &describer->nodes[nodes.items[i]]));
    REL_TRY(st, write_plain(describer, &plain, nodes.items[i], &next));
    REL_TRY(st, write_meanings(describer, &meanings, nodes.items[i],
                               &next_meaning));
  }
  return st;
}

static RelStatus
write_appearances(const RelDescriber *describer, const RelSection *section)
{
  RelStatus st = REL_OK;
  uint32_t number = 0;

  for (uint32_t i = 0; i < section->n_appearances; ++i) {
    const RelAppearance *const one = &section->appearances[i];
    const bool is_next = i && one->document == one[-1].document;
    number = is_next ? number + 1U : 1U;
    REL_TRY(st, rel_describe_appearance(describer, one, number));
  }
  return st;
}

// ------------------------------------------------------------------ others

static RelStatus
write_relations(const RelDescriber *describer, const RelSection *section,
                RelArena *arena)
{
  RelStatus st = REL_OK;
  Order order;

  REL_TRY(st, sort(arena, section,
                   describer->provenance == REL_PROVENANCE_NONE
                       ? rel_describe_is_plain
                       : is_any,
                   compare_keys, &order));
  for (uint32_t i = 0; i < order.n; ++i) {
    const RelStatement **const item = &order.items[i];
    if (!i || compare_keys(item - 1, item) != 0) {
      REL_TRY(st, rel_describe_relation(describer, (*item)->predicate_key));
    }
  }
  return st;
}

/// Each sentence that a claim was read from
static RelStatus
write_sentences(const RelDescriber *describer, const RelSection *section,
                RelArena *arena)
{
  RelStatus st = REL_OK;
  Order order;

  REL_TRY(st, sort(arena, section, is_any, compare_sentences, &order));
  for (uint32_t i = 0; i < order.n; ++i) {
    const RelStatement *const statement = order.items[i];
    const RelStatement *const before = i ? order.items[i - 1U] : NULL;
    if (!before || before->document != statement->document ||
        before->evidence.sentence != statement->evidence.sentence) {
      REL_TRY(st, rel_describe_sentence(describer, statement));
    }
  }
  return st;
}

static bool
is_content_of(const RelStatement *inner, const RelStatement *outer)
{
  return inner->document == outer->document &&
         inner->content_of == outer->number;
}

static int
compare_outer(const void *key, const void *item)
{
  const RelStatement *const outer = key;
  const RelStatement *const inner = item_of(item);
  const int by_document = compare_numbers(outer->document, inner->document);

  return by_document ? by_document
                     : compare_numbers(outer->number, inner->content_of);
}

/// The claims inside one
static RelContents
find_contents(const Order *order, const RelStatement *outer)
{
  RelContents contents = {NULL, 0U};
  const RelStatement **const any =
      order->n ? bsearch(outer, order->items, order->n, sizeof(*order->items),
                         compare_outer)
               : NULL;

  if (any) {
    const RelStatement **first = any;
    while (first > order->items && is_content_of(first[-1], outer)) {
      --first;
    }
    const RelStatement **end = any + 1;
    while (end < order->items + order->n && is_content_of(*end, outer)) {
      ++end;
    }
    contents = (RelContents){first, (uint32_t)(end - first)};
  }
  return contents;
}

static RelStatus
write_claims(const RelDescriber *describer, const RelSection *section,
             RelArena *arena)
{
  RelStatus st = REL_OK;
  Order order;

  REL_TRY(st, sort(arena, section, is_content, compare_contents, &order));
  for (uint32_t i = 0; i < section->n_statements; ++i) {
    const RelStatement *const statement = &section->statements[i];
    const RelContents contents = find_contents(&order, statement);
    REL_TRY(st, rel_describe_claim(describer, statement, &contents));
  }
  return st;
}

/// The runs that read the section's documents
static RelStatus
write_runs(const RelDescriber *describer, const RelSection *section)
{
  const uint32_t end = section->first_document + section->n_documents;
  RelStatus st = REL_OK;

  for (uint32_t run = 0; run < describer->n_runs; ++run) {
    bool is_first = true;
    for (uint32_t i = section->first_document; i < end; ++i) {
      if (describer->documents[i].run != run) {
        continue;
      }
      if (is_first) {
        REL_TRY(st, rel_describe_run(describer, run));
        is_first = false;
      }
      REL_TRY(st, rel_describe_use(describer, i));
    }
  }
  return st;
}

static RelStatus
write_documents(const RelDescriber *describer, const RelSection *section)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < section->n_documents; ++i) {
    REL_TRY(st, rel_describe_document(describer, section->first_document + i));
  }
  return st;
}

RelStatus
rel_section_write(const RelDescriber *describer, const RelSection *section,
                  RelArena *arena)
{
  const bool has_claims = describer->provenance != REL_PROVENANCE_NONE;
  RelStatus st = REL_OK;

  if (describer->provenance == REL_PROVENANCE_FULL) {
    REL_TRY(st, write_runs(describer, section));
  }
  if (has_claims) {
    REL_TRY(st, write_documents(describer, section));
    REL_TRY(st, write_appearances(describer, section));
  }
  REL_TRY(st, write_nodes(describer, section, arena));
  REL_TRY(st, write_relations(describer, section, arena));
  if (has_claims) {
    REL_TRY(st, write_sentences(describer, section, arena));
    REL_TRY(st, write_claims(describer, section, arena));
  }
  return st;
}

RelStatus
rel_section_write_part(const RelDescriber *describer, const RelSection *section,
                       RelSectionPart part, RelArena *arena)
{
  switch (part) {
  case REL_PART_DOCUMENTS:
    return write_documents(describer, section);
  case REL_PART_APPEARANCES:
    return write_appearances(describer, section);
  case REL_PART_SENTENCES:
    return write_sentences(describer, section, arena);
  default:
    return write_claims(describer, section, arena);
  }
}
