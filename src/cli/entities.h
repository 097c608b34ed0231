// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_ENTITIES_H
#define REL_CLI_ENTITIES_H

#include "cli/options.h"

/// List who the files speak of, or say why: `relata entities`
RelStatus entities_of_files(const Options *options, const RelReading *reading);

#endif
