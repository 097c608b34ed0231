// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_CHILD_H
#define REL_DRAW_CHILD_H

#include "base/buffer.h"

#include <stdio.h>
#include <sys/types.h>

/// A process that does one piece of work and sends its result back
typedef struct {
  RelWorld *world; ///< Not owned
  pid_t pid;
  int pipe;        ///< Read here
  double deadline; ///< Seconds of the monotonic clock
} RelChild;

/// How a child ended
typedef enum {
  REL_CHILD_EXITED,   ///< By itself: `code` is its exit code
  REL_CHILD_CRASHED,  ///< `code` is the signal
  REL_CHILD_TIMED_OUT ///< Killed at the deadline, or out of processor time
} RelChildFate;

typedef struct {
  RelChildFate fate;
  int code;
} RelChildEnd;

/// Write the result to `out` and return the exit code, 0 to 125
typedef int (*RelChildWork)(const void *job, FILE *out);

/**
   Fork a child that works for at most `seconds` with 1 GiB of new memory.

   The child shares nothing afterwards: it cannot crash, stop or leak into its
   parent. It runs no exit handlers and writes nothing of the parent's buffers.
   Every child that started must be given to rel_child_finish().
*/
RelStatus rel_child_start(RelWorld *world, double seconds, RelChildWork work,
                          const void *job, RelChild *child);

/// Collect all that the child writes until it ends or its time is up
RelStatus rel_child_finish(RelChild *child, RelBuffer *output,
                           RelChildEnd *end);

#endif
