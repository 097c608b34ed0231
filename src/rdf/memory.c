// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/memory.h"

#include "base/buffer.h"
#include "base/intern.h"

#include <stdlib.h>
#include <string.h>

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

/// Orders in which the triples are kept
typedef enum { ORDER_SPO, ORDER_POS, ORDER_OSP, N_ORDERS } Order;

enum { FIRST_CAPACITY = 1 << 10 };

struct RelMemoryImpl {
  RelWorld *world;
  RelArena arena;  ///< Of the terms
  RelIntern terms; ///< Their keys: see add_key()
  RelArena scratch;
  RelBuffer key; ///< Under construction
  RelMemoryTriple *triples[N_ORDERS];
  uint32_t n;
  uint32_t capacity; ///< Of the first order, while triples are added
  uint32_t most;
  const char *refusal;
  const char *path; ///< Of the statements; or null
};

// ------------------------------------------------------------------- terms

/**
   What tells terms apart, in one string.

   `<iri`, `_label` or `"language NUL datatype NUL text`.
*/
static void
add_key(RelBuffer *key, const RelParsedTerm *term)
{
  if (term->kind != REL_PARSED_LITERAL) {
    rel_buffer_add_char(key, term->kind == REL_PARSED_IRI ? '<' : '_');
    rel_buffer_add(key, term->value);
    return;
  }
  rel_buffer_add_char(key, '"');
  for (size_t i = 0; i < term->language.len; ++i) {
    const char byte = term->language.data[i];
    rel_buffer_add_char(key,
                        byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte);
  }
  rel_buffer_add_char(key, '\0');
  if (!rel_str_equal(term->datatype, REL_STR(XSD_STRING))) {
    rel_buffer_add(key, term->datatype);
  }
  rel_buffer_add_char(key, '\0');
  rel_buffer_add(key, term->value);
}

RelParsedTerm
rel_memory_term(const RelMemory *memory, uint32_t number)
{
  const RelStr key = memory->terms.strings[number];
  const RelStr rest = rel_str_slice(key, 1U, key.len);

  if (*key.data != '"') {
    return (RelParsedTerm){.kind = *key.data == '<' ? REL_PARSED_IRI
                                                    : REL_PARSED_BLANK,
                           .value = rest};
  }
  const RelStr language = {rest.data, strlen(rest.data)};
  const char *const after = language.data + language.len + 1U;
  const RelStr datatype = {after, strlen(after)};
  const size_t start = language.len + datatype.len + 2U;
  return (RelParsedTerm){REL_PARSED_LITERAL,
                         rel_str_slice(rest, start, rest.len), datatype,
                         language};
}

/// The key of a term; lives until the next one
static RelStatus
make_key(RelMemory *memory, const RelParsedTerm *term, RelStr *key)
{
  memory->key.len = 0U;
  add_key(&memory->key, term);
  *key = rel_buffer_str(&memory->key);
  return memory->key.status;
}

static RelStatus
number_term(RelMemory *memory, const RelParsedTerm *term, uint32_t *number)
{
  RelStatus st = REL_OK;
  RelStr key = {0};

  REL_TRY(st, make_key(memory, term, &key));
  return rel_intern_add(&memory->terms, key, number);
}

RelStatus
rel_memory_number(RelMemory *memory, const RelParsedTerm *term,
                  uint32_t *number)
{
  RelStatus st = REL_OK;
  RelStr key = {0};

  REL_TRY(st, make_key(memory, term, &key));
  *number = rel_intern_find(&memory->terms, key);
  return st;
}

// ----------------------------------------------------------------- triples

static RelStatus
grow(RelMemory *memory)
{
  const uint32_t capacity =
      memory->capacity ? 2U * memory->capacity : FIRST_CAPACITY;
  RelMemoryTriple *const triples = rel_world_realloc(
      memory->world, memory->triples[ORDER_SPO], capacity * sizeof(*triples));

  if (!triples) {
    return REL_NO_MEMORY;
  }
  memory->triples[ORDER_SPO] = triples;
  memory->capacity = capacity;
  return REL_OK;
}

static RelStatus
on_statement(void *handle, const RelParsedStatement *statement)
{
  RelMemory *const self = handle;
  const RelPlace place = {self->path, 0U, statement->line, 0U};
  RelMemoryTriple triple = {{0U, 0U, 0U}};
  RelStatus st = REL_OK;

  if (self->n >= self->most) {
    return rel_fail(self->world, REL_BAD_INPUT, place,
                    "expected at most %u triples, not more%s", self->most,
                    self->refusal);
  }
  if (self->n == self->capacity) {
    REL_TRY(st, grow(self));
  }
  REL_TRY(st, number_term(self, &statement->subject, &triple.part[0]));
  REL_TRY(st, number_term(self, &statement->predicate, &triple.part[1]));
  REL_TRY(st, number_term(self, &statement->object, &triple.part[2]));
  self->triples[ORDER_SPO][self->n++] = triple;
  return REL_OK;
}

RelParsedSink
rel_memory_sink(RelMemory *memory)
{
  return (RelParsedSink){memory, on_statement};
}

/// Compare by the parts from `first` on, the others behind them
static int
compare_from(const RelMemoryTriple *x, const RelMemoryTriple *y, unsigned first)
{
  for (unsigned i = 0; i < 3U; ++i) {
    const unsigned part = (first + i) % 3U;
    if (x->part[part] != y->part[part]) {
      return x->part[part] < y->part[part] ? -1 : 1;
    }
  }
  return 0;
}

static int
compare_spo(const void *x, const void *y)
{
  return compare_from(x, y, 0U);
}

static int
compare_pos(const void *x, const void *y)
{
  return compare_from(x, y, 1U);
}

static int
compare_osp(const void *x, const void *y)
{
  return compare_from(x, y, 2U);
}

static uint32_t
drop_repeated(RelMemoryTriple *triples, uint32_t n)
{
  uint32_t n_kept = 0;

  for (uint32_t i = 0; i < n; ++i) {
    if (!i || compare_from(&triples[i], &triples[i - 1U], 0U)) {
      triples[n_kept++] = triples[i];
    }
  }
  return n_kept;
}

RelStatus
rel_memory_finish(RelMemory *memory)
{
  static int (*const comparisons[N_ORDERS])(const void *, const void *) = {
      compare_spo, compare_pos, compare_osp};
  const size_t size = sizeof(RelMemoryTriple);

  if (!memory->n) {
    return REL_OK;
  }
  qsort(memory->triples[ORDER_SPO], memory->n, size, compare_spo);
  memory->n = drop_repeated(memory->triples[ORDER_SPO], memory->n);
  for (unsigned i = ORDER_POS; i < N_ORDERS; ++i) {
    memory->triples[i] =
        rel_world_realloc(memory->world, NULL, memory->n * size);
    if (!memory->triples[i]) {
      return REL_NO_MEMORY;
    }
    memcpy(memory->triples[i], memory->triples[ORDER_SPO], memory->n * size);
    qsort(memory->triples[i], memory->n, size, comparisons[i]);
  }
  return REL_OK;
}

// ----------------------------------------------------------------- finding

/// The order in which the given parts of a pattern come first
static Order
order_for(const uint32_t pattern[3])
{
  const bool has_s = pattern[0] != REL_MEMORY_ANY;
  const bool has_p = pattern[1] != REL_MEMORY_ANY;
  const bool has_o = pattern[2] != REL_MEMORY_ANY;

  if (has_s && (has_p || !has_o)) {
    return ORDER_SPO;
  }
  return has_o && (has_s || !has_p) ? ORDER_OSP : has_p ? ORDER_POS : ORDER_SPO;
}

/// Compare by the first parts of the order as far as the pattern gives them
static int
compare_pattern(const RelMemoryTriple *triple, const uint32_t pattern[3],
                Order order)
{
  for (unsigned i = 0; i < 3U; ++i) {
    const unsigned part = ((unsigned)order + i) % 3U;
    if (pattern[part] == REL_MEMORY_ANY) {
      return 0;
    }
    if (triple->part[part] != pattern[part]) {
      return triple->part[part] < pattern[part] ? -1 : 1;
    }
  }
  return 0;
}

/// First triple that stands at (or, with `is_past`, behind) the pattern
static uint32_t
find_bound(const RelMemory *memory, const uint32_t pattern[3], Order order,
           bool is_past)
{
  uint32_t low = 0;
  uint32_t high = memory->n;

  while (low < high) {
    const uint32_t middle = low + (high - low) / 2U;
    const int sign =
        compare_pattern(&memory->triples[order][middle], pattern, order);
    if (sign < 0 || (is_past && !sign)) {
      low = middle + 1U;
    } else {
      high = middle;
    }
  }
  return low;
}

RelMemoryRange
rel_memory_find(const RelMemory *memory, const uint32_t pattern[3])
{
  const Order order = order_for(pattern);
  const uint32_t begin = find_bound(memory, pattern, order, false);
  const uint32_t end = find_bound(memory, pattern, order, true);

  return (RelMemoryRange){memory->n ? memory->triples[order] + begin : NULL,
                          end - begin};
}

uint32_t
rel_memory_n_triples(const RelMemory *memory)
{
  return memory->n;
}

uint32_t
rel_memory_n_terms(const RelMemory *memory)
{
  return memory->terms.n;
}

// ---------------------------------------------------------------- lifetime

RelStatus
rel_memory_new(RelWorld *world, RelMemory **memory)
{
  RelMemory *const self = rel_world_realloc(world, NULL, sizeof(RelMemory));

  *memory = self;
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelMemory){.world = world, .most = UINT32_MAX - 1U, .refusal = ""};
  rel_arena_init(&self->arena, world);
  rel_arena_init(&self->scratch, world);
  self->key.arena = &self->scratch;
  rel_intern_init(&self->terms, &self->arena);
  return REL_OK;
}

void
rel_memory_free(RelMemory *memory)
{
  if (!memory) {
    return;
  }
  for (unsigned i = 0; i < N_ORDERS; ++i) {
    rel_world_release(memory->world, memory->triples[i]);
  }
  rel_arena_clear(&memory->scratch);
  rel_arena_clear(&memory->arena);
  rel_world_release(memory->world, memory);
}

void
rel_memory_limit(RelMemory *memory, uint32_t most, const char *refusal)
{
  memory->most = most;
  memory->refusal = refusal;
}

void
rel_memory_begin(RelMemory *memory, const char *path)
{
  memory->path = path;
}

RelWorld *
rel_memory_world(const RelMemory *memory)
{
  return memory->world;
}
