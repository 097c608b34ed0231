// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "base/intern.h"
#include "mention/lexicon.h"

enum { REACH = 20 }; // sentences

/// The latest description of each owner and noun
typedef struct {
  RelIntern intern;
  REL_ARRAY(uint32_t) latest; ///< Mention, by interned key
} Owned;

/// Words before the head that say which one of several is meant
static bool
adds_words(const RelLayers *layers, uint32_t token)
{
  const RelDep dep = rel_layers_dep(layers, token);

  return dep == REL_DEP_AMOD || dep == REL_DEP_COMPOUND ||
         dep == REL_DEP_NUMMOD;
}

static bool
has_modifier(const RelLayers *layers, uint32_t head, RelStr form)
{
  for (uint32_t c = layers->first_child[head]; c != REL_NO_TOKEN && c < head;
       c = layers->next_child[c]) {
    if (adds_words(layers, c) &&
        rel_str_equal_fold(rel_layers_form(layers, c), form)) {
      return true;
    }
  }
  return false;
}

/// Are all modifiers of `a` modifiers of `b`?
static bool
is_covered(const RelLayers *layers, uint32_t a, uint32_t b)
{
  for (uint32_t c = layers->first_child[a]; c != REL_NO_TOKEN && c < a;
       c = layers->next_child[c]) {
    if (adds_words(layers, c) &&
        !has_modifier(layers, b, rel_layers_form(layers, c))) {
      return false;
    }
  }
  return true;
}

/// "visit to Asia" and "visit to Oslo" are two, "visit" may be either
static bool
complements_agree(const RelLayers *layers, uint32_t a, uint32_t b)
{
  const uint32_t of_a = rel_layers_child(layers, a, REL_DEP_NMOD);
  const uint32_t of_b = rel_layers_child(layers, b, REL_DEP_NMOD);
  const bool has_a = of_a != REL_NO_TOKEN && of_a > a;
  const bool has_b = of_b != REL_NO_TOKEN && of_b > b;

  return !has_a || !has_b ||
         rel_str_equal_fold(rel_layers_form(layers, of_a),
                            rel_layers_form(layers, of_b));
}

static bool
are_one(const RelDrafts *drafts, uint32_t a, uint32_t b)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t head_a = drafts->items[a].mention.head;
  const uint32_t head_b = drafts->items[b].mention.head;

  return drafts->items[b].sentence - drafts->items[a].sentence <= REACH &&
         drafts->items[a].mention.is_plural ==
             drafts->items[b].mention.is_plural &&
         (is_covered(layers, head_a, head_b) ||
          is_covered(layers, head_b, head_a)) &&
         complements_agree(layers, head_a, head_b);
}

/// The mention of who owns what `mention` speaks of, or #REL_NO_MENTION
static uint32_t
owner_of(const RelDrafts *drafts, uint32_t mention)
{
  const uint32_t owner = rel_layers_child(
      drafts->layers, drafts->items[mention].mention.head, REL_DEP_NMOD_POSS);

  return owner == REL_NO_TOKEN ? REL_NO_MENTION : drafts->by_head[owner];
}

static RelStatus
link_one(RelDrafts *drafts, Owned *owned, uint32_t mention, uint32_t owner)
{
  RelArena *const arena = drafts->layers->arena;
  const RelStr lemma =
      drafts->layers->tree->lemma[drafts->items[mention].mention.head];
  uint32_t number = 0U;
  RelStr key = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_arena_format(arena, &key, "%u %.*s",
                               rel_drafts_root(drafts, owner), REL_ARG(lemma)));
  REL_TRY(st, rel_intern_add(&owned->intern, key, &number));
  if (number == owned->latest.n) {
    return REL_ARRAY_PUSH(arena, &owned->latest, mention);
  }
  const uint32_t before = owned->latest.items[number];
  // "her friend Ana" and "her friend Eva" are two
  const bool are_named =
      rel_drafts_entity(drafts, before)->name != REL_NO_MENTION &&
      rel_drafts_entity(drafts, mention)->name != REL_NO_MENTION;
  if (!are_named && are_one(drafts, before, mention)) {
    rel_drafts_join(drafts, before, mention, "owned");
  }
  owned->latest.items[number] = mention;
  return REL_OK;
}

RelStatus
rel_link_owned(RelDrafts *drafts)
{
  Owned owned = {0};
  RelStatus st = REL_OK;

  rel_intern_init(&owned.intern, drafts->layers->arena);
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];
    const uint32_t owner =
        draft->is_owned && draft->mention.kind == REL_MENTION_NOMINAL
            ? owner_of(drafts, i)
            : REL_NO_MENTION;

    if (owner != REL_NO_MENTION && !rel_term_is_value(draft->type)) {
      REL_TRY(st, link_one(drafts, &owned, i, owner));
    }
  }
  return REL_OK;
}
