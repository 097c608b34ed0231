// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/role.h"

static bool
is_holding(const RelStatement *statement)
{
  return rel_str_equal(statement->predicate, REL_STR("hold role")) &&
         statement->is_asserted && statement->object != REL_NO_NODE &&
         statement->object != statement->subject;
}

static void
find_folded(const RelNode *nodes, const RelStatement *statements,
            uint32_t n_statements, bool *is_folded)
{
  for (uint32_t i = 0U; i < n_statements; ++i) {
    const RelStatement *const s = &statements[i];
    if (is_holding(s) && nodes[s->object].kind == REL_TERM_ROLE) {
      is_folded[s->object] = true;
    }
  }
  for (uint32_t i = 0U; i < n_statements; ++i) {
    const RelStatement *const s = &statements[i];
    if (s->object != REL_NO_NODE) {
      is_folded[s->subject] = false;
      is_folded[s->object] = is_folded[s->object] && is_holding(s);
    }
  }
}

static void
fold_roles(const RelStatement *statements, uint32_t n, float *best,
           RelFolds *folds)
{
  for (uint32_t i = 0U; i < n; ++i) {
    const RelStatement *const s = &statements[i];
    if (is_holding(s) && folds->is_folded[s->object] &&
        (folds->roles[s->subject] == REL_NO_NODE ||
         s->confidence > best[s->subject])) {
      folds->roles[s->subject] = s->object;
      best[s->subject] = s->confidence;
    }
  }
}

/// "The yard is based in Lorne", and of Lorne nothing else is told
static bool
is_mere_place(const RelNode *nodes, const RelStatement *s)
{
  static const char *const predicates[] = {
      "based in", "be based in", "be in", "be located in", "in", "located in"};

  return s->is_asserted && s->object != REL_NO_NODE &&
         rel_term_is_place(nodes[s->object].kind) &&
         nodes[s->object].degree == 1U && nodes[s->subject].degree > 1U &&
         rel_str_among(s->predicate, predicates,
                       sizeof(predicates) / sizeof(predicates[0]));
}

static void
fold_places(const RelNode *nodes, const RelStatement *statements, uint32_t n,
            RelFolds *folds)
{
  for (uint32_t i = 0U; i < n; ++i) {
    const RelStatement *const s = &statements[i];
    if (is_mere_place(nodes, s) && folds->places[s->subject] == REL_NO_NODE) {
      folds->places[s->subject] = i;
      folds->is_folded[s->object] = true;
    }
  }
}

RelStatus
rel_folds_find(RelArena *arena, const RelGraph *graph, RelFolds *folds)
{
  uint32_t n_nodes = 0U;
  uint32_t n_statements = 0U;
  const RelNode *const nodes = rel_graph_nodes(graph, &n_nodes);
  const RelStatement *const statements =
      rel_graph_statements(graph, &n_statements);
  float *const best = rel_arena_calloc(arena, n_nodes, sizeof(float));

  folds->roles = rel_arena_calloc(arena, n_nodes, sizeof(uint32_t));
  folds->places = rel_arena_calloc(arena, n_nodes, sizeof(uint32_t));
  folds->is_folded = rel_arena_calloc(arena, n_nodes, sizeof(bool));
  if (!best || !folds->roles || !folds->places || !folds->is_folded) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0U; i < n_nodes; ++i) {
    folds->roles[i] = REL_NO_NODE;
    folds->places[i] = REL_NO_NODE;
  }
  find_folded(nodes, statements, n_statements, folds->is_folded);
  fold_roles(statements, n_statements, best, folds);
  fold_places(nodes, statements, n_statements, folds);
  return REL_OK;
}
