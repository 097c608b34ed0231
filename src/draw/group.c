// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/group.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_MEMBERS = 7 }; // lines of one card

/// Not in a group
#define ALONE UINT32_MAX

/// The edges on their way into groups
typedef struct {
  RelArena *arena;
  RelPlan *plan;
  const RelNode *nodes;
  uint32_t *degrees; ///< By node of the graph
  uint32_t *leaders; ///< By edge: the first of its group, or #ALONE
  uint32_t *sizes;   ///< By edge that leads: edges of its group
} Grouping;

static bool
is_leaf(const Grouping *self, const RelPlanEdge *edge)
{
  const uint32_t to = edge->bundle.to;

  return self->degrees[to] == 1U && edge->n_labels == 1U &&
         !edge->labels[0].amount.len &&
         !rel_kind_is_actor(self->nodes[to].kind);
}

static bool
tells_the_same(const Grouping *self, const RelPlanEdge *a, const RelPlanEdge *b)
{
  return a->bundle.from == b->bundle.from && a->bundle.line == b->bundle.line &&
         self->nodes[a->bundle.to].kind == self->nodes[b->bundle.to].kind &&
         a->labels[0].source == b->labels[0].source &&
         rel_str_equal(a->labels[0].predicate, b->labels[0].predicate) &&
         rel_str_equal(a->labels[0].time, b->labels[0].time);
}

/// The first edge before `i` that tells the same and has room
static uint32_t
find_leader(const Grouping *self, uint32_t i)
{
  const RelPlanEdge *const edges = self->plan->edges;

  for (uint32_t k = 0U; k < i; ++k) {
    if (self->leaders[k] == k && self->sizes[k] < MAX_MEMBERS &&
        tells_the_same(self, &edges[k], &edges[i])) {
      return k;
    }
  }
  return i;
}

static void
find_groups(Grouping *self)
{
  const RelPlan *const plan = self->plan;

  for (uint32_t i = 0U; i < plan->n_edges; ++i) {
    ++self->degrees[plan->edges[i].bundle.from];
    ++self->degrees[plan->edges[i].bundle.to];
  }
  for (uint32_t i = 0U; i < plan->n_edges; ++i) {
    self->leaders[i] = ALONE;
    if (is_leaf(self, &plan->edges[i])) {
      self->leaders[i] = find_leader(self, i);
      ++self->sizes[self->leaders[i]];
    }
  }
}

/// Give the edge that leads the nodes and the statements of its group
static RelStatus
gather(const Grouping *self, uint32_t leader)
{
  RelPlanEdge *const edges = self->plan->edges;
  uint32_t n_strokes = 0U;
  uint32_t n_ends = 0U;

  for (uint32_t i = leader; i < self->plan->n_edges; ++i) {
    n_strokes += self->leaders[i] == leader ? edges[i].bundle.n_strokes : 0U;
  }
  uint32_t *const ends =
      rel_arena_calloc(self->arena, self->sizes[leader], sizeof(uint32_t));
  RelStroke *const strokes =
      rel_arena_calloc(self->arena, n_strokes, sizeof(RelStroke));
  if (!ends || !strokes) {
    return REL_NO_MEMORY;
  }
  n_strokes = 0U;
  for (uint32_t i = leader; i < self->plan->n_edges; ++i) {
    const RelBundle *const bundle = &edges[i].bundle;
    if (self->leaders[i] == leader) {
      memcpy(&strokes[n_strokes], bundle->strokes,
             bundle->n_strokes * sizeof(RelStroke));
      n_strokes += bundle->n_strokes;
      ends[n_ends++] = bundle->to;
    }
  }
  edges[leader].bundle.strokes = strokes;
  edges[leader].bundle.n_strokes = n_strokes;
  edges[leader].ends = ends;
  edges[leader].n_ends = n_ends;
  return REL_OK;
}

RelStatus
rel_group_leaves(RelArena *arena, RelPlan *plan)
{
  Grouping self = {.arena = arena, .plan = plan};
  uint32_t n_nodes = 0U;
  uint32_t n_kept = 0U;
  RelStatus st = REL_OK;

  self.nodes = rel_graph_nodes(plan->graph, &n_nodes);
  self.degrees = rel_arena_calloc(arena, n_nodes, sizeof(uint32_t));
  self.leaders = rel_arena_calloc(arena, plan->n_edges, sizeof(uint32_t));
  self.sizes = rel_arena_calloc(arena, plan->n_edges, sizeof(uint32_t));
  if (!self.degrees || !self.leaders || !self.sizes) {
    return REL_NO_MEMORY;
  }
  find_groups(&self);
  for (uint32_t i = 0U; i < plan->n_edges; ++i) {
    if (self.leaders[i] == i && self.sizes[i] > 1U) {
      REL_TRY(st, gather(&self, i));
    }
  }
  for (uint32_t i = 0U; i < plan->n_edges; ++i) {
    if (self.leaders[i] == ALONE || self.leaders[i] == i) {
      plan->edges[n_kept++] = plan->edges[i];
    }
  }
  plan->n_edges = n_kept;
  return st;
}
