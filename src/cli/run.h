// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_RUN_H
#define REL_CLI_RUN_H

#include "cli/options.h"

/// Do what the options ask; the exit status, messages on standard error
int run(const Options *options);

#endif
