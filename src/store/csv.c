// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/csv.h"

#include "base/array.h"
#include "base/buffer.h"

typedef struct {
  RelArena *arena;
  RelStr text;
  size_t at;
} Reading;

/// The field at the current place; leaves the place at what ends it
static RelStatus
read_field(Reading *self, RelStr *field)
{
  RelBuffer buffer = {.arena = self->arena};
  bool is_quoted = false;

  for (; self->at < self->text.len; ++self->at) {
    const char byte = self->text.data[self->at];

    if (byte == '"') {
      const bool is_doubled = is_quoted && self->at + 1U < self->text.len &&
                              self->text.data[self->at + 1U] == '"';
      if (is_doubled) {
        rel_buffer_add_char(&buffer, byte);
        ++self->at;
      } else {
        is_quoted = !is_quoted;
      }
    } else if (!is_quoted && (byte == ',' || byte == '\n' || byte == '\r')) {
      break;
    } else {
      rel_buffer_add_char(&buffer, byte);
    }
  }
  *field = rel_buffer_str(&buffer);
  return buffer.status;
}

static bool
takes(Reading *self, char byte)
{
  const bool is_there =
      self->at < self->text.len && self->text.data[self->at] == byte;

  self->at += is_there;
  return is_there;
}

RelStatus
rel_csv_read(RelArena *arena, RelStr text, RelStoreRow on_row, void *handle)
{
  Reading reading = {arena, text, 0U};
  REL_ARRAY(RelStr) fields = {0};
  RelStatus st = REL_OK;

  while (reading.at < text.len) {
    fields.n = 0U;
    do {
      RelStr field = {0};
      REL_TRY(st, read_field(&reading, &field));
      REL_TRY(st, REL_ARRAY_PUSH(arena, &fields, field));
    } while (takes(&reading, ','));
    takes(&reading, '\r');
    takes(&reading, '\n');
    REL_TRY(st, on_row(handle, fields.items, fields.n));
  }
  return REL_OK;
}

bool
rel_csv_number(RelStr field, uint64_t *n)
{
  *n = 0;
  for (size_t i = 0; i < field.len; ++i) {
    if (field.data[i] < '0' || field.data[i] > '9') {
      return false;
    }
    *n = 10U * *n + (uint64_t)(uint8_t)(field.data[i] - '0');
  }
  return field.len > 0U && field.len < 20U;
}
