// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "mention/alias_phrase.h"
#include "mention/lexicon.h"
#include "mention/person.h"
#include "mention/short_form.h"

#include <string.h>

/// Join with the entity of that name, or become the first
static RelStatus
join_exact(RelAliases *exact, RelStr key, uint32_t mention, const char *rule)
{
  const uint32_t found = rel_aliases_find(exact, key);

  if (found) {
    rel_drafts_join(exact->drafts, exact->items.items[found - 1U].mention,
                    mention, rule);
    return REL_OK;
  }
  return rel_aliases_add(exact, key, mention, REL_ALIAS_SURE);
}

// ------------------------------------------------------------ countries

static RelStatus
link_country(RelAliases *index, uint32_t mention)
{
  const RelDraft *const draft = &index->drafts->items[mention];
  RelStr key = {0};
  RelStatus st = REL_OK;
  const char *const code = rel_countries[draft->country->country].code;

  if (draft->is_government) {
    REL_TRY(st, rel_arena_format(index->drafts->layers->arena, &key, "gov %s",
                                 code));
  } else if (draft->country->kind == REL_COUNTRY_CAPITAL) {
    REL_TRY(st, rel_arena_format(index->drafts->layers->arena, &key, "city %s",
                                 draft->country->name));
  } else {
    REL_TRY(st, rel_arena_format(index->drafts->layers->arena, &key,
                                 "country %s", code));
  }
  return join_exact(index, key, mention, "country");
}

/// "New York" and "New York City", "Kiev" and "Kyiv": one place of the tables
static RelStatus
link_place(RelAliases *exact, uint32_t mention)
{
  RelDrafts *const drafts = exact->drafts;
  const RelMention *const words = &drafts->items[mention].mention;
  const RelPlaceName *place = NULL;
  RelStatus st = REL_OK;
  RelStr key = {0};

  REL_TRY(st, rel_layers_words(drafts->layers, words->first, words->n, &key));
  place = rel_place_usual(key);
  if (!place) {
    return REL_OK;
  }
  REL_TRY(st, rel_arena_format(drafts->layers->arena, &key, "place %u",
                               place->geonames));
  return join_exact(exact, key, mention, "name.place");
}

// ------------------------------------------------------------ persons

/// Like join_exact(), but "Ms Berg" and "Mr Berg" are two
static RelStatus
join_agreeing(RelAliases *exact, RelStr key, uint32_t mention)
{
  RelDrafts *const drafts = exact->drafts;
  const RelGender gender = drafts->items[mention].mention.gender;
  uint32_t alias = rel_aliases_find(exact, key);

  for (uint32_t k = 0; alias && k < REL_ALIAS_CANDIDATES; ++k) {
    const RelAlias *const entry = &exact->items.items[alias - 1U];

    alias = entry->next;
    if (rel_person_genders_agree(
            gender, rel_drafts_entity(drafts, entry->mention)->gender)) {
      rel_drafts_join(drafts, entry->mention, mention, "name.same");
      return REL_OK;
    }
  }
  return rel_aliases_add(exact, key, mention, REL_ALIAS_SURE);
}

// ------------------------------------------------------------ full names

/// What the single words of a document name, by the types of all mentions
typedef struct {
  uint32_t first; ///< Its first mention
  uint32_t n_persons;
  uint32_t n_others; ///< Places and organisations
  bool is_located;   ///< "in Berg"
} Votes;

typedef struct {
  RelAliases exact;   ///< Full names and everything that is no person
  RelAliases persons; ///< Surnames and given names
  RelAliases shorts;  ///< Acronyms and short forms of organisations
  RelIntern words;    ///< Single words, and how often they name what
  REL_ARRAY(Votes) votes;
} Indices;

static bool
is_name(const RelDraft *draft)
{
  return draft->span != UINT32_MAX;
}

static RelStatus
key_of(const RelDrafts *drafts, uint32_t mention, RelNameKey *name)
{
  const RelNameSpan *const span =
      &drafts->names.spans.items[drafts->items[mention].span];

  return rel_name_key_make(drafts, span->first, span->n, name);
}

/// A single word, or what hyphens make one where a surname may be such
static bool
is_lone(const RelDraft *draft, const RelNameKey *name)
{
  return name->n < 2U || (name->n_tied == name->n && rel_person_is(draft));
}

/// "in Berg"
static bool
is_located(const RelLayers *layers, uint32_t head)
{
  static const char *const markers[] = {"at", "in", "near", "outside"};
  const uint32_t marker = rel_layers_child(layers, head, REL_DEP_CASE);

  return marker != REL_NO_TOKEN &&
         rel_str_among(rel_layers_form(layers, marker), markers, 4U);
}

static RelStatus
add_vote(Indices *indices, RelStr word, uint32_t mention)
{
  const RelDrafts *const drafts = indices->exact.drafts;
  const RelDraft *const draft = &drafts->items[mention];
  const bool is_other =
      draft->type == REL_TERM_PLACE || draft->type == REL_TERM_ORGANISATION;
  RelStatus st = REL_OK;
  uint32_t number = 0U;

  REL_TRY(st, rel_intern_add(&indices->words, word, &number));
  while (indices->votes.n <= number) {
    const Votes none = {.first = mention};

    REL_TRY(st, REL_ARRAY_PUSH(drafts->layers->arena, &indices->votes, none));
  }

  Votes *const votes = &indices->votes.items[number];
  votes->n_others += is_other ? 1U : 0U;
  votes->n_persons += rel_person_is(draft) ? 1U : 0U;
  votes->is_located =
      votes->is_located ||
      (is_other && is_located(drafts->layers, draft->mention.head));
  return REL_OK;
}

static RelStatus
link_full_name(Indices *indices, const RelNameKey *name, uint32_t mention)
{
  const RelDraft *const draft = &indices->exact.drafts->items[mention];
  const bool is_new = !rel_aliases_find(&indices->exact, name->key);
  RelStatus st = REL_OK;

  REL_TRY(st, join_exact(&indices->exact, name->key, mention, "name.same"));
  if (is_new && rel_person_is(draft)) {
    return rel_person_add(&indices->persons, name, mention);
  }
  return rel_short_form_has(draft, name)
             ? rel_short_form_add(&indices->shorts, name, mention)
             : REL_OK;
}

static RelStatus
link_full_names(Indices *indices)
{
  RelDrafts *const drafts = indices->exact.drafts;
  RelStatus st = REL_OK;
  RelNameKey name;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];

    if (!is_name(draft)) {
      continue;
    }
    if (draft->country) {
      REL_TRY(st, link_country(&indices->exact, i));
      continue;
    }
    if (draft->type == REL_TERM_PLACE) {
      REL_TRY(st, link_place(&indices->exact, i));
    }
    REL_TRY(st, key_of(drafts, i, &name));
    if (is_lone(draft, &name)) {
      REL_TRY(st, add_vote(indices, name.key, i));
    } else {
      REL_TRY(st, link_full_name(indices, &name, i));
    }
  }
  return REL_OK;
}

/// "Ana Mora" and "Ana Ruiz Mora", of which there is one
static RelStatus
link_parts(Indices *indices)
{
  RelDrafts *const drafts = indices->exact.drafts;
  RelStatus st = REL_OK;
  RelNameKey name;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];
    uint32_t found = REL_NO_MENTION;

    if (!is_name(draft) || !rel_person_is(draft) || draft->mention.n < 2U ||
        draft->mention.antecedent != REL_NO_MENTION) {
      continue;
    }
    REL_TRY(st, key_of(drafts, i, &name));
    if (!is_lone(draft, &name)) {
      REL_TRY(st, rel_person_find_parts(&indices->persons, &name, i, &found));
    }
    if (found != REL_NO_MENTION) {
      rel_drafts_join(drafts, found, i, "name.part");
    }
  }
  return REL_OK;
}

// ------------------------------------------------------------ short names

/// Is it a place or a firm by the document's other mentions too, and not named
/// for the person at hand? An island may have the name of a man whom the text
/// tells of later
static bool
is_other_kind(const Indices *indices, RelStr word, uint32_t mention,
              uint32_t person)
{
  const uint32_t number = rel_intern_find(&indices->words, word);

  if (number >= indices->votes.n ||
      rel_person_is(&indices->exact.drafts->items[mention])) {
    return false;
  }
  const Votes *const votes = &indices->votes.items[number];
  return votes->n_others > votes->n_persons &&
         (votes->is_located || votes->first < person);
}

static bool
may_be_surname(const RelDrafts *drafts, uint32_t mention)
{
  const RelDraft *const draft = &drafts->items[mention];
  const RelNameSpan *const span = &drafts->names.spans.items[draft->span];

  if (span->title != REL_NO_TOKEN) {
    return true;
  }
  return !draft->country && !draft->mention.is_plural &&
         (draft->type == REL_TERM_PERSON || draft->type == REL_TERM_NONE ||
          draft->type == REL_TERM_THING || !draft->is_sure ||
          rel_layers_child(drafts->layers, draft->mention.head, REL_DEP_DET) ==
              REL_NO_TOKEN);
}

/// "Von der Leyen": a family name that stands alone, if the particle is one
static bool
may_be_family(const RelDraft *draft, const RelNameKey *name)
{
  return rel_person_is(draft) && name->n > 1U &&
         (rel_word_classes(name->words[0]) & REL_WORD_PARTICLE) != 0U;
}

/// A surname says nothing of who has it, though "Hope" is a given name too
static void
forget_gender(RelDrafts *drafts, uint32_t mention)
{
  const RelDraft *const draft = &drafts->items[mention];

  if (drafts->names.spans.items[draft->span].title == REL_NO_TOKEN &&
      rel_drafts_root(drafts, mention) == mention) {
    drafts->clusters[mention].gender = REL_GENDER_UNKNOWN;
  }
}

/// By which step somebody is called so
typedef struct {
  RelAliasKind kind;
  const char *rule;
} PersonStep;

static RelStatus
link_short_name(Indices *indices, const RelNameKey *name, uint32_t mention)
{
  static const PersonStep steps[] = {{REL_ALIAS_SURE, "name.surname"},
                                     {REL_ALIAS_GIVEN, "name.given"},
                                     {REL_ALIAS_LOOSE, "name.middle"}};
  RelDrafts *const drafts = indices->exact.drafts;
  const size_t n_steps = rel_person_is(&drafts->items[mention])
                             ? sizeof(steps) / sizeof(steps[0])
                             : 1U;

  for (size_t i = 0; i < n_steps && may_be_surname(drafts, mention); ++i) {
    const uint32_t person =
        rel_person_pick(&indices->persons, mention, name->key, steps[i].kind);

    if (person != REL_NO_MENTION &&
        !is_other_kind(indices, name->key, mention, person)) {
      if (steps[i].kind == REL_ALIAS_SURE) {
        forget_gender(drafts, mention);
      }
      rel_drafts_join(drafts, person, mention, steps[i].rule);
      return REL_OK;
    }
  }
  return join_agreeing(&indices->exact, name->key, mention);
}

static RelStatus
link_rest(Indices *indices, uint32_t mention)
{
  RelDrafts *const drafts = indices->exact.drafts;
  const RelDraft *const draft = &drafts->items[mention];
  uint32_t organisation = REL_NO_MENTION;
  RelStatus st = REL_OK;
  RelNameKey name;

  if (draft->country) {
    return REL_OK;
  }
  REL_TRY(st, key_of(drafts, mention, &name));
  const uint32_t other = rel_alias_phrase_of(drafts, mention);
  if (other != REL_NO_MENTION) {
    rel_drafts_join(drafts, other, mention, "name.alias");
    return is_lone(draft, &name)
               ? join_agreeing(&indices->exact, name.key, mention)
               : REL_OK;
  }
  if (draft->type != REL_TERM_PERSON || !draft->is_sure ||
      (rel_short_form_is_coined(drafts, mention) &&
       rel_person_pick(&indices->persons, mention, name.key, REL_ALIAS_SURE) ==
           REL_NO_MENTION)) {
    const uint32_t same = rel_aliases_find(&indices->exact, name.key);
    const uint32_t first =
        same ? indices->exact.items.items[same - 1U].mention : REL_NO_MENTION;

    organisation =
        rel_short_form_pick(&indices->shorts, name.key, mention, first);
  }
  if (organisation != REL_NO_MENTION) {
    rel_drafts_join(drafts, organisation, mention, "name.short");
    return REL_OK;
  }
  return is_lone(draft, &name) || may_be_family(draft, &name)
             ? link_short_name(indices, &name, mention)
             : REL_OK;
}

/// A lone capitalised word that no one took for a name
static bool
may_be_missed(const RelDrafts *drafts, uint32_t mention)
{
  const RelDraft *const draft = &drafts->items[mention];
  const RelLayers *const layers = drafts->layers;
  const uint32_t head = draft->mention.head;

  return draft->mention.kind == REL_MENTION_NOMINAL && draft->mention.n == 1U &&
         !draft->is_title && rel_layers_is_capital(layers, head) &&
         !draft->classes &&
         rel_layers_child(layers, head, REL_DEP_DET) == REL_NO_TOKEN;
}

/// Such a word is a name when the document has somebody of that surname
static RelStatus
link_missed(Indices *indices, uint32_t mention)
{
  RelDrafts *const drafts = indices->exact.drafts;
  RelDraft *const draft = &drafts->items[mention];
  RelStatus st = REL_OK;
  RelNameKey name;

  REL_TRY(st, rel_name_key_make(drafts, draft->mention.head, 1U, &name));
  const uint32_t person =
      rel_person_pick(&indices->persons, mention, name.key, REL_ALIAS_SURE);

  if (person != REL_NO_MENTION) {
    draft->mention.kind = REL_MENTION_NAME;
    drafts->clusters[mention].type = REL_TERM_PERSON;
    drafts->clusters[mention].gender = REL_GENDER_UNKNOWN;
    rel_drafts_join(drafts, person, mention, "name.surname");
    rel_drafts_entity(drafts, mention)->last = mention;
  }
  return REL_OK;
}

RelStatus
rel_link_names(RelDrafts *drafts)
{
  RelStatus st = REL_OK;
  Indices indices;

  memset(&indices, 0, sizeof(indices));
  rel_aliases_init(&indices.exact, drafts);
  rel_aliases_init(&indices.persons, drafts);
  rel_aliases_init(&indices.shorts, drafts);
  rel_intern_init(&indices.words, drafts->layers->arena);
  REL_TRY(st, link_full_names(&indices));
  REL_TRY(st, link_parts(&indices));
  for (uint32_t i = 0; i < drafts->n; ++i) {
    if (is_name(&drafts->items[i])) {
      REL_TRY(st, link_rest(&indices, i));
      rel_drafts_entity(drafts, i)->last = i;
    } else if (may_be_missed(drafts, i)) {
      REL_TRY(st, link_missed(&indices, i));
    }
  }
  return REL_OK;
}
