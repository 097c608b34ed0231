// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/mention.h"

#include "base/buffer.h"
#include "parse/conllu.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

enum { MAX_WORDS = 40 };

/**
   Sentences of "word/tag", a blank between words, " | " between sentences.

   Tags: N proper noun, and Np, No, Nl, Nt where a name of a person,
   organisation, place or other thing begins; v the verb, p preposition, d
   article, n noun, w adverb or participle, c punctuation.
*/
static const struct {
  const char *name;
  const char *text;
  const char *joined; ///< "mention < antecedent (step)", in order
} cases[] = {
    {"middle names and initials",
     "Ana/Np Ruiz/N Mora/N met/v Jan/Np Hendrik/N Lund/N ./c | "
     "Ana/Np Mora/N thanked/v J./Np H./N Lund/N ./c",
     "Ana Mora < Ana Ruiz Mora (name.part); "
     "J. H. Lund < Jan Hendrik Lund (name.part)"},
    {"the name begun alike, but not father and son",
     "Ana/Np Mora/N da/N Costa/N met/v Jan/Np Lund/N Jr./N ./c | "
     "Ana/Np Mora/N thanked/v Jan/Np Lund/N ./c",
     "Ana Mora < Ana Mora da Costa (name.part)"},
    {"two who may be meant are none",
     "Ana/Np Ruiz/N Mora/N met/v Ana/Np Vega/N Mora/N ./c | "
     "Ana/Np Mora/N left/v ./c",
     ""},
    {"two names of one person that are two people's",
     "Ana/Np Ruiz/N Mora/N met/v Ana/Np Ruiz/N ./c | "
     "Ana/Np Mora/N left/v ./c",
     "Ana Ruiz < Ana Ruiz Mora (name.part)"},
    {"a surname in the middle",
     "Ana/Np Vallejo/N Mora/N left/v ./c | Ms/N Vallejo/Np returned/v ./c",
     "Vallejo < Ana Vallejo Mora (name.middle)"},
    {"a surname with a hyphen",
     "Ana/Np Ruiz-Lund/N left/v ./c | Ruiz-Lund/Np returned/v ./c",
     "Ruiz-Lund < Ana Ruiz-Lund (name.surname)"},
    {"a surname with its particles",
     "Greta/Np van/N der/N Berg/N left/v ./c | "
     "Van/Np der/N Berg/N returned/v ./c",
     "Van der Berg < Greta van der Berg (name.surname)"},
    {"a surname that is a given name too",
     "Jan/Np Grace/N left/v ./c | Grace/Np returned/v ./c",
     "Grace < Jan Grace (name.surname)"},
    {"marks on letters",
     "Jos\xC3\xA9/Np N\xC3\xBA\xC3\xB1"
     "ez/N left/v ./c | Jose/Np Nunez/N returned/v ./c | "
     "\xC5\x81"
     "ukasz/Np Wro\xC5\x84ski/N paid/v ./c | Lukasz/Np Wronski/N left/v ./c",
     "Jose Nunez < Jos\xC3\xA9 N\xC3\xBA\xC3\xB1"
     "ez (name.same); Lukasz Wronski < \xC5\x81"
     "ukasz Wro\xC5\x84ski (name.same)"},
    {"a family: whose name the text has oftenest",
     "Ana/Np Mora/N led/v ./c | Mora/Np met/v Jan/Np Mora/N ./c | "
     "Mora/Np left/v ./c",
     "Mora < Ana Mora (name.surname); Mora < Ana Mora (name.surname)"},
    {"a town named for a man who comes later",
     "Varnock/Nl grew/v ./c | Paul/Np Varnock/N founded/v Varnock/Nl ./c",
     "Varnock < Varnock (name.same)"},
    {"a man whose surname was taken for a town",
     "Paul/Np Varnock/N left/v ./c | Varnock/Nl returned/v ./c",
     "Varnock < Paul Varnock (name.surname)"},
    {"the town is named in its place",
     "Paul/Np Varnock/N left/v ./c | Lund/Np lived/v in/p Varnock/Nl ./c", ""},
    {"initials pass over small words",
     "The/d Council/No of/p Farming/N &/c Trade/N met/v ./c | "
     "CFT/No agreed/v ./c | COFT/No left/v ./c",
     "CFT < Council of Farming & Trade (name.short); "
     "COFT < Council of Farming & Trade (name.short)"},
    {"abbreviated in brackets",
     "Norges/No Havnevesen/N (/c NORHAV/No )/c closed/v ./c | "
     "NORHAV/No opened/v ./c",
     "NORHAV < Norges Havnevesen (name.short); "
     "NORHAV < Norges Havnevesen (name.short)"},
    {"spelt out in brackets",
     "NORHAV/No (/c the/d Norges/No Havnevesen/N )/c closed/v ./c",
     "NORHAV < Norges Havnevesen (name.short)"},
    {"a bracket that is no abbreviation",
     "Norges/No Havnevesen/N (/c WXYZ/No )/c closed/v ./c", ""},
    {"a part of a body's name, behind the whole",
     "Lattice/No Records/N met/v Pakistani/No Dock/N Council/N ./c | "
     "Lattice/No paid/v the/d Dock/No Council/N ./c",
     "Lattice < Lattice Records (name.short); "
     "Dock Council < Pakistani Dock Council (name.short)"},
    {"a firm's coined word, taken for a person",
     "Orbex/No Marine/N met/v Lund/No Marine/N ./c | "
     "Orbex/Np thanked/v Lund/Np ./c",
     "Orbex < Orbex Marine (name.short)"},
    {"a coined word that somebody has for a surname",
     "Orbex/No Marine/N met/v Jan/Np Orbex/N ./c | Orbex/Np left/v ./c",
     "Orbex < Jan Orbex (name.surname)"},
    {"a part named first is another body",
     "Lattice/No paid/v ./c | Lattice/No Records/N thanked/v Lattice/No ./c",
     "Lattice < Lattice (name.same)"},
    {"a town is no part of its club",
     "Orleton/No Records/N left/v ./c | Lund/Np lived/v in/p Orleton/Nl ./c",
     ""},
    {"a club without its city, a navy without its country",
     "Boston/No Herons/N met/v United/No States/N Navy/N ./c | "
     "The/d Herons/No thanked/v the/d Navy/No ./c",
     "Herons < Boston Herons (name.short); "
     "Navy < United States Navy (name.short)"},
    {"two names of one place in the tables",
     "Lund/Np lived/v in/p New/Nl York/N City/N ./c | "
     "Mora/Np worked/v in/p New/Nl York/N ./c",
     "New York < New York City (name.place)"},
    {"also known as",
     "The/d Dawn/No Front/N ,/c also/w known/w as/p Fajr/No ,/c left/v ./c | "
     "Fajr/No returned/v ./c",
     "Fajr < Dawn Front (name.alias); Fajr < Fajr (name.same)"},
    {"now, formerly",
     "Bryn/Nl (/c now/w Tarrow/Nl )/c grew/v ./c | "
     "Orbex/No ,/c formerly/w Lattice/No ,/c paid/v ./c",
     "Tarrow < Bryn (name.alias); Lattice < Orbex (name.alias)"},
    {"behind another bracket",
     "Orbex/No (/c founded/w 1990/w )/c ,/c later/w called/w Lattice/No "
     "left/v ./c",
     "Lattice < Orbex (name.alias)"},
    {"of two kinds, and without a comma",
     "Ana/Np Mora/N ,/c formerly/w Orbex/No left/v ./c | "
     "Lund/Np also/w called/v Lattice/No ./c",
     ""},
};

// ------------------------------------------------------------ fixture

/// A word of a case, as it goes into CoNLL-U
typedef struct {
  char form[24];
  char tag[4];
} Word;

static const char *
upos_of(const char *tag)
{
  static const char *const table[][2] = {
      {"N", "PROPN\tNNP"}, {"v", "VERB\tVBD"}, {"p", "ADP\tIN"},
      {"d", "DET\tDT"},    {"n", "NOUN\tNN"},  {"w", "ADV\tRB"},
      {"c", "PUNCT\t."},
  };

  for (size_t i = 0; i < N(table); ++i) {
    if (*tag == *table[i][0]) {
      return table[i][1];
    }
  }
  return "X\tFW";
}

static const char *
entity_of(char kind)
{
  static const char *const kinds[][2] = {{"p", "(person"},
                                         {"o", "(organisation"},
                                         {"l", "(place"},
                                         {"t", "(other"}};

  for (size_t i = 0; i < N(kinds); ++i) {
    if (kind == *kinds[i][0]) {
      return kinds[i][1];
    }
  }
  return "";
}

/// Head as id and relation: names hang on the verb, their other words on the
/// first one, prepositions and articles on the name behind them
static void
attach(const Word *words, unsigned n, unsigned i, unsigned verb, char *out,
       size_t size)
{
  const char tag = words[i].tag[0];
  const char *dep = i < verb ? "nsubj" : "obj";
  unsigned head = verb + 1U;

  if (i == verb) {
    dep = "root";
    head = 0U;
  } else if (tag == 'N' && !words[i].tag[1] && !i) { // "Ms"
    head = 2U;
    dep = "nmod:desc";
  } else if (tag == 'N' && !words[i].tag[1]) {
    for (head = i; head && !words[head].tag[1] && words[head].tag[0] != 'v';) {
      --head;
    }
    head += 1U;
    dep = head == verb + 1U ? dep : "flat";
  } else if ((tag == 'p' || tag == 'd') && i + 1U < n) {
    head = words[i + 1U].tag[0] == 'N' ? i + 2U : head;
    dep = tag == 'p' ? "case" : "det";
  } else if (tag == 'N') {
    dep = i && words[i - 1U].tag[0] == 'p' ? "obl" : dep;
  } else if (tag != 'n') {
    dep = tag == 'c' ? "punct" : "advmod";
  }
  snprintf(out, size, "%u\t%s", head, dep);
}

/// Is word `i` in a name that goes on behind it?
static bool
goes_on(const Word *words, unsigned n, unsigned i)
{
  return i + 1U < n &&
         ((words[i + 1U].tag[0] == 'N' && !words[i + 1U].tag[1]) ||
          (i + 2U < n && strchr("pc", words[i + 1U].tag[0]) &&
           words[i + 2U].tag[0] == 'N' && !words[i + 2U].tag[1]));
}

static void
add_sentence(RelBuffer *conllu, const Word *words, unsigned n)
{
  unsigned verb = 0U;
  bool is_open = false;

  while (verb + 1U < n && words[verb].tag[0] != 'v') {
    ++verb;
  }
  for (unsigned i = 0; i < n; ++i) {
    char tree[32];
    char line[160];
    const char *begin = entity_of(words[i].tag[1]);

    is_open = is_open || *begin;
    const bool is_last =
        is_open && !goes_on(words, n, i) && words[i].tag[0] == 'N';
    attach(words, n, i, verb, tree, sizeof(tree));
    snprintf(line, sizeof(line), "%u\t%s\t%s\t%s\t_\t%s\t_\t%s%s%s\n", i + 1U,
             words[i].form, words[i].form, upos_of(words[i].tag), tree,
             *begin || is_last ? "Entity=" : "_", begin, is_last ? ")" : "");
    is_open = is_open && !is_last;
    rel_buffer_add(conllu, rel_str(line));
  }
  rel_buffer_add_char(conllu, '\n');
}

static RelStatus
read_case(RelArena *arena, const char *from, RelText *text, RelTree *tree)
{
  RelBuffer conllu = {.arena = arena};
  Word words[MAX_WORDS];
  unsigned n = 0U;
  int size = 0;

  for (; *from; from += size) {
    char word[32] = "";

    assert_int_equal(sscanf(from, " %31s%n", word, &size), 1);
    if (!strcmp(word, "|")) {
      add_sentence(&conllu, words, n);
      n = 0U;
      continue;
    }
    assert_true(n < MAX_WORDS);
    assert_int_equal(sscanf(word, "%23[^/]/%3s", words[n].form, words[n].tag),
                     2);
    ++n;
  }
  add_sentence(&conllu, words, n);
  assert_int_equal(conllu.status, REL_OK);
  return rel_conllu_read(arena, REL_STR("fixture"), rel_buffer_str(&conllu),
                         text, tree);
}

// ------------------------------------------------------------ cases

static void
add_words(RelBuffer *out, const RelText *text, const RelMention *mention)
{
  for (uint32_t i = 0; i < mention->n; ++i) {
    rel_buffer_add(out, i ? REL_STR(" ") : REL_STR(""));
    rel_buffer_add(out, text->tokens[mention->first + i].form);
  }
}

/// The links that names were joined by
static RelStr
describe(RelArena *arena, const RelText *text, const RelMentions *found)
{
  RelBuffer out = {.arena = arena};

  for (uint32_t i = 0; i < found->n_mentions; ++i) {
    const RelMention *const mention = &found->mentions[i];

    if (!mention->rule || strncmp(mention->rule, "name", 4U) != 0) {
      continue;
    }
    rel_buffer_add(&out, out.len ? REL_STR("; ") : REL_STR(""));
    add_words(&out, text, mention);
    rel_buffer_add(&out, REL_STR(" < "));
    add_words(&out, text, &found->mentions[mention->antecedent]);
    rel_buffer_add(&out, REL_STR(" ("));
    rel_buffer_add(&out, rel_str(mention->rule));
    rel_buffer_add_char(&out, ')');
  }
  assert_int_equal(out.status, REL_OK);
  return rel_buffer_str(&out);
}

static void
test_cases(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  unsigned n_failed = 0U;

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    RelArena arena;
    RelText text;
    RelTree tree;
    RelMentions found;

    rel_arena_init(&arena, world);
    assert_int_equal(read_case(&arena, cases[i].text, &text, &tree), REL_OK);
    assert_int_equal(rel_mentions_find(&arena, &text, &tree, NULL, &found),
                     REL_OK);
    const RelStr joined = describe(&arena, &text, &found);
    if (!rel_str_equal(joined, rel_str(cases[i].joined))) {
      print_error("%s:\n  expected %s\n  found    %.*s\n", cases[i].name,
                  cases[i].joined, REL_ARG(joined));
      ++n_failed;
    }
    rel_arena_clear(&arena);
  }
  rel_world_free(world);
  assert_int_equal(n_failed, 0U);
}

// ------------------------------------------------------------ no memory

typedef struct {
  int n_left; ///< Calls that still succeed; negative: all
} Budget;

static void *
reallocate(void *handle, void *ptr, size_t size)
{
  Budget *const budget = handle;

  if (!size) {
    free(ptr);
    return NULL;
  }
  if (!budget->n_left) {
    return NULL;
  }
  budget->n_left -= budget->n_left > 0;
  return realloc(ptr, size);
}

static void
test_no_memory(void **state)
{
  Budget budget = {-1};
  const RelAllocator allocator = {&budget, reallocate};
  RelWorld *const world = rel_world_new(&allocator);

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    RelStatus st = REL_NO_MEMORY;

    for (int n = 0; st && n < 1000; ++n) {
      RelArena arena;
      RelArena scratch;
      RelText text;
      RelTree tree;
      RelMentions found;

      rel_arena_init(&arena, world);
      rel_arena_init(&scratch, world);
      budget.n_left = -1;
      assert_int_equal(read_case(&arena, cases[i].text, &text, &tree), REL_OK);
      budget.n_left = n;
      st = rel_mentions_find(&scratch, &text, &tree, NULL, &found);
      assert_true(st == REL_OK || st == REL_NO_MEMORY);
      rel_arena_clear(&scratch);
      rel_arena_clear(&arena);
    }
    assert_int_equal(st, REL_OK);
  }
  budget.n_left = -1;
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
