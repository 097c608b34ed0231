// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_FILE_H
#define REL_BASE_FILE_H

#include "base/arena.h"

#include <stdio.h>

/**
   Open a file to read its bytes piece by piece; "-" is standard input.

   #REL_BAD_FILE with a message for what is missing, a directory or unreadable;
   `stream` is null then.
*/
RelStatus rel_file_open(RelWorld *world, const char *path, FILE **stream);

/// #REL_BAD_FILE with the system's words if reading has failed
RelStatus rel_file_check(RelWorld *world, const char *path, FILE *stream);

/// Close what rel_file_open() gave; null is let be
void rel_file_close(FILE *stream);

/**
   Read a whole file, or standard input for "-", into the arena.

   The bytes are followed by a NUL that is not counted. #REL_BAD_FILE with a
   message for what is missing, a directory, unreadable, or over 1 GiB.
*/
RelStatus rel_file_read(RelArena *arena, const char *path, RelStr *bytes);

/// A file mapped read-only
typedef struct {
  const uint8_t *data;
  size_t size;
} RelMapping;

RelStatus rel_file_map(RelWorld *world, const char *path, RelMapping *mapping);
void rel_file_unmap(RelMapping *mapping);

/**
   Open a file for what does not fit into memory, which nobody else sees and
   which is gone when it is closed, also by a kill.

   @param folder Where; null: $TMPDIR, or /tmp.
*/
RelStatus rel_file_scratch(RelWorld *world, const char *folder, FILE **file);

/**
   An output that appears under its name only when it is complete.

   Bytes go to a file beside `path`; rel_output_close() flushes, syncs and
   renames it, rel_output_abort() removes it and leaves what was there before.
   A device or pipe is written in place. "-" is standard output.
*/
typedef struct {
  RelWorld *world;
  FILE *stream;    ///< Write here
  char *path;      ///< Owned
  char *part_path; ///< Owned; null where nothing is replaced
} RelOutput;

RelStatus rel_output_open(RelWorld *world, const char *path, RelOutput *out);
RelStatus rel_output_close(RelOutput *out);
void rel_output_abort(RelOutput *out);

#endif
