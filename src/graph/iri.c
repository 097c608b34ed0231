// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/iri.h"

#include "base/buffer.h"
#include "graph/spelling.h"

#include <inttypes.h>

/// Bytes of a key before it is cut: room for "person/", "__" and a hash
enum { MAX_PLAIN = REL_MAX_KEY - 36 };

/// Key of a predicate without a letter or digit
static const char no_words[] = "relatedTo";

static bool
is_lower(char c)
{
  return c >= 'a' && c <= 'z';
}

static bool
is_upper(char c)
{
  return c >= 'A' && c <= 'Z';
}

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_alnum(char c)
{
  return is_lower(c) || is_upper(c) || is_digit(c);
}

/// Blanks and control characters; `_` counts, so that it never doubles
static bool
is_gap(char c)
{
  return (unsigned char)c <= 0x20U || c == 0x7F || c == '_';
}

static void
add_escaped(RelBuffer *buffer, char c)
{
  static const char digits[] = "0123456789ABCDEF";
  const unsigned char byte = (unsigned char)c;

  rel_buffer_add_char(buffer, '%');
  rel_buffer_add_char(buffer, digits[byte >> 4U]);
  rel_buffer_add_char(buffer, digits[byte & 0xFU]);
}

/// The key in `buffer`; one that was cut gets `part` and the whole's hash
static RelStatus
finish_key(RelBuffer *buffer, const char *part, RelStr whole, RelStr *key)
{
  if (buffer->status) {
    return buffer->status;
  }

  *key = rel_buffer_str(buffer);
  return part ? rel_arena_format(buffer->arena, key, "%.*s%s%016" PRIX64,
                                 REL_ARG(rel_buffer_str(buffer)), part,
                                 rel_str_hash(whole))
              : REL_OK;
}

/// Is there room for the label's byte at `i`? A code point is never parted
static bool
has_room(const RelBuffer *buffer, RelStr label, size_t i)
{
  const bool is_continued = ((unsigned char)label.data[i] & 0xC0U) == 0x80U;

  // of valid UTF-8 at most three escaped bytes follow
  return buffer->len < MAX_PLAIN + (is_continued ? 9U : 0U);
}

RelStatus
rel_iri_entity_key(RelArena *arena, RelStr label, RelStr *key)
{
  RelBuffer buffer = {arena, NULL, 0U, 0U, REL_OK};
  bool is_gap_open = false;
  size_t i = 0;

  label = rel_str_trim(label);
  for (; i < label.len && has_room(&buffer, label, i); ++i) {
    const char c = label.data[i];
    if (is_gap(c)) {
      is_gap_open = buffer.len > 0U;
      continue;
    }
    if (is_gap_open) {
      rel_buffer_add_char(&buffer, '_');
      is_gap_open = false;
    }
    if (is_alnum(c) || c == '-') {
      rel_buffer_add_char(&buffer, c);
    } else {
      add_escaped(&buffer, c);
    }
  }

  if (!buffer.len) {
    rel_buffer_add_char(&buffer, '_');
  }
  return finish_key(&buffer, i < label.len ? "__" : NULL, label, key);
}

RelStatus
rel_iri_predicate_key(RelArena *arena, RelStr predicate, RelStr *key)
{
  RelBuffer buffer = {arena, NULL, 0U, 0U, REL_OK};
  bool is_word_begin = false;
  size_t i = 0;

  predicate = rel_str_trim(predicate);
  for (; i < predicate.len && buffer.len < MAX_PLAIN; ++i) {
    char c = predicate.data[i];
    if (!is_alnum(c)) {
      is_word_begin = true;
      continue;
    }
    if (!buffer.len) {
      // "US" keeps its capitals, "Meet" does not
      const bool is_acronym =
          i + 1U < predicate.len && is_upper(predicate.data[i + 1U]);
      c = is_upper(c) && !is_acronym ? (char)(c - 'A' + 'a') : c;
      if (is_digit(c)) {
        rel_buffer_add_char(&buffer, 'n');
      }
    } else if (is_word_begin && is_lower(c)) {
      c = (char)(c - 'a' + 'A');
    }
    rel_buffer_add_char(&buffer, c);
    is_word_begin = false;
  }

  if (!buffer.len) {
    rel_buffer_add(&buffer, rel_str(no_words));
  }
  return finish_key(&buffer, i < predicate.len ? "X" : NULL, predicate, key);
}

/// Is there a name in it? Letters other than ASCII's count as one in front
static bool
has_name(RelStr label)
{
  bool has_capital = label.len && (unsigned char)label.data[0] >= 0x80U;

  for (size_t i = 0; i < label.len && !has_capital; ++i) {
    has_capital = is_upper(label.data[i]);
  }
  return has_capital || !label.len;
}

/// Words of a description from which two documents are taken to mean the same:
/// "tariffs on steel", but not "tariffs" or "steel tariffs"
enum { TELLING_WORDS = 3 };

/// Does the label say enough to be one thing in all documents?
static bool
is_telling(RelTermKind kind, RelStr label)
{
  const bool is_actor = kind == REL_TERM_PERSON || kind == REL_TERM_ROLE ||
                        kind == REL_TERM_ORGANISATION;
  uint32_t n_words = 1U;

  for (size_t i = 0; i < label.len; ++i) {
    n_words += is_gap(label.data[i]);
  }
  return has_name(label) || (!is_actor && n_words >= TELLING_WORDS);
}

RelStatus
rel_iri_node_key(RelArena *arena, const RelTerm *term, RelStr document,
                 RelStr *key)
{
  const char *const space = term->kind == REL_TERM_PERSON ? "person" : "entity";
  RelStr name = {0};
  RelStr part = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_spelling(arena, term->kind, term->label, &name));
  REL_TRY(st, rel_iri_entity_key(arena, name, &part));
  if (term->namesake && document.len) {
    return rel_arena_format(arena, key, "%s/%.*s-%.*s-%u", space, REL_ARG(part),
                            REL_ARG(document), term->namesake + 1U);
  }
  return is_telling(term->kind, name) || !document.len
             ? rel_arena_format(arena, key, "%s/%.*s", space, REL_ARG(part))
             : rel_arena_format(arena, key, "%s/%.*s-%.*s", space,
                                REL_ARG(part), REL_ARG(document));
}

static bool
is_document_key(RelStr text)
{
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.data[i];
    if (!is_digit(c) && (c < 'a' || c > 'f')) {
      return false;
    }
  }
  return text.len == REL_DOCUMENT_KEY;
}

/// has_name() of what a key is made of, without the digits of escapes and of
/// the hash of a label that was cut
static bool
tells_name(RelStr key)
{
  bool has_capital = key.len > 1U && key.data[0] == '%' && key.data[1] >= '8';

  const size_t cut = rel_str_find(key, REL_STR("__"));
  const size_t len = cut == SIZE_MAX ? key.len : cut;

  for (size_t i = 0; i < len && !has_capital; ++i) {
    if (key.data[i] == '%') {
      i += 2U;
    } else {
      has_capital = is_upper(key.data[i]);
    }
  }
  return has_capital;
}

/// Take "-12" off the end of a key; what is not as it is written is no number
static uint32_t
take_number(RelStr *key)
{
  size_t begin = key->len;
  uint64_t number = 0U;

  while (begin && is_digit(key->data[begin - 1U])) {
    --begin;
  }
  for (size_t i = begin; i < key->len && number <= UINT32_MAX; ++i) {
    number = number * 10U + (uint64_t)(key->data[i] - '0');
  }
  if (begin < 2U || begin == key->len || key->data[begin - 1U] != '-' ||
      key->data[begin] == '0' || number < 2U || number > UINT32_MAX) {
    return 0U;
  }
  key->len = begin - 1U;
  return (uint32_t)number;
}

/// Take "-66f20a398c6536b6" off the end of a key, whose name begins at `begin`
static RelStr
take_document(RelStr *key, size_t begin)
{
  const size_t end = key->len > begin + REL_DOCUMENT_KEY
                         ? key->len - REL_DOCUMENT_KEY - 1U
                         : begin;
  const RelStr document = rel_str_slice(*key, end + 1U, key->len);

  if (end == begin || key->data[end] != '-' || !is_document_key(document)) {
    return REL_STR("");
  }
  key->len = end;
  return document;
}

/// First byte of a key's name
static size_t
name_begin(RelStr key)
{
  const size_t slash = rel_str_find(key, REL_STR("/"));

  return slash == SIZE_MAX ? 0U : slash + 1U;
}

RelKeyParts
rel_iri_node_parts(RelStr key)
{
  const size_t begin = name_begin(key);
  RelStr name = key;
  const uint32_t number = take_number(&name);
  RelStr document = number ? take_document(&name, begin) : REL_STR("");

  if (document.len) {
    return (RelKeyParts){name, document, number - 1U};
  }
  name = key;
  document = take_document(&name, begin);
  return document.len && !tells_name(rel_str_slice(name, begin, name.len))
             ? (RelKeyParts){name, document, 0U}
             : (RelKeyParts){key, REL_STR(""), 0U};
}

static unsigned
digit_value(char c)
{
  return is_digit(c) ? (unsigned)(c - '0') : (unsigned)(c - 'A') + 10U;
}

static bool
is_escape(RelStr key, size_t i)
{
  return key.data[i] == '%' && i + 2U < key.len;
}

RelStatus
rel_iri_node_label(RelArena *arena, RelStr key, RelStr *label)
{
  RelBuffer buffer = {arena, NULL, 0U, 0U, REL_OK};
  const size_t begin = name_begin(key);

  key = rel_iri_node_parts(key).name;
  if (rel_str_equal(rel_str_slice(key, begin, key.len), REL_STR("_"))) {
    *label = REL_STR("");
    return REL_OK;
  }
  for (size_t i = begin; i < key.len; ++i) {
    if (is_escape(key, i)) {
      const unsigned byte =
          digit_value(key.data[i + 1U]) << 4U | digit_value(key.data[i + 2U]);
      rel_buffer_add_char(&buffer, (char)(unsigned char)byte);
      i += 2U;
    } else {
      rel_buffer_add_char(&buffer, key.data[i] == '_' ? ' ' : key.data[i]);
    }
  }
  *label = rel_buffer_str(&buffer);
  return buffer.status;
}

/// A capital behind anything else, or before a small letter
static bool
begins_word(RelStr key, size_t i)
{
  return is_upper(key.data[i]) &&
         (!i || !is_upper(key.data[i - 1U]) ||
          (i + 1U < key.len && is_lower(key.data[i + 1U])));
}

RelStatus
rel_iri_predicate_words(RelArena *arena, RelStr key, RelStr *words)
{
  RelBuffer buffer = {arena, NULL, 0U, 0U, REL_OK};

  if (rel_str_equal(key, rel_str(no_words))) {
    *words = REL_STR("");
    return REL_OK;
  }
  for (size_t i = 0; i < key.len; ++i) {
    const char c = key.data[i];
    const bool is_first = begins_word(key, i);
    if (is_first && i) {
      rel_buffer_add_char(&buffer, ' ');
    }
    // "CEO" in "beCEOOf" keeps its capitals, "Of" does not
    const bool is_acronym = is_upper(c) && i + 1U < key.len &&
                            is_upper(key.data[i + 1U]) &&
                            !begins_word(key, i + 1U);
    const bool is_in_acronym = is_upper(c) && !is_first;
    rel_buffer_add_char(&buffer, is_upper(c) && !is_acronym && !is_in_acronym
                                     ? (char)(c - 'A' + 'a')
                                     : c);
  }
  *words = rel_buffer_str(&buffer);
  return buffer.status;
}

RelStatus
rel_iri_document_key(RelArena *arena, const RelDocInfo *info, RelStr *key)
{
  return info->id.len ? rel_arena_copy(arena, info->id, key)
                      : rel_arena_format(arena, key, "%016" PRIx64,
                                         rel_str_hash(info->content));
}

RelStatus
rel_iri_run_key(RelArena *arena, const RelRunInfo *run, RelStr *key)
{
  RelStatus st = REL_OK;
  RelStr whole = {0};

  // line feeds part the fields
  REL_TRY(st, rel_arena_format(arena, &whole, "%.*s\n%.*s\n%.*s\n%.*s",
                               REL_ARG(run->version), REL_ARG(run->model),
                               REL_ARG(run->checksum), REL_ARG(run->options)));
  return rel_arena_format(arena, key, "%016" PRIx64, rel_str_hash(whole));
}

RelStr
rel_iri_document_name(const RelDocInfo *info)
{
  const RelStr path = info->name;

  if (info->id.len) {
    return path; // it was read before
  }
  size_t begin = path.len;
  while (begin && path.data[begin - 1U] != '/') {
    --begin;
  }

  size_t end = path.len;
  for (size_t i = path.len; i > begin + 1U; --i) {
    if (path.data[i - 1U] == '.') {
      end = i - 1U;
      break;
    }
  }
  return rel_str_slice(path, begin, end);
}
