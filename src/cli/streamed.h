// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_STREAMED_H
#define REL_CLI_STREAMED_H

#include "cli/reader.h"

/// Are there so many articles, and do they only become N-Triples, that their
/// graph is better not held in memory? The result is the same
bool streamed_is_better(const Options *options);

/// Read all articles and write their graph, document by document
RelStatus streamed_write(Reader *reader);

#endif
