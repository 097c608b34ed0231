// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/clause.h"

enum { MAX_CLIMB = 40 };

static bool
is_clause(const RelLayers *layers, uint32_t token)
{
  switch (rel_layers_role(layers, token)) {
  case REL_DEP_CCOMP:
  case REL_DEP_ADVCL:
  case REL_DEP_ACL:
  case REL_DEP_XCOMP:
  case REL_DEP_CSUBJ:
  case REL_DEP_PARATAXIS:
    return true;
  case REL_DEP_CONJ:
    return rel_layers_upos(layers, token) == REL_UPOS_VERB;
  default:
    return false;
  }
}

uint32_t
rel_clause_top(const RelLayers *layers, uint32_t token)
{
  for (uint32_t k = 0; k < MAX_CLIMB; ++k) {
    const uint32_t up = layers->parent[token];

    if (up == REL_NO_TOKEN || is_clause(layers, token)) {
      return token;
    }
    token = up;
  }
  return token;
}

bool
rel_clause_commands(const RelLayers *layers, uint32_t head, uint32_t token)
{
  const uint32_t verb = layers->parent[head];

  if (verb == REL_NO_TOKEN || rel_layers_role(layers, head) != REL_DEP_NSUBJ) {
    return false;
  }
  for (uint32_t k = 0; k < MAX_CLIMB && token != REL_NO_TOKEN; ++k) {
    if (token == verb) {
      return true;
    }
    token = layers->parent[token];
  }
  return false;
}

bool
rel_clause_is_agent(const RelLayers *layers, uint32_t token)
{
  const uint32_t verb = layers->parent[token];

  return verb != REL_NO_TOKEN &&
         rel_layers_dep(layers, token) == REL_DEP_NSUBJ &&
         rel_layers_upos(layers, verb) == REL_UPOS_VERB;
}

bool
rel_clause_is_main_subject(const RelLayers *layers, uint32_t token)
{
  const uint32_t verb = layers->parent[token];

  return verb != REL_NO_TOKEN &&
         rel_layers_role(layers, token) == REL_DEP_NSUBJ &&
         layers->parent[verb] == REL_NO_TOKEN;
}
