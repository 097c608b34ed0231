// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/print.h"

static const char *
kind_text(const RelMention *mention)
{
  static const char *const texts[] = {"name", "nominal", "pronoun",
                                      "adjective"};

  return mention->is_relative ? "relative" : texts[mention->kind];
}

static void
print_members(FILE *out, const RelMentions *mentions, const RelEntity *entity)
{
  if (!entity->n_members) {
    fputs("\t-", out);
  }
  for (uint32_t i = 0; i < entity->n_members; ++i) {
    const RelStr label = mentions->entities[entity->members[i]].label;

    fprintf(out, "%c%.*s", i ? '|' : '\t', REL_ARG(label));
  }
}

static void
print_mention(FILE *out, const RelText *text, const RelMention *mention)
{
  const uint32_t last = mention->first + mention->n - 1U;

  fprintf(out, "\t%u-%u@%u-%u:%s:", mention->first + 1U, last + 1U,
          text->tokens[mention->first].begin, text->tokens[last].end,
          kind_text(mention));
  for (uint32_t i = mention->first; i <= last; ++i) {
    const RelToken *const token = &text->tokens[i];

    fprintf(out, "%.*s%s", REL_ARG(token->form),
            i < last && token->space_after ? " " : "");
  }
}

/// Per mention the next one of its entity, or #REL_NO_MENTION
static uint32_t *
chain_mentions(RelArena *arena, const RelMentions *mentions)
{
  const size_t n = mentions->n_mentions + 1U;
  uint32_t *const next = rel_arena_calloc(arena, n, sizeof(uint32_t));
  uint32_t *const latest = rel_arena_calloc(arena, n, sizeof(uint32_t));

  if (!next || !latest) {
    return NULL;
  }
  for (uint32_t i = 0; i < mentions->n_mentions; ++i) {
    const uint32_t entity = mentions->mentions[i].entity;

    next[i] = REL_NO_MENTION;
    if (mentions->entities[entity].first_mention != i) {
      next[latest[entity]] = i;
    }
    latest[entity] = i;
  }
  return next;
}

RelStatus
rel_mentions_print(FILE *out, RelArena *arena, const RelText *text,
                   const RelMentions *mentions)
{
  const uint32_t *const next = chain_mentions(arena, mentions);

  if (!next) {
    return REL_NO_MEMORY;
  }
  for (uint32_t e = 0; e < mentions->n_entities; ++e) {
    const RelEntity *const entity = &mentions->entities[e];

    fprintf(out, "%s\t%.*s\t%u", rel_term_kind_text(entity->kind),
            REL_ARG(entity->label), entity->n_mentions);
    print_members(out, mentions, entity);
    for (uint32_t i = entity->first_mention; i != REL_NO_MENTION; i = next[i]) {
      print_mention(out, text, &mentions->mentions[i]);
    }
    fputc('\n', out);
  }
  fputc('\n', out);
  return ferror(out) ? REL_OUTPUT : REL_OK;
}
