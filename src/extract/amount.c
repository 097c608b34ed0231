// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/amount.h"

/// Words that bound an amount or round it
static bool
is_bound(const RelSyntax *s, uint32_t i)
{
  static const char *const words[] = {
      "a",    "about", "almost",    "an",     "approximately", "around",
      "as",   "at",    "estimated", "least",  "less",          "many",
      "more", "most",  "much",      "nearly", "over",          "roughly",
      "some", "than",  "to",        "up"};

  return rel_str_among(rel_syntax_form(s, i), words,
                       sizeof(words) / sizeof(*words));
}

static bool
is_figure(const RelSyntax *s, uint32_t i)
{
  return rel_syntax_upos(s, i) == REL_UPOS_NUM ||
         rel_syntax_upos(s, i) == REL_UPOS_SYM ||
         rel_syntax_xpos(s, i) == REL_XPOS_CD ||
         rel_syntax_xpos(s, i) == REL_XPOS_DOLLAR;
}

static bool
is_preposition(const RelSyntax *s, uint32_t i)
{
  return i < s->n && rel_syntax_upos(s, i) == REL_UPOS_ADP;
}

/// Words of a plain noun phrase from `begin`; its end, or `begin` for none
static uint32_t
noun_phrase_end(const RelSyntax *s, uint32_t begin)
{
  uint32_t end = begin;

  for (uint32_t i = begin; i < s->n; ++i) {
    const RelUpos upos = rel_syntax_upos(s, i);
    const bool is_noun = upos == REL_UPOS_NOUN || upos == REL_UPOS_PROPN;
    if (!is_noun && upos != REL_UPOS_ADJ && upos != REL_UPOS_DET &&
        rel_syntax_xpos(s, i) != REL_XPOS_HYPH) {
      break;
    }
    end = is_noun ? i + 1U : end;
  }
  return end;
}

bool
rel_amount_find(const RelSyntax *s, uint32_t noun, RelAmount *amount)
{
  uint32_t i = noun + 1U;
  bool has_figure = false;

  if (!is_preposition(s, i)) {
    return false;
  }
  amount->preposition = i++;
  amount->first = i;
  while (i < s->n && (is_figure(s, i) || is_bound(s, i))) {
    has_figure = has_figure || is_figure(s, i);
    ++i;
  }
  amount->end = i;
  if (i < s->n && rel_syntax_lemma_is(s, i, "worth")) {
    ++i;
  }
  if (!has_figure || !is_preposition(s, i) ||
      !(rel_syntax_lemma_is(s, i, "in") || rel_syntax_lemma_is(s, i, "of"))) {
    return false;
  }
  amount->thing_first = i + 1U;
  amount->thing_end = noun_phrase_end(s, i + 1U);
  return amount->thing_end > amount->thing_first;
}

/// The noun with what stands before it
static RelStatus
noun_words(const RelReader *r, uint32_t noun, RelStr *text)
{
  RelWordSet words = rel_words_new(r->arena);

  rel_words_add_phrase(r->syntax, noun,
                       REL_WORDS_NO_CONJ | REL_WORDS_NO_CASE |
                           REL_WORDS_NO_DET | REL_WORDS_NO_CLAUSES,
                       &words);
  rel_words_remove(&words, noun + 1U, r->syntax->n);
  return rel_words_join_source(r->syntax, &words, text);
}

RelStatus
rel_amount_apply(const RelReader *r, uint32_t noun, const RelAmount *amount,
                 RelTerm *term, RelSlot *slot)
{
  RelStatus st = REL_OK;
  RelStr head;
  RelStr thing;

  REL_TRY(st, noun_words(r, noun, &head));
  REL_TRY(st, rel_words_run(r->arena, r->syntax, amount->thing_first,
                            amount->thing_end, &thing));
  REL_TRY(st, rel_words_run(r->arena, r->syntax, amount->first, amount->end,
                            &slot->term.label));
  REL_TRY(st, rel_arena_format(
                  r->arena, &term->label, "%.*s %.*s %.*s", REL_ARG(head),
                  REL_ARG(rel_syntax_form(r->syntax, amount->preposition)),
                  REL_ARG(thing)));
  term->namesake = 0U; // the entity's label is another
  slot->role = REL_SLOT_AMOUNT;
  slot->marker = REL_STR("");
  slot->term.text = slot->term.label;
  slot->term.kind = REL_TERM_MONEY;
  return REL_OK;
}
