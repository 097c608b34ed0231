// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/person.h"

#include "mention/lexicon.h"

bool
rel_person_is(const RelDraft *draft)
{
  return draft->type == REL_TERM_PERSON && !draft->country;
}

bool
rel_person_genders_agree(RelGender a, RelGender b)
{
  // a surname taken for a place or firm is neuter only by mistake
  return a == b || a == REL_GENDER_UNKNOWN || a == REL_GENDER_NEUTER ||
         b == REL_GENDER_UNKNOWN || b == REL_GENDER_NEUTER;
}

// ------------------------------------------------------------ what they go by

static bool
is_given(RelStr word)
{
  return (rel_given_classes(word) & (REL_GIVEN_MALE | REL_GIVEN_FEMALE)) != 0U;
}

static bool
is_particle(RelStr word)
{
  return (rel_word_classes(word) & REL_WORD_PARTICLE) != 0U;
}

static bool
is_suffix(RelStr word)
{
  return (rel_word_classes(word) & REL_WORD_SUFFIX) != 0U;
}

/// "Liu He", "Kim Jong Un": does the family name come first?
static bool
is_family_first(const RelNameKey *name)
{
  const uint32_t first = rel_given_classes(name->words[0]);

  if (!(first & REL_GIVEN_FAMILY) || name->n > 3U) {
    return false;
  }
  for (uint32_t i = 1; i < name->n; ++i) {
    const uint32_t classes = rel_given_classes(name->words[i]);

    if ((classes & (REL_GIVEN_MALE | REL_GIVEN_FEMALE)) &&
        !(classes & REL_GIVEN_FAMILY)) {
      return false; // "Lee Harvey Oswald"
    }
  }
  return name->n == 3U || !is_given(name->words[0]); // "Kim Novak"
}

/// First word of the family name: "van" of "van der Berg"
static uint32_t
family_begin(const RelNameKey *name, uint32_t n)
{
  uint32_t begin = n - 1U;

  while (begin > 1U && is_particle(name->words[begin - 1U])) {
    --begin;
  }
  return begin;
}

/// Words between the given and the family name, for "Endara" of "Guillermo
/// David Endara Galimany"
static RelStatus
add_middle(RelAliases *persons, const RelNameKey *name, uint32_t end,
           uint32_t mention)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 1; i < end; ++i) {
    const RelStr word = name->words[i];

    if (word.len > 2U && !is_given(word) && !is_particle(word)) {
      REL_TRY(st, rel_aliases_add(persons, word, mention, REL_ALIAS_LOOSE));
    }
  }
  return REL_OK;
}

/// The family name: its last word, with its particles, with what hyphens join
static RelStatus
add_family(RelAliases *persons, const RelNameKey *name, uint32_t n,
           uint32_t mention)
{
  const uint32_t family = family_begin(name, n);
  const uint32_t n_family = n - family;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_aliases_add(persons, name->words[n - 1U], mention,
                              REL_ALIAS_SURE));
  if (n_family > 1U) {
    REL_TRY(st,
            rel_aliases_add(persons, rel_name_key_part(name, family, n_family),
                            mention, REL_ALIAS_SURE));
  }
  if (n == name->n && name->n_tied > 1U && name->n_tied < n &&
      name->n_tied != n_family) {
    const uint32_t first = n - name->n_tied;

    REL_TRY(st, rel_aliases_add(persons,
                                rel_name_key_part(name, first, name->n_tied),
                                mention, REL_ALIAS_SURE));
  }
  return add_middle(persons, name, family, mention);
}

RelStatus
rel_person_add(RelAliases *persons, const RelNameKey *name, uint32_t mention)
{
  RelStatus st = REL_OK;
  uint32_t n = name->n;

  while (n > 2U && is_suffix(name->words[n - 1U])) {
    --n;
  }
  if (is_family_first(name)) {
    REL_TRY(st,
            rel_aliases_add(persons, name->words[0], mention, REL_ALIAS_SURE));
    // an editor may have turned the name round
    return rel_aliases_add(persons, name->words[n - 1U], mention,
                           REL_ALIAS_GIVEN);
  }
  REL_TRY(st, add_family(persons, name, n, mention));
  return rel_aliases_add(persons, name->words[0], mention, REL_ALIAS_GIVEN);
}

// ------------------------------------------------------------ one word

/// A surname's gender is that of its title: "Hope" is also a given name
static RelGender
gender_told(const RelDrafts *drafts, uint32_t mention, RelAliasKind kind)
{
  const RelDraft *const draft = &drafts->items[mention];
  const bool has_title =
      draft->span != UINT32_MAX &&
      drafts->names.spans.items[draft->span].title != REL_NO_TOKEN;

  return kind == REL_ALIAS_SURE && !has_title ? REL_GENDER_UNKNOWN
                                              : draft->mention.gender;
}

/// Is `a` likelier meant than `b`: named before, named oftener, named first?
static bool
is_likelier(RelDrafts *drafts, uint32_t a, uint32_t b)
{
  const RelCluster *const one = rel_drafts_entity(drafts, a);
  const RelCluster *const other = rel_drafts_entity(drafts, b);
  const bool is_known = one->last != REL_NO_MENTION;

  if (is_known != (other->last != REL_NO_MENTION)) {
    return is_known;
  }
  return one->n != other->n ? one->n > other->n : a < b;
}

uint32_t
rel_person_pick(RelAliases *persons, uint32_t mention, RelStr key,
                RelAliasKind kind)
{
  RelDrafts *const drafts = persons->drafts;
  const RelGender gender = gender_told(drafts, mention, kind);
  uint32_t alias = rel_aliases_find(persons, key);
  uint32_t best = REL_NO_MENTION;
  uint32_t n_found = 0U;

  for (uint32_t k = 0; alias && k < REL_ALIAS_CANDIDATES; ++k) {
    const RelAlias *const entry = &persons->items.items[alias - 1U];
    const RelCluster *const person = rel_drafts_entity(drafts, entry->mention);

    alias = entry->next;
    if (entry->kind != kind ||
        !rel_person_genders_agree(gender, person->gender) ||
        (best != REL_NO_MENTION &&
         rel_drafts_are_one(drafts, best, entry->mention))) {
      continue;
    }
    ++n_found;
    if (best == REL_NO_MENTION || is_likelier(drafts, entry->mention, best)) {
      best = entry->mention;
    }
  }
  // Nobody of that name yet: only when the rest of the text has just one
  return n_found == 1U || (n_found && rel_drafts_entity(drafts, best)->last !=
                                          REL_NO_MENTION)
             ? best
             : REL_NO_MENTION;
}

// ------------------------------------------------------------ more words

/// "j" of "jan"
static bool
is_initial_of(RelStr initial, RelStr word)
{
  return initial.len == 1U && initial.data[0] == word.data[0];
}

/// May this word be left out of a person's name? "Jr." and the "of" of a title
/// make another person
static bool
may_be_dropped(RelStr word)
{
  static const char *const fixed[] = {"&", "and", "of"};

  return !is_suffix(word) && !rel_str_among(word, fixed, 3U);
}

/// Does `full` have the words of `part` in their order, its first one first?
static bool
has_parts(const RelNameKey *full, const RelNameKey *part)
{
  uint32_t n_equal = 0U;
  uint32_t k = 0U;

  for (uint32_t i = 0; i < full->n; ++i) {
    const bool is_equal =
        k < part->n && rel_str_equal(full->words[i], part->words[k]);

    if (is_equal ||
        (k < part->n && is_initial_of(part->words[k], full->words[i]))) {
      n_equal += is_equal ? 1U : 0U;
      ++k;
    } else if (!i || !may_be_dropped(full->words[i])) {
      return false;
    }
  }
  // initials need the surname beside them
  return k == part->n &&
         (n_equal == k ||
          rel_str_equal(full->words[full->n - 1U], part->words[part->n - 1U]));
}

static bool
is_part_of(const RelNameKey *part, const RelNameKey *full)
{
  return part->n >= 2U && full->n >= part->n &&
         !rel_str_equal(part->key, full->key) && has_parts(full, part);
}

/// How a name stands to those of an entity
typedef struct {
  uint32_t full;   ///< Mention of a name that it is part of, or #REL_NO_MENTION
  bool is_opposed; ///< One of them has other words
} Relation;

/// Compare with all names of the entity of `other` that share the word `key`
static RelStatus
relate(RelAliases *persons, const RelNameKey *name, uint32_t other, RelStr key,
       Relation *relation)
{
  RelDrafts *const drafts = persons->drafts;
  uint32_t alias = rel_aliases_find(persons, key);
  RelStatus st = REL_OK;
  RelNameKey its;

  for (uint32_t k = 0; alias && k < REL_ALIAS_CANDIDATES; ++k) {
    const uint32_t mention = persons->items.items[alias - 1U].mention;
    const RelNameSpan *const span =
        &drafts->names.spans.items[drafts->items[mention].span];

    alias = persons->items.items[alias - 1U].next;
    if (!rel_drafts_are_one(drafts, mention, other)) {
      continue;
    }
    REL_TRY(st, rel_name_key_make(drafts, span->first, span->n, &its));
    const bool is_part = is_part_of(name, &its);
    relation->full = is_part ? mention : relation->full;
    relation->is_opposed =
        relation->is_opposed || !(is_part || is_part_of(&its, name));
  }
  return REL_OK;
}

/// Look for the other one among those who share a word; two are none
static RelStatus
find_among(RelAliases *persons, const RelNameKey *name, uint32_t mention,
           RelStr key, uint32_t *found)
{
  RelDrafts *const drafts = persons->drafts;
  uint32_t alias = rel_aliases_find(persons, key);
  RelStatus st = REL_OK;

  for (uint32_t k = 0; alias && k < REL_ALIAS_CANDIDATES; ++k) {
    const uint32_t other = persons->items.items[alias - 1U].mention;
    Relation relation = {REL_NO_MENTION, false};

    alias = persons->items.items[alias - 1U].next;
    if (rel_drafts_are_one(drafts, mention, other) ||
        (*found < drafts->n && rel_drafts_are_one(drafts, *found, other)) ||
        !rel_person_genders_agree(rel_drafts_entity(drafts, mention)->gender,
                                  rel_drafts_entity(drafts, other)->gender)) {
      continue;
    }
    REL_TRY(st, relate(persons, name, other, name->words[0], &relation));
    REL_TRY(st,
            relate(persons, name, other, name->words[name->n - 1U], &relation));
    if (relation.full != REL_NO_MENTION && !relation.is_opposed) {
      *found = *found == REL_NO_MENTION ? relation.full : drafts->n;
    }
  }
  return REL_OK;
}

RelStatus
rel_person_find_parts(RelAliases *persons, const RelNameKey *name,
                      uint32_t mention, uint32_t *found)
{
  RelStatus st = REL_OK;

  *found = REL_NO_MENTION;
  REL_TRY(st, find_among(persons, name, mention, name->words[0], found));
  REL_TRY(st,
          find_among(persons, name, mention, name->words[name->n - 1U], found));
  *found = *found < persons->drafts->n ? *found : REL_NO_MENTION;
  return REL_OK;
}
