// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/syntax.h"

#include "base/buffer.h"
#include "mention/lexicon.h"

static RelStatus
take_arrays(RelSyntax *syntax)
{
  const size_t n = syntax->n + 1U;
  RelArena *const arena = syntax->arena;

  syntax->sentence = rel_arena_calloc(arena, n, sizeof(uint32_t));
  syntax->parent = rel_arena_calloc(arena, n, sizeof(uint32_t));
  syntax->first_child = rel_arena_calloc(arena, n, sizeof(uint32_t));
  syntax->next_child = rel_arena_calloc(arena, n, sizeof(uint32_t));
  syntax->classes = rel_arena_calloc(arena, n, sizeof(uint32_t));
  syntax->is_quoted = rel_arena_calloc(arena, n, sizeof(bool));

  return (syntax->sentence && syntax->parent && syntax->first_child &&
          syntax->next_child && syntax->classes && syntax->is_quoted)
             ? REL_OK
             : REL_NO_MEMORY;
}

static void
link_sentence(RelSyntax *syntax, uint32_t number)
{
  const RelSentence *const sentence = &syntax->text->sentences[number];

  // Backwards, so that each list of children has the order of the text
  for (uint32_t k = sentence->n; k-- > 0U;) {
    const uint32_t token = sentence->first + k;
    const uint32_t head = syntax->tree->head[token];

    syntax->sentence[token] = number;
    syntax->parent[token] = REL_NO_TOKEN;
    if (head && head <= sentence->n) {
      const uint32_t parent = sentence->first + head - 1U;

      syntax->parent[token] = parent;
      syntax->next_child[token] = syntax->first_child[parent];
      syntax->first_child[parent] = token;
    }
  }
}

static void
look_up_words(RelSyntax *syntax)
{
  for (uint32_t i = 0; i < syntax->n; ++i) {
    const RelUpos upos = rel_syntax_upos(syntax, i);

    syntax->classes[i] = rel_word_classes(rel_syntax_form(syntax, i));
    if (upos == REL_UPOS_NOUN || upos == REL_UPOS_VERB ||
        upos == REL_UPOS_PROPN) {
      syntax->classes[i] |= rel_word_classes(syntax->tree->lemma[i]);
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
find_quotes(RelSyntax *syntax)
{
  bool is_open = false;
  uint32_t paragraph = 0U;

  for (uint32_t i = 0; i < syntax->n; ++i) {
    const RelSentence *const sentence =
        &syntax->text->sentences[syntax->sentence[i]];
    const Mark mark = quotation_mark(rel_syntax_form(syntax, i));

    if (sentence->paragraph != paragraph) {
      paragraph = sentence->paragraph;
      is_open = false;
    }
    if (mark != MARK_NONE) {
      is_open = mark == MARK_OPEN || (mark == MARK_EITHER && !is_open);
    }
    syntax->is_quoted[i] = is_open;
  }
}

RelStatus
rel_syntax_init(RelSyntax *syntax, RelArena *arena, const RelText *text,
                const RelTree *tree)
{
  RelStatus st = REL_OK;

  *syntax = (RelSyntax){.arena = arena, .text = text, .tree = tree};
  syntax->n = text->n_tokens;
  REL_TRY(st, take_arrays(syntax));
  for (uint32_t i = 0; i < syntax->n; ++i) {
    syntax->parent[i] = REL_NO_TOKEN;
    syntax->first_child[i] = REL_NO_TOKEN;
    syntax->next_child[i] = REL_NO_TOKEN;
  }
  for (uint32_t k = 0; k < text->n_sentences; ++k) {
    link_sentence(syntax, k);
  }
  look_up_words(syntax);
  find_quotes(syntax);
  return REL_OK;
}

RelStr
rel_syntax_form(const RelSyntax *syntax, uint32_t token)
{
  return syntax->text->tokens[token].form;
}

RelUpos
rel_syntax_upos(const RelSyntax *syntax, uint32_t token)
{
  return (RelUpos)syntax->tree->upos[token];
}

RelXpos
rel_syntax_xpos(const RelSyntax *syntax, uint32_t token)
{
  return (RelXpos)syntax->tree->xpos[token];
}

RelDep
rel_syntax_dep(const RelSyntax *syntax, uint32_t token)
{
  return (RelDep)syntax->tree->deprel[token];
}

RelDep
rel_syntax_role(const RelSyntax *syntax, uint32_t token)
{
  return rel_dep_universal(rel_syntax_dep(syntax, token));
}

uint32_t
rel_syntax_child(const RelSyntax *syntax, uint32_t token, RelDep dep)
{
  for (uint32_t c = syntax->first_child[token]; c != REL_NO_TOKEN;
       c = syntax->next_child[c]) {
    if (rel_syntax_dep(syntax, c) == dep || rel_syntax_role(syntax, c) == dep) {
      return c;
    }
  }
  return REL_NO_TOKEN;
}

bool
rel_syntax_is_under(const RelSyntax *syntax, uint32_t token, uint32_t top)
{
  while (token != REL_NO_TOKEN && token != top) {
    token = syntax->parent[token];
  }
  return token == top;
}

bool
rel_syntax_has(const RelSyntax *syntax, uint32_t token, RelStr feature)
{
  return rel_str_find(syntax->tree->feats[token], feature) != SIZE_MAX;
}

bool
rel_syntax_is_capital(const RelSyntax *syntax, uint32_t token)
{
  const RelStr form = rel_syntax_form(syntax, token);

  if (!form.len) {
    return false;
  }
  return (form.data[0] >= 'A' && form.data[0] <= 'Z') ||
         (form.len > 1U && (unsigned char)form.data[0] == 0xC3U &&
          (unsigned char)form.data[1] < 0x9FU);
}

RelStatus
rel_syntax_words(const RelSyntax *syntax, uint32_t first, uint32_t n,
                 RelStr *words)
{
  RelBuffer buffer = {.arena = syntax->arena};

  for (uint32_t i = first; i < first + n; ++i) {
    rel_buffer_add(&buffer, rel_syntax_form(syntax, i));
    if (i + 1U < first + n && syntax->text->tokens[i].space_after) {
      rel_buffer_add_char(&buffer, ' ');
    }
  }
  *words = rel_buffer_str(&buffer);
  return buffer.status;
}

uint32_t
rel_syntax_end(const RelSyntax *syntax, uint32_t token)
{
  const RelSentence *const sentence =
      &syntax->text->sentences[syntax->sentence[token]];

  return sentence->first + sentence->n;
}
