// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "mention/weigh.h"

/// Can its words speak of something again? "A" and "some" begin something new,
/// and so does a clause that tells which one is meant; what somebody owns waits
/// until the owners are known
static bool
may_return(const RelProfile *profile)
{
  const bool is_fit = profile->kind == REL_KIND_THE ||
                      profile->kind == REL_KIND_PLURAL ||
                      profile->kind == REL_KIND_BARE;

  return is_fit && !(profile->tail & REL_TAIL_CLAUSE);
}

static bool
is_asked(RelScene *scene, uint32_t mention)
{
  const RelDraft *const draft = &scene->drafts->items[mention];
  const RelCluster *const entity = rel_drafts_entity(scene->drafts, mention);

  return scene->n_alike[mention] > 0U &&
         draft->mention.kind == REL_MENTION_NOMINAL &&
         may_return(&scene->profiles.items[mention]) &&
         rel_weigh_asks(scene, mention) && entity->name == REL_NO_MENTION &&
         !entity->country && !entity->n_members;
}

/// Odds of e : 1 or better: on GUM's training part 86 of 100 such pairs are one
void
rel_link_alike_one(RelScene *scene, uint32_t mention)
{
  const bool is_careful = scene->is_careful;

  if (!is_asked(scene, mention)) {
    return;
  }
  scene->is_careful = false; // that is for pronouns
  const RelVerdict verdict = rel_weigh_alike(scene, mention);
  scene->is_careful = is_careful;
  if (verdict.antecedent != REL_NO_MENTION &&
      verdict.margin >= (int32_t)REL_WEIGH_NAT) {
    rel_drafts_join(scene->drafts, verdict.antecedent, mention, "words.alike");
    scene->drafts->items[mention].is_linked = true;
  }
}
