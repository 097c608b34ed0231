// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/deed.h"

#include "mention/lexicon.h"
#include "parse/evidence.h"

/// Of the tagger: names of which it is surer stay what they are
static const float sure_prob = 0.8F;

/// What the document tells of one entity
typedef struct {
  bool is_settled; ///< Something else says what it is
  uint32_t n_firm; ///< Deeds of firms
  uint32_t n_state;
  RelTermKind type; ///< What they make of it, or #REL_TERM_NONE
} Deeds;

/// What is done to firms, and to states, by the verb's lemma
static uint32_t
suffered(RelStr lemma)
{
  static const char *const firm[] = {"acquire", "nationalise", "nationalize",
                                     "privatise", "privatize"};
  static const char *const state[] = {"annex", "invade"};

  if (rel_str_among(lemma, firm, sizeof(firm) / sizeof(*firm))) {
    return REL_WORD_FIRM;
  }
  return rel_str_among(lemma, state, sizeof(state) / sizeof(*state))
             ? REL_WORD_STATE
             : 0U;
}

/// Classes of what the word at `token` has, is part of, or does
static uint32_t
deed_of(const RelLayers *layers, uint32_t token)
{
  const uint32_t up = layers->parent[token];

  if (up == REL_NO_TOKEN) {
    return 0U;
  }

  const bool is_verb = rel_layers_upos(layers, up) == REL_UPOS_VERB;
  switch (rel_layers_dep(layers, token)) {
  case REL_DEP_COMPOUND:
  case REL_DEP_NMOD_POSS:
    return is_verb ? 0U : layers->classes[up];
  case REL_DEP_NMOD: {
    const uint32_t marker = rel_layers_child(layers, token, REL_DEP_CASE);
    const bool is_of =
        marker != REL_NO_TOKEN &&
        rel_str_equal(layers->tree->lemma[marker], REL_STR("of"));
    return is_of ? layers->classes[up] : 0U;
  }
  case REL_DEP_NSUBJ:
    return is_verb ? layers->classes[up] : 0U;
  case REL_DEP_OBJ:
  case REL_DEP_NSUBJ_PASS:
    return is_verb ? suffered(layers->tree->lemma[up]) : 0U;
  default:
    return 0U;
  }
}

/// How sure the tagger is of a name of this one word; 0 when it found none
static float
probability_of(const RelTree *tree, uint32_t token)
{
  uint32_t from = 0U;
  uint32_t to = tree->n_names;

  while (from < to) {
    const uint32_t middle = from + (to - from) / 2U;
    if (tree->names[middle].first < token) {
      from = middle + 1U;
    } else {
      to = middle;
    }
  }
  return from < tree->n_names && tree->names[from].first == token
             ? tree->names[from].prob
             : 0.0F;
}

/// Is it known otherwise what this mention's entity is?
static bool
settles(const RelDrafts *drafts, const RelDraft *draft)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t word = draft->mention.first;
  const uint32_t personal =
      1U << REL_EVIDENCE_FAMILY | 1U << REL_EVIDENCE_GIVEN;

  if (draft->span == UINT32_MAX) { // a demonym: a country
    return true;
  }
  return draft->mention.n > 1U || draft->country ||
         drafts->names.spans.items[draft->span].title != REL_NO_TOKEN ||
         (rel_evidence_of(layers->text->tokens + word, 1U) & personal) ||
         probability_of(layers->tree, word) >= sure_prob;
}

static bool
may_change(const RelCluster *entity)
{
  const bool is_open = entity->type == REL_TERM_PERSON ||
                       entity->type == REL_TERM_THING ||
                       entity->type == REL_TERM_NONE ||
                       (entity->type == REL_TERM_PLACE && !entity->is_sure);

  return is_open && entity->gender != REL_GENDER_MASCULINE &&
         entity->gender != REL_GENDER_FEMININE;
}

static RelTermKind
type_by(const Deeds *deeds, const RelCluster *entity)
{
  if (deeds->is_settled || deeds->n_firm == deeds->n_state ||
      !may_change(entity)) {
    return REL_TERM_NONE;
  }
  return deeds->n_firm > deeds->n_state ? REL_TERM_ORGANISATION
                                        : REL_TERM_COUNTRY;
}

static void
gather(RelDrafts *drafts, Deeds *all)
{
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];
    Deeds *const deeds = &all[rel_drafts_root(drafts, i)];

    if (draft->mention.kind == REL_MENTION_NAME) {
      const uint32_t deed = deed_of(drafts->layers, draft->mention.head);
      deeds->is_settled = deeds->is_settled || settles(drafts, draft);
      deeds->n_firm += (deed & REL_WORD_FIRM) != 0U;
      deeds->n_state += (deed & REL_WORD_STATE) != 0U;
    }
  }
}

RelStatus
rel_deeds_read(RelDrafts *drafts)
{
  Deeds *const all =
      rel_arena_calloc(drafts->layers->arena, drafts->n + 1U, sizeof(*all));

  if (!all) {
    return REL_NO_MEMORY;
  }
  gather(drafts, all);
  for (uint32_t i = 0; i < drafts->n; ++i) {
    Deeds *const deeds = &all[rel_drafts_root(drafts, i)];
    RelCluster *const entity = rel_drafts_entity(drafts, i);

    if (rel_drafts_root(drafts, i) == i) { // the first of its mentions
      deeds->type = type_by(deeds, entity);
    }
    if (deeds->type != REL_TERM_NONE) {
      entity->type = drafts->items[i].type = deeds->type;
      entity->is_sure = drafts->items[i].is_sure = true;
    }
  }
  return REL_OK;
}
