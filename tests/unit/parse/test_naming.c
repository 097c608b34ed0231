// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/naming.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { MAX_TOKENS = 32, MAX_NAMES = 8 };

/// A document of one sentence; words in [brackets] are names
typedef struct {
  RelToken tokens[MAX_TOKENS];
  RelSentence sentence;
  RelName names[MAX_NAMES];
  RelText text;
  RelTree tree;
} Document;

/// `best` is the network's type of all names, with nothing else near
static void
read_words(Document *doc, const char *words, RelNameType best)
{
  uint32_t n = 0U;
  uint32_t n_names = 0U;

  *doc = (Document){.sentence = {.n = 0U}};
  for (const char *at = words; *at;) {
    size_t len = 0U;
    if (*at == '[') {
      RelName *const name = &doc->names[n_names++];
      *name = (RelName){.first = n, .n = 0U, .type = best, .prob = 1.0F};
      for (uint32_t t = 0; t < REL_N_NAME; ++t) {
        name->scores[t] = t == (uint32_t)best ? 0.0F : -6.0F;
      }
      ++at;
    }
    while (at[len] && at[len] != ' ' && at[len] != ']') {
      ++len;
    }
    doc->tokens[n++].form = (RelStr){at, len};
    at += len;
    if (*at == ']') {
      doc->names[n_names - 1U].n = n - doc->names[n_names - 1U].first;
      ++at;
    }
    at += *at == ' ';
  }
  doc->sentence.n = n;
  doc->text = (RelText){.tokens = doc->tokens,
                        .n_tokens = n,
                        .sentences = &doc->sentence,
                        .n_sentences = 1U};
  doc->tree = (RelTree){.names = doc->names, .n_names = n_names};
}

static bool
has_cue(const RelNaming *naming, uint32_t cue)
{
  for (uint32_t i = 0; i < naming->n_cues; ++i) {
    if (naming->cues[i] == cue) {
      return true;
    }
  }
  return false;
}

static void
test_cues(void **state)
{
  static const struct {
    const char *words;
    uint32_t cue;
    bool is_there;
  } cases[] = {
      {"[Norway] said", REL_CUE_ANY, true},
      {"[Norway] said", REL_CUE_LENGTH, true},
      {"[Norway] said", REL_CUE_WHOLE + REL_EVIDENCE_COUNTRY, true},
      {"[Norway] said", REL_CUE_UNLISTED, false},
      {"[Qwertz] said", REL_CUE_UNLISTED, true},
      {"[Qwertz Uiop] said", REL_CUE_UNLISTED + 1U, true},
      {"[Qwertz Uiop] said", REL_CUE_LENGTH + 1U, true},
      {"[A B C D E F G] said", REL_CUE_LENGTH + 3U, true},
      {"[Qwertz] said", REL_CUE_WRITTEN + 1U + 3U, false},
      {"[Qwertzuiop] said", REL_CUE_WRITTEN + 1U, true},
      {"[QWE] said", REL_CUE_WRITTEN + 3U + 2U, true},
      {"[qwe] said", REL_CUE_WRITTEN + 3U, true},
      {"[Maria Qwertz] said", REL_CUE_FIRST + REL_EVIDENCE_GIVEN, true},
      {"[Qwertz River] said", REL_CUE_LAST + REL_EVIDENCE_PLACEWORD, true},
      {"[Bank of Qwertz] said", REL_CUE_INSIDE + REL_EVIDENCE_ORGWORD, true},
      {"Mrs. [Qwertz] said", REL_CUE_BEFORE + REL_EVIDENCE_TITLE, true},
      {"[Qwertz] said", REL_CUE_BEFORE + REL_EVIDENCE_TITLE, false},
  };
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  Document doc;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    read_words(&doc, cases[i].words, REL_NAME_PERSON);
    const RelNaming *const namings =
        rel_naming_read(&arena, &doc.text, &doc.tree);
    assert_non_null(namings);
    if (has_cue(namings, cases[i].cue) != cases[i].is_there) {
      print_error("%s: cue %u\n", cases[i].words, cases[i].cue);
    }
    assert_int_equal(has_cue(namings, cases[i].cue), cases[i].is_there);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

/// The mean over the same name elsewhere, whatever its capitals and hyphens
static void
test_others(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  Document doc;

  (void)state;
  rel_arena_init(&arena, world);
  read_words(&doc, "[Al - Qwe] , [al-Qwe] , [AL-QWE] and [Qwe]",
             REL_NAME_PERSON);
  doc.names[1].scores[REL_NAME_PLACE] = -4.0F;
  doc.names[2].scores[REL_NAME_PLACE] = -1000.0F;
  const RelNaming *const namings =
      rel_naming_read(&arena, &doc.text, &doc.tree);
  assert_non_null(namings);
  assert_float_equal(namings[1].own[2], -1.0F, 1e-6F);
  assert_float_equal(namings[2].own[2], -8.0F, 1e-6F);
  assert_float_equal(namings[0].others[2], (-1.0F - 8.0F) / 2.0F, 1e-6F);
  assert_float_equal(namings[3].others[2], namings[3].own[2], 1e-6F);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_decisions(void **state)
{
  static const struct {
    const char *words;
    RelNameType said;
    RelNameType decided;
  } cases[] = {
      {"[Norway] won", REL_NAME_PERSON, REL_NAME_PLACE},
      {"[Reuters] wrote", REL_NAME_PLACE, REL_NAME_ORGANISATION},
      {"[Qwertzuiop] won", REL_NAME_PERSON, REL_NAME_PERSON},
      {"[Friday] came", REL_NAME_TIME, REL_NAME_TIME},
      {"[Norway] came", REL_NAME_MONEY, REL_NAME_MONEY},
  };
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  Document doc;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    read_words(&doc, cases[i].words, cases[i].said);
    assert_int_equal(rel_naming_decide(&arena, &doc.text, &doc.tree), REL_OK);
    if (doc.names[0].type != cases[i].decided) {
      print_error("%s: %s\n", cases[i].words, rel_name_text(doc.names[0].type));
    }
    assert_int_equal(doc.names[0].type, cases[i].decided);
    assert_true(doc.names[0].prob > 0.0F && doc.names[0].prob <= 1.0F);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

/// One wrong score gives way to those of the name's other mentions
static void
test_majority(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  Document doc;

  (void)state;
  rel_arena_init(&arena, world);
  read_words(&doc, "[Qwertz] , [Qwertz] and [Qwertz] met",
             REL_NAME_ORGANISATION);
  doc.names[1].type = REL_NAME_PERSON;
  doc.names[1].scores[REL_NAME_PERSON] = 0.0F;
  doc.names[1].scores[REL_NAME_ORGANISATION] = -3.0F;
  assert_int_equal(rel_naming_decide(&arena, &doc.text, &doc.tree), REL_OK);
  assert_int_equal(doc.names[1].type, REL_NAME_ORGANISATION);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  bool is_done = false;

  (void)state;
  for (size_t n = 0; n < 16U && !is_done; ++n) {
    Failing failing = {0U, n, 0U};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    if (world) {
      RelArena arena;
      Document doc;
      rel_arena_init(&arena, world);
      read_words(&doc, "[Qwertz] and [Norway]", REL_NAME_PERSON);
      const RelStatus st = rel_naming_decide(&arena, &doc.text, &doc.tree);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      is_done = st == REL_OK;
      rel_arena_clear(&arena);
      rel_world_free(world);
    }
    assert_int_equal(failing.n_live, 0);
  }
  assert_true(is_done);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cues),      cmocka_unit_test(test_others),
      cmocka_unit_test(test_decisions), cmocka_unit_test(test_majority),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
