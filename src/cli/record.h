// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_RECORD_H
#define REL_CLI_RECORD_H

#include "cli/reader.h"

/**
   Tell the graph what reads the documents that follow: version, model, the
   options that change what is read, and the time if --run-time asks for it.

   Files that options name are known by the SHA-256 of their bytes, so that the
   same run has the same IRI in every folder.
*/
RelStatus record_run(Reader *reader, RelGraph *graph);

#endif
