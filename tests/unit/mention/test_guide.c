// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/guide.h"

#include "failing.h"
#include "mention/mention.h"
#include "mention/tree_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

static const char tree_lines[] = "Ana Ana PROPN NNP 3 nsubj\n"
                                 "Mora Mora PROPN NNP 1 flat\n"
                                 "met meet VERB VBD 0 root\n"
                                 "Jan Jan PROPN NNP 3 obj\n"
                                 "Lund Lund PROPN NNP 4 flat -\n"
                                 ". . PUNCT . 3 punct\n"
                                 "\n"
                                 "Mora Mora PROPN NNP 2 nsubj\n"
                                 "left leave VERB VBD 0 root -\n"
                                 ". . PUNCT . 2 punct\n";

static const char corrections[] = "split Mora = Eva Mora # another one\n"
                                  "merge Jan Lund = Ana Moreira\n"
                                  "rename Eva Mora = E. Mora\n"
                                  "type E. Mora = organisation\n";

static const char actors[] =
    "Ana Moreira\tperson\thttps://example.org/am\tAna Mora\tA. Mora\n";

/// A file that holds `content`, in `path`
static void
write_file(char *path, const char *content)
{
  const int file = mkstemp(path);
  FILE *const out = file < 0 ? NULL : fdopen(file, "w");

  assert_non_null(out);
  fputs(content, out);
  assert_int_equal(fclose(out), 0);
}

static RelStatus
read_guide(RelWorld *world, const char *lines, const char *known,
           RelGuide **guide)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_guide_new(world, guide));
  REL_TRY(st, rel_guide_read_authority(*guide, known));
  return rel_guide_read_corrections(*guide, lines);
}

static RelStatus
find(RelArena *arena, RelGuide *guide, RelMentions *found)
{
  RelText text;
  RelTree tree;
  RelStatus st = REL_OK;

  REL_TRY(st, tree_fixture(arena, tree_lines, &text, &tree));
  const RelMentionOptions options = {.guide = guide};
  REL_TRY(st, rel_mentions_find(arena, &text, &tree, &options, found));
  return rel_guide_check(guide);
}

static void
expect_corrected(const RelMentions *found)
{
  assert_int_equal(found->n_entities, 2U);
  const RelEntity *const known = &found->entities[0];
  const RelEntity *const other = &found->entities[1];

  assert_true(rel_str_equal(known->label, REL_STR("Ana Moreira")));
  assert_true(rel_str_equal(known->same_as, REL_STR("https://example.org/am")));
  assert_int_equal(known->n_mentions, 2U);
  assert_int_equal(known->kind, REL_TERM_PERSON);
  assert_true(rel_str_equal(other->label, REL_STR("E. Mora")));
  assert_int_equal(other->same_as.len, 0U);
  assert_int_equal(other->kind, REL_TERM_ORGANISATION);
  assert_string_equal(found->mentions[1].rule, "correction");
}

static void
test_every_allocation(void **state)
{
  char lines[] = "/tmp/relata-lines-XXXXXX";
  char known[] = "/tmp/relata-known-XXXXXX";
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  write_file(lines, corrections);
  write_file(known, actors);
  for (size_t n = 1; st == REL_NO_MEMORY; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);
    RelGuide *guide = NULL;
    RelArena arena;
    RelMentions found;

    assert_non_null(world);
    rel_arena_init(&arena, world);
    st = read_guide(world, lines, known, &guide);
    st = st ? st : find(&arena, guide, &found);
    if (!st) {
      expect_corrected(&found);
    }
    rel_arena_clear(&arena);
    rel_guide_free(guide);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
  assert_int_equal(st, REL_OK);
  unlink(lines);
  unlink(known);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_allocation),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
