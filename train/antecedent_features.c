// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/*
  Print what train/antecedents.py learns from: for each mention of each file the
  earlier mentions that it may be joined to, with features and truth.

      antecedent_features MODEL FILE...

  FILE is text, or CoNLL-U by its ending, whose trees serve to find the head
  words that FILE.gold names; it is parsed anew. FILE.gold has a line for each
  true mention: "head token, length, entity" for CoNLL-U, "first byte, entity"
  for text, where only the pronouns of the list are printed. Output:

      D  file
      Q  kind
      N  1 when the mention is the first of its entity, else 0  features
      C  1 when the candidate is the same entity, else 0  features
*/

#include "mention/link.h"
#include "mention/weigh.h"
#include "parse/conllu.h"
#include "parse/parser.h"
#include "text/source.h"

#include <stdlib.h>

enum { NOBODY = -1 };

/// One line of FILE.gold
typedef struct {
  uint32_t where;
  uint32_t length;
  int entity;
} Gold;

typedef struct {
  RelArena *arena;
  REL_ARRAY(Gold) gold;
  const uint32_t *gold_parent; ///< Per token, UINT32_MAX: root; null for text
  int *entity;                 ///< Per mention: true entity, or NOBODY
  bool *is_asked;              ///< Per mention
} Truth;

// ------------------------------------------------------------ truth

static RelStatus
read_gold(Truth *truth, const char *path)
{
  char name[4096];
  FILE *in = NULL;
  Gold gold = {0U, 0U, 0};
  RelStatus st = REL_OK;

  (void)snprintf(name, sizeof(name), "%s.gold", path);
  in = fopen(name, "r");
  if (!in) {
    return REL_BAD_FILE;
  }
  while (!st &&
         fscanf(in, "%u %u %d", &gold.where, &gold.length, &gold.entity) == 3) {
    st = REL_ARRAY_PUSH(truth->arena, &truth->gold, gold);
  }
  (void)fclose(in);
  return st;
}

static const uint32_t *
parents_of(RelArena *arena, const RelText *text, const RelTree *tree)
{
  uint32_t *const parent =
      rel_arena_calloc(arena, text->n_tokens + 1U, sizeof(uint32_t));

  for (uint32_t s = 0; parent && s < text->n_sentences; ++s) {
    const RelSentence *const sentence = &text->sentences[s];

    for (uint32_t i = 0; i < sentence->n; ++i) {
      const uint32_t head = tree->head[sentence->first + i];

      parent[sentence->first + i] =
          head ? sentence->first + head - 1U : UINT32_MAX;
    }
  }
  return parent;
}

static uint32_t
apart(uint32_t a, uint32_t b)
{
  return a > b ? a - b : b - a;
}

/// The true entity of a mention, by the head word that the true tree gives it
static int
entity_of(const Truth *truth, const RelMention *mention)
{
  const uint32_t end = mention->first + mention->n;
  uint32_t head = mention->first;
  const Gold *best = NULL;

  for (uint32_t i = mention->first; i < end; ++i) {
    const uint32_t up = truth->gold_parent[i];

    if (up < mention->first || up >= end) {
      head = i;
      break;
    }
  }
  for (uint32_t k = 0; k < truth->gold.n; ++k) {
    const Gold *const gold = &truth->gold.items[k];

    if (gold->where == head && (!best || apart(gold->length, mention->n) <
                                             apart(best->length, mention->n))) {
      best = gold;
    }
  }
  return best ? best->entity : NOBODY;
}

/// Text: the smallest mention over each place, and all that is joined to it
static void
label_places(const Truth *truth, RelDrafts *drafts)
{
  const RelToken *const tokens = drafts->layers->text->tokens;

  for (uint32_t k = 0; k < truth->gold.n; ++k) {
    const Gold *const gold = &truth->gold.items[k];
    uint32_t best = REL_NO_MENTION;

    for (uint32_t i = 0; i < drafts->n; ++i) {
      const RelMention *const it = &drafts->items[i].mention;

      if (tokens[it->first].begin <= gold->where &&
          gold->where < tokens[it->first + it->n - 1U].end &&
          (best == REL_NO_MENTION || it->n < drafts->items[best].mention.n)) {
        best = i;
      }
    }
    for (uint32_t i = 0; best != REL_NO_MENTION && i < drafts->n; ++i) {
      if (rel_drafts_are_one(drafts, best, i)) {
        truth->entity[i] = gold->entity;
      }
    }
    if (best != REL_NO_MENTION) {
      truth->is_asked[best] =
          drafts->items[best].mention.kind == REL_MENTION_PRONOUN;
    }
  }
}

static RelStatus
label_mentions(Truth *truth, RelDrafts *drafts)
{
  truth->entity = rel_arena_calloc(truth->arena, drafts->n + 1U, sizeof(int));
  truth->is_asked =
      rel_arena_calloc(truth->arena, drafts->n + 1U, sizeof(bool));
  if (!truth->entity || !truth->is_asked) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    truth->entity[i] = truth->gold_parent
                           ? entity_of(truth, &drafts->items[i].mention)
                           : NOBODY;
    truth->is_asked[i] = truth->gold_parent != NULL;
  }
  if (!truth->gold_parent) {
    label_places(truth, drafts);
  }
  return REL_OK;
}

// ------------------------------------------------------------ printing

static void
print_features(char kind, bool is_right, const RelPairFeatures *features)
{
  printf("%c %d", kind, is_right);
  for (uint32_t i = 0; i < features->n; ++i) {
    printf(" %u", features->ids[i]);
  }
  putchar('\n');
}

typedef enum { IS_WRONG, IS_RIGHT, IS_UNKNOWN } Answer;

/// Is the candidate's entity, as it is now, that of a true name? Pronouns that
/// are joined to no name may or may not be
static Answer
answer_by_names(const Truth *truth, RelDrafts *drafts, int mine, uint32_t other)
{
  bool has_name = false;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const bool is_pronoun =
        drafts->items[i].mention.kind == REL_MENTION_PRONOUN;

    if (!is_pronoun && rel_drafts_are_one(drafts, i, other)) {
      if (truth->entity[i] == mine) {
        return IS_RIGHT;
      }
      has_name = true;
    }
  }
  return has_name ? IS_WRONG : IS_UNKNOWN;
}

static Answer
answer_of(const Truth *truth, RelDrafts *drafts, uint32_t mention,
          uint32_t other)
{
  const int mine = truth->entity[mention];

  if (!truth->gold_parent) {
    return answer_by_names(truth, drafts, mine, other);
  }
  return mine != NOBODY && truth->entity[other] == mine ? IS_RIGHT : IS_WRONG;
}

static void
print_mention(RelScene *scene, const Truth *truth, uint32_t mention)
{
  RelPair pairs[REL_MAX_PAIRS];
  Answer answers[REL_MAX_PAIRS];
  const uint32_t n = rel_pairs_find(scene, mention, pairs);
  RelPairFeatures own;
  RelPairFeatures features;
  bool has_right = false;

  for (uint32_t i = 0; i < n; ++i) {
    answers[i] = answer_of(truth, scene->drafts, mention, pairs[i].mention);
    has_right = has_right || answers[i] == IS_RIGHT;
  }
  if (!truth->gold_parent && !has_right) {
    return;
  }
  printf("Q %d\n", (int)scene->profiles.items[mention].kind);
  rel_pair_new(scene, mention, &features);
  print_features('N', !has_right, &features);
  rel_pair_own(scene, mention, &own);
  for (uint32_t i = 0; i < n; ++i) {
    features = own;
    rel_pair_features(scene, mention, &pairs[i], &features);
    if (answers[i] != IS_UNKNOWN) {
      print_features('C', answers[i] == IS_RIGHT, &features);
    }
  }
}

static RelStatus
print_document(RelArena *arena, const RelText *text, const RelTree *tree,
               Truth *truth)
{
  RelLayers layers;
  RelDrafts drafts;
  RelScene scene;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_layers_init(&layers, arena, text, tree));
  REL_TRY(st, rel_drafts_find(&layers, true, &drafts));
  REL_TRY(st, rel_link_names(&drafts));
  REL_TRY(st, rel_link_nominals(&drafts));
  REL_TRY(st, rel_link_groups(&drafts));
  REL_TRY(st, label_mentions(truth, &drafts));
  REL_TRY(st, rel_scene_init(&scene, &drafts));
  for (uint32_t i = 0; i < drafts.n; ++i) {
    if (rel_weigh_asks(&scene, i)) {
      if (truth->is_asked[i]) {
        print_mention(&scene, truth, i);
      }
      REL_TRY(st, rel_link_likely_one(&scene, i));
    }
    rel_scene_pass(&scene, i);
  }
  return REL_OK;
}

static RelStatus
read_file(const RelModel *model, RelArena *arena, const char *path)
{
  const RelStr name = rel_str(path);
  Truth truth = {.arena = arena};
  RelText text;
  RelTree tree;
  RelStr content;
  RelStatus st = REL_OK;

  printf("D %s\n", path);
  REL_TRY(st, read_gold(&truth, path));
  REL_TRY(st, rel_file_read(arena, path, &content));
  if (rel_str_ends(name, REL_STR(".conllu"))) {
    REL_TRY(st, rel_conllu_read(arena, name, content, &text, &tree));
    truth.gold_parent = parents_of(arena, &text, &tree);
    if (!truth.gold_parent) {
      return REL_NO_MEMORY;
    }
  } else {
    REL_TRY(st, rel_text_read(arena, name, content, &text));
  }
  REL_TRY(st, rel_parse(model, arena, &text, &tree));
  return print_document(arena, &text, &tree, &truth);
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
    fprintf(stderr, "%s: %s\n", rel_status_text(st), rel_world_error(world));
  }
  rel_model_close(model);
  rel_world_free(world);
  return st ? 1 : 0;
}
