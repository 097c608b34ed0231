// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/value.h"

#include <stdio.h>
#include <string.h>

static const char *const bound_texts[REL_N_BOUNDS] = {
    [REL_BOUND_NONE] = "",
    [REL_BOUND_ABOUT] = "about",
    [REL_BOUND_AT_LEAST] = "at-least",
    [REL_BOUND_AT_MOST] = "at-most",
    [REL_BOUND_OVER] = "over",
    [REL_BOUND_UNDER] = "under",
};

const char *
rel_bound_text(RelBound bound)
{
  return bound_texts[bound];
}

void
rel_value_text(const RelValue *value, char out[REL_VALUE_TEXT_SIZE])
{
  const char *const bound = bound_texts[value->bound];
  const char *const blank = *bound ? " " : "";

  out[0] = '\0';
  if (value->kind == REL_VALUE_NONE) {
    return;
  }
  if (value->kind == REL_VALUE_TIME) {
    const bool is_one = !strcmp(value->begin, value->end);
    snprintf(out, REL_VALUE_TEXT_SIZE, "%s%s%s%s%s", bound, blank, value->begin,
             is_one ? "" : "/", is_one ? "" : value->end);
    return;
  }
  snprintf(out, REL_VALUE_TEXT_SIZE, "%s%s%s%s%s%s%s", bound, blank,
           value->amount, *value->most ? ".." : "", value->most,
           *value->unit ? " " : "", value->unit);
}
