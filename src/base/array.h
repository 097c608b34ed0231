// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_ARRAY_H
#define REL_BASE_ARRAY_H

#include "base/arena.h"

#include <string.h>

/**
   A growing list of `T` in an arena: `REL_ARRAY(RelToken) tokens = {0};`

   Growing doubles the room and leaves the old block to the arena, so an array
   of n items has cost at most 3 n items of memory when its arena dies.
*/
#define REL_ARRAY(T)                                                           \
  struct {                                                                     \
    T *items;                                                                  \
    uint32_t n;                                                                \
    uint32_t capacity;                                                         \
  }

/// Append `item`; gives #REL_OK or #REL_NO_MEMORY
#define REL_ARRAY_PUSH(arena, array, item)                                     \
  (rel_array_reserve((arena), (void *)&(array)->items, (array)->n,             \
                     &(array)->capacity, sizeof(*(array)->items))              \
       ? REL_NO_MEMORY                                                         \
       : ((array)->items[(array)->n] = (item), ++(array)->n, REL_OK))

/// Make room for one more item; `items` is the address of the item pointer
RelStatus rel_array_reserve(RelArena *arena, void *items, uint32_t n,
                            uint32_t *capacity, size_t item_size);

#endif
