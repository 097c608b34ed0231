// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK_SIZE = 1 << 16 }; // bytes; a 600-word article needs about ten

struct RelArenaBlock {
  RelArenaBlock *next;
  size_t capacity; ///< Bytes behind this header
  alignas(max_align_t) char data[];
};

void
rel_arena_init(RelArena *arena, RelWorld *world)
{
  *arena = (RelArena){world, NULL, 0U};
}

void
rel_arena_clear(RelArena *arena)
{
  while (arena->blocks) {
    RelArenaBlock *const next = arena->blocks->next;
    rel_world_release(arena->world, arena->blocks);
    arena->blocks = next;
  }
  arena->used = 0U;
}

void
rel_arena_reset(RelArena *arena)
{
  RelArenaBlock *kept = NULL;

  while (arena->blocks) {
    RelArenaBlock *const block = arena->blocks;
    arena->blocks = block->next;
    if (!kept && block->capacity == BLOCK_SIZE) {
      kept = block;
      kept->next = NULL;
    } else {
      rel_world_release(arena->world, block);
    }
  }
  arena->blocks = kept;
  arena->used = 0U;
}

static RelStatus
add_block(RelArena *arena, size_t size)
{
  const size_t capacity = size > BLOCK_SIZE ? size : BLOCK_SIZE;
  RelArenaBlock *const block =
      rel_world_realloc(arena->world, NULL, sizeof(RelArenaBlock) + capacity);

  if (!block) {
    return REL_NO_MEMORY;
  }
  block->next = arena->blocks;
  block->capacity = capacity;
  arena->blocks = block;
  arena->used = 0U;
  return REL_OK;
}

void *
rel_arena_alloc(RelArena *arena, size_t size)
{
  const size_t unit = alignof(max_align_t);

  if (size > SIZE_MAX - sizeof(RelArenaBlock) - unit) {
    return NULL;
  }
  size = (size + unit - 1U) / unit * unit;
  if (!arena->blocks || arena->blocks->capacity - arena->used < size) {
    if (add_block(arena, size)) {
      return NULL;
    }
  }

  char *const result = arena->blocks->data + arena->used;
  arena->used += size;
  return result;
}

void *
rel_arena_calloc(RelArena *arena, size_t n, size_t size)
{
  if (size && n > SIZE_MAX / size) {
    return NULL;
  }

  void *const result = rel_arena_alloc(arena, n * size);
  return result ? memset(result, 0, n * size) : NULL;
}

RelStatus
rel_arena_copy(RelArena *arena, RelStr str, RelStr *copy)
{
  char *const data = rel_arena_alloc(arena, str.len + 1U);

  if (!data) {
    return REL_NO_MEMORY;
  }
  if (str.len) {
    memcpy(data, str.data, str.len);
  }
  data[str.len] = '\0';
  *copy = (RelStr){data, str.len};
  return REL_OK;
}

RelStatus
rel_arena_format(RelArena *arena, RelStr *out, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  const int n = vsnprintf(NULL, 0U, format, args);
  va_end(args);

  char *const data = n < 0 ? NULL : rel_arena_alloc(arena, (size_t)n + 1U);
  if (!data) {
    return REL_NO_MEMORY;
  }

  va_start(args, format);
  vsnprintf(data, (size_t)n + 1U, format, args);
  va_end(args);
  *out = (RelStr){data, (size_t)n};
  return REL_OK;
}
