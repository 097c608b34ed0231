// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/cues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/// The cues that speak loudest for (`sign` 1) or against (-1) a triple
static RelCues
extreme_cues(RelView view, int sign)
{
  static const uint16_t firsts[] = {
#define FIRST(group, size, words) REL_CUE_FIRST_##group,
      REL_CUE_TABLE(FIRST) REL_N_CUES};
  RelCues cues;

  for (unsigned g = 0; g < REL_N_CUE_GROUPS; ++g) {
    cues.ids[g] = firsts[g];
    for (uint16_t i = firsts[g]; i < firsts[g + 1U]; ++i) {
      if (sign * rel_cue_weights[view][i] >
          sign * rel_cue_weights[view][cues.ids[g]]) {
        cues.ids[g] = i;
      }
    }
  }
  return cues;
}

static void
test_confidence_is_a_probability(void **state)
{
  (void)state;
  for (unsigned view = 0; view < REL_N_VIEWS; ++view) {
    const RelCues best = extreme_cues((RelView)view, 1);
    const RelCues worst = extreme_cues((RelView)view, -1);
    const float high = rel_cues_confidence((RelView)view, &best);
    const float low = rel_cues_confidence((RelView)view, &worst);

    assert_true(high > 0.9F && high <= 1.0F);
    assert_true(low >= 0.0F && low < 0.1F);
  }
}

/// One cue exchanged for one with more weight never lowers the confidence
static void
test_more_weight_is_more_confidence(void **state)
{
  RelCues cues = extreme_cues(REL_VIEW_OPEN, -1);
  const RelCues best = extreme_cues(REL_VIEW_OPEN, 1);
  float before = rel_cues_confidence(REL_VIEW_OPEN, &cues);

  (void)state;
  for (unsigned g = 0; g < REL_N_CUE_GROUPS; ++g) {
    cues.ids[g] = best.ids[g];
    const float after = rel_cues_confidence(REL_VIEW_OPEN, &cues);
    assert_true(after >= before);
    before = after;
  }
}

static void
test_groups_have_words(void **state)
{
  (void)state;
  for (unsigned g = 0; g < REL_N_CUE_GROUPS; ++g) {
    assert_true(rel_cue_group_text((RelCueGroup)g)[0] != '\0');
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_confidence_is_a_probability),
      cmocka_unit_test(test_more_weight_is_more_confidence),
      cmocka_unit_test(test_groups_have_words),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
