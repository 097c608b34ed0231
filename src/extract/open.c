// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/factuality.h"
#include "extract/reader.h"

/// Priors before the parse's own probabilities
static const float OBJECT_PRIOR = 0.85F;
static const float OBLIQUE_PRIOR = 0.7F;
static const float BARE_PRIOR = 0.5F;
static const float CONTENT_PRIOR = 0.75F;
static const float APPOSITION_PRIOR = 0.6F;

static const float CHAIN_FACTOR = 0.8F; ///< For each step down a chain

enum {
  MAX_ARGUMENTS = REL_MAX_SLOTS,
  MAX_CHAIN = 2, // nouns in one predicate
  /// Phrases of the split view are short
  SPLIT_OPTIONS = REL_WORDS_NO_CONJ | REL_WORDS_NO_CLAUSES,
};

/// A clause as the text has it: passives are not turned round
typedef struct {
  uint32_t clause;
  uint32_t subject;
  uint32_t object;
  uint32_t obliques[MAX_ARGUMENTS];
  uint32_t n_obliques;
  float prior;
  uint32_t depth; ///< Nouns of the object that stand in the predicate
} Surface;

static bool
is_oblique(const RelSyntax *s, uint32_t i)
{
  const RelDep dep = rel_syntax_dep(s, i);

  return (dep == REL_DEP_OBJ && rel_clause_has_preposition(s, i)) ||
         dep == REL_DEP_OBL || dep == REL_DEP_OBL_AGENT ||
         dep == REL_DEP_OBL_UNMARKED;
}

/// Those behind the verb, or those in front of it
static void
add_obliques(const RelSyntax *s, uint32_t head, bool is_behind,
             Surface *surface)
{
  for (REL_EACH_CHILD(s, i, head)) {
    if (is_oblique(s, i) && (i > head) == is_behind &&
        surface->n_obliques < MAX_ARGUMENTS && i != surface->subject) {
      surface->obliques[surface->n_obliques++] = i;
    }
  }
}

static void
find_surface(const RelReader *r, uint32_t k, Surface *surface)
{
  const RelSyntax *const s = r->syntax;
  const RelClause *const clause = &r->clauses->items[k];

  *surface = (Surface){.clause = k,
                       .subject = clause->subject,
                       .object = clause->object,
                       .prior = OBJECT_PRIOR};
  if (clause->is_verbal && !clause->is_passive &&
      rel_syntax_child(s, clause->head, REL_DEP_OBL_AGENT) != REL_NO_TOKEN) {
    surface->subject = clause->object;
    surface->object = REL_NO_TOKEN;
  }
  add_obliques(s, clause->head, true, surface);
  add_obliques(s, clause->head, false, surface);
}

// ------------------------------------------------------------------ words

static RelStatus
argument(RelReader *r, uint32_t token, unsigned options, RelTerm *term)
{
  const RelStatus st = rel_words_phrase(
      r->arena, r->syntax, token, options | REL_WORDS_NO_CASE, &term->label);

  term->text = term->label;
  term->kind = term->label.len ? REL_TERM_THING : REL_TERM_NONE;
  return st;
}

static RelStatus
append(RelReader *r, RelStr *text, RelStr more)
{
  if (!more.len) {
    return REL_OK;
  }
  return rel_arena_format(r->arena, text, "%.*s%s%.*s", REL_ARG(*text),
                          text->len ? " " : "", REL_ARG(more));
}

static RelStatus
send_open(RelReader *r, const Surface *surface, RelTriple *triple)
{
  const RelClause *const clause = &r->clauses->items[surface->clause];
  const uint32_t tokens[] = {clause->head, surface->subject, surface->object};
  const RelSyntax *const s = r->syntax;

  triple->polarity = clause->polarity;
  triple->modality = clause->modality;
  triple->confidence = surface->prior * rel_reader_certainty(r, tokens, 3U);
  triple->number = ++r->n_triples[triple->view];
  rel_reader_evidence(r, s->left[clause->head], s->right[clause->head],
                      &triple->evidence);

  const RelEvent event = {.kind = REL_EVENT_TRIPLE, {.triple = triple}};
  return triple->subject.kind == REL_TERM_NONE || !triple->predicate.len
             ? REL_OK
             : rel_sink_event(r->sink, &event);
}

// ------------------------------------------------------------------ n-ary

static RelStatus
add_slot(RelReader *r, uint32_t token, RelTriple *triple)
{
  RelStatus st = REL_OK;
  RelSlot slot = {.role = REL_SLOT_OTHER, .marker = REL_STR("")};

  if (triple->n_slots == REL_MAX_SLOTS) {
    return REL_OK;
  }
  REL_TRY(st, argument(r, token, REL_WORDS_ALL, &slot.term));
  REL_TRY(st, rel_words_preposition(r->arena, r->syntax, token, false,
                                    &slot.marker));
  triple->slots[triple->n_slots++] = slot;
  return REL_OK;
}

/// S | verb | O | others; without object the first oblique takes its place
static RelStatus
send_whole(RelReader *r, Surface *surface, RelStr predicate)
{
  RelTriple triple = {
      .view = REL_VIEW_OPEN, .rule = "open", .predicate = predicate};
  uint32_t next = 0;
  RelStatus st = REL_OK;

  REL_TRY(st, argument(r, surface->subject, REL_WORDS_ALL, &triple.subject));
  if (surface->object != REL_NO_TOKEN) {
    REL_TRY(st, argument(r, surface->object, REL_WORDS_ALL, &triple.object));
  } else if (surface->n_obliques) {
    RelStr marker;
    REL_TRY(st, rel_words_preposition(r->arena, r->syntax, surface->obliques[0],
                                      false, &marker));
    REL_TRY(st, append(r, &triple.predicate, marker));
    REL_TRY(st, argument(r, surface->obliques[next++], REL_WORDS_ALL,
                         &triple.object));
    surface->prior = OBLIQUE_PRIOR;
  } else {
    surface->prior = BARE_PRIOR;
  }
  while (next < surface->n_obliques) {
    REL_TRY(st, add_slot(r, surface->obliques[next++], &triple));
  }
  return send_open(r, surface, &triple);
}

// ------------------------------------------------------------------ split

static RelStatus send_split_object(RelReader *r, const Surface *surface,
                                   uint32_t object, RelTriple *triple);

/// "became a justice of | the High Court": the noun goes into the predicate
static RelStatus
send_chain(RelReader *r, const Surface *surface, uint32_t noun,
           const RelTriple *triple)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;
  Surface deeper = *surface;
  RelTerm head;

  if (surface->depth == MAX_CHAIN || rel_reader_is_name(r, noun)) {
    return REL_OK;
  }
  ++deeper.depth;
  deeper.prior *= CHAIN_FACTOR;
  REL_TRY(st,
          argument(r, noun,
                   REL_WORDS_NO_CONJ | REL_WORDS_NO_NMOD | REL_WORDS_NO_CLAUSES,
                   &head));
  for (REL_EACH_CHILD(s, i, noun)) {
    RelTriple chained = *triple;
    RelStr marker;
    if (rel_syntax_dep(s, i) != REL_DEP_NMOD || i < noun) {
      continue;
    }
    REL_TRY(st, rel_words_preposition(r->arena, s, i, false, &marker));
    if (!marker.len) {
      continue;
    }
    REL_TRY(st, append(r, &chained.predicate, head.text));
    REL_TRY(st, append(r, &chained.predicate, marker));
    REL_TRY(st, send_split_object(r, &deeper, i, &chained));
  }
  return REL_OK;
}

static RelStatus
send_one_object(RelReader *r, const Surface *surface, uint32_t object,
                RelTriple *triple)
{
  RelStatus st = REL_OK;

  REL_TRY(st, argument(r, object, SPLIT_OPTIONS, &triple->object));
  REL_TRY(st, send_open(r, surface, triple));
  return send_chain(r, surface, object, triple);
}

static RelStatus
send_split_object(RelReader *r, const Surface *surface, uint32_t object,
                  RelTriple *triple)
{
  RelStatus st = REL_OK;

  REL_TRY(st, send_one_object(r, surface, object, triple));
  for (REL_EACH_CHILD(r->syntax, i, object)) {
    if (rel_syntax_dep(r->syntax, i) == REL_DEP_CONJ &&
        rel_clause_is_nominal(r->syntax, i)) {
      REL_TRY(st, send_one_object(r, surface, i, triple));
    }
  }
  return REL_OK;
}

/// S | verb | O, then S | verb O prep | X for each oblique
static RelStatus
send_binary(RelReader *r, const Surface *surface, uint32_t subject,
            RelStr predicate)
{
  RelTriple triple = {
      .view = REL_VIEW_SPLIT, .rule = "open.split", .predicate = predicate};
  RelStatus st = REL_OK;
  RelStr with_object = predicate;

  REL_TRY(st, argument(r, subject, SPLIT_OPTIONS, &triple.subject));
  if (surface->object != REL_NO_TOKEN) {
    REL_TRY(st, send_split_object(r, surface, surface->object, &triple));
    REL_TRY(st, append(r, &with_object, triple.object.text));
  }
  for (uint32_t i = 0; i < surface->n_obliques; ++i) {
    RelStr marker;
    triple.predicate = with_object;
    REL_TRY(st, rel_words_preposition(r->arena, r->syntax, surface->obliques[i],
                                      false, &marker));
    REL_TRY(st, append(r, &triple.predicate, marker));
    REL_TRY(st, send_split_object(r, surface, surface->obliques[i], &triple));
  }
  return REL_OK;
}

static RelStatus
send_views(RelReader *r, Surface *surface, RelStr predicate)
{
  RelStatus st = REL_OK;

  if (r->views & (1U << REL_VIEW_OPEN)) {
    Surface whole = *surface;
    REL_TRY(st, send_whole(r, &whole, predicate));
  }
  if (!(r->views & (1U << REL_VIEW_SPLIT))) {
    return REL_OK;
  }
  REL_TRY(st, send_binary(r, surface, surface->subject, predicate));
  for (REL_EACH_CHILD(r->syntax, i, surface->subject)) {
    if (rel_syntax_dep(r->syntax, i) == REL_DEP_CONJ &&
        rel_clause_is_nominal(r->syntax, i)) {
      REL_TRY(st, send_binary(r, surface, i, predicate));
    }
  }
  return REL_OK;
}

// ---------------------------------------------------------------- clauses

/// "said that | Velia sent a list"
static RelStatus
move_marker(RelReader *r, uint32_t content, RelWordSet *words,
            RelStr *predicate)
{
  const uint32_t that =
      rel_syntax_child_lemma(r->syntax, content, REL_DEP_MARK, "that");

  if (that == REL_NO_TOKEN) {
    return REL_OK;
  }
  rel_words_remove(words, that, that + 1U);
  return append(r, predicate, rel_syntax_form(r->syntax, that));
}

/// "Mora said Velia sent a list": the said clause is the object
static RelStatus
send_content(RelReader *r, Surface *surface, RelStr predicate)
{
  const uint32_t head = r->clauses->items[surface->clause].head;
  const uint32_t content = rel_syntax_child(r->syntax, head, REL_DEP_CCOMP);
  RelTriple triple = {.view = REL_VIEW_OPEN, .rule = "open.content"};
  RelWordSet words = rel_words_new(r->arena);
  RelStatus st = REL_OK;

  if (content == REL_NO_TOKEN || !(r->views & (1U << REL_VIEW_OPEN))) {
    return REL_OK;
  }
  surface->prior = CONTENT_PRIOR;
  triple.predicate = predicate;
  REL_TRY(st, argument(r, surface->subject, REL_WORDS_ALL, &triple.subject));
  rel_words_add_phrase(r->syntax, content, REL_WORDS_CLAUSE, &words);
  REL_TRY(st, move_marker(r, content, &words, &triple.predicate));
  REL_TRY(st, rel_words_join(r->syntax, &words, &triple.object.label));
  triple.object.text = triple.object.label;
  triple.object.kind = REL_TERM_CLAUSE;
  return send_open(r, surface, &triple);
}

/// Clauses that only carry another one: "plans" in "plans to cut"
static bool
is_carrier(const RelReader *r, uint32_t k)
{
  const RelClause *const clause = &r->clauses->items[k];

  if (clause->object != REL_NO_TOKEN) {
    return false;
  }
  for (uint32_t i = k + 1U; i < r->clauses->n; ++i) {
    if (r->clauses->items[i].parent == k &&
        r->clauses->items[i].link == REL_LINK_XCOMP) {
      return true;
    }
  }
  return false;
}

static RelStatus
read_clause(RelReader *r, uint32_t k)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelSyntax *const s = r->syntax;
  RelWordSet words = rel_words_new(r->arena);
  RelStatus st = REL_OK;
  RelStr predicate;
  Surface surface;

  find_surface(r, k, &surface);
  const bool is_copular = !clause->is_verbal;
  if (surface.subject == REL_NO_TOKEN || clause->is_existential ||
      is_carrier(r, k) || surface.subject == clause->head ||
      (is_copular && clause->copula == REL_NO_TOKEN &&
       clause->link != REL_LINK_XCOMP)) {
    return REL_OK;
  }
  rel_words_add_predicate(r->clauses, k, &words);
  if (is_copular) {
    rel_words_remove(&words, clause->head, clause->head + 1U);
    surface.object = clause->head;
    surface.n_obliques = 0U;
  }
  REL_TRY(st, rel_words_join(s, &words, &predicate));
  if (is_copular) {
    RelStr marker;
    REL_TRY(st,
            rel_words_preposition(r->arena, s, clause->head, false, &marker));
    REL_TRY(st, append(r, &predicate, marker));
  }

  const bool has_content =
      clause->is_verbal && surface.object == REL_NO_TOKEN &&
      rel_syntax_child(s, clause->head, REL_DEP_CCOMP) != REL_NO_TOKEN;
  return has_content ? send_content(r, &surface, predicate)
                     : send_views(r, &surface, predicate);
}

/// "Lund, an adviser to Okafor": an inserted "is"
static RelStatus
read_apposition(RelReader *r, uint32_t i)
{
  const uint32_t host = rel_syntax_head(r->syntax, i);
  const uint32_t k = r->clauses->of_token[i];
  RelTriple triple = {.view = REL_VIEW_OPEN,
                      .rule = "open.apposition",
                      .predicate = REL_STR("is")};
  RelStatus st = REL_OK;

  if (k == REL_NO_CLAUSE || !(r->views & (1U << REL_VIEW_OPEN)) ||
      !rel_clause_is_nominal(r->syntax, i)) {
    return REL_OK;
  }

  const Surface surface = {
      .clause = k, .subject = host, .object = i, .prior = APPOSITION_PRIOR};
  REL_TRY(st, argument(r, host, REL_WORDS_NO_CONJ, &triple.subject));
  REL_TRY(st, argument(r, i, REL_WORDS_ALL, &triple.object));
  return send_open(r, &surface, &triple);
}

RelStatus
rel_read_open(RelReader *r)
{
  RelStatus st = REL_OK;

  for (uint32_t k = 0; k < r->clauses->n; ++k) {
    REL_TRY(st, read_clause(r, k));
  }
  for (uint32_t i = 0; i < r->syntax->n; ++i) {
    if (rel_syntax_relation(r->syntax, i) == REL_DEP_APPOS) {
      REL_TRY(st, read_apposition(r, i));
    }
  }
  return REL_OK;
}
