// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/reader.h"

#include "extract/amount.h"

#include <math.h>

enum {
  MAX_CONJUNCTS = 8,   // longer lists are cut: 64 triples a fact at most
  MAX_COMPLEMENT = 10, // words of an infinitive that stays in a label
};

const RelMention *
rel_reader_mention(const RelReader *r, uint32_t token)
{
  if (token == REL_NO_TOKEN || !r->mentions->by_head) {
    return NULL;
  }

  const uint32_t m = r->mentions->by_head[r->syntax->base + token];
  return m == REL_NO_MENTION ? NULL : &r->mentions->mentions[m];
}

static const RelEntity *
entity_of(const RelReader *r, const RelMention *mention)
{
  return mention && mention->entity != REL_NO_ENTITY
             ? &r->mentions->entities[mention->entity]
             : NULL;
}

RelTermKind
rel_reader_kind(const RelReader *r, uint32_t token)
{
  const RelEntity *const entity = entity_of(r, rel_reader_mention(r, token));

  return entity ? entity->kind : REL_TERM_THING;
}

bool
rel_reader_is_name(const RelReader *r, uint32_t token)
{
  const RelMention *const mention = rel_reader_mention(r, token);

  return mention && mention->kind == REL_MENTION_NAME;
}

/// The source's words of a mention
static RelStr
mention_text(const RelReader *r, const RelMention *mention)
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
      "all",      "another",    "any",    "anything", "both",  "each",
      "everyone", "everything", "few",    "he",       "her",   "here",
      "him",      "i",          "it",     "many",     "me",    "more",
      "most",     "much",       "none",   "nothing",  "one",   "ones",
      "other",    "others",     "ours",   "she",      "some",  "something",
      "such",     "that",       "theirs", "them",     "there", "these",
      "they",     "this",       "those",  "us",       "we",    "what",
      "which",    "who",        "whom",   "you"};

  for (size_t i = 0; i < sizeof(words) / sizeof(*words); ++i) {
    if (rel_str_equal_fold(text, rel_str(words[i]))) {
      return true;
    }
  }
  return false;
}

RelStatus
rel_reader_term(RelReader *r, uint32_t token, RelTerm *term)
{
  const RelMention *const mention = rel_reader_mention(r, token);
  const RelEntity *const entity = entity_of(r, mention);
  RelStatus st = REL_OK;

  *term = (RelTerm){REL_TERM_NONE, {NULL, 0U}, {NULL, 0U}};
  if (entity) {
    const RelStr text = mention_text(r, mention);
    *term =
        (RelTerm){is_empty_word(entity->label) ? REL_TERM_NONE : entity->kind,
                  entity->label, text};
    return REL_OK;
  }
  if (rel_syntax_upos(r->syntax, token) == REL_UPOS_PRON ||
      rel_syntax_upos(r->syntax, token) == REL_UPOS_DET) {
    return REL_OK;
  }
  REL_TRY(st, rel_words_source(r->arena, r->syntax, token,
                               REL_WORDS_NO_CONJ | REL_WORDS_NO_CASE |
                                   REL_WORDS_NO_DET,
                               &term->label));
  term->text = term->label;
  term->kind = term->label.len && !is_empty_word(term->label) ? REL_TERM_THING
                                                              : REL_TERM_NONE;
  return REL_OK;
}

float
rel_reader_certainty(const RelReader *r, const uint32_t *tokens, size_t n)
{
  double sum = 0.0;
  size_t counted = 0;

  for (size_t i = 0; i < n; ++i) {
    if (tokens[i] != REL_NO_TOKEN && r->tree->head_prob) {
      const float prob = r->tree->head_prob[r->syntax->base + tokens[i]];
      // a sum of small steps, not logarithms: the same bits everywhere
      sum += (double)prob;
      ++counted;
    }
  }
  return counted ? (float)(sum / (double)counted) : 1.0F;
}

static uint32_t
count_chars(RelStr content, uint32_t begin, uint32_t end)
{
  uint32_t n = 0;

  for (uint32_t i = begin; i < end; ++i) {
    n += ((uint8_t)content.data[i] & 0xC0U) != 0x80U;
  }
  return n;
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
  evidence->begin = line->begin_char + count_chars(content, line->begin, begin);
  evidence->end = evidence->begin + count_chars(content, begin, end);
  evidence->quote = rel_str_slice(content, begin, end);
}

RelFact
rel_fact(const RelReader *r, const char *rule, uint32_t token, uint32_t clause)
{
  RelFact fact = {.rule = rule,
                  .token = token,
                  .clause = clause,
                  .subject = REL_NO_TOKEN,
                  .object = REL_NO_TOKEN,
                  .confidence = 0.8F};

  if (clause != REL_NO_CLAUSE) {
    fact.polarity = r->clauses->items[clause].polarity;
    fact.modality = r->clauses->items[clause].modality;
  }
  return fact;
}

// ----------------------------------------------------------------- terms

typedef struct {
  RelTerm terms[MAX_CONJUNCTS];
  uint32_t n;
} TermList;

static void
add_term(TermList *list, const RelTerm *term)
{
  for (uint32_t i = 0; i < list->n; ++i) {
    if (rel_str_equal(list->terms[i].label, term->label)) {
      return;
    }
  }
  if (list->n < MAX_CONJUNCTS && term->kind != REL_TERM_NONE) {
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
  RelWordSet words = {NULL, 0U};
  RelStatus st = REL_OK;

  if (s->right[verb] - s->left[verb] < MAX_COMPLEMENT) {
    return rel_words_source(r->arena, s, verb, REL_WORDS_ALL, text);
  }
  REL_TRY(st, rel_words_new(r->arena, s->n, &words));
  words.flags[verb] = true;
  words.flags[marker] = true;
  if (object != REL_NO_TOKEN) {
    rel_words_add_phrase(
        s, object, REL_WORDS_NO_CONJ | REL_WORDS_NO_NMOD | REL_WORDS_NO_CLAUSES,
        &words);
  }
  return rel_words_join_source(r->arena, s, &words, text);
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
  for (REL_EACH_CHILD(s, i, token)) {
    const uint32_t marker = rel_syntax_child(s, i, REL_DEP_MARK);
    const RelXpos xpos = rel_syntax_xpos(s, i);
    const bool is_complement = rel_syntax_dep(s, i) == REL_DEP_ACL &&
                               i > token && marker != REL_NO_TOKEN &&
                               (xpos == REL_XPOS_VB || xpos == REL_XPOS_VBG);
    if (is_complement) {
      REL_TRY(st, infinitive_words(r, i, marker, &words));
      return rel_arena_format(r->arena, &term->label, "%.*s %.*s",
                              REL_ARG(term->label), REL_ARG(words));
    }
  }
  return REL_OK;
}

/// The members in place of "both sides"
static RelStatus
add_token(RelReader *r, uint32_t token, TermList *list)
{
  const RelMention *const mention = rel_reader_mention(r, token);
  const RelEntity *const entity = entity_of(r, mention);
  RelStatus st = REL_OK;
  RelTerm term;

  if (entity && entity->n_members) {
    for (uint32_t i = 0; i < entity->n_members; ++i) {
      const RelEntity *const member =
          &r->mentions->entities[entity->members[i]];
      term = (RelTerm){member->kind, member->label, mention_text(r, mention)};
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

  return rel_syntax_upos(s, i) == REL_UPOS_NOUN &&
                 rel_syntax_xpos(s, rel_syntax_first_word(s, i)) ==
                     REL_XPOS_DT &&
                 is_surplus(s, i)
             ? name_before(r, i)
             : REL_NO_TOKEN;
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
         rel_clause_is_nominal(r->syntax, i) &&
         rel_reader_place_around(r, i) == REL_NO_TOKEN &&
         rel_reader_described_name(r, i) == REL_NO_TOKEN &&
         !(mention && token >= mention->first &&
           token < mention->first + mention->n);
}

/// The names that an event noun in the plural goes out to, or #REL_NO_TOKEN
static uint32_t
listed_target(const RelReader *r, uint32_t noun)
{
  const RelSyntax *const s = r->syntax;

  if (rel_syntax_xpos(s, noun) != REL_XPOS_NNS ||
      rel_reader_kind(r, noun) != REL_TERM_EVENT) {
    return REL_NO_TOKEN;
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
             TermList *list)
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
list_events(RelReader *r, uint32_t noun, uint32_t target, TermList *list)
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

static RelStatus
list_terms(RelReader *r, uint32_t token, TermList *list)
{
  const uint32_t target = listed_target(r, token);
  RelStatus st = REL_OK;

  if (target != REL_NO_TOKEN) {
    return list_events(r, token, target, list);
  }
  REL_TRY(st, add_token(r, token, list));
  for (REL_EACH_CHILD(r->syntax, i, token)) {
    if (is_conjunct(r, token, i)) {
      REL_TRY(st, add_token(r, i, list));
    }
  }
  return REL_OK;
}

// --------------------------------------------------------------- sending

/// The speaker as a term; `token` counts in the document
static RelStatus
source_term(RelReader *r, uint32_t token, RelTerm *term)
{
  const uint32_t m =
      r->mentions->by_head ? r->mentions->by_head[token] : REL_NO_MENTION;
  const RelSyntax *const s = r->syntax;

  if (m != REL_NO_MENTION) {
    const RelMention *const mention = &r->mentions->mentions[m];
    const RelEntity *const entity = entity_of(r, mention);
    if (entity) {
      const RelStr text = mention_text(r, mention);
      // "both sides said": their words, not one member's
      *term = (RelTerm){entity->kind, entity->n_members ? text : entity->label,
                        text};
      return REL_OK;
    }
  }
  if (token >= s->base && token < s->base + s->n) {
    const RelStatus st = rel_reader_term(r, token - s->base, term);
    if (st || term->kind != REL_TERM_NONE) {
      return st;
    }
  }
  // somebody unresolved: still not the newsroom's own word
  const RelToken *const word = &r->text->tokens[token];
  *term = (RelTerm){REL_TERM_THING, word->form, word->form};
  return REL_OK;
}

static RelStatus
set_factuality(RelReader *r, const RelFact *fact, RelTriple *triple)
{
  RelStatus st = REL_OK;

  triple->polarity = fact->polarity;
  triple->modality = fact->modality;
  triple->content_of = fact->content_of;
  if (fact->clause == REL_NO_CLAUSE || fact->is_own_word) {
    return REL_OK;
  }

  const RelClause *const clause = &r->clauses->items[fact->clause];
  if (clause->source != REL_NO_TOKEN) {
    REL_TRY(st, source_term(r, clause->source, &triple->source));
    triple->source_verb = clause->source_verb == REL_NO_TOKEN
                              ? REL_STR("")
                              : r->tree->lemma[clause->source_verb];
  }
  return REL_OK;
}

/// First and last token of subject, predicate and object with their phrases
static void
set_span(const RelReader *r, const RelFact *fact, RelTriple *triple)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t tokens[] = {fact->subject, fact->token, fact->object};
  uint32_t first = fact->token;
  uint32_t last = fact->token;

  for (size_t i = 0; i < sizeof(tokens) / sizeof(*tokens); ++i) {
    const uint32_t t = tokens[i];
    if (t == REL_NO_TOKEN) {
      continue;
    }
    const bool is_phrase = t != fact->token;
    const uint32_t left = is_phrase ? s->left[t] : t;
    const uint32_t right = is_phrase ? s->right[t] : t;
    first = left < first ? left : first;
    last = right > last ? right : last;
  }
  rel_reader_evidence(r, first, last, &triple->evidence);
}

static RelStatus
send_pairs(RelReader *r, RelTriple *triple, const TermList *subjects,
           const TermList *objects)
{
  RelStatus st = REL_OK;

  for (uint32_t a = 0; a < subjects->n; ++a) {
    for (uint32_t b = 0; b < objects->n; ++b) {
      const bool is_same =
          rel_str_equal(subjects->terms[a].label, objects->terms[b].label);
      if (is_same && objects->terms[b].kind != REL_TERM_NONE) {
        continue;
      }
      triple->subject = subjects->terms[a];
      triple->object = objects->terms[b];
      triple->number = ++r->n_triples[REL_VIEW_GRAPH];
      const RelEvent event = {.kind = REL_EVENT_TRIPLE, {.triple = triple}};
      REL_TRY(st, rel_sink_event(r->sink, &event));
    }
  }
  return REL_OK;
}

/// "tariffs on $40 billion in steel": the amount becomes a slot
static RelStatus
take_amount(const RelReader *r, uint32_t object, TermList *objects,
            RelTriple *triple)
{
  RelAmount amount;

  if (object == REL_NO_TOKEN || triple->n_slots == REL_MAX_SLOTS ||
      objects->n != 1U || objects->terms[0].kind != REL_TERM_THING ||
      !rel_amount_find(r->syntax, object, &amount)) {
    return REL_OK;
  }
  return rel_amount_apply(r, object, &amount, &objects->terms[0],
                          &triple->slots[triple->n_slots++]);
}

RelStatus
rel_fact_send(RelReader *r, const RelFact *fact, uint32_t *number)
{
  RelStatus st = REL_OK;
  TermList subjects = {.n = 0U};
  TermList objects = {.n = 0U};
  RelTriple triple = {.view = REL_VIEW_GRAPH, .rule = fact->rule};

  *number = 0U;
  if (fact->subject == REL_NO_TOKEN || !fact->predicate.len) {
    return REL_OK;
  }
  REL_TRY(st, fact->is_single ? add_token(r, fact->subject, &subjects)
                              : list_terms(r, fact->subject, &subjects));
  if (fact->object != REL_NO_TOKEN) {
    REL_TRY(st, list_terms(r, fact->object, &objects));
  } else {
    objects.terms[objects.n++] = fact->object_term;
  }
  if (!subjects.n || !objects.n) {
    return REL_OK;
  }

  const uint32_t tokens[] = {fact->token, fact->subject, fact->object};
  triple.predicate = fact->predicate;
  triple.confidence = fact->confidence * rel_reader_certainty(r, tokens, 3U);
  for (uint32_t i = 0; i < fact->n_slots && i < REL_MAX_SLOTS; ++i) {
    triple.slots[triple.n_slots++] = fact->slots[i];
  }
  REL_TRY(st, take_amount(r, fact->object, &objects, &triple));
  REL_TRY(st, set_factuality(r, fact, &triple));
  set_span(r, fact, &triple);

  const uint32_t before = r->n_triples[REL_VIEW_GRAPH];
  REL_TRY(st, send_pairs(r, &triple, &subjects, &objects));
  *number = r->n_triples[REL_VIEW_GRAPH] > before ? before + 1U : 0U;
  return REL_OK;
}
