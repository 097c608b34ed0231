// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_PRINT_H
#define REL_TRIPLE_PRINT_H

#include "triple/sink.h"
#include "base/world.h"

#include <stdio.h>

/// Prints triples for people, a line each; zero-initialise what is not given
typedef struct {
  RelWorld *world; ///< For messages; not owned
  FILE *out;       ///< Not owned
} RelPrint;

/**
   The printer as a sink.

   A document is `# name`, a triple (TAB-parted) its number with an "o" before
   it in the open view, `subject | predicate | object`, slots in parentheses,
   factuality in brackets, the claim whose content it is, confidence and rule:

       3  Norland | plan to cut | quotas (time: in May) [asserted]  0.91  verb
       4  Norland | cut | quotas [planned] in 3  0.88  verb.xcomp

   The object is "-" when there is none. #REL_OUTPUT when writing fails.
*/
RelSink rel_print_sink(RelPrint *print);

#endif
