// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/extractor.h"
#include "extract/times.h"
#include "parse/conllu.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { MAX_FOUND = 8 };

/// The values of a stream's graph triples, in order
typedef struct {
  char words[MAX_FOUND][64];
  char values[MAX_FOUND][REL_VALUE_TEXT_SIZE];
  uint32_t n;
} Found;

#define CLOSED                                                                 \
  "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"                                    \
  "2\tport\tport\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n"                               \
  "3\tclosed\tclose\tVERB\tVBD\t_\t0\troot\t_\t_\n"

#define WILL_CLOSE                                                             \
  "1\tPorts\tport\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n"                             \
  "2\twill\twill\tAUX\tMD\t_\t3\taux\t_\t_\n"                                  \
  "3\tclose\tclose\tVERB\tVB\t_\t0\troot\t_\t_\n"

#define ON_2_MAY                                                               \
  "4\ton\ton\tADP\tIN\t_\t5\tcase\t_\t_\n"                                     \
  "5\t2\t2\tNUM\tCD\t_\t3\tobl\t_\tEntity=(time\n"                             \
  "6\tMay\tMay\tPROPN\tNNP\t_\t5\tnmod:unmarked\t_\tEntity=)\n\n"

#define IN_MARCH_2009                                                          \
  "4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_\n"                                     \
  "5\tMarch\tMarch\tPROPN\tNNP\t_\t3\tobl\t_\tEntity=(time\n"                  \
  "6\t2009\t2009\tNUM\tCD\t_\t5\tnmod:unmarked\t_\tEntity=)\n\n"

#define A_YEAR_LATER                                                           \
  "1\tA\ta\tDET\tDT\t_\t2\tdet\t_\t_\n"                                        \
  "2\tyear\tyear\tNOUN\tNN\t_\t3\tobl:unmarked\t_\tEntity=(time)\n"            \
  "3\tlater\tlater\tADV\tRB\t_\t5\tadvmod\t_\t_\n"                             \
  "4\tNorway\tNorway\tPROPN\tNNP\t_\t5\tnsubj\t_\tEntity=(place)\n"            \
  "5\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"

#define NEXT_MONTH                                                             \
  "4\tnext\tnext\tADJ\tJJ\t_\t5\tamod\t_\t_\n"                                 \
  "5\tmonth\tmonth\tNOUN\tNN\t_\t3\tobl:unmarked\t_\t_\n\n"

#define THE_NEXT_MONTH                                                         \
  "4\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\t_\n"                                    \
  "5\tnext\tnext\tADJ\tJJ\t_\t6\tamod\t_\t_\n"                                 \
  "6\tmonth\tmonth\tNOUN\tNN\t_\t3\tobl:unmarked\t_\t_\n\n"

#define NOTHING                                                                \
  "1\tShips\tship\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n"                             \
  "2\twaited\twait\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"

static const struct {
  const char *name;
  const char *date; ///< Of the document
  const char *tree;
  const char *words;  ///< Of the last value
  const char *values; ///< Of the last value, fixed form
} cases[] = {
    {"a past lies before the document", "2018-06-03", CLOSED ON_2_MAY, "2 May",
     "2018-05-02"},
    {"also when the month is to come", "2018-04-03", CLOSED ON_2_MAY, "2 May",
     "2017-05-02"},
    {"a plan lies behind it", "2018-06-03", WILL_CLOSE ON_2_MAY, "2 May",
     "2019-05-02"},
    {"without a document's day the words are kept", "", CLOSED ON_2_MAY,
     "2 May", ""},
    {"a year of its own needs no document", "", CLOSED IN_MARCH_2009,
     "March 2009", "2009-03"},
    {"later than the time before", "", CLOSED IN_MARCH_2009 A_YEAR_LATER,
     "A year later", "2010"},
    {"which is remembered for two sentences", "",
     CLOSED IN_MARCH_2009 NOTHING A_YEAR_LATER, "A year later", "2010"},
    {"but no more", "", CLOSED IN_MARCH_2009 NOTHING NOTHING A_YEAR_LATER,
     "year", ""},
    {"next month counts from the document", "2018-06-03",
     CLOSED IN_MARCH_2009 WILL_CLOSE NEXT_MONTH, "next month", "2018-07"},
    {"the next month from the time before", "2018-06-03",
     CLOSED IN_MARCH_2009 CLOSED THE_NEXT_MONTH, "the next month", "2009-04"},
    {"an adverb has its count", "2018-06-03",
     CLOSED "4\ttwo\ttwo\tNUM\tCD\t_\t5\tnummod\t_\tEntity=(time\n"
            "5\tyears\tyear\tNOUN\tNNS\t_\t6\tobl:unmarked\t_\tEntity=)\n"
            "6\tago\tago\tADV\tRB\t_\t3\tadvmod\t_\t_\n\n",
     "two years ago", "2016"},
    {"an amount has its bound", "",
     "1\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(place)\n"
     "2\tpaid\tpay\tVERB\tVBD\t_\t0\troot\t_\t_\n"
     "3\tfor\tfor\tADP\tIN\t_\t4\tcase\t_\t_\n"
     "4\tships\tship\tNOUN\tNNS\t_\t2\tobl\t_\t_\n"
     "5\tas\tas\tADV\tRB\t_\t6\tadvmod\t_\t_\n"
     "6\tmuch\tmuch\tADV\tRB\t_\t2\tadvmod\t_\t_\n"
     "7\tas\tas\tADP\tIN\t_\t8\tcase\t_\t_\n"
     "8\t$\t$\tSYM\t$\t_\t6\tobl\t_\tSpaceAfter=No\n"
     "9\t3\t3\tNUM\tCD\t_\t10\tcompound\t_\t_\n"
     "10\tmillion\tmillion\tNUM\tCD\t_\t8\tnummod\t_\t_\n\n",
     "as much as $3 million", "at-most 3000000 USD"},
};

static void
add_value(Found *found, const RelTerm *term, const RelValue *value)
{
  const RelStr words = term->text.len ? term->text : term->label;

  assert_true(found->n < MAX_FOUND);
  snprintf(found->words[found->n], sizeof(found->words[0]), "%.*s",
           REL_ARG(words));
  rel_value_text(value, found->values[found->n]);
  ++found->n;
}

static RelStatus
record(void *handle, const RelEvent *event)
{
  const RelTriple *const triple =
      event->kind == REL_EVENT_TRIPLE ? event->triple : NULL;

  for (uint32_t i = 0; triple && i < triple->n_slots; ++i) {
    const RelSlot *const slot = &triple->slots[i];
    if (slot->role == REL_SLOT_TIME || slot->role == REL_SLOT_AMOUNT) {
      add_value(handle, &slot->term, &slot->value);
    }
  }
  return REL_OK;
}

static RelStatus
read_tree(RelArena *arena, const char *tree, const char *date, Found *found)
{
  const RelSink sink = {found, record};
  RelText text;
  RelTree trees;
  RelMentions mentions;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_conllu_read(arena, REL_STR("t.conllu"), rel_str(tree), &text,
                              &trees));
  text.date = rel_str(date);
  REL_TRY(st, rel_mentions_find(arena, &text, &trees, NULL, &mentions));
  return rel_extract(arena, &text, &trees, &mentions, 1U << REL_VIEW_GRAPH,
                     &sink);
}

static void
test_values(void **state)
{
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelArena arena;
    Found found = {.n = 0U};
    rel_arena_init(&arena, world);
    assert_int_equal(read_tree(&arena, cases[i].tree, cases[i].date, &found),
                     REL_OK);
    print_message("%s\n", cases[i].name);
    assert_true(found.n > 0U);
    assert_string_equal(found.words[found.n - 1U], cases[i].words);
    assert_string_equal(found.values[found.n - 1U], cases[i].values);
    rel_arena_clear(&arena);
  }
  rel_world_free(world);
}

/// Only adverbs of time and amount have values under them
static void
test_under_adverb(void **state)
{
  static const char tree[] =
      "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
      "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tyears\tyear\tNOUN\tNNS\t_\t4\tobl:unmarked\t_\t_\n"
      "4\tago\tago\tADV\tRB\t_\t2\tadvmod\t_\t_\n"
      "5\tmiles\tmile\tNOUN\tNNS\t_\t6\tobl:unmarked\t_\t_\n"
      "6\taway\taway\tADV\tRB\t_\t2\tadvmod\t_\t_\n\n";
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelText text;
  RelTree trees;
  RelSyntax s;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_conllu_read(&arena, REL_STR("t.conllu"), rel_str(tree),
                                   &text, &trees),
                   REL_OK);
  assert_int_equal(rel_syntax_init(&s, &arena, &text, &trees, 0U), REL_OK);
  assert_int_equal(rel_times_under_adverb(&s, 3U), 2);
  assert_int_equal(rel_times_under_adverb(&s, 5U), REL_NO_TOKEN);
  assert_int_equal(rel_times_under_adverb(&s, 1U), REL_NO_TOKEN);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_values),
      cmocka_unit_test(test_under_adverb),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
