// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/link.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "mention/lexicon.h"

enum { MAX_CANDIDATES = 24, FAR = 12 }; // sentences a description reaches back

/// Something that was said of an entity: a role, a description, a head noun
typedef struct {
  uint32_t mention;
  uint32_t next; ///< Index + 1 of the one before it, or 0
} Note;

/// Words to the entities that they were said of
typedef struct {
  RelIntern intern;
  REL_ARRAY(uint32_t) first; ///< Per word: index + 1 of its latest note
  REL_ARRAY(Note) notes;
} Notes;

typedef struct {
  RelDrafts *drafts;
  Notes roles;   ///< Lemma of a role to persons, of the whole document
  Notes heads;   ///< Lemma of a head noun to descriptions so far
  Notes phrases; ///< Folded words of a description to descriptions so far
  uint32_t *governments; ///< Per country: its government's first mention
} Linker;

static RelStatus
add_note(Linker *linker, Notes *notes, RelStr words, uint32_t mention)
{
  RelArena *const arena = linker->drafts->layers->arena;
  uint32_t number = 0U;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_intern_add(&notes->intern, words, &number));
  while (notes->first.n <= number) {
    REL_TRY(st, REL_ARRAY_PUSH(arena, &notes->first, 0U));
  }
  const Note note = {mention, notes->first.items[number]};
  REL_TRY(st, REL_ARRAY_PUSH(arena, &notes->notes, note));
  notes->first.items[number] = notes->notes.n;
  return REL_OK;
}

static uint32_t
find_note(const Notes *notes, RelStr words)
{
  const uint32_t number = rel_intern_find(&notes->intern, words);

  return number < notes->first.n ? notes->first.items[number] : 0U;
}

static bool
is_value(const RelDrafts *drafts, uint32_t mention)
{
  return rel_term_is_value(drafts->items[mention].type);
}

// ------------------------------------------------------------ layers

static bool
types_fit(RelTermKind a, RelTermKind b)
{
  const bool a_vague = a == REL_TERM_NONE || a == REL_TERM_THING;
  const bool b_vague = b == REL_TERM_NONE || b == REL_TERM_THING;
  const bool a_person = a == REL_TERM_PERSON || a == REL_TERM_ROLE;
  const bool b_person = b == REL_TERM_PERSON || b == REL_TERM_ROLE;
  const bool a_place = a == REL_TERM_PLACE || a == REL_TERM_COUNTRY;
  const bool b_place = b == REL_TERM_PLACE || b == REL_TERM_COUNTRY;

  return a == b || a_vague || b_vague || (a_person && b_person) ||
         (a_place && b_place);
}

/// "Ana Mora and Jan Lund, head of the port": the apposition is the last one's
static uint32_t
last_conjunct(const RelDrafts *drafts, uint32_t token, uint32_t end)
{
  const RelLayers *const layers = drafts->layers;
  uint32_t last = token;

  for (uint32_t i = layers->first_child[token]; i != REL_NO_TOKEN && i < end;
       i = layers->next_child[i]) {
    const uint32_t of = drafts->by_head[i];
    const bool is_name = rel_layers_dep(layers, i) == REL_DEP_CONJ &&
                         of != REL_NO_MENTION &&
                         drafts->items[of].mention.kind == REL_MENTION_NAME;
    last = i > token && is_name ? i : last;
  }
  return last;
}

/// The mention that this one stands beside as another name for it
static uint32_t
apposition_of(const RelDrafts *drafts, uint32_t mention)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t head = drafts->items[mention].mention.head;
  const RelDep dep = rel_layers_dep(layers, head);
  const uint32_t up = layers->parent[head];

  if (up == REL_NO_TOKEN) {
    return REL_NO_MENTION;
  }
  // "leader Ana Mora" may be flat, with "leader" as its head
  const bool is_flat =
      dep == REL_DEP_FLAT && up + 1U == drafts->items[mention].mention.first &&
      (layers->classes[up] & (REL_WORD_ROLE | REL_WORD_PERSON)) != 0U;

  if (dep == REL_DEP_APPOS) {
    return drafts->by_head[last_conjunct(drafts, up, head)];
  }
  return is_flat ? drafts->by_head[up] : REL_NO_MENTION;
}

/// "Orbex, a shipping company": the noun tells what an unsure name names
static void
settle_type(RelCluster *name, const RelDraft *beside, const RelCluster *noun)
{
  const bool tells = noun->type == REL_TERM_PERSON ||
                     noun->type == REL_TERM_ORGANISATION ||
                     noun->type == REL_TERM_PLACE;

  if (name->name != REL_NO_MENTION && !beside->is_sure && !name->country &&
      noun->name == REL_NO_MENTION && tells) {
    name->type = noun->type;
    name->gender = noun->gender;
  }
}

/// "Jan Lund, an adviser": may the second stand for the first?
static void
link_apposition(RelDrafts *drafts, uint32_t mention)
{
  const RelDraft *const draft = &drafts->items[mention];
  const uint32_t of = apposition_of(drafts, mention);

  if (of == REL_NO_MENTION || of == mention || drafts->items[of].is_title) {
    return;
  }
  RelCluster *const a = rel_drafts_entity(drafts, of);
  const RelCluster *const b = rel_drafts_entity(drafts, mention);
  // "Porto, Portugal": two names are two entities
  const bool are_names = a->name != REL_NO_MENTION && b->name != REL_NO_MENTION;

  settle_type(a, &drafts->items[of], b);
  if (!are_names && types_fit(a->type, b->type) && !is_value(drafts, of) &&
      !is_value(drafts, mention) && a->is_plural == b->is_plural &&
      draft->mention.kind != REL_MENTION_PRONOUN) {
    rel_drafts_join(drafts, of, mention, "apposition");
  }
}

static void
link_relative(RelDrafts *drafts, uint32_t mention)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const draft = &drafts->items[mention];
  uint32_t token = layers->parent[draft->mention.head];

  for (uint32_t k = 0; k < 4U && token != REL_NO_TOKEN; ++k) {
    const uint32_t up = layers->parent[token];

    if (rel_layers_dep(layers, token) == REL_DEP_ACL_RELCL) {
      const uint32_t of =
          up == REL_NO_TOKEN ? REL_NO_MENTION : drafts->by_head[up];

      if (of != REL_NO_MENTION && of < mention) {
        rel_drafts_join(drafts, of, mention, "relative");
        drafts->items[mention].is_linked = true;
      }
      return;
    }
    token = up;
  }
}

// ------------------------------------------------------------ roles

static RelStr
lemma_of(const RelDrafts *drafts, uint32_t mention)
{
  return drafts->layers->tree->lemma[drafts->items[mention].mention.head];
}

/// The lemma in lower case: titles are proper nouns and keep their capital
static RelStatus
role_key(const RelDrafts *drafts, uint32_t token, RelStr *key)
{
  RelBuffer buffer = {.arena = drafts->layers->arena};
  const RelStr lemma = drafts->layers->tree->lemma[token];

  for (size_t i = 0; i < lemma.len; ++i) {
    const char c = lemma.data[i];

    rel_buffer_add_char(&buffer,
                        (c >= 'A' && c <= 'Z') ? (char)(c + ('a' - 'A')) : c);
  }
  *key = rel_buffer_str(&buffer);
  return buffer.status;
}

/// Who holds which role: titles, appositions
static RelStatus
note_roles(Linker *linker)
{
  RelDrafts *const drafts = linker->drafts;
  RelStatus st = REL_OK;
  RelStr key = {0};

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];
    const RelCluster *const entity = rel_drafts_entity(drafts, i);

    if (draft->is_title) {
      const uint32_t up = drafts->layers->parent[draft->mention.head];
      const uint32_t span = drafts->names.span_of[up];
      const uint32_t of =
          span == UINT32_MAX ? REL_NO_MENTION : drafts->by_head[up];

      if (of != REL_NO_MENTION &&
          rel_drafts_entity(drafts, of)->type == REL_TERM_PERSON) {
        REL_TRY(st, role_key(drafts, draft->mention.head, &key));
        REL_TRY(st, add_note(linker, &linker->roles, key, of));
      }
    } else if (draft->mention.kind == REL_MENTION_NOMINAL &&
               (draft->classes & REL_WORD_ROLE) &&
               entity->type == REL_TERM_PERSON &&
               entity->name != REL_NO_MENTION) {
      REL_TRY(st, role_key(drafts, draft->mention.head, &key));
      REL_TRY(st, add_note(linker, &linker->roles, key, i));
    }
  }
  return REL_OK;
}

/// "vice", "former": words that make another role of a role
static bool
changes_role(RelStr word)
{
  static const char *const words[] = {"acting", "assistant", "associate",
                                      "deputy", "ex",        "former",
                                      "junior", "under",     "vice"};

  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    if (rel_str_equal_fold(word, rel_str(words[i]))) {
      return true;
    }
  }
  return false;
}

/// Does a token of [begin, end) have the form of `token`?
static bool
has_word(const RelLayers *layers, uint32_t begin, uint32_t end, uint32_t token)
{
  for (uint32_t i = begin; i < end; ++i) {
    if (rel_str_equal_fold(rel_layers_form(layers, i),
                           rel_layers_form(layers, token))) {
      return true;
    }
  }
  return false;
}

/// Does a description go with the title before a name? Each of its words stands
/// in the title, and the title says nothing that makes it another role
static bool
says_nothing_else(const RelDrafts *drafts, const RelDraft *description,
                  uint32_t person)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const name = &drafts->items[person];
  const uint32_t begin = layers->text->sentences[name->sentence].first;
  const uint32_t from =
      name->mention.first > begin + 6U ? name->mention.first - 6U : begin;

  if (name->mention.kind != REL_MENTION_NAME) {
    return description->mention.n == 1U;
  }
  for (uint32_t k = from; k < name->mention.first; ++k) {
    if (changes_role(rel_layers_form(layers, k)) &&
        !has_word(layers, description->mention.first,
                  description->mention.first + description->mention.n, k)) {
      return false;
    }
  }
  for (uint32_t i = description->mention.first;
       i < description->mention.first + description->mention.n; ++i) {
    if (!has_word(layers, from, name->mention.first, i)) {
      return false;
    }
  }
  return true;
}

static bool
genders_fit(RelGender a, RelGender b)
{
  return a == b || a == REL_GENDER_UNKNOWN || b == REL_GENDER_UNKNOWN;
}

/// "the minister" is the one person of the document who is called minister
static RelStatus
link_role(Linker *linker, uint32_t mention)
{
  RelDrafts *const drafts = linker->drafts;
  const RelDraft *const draft = &drafts->items[mention];
  uint32_t found = REL_NO_MENTION;
  RelStr key = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, role_key(drafts, draft->mention.head, &key));
  uint32_t note = find_note(&linker->roles, key);
  for (uint32_t k = 0; note && k < MAX_CANDIDATES; ++k) {
    const Note *const entry = &linker->roles.notes.items[note - 1U];

    note = entry->next;
    if (!says_nothing_else(drafts, draft, entry->mention) ||
        !genders_fit(draft->mention.gender,
                     rel_drafts_entity(drafts, entry->mention)->gender)) {
      continue;
    }
    if (found != REL_NO_MENTION &&
        !rel_drafts_are_one(drafts, found, entry->mention)) {
      return REL_OK; // two of them: better none
    }
    found = entry->mention;
  }
  if (found != REL_NO_MENTION) {
    rel_drafts_join(drafts, found, mention, "role");
    drafts->items[mention].is_linked = true;
  }
  return REL_OK;
}

// ------------------------------------------------------------ kinds

static bool
is_subject(const RelDrafts *drafts, uint32_t mention)
{
  return rel_layers_role(drafts->layers, drafts->items[mention].mention.head) ==
         REL_DEP_NSUBJ;
}

static bool
is_main_subject(const RelDrafts *drafts, uint32_t mention)
{
  const uint32_t head = drafts->items[mention].mention.head;
  const uint32_t verb = drafts->layers->parent[head];

  return is_subject(drafts, mention) && verb != REL_NO_TOKEN &&
         drafts->layers->parent[verb] == REL_NO_TOKEN;
}

/// The only entity of `type` that a test admits in [from, to), or none
static uint32_t
only_one(RelDrafts *drafts, uint32_t from, uint32_t to, RelTermKind type,
         bool (*admits)(const RelDrafts *drafts, uint32_t mention))
{
  uint32_t found = REL_NO_MENTION;

  for (uint32_t i = from; i < to; ++i) {
    const RelCluster *const entity = rel_drafts_entity(drafts, i);

    if (entity->type != type || entity->name == REL_NO_MENTION ||
        entity->is_government || (admits && !admits(drafts, i))) {
      continue;
    }
    if (found != REL_NO_MENTION && !rel_drafts_are_one(drafts, found, i)) {
      return REL_NO_MENTION;
    }
    found = i;
  }
  return found;
}

/// "the country", "the company": the subject of the sentence so far, else the
/// only one of this or the last sentence
static uint32_t
recent_of_type(RelDrafts *drafts, uint32_t mention, RelTermKind type)
{
  const RelText *const text = drafts->layers->text;
  const uint32_t number = drafts->items[mention].sentence;
  const uint32_t here = rel_drafts_lower(drafts, text->sentences[number].first);
  const uint32_t before =
      number ? rel_drafts_lower(drafts, text->sentences[number - 1U].first)
             : here;
  uint32_t found = only_one(drafts, here, mention, type, is_main_subject);

  if (found == REL_NO_MENTION) {
    found = only_one(drafts, here, mention, type, NULL);
  }
  if (found == REL_NO_MENTION) {
    found = only_one(drafts, before, here, type, is_main_subject);
  }
  return found != REL_NO_MENTION
             ? found
             : only_one(drafts, before, mention, type, NULL);
}

static bool
is_bare(const RelDraft *draft)
{
  return draft->mention.n == 1U && draft->is_definite &&
         !draft->mention.is_plural;
}

// ------------------------------------------------------------ governments

/// The country whose government a phrase speaks of: "the Chilean government"
static const RelCountryName *
governed_country(RelDrafts *drafts, uint32_t mention)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const draft = &drafts->items[mention];

  for (uint32_t c = layers->first_child[draft->mention.head]; c != REL_NO_TOKEN;
       c = layers->next_child[c]) {
    const uint32_t other = drafts->by_head[c];

    if (other != REL_NO_MENTION && drafts->items[other].country &&
        drafts->items[other].country->kind != REL_COUNTRY_CAPITAL) {
      return drafts->items[other].country;
    }
  }
  if (!is_bare(draft)) {
    return NULL;
  }
  const uint32_t recent = recent_of_type(drafts, mention, REL_TERM_COUNTRY);
  return recent == REL_NO_MENTION ? NULL
                                  : rel_drafts_entity(drafts, recent)->country;
}

static bool
link_government(Linker *linker, uint32_t mention)
{
  RelDrafts *const drafts = linker->drafts;
  const RelDraft *const draft = &drafts->items[mention];
  const RelCountryName *country = NULL;

  if (!rel_str_equal(lemma_of(drafts, mention), REL_STR("government")) ||
      draft->mention.is_plural ||
      !(country = governed_country(drafts, mention))) {
    return false;
  }
  uint32_t *const first = &linker->governments[country->country];
  if (*first == REL_NO_MENTION) {
    RelCluster *const entity = rel_drafts_entity(drafts, mention);

    entity->country = country;
    entity->is_government = true;
    entity->is_sure = true;
    *first = mention;
  } else {
    rel_drafts_join(drafts, *first, mention, "government");
  }
  drafts->items[mention].is_linked = true;
  return true;
}

/// Capitals that act for their governments are the first to be known
static RelStatus
note_governments(Linker *linker)
{
  RelDrafts *const drafts = linker->drafts;

  linker->governments = rel_arena_alloc(drafts->layers->arena,
                                        rel_countries_n * sizeof(uint32_t));
  if (!linker->governments) {
    return REL_NO_MEMORY;
  }
  for (size_t i = 0; i < rel_countries_n; ++i) {
    linker->governments[i] = REL_NO_MENTION;
  }
  for (uint32_t i = drafts->n; i-- > 0U;) {
    if (drafts->items[i].is_government) {
      linker->governments[drafts->items[i].country->country] = i;
    }
  }
  return REL_OK;
}

static bool
link_by_kind(RelDrafts *drafts, uint32_t mention)
{
  const RelDraft *const draft = &drafts->items[mention];
  uint32_t found = REL_NO_MENTION;

  if (!is_bare(draft)) {
    return false;
  }
  if (draft->classes & REL_WORD_COUNTRY) {
    found = recent_of_type(drafts, mention, REL_TERM_COUNTRY);
  } else if (draft->classes & REL_WORD_COMPANY) {
    found = recent_of_type(drafts, mention, REL_TERM_ORGANISATION);
  }
  if (found != REL_NO_MENTION) {
    rel_drafts_join(drafts, found, mention, "kind");
    drafts->items[mention].is_linked = true;
  }
  return found != REL_NO_MENTION;
}

// ------------------------------------------------------------ same words

static bool
is_recent(const RelDrafts *drafts, uint32_t a, uint32_t b)
{
  return drafts->items[b].sentence - drafts->items[a].sentence <= FAR;
}

/// The one entity that was described with this head noun, or none
static uint32_t
same_head(Linker *linker, uint32_t mention)
{
  RelDrafts *const drafts = linker->drafts;
  uint32_t note = find_note(&linker->heads, lemma_of(drafts, mention));
  uint32_t found = REL_NO_MENTION;

  for (uint32_t k = 0; note && k < MAX_CANDIDATES; ++k) {
    const Note *const entry = &linker->heads.notes.items[note - 1U];

    note = entry->next;
    if (!is_recent(drafts, entry->mention, mention) ||
        drafts->items[entry->mention].mention.is_plural !=
            drafts->items[mention].mention.is_plural) {
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

static RelStatus
phrase_key(const RelDrafts *drafts, uint32_t mention, RelStr *key)
{
  const RelMention *const words = &drafts->items[mention].mention;

  return rel_layers_words(drafts->layers, words->first, words->n, key);
}

/// "the time", "the same way": nouns too general to be known again
static bool
is_vague(const RelDrafts *drafts, uint32_t mention)
{
  static const char *const nouns[] = {
      "case", "day",  "end",    "fact",  "first", "kind", "last",   "lot",
      "one",  "part", "people", "place", "point", "rest", "second", "thing",
      "time", "use",  "way",    "word",  "world", "year",
  };
  const RelLayers *const layers = drafts->layers;
  const RelMention *const words = &drafts->items[mention].mention;

  for (uint32_t i = words->first; i < words->head; ++i) {
    const RelStr form = rel_layers_form(layers, i);

    if (rel_str_equal_fold(form, REL_STR("same")) ||
        rel_str_equal_fold(form, REL_STR("other"))) {
      return true;
    }
  }
  return rel_str_among(layers->tree->lemma[words->head], nouns,
                       sizeof(nouns) / sizeof(nouns[0]));
}

static RelStatus
link_by_words(Linker *linker, uint32_t mention)
{
  RelDrafts *const drafts = linker->drafts;
  const RelDraft *const draft = &drafts->items[mention];
  const char *rule = "words.same";
  uint32_t found = REL_NO_MENTION;
  RelStr key = {0};
  RelStatus st = REL_OK;

  // what somebody owns waits until pronouns are known
  if (draft->is_owned) {
    return REL_OK;
  }
  REL_TRY(st, phrase_key(drafts, mention, &key));
  if (draft->is_definite && !is_vague(drafts, mention)) {
    const uint32_t note = find_note(&linker->phrases, key);

    if (note && draft->mention.n > 1U &&
        is_recent(drafts, linker->phrases.notes.items[note - 1U].mention,
                  mention)) {
      found = linker->phrases.notes.items[note - 1U].mention;
    } else if (is_bare(draft)) {
      found = same_head(linker, mention);
      rule = "words.head";
    }
  }
  if (found != REL_NO_MENTION) {
    rel_drafts_join(drafts, found, mention, rule);
    drafts->items[mention].is_linked = true;
  }
  REL_TRY(st,
          add_note(linker, &linker->heads, lemma_of(drafts, mention), mention));
  return add_note(linker, &linker->phrases, key, mention);
}

// ------------------------------------------------------------ passes

/// "world's largest exporter" after "China is the world's largest exporter"
static RelStatus
note_predicate(Linker *linker, uint32_t mention)
{
  RelDrafts *const drafts = linker->drafts;
  const RelLayers *const layers = drafts->layers;
  const RelDraft *const draft = &drafts->items[mention];
  const uint32_t head = draft->mention.head;
  const uint32_t subject = rel_layers_child(layers, head, REL_DEP_NSUBJ);
  RelStr key = {0};
  RelStatus st = REL_OK;

  if (subject == REL_NO_TOKEN || !draft->is_definite || draft->mention.n < 2U ||
      drafts->by_head[subject] == REL_NO_MENTION ||
      rel_layers_child(layers, head, REL_DEP_COP) == REL_NO_TOKEN) {
    return REL_OK;
  }
  REL_TRY(st, phrase_key(drafts, mention, &key));
  return add_note(linker, &linker->phrases, key, drafts->by_head[subject]);
}

static bool
is_predicate(const RelDrafts *drafts, uint32_t mention)
{
  return rel_layers_child(drafts->layers, drafts->items[mention].mention.head,
                          REL_DEP_COP) != REL_NO_TOKEN;
}

/// "the commission" after "the European Commission": its name says what it is
static RelStatus
note_name(Linker *linker, uint32_t mention)
{
  RelDrafts *const drafts = linker->drafts;
  const RelMention *const name = &drafts->items[mention].mention;
  RelStr word = {0};
  RelStatus st = REL_OK;

  if (name->kind != REL_MENTION_NAME || name->n < 2U ||
      rel_drafts_entity(drafts, mention)->type != REL_TERM_ORGANISATION) {
    return REL_OK;
  }
  REL_TRY(st, role_key(drafts, name->first + name->n - 1U, &word));
  return add_note(linker, &linker->heads, word, mention);
}

static RelStatus
link_description(Linker *linker, uint32_t mention)
{
  RelDrafts *const drafts = linker->drafts;
  const RelDraft *const draft = &drafts->items[mention];
  const bool is_proper =
      rel_layers_upos(drafts->layers, draft->mention.head) == REL_UPOS_PROPN;
  RelStatus st = REL_OK;

  if (draft->mention.kind != REL_MENTION_NOMINAL || draft->is_title ||
      is_value(drafts, mention) ||
      rel_drafts_entity(drafts, mention)->name != REL_NO_MENTION) {
    return REL_OK;
  }
  if (is_predicate(drafts, mention)) {
    return note_predicate(linker, mention);
  }
  if ((draft->classes & REL_WORD_ROLE) && !draft->mention.is_plural &&
      (draft->is_definite || is_proper)) {
    REL_TRY(st, link_role(linker, mention));
  }
  if (draft->is_linked || link_government(linker, mention) ||
      link_by_kind(drafts, mention)) {
    return REL_OK;
  }
  return link_by_words(linker, mention);
}

RelStatus
rel_link_nominals(RelDrafts *drafts)
{
  RelArena *const arena = drafts->layers->arena;
  Linker linker = {.drafts = drafts};
  RelStatus st = REL_OK;

  rel_intern_init(&linker.roles.intern, arena);
  rel_intern_init(&linker.heads.intern, arena);
  rel_intern_init(&linker.phrases.intern, arena);
  for (uint32_t i = 0; i < drafts->n; ++i) {
    if (drafts->items[i].pronoun == REL_PRONOUN_RELATIVE) {
      link_relative(drafts, i);
    } else {
      link_apposition(drafts, i);
    }
  }
  REL_TRY(st, note_roles(&linker));
  REL_TRY(st, note_governments(&linker));
  for (uint32_t i = 0; i < drafts->n; ++i) {
    REL_TRY(st, note_name(&linker, i));
    REL_TRY(st, link_description(&linker, i));
  }
  return REL_OK;
}
