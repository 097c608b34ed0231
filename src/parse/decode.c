// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/decode.h"

#include <float.h>
#include <string.h>

/// Score of an edge or a tag that must not be
#define IMPOSSIBLE (-1e30F)

/// What the search for one tree works on; nodes are words from 1, 0 the root
typedef struct {
  uint32_t n; ///< Nodes with the root
  float *score;
  uint16_t *from;
  uint16_t *to;
  uint16_t *best;      ///< Best edge into a node comes from this one
  uint16_t *mark;      ///< Round in which a node was visited
  uint16_t *is_gone;   ///< Merged into another node
  uint16_t *first;     ///< A merged node's words are a chain by `next`, from
  uint16_t *last;      ///< first to last
  uint16_t *next;      ///< Never changed once it is set
  uint16_t *log_first; ///< Members of merged cycles: their chain ...
  uint16_t *log_last;  ///< ... as it was before,
  uint16_t *log_from;  ///< the cycle's edge into it,
  uint16_t *log_to;    ///< and the word that this edge enters
  uint32_t n_log;
} Search;

enum { N_ARRAYS = 6, N_LOGS = 4 };

RelStatus
rel_tree_decoder_init(RelTreeDecoder *self, RelArena *arena, uint32_t capacity)
{
  const size_t n = (size_t)capacity + 1U;

  *self = (RelTreeDecoder){.capacity = capacity};
  self->score = rel_arena_calloc(arena, n * n, sizeof(float));
  self->from = rel_arena_calloc(arena, n * n, sizeof(uint16_t));
  self->to = rel_arena_calloc(arena, n * n, sizeof(uint16_t));
  self->words =
      rel_arena_calloc(arena, n * (N_ARRAYS + 2U * N_LOGS), sizeof(uint16_t));
  self->trial = rel_arena_calloc(arena, n, sizeof(uint32_t));
  return self->score && self->from && self->to && self->words && self->trial
             ? REL_OK
             : REL_NO_MEMORY;
}

static Search
search_init(RelTreeDecoder *self, const float *arcs, uint32_t n_words,
            uint32_t only_root)
{
  const size_t n = (size_t)n_words + 1U;
  uint16_t *const w = self->words;
  Search s = {.n = n_words + 1U,
              .score = self->score,
              .from = self->from,
              .to = self->to};

  s.best = w;
  s.mark = w + n;
  s.is_gone = w + 2U * n;
  s.first = w + 3U * n;
  s.last = w + 4U * n;
  s.next = w + 5U * n;
  s.log_first = w + 6U * n;
  s.log_last = w + 8U * n;
  s.log_from = w + 10U * n;
  s.log_to = w + 12U * n;
  memset(w, 0, (N_ARRAYS + 2U * N_LOGS) * n * sizeof(*w));
  for (uint32_t to = 0; to < n; ++to) {
    s.first[to] = s.last[to] = (uint16_t)to;
    for (uint32_t from = 0; from < n; ++from) {
      const size_t at = (size_t)from * n + to;
      const bool is_barred = to == 0U || from == to ||
                             (from == 0U && only_root && only_root != to);
      s.score[at] = is_barred ? IMPOSSIBLE : arcs[(size_t)(to - 1U) * n + from];
      s.from[at] = (uint16_t)from;
      s.to[at] = (uint16_t)to;
    }
  }
  return s;
}

static uint32_t
best_into(const Search *s, uint32_t to)
{
  uint32_t best = to == 0U ? 1U : 0U;
  float top = -FLT_MAX;

  for (uint32_t from = 0; from < s->n; ++from) {
    const float score = s->score[(size_t)from * s->n + to];
    if (!s->is_gone[from] && from != to && score > top) {
      best = from;
      top = score;
    }
  }
  return best;
}

/// A node on a cycle of best edges, or 0
static uint32_t
find_cycle(Search *s)
{
  memset(s->mark, 0, s->n * sizeof(*s->mark));
  for (uint32_t start = 1; start < s->n; ++start) {
    uint32_t node = start;
    while (node && !s->mark[node] && !s->is_gone[start]) {
      s->mark[node] = (uint16_t)start;
      node = s->best[node];
    }
    if (node && s->mark[node] == start && !s->is_gone[start]) {
      return node;
    }
  }
  return 0U;
}

/// Edges between the cycle and `node` become edges of the cycle's first node
static void
merge_edges(Search *s, uint32_t cycle, uint32_t node)
{
  const size_t n = s->n;
  float top_out = -FLT_MAX;
  float top_in = -FLT_MAX;
  size_t out = cycle * n + node;
  size_t in = node * n + cycle;
  uint32_t member = cycle;

  do {
    const size_t leave = member * n + node;
    const size_t enter = node * n + member;
    const float gain = s->score[enter] - s->score[s->best[member] * n + member];
    if (s->score[leave] > top_out) {
      top_out = s->score[leave];
      out = leave;
    }
    if (gain > top_in) {
      top_in = gain;
      in = enter;
    }
    member = s->best[member];
  } while (member != cycle);

  s->score[cycle * n + node] = top_out;
  s->from[cycle * n + node] = s->from[out];
  s->to[cycle * n + node] = s->to[out];
  s->score[node * n + cycle] = top_in;
  s->from[node * n + cycle] = s->from[in];
  s->to[node * n + cycle] = s->to[in];
}

/// Make one node of a cycle and log how to undo it
static void
merge(Search *s, uint32_t cycle)
{
  const size_t n = s->n;
  uint32_t member = cycle;

  do {
    const size_t edge = s->best[member] * n + member;
    s->log_first[s->n_log] = s->first[member];
    s->log_last[s->n_log] = s->last[member];
    s->log_from[s->n_log] = s->from[edge];
    s->log_to[s->n_log] = s->to[edge];
    ++s->n_log;
    member = s->best[member];
    s->mark[member] = UINT16_MAX; // on this cycle
  } while (member != cycle);

  // into the root nothing leads, but an edge from it may enter the cycle
  for (uint32_t node = 0; node < s->n; ++node) {
    if (!s->is_gone[node] && s->mark[node] != UINT16_MAX) {
      merge_edges(s, cycle, node);
    }
  }
  for (member = s->best[cycle]; member != cycle; member = s->best[member]) {
    s->next[s->last[cycle]] = s->first[member];
    s->last[cycle] = s->last[member];
    s->is_gone[member] = 1U;
  }
}

/// Undo one merged member: its cycle edge counts unless a word has its head
static void
unmerge(const Search *s, uint32_t entry, uint32_t *heads)
{
  uint32_t word = s->log_first[entry];

  while (heads[word - 1U] == UINT32_MAX && word != s->log_last[entry]) {
    word = s->next[word];
  }
  if (heads[word - 1U] == UINT32_MAX) {
    heads[s->log_to[entry] - 1U] = s->log_from[entry];
  }
}

/// Maximum spanning tree; any number of roots unless `only_root` is given
static void
best_tree(RelTreeDecoder *self, const float *arcs, uint32_t n_words,
          uint32_t only_root, uint32_t *heads)
{
  Search s = search_init(self, arcs, n_words, only_root);
  uint32_t cycle = 0;

  do {
    for (uint32_t node = 1; node < s.n; ++node) {
      s.best[node] = (uint16_t)best_into(&s, node);
    }
    cycle = find_cycle(&s);
    if (cycle) {
      merge(&s, cycle);
    }
  } while (cycle);

  for (uint32_t i = 0; i < n_words; ++i) {
    heads[i] = UINT32_MAX;
  }
  for (uint32_t node = 1; node < s.n; ++node) {
    const size_t edge = (size_t)s.best[node] * s.n + node;
    if (!s.is_gone[node]) {
      heads[s.to[edge] - 1U] = s.from[edge];
    }
  }
  for (uint32_t entry = s.n_log; entry > 0U; --entry) {
    unmerge(&s, entry - 1U, heads);
  }
}

float
rel_tree_score(const float *arcs, uint32_t n, const uint32_t *heads)
{
  float sum = 0.0F;

  for (uint32_t i = 0; i < n; ++i) {
    sum += arcs[(size_t)i * (n + 1U) + heads[i]];
  }
  return sum;
}

static uint32_t
count_roots(const uint32_t *heads, uint32_t n)
{
  uint32_t n_roots = 0;

  for (uint32_t i = 0; i < n; ++i) {
    n_roots += heads[i] == 0U;
  }
  return n_roots;
}

bool
rel_tree_is_valid(const uint32_t *heads, uint32_t n)
{
  if (count_roots(heads, n) != 1U) {
    return false;
  }
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t steps = 0;
    for (uint32_t at = i + 1U; at != 0U; at = heads[at - 1U]) {
      if (at > n || ++steps > n) {
        return false;
      }
    }
  }
  return true;
}

static void
greedy_heads(const float *arcs, uint32_t n, uint32_t *heads)
{
  for (uint32_t i = 0; i < n; ++i) {
    const float *const row = arcs + (size_t)i * (n + 1U);
    uint32_t best = 0;
    for (uint32_t j = 1; j <= n; ++j) {
      best = row[j] > row[best] ? j : best;
    }
    heads[i] = best;
  }
}

void
rel_tree_decode(RelTreeDecoder *self, const float *arcs, uint32_t n,
                uint32_t *heads)
{
  greedy_heads(arcs, n, heads);
  if (rel_tree_is_valid(heads, n)) {
    return;
  }
  best_tree(self, arcs, n, 0U, heads);
  if (count_roots(heads, n) == 1U) {
    return;
  }

  // each of the roots once as the only one; the trial keeps the best so far
  enum { MAX_TRIES = 4 };
  uint32_t roots[MAX_TRIES];
  uint32_t n_roots = 0;
  for (uint32_t i = 0; i < n && n_roots < MAX_TRIES; ++i) {
    if (heads[i] == 0U) {
      roots[n_roots++] = i + 1U;
    }
  }
  float top = -FLT_MAX;
  for (uint32_t k = 0; k < n_roots; ++k) {
    best_tree(self, arcs, n, roots[k], self->trial);
    const float score = rel_tree_score(arcs, n, self->trial);
    if (score > top) {
      top = score;
      memcpy(heads, self->trial, n * sizeof(*heads));
    }
  }
}

/// The better of a name's first two states, and its column
static float
open_score(const float *at, uint32_t type, uint8_t *column)
{
  const uint32_t b = 1U + 4U * type;

  *column = (uint8_t)(at[b] >= at[b + 1U] ? b : b + 1U);
  return at[*column];
}

void
rel_bioes_decode(const float *scores, uint32_t n, uint32_t n_types,
                 uint8_t *back, uint8_t *tags)
{
  enum { MAX_COLUMNS = 64 };
  const uint32_t n_columns = 1U + 4U * n_types;
  float at[MAX_COLUMNS] = {0.0F};
  float then[MAX_COLUMNS] = {0.0F};
  float closed = 0.0F; // best score of a state outside any name
  uint8_t closed_column = 0;

  for (uint32_t k = 0; k < n_columns; ++k) {
    at[k] = IMPOSSIBLE;
  }
  for (uint32_t i = 0; i < n; ++i) {
    const float *const row = scores + (size_t)i * n_columns;
    uint8_t *const from = back + (size_t)i * n_columns;
    then[0] = closed + row[0];
    from[0] = closed_column;
    for (uint32_t t = 0; t < n_types; ++t) {
      const uint32_t b = 1U + 4U * t;
      uint8_t inside = 0;
      const float open = open_score(at, t, &inside);
      then[b] = closed + row[b];
      then[b + 1U] = open + row[b + 1U];
      then[b + 2U] = open + row[b + 2U];
      then[b + 3U] = closed + row[b + 3U];
      from[b] = from[b + 3U] = closed_column;
      from[b + 1U] = from[b + 2U] = inside;
    }
    closed = then[0];
    closed_column = 0;
    for (uint32_t b = 3; b < n_columns; b += 4U) {
      for (uint32_t k = b; k <= b + 1U; ++k) { // E and S
        if (then[k] > closed) {
          closed = then[k];
          closed_column = (uint8_t)k;
        }
      }
    }
    memcpy(at, then, n_columns * sizeof(*at));
  }

  uint8_t column = closed_column;
  for (uint32_t i = n; i > 0U; --i) {
    tags[i - 1U] = column;
    column = back[(size_t)(i - 1U) * n_columns + column];
  }
}
