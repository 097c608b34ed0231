// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/slots.h"

#include <string.h>

static int
compare_values(const RelValue *x, const RelValue *y)
{
  char texts[2][REL_VALUE_TEXT_SIZE] = {"", ""};

  if (x) {
    rel_value_text(x, texts[0]);
  }
  if (y) {
    rel_value_text(y, texts[1]);
  }
  return strcmp(texts[0], texts[1]);
}

static int
compare_slots(const RelStatementSlot *x, const RelStatementSlot *y)
{
  if (x->role != y->role) {
    return x->role < y->role ? -1 : 1;
  }
  const bool x_is_value = x->node == REL_NO_NODE;
  const bool y_is_value = y->node == REL_NO_NODE;
  if (x_is_value != y_is_value) {
    return x_is_value ? 1 : -1;
  }
  const int by_label = rel_str_compare(x->term.label, y->term.label);
  if (!by_label && x->term.namesake != y->term.namesake) {
    return x->term.namesake < y->term.namesake ? -1 : 1;
  }
  const int by_text =
      by_label ? by_label : rel_str_compare(x->term.text, y->term.text);
  if (by_text || !x_is_value) {
    return by_text;
  }
  const int by_marker = rel_str_compare(x->marker, y->marker);
  return by_marker ? by_marker : compare_values(x->value, y->value);
}

bool
rel_slots_place(RelStatementSlot *slots, uint32_t n,
                const RelStatementSlot *slot)
{
  uint32_t place = n;

  while (place && compare_slots(slot, &slots[place - 1U]) < 0) {
    --place;
  }
  if (place && !compare_slots(slot, &slots[place - 1U])) {
    return false;
  }
  memmove(slots + place + 1U, slots + place, (n - place) * sizeof(*slots));
  slots[place] = *slot;
  return true;
}
