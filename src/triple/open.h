// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TRIPLE_OPEN_H
#define REL_TRIPLE_OPEN_H

#include "triple/sink.h"
#include "base/world.h"

#include <stdio.h>

/// Who reads the lines
typedef enum {
  REL_OPEN_PLAIN,  ///< Any reader: the document leads
  REL_OPEN_CARB,   ///< CaRB: the sentence itself leads
  REL_OPEN_BENCHIE ///< BenchIE: the sentence's number leads
} RelOpenFormat;

/// Prints the open views as lines
typedef struct {
  RelWorld *world; ///< For messages; not owned
  FILE *out;       ///< Not owned
  RelOpenFormat format;
  RelStr document; ///< Name of the one being printed; set by its first event
} RelOpenPrint;

/**
   The printer as a sink; it takes open-view triples and ignores the others.

   Fields are parted by TAB, and hold the text's words as they stand:

   - plain: document, number of the sentence, confidence (two digits),
     factuality, subject, predicate, object, then each slot with its marker.
   - CaRB: sentence, confidence (four digits), predicate, subject, object, then
     each slot with its marker. No object leaves an empty field.
   - BenchIE: number of the sentence, subject, predicate, object; and a line
     for each slot, whose relation is predicate, object and marker:
     "handcuffed him to | the bars". With neither object nor slot, no line.

   Sources: Bhardwaj et al. (2019), CaRB; Gashteovski et al. (2022), BenchIE.

   @return The sink; its status is #REL_OUTPUT when writing fails.
*/
RelSink rel_open_sink(RelOpenPrint *print);

#endif
