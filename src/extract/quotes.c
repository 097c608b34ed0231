// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/quotes.h"

#include "extract/governor.h"

enum { MAX_REACH = 6 }; // sentences that a speaker can be away

/// +1 opens, -1 closes, 2 either (straight marks), 0 no quotation mark
static int
quote_kind(RelStr form)
{
  static const struct {
    const char *form;
    int kind;
  } marks[] = {{"\xE2\x80\x9C", 1},
               {"\xE2\x80\x9D", -1},
               {"``", 1},
               {"''", -1},
               {"\"", 2}};

  for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); ++i) {
    if (rel_str_equal(form, rel_str(marks[i].form))) {
      return marks[i].kind;
    }
  }
  return 0;
}

static RelSpeaker
find_speaker(const RelTree *tree, const RelSentence *line)
{
  for (uint32_t i = line->first; i < line->first + line->n; ++i) {
    const RelDep dep = (RelDep)tree->deprel[i];
    const uint32_t head = tree->head[i];
    if (dep != REL_DEP_NSUBJ || !head) {
      continue;
    }
    const uint32_t verb = line->first + head - 1U;
    const RelGovernor *const row =
        tree->upos[verb] == REL_UPOS_VERB
            ? rel_governor_find(tree->lemma[verb], false)
            : NULL;
    if (row && (row->flags & REL_GOVERNS_REPORTED)) {
      return (RelSpeaker){i, verb};
    }
  }
  return (RelSpeaker){UINT32_MAX, UINT32_MAX};
}

/// Reads on from `is_open`; gives whether all words stand inside marks
static bool
is_all_quoted(const RelText *text, const RelTree *tree, const RelSentence *line,
              bool *is_open)
{
  bool is_quoted = true;

  for (uint32_t i = line->first; i < line->first + line->n; ++i) {
    const int kind = quote_kind(text->tokens[i].form);
    if (kind) {
      *is_open = kind == 2 ? !*is_open : kind > 0;
    } else if (tree->upos[i] != REL_UPOS_PUNCT && !*is_open) {
      is_quoted = false;
    }
  }
  return is_quoted;
}

static void
lend_speaker(const RelText *text, RelSpeaker *speakers, const RelSpeaker *named,
             uint32_t k)
{
  const uint32_t paragraph = text->sentences[k].paragraph;

  for (uint32_t step = 1; step <= MAX_REACH; ++step) {
    if (k >= step && text->sentences[k - step].paragraph == paragraph &&
        named[k - step].who != UINT32_MAX) {
      speakers[k] = named[k - step];
      return;
    }
  }
  for (uint32_t step = 1; step <= MAX_REACH && k + step < text->n_sentences;
       ++step) {
    if (text->sentences[k + step].paragraph == paragraph &&
        named[k + step].who != UINT32_MAX) {
      speakers[k] = named[k + step];
      return;
    }
  }
}

RelStatus
rel_quotes_find(RelArena *arena, const RelText *text, const RelTree *tree,
                RelSpeaker **speakers)
{
  const uint32_t n = text->n_sentences;
  RelSpeaker *const found = rel_arena_calloc(arena, n, sizeof(RelSpeaker));
  RelSpeaker *const named = rel_arena_calloc(arena, n, sizeof(RelSpeaker));
  bool *const is_quoted = rel_arena_calloc(arena, n, sizeof(bool));
  bool is_open = false;

  if (!found || !named || !is_quoted) {
    return REL_NO_MEMORY;
  }
  for (uint32_t k = 0; k < n; ++k) {
    const RelSentence *const line = &text->sentences[k];
    // a forgotten closing mark ends with its paragraph
    is_open =
        is_open && k && text->sentences[k - 1U].paragraph == line->paragraph;
    is_quoted[k] = is_all_quoted(text, tree, line, &is_open);
    found[k] = named[k] = (RelSpeaker){UINT32_MAX, UINT32_MAX};
    if (!is_quoted[k]) {
      named[k] = find_speaker(tree, line);
    }
  }
  for (uint32_t k = 0; k < n; ++k) {
    if (is_quoted[k]) {
      lend_speaker(text, found, named, k);
    }
  }
  *speakers = found;
  return REL_OK;
}
