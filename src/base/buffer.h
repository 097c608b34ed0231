// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_BUFFER_H
#define REL_BASE_BUFFER_H

#include "base/arena.h"

/// A string under construction in an arena; zero-initialise all but `arena`
typedef struct {
  RelArena *arena;  ///< Not owned
  char *data;       ///< Always terminated once something was added
  size_t len;       ///< Bytes without the terminator
  size_t capacity;  ///< Bytes
  RelStatus status; ///< First failure; later calls do nothing
} RelBuffer;

void rel_buffer_add(RelBuffer *buffer, RelStr str);
void rel_buffer_add_char(RelBuffer *buffer, char byte);

/// The text so far; a view that the next addition invalidates
RelStr rel_buffer_str(const RelBuffer *buffer);

#endif
