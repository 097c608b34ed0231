// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/mention.h"

#include "mention/correction.h"
#include "mention/deed.h"
#include "mention/entity.h"
#include "mention/identity.h"
#include "mention/link.h"

RelStatus
rel_mentions_find(RelArena *arena, const RelText *text, const RelTree *tree,
                  const RelMentionOptions *options, RelMentions *mentions)
{
  const bool is_likely = options && options->joins_likely;
  RelLayers layers;
  RelDrafts drafts;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_layers_init(&layers, arena, text, tree));
  REL_TRY(st, rel_drafts_find(&layers, is_likely, &drafts));
  REL_TRY(st, rel_link_names(&drafts));
  REL_TRY(st, rel_deeds_read(&drafts));
  REL_TRY(st, rel_link_nominals(&drafts));
  REL_TRY(st, rel_link_groups(&drafts));
  REL_TRY(st,
          is_likely ? rel_link_likely(&drafts) : rel_link_pronouns(&drafts));
  REL_TRY(st, rel_link_owned(&drafts));
  REL_TRY(st, rel_identities_find(&drafts));
  if (options && options->guide) {
    REL_TRY(st, rel_guide_apply(options->guide, &drafts));
  }
  return rel_entities_make(&drafts, mentions);
}
