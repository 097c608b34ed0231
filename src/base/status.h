// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_BASE_STATUS_H
#define REL_BASE_STATUS_H

#include <stddef.h>
#include <stdint.h>

/// What became of a call that can fail; zero is success
typedef enum {
  REL_OK = 0,
  REL_NO_MEMORY,    ///< The allocator refused
  REL_BAD_FILE,     ///< Cannot be opened, read, written or renamed
  REL_BAD_TEXT,     ///< Not text: bad UTF-8, NUL bytes, another encoding
  REL_BAD_INPUT,    ///< Text, but not of the format that it should have
  REL_BAD_MODEL,    ///< Not a model file of this version, or a damaged one
  REL_BAD_ARG,      ///< An option or argument that makes no sense
  REL_BAD_EVIDENCE, ///< A quote does not stand where it is said to
  REL_OUTPUT,       ///< A writer (RDF, picture) failed
  REL_STOPPED,      ///< A sink asked the stream to end
} RelStatus;

/// A place in the input, for messages and for provenance
typedef struct {
  const char *name; ///< File name, or "-" for standard input; not owned
  size_t offset;    ///< Bytes from the start of the input, from 0
  uint32_t line;    ///< From 1; 0 when unknown
  uint32_t column;  ///< In code points, from 1; 0 when unknown
} RelPlace;

/// One plain sentence for a status, without a full stop
const char *rel_status_text(RelStatus status);

/// Return early with the status of `call` unless it is #REL_OK
#define REL_TRY(st, call)                                                      \
  do {                                                                         \
    (st) = (call);                                                             \
    if (st) {                                                                  \
      return (st);                                                             \
    }                                                                          \
  } while (0)

#endif
