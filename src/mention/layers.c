// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/layers.h"

#include "base/buffer.h"
#include "mention/lexicon.h"

enum { MAX_CHILDREN = 64 }; // looked at: odd trees hang thousands on one word

static RelStatus
take_arrays(RelLayers *layers)
{
  const size_t n = layers->n + 1U;
  RelArena *const arena = layers->arena;

  layers->sentence = rel_arena_calloc(arena, n, sizeof(uint32_t));
  layers->parent = rel_arena_calloc(arena, n, sizeof(uint32_t));
  layers->first_child = rel_arena_calloc(arena, n, sizeof(uint32_t));
  layers->next_child = rel_arena_calloc(arena, n, sizeof(uint32_t));
  layers->classes = rel_arena_calloc(arena, n, sizeof(uint32_t));
  layers->is_quoted = rel_arena_calloc(arena, n, sizeof(bool));

  return (layers->sentence && layers->parent && layers->first_child &&
          layers->next_child && layers->classes && layers->is_quoted)
             ? REL_OK
             : REL_NO_MEMORY;
}

static void
link_sentence(RelLayers *layers, uint32_t number)
{
  const RelSentence *const sentence = &layers->text->sentences[number];

  // Backwards, so that each list of children has the order of the text
  for (uint32_t k = sentence->n; k-- > 0U;) {
    const uint32_t token = sentence->first + k;
    const uint32_t head = layers->tree->head[token];

    layers->sentence[token] = number;
    layers->parent[token] = REL_NO_TOKEN;
    if (head && head <= sentence->n) {
      const uint32_t parent = sentence->first + head - 1U;

      layers->parent[token] = parent;
      layers->next_child[token] = layers->first_child[parent];
      layers->first_child[parent] = token;
    }
  }
}

static void
look_up_words(RelLayers *layers)
{
  for (uint32_t i = 0; i < layers->n; ++i) {
    const RelUpos upos = rel_layers_upos(layers, i);

    layers->classes[i] = rel_word_classes(rel_layers_form(layers, i));
    if (upos == REL_UPOS_NOUN || upos == REL_UPOS_VERB ||
        upos == REL_UPOS_PROPN) {
      layers->classes[i] |= rel_word_classes(layers->tree->lemma[i]);
    }
  }
}

typedef enum { MARK_NONE, MARK_OPEN, MARK_CLOSE, MARK_EITHER } Mark;

static Mark
quotation_mark(RelStr form)
{
  static const struct {
    RelStr form;
    Mark mark;
  } marks[] = {
      {{"\"", 1U}, MARK_EITHER},
      {{"''", 2U}, MARK_CLOSE},
      {{"``", 2U}, MARK_OPEN},
      {{"\xE2\x80\x9C", 3U}, MARK_OPEN},
      {{"\xE2\x80\x9D", 3U}, MARK_CLOSE},
      {{"\xE2\x80\x9E", 3U}, MARK_OPEN},
      {{"\xC2\xAB", 2U}, MARK_OPEN},
      {{"\xC2\xBB", 2U}, MARK_CLOSE},
  };

  for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); ++i) {
    if (rel_str_equal(form, marks[i].form)) {
      return marks[i].mark;
    }
  }
  return MARK_NONE;
}

/// A mark left open ends with its paragraph, as newspapers print long quotes
static void
find_quotes(RelLayers *layers)
{
  bool is_open = false;
  uint32_t paragraph = 0U;

  for (uint32_t i = 0; i < layers->n; ++i) {
    const RelSentence *const sentence =
        &layers->text->sentences[layers->sentence[i]];
    const Mark mark = quotation_mark(rel_layers_form(layers, i));

    if (sentence->paragraph != paragraph) {
      paragraph = sentence->paragraph;
      is_open = false;
    }
    if (mark != MARK_NONE) {
      is_open = mark == MARK_OPEN || (mark == MARK_EITHER && !is_open);
    }
    layers->is_quoted[i] = is_open;
  }
}

RelStatus
rel_layers_init(RelLayers *layers, RelArena *arena, const RelText *text,
                const RelTree *tree)
{
  RelStatus st = REL_OK;

  *layers = (RelLayers){.arena = arena, .text = text, .tree = tree};
  layers->n = text->n_tokens;
  REL_TRY(st, take_arrays(layers));
  for (uint32_t i = 0; i < layers->n; ++i) {
    layers->parent[i] = REL_NO_TOKEN;
    layers->first_child[i] = REL_NO_TOKEN;
    layers->next_child[i] = REL_NO_TOKEN;
  }
  for (uint32_t k = 0; k < text->n_sentences; ++k) {
    link_sentence(layers, k);
  }
  look_up_words(layers);
  find_quotes(layers);
  return REL_OK;
}

RelStr
rel_layers_form(const RelLayers *layers, uint32_t token)
{
  return layers->text->tokens[token].form;
}

RelUpos
rel_layers_upos(const RelLayers *layers, uint32_t token)
{
  return (RelUpos)layers->tree->upos[token];
}

RelXpos
rel_layers_xpos(const RelLayers *layers, uint32_t token)
{
  return (RelXpos)layers->tree->xpos[token];
}

RelDep
rel_layers_dep(const RelLayers *layers, uint32_t token)
{
  return (RelDep)layers->tree->deprel[token];
}

RelDep
rel_layers_role(const RelLayers *layers, uint32_t token)
{
  return rel_dep_universal(rel_layers_dep(layers, token));
}

uint32_t
rel_layers_child(const RelLayers *layers, uint32_t token, RelDep dep)
{
  uint32_t n = 0U;

  for (uint32_t c = layers->first_child[token];
       c != REL_NO_TOKEN && n < MAX_CHILDREN; c = layers->next_child[c], ++n) {
    if (rel_layers_dep(layers, c) == dep || rel_layers_role(layers, c) == dep) {
      return c;
    }
  }
  return REL_NO_TOKEN;
}

bool
rel_layers_is_under(const RelLayers *layers, uint32_t token, uint32_t top)
{
  while (token != REL_NO_TOKEN && token != top) {
    token = layers->parent[token];
  }
  return token == top;
}

bool
rel_layers_has(const RelLayers *layers, uint32_t token, RelStr feature)
{
  return rel_str_find(layers->tree->feats[token], feature) != SIZE_MAX;
}

bool
rel_layers_is_capital(const RelLayers *layers, uint32_t token)
{
  const RelStr form = rel_layers_form(layers, token);

  if (!form.len) {
    return false;
  }
  return (form.data[0] >= 'A' && form.data[0] <= 'Z') ||
         (form.len > 1U && (unsigned char)form.data[0] == 0xC3U &&
          (unsigned char)form.data[1] < 0x9FU);
}

RelStatus
rel_layers_words(const RelLayers *layers, uint32_t first, uint32_t n,
                 RelStr *words)
{
  RelBuffer buffer = {.arena = layers->arena};

  for (uint32_t i = first; i < first + n; ++i) {
    rel_buffer_add(&buffer, rel_layers_form(layers, i));
    if (i + 1U < first + n && layers->text->tokens[i].space_after) {
      rel_buffer_add_char(&buffer, ' ');
    }
  }
  *words = rel_buffer_str(&buffer);
  return buffer.status;
}

uint32_t
rel_layers_end(const RelLayers *layers, uint32_t token)
{
  const RelSentence *const sentence =
      &layers->text->sentences[layers->sentence[token]];

  return sentence->first + sentence->n;
}
