// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/extractor.h"

#include "extract/factuality.h"
#include "extract/quotes.h"
#include "extract/reader.h"

static RelStatus
send_document(const RelReader *r)
{
  const RelText *const text = r->text;
  const RelDocInfo info = {text->name, text->content,   text->title,
                           text->date, text->publisher, text->url};
  const RelEvent event = {.kind = REL_EVENT_DOCUMENT, {.document = &info}};

  return rel_sink_event(r->sink, &event);
}

// ---------------------------------------------------------------- entities

/// Mentions sorted by entity: those of entity e are order[start[e]] ...
typedef struct {
  uint32_t *start;
  uint32_t *order;
} MentionIndex;

static RelStatus
index_mentions(RelArena *arena, const RelMentions *mentions,
               MentionIndex *index)
{
  const uint32_t n = mentions->n_entities;

  index->start = rel_arena_calloc(arena, n + 2U, sizeof(uint32_t));
  index->order =
      rel_arena_calloc(arena, mentions->n_mentions + 1U, sizeof(uint32_t));
  if (!index->start || !index->order) {
    return REL_NO_MEMORY;
  }
  // counted two places on, so that filling leaves the starts right
  for (uint32_t m = 0; m < mentions->n_mentions; ++m) {
    const uint32_t e = mentions->mentions[m].entity;
    if (e != REL_NO_ENTITY) {
      ++index->start[e + 2U];
    }
  }
  for (uint32_t e = 2; e < n + 2U; ++e) {
    index->start[e] += index->start[e - 1U];
  }
  for (uint32_t m = 0; m < mentions->n_mentions; ++m) {
    const uint32_t e = mentions->mentions[m].entity;
    if (e != REL_NO_ENTITY) {
      index->order[index->start[e + 1U]++] = m;
    }
  }
  return REL_OK;
}

typedef struct {
  RelStr text;
  uint32_t n;
} NameCount;

enum { MAX_NAMES = 16 }; // other names told per entity

static void
count_name(NameCount *names, uint32_t *n, RelStr text)
{
  for (uint32_t i = 0; i < *n; ++i) {
    if (rel_str_equal(names[i].text, text)) {
      ++names[i].n;
      // most frequent first, the earlier one on a draw
      for (; i && names[i].n > names[i - 1U].n; --i) {
        const NameCount swapped = names[i];
        names[i] = names[i - 1U];
        names[i - 1U] = swapped;
      }
      return;
    }
  }
  if (*n < MAX_NAMES) {
    names[(*n)++] = (NameCount){text, 1U};
  }
}

static RelStatus
send_entity(const RelReader *r, uint32_t e, const MentionIndex *index)
{
  const RelEntity *const entity = &r->mentions->entities[e];
  const RelToken *const tokens = r->text->tokens;
  NameCount counts[MAX_NAMES];
  RelStr names[MAX_NAMES];
  uint32_t n_names = 0;

  for (uint32_t i = index->start[e]; i < index->start[e + 1U]; ++i) {
    const RelMention *const mention = &r->mentions->mentions[index->order[i]];
    const RelStr text =
        rel_str_slice(r->text->content, tokens[mention->first].begin,
                      tokens[mention->first + mention->n - 1U].end);
    if (mention->kind == REL_MENTION_NAME &&
        !rel_str_equal(text, entity->label)) {
      count_name(counts, &n_names, text);
    }
  }
  for (uint32_t i = 0; i < n_names; ++i) {
    names[i] = counts[i].text;
  }

  const RelEntityInfo info = {entity->kind, entity->label, names, n_names,
                              entity->n_mentions};
  const RelEvent event = {.kind = REL_EVENT_ENTITY, {.entity = &info}};
  return rel_sink_event(r->sink, &event);
}

static RelStatus
send_entities(const RelReader *r)
{
  RelStatus st = REL_OK;
  MentionIndex index = {NULL, NULL};

  REL_TRY(st, index_mentions(r->arena, r->mentions, &index));
  for (uint32_t e = 0; e < r->mentions->n_entities; ++e) {
    REL_TRY(st, send_entity(r, e, &index));
  }
  return REL_OK;
}

// ---------------------------------------------------------------- sentences

static RelStatus
read_views(RelReader *r)
{
  RelStatus st = REL_OK;

  if (r->views & (1U << REL_VIEW_GRAPH)) {
    REL_TRY(st, rel_read_clauses(r));
    REL_TRY(st, rel_read_nominals(r));
  }
  if (r->views & ((1U << REL_VIEW_OPEN) | (1U << REL_VIEW_SPLIT))) {
    REL_TRY(st, rel_read_open(r));
    if (r->views == (1U << REL_VIEW_OPEN)) {
      REL_TRY(st, rel_read_nominals(r));
    }
  }
  return st;
}

static RelStatus
read_sentence(RelReader *r, uint32_t k, RelSpeaker speaker)
{
  RelStatus st = REL_OK;
  RelSyntax syntax;
  RelClauses clauses;

  REL_TRY(st, rel_syntax_init(&syntax, r->arena, r->text, r->tree, k));
  REL_TRY(st, rel_clauses_find(r->arena, &syntax, speaker.who, speaker.verb,
                               &clauses));
  rel_factuality_compose(&clauses);
  r->syntax = &syntax;
  r->clauses = &clauses;
  r->sentence = k;
  st = read_views(r);
  r->syntax = NULL;
  r->clauses = NULL;
  return st;
}

RelStatus
rel_extract(RelArena *arena, const RelText *text, const RelTree *tree,
            const RelMentions *mentions, unsigned views, const RelSink *sink)
{
  RelReader r = {.arena = arena,
                 .text = text,
                 .tree = tree,
                 .mentions = mentions,
                 .views = views,
                 .sink = sink};
  RelSpeaker *speakers = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, send_document(&r));
  REL_TRY(st, send_entities(&r));
  REL_TRY(st, rel_quotes_find(arena, text, tree, &speakers));

  // what a sentence needs dies with it, so that long documents need no more
  RelArena scratch;
  rel_arena_init(&scratch, arena->world);
  r.arena = &scratch;
  for (uint32_t k = 0; !st && k < text->n_sentences; ++k) {
    st = read_sentence(&r, k, speakers[k]);
    rel_arena_clear(&scratch);
  }
  if (st) {
    return st;
  }

  const RelEvent end = {.kind = REL_EVENT_END, {.document = NULL}};
  return rel_sink_event(sink, &end);
}
