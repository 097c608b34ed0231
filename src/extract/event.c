// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/attach.h"
#include "extract/nominal.h"

#include <string.h>

// ---------------------------------------------------------------- events

/// Nouns that name what a verb does
static const struct {
  const char *noun;
  const char *verb;
} events[] = {
    {"acquisition", "acquire"}, {"agreement", "agree"},
    {"arrival", "arrive"},      {"attack", "attack"},
    {"bribe", "bribe"},         {"closure", "close"},
    {"conversation", "talk"},   {"criticism", "criticize"},
    {"deal", "deal"},           {"discussion", "talk"},
    {"handover", "hand over"},  {"invasion", "invade"},
    {"inquiry", "investigate"}, {"investigation", "investigate"},
    {"meeting", "meet"},        {"negotiation", "negotiate"},
    {"probe", "investigate"},   {"purchase", "buy"},
    {"rejection", "reject"},    {"return", "return"},
    {"sale", "sell"},           {"summit", "meet"},
    {"takeover", "take over"},  {"talk", "talk"},
    {"tour", "tour"},           {"travel", "travel"},
    {"trip", "travel"},         {"visit", "visit"},
    {"withdrawal", "withdraw"},
};

static const char *
event_verb(RelStr lemma)
{
  for (size_t i = 0; i < sizeof(events) / sizeof(*events); ++i) {
    if (rel_str_equal(lemma, rel_str(events[i].noun))) {
      return events[i].verb;
    }
  }
  return NULL;
}

/// "planned visit", "alleged bribe", "former aide": adjectives of factuality
static RelModality
adjective_modality(const RelSyntax *s, uint32_t noun, RelModality modality)
{
  static const struct {
    const char *lemma;
    RelModality modality;
  } words[] = {{"allege", REL_POSSIBLE},     {"alleged", REL_POSSIBLE},
               {"planned", REL_PLANNED},     {"plan", REL_PLANNED},
               {"possible", REL_POSSIBLE},   {"potential", REL_POSSIBLE},
               {"propose", REL_POSSIBLE},    {"proposed", REL_POSSIBLE},
               {"threaten", REL_THREATENED}, {"threatened", REL_THREATENED},
               {"upcoming", REL_PLANNED},    {"likely", REL_POSSIBLE},
               {"schedule", REL_PLANNED},    {"scheduled", REL_PLANNED},
               {"would-be", REL_POSSIBLE}};

  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_relation(s, i) != REL_DEP_AMOD) {
      continue;
    }
    for (size_t k = 0; k < sizeof(words) / sizeof(*words); ++k) {
      if (rel_syntax_lemma_is(s, i, words[k].lemma)) {
        return words[k].modality;
      }
    }
  }
  return modality;
}

/// "ahead of Mora's visit", "to prepare for the visit": it is to come
static bool
is_ahead(const RelSyntax *s, uint32_t noun)
{
  const uint32_t mark = rel_syntax_child(s, noun, REL_DEP_CASE);
  const uint32_t verb = rel_syntax_head(s, noun);

  if (mark == REL_NO_TOKEN || verb == REL_NO_TOKEN) {
    return false;
  }
  return rel_str_equal(rel_syntax_form(s, mark), REL_STR("ahead")) ||
         (mark && rel_syntax_lemma_is(s, mark, "of") &&
          rel_str_equal(rel_syntax_form(s, mark - 1U), REL_STR("ahead"))) ||
         (rel_syntax_lemma_is(s, mark, "for") &&
          rel_syntax_lemma_is(s, verb, "prepare"));
}

/// "plans a visit", "threatened an attack", "wants talks": the verb's, when the
/// noun is its object
static RelModality
verb_modality(const RelSyntax *s, uint32_t noun)
{
  static const char *const wishes[] = {"consider", "demand",    "need",
                                       "propose",  "recommend", "request",
                                       "seek",     "urge",      "want"};
  const RelDep dep = rel_syntax_dep(s, noun);
  const uint32_t verb = rel_syntax_head(s, noun);

  if (dep != REL_DEP_OBJ && dep != REL_DEP_NSUBJ_PASS) {
    return REL_ACTUAL;
  }
  const RelGovernor *const row =
      rel_governor_find(rel_syntax_lemma(s, verb), false);
  const bool holds =
      row && (row->modality == REL_PLANNED || row->modality == REL_THREATENED ||
              rel_syntax_lemma_among(s, verb, wishes,
                                     sizeof(wishes) / sizeof(*wishes)));
  return holds && !(row->flags & REL_GOVERNS_REPORTED) ? row->modality
                                                       : REL_ACTUAL;
}

/// What the words around an event's noun say of it
static RelModality
event_modality(const RelSyntax *s, uint32_t noun)
{
  return adjective_modality(
      s, noun, is_ahead(s, noun) ? REL_PLANNED : verb_modality(s, noun));
}

/// "visit to" is to visit, "meeting with" to meet, "probe into" to investigate
static RelStatus
event_predicate(RelReader *r, const char *verb, uint32_t target, RelStr *out)
{
  RelStr marker;
  RelStatus st = REL_OK;

  REL_TRY(st,
          rel_words_preposition(r->arena, r->syntax, target, true, &marker));
  const bool is_transitive =
      rel_str_equal(marker, REL_STR("of")) ||
      rel_str_equal(marker, REL_STR("into")) ||
      (rel_str_equal(marker, REL_STR("with")) && !strcmp(verb, "meet")) ||
      (rel_str_equal(marker, REL_STR("on")) && !strcmp(verb, "attack")) ||
      (rel_str_equal(marker, REL_STR("to")) && !strcmp(verb, "visit"));
  if (is_transitive) {
    *out = rel_str(verb);
    return REL_OK;
  }
  return rel_arena_format(r->arena, out, "%s %.*s", verb, REL_ARG(marker));
}

/// Is the noun what one of these verbs is done to?
static bool
undergoes(const RelSyntax *s, uint32_t noun, const char *const *verbs, size_t n)
{
  const RelDep dep = rel_syntax_dep(s, noun);

  return (dep == REL_DEP_OBJ || dep == REL_DEP_NSUBJ_PASS) &&
         rel_syntax_lemma_among(s, rel_syntax_head(s, noun), verbs, n);
}

/// "blocked a takeover", "the visit was cancelled": it did not happen
static bool
is_thwarted(const RelSyntax *s, uint32_t noun)
{
  static const char *const verbs[] = {
      "abandon", "avert",   "avoid",  "ban",  "bar",     "block",
      "cancel",  "decline", "forbid", "halt", "prevent", "prohibit",
      "refuse",  "reject",  "scrap",  "stop", "veto"};

  return undergoes(s, noun, verbs, sizeof(verbs) / sizeof(*verbs));
}

/**
   "would restrict exports to Norland": verbs of change presuppose their object,
   whoever says so and whether or not they come true (Levinson 1983, ch. 4).
*/
static bool
is_presupposed(const RelSyntax *s, uint32_t noun)
{
  static const char *const verbs[] = {
      "boost",    "curb",  "curtail", "cut",        "deepen",  "double",
      "ease",     "end",   "expand",  "extend",     "freeze",  "halve",
      "increase", "limit", "loosen",  "reduce",     "relax",   "restrict",
      "slash",    "slow",  "suspend", "strengthen", "tighten", "trim",
      "weaken",   "widen"};

  return undergoes(s, noun, verbs, sizeof(verbs) / sizeof(*verbs));
}

/// The phrase with this preposition under the noun, or under what it is of
static uint32_t
phrase_of(const RelSyntax *s, uint32_t noun, const char *preposition)
{
  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_dep(s, i) != REL_DEP_NMOD || i < noun) {
      continue;
    }
    if (rel_syntax_child_lemma(s, i, REL_DEP_CASE, preposition) !=
        REL_NO_TOKEN) {
      return i;
    }
    for (REL_EACH_CHILD(s, k, i)) {
      if (rel_syntax_dep(s, k) == REL_DEP_NMOD &&
          rel_syntax_child_lemma(s, k, REL_DEP_CASE, preposition) !=
              REL_NO_TOKEN) {
        return k;
      }
    }
  }
  return REL_NO_TOKEN;
}

/// "a Velia-led takeover"
static uint32_t
leader_of(const RelReader *r, uint32_t noun)
{
  const RelSyntax *const s = r->syntax;

  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_relation(s, i) != REL_DEP_AMOD ||
        !rel_syntax_lemma_is(s, i, "lead")) {
      continue;
    }
    for (REL_EACH_CHILD(s, k, i)) {
      if (k < i && rel_reader_is_name(r, k)) {
        return k;
      }
    }
  }
  return REL_NO_TOKEN;
}

/// Who does what the noun names: its owner, a "by" phrase, who leads it
static uint32_t
actor_of(const RelReader *r, uint32_t noun, const char *verb)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t owner = rel_syntax_child(s, noun, REL_DEP_NMOD_POSS);
  const uint32_t agent = phrase_of(s, noun, "by");

  if (owner != REL_NO_TOKEN) {
    return owner;
  }
  if (agent != REL_NO_TOKEN && rel_reader_is_name(r, agent)) {
    return agent;
  }
  if (!strcmp(verb, "hand over")) { // "the handover of Ayr from Norland"
    return phrase_of(s, noun, "from");
  }
  return leader_of(r, noun);
}

/// "talks between Velia and Norland": the one with the other
static RelStatus
send_between(RelReader *r, RelFact *fact, const char *verb)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t first = phrase_of(s, fact->token, "between");
  RelStatus st = REL_OK;

  if (first == REL_NO_TOKEN || !rel_reader_is_name(r, first)) {
    return REL_OK;
  }
  fact->is_single = true;
  fact->subject = first;
  REL_TRY(st, rel_arena_format(r->arena, &fact->predicate, "%s%s", verb,
                               strcmp(verb, "meet") ? " with" : ""));
  for (REL_EACH_CHILD(s, i, first)) {
    if (rel_syntax_dep(s, i) == REL_DEP_CONJ && rel_reader_is_name(r, i)) {
      fact->object = i;
      REL_TRY(st, rel_nominal_send(r, fact));
    }
  }
  return REL_OK;
}

RelStatus
rel_read_event(RelReader *r, uint32_t noun)
{
  const RelSyntax *const s = r->syntax;
  const char *const verb = event_verb(rel_syntax_lemma(s, noun));
  const uint32_t k = r->clauses->of_token[noun];
  RelStatus st = REL_OK;

  if (!verb) {
    return REL_OK;
  }

  RelFact fact = rel_fact(r, "event", noun, k);
  fact.polarity = REL_POSITIVE;
  fact.modality = event_modality(s, noun);
  fact.subject = actor_of(r, noun, verb);
  if (is_thwarted(s, noun)) {
    fact.polarity = REL_NEGATIVE;
  } else if (!fact.modality && fact.subject != REL_NO_TOKEN &&
             fact.subject == leader_of(r, noun)) {
    fact.modality = REL_POSSIBLE; // "a Velia-led takeover": a bid, if no more
  }
  if (fact.subject == REL_NO_TOKEN) {
    return send_between(r, &fact, verb);
  }
  if (!strcmp(verb, "bribe")) {
    fact.predicate = rel_str(verb);
    return rel_nominal_send(r, &fact);
  }
  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_dep(s, i) != REL_DEP_NMOD || i < noun ||
        rel_reader_kind(r, i) == REL_TERM_DATE || i == fact.subject ||
        rel_syntax_child(s, i, REL_DEP_CASE) == REL_NO_TOKEN) {
      continue;
    }
    fact.object = i;
    REL_TRY(st, event_predicate(r, verb, i, &fact.predicate));
    REL_TRY(st, rel_nominal_send(r, &fact));
  }
  return REL_OK;
}

// ------------------------------------------------------------- relations

/// Nouns whose preposition tells a relation: of themselves, or of their owner
static const struct {
  const char *noun;
  const char *preposition;
  const char *predicate; ///< Of the noun; null: the owner has it
} relations[] = {
    {"agreement", "with", NULL},
    {"alliance", "with", NULL},
    {"border", "with", NULL},
    {"contract", "with", NULL},
    {"deal", "with", NULL},
    {"deficit", "with", NULL},
    {"delivery", "to", "go to"},
    {"dispute", "with", NULL},
    {"export", "to", "go to"},
    {"feud", "with", NULL},
    {"inquiry", "into", "concern"},
    {"investigation", "into", "concern"},
    {"link", "to", NULL},
    {"link", "with", NULL},
    {"mission", "to", "go to"},
    {"pact", "with", NULL},
    {"partnership", "with", NULL},
    {"probe", "into", "concern"},
    {"relation", "with", NULL},
    {"relationship", "with", NULL},
    {"row", "with", NULL},
    {"shipment", "to", "go to"},
    {"stake", "in", NULL},
    {"surplus", "with", NULL},
    {"tie", "to", NULL},
    {"tie", "with", NULL},
    {"trade", "with", NULL},
    {"treaty", "with", NULL},
    {"trip", "to", "go to"},
    {"voyage", "to", "go to"},
    {"war", "with", NULL},
};

/// Whose it is: "Mora's ties", "the US trade deficit", "Chinese exports"
static uint32_t
owner_of(const RelReader *r, uint32_t noun)
{
  const RelSyntax *const s = r->syntax;

  for (REL_EACH_CHILD(s, i, noun)) {
    const RelDep dep = rel_syntax_dep(s, i);
    const RelMention *const mention = rel_reader_mention(r, i);
    const bool is_actor = rel_nominal_is_human_or_firm(rel_reader_kind(r, i)) ||
                          rel_reader_kind(r, i) == REL_TERM_COUNTRY;
    if (i < noun &&
        (dep == REL_DEP_NMOD_POSS ||
         (is_actor && mention && mention->kind != REL_MENTION_NOMINAL &&
          (dep == REL_DEP_COMPOUND || dep == REL_DEP_AMOD)))) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

/// "have trade deficit with": the noun with its compounds
static RelStatus
have_predicate(RelReader *r, uint32_t noun, uint32_t owner,
               const char *preposition, RelStr *predicate)
{
  const RelSyntax *const s = r->syntax;
  RelBuffer buffer = {.arena = r->arena};

  rel_buffer_add(&buffer, REL_STR("have "));
  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_dep(s, i) == REL_DEP_COMPOUND && i < noun && i != owner) {
      rel_buffer_add(&buffer, rel_syntax_form(s, i));
      rel_buffer_add_char(&buffer, ' ');
    }
  }
  rel_buffer_add(&buffer, rel_syntax_form(s, noun));
  rel_buffer_add_char(&buffer, ' ');
  rel_buffer_add(&buffer, rel_str(preposition));
  *predicate = rel_buffer_str(&buffer);
  return buffer.status;
}

static RelStatus
send_relation(RelReader *r, uint32_t noun, uint32_t target, size_t row)
{
  const bool is_own = relations[row].predicate != NULL;
  const uint32_t owner = is_own ? noun : owner_of(r, noun);
  RelFact fact = rel_fact(r, is_own ? "noun.relation" : "noun.have", noun,
                          r->clauses->of_token[noun]);
  RelStatus st = REL_OK;

  if (owner == REL_NO_TOKEN || !rel_reader_is_name(r, target)) {
    return REL_OK;
  }
  fact.subject = owner;
  fact.object = target;
  fact.is_single = true;
  if (is_presupposed(r->syntax, noun)) {
    fact.modality = REL_ACTUAL;
    fact.polarity = REL_POSITIVE;
    fact.is_own_word = true;
  }
  if (is_own) {
    fact.predicate = rel_str(relations[row].predicate);
    return rel_nominal_send(r, &fact);
  }
  fact.polarity = REL_POSITIVE; // "cut the deficit": there is one
  fact.modality = adjective_modality(r->syntax, noun, REL_ACTUAL);
  REL_TRY(st, have_predicate(r, noun, owner, relations[row].preposition,
                             &fact.predicate));
  return rel_nominal_send(r, &fact);
}

/// "Kim's regime": who owns it leads it
static RelStatus
send_leader(RelReader *r, uint32_t noun)
{
  static const char *const bodies[] = {"administration", "cabinet",
                                       "government", "regime"};
  const uint32_t owner = rel_syntax_child(r->syntax, noun, REL_DEP_NMOD_POSS);
  RelFact fact = rel_nominal_fact(r, "noun.lead", noun);

  if (owner == REL_NO_TOKEN || rel_reader_kind(r, owner) != REL_TERM_PERSON ||
      !rel_syntax_lemma_among(r->syntax, noun, bodies,
                              sizeof(bodies) / sizeof(*bodies))) {
    return REL_OK;
  }
  fact.subject = owner;
  fact.object = noun;
  fact.predicate = REL_STR("lead");
  return rel_nominal_send(r, &fact);
}

/// The relation that the phrase under `target` tells of its noun
static RelStatus
read_target(RelReader *r, uint32_t noun, uint32_t target)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;

  for (size_t row = 0; row < sizeof(relations) / sizeof(*relations); ++row) {
    if (rel_syntax_lemma_is(s, noun, relations[row].noun) &&
        rel_syntax_child_lemma(s, target, REL_DEP_CASE,
                               relations[row].preposition) != REL_NO_TOKEN) {
      REL_TRY(st, send_relation(r, noun, target, row));
    }
  }
  return REL_OK;
}

RelStatus
rel_read_relation(RelReader *r, uint32_t noun)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t attached = rel_attach_find(s, noun);
  RelStatus st = REL_OK;

  REL_TRY(st, send_leader(r, noun));
  if (attached != REL_NO_TOKEN) {
    REL_TRY(st, read_target(r, noun, attached));
  }
  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_dep(s, i) == REL_DEP_NMOD && i > noun) {
      REL_TRY(st, read_target(r, noun, i));
    }
  }
  return REL_OK;
}

// ------------------------------------------------------------- compounds

/// "a Velia-led bid", "the Ayr-based lender"
RelStatus
rel_read_compound(RelReader *r, uint32_t participle)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t noun = rel_syntax_head(s, participle);
  uint32_t agent = REL_NO_TOKEN;
  const bool has_hyphen =
      participle && rel_syntax_xpos(s, participle - 1U) == REL_XPOS_HYPH;

  for (REL_EACH_CHILD(s, i, participle)) {
    agent = i < participle && rel_clause_is_nominal(s, i) ? i : agent;
  }
  if (!has_hyphen || agent == REL_NO_TOKEN || noun == REL_NO_TOKEN ||
      !rel_reader_is_name(r, agent)) {
    return REL_OK;
  }

  RelFact fact =
      rel_fact(r, "compound", participle, r->clauses->of_token[participle]);
  const bool is_base = rel_syntax_lemma_is(s, participle, "base");
  fact.polarity = REL_POSITIVE;
  fact.modality = is_base ? REL_ACTUAL : fact.modality;
  fact.subject = is_base ? noun : agent;
  fact.object = is_base ? agent : noun;
  fact.predicate =
      is_base ? REL_STR("based in") : rel_syntax_lemma(s, participle);
  return rel_nominal_send(r, &fact);
}
