// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/names.h"

#include "mention/lexicon.h"
#include "mention/place.h"

#include <string.h>

enum { MAX_CHAIN = 16, MAX_COUNTRY_WORDS = 6, MAX_COUNTRY_BYTES = 64 };

// of a single word: below .4 four in five were no persons (UNER, CrossNER)
static const float person_prob = 0.36F;
static const float sure_prob = 0.6F;  // of the tagger, when tables are silent
static const float table_prob = 0.9F; // of the tagger, against a table

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
is_word(const RelLayers *layers, uint32_t token, const char *word)
{
  return rel_str_equal(rel_layers_form(layers, token), rel_str(word));
}

static bool
has_class(const RelLayers *layers, uint32_t token, uint32_t classes)
{
  return (layers->classes[token] & classes) != 0U;
}

/// The words of tokens [first, first + n) in `room`; empty if it is too small
static RelStr
join_forms(const RelLayers *layers, uint32_t first, uint32_t n,
           char room[MAX_COUNTRY_BYTES])
{
  size_t len = 0U;

  for (uint32_t i = first; i < first + n; ++i) {
    const RelStr form = rel_layers_form(layers, i);

    if (len + form.len + 1U >= MAX_COUNTRY_BYTES) {
      return REL_STR("");
    }
    if (form.len) {
      memcpy(room + len, form.data, form.len);
    }
    len += form.len;
    if (i + 1U < first + n && layers->text->tokens[i].space_after) {
      room[len++] = ' ';
    }
  }
  return (RelStr){room, len};
}

/// Country whose name is tokens [first, first + n), or null
static const RelCountryName *
country_at(const RelLayers *layers, uint32_t first, uint32_t n)
{
  char room[MAX_COUNTRY_BYTES];
  const RelStr name = join_forms(layers, first, n, room);

  return name.len ? rel_country_find(name) : NULL;
}

/// Longest country name that starts at `first`; `n` gets its length
static const RelCountryName *
longest_country(const RelLayers *layers, uint32_t first, uint32_t end,
                uint32_t *n)
{
  const uint32_t most =
      end - first < MAX_COUNTRY_WORDS ? end - first : MAX_COUNTRY_WORDS;

  if (!rel_layers_is_capital(layers, first)) {
    return NULL;
  }
  for (uint32_t k = most; k > 0U; --k) {
    const RelCountryName *const country = country_at(layers, first, k);

    if (country) {
      *n = k;
      return country;
    }
  }
  return NULL;
}

// ------------------------------------------------------------ chains

static bool
is_date_word(const RelLayers *layers, uint32_t token)
{
  const bool is_date =
      has_class(layers, token, REL_WORD_MONTH | REL_WORD_WEEKDAY);

  // "April Ryan" is a person, "April" and "April 9" are not
  return is_date &&
         (rel_layers_child(layers, token, REL_DEP_FLAT) == REL_NO_TOKEN) &&
         rel_layers_dep(layers, token) != REL_DEP_FLAT;
}

static bool
starts_chain(const RelLayers *layers, uint32_t token)
{
  return rel_layers_upos(layers, token) == REL_UPOS_PROPN &&
         !is_date_word(layers, token);
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
are_tied(const RelLayers *layers, uint32_t a, uint32_t b)
{
  const uint32_t up_a = layers->parent[a];
  const uint32_t up_b = layers->parent[b];
  // "Mr" goes with the name behind it, whatever the parser thinks
  const bool is_title = has_class(layers, a, REL_WORD_COURTESY) &&
                        rel_layers_upos(layers, a) == REL_UPOS_PROPN;
  const bool a_leans =
      up_a != REL_NO_TOKEN && up_a >= b && is_inner(rel_layers_dep(layers, a));
  const bool b_leans =
      up_b != REL_NO_TOKEN && up_b <= a && is_inner(rel_layers_dep(layers, b));
  const bool is_role = has_class(layers, a, REL_WORD_ROLE) && up_b == a &&
                       rel_layers_dep(layers, b) == REL_DEP_APPOS;

  return is_title || is_role || a_leans || b_leans;
}

/// "of", "for the" between the words of "Bank of China"; 0 or 1 or 2 tokens
static uint32_t
link_words(const RelLayers *layers, uint32_t first, uint32_t token,
           uint32_t end)
{
  uint32_t n = 0U;

  if (token + 1U >= end || !is_word(layers, token, "of")) {
    return 0U;
  }
  n = is_word(layers, token + 1U, "the") ? 2U : 1U;
  if (token + n >= end || !starts_chain(layers, token + n) ||
      !has_class(layers, token - 1U, REL_WORD_ORG)) {
    return 0U;
  }
  // "the office of Ana Mora" is no name, "Office of Management" is
  return (token > first &&
          !(rel_given_classes(rel_layers_form(layers, token + n)) &
            (REL_GIVEN_MALE | REL_GIVEN_FEMALE)))
             ? n
             : 0U;
}

static bool
continues_chain(const RelLayers *layers, uint32_t token)
{
  const RelUpos upos = rel_layers_upos(layers, token);
  const RelSentenceKind kind =
      layers->text->sentences[layers->sentence[token]].kind;

  if (starts_chain(layers, token)) {
    return true;
  }
  if (upos == REL_UPOS_NUM) {
    return rel_layers_dep(layers, token) == REL_DEP_FLAT;
  }
  return kind == REL_SENTENCE_BODY && rel_layers_is_capital(layers, token) &&
         (upos == REL_UPOS_NOUN || upos == REL_UPOS_ADJ ||
          upos == REL_UPOS_X) &&
         !has_class(layers, token,
                    REL_WORD_TIME | REL_WORD_MONTH | REL_WORD_WEEKDAY);
}

/// Length of the name-like run of words at `first`; 0 when there is none
static uint32_t
chain_length(const RelLayers *layers, uint32_t first)
{
  const uint32_t end = rel_layers_end(layers, first);
  uint32_t i = first + 1U;

  if (!starts_chain(layers, first)) {
    return 0U;
  }
  while (i < end && i - first < MAX_CHAIN) {
    const uint32_t n_links = link_words(layers, first, i, end);

    if (n_links) {
      i += n_links + 1U;
    } else if (i + 1U < end &&
               (rel_layers_xpos(layers, i) == REL_XPOS_HYPH ||
                is_word(layers, i, "&")) &&
               continues_chain(layers, i + 1U)) {
      i += 2U;
    } else if (continues_chain(layers, i) && are_tied(layers, i - 1U, i)) {
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
looks_personal(const RelLayers *layers, uint32_t first, uint32_t n)
{
  const RelStr form = rel_layers_form(layers, first);
  const uint32_t given = rel_given_classes(form);

  for (uint32_t i = first; i < first + n; ++i) {
    const bool is_place = has_class(layers, i, REL_WORD_PLACE) && i > first;

    if (has_class(layers, i, REL_WORD_ORG) || is_place ||
        is_word(layers, i, "of")) {
      return false;
    }
  }
  return n > 1U && n < 6U &&
         ((given & (REL_GIVEN_MALE | REL_GIVEN_FEMALE)) ||
          ((given & REL_GIVEN_FAMILY) && n < 4U) ||
          (form.len == 2U && form.data[1] == '.'));
}

/// Buildings and streets that stand for who works there
static bool
is_metonym(const RelLayers *layers, uint32_t first, uint32_t n)
{
  static const char *const pairs[][2] = {
      {"White", "House"},   {"Downing", "Street"}, {"Capitol", "Hill"},
      {"Scotland", "Yard"}, {"Wall", "Street"},    {"Blue", "House"},
  };

  for (size_t i = 0; n == 2U && i < sizeof(pairs) / sizeof(pairs[0]); ++i) {
    if (is_word(layers, first, pairs[i][0]) &&
        is_word(layers, first + 1U, pairs[i][1])) {
      return true;
    }
  }
  return false;
}

static RelTermKind
type_by_words(const RelLayers *layers, uint32_t first, uint32_t n)
{
  const uint32_t last = first + n - 1U;

  if (is_metonym(layers, first, n)) {
    return REL_TERM_ORGANISATION;
  }
  if (looks_personal(layers, first, n)) {
    return REL_TERM_PERSON;
  }
  for (uint32_t i = first; i < first + n && n > 1U; ++i) {
    // "Bank of China", "Ministry of Trade": the first noun says what it is
    const bool is_headed = i == last || is_word(layers, i + 1U, "of");

    if (is_headed && has_class(layers, i, REL_WORD_ORG)) {
      return REL_TERM_ORGANISATION;
    }
    if (is_headed && has_class(layers, i, REL_WORD_PLACE)) {
      return REL_TERM_PLACE;
    }
    if (is_headed && has_class(layers, i, REL_WORD_EVENT)) {
      return REL_TERM_EVENT;
    }
  }
  return (n == 1U && is_acronym(rel_layers_form(layers, first)))
             ? REL_TERM_ORGANISATION
             : REL_TERM_NONE;
}

/// The token of [first, first + n) that hangs from outside
static uint32_t
span_head(const RelLayers *layers, uint32_t first, uint32_t n)
{
  for (uint32_t i = first; i < first + n; ++i) {
    const uint32_t up = layers->parent[i];

    if (up == REL_NO_TOKEN || up < first || up >= first + n) {
      return i;
    }
  }
  return first;
}

static RelTermKind
type_by_context(const RelLayers *layers, uint32_t first, uint32_t n)
{
  const uint32_t head = span_head(layers, first, n);
  const uint32_t given = rel_given_classes(rel_layers_form(layers, first));
  const uint32_t marker = rel_layers_child(layers, head, REL_DEP_CASE);
  const bool is_flat =
      n > 1U && rel_layers_dep(layers, first + 1U) == REL_DEP_FLAT;

  if (marker != REL_NO_TOKEN &&
      (is_word(layers, marker, "in") || is_word(layers, marker, "near") ||
       is_word(layers, marker, "at"))) {
    return REL_TERM_PLACE;
  }
  if (is_flat || (n == 1U && (given & (REL_GIVEN_MALE | REL_GIVEN_FEMALE)))) {
    return REL_TERM_PERSON;
  }
  return REL_TERM_NONE;
}

// ------------------------------------------------------------ spans

static RelStatus
push_span(const RelLayers *layers, RelNames *names, RelNameSpan span)
{
  if (!span.n) {
    return REL_OK;
  }
  for (uint32_t i = span.first; i < span.first + span.n; ++i) {
    names->span_of[i] = names->spans.n;
  }
  return REL_ARRAY_PUSH(layers->arena, &names->spans, span);
}

/// A country's name before a title: "US | Commerce Secretary"
static RelStatus
push_leading_country(const RelLayers *layers, RelNames *names, uint32_t first,
                     uint32_t n)
{
  uint32_t n_country = 0U;
  const RelCountryName *const country =
      longest_country(layers, first, first + n, &n_country);

  if (!country || country->kind == REL_COUNTRY_CAPITAL) {
    return REL_OK;
  }
  return push_span(layers, names,
                   (RelNameSpan){first, n_country, REL_TERM_COUNTRY, true,
                                 REL_NO_TOKEN, country});
}

/// "chipmaker" in a chain that the tagger ran together with a name
static bool
is_descriptor(const RelLayers *layers, uint32_t token)
{
  return !rel_layers_is_capital(layers, token) &&
         has_class(layers, token,
                   REL_WORD_COMPANY | REL_WORD_PERSON | REL_WORD_GROUP);
}

/// Does the title at `k` belong to a name: "Justice Department", "General
/// Motors"?
static bool
is_inside_name(const RelLayers *layers, uint32_t first, uint32_t k, uint32_t n)
{
  const uint32_t next = first + k + 1U;
  const RelTermKind rest = type_by_words(layers, next, n - k - 1U);
  const bool is_courtesy = has_class(layers, first + k, REL_WORD_COURTESY);

  return has_class(layers, first + n - 1U, REL_WORD_ORG | REL_WORD_PLACE) ||
         is_word(layers, next, "of") ||
         (rest != REL_TERM_NONE && rest != REL_TERM_PERSON && !is_courtesy);
}

/// Offset behind the last title of a chain; 0 when it has none
static uint32_t
title_length(const RelLayers *layers, uint32_t first, uint32_t n,
             RelTermKind tagged)
{
  for (uint32_t k = n; k-- > 0U;) {
    const uint32_t token = first + k;
    const bool is_given = (rel_given_classes(rel_layers_form(layers, token)) &
                           (REL_GIVEN_MALE | REL_GIVEN_FEMALE)) != 0U;
    const bool is_courtesy = has_class(layers, token, REL_WORD_COURTESY);

    if (is_descriptor(layers, token) && k + 1U < n) {
      return k + 1U;
    }
    if (!is_courtesy && !has_class(layers, token, REL_WORD_ROLE)) {
      continue;
    }
    if (k + 1U == n) {
      // "Stephen King" is a name, "Commerce Secretary" is a title
      const bool is_name =
          tagged == REL_TERM_PERSON || looks_personal(layers, first, n);

      return is_name ? 0U : n;
    }
    if (k == 0U && is_given && !is_courtesy) {
      return 0U;
    }
    return is_inside_name(layers, first, k, n) ? 0U : k + 1U;
  }
  return 0U;
}

static RelStatus
push_person(const RelLayers *layers, RelNames *names, uint32_t first,
            uint32_t n, uint32_t n_title)
{
  RelStatus st = REL_OK;
  uint32_t from = first + n_title;
  const uint32_t before = from - 1U;

  REL_TRY(st, push_leading_country(layers, names, first, n_title));
  // "Pope Leo", "Queen Anne": the title is part of a single name
  if (n - n_title == 1U && has_class(layers, before, REL_WORD_TITLEWORD) &&
      n_title == 1U) {
    from = before;
  }
  return push_span(layers, names,
                   (RelNameSpan){from, first + n - from, REL_TERM_PERSON, true,
                                 before, NULL});
}

/// "Georgia" behind "Atlanta,": a region that shares a country's name
static bool
is_region_behind(const RelLayers *layers, const RelNames *names, uint32_t first,
                 RelStr country)
{
  const RelPlaceName *const region = rel_place_usual(country);
  char room[MAX_COUNTRY_BYTES];
  uint32_t n = 0U;

  if (!names->spans.n || !region || region->kind != REL_PLACE_REGION ||
      !first || !is_word(layers, first - 1U, ",")) {
    return false;
  }
  const RelNameSpan *const city = &names->spans.items[names->spans.n - 1U];
  if (city->first + city->n + 1U != first) {
    return false;
  }
  const RelPlaceName *const all =
      rel_places_find(join_forms(layers, city->first, city->n, room), &n);
  for (uint32_t i = 0; i < n; ++i) {
    if (all[i].region == region->region) {
      return true;
    }
  }
  return false;
}

/// A large city or a region by the table, where the tagger is not sure of
/// something else: "San Francisco" looks like a person
static bool
is_usual_place(const RelLayers *layers, RelNameSpan span, Tagged tagged)
{
  const bool is_told = tagged.type != REL_TERM_NONE &&
                       tagged.type != REL_TERM_THING &&
                       tagged.prob >= (span.n > 1U ? table_prob : sure_prob);
  char room[MAX_COUNTRY_BYTES];

  return !is_told && span.n <= MAX_COUNTRY_WORDS &&
         rel_place_usual(join_forms(layers, span.first, span.n, room)) != NULL;
}

/// A chain without titles: decide what it names
static RelStatus
push_plain(const RelLayers *layers, RelNames *names, uint32_t first, uint32_t n,
           Tagged tagged)
{
  RelNameSpan span = {first, n, REL_TERM_NONE, false, REL_NO_TOKEN, NULL};
  uint32_t n_country = 0U;
  const RelCountryName *const country =
      longest_country(layers, first, first + n, &n_country);
  // the tagger knows our lists; where it means just these words, it decides
  const bool is_decided =
      tagged.type != REL_TERM_NONE && tagged.first == first && tagged.n == n;

  if (country && n_country == n &&
      !(tagged.type == REL_TERM_PERSON && tagged.prob > 0.9F)) {
    span.country = country;
    span.type = country->kind == REL_COUNTRY_CAPITAL ? REL_TERM_PLACE
                                                     : REL_TERM_COUNTRY;
    span.is_sure = true;
    if (is_region_behind(layers, names, first, rel_str(country->name))) {
      span.country = NULL;
      span.type = REL_TERM_PLACE;
    }
    return push_span(layers, names, span);
  }
  span.type = type_by_words(layers, first, n);
  span.is_sure = span.type != REL_TERM_NONE;
  if (tagged.type != REL_TERM_NONE && !is_metonym(layers, first, n) &&
      (is_decided || tagged.prob >= sure_prob || !span.is_sure)) {
    const bool is_doubtful = n == 1U && tagged.prob < person_prob &&
                             tagged.type == REL_TERM_PERSON &&
                             !rel_given_classes(rel_layers_form(layers, first));
    span.type = is_doubtful ? REL_TERM_THING : tagged.type;
    span.is_sure = tagged.prob >= sure_prob;
  }
  if (is_usual_place(layers, span, tagged)) {
    span.type = REL_TERM_PLACE;
    span.is_sure = true;
  }
  if (span.type == REL_TERM_NONE ||
      (span.type == REL_TERM_THING && !is_decided)) {
    const RelTermKind guess = type_by_context(layers, first, n);

    span.type = guess != REL_TERM_NONE ? guess : span.type;
  }
  return push_span(layers, names, span);
}

static RelStatus
push_chain(const RelLayers *layers, RelNames *names, uint32_t first, uint32_t n,
           Tagged tagged)
{
  const uint32_t n_title = title_length(layers, first, n, tagged.type);
  RelStatus st = REL_OK;

  if (n_title == n) { // all title: its country alone is a name
    return push_leading_country(layers, names, first, n);
  }
  if (n_title && is_descriptor(layers, first + n_title - 1U)) {
    REL_TRY(st, push_leading_country(layers, names, first, n_title));
    return push_plain(layers, names, first + n_title, n - n_title, tagged);
  }
  if (n_title) {
    return push_person(layers, names, first, n, n_title);
  }
  return push_plain(layers, names, first, n, tagged);
}

/// Without articles and quotation marks at its ends
static Tagged
trim_tagged(const RelLayers *layers, const RelName *name)
{
  Tagged tagged = {name->first, name->n, kind_of_name(name->type), name->prob};
  const uint32_t end = rel_layers_end(layers, name->first);

  // whatever the tagger says, names stay inside their sentence
  tagged.n = tagged.n < end - tagged.first ? tagged.n : end - tagged.first;
  while (tagged.n) {
    const RelUpos upos = rel_layers_upos(layers, tagged.first);

    if (upos != REL_UPOS_DET && upos != REL_UPOS_PUNCT &&
        upos != REL_UPOS_ADP) {
      break;
    }
    ++tagged.first;
    --tagged.n;
  }
  while (tagged.n) {
    const uint32_t last = tagged.first + tagged.n - 1U;
    const RelUpos upos = rel_layers_upos(layers, last);

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
tagged_at(const RelLayers *layers, uint32_t token, uint32_t *cursor)
{
  const RelTree *const tree = layers->tree;

  while (*cursor < tree->n_names) {
    const RelName *const name = &tree->names[*cursor];
    const Tagged tagged = trim_tagged(layers, name);

    if (tagged.n && tagged.first + tagged.n > token) {
      return tagged;
    }
    ++*cursor;
  }
  return (Tagged){REL_NO_TOKEN, 0U, REL_TERM_NONE, 0.0F};
}

static RelStatus
push_demonym(const RelLayers *layers, RelNames *names, uint32_t token,
             uint32_t *n)
{
  const RelCountryName *const country =
      longest_country(layers, token, rel_layers_end(layers, token), n);

  if (!country || country->kind == REL_COUNTRY_CAPITAL) {
    *n = 1U;
    return REL_OK;
  }
  return push_span(
      layers, names,
      (RelNameSpan){token, *n, REL_TERM_COUNTRY, true, REL_NO_TOKEN, country});
}

/// A capitalised adjective or noun that a name begins with: "National Library",
/// "Chinese Communist Party"; length of the whole name, or 0
static uint32_t
prefixed_length(const RelLayers *layers, uint32_t token)
{
  const uint32_t end = rel_layers_end(layers, token);
  const RelUpos upos = rel_layers_upos(layers, token);
  const RelSentence *const sentence =
      &layers->text->sentences[layers->sentence[token]];
  uint32_t n = 0U;

  if ((upos != REL_UPOS_ADJ && upos != REL_UPOS_NOUN) || token + 1U >= end ||
      !rel_layers_is_capital(layers, token) ||
      sentence->kind != REL_SENTENCE_BODY ||
      !are_tied(layers, token, token + 1U) ||
      has_class(layers, token, REL_WORD_ROLE | REL_WORD_PERSON)) {
    return 0U;
  }
  n = chain_length(layers, token + 1U);
  for (uint32_t i = token + 1U; i <= token + n; ++i) {
    const bool is_last = i == token + n || is_word(layers, i + 1U, "of");

    if (is_last && has_class(layers, i, REL_WORD_ORG) &&
        !has_class(layers, i, REL_WORD_ROLE)) {
      return n + 1U;
    }
  }
  return 0U;
}

static RelStatus
take_name(const RelLayers *layers, RelNames *names, uint32_t token,
          Tagged tagged, uint32_t *n)
{
  const uint32_t n_prefixed = prefixed_length(layers, token);
  const uint32_t n_chain =
      n_prefixed ? n_prefixed : chain_length(layers, token);
  const uint32_t end = token + n_chain;
  // a lone adjective names nothing: demonyms are in the table
  const bool is_adjective =
      tagged.n == 1U && rel_layers_upos(layers, tagged.first) == REL_UPOS_ADJ;
  const bool is_name =
      tagged.n && !rel_term_is_value(tagged.type) && !is_adjective;
  const bool is_near = is_name && tagged.first >= token &&
                       (tagged.first < end || tagged.first == token);

  if (!n_chain && !(is_near && tagged.first == token)) {
    return push_demonym(layers, names, token, n);
  }
  *n = n_chain;
  if (is_near && tagged.first + tagged.n > end) {
    *n = tagged.first + tagged.n - token;
  }
  if (!is_near) {
    tagged.type = REL_TERM_NONE;
    tagged.prob = 0.0F;
  }
  return push_chain(layers, names, token, *n, tagged);
}

static void
mark_values(const RelLayers *layers, RelNames *names)
{
  const RelTree *const tree = layers->tree;

  for (uint32_t k = 0; k < tree->n_names; ++k) {
    const RelName *const name = &tree->names[k];
    const RelTermKind kind = kind_of_name(name->type);

    for (uint32_t i = 0; rel_term_is_value(kind) && i < name->n; ++i) {
      names->value_of[name->first + i] = (uint8_t)kind;
    }
  }
}

RelStatus
rel_names_find(const RelLayers *layers, RelNames *names)
{
  RelStatus st = REL_OK;
  uint32_t cursor = 0U;

  *names = (RelNames){0};
  names->span_of =
      rel_arena_calloc(layers->arena, layers->n + 1U, sizeof(uint32_t));
  names->value_of = rel_arena_calloc(layers->arena, layers->n + 1U, 1U);
  if (!names->span_of || !names->value_of) {
    return REL_NO_MEMORY;
  }
  memset(names->span_of, 0xFF, (layers->n + 1U) * sizeof(uint32_t));
  mark_values(layers, names);
  for (uint32_t i = 0; i < layers->n;) {
    const Tagged tagged = tagged_at(layers, i, &cursor);
    uint32_t n = 1U;

    if (names->value_of[i] == REL_TERM_DATE) {
      ++i;
      continue;
    }
    REL_TRY(st, take_name(layers, names, i, tagged, &n));
    i += n ? n : 1U;
  }
  return REL_OK;
}
