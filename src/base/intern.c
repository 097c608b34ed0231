// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/intern.h"

void
rel_intern_init(RelIntern *intern, RelArena *arena)
{
  *intern = (RelIntern){arena, NULL, 0U, 0U, NULL, 0U};
}

/// The slot where `str` stands or would stand; there must be slots
static uint32_t
find_slot(const RelIntern *intern, RelStr str)
{
  const uint32_t mask = intern->n_slots - 1U;
  uint32_t slot = (uint32_t)rel_str_hash(str) & mask;

  while (intern->slots[slot] &&
         !rel_str_equal(intern->strings[intern->slots[slot] - 1U], str)) {
    slot = (slot + 1U) & mask;
  }
  return slot;
}

static RelStatus
grow_slots(RelIntern *intern)
{
  const uint32_t n_slots = intern->n_slots ? intern->n_slots * 2U : 64U;
  uint32_t *const slots =
      rel_arena_calloc(intern->arena, n_slots, sizeof(*slots));

  if (!slots) {
    return REL_NO_MEMORY;
  }
  intern->slots = slots;
  intern->n_slots = n_slots;
  for (uint32_t i = 0; i < intern->n; ++i) {
    intern->slots[find_slot(intern, intern->strings[i])] = i + 1U;
  }
  return REL_OK;
}

RelStatus
rel_intern_add(RelIntern *intern, RelStr str, uint32_t *number)
{
  RelStatus st = REL_OK;

  *number = rel_intern_find(intern, str);
  if (*number != UINT32_MAX) {
    return REL_OK;
  }
  // at most half full
  if (intern->n * 2U >= intern->n_slots) {
    REL_TRY(st, grow_slots(intern));
  }
  REL_TRY(st, rel_array_reserve(intern->arena, (void *)&intern->strings,
                                intern->n, &intern->capacity, sizeof(RelStr)));
  REL_TRY(st, rel_arena_copy(intern->arena, str, &intern->strings[intern->n]));

  intern->slots[find_slot(intern, str)] = intern->n + 1U;
  *number = intern->n++;
  return REL_OK;
}

uint32_t
rel_intern_find(const RelIntern *intern, RelStr str)
{
  if (!intern->n_slots) {
    return UINT32_MAX;
  }

  const uint32_t found = intern->slots[find_slot(intern, str)];
  return found ? found - 1U : UINT32_MAX;
}
