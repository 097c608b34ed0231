// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "mention/weigh.h"

RelStatus
rel_link_likely_one(RelScene *scene, uint32_t mention)
{
  const RelVerdict verdict = rel_weigh(scene, mention);

  if (verdict.antecedent != REL_NO_MENTION && verdict.margin > 0) {
    rel_drafts_join(scene->drafts, verdict.antecedent, mention, "likely");
    scene->drafts->items[mention].is_linked = true;
  }
  return REL_OK;
}

RelStatus
rel_link_likely(RelDrafts *drafts)
{
  RelScene scene;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_scene_init(&scene, drafts));
  for (uint32_t i = 0; i < drafts->n; ++i) {
    if (rel_weigh_asks(&scene, i)) {
      REL_TRY(st, rel_link_likely_one(&scene, i));
    }
    rel_scene_pass(&scene, i);
  }
  return REL_OK;
}
