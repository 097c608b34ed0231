// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/compose.h"

uint32_t
rel_compose(uint32_t letter, uint32_t mark)
{
  size_t begin = 0U;
  size_t end = rel_compositions_n;

  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2U;
    const RelComposition *const it = &rel_compositions[middle];

    if (it->letter == letter && it->mark == mark) {
      return it->composed;
    }
    if (it->letter < letter || (it->letter == letter && it->mark < mark)) {
      begin = middle + 1U;
    } else {
      end = middle;
    }
  }
  return 0U;
}

uint32_t
rel_compose_letter(uint32_t code)
{
  for (size_t i = 0; i < rel_compositions_n;) {
    const bool is_found = rel_compositions[i].composed == code;

    code = is_found ? rel_compositions[i].letter : code;
    i = is_found ? 0U : i + 1U; // a letter may have two marks
  }
  return code;
}
