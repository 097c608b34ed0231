// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/verbal.h"

#include "extract/attach.h"
#include "extract/factuality.h"
#include "extract/list.h"
#include "extract/relative.h"
#include "extract/times.h"

/// Adverbials of one clause
typedef struct {
  RelSlot slots[REL_MAX_SLOTS];
  uint32_t n_slots;
  uint32_t obliques[REL_MAX_SLOTS]; ///< Tokens that can be objects
  uint32_t slot_of[REL_MAX_SLOTS];  ///< Their slots
  uint32_t n_obliques;
} Adverbials;

// ------------------------------------------------------------ adverbials

/// `widened` is the kind of the words that rel_times_widen() found
static RelSlotRole
role_of(const RelReader *r, uint32_t token, RelTermKind widened, RelStr marker)
{
  static const struct {
    const char *marker;
    RelSlotRole role;
  } roles[] = {{"because of", REL_SLOT_REASON}, {"due to", REL_SLOT_REASON},
               {"by", REL_SLOT_MANNER},         {"with", REL_SLOT_OTHER},
               {"amid", REL_SLOT_REASON},       {"over", REL_SLOT_REASON},
               {"through", REL_SLOT_MANNER},    {"via", REL_SLOT_MANNER}};
  static const char *const places[] = {
      "across", "along", "around", "at", "behind",  "from", "in", "inside",
      "into",   "near",  "off",    "on", "outside", "over", "to", "towards"};
  const RelTermKind kind = rel_reader_kind(r, token);

  if (kind == REL_TERM_DATE || widened == REL_TERM_DATE) {
    return REL_SLOT_TIME;
  }
  if (kind == REL_TERM_MONEY || kind == REL_TERM_QUANTITY) {
    return REL_SLOT_AMOUNT;
  }
  for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); ++i) {
    if (rel_str_equal(marker, rel_str(roles[i].marker))) {
      return roles[i].role;
    }
  }
  if (rel_term_is_place(kind) &&
      rel_str_among(marker, places, sizeof(places) / sizeof(*places))) {
    return REL_SLOT_PLACE;
  }
  return REL_SLOT_OTHER;
}

bool
rel_verbal_is_source(const RelSyntax *s, uint32_t i)
{
  const uint32_t mark = rel_syntax_child(s, i, REL_DEP_CASE);

  return mark != REL_NO_TOKEN && (rel_syntax_lemma_is(s, mark, "accord") ||
                                  rel_syntax_lemma_is(s, mark, "according"));
}

/// "in addition", "for example": a word to the reader, not a place or purpose
static bool
is_discourse(const RelSyntax *s, uint32_t i)
{
  static const struct {
    const char *preposition;
    const char *noun;
  } phrases[] = {{"in", "addition"},  {"in", "contrast"},   {"of", "course"},
                 {"for", "example"},  {"in", "fact"},       {"in", "general"},
                 {"for", "instance"}, {"in", "particular"}, {"in", "short"},
                 {"in", "turn"},      {"in", "total"},      {"by", "contrast"},
                 {"for", "now"},      {"in", "practice"}};

  for (REL_EACH_CHILD(s, k, i)) {
    if (rel_syntax_dep(s, k) != REL_DEP_CASE &&
        rel_syntax_dep(s, k) != REL_DEP_PUNCT) {
      return false; // "in addition to the port"
    }
  }
  for (size_t k = 0; k < sizeof(phrases) / sizeof(*phrases); ++k) {
    if (rel_syntax_lemma_is(s, i, phrases[k].noun) &&
        rel_syntax_child_lemma(s, i, REL_DEP_CASE, phrases[k].preposition) !=
            REL_NO_TOKEN) {
      return true;
    }
  }
  return false;
}

/// @param thing What `i` stands for: itself, or a relative pronoun's noun
static RelStatus
add_adverbial(RelReader *r, uint32_t i, uint32_t thing, Adverbials *list)
{
  RelStatus st = REL_OK;
  RelSlot slot;

  if (list->n_slots == REL_MAX_SLOTS || rel_verbal_is_source(r->syntax, i) ||
      is_discourse(r->syntax, i) ||
      rel_syntax_child_lemma(r->syntax, i, REL_DEP_CASE, "such") !=
          REL_NO_TOKEN) {
    return REL_OK;
  }
  REL_TRY(st, rel_reader_term(r, thing, &slot.term));
  REL_TRY(st,
          rel_words_preposition(r->arena, r->syntax, i, true, &slot.marker));
  REL_TRY(st, rel_times_widen(r, thing, &slot));
  if (slot.term.kind == REL_TERM_NONE) {
    return REL_OK;
  }
  slot.role = role_of(r, i, slot.term.kind, slot.marker);
  list->slots[list->n_slots++] = slot;
  if (slot.role != REL_SLOT_TIME && slot.marker.len &&
      list->n_obliques < REL_MAX_SLOTS) {
    list->slot_of[list->n_obliques] = list->n_slots - 1U;
    list->obliques[list->n_obliques++] = thing;
  }
  return REL_OK;
}

static RelStatus
find_adverbials(RelReader *r, const RelClause *clause, Adverbials *list)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;

  list->n_slots = list->n_obliques = 0U;
  for (REL_EACH_CHILD(s, i, clause->head)) {
    const RelDep dep = rel_syntax_dep(s, i);
    const bool is_oblique =
        dep == REL_DEP_OBL || dep == REL_DEP_OBL_UNMARKED ||
        (dep == REL_DEP_OBJ && rel_clause_has_preposition(s, i)) ||
        (dep == REL_DEP_NMOD_UNMARKED && clause->is_verbal);
    const bool is_attached = clause->object != REL_NO_TOKEN &&
                             rel_attach_find(s, clause->object) == i;
    const uint32_t value = rel_times_under_adverb(s, i);
    if (value != REL_NO_TOKEN) {
      REL_TRY(st, add_adverbial(r, value, value, list));
    }
    // a turned-round subject is no adverbial
    if (is_oblique && !is_attached && !rel_words_is_idiom(s, i) &&
        rel_clause_is_nominal(s, i) && i != clause->subject) {
      const uint32_t governed = rel_words_governed(s, i);
      const uint32_t thing = rel_relative_resolve(s, clause, governed);
      const bool is_twice = thing != governed && (thing == clause->object ||
                                                  thing == clause->subject);
      REL_TRY(st, is_twice ? REL_OK : add_adverbial(r, governed, thing, list));
    }
  }
  const uint32_t occasion = clause->object == REL_NO_TOKEN
                                ? REL_NO_TOKEN
                                : rel_attach_occasion(s, clause->object);
  if (occasion != REL_NO_TOKEN) {
    REL_TRY(st, add_adverbial(r, occasion, occasion, list));
  }
  if (clause->recipient != REL_NO_TOKEN && list->n_slots < REL_MAX_SLOTS &&
      clause->object != REL_NO_TOKEN) {
    RelSlot slot = {.role = REL_SLOT_RECIPIENT, .marker = REL_STR("")};
    REL_TRY(st, rel_reader_term(r, clause->recipient, &slot.term));
    if (slot.term.kind != REL_TERM_NONE) {
      list->slots[list->n_slots++] = slot;
    }
  }
  return REL_OK;
}

// ------------------------------------------------------------- sending

RelStatus
rel_verbal_join(RelReader *r, RelStr a, RelStr b, RelStr *joined)
{
  if (!b.len) {
    *joined = a;
    return REL_OK;
  }
  return rel_arena_format(r->arena, joined, "%.*s %.*s", REL_ARG(a),
                          REL_ARG(b));
}

RelStatus
rel_verbal_send(RelReader *r, uint32_t k, RelFact *fact)
{
  const RelClause *const clause = &r->clauses->items[k];
  RelStatus st = REL_OK;
  uint32_t number = 0;

  if (!fact->content_of && clause->content_of != REL_NO_CLAUSE) {
    fact->content_of = r->claims[clause->content_of];
  }
  REL_TRY(st, rel_fact_send(r, fact, &number));
  if (!r->claims[k]) {
    r->claims[k] = number;
  }
  return REL_OK;
}

static const RelClause *
content_clause(const RelReader *r, uint32_t k)
{
  for (uint32_t i = 0; i < r->clauses->n; ++i) {
    const RelClause *const clause = &r->clauses->items[i];
    const bool is_below = clause->parent == k && clause->link == REL_LINK_CCOMP;
    if (is_below || clause->content_of == k) {
      return clause;
    }
  }
  return NULL;
}

/// The words of the clause that is said, as a value
static RelStatus
content_words(RelReader *r, const RelClause *content, RelTerm *term)
{
  RelStatus st = REL_OK;
  RelWordSet words = rel_words_new(r->arena);

  rel_words_add_phrase(r->syntax, content->head, REL_WORDS_CLAUSE, &words);
  if (content->marker != REL_NO_TOKEN &&
      (rel_syntax_lemma_is(r->syntax, content->marker, "that") ||
       rel_syntax_lemma_is(r->syntax, content->marker, "of"))) {
    rel_words_remove(&words, content->marker, content->marker + 1U);
  }
  // "Mora said" inside its own content stays out
  for (REL_EACH_CHILD(r->syntax, i, content->head)) {
    if (rel_syntax_relation(r->syntax, i) == REL_DEP_PARATAXIS) {
      rel_words_remove(&words, r->syntax->left[i], r->syntax->right[i] + 1U);
    }
  }
  REL_TRY(st, rel_words_join_source(r->syntax, &words, &term->label));
  term->text = term->label;
  term->kind = term->label.len ? REL_TERM_CLAUSE : REL_TERM_NONE;
  return REL_OK;
}

/// "have ties to Orbex": a light verb's noun goes into the predicate
static uint32_t
light_object(const RelReader *r, const RelClause *clause)
{
  static const char *const verbs[] = {"bear", "forge", "give", "have",
                                      "hold", "keep",  "make", "play",
                                      "put",  "reach", "sign", "take"};
  const RelSyntax *const s = r->syntax;
  const uint32_t object = clause->object;

  if (!rel_syntax_lemma_among(s, clause->head, verbs,
                              sizeof(verbs) / sizeof(*verbs)) ||
      rel_reader_is_name(r, object)) {
    return REL_NO_TOKEN;
  }
  for (REL_EACH_CHILD(s, i, object)) {
    if (rel_syntax_dep(s, i) == REL_DEP_NMOD && rel_reader_is_name(r, i) &&
        rel_syntax_child(s, i, REL_DEP_CASE) != REL_NO_TOKEN) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

static RelStatus
send_light(RelReader *r, uint32_t k, const RelFact *fact)
{
  const RelClause *const clause = &r->clauses->items[k];
  const uint32_t target = light_object(r, clause);
  RelFact light = *fact;
  RelStr noun;
  RelStr preposition;
  RelStatus st = REL_OK;

  if (target == REL_NO_TOKEN) {
    return REL_OK;
  }
  REL_TRY(st, rel_words_source(r->arena, r->syntax, clause->object,
                               REL_WORDS_NO_CONJ | REL_WORDS_NO_CASE |
                                   REL_WORDS_NO_DET | REL_WORDS_NO_NMOD,
                               &noun));
  REL_TRY(st, rel_words_preposition(r->arena, r->syntax, target, true,
                                    &preposition));
  REL_TRY(st, rel_arena_format(r->arena, &light.predicate, "%.*s %.*s %.*s",
                               REL_ARG(fact->predicate), REL_ARG(noun),
                               REL_ARG(preposition)));
  light.rule = "verb.light";
  light.object = target;
  return rel_verbal_send(r, k, &light);
}

/// One triple for each oblique of a verb without object; the others are slots
static RelStatus
send_obliques(RelReader *r, uint32_t k, const RelFact *verb,
              const Adverbials *list)
{
  RelFact fact = *verb;
  RelSlot others[REL_MAX_SLOTS];
  RelStatus st = REL_OK;

  fact.slots = others;
  fact.rule = "verb.oblique";
  for (uint32_t i = 0; i < list->n_obliques; ++i) {
    const RelSlot *const own = &list->slots[list->slot_of[i]];
    fact.n_slots = 0U;
    for (uint32_t at = 0; at < list->n_slots; ++at) {
      if (at != list->slot_of[i]) {
        others[fact.n_slots++] = list->slots[at];
      }
    }
    REL_TRY(st,
            rel_verbal_join(r, verb->predicate, own->marker, &fact.predicate));
    fact.object = list->obliques[i];
    REL_TRY(st, rel_verbal_send(r, k, &fact));
  }
  return REL_OK;
}

bool
rel_verbal_has_complement(const RelReader *r, uint32_t k)
{
  for (uint32_t i = 0; i < r->clauses->n; ++i) {
    const RelClause *const clause = &r->clauses->items[i];
    if (clause->parent == k && clause->link == REL_LINK_XCOMP) {
      return true;
    }
  }
  return false;
}

/// A verb that means nothing without what stands behind it: "it happened"
static bool
is_empty_verb(const RelReader *r, uint32_t k, RelStr predicate)
{
  static const char *const verbs[] = {"be",   "become", "come", "do",   "get",
                                      "go",   "happen", "have", "keep", "make",
                                      "mean", "need",   "seem", "take"};
  const RelClause *const clause = &r->clauses->items[k];

  // particles and idioms make another predicate
  return !clause->is_elided &&
         rel_str_equal(predicate, rel_syntax_lemma(r->syntax, clause->head)) &&
         rel_syntax_lemma_among(r->syntax, clause->head, verbs,
                                sizeof(verbs) / sizeof(*verbs));
}

/// The verb's own triples, its predicate being ready
static RelStatus
send_verb(RelReader *r, uint32_t k, RelFact *fact, const Adverbials *list)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelClause *const content =
      rel_factuality_is_report(clause) ||
              (clause->governor && clause->governor->modality)
          ? content_clause(r, k)
          : NULL;
  RelStatus st = REL_OK;

  if (clause->object != REL_NO_TOKEN) {
    fact->object = clause->object;
    REL_TRY(st, rel_verbal_send(r, k, fact));
    return send_light(r, k, fact);
  }
  if (clause->recipient != REL_NO_TOKEN) {
    fact->object = clause->recipient;
    return rel_verbal_send(r, k, fact);
  }
  if (content && content->link != REL_LINK_XCOMP) {
    fact->rule = "verb.content";
    REL_TRY(st, content_words(r, content, &fact->object_term));
    return rel_verbal_send(r, k, fact);
  }
  if (list->n_obliques) {
    return send_obliques(r, k, fact, list);
  }
  return rel_verbal_has_complement(r, k) || is_empty_verb(r, k, fact->predicate)
             ? REL_OK
             : rel_verbal_send(r, k, fact);
}

// ----------------------------------------------------------------- verbs

/// "Norland plans to cut quotas": the plan is a fact, the cut its content
static RelStatus
send_governed(RelReader *r, uint32_t k, RelFact *fact, const Adverbials *list)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelClause *const parent = &r->clauses->items[clause->parent];
  RelFact outer = *fact;
  RelStatus st = REL_OK;

  REL_TRY(st,
          rel_words_predicate(r->arena, r->clauses, k, true, &outer.predicate));
  outer.rule = "verb.governed";
  outer.clause = clause->parent; // whoever says so
  if (!clause->is_raised) {
    outer.polarity = parent->polarity;
    outer.modality = parent->modality;
  }
  outer.content_of =
      parent->content_of == REL_NO_CLAUSE ? 0U : r->claims[parent->content_of];
  REL_TRY(st, send_verb(r, k, &outer, list));
  if (clause->is_raised || !clause->is_ruled) {
    return REL_OK;
  }
  fact->content_of = r->claims[k];
  return send_verb(r, k, fact, list);
}

/// "elected Mora president" with two objects: she is elected president
static RelStatus
send_naming(RelReader *r, uint32_t k)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelSyntax *const s = r->syntax;
  RelFact fact = rel_fact(r, "verb.naming", clause->head, k);
  RelStatus st = REL_OK;

  const RelXpos xpos = rel_syntax_xpos(s, clause->head);
  if (clause->object == REL_NO_TOKEN || !rel_verbal_names(s, clause->head) ||
      (xpos != REL_XPOS_VBD && xpos != REL_XPOS_VBN)) {
    return REL_OK;
  }
  fact.subject = clause->object;
  REL_TRY(st,
          rel_verbal_join(r, REL_STR("be"), rel_syntax_form(s, clause->head),
                          &fact.predicate));
  for (REL_EACH_CHILD(s, i, clause->head)) {
    if (rel_syntax_dep(s, i) == REL_DEP_OBJ && i > clause->object &&
        !rel_clause_has_preposition(s, i) &&
        rel_syntax_upos(s, i) == REL_UPOS_NOUN) {
      fact.object = i;
      REL_TRY(st, rel_verbal_send(r, k, &fact));
    }
  }
  return REL_OK;
}

/// "Mora said." without what she said, "when it comes to"
static bool
says_nothing(const RelReader *r, uint32_t k)
{
  const RelClause *const clause = &r->clauses->items[k];
  const RelSyntax *const s = r->syntax;

  if (rel_syntax_lemma_is(s, clause->head, "come") &&
      rel_syntax_lemma_is(s, clause->subject, "it")) {
    return true;
  }
  if (!rel_syntax_lemma_is(s, clause->head, "say")) {
    return false;
  }
  return clause->object == REL_NO_TOKEN ? !content_clause(r, k)
                                        : rel_reader_is_name(r, clause->object);
}

/// "signed the pact but not the treaty"
static RelStatus
send_denied(RelReader *r, uint32_t k, const RelFact *fact)
{
  const uint32_t object = r->clauses->items[k].object;
  RelFact denied = *fact;
  RelStatus st = REL_OK;

  if (object == REL_NO_TOKEN) {
    return REL_OK;
  }
  denied.polarity =
      fact->polarity == REL_POSITIVE ? REL_NEGATIVE : REL_POSITIVE;
  for (REL_EACH_CHILD(r->syntax, i, object)) {
    if (rel_list_is_denied(r->syntax, i)) {
      denied.object = i;
      REL_TRY(st, rel_verbal_send(r, k, &denied));
    }
  }
  return REL_OK;
}

/// "and Lund as treasurer", "and Portugal wine": the verb of the first holds
static RelStatus
send_gapped(RelReader *r, uint32_t k, uint32_t subject, const RelFact *fact)
{
  const RelSyntax *const s = r->syntax;
  RelFact gapped = *fact;
  RelStatus st = REL_OK;
  RelStr marker;

  gapped.rule = "verb.gapped";
  gapped.subject = subject;
  gapped.n_slots = 0U;
  for (REL_EACH_CHILD(s, i, subject)) {
    if (rel_syntax_dep(s, i) != REL_DEP_ORPHAN ||
        !rel_clause_is_nominal(s, i)) {
      continue;
    }
    REL_TRY(st, rel_words_preposition(r->arena, s, i, true, &marker));
    REL_TRY(st, rel_verbal_join(r, fact->predicate, marker, &gapped.predicate));
    gapped.object = i;
    REL_TRY(st, rel_verbal_send(r, k, &gapped));
  }
  return REL_OK;
}

/// "replaced the veteran with Lund": Lund replaces him, too
static RelStatus
send_replacement(RelReader *r, uint32_t k, const RelFact *fact)
{
  const RelClause *const clause = &r->clauses->items[k];
  RelFact other = *fact;
  RelStatus st = REL_OK;

  if (clause->object == REL_NO_TOKEN ||
      !rel_syntax_lemma_is(r->syntax, clause->head, "replace")) {
    return REL_OK;
  }
  for (REL_EACH_CHILD(r->syntax, i, clause->head)) {
    if (rel_syntax_relation(r->syntax, i) == REL_DEP_OBL &&
        rel_syntax_child_lemma(r->syntax, i, REL_DEP_CASE, "with") !=
            REL_NO_TOKEN) {
      other.subject = i;
      other.object = clause->object;
      other.n_slots = 0U;
      REL_TRY(st, rel_verbal_send(r, k, &other));
    }
  }
  return REL_OK;
}

/// What something is compared with: "more oil than Portugal", or none
static uint32_t
compared_with(const RelSyntax *s, const RelClause *clause)
{
  const uint32_t hosts[] = {clause->head, clause->object};
  bool is_comparative = false;

  for (REL_EACH_CHILD(s, i, clause->object)) {
    is_comparative =
        is_comparative ||
        (i < clause->object && (rel_syntax_xpos(s, i) == REL_XPOS_JJR ||
                                rel_syntax_xpos(s, i) == REL_XPOS_RBR));
  }
  for (size_t h = 0; is_comparative && h < 2U; ++h) {
    for (REL_EACH_CHILD(s, i, hosts[h])) {
      if (i > clause->object && rel_clause_is_nominal(s, i) &&
          rel_syntax_upos(s, i) != REL_UPOS_NUM &&
          (rel_syntax_child_lemma(s, i, REL_DEP_CASE, "than") != REL_NO_TOKEN ||
           rel_syntax_child_lemma(s, i, REL_DEP_MARK, "than") !=
               REL_NO_TOKEN)) {
        return i;
      }
    }
  }
  return REL_NO_TOKEN;
}

/// "Norway sells more oil than Portugal": it sells more oil than | Portugal
static RelStatus
send_comparison(RelReader *r, uint32_t k, const RelFact *fact)
{
  const RelClause *const clause = &r->clauses->items[k];
  const uint32_t other = clause->object == REL_NO_TOKEN
                             ? REL_NO_TOKEN
                             : compared_with(r->syntax, clause);
  RelFact compared = *fact;
  RelStatus st = REL_OK;
  RelStr words;

  if (other == REL_NO_TOKEN) {
    return REL_OK;
  }
  compared.rule = "verb.comparison";
  compared.object = other;
  compared.n_slots = 0U;
  REL_TRY(st, rel_words_source(r->arena, r->syntax, clause->object,
                               REL_WORDS_NO_CONJ | REL_WORDS_NO_CASE |
                                   REL_WORDS_NO_DET | REL_WORDS_NO_NMOD |
                                   REL_WORDS_NO_CLAUSES,
                               &words));
  REL_TRY(st, rel_arena_format(r->arena, &compared.predicate, "%.*s %.*s than",
                               REL_ARG(fact->predicate), REL_ARG(words)));
  return rel_verbal_send(r, k, &compared);
}

static RelStatus
send_others(RelReader *r, uint32_t k, const RelFact *fact)
{
  RelStatus st = REL_OK;

  REL_TRY(st, send_denied(r, k, fact));
  REL_TRY(st, send_replacement(r, k, fact));
  REL_TRY(st, send_comparison(r, k, fact));
  for (REL_EACH_CHILD(r->syntax, i, fact->token)) {
    if (rel_syntax_dep(r->syntax, i) == REL_DEP_CONJ &&
        rel_syntax_child(r->syntax, i, REL_DEP_ORPHAN) != REL_NO_TOKEN) {
      REL_TRY(st, send_gapped(r, k, i, fact));
    }
  }
  return REL_OK;
}

static RelStatus
read_verb(RelReader *r, uint32_t k)
{
  const RelClause *const clause = &r->clauses->items[k];
  Adverbials list;
  RelStatus st = REL_OK;

  RelFact fact = rel_fact(
      r, clause->is_passive ? "verb.passive" : "verb.active", clause->head, k);
  if (clause->is_existential) {
    return rel_read_existential(r, k);
  }
  if (clause->subject == REL_NO_TOKEN || says_nothing(r, k)) {
    return REL_OK;
  }
  REL_TRY(st, send_naming(r, k));
  REL_TRY(st, find_adverbials(r, clause, &list));
  fact.subject = clause->subject;
  fact.slots = list.slots;
  fact.n_slots = list.n_slots;
  REL_TRY(st,
          rel_words_predicate(r->arena, r->clauses, k, false, &fact.predicate));

  if (rel_clause_joins_governor(r->clauses, clause)) {
    return send_governed(r, k, &fact, &list);
  }
  RelFact others = fact;
  REL_TRY(st, send_verb(r, k, &fact, &list));
  return send_others(r, k, &others);
}

RelStatus
rel_read_clauses(RelReader *r)
{
  RelStatus st = REL_OK;

  r->claims = rel_arena_calloc(r->arena, r->clauses->n, sizeof(uint32_t));
  if (!r->claims) {
    return REL_NO_MEMORY;
  }
  for (uint32_t k = 0; k < r->clauses->n; ++k) {
    const RelClause *const clause = &r->clauses->items[k];
    REL_TRY(st, clause->is_verbal ? read_verb(r, k) : rel_read_copula(r, k));
  }
  return REL_OK;
}
