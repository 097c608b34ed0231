// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/names.h"

#include "mention/lexicon.h"

#include <string.h>

enum { MAX_CHAIN = 16, MAX_COUNTRY_WORDS = 6, MAX_COUNTRY_BYTES = 64 };

static const float sure_prob = 0.6F; // of the tagger, when tables are silent

/// What the tagger said at a place
typedef struct {
  uint32_t first;
  uint32_t n;
  RelTermKind type;
  float prob;
} Tagged;

static RelTermKind
kind_of_name(RelNameType type)
{
  static const RelTermKind kinds[REL_N_NAME] = {
      [REL_NAME_PERSON] = REL_TERM_PERSON,
      [REL_NAME_ORGANISATION] = REL_TERM_ORGANISATION,
      [REL_NAME_PLACE] = REL_TERM_PLACE,
      [REL_NAME_EVENT] = REL_TERM_EVENT,
      [REL_NAME_WORK] = REL_TERM_WORK,
      [REL_NAME_TIME] = REL_TERM_DATE,
      [REL_NAME_MONEY] = REL_TERM_MONEY,
      [REL_NAME_NUMBER] = REL_TERM_QUANTITY,
      [REL_NAME_OTHER] = REL_TERM_THING,
  };

  return kinds[type < REL_N_NAME ? type : REL_NAME_NONE];
}

static bool
is_word(const RelSyntax *syntax, uint32_t token, const char *word)
{
  return rel_str_equal(rel_syntax_form(syntax, token), rel_str(word));
}

static bool
has_class(const RelSyntax *syntax, uint32_t token, uint32_t classes)
{
  return (syntax->classes[token] & classes) != 0U;
}

/// Country whose name is tokens [first, first + n), or null
static const RelCountryName *
country_at(const RelSyntax *syntax, uint32_t first, uint32_t n)
{
  char name[MAX_COUNTRY_BYTES];
  size_t len = 0U;

  for (uint32_t i = first; i < first + n; ++i) {
    const RelStr form = rel_syntax_form(syntax, i);

    if (len + form.len + 1U >= sizeof(name)) {
      return NULL;
    }
    if (form.len) {
      memcpy(name + len, form.data, form.len);
    }
    len += form.len;
    if (i + 1U < first + n && syntax->text->tokens[i].space_after) {
      name[len++] = ' ';
    }
  }
  return rel_country_find((RelStr){name, len});
}

/// Longest country name that starts at `first`; `n` gets its length
static const RelCountryName *
longest_country(const RelSyntax *syntax, uint32_t first, uint32_t end,
                uint32_t *n)
{
  const uint32_t most =
      end - first < MAX_COUNTRY_WORDS ? end - first : MAX_COUNTRY_WORDS;

  if (!rel_syntax_is_capital(syntax, first)) {
    return NULL;
  }
  for (uint32_t k = most; k > 0U; --k) {
    const RelCountryName *const country = country_at(syntax, first, k);

    if (country) {
      *n = k;
      return country;
    }
  }
  return NULL;
}

// ------------------------------------------------------------ chains

static bool
is_date_word(const RelSyntax *syntax, uint32_t token)
{
  const bool is_date =
      has_class(syntax, token, REL_WORD_MONTH | REL_WORD_WEEKDAY);

  // "April Ryan" is a person, "April" and "April 9" are not
  return is_date &&
         (rel_syntax_child(syntax, token, REL_DEP_FLAT) == REL_NO_TOKEN) &&
         rel_syntax_dep(syntax, token) != REL_DEP_FLAT;
}

static bool
starts_chain(const RelSyntax *syntax, uint32_t token)
{
  return rel_syntax_upos(syntax, token) == REL_UPOS_PROPN &&
         !is_date_word(syntax, token);
}

/// Relations that hold the words of one name together
static bool
is_inner(RelDep dep)
{
  return dep == REL_DEP_FLAT || dep == REL_DEP_COMPOUND ||
         dep == REL_DEP_NMOD_DESC || dep == REL_DEP_GOESWITH ||
         dep == REL_DEP_AMOD || dep == REL_DEP_NUMMOD ||
         dep == REL_DEP_NMOD_UNMARKED || dep == REL_DEP_DET;
}

/// Do the neighbours `a` and `b` hang together in the tree?
static bool
are_tied(const RelSyntax *syntax, uint32_t a, uint32_t b)
{
  const uint32_t up_a = syntax->parent[a];
  const uint32_t up_b = syntax->parent[b];
  const bool a_leans =
      up_a != REL_NO_TOKEN && up_a >= b && is_inner(rel_syntax_dep(syntax, a));
  const bool b_leans =
      up_b != REL_NO_TOKEN && up_b <= a && is_inner(rel_syntax_dep(syntax, b));

  return a_leans || b_leans;
}

/// "of", "for the" between the words of "Bank of China"; 0 or 1 or 2 tokens
static uint32_t
link_words(const RelSyntax *syntax, uint32_t first, uint32_t token,
           uint32_t end)
{
  uint32_t n = 0U;

  if (token + 1U >= end || !is_word(syntax, token, "of")) {
    return 0U;
  }
  n = is_word(syntax, token + 1U, "the") ? 2U : 1U;
  if (token + n >= end || !starts_chain(syntax, token + n) ||
      !has_class(syntax, token - 1U, REL_WORD_ORG)) {
    return 0U;
  }
  // "the office of Ana Mora" is no name, "Office of Management" is
  return (token > first &&
          !(rel_given_classes(rel_syntax_form(syntax, token + n)) &
            (REL_GIVEN_MALE | REL_GIVEN_FEMALE)))
             ? n
             : 0U;
}

static bool
continues_chain(const RelSyntax *syntax, uint32_t token)
{
  const RelUpos upos = rel_syntax_upos(syntax, token);
  const RelSentenceKind kind =
      syntax->text->sentences[syntax->sentence[token]].kind;

  if (starts_chain(syntax, token)) {
    return true;
  }
  if (upos == REL_UPOS_NUM) {
    return rel_syntax_dep(syntax, token) == REL_DEP_FLAT;
  }
  return kind == REL_SENTENCE_BODY && rel_syntax_is_capital(syntax, token) &&
         (upos == REL_UPOS_NOUN || upos == REL_UPOS_ADJ ||
          upos == REL_UPOS_X) &&
         !has_class(syntax, token,
                    REL_WORD_TIME | REL_WORD_MONTH | REL_WORD_WEEKDAY);
}

/// Length of the name-like run of words at `first`; 0 when there is none
static uint32_t
chain_length(const RelSyntax *syntax, uint32_t first)
{
  const uint32_t end = rel_syntax_end(syntax, first);
  uint32_t i = first + 1U;

  if (!starts_chain(syntax, first)) {
    return 0U;
  }
  while (i < end && i - first < MAX_CHAIN) {
    const uint32_t n_links = link_words(syntax, first, i, end);

    if (n_links) {
      i += n_links + 1U;
    } else if (i + 1U < end &&
               (rel_syntax_xpos(syntax, i) == REL_XPOS_HYPH ||
                is_word(syntax, i, "&")) &&
               continues_chain(syntax, i + 1U)) {
      i += 2U;
    } else if (continues_chain(syntax, i) && are_tied(syntax, i - 1U, i)) {
      ++i;
    } else {
      break;
    }
  }
  return i - first;
}

// ------------------------------------------------------------ types

static bool
is_acronym(RelStr form)
{
  size_t n_capitals = 0U;

  for (size_t i = 0; i < form.len; ++i) {
    const char c = form.data[i];

    if (c >= 'A' && c <= 'Z') {
      ++n_capitals;
    } else if (c != '.' && c != '&') {
      return false;
    }
  }
  return n_capitals >= 2U && n_capitals <= 6U;
}

/// Could these words be somebody's name?
static bool
looks_personal(const RelSyntax *syntax, uint32_t first, uint32_t n)
{
  const RelStr form = rel_syntax_form(syntax, first);
  const uint32_t given = rel_given_classes(form);

  for (uint32_t i = first; i < first + n; ++i) {
    const bool is_place = has_class(syntax, i, REL_WORD_PLACE) && i > first;

    if (has_class(syntax, i, REL_WORD_ORG) || is_place ||
        is_word(syntax, i, "of")) {
      return false;
    }
  }
  return n > 1U && n < 6U &&
         ((given & (REL_GIVEN_MALE | REL_GIVEN_FEMALE)) ||
          ((given & REL_GIVEN_FAMILY) && n < 4U) ||
          (form.len == 2U && form.data[1] == '.'));
}

static RelTermKind
type_by_words(const RelSyntax *syntax, uint32_t first, uint32_t n)
{
  const uint32_t last = first + n - 1U;

  if (looks_personal(syntax, first, n)) {
    return REL_TERM_PERSON;
  }
  for (uint32_t i = first; i < first + n && n > 1U; ++i) {
    // "Bank of China", "Ministry of Trade": the first noun says what it is
    const bool is_headed = i == last || is_word(syntax, i + 1U, "of");

    if (is_headed && has_class(syntax, i, REL_WORD_ORG)) {
      return REL_TERM_ORGANISATION;
    }
    if (is_headed && has_class(syntax, i, REL_WORD_PLACE)) {
      return REL_TERM_PLACE;
    }
    if (is_headed && has_class(syntax, i, REL_WORD_EVENT)) {
      return REL_TERM_EVENT;
    }
  }
  return (n == 1U && is_acronym(rel_syntax_form(syntax, first)))
             ? REL_TERM_ORGANISATION
             : REL_TERM_NONE;
}

/// The token of [first, first + n) that hangs from outside
static uint32_t
span_head(const RelSyntax *syntax, uint32_t first, uint32_t n)
{
  for (uint32_t i = first; i < first + n; ++i) {
    const uint32_t up = syntax->parent[i];

    if (up == REL_NO_TOKEN || up < first || up >= first + n) {
      return i;
    }
  }
  return first;
}

static RelTermKind
type_by_context(const RelSyntax *syntax, uint32_t first, uint32_t n)
{
  const uint32_t head = span_head(syntax, first, n);
  const uint32_t given = rel_given_classes(rel_syntax_form(syntax, first));
  const uint32_t marker = rel_syntax_child(syntax, head, REL_DEP_CASE);
  const bool is_flat =
      n > 1U && rel_syntax_dep(syntax, first + 1U) == REL_DEP_FLAT;

  if (marker != REL_NO_TOKEN &&
      (is_word(syntax, marker, "in") || is_word(syntax, marker, "near") ||
       is_word(syntax, marker, "at"))) {
    return REL_TERM_PLACE;
  }
  if (is_flat || (n == 1U && (given & (REL_GIVEN_MALE | REL_GIVEN_FEMALE)))) {
    return REL_TERM_PERSON;
  }
  return REL_TERM_NONE;
}

// ------------------------------------------------------------ spans

static RelStatus
push_span(const RelSyntax *syntax, RelNames *names, RelNameSpan span)
{
  if (!span.n) {
    return REL_OK;
  }
  for (uint32_t i = span.first; i < span.first + span.n; ++i) {
    names->span_of[i] = names->spans.n;
  }
  return REL_ARRAY_PUSH(syntax->arena, &names->spans, span);
}

/// A country's name before a title: "US | Commerce Secretary"
static RelStatus
push_leading_country(const RelSyntax *syntax, RelNames *names, uint32_t first,
                     uint32_t n)
{
  uint32_t n_country = 0U;
  const RelCountryName *const country =
      longest_country(syntax, first, first + n, &n_country);

  if (!country || country->kind == REL_COUNTRY_CAPITAL) {
    return REL_OK;
  }
  return push_span(syntax, names,
                   (RelNameSpan){first, n_country, REL_TERM_COUNTRY, true,
                                 REL_NO_TOKEN, country});
}

/// Offset behind the last title of a chain; 0 when it has none
static uint32_t
title_length(const RelSyntax *syntax, uint32_t first, uint32_t n,
             RelTermKind tagged)
{
  for (uint32_t k = n; k-- > 0U;) {
    const uint32_t token = first + k;
    const bool is_given = (rel_given_classes(rel_syntax_form(syntax, token)) &
                           (REL_GIVEN_MALE | REL_GIVEN_FEMALE)) != 0U;
    const bool is_courtesy = has_class(syntax, token, REL_WORD_COURTESY);

    if (!is_courtesy && !has_class(syntax, token, REL_WORD_ROLE)) {
      continue;
    }
    if (k + 1U == n) {
      // "Stephen King" is a name, "Commerce Secretary" is a title
      const bool is_name =
          tagged == REL_TERM_PERSON || looks_personal(syntax, first, n);

      return is_name ? 0U : n;
    }
    if (k == 0U && is_given && !is_courtesy) {
      return 0U;
    }
    // "Justice Department", "General Motors": not titles
    const RelTermKind rest = type_by_words(syntax, token + 1U, n - k - 1U);
    const bool has_org =
        has_class(syntax, first + n - 1U, REL_WORD_ORG | REL_WORD_PLACE);

    return (has_org || is_word(syntax, token + 1U, "of") ||
            (rest != REL_TERM_NONE && rest != REL_TERM_PERSON && !is_courtesy))
               ? 0U
               : k + 1U;
  }
  return 0U;
}

static RelStatus
push_person(const RelSyntax *syntax, RelNames *names, uint32_t first,
            uint32_t n, uint32_t n_title)
{
  RelStatus st = REL_OK;
  uint32_t from = first + n_title;
  const uint32_t before = from - 1U;

  REL_TRY(st, push_leading_country(syntax, names, first, n_title));
  // "Pope Leo", "Queen Anne": the title is part of a single name
  if (n - n_title == 1U && has_class(syntax, before, REL_WORD_TITLEWORD) &&
      n_title == 1U) {
    from = before;
  }
  return push_span(syntax, names,
                   (RelNameSpan){from, first + n - from, REL_TERM_PERSON, true,
                                 before, NULL});
}

/// A chain without titles: decide what it names
static RelStatus
push_plain(const RelSyntax *syntax, RelNames *names, uint32_t first, uint32_t n,
           Tagged tagged)
{
  RelNameSpan span = {first, n, REL_TERM_NONE, false, REL_NO_TOKEN, NULL};
  uint32_t n_country = 0U;
  const RelCountryName *const country =
      longest_country(syntax, first, first + n, &n_country);

  if (country && n_country == n &&
      !(tagged.type == REL_TERM_PERSON && tagged.prob > 0.9F)) {
    span.country = country;
    span.type = country->kind == REL_COUNTRY_CAPITAL ? REL_TERM_PLACE
                                                     : REL_TERM_COUNTRY;
    span.is_sure = true;
    return push_span(syntax, names, span);
  }
  span.type = type_by_words(syntax, first, n);
  span.is_sure = span.type != REL_TERM_NONE;
  if (tagged.type != REL_TERM_NONE &&
      (tagged.prob >= sure_prob || !span.is_sure)) {
    span.type = tagged.type;
    span.is_sure = tagged.prob >= sure_prob;
  }
  if (span.type == REL_TERM_NONE || span.type == REL_TERM_THING) {
    const RelTermKind guess = type_by_context(syntax, first, n);

    span.type = guess != REL_TERM_NONE ? guess : span.type;
  }
  return push_span(syntax, names, span);
}

static RelStatus
push_chain(const RelSyntax *syntax, RelNames *names, uint32_t first, uint32_t n,
           Tagged tagged)
{
  const uint32_t n_title = title_length(syntax, first, n, tagged.type);

  if (n_title == n) { // all title: its country alone is a name
    return push_leading_country(syntax, names, first, n);
  }
  if (n_title) {
    return push_person(syntax, names, first, n, n_title);
  }
  return push_plain(syntax, names, first, n, tagged);
}

/// Without articles and quotation marks at its ends
static Tagged
trim_tagged(const RelSyntax *syntax, const RelName *name)
{
  Tagged tagged = {name->first, name->n, kind_of_name(name->type), name->prob};
  const uint32_t end = rel_syntax_end(syntax, name->first);

  // whatever the tagger says, names stay inside their sentence
  tagged.n = tagged.n < end - tagged.first ? tagged.n : end - tagged.first;
  while (tagged.n) {
    const RelUpos upos = rel_syntax_upos(syntax, tagged.first);

    if (upos != REL_UPOS_DET && upos != REL_UPOS_PUNCT &&
        upos != REL_UPOS_ADP) {
      break;
    }
    ++tagged.first;
    --tagged.n;
  }
  while (tagged.n) {
    const uint32_t last = tagged.first + tagged.n - 1U;
    const RelUpos upos = rel_syntax_upos(syntax, last);

    if (upos != REL_UPOS_PART && upos != REL_UPOS_PUNCT &&
        upos != REL_UPOS_ADP) {
      break;
    }
    --tagged.n;
  }
  return tagged;
}

/// The next of the tagger's names that ends behind `token`
static Tagged
tagged_at(const RelSyntax *syntax, uint32_t token, uint32_t *cursor)
{
  const RelTree *const tree = syntax->tree;

  while (*cursor < tree->n_names) {
    const RelName *const name = &tree->names[*cursor];
    const Tagged tagged = trim_tagged(syntax, name);

    if (tagged.n && tagged.first + tagged.n > token) {
      return tagged;
    }
    ++*cursor;
  }
  return (Tagged){REL_NO_TOKEN, 0U, REL_TERM_NONE, 0.0F};
}

static RelStatus
push_demonym(const RelSyntax *syntax, RelNames *names, uint32_t token,
             uint32_t *n)
{
  const RelCountryName *const country =
      longest_country(syntax, token, rel_syntax_end(syntax, token), n);

  if (!country || country->kind == REL_COUNTRY_CAPITAL) {
    *n = 1U;
    return REL_OK;
  }
  return push_span(
      syntax, names,
      (RelNameSpan){token, *n, REL_TERM_COUNTRY, true, REL_NO_TOKEN, country});
}

/// "Chinese Communist Party": the demonym belongs to the name
static uint32_t
demonym_prefix(const RelSyntax *syntax, uint32_t token)
{
  const uint32_t end = rel_syntax_end(syntax, token);
  uint32_t n = 0U;

  if (rel_syntax_upos(syntax, token) != REL_UPOS_ADJ || token + 1U >= end ||
      !rel_syntax_is_capital(syntax, token) ||
      !are_tied(syntax, token, token + 1U)) {
    return 0U;
  }
  n = chain_length(syntax, token + 1U);
  return (n && has_class(syntax, token + n, REL_WORD_ORG) &&
          !has_class(syntax, token + n, REL_WORD_ROLE))
             ? n + 1U
             : 0U;
}

static RelStatus
take_name(const RelSyntax *syntax, RelNames *names, uint32_t token,
          Tagged tagged, uint32_t *n)
{
  const uint32_t n_prefixed = demonym_prefix(syntax, token);
  const uint32_t n_chain =
      n_prefixed ? n_prefixed : chain_length(syntax, token);
  const uint32_t end = token + n_chain;
  const bool is_name = tagged.n && !rel_term_is_value(tagged.type);
  const bool is_near = is_name && tagged.first >= token &&
                       (tagged.first < end || tagged.first == token);

  if (!n_chain && !(is_near && tagged.first == token)) {
    return push_demonym(syntax, names, token, n);
  }
  *n = n_chain;
  if (is_near && tagged.first + tagged.n > end) {
    *n = tagged.first + tagged.n - token;
  }
  if (!is_near) {
    tagged.type = REL_TERM_NONE;
    tagged.prob = 0.0F;
  }
  return push_chain(syntax, names, token, *n, tagged);
}

static void
mark_values(const RelSyntax *syntax, RelNames *names)
{
  const RelTree *const tree = syntax->tree;

  for (uint32_t k = 0; k < tree->n_names; ++k) {
    const RelName *const name = &tree->names[k];
    const RelTermKind kind = kind_of_name(name->type);

    for (uint32_t i = 0; rel_term_is_value(kind) && i < name->n; ++i) {
      names->value_of[name->first + i] = (uint8_t)kind;
    }
  }
}

RelStatus
rel_names_find(const RelSyntax *syntax, RelNames *names)
{
  RelStatus st = REL_OK;
  uint32_t cursor = 0U;

  *names = (RelNames){0};
  names->span_of =
      rel_arena_calloc(syntax->arena, syntax->n + 1U, sizeof(uint32_t));
  names->value_of = rel_arena_calloc(syntax->arena, syntax->n + 1U, 1U);
  if (!names->span_of || !names->value_of) {
    return REL_NO_MEMORY;
  }
  memset(names->span_of, 0xFF, (syntax->n + 1U) * sizeof(uint32_t));
  mark_values(syntax, names);
  for (uint32_t i = 0; i < syntax->n;) {
    const Tagged tagged = tagged_at(syntax, i, &cursor);
    uint32_t n = 1U;

    if (names->value_of[i] == REL_TERM_DATE) {
      ++i;
      continue;
    }
    REL_TRY(st, take_name(syntax, names, i, tagged, &n));
    i += n ? n : 1U;
  }
  return REL_OK;
}
