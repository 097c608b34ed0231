// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/list.h"

#include "extract/attach.h"

enum { MAX_COMPLEMENT = 10 }; // words of an infinitive that stays in a label

static void
add_term(RelTermList *list, const RelTerm *term)
{
  for (uint32_t i = 0; i < list->n; ++i) {
    if (rel_term_is_same(&list->terms[i], term)) {
      return;
    }
  }
  if (list->n < REL_MAX_CONJUNCTS && term->kind != REL_TERM_NONE) {
    list->terms[list->n++] = *term;
  }
}

/// Its words; of a long one only the verb and its bare object
static RelStatus
infinitive_words(const RelReader *r, uint32_t verb, uint32_t marker,
                 RelStr *text)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t object = rel_syntax_child(s, verb, REL_DEP_OBJ);
  RelWordSet words = rel_words_new(r->arena);

  if (s->right[verb] - s->left[verb] < MAX_COMPLEMENT) {
    return rel_words_source(r->arena, s, verb, REL_WORDS_ALL, text);
  }
  rel_words_add(&words, verb);
  rel_words_add(&words, marker);
  if (object != REL_NO_TOKEN) {
    rel_words_add_phrase(
        s, object, REL_WORDS_NO_CONJ | REL_WORDS_NO_NMOD | REL_WORDS_NO_CLAUSES,
        &words);
  }
  return rel_words_join_source(s, &words, text);
}

/// Words that tell more of a thing tell it from its namesakes
static RelStatus
append_words(const RelReader *r, RelStr words, RelTerm *term)
{
  term->namesake = 0U;
  return rel_arena_format(r->arena, &term->label, "%.*s %.*s",
                          REL_ARG(term->label), REL_ARG(words));
}

/// "efforts to reduce the deficit", "the importance of reducing it"
static RelStatus
add_complement(const RelReader *r, uint32_t token, RelTerm *term)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;
  RelStr words;

  if (term->kind != REL_TERM_THING && term->kind != REL_TERM_EVENT) {
    return REL_OK;
  }
  const uint32_t attached = rel_attach_find(s, token);
  if (attached != REL_NO_TOKEN) {
    REL_TRY(st, rel_words_source(r->arena, s, attached, REL_WORDS_NO_CLAUSES,
                                 &words));
    return append_words(r, words, term);
  }
  for (REL_EACH_CHILD(s, i, token)) {
    const uint32_t marker = rel_syntax_child(s, i, REL_DEP_MARK);
    const RelXpos xpos = rel_syntax_xpos(s, i);
    const bool is_complement = rel_syntax_dep(s, i) == REL_DEP_ACL &&
                               i > token && marker != REL_NO_TOKEN &&
                               (xpos == REL_XPOS_VB || xpos == REL_XPOS_VBG);
    if (is_complement) {
      REL_TRY(st, infinitive_words(r, i, marker, &words));
      return append_words(r, words, term);
    }
  }
  return REL_OK;
}

RelStatus
rel_list_add(RelReader *r, uint32_t token, RelTermList *list)
{
  const RelMention *const mention = rel_reader_mention(r, token);
  const RelEntity *const entity = rel_reader_entity(r, mention);
  RelStatus st = REL_OK;
  RelTerm term;

  if (entity && entity->n_members) {
    for (uint32_t i = 0; i < entity->n_members; ++i) {
      const RelEntity *const member =
          &r->mentions->entities[entity->members[i]];
      term = (RelTerm){member->kind, member->label,
                       rel_reader_mention_text(r, mention), member->namesake};
      if (!rel_term_is_value(member->kind)) {
        add_term(list, &term);
      }
    }
    return REL_OK;
  }
  REL_TRY(st, rel_reader_term(r, token, &term));
  REL_TRY(st, add_complement(r, token, &term));
  add_term(list, &term);
  return REL_OK;
}

uint32_t
rel_reader_place_around(const RelReader *r, uint32_t i)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t first = rel_syntax_head(s, i);
  uint32_t inner = REL_NO_TOKEN;

  if (rel_syntax_dep(s, i) != REL_DEP_CONJ || first == REL_NO_TOKEN ||
      rel_reader_kind(r, i) != REL_TERM_COUNTRY ||
      rel_syntax_child(s, i, REL_DEP_CC) != REL_NO_TOKEN) {
    return REL_NO_TOKEN;
  }
  // the list is closed by "and" before the comma: what follows is no member
  for (REL_EACH_CHILD(s, k, first)) {
    if (k < i && rel_syntax_dep(s, k) == REL_DEP_CONJ &&
        rel_syntax_child(s, k, REL_DEP_CC) != REL_NO_TOKEN &&
        rel_reader_kind(r, k) == REL_TERM_PLACE) {
      inner = k;
    }
  }
  return inner;
}

/// The name that ends right before a comma in front of the phrase
static uint32_t
name_before(const RelReader *r, uint32_t phrase)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t left = rel_syntax_first_word(s, phrase);
  uint32_t at = left >= 2U ? left - 2U : REL_NO_TOKEN;

  if (at == REL_NO_TOKEN || rel_syntax_xpos(s, left - 1U) != REL_XPOS_COMMA) {
    return REL_NO_TOKEN;
  }
  for (int step = 0; step < 3 && at != REL_NO_TOKEN; ++step) {
    if (rel_reader_is_name(r, at)) {
      return at;
    }
    at = rel_syntax_head(s, at);
  }
  return REL_NO_TOKEN;
}

/// A second object or subject of its verb, or a conjunct behind "and B,"
static bool
is_surplus(const RelSyntax *s, uint32_t i)
{
  const RelDep dep = rel_syntax_dep(s, i);
  const uint32_t head = rel_syntax_head(s, i);

  if (head == REL_NO_TOKEN ||
      rel_syntax_child(s, i, REL_DEP_CASE) != REL_NO_TOKEN) {
    return false;
  }
  if (dep != REL_DEP_CONJ) {
    return (dep == REL_DEP_OBJ || dep == REL_DEP_NSUBJ || dep == REL_DEP_OBL) &&
           rel_syntax_child(s, head, dep) != i;
  }
  if (rel_syntax_child(s, i, REL_DEP_CC) != REL_NO_TOKEN) {
    return false;
  }
  for (REL_EACH_CHILD(s, k, head)) {
    if (k < i && rel_syntax_dep(s, k) == REL_DEP_CONJ &&
        rel_syntax_child(s, k, REL_DEP_CC) != REL_NO_TOKEN) {
      return true;
    }
  }
  return false;
}

uint32_t
rel_reader_described_name(const RelReader *r, uint32_t i)
{
  const RelSyntax *const s = r->syntax;

  const uint32_t first = rel_syntax_first_word(s, i);
  // "an adviser", "head of the board"
  const bool is_description =
      rel_syntax_xpos(s, first) == REL_XPOS_DT ||
      (first == i && rel_syntax_xpos(s, i) == REL_XPOS_NN &&
       rel_syntax_child(s, i, REL_DEP_NMOD) != REL_NO_TOKEN);

  return rel_syntax_upos(s, i) == REL_UPOS_NOUN && is_description &&
                 is_surplus(s, i)
             ? name_before(r, i)
             : REL_NO_TOKEN;
}

bool
rel_list_is_denied(const RelSyntax *s, uint32_t i)
{
  if (rel_syntax_dep(s, i) != REL_DEP_CONJ ||
      rel_syntax_child(s, i, REL_DEP_CC) == REL_NO_TOKEN) {
    return false;
  }
  for (REL_EACH_CHILD(s, k, i)) {
    if (k < i && rel_clause_is_negation(s, k)) {
      return true;
    }
  }
  return false;
}

/// Is this conjunct a phrase of its own, and not part of one name?
static bool
is_conjunct(const RelReader *r, uint32_t first, uint32_t i)
{
  const RelMention *const mention = rel_reader_mention(r, first);
  const uint32_t token = r->syntax->base + i;

  // "Lund, 42, and Mora": an age is nobody
  const bool is_age = rel_reader_kind(r, i) == REL_TERM_QUANTITY &&
                      rel_reader_kind(r, first) == REL_TERM_PERSON;

  return rel_syntax_dep(r->syntax, i) == REL_DEP_CONJ && !is_age &&
         !rel_list_is_denied(r->syntax, i) &&
         rel_syntax_child(r->syntax, i, REL_DEP_ORPHAN) == REL_NO_TOKEN &&
         rel_clause_is_nominal(r->syntax, i) &&
         rel_reader_place_around(r, i) == REL_NO_TOKEN &&
         rel_reader_described_name(r, i) == REL_NO_TOKEN &&
         !(mention && token >= mention->first &&
           token < mention->first + mention->n);
}

uint32_t
rel_list_target(const RelReader *r, uint32_t noun)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t attached = rel_attach_find(s, noun);

  if (rel_syntax_xpos(s, noun) != REL_XPOS_NNS ||
      rel_reader_kind(r, noun) != REL_TERM_EVENT) {
    return REL_NO_TOKEN;
  }
  if (attached != REL_NO_TOKEN && rel_reader_is_name(r, attached) &&
      rel_syntax_child(s, attached, REL_DEP_CONJ) != REL_NO_TOKEN) {
    return attached;
  }
  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_dep(s, i) == REL_DEP_NMOD && rel_reader_is_name(r, i) &&
        rel_syntax_child(s, i, REL_DEP_CASE) != REL_NO_TOKEN &&
        rel_syntax_child(s, i, REL_DEP_CONJ) != REL_NO_TOKEN) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

static RelStatus
add_event_to(RelReader *r, uint32_t noun, uint32_t target, RelStr preposition,
             RelTermList *list)
{
  RelStatus st = REL_OK;
  RelTerm place;
  RelTerm event = {.kind = REL_TERM_EVENT};

  REL_TRY(st, rel_reader_term(r, target, &place));
  REL_TRY(st, rel_arena_format(r->arena, &event.label, "%.*s %.*s %.*s",
                               REL_ARG(rel_syntax_lemma(r->syntax, noun)),
                               REL_ARG(preposition), REL_ARG(place.label)));
  event.text = event.label;
  add_term(list, &event);
  return REL_OK;
}

/// "visits to Ayr and Bel": a visit to Ayr, and one to Bel
static RelStatus
list_events(RelReader *r, uint32_t noun, uint32_t target, RelTermList *list)
{
  RelStatus st = REL_OK;
  RelStr preposition;

  REL_TRY(st, rel_words_preposition(r->arena, r->syntax, target, true,
                                    &preposition));
  REL_TRY(st, add_event_to(r, noun, target, preposition, list));
  for (REL_EACH_CHILD(r->syntax, i, target)) {
    if (is_conjunct(r, target, i)) {
      REL_TRY(st, add_event_to(r, noun, i, preposition, list));
    }
  }
  return REL_OK;
}

RelStatus
rel_list_conjuncts(RelReader *r, uint32_t token, RelTermList *list)
{
  const uint32_t target = rel_list_target(r, token);
  RelStatus st = REL_OK;

  if (target != REL_NO_TOKEN) {
    return list_events(r, token, target, list);
  }
  REL_TRY(st, rel_list_add(r, token, list));
  for (REL_EACH_CHILD(r->syntax, i, token)) {
    if (is_conjunct(r, token, i)) {
      REL_TRY(st, rel_list_add(r, i, list));
    }
  }
  return REL_OK;
}
