// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/amount.h"
#include "extract/syntax.h"
#include "parse/conllu.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

// "Ayr put tariffs on about $40 billion of steel": 0 to 8, a stop at 9
static const char tree[] = "1\tAyr\tAyr\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
                           "2\tput\tput\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                           "3\ttariffs\ttariff\tNOUN\tNNS\t_\t2\tobj\t_\t_\n"
                           "4\ton\ton\tADP\tIN\t_\t6\tcase\t_\t_\n"
                           "5\tabout\tabout\tADV\tRB\t_\t6\tadvmod\t_\t_\n"
                           "6\t$\t$\tSYM\t$\t_\t2\tobl\t_\tSpaceAfter=No\n"
                           "7\t40\t40\tNUM\tCD\t_\t6\tnummod\t_\t_\n"
                           "8\tof\tof\tADP\tIN\t_\t9\tcase\t_\t_\n"
                           "9\tsteel\tsteel\tNOUN\tNN\t_\t6\tnmod\t_\t_\n"
                           "10\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

static void
test_walk(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelText text;
  RelTree trees;
  RelSyntax s;
  uint32_t n_children = 0;
  uint32_t last = 0;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_conllu_read(&arena, REL_STR("t.conllu"), rel_str(tree),
                                   &text, &trees),
                   REL_OK);
  assert_int_equal(rel_syntax_init(&s, &arena, &text, &trees, 0U), REL_OK);
  assert_int_equal(s.n, 10);
  for (REL_EACH_CHILD(&s, i, 1U)) {
    assert_true(n_children == 0U || i > last);
    last = i;
    ++n_children;
  }
  assert_int_equal(n_children, 4);
  assert_int_equal(rel_syntax_head(&s, 1U), REL_NO_TOKEN);
  assert_int_equal(rel_syntax_head(&s, 8U), 5);
  assert_int_equal(s.left[5], 3);
  assert_int_equal(s.right[5], 8);
  assert_int_equal(s.left[1], 0);
  assert_int_equal(s.right[1], 9);
  assert_int_equal(rel_syntax_child(&s, 1U, REL_DEP_OBJ), 2);
  assert_int_equal(rel_syntax_child(&s, 1U, REL_DEP_IOBJ), REL_NO_TOKEN);
  assert_int_equal(rel_syntax_child_lemma(&s, 8U, REL_DEP_CASE, "of"), 7);
  assert_int_equal(rel_syntax_child_lemma(&s, 8U, REL_DEP_CASE, "on"),
                   REL_NO_TOKEN);

  RelAmount amount;
  assert_true(rel_amount_find(&s, 2U, &amount));
  assert_int_equal(amount.first, 4);
  assert_int_equal(amount.end, 7);
  assert_int_equal(amount.thing_first, 8);
  assert_int_equal(amount.thing_end, 9);
  assert_false(rel_amount_find(&s, 8U, &amount));
  assert_false(rel_amount_find(&s, 9U, &amount));
  rel_arena_clear(&arena);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_walk)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
