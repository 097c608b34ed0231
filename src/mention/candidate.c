// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/candidate.h"

#include "mention/clause.h"

enum { WINDOW_SENTENCES = 4 };

// ------------------------------------------------------------ agreement

/// Names may have been typed wrongly: somebody's surname as a firm
static bool
may_be_person(const RelCluster *entity)
{
  return entity->type == REL_TERM_PERSON || entity->type == REL_TERM_ROLE ||
         entity->type == REL_TERM_NONE ||
         (entity->name != REL_NO_MENTION && !entity->country);
}

static bool
genders_agree(const RelDraft *pronoun, const RelCluster *entity)
{
  const RelGender gender = pronoun->mention.gender;
  const bool is_someone = entity->gender == REL_GENDER_MASCULINE ||
                          entity->gender == REL_GENDER_FEMININE;

  switch (gender) {
  case REL_GENDER_MASCULINE:
  case REL_GENDER_FEMININE:
    return (!is_someone || entity->gender == gender) && may_be_person(entity);
  case REL_GENDER_NEUTER:
    return !is_someone && entity->type != REL_TERM_PERSON &&
           entity->type != REL_TERM_ROLE;
  default:
    return true;
  }
}

bool
rel_candidate_is_list(const RelDrafts *drafts, uint32_t mention)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t conjunct = rel_layers_child(
      layers, drafts->items[mention].mention.head, REL_DEP_CONJ);

  return conjunct != REL_NO_TOKEN &&
         drafts->by_head[conjunct] != REL_NO_MENTION;
}

static bool
agrees(RelDrafts *drafts, uint32_t pronoun, uint32_t other)
{
  const RelDraft *const draft = &drafts->items[pronoun];
  const RelCluster *const entity = rel_drafts_entity(drafts, other);

  if (rel_term_is_value(entity->type)) {
    return false;
  }
  if (!draft->mention.is_plural) {
    return !entity->is_plural && genders_agree(draft, entity);
  }
  return (entity->is_plural || entity->type == REL_TERM_ORGANISATION ||
          rel_candidate_is_list(drafts, other)) &&
         genders_agree(draft, entity);
}

// ------------------------------------------------------------ binding

static bool
is_reflexive(const RelLayers *layers, uint32_t token)
{
  const RelStr form = rel_layers_form(layers, token);

  return rel_str_ends(form, REL_STR("self")) ||
         rel_str_ends(form, REL_STR("selves"));
}

/// Principles A and B: "Mora saw her" is not Mora, "saw herself" is
static bool
is_bound(const RelLayers *layers, uint32_t token, uint32_t head)
{
  const uint32_t top = rel_clause_top(layers, head);
  const bool is_same_clause = rel_clause_top(layers, token) == top;
  const bool are_arguments = layers->parent[token] == layers->parent[head] ||
                             (is_same_clause && layers->parent[head] == top &&
                              rel_layers_role(layers, head) == REL_DEP_NSUBJ);

  return is_reflexive(layers, token) ? !is_same_clause : are_arguments;
}

static bool
is_barred(const RelDrafts *drafts, const RelDraft *pronoun,
          const RelDraft *other)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t token = pronoun->mention.head;
  const uint32_t head = other->mention.head;
  const bool is_held = token >= other->mention.first &&
                       token < other->mention.first + other->mention.n;

  if (is_held || other->sentence != pronoun->sentence) {
    return is_held;
  }
  return rel_layers_dep(layers, token) == REL_DEP_NMOD_POSS
             ? layers->parent[token] == head // "his brother Jan": not Jan
             : is_bound(layers, token, head);
}

// ------------------------------------------------------------ all

bool
rel_candidate_fits(RelDrafts *drafts, uint32_t pronoun, uint32_t other)
{
  return agrees(drafts, pronoun, other) &&
         !is_barred(drafts, &drafts->items[pronoun], &drafts->items[other]);
}

bool
rel_candidate_is_open(RelDrafts *drafts, uint32_t pronoun, uint32_t other)
{
  const RelDraft *const draft = &drafts->items[other];
  const bool is_dangling =
      draft->mention.kind == REL_MENTION_PRONOUN && !draft->is_linked;

  return drafts->items[pronoun].sentence - draft->sentence <=
             (uint32_t)WINDOW_SENTENCES &&
         !is_dangling && !draft->is_title &&
         draft->mention.kind != REL_MENTION_ADJECTIVE &&
         rel_candidate_fits(drafts, pronoun, other);
}
