// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TESTS_FAILING_H
#define REL_TESTS_FAILING_H

#include "base/world.h"

#include <stdlib.h>

/// An allocator that refuses its call number `fail_at` and all after it
typedef struct {
  size_t n_calls; ///< Requests for memory so far; frees are not counted
  size_t fail_at; ///< From 0; SIZE_MAX never fails
  size_t n_live;  ///< Blocks that nobody has given back
} Failing;

static inline void *
failing_reallocate(void *handle, void *ptr, size_t size)
{
  Failing *const self = handle;

  if (!size) {
    self->n_live -= ptr ? 1U : 0U;
    free(ptr);
    return NULL;
  }
  if (self->n_calls++ >= self->fail_at) {
    return NULL;
  }

  void *const block = realloc(ptr, size);
  self->n_live += block && !ptr ? 1U : 0U;
  return block;
}

/**
   For rel_world_new(): `Failing failing = {0, n, 0}`, a world, the work; then
   free the world and expect no live block. Raise n until the work succeeds.
*/
static inline RelAllocator
failing_allocator(Failing *failing)
{
  return (RelAllocator){failing, failing_reallocate};
}

#endif
