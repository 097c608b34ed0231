// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/print.h"

static const char *
kind_text(RelMentionKind kind)
{
  static const char *const texts[] = {"name", "nominal", "pronoun",
                                      "adjective"};

  return texts[kind];
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

  fprintf(out, "\t%u-%u:%s:", mention->first + 1U, last + 1U,
          kind_text(mention->kind));
  for (uint32_t i = mention->first; i <= last; ++i) {
    const RelToken *const token = &text->tokens[i];

    fprintf(out, "%.*s%s", REL_ARG(token->form),
            i < last && token->space_after ? " " : "");
  }
}

/// Mentions by entity: a list for each, in the order of the text
static void
print_entity(FILE *out, const RelText *text, const RelMentions *mentions,
             uint32_t number)
{
  const RelEntity *const entity = &mentions->entities[number];
  uint32_t n_left = entity->n_mentions;

  fprintf(out, "%s\t%.*s\t%u", rel_term_kind_text(entity->kind),
          REL_ARG(entity->label), entity->n_mentions);
  print_members(out, mentions, entity);
  for (uint32_t i = entity->first_mention; n_left; ++i) {
    if (mentions->mentions[i].entity == number) {
      print_mention(out, text, &mentions->mentions[i]);
      --n_left;
    }
  }
  fputc('\n', out);
}

void
rel_mentions_print(FILE *out, const RelText *text, const RelMentions *mentions)
{
  for (uint32_t i = 0; i < mentions->n_entities; ++i) {
    print_entity(out, text, mentions, i);
  }
}
