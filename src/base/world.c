// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/world.h"

#include <stdio.h>
#include <stdlib.h>

enum { MESSAGE_SIZE = 1024 };

struct RelWorldImpl {
  RelAllocator allocator;
  char message[MESSAGE_SIZE]; ///< The last error, a whole line
};

static void *
default_reallocate(void *handle, void *ptr, size_t size)
{
  (void)handle;
  if (!size) {
    free(ptr);
    return NULL;
  }
  return realloc(ptr, size);
}

RelWorld *
rel_world_new(const RelAllocator *allocator)
{
  const RelAllocator used =
      allocator ? *allocator : (RelAllocator){NULL, default_reallocate};
  RelWorld *const world = used.reallocate(used.handle, NULL, sizeof(RelWorld));

  if (world) {
    world->allocator = used;
    world->message[0] = '\0';
  }
  return world;
}

void
rel_world_free(RelWorld *world)
{
  if (world) {
    const RelAllocator used = world->allocator;
    used.reallocate(used.handle, world, 0U);
  }
}

void *
rel_world_realloc(RelWorld *world, void *ptr, size_t size)
{
  return world->allocator.reallocate(world->allocator.handle, ptr, size);
}

void
rel_world_release(RelWorld *world, void *ptr)
{
  if (ptr) {
    world->allocator.reallocate(world->allocator.handle, ptr, 0U);
  }
}

static size_t
write_place(char *out, RelPlace place)
{
  const char *const name = place.name ? place.name : "relata";
  int n = 0;

  if (place.line && place.column) {
    n = snprintf(out, MESSAGE_SIZE / 2, "%s:%u:%u: ", name, place.line,
                 place.column);
  } else if (place.line) {
    n = snprintf(out, MESSAGE_SIZE / 2, "%s:%u: ", name, place.line);
  } else {
    n = snprintf(out, MESSAGE_SIZE / 2, "%s: ", name);
  }
  return n < MESSAGE_SIZE / 2 ? (size_t)n : MESSAGE_SIZE / 2 - 1U;
}

RelStatus
rel_fail(RelWorld *world, RelStatus status, RelPlace place, const char *format,
         ...)
{
  char *const out = world->message;
  size_t n = write_place(out, place);

  n += (size_t)snprintf(out + n, MESSAGE_SIZE - n, "error: ");

  va_list args;
  va_start(args, format);
  vsnprintf(out + n, MESSAGE_SIZE - n, format, args);
  va_end(args);
  return status;
}

const char *
rel_world_error(const RelWorld *world)
{
  return world->message;
}
