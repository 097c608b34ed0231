// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/pair.h"

#include "mention/clause.h"

enum { NO_MATCH = 0 };

/// First feature of each group; a group of n buckets has n features
enum {
  G = REL_N_GROUPS,
  K = REL_N_KINDS,
  // of the mention
  AT_KIND = 0,
  AT_ROLE = AT_KIND + K,
  AT_NUMBER = AT_ROLE + 12, // plural or not, 4 genders
  AT_TYPE = AT_NUMBER + 8,
  AT_LENGTH = AT_TYPE + 12,
  AT_TAIL = AT_LENGTH + 5,
  // of the candidate and its entity
  AT_HIS_KIND = AT_TAIL + 8,
  AT_HIS_ROLE = AT_HIS_KIND + K,
  AT_HIS_NUMBER = AT_HIS_ROLE + 12,
  AT_HIS_TYPE = AT_HIS_NUMBER + 8,
  AT_HIS_LENGTH = AT_HIS_TYPE + 24, // sure or not
  AT_HIS_TAIL = AT_HIS_LENGTH + 5,
  AT_OFTEN = AT_HIS_TAIL + 8, // 6 counts, has a name or not
  AT_SINCE = AT_OFTEN + 12,   // sentence of the entity's last mention
  // of both
  AT_KINDS = AT_SINCE + 4,
  AT_SENTENCES = AT_KINDS + K * K,
  AT_MENTIONS = AT_SENTENCES + 9 * G,
  AT_PASSED = AT_MENTIONS + 8 * G,
  AT_HEAD = AT_PASSED + 7 * G,      // how the heads match
  AT_PHRASE = AT_HEAD + 5 * G,      // how the words match
  AT_MODIFIERS = AT_PHRASE + 4 * G, // heads match or not, 9 ways
  AT_OBJECT = AT_MODIFIERS + 18,    // heads match or not, 5 ways
  AT_OWNER = AT_OBJECT + 10,
  AT_NUMBERS = AT_OWNER + 10, // plural or not, twice; a list
  AT_GENDERS = AT_NUMBERS + 8,
  AT_TYPES = AT_GENDERS + 16,
  AT_ROLES = AT_TYPES + 144,
  AT_SYNTAX = AT_ROLES + 144,
  AT_QUOTES = AT_SYNTAX + 9 * G,
  AT_NAMES = AT_QUOTES + 4 * G,
  AT_NUMERAL = AT_NAMES + 24,
  AT_VERB = AT_NUMERAL + 4,
  AT_FIRST = AT_VERB + 4,
  AT_PATH = AT_FIRST + 4,
  AT_PARAGRAPH = AT_PATH + 14,
  AT_AGREES = AT_PARAGRAPH + 4 * G,
  AT_WORD = AT_AGREES + 2 * G,       // of equal heads
  AT_TOPIC = AT_WORD + REL_N_HASHES, // of equal heads: 6 counts in the text
  AT_SPEAKER = AT_TOPIC + 6 * G,     // I, we, you: kinds, paragraphs
  AT_BETWEEN = AT_SPEAKER + 12,
  AT_PLACE = AT_BETWEEN + 3 * G, // of pronouns: 12 roles, 4 distances, 3 roles
  AT_COMMANDS = AT_PLACE + 144,
  AT_CONTINUES = AT_COMMANDS + 6, // an entity that had this pronoun before
  AT_TOP = AT_CONTINUES + 2 * G,
  AT_OPENS = AT_TOP + 2 * G, // an entity that the text begins with
  // of a new entity
  AT_HEADS = AT_OPENS + 2 * G, // how the heads match, groups of both
  AT_PHRASES = AT_HEADS + 5 * G * G,
  AT_REPEATED = AT_PHRASES + 4 * G * G, // of equal heads: sentences between
  AT_NEW_KIND = AT_REPEATED + 9 * G,
  AT_NEW_ROLE = AT_NEW_KIND + K,
  AT_NEW_NUMBER = AT_NEW_ROLE + 12 * G,
  AT_NEW_TYPE = AT_NEW_NUMBER + 8,
  AT_NEW_LENGTH = AT_NEW_TYPE + 12,
  AT_NEW_TAIL = AT_NEW_LENGTH + 5,
  AT_NEW_BEFORE = AT_NEW_TAIL + 8 * G,
  AT_NEW_PLACE = AT_NEW_BEFORE + 5 * G,
  AT_NEW_WORD = AT_NEW_PLACE + 5 * G,
  AT_NEW_MARKER = AT_NEW_WORD + REL_N_HASHES,
  AT_NEW_CLAUSE = AT_NEW_MARKER + REL_N_HASHES,
  AT_NEW_QUOTE = AT_NEW_CLAUSE + 24,
  AT_NEW_ENTITY = AT_NEW_QUOTE + 2 * G, // 4 sizes of its entity so far known
  AT_NEW_TOPIC = AT_NEW_ENTITY + 4 * G,
  AT_NEW_ALIKE = AT_NEW_TOPIC + 6 * G,
  N_FEATURES = AT_NEW_ALIKE + 4 * G,
};

_Static_assert((int)N_FEATURES == (int)REL_N_PAIR_FEATURES, "count them");

static void
add(RelPairFeatures *features, unsigned group, unsigned bucket)
{
  features->ids[features->n++] = (uint16_t)(group + bucket);
}

static unsigned
at_most(uint32_t value, unsigned most)
{
  return value < most ? (unsigned)value : most;
}

/// 0, 1, 2, 3, 4-5, 6-8, 9-16, 17-32, more
static unsigned
far_bucket(uint32_t n)
{
  static const uint8_t buckets[] = {
      0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6,
      7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
  };

  return n < sizeof(buckets) ? buckets[n] : 8U;
}

// ------------------------------------------------------------ own

static unsigned
number_gender(bool is_plural, RelGender gender)
{
  return (is_plural ? 4U : 0U) + (unsigned)gender;
}

void
rel_pair_own(const RelScene *scene, uint32_t mention, RelPairFeatures *features)
{
  const RelProfile *const own = &scene->profiles.items[mention];
  const RelMention *const it = &scene->drafts->items[mention].mention;

  features->n = 0U;
  add(features, AT_KIND, own->kind);
  add(features, AT_ROLE, own->role);
  add(features, AT_NUMBER, number_gender(it->is_plural, it->gender));
  add(features, AT_TYPE, own->type);
  add(features, AT_LENGTH, own->length);
  add(features, AT_TAIL, own->tail);
}

// ------------------------------------------------------------ candidate

/// A mention and its candidate, with all that the features look at
typedef struct {
  RelScene *scene;
  const RelPair *pair;
  uint32_t mention;
  const RelProfile *own;
  const RelProfile *his;
  const RelProfile *said;   ///< What words his entity last had; or null
  const RelCluster *mine;   ///< What is known of the mention's entity
  const RelCluster *entity; ///< And of his
} Both;

static unsigned
often_bucket(uint32_t n)
{
  return n < 5U ? at_most(n ? n - 1U : 0U, 3U) : (n < 8U ? 4U : 5U);
}

static void
add_candidate(const Both *both, RelPairFeatures *features)
{
  const RelProfile *const his = both->his;
  const RelCluster *const entity = both->entity;
  const RelProfile *const profiles = both->scene->profiles.items;
  const unsigned since =
      entity->last == REL_NO_MENTION
          ? 3U
          : at_most(both->own->sentence - profiles[entity->last].sentence, 2U);

  add(features, AT_HIS_KIND, his->kind);
  add(features, AT_HIS_ROLE, his->role);
  add(features, AT_HIS_NUMBER,
      number_gender(entity->is_plural, entity->gender));
  add(features, AT_HIS_TYPE,
      rel_profile_type(entity->type) * 2U + (entity->is_sure ? 1U : 0U));
  add(features, AT_HIS_LENGTH, his->length);
  add(features, AT_HIS_TAIL, his->tail);
  add(features, AT_OFTEN,
      often_bucket(entity->n) * 2U +
          (entity->name != REL_NO_MENTION ? 1U : 0U));
  add(features, AT_SINCE, since);
}

// ------------------------------------------------------------ words

/// Is a word among those of a profile?
static bool
has_word(const RelProfile *profile, uint32_t word)
{
  if (!(profile->marks >> word % 64U & 1U)) {
    return false;
  }
  for (uint32_t i = 0; i < profile->n_words; ++i) {
    if (profile->words[i] == word) {
      return true;
    }
  }
  return false;
}

/// How many of the words of `a` are among those of `b`?
static uint32_t
n_shared(const RelProfile *a, const RelProfile *b)
{
  uint32_t n = 0U;

  if (!(a->marks & b->marks)) {
    return 0U;
  }
  for (uint32_t i = 0; i < a->n_words; ++i) {
    n += has_word(b, a->words[i]) ? 1U : 0U;
  }
  return n;
}

/// The head in the other's last word, in its entity's words, in its name
static unsigned
head_match(const Both *both)
{
  const RelProfile *const own = both->own;
  const RelProfile *const his = both->his;
  const RelProfile *const said = both->said;
  const uint32_t name = both->entity->name;

  if (own->lemma == his->lemma) {
    return 1U;
  }
  if (said && own->lemma == said->lemma) {
    return 2U;
  }
  if (said && has_word(said, own->lemma)) {
    return 3U;
  }
  return (name != REL_NO_MENTION &&
          has_word(&both->scene->profiles.items[name], own->lemma)) ||
                 has_word(own, said ? said->lemma : his->lemma)
             ? 4U
             : (unsigned)NO_MATCH;
}

static unsigned
phrase_match(const Both *both, uint32_t shared)
{
  const RelProfile *const own = both->own;

  if (own->phrase == both->his->phrase) {
    return 1U;
  }
  if (own->phrase == both->said->phrase) {
    return 2U;
  }
  return shared ? 3U : 0U;
}

/// None, all, or some of the modifiers of one are the other's
static unsigned
covered(const RelProfile *a, uint32_t shared)
{
  return a->n_words ? (shared == a->n_words ? 1U : 2U) : 0U;
}

static unsigned
object_match(const RelProfile *own, const RelProfile *said)
{
  const bool has = own->object != REL_NO_WORD;
  const bool had = said->object != REL_NO_WORD;

  if (has && had) {
    return own->object == said->object ? 1U : 2U;
  }
  return has ? 3U : (had ? 4U : 0U);
}

static unsigned
owner_match(RelDrafts *drafts, const RelProfile *own, const RelProfile *said)
{
  const bool has = (own->tail & 4U) != 0U;
  const bool had = (said->tail & 4U) != 0U;

  if (!has || !had) {
    return has ? 3U : (had ? 4U : 0U);
  }
  return own->owner != REL_NO_MENTION && said->owner != REL_NO_MENTION &&
                 rel_drafts_are_one(drafts, own->owner, said->owner)
             ? 1U
             : 2U;
}

/// Names: nothing in common, the last word, the first, another one, all
static unsigned
name_match(const RelProfile *own, const RelProfile *said, uint32_t shared)
{
  unsigned how = 0U;

  if (own->group != REL_GROUP_NAME || said->group != REL_GROUP_NAME ||
      !own->n_words || !said->n_words) {
    return (own->group == REL_GROUP_NAME ? 6U : 0U) +
           (said->group == REL_GROUP_NAME ? 12U : 0U);
  }
  if (shared == own->n_words || shared == said->n_words) {
    how = shared == own->n_words && shared == said->n_words ? 1U : 2U;
  } else if (own->words[own->n_words - 1U] == said->words[said->n_words - 1U]) {
    how = 3U;
  } else if (own->words[0] == said->words[0]) {
    how = 4U;
  } else if (shared) {
    how = 5U;
  }
  return 18U + how;
}

static unsigned
numeral_match(const RelProfile *own, const RelProfile *said)
{
  if (own->numeral == REL_NO_WORD || said->numeral == REL_NO_WORD) {
    return own->numeral == said->numeral ? 0U : 1U;
  }
  return own->numeral == said->numeral ? 2U : 3U;
}

static void
add_words(const Both *both, RelPairFeatures *features)
{
  const RelProfile *const own = both->own;
  const RelProfile *const said = both->said;
  const unsigned group = own->group;
  const unsigned his_group = both->his->group;
  const unsigned head = head_match(both);
  const unsigned is_same = head == 1U || head == 2U ? 1U : 0U;

  add(features, AT_HEAD, head * G + group);
  add(features, AT_HEADS, (head * G + group) * G + his_group);
  if (is_same) {
    add(features, AT_REPEATED,
        far_bucket(own->sentence - both->his->sentence) * G + group);
    add(features, AT_WORD, own->hash);
    add(features, AT_TOPIC,
        often_bucket(both->scene->n_words[own->lemma]) * G + group);
  }
  if (!said) {
    return;
  }
  const uint32_t shared = n_shared(own, said);
  const unsigned phrase = phrase_match(both, shared);
  add(features, AT_PHRASE, phrase * G + group);
  add(features, AT_PHRASES, (phrase * G + group) * G + his_group);
  add(features, AT_MODIFIERS,
      is_same * 9U + covered(own, shared) * 3U +
          covered(said, n_shared(said, own)));
  add(features, AT_OBJECT, is_same * 5U + object_match(own, said));
  add(features, AT_OWNER,
      is_same * 5U + owner_match(both->scene->drafts, own, said));
  add(features, AT_NAMES, name_match(own, said, shared));
  add(features, AT_NUMERAL, numeral_match(own, said));
}

// ------------------------------------------------------------ syntax

static bool
holds(const RelMention *a, uint32_t token)
{
  return token >= a->first && token < a->first + a->n;
}

/// Is one of the two the subject of the other, a predicate noun?
static bool
is_predicate_of(const RelLayers *layers, uint32_t a, uint32_t b)
{
  return layers->parent[b] == a && rel_layers_role(layers, b) == REL_DEP_NSUBJ;
}

/// How two mentions of one sentence stand to each other
static unsigned
syntax_bucket(const Both *both)
{
  const RelDrafts *const drafts = both->scene->drafts;
  const RelLayers *const layers = drafts->layers;
  const RelMention *const a = &drafts->items[both->pair->mention].mention;
  const RelMention *const b = &drafts->items[both->mention].mention;

  if (both->his->sentence != both->own->sentence) {
    return 0U;
  }
  if (layers->parent[b->head] == a->head) {
    if (rel_layers_role(layers, b->head) == REL_DEP_APPOS) {
      return 1U;
    }
    return rel_layers_role(layers, b->head) == REL_DEP_CONJ ? 2U : 3U;
  }
  if (is_predicate_of(layers, b->head, a->head)) {
    return 4U;
  }
  if (holds(a, b->head) || holds(b, a->head) ||
      layers->parent[a->head] == b->head) {
    return 5U;
  }
  if (both->his->clause == both->own->clause) {
    return layers->parent[a->head] == layers->parent[b->head] ? 6U : 7U;
  }
  return 8U;
}

/// How the mention's clause hangs from the candidate's
static unsigned
path_bucket(const Both *both)
{
  const RelLayers *const layers = both->scene->drafts->layers;
  const uint32_t top = both->own->clause;
  const uint32_t up = layers->parent[top];

  if (both->his->sentence != both->own->sentence || up == REL_NO_TOKEN ||
      rel_clause_top(layers, up) != both->his->clause) {
    return 0U;
  }
  switch (rel_layers_role(layers, top)) {
  case REL_DEP_CCOMP:
    return 1U;
  case REL_DEP_ADVCL:
    return 2U;
  case REL_DEP_ACL:
    return 3U;
  case REL_DEP_XCOMP:
    return 4U;
  case REL_DEP_CONJ:
    return 5U;
  default:
    return 6U;
  }
}

/// Does the candidate, a subject, govern the mention's clause?
static bool
commands(const Both *both)
{
  const RelDrafts *const drafts = both->scene->drafts;

  return both->his->sentence == both->own->sentence &&
         rel_clause_commands(drafts->layers,
                             drafts->items[both->pair->mention].mention.head,
                             drafts->items[both->mention].mention.head);
}

static void
add_syntax(const Both *both, RelPairFeatures *features)
{
  const RelProfile *const own = both->own;
  const RelProfile *const his = both->his;

  add(features, AT_SYNTAX, syntax_bucket(both) * G + own->group);
  add(features, AT_VERB,
      (own->role == his->role ? 2U : 0U) + (own->verb == his->verb ? 1U : 0U));
  add(features, AT_FIRST,
      (his->is_first ? 2U : 0U) + (his->is_subject ? 1U : 0U));
  if (own->group <= REL_GROUP_THIS) {
    const unsigned from = own->role == 6U ? 2U : (own->role < 2U ? 0U : 1U);
    const unsigned apart = at_most(own->sentence - his->sentence, 3U);

    add(features, AT_COMMANDS, (commands(both) ? 3U : 0U) + from);
    add(features, AT_PLACE, (his->role * 4U + apart) * 3U + from);
    add(features, AT_PATH, path_bucket(both) * 2U + (his->role < 2U ? 1U : 0U));
  }
}

// ------------------------------------------------------------ pairs

static void
add_distances(const Both *both, RelPairFeatures *features)
{
  const RelProfile *const own = both->own;
  const RelProfile *const his = both->his;
  const unsigned group = own->group;
  const unsigned apart = at_most(own->paragraph - his->paragraph, 3U);
  const uint32_t between = both->mention - both->pair->mention - 1U;

  add(features, AT_SENTENCES,
      far_bucket(own->sentence - his->sentence) * G + group);
  add(features, AT_MENTIONS, at_most(far_bucket(between), 7U) * G + group);
  add(features, AT_PASSED,
      at_most(far_bucket(both->pair->n_passed), 6U) * G + group);
  add(features, AT_PARAGRAPH, apart * G + group);
  if (own->kind <= REL_KIND_YOU && his->kind <= REL_KIND_YOU) {
    add(features, AT_SPEAKER,
        (own->kind == his->kind ? 0U
                                : ((own->kind | his->kind) == 3U ? 4U : 8U)) +
            apart);
  }
}

static void
add_numbers(const Both *both, RelPairFeatures *features)
{
  const RelCluster *const mine = both->mine;
  const RelCluster *const entity = both->entity;
  const bool is_plural =
      both->scene->drafts->items[both->mention].mention.is_plural;

  add(features, AT_NUMBERS,
      (is_plural ? 4U : 0U) + (entity->is_plural ? 2U : 0U) +
          (both->his->is_list ? 1U : 0U));
  add(features, AT_GENDERS,
      (unsigned)mine->gender * 4U + (unsigned)entity->gender);
  add(features, AT_TYPES,
      rel_profile_type(mine->type) * 12U + rel_profile_type(entity->type));
}

static void
add_entity(const Both *both, RelPairFeatures *features)
{
  const uint32_t root = both->pair->root;
  const RelScene *const scene = both->scene;
  const RelProfile *const own = both->own;
  const bool continues = (scene->said[root] >> own->kind & 1U) != 0U;

  add(features, AT_CONTINUES, (continues ? G : 0U) + own->group);
  add(features, AT_TOP, (both->pair->is_top ? G : 0U) + own->group);
  add(features, AT_OPENS,
      (scene->profiles.items[root].sentence == 0U ? G : 0U) + own->group);
}

/// Mentions between the two that have the same head word, at most two
static unsigned
n_between(const RelScene *scene, uint32_t mention, uint32_t other)
{
  unsigned n = 0U;

  for (uint32_t same = scene->before[mention];
       same != REL_NO_MENTION && same > other && n < 2U;
       same = scene->before[same]) {
    ++n;
  }
  return n;
}

static Both
look_at(RelScene *scene, uint32_t mention, const RelPair *pair)
{
  const RelProfile *const profiles = scene->profiles.items;
  const RelProfile *const his = &profiles[pair->mention];
  const uint32_t shown =
      his->is_pronoun ? scene->shown[pair->root] : pair->mention;

  return (Both){
      .scene = scene,
      .pair = pair,
      .mention = mention,
      .own = &profiles[mention],
      .his = his,
      .said = shown == REL_NO_MENTION ? NULL : &profiles[shown],
      .mine = rel_drafts_entity(scene->drafts, mention),
      .entity = &scene->drafts->clusters[pair->root],
  };
}

void
rel_pair_features(RelScene *scene, uint32_t mention, const RelPair *pair,
                  RelPairFeatures *features)
{
  const Both both = look_at(scene, mention, pair);
  const RelProfile *const own = both.own;
  const RelProfile *const his = both.his;

  add_candidate(&both, features);
  add(features, AT_KINDS, (unsigned)own->kind * K + (unsigned)his->kind);
  add_distances(&both, features);
  add_words(&both, features);
  add_numbers(&both, features);
  add(features, AT_ROLES, own->role * 12U + his->role);
  add_syntax(&both, features);
  add_entity(&both, features);
  add(features, AT_QUOTES,
      ((his->is_quoted ? 2U : 0U) + (own->is_quoted ? 1U : 0U)) * G +
          own->group);
  if (own->is_pronoun) {
    add(features, AT_AGREES, (pair->fits ? G : 0U) + own->group);
  }
  if (own->lemma != his->lemma) {
    add(features, AT_BETWEEN,
        n_between(scene, mention, pair->mention) * G + own->group);
  }
}

// ------------------------------------------------------------ new

/// Clauses that "it" may stand for: 3 roles, copula or not, has a clause or not
static unsigned
clause_bucket(const RelLayers *layers, const RelProfile *own, uint32_t token)
{
  const uint32_t verb = layers->parent[token];
  const unsigned from = own->role < 2U ? 0U : (own->role == 6U ? 2U : 1U);

  if (verb == REL_NO_TOKEN) {
    return from * 8U;
  }
  const bool is_copular =
      rel_layers_child(layers, verb, REL_DEP_COP) != REL_NO_TOKEN;
  const bool has_clause =
      rel_layers_child(layers, verb, REL_DEP_CCOMP) != REL_NO_TOKEN ||
      rel_layers_child(layers, verb, REL_DEP_CSUBJ) != REL_NO_TOKEN ||
      rel_layers_child(layers, verb, REL_DEP_ADVCL) != REL_NO_TOKEN;
  const bool is_there =
      rel_layers_child(layers, verb, REL_DEP_EXPL) != REL_NO_TOKEN;

  return from * 8U + (is_copular ? 1U : 0U) + (has_clause ? 2U : 0U) +
         (is_there ? 4U : 0U);
}

void
rel_pair_new(const RelScene *scene, uint32_t mention, RelPairFeatures *features)
{
  const RelDrafts *const drafts = scene->drafts;
  const RelLayers *const layers = drafts->layers;
  const RelProfile *const own = &scene->profiles.items[mention];
  const RelDraft *const draft = &drafts->items[mention];
  const RelMention *const it = &draft->mention;
  const unsigned group = own->group;

  features->n = 0U;
  add(features, AT_NEW_KIND, own->kind);
  add(features, AT_NEW_ROLE, own->role * (unsigned)G + group);
  add(features, AT_NEW_NUMBER, number_gender(it->is_plural, it->gender));
  add(features, AT_NEW_TYPE, own->type);
  add(features, AT_NEW_LENGTH, own->length);
  add(features, AT_NEW_TAIL, own->tail * (unsigned)G + group);
  add(features, AT_NEW_BEFORE,
      at_most(scene->n_before[mention], 4U) * G + group);
  add(features, AT_NEW_PLACE,
      at_most(far_bucket(draft->sentence) / 2U, 4U) * G + group);
  add(features, AT_NEW_WORD, own->hash);
  add(features, AT_NEW_MARKER, own->marker);
  add(features, AT_NEW_CLAUSE, clause_bucket(layers, own, it->head));
  add(features, AT_NEW_QUOTE, (layers->is_quoted[it->head] ? G : 0U) + group);
  add(features, AT_NEW_TOPIC,
      often_bucket(scene->n_words[own->lemma]) * G + group);
  add(features, AT_NEW_ALIKE, at_most(scene->n_alike[mention], 3U) * G + group);
  add(features, AT_NEW_ENTITY,
      at_most(drafts->clusters[mention].n, 4U) % 4U * G + group);
}
