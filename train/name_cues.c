// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/*
  Print what train/name_types.py learns from: the names of each file, which is
  one document in CoNLL-U, parsed anew.

      name_cues MODEL FILE...

  Output, tab-parted:

      D  file
      N  first token  tokens  scores of its own  of others  cues
*/

#include "model/model.h"
#include "parse/conllu.h"
#include "parse/naming.h"
#include "parse/parser.h"

static void
print_scores(const float *scores)
{
  for (uint32_t k = 0; k < REL_N_NAME_KIND; ++k) {
    printf("%c%.4f", k ? ' ' : '\t', (double)scores[k]);
  }
}

static RelStatus
print_names(RelArena *arena, const RelText *text, const RelTree *tree)
{
  const RelNaming *const namings = rel_naming_read(arena, text, tree);

  for (uint32_t i = 0; namings && i < tree->n_names; ++i) {
    if (!rel_naming_covers(tree->names[i].type)) {
      continue;
    }
    printf("N\t%u\t%u", tree->names[i].first, tree->names[i].n);
    print_scores(namings[i].own);
    print_scores(namings[i].others);
    for (uint32_t k = 0; k < namings[i].n_cues; ++k) {
      printf("%c%u", k ? ' ' : '\t', namings[i].cues[k]);
    }
    putchar('\n');
  }
  return namings ? REL_OK : REL_NO_MEMORY;
}

static RelStatus
read_file(const RelModel *model, RelArena *arena, const char *path)
{
  const RelStr name = rel_str(path);
  RelText text;
  RelTree tree;
  RelStr content;
  RelStatus st = REL_OK;

  printf("D\t%s\n", path);
  REL_TRY(st, rel_file_read(arena, path, &content));
  REL_TRY(st, rel_conllu_read(arena, name, content, &text, &tree));
  REL_TRY(st, rel_parse(model, arena, &text, &tree));
  return print_names(arena, &text, &tree);
}

int
main(int argc, char **argv)
{
  RelWorld *const world = rel_world_new(NULL);
  RelModel *model = NULL;
  RelStatus st =
      argc < 3 ? REL_BAD_ARG : rel_model_open(world, argv[1], &model);

  for (int i = 2; !st && i < argc; ++i) {
    RelArena arena;

    rel_arena_init(&arena, world);
    st = read_file(model, &arena, argv[i]);
    rel_arena_clear(&arena);
  }
  if (st) {
    fprintf(stderr, "%s\n", rel_world_error(world));
  }
  rel_model_close(model);
  rel_world_free(world);
  return st ? 1 : 0;
}
