// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/times.h"

#include "extract/relative.h"

#include <string.h>

enum {
  MAX_SENTENCES = 2, ///< That the last time named is remembered for
  MAX_CLOCK = 7,     ///< "9:30 a.m. local time on Oct. 9"
  MAX_BOUND = 4      ///< Words before an amount: "as much as"
};

RelTimes
rel_times_new(const RelText *text)
{
  return (RelTimes){.context.document = rel_date_parse(text->date)};
}

static bool
is_past_form(const RelSyntax *s, uint32_t i)
{
  return rel_syntax_xpos(s, i) == REL_XPOS_VBD;
}

/// "went", "was closed", "had said": the verb or a helper is in the past
static bool
is_past(const RelSyntax *s, uint32_t verb)
{
  if (is_past_form(s, verb)) {
    return true;
  }
  for (REL_EACH_CHILD(s, i, verb)) {
    const RelDep dep = rel_dep_universal(rel_syntax_dep(s, i));
    if ((dep == REL_DEP_AUX || dep == REL_DEP_COP) && is_past_form(s, i)) {
      return true;
    }
  }
  return false;
}

static RelTense
tense_of(const RelReader *r, uint32_t clause)
{
  if (clause == REL_NO_CLAUSE) {
    return REL_TENSE_NONE;
  }

  const RelClause *const c = &r->clauses->items[clause];
  if (is_past(r->syntax, c->head)) {
    return REL_TENSE_PAST;
  }
  return c->modality == REL_ACTUAL || c->modality == REL_ASKED
             ? REL_TENSE_NONE
             : REL_TENSE_FUTURE;
}

/// The last time named counts for the next two sentences
static void
begin_sentence(RelReader *r)
{
  RelTimes *const times = &r->times;

  if (r->sentence == times->sentence) {
    return;
  }
  times->context.anchor = r->sentence - times->last_sentence > MAX_SENTENCES
                              ? (RelDate){0, 0, 0}
                              : times->last;
  times->sentence = r->sentence;
}

static RelStr
words_of(const RelTerm *term)
{
  return term->text.len ? term->text : term->label;
}

static bool
is_value(RelTermKind kind)
{
  return kind == REL_TERM_DATE || kind == REL_TERM_MONEY ||
         kind == REL_TERM_QUANTITY;
}

/// An adverb that a value hangs on: "two years ago", "as much as $3 million"
static bool
is_value_adverb(const RelSyntax *s, uint32_t i)
{
  static const char *const words[] = {"after",   "ago",   "back",      "before",
                                      "earlier", "early", "late",      "later",
                                      "many",    "much",  "previously"};

  return rel_syntax_dep(s, i) == REL_DEP_ADVMOD &&
         rel_str_among(rel_syntax_form(s, i), words,
                       sizeof(words) / sizeof(*words));
}

uint32_t
rel_times_under_adverb(const RelSyntax *s, uint32_t i)
{
  if (is_value_adverb(s, i)) {
    for (REL_EACH_CHILD(s, k, i)) {
      const RelDep dep = rel_syntax_dep(s, k);
      if (dep == REL_DEP_OBL_UNMARKED || dep == REL_DEP_NMOD_UNMARKED ||
          dep == REL_DEP_OBL) {
        return k;
      }
    }
  }
  return REL_NO_TOKEN;
}

/// Take the words for the term's if they say more and are understood
static bool
take_words(const RelReader *r, RelStr words, RelTerm *term)
{
  RelValue value;

  // "the next week" counts from the time before, "next week" from today
  if (rel_str_starts(words, REL_STR("the ")) &&
      !rel_str_starts(words, REL_STR("the next ")) &&
      !rel_str_starts(words, REL_STR("the previous "))) {
    words = rel_str_slice(words, 4U, words.len);
  }
  if (words.len <= words_of(term).len ||
      !rel_value_read(term->kind, REL_STR(""), words, &r->times.context,
                      &value)) {
    return false;
  }
  term->text = term->label = words;
  return true;
}

/// "as much as" stands before the amount, wherever the tree hangs it
static RelStatus
widen_bound(RelReader *r, uint32_t token, RelSlot *slot)
{
  static const char *const starts[] = {
      "about", "almost",  "approximately", "around", "as",
      "at",    "less",    "more",          "nearly", "no",
      "over",  "roughly", "under",         "up"};
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;
  RelStr words;
  uint32_t end = token + 1U;

  while (end < s->n && rel_syntax_upos(s, end) == REL_UPOS_NUM &&
         end <= s->right[token]) {
    ++end;
  }
  for (uint32_t first = token > MAX_BOUND ? token - MAX_BOUND : 0U;
       first < token; ++first) {
    if (!rel_str_among(rel_syntax_form(s, first), starts,
                       sizeof(starts) / sizeof(*starts))) {
      continue;
    }
    REL_TRY(st, rel_words_run(r->arena, s, first, end, &words));
    if (take_words(r, words, &slot->term)) {
      slot->marker = REL_STR("");
      break;
    }
  }
  return REL_OK;
}

/// Do the words name a time of day?
static bool
has_clock(const RelReader *r, RelStr words)
{
  RelValue value;

  return rel_value_read(REL_TERM_DATE, REL_STR(""), words, &r->times.context,
                        &value) &&
         value.kind == REL_VALUE_TIME &&
         (strchr(value.begin, ':') || strchr(value.end, ':'));
}

/// "9 a.m. on Monday": the tree hangs the parts of a clock anywhere
static RelStatus
widen_clock(RelReader *r, uint32_t token, RelTerm *term, bool *is_clock)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t most =
      s->n - token < MAX_CLOCK ? s->n - token : (uint32_t)MAX_CLOCK;
  RelStatus st = REL_OK;
  RelStr words;

  *is_clock = false;
  if (rel_syntax_upos(s, token) != REL_UPOS_NUM &&
      !rel_syntax_lemma_is(s, token, "noon") &&
      !rel_syntax_lemma_is(s, token, "midnight")) {
    return REL_OK;
  }
  for (uint32_t n = most; n && !*is_clock; --n) {
    REL_TRY(st, rel_words_run(r->arena, s, token, token + n, &words));
    if (has_clock(r, words)) {
      term->kind = REL_TERM_DATE;
      term->text = term->label = words;
      *is_clock = true;
    }
  }
  return REL_OK;
}

RelStatus
rel_times_widen(RelReader *r, uint32_t token, RelSlot *slot)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t up = rel_syntax_head(s, token);
  const bool is_date = slot->term.kind == REL_TERM_DATE;
  const uint32_t head =
      is_date && up != REL_NO_TOKEN && is_value_adverb(s, up) ? up : token;
  const unsigned less = is_date ? 0U : REL_WORDS_NO_NMOD;
  RelStatus st = REL_OK;
  RelStr words;
  bool is_clock = false;

  if (!is_value(slot->term.kind)) {
    return REL_OK;
  }
  begin_sentence(r);
  REL_TRY(st, widen_clock(r, token, &slot->term, &is_clock));
  if (is_clock) {
    return REL_OK;
  }
  REL_TRY(st, rel_words_source(r->arena, s, head,
                               REL_WORDS_NO_CASE | REL_WORDS_NO_CLAUSES | less,
                               &words));
  if (take_words(r, words, &slot->term)) {
    return REL_OK;
  }
  if (!is_date) {
    return widen_bound(r, token, slot);
  }
  // "on 2 May" of a year that nobody names: more than "on 2" all the same
  uint32_t end = token + 1U;
  while (end < s->n && rel_relative_is_date(s, end)) {
    ++end;
  }
  if (end > token + 1U && rel_syntax_upos(s, token) == REL_UPOS_NUM) {
    REL_TRY(st, rel_words_run(r->arena, s, token, end, &slot->term.label));
    slot->term.text = slot->term.label;
  }
  return REL_OK;
}

static void
read_value(RelReader *r, const RelTerm *term, RelStr marker, RelValue *value)
{
  RelTimes *const times = &r->times;

  *value = (RelValue){.kind = REL_VALUE_NONE};
  if (!is_value(term->kind) ||
      !rel_value_read(term->kind, marker, words_of(term), &times->context,
                      value)) {
    return;
  }
  const RelDate date = rel_value_anchor(value);
  if (!rel_date_is_none(date)) {
    times->last = date;
    times->last_sentence = r->sentence;
  }
}

void
rel_times_read_slots(RelReader *r, uint32_t clause, RelTriple *triple)
{
  begin_sentence(r);
  r->times.context.tense = tense_of(r, clause);
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    RelSlot *const slot = &triple->slots[i];
    read_value(r, &slot->term, slot->marker, &slot->value);
  }
}

void
rel_times_read_object(RelReader *r, RelTriple *triple)
{
  read_value(r, &triple->object, REL_STR(""), &triple->object_value);
}
