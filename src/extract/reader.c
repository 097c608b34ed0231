// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/reader.h"

#include "base/utf8.h"
#include "extract/attach.h"

const RelMention *
rel_reader_mention(const RelReader *r, uint32_t token)
{
  if (token == REL_NO_TOKEN || !r->mentions->by_head) {
    return NULL;
  }

  const uint32_t m = r->mentions->by_head[r->syntax->base + token];
  return m == REL_NO_MENTION ? NULL : &r->mentions->mentions[m];
}

const RelEntity *
rel_reader_entity(const RelReader *r, const RelMention *mention)
{
  return mention && mention->entity != REL_NO_ENTITY
             ? &r->mentions->entities[mention->entity]
             : NULL;
}

RelTermKind
rel_reader_kind(const RelReader *r, uint32_t token)
{
  const RelEntity *const entity =
      rel_reader_entity(r, rel_reader_mention(r, token));

  return entity ? entity->kind : REL_TERM_THING;
}

bool
rel_reader_is_name(const RelReader *r, uint32_t token)
{
  const RelMention *const mention = rel_reader_mention(r, token);

  return mention && mention->kind == REL_MENTION_NAME;
}

RelStr
rel_reader_mention_text(const RelReader *r, const RelMention *mention)
{
  const RelToken *const tokens = r->text->tokens;
  const uint32_t last = mention->first + mention->n - 1U;

  return rel_str_slice(r->text->content, tokens[mention->first].begin,
                       tokens[last].end);
}

/// Words that name nothing when nobody has resolved them
static bool
is_empty_word(RelStr text)
{
  static const char *const words[] = {
      "all",      "another",    "any",  "anything",  "both",   "each",
      "everyone", "everything", "few",  "he",        "her",    "here",
      "him",      "his",        "i",    "it",        "its",    "many",
      "me",       "more",       "most", "much",      "my",     "none",
      "nothing",  "one",        "ones", "other",     "others", "our",
      "ours",     "she",        "some", "something", "such",   "that",
      "their",    "theirs",     "them", "there",     "these",  "they",
      "this",     "those",      "us",   "we",        "what",   "which",
      "who",      "whom",       "you",  "your"};

  for (size_t i = 0; i < sizeof(words) / sizeof(*words); ++i) {
    if (rel_str_equal_fold(text, rel_str(words[i]))) {
      return true;
    }
  }
  return false;
}

/// "whose" of a phrase in a relative clause, or #REL_NO_TOKEN
static uint32_t
find_whose(const RelSyntax *s, uint32_t token)
{
  const uint32_t owner = rel_syntax_child(s, token, REL_DEP_NMOD_POSS);

  return owner != REL_NO_TOKEN &&
                 rel_str_equal_fold(rel_syntax_form(s, owner), REL_STR("whose"))
             ? owner
             : REL_NO_TOKEN;
}

/// What the relative clause hangs on; else the name or noun before "whose"
static uint32_t
noun_of_whose(const RelSyntax *s, uint32_t token, uint32_t whose)
{
  uint32_t at = token;
  uint32_t before = whose;

  while (at != REL_NO_TOKEN && rel_syntax_dep(s, at) != REL_DEP_ACL_RELCL) {
    at = rel_syntax_head(s, at);
  }
  if (at != REL_NO_TOKEN) {
    return rel_syntax_head(s, at);
  }
  while (before && rel_syntax_upos(s, before - 1U) == REL_UPOS_PUNCT) {
    --before;
  }
  if (!before) {
    return REL_NO_TOKEN;
  }
  at = before - 1U;
  return rel_syntax_relation(s, at) == REL_DEP_FLAT ? rel_syntax_head(s, at)
                                                    : at;
}

/// "Lund, whose father": Lund's father
static RelStatus
whose_term(RelReader *r, uint32_t token, uint32_t whose, RelTerm *term)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t noun = noun_of_whose(s, token, whose);
  RelWordSet words = rel_words_new(r->arena);
  RelStatus st = REL_OK;
  RelTerm owner;
  RelStr rest;

  // odd trees could lead round in a circle
  if (noun == REL_NO_TOKEN || find_whose(s, noun) != REL_NO_TOKEN) {
    return REL_OK;
  }
  REL_TRY(st, rel_reader_term(r, noun, &owner));
  rel_words_add_phrase(s, token, REL_WORDS_NO_CONJ | REL_WORDS_NO_CASE, &words);
  rel_words_remove(&words, whose, whose + 1U);
  REL_TRY(st, rel_words_join_source(s, &words, &rest));
  if (owner.kind == REL_TERM_NONE || !rest.len) {
    return REL_OK;
  }
  REL_TRY(st, rel_arena_format(r->arena, &term->label, "%.*s's %.*s",
                               REL_ARG(owner.label), REL_ARG(rest)));
  term->text = term->label;
  term->kind = REL_TERM_THING;
  return REL_OK;
}

/// The words of a thing without name, less an occasion that hangs on it
static RelStatus
thing_words(const RelReader *r, uint32_t token, RelStr *text)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t occasion = rel_attach_occasion(s, token);
  RelWordSet words = rel_words_new(r->arena);

  rel_words_add_phrase(s, token,
                       REL_WORDS_NO_CONJ | REL_WORDS_NO_CASE | REL_WORDS_NO_DET,
                       &words);
  if (occasion != REL_NO_TOKEN) {
    rel_words_remove(&words, s->left[occasion], s->right[occasion] + 1U);
  }
  return rel_words_join_source(s, &words, text);
}

RelStatus
rel_reader_term(RelReader *r, uint32_t token, RelTerm *term)
{
  const RelMention *const mention = rel_reader_mention(r, token);
  const RelEntity *const entity = rel_reader_entity(r, mention);
  RelStatus st = REL_OK;

  *term = (RelTerm){.kind = REL_TERM_NONE};
  if (find_whose(r->syntax, token) != REL_NO_TOKEN) {
    return whose_term(r, token, find_whose(r->syntax, token), term);
  }
  const RelStr text =
      mention ? rel_reader_mention_text(r, mention) : REL_STR("");
  const bool is_cut = rel_attach_occasion(r->syntax, token) != REL_NO_TOKEN;
  if (mention && entity && !(is_cut && rel_str_equal(entity->label, text))) {
    *term =
        (RelTerm){is_empty_word(entity->label) ? REL_TERM_NONE : entity->kind,
                  entity->label, text, entity->namesake};
    // the source of a tree has more than blanks between two words
    const uint32_t first = mention->first - r->syntax->base;
    return rel_term_is_value(entity->kind)
               ? rel_words_run(r->arena, r->syntax, first, first + mention->n,
                               &term->text)
               : REL_OK;
  }
  if (rel_syntax_upos(r->syntax, token) == REL_UPOS_PRON ||
      rel_syntax_upos(r->syntax, token) == REL_UPOS_DET) {
    return REL_OK;
  }
  REL_TRY(st, thing_words(r, token, &term->label));
  term->text = term->label;
  term->kind = term->label.len && !is_empty_word(term->label) ? REL_TERM_THING
                                                              : REL_TERM_NONE;
  return REL_OK;
}

void
rel_reader_evidence(const RelReader *r, uint32_t first, uint32_t last,
                    RelEvidence *evidence)
{
  const RelSentence *const line = r->syntax->sentence;
  const RelToken *const tokens = &r->text->tokens[line->first];
  const RelStr content = r->text->content;
  const uint32_t begin = tokens[first].begin;
  const uint32_t end = tokens[last].end;

  evidence->sentence = r->sentence + 1U;
  evidence->sentence_begin = line->begin_char;
  evidence->sentence_end = line->end_char;
  evidence->sentence_text = rel_str_slice(content, line->begin, line->end);
  evidence->begin = r->syntax->chars[first];
  evidence->end = r->syntax->chars[last] +
                  (uint32_t)rel_utf8_count(rel_str_slice(
                      content, tokens[last].begin, tokens[last].end));
  evidence->quote = rel_str_slice(content, begin, end);
}
