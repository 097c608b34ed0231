// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/syntax.h"

/// Arrays of one sentence come from one block
enum { N_ARRAYS = 5 };

static void
link_children(RelSyntax *s)
{
  // backwards, so that children stand in order of the text
  for (uint32_t i = s->n; i-- > 0U;) {
    const uint32_t head = rel_syntax_head(s, i);
    if (head != REL_NO_TOKEN) {
      s->next_sibling[i] = s->first_child[head];
      s->first_child[head] = i;
    }
  }
}

/// Extents from the leaves up: each token is handed to its head once
static void
find_extents(RelSyntax *s, uint32_t *n_open, uint32_t *stack)
{
  uint32_t n_stack = 0;

  for (uint32_t i = 0; i < s->n; ++i) {
    const uint32_t head = rel_syntax_head(s, i);
    s->left[i] = s->right[i] = i;
    if (head != REL_NO_TOKEN) {
      ++n_open[head];
    }
  }
  for (uint32_t i = 0; i < s->n; ++i) {
    if (!n_open[i]) {
      stack[n_stack++] = i;
    }
  }
  while (n_stack) {
    const uint32_t i = stack[--n_stack];
    const uint32_t head = rel_syntax_head(s, i);
    if (head == REL_NO_TOKEN) {
      continue;
    }
    s->left[head] = s->left[i] < s->left[head] ? s->left[i] : s->left[head];
    s->right[head] =
        s->right[i] > s->right[head] ? s->right[i] : s->right[head];
    if (!--n_open[head]) {
      stack[n_stack++] = head;
    }
  }
}

/// One pass over the sentence's bytes; words of one token share its start
static void
count_chars(RelSyntax *s)
{
  const RelToken *const tokens = &s->text->tokens[s->base];
  const RelStr content = s->text->content;
  uint32_t at = s->sentence->begin;
  uint32_t n = s->sentence->begin_char;

  for (uint32_t i = 0; i < s->n; ++i) {
    for (; at < tokens[i].begin; ++at) {
      n += ((uint8_t)content.data[at] & 0xC0U) != 0x80U;
    }
    s->chars[i] = n;
  }
}

RelStatus
rel_syntax_init(RelSyntax *s, RelArena *arena, const RelText *text,
                const RelTree *tree, uint32_t sentence)
{
  const RelSentence *const line = &text->sentences[sentence];
  const size_t n = line->n;
  uint32_t *const block =
      rel_arena_calloc(arena, n * (N_ARRAYS + 2), sizeof(uint32_t));

  if (!block) {
    return REL_NO_MEMORY;
  }
  *s = (RelSyntax){.text = text,
                   .tree = tree,
                   .sentence = line,
                   .n = line->n,
                   .base = line->first,
                   .first_child = block,
                   .next_sibling = block + n,
                   .left = block + 2U * n,
                   .right = block + 3U * n,
                   .chars = block + 4U * n};
  for (size_t i = 0; i < 2U * n; ++i) {
    block[i] = REL_NO_TOKEN;
  }
  link_children(s);
  find_extents(s, block + 5U * n, block + 6U * n);
  count_chars(s);
  return REL_OK;
}

RelDep
rel_syntax_dep(const RelSyntax *s, uint32_t i)
{
  return (RelDep)s->tree->deprel[s->base + i];
}

RelUpos
rel_syntax_upos(const RelSyntax *s, uint32_t i)
{
  return (RelUpos)s->tree->upos[s->base + i];
}

RelXpos
rel_syntax_xpos(const RelSyntax *s, uint32_t i)
{
  return (RelXpos)s->tree->xpos[s->base + i];
}

RelStr
rel_syntax_lemma(const RelSyntax *s, uint32_t i)
{
  return s->tree->lemma[s->base + i];
}

RelStr
rel_syntax_form(const RelSyntax *s, uint32_t i)
{
  return s->text->tokens[s->base + i].form;
}

uint32_t
rel_syntax_head(const RelSyntax *s, uint32_t i)
{
  const uint32_t head = s->tree->head[s->base + i];

  return head ? head - 1U : REL_NO_TOKEN;
}

RelDep
rel_syntax_relation(const RelSyntax *s, uint32_t i)
{
  return rel_dep_universal(rel_syntax_dep(s, i));
}

uint32_t
rel_syntax_child(const RelSyntax *s, uint32_t head, RelDep dep)
{
  for (REL_EACH_CHILD(s, i, head)) {
    if (rel_syntax_dep(s, i) == dep) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

uint32_t
rel_syntax_child_lemma(const RelSyntax *s, uint32_t head, RelDep dep,
                       const char *lemma)
{
  for (REL_EACH_CHILD(s, i, head)) {
    if (rel_syntax_dep(s, i) == dep && rel_syntax_lemma_is(s, i, lemma)) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

uint32_t
rel_syntax_first_word(const RelSyntax *s, uint32_t i)
{
  uint32_t at = s->left[i];

  while (at < i && rel_syntax_upos(s, at) == REL_UPOS_PUNCT) {
    ++at;
  }
  return at;
}

bool
rel_syntax_lemma_is(const RelSyntax *s, uint32_t i, const char *lemma)
{
  return rel_str_equal_fold(rel_syntax_lemma(s, i), rel_str(lemma));
}

bool
rel_syntax_lemma_among(const RelSyntax *s, uint32_t i, const char *const *words,
                       size_t n)
{
  return rel_str_among(rel_syntax_lemma(s, i), words, n);
}

bool
rel_syntax_is_present(const RelSyntax *s, uint32_t i)
{
  const RelXpos xpos = rel_syntax_xpos(s, i);

  return xpos == REL_XPOS_VBZ || xpos == REL_XPOS_VBP;
}

bool
rel_syntax_is_title_case(const RelSyntax *s)
{
  uint32_t n_words = 0;
  uint32_t n_capitals = 0;

  for (uint32_t i = 1; i < s->n; ++i) {
    const RelUpos upos = rel_syntax_upos(s, i);
    const char c = rel_syntax_form(s, i).data[0];
    if (upos == REL_UPOS_NOUN || upos == REL_UPOS_VERB ||
        upos == REL_UPOS_ADJ || upos == REL_UPOS_ADV) {
      ++n_words;
      n_capitals += c >= 'A' && c <= 'Z';
    }
  }
  return 2U * n_capitals > n_words;
}
