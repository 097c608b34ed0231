// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/status.h"

const char *
rel_status_text(RelStatus status)
{
  static const char *const texts[] = {
      "Success",
      "Out of memory",
      "A file cannot be read or written",
      "The input is not UTF-8 text",
      "The input is not of the expected format",
      "The model cannot be used",
      "An option or argument makes no sense",
      "A quote does not stand in its source",
      "The output could not be made",
      "The receiver stopped the stream",
  };

  return (size_t)status < sizeof(texts) / sizeof(*texts) ? texts[status]
                                                         : "Unknown status";
}
