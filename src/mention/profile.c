// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/profile.h"

#include "base/buffer.h"
#include "mention/candidate.h"
#include "mention/clause.h"
#include "mention/lexicon.h"

typedef struct {
  const RelDrafts *drafts;
  RelIntern words;
  RelBuffer buffer; ///< Room for one folded word
} Maker;

// ------------------------------------------------------------ words

static void
add_folded(RelBuffer *buffer, RelStr form)
{
  for (size_t i = 0; i < form.len; ++i) {
    const char c = form.data[i];

    rel_buffer_add_char(buffer,
                        (c >= 'A' && c <= 'Z') ? (char)(c + ('a' - 'A')) : c);
  }
}

static RelStatus
number_of(Maker *maker, RelStr word, uint32_t *number)
{
  maker->buffer.len = 0U;
  add_folded(&maker->buffer, word);
  return maker->buffer.status
             ? maker->buffer.status
             : rel_intern_add(&maker->words, rel_buffer_str(&maker->buffer),
                              number);
}

/// FNV-1a of the folded word, below #REL_N_HASHES
static uint32_t
hash_of(RelStr word)
{
  uint32_t hash = 2166136261U;

  for (size_t i = 0; i < word.len; ++i) {
    const unsigned char c = (unsigned char)word.data[i];

    hash = (hash ^ ((c >= 'A' && c <= 'Z') ? c + 32U : c)) * 16777619U;
  }
  return (hash ^ (hash >> 16U)) % REL_N_HASHES;
}

// ------------------------------------------------------------ kinds

static RelKind
kind_of_pronoun(const RelLayers *layers, const RelDraft *draft)
{
  const bool is_here = rel_str_ends(
      rel_layers_form(layers, draft->mention.head), REL_STR("here"));
  const bool is_plural = draft->mention.is_plural;

  if (draft->pronoun == REL_PRONOUN_RELATIVE) {
    return REL_KIND_RELATIVE;
  }
  if (draft->pronoun == REL_PRONOUN_DEMONSTRATIVE && is_here) {
    return REL_KIND_HERE;
  }
  if (draft->pronoun == REL_PRONOUN_DEMONSTRATIVE) {
    return is_plural ? REL_KIND_THESE : REL_KIND_THIS;
  }
  if (draft->pronoun != REL_PRONOUN_PERSONAL) {
    return REL_KIND_PRONOUN;
  }
  if (draft->person < 3U) {
    return draft->person == 2U ? REL_KIND_YOU
                               : (is_plural ? REL_KIND_WE : REL_KIND_I);
  }
  if (is_plural) {
    return REL_KIND_THEY;
  }
  if (draft->mention.gender == REL_GENDER_NEUTER) {
    return REL_KIND_IT;
  }
  return draft->mention.gender == REL_GENDER_FEMININE ? REL_KIND_SHE
                                                      : REL_KIND_HE;
}

/// What its article says of a noun
static RelKind
kind_of_determined(const RelLayers *layers, uint32_t det)
{
  static const struct {
    const char *word;
    RelKind kind;
  } kinds[] = {
      {"the", REL_KIND_THE},       {"this", REL_KIND_POINTED},
      {"that", REL_KIND_POINTED},  {"these", REL_KIND_POINTED},
      {"those", REL_KIND_POINTED}, {"such", REL_KIND_POINTED},
      {"a", REL_KIND_A},           {"an", REL_KIND_A},
  };

  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    if (rel_str_equal_fold(rel_layers_form(layers, det),
                           rel_str(kinds[i].word))) {
      return kinds[i].kind;
    }
  }
  return REL_KIND_EVERY;
}

static RelKind
kind_of_noun(const RelLayers *layers, const RelDraft *draft)
{
  const uint32_t head = draft->mention.head;
  const uint32_t det = rel_layers_child(layers, head, REL_DEP_DET);

  if (draft->is_part) {
    return REL_KIND_PART;
  }
  if (rel_term_is_value(draft->type)) {
    return REL_KIND_VALUE;
  }
  if (draft->is_owned) {
    return REL_KIND_OWNED;
  }
  if (det != REL_NO_TOKEN) {
    return kind_of_determined(layers, det);
  }
  if (rel_layers_child(layers, head, REL_DEP_NUMMOD) != REL_NO_TOKEN) {
    return REL_KIND_NUMBER;
  }
  if (rel_layers_upos(layers, head) == REL_UPOS_PROPN) {
    return REL_KIND_PROPER;
  }
  return draft->mention.is_plural ? REL_KIND_PLURAL : REL_KIND_BARE;
}

static RelKind
kind_of(const RelLayers *layers, const RelDraft *draft)
{
  switch (draft->mention.kind) {
  case REL_MENTION_PRONOUN:
    return kind_of_pronoun(layers, draft);
  case REL_MENTION_NAME:
    return draft->mention.n > 1U ? REL_KIND_NAME : REL_KIND_WORD;
  case REL_MENTION_ADJECTIVE:
    return REL_KIND_DEMONYM;
  default:
    return kind_of_noun(layers, draft);
  }
}

static RelGroup
group_of(RelKind kind)
{
  static const uint8_t groups[REL_N_KINDS] = {
      [REL_KIND_I] = REL_GROUP_SPEAKER,
      [REL_KIND_WE] = REL_GROUP_SPEAKER,
      [REL_KIND_YOU] = REL_GROUP_SPEAKER,
      [REL_KIND_HE] = REL_GROUP_PERSON,
      [REL_KIND_SHE] = REL_GROUP_PERSON,
      [REL_KIND_IT] = REL_GROUP_IT,
      [REL_KIND_THEY] = REL_GROUP_THEY,
      [REL_KIND_THIS] = REL_GROUP_THIS,
      [REL_KIND_THESE] = REL_GROUP_THIS,
      [REL_KIND_RELATIVE] = REL_GROUP_THIS,
      [REL_KIND_PRONOUN] = REL_GROUP_OTHER,
      [REL_KIND_NAME] = REL_GROUP_NAME,
      [REL_KIND_WORD] = REL_GROUP_NAME,
      [REL_KIND_DEMONYM] = REL_GROUP_NAME,
      [REL_KIND_THE] = REL_GROUP_DEFINITE,
      [REL_KIND_POINTED] = REL_GROUP_DEFINITE,
      [REL_KIND_OWNED] = REL_GROUP_DEFINITE,
      [REL_KIND_A] = REL_GROUP_OTHER,
      [REL_KIND_EVERY] = REL_GROUP_OTHER,
      [REL_KIND_NUMBER] = REL_GROUP_OTHER,
      [REL_KIND_PLURAL] = REL_GROUP_OTHER,
      [REL_KIND_BARE] = REL_GROUP_OTHER,
      [REL_KIND_HERE] = REL_GROUP_THIS,
      [REL_KIND_PART] = REL_GROUP_OTHER,
      [REL_KIND_PROPER] = REL_GROUP_NAME,
      [REL_KIND_VALUE] = REL_GROUP_OTHER,
  };

  return (RelGroup)groups[kind];
}

unsigned
rel_profile_type(RelTermKind type)
{
  static const uint8_t types[] = {
      [REL_TERM_NONE] = 0U,    [REL_TERM_THING] = 1U,
      [REL_TERM_PERSON] = 2U,  [REL_TERM_ORGANISATION] = 3U,
      [REL_TERM_COUNTRY] = 4U, [REL_TERM_PLACE] = 5U,
      [REL_TERM_EVENT] = 6U,   [REL_TERM_WORK] = 7U,
      [REL_TERM_ROLE] = 8U,    [REL_TERM_DATE] = 9U,
      [REL_TERM_MONEY] = 10U,  [REL_TERM_QUANTITY] = 11U,
      [REL_TERM_CLAUSE] = 1U,
  };

  return types[type];
}

// ------------------------------------------------------------ syntax

static uint8_t
role_of(const RelLayers *layers, uint32_t token)
{
  const RelDep dep = rel_layers_dep(layers, token);

  switch (rel_dep_universal(dep)) {
  case REL_DEP_NSUBJ:
    return dep == REL_DEP_NSUBJ_PASS ? 1U : 0U;
  case REL_DEP_OBJ:
  case REL_DEP_IOBJ:
    return 2U;
  case REL_DEP_EXPL:
    return 3U;
  case REL_DEP_OBL:
    return 4U;
  case REL_DEP_NMOD:
    return dep == REL_DEP_NMOD_POSS ? 6U : 5U;
  case REL_DEP_CONJ:
    return 7U;
  case REL_DEP_APPOS:
    return 8U;
  case REL_DEP_ROOT:
    return 9U;
  case REL_DEP_COMPOUND:
    return 10U;
  default:
    return 11U;
  }
}

static uint8_t
length_of(uint32_t n)
{
  return (uint8_t)(n < 4U ? n - 1U : (n < 6U ? 3U : 4U));
}

static bool
is_modifier(RelDep role)
{
  return role == REL_DEP_AMOD || role == REL_DEP_COMPOUND ||
         role == REL_DEP_NUMMOD || role == REL_DEP_FLAT;
}

static RelStatus
take_children(Maker *maker, uint32_t mention, RelProfile *profile)
{
  const RelLayers *const layers = maker->drafts->layers;
  const uint32_t head = maker->drafts->items[mention].mention.head;
  RelStatus st = REL_OK;
  uint32_t word = 0U;

  for (uint32_t c = layers->first_child[head], k = 0;
       c != REL_NO_TOKEN && k < 64U; c = layers->next_child[c], ++k) {
    const RelDep dep = rel_layers_dep(layers, c);
    const RelDep role = rel_layers_role(layers, c);

    if (is_modifier(role) && profile->n_words < REL_MAX_MODIFIERS) {
      REL_TRY(st, number_of(maker, rel_layers_form(layers, c), &word));
      profile->words[profile->n_words++] = word;
      profile->numeral = role == REL_DEP_NUMMOD ? word : profile->numeral;
    } else if (dep == REL_DEP_NMOD_POSS) {
      profile->owner = maker->drafts->by_head[c];
      profile->tail |= 4U;
    } else if (dep == REL_DEP_NMOD && c > head &&
               profile->object == REL_NO_WORD) {
      REL_TRY(st, number_of(maker, layers->tree->lemma[c], &profile->object));
      profile->tail |= 2U;
    } else if (role == REL_DEP_ACL && c > head) {
      profile->tail |= REL_TAIL_CLAUSE;
    } else if (role == REL_DEP_CASE) {
      profile->marker = hash_of(rel_layers_form(layers, c));
    }
  }
  return st;
}

/// The words of a name instead of its head's children
static RelStatus
take_name(Maker *maker, const RelMention *mention, RelProfile *profile)
{
  const RelLayers *const layers = maker->drafts->layers;
  RelStatus st = REL_OK;

  profile->n_words = 0U;
  for (uint32_t i = mention->first;
       i < mention->first + mention->n && profile->n_words < REL_MAX_MODIFIERS;
       ++i) {
    if (rel_layers_upos(layers, i) == REL_UPOS_PROPN ||
        rel_layers_is_capital(layers, i)) {
      REL_TRY(st, number_of(maker, rel_layers_form(layers, i),
                            &profile->words[profile->n_words]));
      ++profile->n_words;
    }
  }
  return REL_OK;
}

static RelStatus
take_phrase(Maker *maker, const RelMention *mention, RelProfile *profile)
{
  const RelLayers *const layers = maker->drafts->layers;

  maker->buffer.len = 0U;
  for (uint32_t i = mention->first; i < mention->first + mention->n; ++i) {
    if (rel_layers_upos(layers, i) != REL_UPOS_DET) {
      add_folded(&maker->buffer, i == mention->head
                                     ? layers->tree->lemma[i]
                                     : rel_layers_form(layers, i));
      rel_buffer_add_char(&maker->buffer, ' ');
    }
  }
  return maker->buffer.status
             ? maker->buffer.status
             : rel_intern_add(&maker->words, rel_buffer_str(&maker->buffer),
                              &profile->phrase);
}

static void
take_place(const RelDrafts *drafts, uint32_t mention, RelProfile *profile)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const draft = &drafts->items[mention];
  const uint32_t head = draft->mention.head;

  profile->sentence = draft->sentence;
  profile->paragraph = layers->text->sentences[draft->sentence].paragraph;
  profile->clause = rel_clause_top(layers, head);
  profile->is_list = rel_candidate_is_list(drafts, mention);
  profile->is_first =
      !mention || drafts->items[mention - 1U].sentence != draft->sentence;
  profile->is_subject = rel_clause_is_main_subject(layers, head);
  profile->is_quoted = layers->is_quoted[head];
}

static RelStatus
take_words(Maker *maker, uint32_t mention, RelProfile *profile)
{
  const RelLayers *const layers = maker->drafts->layers;
  const RelMention *const it = &maker->drafts->items[mention].mention;
  const uint32_t up = layers->parent[it->head];
  RelStatus st = REL_OK;

  REL_TRY(st, number_of(maker, layers->tree->lemma[it->head], &profile->lemma));
  if (up != REL_NO_TOKEN) {
    REL_TRY(st, number_of(maker, layers->tree->lemma[up], &profile->verb));
  }
  REL_TRY(st, take_children(maker, mention, profile));
  REL_TRY(st, take_phrase(maker, it, profile));
  if (it->kind == REL_MENTION_NAME) {
    REL_TRY(st, take_name(maker, it, profile));
  }
  for (uint32_t i = 0; i < profile->n_words; ++i) {
    profile->marks |= UINT64_C(1) << profile->words[i] % 64U;
  }
  return REL_OK;
}

static RelStatus
make_profile(Maker *maker, uint32_t mention, RelProfile *profile)
{
  const RelDraft *const draft = &maker->drafts->items[mention];
  const RelLayers *const layers = maker->drafts->layers;
  const uint32_t head = draft->mention.head;
  const RelKind kind = kind_of(layers, draft);

  *profile = (RelProfile){
      .kind = kind,
      .group = group_of(kind),
      .role = role_of(layers, head),
      .type = (uint8_t)rel_profile_type(draft->type),
      .length = length_of(draft->mention.n),
      .is_pronoun = draft->mention.kind == REL_MENTION_PRONOUN,
      .numeral = REL_NO_WORD,
      .object = REL_NO_WORD,
      .verb = REL_NO_WORD,
      .hash = hash_of(layers->tree->lemma[head]),
      .owner = REL_NO_MENTION,
  };
  take_place(maker->drafts, mention, profile);
  return take_words(maker, mention, profile);
}

RelStatus
rel_profiles_make(const RelDrafts *drafts, RelProfiles *profiles)
{
  RelArena *const arena = drafts->layers->arena;
  Maker maker = {.drafts = drafts, .buffer = {.arena = arena}};
  RelStatus st = REL_OK;

  rel_intern_init(&maker.words, arena);
  profiles->items = rel_arena_calloc(arena, drafts->n + 1U, sizeof(RelProfile));
  if (!profiles->items) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    REL_TRY(st, make_profile(&maker, i, &profiles->items[i]));
  }
  profiles->n_words = maker.words.n;
  return REL_OK;
}
