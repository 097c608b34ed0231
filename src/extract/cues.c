// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/cues.h"

#include <string.h>

#define REL_CUE_FIRST(group, size, words) REL_CUE_FIRST_##group,
#define REL_CUE_SIZE(group, size, words)  (size),
#define REL_CUE_WORDS(group, size, words) (words),

static const uint16_t firsts[] = {REL_CUE_TABLE(REL_CUE_FIRST)};
static const uint16_t sizes[] = {REL_CUE_TABLE(REL_CUE_SIZE)};
static const char *const group_words[] = {REL_CUE_TABLE(REL_CUE_WORDS)};

const char *
rel_cue_group_text(RelCueGroup group)
{
  return group_words[group];
}

// ------------------------------------------------------------------- bins

/// Number of limits that a value reaches
static uint32_t
bin(uint32_t value, const uint32_t *limits, size_t n)
{
  uint32_t found = 0;

  while (found < n && value >= limits[found]) {
    ++found;
  }
  return found;
}

#define BIN(value, limits)                                                     \
  bin((value), (limits), sizeof(limits) / sizeof(*(limits)))

/// Thousandths of a probability
static uint32_t
thousandths(float prob)
{
  return prob > 0.0F ? (prob < 1.0F ? (uint32_t)(prob * 1000.0F) : 1000U) : 0U;
}

static uint32_t
bin_prob(uint32_t value)
{
  static const uint32_t limits[] = {300U, 500U, 650U, 800U, 900U, 960U, 990U};

  return BIN(value, limits);
}

static uint32_t
count_words(RelStr text)
{
  uint32_t n = text.len ? 1U : 0U;

  for (size_t i = 0; i < text.len; ++i) {
    n += text.data[i] == ' ';
  }
  return n;
}

/// Position of a name in a list, from 1; 0 when it is not there
static uint32_t
position(RelStr name, const char *const *names, size_t n)
{
  for (uint32_t i = 0; i < n; ++i) {
    if (rel_str_equal_fold(name, rel_str(names[i]))) {
      return i + 1U;
    }
  }
  return 0U;
}

#define POSITION(name, names)                                                  \
  position((name), (names), sizeof(names) / sizeof(*(names)))

// -------------------------------------------------------------- the cues

static uint32_t
rule_cue(const char *rule)
{
  static const char *const rules[] = {"open",
                                      "open.copula",
                                      "open.content",
                                      "open.apposition",
                                      "open.title",
                                      "open.owner",
                                      "open.adjective",
                                      "open.modifier",
                                      "open.split",
                                      "verb.active",
                                      "verb.passive",
                                      "verb.governed",
                                      "verb.oblique",
                                      "verb.content",
                                      "verb.light",
                                      "copula",
                                      "apposition",
                                      "copula.complement",
                                      "title",
                                      "title.base",
                                      "title.of",
                                      "title.possessed",
                                      "place",
                                      "compound",
                                      "event",
                                      "noun.have",
                                      "noun.relation",
                                      "noun.lead",
                                      "open.split.chain",
                                      "verb.gapped",
                                      "verb.naming",
                                      "existential",
                                      "excluded",
                                      "member",
                                      "whole",
                                      "verb.comparison",
                                      "verbless"};

  return POSITION(rel_str(rule), rules);
}

static uint32_t
relation_cue(const RelSyntax *s, uint32_t i)
{
  static const uint8_t relations[] = {
      REL_DEP_ROOT,  REL_DEP_CONJ,      REL_DEP_XCOMP, REL_DEP_CCOMP,
      REL_DEP_ADVCL, REL_DEP_ACL,       REL_DEP_APPOS, REL_DEP_NMOD,
      REL_DEP_AMOD,  REL_DEP_PARATAXIS, REL_DEP_OBL};
  const RelDep relation = rel_syntax_relation(s, i);
  uint32_t k = 0;

  while (k < sizeof(relations) && relations[k] != relation) {
    ++k;
  }
  return k;
}

static uint32_t
tag_cue(const RelSyntax *s, uint32_t i)
{
  static const uint8_t tags[] = {REL_XPOS_VB,  REL_XPOS_VBD, REL_XPOS_VBG,
                                 REL_XPOS_VBN, REL_XPOS_VBP, REL_XPOS_VBZ,
                                 REL_XPOS_JJ,  REL_XPOS_NNS, REL_XPOS_NNP};
  uint32_t k = 0;

  while (k < sizeof(tags) && tags[k] != rel_syntax_xpos(s, i)) {
    ++k;
  }
  return k;
}

static uint32_t
verb_cue(const RelReader *r, const RelCueTokens *tokens)
{
  if (tokens->clause == REL_NO_CLAUSE ||
      r->clauses->items[tokens->clause].head != tokens->head) {
    return 0U;
  }

  const RelClause *const clause = &r->clauses->items[tokens->clause];
  const RelSyntax *const s = r->syntax;
  if (clause->governor) {
    return clause->governor->flags & REL_GOVERNS_REPORTED ? 1U : 2U;
  }
  return rel_syntax_lemma_is(s, tokens->head, "be")     ? 3U
         : rel_syntax_lemma_is(s, tokens->head, "have") ? 4U
                                                        : 5U;
}

/// The last word of the predicate
static uint32_t
marker_cue(RelStr predicate)
{
  static const char *const words[] = {"of",   "in",   "to",   "for", "with",
                                      "on",   "at",   "by",   "as",  "from",
                                      "that", "into", "about"};
  size_t begin = predicate.len;

  while (begin && predicate.data[begin - 1U] != ' ') {
    --begin;
  }
  return POSITION(rel_str_slice(predicate, begin, predicate.len), words);
}

static uint32_t
kind_cue(const RelReader *r, uint32_t i)
{
  const RelSyntax *const s = r->syntax;

  if (i == REL_NO_TOKEN) {
    return 0U;
  }
  switch (rel_syntax_upos(s, i)) {
  case REL_UPOS_PROPN:
    return 1U;
  case REL_UPOS_NOUN:
    return 2U;
  case REL_UPOS_PRON: {
    const RelXpos xpos = rel_syntax_xpos(s, i);
    return xpos == REL_XPOS_PRP ? 3U : 4U;
  }
  case REL_UPOS_NUM:
  case REL_UPOS_SYM:
    return 5U;
  default:
    return 6U;
  }
}

static uint32_t
length_cue(RelStr text)
{
  static const uint32_t limits[] = {1U, 2U, 4U, 7U, 13U, 21U};

  return BIN(count_words(text), limits);
}

/// Clauses between this one and the root
static uint32_t
depth_cue(const RelReader *r, uint32_t clause)
{
  uint32_t depth = 0;

  while (clause != REL_NO_CLAUSE && depth < 4U) {
    clause = r->clauses->items[clause].parent;
    ++depth;
  }
  return depth;
}

static uint32_t
distance_cue(const RelCueTokens *tokens)
{
  static const uint32_t limits[] = {2U, 4U, 8U, 15U};
  const uint32_t a = tokens->subject;
  const uint32_t b = tokens->head;

  if (a == REL_NO_TOKEN || a > b) {
    return a == REL_NO_TOKEN || a - b > 4U ? 6U : 5U;
  }
  return BIN(b - a, limits);
}

/// Hangs the subject on the predicate, the predicate on it, or neither?
static uint32_t
borrowed_cue(const RelReader *r, const RelCueTokens *tokens)
{
  const RelSyntax *const s = r->syntax;

  if (tokens->subject == REL_NO_TOKEN || tokens->subject == tokens->head) {
    return 0U;
  }
  return rel_syntax_head(s, tokens->subject) == tokens->head   ? 1U
         : rel_syntax_head(s, tokens->head) == tokens->subject ? 2U
                                                               : 3U;
}

static bool
is_list(const RelSyntax *s, uint32_t i)
{
  return i != REL_NO_TOKEN &&
         rel_syntax_child(s, i, REL_DEP_CONJ) != REL_NO_TOKEN;
}

static uint32_t
factuality_cue(const RelTriple *triple)
{
  return triple->polarity == REL_NEGATIVE
             ? 6U
             : (triple->modality == REL_ACTUAL &&
                        triple->source.kind != REL_TERM_NONE
                    ? 7U
                    : (uint32_t)triple->modality);
}

// ------------------------------------------------------ the parse's own

static uint32_t
prob_of(const RelReader *r, uint32_t i)
{
  return r->tree->head_prob
             ? thousandths(r->tree->head_prob[r->syntax->base + i])
             : 1000U;
}

/// Sum and number over the words of an argument, at most 16
static void
add_inner(const RelReader *r, uint32_t i, uint32_t *sum, uint32_t *n)
{
  enum { MOST = 16 };
  const RelSyntax *const s = r->syntax;

  if (i == REL_NO_TOKEN) {
    return;
  }
  for (uint32_t k = s->left[i]; k <= s->right[i] && k < s->left[i] + MOST;
       ++k) {
    if (k != i && rel_syntax_upos(s, k) != REL_UPOS_PUNCT) {
      *sum += prob_of(r, k);
      ++*n;
    }
  }
}

/// Mean over the words inside subject and object; nothing inside is certain
static uint32_t
inner_prob(const RelReader *r, const RelCueTokens *tokens)
{
  uint32_t sum = 0;
  uint32_t n = 0;

  add_inner(r, tokens->subject, &sum, &n);
  add_inner(r, tokens->object, &sum, &n);
  return n ? sum / n : 1000U;
}

static uint32_t
least_prob(const RelReader *r, const RelCueTokens *tokens)
{
  const uint32_t main[] = {tokens->head, tokens->subject, tokens->object};
  uint32_t least = 1000U;

  for (uint32_t i = 0; i < 3U + tokens->n_others; ++i) {
    const uint32_t token = i < 3U ? main[i] : tokens->others[i - 3U];
    if (token != REL_NO_TOKEN && prob_of(r, token) < least) {
      least = prob_of(r, token);
    }
  }
  return least;
}

// -------------------------------------------------------------- together

static void
set(RelCues *cues, RelCueGroup group, uint32_t value)
{
  value = value < sizes[group] ? value : sizes[group] - 1U;
  cues->ids[group] = (uint16_t)(firsts[group] + value);
}

static void
set_probs(const RelReader *r, const RelCueTokens *tokens, uint32_t rule,
          RelCues *cues)
{
  const uint32_t object = tokens->object;
  const uint32_t least = least_prob(r, tokens);

  set(cues, REL_CUE_HEAD_PROB, bin_prob(prob_of(r, tokens->head)));
  set(cues, REL_CUE_SUBJECT_PROB,
      tokens->subject == REL_NO_TOKEN ? 0U
                                      : bin_prob(prob_of(r, tokens->subject)));
  set(cues, REL_CUE_OBJECT_PROB,
      object == REL_NO_TOKEN ? 8U : bin_prob(prob_of(r, object)));
  set(cues, REL_CUE_LEAST_PROB, bin_prob(least));
  set(cues, REL_CUE_INNER_PROB, bin_prob(inner_prob(r, tokens)));
  set(cues, REL_CUE_RULE_PROB, rule * 4U + bin_prob(least) / 2U);
}

static void
set_shape(const RelReader *r, const RelCueTokens *tokens,
          const RelTriple *triple, RelCues *cues)
{
  static const uint32_t lengths[] = {10U, 16U, 23U, 31U, 45U};
  const RelSyntax *const s = r->syntax;

  set(cues, REL_CUE_SUBJECT_KIND, kind_cue(r, tokens->subject));
  set(cues, REL_CUE_OBJECT_KIND,
      triple->object.kind == REL_TERM_CLAUSE ? 7U
                                             : kind_cue(r, tokens->object));
  set(cues, REL_CUE_SUBJECT_WORDS, length_cue(triple->subject.text));
  set(cues, REL_CUE_OBJECT_WORDS, length_cue(triple->object.text));
  set(cues, REL_CUE_PREDICATE_WORDS, count_words(triple->predicate));
  set(cues, REL_CUE_ARGUMENTS,
      triple->n_slots + (triple->object.kind != REL_TERM_NONE));
  set(cues, REL_CUE_SENTENCE_WORDS, BIN(s->n, lengths));
  set(cues, REL_CUE_COORDINATION,
      (is_list(s, tokens->subject) ? 1U : 0U) +
          (is_list(s, tokens->object) ? 2U : 0U));
}

void
rel_cues_find(const RelReader *r, const RelCueTokens *tokens,
              const RelTriple *triple, RelCues *cues)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t rule = rule_cue(triple->rule);
  const uint32_t clause = tokens->clause;

  set(cues, REL_CUE_ALWAYS, 0U);
  set(cues, REL_CUE_RULE, rule);
  set_probs(r, tokens, rule, cues);
  set(cues, REL_CUE_LINK,
      clause == REL_NO_CLAUSE ? 8U : (uint32_t)r->clauses->items[clause].link);
  set(cues, REL_CUE_HEAD_DEP, relation_cue(s, tokens->head));
  set(cues, REL_CUE_HEAD_TAG, tag_cue(s, tokens->head));
  set(cues, REL_CUE_VERB, verb_cue(r, tokens));
  set(cues, REL_CUE_MARKER, marker_cue(triple->predicate));
  set_shape(r, tokens, triple, cues);
  set(cues, REL_CUE_DEPTH, depth_cue(r, clause));
  set(cues, REL_CUE_DISTANCE, distance_cue(tokens));
  set(cues, REL_CUE_BORROWED, borrowed_cue(r, tokens));
  set(cues, REL_CUE_FACTUALITY, factuality_cue(triple));
}

/**
   1 / (1 + e^-x) for x in hundredths, in millionths: between points a quarter
   apart, each rounded, by a straight line. The error is below 0.001.
*/
static int32_t
logistic(int32_t x)
{
  enum { STEP = 25, N_STEPS = 24 };
  static const int32_t points[N_STEPS + 1] = {
      500000, 562177, 622459, 679179, 731059, 777300, 817574, 851953, 880797,
      904651, 924142, 939913, 952574, 962673, 970688, 977023, 982014, 985936,
      989013, 991423, 993307, 994780, 995930, 996827, 997527};
  const int32_t size = x < 0 ? -x : x;
  const int32_t at = size / STEP < N_STEPS ? size / STEP : N_STEPS - 1;
  const int32_t rest = size - at * STEP < STEP ? size - at * STEP : STEP;
  const int32_t value =
      points[at] + (points[at + 1] - points[at]) * rest / STEP;

  return x < 0 ? 1000000 - value : value;
}

float
rel_cues_confidence(RelView view, const RelCues *cues)
{
  int32_t sum = 0;

  for (unsigned g = 0; g < REL_N_CUE_GROUPS; ++g) {
    sum += rel_cue_weights[view][cues->ids[g]];
  }
  return (float)logistic(sum) / 1000000.0F;
}

void
rel_cues_apply(const RelReader *r, const RelCueTokens *tokens, RelCues *cues,
               RelTriple *triple)
{
  rel_cues_find(r, tokens, triple, cues);
  triple->confidence = rel_cues_confidence(triple->view, cues);
  triple->cues = cues->ids;
  triple->n_cues = REL_N_CUE_GROUPS;
}
