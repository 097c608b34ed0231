// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/weigh.h"

#include "mention/tree_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const char storm[] = "A a DET DT 2 det\n"
                            "storm storm NOUN NN 3 nsubj\n"
                            "hit hit VERB VBD 0 root\n"
                            "the the DET DT 5 det\n"
                            "coast coast NOUN NN 3 obj -\n"
                            ". . PUNCT . 3 punct\n"
                            "\n"
                            "Officials official NOUN NNS 2 nsubj\n"
                            "said say VERB VBD 0 root\n"
                            "that that SCONJ IN 6 mark\n"
                            "the the DET DT 5 det\n"
                            "storm storm NOUN NN 6 nsubj\n"
                            "lost lose VERB VBD 2 ccomp\n"
                            "its its PRON PRP$ 8 nmod:poss\n"
                            "strength strength NOUN NN 6 obj -\n"
                            ". . PUNCT . 2 punct\n";

/// The net's score by its definition, in the order of the formula
static int64_t
naive_score(const RelPairFeatures *features)
{
  int64_t score = 0;

  for (unsigned h = 0; h < (unsigned)REL_PAIR_HIDDEN; ++h) {
    int64_t sum = rel_pair_bias[h];

    for (uint32_t i = 0; i < features->n; ++i) {
      sum += rel_pair_rows[features->ids[i]][h];
    }
    score += sum > 0 ? sum * rel_pair_out[h] : 0;
  }
  for (uint32_t i = 0; i < features->n; ++i) {
    score += (int64_t)rel_pair_direct[features->ids[i]] * (1 << REL_PAIR_SHIFT);
  }
  return score;
}

/// Has a candidate the words of `mention`, and no nearer one of another entity?
static bool
is_wanted(RelScene *scene, uint32_t mention, const RelPair *pairs, uint32_t i)
{
  for (uint32_t k = 0; k <= i; ++k) {
    const uint32_t phrase = scene->profiles.items[pairs[k].mention].phrase;

    if (phrase == scene->profiles.items[mention].phrase) {
      return k == i || rel_drafts_are_one(scene->drafts, pairs[k].mention,
                                          pairs[i].mention);
    }
  }
  return false;
}

/// The best candidate by the naive scores, of all or of those that are alike
static RelVerdict
naive_verdict(RelScene *scene, uint32_t mention, bool are_alike)
{
  RelVerdict best = {REL_NO_MENTION, INT32_MIN};
  RelPair pairs[REL_MAX_PAIRS];
  RelPairFeatures features;
  const uint32_t n = rel_pairs_find(scene, mention, pairs);

  rel_pair_new(scene, mention, &features);
  const int64_t new = naive_score(&features);
  for (uint32_t i = 0; i < n; ++i) {
    if (are_alike && !is_wanted(scene, mention, pairs, i)) {
      continue;
    }
    rel_pair_own(scene, mention, &features);
    rel_pair_features(scene, mention, &pairs[i], &features);
    assert_true(features.n <= REL_MAX_PAIR_ACTIVE);
    for (uint32_t k = 0; k < features.n; ++k) {
      assert_true(features.ids[k] < REL_N_PAIR_FEATURES);
    }
    const int32_t margin = (int32_t)(naive_score(&features) - new);
    if (margin > best.margin) {
      best = (RelVerdict){pairs[i].mention, margin};
    }
  }
  return best;
}

static void
test_weighs_like_naive(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelText text;
  RelTree tree;
  RelLayers layers;
  RelDrafts drafts;
  RelScene scene;
  uint32_t n_alike = 0;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(tree_fixture(&arena, storm, &text, &tree), REL_OK);
  assert_int_equal(rel_layers_init(&layers, &arena, &text, &tree), REL_OK);
  assert_int_equal(rel_drafts_find(&layers, true, &drafts), REL_OK);
  assert_int_equal(rel_scene_init(&scene, &drafts), REL_OK);
  assert_int_equal(drafts.n, 6U);
  for (uint32_t i = 0; i < drafts.n; ++i) {
    const RelVerdict seen = rel_weigh(&scene, i);
    const RelVerdict expected = naive_verdict(&scene, i, false);
    const RelVerdict alike = rel_weigh_alike(&scene, i);
    const RelVerdict expected_alike = naive_verdict(&scene, i, true);

    assert_true(rel_weigh_asks(&scene, i));
    assert_int_equal(seen.antecedent, expected.antecedent);
    assert_int_equal(seen.margin, expected.margin);
    assert_int_equal(alike.antecedent, expected_alike.antecedent);
    assert_int_equal(alike.margin, expected_alike.margin);
    n_alike += alike.antecedent != REL_NO_MENTION;
    rel_scene_pass(&scene, i);
  }
  assert_int_equal(n_alike, 1U); // "the storm"
  rel_arena_clear(&arena);
  rel_world_free(world);
}

/// The entity of the mention with this head token
static uint32_t
entity_at(const RelMentions *found, uint32_t token)
{
  assert_int_not_equal(found->by_head[token], REL_NO_MENTION);
  return found->mentions[found->by_head[token]].entity;
}

static void
test_joins_likely(void **state)
{
  const RelMentionOptions likely = {NULL, true};
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelText text;
  RelTree tree;
  RelMentions found;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(tree_fixture(&arena, storm, &text, &tree), REL_OK);
  assert_int_equal(rel_mentions_find(&arena, &text, &tree, &likely, &found),
                   REL_OK);
  assert_int_equal(entity_at(&found, 1U), entity_at(&found, 10U));    // storm
  assert_int_equal(entity_at(&found, 1U), entity_at(&found, 12U));    // its
  assert_int_not_equal(entity_at(&found, 1U), entity_at(&found, 4U)); // coast
  assert_int_not_equal(entity_at(&found, 6U), entity_at(&found, 4U));
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_empty(void **state)
{
  const RelMentionOptions likely = {NULL, true};
  RelWorld *const world = rel_world_new(NULL);
  const RelText text = {0};
  const RelTree tree = {0};
  RelArena arena;
  RelMentions found;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_mentions_find(&arena, &text, &tree, &likely, &found),
                   REL_OK);
  assert_int_equal(found.n_mentions, 0U);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_weighs_like_naive),
      cmocka_unit_test(test_joins_likely),
      cmocka_unit_test(test_empty),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
