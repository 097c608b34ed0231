// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/tally.h"

#include <string.h>

enum { FIRST_SLOTS = 1 << 12 };

void
rel_tally_init(RelTally *tally, RelWorld *world)
{
  *tally = (RelTally){.world = world};
}

void
rel_tally_clear(RelTally *tally)
{
  rel_world_release(tally->world, tally->slots);
  rel_tally_init(tally, tally->world);
}

/// Spread the bits of a hash (Steele et al. 2014, SplitMix64's last step)
static uint64_t
mix(uint64_t hash)
{
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9U;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
  return hash ^ (hash >> 31U);
}

/// The slot that holds a hash, or the free one where it belongs
static size_t
find(const uint64_t *slots, size_t n_slots, uint64_t hash)
{
  size_t i = (size_t)hash & (n_slots - 1U);

  while (slots[i] && slots[i] != hash) {
    i = (i + 1U) & (n_slots - 1U);
  }
  return i;
}

static RelStatus
grow(RelTally *tally)
{
  const size_t n_slots = tally->n_slots ? 2U * tally->n_slots : FIRST_SLOTS;
  uint64_t *const slots =
      rel_world_realloc(tally->world, NULL, n_slots * sizeof(*slots));

  if (!slots) {
    return REL_NO_MEMORY;
  }
  memset(slots, 0, n_slots * sizeof(*slots));
  for (size_t i = 0; i < tally->n_slots; ++i) {
    if (tally->slots[i]) {
      slots[find(slots, n_slots, tally->slots[i])] = tally->slots[i];
    }
  }
  rel_world_release(tally->world, tally->slots);
  tally->slots = slots;
  tally->n_slots = n_slots;
  return REL_OK;
}

RelStatus
rel_tally_add(RelTally *tally, uint32_t group, RelStr text, bool *is_new)
{
  const uint64_t hash = mix(mix(rel_str_hash(text)) + group);
  RelStatus st = REL_OK;

  // full to one half at most after growing, to three quarters before
  if (4U * tally->n >= 3U * tally->n_slots) {
    REL_TRY(st, grow(tally));
  }
  const uint64_t key = hash ? hash : 1U; // 0 is a free slot
  const size_t i = find(tally->slots, tally->n_slots, key);
  *is_new = !tally->slots[i];
  tally->slots[i] = key;
  tally->n += *is_new;
  return REL_OK;
}
