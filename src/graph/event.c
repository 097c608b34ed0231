// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/event.h"

#include "graph/event_table.h"

#include <string.h>

enum {
  MAX_PHRASE = 120, // bytes of a predicate that is looked up
  KEY_SIZE = MAX_PHRASE + 80
};

/// Words that end a noun phrase's head: "tariffs on steel"
static const char *const stops[] = {
    "about",   "after",   "against", "among",   "and",   "as",    "at",
    "before",  "between", "by",      "during",  "for",   "from",  "in",
    "into",    "of",      "off",     "on",      "or",    "over",  "that",
    "through", "to",      "toward",  "under",   "until", "which", "who",
    "whose",   "with",    "within",  "without",
};

/// Prepositions at the end of a predicate that may be no part of its sense
static const char *const prepositions[] = {
    "about",      "across",  "after",     "against", "along",  "alongside",
    "amid",       "among",   "around",    "as",      "at",     "before",
    "behind",     "between", "by",        "despite", "during", "for",
    "from",       "in",      "including", "inside",  "into",   "near",
    "of",         "on",      "outside",   "over",    "since",  "through",
    "throughout", "to",      "toward",    "towards", "under",  "until",
    "upon",       "via",     "while",     "with",    "within",
};

/// "begin to withdraw" is a withdrawal
static const char *const aspects[] = {
    "be able", "begin",   "continue", "go on", "help",
    "manage",  "proceed", "resume",   "start",
};

#define AMONG(text, words)                                                     \
  rel_str_among((text), (words), sizeof(words) / sizeof(*(words)))

// ------------------------------------------------------------ words

/// Lower case, single blanks, no full stop or comma at the end
typedef struct {
  char text[MAX_PHRASE + 1];
  size_t len;
} Phrase;

static RelStr
view(const Phrase *phrase)
{
  return (RelStr){phrase->text, phrase->len};
}

/// False for what is too long to be in the table
static bool
normalise(RelStr words, Phrase *out)
{
  out->len = 0U;
  for (size_t i = 0; i < words.len; ++i) {
    const char c = words.data[i];
    const bool is_blank = c == ' ' || c == '\n' || c == '\t';

    if (is_blank && (!out->len || out->text[out->len - 1U] == ' ')) {
      continue;
    }
    if (out->len == MAX_PHRASE) {
      return false;
    }
    out->text[out->len++] =
        is_blank ? ' ' : (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  while (out->len && strchr(" .,;:", out->text[out->len - 1U])) {
    --out->len;
  }
  return out->len > 0U;
}

/// Place of the last word
static size_t
last_word(RelStr phrase)
{
  size_t begin = phrase.len;

  while (begin && phrase.data[begin - 1U] != ' ') {
    --begin;
  }
  return begin;
}

static RelStr
without_last(RelStr phrase)
{
  return rel_str_trim(rel_str_slice(phrase, 0U, last_word(phrase)));
}

/// The head of a noun phrase and the word before it: "trade agreement with"
typedef struct {
  RelStr pair; ///< Both words, or empty
  RelStr head; ///< Empty for none
} Head;

static Head
head_of(RelStr phrase)
{
  size_t end = 0;

  for (size_t at = 0; at < phrase.len;) {
    const RelStr rest = rel_str_slice(phrase, at, phrase.len);
    const size_t blank = rel_str_find(rest, REL_STR(" "));
    const RelStr word = rel_str_slice(rest, 0U, blank);
    const bool has_comma = rel_str_ends(word, REL_STR(","));

    if (end && AMONG(word, stops)) {
      break;
    }
    end = at + word.len - has_comma;
    at += word.len + 1U;
    if (has_comma) {
      break;
    }
  }
  const RelStr noun = rel_str_slice(phrase, 0U, end);
  const size_t begin = last_word(noun);
  const size_t before =
      last_word(rel_str_slice(noun, 0U, begin ? begin - 1U : 0U));

  return (Head){begin ? rel_str_slice(noun, before, end) : REL_STR(""),
                rel_str_slice(noun, begin, end)};
}

// ------------------------------------------------------------ table

static const RelEventRow *
find_key(RelStr key)
{
  const uint32_t mask = rel_event_n_slots - 1U;
  uint32_t slot = (uint32_t)rel_str_hash(key) & mask;

  while (rel_event_slots[slot]) {
    const RelEventRow *const row = &rel_event_rows[rel_event_slots[slot] - 1U];
    if (rel_str_equal(rel_str(row->key), key)) {
      return row;
    }
    slot = (slot + 1U) & mask;
  }
  return NULL;
}

static const RelEventRow *
find_joined(RelStr verb, RelStr noun, RelStr ending)
{
  char key[KEY_SIZE];
  const size_t len = verb.len + 1U + noun.len + ending.len;

  if (!noun.len || len > sizeof(key)) {
    return NULL;
  }
  memcpy(key, verb.data, verb.len);
  key[verb.len] = '|';
  memcpy(key + verb.len + 1U, noun.data, noun.len);
  memcpy(key + verb.len + 1U + noun.len, ending.data, ending.len);
  return find_key((RelStr){key, len});
}

/// With the noun as it is, and in singular
static const RelEventRow *
find_with_noun(RelStr verb, RelStr noun)
{
  static const struct {
    RelStr plural, singular;
  } endings[] = {{{"", 0U}, {"", 0U}},
                 {{"s", 1U}, {"", 0U}},
                 {{"es", 2U}, {"", 0U}},
                 {{"ies", 3U}, {"y", 1U}}};
  const RelEventRow *row = NULL;

  for (size_t i = 0; !row && i < sizeof(endings) / sizeof(*endings); ++i) {
    if (rel_str_ends(noun, endings[i].plural)) {
      row = find_joined(
          verb, rel_str_slice(noun, 0U, noun.len - endings[i].plural.len),
          endings[i].singular);
    }
  }
  return row;
}

static const RelEventRow *
find_with_head(RelStr verb, const Head *noun)
{
  const RelEventRow *const row = find_with_noun(verb, noun->pair);

  return row ? row : find_with_noun(verb, noun->head);
}

static const RelEventRow *
find(RelStr verb, const Head *noun)
{
  const RelEventRow *const row = find_with_head(verb, noun);

  return row ? row : find_key(verb);
}

/// "sign trade agreement": the noun is in the predicate
static const RelEventRow *
find_inside(RelStr phrase)
{
  const RelStr rest = without_last(phrase);
  const Head noun =
      head_of(rel_str_slice(phrase, last_word(phrase), phrase.len));
  const RelEventRow *row = NULL;

  for (RelStr verb = rest; !row && verb.len; verb = without_last(verb)) {
    row = find_with_noun(verb, noun.head);
  }
  return row;
}

// ------------------------------------------------------------ classes

/// Without the prepositions at its end, if the row allows it
static const RelEventRow *
find_loosely(RelStr phrase, const Head *noun)
{
  const RelEventRow *row = find(phrase, noun);

  while (!row && AMONG(rel_str_slice(phrase, last_word(phrase), phrase.len),
                       prepositions)) {
    phrase = without_last(phrase);
    row = find(phrase, noun);
    row = row && !row->is_loose ? NULL : row;
    row = row ? row : find_inside(phrase);
  }
  return row;
}

/// What governs an infinitive: "threaten to impose"
static const RelEventRow *
find_governor(RelStr phrase, size_t to)
{
  static const Head no_noun = {{"", 0U}, {"", 0U}};
  const RelStr with_to = rel_str_slice(phrase, 0U, to + 3U);
  const RelEventRow *const row = find_key(with_to);

  return row ? row : find_loosely(rel_str_slice(phrase, 0U, to), &no_noun);
}

static const RelEventRow *
find_class(RelStr phrase, const Head *noun)
{
  const RelEventRow *row = find(phrase, noun);
  size_t to = rel_str_find(phrase, REL_STR(" to "));

  while (!row && to != SIZE_MAX) {
    const RelStr rest = rel_str_slice(phrase, to + 4U, phrase.len);

    if (!AMONG(rel_str_slice(phrase, 0U, to), aspects)) {
      return find_governor(phrase, to);
    }
    phrase = rest;
    row = find(phrase, noun);
    to = rel_str_find(phrase, REL_STR(" to "));
  }
  return row ? row : find_loosely(phrase, noun);
}

/// A passive's subject is what the verb's object was; what follows its
/// preposition is looked at first ("be held in jail")
static const RelEventRow *
find_passive(RelStr phrase, const Head *subject, const Head *object)
{
  const RelEventRow *const row = find_with_head(phrase, object);

  return row ? row : find_class(phrase, subject);
}

/// The head of words, if they are short enough to have one in the table
static Head
head_of_words(RelStr words, Phrase *room)
{
  return normalise(words, room) ? head_of(view(room))
                                : (Head){REL_STR(""), REL_STR("")};
}

RelStr
rel_event_class(const RelEventWords *words)
{
  Phrase predicate;
  Phrase subject;
  Phrase object;
  const Head subject_head = head_of_words(words->subject, &subject);
  const Head object_head = head_of_words(words->object, &object);

  if (!normalise(words->predicate, &predicate)) {
    return REL_STR("");
  }
  const RelStr phrase = view(&predicate);
  const RelEventRow *const row =
      rel_str_starts(phrase, REL_STR("be "))
          ? find_passive(phrase, &subject_head, &object_head)
          : find_class(phrase, &object_head);

  return row ? rel_str(rel_event_names[row->event]) : REL_STR("");
}

bool
rel_event_is_class(RelStr name)
{
  for (uint32_t i = 0; i < rel_event_n_names; ++i) {
    if (rel_str_equal(name, rel_str(rel_event_names[i]))) {
      return true;
    }
  }
  return false;
}

// ------------------------------------------------------------ properties

RelEventProperty
rel_event_property(RelStr predicate, RelTermKind subject, RelTermKind object)
{
  const uint32_t mask = rel_property_n_slots - 1U;
  Phrase phrase;

  if (!normalise(predicate, &phrase)) {
    return (RelEventProperty){REL_STR(""), false};
  }
  uint32_t slot = (uint32_t)rel_str_hash(view(&phrase)) & mask;
  while (rel_property_slots[slot]) {
    const RelPropertyRow *row =
        &rel_property_rows[rel_property_slots[slot] - 1U];
    const RelPropertyRow *const end = rel_property_rows + rel_property_n_rows;

    for (; row < end && rel_str_equal(rel_str(row->key), view(&phrase));
         ++row) {
      if ((row->subject_kinds & 1U << subject) &&
          (row->object_kinds & 1U << object)) {
        return (RelEventProperty){rel_str(row->property), row->is_inverse};
      }
    }
    slot = (slot + 1U) & mask;
  }
  return (RelEventProperty){REL_STR(""), false};
}

bool
rel_event_is_property(RelStr iri)
{
  for (uint32_t i = 0; i < rel_property_n_rows; ++i) {
    if (rel_str_equal(iri, rel_str(rel_property_rows[i].property))) {
      return true;
    }
  }
  return false;
}
