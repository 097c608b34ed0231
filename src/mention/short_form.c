// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/short_form.h"

#include "base/buffer.h"
#include "mention/lexicon.h"
#include "parse/evidence.h"

#include <string.h>

enum { MAX_BRACKETED = 4, MIN_LONE = 4 };

bool
rel_short_form_is_coined(const RelDrafts *drafts, uint32_t mention)
{
  const uint32_t word = drafts->items[mention].mention.first;

  return !rel_evidence_of(drafts->layers->text->tokens + word, 1U);
}

bool
rel_short_form_has(const RelDraft *draft, const RelNameKey *name)
{
  return !draft->country &&
         (draft->type == REL_TERM_ORGANISATION ||
          draft->type == REL_TERM_THING || draft->type == REL_TERM_EVENT ||
          (draft->type == REL_TERM_PLACE && name->n > 2U));
}

// ------------------------------------------------------------ words

static bool
is_legal_form(RelStr word)
{
  static const char *const forms[] = {
      "ag",   "co",    "company",  "corp", "corporation",
      "gmbh", "group", "holdings", "inc",  "limited",
      "llc",  "ltd",   "nv",       "plc",  "sa",
  };

  return rel_str_among(word, forms, sizeof(forms) / sizeof(forms[0]));
}

/// Words that initials leave out
static bool
is_small(RelStr word)
{
  static const char *const small[] = {
      "&",  "and", "at", "da", "das", "de", "del", "der",  "des",
      "di", "do",  "du", "e",  "el",  "et", "for", "in",   "la",
      "le", "los", "of", "on", "the", "to", "und", "with", "y",
  };

  return rel_str_among(word, small, sizeof(small) / sizeof(small[0]));
}

// ------------------------------------------------------------ initials

/// "wto"; with `is_whole` also of small words, as in "DoD"
static RelStatus
add_initials(RelAliases *shorts, const RelNameKey *name, uint32_t mention,
             bool is_whole)
{
  RelBuffer buffer = {.arena = shorts->drafts->layers->arena};
  RelStatus st = REL_OK;
  uint32_t n_small = 0U;

  for (uint32_t i = 0; i < name->n; ++i) {
    const bool is_left_out = is_small(name->words[i]);

    n_small += is_left_out ? 1U : 0U;
    if (!is_left_out || (is_whole && name->words[i].data[0] != '&')) {
      rel_buffer_add_char(&buffer, name->words[i].data[0]);
    }
  }
  REL_TRY(st, buffer.status);
  return buffer.len > 1U && (n_small || !is_whole)
             ? rel_aliases_add(shorts, rel_buffer_str(&buffer), mention,
                               REL_ALIAS_SURE)
             : REL_OK;
}

static bool
is_word_byte(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

/// Are the letters of `brief` found in `full` in their order, the first one at
/// the start of a word?
static bool
is_abbreviation(RelStr brief, RelStr full)
{
  size_t at = full.len;

  for (size_t i = brief.len; i-- > 0U;) {
    const char c = brief.data[i];
    bool is_found = false;

    if (!is_word_byte(c)) {
      continue;
    }
    while (at && !is_found) {
      --at;
      is_found =
          full.data[at] == c && (i || !at || !is_word_byte(full.data[at - 1U]));
    }
    if (!is_found) {
      return false;
    }
  }
  return true;
}

static uint32_t
n_capitals(const RelLayers *layers, uint32_t first, uint32_t n)
{
  uint32_t found = 0U;

  for (uint32_t i = first; i < first + n; ++i) {
    const RelStr form = rel_layers_form(layers, i);

    for (size_t k = 0; k < form.len; ++k) {
      found += form.data[k] >= 'A' && form.data[k] <= 'Z' ? 1U : 0U;
    }
  }
  return found;
}

static bool
is_form(const RelLayers *layers, uint32_t token, const char *form)
{
  return token < layers->n &&
         rel_str_equal(rel_layers_form(layers, token), rel_str(form));
}

/// Tokens of "(WCU)" behind `token`, brackets apart; 0 for anything else
static uint32_t
bracketed(const RelLayers *layers, uint32_t token)
{
  uint32_t n = 0U;

  if (!is_form(layers, token, "(")) {
    return 0U;
  }
  while (n <= MAX_BRACKETED && token + 1U + n < layers->n &&
         !is_form(layers, token + 1U + n, ")") &&
         !is_form(layers, token + 1U + n, ",") &&
         !is_form(layers, token + 1U + n, ";")) {
    ++n;
  }
  return n <= MAX_BRACKETED ? n : 0U;
}

static RelStatus
add_if_brief(RelAliases *shorts, const RelNameKey *name, uint32_t mention,
             const RelNameSpan *span)
{
  const RelDrafts *const drafts = shorts->drafts;
  RelStatus st = REL_OK;
  RelNameKey brief;

  REL_TRY(st, rel_name_key_make(drafts, span->first, span->n, &brief));
  const bool is_brief = brief.n && brief.key.len < name->key.len &&
                        n_capitals(drafts->layers, span->first, span->n) > 1U &&
                        is_abbreviation(brief.key, name->key);

  return is_brief ? rel_aliases_add(shorts, brief.key, mention, REL_ALIAS_SURE)
                  : REL_OK;
}

/// "World Crop Union (WCU)", "WCU (World Crop Union)"
static RelStatus
add_bracketed(RelAliases *shorts, const RelNameKey *name, uint32_t mention)
{
  const RelDrafts *const drafts = shorts->drafts;
  const RelLayers *const layers = drafts->layers;
  const RelNameSpan *const span =
      &drafts->names.spans.items[drafts->items[mention].span];
  const uint32_t end = span->first + span->n;
  const uint32_t n = bracketed(layers, end);
  RelStatus st = REL_OK;

  if (n) {
    const RelNameSpan behind = {.first = end + 1U, .n = n};

    REL_TRY(st, add_if_brief(shorts, name, mention, &behind));
  }

  uint32_t before = span->first;
  before -= before && is_form(layers, before - 1U, "the") ? 1U : 0U;
  if (before < 2U || !is_form(layers, before - 1U, "(") ||
      drafts->names.span_of[before - 2U] == UINT32_MAX) {
    return REL_OK;
  }
  return add_if_brief(
      shorts, name, mention,
      &drafts->names.spans.items[drafts->names.span_of[before - 2U]]);
}

// ------------------------------------------------------------ parts

/// Tokens at the start of a name that are a place's or a country's: "San
/// Antonio" of "San Antonio Spurs"
static uint32_t
n_of_place(const RelLayers *layers, const RelNameSpan *span, bool *is_country)
{
  uint32_t n_found = 0U;

  for (uint32_t n = span->n - 1U; n > 0U; --n) {
    RelStr words = {0};

    if (rel_layers_words(layers, span->first, n, &words)) {
      return 0U;
    }
    *is_country = rel_country_find(words) != NULL;
    (void)rel_places_find(words, &n_found);
    if (n_found || *is_country) {
      return n;
    }
  }
  return 0U;
}

/// "Supreme Court" of "Pakistani Supreme Court", "Spurs" of "San Antonio Spurs"
static RelStatus
add_without_place(RelAliases *shorts, const RelNameKey *name, uint32_t mention)
{
  const RelDrafts *const drafts = shorts->drafts;
  const RelNameSpan *const span =
      &drafts->names.spans.items[drafts->items[mention].span];
  const RelStr last = name->words[name->n - 1U];
  const uint32_t classes = rel_word_classes(last);
  bool is_country = false;
  const uint32_t n_place = n_of_place(drafts->layers, span, &is_country);

  if (!n_place || name->n != span->n) {
    return REL_OK;
  }
  // "the Navy" is one country's, "the Bank" of a city says little
  const bool is_telling =
      n_place + 1U < name->n ||
      (last.len >= MIN_LONE &&
       (!classes || (is_country && (classes & REL_WORD_ORG))));
  const bool is_sure = is_country && n_place == 1U && name->n > 2U;
  return is_telling
             ? rel_aliases_add(
                   shorts, rel_name_key_part(name, n_place, name->n - n_place),
                   mention, is_sure ? REL_ALIAS_SURE : REL_ALIAS_LOOSE)
             : REL_OK;
}

/// "Lattice" for "Lattice Records", but not "Bank", "National", or a town
static bool
may_stand_alone(const RelLayers *layers, const RelNameKey *name,
                const RelNameSpan *span)
{
  const RelStr form = rel_layers_form(layers, span->first);

  return !rel_word_classes(name->words[0]) && name->words[0].len >= MIN_LONE &&
         !rel_country_find(form) && !rel_place_usual(form);
}

/// "Blue Note" of "Blue Note Records", "Supreme Court" of "Supreme Court of
/// Pakistan"
static RelStatus
add_beginnings(RelAliases *shorts, const RelNameKey *name, uint32_t mention)
{
  const RelDrafts *const drafts = shorts->drafts;
  const RelNameSpan *const span =
      &drafts->names.spans.items[drafts->items[mention].span];
  const uint32_t last_classes = rel_word_classes(name->words[name->n - 1U]);
  RelStatus st = REL_OK;

  for (uint32_t n = 1; n < name->n; ++n) {
    // "Orbex" of "Orbex Marine"
    const bool is_coined =
        n == 1U && drafts->items[mention].type == REL_TERM_ORGANISATION &&
        rel_short_form_is_coined(drafts, mention);
    const bool is_headed =
        rel_str_equal(name->words[n], REL_STR("of")) ||
        (n + 1U == name->n && (last_classes & REL_WORD_ORG) != 0U);

    if ((is_headed || is_coined) && !is_small(name->words[n - 1U]) &&
        (n > 1U || may_stand_alone(drafts->layers, name, span))) {
      REL_TRY(st,
              rel_aliases_add(shorts, rel_name_key_part(name, 0U, n), mention,
                              is_headed ? REL_ALIAS_LOOSE : REL_ALIAS_COINED));
    }
  }
  return REL_OK;
}

/// "Lattice Micro", "Lattice" of "Lattice Micro Corp"
static RelStatus
add_without_form(RelAliases *shorts, const RelNameKey *name, uint32_t mention)
{
  const RelDrafts *const drafts = shorts->drafts;
  const RelNameSpan *const span =
      &drafts->names.spans.items[drafts->items[mention].span];
  RelStatus st = REL_OK;
  uint32_t n = name->n;

  while (n > 1U && is_legal_form(name->words[n - 1U])) {
    --n;
    REL_TRY(st, rel_aliases_add(shorts, rel_name_key_part(name, 0U, n), mention,
                                REL_ALIAS_SURE));
  }
  return n < name->n && may_stand_alone(drafts->layers, name, span)
             ? rel_aliases_add(shorts, name->words[0], mention, REL_ALIAS_SURE)
             : REL_OK;
}

RelStatus
rel_short_form_add(RelAliases *shorts, const RelNameKey *name, uint32_t mention)
{
  const RelTermKind type = shorts->drafts->items[mention].type;
  RelStatus st = REL_OK;

  REL_TRY(st, add_initials(shorts, name, mention, false));
  REL_TRY(st, add_bracketed(shorts, name, mention));
  REL_TRY(st, add_without_place(shorts, name, mention));
  if (type == REL_TERM_PLACE) {
    return REL_OK;
  }
  REL_TRY(st, add_initials(shorts, name, mention, true));
  REL_TRY(st, add_without_form(shorts, name, mention));
  return add_beginnings(shorts, name, mention);
}

// ------------------------------------------------------------ choice

/// Can a mention of this type be a loose form of a name of that type? Lone
/// words of firms are often taken for persons
static bool
may_be_loose(RelTermKind brief, RelTermKind full)
{
  return brief == REL_TERM_THING || brief == REL_TERM_NONE || brief == full ||
         (brief == REL_TERM_ORGANISATION && full != REL_TERM_PLACE);
}

/// The one entity that may be called so, by aliases that are coined or not; or
/// #REL_NO_MENTION
static uint32_t
only_one(RelAliases *shorts, RelStr key, uint32_t mention, bool is_coined,
         bool *is_sure)
{
  RelDrafts *const drafts = shorts->drafts;
  uint32_t alias = rel_aliases_find(shorts, key);
  uint32_t found = REL_NO_MENTION;

  for (uint32_t k = 0; alias && k < REL_ALIAS_CANDIDATES; ++k) {
    const RelAlias *const entry = &shorts->items.items[alias - 1U];

    alias = entry->next;
    if (entry->mention == mention ||
        (entry->kind == REL_ALIAS_COINED) != is_coined) {
      continue;
    }
    if (found != REL_NO_MENTION &&
        !rel_drafts_are_one(drafts, found, entry->mention)) {
      return REL_NO_MENTION;
    }
    *is_sure = *is_sure || entry->kind == REL_ALIAS_SURE;
    found = entry->mention; // the first one at last
  }
  return found;
}

uint32_t
rel_short_form_pick(RelAliases *shorts, RelStr key, uint32_t mention,
                    uint32_t first)
{
  const RelDraft *const items = shorts->drafts->items;
  const RelTermKind brief = items[mention].type;
  bool is_sure = false;
  uint32_t found = only_one(shorts, key, mention, false, &is_sure);
  bool is_fit = found != REL_NO_MENTION &&
                (is_sure || may_be_loose(brief, items[found].type));

  // a coined word that the tagger takes for something else may be another's
  if (found == REL_NO_MENTION && brief == REL_TERM_PERSON) {
    found = only_one(shorts, key, mention, true, &is_sure);
    is_fit = found != REL_NO_MENTION;
  }
  return is_fit && (is_sure || (found < mention && found < first))
             ? found
             : REL_NO_MENTION;
}
