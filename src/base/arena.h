// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_ARENA_H
#define REL_BASE_ARENA_H

#include "base/world.h"

/// Memory that is taken piece by piece and given back in one call
typedef struct RelArenaBlock RelArenaBlock;
typedef struct {
  RelWorld *world;       ///< Where blocks come from; not owned
  RelArenaBlock *blocks; ///< Newest first; owned
  size_t used;           ///< Bytes taken from the newest block
} RelArena;

void rel_arena_init(RelArena *arena, RelWorld *world);

/// Give everything back; the arena can be used again
void rel_arena_clear(RelArena *arena);

/// Give all pieces back but keep a block for the next ones, so that using an
/// arena again and again needs no memory from outside
void rel_arena_reset(RelArena *arena);

/// `size` bytes aligned for any object, uninitialised; null: no memory
void *rel_arena_alloc(RelArena *arena, size_t size);

/// `n` objects of `size` bytes, zeroed; null: no memory or overflow
void *rel_arena_calloc(RelArena *arena, size_t n, size_t size);

/// A terminated copy of `str` that lives as long as the arena
RelStatus rel_arena_copy(RelArena *arena, RelStr str, RelStr *copy);

/// printf into the arena
RelStatus rel_arena_format(RelArena *arena, RelStr *out, const char *format,
                           ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

#endif
