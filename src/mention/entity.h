// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_ENTITY_H
#define REL_MENTION_ENTITY_H

#include "mention/draft.h"

/// Let each entity know the mention that names it best: the fullest name, the
/// first of them
void rel_entities_choose_names(RelDrafts *drafts);

/// What the entity of a mention is called; in the document's arena
RelStatus rel_entities_label(RelDrafts *drafts, uint32_t mention,
                             RelStr *label);

/// Has the entity that begins at `root` no name but a description, which others
/// of the document may have, too?
bool rel_entities_is_described(const RelDrafts *drafts, uint32_t root);

/// Number the entities by first mention, and give each its kind and label
RelStatus rel_entities_make(RelDrafts *drafts, RelMentions *mentions);

#endif
