// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/amount.h"
#include "extract/cues.h"
#include "extract/explain.h"
#include "extract/list.h"
#include "extract/times.h"

RelFact
rel_fact(const RelReader *r, const char *rule, uint32_t token, uint32_t clause)
{
  RelFact fact = {.rule = rule,
                  .token = token,
                  .clause = clause,
                  .subject = REL_NO_TOKEN,
                  .object = REL_NO_TOKEN};

  if (clause != REL_NO_CLAUSE) {
    fact.polarity = r->clauses->items[clause].polarity;
    fact.modality = r->clauses->items[clause].modality;
  }
  return fact;
}

/// The speaker as a term; `token` counts in the document
static RelStatus
source_term(RelReader *r, uint32_t token, RelTerm *term)
{
  const uint32_t m =
      r->mentions->by_head ? r->mentions->by_head[token] : REL_NO_MENTION;
  const RelSyntax *const s = r->syntax;

  if (m != REL_NO_MENTION) {
    const RelMention *const mention = &r->mentions->mentions[m];
    const RelEntity *const entity = rel_reader_entity(r, mention);
    if (entity) {
      const RelStr text = rel_reader_mention_text(r, mention);
      // "both sides said": their words, not one member's
      *term = (RelTerm){entity->kind, entity->n_members ? text : entity->label,
                        text, entity->namesake};
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
  *term = (RelTerm){REL_TERM_THING, word->form, word->form, 0U};
  return REL_OK;
}

RelStatus
rel_reader_source(RelReader *r, uint32_t clause, RelTriple *triple)
{
  const RelClause *const said = &r->clauses->items[clause];
  RelStatus st = REL_OK;

  if (said->source != REL_NO_TOKEN) {
    REL_TRY(st, source_term(r, said->source, &triple->source));
    triple->source_verb = said->source_verb == REL_NO_TOKEN
                              ? REL_STR("")
                              : r->tree->lemma[said->source_verb];
  }
  return REL_OK;
}

static RelStatus
set_factuality(RelReader *r, const RelFact *fact, RelTriple *triple)
{
  triple->polarity = fact->polarity;
  triple->modality = fact->modality;
  triple->content_of = fact->content_of;
  if (fact->clause == REL_NO_CLAUSE || fact->is_own_word) {
    return REL_OK;
  }

  return rel_reader_source(r, fact->clause, triple);
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
send_pairs(RelReader *r, const RelFact *fact, RelTriple *triple,
           const RelTermList *subjects, const RelTermList *objects)
{
  RelStatus st = REL_OK;

  for (uint32_t a = 0; a < subjects->n; ++a) {
    for (uint32_t b = 0; b < objects->n; ++b) {
      const bool is_same =
          rel_term_is_same(&subjects->terms[a], &objects->terms[b]);
      if (is_same && objects->terms[b].kind != REL_TERM_NONE) {
        continue;
      }
      triple->subject = subjects->terms[a];
      triple->object = objects->terms[b];
      rel_times_read_object(r, triple);
      triple->number = ++r->n_triples[REL_VIEW_GRAPH];
      if (r->explain && r->explain->number == triple->number) {
        rel_explain_fact(r, fact, triple);
      }
      const RelEvent event = {.kind = REL_EVENT_TRIPLE, {.triple = triple}};
      REL_TRY(st, rel_sink_event(r->sink, &event));
    }
  }
  return REL_OK;
}

/// "tariffs on $40 billion in steel": the amount becomes a slot
static RelStatus
take_amount(const RelReader *r, uint32_t object, RelTermList *objects,
            RelTriple *triple)
{
  RelAmount amount;

  if (object == REL_NO_TOKEN || triple->n_slots == REL_MAX_SLOTS ||
      objects->n != 1U || objects->terms[0].kind != REL_TERM_THING ||
      !rel_amount_find(r->syntax, object, &amount)) {
    return REL_OK;
  }
  const uint32_t n = triple->n_slots++;
  const RelStatus st = rel_amount_apply(r, object, &amount, &objects->terms[0],
                                        &triple->slots[n]);
  for (uint32_t i = 0; !st && i < n; ++i) {
    if (rel_term_is_same(&triple->slots[i].term, &triple->slots[n].term)) {
      triple->n_slots = n; // the clause has it already
    }
  }
  return st;
}

/// A trip that includes visits to Ayr and Bel includes Ayr and Bel
static uint32_t
object_token(const RelReader *r, const RelFact *fact)
{
  const uint32_t target = rel_str_equal(fact->predicate, REL_STR("include"))
                              ? rel_list_target(r, fact->object)
                              : REL_NO_TOKEN;

  return target == REL_NO_TOKEN ? fact->object : target;
}

RelStatus
rel_fact_send(RelReader *r, const RelFact *fact, uint32_t *number)
{
  RelStatus st = REL_OK;
  RelTermList subjects = {.n = 0U};
  RelTermList objects = {.n = 0U};
  RelTriple triple = {.view = REL_VIEW_GRAPH, .rule = fact->rule};

  *number = 0U;
  if (fact->subject == REL_NO_TOKEN || !fact->predicate.len) {
    return REL_OK;
  }
  REL_TRY(st, fact->is_single
                  ? rel_list_add(r, fact->subject, &subjects)
                  : rel_list_conjuncts(r, fact->subject, &subjects));
  if (fact->object != REL_NO_TOKEN) {
    REL_TRY(st, rel_list_conjuncts(r, object_token(r, fact), &objects));
  } else {
    objects.terms[objects.n++] = fact->object_term;
  }
  if (!subjects.n || !objects.n) {
    return REL_OK;
  }

  triple.predicate = fact->predicate;
  for (uint32_t i = 0; i < fact->n_slots && i < REL_MAX_SLOTS; ++i) {
    triple.slots[triple.n_slots++] = fact->slots[i];
  }
  REL_TRY(st, take_amount(r, fact->object, &objects, &triple));
  rel_times_read_slots(r, fact->clause, &triple);
  REL_TRY(st, set_factuality(r, fact, &triple));
  set_span(r, fact, &triple);
  triple.subject = subjects.terms[0];
  triple.object = objects.terms[0];
  const RelCueTokens tokens = {.clause = fact->clause,
                               .head = fact->token,
                               .subject = fact->subject,
                               .object = fact->object};
  RelCues cues;
  rel_cues_apply(r, &tokens, &cues, &triple);

  const uint32_t before = r->n_triples[REL_VIEW_GRAPH];
  REL_TRY(st, send_pairs(r, fact, &triple, &subjects, &objects));
  *number = r->n_triples[REL_VIEW_GRAPH] > before ? before + 1U : 0U;
  return REL_OK;
}
