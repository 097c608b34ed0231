// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/lemma.h"

#include "base/utf8.h"
#include "model/feature.h"
#include "model/letter.h"
#include "parse/morph.h"

#include <string.h>

/// Does the script leave these letters as they are?
static bool
is_kept(RelStr form, bool is_lowered)
{
  for (size_t i = 0; i < form.len; ++i) {
    const unsigned char c = (unsigned char)form.data[i];
    if (c >= 0x80U || rel_letter_plain(c) != c ||
        (is_lowered && c >= 'A' && c <= 'Z')) {
      return false;
    }
  }
  return true;
}

/// Write the plain letters of `form`, in small letters when asked
static size_t
write_plain(RelStr form, bool is_lowered, char *out)
{
  size_t len = 0;

  for (size_t at = 0; at < form.len;) {
    const size_t begin = at;
    const uint32_t code = rel_utf8_next(form, &at);
    if (code == UINT32_MAX) {
      out[len++] = form.data[begin];
    } else if (code == 0x2026U) {
      memcpy(out + len, "...", 3U);
      len += 3U;
    } else {
      const uint32_t plain = rel_letter_plain(code);
      len += rel_utf8_encode(is_lowered ? rel_letter_lower(plain) : plain,
                             out + len);
    }
  }
  return len;
}

/// Bytes that are not the inside of a letter
static size_t
count_letters(const char *text, size_t len)
{
  size_t n = 0;

  for (size_t i = 0; i < len; ++i) {
    n += i == 0U || ((unsigned char)text[i] & 0xC0U) != 0x80U;
  }
  return n;
}

/// `len` without the last `cut` letters, of which there are enough
static size_t
cut_letters(const char *text, size_t len, uint32_t cut)
{
  for (; cut > 0U; --cut) {
    --len;
    while (len > 0U && ((unsigned char)text[len] & 0xC0U) == 0x80U) {
      --len;
    }
  }
  return len;
}

RelStatus
rel_lemma_apply(RelArena *arena, RelStr script, RelStr form, RelStr *lemma)
{
  const bool is_lowered = script.data[0] == 'l';
  const uint32_t cut =
      (uint32_t)(script.data[1] - '0') * 10U + (uint32_t)(script.data[2] - '0');
  const RelStr ending = rel_str_slice(script, 3U, script.len);
  const RelStr plain = rel_form_plain(form);

  if (!ending.len && cut < plain.len && is_kept(plain, is_lowered)) {
    *lemma = rel_str_slice(plain, 0U, plain.len - cut);
    return REL_OK;
  }

  // a small letter has at most one byte more than its capital has
  char *const text = rel_arena_alloc(arena, 2U * plain.len + ending.len + 1U);
  if (!text) {
    return REL_NO_MEMORY;
  }
  size_t len = write_plain(plain, is_lowered, text);
  const size_t n_letters = count_letters(text, len);
  if (cut > n_letters || (cut == n_letters && !ending.len)) {
    len = write_plain(plain, false, text);
  } else {
    len = cut_letters(text, len, cut);
    memcpy(text + len, ending.data, ending.len);
    len += ending.len;
  }
  text[len] = '\0';
  *lemma = (RelStr){text, len};
  return REL_OK;
}

uint32_t
rel_lemma_known(const RelModel *model, uint64_t key)
{
  const uint32_t number = rel_keys_find(&model->lemma_keys, key);

  return number ? model->lemma_script[number - 1U] + 1U : 0U;
}

/// Place of a word among the frequent ones, from 1, or UINT32_MAX
static uint32_t
rank_of(const RelModel *model, RelStr word)
{
  RelFeatures features;

  rel_features_of(model, word, &features);
  return features.vector ? features.vector : UINT32_MAX;
}

/// Put the best base in the place of a guess that no spelling rule leads to
static RelStatus
mend(const RelModel *model, RelArena *arena, RelStr form, RelXpos xpos,
     RelStr *lemma)
{
  RelBases bases;
  uint32_t best = rank_of(model, *lemma);
  const bool is_word = best < UINT32_MAX;
  const char *found = NULL;

  rel_morph_bases(form, xpos, &bases);
  for (uint32_t i = 0; i < bases.n; ++i) {
    if (is_word && rel_str_equal_fold(*lemma, rel_str(bases.texts[i]))) {
      return REL_OK;
    }
  }
  // a plural that is more frequent than what it would be the plural of
  // ("troops") may be its own lemma
  best = lemma->len == form.len ? best : UINT32_MAX;
  for (uint32_t i = 0; i < bases.n; ++i) {
    const uint32_t rank = rank_of(model, rel_str(bases.texts[i]));
    if (rank < best) {
      best = rank;
      found = bases.texts[i];
    }
  }
  return found ? rel_arena_copy(arena, rel_str(found), lemma) : REL_OK;
}

/// "2,000" to "2000"
static RelStatus
drop_commas(RelArena *arena, RelStr form, RelStr *lemma)
{
  char *const text = rel_arena_alloc(arena, form.len + 1U);
  size_t len = 0;

  if (!text) {
    return REL_NO_MEMORY;
  }
  for (size_t i = 0; i < form.len; ++i) {
    if (form.data[i] != ',') {
      text[len++] = form.data[i];
    }
  }
  text[len] = '\0';
  *lemma = (RelStr){text, len};
  return REL_OK;
}

/// The guessed script, or what the tag leaves of it
static RelStr
fit_script(RelStr script, RelXpos xpos)
{
  if (xpos == REL_XPOS_ADD) {
    return REL_STR("k00");
  }
  if (rel_morph_is_bare(xpos)) {
    return script.data[0] == 'k' ? REL_STR("k00") : REL_STR("l00");
  }
  return script;
}

RelStatus
rel_lemma_make(const RelModel *model, RelArena *arena, RelStr form,
               RelXpos xpos, size_t script, bool is_guess, RelStr *lemma)
{
  const RelStr edit = model->scripts[script];
  RelStatus st = REL_OK;

  if (!is_guess) {
    return rel_lemma_apply(arena, edit, form, lemma);
  }
  if (xpos == REL_XPOS_CD && rel_morph_is_grouped(form)) {
    return drop_commas(arena, form, lemma);
  }
  *lemma = rel_morph_irregular(form, xpos);
  if (lemma->len) {
    return st;
  }
  REL_TRY(st, rel_lemma_apply(arena, fit_script(edit, xpos), form, lemma));
  return rel_morph_is_inflected(xpos) ? mend(model, arena, form, xpos, lemma)
                                      : st;
}
