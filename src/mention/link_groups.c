// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "mention/lexicon.h"

enum { MAX_MEMBERS = 2, WINDOW_MENTIONS = 60 };

/// Which kinds of entities a group word can hold
typedef enum { WANT_NONE, WANT_ANY, WANT_PERSON, WANT_COUNTRY, WANT_FIRM } Want;

static bool
is_form(const RelLayers *layers, uint32_t token, const char *word)
{
  return rel_str_equal_fold(rel_layers_form(layers, token), rel_str(word));
}

/// Is there a word "both" or "two" that makes a pair of the noun?
static bool
is_paired(const RelLayers *layers, uint32_t head)
{
  for (uint32_t c = layers->first_child[head]; c != REL_NO_TOKEN && c < head;
       c = layers->next_child[c]) {
    if (is_form(layers, c, "both") || is_form(layers, c, "two")) {
      return true;
    }
  }
  return false;
}

static Want
wanted_by_noun(const RelDrafts *drafts, const RelDraft *draft)
{
  static const char *const sides[] = {"delegation", "party", "side", "team"};
  const uint32_t head = draft->mention.head;
  const RelStr lemma = drafts->layers->tree->lemma[head];

  if (!draft->mention.is_plural || !is_paired(drafts->layers, head)) {
    return WANT_NONE;
  }
  if (rel_str_among(lemma, sides, sizeof(sides) / sizeof(sides[0]))) {
    return WANT_ANY;
  }
  if (draft->classes & REL_WORD_COUNTRY) {
    return WANT_COUNTRY;
  }
  if (draft->classes & REL_WORD_COMPANY) {
    return WANT_FIRM;
  }
  return (draft->classes & (REL_WORD_PERSON | REL_WORD_ROLE)) ? WANT_PERSON
                                                              : WANT_NONE;
}

static Want
wanted(const RelDrafts *drafts, const RelDraft *draft)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t head = draft->mention.head;
  const bool has_more = draft->mention.n > 1U;

  if (draft->pronoun == REL_PRONOUN_PAIR) {
    return WANT_ANY;
  }
  if (draft->mention.kind != REL_MENTION_NOMINAL) {
    return WANT_NONE;
  }
  if (draft->is_definite && !has_more &&
      (is_form(layers, head, "two") || is_form(layers, head, "pair") ||
       is_form(layers, head, "duo"))) {
    return WANT_ANY;
  }
  return wanted_by_noun(drafts, draft);
}

static bool
fits(const RelCluster *entity, Want want)
{
  const bool is_person = entity->type == REL_TERM_PERSON;
  const bool is_country =
      entity->type == REL_TERM_COUNTRY && !entity->is_government;
  const bool is_firm =
      entity->type == REL_TERM_ORGANISATION && !entity->is_government;

  if (entity->name == REL_NO_MENTION && !entity->country) {
    return false;
  }
  switch (want) {
  case WANT_ANY:
    return is_person || is_country || is_firm;
  case WANT_PERSON:
    return is_person;
  case WANT_COUNTRY:
    return is_country;
  case WANT_FIRM:
    return is_firm;
  default:
    return false;
  }
}

static RelStatus
set_members(RelDrafts *drafts, uint32_t mention, uint32_t a, uint32_t b)
{
  RelCluster *const group = rel_drafts_entity(drafts, mention);
  uint32_t *const members =
      rel_arena_calloc(drafts->layers->arena, MAX_MEMBERS, sizeof(uint32_t));

  if (!members) {
    return REL_NO_MEMORY;
  }
  members[0] = a;
  members[1] = b;
  group->type = rel_drafts_entity(drafts, a)->type;
  group->is_plural = true;
  group->members = members;
  group->n_members = MAX_MEMBERS;
  drafts->items[mention].is_linked = true;
  return REL_OK;
}

/// "Mora and Chancellor Lund" in the words alone, for when the parse is wrong
static bool
find_neighbour(RelDrafts *drafts, uint32_t first, uint32_t *second)
{
  const RelLayers *const layers = drafts->layers;
  const RelMention *const mention = &drafts->items[first].mention;
  const uint32_t link = mention->first + mention->n;
  const uint32_t end = rel_layers_end(layers, mention->first);

  if (link >= end || !is_form(layers, link, "and") ||
      (mention->first && is_form(layers, mention->first - 1U, ","))) {
    return false;
  }
  for (uint32_t i = link + 1U; i < end && i < link + 6U; ++i) {
    const RelUpos upos = rel_layers_upos(layers, i);
    const uint32_t other = drafts->by_head[i];

    if (upos == REL_UPOS_VERB || upos == REL_UPOS_PUNCT ||
        upos == REL_UPOS_ADP) {
      return false;
    }
    if (other != REL_NO_MENTION && !drafts->items[other].is_title &&
        drafts->items[other].mention.kind == REL_MENTION_NAME) {
      *second = other;
      return true;
    }
  }
  return false;
}

/// Are they two different actors of the wanted kind?
static bool
are_fit(RelDrafts *drafts, uint32_t first, uint32_t second, Want want)
{
  return fits(rel_drafts_entity(drafts, first), want) &&
         fits(rel_drafts_entity(drafts, second), want) &&
         !rel_drafts_are_one(drafts, first, second);
}

/// The conjuncts of a pair "A and B" with head `first`; false for longer lists
static bool
is_pair(RelDrafts *drafts, uint32_t first, Want want, uint32_t *second)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t head = drafts->items[first].mention.head;
  uint32_t n = 0U;

  for (uint32_t c = layers->first_child[head]; c != REL_NO_TOKEN;
       c = layers->next_child[c]) {
    if (rel_layers_dep(layers, c) == REL_DEP_CONJ &&
        drafts->by_head[c] != REL_NO_MENTION) {
      *second = drafts->by_head[c];
      ++n;
    }
  }
  return (n == 1U || (!n && find_neighbour(drafts, first, second))) &&
         are_fit(drafts, first, *second, want);
}

/// "Mora and Lund ... The two": the nearest pair of this or the last sentence
static bool
find_pair(RelDrafts *drafts, uint32_t mention, Want want, uint32_t *pair)
{
  const uint32_t sentence = drafts->items[mention].sentence;

  for (uint32_t k = 1; k <= WINDOW_MENTIONS && k <= mention; ++k) {
    const uint32_t other = mention - k;

    if (sentence - drafts->items[other].sentence > 1U) {
      return false;
    }
    if (is_pair(drafts, other, want, &pair[1]) && pair[1] < mention) {
      pair[0] = other;
      return true;
    }
  }
  return false;
}

/// The only two fitting entities of this and the last sentence
static bool
find_only_two(RelDrafts *drafts, uint32_t mention, Want want, uint32_t *pair)
{
  const uint32_t sentence = drafts->items[mention].sentence;
  uint32_t n = 0U;

  for (uint32_t k = 1; k <= WINDOW_MENTIONS && k <= mention; ++k) {
    const uint32_t other = mention - k;

    if (sentence - drafts->items[other].sentence > 1U) {
      break;
    }
    if (!fits(rel_drafts_entity(drafts, other), want) ||
        (n > 0U && rel_drafts_are_one(drafts, pair[0], other)) ||
        (n > 1U && rel_drafts_are_one(drafts, pair[1], other))) {
      continue;
    }
    if (n == MAX_MEMBERS) {
      return false;
    }
    pair[n++] = other;
  }
  if (n == MAX_MEMBERS) { // in the order of the text
    const uint32_t later = pair[0];

    pair[0] = pair[1];
    pair[1] = later;
  }
  return n == MAX_MEMBERS;
}

static bool
find_members(RelDrafts *drafts, uint32_t mention, Want want, uint32_t *pair)
{
  if (find_pair(drafts, mention, want, pair)) {
    return true;
  }
  return want == WANT_ANY
             ? find_only_two(drafts, mention, WANT_COUNTRY, pair) ||
                   find_only_two(drafts, mention, WANT_PERSON, pair) ||
                   find_only_two(drafts, mention, WANT_FIRM, pair)
             : find_only_two(drafts, mention, want, pair);
}

RelStatus
rel_link_groups(RelDrafts *drafts)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const Want want = wanted(drafts, &drafts->items[i]);
    uint32_t pair[MAX_MEMBERS] = {0U, 0U};

    if (want != WANT_NONE && find_members(drafts, i, want, pair)) {
      REL_TRY(st, set_members(drafts, i, pair[0], pair[1]));
    }
  }
  return REL_OK;
}
