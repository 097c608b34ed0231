// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

bool
option_is_one_of(const char *text, const char *const *words, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    if (!strcmp(text, words[i])) {
      return true;
    }
  }
  return false;
}

bool
option_is_number(const char *text, double low, double high)
{
  char *end = NULL;
  const double value = strtod(text, &end);

  return *text && !*end && value >= low && value <= high;
}

float
option_number(const char *text, float usual)
{
  return text ? strtof(text, NULL) : usual;
}

RelProvenance
option_provenance(const char *text)
{
  unsigned provenance = REL_PROVENANCE_FULL;

  while (text && provenance < REL_N_PROVENANCES &&
         strcmp(text, rel_provenance_text((RelProvenance)provenance)) != 0) {
    ++provenance;
  }
  return (RelProvenance)provenance;
}
