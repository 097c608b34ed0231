// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "mention/lexicon.h"

enum { WINDOW_SENTENCES = 3, WINDOW_MENTIONS = 80, MAX_CLIMB = 40 };

/// Weights after Lappin & Leass (1994), Computational Linguistics 20(4)
enum {
  WEIGHT_RECENT = 100, ///< Same sentence; halved with each sentence back
  WEIGHT_SUBJECT = 80,
  WEIGHT_OBJECT = 45,
  WEIGHT_OBLIQUE = 35,
  WEIGHT_POSSESSOR = 40,
  WEIGHT_NAME = 25,
  WEIGHT_PARALLEL = 25,
  WEIGHT_CLAUSE = 60, ///< Subject of a clause that holds the pronoun
  WEIGHT_ACTOR = 35,  ///< "it" and "they" act: a country or firm can
  WEIGHT_OFTEN = 4,   ///< For each mention of the entity, up to 6
};

// ------------------------------------------------------------ agreement

static bool
genders_agree(const RelDraft *pronoun, const RelCluster *entity)
{
  const RelGender gender = pronoun->mention.gender;

  switch (gender) {
  case REL_GENDER_MASCULINE:
  case REL_GENDER_FEMININE:
    return (entity->gender == gender || entity->gender == REL_GENDER_UNKNOWN) &&
           (entity->type == REL_TERM_PERSON || entity->type == REL_TERM_ROLE ||
            entity->type == REL_TERM_NONE);
  case REL_GENDER_NEUTER:
    return entity->gender != REL_GENDER_MASCULINE &&
           entity->gender != REL_GENDER_FEMININE &&
           entity->type != REL_TERM_PERSON && entity->type != REL_TERM_ROLE;
  default:
    return true;
  }
}

static bool
is_collective(RelTermKind type)
{
  return type == REL_TERM_ORGANISATION;
}

static bool
agrees(const RelDraft *pronoun, const RelCluster *entity)
{
  if (rel_term_is_value(entity->type)) {
    return false;
  }
  if (pronoun->mention.is_plural != entity->is_plural &&
      !(pronoun->mention.is_plural && is_collective(entity->type))) {
    return false;
  }
  return genders_agree(pronoun, entity);
}

// ------------------------------------------------------------ layers

/// The verb or predicate that a phrase belongs to
static uint32_t
clause_of(const RelLayers *layers, uint32_t token)
{
  for (uint32_t k = 0; k < MAX_CLIMB; ++k) {
    const RelDep role = rel_layers_role(layers, token);
    const uint32_t up = layers->parent[token];

    if (up == REL_NO_TOKEN || role == REL_DEP_CCOMP || role == REL_DEP_ADVCL ||
        role == REL_DEP_ACL || role == REL_DEP_XCOMP || role == REL_DEP_CSUBJ ||
        role == REL_DEP_PARATAXIS ||
        (role == REL_DEP_CONJ &&
         rel_layers_upos(layers, token) == REL_UPOS_VERB)) {
      return token;
    }
    token = up;
  }
  return token;
}

static bool
is_reflexive(const RelLayers *layers, uint32_t token)
{
  const RelStr form = rel_layers_form(layers, token);

  return rel_str_ends(form, REL_STR("self")) ||
         rel_str_ends(form, REL_STR("selves"));
}

static bool
is_possessive(const RelLayers *layers, uint32_t token)
{
  return rel_layers_dep(layers, token) == REL_DEP_NMOD_POSS;
}

/// Principle B: "Mora saw her" is not Mora; nor is a phrase that holds it
static bool
is_barred(const RelDrafts *drafts, const RelDraft *pronoun,
          const RelDraft *other)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t token = pronoun->mention.head;
  const uint32_t head = other->mention.head;
  const bool holds = token >= other->mention.first &&
                     token < other->mention.first + other->mention.n;

  if (holds) {
    return true;
  }
  if (other->sentence != pronoun->sentence || is_possessive(layers, token)) {
    // "his brother Jan": not Jan
    return is_possessive(layers, token) && layers->parent[token] == head;
  }
  const bool is_same_clause =
      clause_of(layers, token) == clause_of(layers, head);
  const bool are_arguments =
      layers->parent[token] == layers->parent[head] ||
      (is_same_clause && rel_layers_role(layers, head) == REL_DEP_NSUBJ &&
       layers->parent[head] == clause_of(layers, head));

  return is_reflexive(layers, token) ? !is_same_clause : are_arguments;
}

static int
role_weight(const RelLayers *layers, uint32_t token)
{
  switch (rel_layers_role(layers, token)) {
  case REL_DEP_NSUBJ:
    return WEIGHT_SUBJECT;
  case REL_DEP_OBJ:
  case REL_DEP_IOBJ:
    return WEIGHT_OBJECT;
  case REL_DEP_OBL:
    return WEIGHT_OBLIQUE;
  case REL_DEP_NMOD:
    return is_possessive(layers, token) ? WEIGHT_POSSESSOR : 0;
  case REL_DEP_CONJ: {
    const uint32_t up = layers->parent[token];
    const RelDep role =
        up == REL_NO_TOKEN ? REL_DEP_ROOT : rel_layers_role(layers, up);

    return role == REL_DEP_NSUBJ ? WEIGHT_SUBJECT - 10 : 0;
  }
  default:
    return 0;
  }
}

/// Does the subject `head` govern the clause that `token` stands in?
static bool
commands(const RelLayers *layers, uint32_t head, uint32_t token)
{
  const uint32_t verb = layers->parent[head];

  if (verb == REL_NO_TOKEN || rel_layers_role(layers, head) != REL_DEP_NSUBJ) {
    return false;
  }
  for (uint32_t k = 0; k < MAX_CLIMB && token != REL_NO_TOKEN; ++k) {
    if (token == verb) {
      return true;
    }
    token = layers->parent[token];
  }
  return false;
}

// ------------------------------------------------------------ choice

/// Does the pronoun do something, as no thing can?
static bool
acts(const RelLayers *layers, uint32_t token)
{
  const uint32_t verb = layers->parent[token];

  return verb != REL_NO_TOKEN &&
         rel_layers_dep(layers, token) == REL_DEP_NSUBJ &&
         rel_layers_upos(layers, verb) == REL_UPOS_VERB;
}

static bool
is_actor(RelTermKind type)
{
  return type == REL_TERM_PERSON || type == REL_TERM_COUNTRY ||
         type == REL_TERM_ORGANISATION;
}

/// How well the entity's nature goes with what the pronoun does
static int
nature_weight(const RelLayers *layers, const RelDraft *pronoun,
              const RelCluster *entity)
{
  if (pronoun->mention.gender == REL_GENDER_MASCULINE ||
      pronoun->mention.gender == REL_GENDER_FEMININE) {
    return 0;
  }
  return acts(layers, pronoun->mention.head) && is_actor(entity->type)
             ? WEIGHT_ACTOR
             : 0;
}

static int
score(RelDrafts *drafts, uint32_t pronoun, uint32_t other)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const a = &drafts->items[other];
  const RelDraft *const b = &drafts->items[pronoun];
  const RelCluster *const entity = rel_drafts_entity(drafts, other);
  const uint32_t distance = b->sentence - a->sentence;
  const uint32_t n_often = entity->n < 6U ? entity->n : 6U;
  int value = role_weight(layers, a->mention.head);

  if (entity->name != REL_NO_MENTION) {
    value += WEIGHT_NAME;
  }
  if (rel_layers_role(layers, a->mention.head) ==
      rel_layers_role(layers, b->mention.head)) {
    value += WEIGHT_PARALLEL;
  }
  value = (value + WEIGHT_RECENT) >> distance;
  if (!distance && commands(layers, a->mention.head, b->mention.head)) {
    value += WEIGHT_CLAUSE;
  }
  if (b->mention.is_plural && !entity->is_plural) {
    value -= WEIGHT_OBJECT;
  }
  return value + nature_weight(layers, b, entity) + WEIGHT_OFTEN * (int)n_often;
}

static bool
is_candidate(RelDrafts *drafts, uint32_t pronoun, uint32_t other)
{
  const RelDraft *const a = &drafts->items[other];
  const RelDraft *const b = &drafts->items[pronoun];
  const bool is_dangling =
      a->mention.kind == REL_MENTION_PRONOUN && !a->is_linked;

  return !is_dangling && !a->is_title &&
         a->mention.kind != REL_MENTION_ADJECTIVE && a->person < 3U + 1U &&
         agrees(b, rel_drafts_entity(drafts, other)) &&
         !is_barred(drafts, b, a);
}

static uint32_t
best_antecedent(RelDrafts *drafts, uint32_t pronoun)
{
  const RelDraft *const draft = &drafts->items[pronoun];
  uint32_t best = REL_NO_MENTION;
  int best_score = 0;

  for (uint32_t k = 1; k <= WINDOW_MENTIONS && k <= pronoun; ++k) {
    const uint32_t other = pronoun - k;

    if (draft->sentence - drafts->items[other].sentence > WINDOW_SENTENCES) {
      break;
    }
    if (is_candidate(drafts, pronoun, other)) {
      const int value = score(drafts, pronoun, other);

      if (value > best_score) {
        best = other;
        best_score = value;
      }
    }
  }
  return best;
}

static void
link_pronoun(RelDrafts *drafts, uint32_t pronoun)
{
  const uint32_t antecedent = best_antecedent(drafts, pronoun);

  if (antecedent != REL_NO_MENTION) {
    rel_drafts_join(drafts, antecedent, pronoun);
    drafts->items[pronoun].is_linked = true;
  }
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
    rel_drafts_join(drafts, speaker, pronoun);
    drafts->items[pronoun].is_linked = true;
  }
}

RelStatus
rel_link_pronouns(RelDrafts *drafts)
{
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];

    if (draft->pronoun == REL_PRONOUN_PERSONAL && draft->person == 3U) {
      link_pronoun(drafts, i);
    }
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];

    if (draft->pronoun == REL_PRONOUN_PERSONAL && draft->person == 1U) {
      link_first_person(drafts, i);
    }
  }
  return REL_OK;
}
