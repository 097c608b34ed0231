// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "mention/lexicon.h"

enum { MAX_WORDS = 12, MAX_CANDIDATES = 24 };

/// A name's words in one spelling: "kim jong un" for "Kim Jong-un"
typedef struct {
  RelStr words[MAX_WORDS];
  uint32_t n;
  RelStr key; ///< All of them, joined by blanks
} NameKey;

/// One entity that goes by a name
typedef struct {
  uint32_t mention;
  bool is_weak;  ///< A given name alone, a first word
  uint32_t next; ///< Index + 1 of the next one of the name, or 0
} Alias;

/// Names to mentions
typedef struct {
  RelDrafts *drafts;
  RelIntern intern;
  REL_ARRAY(uint32_t) first; ///< Per interned name: index + 1 of its last alias
  REL_ARRAY(Alias) aliases;
} NameIndex;

// ------------------------------------------------------------ keys

static void
add_folded(RelBuffer *buffer, RelStr form)
{
  for (size_t i = 0; i < form.len; ++i) {
    const char c = form.data[i];

    if (c >= 'A' && c <= 'Z') {
      rel_buffer_add_char(buffer, (char)(c + ('a' - 'A')));
    } else if (c == '-') {
      rel_buffer_add_char(buffer, ' ');
    } else if (c != '.') {
      rel_buffer_add_char(buffer, c);
    }
  }
}

static void
split_key(NameKey *name)
{
  size_t begin = 0U;

  for (size_t i = 0; i <= name->key.len && name->n < MAX_WORDS; ++i) {
    if (i == name->key.len || name->key.data[i] == ' ') {
      if (i > begin) {
        name->words[name->n++] = rel_str_slice(name->key, begin, i);
      }
      begin = i + 1U;
    }
  }
}

static RelStatus
make_key(const RelDrafts *drafts, const RelNameSpan *span, NameKey *name)
{
  const RelLayers *const layers = drafts->layers;
  RelBuffer buffer = {.arena = layers->arena};

  for (uint32_t i = span->first; i < span->first + span->n; ++i) {
    const RelStr form = rel_layers_form(layers, i);

    if (rel_layers_xpos(layers, i) == REL_XPOS_HYPH ||
        rel_str_equal_fold(form, REL_STR("the"))) {
      continue;
    }
    if (buffer.len) {
      rel_buffer_add_char(&buffer, ' ');
    }
    add_folded(&buffer, form);
  }
  *name = (NameKey){.key = rel_buffer_str(&buffer)};
  split_key(name);
  return buffer.status;
}

static RelStr
join_words(const NameKey *name, uint32_t first, uint32_t n)
{
  const RelStr from = name->words[first];
  const RelStr to = name->words[first + n - 1U];

  return (RelStr){from.data, (size_t)(to.data + to.len - from.data)};
}

// ------------------------------------------------------------ index

static RelStatus
add_alias(NameIndex *index, RelStr key, uint32_t mention, bool is_weak)
{
  RelArena *const arena = index->drafts->layers->arena;
  uint32_t number = 0U;
  RelStatus st = REL_OK;

  if (!key.len) {
    return REL_OK;
  }
  REL_TRY(st, rel_intern_add(&index->intern, key, &number));
  while (index->first.n <= number) {
    REL_TRY(st, REL_ARRAY_PUSH(arena, &index->first, 0U));
  }
  const Alias alias = {mention, is_weak, index->first.items[number]};
  REL_TRY(st, REL_ARRAY_PUSH(arena, &index->aliases, alias));
  index->first.items[number] = index->aliases.n;
  return REL_OK;
}

/// Index + 1 of the latest alias of a name, or 0
static uint32_t
find_aliases(const NameIndex *index, RelStr key)
{
  const uint32_t number =
      key.len ? rel_intern_find(&index->intern, key) : UINT32_MAX;

  return number < index->first.n ? index->first.items[number] : 0U;
}

/// Join with the entity of that name, or become the first
static RelStatus
join_exact(NameIndex *index, RelStr key, uint32_t mention, const char *rule)
{
  const uint32_t found = find_aliases(index, key);

  if (found) {
    rel_drafts_join(index->drafts, index->aliases.items[found - 1U].mention,
                    mention, rule);
    return REL_OK;
  }
  return add_alias(index, key, mention, false);
}

// ------------------------------------------------------------ countries

static RelStatus
link_country(NameIndex *index, uint32_t mention)
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

// ------------------------------------------------------------ persons

static bool
is_given(RelStr word)
{
  return (rel_given_classes(word) & (REL_GIVEN_MALE | REL_GIVEN_FEMALE)) != 0U;
}

/// "Liu He", "Kim Jong Un": does the family name come first?
static bool
is_family_first(const NameKey *name)
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
family_begin(const NameKey *name, uint32_t n)
{
  uint32_t begin = n - 1U;

  while (begin > 1U &&
         (rel_word_classes(name->words[begin - 1U]) & REL_WORD_PARTICLE)) {
    --begin;
  }
  return begin;
}

static RelStatus
add_person(NameIndex *index, const NameKey *name, uint32_t mention)
{
  RelStatus st = REL_OK;
  uint32_t n = name->n;

  while (n > 2U && (rel_word_classes(name->words[n - 1U]) & REL_WORD_SUFFIX)) {
    --n;
  }
  if (is_family_first(name)) {
    REL_TRY(st, add_alias(index, name->words[0], mention, false));
    // an editor may have turned the name round
    return add_alias(index, name->words[n - 1U], mention, true);
  }

  const uint32_t family = family_begin(name, n);
  REL_TRY(st, add_alias(index, name->words[n - 1U], mention, false));
  if (family + 1U < n) {
    REL_TRY(st, add_alias(index, join_words(name, family, n - family), mention,
                          false));
  }
  return add_alias(index, name->words[0], mention, true);
}

static bool
is_person(const RelDraft *draft)
{
  return draft->type == REL_TERM_PERSON && !draft->country;
}

/// "donald trump" for "Donald J. Trump": joins names that differ in the middle
static RelStatus
short_key(const RelDrafts *drafts, const NameKey *name, RelStr *key)
{
  const RelStr first = name->words[0];
  const RelStr last = name->words[name->n - 1U];

  *key = (RelStr){0};
  if (name->n != 3U || name->words[1].len != 1U) {
    return REL_OK;
  }
  return rel_arena_format(drafts->layers->arena, key, "%.*s %.*s",
                          REL_ARG(first), REL_ARG(last));
}

static RelStatus
link_full_name(NameIndex *index, NameIndex *persons, const NameKey *name,
               uint32_t mention)
{
  RelDrafts *const drafts = index->drafts;
  const bool is_new = !find_aliases(index, name->key);
  RelStr other = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, short_key(drafts, name, &other));
  REL_TRY(st, join_exact(index, name->key, mention, "name.same"));
  if (other.len) {
    REL_TRY(st, join_exact(index, other, mention, "name.initial"));
  }
  return (is_new && is_person(&drafts->items[mention]))
             ? add_person(persons, name, mention)
             : REL_OK;
}

static bool
genders_agree(RelGender a, RelGender b)
{
  // a surname taken for a place or firm is neuter only by mistake
  return a == b || a == REL_GENDER_UNKNOWN || a == REL_GENDER_NEUTER ||
         b == REL_GENDER_UNKNOWN || b == REL_GENDER_NEUTER;
}

/// Like join_exact(), but "Ms Berg" and "Mr Berg" are two
static RelStatus
join_agreeing(NameIndex *index, RelStr key, uint32_t mention)
{
  RelDrafts *const drafts = index->drafts;
  const RelGender gender = drafts->items[mention].mention.gender;
  uint32_t alias = find_aliases(index, key);

  for (uint32_t k = 0; alias && k < MAX_CANDIDATES; ++k) {
    const Alias *const entry = &index->aliases.items[alias - 1U];

    alias = entry->next;
    if (genders_agree(gender,
                      rel_drafts_entity(drafts, entry->mention)->gender)) {
      rel_drafts_join(drafts, entry->mention, mention, "name.same");
      return REL_OK;
    }
  }
  return add_alias(index, key, mention, false);
}

/// The person whom a surname means here, or #REL_NO_MENTION
static uint32_t
pick_person(NameIndex *persons, uint32_t mention, uint32_t alias, bool is_weak)
{
  RelDrafts *const drafts = persons->drafts;
  const RelGender gender = drafts->items[mention].mention.gender;
  uint32_t best = REL_NO_MENTION;
  uint32_t best_last = 0U;
  uint32_t n_found = 0U;

  for (uint32_t k = 0; alias && k < MAX_CANDIDATES; ++k) {
    const Alias *const entry = &persons->aliases.items[alias - 1U];
    const RelCluster *const person = rel_drafts_entity(drafts, entry->mention);
    const uint32_t last =
        person->last == REL_NO_MENTION ? 0U : person->last + 1U;

    alias = entry->next;
    if (entry->is_weak != is_weak || !genders_agree(gender, person->gender) ||
        (best != REL_NO_MENTION &&
         rel_drafts_are_one(drafts, best, entry->mention))) {
      continue;
    }
    ++n_found;
    if (best == REL_NO_MENTION || last > best_last) {
      best = entry->mention;
      best_last = last;
    }
  }
  // Nobody of that name yet: only when the rest of the text has just one
  return (n_found == 1U || best_last > 0U) ? best : REL_NO_MENTION;
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

static RelStatus
link_short_name(NameIndex *index, NameIndex *persons, const NameKey *name,
                uint32_t mention)
{
  RelDrafts *const drafts = index->drafts;
  const uint32_t alias = find_aliases(persons, name->key);
  const char *rule = "name.surname";
  uint32_t person = REL_NO_MENTION;

  if (alias && may_be_surname(drafts, mention)) {
    person = pick_person(persons, mention, alias, false);
    if (person == REL_NO_MENTION && is_person(&drafts->items[mention])) {
      person = pick_person(persons, mention, alias, true);
      rule = "name.given";
    }
  }
  if (person != REL_NO_MENTION) {
    rel_drafts_join(drafts, person, mention, rule);
    return REL_OK;
  }
  return join_agreeing(index, name->key, mention);
}

// ------------------------------------------------------------ organisations

static bool
is_legal_form(RelStr word)
{
  static const char *const forms[] = {
      "ag",   "co",    "company",  "corp", "corporation",
      "gmbh", "group", "holdings", "inc",  "limited",
      "llc",  "ltd",   "nv",       "plc",  "sa",
  };

  for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); ++i) {
    if (rel_str_equal(word, rel_str(forms[i]))) {
      return true;
    }
  }
  return false;
}

static RelStatus
initials_of(const RelDrafts *drafts, const NameKey *name, RelStr *key)
{
  static const char *const small[] = {"and", "for", "in", "of", "the"};
  RelBuffer buffer = {.arena = drafts->layers->arena};

  for (uint32_t i = 0; i < name->n; ++i) {
    if (!rel_str_among(name->words[i], small, 5U)) {
      rel_buffer_add_char(&buffer, name->words[i].data[0]);
    }
  }
  *key = rel_buffer_str(&buffer);
  return buffer.status;
}

/// Every short form that an organisation may go by
static RelStatus
add_organisation(NameIndex *shorts, const NameKey *name, uint32_t mention)
{
  RelDrafts *const drafts = shorts->drafts;
  const RelNameSpan *const span =
      &drafts->names.spans.items[drafts->items[mention].span];
  RelStatus st = REL_OK;
  RelStr acronym = {0};
  uint32_t n = name->n;
  RelStr first_form = rel_layers_form(drafts->layers, span->first);

  REL_TRY(st, initials_of(drafts, name, &acronym));
  if (acronym.len > 1U) {
    REL_TRY(st, add_alias(shorts, acronym, mention, false));
  }
  while (n > 1U && is_legal_form(name->words[n - 1U])) {
    --n;
    REL_TRY(st, add_alias(shorts, join_words(name, 0U, n), mention, false));
  }
  if (rel_country_find(first_form)) {
    return name->n > 2U ? add_alias(shorts, join_words(name, 1U, name->n - 1U),
                                    mention, false)
                        : REL_OK;
  }
  // "Lattice" for "Lattice Corp", but not "Bank", "National", or the town of a
  // club
  const bool is_generic = n == name->n ||
                          rel_word_classes(name->words[0]) != 0U ||
                          name->words[0].len < 4U;
  return is_generic ? REL_OK : add_alias(shorts, name->words[0], mention, true);
}

/// The one organisation with this short form, or #REL_NO_MENTION
static uint32_t
pick_organisation(NameIndex *shorts, uint32_t alias, uint32_t mention)
{
  RelDrafts *const drafts = shorts->drafts;
  uint32_t found = REL_NO_MENTION;

  for (uint32_t k = 0; alias && k < MAX_CANDIDATES; ++k) {
    const Alias *const entry = &shorts->aliases.items[alias - 1U];

    alias = entry->next;
    if (entry->mention == mention) {
      continue;
    }
    if (found != REL_NO_MENTION &&
        !rel_drafts_are_one(drafts, found, entry->mention)) {
      return REL_NO_MENTION;
    }
    found = entry->mention;
  }
  return found;
}

static bool
is_organisation(const RelDraft *draft)
{
  return !draft->country &&
         (draft->type == REL_TERM_ORGANISATION ||
          draft->type == REL_TERM_THING || draft->type == REL_TERM_EVENT);
}

// ------------------------------------------------------------ passes

typedef struct {
  NameIndex exact;   ///< Full names and everything that is no person
  NameIndex persons; ///< Surnames and given names
  NameIndex shorts;  ///< Acronyms and short forms of organisations
} Indices;

static bool
is_name(const RelDraft *draft)
{
  return draft->span != UINT32_MAX;
}

static RelStatus
link_full_names(Indices *indices)
{
  RelDrafts *const drafts = indices->exact.drafts;
  RelStatus st = REL_OK;
  NameKey name;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];

    if (!is_name(draft)) {
      continue;
    }
    if (draft->country) {
      REL_TRY(st, link_country(&indices->exact, i));
      continue;
    }
    REL_TRY(st,
            make_key(drafts, &drafts->names.spans.items[draft->span], &name));
    if (name.n < 2U) {
      continue;
    }
    REL_TRY(st, link_full_name(&indices->exact, &indices->persons, &name, i));
    if (is_organisation(draft)) {
      REL_TRY(st, add_organisation(&indices->shorts, &name, i));
    }
  }
  return REL_OK;
}

static RelStatus
link_rest(Indices *indices, uint32_t mention)
{
  RelDrafts *const drafts = indices->exact.drafts;
  const RelDraft *const draft = &drafts->items[mention];
  RelStatus st = REL_OK;
  NameKey name;

  if (draft->country) {
    return REL_OK;
  }
  REL_TRY(st, make_key(drafts, &drafts->names.spans.items[draft->span], &name));
  const uint32_t alias = find_aliases(&indices->shorts, name.key);
  const uint32_t organisation =
      draft->type == REL_TERM_PERSON && draft->is_sure
          ? REL_NO_MENTION
          : pick_organisation(&indices->shorts, alias, mention);

  if (organisation != REL_NO_MENTION) {
    rel_drafts_join(drafts, organisation, mention, "name.short");
    return REL_OK;
  }
  return name.n == 1U ? link_short_name(&indices->exact, &indices->persons,
                                        &name, mention)
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
  const RelNameSpan span = {.first = draft->mention.head, .n = 1U};
  RelStatus st = REL_OK;
  NameKey name;

  REL_TRY(st, make_key(drafts, &span, &name));
  const uint32_t alias = find_aliases(&indices->persons, name.key);
  const uint32_t person = pick_person(&indices->persons, mention, alias, false);

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
  Indices indices = {
      {.drafts = drafts}, {.drafts = drafts}, {.drafts = drafts}};
  RelArena *const arena = drafts->layers->arena;
  RelStatus st = REL_OK;

  rel_intern_init(&indices.exact.intern, arena);
  rel_intern_init(&indices.persons.intern, arena);
  rel_intern_init(&indices.shorts.intern, arena);
  REL_TRY(st, link_full_names(&indices));
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
