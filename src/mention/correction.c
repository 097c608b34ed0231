// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/correction.h"

#include "mention/entity.h"
#include "text/source.h"

/// A document that is being corrected
typedef struct {
  RelGuide *guide;
  RelDrafts *drafts;
  RelStr *labels; ///< Of entities, at their first mentions
} Editor;

static bool
is_root(RelDrafts *drafts, uint32_t mention)
{
  return rel_drafts_root(drafts, mention) == mention;
}

/// Entities have changed: name them again
static RelStatus
take_labels(Editor *editor)
{
  RelDrafts *const drafts = editor->drafts;
  RelStatus st = REL_OK;

  rel_entities_choose_names(drafts);
  for (uint32_t i = 0; i < drafts->n; ++i) {
    if (is_root(drafts, i)) {
      REL_TRY(st, rel_entities_label(drafts, i, &editor->labels[i]));
    }
  }
  return st;
}

static bool
is_blank(char c)
{
  return (unsigned char)c <= ' ';
}

/// Past a run of blanks
static size_t
skip(RelStr str, size_t at)
{
  while (at < str.len && is_blank(str.data[at])) {
    ++at;
  }
  return at;
}

/// Equality where any run of blanks is as good as any other
static bool
are_same_words(RelStr a, RelStr b)
{
  size_t i = 0U;
  size_t j = 0U;

  while (i < a.len && j < b.len) {
    if (is_blank(a.data[i]) && is_blank(b.data[j])) {
      i = skip(a, i);
      j = skip(b, j);
    } else if (a.data[i++] != b.data[j++]) {
      return false;
    }
  }
  return i == a.len && j == b.len;
}

/// The source's words of a mention
static RelStr
words_of(const RelDrafts *drafts, uint32_t mention)
{
  const RelText *const text = drafts->layers->text;
  const RelMention *const it = &drafts->items[mention].mention;

  return rel_str_slice(text->content, text->tokens[it->first].begin,
                       text->tokens[it->first + it->n - 1U].end);
}

static bool
is_name(const RelDrafts *drafts, uint32_t mention)
{
  return drafts->items[mention].mention.kind == REL_MENTION_NAME;
}

// ------------------------------------------------------------ authority

/// Known actors that an entity may be
typedef struct {
  uint32_t actor; ///< Or UINT32_MAX
  bool is_torn;   ///< There are two
} Choice;

static void
choose(Choice *choice, uint32_t actor)
{
  choice->is_torn = choice->is_torn ||
                    (choice->actor != UINT32_MAX && choice->actor != actor);
  choice->actor = actor;
}

/// The actor with this name: the only one, or the only one of that kind
static RelStatus
choose_by_name(const Editor *editor, RelStr name, RelTermKind kind,
               Choice *choice)
{
  const RelGuide *const guide = editor->guide;
  Choice any = {UINT32_MAX, false};
  Choice of_kind = {UINT32_MAX, false};
  RelStatus st = REL_OK;
  RelStr key = {0};

  REL_TRY(st, rel_guide_key(editor->drafts->layers->arena, name, &key));
  for (uint32_t i = rel_guide_find(guide, key); i;
       i = guide->names.items[i - 1U].next) {
    const uint32_t actor = guide->names.items[i - 1U].actor;

    choose(&any, actor);
    if (guide->actors.items[actor].kind == kind) {
      choose(&of_kind, actor);
    }
  }
  const Choice best = any.is_torn ? of_kind : any;
  if (best.actor != UINT32_MAX) {
    choose(choice, best.actor);
    choice->is_torn = choice->is_torn || best.is_torn;
  }
  return st;
}

/// Who an entity is by its label or, failing that, by full names in the text;
/// `choices` are at the first mentions
static RelStatus
choose_actors(const Editor *editor, Choice *choices)
{
  RelDrafts *const drafts = editor->drafts;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const RelCluster *const entity = rel_drafts_entity(drafts, i);

    if (is_root(drafts, i)) {
      choices[i] = (Choice){UINT32_MAX, false};
      if (entity->name != REL_NO_MENTION || entity->country) {
        REL_TRY(st, choose_by_name(editor, editor->labels[i], entity->type,
                                   &choices[i]));
      }
    }
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const uint32_t root = rel_drafts_root(drafts, i);
    Choice *const choice = &choices[root];

    if (is_name(drafts, i) && drafts->items[i].mention.n > 1U &&
        (choice->actor == UINT32_MAX || choice->is_torn)) {
      REL_TRY(st, choose_by_name(editor, words_of(drafts, i),
                                 drafts->clusters[root].type, choice));
    }
  }
  return st;
}

static void
make_known(RelDrafts *drafts, uint32_t mention, const RelKnownActor *actor)
{
  RelCluster *const entity = rel_drafts_entity(drafts, mention);

  entity->label = actor->name;
  entity->same_as = actor->iri;
  entity->is_known = true;
  if (actor->kind != REL_TERM_NONE) {
    entity->type = actor->kind;
    entity->is_fixed = true;
  }
}

/// Give entities to the user's actors; two that are one actor become one
static RelStatus
apply_authority(Editor *editor)
{
  RelDrafts *const drafts = editor->drafts;
  RelArena *const arena = drafts->layers->arena;
  const uint32_t n_actors = editor->guide->actors.n;
  Choice *const choices = rel_arena_calloc(arena, drafts->n, sizeof(Choice));
  uint32_t *const first = rel_arena_calloc(arena, n_actors, sizeof(uint32_t));
  RelStatus st = REL_OK;

  if (!choices || !first) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, choose_actors(editor, choices));
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const uint32_t actor = choices[i].actor;

    if (!is_root(drafts, i) || actor == UINT32_MAX || choices[i].is_torn) {
      continue;
    }
    if (first[actor]) {
      rel_drafts_join(drafts, first[actor] - 1U, i, "authority");
    } else {
      first[actor] = i + 1U;
    }
    make_known(drafts, i, &editor->guide->actors.items[actor]);
  }
  return take_labels(editor);
}

// ------------------------------------------------------------ corrections

/// Does the entity that begins here have the name, as label or otherwise?
static bool
has_label(const Editor *editor, uint32_t root, RelStr name)
{
  return are_same_words(editor->labels[root], name);
}

/// Does the mention begin where the user says, if they do?
static bool
is_there(const RelDrafts *drafts, const RelCorrectionName *it, uint32_t mention)
{
  const RelText *const text = drafts->layers->text;
  const uint32_t first = drafts->items[mention].mention.first;
  const RelPlace place =
      it->line ? rel_text_place(NULL, text->content, text->tokens[first].begin)
               : (RelPlace){0};

  return place.line == it->line && place.column == it->column;
}

/// Mark the entity called so that has a mention there, at its first one
static uint32_t
find_at_place(const Editor *editor, const RelCorrectionName *it, bool *is_meant)
{
  RelDrafts *const drafts = editor->drafts;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const uint32_t root = rel_drafts_root(drafts, i);

    if ((has_label(editor, root, it->words) ||
         are_same_words(words_of(drafts, i), it->words)) &&
        is_there(drafts, it, i)) {
      is_meant[root] = true;
      return 1U;
    }
  }
  return 0U;
}

/// Mark the entities called `name` in `is_meant`, at their first mentions
static uint32_t
find_entities(const Editor *editor, RelStr name, bool *is_meant)
{
  RelDrafts *const drafts = editor->drafts;
  uint32_t n = 0U;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    is_meant[i] = is_root(drafts, i) && has_label(editor, i, name);
    n += is_meant[i];
  }
  if (n) {
    return n;
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const uint32_t root = rel_drafts_root(drafts, i);

    if (is_name(drafts, i) && !is_meant[root] &&
        are_same_words(words_of(drafts, i), name)) {
      is_meant[root] = true;
      ++n;
    }
  }
  return n > 1U ? UINT32_MAX : n;
}

/// The same for a name that has to be one entity's, unless it is a label; how
/// many there are
static RelStatus
look_up(const Editor *editor, RelCorrectionName *it, bool *is_meant,
        uint32_t *n)
{
  const RelStr document = editor->drafts->layers->text->name;

  *n = it->line ? find_at_place(editor, it, is_meant)
                : find_entities(editor, it->words, is_meant);
  it->is_found = it->is_found || *n;
  return *n == UINT32_MAX
             ? rel_fail(editor->guide->world, REL_BAD_INPUT, it->place,
                        "expected the name of one entity, not \"%.*s\", which "
                        "several have in %.*s",
                        REL_ARG(it->words), REL_ARG(document))
             : REL_OK;
}

static bool *
take_marks(const Editor *editor)
{
  return rel_arena_calloc(editor->drafts->layers->arena, editor->drafts->n + 1U,
                          sizeof(bool));
}

/// Join a mention to `other`, whose kind and identity stay
static void
join_to(RelDrafts *drafts, uint32_t other, uint32_t mention)
{
  const RelCluster kept = *rel_drafts_entity(drafts, other);

  rel_drafts_join(drafts, other, mention, "correction");
  RelCluster *const entity = rel_drafts_entity(drafts, mention);
  entity->type = kept.type;
  entity->is_fixed = kept.is_fixed;
  entity->same_as = kept.same_as;
  entity->is_known = kept.is_known;
  entity->country = kept.country;
  entity->place = kept.place;
}

/// Make one entity of all that is called `name` and all that is called `value`
static RelStatus
merge(Editor *editor, RelCorrection *it, const bool *is_meant)
{
  RelDrafts *const drafts = editor->drafts;
  bool *const is_other = take_marks(editor);
  uint32_t other = REL_NO_MENTION;
  uint32_t n = 0U;
  RelStatus st = REL_OK;

  if (!is_other) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, look_up(editor, &it->value, is_other, &n));
  for (uint32_t i = drafts->n; i-- > 0U;) {
    other = is_other[i] ? i : other;
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    if (!is_meant[i] && !is_other[i]) {
      continue;
    }
    if (other != REL_NO_MENTION) {
      join_to(drafts, other, i);
    }
    // called the same where it stands alone, so that documents agree
    rel_drafts_entity(drafts, i)->label = it->value.words;
  }
  return st;
}

static void
rename_or_type(Editor *editor, const RelCorrection *it, const bool *is_meant)
{
  for (uint32_t i = 0; i < editor->drafts->n; ++i) {
    RelCluster *const entity = &editor->drafts->clusters[i];

    if (!is_meant[i]) {
      continue;
    }
    if (it->kind == REL_CORRECT_RENAME) {
      entity->label = it->value.words;
    } else {
      entity->type = it->type;
      entity->is_fixed = true;
    }
  }
}

static bool
is_split_off(const RelDrafts *drafts, const RelCorrection *it, uint32_t mention)
{
  return are_same_words(words_of(drafts, mention), it->name.words) &&
         is_there(drafts, &it->name, mention);
}

/// Would what is split off be called like what it was split from? Descriptions
/// may be alike, names may not
static RelStatus
check_split(const Editor *editor, const RelCorrection *it, uint32_t mention,
            RelStr old_label)
{
  RelStatus st = REL_OK;
  RelStr label = {0};

  REL_TRY(st, rel_entities_label(editor->drafts, mention, &label));
  return rel_str_equal(label, old_label) &&
                 !rel_entities_is_described(editor->drafts, mention)
             ? rel_fail(editor->guide->world, REL_BAD_INPUT, it->name.place,
                        "expected another name, as in split %.*s = NAME, not "
                        "\"%.*s\" for both",
                        REL_ARG(it->name.words), REL_ARG(label))
             : REL_OK;
}

static RelStatus
split(Editor *editor, RelCorrection *it)
{
  RelDrafts *const drafts = editor->drafts;
  uint32_t first = REL_NO_MENTION;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    const uint32_t root = rel_drafts_root(drafts, i);

    if (!is_split_off(drafts, it, i)) {
      continue;
    }
    const bool has_others = drafts->clusters[root].n > 1U;
    const RelStr old_label = editor->labels[root];

    it->name.is_found = true;
    rel_drafts_split(drafts, i);
    rel_drafts_entity(drafts, i)->label = it->value.words;
    if (first == REL_NO_MENTION) {
      first = i;
      if (has_others) {
        REL_TRY(st, check_split(editor, it, i, old_label));
      }
    } else {
      rel_drafts_join(drafts, first, i, "correction");
    }
    // the rest may begin elsewhere now, and may have lost its name
    REL_TRY(st, take_labels(editor));
  }
  return st;
}

static RelStatus
correct(Editor *editor, RelCorrection *it)
{
  bool *const is_meant = take_marks(editor);
  uint32_t n = 0U;
  RelStatus st = REL_OK;

  if (!is_meant) {
    return REL_NO_MEMORY;
  }
  if (it->kind == REL_CORRECT_SPLIT) {
    return split(editor, it);
  }
  REL_TRY(st, look_up(editor, &it->name, is_meant, &n));
  if (it->kind == REL_CORRECT_MERGE) {
    REL_TRY(st, merge(editor, it, is_meant));
  } else {
    rename_or_type(editor, it, is_meant);
  }
  return n || it->kind == REL_CORRECT_MERGE ? take_labels(editor) : REL_OK;
}

RelStatus
rel_guide_apply(RelGuide *guide, RelDrafts *drafts)
{
  Editor editor = {.guide = guide, .drafts = drafts};
  RelStatus st = REL_OK;

  editor.labels =
      rel_arena_calloc(drafts->layers->arena, drafts->n + 1U, sizeof(RelStr));
  if (!editor.labels) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, take_labels(&editor));
  REL_TRY(st, apply_authority(&editor));
  for (uint32_t i = 0; i < guide->corrections.n; ++i) {
    REL_TRY(st, correct(&editor, &guide->corrections.items[i]));
  }
  return st;
}
