// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/weigh.h"

#include "mention/candidate.h"
#include "mention/clause.h"
#include "mention/link.h"
#include "mention/tree_fixture.h"
#include "parse/parser.h"
#include "text/source.h"

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

/// Weigh a mention and compare with the naive way
static void
check_verdict(RelScene *scene, uint32_t mention)
{
  const RelVerdict seen = rel_weigh(scene, mention);
  const RelVerdict expected = naive_verdict(scene, mention, false);

  assert_int_equal(seen.antecedent, expected.antecedent);
  assert_int_equal(seen.margin, expected.margin);
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
    const RelVerdict alike = rel_weigh_alike(&scene, i);
    const RelVerdict expected = naive_verdict(&scene, i, true);

    assert_true(rel_weigh_asks(&scene, i));
    check_verdict(&scene, i);
    assert_int_equal(alike.antecedent, expected.antecedent);
    assert_int_equal(alike.margin, expected.margin);
    n_alike += alike.antecedent != REL_NO_MENTION;
    rel_scene_pass(&scene, i);
  }
  assert_int_equal(n_alike, 1U); // "the storm"
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_weights_are_small(void **state)
{
  (void)state;
  // a whole answer, its bias counted, stays within int16
  assert_true((REL_MAX_PAIR_ACTIVE + 1) * REL_PAIR_MAX_WEIGHT <= INT16_MAX);
  for (unsigned h = 0; h < (unsigned)REL_PAIR_HIDDEN; ++h) {
    assert_in_range(abs(rel_pair_bias[h]), 0, REL_PAIR_MAX_WEIGHT);
    assert_in_range(abs(rel_pair_out[h]), 0, REL_PAIR_MAX_WEIGHT);
    for (unsigned i = 0; i < (unsigned)REL_N_PAIR_FEATURES; ++i) {
      assert_in_range(abs(rel_pair_rows[i][h]), 0, REL_PAIR_MAX_WEIGHT);
    }
  }
  for (unsigned i = 0; i < (unsigned)REL_N_PAIR_FEATURES; ++i) {
    assert_in_range(abs(rel_pair_direct[i]), 0, REL_PAIR_MAX_WEIGHT);
  }
}

// ------------------------------------------------------------ news

/// An article three times over, so that words return far behind
typedef struct {
  RelWorld *world;
  RelModel *model;
  RelArena arena;
  RelText text;
  RelTree tree;
  RelLayers layers;
  RelDrafts drafts;
  RelScene scene;
} News;

static RelStatus
parse_news(News *news)
{
  RelArena *const arena = &news->arena;
  RelBuffer content = {.arena = arena};
  RelStr article = {NULL, 0U};
  RelStatus st = REL_OK;

  REL_TRY(st,
          rel_model_open(news->world, REL_SOURCE_DIR "/models/relata-en.bin",
                         &news->model));
  REL_TRY(st, rel_file_read(arena, REL_SOURCE_DIR "/examples/harbour-talks.txt",
                            &article));
  for (unsigned i = 0; i < 3U; ++i) {
    rel_buffer_add(&content, article);
    rel_buffer_add_char(&content, '\n');
  }
  REL_TRY(st, content.status);
  REL_TRY(st, rel_text_read(arena, REL_STR("news"), rel_buffer_str(&content),
                            &news->text));
  return rel_parse(news->model, arena, &news->text, &news->tree);
}

static int
set_up_news(void **state)
{
  static News news;

  news.world = rel_world_new(NULL);
  rel_arena_init(&news.arena, news.world);
  *state = &news;
  return parse_news(&news) != REL_OK;
}

static int
tear_down_news(void **state)
{
  News *const news = *state;

  rel_model_close(news->model);
  rel_arena_clear(&news->arena);
  rel_world_free(news->world);
  return 0;
}

/// Find its mentions and link them as far as sure
static RelStatus
link_news(News *news)
{
  RelDrafts *const drafts = &news->drafts;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_layers_init(&news->layers, &news->arena, &news->text,
                              &news->tree));
  REL_TRY(st, rel_drafts_find(&news->layers, true, drafts));
  REL_TRY(st, rel_link_names(drafts));
  REL_TRY(st, rel_link_nominals(drafts));
  return rel_scene_init(&news->scene, drafts);
}

static void
test_weighs_news_like_naive(void **state)
{
  News *const news = *state;
  RelScene *const scene = &news->scene;
  uint32_t n_joined = 0U;

  assert_int_equal(link_news(news), REL_OK);
  for (uint32_t i = 0; i < news->drafts.n; ++i) {
    if (rel_weigh_asks(scene, i)) {
      check_verdict(scene, i);
      assert_int_equal(rel_link_likely_one(scene, i), REL_OK);
      n_joined += rel_drafts_root(&news->drafts, i) != i ? 1U : 0U;
    }
    rel_scene_pass(scene, i);
  }
  assert_true(n_joined > 30U);
}

static void
test_weighs_pronouns_like_naive(void **state)
{
  News *const news = *state;
  RelScene *const scene = &news->scene;
  uint32_t n_asked = 0U;

  assert_int_equal(link_news(news), REL_OK);
  scene->is_careful = true;
  for (uint32_t i = 0; i < news->drafts.n; ++i) {
    const RelDraft *const draft = &news->drafts.items[i];

    if (draft->pronoun == REL_PRONOUN_PERSONAL && draft->person == 3U) {
      check_verdict(scene, i);
      ++n_asked;
    }
    rel_scene_pass(scene, i);
  }
  assert_true(n_asked > 10U);
}

/// Different entities among the first `n` pairs; or, when `root` is one of
/// them, those that came before it
static uint32_t
naive_n_passed(const RelPair *pairs, uint32_t n, uint32_t root)
{
  uint32_t n_passed = 0U;

  for (uint32_t i = 0; i < n; ++i) {
    bool is_new = true;

    for (uint32_t k = 0; k < i; ++k) {
      is_new = is_new && pairs[k].root != pairs[i].root;
    }
    if (pairs[i].root == root) {
      break;
    }
    n_passed += is_new ? 1U : 0U;
  }
  return n_passed;
}

static void
test_pairs(void **state)
{
  News *const news = *state;
  RelDrafts *const drafts = &news->drafts;
  bool has_far = false;

  assert_int_equal(link_news(news), REL_OK);
  for (uint32_t i = 0; i < drafts->n; ++i) {
    RelPair pairs[REL_MAX_PAIRS];
    const uint32_t n = rel_pairs_find(&news->scene, i, pairs);
    uint32_t most = 0U;

    for (uint32_t k = 0; k < n; ++k) {
      const uint32_t size = rel_drafts_entity(drafts, pairs[k].mention)->n;

      most = size > most ? size : most;
    }
    for (uint32_t k = 0; k < n; ++k) {
      const uint32_t other = pairs[k].mention;

      assert_true(other < (k ? pairs[k - 1U].mention : i));
      assert_int_equal(pairs[k].root, rel_drafts_root(drafts, other));
      assert_int_equal(pairs[k].n_passed,
                       naive_n_passed(pairs, k, pairs[k].root));
      assert_int_equal(pairs[k].is_top,
                       rel_drafts_entity(drafts, other)->n == most);
      assert_int_equal(pairs[k].fits,
                       drafts->items[i].mention.kind == REL_MENTION_PRONOUN &&
                           rel_candidate_fits(drafts, i, other));
      has_far = has_far || i - other > 64U;
    }
  }
  assert_true(has_far);
}

static void
test_profiles(void **state)
{
  News *const news = *state;
  const RelDrafts *const drafts = &news->drafts;
  const RelLayers *const layers = &news->layers;

  assert_int_equal(link_news(news), REL_OK);
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelProfile *const profile = &news->scene.profiles.items[i];
    const RelDraft *const draft = &drafts->items[i];
    const uint32_t head = draft->mention.head;
    uint64_t marks = 0U;

    for (uint32_t k = 0; k < profile->n_words; ++k) {
      marks |= UINT64_C(1) << (profile->words[k] & 63U);
    }
    assert_true(profile->marks == marks);
    assert_int_equal(profile->is_pronoun,
                     draft->mention.kind == REL_MENTION_PRONOUN);
    assert_int_equal(profile->is_list, rel_candidate_is_list(drafts, i));
    assert_int_equal(profile->is_first,
                     i == 0U || draft[-1].sentence < draft->sentence);
    assert_int_equal(profile->is_subject,
                     rel_clause_is_main_subject(layers, head));
    assert_int_equal(profile->is_quoted, layers->is_quoted[head]);
    assert_int_equal(profile->sentence, draft->sentence);
    assert_int_equal(profile->paragraph,
                     news->text.sentences[draft->sentence].paragraph);
    assert_int_equal(profile->clause, rel_clause_top(layers, head));
  }
}

// ------------------------------------------------------------ joining

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
      cmocka_unit_test(test_weights_are_small),
      cmocka_unit_test(test_weighs_news_like_naive),
      cmocka_unit_test(test_weighs_pronouns_like_naive),
      cmocka_unit_test(test_pairs),
      cmocka_unit_test(test_profiles),
      cmocka_unit_test(test_joins_likely),
      cmocka_unit_test(test_empty),
  };

  return cmocka_run_group_tests(tests, set_up_news, tear_down_news);
}
