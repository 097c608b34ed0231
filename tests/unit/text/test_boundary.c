// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/boundary.h"

#include "text/tokenizer.h"
#include "text_fixture.h"

/// Tokens of a text as one paragraph
static RelTokenList
tokens_of(Reading *reading, const char *text)
{
  RelTokenList tokens = {0};
  const RelStr content = rel_str(text);

  reading_begin(reading);
  assert_int_equal(
      rel_tokenize(&reading->arena, content, 0U, content.len, &tokens), REL_OK);
  return tokens;
}

/// Gaps between small words or inside of a word are never looked at
static void
test_gaps(void **state)
{
  static const struct {
    const char *text;
    const char *gaps; ///< Forms behind the gaps
    const char *ruled;
  } cases[] = {
      {"Mora left", "left", ""},
      {"they left again", "", ""},
      {"they don't know", "", ""},
      {"it rose to 5 percent", "5 percent", ""},
      {"see http://a.example now", "http://a.example now", ""},
      {"It rose. Then it fell.", "rose . Then it .", "Then"},
      {"\"Go!\" he said.", "Go ! \" he .", ""},
      {"left", "", ""},
  };

  (void)state;
  for (size_t i = 0; i < COUNT(cases); ++i) {
    Reading reading;
    const RelTokenList tokens = tokens_of(&reading, cases[i].text);
    RelBuffer gaps = {.arena = &reading.arena};
    RelBuffer ruled = {.arena = &reading.arena};
    RelBoundaries walk;

    rel_boundaries_init(&walk, tokens.items, 0U, tokens.n);
    while (rel_boundaries_next(&walk)) {
      const RelStr form = tokens.items[walk.at].form;
      rel_buffer_add(&gaps, REL_STR(" "));
      rel_buffer_add(&gaps, form);
      if (walk.is_ruled) {
        rel_buffer_add(&ruled, form);
      }
    }
    assert_true(rel_str_equal(rel_str_trim(rel_buffer_str(&gaps)),
                              rel_str(cases[i].gaps)));
    assert_true(rel_str_equal(rel_buffer_str(&ruled), rel_str(cases[i].ruled)));
    reading_end(&reading);
  }
}

/// Keys of the first gap of the tokens [begin, end)
static RelBoundaryKeys
first_keys(const RelTokenList *tokens, uint32_t begin, uint32_t end)
{
  RelBoundaries walk;
  RelBoundaryKeys keys;

  rel_boundaries_init(&walk, tokens->items, begin, end);
  assert_true(rel_boundaries_next(&walk));
  rel_boundaries_keys(&walk, &keys);
  assert_int_equal(keys.n, REL_N_BOUNDARY_KEYS);
  return keys;
}

static size_t
count_equal(const RelBoundaryKeys *a, const RelBoundaryKeys *b)
{
  size_t n = 0;

  for (uint32_t i = 0; i < a->n; ++i) {
    n += a->items[i] == b->items[i];
  }
  return n;
}

/// A paragraph is seen alone, wherever it stands
static void
test_keys(void **state)
{
  Reading reading;
  const RelTokenList tokens =
      tokens_of(&reading, "Roth sold Orbex. Roth sold Orbex. 3 bought \"it\"?");
  const RelBoundaryKeys here = first_keys(&tokens, 0U, 4U);
  const RelBoundaryKeys there = first_keys(&tokens, 4U, 8U);
  const RelBoundaryKeys longer = first_keys(&tokens, 0U, 8U);
  const RelBoundaryKeys other = first_keys(&tokens, 8U, tokens.n);

  (void)state;
  assert_int_equal(count_equal(&here, &there), REL_N_BOUNDARY_KEYS);
  assert_in_range(count_equal(&here, &longer), REL_N_BOUNDARY_KEYS / 2,
                  REL_N_BOUNDARY_KEYS - 1);
  assert_in_range(count_equal(&here, &other), 1, REL_N_BOUNDARY_KEYS / 2);
  reading_end(&reading);
}

/// The table is that of these features: what is most common is decided right
static void
test_weights(void **state)
{
  Reading reading;
  const RelTokenList tokens =
      tokens_of(&reading, "The port closed. The mayor met Jan Lund there.");
  RelBoundaries walk;
  uint32_t n_found = 0;

  (void)state;
  rel_boundaries_init(&walk, tokens.items, 0U, tokens.n);
  while (rel_boundaries_next(&walk)) {
    const bool is_one = rel_boundaries_is_one(&walk);
    assert_int_equal(is_one, walk.at == 4U);
    n_found += is_one;
  }
  assert_int_equal(n_found, 1);
  reading_end(&reading);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_gaps),
      cmocka_unit_test(test_keys),
      cmocka_unit_test(test_weights),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
