// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_LINE_H
#define REL_TRIPLE_LINE_H

#include "base/world.h"

#include <stdio.h>

// What the writers of lines and tables share

/// Print a field: TABs, line ends and other control characters become blanks
void rel_line_field(FILE *out, RelStr field);

enum { REL_FIXED_SIZE = 12 }; ///< Room for rel_fixed_text()

/**
   A share as text, "0.88", whatever the locale says.

   @param value Clamped to [0, 1]; not a number gives 0.
   @param n_digits Behind the point, 1 to 6.
   @param out Room for #REL_FIXED_SIZE bytes.
*/
void rel_fixed_text(float value, unsigned n_digits, char *out);

/// Flush; #REL_OUTPUT with the system's words if anything was not written
RelStatus rel_line_flush(RelWorld *world, FILE *out);

#endif
