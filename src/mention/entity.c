// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/entity.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "mention/identity.h"
#include "mention/lexicon.h"
#include "mention/nominal.h"

enum { MAX_NESTING = 3 };

static RelStatus add_mention_label(RelDrafts *drafts, uint32_t mention,
                                   RelBuffer *buffer, unsigned depth);

/// Is `a` the better name: more words, a table's name before all?
static bool
is_fuller(const RelDrafts *drafts, uint32_t a, uint32_t b)
{
  const RelMention *const new = &drafts->items[a].mention;
  const RelMention *const old = &drafts->items[b].mention;

  return new->n > old->n;
}

void
rel_entities_choose_names(RelDrafts *drafts)
{
  for (uint32_t i = 0; i < drafts->n; ++i) {
    RelCluster *const entity = rel_drafts_entity(drafts, i);

    if (drafts->items[i].mention.kind == REL_MENTION_NAME &&
        (entity->name == REL_NO_MENTION ||
         is_fuller(drafts, i, entity->name))) {
      entity->name = i;
    }
  }
}

/// The name that a capital goes by, whichever the text has
static RelStr
capital_name(const RelCluster *entity)
{
  return entity->place ? rel_identity_name(entity->place)
                       : rel_str(entity->country->name);
}

static RelStatus
add_country_label(const RelCluster *entity, RelBuffer *buffer)
{
  const RelCountry *const country = &rel_countries[entity->country->country];
  const bool is_city = entity->country->kind == REL_COUNTRY_CAPITAL;

  if (entity->is_government) {
    rel_buffer_add(buffer, rel_str(country->demonym));
    rel_buffer_add(buffer, REL_STR(" government"));
  } else {
    rel_buffer_add(buffer,
                   is_city ? capital_name(entity) : rel_str(country->name));
  }
  return buffer->status;
}

/// "Kyiv"; "Paris, Texas" for what is not meant by the name alone
static RelStatus
add_place_label(const RelPlaceName *place, RelBuffer *buffer)
{
  rel_buffer_add(buffer, rel_identity_name(place));
  if (rel_identity_needs_region(place)) {
    rel_buffer_add(buffer, REL_STR(", "));
    rel_buffer_add(buffer, rel_identity_region(place));
  }
  return buffer->status;
}

static RelStatus
add_words(const RelDrafts *drafts, const RelMention *mention, RelBuffer *buffer)
{
  RelStr words = {0};
  RelStatus st = REL_OK;

  REL_TRY(st,
          rel_layers_words(drafts->layers, mention->first, mention->n, &words));
  rel_buffer_add(buffer, words);
  return buffer->status;
}

/// The fullest name, or the usual one for it: "United Nations" for "U.N."
static RelStatus
add_name(const RelDrafts *drafts, const RelCluster *entity, RelBuffer *buffer)
{
  RelStatus st = REL_OK;
  RelStr usual = {0};

  REL_TRY(st, rel_identity_body(drafts, entity, &usual));
  if (usual.len) {
    rel_buffer_add(buffer, usual);
    return buffer->status;
  }
  return add_words(drafts, &drafts->items[entity->name].mention, buffer);
}

static bool
is_possessor(const RelDrafts *drafts, uint32_t token)
{
  return rel_layers_dep(drafts->layers, token) == REL_DEP_NMOD_POSS;
}

/// A possessor inside a description goes by its entity's name: "Ana Mora's"
static RelStatus
add_possessor(RelDrafts *drafts, uint32_t mention, RelBuffer *buffer,
              unsigned depth)
{
  RelStatus st = REL_OK;

  REL_TRY(st, add_mention_label(drafts, mention, buffer, depth + 1U));
  rel_buffer_add(buffer, REL_STR("'s "));
  return buffer->status;
}

/// First word of a phrase, its article left out
static uint32_t
phrase_start(const RelLayers *layers, uint32_t head)
{
  uint32_t first = rel_nominal_left(layers, head);

  while (first < head && rel_layers_upos(layers, first) == REL_UPOS_DET) {
    ++first;
  }
  return first;
}

/// A possessor whose words start here and that is known by name
static uint32_t
named_possessor(RelDrafts *drafts, const RelMention *phrase, uint32_t token)
{
  for (uint32_t i = token; i < token + 6U && i < phrase->head; ++i) {
    const uint32_t mention = drafts->by_head[i];

    // "President Ana Mora's": the title goes with the name
    if (mention != REL_NO_MENTION && is_possessor(drafts, i) &&
        phrase_start(drafts->layers, i) == token) {
      const RelCluster *const entity = rel_drafts_entity(drafts, mention);
      const bool is_known = entity->name != REL_NO_MENTION ||
                            entity->country != NULL || entity->label.len;

      return is_known ? mention : REL_NO_MENTION;
    }
  }
  return REL_NO_MENTION;
}

/// First token behind a possessor and its "'s"
static uint32_t
behind_possessor(const RelDrafts *drafts, uint32_t mention)
{
  const RelMention *const owner = &drafts->items[mention].mention;
  const uint32_t next = owner->first + owner->n;

  return (next < drafts->layers->n &&
          rel_layers_xpos(drafts->layers, next) == REL_XPOS_POS)
             ? next + 1U
             : next;
}

static RelStatus
add_description(RelDrafts *drafts, uint32_t number, RelBuffer *buffer,
                unsigned depth)
{
  const RelLayers *const layers = drafts->layers;
  const RelMention *const mention = &drafts->items[number].mention;
  const uint32_t end = mention->first + mention->n;
  RelStatus st = REL_OK;

  for (uint32_t i = mention->first; i < end;) {
    const uint32_t owner = depth < MAX_NESTING
                               ? named_possessor(drafts, mention, i)
                               : REL_NO_MENTION;

    if (owner != REL_NO_MENTION) {
      REL_TRY(st, add_possessor(drafts, owner, buffer, depth));
      i = behind_possessor(drafts, owner);
      continue;
    }
    rel_buffer_add(buffer, rel_layers_form(layers, i));
    if (i + 1U < end && layers->text->tokens[i].space_after) {
      rel_buffer_add_char(buffer, ' ');
    }
    ++i;
  }
  return buffer->status;
}

static RelStatus
add_mention_label(RelDrafts *drafts, uint32_t mention, RelBuffer *buffer,
                  unsigned depth)
{
  const uint32_t root = rel_drafts_root(drafts, mention);
  const RelCluster *const entity = &drafts->clusters[root];

  if (entity->label.len) {
    rel_buffer_add(buffer, entity->label);
    return buffer->status;
  }
  if (entity->country) {
    return add_country_label(entity, buffer);
  }
  if (entity->place) {
    return add_place_label(entity->place, buffer);
  }
  if (entity->name != REL_NO_MENTION) {
    return add_name(drafts, entity, buffer);
  }
  return add_description(drafts, root, buffer, depth);
}

/// A place or thing whose name or noun says that it was built
static bool
is_facility(const RelDrafts *drafts, uint32_t root)
{
  const RelCluster *const entity = &drafts->clusters[root];
  const uint32_t mention = entity->name != REL_NO_MENTION ? entity->name : root;

  return (entity->type == REL_TERM_PLACE || entity->type == REL_TERM_NONE ||
          entity->type == REL_TERM_THING) &&
         !entity->country && !entity->place &&
         drafts->items[mention].classes & REL_WORD_FACILITY;
}

static RelTermKind
final_type(const RelDrafts *drafts, uint32_t root)
{
  const RelCluster *const entity = &drafts->clusters[root];

  if (entity->is_fixed) {
    return entity->type;
  }
  if (is_facility(drafts, root)) {
    return REL_TERM_FACILITY;
  }
  if (entity->type == REL_TERM_NONE) {
    return REL_TERM_THING;
  }
  return (entity->type == REL_TERM_ROLE && entity->name != REL_NO_MENTION)
             ? REL_TERM_PERSON
             : entity->type;
}

RelStatus
rel_entities_label(RelDrafts *drafts, uint32_t mention, RelStr *label)
{
  RelBuffer buffer = {.arena = drafts->layers->arena};
  const RelStatus st = add_mention_label(drafts, mention, &buffer, 0U);

  *label = rel_buffer_str(&buffer);
  return st;
}

/// Who an entity is: by the user's list, else by the tables
static RelStatus
identify(const RelDrafts *drafts, const RelCluster *cluster, RelEntity *entity)
{
  const uint32_t id = rel_identity_geonames(cluster, entity->kind);

  entity->same_as = cluster->same_as;
  entity->code = rel_identity_code(cluster, entity->kind);
  return id && !cluster->same_as.len
             ? rel_arena_format(drafts->layers->arena, &entity->same_as,
                                "https://sws.geonames.org/%u/", id)
             : REL_OK;
}

static RelStatus
make_entity(RelDrafts *drafts, uint32_t root, RelEntity *entity)
{
  RelStatus st = REL_OK;
  RelStr label = {0};

  REL_TRY(st, rel_entities_label(drafts, root, &label));
  *entity = (RelEntity){
      .kind = final_type(drafts, root),
      .label = label,
      .first_mention = root,
  };
  return identify(drafts, &drafts->clusters[root], entity);
}

static RelStatus
take_entities(RelDrafts *drafts, RelMentions *mentions)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const uint32_t root = rel_drafts_root(drafts, i);

    if (root == i) {
      RelEntity *const entity = &mentions->entities[mentions->n_entities];

      REL_TRY(st, make_entity(drafts, root, entity));
      drafts->items[i].mention.entity = mentions->n_entities++;
    } else {
      drafts->items[i].mention.entity = drafts->items[root].mention.entity;
    }
    mentions->mentions[i] = drafts->items[i].mention;
    ++mentions->entities[drafts->items[i].mention.entity].n_mentions;
  }
  return REL_OK;
}

bool
rel_entities_is_described(const RelDrafts *drafts, uint32_t root)
{
  const RelDraft *const draft = &drafts->items[root];
  const RelCluster *const entity = &drafts->clusters[root];
  const bool is_named = entity->name != REL_NO_MENTION || entity->country ||
                        entity->place || entity->label.len;

  return !is_named && draft->mention.kind == REL_MENTION_NOMINAL &&
         !draft->is_title && !rel_term_is_value(entity->type) &&
         rel_layers_upos(drafts->layers, draft->mention.head) != REL_UPOS_PROPN;
}

/// How many entities have a label: persons, others
typedef struct {
  uint32_t counts[2];
} Namesakes;

typedef struct {
  RelIntern labels;
  REL_ARRAY(Namesakes) items; ///< By label's number
} Labels;

/// How many came so far with the label of `entity`; valid until the next call
static RelStatus
find_count(RelArena *arena, Labels *self, const RelEntity *entity,
           uint32_t **count)
{
  const Namesakes none = {{0U, 0U}};
  RelStatus st = REL_OK;
  uint32_t number = 0U;

  REL_TRY(st, rel_intern_add(&self->labels, entity->label, &number));
  if (number == self->items.n) {
    REL_TRY(st, REL_ARRAY_PUSH(arena, &self->items, none));
  }
  *count = &self->items.items[number]
                .counts[entity->kind == REL_TERM_PERSON ? 0 : 1];
  return st;
}

/// Number the described entities that have one label; what has it as a name, if
/// anything has, is the first of them
static RelStatus
number_namesakes(const RelDrafts *drafts, RelMentions *mentions)
{
  RelArena *const arena = drafts->layers->arena;
  Labels labels = {.items = {0}};
  uint32_t *count = NULL;
  RelStatus st = REL_OK;

  rel_intern_init(&labels.labels, arena);
  for (uint32_t i = 0; i < mentions->n_entities; ++i) {
    const RelEntity *const entity = &mentions->entities[i];

    if (!rel_entities_is_described(drafts, entity->first_mention)) {
      REL_TRY(st, find_count(arena, &labels, entity, &count));
      *count = 1U;
    }
  }
  for (uint32_t i = 0; i < mentions->n_entities; ++i) {
    RelEntity *const entity = &mentions->entities[i];

    if (rel_entities_is_described(drafts, entity->first_mention)) {
      REL_TRY(st, find_count(arena, &labels, entity, &count));
      entity->namesake = (*count)++;
    }
  }
  return REL_OK;
}

static RelStatus
take_members(RelDrafts *drafts, RelMentions *mentions)
{
  for (uint32_t k = 0; k < mentions->n_entities; ++k) {
    RelEntity *const entity = &mentions->entities[k];
    const RelCluster *const cluster = &drafts->clusters[entity->first_mention];
    uint32_t *members = NULL;

    if (!cluster->n_members) {
      continue;
    }
    members = rel_arena_calloc(drafts->layers->arena, cluster->n_members,
                               sizeof(uint32_t));
    if (!members) {
      return REL_NO_MEMORY;
    }
    for (uint32_t i = 0; i < cluster->n_members; ++i) {
      members[i] = mentions->mentions[cluster->members[i]].entity;
    }
    entity->members = members;
    entity->n_members = cluster->n_members;
  }
  return REL_OK;
}

RelStatus
rel_entities_make(RelDrafts *drafts, RelMentions *mentions)
{
  RelArena *const arena = drafts->layers->arena;
  RelStatus st = REL_OK;

  *mentions =
      (RelMentions){.n_mentions = drafts->n, .by_head = drafts->by_head};
  mentions->mentions =
      rel_arena_calloc(arena, drafts->n + 1U, sizeof(RelMention));
  mentions->entities =
      rel_arena_calloc(arena, drafts->n + 1U, sizeof(RelEntity));
  if (!mentions->mentions || !mentions->entities) {
    return REL_NO_MEMORY;
  }
  rel_entities_choose_names(drafts);
  REL_TRY(st, take_entities(drafts, mentions));
  REL_TRY(st, number_namesakes(drafts, mentions));
  return take_members(drafts, mentions);
}
