// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/alias_phrase.h"

enum { MAX_BRACKET = 16 };

/// Words that say that a name follows, read from the right
static const char *const calling[][3] = {
    {"as", "known", NULL},
    {"as", "to", "referred"},
    {"a.k.a.", NULL, NULL},
    {"aka", NULL, NULL},
    {"called", NULL, NULL},
    {"dubbed", NULL, NULL},
    {"nicknamed", NULL, NULL},
    {"renamed", NULL, NULL},
    {"n\xC3\xA9"
     "e",
     NULL, NULL},
    {"nee", NULL, NULL},
    {"for", "short", NULL},
    {"as", "renamed", NULL},
};

/// Words that say so in a bracket alone: "(now Oslo)"
static const char *const bracketed[] = {
    "also", "formerly",   "later",      "now",
    "or",   "originally", "previously", "then",
};

/// What may stand between the comma and the words above
static const char *const filling[] = {
    "also",       "and",    "are",        "better",  "commonly",   "formerly",
    "informally", "is",     "later",      "locally", "more",       "now",
    "officially", "often",  "oftentimes", "or",      "originally", "popularly",
    "previously", "simply", "sometimes",  "then",    "was",        "were",
    "which",      "who",    "widely",
};

#define N_OF(list) (sizeof(list) / sizeof((list)[0]))

static bool
is_form(const RelLayers *layers, uint32_t token, const char *form)
{
  return rel_str_equal_fold(rel_layers_form(layers, token), rel_str(form));
}

static bool
is_among(const RelLayers *layers, uint32_t token, const char *const *words,
         size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    if (is_form(layers, token, words[i])) {
      return true;
    }
  }
  return false;
}

static bool
is_quote(const RelLayers *layers, uint32_t token)
{
  static const char *const marks[] = {"\"",           "'",           "``", "''",
                                      "\xE2\x80\x9C", "\xE2\x80\x9D"};

  return is_among(layers, token, marks, N_OF(marks));
}

/// First token of the calling words that end before `end`; `end` for none
static uint32_t
calling_begin(const RelLayers *layers, uint32_t begin, uint32_t end)
{
  for (size_t i = 0; i < N_OF(calling); ++i) {
    uint32_t n = 0U;

    while (n < 3U && calling[i][n] && n < end - begin &&
           is_form(layers, end - 1U - n, calling[i][n])) {
      ++n;
    }
    if (n == 3U || !calling[i][n]) {
      return end - n;
    }
  }
  return end;
}

/// Where the name before a bracket ends: past "(Irish: …)" as well
static uint32_t
skip_bracket(const RelLayers *layers, uint32_t begin, uint32_t end)
{
  if (end <= begin || !is_form(layers, end - 1U, ")")) {
    return end;
  }
  for (uint32_t k = 1U; k < MAX_BRACKET && end - k > begin; ++k) {
    if (is_form(layers, end - 1U - k, "(")) {
      return end - 1U - k;
    }
  }
  return end;
}

/// What stands between two names
typedef struct {
  uint32_t end;     ///< Past the last token of the name before; 0: nothing fits
  uint32_t caller;  ///< "known", or #REL_NO_TOKEN
  bool is_enclosed; ///< In brackets
} Between;

static Between
read_between(const RelLayers *layers, uint32_t begin, uint32_t end)
{
  const Between nothing = {0U, REL_NO_TOKEN, false};

  while (end > begin &&
         (is_form(layers, end - 1U, "the") || is_quote(layers, end - 1U))) {
    --end;
  }

  const uint32_t first = calling_begin(layers, begin, end);
  const bool is_called = first < end;
  uint32_t at = first;
  while (at > begin && is_among(layers, at - 1U, filling, N_OF(filling))) {
    --at;
  }
  if (at <= begin || (!is_called && at == end)) {
    return nothing;
  }

  const uint32_t mark = at - 1U;
  const bool is_enclosed = is_form(layers, mark, "(");
  const bool is_parted =
      is_enclosed || is_form(layers, mark, ",") || is_form(layers, mark, ";");
  const bool is_lone = end - at == 1U &&
                       is_among(layers, at, bracketed, N_OF(bracketed)) &&
                       (is_enclosed || is_form(layers, at, "formerly"));
  if (!is_parted || (!is_called && !is_lone)) {
    return nothing;
  }
  at = is_enclosed ? mark : skip_bracket(layers, begin, mark);
  at -= at > begin && is_quote(layers, at - 1U) ? 1U : 0U;
  return (Between){at, is_called ? end - 1U : REL_NO_TOKEN, is_enclosed};
}

/// The mention of a span of names
static uint32_t
mention_of(const RelDrafts *drafts, uint32_t number)
{
  const RelNameSpan *const span = &drafts->names.spans.items[number];

  for (uint32_t i = span->first; i < span->first + span->n; ++i) {
    const uint32_t mention = drafts->by_head[i];

    if (mention != REL_NO_MENTION && drafts->items[mention].span == number) {
      return mention;
    }
  }
  return REL_NO_MENTION;
}

static bool
is_vague(RelTermKind type)
{
  return type == REL_TERM_NONE || type == REL_TERM_THING;
}

static bool
are_of_one_kind(const RelDraft *a, const RelDraft *b)
{
  return !a->country && !b->country && !a->mention.is_plural &&
         !b->mention.is_plural &&
         (a->type == b->type || is_vague(a->type) || is_vague(b->type));
}

/// Does the phrase speak of this name, not of a noun that it belongs to?
static bool
is_its_own(const RelLayers *layers, uint32_t head, const Between *between)
{
  const RelDep role = rel_layers_role(layers, head);
  const bool is_inner = role == REL_DEP_NMOD || role == REL_DEP_COMPOUND;
  uint32_t up = between->caller;

  if (between->is_enclosed || !is_inner) {
    return true;
  }
  for (uint32_t k = 0; k < 4U && up != REL_NO_TOKEN; ++k) {
    if (up == head) {
      return true;
    }
    up = layers->parent[up];
  }
  return false;
}

uint32_t
rel_alias_phrase_of(const RelDrafts *drafts, uint32_t mention)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const draft = &drafts->items[mention];
  const uint32_t sentence = layers->sentence[draft->mention.head];
  const Between between = read_between(
      layers, layers->text->sentences[sentence].first, draft->mention.first);
  const uint32_t number =
      between.end ? drafts->names.span_of[between.end - 1U] : UINT32_MAX;
  const uint32_t other =
      number != UINT32_MAX ? mention_of(drafts, number) : REL_NO_MENTION;

  return other != REL_NO_MENTION &&
                 are_of_one_kind(&drafts->items[other], draft) &&
                 is_its_own(layers, drafts->items[other].mention.head, &between)
             ? other
             : REL_NO_MENTION;
}
