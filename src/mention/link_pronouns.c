// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "mention/candidate.h"
#include "mention/clause.h"
#include "mention/lexicon.h"
#include "mention/ranker.h"

enum {
  MAX_MEMBERS = 8,
  ACTOR_BONUS = 150 // hundredths, as the weights
};

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

/// In news, what acts on something is a country or firm; GUM, where the weights
/// come from, has few of them
static int
actor_bonus(RelDrafts *drafts, uint32_t pronoun, uint32_t other)
{
  const RelLayers *const layers = drafts->layers;
  const RelTermKind type = rel_drafts_entity(drafts, other)->type;
  const uint32_t token = drafts->items[pronoun].mention.head;

  return (type == REL_TERM_COUNTRY || type == REL_TERM_ORGANISATION) &&
                 rel_clause_is_agent(layers, token) &&
                 rel_layers_child(layers, layers->parent[token], REL_DEP_OBJ) !=
                     REL_NO_TOKEN
             ? ACTOR_BONUS
             : 0;
}

static uint32_t
best_antecedent(RelDrafts *drafts, uint32_t pronoun)
{
  const RelRankClass class = rel_rank_class(&drafts->items[pronoun]);
  RelCandidate candidates[REL_MAX_CANDIDATES];
  const uint32_t n = rel_candidates_find(drafts, pronoun, candidates);
  RelRankFeatures features;
  uint32_t best = REL_NO_MENTION;

  rel_rank_null_features(drafts, pronoun, &features);
  int best_score = rel_rank_score(class, &features);
  for (uint32_t i = 0; i < n; ++i) {
    rel_rank_features(drafts, pronoun, candidates[i].mention,
                      candidates[i].n_passed, &features);
    int score = rel_rank_score(class, &features);

    if (class == REL_RANK_THING) {
      score += actor_bonus(drafts, pronoun, candidates[i].mention);
    }
    if (score > best_score) {
      best = candidates[i].mention;
      best_score = score;
    }
  }
  return best;
}

RelStatus
rel_link_pronoun(RelDrafts *drafts, uint32_t pronoun)
{
  RelDraft *const draft = &drafts->items[pronoun];

  if (draft->pronoun != REL_PRONOUN_PERSONAL || draft->person != 3U) {
    return REL_OK;
  }
  const uint32_t antecedent = best_antecedent(drafts, pronoun);
  if (antecedent == REL_NO_MENTION) {
    return REL_OK;
  }
  draft->is_linked = true;
  if (draft->mention.is_plural && rel_candidate_is_list(drafts, antecedent)) {
    return set_members(drafts, pronoun, antecedent);
  }
  join_pronoun(drafts, antecedent, pronoun);
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

/// Names were followed to the end of the document; now follow them again
static void
forget_last(RelDrafts *drafts)
{
  for (uint32_t i = 0; i < drafts->n; ++i) {
    drafts->clusters[i].last = REL_NO_MENTION;
  }
}

RelStatus
rel_link_pronouns(RelDrafts *drafts)
{
  uint32_t narrators[] = {REL_NO_MENTION, REL_NO_MENTION};
  RelStatus st = REL_OK;

  forget_last(drafts);
  for (uint32_t i = 0; i < drafts->n; ++i) {
    REL_TRY(st, rel_link_pronoun(drafts, i));
    rel_drafts_entity(drafts, i)->last = i;
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
