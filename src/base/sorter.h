// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_SORTER_H
#define REL_BASE_SORTER_H

#include "base/array.h"

#include <stdio.h>

/**
   Records sorted by their bytes, however many there are.

   What does not fit into `room` bytes goes to a file of its own as a sorted
   run; runs are merged when they are read. Equal records come out once.
*/
typedef struct {
  RelWorld *world;
  RelArena arena; ///< Of the records in memory
  FILE *file;     ///< Runs one behind the other; null: none yet. Owned
  const char *folder;
  size_t room;
  size_t used; ///< Bytes of the records in memory
  REL_ARRAY(RelStr) records;
  struct RelSorterRun *runs; ///< Owned
  uint32_t n_runs;
  uint32_t next; ///< In memory
  RelStr last;   ///< The record that came last; its bytes are `last_bytes`
  char *last_bytes;
  size_t last_room;
  bool has_last;
} RelSorter;

/// @param folder For the file, which nobody sees; kept, not copied
void rel_sorter_init(RelSorter *sorter, RelWorld *world, const char *folder,
                     size_t room);
void rel_sorter_clear(RelSorter *sorter);

/// Add a copy of a record, of less than 4 GiB
RelStatus rel_sorter_add(RelSorter *sorter, RelStr record);

/// No more records come
RelStatus rel_sorter_finish(RelSorter *sorter);

/// The next record, valid until the next call; `*record` without data: the end
RelStatus rel_sorter_next(RelSorter *sorter, RelStr *record);

#endif
