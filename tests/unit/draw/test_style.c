// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/// Relative luminance of "#RRGGBB", from 0 to 1 (WCAG 2.1)
static double
luminance(const char *colour)
{
  static const double shares[] = {0.2126, 0.7152, 0.0722};
  double sum = 0.0;

  assert_int_equal(colour[0], '#');
  for (size_t i = 0; i < 3U; ++i) {
    const char digits[] = {colour[1U + 2U * i], colour[2U + 2U * i], '\0'};
    const double c = (double)strtoul(digits, NULL, 16) / 255.0;
    sum +=
        shares[i] * (c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

static double
contrast(const char *a, const char *b)
{
  const double x = luminance(a) + 0.05;
  const double y = luminance(b) + 0.05;

  return x > y ? x / y : y / x;
}

static void
assert_contrast(RelPalette palette, const char *a, const char *b, double least)
{
  if (contrast(a, b) < least) {
    fail_msg("%s: expected a contrast of %.1f between %s and %s, not %.2f",
             rel_palette_name(palette), least, a, b, contrast(a, b));
  }
}

/// Text is read and borders are seen in every palette
static void
test_contrast(void **state)
{
  (void)state;
  for (unsigned p = 0; p < REL_N_PALETTES; ++p) {
    const RelPalette palette = (RelPalette)p;
    const RelPageStyle *const page = rel_page_style(palette);
    assert_contrast(palette, page->ink, page->background, 7.0);
    assert_contrast(palette, page->soft, page->background, 4.5);
    for (unsigned k = 0; k < REL_N_TERM_KINDS; ++k) {
      const RelCardStyle *const card = rel_card_style(palette, (RelTermKind)k);
      assert_contrast(palette, page->ink, card->fill, 7.0);
      assert_contrast(palette, page->soft, card->fill, 4.5);
      assert_contrast(palette, card->border, card->fill, 4.5);
      assert_contrast(palette, card->border, page->background, 3.0);
    }
    for (unsigned k = 0; k < REL_N_LINES; ++k) {
      const RelLineStyle *const line = rel_line_style(palette, (RelLine)k);
      assert_contrast(palette, line->font_colour, page->background, 4.5);
      assert_contrast(palette, line->colour, page->background, 3.0);
    }
  }
}

/// Without colours, kinds of actors and lines are still told apart
static void
test_print(void **state)
{
  static const RelTermKind kinds[] = {REL_TERM_PERSON, REL_TERM_ORGANISATION,
                                      REL_TERM_PLACE, REL_TERM_EVENT,
                                      REL_TERM_THING};

  (void)state;
  for (size_t i = 0; i < 5U; ++i) {
    const RelCardStyle *const a = rel_card_style(REL_PALETTE_PRINT, kinds[i]);
    assert_int_equal(strncmp(a->fill + 1, a->fill + 3, 2U), 0); // a grey
    for (size_t k = 0; k < i; ++k) {
      const RelCardStyle *const b = rel_card_style(REL_PALETTE_PRINT, kinds[k]);
      assert_true(strcmp(a->shape, b->shape) || strcmp(a->style, b->style) ||
                  contrast(a->fill, b->fill) > 1.2);
    }
  }
  for (unsigned i = 0; i < REL_N_LINES; ++i) {
    for (unsigned k = 0; k < i; ++k) {
      const RelLineStyle *const a =
          rel_line_style(REL_PALETTE_PRINT, (RelLine)i);
      const RelLineStyle *const b =
          rel_line_style(REL_PALETTE_PRINT, (RelLine)k);
      assert_true(strcmp(a->style, b->style) || strcmp(a->arrow, b->arrow));
    }
  }
}

static void
test_names(void **state)
{
  (void)state;
  for (unsigned p = 0; p < REL_N_PALETTES; ++p) {
    const RelStr name = rel_str(rel_palette_name((RelPalette)p));
    assert_int_equal(rel_palette_find(name), p);
  }
  assert_int_equal(rel_palette_find(rel_str("mauve")), REL_N_PALETTES);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_contrast),
      cmocka_unit_test(test_print),
      cmocka_unit_test(test_names),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
