// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/identity.h"

#include "mention/body.h"

enum {
  MAX_BEHIND = 4, ///< Words of a region or country behind a city's name
  MIN_SHARE = 50, ///< Of a city that its country's being named decides for
  FAMOUS_PEOPLE = 300000, ///< Of a city that nothing else is said of
  FAMOUS_SHARE = 75,
  SURE_SHARE = 95,  ///< Of one that another's country being named leaves
  MIN_CAPITAL = 70, ///< Of a capital that lies in another country's list
  TIMES_LARGER = 4, ///< Than the next namesake in its country or region
};

/// What the document says of where things are
typedef struct {
  const RelLayers *layers;
  bool *has_country; ///< Per country: does the document name it?
  bool *has_name;    ///< The same, not by its capital
  bool *has_region;  ///< Per region
} Scene;

/// A region or a country; both unset: none
typedef struct {
  const RelPlaceName *region;
  const RelCountryName *country;
} Whereabouts;

// ------------------------------------------------------------ the document

static Whereabouts
whereabouts_of(RelStr name)
{
  uint32_t n = 0U;
  const RelPlaceName *const all = rel_places_find(name, &n);
  const RelCountryName *const country = rel_country_find(name);
  Whereabouts where = {NULL, NULL};

  for (uint32_t i = 0; i < n; ++i) {
    if (all[i].kind == REL_PLACE_REGION) {
      where.region = &all[i];
    }
  }
  where.country = country && country->kind == REL_COUNTRY_NAME ? country : NULL;
  return where;
}

static bool
is_somewhere(const Whereabouts *where)
{
  return where->region || where->country;
}

/// "Texas" in "Paris, Texas" or "Paris (Texas)", behind token `last`
static RelStatus
find_behind(const RelLayers *layers, uint32_t last, Whereabouts *where)
{
  const uint32_t first = last + 2U;
  const uint32_t end = rel_layers_end(layers, last);
  RelStatus st = REL_OK;
  RelStr words = {0};

  *where = (Whereabouts){NULL, NULL};
  if (first >= end ||
      (!rel_str_equal(rel_layers_form(layers, last + 1U), REL_STR(",")) &&
       !rel_str_equal(rel_layers_form(layers, last + 1U), REL_STR("(")))) {
    return REL_OK;
  }
  for (uint32_t n = MAX_BEHIND; n > 0U; --n) {
    if (first + n > end) {
      continue;
    }
    REL_TRY(st, rel_layers_words(layers, first, n, &words));
    *where = whereabouts_of(words);
    if (is_somewhere(where)) {
      return REL_OK;
    }
  }
  return REL_OK;
}

static void
name_country(const Scene *scene, uint32_t country, bool is_by_name)
{
  scene->has_country[country] = true;
  scene->has_name[country] = scene->has_name[country] || is_by_name;
}

/// A country by any name, a capital that is not "Paris, Texas"; a region
static RelStatus
add_to_scene(Scene *scene, const RelDraft *draft)
{
  const RelMention *const mention = &draft->mention;
  Whereabouts where = {NULL, draft->country};
  RelStatus st = REL_OK;
  RelStr words = {0};

  if (draft->country && draft->country->kind == REL_COUNTRY_CAPITAL) {
    REL_TRY(st, find_behind(scene->layers, mention->first + mention->n - 1U,
                            &where));
    where.country = is_somewhere(&where) ? NULL : draft->country;
    where.region = NULL;
  } else if (!draft->country && mention->kind == REL_MENTION_NAME &&
             draft->type == REL_TERM_PLACE) {
    REL_TRY(st, rel_layers_words(scene->layers, mention->first, mention->n,
                                 &words));
    where = whereabouts_of(words);
  }
  if (where.region) {
    scene->has_region[where.region->region] = true;
    name_country(scene, where.region->country, true);
  } else if (where.country) {
    name_country(scene, where.country->country,
                 where.country->kind != REL_COUNTRY_CAPITAL);
  }
  return REL_OK;
}

static RelStatus
read_scene(RelDrafts *drafts, Scene *scene)
{
  RelArena *const arena = drafts->layers->arena;
  RelStatus st = REL_OK;

  scene->layers = drafts->layers;
  scene->has_country = rel_arena_calloc(arena, rel_countries_n, 1U);
  scene->has_name = rel_arena_calloc(arena, rel_countries_n, 1U);
  scene->has_region = rel_arena_calloc(arena, rel_regions_n, 1U);
  if (!scene->has_country || !scene->has_name || !scene->has_region) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    REL_TRY(st, add_to_scene(scene, &drafts->items[i]));
  }
  return REL_OK;
}

// ------------------------------------------------------------ the choice

static bool
is_within(const RelPlaceName *place, const Whereabouts *where)
{
  return (where->region && place->kind == REL_PLACE_CITY &&
          place->region == where->region->region) ||
         (where->country && place->country == where->country->country);
}

/// The one place of that name there, or one that is far larger than the next
static const RelPlaceName *
choose_within(RelStr name, const Whereabouts *where)
{
  uint32_t n = 0U;
  const RelPlaceName *const all = rel_places_find(name, &n);
  const RelPlaceName *best = NULL;

  for (uint32_t i = 0; i < n; ++i) {
    if (!is_within(&all[i], where)) {
      continue;
    }
    if (best && best->people < TIMES_LARGER * all[i].people) {
      return NULL;
    }
    best = best ? best : &all[i];
  }
  return best;
}

static bool
is_named(const Scene *scene, const RelPlaceName *place)
{
  return scene->has_country[place->country] ||
         (place->region != REL_NO_REGION && scene->has_region[place->region]);
}

/// May a city be meant though the document does not name its country, or even
/// names another namesake's?
static bool
is_famous(const RelPlaceName *city, bool has_rival)
{
  return city->people >= FAMOUS_PEOPLE &&
         city->share >= (has_rival ? SURE_SHARE : FAMOUS_SHARE);
}

static const RelPlaceName *
choose_by_scene(const Scene *scene, RelStr name)
{
  const RelPlaceName *const usual = rel_place_usual(name);
  uint32_t n = 0U;
  uint32_t n_named = 0U;
  const RelPlaceName *const all = rel_places_find(name, &n);
  const RelPlaceName *named = NULL;

  for (uint32_t i = 0; i < n; ++i) {
    if (is_named(scene, &all[i])) {
      named = &all[i];
      ++n_named;
    }
  }
  if (usual) {
    return is_named(scene, usual) || usual->kind == REL_PLACE_REGION ||
                   is_famous(usual, n_named > 0U)
               ? usual
               : NULL;
  }
  return n_named == 1U && named->share >= MIN_SHARE ? named : NULL;
}

/// "Paris, Texas" as one name: what stands before the comma
static RelStr
split_name(RelStr name, Whereabouts *where)
{
  const size_t comma = rel_str_find(name, REL_STR(", "));

  if (comma == SIZE_MAX) {
    return name;
  }
  *where = whereabouts_of(rel_str_slice(name, comma + 2U, name.len));
  return is_somewhere(where) ? rel_str_slice(name, 0U, comma) : name;
}

/// Look a mention up; unless it is sure, another of its entity may tell more
static RelStatus
find_place(const Scene *scene, const RelMention *mention,
           const RelPlaceName **place, bool *is_sure)
{
  Whereabouts where = {NULL, NULL};
  RelStatus st = REL_OK;
  RelStr name = {0};

  *is_sure = false;
  REL_TRY(st,
          find_behind(scene->layers, mention->first + mention->n - 1U, &where));
  REL_TRY(st,
          rel_layers_words(scene->layers, mention->first, mention->n, &name));
  name = split_name(name, &where);
  *is_sure = is_somewhere(&where);
  *place =
      *is_sure ? choose_within(name, &where) : choose_by_scene(scene, name);
  return REL_OK;
}

/// Can the tables of cities and regions know it? Capitals are known already,
/// but one may be another city: "Paris, Texas"
static bool
may_be_place(const RelCluster *entity, const RelMention *mention)
{
  const bool is_country =
      entity->country && entity->country->kind != REL_COUNTRY_CAPITAL;

  return mention->kind == REL_MENTION_NAME && !is_country &&
         !entity->is_government && entity->type == REL_TERM_PLACE;
}

/// "San Francisco" stays a place, whichever pronoun was taken for it
static RelStatus
restore_place(const RelDrafts *drafts, const RelDraft *draft,
              RelCluster *entity)
{
  RelStatus st = REL_OK;
  RelStr name = {0};

  if (draft->mention.kind != REL_MENTION_NAME || draft->mention.n < 2U ||
      draft->type != REL_TERM_PLACE || !draft->is_sure ||
      entity->type != REL_TERM_PERSON) {
    return REL_OK;
  }
  REL_TRY(st, rel_layers_words(drafts->layers, draft->mention.first,
                               draft->mention.n, &name));
  if (rel_place_usual(name)) {
    entity->type = REL_TERM_PLACE;
  }
  return REL_OK;
}

/// A capital where its name means it, or where its country is named beside it;
/// but not "Victoria" where nobody speaks of the Seychelles
static const RelPlaceName *
sure_capital(const Scene *scene, const RelCountryName *name)
{
  const RelPlaceName *const capital = rel_identity_capital(name);
  const RelPlaceName *const usual = rel_place_usual(rel_str(name->name));
  const bool is_usual =
      capital && usual && usual->geonames == capital->geonames;

  return is_usual || scene->has_name[name->country] ? capital : NULL;
}

/// The first mention that says where it is decides, else the first of all
static void
take_place(const Scene *scene, RelCluster *entity, const RelPlaceName *place,
           bool says_where)
{
  if (entity->country) {
    const RelPlaceName *const capital = rel_identity_capital(entity->country);
    const bool is_other = says_where && place &&
                          (!capital || place->geonames != capital->geonames);
    // "Victoria, South Australia" may be a list: nothing is known then
    entity->place = says_where ? place : sure_capital(scene, entity->country);
    entity->country = is_other ? NULL : entity->country;
  } else if (says_where || !entity->place) {
    entity->place = place;
  }
}

RelStatus
rel_identities_find(RelDrafts *drafts)
{
  bool *const is_sure =
      rel_arena_calloc(drafts->layers->arena, drafts->n + 1U, sizeof(bool));
  RelStatus st = REL_OK;
  Scene scene;

  if (!is_sure) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, read_scene(drafts, &scene));
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const uint32_t root = rel_drafts_root(drafts, i);
    const RelMention *const mention = &drafts->items[i].mention;
    const RelPlaceName *place = NULL;

    REL_TRY(st,
            restore_place(drafts, &drafts->items[i], &drafts->clusters[root]));
    if (is_sure[root] || !may_be_place(&drafts->clusters[root], mention)) {
      continue;
    }
    REL_TRY(st, find_place(&scene, mention, &place, &is_sure[root]));
    take_place(&scene, &drafts->clusters[root], place, is_sure[root]);
  }
  return REL_OK;
}

// ------------------------------------------------------------ what it is

const RelPlaceName *
rel_identity_capital(const RelCountryName *capital)
{
  const RelStr name = rel_str(capital->name);
  const Whereabouts where = {NULL, capital};
  const RelPlaceName *const place = choose_within(name, &where);
  uint32_t n = 0U;
  const RelPlaceName *const all = rel_places_find(name, &n);

  // Brussels is a union's
  return place || !n || all->kind != REL_PLACE_CITY || all->share < MIN_CAPITAL
             ? place
             : all;
}

uint32_t
rel_identity_geonames(const RelCluster *entity, RelTermKind kind)
{
  const RelCountryName *const country = entity->country;

  if (entity->is_government || entity->is_known ||
      (kind != REL_TERM_COUNTRY && kind != REL_TERM_PLACE)) {
    return 0U;
  }
  if (country && country->kind != REL_COUNTRY_CAPITAL) {
    return rel_countries[country->country].geonames;
  }
  return entity->place ? entity->place->geonames : 0U;
}

RelStr
rel_identity_code(const RelCluster *entity, RelTermKind kind)
{
  const RelCountryName *const country = entity->country;
  const bool is_country = country && country->kind != REL_COUNTRY_CAPITAL &&
                          !entity->is_government && !entity->is_known &&
                          kind == REL_TERM_COUNTRY;

  return is_country ? rel_str(rel_countries[country->country].iso)
                    : REL_STR("");
}

RelStr
rel_identity_name(const RelPlaceName *place)
{
  return rel_str(rel_place_names[place->usual].name);
}

RelStr
rel_identity_region(const RelPlaceName *place)
{
  const RelStr country = rel_str(rel_countries[place->country].name);
  const RelStr region =
      place->kind == REL_PLACE_CITY && place->region != REL_NO_REGION
          ? rel_str(rel_regions[place->region].name)
          : country;

  // no "Hamburg, Hamburg"
  return rel_str_equal(region, rel_identity_name(place)) ? country : region;
}

RelStatus
rel_identity_body(const RelDrafts *drafts, const RelCluster *entity,
                  RelStr *name)
{
  RelStatus st = REL_OK;
  RelStr words = {0};

  *name = REL_STR("");
  if (entity->name != REL_NO_MENTION && entity->type == REL_TERM_ORGANISATION) {
    const RelMention *const mention = &drafts->items[entity->name].mention;
    REL_TRY(st, rel_layers_words(drafts->layers, mention->first, mention->n,
                                 &words));
    const char *const usual = rel_body_usual(words);
    *name = usual ? rel_str(usual) : *name;
  }
  return REL_OK;
}

bool
rel_identity_needs_region(const RelPlaceName *place)
{
  const RelStr name = rel_identity_name(place);
  const RelCountryName *const country = rel_country_find(name);
  const RelPlaceName *usual = rel_place_usual(name);

  if (country && country->kind == REL_COUNTRY_CAPITAL) {
    usual = rel_identity_capital(country);
  } else if (country) {
    return true;
  }
  return !usual || usual->geonames != place->geonames;
}
