// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// Parse a text in memory: prints each word with its tag, relation and head.
//
//   cc -std=c17 parse.c $(pkg-config --cflags --libs --static relata)
//   ./a.out relata-en.bin "Ana Mora met Jan Lund."

#include <relata.h>

#include <stdio.h>

static void
print_sentence(const RelText *text, const RelTree *tree,
               const RelSentence *sentence)
{
  for (uint32_t i = 0; i < sentence->n; ++i) {
    const uint32_t at = sentence->first + i;
    const uint32_t head = tree->head[at]; // in the sentence, from 1; 0: root

    printf("%.*s\t%s\t%s", REL_ARG(text->tokens[at].form),
           rel_upos_text((RelUpos)tree->upos[at]),
           rel_dep_text((RelDep)tree->deprel[at]));
    if (head) {
      printf("\t%.*s", REL_ARG(text->tokens[sentence->first + head - 1U].form));
    }
    putchar('\n');
  }
}

static void
print_names(const RelText *text, const RelTree *tree)
{
  for (uint32_t i = 0; i < tree->n_names; ++i) {
    const RelName *const name = &tree->names[i];
    const uint32_t begin = text->tokens[name->first].begin;
    const uint32_t end = text->tokens[name->first + name->n - 1U].end;

    printf("# %s: %.*s\n", rel_name_text(name->type), (int)(end - begin),
           text->content.data + begin);
  }
}

int
main(int argc, char **argv)
{
  RelWorld *const world = rel_world_new(NULL);
  RelModel *model = NULL;
  RelArena arena;
  RelText text;
  RelTree tree;

  if (argc != 3 || !world) {
    return 2;
  }
  rel_arena_init(&arena, world);
  RelStatus st = rel_model_open(world, argv[1], &model);
  if (!st) {
    st = rel_text_read_plain(&arena, rel_str("argument"), rel_str(argv[2]),
                             &text);
  }
  if (!st) {
    st = rel_parse(model, &arena, &text, &tree);
  }
  for (uint32_t i = 0; !st && i < text.n_sentences; ++i) {
    print_sentence(&text, &tree, &text.sentences[i]);
  }
  if (st) {
    fprintf(stderr, "%s\n", rel_world_error(world));
  } else {
    print_names(&text, &tree);
  }
  rel_arena_clear(&arena); // text and tree live there
  rel_model_close(model);
  rel_world_free(world);
  return st ? 1 : 0;
}
