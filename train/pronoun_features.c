// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/*
  Print what train/pronouns.py learns from: for each pronoun of each file its
  candidates with their features.

      pronoun_features MODEL FILE...

  FILE is text, or CoNLL-U by its ending. Output, tab-parted:

      D  file
      P  class  head token  begin byte  end byte, then for it
      C  head token  begin byte  end byte  1 for a list, 0  entity  features
      N  features of having no antecedent
*/

#include "mention/candidate.h"
#include "mention/link.h"
#include "mention/ranker.h"
#include "parse/conllu.h"
#include "parse/parser.h"
#include "text/source.h"

static void
print_features(const RelRankFeatures *features)
{
  for (uint32_t i = 0; i < features->n; ++i) {
    printf("%c%u", i ? ' ' : '\t', features->ids[i]);
  }
  putchar('\n');
}

static void
print_pronoun(RelDrafts *drafts, uint32_t pronoun)
{
  const RelToken *const tokens = drafts->layers->text->tokens;
  const RelDraft *const draft = &drafts->items[pronoun];
  const RelToken *const token = &tokens[draft->mention.head];
  RelCandidate candidates[REL_MAX_CANDIDATES];
  const uint32_t n = rel_candidates_find(drafts, pronoun, candidates);
  RelRankFeatures features;

  printf("P\t%d\t%u\t%u\t%u\n", (int)rel_rank_class(draft), draft->mention.head,
         token->begin, token->end);
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t other = candidates[i].mention;
    const RelMention *const mention = &drafts->items[other].mention;

    rel_rank_features(drafts, pronoun, other, candidates[i].n_passed,
                      &features);
    printf("C\t%u\t%u\t%u\t%d\t%u", mention->head, tokens[mention->first].begin,
           tokens[mention->first + mention->n - 1U].end,
           rel_candidate_is_list(drafts, other),
           rel_drafts_root(drafts, other));
    print_features(&features);
  }
  rel_rank_null_features(drafts, pronoun, &features);
  printf("N");
  print_features(&features);
}

static RelStatus
print_document(RelArena *arena, const RelText *text, const RelTree *tree)
{
  RelLayers layers;
  RelDrafts drafts;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_layers_init(&layers, arena, text, tree));
  REL_TRY(st, rel_drafts_find(&layers, &drafts));
  REL_TRY(st, rel_link_names(&drafts));
  REL_TRY(st, rel_link_nominals(&drafts));
  REL_TRY(st, rel_link_groups(&drafts));
  for (uint32_t i = 0; i < drafts.n; ++i) {
    drafts.clusters[i].last = REL_NO_MENTION;
  }
  for (uint32_t i = 0; i < drafts.n; ++i) {
    const RelDraft *const draft = &drafts.items[i];

    if (draft->pronoun == REL_PRONOUN_PERSONAL && draft->person == 3U) {
      print_pronoun(&drafts, i);
    }
    REL_TRY(st, rel_link_pronoun(&drafts, i));
    rel_drafts_entity(&drafts, i)->last = i;
  }
  return REL_OK;
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
  if (rel_str_ends(name, REL_STR(".conllu"))) {
    REL_TRY(st, rel_conllu_read(arena, name, content, &text, &tree));
  } else {
    REL_TRY(st, rel_text_read(arena, name, content, &text));
    REL_TRY(st, rel_parse(model, arena, &text, &tree));
  }
  return print_document(arena, &text, &tree);
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
