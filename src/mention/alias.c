// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/alias.h"

#include "base/buffer.h"
#include "base/compose.h"
#include "base/utf8.h"

enum { FIRST_MARK = 0x300, LAST_MARK = 0x36F };

// ------------------------------------------------------------ keys

/// A letter without marks, in small where it is Latin; 0 for a mark alone
static uint32_t
plain_letter(uint32_t code)
{
  switch (code) {
  case 0x00D8U: // o and l with a stroke have no parts in Unicode
  case 0x00F8U:
    return 'o';
  case 0x0141U:
  case 0x0142U:
    return 'l';
  case 0x0110U:
  case 0x0111U:
    return 'd';
  case 0x0131U:
    return 'i';
  default:
    break;
  }
  if (code >= FIRST_MARK && code <= LAST_MARK) {
    return 0U;
  }
  const uint32_t letter = code < 0x80U ? code : rel_compose_letter(code);
  return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
}

static void
add_folded(RelBuffer *buffer, RelStr form)
{
  char bytes[4];

  for (size_t i = 0; i < form.len;) {
    const size_t at = i;
    const uint32_t code = rel_utf8_next(form, &i);

    if (code == UINT32_MAX) {
      rel_buffer_add_char(buffer, form.data[at]);
      continue;
    }
    const uint32_t letter = plain_letter(code);
    if (letter == '-') {
      rel_buffer_add_char(buffer, ' ');
    } else if (letter && letter != '.') {
      const size_t n = rel_utf8_encode(letter, bytes);
      rel_buffer_add(buffer, (RelStr){bytes, n});
    }
  }
}

static void
split_key(RelNameKey *name)
{
  size_t begin = 0U;

  for (size_t i = 0; i <= name->key.len && name->n < REL_NAME_KEY_WORDS; ++i) {
    if (i == name->key.len || name->key.data[i] == ' ') {
      if (i > begin) {
        name->words[name->n++] = rel_str_slice(name->key, begin, i);
      }
      begin = i + 1U;
    }
  }
}

/// First of the tokens up to `last` that no blank parts
static uint32_t
tied_begin(const RelLayers *layers, uint32_t first, uint32_t last)
{
  while (last > first && !layers->text->tokens[last - 1U].space_after) {
    --last;
  }
  return last;
}

RelStatus
rel_name_key_make(const RelDrafts *drafts, uint32_t first, uint32_t n,
                  RelNameKey *name)
{
  const RelLayers *const layers = drafts->layers;
  const uint32_t tied = n ? tied_begin(layers, first, first + n - 1U) : first;
  RelBuffer buffer = {.arena = layers->arena};
  size_t tied_at = 0U;

  for (uint32_t i = first; i < first + n; ++i) {
    const RelStr form = rel_layers_form(layers, i);

    if (rel_layers_xpos(layers, i) == REL_XPOS_HYPH ||
        rel_str_equal_fold(form, REL_STR("the"))) {
      continue;
    }
    if (buffer.len) {
      rel_buffer_add_char(&buffer, ' ');
    }
    tied_at = i <= tied ? buffer.len : tied_at;
    add_folded(&buffer, form);
  }
  *name = (RelNameKey){.key = rel_buffer_str(&buffer)};
  split_key(name);
  for (uint32_t i = name->n; i-- > 0U;) {
    name->n_tied += name->words[i].data >= name->key.data + tied_at ? 1U : 0U;
  }
  return buffer.status;
}

RelStr
rel_name_key_part(const RelNameKey *name, uint32_t first, uint32_t n)
{
  const RelStr from = name->words[first];
  const RelStr to = name->words[first + n - 1U];

  return (RelStr){from.data, (size_t)(to.data + to.len - from.data)};
}

// ------------------------------------------------------------ index

void
rel_aliases_init(RelAliases *aliases, RelDrafts *drafts)
{
  *aliases = (RelAliases){.drafts = drafts};
  rel_intern_init(&aliases->intern, drafts->layers->arena);
}

RelStatus
rel_aliases_add(RelAliases *aliases, RelStr key, uint32_t mention,
                RelAliasKind kind)
{
  RelArena *const arena = aliases->drafts->layers->arena;
  uint32_t number = 0U;
  RelStatus st = REL_OK;

  if (!key.len) {
    return REL_OK;
  }
  REL_TRY(st, rel_intern_add(&aliases->intern, key, &number));
  while (aliases->first.n <= number) {
    REL_TRY(st, REL_ARRAY_PUSH(arena, &aliases->first, 0U));
  }
  const RelAlias alias = {mention, kind, aliases->first.items[number]};
  REL_TRY(st, REL_ARRAY_PUSH(arena, &aliases->items, alias));
  aliases->first.items[number] = aliases->items.n;
  return REL_OK;
}

uint32_t
rel_aliases_find(const RelAliases *aliases, RelStr key)
{
  const uint32_t number =
      key.len ? rel_intern_find(&aliases->intern, key) : UINT32_MAX;

  return number < aliases->first.n ? aliases->first.items[number] : 0U;
}
