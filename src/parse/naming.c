// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/naming.h"

#include "model/feature.h"
#include "model/kernel.h"

#include <stdlib.h>

enum { MAX_WORDS = 5, SHORT = 6, OTHERS = REL_N_NAME_KIND - 1 };

/// Of the network's sums; chosen on GUM, CrossNER and WNUT-17
static const float score_step = 0.25F;
static const float least_score = -8.0F;

/// A name's words, to find the same name elsewhere
typedef struct {
  uint64_t key;
  uint32_t name;
} Same;

static const RelNameType kind_types[OTHERS] = {
    REL_NAME_PERSON, REL_NAME_ORGANISATION, REL_NAME_PLACE, REL_NAME_EVENT};

bool
rel_naming_covers(RelNameType type)
{
  return type != REL_NAME_NONE && type != REL_NAME_TIME &&
         type != REL_NAME_MONEY && type != REL_NAME_NUMBER;
}

static float
bounded(float sum)
{
  const float score = sum * score_step;

  return score < least_score ? least_score : score;
}

static float
larger(float a, float b)
{
  return a > b ? a : b;
}

static void
set_scores(const RelName *name, RelNaming *out)
{
  for (uint32_t k = 0; k < OTHERS; ++k) {
    out->own[k] = bounded(name->scores[kind_types[k]]);
  }
  out->own[OTHERS] = bounded(
      larger(name->scores[REL_NAME_WORK], name->scores[REL_NAME_OTHER]));
}

// ------------------------------------------------------------ cues

static void
add_cue(RelNaming *out, uint32_t cue)
{
  out->cues[out->n_cues++] = (uint16_t)cue;
}

/// One cue for each class among `wanted` that is set
static void
add_classes(RelNaming *out, uint32_t classes, uint32_t wanted, uint32_t first)
{
  for (uint32_t k = 0; k < REL_N_EVIDENCE; ++k) {
    if (classes & wanted & 1U << k) {
      add_cue(out, first + k);
    }
  }
}

static void
add_word_classes(RelNaming *out, const RelToken *words, uint32_t n)
{
  const uint32_t telling =
      1U << REL_EVIDENCE_ORGWORD | 1U << REL_EVIDENCE_PLACEWORD |
      1U << REL_EVIDENCE_EVENTWORD | 1U << REL_EVIDENCE_COUNTRY |
      1U << REL_EVIDENCE_ORGANISATION;
  uint32_t inside = 0U;

  for (uint32_t i = 0; i < n; ++i) {
    inside |= rel_evidence_of(words + i, 1U);
  }
  add_classes(out, rel_evidence_of(words, 1U), UINT32_MAX, REL_CUE_FIRST);
  add_classes(out, rel_evidence_of(words + n - 1U, 1U), UINT32_MAX,
              REL_CUE_LAST);
  add_classes(out, inside, telling, REL_CUE_INSIDE);
}

/// Cues of the words themselves; `before` is the word in front, or null
static void
add_cues(RelNaming *out, const RelToken *words, uint32_t n,
         const RelToken *before)
{
  const uint32_t heralds = 1U << REL_EVIDENCE_TITLE | 1U << REL_EVIDENCE_ROLE |
                           1U << REL_EVIDENCE_GIVEN |
                           1U << REL_EVIDENCE_ORGWORD;
  const uint32_t whole = n <= MAX_WORDS ? rel_evidence_of(words, n) : 0U;

  add_cue(out, REL_CUE_ANY);
  add_cue(out, REL_CUE_LENGTH + (n < 4U ? n : 4U) - 1U);
  if (!whole) {
    add_cue(out, REL_CUE_UNLISTED + (n > 1U));
  }
  add_classes(out, whole, UINT32_MAX, REL_CUE_WHOLE);
  if (n > 1U) {
    add_word_classes(out, words, n);
  } else {
    const bool is_short = words->form.len < SHORT;
    add_cue(out, REL_CUE_WRITTEN + (is_short ? REL_N_WRITTEN : 0U) +
                     rel_features_written(words->form));
  }
  if (before) {
    add_classes(out, rel_evidence_of(before, 1U), heralds, REL_CUE_BEFORE);
  }
}

// ------------------------------------------------------------ the document

static int
compare_same(const void *a, const void *b)
{
  const Same *const left = a;
  const Same *const right = b;

  if (left->key != right->key) {
    return left->key < right->key ? -1 : 1;
  }
  return left->name < right->name ? -1 : left->name > right->name;
}

static uint64_t
name_key(const RelText *text, const RelName *name)
{
  uint64_t key = 0U;

  for (uint32_t i = 0; i < name->n; ++i) {
    key = rel_features_name_key(key, text->tokens[name->first + i].form);
  }
  return key;
}

/// Means over the `n` mentions of one name, without the mention itself
static void
set_others(const Same *same, uint32_t n, RelNaming *namings)
{
  for (uint32_t k = 0; k < REL_N_NAME_KIND; ++k) {
    float sum = 0.0F;
    for (uint32_t i = 0; i < n; ++i) {
      sum += namings[same[i].name].own[k];
    }
    for (uint32_t i = 0; i < n; ++i) {
      RelNaming *const naming = &namings[same[i].name];
      naming->others[k] =
          n > 1U ? (sum - naming->own[k]) / (float)(n - 1U) : naming->own[k];
    }
  }
}

/// Gather the mentions of each name
static RelStatus
find_others(RelArena *arena, const RelText *text, const RelTree *tree,
            RelNaming *namings)
{
  Same *const same = rel_arena_calloc(arena, tree->n_names + 1U, sizeof(*same));
  uint32_t n_same = 0U;

  if (!same) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < tree->n_names; ++i) {
    if (rel_naming_covers(tree->names[i].type)) {
      same[n_same++] = (Same){name_key(text, &tree->names[i]), i};
    }
  }
  qsort(same, n_same, sizeof(*same), compare_same);
  for (uint32_t from = 0; from < n_same;) {
    uint32_t to = from;
    while (to < n_same && same[to].key == same[from].key) {
      ++to;
    }
    set_others(same + from, to - from, namings);
    from = to;
  }
  return REL_OK;
}

RelNaming *
rel_naming_read(RelArena *arena, const RelText *text, const RelTree *tree)
{
  RelNaming *const namings =
      rel_arena_calloc(arena, tree->n_names + 1U, sizeof(*namings));
  const RelSentence *sentence = text->sentences;

  for (uint32_t i = 0; namings && i < tree->n_names; ++i) {
    const RelName *const name = &tree->names[i];
    const RelToken *const words = text->tokens + name->first;
    while (name->first >= sentence->first + sentence->n) {
      ++sentence;
    }
    set_scores(name, &namings[i]);
    add_cues(&namings[i], words, name->n,
             name->first > sentence->first ? words - 1 : NULL);
  }
  return namings && !find_others(arena, text, tree, namings) ? namings : NULL;
}

// ------------------------------------------------------------ the decision

static void
weigh(const RelNaming *naming, float *scores)
{
  const RelNamingWeights *const w = &rel_naming_weights;

  for (uint32_t k = 0; k < REL_N_NAME_KIND; ++k) {
    float sum =
        (float)w->own * naming->own[k] + (float)w->others * naming->others[k];
    for (uint32_t i = 0; i < naming->n_cues; ++i) {
      sum += (float)w->cues[naming->cues[i]][k];
    }
    scores[k] = sum / 256.0F;
  }
}

static RelNameType
type_of_kind(const RelName *name, size_t kind)
{
  if (kind < OTHERS) {
    return kind_types[kind];
  }
  return name->scores[REL_NAME_WORK] > name->scores[REL_NAME_OTHER]
             ? REL_NAME_WORK
             : REL_NAME_OTHER;
}

RelStatus
rel_naming_decide(RelArena *arena, const RelText *text, RelTree *tree)
{
  const RelNaming *const namings = rel_naming_read(arena, text, tree);

  if (!namings) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < tree->n_names; ++i) {
    RelName *const name = &tree->names[i];
    float scores[REL_N_NAME_KIND];

    if (rel_naming_covers(name->type)) {
      weigh(&namings[i], scores);
      const size_t best = rel_argmax(scores, REL_N_NAME_KIND);
      name->type = type_of_kind(name, best);
      name->prob *= rel_softmax_at(scores, REL_N_NAME_KIND, best, 1.0F);
    }
  }
  return REL_OK;
}
