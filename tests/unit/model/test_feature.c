// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/feature.h"

#include "model/letter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void
test_letters(void **state)
{
  static const struct {
    uint32_t code;
    uint32_t lower;
    bool is_lower;
  } cases[] = {
      {'A', 'a', false},         {'a', 'a', true},
      {'1', '1', false},         {0xC9U, 0xE9U, false},
      {0xD7U, 0xD7U, false},     {0xF7U, 0xF7U, false},
      {0xDFU, 0xDFU, true},      {0x10CU, 0x10DU, false},
      {0x10DU, 0x10DU, true},    {0x139U, 0x13AU, false},
      {0x13AU, 0x13AU, true},    {0x178U, 0xFFU, false},
      {0x17DU, 0x17EU, false},   {0x391U, 0x3B1U, false},
      {0x3B1U, 0x3B1U, true},    {0x410U, 0x430U, false},
      {0x401U, 0x451U, false},   {0x430U, 0x430U, true},
      {0x4E2DU, 0x4E2DU, false},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    assert_int_equal(rel_letter_lower(cases[i].code), cases[i].lower);
    assert_int_equal(rel_letter_is_lower(cases[i].code), cases[i].is_lower);
    assert_int_equal(rel_letter_is_upper(cases[i].code),
                     cases[i].code != cases[i].lower);
  }
}

static void
test_plain_forms(void **state)
{
  static const struct {
    const char *form;
    const char *plain;
  } cases[] = {{"-LRB-", "("},   {"-RSB-", "]"}, {"``", "\""},    {"''", "\""},
               {"word", "word"}, {"", ""},       {"-LRB", "-LRB"}};

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    assert_true(rel_str_equal(rel_form_plain(rel_str(cases[i].form)),
                              rel_str(cases[i].plain)));
  }
  assert_int_equal(rel_letter_plain(0x2019U), '\'');
  assert_int_equal(rel_letter_plain(0x201CU), '"');
  assert_int_equal(rel_letter_plain(0x2014U), '-');
  assert_int_equal(rel_letter_plain(0x4E2DU), 0x4E2D);
}

/// Figures from train/features.py: both must hash alike
static void
test_lemma_keys(void **state)
{
  static const struct {
    const char *form;
    const char *xpos;
    uint64_t key;
  } cases[] = {
      {"Went", "VBD", 0x252D86794641A87CU},
      {"\xE2\x80\x9C", "``", 0x1E52B7CCB21F4236U},
      {"\xC4\x8C"
       "ESK\xC3\x9D",
       "JJ", 0x8ED4FDDFE96FE210U},
      {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxyzyzyzyzyzyzyzyzyzyzyzyzyzyzyzy"
       "zyzyzyzyz",
       "NN", 0x068E0588F4A05AA2U},
      {"2\xE2\x80\x93"
       "3\xE2\x80\xA6",
       "CD", 0x82E48297DAB289C5U},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    assert_true(rel_features_lemma_key(rel_str(cases[i].form), cases[i].xpos) ==
                cases[i].key);
  }
}

static RelModel *
open_model(RelWorld *world)
{
  RelModel *model = NULL;

  assert_int_equal(
      rel_model_open(world, REL_SOURCE_DIR "/models/relata-en.bin", &model),
      REL_OK);
  return model;
}

static void
test_features(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelModel *const model = open_model(world);
  RelFeatures a;
  RelFeatures b;

  (void)state;
  rel_features_of(model, REL_STR("The"), &a);
  rel_features_of(model, REL_STR("the"), &b);
  assert_int_equal(a.vector, b.vector);
  assert_int_equal(a.word, b.word);
  assert_int_not_equal(a.vector, 0);
  assert_int_not_equal(a.shape, b.shape);
  assert_true(a.is_capital && !b.is_capital && b.is_word);
  assert_int_equal(a.prefix[3], 0); // there are no four letters
  rel_features_of(model, REL_STR("don\xE2\x80\x99t"), &a);
  rel_features_of(model, REL_STR("don't"), &b);
  assert_memory_equal(&a, &b, sizeof(a));
  rel_features_of(model, REL_STR(""), &a);
  assert_int_equal(a.vector, 0);
  assert_false(a.is_word);
  rel_features_of(model, REL_STR("\xFF\xFE"), &a);
  assert_int_equal(a.vector, 0);
  rel_model_close(model);
  rel_world_free(world);
}

static void
test_long_forms_keep_both_ends(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelModel *const model = open_model(world);
  char form[1001];
  RelFeatures features;
  RelFeatures end;

  (void)state;
  memset(form, 'x', sizeof(form));
  memcpy(form, "http", 4U);
  memcpy(form + 997, "html", 4U);
  rel_features_of(model, (RelStr){form, sizeof(form)}, &features);
  rel_features_of(model, REL_STR("html"), &end);
  assert_memory_equal(features.suffix, end.suffix, sizeof(end.suffix));
  rel_model_close(model);
  rel_world_free(world);
}

static void
test_sentence_case(void **state)
{
  static const struct {
    const char *words[5];
    uint32_t expected;
  } cases[] = {
      {{"the", "rain", "fell", "on", "Oslo"}, 0U},
      {{"the", "rain", "fell", "on", "us"}, 1U},
      {{"Rain", "Falls", "On", "Oslo", "Again"}, 2U},
      {{"RAIN", "FALLS", "ON", "OSLO", "AGAIN"}, 3U},
      {{"12", "-", "13", ".", ","}, 0U},
  };
  RelWorld *const world = rel_world_new(NULL);
  RelModel *const model = open_model(world);

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelFeatures words[5];
    for (size_t k = 0; k < 5U; ++k) {
      rel_features_of(model, rel_str(cases[i].words[k]), &words[k]);
    }
    assert_int_equal(rel_features_case(words, 5U), cases[i].expected);
  }
  rel_model_close(model);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_letters),
      cmocka_unit_test(test_plain_forms),
      cmocka_unit_test(test_lemma_keys),
      cmocka_unit_test(test_features),
      cmocka_unit_test(test_long_forms_keep_both_ends),
      cmocka_unit_test(test_sentence_case),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
