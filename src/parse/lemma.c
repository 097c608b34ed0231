// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/lemma.h"

#include "base/utf8.h"
#include "model/feature.h"
#include "model/letter.h"

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

static bool
is_known_word(const RelModel *model, RelStr word)
{
  RelFeatures features;

  rel_features_of(model, word, &features);
  return features.vector != 0U;
}

static RelStatus
mend(const RelModel *model, RelArena *arena, RelStr *lemma)
{
  static const struct {
    const char *ending;
    const char *other;
  } endings[] = {{"", "e"}, {"ie", "y"}};
  RelStatus st = REL_OK;

  if (is_known_word(model, *lemma)) {
    return REL_OK;
  }
  // "shunn" to "shun"
  if (lemma->len > 3U &&
      lemma->data[lemma->len - 1U] == lemma->data[lemma->len - 2U]) {
    const RelStr shorter = {lemma->data, lemma->len - 1U};
    if (is_known_word(model, shorter)) {
      *lemma = shorter;
      return REL_OK;
    }
  }
  for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); ++i) {
    const RelStr ending = rel_str(endings[i].ending);
    RelStr other;
    if (!rel_str_ends(*lemma, ending)) {
      continue;
    }
    const RelStr stem = rel_str_slice(*lemma, 0U, lemma->len - ending.len);
    REL_TRY(st, rel_arena_format(arena, &other, "%.*s%s", REL_ARG(stem),
                                 endings[i].other));
    if (is_known_word(model, other)) {
      *lemma = other;
      return REL_OK;
    }
  }
  return REL_OK;
}

static bool
is_inflected(RelXpos xpos)
{
  return xpos == REL_XPOS_VBD || xpos == REL_XPOS_VBN || xpos == REL_XPOS_VBG ||
         xpos == REL_XPOS_VBZ || xpos == REL_XPOS_NNS;
}

RelStatus
rel_lemma_make(const RelModel *model, RelArena *arena, RelStr form,
               RelXpos xpos, size_t script, bool is_guess, RelStr *lemma)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_lemma_apply(arena, model->scripts[script], form, lemma));
  return is_guess && is_inflected(xpos) ? mend(model, arena, lemma) : REL_OK;
}
