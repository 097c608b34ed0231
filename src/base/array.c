// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/array.h"

RelStatus
rel_array_reserve(RelArena *arena, void *items, uint32_t n, uint32_t *capacity,
                  size_t item_size)
{
  if (n < *capacity) {
    return REL_OK;
  }
  if (n > UINT32_MAX / 2U) {
    return REL_NO_MEMORY;
  }

  const uint32_t wanted = n < 8U ? 16U : n * 2U;
  void *const grown = rel_arena_alloc(arena, (size_t)wanted * item_size);
  if (!grown) {
    return REL_NO_MEMORY;
  }

  void *old = NULL;
  memcpy(&old, items, sizeof(old));
  if (n) {
    memcpy(grown, old, (size_t)n * item_size);
  }
  memcpy(items, &grown, sizeof(grown));
  *capacity = wanted;
  return REL_OK;
}
