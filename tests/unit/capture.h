// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TESTS_CAPTURE_H
#define REL_TESTS_CAPTURE_H

#include <stdio.h>
#include <stdlib.h>

/// A stream that keeps what is written to it
typedef struct {
  FILE *stream;
  char *text; ///< Terminated; complete after capture_text()
  size_t len; ///< Bytes
} Capture;

static inline FILE *
capture_begin(Capture *capture)
{
  capture->text = NULL;
  capture->stream = open_memstream(&capture->text, &capture->len);
  if (!capture->stream) {
    abort();
  }
  return capture->stream;
}

/// What was written so far
static inline const char *
capture_text(Capture *capture)
{
  fflush(capture->stream);
  return capture->text;
}

static inline void
capture_end(Capture *capture)
{
  fclose(capture->stream);
  free(capture->text);
}

#endif
