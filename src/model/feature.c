// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/feature.h"

#include "base/utf8.h"
#include "model/letter.h"

enum { MAX_LETTERS = 64, END = 32, MAX_SHAPE = 10, N_REPEAT = 3 };

/// A form as plain letters: a ring of 32 keeps the end of a long one
typedef struct {
  uint32_t codes[MAX_LETTERS];
  uint32_t n; ///< Letters seen
} Letters;

static void
add_letter(Letters *letters, uint32_t code)
{
  const uint32_t n = letters->n++;
  const uint32_t at = n < MAX_LETTERS ? n : END + (n - MAX_LETTERS) % END;

  letters->codes[at] = code;
}

/// Turn the ring so that the end of a long form stands in order
static void
settle(Letters *letters)
{
  uint32_t end[END];

  if (letters->n > MAX_LETTERS) {
    const uint32_t first = (letters->n - MAX_LETTERS) % END;
    for (uint32_t i = 0; i < END; ++i) {
      end[i] = letters->codes[END + (first + i) % END];
    }
    for (uint32_t i = 0; i < END; ++i) {
      letters->codes[END + i] = end[i];
    }
    letters->n = MAX_LETTERS;
  }
}

static void
spell(RelStr form, Letters *letters)
{
  const RelStr plain = rel_form_plain(form);

  letters->n = 0;
  for (size_t at = 0; at < plain.len;) {
    const uint32_t code = rel_utf8_next(plain, &at);
    const uint32_t letter = code == UINT32_MAX ? 0xFFFDU : code;
    for (int k = 0; k < (letter == 0x2026U ? 3 : 1); ++k) {
      add_letter(letters, letter == 0x2026U ? '.' : rel_letter_plain(letter));
    }
  }
  settle(letters);
}

static uint64_t
hash_byte(uint64_t hash, uint32_t byte)
{
  return (hash ^ byte) * 0x100000001B3U;
}

/// A letter in UTF-8
static uint64_t
hash_letter(uint64_t hash, uint32_t code)
{
  char bytes[4];
  const size_t len = rel_utf8_encode(code, bytes);

  for (size_t k = 0; k < len; ++k) {
    hash = hash_byte(hash, (uint8_t)bytes[k]);
  }
  return hash;
}

/// FNV-1a of a mark
static uint64_t
hash_mark(char mark)
{
  return hash_byte(0xCBF29CE484222325U, (uint8_t)mark);
}

/// FNV-1a of a mark and of the letters in UTF-8
static uint64_t
hash_letters(char mark, const uint32_t *codes, uint32_t n)
{
  uint64_t hash = hash_mark(mark);

  for (uint32_t i = 0; i < n; ++i) {
    hash = codes[i] < 0x80U ? hash_byte(hash, codes[i])
                            : hash_letter(hash, codes[i]);
  }
  return hash;
}

/// 1 .. n - 1; 0 stands for "there is none"
static uint32_t
bucket(uint64_t hash, uint32_t n)
{
  return 1U + (uint32_t)(hash ^ hash >> 32U) % (n - 1U);
}

static uint32_t
shape_letter(uint32_t code)
{
  if (rel_letter_is_upper(code)) {
    return 'X';
  }
  if (rel_letter_is_lower(code)) {
    return 'x';
  }
  if (code >= '0' && code <= '9') {
    return '9';
  }
  return code < 0x80U ? code : 'o';
}

/// Kinds of letters, at most three alike in a row
static uint64_t
shape_hash(const Letters *letters)
{
  uint32_t shape[MAX_SHAPE] = {0};
  uint32_t n = 0;

  for (uint32_t i = 0; i < letters->n; ++i) {
    const uint32_t kind = shape_letter(letters->codes[i]);
    if (n >= N_REPEAT && shape[n - 1U] == kind && shape[n - 2U] == kind &&
        shape[n - 3U] == kind) {
      continue;
    }
    if (n == MAX_SHAPE) {
      break;
    }
    shape[n++] = kind;
  }
  return hash_letters('#', shape, n);
}

static void
set_case(const Letters *letters, RelFeatures *out)
{
  const uint32_t first = letters->n ? letters->codes[0] : 0U;

  out->is_capital = rel_letter_is_upper(first);
  out->is_word = out->is_capital || rel_letter_is_lower(first);
  out->is_shouted = letters->n > 1U;
  for (uint32_t i = 0; i < letters->n; ++i) {
    out->is_shouted &= !rel_letter_is_lower(letters->codes[i]);
  }
}

/// British courtesy titles have no full stop; the treebanks' have one
static RelStr
american_title(RelStr form)
{
  static const char *const titles[] = {"Dr", "Mr", "Mrs", "Ms"};
  static const char *const stopped[] = {"Dr.", "Mr.", "Mrs.", "Ms."};

  for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); ++i) {
    if (rel_str_equal(form, rel_str(titles[i]))) {
      return rel_str(stopped[i]);
    }
  }
  return form;
}

void
rel_features_by(const RelFeatureTables *tables, RelStr form, RelFeatures *out)
{
  Letters letters;

  spell(american_title(form), &letters);
  *out = (RelFeatures){0};
  set_case(&letters, out);
  out->shape = bucket(shape_hash(&letters), tables->n_shape);

  uint32_t *const codes = letters.codes;
  const uint32_t n = letters.n;
  for (uint32_t i = 0; i < n; ++i) {
    codes[i] = rel_letter_lower(codes[i]);
  }
  out->vector = rel_keys_find(tables->vectors, hash_letters('v', codes, n));
  for (uint32_t i = 0; i < n; ++i) {
    codes[i] = codes[i] >= '0' && codes[i] <= '9' ? '0' : codes[i];
  }
  out->word = rel_keys_find(tables->words, hash_letters('w', codes, n));
  for (uint32_t k = 1; k <= REL_MAX_AFFIX && k <= n; ++k) {
    out->prefix[k - 1U] = bucket(hash_letters('p', codes, k), tables->n_prefix);
    out->suffix[k - 1U] =
        bucket(hash_letters('s', codes + n - k, k), tables->n_suffix);
  }
}

void
rel_features_of(const RelModel *model, RelStr form, RelFeatures *out)
{
  const RelFeatureTables tables = {&model->vector_keys, &model->word_keys,
                                   model->prefix.n, model->suffix.n,
                                   model->shape.n};

  rel_features_by(&tables, form, out);
}

uint32_t
rel_features_case(const RelFeatures *words, size_t n)
{
  size_t n_words = 0;
  size_t n_capital = 0;
  size_t n_shouted = 0;

  for (size_t i = 0; i < n; ++i) {
    if (words[i].is_word) {
      ++n_words;
      n_capital += words[i].is_capital;
      n_shouted += words[i].is_shouted;
    }
  }
  if (n_words < 2U) {
    return 0U;
  }
  if (n_capital == 0U) {
    return 1U;
  }
  if (n_words >= 3U && n_shouted * 10U >= n_words * 7U) {
    return 3U;
  }
  return n_words >= 4U && n_capital * 10U >= n_words * 7U ? 2U : 0U;
}

uint64_t
rel_features_lemma_key(RelStr form, const char *xpos)
{
  Letters letters;

  spell(form, &letters);
  for (uint32_t i = 0; i < letters.n; ++i) {
    letters.codes[i] = rel_letter_lower(letters.codes[i]);
  }
  uint64_t hash =
      hash_byte(hash_letters('l', letters.codes, letters.n), (uint8_t)'\t');
  for (const char *p = xpos; *p; ++p) {
    hash = hash_byte(hash, (uint8_t)*p);
  }
  return hash;
}

RelWritten
rel_features_written(RelStr form)
{
  Letters letters;
  RelFeatures features;

  spell(form, &letters);
  set_case(&letters, &features);
  if (!features.is_capital) {
    return REL_WRITTEN_SMALL;
  }
  return features.is_shouted ? REL_WRITTEN_SHOUTED : REL_WRITTEN_CAPITAL;
}

uint64_t
rel_features_name_key(uint64_t key, RelStr form)
{
  Letters letters;

  key = key ? key : hash_mark('n');
  spell(form, &letters);
  for (uint32_t i = 0; i < letters.n; ++i) {
    if (letters.codes[i] != '-') {
      key = hash_letter(key, rel_letter_lower(letters.codes[i]));
    }
  }
  return key;
}
