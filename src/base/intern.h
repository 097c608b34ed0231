// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_INTERN_H
#define REL_BASE_INTERN_H

#include "base/array.h"

/// Strings by number: equal strings get one number, from 0 in order of arrival
typedef struct {
  RelArena *arena; ///< Copies live here; not owned
  RelStr *strings; ///< By number
  uint32_t n;
  uint32_t capacity;
  uint32_t *slots;  ///< Open addressing: number + 1, or 0
  uint32_t n_slots; ///< Power of two
} RelIntern;

void rel_intern_init(RelIntern *intern, RelArena *arena);

/// Number of `str`, which is copied when new
RelStatus rel_intern_add(RelIntern *intern, RelStr str, uint32_t *number);

/// Number of `str`, or UINT32_MAX
uint32_t rel_intern_find(const RelIntern *intern, RelStr str);

#endif
