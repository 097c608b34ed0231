// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/// Parse the tokens of a CoNLL-U file anew: reparse FILE [MODEL] > out.conllu

#include "parse/parser.h"
#include "parse/print.h"

#include <stdlib.h>
#include <time.h>

static double
seconds(void)
{
  struct timespec now;

  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static RelStatus
reparse(RelWorld *world, RelArena *arena, const char *path, const char *where)
{
  RelModel *model = NULL;
  RelStr content = {NULL, 0U};
  RelText text = {0};
  RelTree tree = {0};
  RelStatus st = REL_OK;

  const double t0 = seconds();
  REL_TRY(st, rel_model_open(world, where, &model));
  const double t1 = seconds();
  st = rel_file_read(arena, path, &content);
  if (!st) {
    st = rel_conllu_read(arena, rel_str(path), content, &text, &tree);
  }
  const double t2 = seconds();
  if (!st) {
    st = rel_parse(model, arena, &text, &tree);
  }
  const double t3 = seconds();
  if (!st) {
    rel_conllu_write(stdout, &text, &tree);
    (void)fprintf(stderr, "%u words, open %.1f ms, parse %.0f words/s\n",
                  text.n_tokens, (t1 - t0) * 1e3, text.n_tokens / (t3 - t2));
  }
  rel_model_close(model);
  return st;
}

int
main(int argc, char **argv)
{
  if (argc < 2 || argc > 3) {
    (void)fprintf(stderr, "usage: reparse FILE.conllu [MODEL]\n");
    return 2;
  }

  RelWorld *const world = rel_world_new(NULL);
  RelArena arena = {0};
  if (!world) {
    return 1;
  }
  rel_arena_init(&arena, world);
  const RelStatus st =
      reparse(world, &arena, argv[1], argc > 2 ? argv[2] : NULL);
  if (st) {
    (void)fprintf(stderr, "%s\n", rel_world_error(world));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
  return st ? 1 : 0;
}
