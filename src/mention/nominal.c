// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/nominal.h"

#include "mention/lexicon.h"

enum { MAX_PREMODIFIERS = 12, MAX_CLIMB = 12, MAX_DEPTH = 4 };

static bool
has_article(const RelLayers *layers, uint32_t token)
{
  return rel_layers_child(layers, token, REL_DEP_DET) != REL_NO_TOKEN;
}

/// "May" in "May 3", whichever way the parser ties them
static bool
is_part_of_date(const RelLayers *layers, uint32_t token)
{
  const uint32_t up = layers->parent[token];

  return (layers->classes[token] & REL_WORD_MONTH) && up != REL_NO_TOKEN &&
         rel_layers_upos(layers, up) == REL_UPOS_NUM;
}

bool
rel_nominal_is_head(const RelLayers *layers, uint32_t token)
{
  const RelUpos upos = rel_layers_upos(layers, token);
  const RelDep dep = rel_layers_dep(layers, token);
  const RelDep role = rel_layers_role(layers, token);
  const uint32_t up = layers->parent[token];
  const bool is_noun = upos == REL_UPOS_NOUN || upos == REL_UPOS_PROPN ||
                       upos == REL_UPOS_NUM || upos == REL_UPOS_SYM ||
                       upos == REL_UPOS_X;

  if (role == REL_DEP_NSUBJ || role == REL_DEP_OBJ || role == REL_DEP_IOBJ ||
      role == REL_DEP_OBL || role == REL_DEP_NMOD) {
    // "the rich", "all", "one of them"
    const bool is_rest = upos == REL_UPOS_PRON || upos == REL_UPOS_DET ||
                         (upos == REL_UPOS_ADJ && has_article(layers, token));

    return (is_noun || is_rest) && !is_part_of_date(layers, token);
  }
  if (role == REL_DEP_CONJ) {
    return is_noun && up != REL_NO_TOKEN &&
           (upos != REL_UPOS_NUM || rel_nominal_is_head(layers, up));
  }
  return is_noun && dep != REL_DEP_COMPOUND && dep != REL_DEP_FLAT &&
         dep != REL_DEP_FIXED && dep != REL_DEP_GOESWITH &&
         dep != REL_DEP_NUMMOD && dep != REL_DEP_CASE && dep != REL_DEP_CC &&
         dep != REL_DEP_MARK && dep != REL_DEP_PUNCT && dep != REL_DEP_ADVMOD &&
         dep != REL_DEP_AMOD && dep != REL_DEP_DET &&
         dep != REL_DEP_DISCOURSE && dep != REL_DEP_REPARANDUM &&
         dep != REL_DEP_COMPOUND_PRT;
}

// ------------------------------------------------------------ values

static bool
is_year(RelStr form)
{
  if (form.len != 4U || (form.data[0] != '1' && form.data[0] != '2')) {
    return false;
  }
  for (size_t i = 0; i < form.len; ++i) {
    if (form.data[i] < '0' || form.data[i] > '9') {
      return false;
    }
  }
  return form.data[0] == '1' ? form.data[1] >= '5' : form.data[1] <= '1';
}

/// "9" in "April 9"
static bool
has_month(const RelLayers *layers, uint32_t head)
{
  for (uint32_t c = layers->first_child[head]; c != REL_NO_TOKEN;
       c = layers->next_child[c]) {
    if (layers->classes[c] & REL_WORD_MONTH) {
      return true;
    }
  }
  return false;
}

static RelTermKind
value_type(const RelLayers *layers, uint32_t head, uint32_t classes)
{
  const RelUpos upos = rel_layers_upos(layers, head);
  const bool is_sign = upos == REL_UPOS_SYM || upos == REL_UPOS_NUM;
  const uint32_t number = rel_layers_child(layers, head, REL_DEP_NUMMOD);

  if ((classes & REL_WORD_MONTH) &&
      (upos == REL_UPOS_PROPN || upos == REL_UPOS_NUM)) {
    return REL_TERM_DATE;
  }
  if (classes & (REL_WORD_WEEKDAY | REL_WORD_TIME)) {
    return REL_TERM_DATE;
  }
  if ((classes & REL_WORD_MONEY) && (is_sign || number != REL_NO_TOKEN)) {
    return REL_TERM_MONEY;
  }
  if ((classes & REL_WORD_UNIT) && (is_sign || number != REL_NO_TOKEN)) {
    return REL_TERM_QUANTITY;
  }
  if (upos == REL_UPOS_NUM) {
    const bool is_date =
        has_month(layers, head) ||
        (is_year(rel_layers_form(layers, head)) &&
         rel_layers_child(layers, head, REL_DEP_NMOD) == REL_NO_TOKEN);

    return is_date ? REL_TERM_DATE : REL_TERM_QUANTITY;
  }
  return REL_TERM_NONE;
}

// ------------------------------------------------------------ extent

/// The child of `head` that `token` hangs under, or #REL_NO_TOKEN
static uint32_t
branch_of(const RelLayers *layers, uint32_t token, uint32_t head)
{
  for (uint32_t k = 0; k < MAX_CLIMB && token != REL_NO_TOKEN; ++k) {
    if (layers->parent[token] == head) {
      return token;
    }
    token = layers->parent[token];
  }
  return REL_NO_TOKEN;
}

static bool
is_premodifier(const RelLayers *layers, uint32_t branch)
{
  const RelDep dep = rel_layers_dep(layers, branch);

  switch (rel_dep_universal(dep)) {
  case REL_DEP_AMOD:
  case REL_DEP_COMPOUND:
  case REL_DEP_NUMMOD:
  case REL_DEP_FLAT:
    return true;
  case REL_DEP_NMOD:
    return dep != REL_DEP_NMOD;
  case REL_DEP_ADVMOD:
    return layers->parent[branch] == branch + 1U;
  case REL_DEP_PUNCT:
    return rel_layers_xpos(layers, branch) == REL_XPOS_HYPH;
  default:
    return false;
  }
}

static uint32_t
phrase_begin(const RelLayers *layers, uint32_t head)
{
  const RelSentence *const sentence =
      &layers->text->sentences[layers->sentence[head]];
  uint32_t first = head;

  while (first > sentence->first && head - first < MAX_PREMODIFIERS) {
    const uint32_t branch = branch_of(layers, first - 1U, head);

    if (branch == REL_NO_TOKEN || !is_premodifier(layers, branch)) {
      break;
    }
    --first;
  }
  while (first < head) {
    const RelUpos upos = rel_layers_upos(layers, first);

    if (upos != REL_UPOS_DET && upos != REL_UPOS_PUNCT &&
        upos != REL_UPOS_ADV && upos != REL_UPOS_ADP &&
        upos != REL_UPOS_CCONJ && upos != REL_UPOS_PART) {
      break;
    }
    ++first;
  }
  return first;
}

/// Does the phrase need this complement to say what it is about?
static bool
is_complement(const RelLayers *layers, uint32_t head, uint32_t child)
{
  static const char *const always[] = {
      "about", "against", "between", "for", "into",
      "of",    "on",      "over",    "to",  "with",
  };
  static const char *const places[] = {"from", "in"};
  const uint32_t marker = rel_layers_child(layers, child, REL_DEP_CASE);

  if (rel_layers_dep(layers, child) != REL_DEP_NMOD || marker == REL_NO_TOKEN ||
      marker > child ||
      value_type(layers, child, layers->classes[child]) == REL_TERM_DATE) {
    return false;
  }

  const RelStr word = rel_layers_form(layers, marker);
  const bool is_event = (layers->classes[head] & REL_WORD_EVENT) != 0U;

  return rel_str_among(word, always, sizeof(always) / sizeof(always[0])) ||
         (!is_event && rel_str_among(word, places, 2U));
}

uint32_t
rel_nominal_left(const RelLayers *layers, uint32_t token)
{
  uint32_t edge = token;

  for (uint32_t c = layers->first_child[token]; c != REL_NO_TOKEN && c < edge;
       c = layers->next_child[c]) {
    edge = c;
  }
  while (edge > 0U && edge != token) {
    const uint32_t first = layers->first_child[edge];

    if (first == REL_NO_TOKEN || first >= edge) {
      break;
    }
    edge = first;
  }
  return edge;
}

/// Last token of the phrase of `head`, or of as much as ends before `limit`
static uint32_t
phrase_end(const RelLayers *layers, uint32_t head, uint32_t limit,
           unsigned depth)
{
  uint32_t end = head;

  for (uint32_t c = layers->first_child[head]; c != REL_NO_TOKEN;
       c = layers->next_child[c]) {
    const RelDep dep = rel_layers_dep(layers, c);
    const bool is_conjunct = dep == REL_DEP_CONJ && depth > 0U &&
                             rel_layers_role(layers, head) == REL_DEP_NMOD;

    if (c <= head) {
      continue;
    }
    if ((dep == REL_DEP_FLAT || dep == REL_DEP_NUMMOD) &&
        rel_nominal_left(layers, c) == end + 1U) {
      end = c;
      continue;
    }
    if (depth >= MAX_DEPTH ||
        !(is_complement(layers, head, c) || is_conjunct) ||
        rel_nominal_left(layers, c) != end + 1U) {
      break;
    }
    uint32_t last = phrase_end(layers, c, limit, depth + 1U);
    if (last >= limit) {
      last = c;
    }
    if (last >= limit) {
      break;
    }
    end = last;
  }
  return end;
}

void
rel_nominal_extent(const RelLayers *layers, uint32_t head, uint32_t *first,
                   uint32_t *n)
{
  const uint32_t begin = phrase_begin(layers, head);
  const uint32_t limit =
      begin + REL_MAX_PHRASE > head ? begin + REL_MAX_PHRASE : head + 1U;

  *first = begin;
  *n = phrase_end(layers, head, limit, 0U) - begin + 1U;
}

// ------------------------------------------------------------ type

/// A noun from a verb, by its ending and a complement that shows the act
static bool
is_deverbal(const RelLayers *layers, uint32_t head)
{
  static const char *const others[] = {
      "billion",    "condition",   "constitution", "convention", "function",
      "generation", "institution", "location",     "million",    "nation",
      "notion",     "opinion",     "option",       "population", "portion",
      "position",   "question",    "region",       "section",    "situation",
      "solution",   "station",     "tradition",    "version",
  };
  static const RelStr endings[] = {
      {"ation", 5U}, {"ction", 5U}, {"ition", 5U}, {"ssion", 5U},
      {"ution", 5U}, {"nsion", 5U}, {"usion", 5U}, {"ption", 5U},
  };
  const RelStr lemma = layers->tree->lemma[head];
  bool ends = false;

  for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); ++i) {
    ends = ends || rel_str_ends(lemma, endings[i]);
  }
  if (!ends || rel_str_among(lemma, others, sizeof(others) / sizeof(char *))) {
    return false;
  }

  const uint32_t owner = rel_layers_child(layers, head, REL_DEP_NMOD_POSS);
  const uint32_t object = rel_layers_child(layers, head, REL_DEP_NMOD);
  return owner != REL_NO_TOKEN || (object != REL_NO_TOKEN && object > head);
}

/// "end of 2020", "start of the week"
static bool
is_edge_of_time(const RelLayers *layers, uint32_t head)
{
  static const char *const edges[] = {"beginning", "end",   "half",
                                      "middle",    "start", "turn"};
  const uint32_t of = rel_layers_child(layers, head, REL_DEP_NMOD);

  return of != REL_NO_TOKEN && of > head &&
         rel_str_among(layers->tree->lemma[head], edges,
                       sizeof(edges) / sizeof(edges[0])) &&
         value_type(layers, of, layers->classes[of]) == REL_TERM_DATE;
}

RelTermKind
rel_nominal_type(const RelLayers *layers, uint32_t head, RelTermKind value)
{
  static const struct {
    uint32_t classes;
    RelTermKind type;
  } kinds[] = {
      {REL_WORD_ROLE, REL_TERM_ROLE},
      {REL_WORD_COMPANY | REL_WORD_GROUP, REL_TERM_ORGANISATION},
      {REL_WORD_PERSON, REL_TERM_PERSON},
      {REL_WORD_COUNTRY, REL_TERM_COUNTRY},
      {REL_WORD_CITY, REL_TERM_PLACE},
      {REL_WORD_EVENT, REL_TERM_EVENT},
      {REL_WORD_WORK, REL_TERM_WORK},
      {REL_WORD_PLACE, REL_TERM_PLACE},
  };
  const uint32_t classes = layers->classes[head];
  const RelTermKind by_rule = value_type(layers, head, classes);

  if (by_rule != REL_TERM_NONE || is_edge_of_time(layers, head)) {
    return by_rule != REL_TERM_NONE ? by_rule : REL_TERM_DATE;
  }
  if (rel_term_is_value(value) &&
      rel_layers_upos(layers, head) != REL_UPOS_NOUN) {
    return value;
  }
  if (classes & REL_WORD_COUNTRY) { // "country" is a group too
    return REL_TERM_COUNTRY;
  }
  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    if (classes & kinds[i].classes) {
      return kinds[i].type;
    }
  }
  return is_deverbal(layers, head) ? REL_TERM_EVENT : REL_TERM_THING;
}
