// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/draft.h"

#include "mention/lexicon.h"
#include "mention/nominal.h"
#include "mention/pronoun.h"

#include <string.h>

static const uint32_t no_span = UINT32_MAX;

static uint32_t
span_head(const RelLayers *layers, const RelNameSpan *span)
{
  uint32_t head = span->first;

  for (uint32_t i = span->first + span->n; i-- > span->first;) {
    const uint32_t up = layers->parent[i];

    if (up == REL_NO_TOKEN || up < span->first || up >= span->first + span->n) {
      head = i;
    }
  }
  return head;
}

static RelStatus
push_draft(RelDrafts *drafts, RelDraft draft)
{
  const uint32_t head = draft.mention.head;

  draft.up = drafts->n;
  draft.mention.antecedent = REL_NO_MENTION;
  draft.sentence = drafts->layers->sentence[head];
  draft.classes = drafts->layers->classes[head];
  draft.mention.entity = REL_NO_ENTITY;
  drafts->by_head[head] = drafts->n;
  return REL_ARRAY_PUSH(drafts->layers->arena, drafts, draft);
}

static bool
has_article(const RelLayers *layers, uint32_t head)
{
  const uint32_t det = rel_layers_child(layers, head, REL_DEP_DET);

  if (det == REL_NO_TOKEN) {
    return false;
  }
  const RelStr form = rel_layers_form(layers, det);
  return rel_str_equal_fold(form, REL_STR("the")) ||
         rel_str_equal_fold(form, REL_STR("this")) ||
         rel_str_equal_fold(form, REL_STR("that")) ||
         rel_str_equal_fold(form, REL_STR("these")) ||
         rel_str_equal_fold(form, REL_STR("those")) ||
         rel_str_equal_fold(form, REL_STR("both"));
}

static bool
is_plural_word(const RelLayers *layers, uint32_t head)
{
  const RelXpos xpos = rel_layers_xpos(layers, head);

  return xpos == REL_XPOS_NNS || xpos == REL_XPOS_NNPS ||
         rel_layers_has(layers, head, REL_STR("Number=Plur"));
}

// ------------------------------------------------------------ names

static RelGender
gender_of_name(const RelLayers *layers, const RelNameSpan *span)
{
  const uint32_t title =
      span->title == REL_NO_TOKEN ? 0U : layers->classes[span->title];
  const uint32_t given =
      rel_given_classes(rel_layers_form(layers, span->first));
  const bool is_male = (given & REL_GIVEN_MALE) != 0U;
  const bool is_female = (given & REL_GIVEN_FEMALE) != 0U;
  const bool is_family = (given & REL_GIVEN_FAMILY) != 0U;

  if (span->type != REL_TERM_PERSON) {
    return span->type == REL_TERM_NONE ? REL_GENDER_UNKNOWN : REL_GENDER_NEUTER;
  }
  if (title & (REL_WORD_MALE | REL_WORD_FEMALE)) {
    return (title & REL_WORD_MALE) ? REL_GENDER_MASCULINE : REL_GENDER_FEMININE;
  }
  if (is_male == is_female || is_family) {
    return REL_GENDER_UNKNOWN;
  }
  return is_male ? REL_GENDER_MASCULINE : REL_GENDER_FEMININE;
}

/// The token that the tree attaches a name by: its title where the parser made
/// that the head
static uint32_t
name_head(const RelDrafts *drafts, uint32_t number)
{
  const RelLayers *const layers = drafts->layers;
  const RelNameSpan *const span = &drafts->names.spans.items[number];
  const uint32_t head = span_head(layers, span);

  return (span->title != REL_NO_TOKEN && span->title < span->first &&
          layers->parent[head] == span->title)
             ? span->title
             : head;
}

/// The name whose title `token` is, or UINT32_MAX
static uint32_t
name_of_title(const RelDrafts *drafts, uint32_t token)
{
  const uint32_t number = token + 1U < drafts->layers->n
                              ? drafts->names.span_of[token + 1U]
                              : no_span;

  return (number != no_span && drafts->names.spans.items[number].title == token)
             ? number
             : no_span;
}

/// "Beijing said": a capital that does what only its government can do
static bool
acts_as_government(const RelLayers *layers, uint32_t head)
{
  const RelDep dep = rel_layers_dep(layers, head);
  const uint32_t verb = layers->parent[head];

  if (verb == REL_NO_TOKEN ||
      (dep != REL_DEP_NSUBJ && dep != REL_DEP_OBL_AGENT)) {
    return false;
  }

  // "Lisbon would have to reply"
  const uint32_t open = rel_layers_child(layers, verb, REL_DEP_XCOMP);
  return rel_layers_upos(layers, verb) == REL_UPOS_VERB &&
         ((layers->classes[verb] & REL_WORD_SPEECH) != 0U ||
          (open != REL_NO_TOKEN &&
           (layers->classes[open] & REL_WORD_SPEECH) != 0U));
}

static RelStatus
push_name(RelDrafts *drafts, uint32_t number)
{
  const RelLayers *const layers = drafts->layers;
  const RelNameSpan *const span = &drafts->names.spans.items[number];
  const uint32_t head = name_head(drafts, number);
  const bool is_capital =
      span->country && span->country->kind == REL_COUNTRY_CAPITAL;
  const bool is_demonym =
      span->country && span->country->kind == REL_COUNTRY_DEMONYM;
  RelDraft draft = {
      .mention = {.first = span->first,
                  .n = span->n,
                  .head = head,
                  .kind = REL_MENTION_NAME,
                  .gender = gender_of_name(layers, span)},
      .type = span->type,
      .span = number,
      .is_sure = span->is_sure,
      .is_definite = true,
      .country = span->country,
  };

  if (is_demonym && (rel_layers_upos(layers, head) == REL_UPOS_ADJ ||
                     (rel_layers_dep(layers, head) != REL_DEP_CONJ &&
                      !rel_nominal_is_head(layers, head)))) {
    draft.mention.kind = REL_MENTION_ADJECTIVE;
  } else if (is_demonym && is_plural_word(layers, head)) {
    draft.country = NULL; // "Americans" are people, not the country
    draft.type = REL_TERM_PERSON;
    draft.mention.is_plural = true;
    draft.mention.gender = REL_GENDER_UNKNOWN;
  }
  if (is_capital && acts_as_government(layers, head)) {
    draft.is_government = true;
    draft.type = REL_TERM_ORGANISATION;
  }
  // A parser may hang "Mr" and the name on the verb side by side
  if (span->title != REL_NO_TOKEN && span->title < span->first &&
      drafts->by_head[span->title] == REL_NO_MENTION &&
      (layers->classes[span->title] & REL_WORD_COURTESY)) {
    drafts->by_head[span->title] = drafts->n;
  }
  return push_draft(drafts, draft);
}

// ------------------------------------------------------------ pronouns

/// The clause that a relative pronoun opens, and is a word of
static uint32_t
relative_clause(const RelLayers *layers, uint32_t token)
{
  uint32_t up = layers->parent[token];

  for (uint32_t k = 0; k < 4U && up != REL_NO_TOKEN; ++k) {
    if (rel_layers_dep(layers, up) == REL_DEP_ACL_RELCL) {
      return up;
    }
    up = layers->parent[up];
  }
  return REL_NO_TOKEN;
}

static bool
is_expletive(const RelLayers *layers, uint32_t token)
{
  return rel_layers_role(layers, token) == REL_DEP_EXPL;
}

static RelStatus
push_pronoun(RelDrafts *drafts, uint32_t token, const RelPronoun *word)
{
  const RelLayers *const layers = drafts->layers;
  RelDraft draft = {
      .mention = {.first = token,
                  .n = 1U,
                  .head = token,
                  .kind = REL_MENTION_PRONOUN,
                  .is_plural = word->is_plural,
                  .gender = word->gender},
      .span = no_span,
      .pronoun = word->kind,
      .person = word->person,
  };

  if (word->kind == REL_PRONOUN_RELATIVE &&
      relative_clause(layers, token) == REL_NO_TOKEN) {
    draft.pronoun =
        rel_str_equal_fold(rel_layers_form(layers, token), REL_STR("that"))
            ? REL_PRONOUN_DEMONSTRATIVE
            : REL_PRONOUN_INDEFINITE;
  }
  draft.mention.is_relative = draft.pronoun == REL_PRONOUN_RELATIVE;
  if (word->gender == REL_GENDER_MASCULINE ||
      word->gender == REL_GENDER_FEMININE || word->person == 1U) {
    draft.type = REL_TERM_PERSON;
  }
  return push_draft(drafts, draft);
}

static bool
is_pronoun(const RelDrafts *drafts, uint32_t token)
{
  const RelLayers *const layers = drafts->layers;
  const RelUpos upos = rel_layers_upos(layers, token);
  const RelDep role = rel_layers_role(layers, token);

  if (is_expletive(layers, token) || upos == REL_UPOS_ADV) {
    const bool is_here =
        rel_str_ends(rel_layers_form(layers, token), REL_STR("here"));

    return drafts->has_parts && is_here == (upos == REL_UPOS_ADV);
  }
  return upos == REL_UPOS_PRON ||
         (upos == REL_UPOS_DET && role != REL_DEP_DET &&
          rel_nominal_is_head(layers, token));
}

// ------------------------------------------------------------ nouns

static RelGender
gender_of_noun(const RelDraft *draft, uint32_t classes)
{
  if ((classes & REL_WORD_MALE) && !(classes & REL_WORD_FEMALE)) {
    return REL_GENDER_MASCULINE;
  }
  if ((classes & REL_WORD_FEMALE) && !(classes & REL_WORD_MALE)) {
    return REL_GENDER_FEMININE;
  }
  return (draft->type == REL_TERM_PERSON || draft->type == REL_TERM_ROLE ||
          (classes & (REL_WORD_PERSON | REL_WORD_ROLE)))
             ? REL_GENDER_UNKNOWN
             : REL_GENDER_NEUTER;
}

/// "Trade Minister" in "Trade Minister Ana Mora"
static bool
is_title_of_name(const RelDrafts *drafts, uint32_t token)
{
  const RelLayers *const layers = drafts->layers;
  const RelDep dep = rel_layers_dep(layers, token);
  const uint32_t up = layers->parent[token];

  if (up == REL_NO_TOKEN || up < token ||
      drafts->names.span_of[up] == UINT32_MAX) {
    return false;
  }
  return dep == REL_DEP_NMOD_DESC ||
         ((dep == REL_DEP_COMPOUND || dep == REL_DEP_FLAT) &&
          (layers->classes[token] &
           (REL_WORD_ROLE | REL_WORD_PERSON | REL_WORD_COMPANY)) != 0U);
}

static RelStatus
push_noun(RelDrafts *drafts, uint32_t token)
{
  const RelLayers *const layers = drafts->layers;
  RelDraft draft = {
      .mention = {.head = token, .kind = REL_MENTION_NOMINAL},
      .span = no_span,
      .is_definite = has_article(layers, token),
      .is_title = is_title_of_name(drafts, token),
  };

  rel_nominal_extent(layers, token, &draft.mention.first, &draft.mention.n);
  draft.mention.is_plural = is_plural_word(layers, token);
  draft.type = rel_nominal_type(layers, token,
                                (RelTermKind)drafts->names.value_of[token]);
  draft.is_sure = rel_term_is_value(draft.type);
  if (draft.is_title) {
    draft.type = REL_TERM_ROLE;
    draft.mention.n = token + 1U - draft.mention.first;
  } else if (draft.type == REL_TERM_ROLE && draft.mention.is_plural) {
    draft.type = REL_TERM_PERSON;
  }
  draft.is_owned =
      rel_layers_child(layers, token, REL_DEP_NMOD_POSS) != REL_NO_TOKEN;
  draft.mention.gender = gender_of_noun(&draft, layers->classes[token]);
  return push_draft(drafts, draft);
}

/// "steel" in "steel imports"
static bool
is_part(const RelLayers *layers, uint32_t token)
{
  return rel_layers_dep(layers, token) == REL_DEP_COMPOUND &&
         rel_layers_upos(layers, token) == REL_UPOS_NOUN &&
         layers->parent[token] > token;
}

static RelStatus
push_part(RelDrafts *drafts, uint32_t token)
{
  const RelLayers *const layers = drafts->layers;
  const RelDraft draft = {
      .mention = {.first = token,
                  .n = 1U,
                  .head = token,
                  .kind = REL_MENTION_NOMINAL,
                  .is_plural = is_plural_word(layers, token),
                  .gender = REL_GENDER_NEUTER},
      .type = rel_nominal_type(layers, token, REL_TERM_NONE),
      .span = no_span,
      .is_part = true,
  };

  return push_draft(drafts, draft);
}

// ------------------------------------------------------------ all

/// "Mr" before a name is no mention of its own
static bool
is_courtesy(const RelDrafts *drafts, uint32_t token)
{
  const uint32_t classes = drafts->layers->classes[token];

  return (classes & REL_WORD_COURTESY) && !(classes & REL_WORD_ROLE) &&
         (name_of_title(drafts, token) != no_span ||
          is_title_of_name(drafts, token));
}

static RelStatus
push_at(RelDrafts *drafts, uint32_t token)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t span = drafts->names.span_of[token];
  const RelPronoun *const word =
      is_pronoun(drafts, token)
          ? rel_pronoun_find(rel_layers_form(layers, token))
          : NULL;

  const uint32_t titled = name_of_title(drafts, token);

  if (span != no_span) {
    return name_head(drafts, span) == token ? push_name(drafts, span) : REL_OK;
  }
  if (titled != no_span && name_head(drafts, titled) == token) {
    return push_name(drafts, titled);
  }
  if (word) {
    return push_pronoun(drafts, token, word);
  }
  if (is_expletive(layers, token) || is_courtesy(drafts, token)) {
    return REL_OK;
  }
  if (rel_nominal_is_head(layers, token) || is_title_of_name(drafts, token)) {
    return push_noun(drafts, token);
  }
  return drafts->has_parts && is_part(layers, token) ? push_part(drafts, token)
                                                     : REL_OK;
}

static RelCluster
cluster_of(const RelDrafts *drafts, uint32_t mention)
{
  const RelDraft *const draft = &drafts->items[mention];
  const bool is_name = draft->mention.kind == REL_MENTION_NAME;

  return (RelCluster){
      .type = draft->type,
      .is_sure = draft->is_sure,
      .is_plural = draft->mention.is_plural,
      .gender = draft->mention.gender,
      .name = is_name ? mention : REL_NO_MENTION,
      .last = REL_NO_MENTION,
      .n = 1U,
      .country = draft->country,
      .is_government = draft->is_government,
  };
}

static RelStatus
start_clusters(RelDrafts *drafts)
{
  drafts->clusters = rel_arena_calloc(drafts->layers->arena, drafts->n + 1U,
                                      sizeof(RelCluster));
  if (!drafts->clusters) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    drafts->clusters[i] = cluster_of(drafts, i);
  }
  return REL_OK;
}

RelStatus
rel_drafts_find(const RelLayers *layers, bool has_parts, RelDrafts *drafts)
{
  RelStatus st = REL_OK;

  *drafts = (RelDrafts){.layers = layers, .has_parts = has_parts};
  REL_TRY(st, rel_names_find(layers, &drafts->names));
  drafts->by_head =
      rel_arena_calloc(layers->arena, layers->n + 1U, sizeof(uint32_t));
  if (!drafts->by_head) {
    return REL_NO_MEMORY;
  }
  memset(drafts->by_head, 0xFF, (layers->n + 1U) * sizeof(uint32_t));
  for (uint32_t i = 0; i < layers->n; ++i) {
    REL_TRY(st, push_at(drafts, i));
  }
  return start_clusters(drafts);
}

// ------------------------------------------------------------ entities

uint32_t
rel_drafts_root(RelDrafts *drafts, uint32_t mention)
{
  while (drafts->items[mention].up != mention) {
    RelDraft *const draft = &drafts->items[mention];

    draft->up = drafts->items[draft->up].up; // halve the path
    mention = draft->up;
  }
  return mention;
}

RelCluster *
rel_drafts_entity(RelDrafts *drafts, uint32_t mention)
{
  return &drafts->clusters[rel_drafts_root(drafts, mention)];
}

bool
rel_drafts_are_one(RelDrafts *drafts, uint32_t a, uint32_t b)
{
  return rel_drafts_root(drafts, a) == rel_drafts_root(drafts, b);
}

/// How much a type may be trusted: names before nouns, tables before guesses
static unsigned
type_weight(const RelCluster *cluster)
{
  const bool is_vague = cluster->type == REL_TERM_NONE ||
                        cluster->type == REL_TERM_THING ||
                        cluster->type == REL_TERM_ROLE;

  return (cluster->is_sure ? 4U : 0U) +
         (cluster->name != REL_NO_MENTION ? 2U : 0U) + (is_vague ? 0U : 1U);
}

static const RelCluster *
surer_of(const RelCluster *a, const RelCluster *b)
{
  if ((a->type == REL_TERM_NONE) != (b->type == REL_TERM_NONE)) {
    return a->type == REL_TERM_NONE ? b : a;
  }
  return type_weight(b) > type_weight(a) ? b : a;
}

static void
merge_clusters(RelCluster *keep, const RelCluster *drop)
{
  const RelCluster *const surer = surer_of(keep, drop);
  const bool is_person = surer->type == REL_TERM_PERSON;
  RelGender gender = keep->gender;

  if (gender == REL_GENDER_UNKNOWN ||
      (gender == REL_GENDER_NEUTER && is_person)) {
    gender = drop->gender;
  }
  keep->type = surer->type;
  keep->is_plural = surer->is_plural;
  keep->gender = gender;
  keep->is_sure = keep->is_sure || drop->is_sure;
  keep->name = keep->name != REL_NO_MENTION ? keep->name : drop->name;
  keep->country = keep->country ? keep->country : drop->country;
  keep->is_government = keep->is_government || drop->is_government;
  keep->members = keep->members ? keep->members : drop->members;
  keep->n_members = keep->n_members ? keep->n_members : drop->n_members;
  keep->label = keep->label.len ? keep->label : drop->label;
  keep->same_as = keep->same_as.len ? keep->same_as : drop->same_as;
  keep->is_known = keep->is_known || drop->is_known;
  keep->is_fixed = keep->is_fixed || drop->is_fixed;
  keep->place = keep->place ? keep->place : drop->place;
  keep->n += drop->n;
  if (drop->last != REL_NO_MENTION &&
      (keep->last == REL_NO_MENTION || keep->last < drop->last)) {
    keep->last = drop->last;
  }
}

/// Keep how two entities became one: the mention's tree now hangs on `up`
static void
keep_link(RelDrafts *drafts, uint32_t up, uint32_t mention, const char *rule)
{
  while (mention != REL_NO_MENTION) { // what it hung on now hangs on it
    RelMention *const it = &drafts->items[mention].mention;
    const uint32_t next = it->antecedent;
    const char *const next_rule = it->rule;

    it->antecedent = up;
    it->rule = rule;
    up = mention;
    mention = next;
    rule = next_rule;
  }
}

void
rel_drafts_join(RelDrafts *drafts, uint32_t antecedent, uint32_t mention,
                const char *rule)
{
  const uint32_t root_a = rel_drafts_root(drafts, antecedent);
  const uint32_t root_b = rel_drafts_root(drafts, mention);
  const uint32_t keep = root_a < root_b ? root_a : root_b;
  const uint32_t drop = root_a < root_b ? root_b : root_a;

  if (keep != drop) {
    keep_link(drafts, antecedent, mention, rule);
    drafts->items[drop].up = keep;
    merge_clusters(&drafts->clusters[keep], &drafts->clusters[drop]);
  }
}

/// What hung on a mention that goes hangs on what that hung on, or on the first
/// of its kind
static void
pass_links_on(RelDrafts *drafts, uint32_t mention)
{
  RelMention *const gone = &drafts->items[mention].mention;
  uint32_t heir = gone->antecedent;

  for (uint32_t i = 0; i < drafts->n; ++i) {
    RelMention *const it = &drafts->items[i].mention;

    if (it->antecedent != mention) {
      continue;
    }
    it->antecedent = heir;
    if (heir == REL_NO_MENTION) {
      it->rule = NULL;
      heir = i;
    }
  }
  gone->antecedent = REL_NO_MENTION;
  gone->rule = NULL;
}

/// Describe the entity of `rest` anew by its mentions, now that one has gone
static void
forget_mention(RelDrafts *drafts, uint32_t rest)
{
  RelCluster *const cluster = &drafts->clusters[rest];

  --cluster->n;
  cluster->name = REL_NO_MENTION;
  cluster->country = NULL;
  cluster->place = NULL;
  cluster->is_government = false;
  for (uint32_t i = rest; i < drafts->n; ++i) {
    const RelDraft *const draft = &drafts->items[i];

    if (draft->up != rest) {
      continue;
    }
    if (cluster->name == REL_NO_MENTION &&
        draft->mention.kind == REL_MENTION_NAME) {
      cluster->name = i;
    }
    cluster->country = cluster->country ? cluster->country : draft->country;
    cluster->is_government = cluster->is_government || draft->is_government;
  }
}

void
rel_drafts_split(RelDrafts *drafts, uint32_t mention)
{
  const uint32_t root = rel_drafts_root(drafts, mention);
  uint32_t rest = REL_NO_MENTION;

  if (drafts->clusters[root].n == 1U) {
    return;
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    drafts->items[i].up = rel_drafts_root(drafts, i);
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    RelDraft *const draft = &drafts->items[i];

    if (draft->up == root && i != mention) {
      rest = rest == REL_NO_MENTION ? i : rest;
      draft->up = rest;
    }
  }
  drafts->items[mention].up = mention;
  drafts->clusters[rest] = drafts->clusters[root];
  drafts->clusters[mention] = cluster_of(drafts, mention);
  pass_links_on(drafts, mention);
  forget_mention(drafts, rest);
}

uint32_t
rel_drafts_lower(const RelDrafts *drafts, uint32_t token)
{
  uint32_t begin = 0U;
  uint32_t end = drafts->n;

  while (begin < end) {
    const uint32_t middle = begin + (end - begin) / 2U;

    if (drafts->items[middle].mention.head < token) {
      begin = middle + 1U;
    } else {
      end = middle;
    }
  }
  return begin;
}
