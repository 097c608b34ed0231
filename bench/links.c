// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/*
  Print which mention was joined to which: links MODEL KIND FILE.conllu

  KIND is "gold" to keep the file's trees, "sure" to parse its tokens anew,
  "likely" to join also what is likely. A line for each mention that was joined:
  its first and last token, those of its antecedent, the rule; TABs between.
*/

#include "mention/mention.h"
#include "parse/conllu.h"
#include "parse/parser.h"

#include <string.h>

static void
print_links(const RelMentions *mentions)
{
  for (uint32_t i = 0; i < mentions->n_mentions; ++i) {
    const RelMention *const it = &mentions->mentions[i];

    if (it->antecedent != REL_NO_MENTION) {
      const RelMention *const of = &mentions->mentions[it->antecedent];

      printf("%u\t%u\t%u\t%u\t%s\n", it->first, it->first + it->n - 1U,
             of->first, of->first + of->n - 1U, it->rule);
    }
  }
}

static RelStatus
read_links(RelWorld *world, RelArena *arena, char **argv)
{
  const RelMentionOptions options = {.joins_likely =
                                         !strcmp(argv[2], "likely")};
  RelModel *model = NULL;
  RelStr content = {NULL, 0U};
  RelText text = {0};
  RelTree tree = {0};
  RelMentions mentions = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_file_read(arena, argv[3], &content));
  REL_TRY(st, rel_conllu_read(arena, rel_str(argv[3]), content, &text, &tree));
  if (strcmp(argv[2], "gold") != 0) {
    REL_TRY(st, rel_model_open(world, argv[1], &model));
    st = rel_parse(model, arena, &text, &tree);
  }
  if (!st) {
    st = rel_mentions_find(arena, &text, &tree, &options, &mentions);
  }
  if (!st) {
    print_links(&mentions);
  }
  rel_model_close(model); // trees look into it
  return st;
}

int
main(int argc, char **argv)
{
  if (argc != 4) {
    (void)fprintf(stderr, "usage: links MODEL gold|sure|likely FILE.conllu\n");
    return 2;
  }

  RelWorld *const world = rel_world_new(NULL);
  RelArena arena = {0};
  if (!world) {
    return 1;
  }
  rel_arena_init(&arena, world);
  const RelStatus st = read_links(world, &arena, argv);
  if (st) {
    (void)fprintf(stderr, "%s\n", rel_world_error(world));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
  return st ? 1 : 0;
}
