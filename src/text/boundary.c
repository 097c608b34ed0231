// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/boundary.h"

#include "text/chars.h"
#include "text/ending.h"

#include <assert.h>

/// What kind of word or mark stands beside a gap
typedef enum {
  KIND_OUTSIDE, ///< Beyond the paragraph
  KIND_STOP,
  KIND_CRY,
  KIND_ELLIPSIS,
  KIND_ABBREV,
  KIND_CAPITAL,
  KIND_SMALL,
  KIND_NUMBER,
  KIND_CLOSER,
  KIND_COMMA,
  KIND_OTHER,
} Kind;

/// Most characters that a shape, and that a word's size tells apart
enum { MAX_SHAPE = 6, MAX_SIZE = 6 };

/// What a gap without any mark needs more than others, in units of the weights:
/// half a logit. Mail is full of such boundaries and news has none
enum { MARGIN = 12 };

static const RelBoundaryWord outside = {1U, 1U, 1U, KIND_OUTSIDE, 0U, false};

static uint32_t
hash_byte(uint32_t hash, uint32_t byte)
{
  return (hash ^ byte) * 0x01000193U; // FNV-1a
}

static Kind
kind_of_mark(RelStr form, RelChar first)
{
  const char last = form.data[form.len - 1U];

  switch (first.code) {
  case '.':
    return form.len == 1U               ? KIND_STOP
           : last == '?' || last == '!' ? KIND_CRY
                                        : KIND_ELLIPSIS;
  case '!':
  case '?':
    return KIND_CRY;
  case 0x2026U:
    return KIND_ELLIPSIS;
  case ')':
  case ']':
  case '}':
  case '"':
  case '\'':
  case 0x00BBU:
  case 0x2019U:
  case 0x201DU:
    return KIND_CLOSER;
  case ',':
  case ';':
  case ':':
  case '-':
  case 0x2013U:
  case 0x2014U:
    return KIND_COMMA;
  default:
    return KIND_OTHER;
  }
}

static Kind
kind_of(RelStr form)
{
  const RelChar first = rel_char_at(form, 0U);

  if (first.kind == REL_CHAR_DIGIT) {
    return KIND_NUMBER;
  }
  if (!rel_char_is_letter(first)) {
    return kind_of_mark(form, first);
  }
  if (form.len > 1U && form.data[form.len - 1U] == '.') {
    return KIND_ABBREV;
  }
  return first.kind == REL_CHAR_UPPER ? KIND_CAPITAL : KIND_SMALL;
}

/// Is it an address of the web or of mail?
static bool
is_address(RelStr form)
{
  for (size_t i = 1; i + 1U < form.len; ++i) {
    if (form.data[i] == '@' ||
        (form.data[i] == ':' && form.data[i + 1U] == '/')) {
      return true;
    }
  }
  return rel_str_starts(form, REL_STR("www."));
}

/// Kinds of characters, at most two alike in a row
static uint32_t
shape_of(RelStr form)
{
  uint32_t hash = 0x811C9DC5U;
  uint32_t last = 0U;
  uint32_t before = 0U;
  size_t at = 0;

  for (uint32_t n = 0; n < MAX_SHAPE && at < form.len;) {
    const RelChar c = rel_char_at(form, at);
    const uint32_t mark = rel_char_is_word(c) ? (uint32_t)c.kind : c.code;
    at += c.len;
    if (mark == last && mark == before) {
      continue;
    }
    hash = hash_byte(hash, mark);
    before = last;
    last = mark;
    ++n;
  }
  return hash;
}

static RelBoundaryWord
word_of(RelStr form)
{
  RelBoundaryWord word = {
      .low = 0x811C9DC5U,
      .form = 0x811C9DC5U,
      .kind = (uint8_t)kind_of(form),
      .size = (uint8_t)(form.len < MAX_SIZE ? form.len : MAX_SIZE),
      .is_address = is_address(form)};

  for (size_t i = 0; i < form.len; ++i) {
    const uint8_t byte = (uint8_t)form.data[i];
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    const bool is_digit = byte >= '0' && byte <= '9';
    word.form = hash_byte(word.form, byte);
    word.low = hash_byte(word.low, is_capital ? byte + 32U
                                   : is_digit ? (uint32_t)'0'
                                              : byte);
  }
  word.shape = word.is_address ? 2U : shape_of(form);
  return word;
}

static bool
is_stop(Kind kind)
{
  return kind == KIND_STOP || kind == KIND_CRY || kind == KIND_ELLIPSIS;
}

/// The next token from `at` on that stops, or the paragraph's end
static uint32_t
find_stop(const RelBoundaries *self, uint32_t at)
{
  while (at < self->end && !is_stop(kind_of(self->tokens[at].form))) {
    ++at;
  }
  return at;
}

static bool
ends_in_stop(const RelBoundaries *self)
{
  const Kind last = kind_of(self->tokens[self->end - 1U].form);

  return is_stop(last) ||
         (last == KIND_CLOSER && self->end > self->begin + 1U &&
          is_stop(kind_of(self->tokens[self->end - 2U].form)));
}

/// Let the window's last word be the token `at`
static void
shift(RelBoundaries *self, uint32_t at)
{
  enum { N_WORDS = 2 * REL_BOUNDARY_LOOK };

  for (size_t i = 1; i < N_WORDS; ++i) {
    self->words[i - 1U] = self->words[i];
  }
  self->words[N_WORDS - 1] =
      at < self->end ? word_of(self->tokens[at].form) : outside;
}

void
rel_boundaries_init(RelBoundaries *self, const RelToken *tokens, uint32_t begin,
                    uint32_t end)
{
  assert(begin < end);
  *self = (RelBoundaries){.tokens = tokens,
                          .begin = begin,
                          .end = end,
                          .at = begin,
                          .rule_end = rel_ending_find(tokens, begin, end),
                          .last_stop = begin};
  self->next_stop = find_stop(self, begin);
  self->has_last_stop = ends_in_stop(self);
  for (size_t i = 0; i < REL_BOUNDARY_LOOK; ++i) {
    self->words[REL_BOUNDARY_LOOK + i] = outside;
  }
  for (uint32_t i = 0; i < 2U * REL_BOUNDARY_LOOK; ++i) {
    shift(self, i < REL_BOUNDARY_LOOK ? end : begin + i - REL_BOUNDARY_LOOK);
  }
}

/// Count what the token before the gap opens, closes or is
static void
count(RelBoundaries *self, const RelBoundaryWord *word)
{
  const RelChar first = rel_char_at(self->tokens[self->at - 1U].form, 0U);

  switch (first.code) {
  case '(':
  case '[':
  case '{':
    ++self->n_brackets;
    break;
  case ')':
  case ']':
  case '}':
    self->n_brackets -= self->n_brackets > 0U;
    break;
  case '"':
    self->is_quoted = !self->is_quoted;
    break;
  case 0x201CU:
    self->is_quoted = true;
    break;
  case 0x201DU:
    self->is_quoted = false;
    break;
  default:
    break;
  }
  if (is_stop((Kind)word->kind)) {
    self->last_stop = self->at;
    self->n_words = self->n_capitals = 0U;
    ++self->n_stops;
  }
  self->n_words += word->kind == KIND_CAPITAL || word->kind == KIND_SMALL;
  self->n_capitals += word->kind == KIND_CAPITAL;
}

/// Two small words never are parted, nor is a multiword token
static bool
may_part(const RelBoundaries *self)
{
  const RelBoundaryWord *const before = &self->words[REL_BOUNDARY_LOOK - 1];
  const RelBoundaryWord *const next = before + 1;

  return self->tokens[self->at].part <= 1U &&
         (before->kind != KIND_SMALL || next->kind != KIND_SMALL ||
          before->is_address || next->is_address);
}

bool
rel_boundaries_next(RelBoundaries *self)
{
  while (++self->at < self->end) {
    const uint32_t at = self->at;
    shift(self, at + REL_BOUNDARY_LOOK - 1U);
    count(self, &self->words[REL_BOUNDARY_LOOK - 1]);
    self->next_stop =
        self->next_stop < at ? find_stop(self, at) : self->next_stop;
    self->is_ruled = at == self->rule_end;
    if (self->is_ruled) {
      self->rule_end = rel_ending_find(self->tokens, at, self->end);
    }
    if (may_part(self)) {
      return true;
    }
  }
  return false;
}

/// Which of few ranges a distance is in
static uint32_t
range_of(uint32_t n)
{
  static const uint8_t tops[] = {1, 2, 3, 4, 6, 8, 12, 20, 40};
  uint32_t range = 0U;

  while (range < sizeof(tops) && n > tops[range]) {
    ++range;
  }
  return range;
}

static uint32_t
at_most(uint32_t n, uint32_t most)
{
  return n < most ? n : most;
}

/// Add the feature of the values; its number is its place
static void
add(RelBoundaryKeys *keys, uint32_t a, uint32_t b, uint32_t c)
{
  uint32_t hash = (keys->n + 1U) * 0x9E3779B1U;

  hash = (hash ^ a) * 0x85EBCA6BU;
  hash ^= hash >> 15U;
  hash = (hash ^ b) * 0xC2B2AE35U;
  hash ^= hash >> 13U;
  hash = (hash ^ c) * 0x27D4EB2FU;
  keys->items[keys->n++] = hash ^ hash >> 16U;
}

/// The words by place, and what stands side by side
static void
add_words(const RelBoundaryWord *next, uint32_t base, RelBoundaryKeys *keys)
{
  const RelBoundaryWord *const before = next - 1;
  const uint32_t shapes = before->shape * 31U + next->shape;

  for (int i = -REL_BOUNDARY_LOOK; i < REL_BOUNDARY_LOOK; ++i) {
    add(keys, next[i].shape, 0U, 0U);
    if (i > -REL_BOUNDARY_LOOK) {
      add(keys, next[i].low, 0U, 0U);
    }
  }
  add(keys, before->low, base, 0U);
  add(keys, next->form, base, 0U);
  add(keys, next->low, base, 0U);
  add(keys, before->shape, next->shape, 0U);
  add(keys, next[-2].shape, shapes, 0U);
  add(keys, shapes, next[1].shape, 0U);
  add(keys, next[-2].shape, shapes, next[1].shape);
  add(keys, next[-2].kind, before->shape, next->form);
  add(keys, next[-2].low, before->shape, next->kind);
  add(keys, before->low, next->form, 0U);
  add(keys, next[1].low, base, 0U);
  add(keys, next[-2].low, base, 0U);
  add(keys, before->size, base, 0U);
  add(keys, next[-2].size, next[-2].kind, base);
}

/// Where the gap is in its paragraph
static void
add_place(const RelBoundaries *self, uint32_t base, RelBoundaryKeys *keys)
{
  const uint32_t since = range_of(self->at - self->last_stop);
  const uint32_t until = range_of(self->next_stop - self->at + 1U);
  const bool has_next = self->next_stop < self->end;
  const uint32_t has_stop = self->has_last_stop ? 1U : 0U;

  add(keys, base, 0U, 0U);
  add(keys, base, since, 0U);
  add(keys, base, since, has_stop);
  add(keys, base, has_stop, at_most(self->n_stops, 2U));
  add(keys, base, self->is_quoted ? 1U : 0U, self->n_brackets ? 1U : 0U);
  add(keys, base, has_next ? until : 10U, 0U);
  add(keys, base, at_most(self->n_capitals, 4U), at_most(self->n_words, 5U));
  add(keys, base, range_of(self->end - self->at), 0U);
}

/// What the rules say, alone and together with what is seen
static void
add_rules(const RelBoundaries *self, uint32_t base, RelBoundaryKeys *keys)
{
  const RelBoundaryWord *const next = &self->words[REL_BOUNDARY_LOOK];
  const uint32_t rule = self->is_ruled ? 2U : 1U;

  add(keys, rule, 0U, 0U);
  add(keys, rule, base, 0U);
  add(keys, rule, next->low, 0U);
  add(keys, rule, next[-1].low, 0U);
  add(keys, rule, self->has_last_stop ? 1U : 0U, 0U);
  add(keys, rule, next[-1].shape, next->shape);
}

void
rel_boundaries_keys(const RelBoundaries *self, RelBoundaryKeys *keys)
{
  const RelBoundaryWord *const next = &self->words[REL_BOUNDARY_LOOK];
  const uint32_t is_spaced = self->tokens[self->at - 1U].space_after ? 1U : 0U;
  const uint32_t base =
      1U + (next[-1].kind * 2U + is_spaced) * (KIND_OTHER + 1U) + next->kind;

  keys->n = 0U;
  add_words(next, base, keys);
  add_place(self, base, keys);
  add_rules(self, base, keys);
}

/// Weight of a key; the check makes a stranger's hit rare
static int
weight_of(uint32_t key)
{
  const uint32_t check = key >> 24U;
  const uint16_t *const pair =
      rel_boundary_weights + (key % REL_N_BOUNDARY_SLOTS & ~1U);

  for (size_t i = 0; i < 2U; ++i) {
    if (pair[i] >> 8U == check) {
      return (int8_t)(pair[i] & 0xFFU);
    }
  }
  return 0;
}

/// Is there a mark at the gap, or a word that ends in a full stop?
static bool
is_marked(Kind before)
{
  return before != KIND_CAPITAL && before != KIND_SMALL &&
         before != KIND_NUMBER;
}

bool
rel_boundaries_is_one(const RelBoundaries *self)
{
  const Kind before = (Kind)self->words[REL_BOUNDARY_LOOK - 1].kind;
  RelBoundaryKeys keys;
  int score = is_marked(before) ? 0 : -MARGIN;

  // "the U.S. The": too rare in the treebanks to be learned from them
  if (self->is_ruled && before == KIND_ABBREV) {
    return true;
  }
  rel_boundaries_keys(self, &keys);
  for (uint32_t i = 0; i < keys.n; ++i) {
    score += weight_of(keys.items[i]);
  }
  return score > 0;
}
