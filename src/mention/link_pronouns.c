// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "mention/candidate.h"
#include "mention/clause.h"
#include "mention/lexicon.h"
#include "mention/weigh.h"

enum { MAX_MEMBERS = 8 };

// ------------------------------------------------------------ third person

/// "they" after "Mora and Lund": a group of its own
static RelStatus
set_members(RelDrafts *drafts, uint32_t pronoun, uint32_t first)
{
  const RelLayers *const layers = drafts->layers;
  RelCluster *const group = rel_drafts_entity(drafts, pronoun);
  uint32_t *const members =
      rel_arena_calloc(layers->arena, MAX_MEMBERS, sizeof(uint32_t));
  uint32_t n = 1U;

  if (!members) {
    return REL_NO_MEMORY;
  }
  members[0] = first;
  for (uint32_t c = layers->first_child[drafts->items[first].mention.head];
       c != REL_NO_TOKEN && n < MAX_MEMBERS; c = layers->next_child[c]) {
    if (rel_layers_dep(layers, c) == REL_DEP_CONJ &&
        drafts->by_head[c] != REL_NO_MENTION) {
      members[n++] = drafts->by_head[c];
    }
  }
  group->type = rel_drafts_entity(drafts, first)->type;
  group->is_plural = true;
  group->members = members;
  group->n_members = n;
  return REL_OK;
}

static void
join_pronoun(RelDrafts *drafts, uint32_t antecedent, uint32_t pronoun)
{
  const RelGender gender = drafts->items[pronoun].mention.gender;

  rel_drafts_join(drafts, antecedent, pronoun, "pronoun");
  if (gender == REL_GENDER_MASCULINE || gender == REL_GENDER_FEMININE) {
    RelCluster *const entity = rel_drafts_entity(drafts, pronoun);

    // "he" tells more than a tagger that took the name for a firm's
    entity->type = REL_TERM_PERSON;
    entity->gender = gender;
  }
}

/// In GUM, where the weights come from, more pronouns mean nothing that is
/// named than in news: here odds of 1 : e for an antecedent will do
static RelStatus
link_third_person(RelScene *scene, uint32_t pronoun)
{
  RelDrafts *const drafts = scene->drafts;
  RelDraft *const draft = &drafts->items[pronoun];
  const RelVerdict verdict = rel_weigh(scene, pronoun);

  if (verdict.antecedent == REL_NO_MENTION ||
      verdict.margin <= -(int32_t)REL_WEIGH_NAT) {
    return REL_OK;
  }
  draft->is_linked = true;
  if (draft->mention.is_plural &&
      rel_candidate_is_list(drafts, verdict.antecedent)) {
    return set_members(drafts, pronoun, verdict.antecedent);
  }
  join_pronoun(drafts, verdict.antecedent, pronoun);
  return REL_OK;
}

// ------------------------------------------------------------ speakers

/// Who says the quotation of a sentence: subject of its verb of saying
static uint32_t
speaker_in(const RelDrafts *drafts, uint32_t number)
{
  const RelLayers *const layers = drafts->layers;
  const RelSentence *const sentence = &layers->text->sentences[number];

  for (uint32_t i = sentence->first; i < sentence->first + sentence->n; ++i) {
    const uint32_t up = layers->parent[i];

    if (!layers->is_quoted[i] && up != REL_NO_TOKEN && !layers->is_quoted[up] &&
        rel_layers_role(layers, i) == REL_DEP_NSUBJ &&
        (layers->classes[up] & REL_WORD_QUOTE) != 0U) {
      return drafts->by_head[i];
    }
  }
  return REL_NO_MENTION;
}

static uint32_t
speaker_of(const RelDrafts *drafts, uint32_t mention)
{
  const RelText *const text = drafts->layers->text;
  const uint32_t number = drafts->items[mention].sentence;
  uint32_t found = speaker_in(drafts, number);

  if (found == REL_NO_MENTION && number + 1U < text->n_sentences &&
      text->sentences[number + 1U].paragraph ==
          text->sentences[number].paragraph) {
    found = speaker_in(drafts, number + 1U);
  }
  if (found == REL_NO_MENTION && number) {
    found = speaker_in(drafts, number - 1U);
  }
  return found;
}

static void
link_first_person(RelDrafts *drafts, uint32_t pronoun)
{
  const uint32_t head = drafts->items[pronoun].mention.head;
  const uint32_t speaker = drafts->layers->is_quoted[head]
                               ? speaker_of(drafts, pronoun)
                               : REL_NO_MENTION;

  if (speaker != REL_NO_MENTION) {
    rel_drafts_join(drafts, speaker, pronoun, "speaker");
    drafts->items[pronoun].is_linked = true;
  }
}

/// Whoever writes says "I" and "we" outside quotations: one each in a document
static void
link_narrator(RelDrafts *drafts, uint32_t pronoun, uint32_t *narrators)
{
  const RelMention *const it = &drafts->items[pronoun].mention;
  uint32_t *const first = &narrators[it->is_plural ? 1 : 0];

  if (drafts->layers->is_quoted[it->head]) {
    return;
  }
  if (*first == REL_NO_MENTION) {
    *first = pronoun;
  } else {
    rel_drafts_join(drafts, *first, pronoun, "narrator");
    drafts->items[pronoun].is_linked = true;
  }
}

RelStatus
rel_link_pronouns(RelDrafts *drafts)
{
  uint32_t narrators[] = {REL_NO_MENTION, REL_NO_MENTION};
  RelScene scene;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_scene_init(&scene, drafts));
  scene.is_careful = true;
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];

    if (draft->pronoun == REL_PRONOUN_PERSONAL && draft->person == 3U) {
      REL_TRY(st, link_third_person(&scene, i));
    } else {
      rel_link_alike_one(&scene, i);
    }
    rel_scene_pass(&scene, i);
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];

    if (draft->pronoun == REL_PRONOUN_PERSONAL && draft->person == 1U) {
      link_first_person(drafts, i);
      link_narrator(drafts, i, narrators);
    }
  }
  return REL_OK;
}
