// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_ENTITY_H
#define REL_MENTION_ENTITY_H

#include "mention/draft.h"

/// Number the entities by first mention, and give each its kind and label
RelStatus rel_entities_make(RelDrafts *drafts, RelMentions *mentions);

#endif
