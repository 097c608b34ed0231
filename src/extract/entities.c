// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/entities.h"

#include "base/utf8.h"
#include "text/paragraph.h"

#include <string.h>

enum { MAX_NAMES = 16 }; // other names told per entity

/// Mentions sorted by entity: those of entity e are [start[e], start[e + 1])
typedef struct {
  uint32_t *start;
  RelMentionInfo *infos;
  uint32_t *place_of; ///< Per mention: its number among those of its entity
} MentionIndex;

/// Line and column of ever later bytes
typedef struct {
  RelStr content;
  size_t at;   ///< Byte that `column` belongs to
  size_t next; ///< First byte of the next line
  uint32_t line;
  uint32_t column; ///< In code points, from 1
} Cursor;

static Cursor
cursor_at_start(RelStr content)
{
  return (Cursor){content, 0U,
                  rel_line_next(content, rel_line_end(content, 0U)), 1U, 1U};
}

static void
move_to(Cursor *cursor, size_t offset)
{
  while (cursor->next <= offset && cursor->next < cursor->content.len) {
    cursor->at = cursor->next;
    cursor->next = rel_line_next(cursor->content,
                                 rel_line_end(cursor->content, cursor->at));
    ++cursor->line;
    cursor->column = 1U;
  }
  if (offset > cursor->at) {
    cursor->column += (uint32_t)rel_utf8_count(
        rel_str_slice(cursor->content, cursor->at, offset));
    cursor->at = offset;
  }
}

/// Mentions are sorted by head, their first words are not: go by token
static RelStatus
find_places(RelArena *arena, const RelText *text, const RelMentions *mentions,
            RelMentionInfo *infos)
{
  const uint32_t n = text->n_tokens;
  Cursor cursor = cursor_at_start(text->content);
  uint32_t *const lines = rel_arena_calloc(arena, n + 1U, sizeof(uint32_t));
  uint32_t *const columns = rel_arena_calloc(arena, n + 1U, sizeof(uint32_t));

  if (!lines || !columns) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < n; ++i) {
    move_to(&cursor, text->tokens[i].begin);
    lines[i] = cursor.line;
    columns[i] = cursor.column;
  }
  for (uint32_t m = 0; m < mentions->n_mentions; ++m) {
    infos[m].line = lines[mentions->mentions[m].first];
    infos[m].column = columns[mentions->mentions[m].first];
  }
  return REL_OK;
}

static void
describe(const RelText *text, const RelMention *mention, RelMentionInfo *info)
{
  static const char *const kinds[] = {
      [REL_MENTION_NAME] = "name",
      [REL_MENTION_NOMINAL] = "description",
      [REL_MENTION_PRONOUN] = "pronoun",
      [REL_MENTION_ADJECTIVE] = "adjective",
  };
  const RelToken *const tokens = text->tokens;

  info->text = rel_str_slice(text->content, tokens[mention->first].begin,
                             tokens[mention->first + mention->n - 1U].end);
  info->kind = kinds[mention->kind];
  info->rule = mention->rule;
}

static RelStatus
take_arrays(RelArena *arena, const RelMentions *mentions, MentionIndex *index)
{
  const uint32_t n = mentions->n_mentions + 1U;

  index->start =
      rel_arena_calloc(arena, mentions->n_entities + 2U, sizeof(uint32_t));
  index->infos = rel_arena_calloc(arena, n, sizeof(RelMentionInfo));
  index->place_of = rel_arena_calloc(arena, n, sizeof(uint32_t));
  return index->start && index->infos && index->place_of ? REL_OK
                                                         : REL_NO_MEMORY;
}

static RelStatus
index_mentions(RelArena *arena, const RelText *text,
               const RelMentions *mentions, MentionIndex *index)
{
  const uint32_t n = mentions->n_mentions;
  RelMentionInfo *const found =
      rel_arena_calloc(arena, n + 1U, sizeof(RelMentionInfo));
  RelStatus st = REL_OK;

  REL_TRY(st, take_arrays(arena, mentions, index));
  if (!found) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, find_places(arena, text, mentions, found));
  for (uint32_t m = 0; m < n; ++m) {
    describe(text, &mentions->mentions[m], &found[m]);
    index->place_of[m] = index->start[mentions->mentions[m].entity + 1U]++;
  }
  for (uint32_t e = 1; e <= mentions->n_entities; ++e) {
    index->start[e] += index->start[e - 1U];
  }
  for (uint32_t m = 0; m < n; ++m) {
    const RelMention *const mention = &mentions->mentions[m];

    found[m].antecedent = mention->antecedent == REL_NO_MENTION
                              ? REL_NO_ANTECEDENT
                              : index->place_of[mention->antecedent];
    index->infos[index->start[mention->entity] + index->place_of[m]] = found[m];
  }
  return REL_OK;
}

typedef struct {
  RelStr text;
  uint32_t n;
} NameCount;

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
send_entity(const RelSink *sink, const RelEntity *entity,
            const RelMentionInfo *infos)
{
  NameCount counts[MAX_NAMES];
  RelStr names[MAX_NAMES];
  uint32_t n_names = 0;

  for (uint32_t i = 0; i < entity->n_mentions; ++i) {
    if (!strcmp(infos[i].kind, "name") &&
        !rel_str_equal(infos[i].text, entity->label)) {
      count_name(counts, &n_names, infos[i].text);
    }
  }
  for (uint32_t i = 0; i < n_names; ++i) {
    names[i] = counts[i].text;
  }

  const RelEntityInfo info = {.kind = entity->kind,
                              .label = entity->label,
                              .namesake = entity->namesake,
                              .same_as = entity->same_as,
                              .code = entity->code,
                              .names = names,
                              .n_names = n_names,
                              .n_mentions = entity->n_mentions,
                              .mentions = infos};
  const RelEvent event = {.kind = REL_EVENT_ENTITY, {.entity = &info}};
  return rel_sink_event(sink, &event);
}

RelStatus
rel_entities_send(RelArena *arena, const RelText *text,
                  const RelMentions *mentions, const RelSink *sink)
{
  MentionIndex index = {NULL, NULL, NULL};
  RelStatus st = REL_OK;

  REL_TRY(st, index_mentions(arena, text, mentions, &index));
  for (uint32_t e = 0; e < mentions->n_entities; ++e) {
    REL_TRY(st, send_entity(sink, &mentions->entities[e],
                            &index.infos[index.start[e]]));
  }
  return REL_OK;
}
