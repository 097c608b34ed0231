// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/buffer.h"

#include <string.h>

static RelStatus
make_room(RelBuffer *buffer, size_t more)
{
  const size_t needed = buffer->len + more + 1U;

  if (needed <= buffer->capacity) {
    return REL_OK;
  }

  const size_t wanted = needed < 64U ? 128U : needed * 2U;
  char *const data = rel_arena_alloc(buffer->arena, wanted);
  if (!data) {
    return REL_NO_MEMORY;
  }
  if (buffer->len) {
    memcpy(data, buffer->data, buffer->len);
  }
  buffer->data = data;
  buffer->capacity = wanted;
  return REL_OK;
}

void
rel_buffer_add(RelBuffer *buffer, RelStr str)
{
  buffer->status = buffer->status ? buffer->status : make_room(buffer, str.len);
  if (!buffer->status) {
    if (str.len) {
      memcpy(buffer->data + buffer->len, str.data, str.len);
    }
    buffer->len += str.len;
    buffer->data[buffer->len] = '\0';
  }
}

void
rel_buffer_add_char(RelBuffer *buffer, char byte)
{
  rel_buffer_add(buffer, (RelStr){&byte, 1U});
}

RelStr
rel_buffer_str(const RelBuffer *buffer)
{
  return (RelStr){buffer->data, buffer->len};
}
