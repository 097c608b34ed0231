// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_STORE_CSV_H
#define REL_STORE_CSV_H

#include "base/arena.h"
#include "store/store.h"

/**
   Read SPARQL results in CSV, row by row, names first.

   RFC 4180: fields parted by commas; one in quotes may hold commas, line ends
   and doubled quotes. Whatever the bytes, there are rows; an unclosed quote
   ends with the text.
*/
RelStatus rel_csv_read(RelArena *arena, RelStr text, RelStoreRow on_row,
                       void *handle);

/// Read a whole number, digits only, below 10^19
bool rel_csv_number(RelStr field, uint64_t *n);

#endif
