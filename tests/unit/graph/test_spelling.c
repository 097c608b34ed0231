// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/spelling.h"

#include "base/compose.h"
#include "base/world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
  RelTermKind kind;
  const char *label;
  const char *spelling;
} cases[] = {
    {REL_TERM_PERSON, "Ana Mora", "Ana Mora"},
    {REL_TERM_PERSON, "ANA MORA", "ANA Mora"}, // "ANA" may be initials
    {REL_TERM_PERSON, "Ana B. Mora", "Ana B Mora"},
    {REL_TERM_PERSON, "Jos\xC3\xA9 Lund", "Jos\xC3\xA9 Lund"},
    {REL_TERM_PERSON, "Jose\xCC\x81 Lund", "Jos\xC3\xA9 Lund"},
    {REL_TERM_PERSON, "Nguye\xCC\x82\xCC\x83n", "Nguy\xE1\xBB\x85n"},
    {REL_TERM_PERSON, "x\xCC\x81", "x\xCC\x81"},
    {REL_TERM_PERSON, "\xCC\x81", "\xCC\x81"},
    {REL_TERM_PERSON, "Jan Van Der Berg", "Jan van der Berg"},
    {REL_TERM_PERSON, "Jan van den Berg", "Jan van den Berg"},
    {REL_TERM_PERSON, "Al Lund", "Al Lund"},
    {REL_TERM_PERSON, "Omar Al Masri", "Omar al-Masri"},
    {REL_TERM_PERSON, "Omar al-Masri", "Omar al-Masri"},
    {REL_TERM_PERSON, "Omar Al-masri", "Omar al-Masri"},
    {REL_TERM_ORGANISATION, "Al Nur", "al-Nur"},
    {REL_TERM_ORGANISATION, "NATO", "Nato"},
    {REL_TERM_ORGANISATION, "Nato", "Nato"},
    {REL_TERM_ORGANISATION, "U.N.", "UN"},
    {REL_TERM_ORGANISATION, "Orbex Corp.", "Orbex Corp"},
    {REL_TERM_ORGANISATION, "government of Norland", "Government of Norland"},
    {REL_TERM_ORGANISATION, "Government Of Norland", "Government of Norland"},
    {REL_TERM_ORGANISATION, "Lund\xE2\x80\x99s Bank", "Lund's Bank"},
    {REL_TERM_ORGANISATION,
     "Coca\xE2\x80\x91"
     "Cola",
     "Coca-Cola"},
    {REL_TERM_ORGANISATION, "eBay", "EBay"},
    {REL_TERM_ORGANISATION, "Norland\xE2\x80\x8E", "Norland"},
    {REL_TERM_ORGANISATION, "Al", "Al"},
    {REL_TERM_ORGANISATION, "A-", "A-"},
    {REL_TERM_PLACE, "Velia river", "Velia River"},
    {REL_TERM_ROLE, "trade minister", "trade minister"},
    {REL_TERM_THING, "duties on Velian steel", "duties on Velian steel"},
    {REL_TERM_THING, "Velian steel", "Velian Steel"},
    {REL_TERM_THING, "3.5 tonnes", "3.5 tonnes"},
    {REL_TERM_THING, "...", "..."},
    {REL_TERM_THING, "caf\xE9", "caf\xE9"},
    {REL_TERM_THING, "", ""},
};

static void
test_cases(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelStr spelling = {0};
    RelStr again = {0};

    assert_int_equal(
        rel_spelling(&arena, cases[i].kind, rel_str(cases[i].label), &spelling),
        REL_OK);
    if (!rel_str_equal(spelling, rel_str(cases[i].spelling))) {
      fail_msg("%s: \"%.*s\"", cases[i].label, REL_ARG(spelling));
    }
    // what is spelt so is spelt so
    assert_int_equal(rel_spelling(&arena, cases[i].kind, spelling, &again),
                     REL_OK);
    assert_true(rel_str_equal(spelling, again));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_compositions(void **state)
{
  (void)state;
  for (size_t i = 0; i < rel_compositions_n; ++i) {
    const RelComposition *const it = &rel_compositions[i];

    assert_int_equal(rel_compose(it->letter, it->mark), it->composed);
  }
  assert_int_equal(rel_compose('e', 0x301U), 0xE9);
  assert_int_equal(rel_compose('q', 0x301U), 0);
  assert_int_equal(rel_compose(0x110000U, 0x301U), 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_compositions),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
