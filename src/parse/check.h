// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_CHECK_H
#define REL_PARSE_CHECK_H

#include "model/model.h"

/// Does the model know the tags in the order that tags.h has? #REL_BAD_MODEL
RelStatus rel_tags_check(RelWorld *world, const RelModel *model);

#endif
