// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_WORLD_H
#define REL_BASE_WORLD_H

#include "base/status.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdbool.h>

/// Where all memory comes from; one function as in realloc
typedef struct {
  void *handle; ///< Given back to `reallocate`
  /// Resize `ptr` (null for a new block) to `size` bytes; 0 frees, gives null
  void *(*reallocate)(void *handle, void *ptr, size_t size);
} RelAllocator;

/// Allocator, log and last error: what would else be global
typedef struct RelWorldImpl RelWorld;

/// A new world; `allocator` may be null for the C library's. Null: no memory
RelWorld *rel_world_new(const RelAllocator *allocator);
void rel_world_free(RelWorld *world);

/// Like realloc; null when the allocator refuses (old block stays)
void *rel_world_realloc(RelWorld *world, void *ptr, size_t size);
void rel_world_release(RelWorld *world, void *ptr);

/**
   Keep an error with its place and words, and return `status`.

   Words go like "expected UTF-8 continuation byte, not 0x41"; they are cut at
   500 bytes. The last one kept wins.
*/
RelStatus rel_fail(RelWorld *world, RelStatus status, RelPlace place,
                   const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 4, 5)))
#endif
    ;

/**
   The last error as one line: `file:line:column: error: words`, with the line
   and column left out when unknown; empty when nothing failed. Owned by world.
*/
const char *rel_world_error(const RelWorld *world);

#endif
