// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/nodes.h"

#include <stdlib.h>

static int
compare_appearances(const void *a, const void *b)
{
  const RelAppearance *const x = *(const RelAppearance *const *)a;
  const RelAppearance *const y = *(const RelAppearance *const *)b;
  const int by_key = rel_str_compare(x->key, y->key);

  return by_key ? by_key : rel_str_compare(x->label, y->label);
}

static int
compare_names(const void *a, const void *b)
{
  return rel_str_compare(*(const RelStr *)a, *(const RelStr *)b);
}

/// Pointers to all, sorted by key and label; null: no memory
static RelAppearance **
sort_appearances(RelArena *arena, RelAppearance *appearances, uint32_t n)
{
  RelAppearance **const sorted =
      rel_arena_calloc(arena, n, sizeof(RelAppearance *));

  for (uint32_t i = 0; sorted && i < n; ++i) {
    sorted[i] = &appearances[i];
  }
  if (sorted && n) {
    qsort(sorted, n, sizeof(RelAppearance *), compare_appearances);
  }
  return sorted;
}

static RelTermKind
strongest_kind(const uint64_t *totals)
{
  RelTermKind best = REL_TERM_THING;

  for (unsigned k = 0; k < REL_N_TERM_KINDS; ++k) {
    if (k != REL_TERM_THING && totals[k] &&
        (best == REL_TERM_THING || totals[k] > totals[best])) {
      best = (RelTermKind)k;
    }
  }
  return best;
}

/// The label with most mentions, the first one of equals
static RelStr
strongest_label(RelAppearance *const *sorted, uint32_t n)
{
  RelStr best = sorted[0]->label;
  uint64_t most = 0;
  uint64_t total = 0;

  for (uint32_t i = 0; i < n; ++i) {
    const bool is_same =
        i && rel_str_equal(sorted[i]->label, sorted[i - 1U]->label);
    total = (is_same ? total : 0U) + sorted[i]->n_mentions;
    if (total > most) {
      most = total;
      best = sorted[i]->label;
    }
  }
  return best;
}

/// Of several strings the first by bytes, whatever their order
static void
take_first(RelStr *kept, RelStr other)
{
  if (other.len && (!kept->len || rel_str_compare(other, *kept) < 0)) {
    *kept = other;
  }
}

/// All names and labels but the node's own, each once
static RelStatus
give_names(RelArena *arena, RelAppearance *const *sorted, uint32_t n,
           RelNode *node)
{
  size_t n_names = n;
  for (uint32_t i = 0; i < n; ++i) {
    n_names += sorted[i]->n_names;
  }
  if (n_names == 1U) {
    return REL_OK; // its label
  }

  RelStr *const names = rel_arena_calloc(arena, n_names, sizeof(*names));
  if (!names) {
    return REL_NO_MEMORY;
  }
  n_names = 0;
  for (uint32_t i = 0; i < n; ++i) {
    names[n_names++] = sorted[i]->label;
    for (uint32_t k = 0; k < sorted[i]->n_names; ++k) {
      names[n_names++] = sorted[i]->names[k];
    }
  }
  qsort(names, n_names, sizeof(*names), compare_names);
  node->names = names;
  for (size_t i = 0; i < n_names; ++i) {
    const bool is_repeated =
        node->n_names && rel_str_equal(names[node->n_names - 1U], names[i]);
    if (names[i].len && !is_repeated && !rel_str_equal(names[i], node->label)) {
      names[node->n_names++] = names[i];
    }
  }
  return REL_OK;
}

/// Make one node of all appearances with one key
static RelStatus
make_node(RelArena *arena, RelAppearance *const *sorted, uint32_t n,
          RelNodes *nodes)
{
  RelNode *const node = &nodes->items[nodes->n];
  uint64_t totals[REL_N_TERM_KINDS] = {0};
  uint64_t n_mentions = 0;

  for (uint32_t i = 0; i < n; ++i) {
    RelAppearance *const appearance = sorted[i];
    // one more, so that a kind is seen even without mentions
    totals[appearance->kind] += (uint64_t)appearance->n_mentions + 1U;
    n_mentions += appearance->n_mentions;
    take_first(&node->same_as, appearance->same_as);
    take_first(&node->code, appearance->code);
    appearance->node = nodes->n;
  }
  node->key = sorted[0]->key;
  node->label = strongest_label(sorted, n);
  node->kind = strongest_kind(totals);
  node->n_mentions =
      n_mentions < UINT32_MAX ? (uint32_t)n_mentions : UINT32_MAX;
  ++nodes->n;
  return give_names(arena, sorted, n, node);
}

static uint32_t
count_keys(RelAppearance *const *sorted, uint32_t n)
{
  uint32_t n_keys = n ? 1U : 0U;

  for (uint32_t i = 1; i < n; ++i) {
    n_keys += !rel_str_equal(sorted[i]->key, sorted[i - 1U]->key);
  }
  return n_keys;
}

RelStatus
rel_nodes_make(RelArena *arena, RelAppearance *appearances, uint32_t n,
               RelNodes *nodes)
{
  RelAppearance **const sorted = sort_appearances(arena, appearances, n);
  RelStatus st = REL_OK;

  nodes->n = 0;
  nodes->items = sorted ? rel_arena_calloc(arena, count_keys(sorted, n),
                                           sizeof(*nodes->items))
                        : NULL;
  if (!nodes->items) {
    return REL_NO_MEMORY;
  }
  for (uint32_t first = 0, i = 1; i <= n; ++i) {
    if (i == n || !rel_str_equal(sorted[i]->key, sorted[first]->key)) {
      REL_TRY(st, make_node(arena, sorted + first, i - first, nodes));
      first = i;
    }
  }
  return st;
}
