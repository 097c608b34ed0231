// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_PARSE_H
#define REL_CLI_PARSE_H

#include "cli/options.h"

/// Print the files as CoNLL-U: `relata parse`, `relata tag`
RelStatus parse_files(const Options *options, const RelReading *reading);

#endif
