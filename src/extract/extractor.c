// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/extractor.h"

#include "extract/distinct.h"
#include "extract/entities.h"
#include "extract/factuality.h"
#include "extract/quotes.h"
#include "extract/reader.h"
#include "extract/times.h"

static RelStatus
send_document(const RelReader *r)
{
  const RelText *const text = r->text;
  const RelDocInfo info = {.name = text->name,
                           .content = text->content,
                           .title = text->title,
                           .date = text->date,
                           .publisher = text->publisher,
                           .url = text->url};
  const RelEvent event = {.kind = REL_EVENT_DOCUMENT, {.document = &info}};

  return rel_sink_event(r->sink, &event);
}

// ---------------------------------------------------------------- sentences

/// The open views, without what the same sentence says anyhow
static RelStatus
read_open(RelReader *r)
{
  const RelSink *const sink = r->sink;
  const uint32_t before = r->n_triples[REL_VIEW_OPEN];
  RelDistinct distinct = rel_distinct(r->arena, sink);
  const RelSink keeper = rel_distinct_sink(&distinct);

  r->sink = &keeper;
  RelStatus st = rel_read_open(r);
  if (!st && r->views == (1U << REL_VIEW_OPEN)) {
    st = rel_read_nominals(r);
  }
  r->sink = sink;
  r->n_triples[REL_VIEW_OPEN] = before;
  return st ? st : rel_distinct_send(&distinct, &r->n_triples[REL_VIEW_OPEN]);
}

static RelStatus
read_views(RelReader *r)
{
  RelStatus st = REL_OK;

  if (r->views & (1U << REL_VIEW_GRAPH)) {
    REL_TRY(st, rel_read_clauses(r));
    REL_TRY(st, rel_read_nominals(r));
  }
  return r->views & ((1U << REL_VIEW_OPEN) | (1U << REL_VIEW_SPLIT))
             ? read_open(r)
             : REL_OK;
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

static RelStatus
read_document(RelReader *r)
{
  RelArena *const arena = r->arena;
  RelSpeaker *speakers = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, send_document(r));
  REL_TRY(st, rel_entities_send(arena, r->text, r->mentions, r->sink));
  REL_TRY(st, rel_quotes_find(arena, r->text, r->tree, &speakers));

  // what a sentence needs dies with it, so that long documents need no more
  RelArena scratch;
  rel_arena_init(&scratch, arena->world);
  r->arena = &scratch;
  for (uint32_t k = 0; !st && r->views && k < r->text->n_sentences; ++k) {
    st = read_sentence(r, k, speakers[k]);
    rel_arena_reset(&scratch);
  }
  rel_arena_clear(&scratch);
  r->arena = arena;
  if (st) {
    return st;
  }

  const RelEvent end = {.kind = REL_EVENT_END, {.document = NULL}};
  return rel_sink_event(r->sink, &end);
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
                 .sink = sink,
                 .times = rel_times_new(text)};

  return read_document(&r);
}

static RelStatus
ignore_event(void *handle, const RelEvent *event)
{
  (void)handle;
  (void)event;
  return REL_OK;
}

RelStatus
rel_extract_explained(RelArena *arena, const RelText *text, const RelTree *tree,
                      const RelMentions *mentions, RelExplain *explain)
{
  const RelSink sink = {NULL, ignore_event};
  RelReader r = {.arena = arena,
                 .text = text,
                 .tree = tree,
                 .mentions = mentions,
                 .views = 1U << REL_VIEW_GRAPH,
                 .sink = &sink,
                 .explain = explain,
                 .times = rel_times_new(text)};
  const RelStatus st = read_document(&r);

  explain->n_triples = r.n_triples[REL_VIEW_GRAPH];
  return st;
}
