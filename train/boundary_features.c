// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/*
  Print what train/boundaries.py learns from: the gaps between the tokens of a
  text, each with its features.

      boundary_features FILE

  FILE is text, read plainly. Output, in binary and of native byte order, a
  record of uint32 for each gap: byte that its right token begins at, 1 where
  the rules end a sentence, else 0, and the keys of its features. A record of
  zeros without keys but with its first byte stands before each paragraph's
  first token, with 2 in the place of the rules.
*/

#include "base/file.h"
#include "text/boundary.h"
#include "text/paragraph.h"
#include "text/source.h"
#include "text/tokenizer.h"

#include <stdio.h>

static void
print_gap(uint32_t byte, uint32_t rule, const RelBoundaryKeys *keys)
{
  const uint32_t head[2] = {byte, rule};

  fwrite(head, sizeof(*head), 2U, stdout);
  fwrite(keys->items, sizeof(*keys->items), REL_N_BOUNDARY_KEYS, stdout);
}

static void
print_paragraph(const RelTokenList *tokens, uint32_t first)
{
  RelBoundaryKeys keys = {{0U}, 0U};
  RelBoundaries gaps;

  if (first == tokens->n) {
    return;
  }
  print_gap(tokens->items[first].begin, 2U, &keys);
  rel_boundaries_init(&gaps, tokens->items, first, tokens->n);
  while (rel_boundaries_next(&gaps)) {
    rel_boundaries_keys(&gaps, &keys);
    print_gap(tokens->items[gaps.at].begin, gaps.is_ruled ? 1U : 0U, &keys);
  }
}

static RelStatus
print_text(RelArena *arena, const char *path)
{
  RelParagraphList paragraphs = {0};
  RelTokenList tokens = {0};
  RelStr content;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_file_read(arena, path, &content));
  REL_TRY(st, rel_paragraphs_find(arena, content, 0U, &paragraphs));
  for (uint32_t i = 0; i < paragraphs.n; ++i) {
    const RelParagraph *const p = &paragraphs.items[i];
    const uint32_t first = tokens.n;
    REL_TRY(st, rel_tokenize(arena, content, p->begin, p->end, &tokens));
    print_paragraph(&tokens, first);
  }
  return ferror(stdout) ? REL_OUTPUT : REL_OK;
}

int
main(int argc, char **argv)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelStatus st = argc == 2 ? REL_OK : REL_BAD_ARG;

  rel_arena_init(&arena, world);
  if (!st) {
    st = print_text(&arena, argv[1]);
  }
  if (st) {
    fprintf(stderr, "%s\n", rel_world_error(world));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
  return st ? 1 : 0;
}
