// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/line.h"

#include <errno.h>
#include <string.h>

void
rel_line_field(FILE *out, RelStr field)
{
  for (size_t i = 0; i < field.len; ++i) {
    const unsigned char byte = (unsigned char)field.data[i];
    putc(byte < 0x20U || byte == 0x7FU ? ' ' : byte, out);
  }
}

void
rel_fixed_text(float value, unsigned n_digits, char *out)
{
  uint32_t unit = 1;
  for (unsigned i = 0; i < n_digits; ++i) {
    unit *= 10U;
  }

  // written so that not-a-number becomes 0
  const double share =
      value > 0.0F ? (value < 1.0F ? (double)value : 1.0) : 0.0;
  const uint32_t number = (uint32_t)(share * unit + 0.5);
  snprintf(out, REL_FIXED_SIZE, "%u.%0*u", number / unit, (int)n_digits,
           number % unit);
}

RelStatus
rel_line_flush(RelWorld *world, FILE *out)
{
  errno = 0;
  if (!fflush(out) && !ferror(out)) {
    return REL_OK;
  }

  const RelPlace nowhere = {NULL, 0U, 0U, 0U};
  return rel_fail(world, REL_OUTPUT, nowhere, "cannot write: %s",
                  strerror(errno ? errno : EIO));
}
