// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/ranker.h"

#include "mention/candidate.h"
#include "mention/clause.h"

/// First feature of each group; a group of n buckets has n features
enum {
  AT_DISTANCE = 0,             // 4 distances, 3 roles of the pronoun
  AT_ROLES = AT_DISTANCE + 12, // 9 roles, 3 of the pronoun
  AT_PLACE = AT_ROLES + 27,    // 9 roles, 3 distances
  AT_KIND = AT_PLACE + 27,     // 6 kinds, 2 places
  AT_COMMAND = AT_KIND + 12,   // yes or no, 3 roles of the pronoun
  AT_OFTEN = AT_COMMAND + 6,   // 6 counts
  AT_GENDER = AT_OFTEN + 6,    // known or not
  AT_TYPE = AT_GENDER + 2,     // 8 types, sure or not, 3 ways to act
  AT_PASSED = AT_TYPE + 48,    // 6 counts
  AT_CLAUSE = AT_PASSED + 6,   // same clause, main subject, neither
  AT_QUOTE = AT_CLAUSE + 3,    // same, pronoun only, candidate only
  AT_FIRST = AT_QUOTE + 3,     // first of its sentence or not
  AT_LAST = AT_FIRST + 2,      // sentence of the entity's last mention: 3
  AT_NUMBER = AT_LAST + 3,     // number agrees, singular, "A and B"
  AT_PARALLEL = AT_NUMBER + 3, // same role; same verb too: 4
  AT_PATH = AT_PARALLEL + 4,   // 7 ties of the clauses, subject or not
  AT_NULL = AT_PATH + 14,      // no antecedent: 4 of the verb, 6 more
  N_FEATURES = AT_NULL + 24,
};

_Static_assert((int)N_FEATURES == (int)REL_N_RANK_FEATURES, "count them");

static void
add(RelRankFeatures *features, unsigned group, unsigned bucket)
{
  features->ids[features->n++] = (uint8_t)(group + bucket);
}

static unsigned
at_most(uint32_t value, unsigned most)
{
  return value < most ? (unsigned)value : most;
}

RelRankClass
rel_rank_class(const RelDraft *pronoun)
{
  if (pronoun->mention.is_plural) {
    return REL_RANK_PLURAL;
  }
  return pronoun->mention.gender == REL_GENDER_NEUTER ? REL_RANK_THING
                                                      : REL_RANK_PERSON;
}

static unsigned
pronoun_role(const RelLayers *layers, uint32_t token)
{
  if (rel_layers_dep(layers, token) == REL_DEP_NMOD_POSS) {
    return 2U;
  }
  return rel_layers_role(layers, token) == REL_DEP_NSUBJ ? 0U : 1U;
}

static unsigned
candidate_role(const RelLayers *layers, uint32_t token)
{
  const RelDep dep = rel_layers_dep(layers, token);

  switch (rel_dep_universal(dep)) {
  case REL_DEP_NSUBJ:
    return dep == REL_DEP_NSUBJ_PASS ? 1U : 0U;
  case REL_DEP_OBJ:
  case REL_DEP_IOBJ:
    return 2U;
  case REL_DEP_OBL:
    return 3U;
  case REL_DEP_NMOD:
    return dep == REL_DEP_NMOD_POSS ? 5U : 4U;
  case REL_DEP_CONJ:
    return 6U;
  case REL_DEP_APPOS:
    return 7U;
  default:
    return 8U;
  }
}

static unsigned
kind_bucket(const RelDraft *draft)
{
  if (draft->mention.kind == REL_MENTION_PRONOUN) {
    return 5U;
  }
  if (draft->mention.kind == REL_MENTION_NAME) {
    return draft->mention.n > 1U ? 0U : 1U;
  }
  if (draft->is_owned) {
    return 4U;
  }
  return draft->is_definite ? 2U : 3U;
}

static unsigned
type_bucket(RelTermKind type)
{
  switch (type) {
  case REL_TERM_PERSON:
    return 0U;
  case REL_TERM_ROLE:
    return 1U;
  case REL_TERM_COUNTRY:
    return 2U;
  case REL_TERM_ORGANISATION:
    return 3U;
  case REL_TERM_PLACE:
    return 4U;
  case REL_TERM_EVENT:
    return 5U;
  case REL_TERM_WORK:
    return 6U;
  default:
    return 7U;
  }
}

static unsigned
often_bucket(uint32_t n)
{
  return n < 5U ? at_most(n ? n - 1U : 0U, 3U) : (n < 8U ? 4U : 5U);
}

static unsigned
quote_bucket(const RelLayers *layers, uint32_t pronoun, uint32_t other)
{
  if (layers->is_quoted[pronoun] == layers->is_quoted[other]) {
    return 0U;
  }
  return layers->is_quoted[pronoun] ? 1U : 2U;
}

static unsigned
clause_bucket(const RelLayers *layers, uint32_t pronoun, uint32_t other)
{
  if (rel_clause_top(layers, pronoun) == rel_clause_top(layers, other)) {
    return 0U;
  }
  return rel_clause_is_main_subject(layers, other) ? 1U : 2U;
}

static bool
is_first_of_sentence(const RelDrafts *drafts, uint32_t mention)
{
  return !mention || drafts->items[mention - 1U].sentence !=
                         drafts->items[mention].sentence;
}

static unsigned
parallel_bucket(const RelLayers *layers, uint32_t pronoun, uint32_t other)
{
  const bool is_same_role =
      rel_layers_role(layers, pronoun) == rel_layers_role(layers, other);
  const uint32_t a = layers->parent[pronoun];
  const uint32_t b = layers->parent[other];
  const bool is_same_verb =
      a != REL_NO_TOKEN && b != REL_NO_TOKEN &&
      rel_str_equal(layers->tree->lemma[a], layers->tree->lemma[b]);

  return (is_same_role ? 2U : 0U) + (is_same_verb ? 1U : 0U);
}

/// Does the pronoun's phrase act, and on something?
static unsigned
act_bucket(const RelLayers *layers, uint32_t token)
{
  if (!rel_clause_is_agent(layers, token)) {
    return 0U;
  }
  return rel_layers_child(layers, layers->parent[token], REL_DEP_OBJ) ==
                 REL_NO_TOKEN
             ? 1U
             : 2U;
}

/// How the pronoun's clause hangs from the candidate's
static unsigned
path_bucket(const RelLayers *layers, uint32_t token, uint32_t head)
{
  const uint32_t top = rel_clause_top(layers, token);
  const uint32_t up = layers->parent[top];

  if (up == REL_NO_TOKEN ||
      rel_clause_top(layers, up) != rel_clause_top(layers, head)) {
    return 0U;
  }
  switch (rel_layers_role(layers, top)) {
  case REL_DEP_CCOMP:
    return 1U;
  case REL_DEP_ADVCL:
    return 2U;
  case REL_DEP_ACL:
    return 3U;
  case REL_DEP_XCOMP:
    return 4U;
  case REL_DEP_CONJ:
    return 5U;
  default:
    return 6U;
  }
}

static unsigned
number_bucket(RelDrafts *drafts, const RelDraft *pronoun, uint32_t other)
{
  if (!pronoun->mention.is_plural) {
    return 0U;
  }
  if (rel_candidate_is_list(drafts, other)) {
    return 2U;
  }
  return rel_drafts_entity(drafts, other)->is_plural ? 0U : 1U;
}

void
rel_rank_features(RelDrafts *drafts, uint32_t pronoun, uint32_t other,
                  uint32_t n_passed, RelRankFeatures *features)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const a = &drafts->items[other];
  const RelDraft *const b = &drafts->items[pronoun];
  const RelCluster *const entity = rel_drafts_entity(drafts, other);
  const uint32_t head = a->mention.head;
  const uint32_t token = b->mention.head;
  const unsigned distance = at_most(b->sentence - a->sentence, 3U);
  const unsigned from = pronoun_role(layers, token);
  const unsigned role = candidate_role(layers, head);
  const bool is_known = entity->gender == b->mention.gender;
  const bool commands = rel_clause_commands(layers, head, token);
  const unsigned since =
      entity->last == REL_NO_MENTION
          ? 2U
          : at_most(b->sentence - drafts->items[entity->last].sentence, 2U);

  features->n = 0U;
  add(features, AT_DISTANCE, distance * 3U + from);
  add(features, AT_ROLES, role * 3U + from);
  add(features, AT_PLACE, role * 3U + at_most(distance, 2U));
  add(features, AT_KIND, kind_bucket(a) * 2U + (distance ? 1U : 0U));
  add(features, AT_COMMAND, (commands ? 3U : 0U) + from);
  add(features, AT_OFTEN, often_bucket(entity->n));
  add(features, AT_GENDER, is_known ? 1U : 0U);
  add(features, AT_TYPE,
      type_bucket(entity->type) * 6U + (entity->is_sure ? 3U : 0U) +
          act_bucket(layers, token));
  add(features, AT_PASSED, at_most(n_passed, 5U));
  add(features, AT_CLAUSE, clause_bucket(layers, token, head));
  add(features, AT_QUOTE, quote_bucket(layers, token, head));
  add(features, AT_FIRST, is_first_of_sentence(drafts, other) ? 1U : 0U);
  add(features, AT_LAST, since);
  add(features, AT_NUMBER, number_bucket(drafts, b, other));
  add(features, AT_PARALLEL, parallel_bucket(layers, token, head));
  add(features, AT_PATH,
      path_bucket(layers, token, head) * 2U + (role < 2U ? 1U : 0U));
}

void
rel_rank_null_features(const RelDrafts *drafts, uint32_t pronoun,
                       RelRankFeatures *features)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const draft = &drafts->items[pronoun];
  const uint32_t token = draft->mention.head;
  const uint32_t verb = layers->parent[token];
  const unsigned from = pronoun_role(layers, token);
  const bool has_verb = verb != REL_NO_TOKEN;
  const bool is_copular =
      has_verb && rel_layers_child(layers, verb, REL_DEP_COP) != REL_NO_TOKEN;
  const bool has_clause =
      has_verb &&
      (rel_layers_child(layers, verb, REL_DEP_CCOMP) != REL_NO_TOKEN ||
       rel_layers_child(layers, verb, REL_DEP_CSUBJ) != REL_NO_TOKEN ||
       rel_layers_child(layers, verb, REL_DEP_ADVCL) != REL_NO_TOKEN);
  const bool is_early =
      token < layers->text->sentences[draft->sentence].first + 3U;

  features->n = 0U;
  add(features, AT_NULL, from);
  add(features, AT_NULL + 3U,
      from * 4U + (is_copular ? 2U : 0U) + (has_clause ? 1U : 0U));
  add(features, AT_NULL + 15U, from * 2U + (is_early ? 1U : 0U));
  add(features, AT_NULL + 21U, layers->is_quoted[token] ? 1U : 0U);
}

int
rel_rank_score(RelRankClass class, const RelRankFeatures *features)
{
  int score = 0;

  for (uint32_t i = 0; i < features->n; ++i) {
    score += rel_rank_weights[class][features->ids[i]];
  }
  return score;
}
