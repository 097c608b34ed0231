// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/pick.h"

#include "base/intern.h"
#include "base/sha256.h"
#include "graph/iri.h"

/// A document to withhold
typedef struct {
  RelStr name;
  bool is_found;
} Withdrawn;

/// Where a document of the inputs so far comes from
typedef struct {
  RelStr url; ///< Or empty
  RelStr name;
  RelStr id;
} Source;

struct RelPickImpl {
  RelWorld *world;
  RelArena arena;
  RelSink next;
  REL_ARRAY(Withdrawn) withdrawn;
  REL_ARRAY(Source) sources;
  uint32_t n_earlier; ///< Sources of the inputs before the last replacement
  bool is_dropped;    ///< The open document does not go on
};

RelStatus
rel_pick_new(RelWorld *world, RelSink next, RelPick **pick)
{
  RelPick *const self = rel_world_realloc(world, NULL, sizeof(*self));

  *pick = self;
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelPick){.world = world, .next = next};
  rel_arena_init(&self->arena, world);
  return REL_OK;
}

void
rel_pick_free(RelPick *pick)
{
  if (pick) {
    rel_arena_clear(&pick->arena);
    rel_world_release(pick->world, pick);
  }
}

RelStatus
rel_pick_withdraw(RelPick *pick, RelStr names)
{
  RelStatus st = REL_OK;

  for (size_t begin = 0; begin < names.len;) {
    const RelStr rest = rel_str_slice(names, begin, names.len);
    const size_t end = rel_str_find(rest, REL_STR(";"));
    const RelStr name = rel_str_trim(rel_str_slice(rest, 0U, end));
    Withdrawn item = {.is_found = false};

    REL_TRY(st, rel_arena_copy(&pick->arena, name, &item.name));
    if (name.len) {
      REL_TRY(st, REL_ARRAY_PUSH(&pick->arena, &pick->withdrawn, item));
    }
    begin = end == SIZE_MAX ? names.len : begin + end + 1U;
  }
  return st;
}

void
rel_pick_replace(RelPick *pick)
{
  pick->n_earlier = pick->sources.n;
}

/// Is it the IRI of the document: .../doc/ID?
static bool
is_iri_of(RelStr text, RelStr id)
{
  return rel_str_ends(text, id) &&
         rel_str_ends(rel_str_slice(text, 0U, text.len - id.len),
                      REL_STR("/doc/"));
}

static bool
is_called(const RelDocInfo *info, const Source *source, RelStr name)
{
  char hash[REL_SHA256_SIZE] = "";

  if (!info->id.len) {
    rel_sha256(info->content, hash);
  }
  return rel_str_equal(name, source->id) || is_iri_of(name, source->id) ||
         rel_str_equal(name, source->name) ||
         (info->hash.len && rel_str_equal(name, info->hash)) ||
         (*hash && rel_str_equal(name, rel_str(hash))) ||
         (source->url.len && rel_str_equal(name, source->url));
}

static bool
is_withdrawn(RelPick *pick, const RelDocInfo *info, const Source *source)
{
  bool is_one = false;

  for (uint32_t i = 0; i < pick->withdrawn.n; ++i) {
    Withdrawn *const item = &pick->withdrawn.items[i];
    if (is_called(info, source, item->name)) {
      item->is_found = is_one = true;
    }
  }
  return is_one;
}

static bool
is_same_source(const Source *a, const Source *b)
{
  return a->url.len && b->url.len
             ? rel_str_equal(a->url, b->url)
             : a->name.len && rel_str_equal(a->name, b->name);
}

static bool
is_replaced(const RelPick *pick, const Source *source)
{
  for (uint32_t i = 0; i < pick->n_earlier; ++i) {
    if (is_same_source(&pick->sources.items[i], source)) {
      return true;
    }
  }
  return false;
}

static RelStatus
begin_document(RelPick *pick, const RelDocInfo *info)
{
  Source source = {.id = {NULL, 0U}};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_iri_document_key(&pick->arena, info, &source.id));
  REL_TRY(st, rel_arena_copy(&pick->arena, rel_iri_document_name(info),
                             &source.name));
  REL_TRY(st,
          rel_arena_copy(&pick->arena, rel_str_trim(info->url), &source.url));
  pick->is_dropped =
      is_withdrawn(pick, info, &source) || is_replaced(pick, &source);
  return pick->is_dropped
             ? REL_OK
             : REL_ARRAY_PUSH(&pick->arena, &pick->sources, source);
}

static RelStatus
pick_on_event(void *handle, const RelEvent *event)
{
  RelPick *const self = handle;
  RelStatus st = REL_OK;

  if (event->kind == REL_EVENT_DOCUMENT) {
    REL_TRY(st, begin_document(self, event->document));
  }
  return self->is_dropped ? REL_OK : rel_sink_event(&self->next, event);
}

RelSink
rel_pick_sink(RelPick *pick)
{
  return (RelSink){pick, pick_on_event};
}

RelStatus
rel_pick_check(const RelPick *pick)
{
  const RelPlace nowhere = {NULL, 0U, 0U, 0U};

  for (uint32_t i = 0; i < pick->withdrawn.n; ++i) {
    const Withdrawn *const item = &pick->withdrawn.items[i];
    if (!item->is_found) {
      return rel_fail(pick->world, REL_BAD_ARG, nowhere,
                      "expected a document to withdraw, not %.*s, which none "
                      "is called",
                      REL_ARG(item->name));
    }
  }
  return REL_OK;
}
