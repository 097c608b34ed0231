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

RelStatus
rel_roles_fold(RelArena *arena, const RelGraph *graph, uint32_t **roles,
               bool **is_folded)
{
  uint32_t n_nodes = 0U;
  uint32_t n_statements = 0U;
  const RelNode *const nodes = rel_graph_nodes(graph, &n_nodes);
  const RelStatement *const statements =
      rel_graph_statements(graph, &n_statements);

  uint32_t *const role_of = rel_arena_calloc(arena, n_nodes, sizeof(uint32_t));
  float *const best = rel_arena_calloc(arena, n_nodes, sizeof(float));
  bool *const folded = rel_arena_calloc(arena, n_nodes, sizeof(bool));
  if (!role_of || !best || !folded) {
    return REL_NO_MEMORY;
  }

  find_folded(nodes, statements, n_statements, folded);
  for (uint32_t i = 0U; i < n_nodes; ++i) {
    role_of[i] = REL_NO_NODE;
  }
  for (uint32_t i = 0U; i < n_statements; ++i) {
    const RelStatement *const s = &statements[i];
    if (is_holding(s) && folded[s->object] &&
        (role_of[s->subject] == REL_NO_NODE ||
         s->confidence > best[s->subject])) {
      role_of[s->subject] = s->object;
      best[s->subject] = s->confidence;
    }
  }
  *roles = role_of;
  *is_folded = folded;
  return REL_OK;
}
