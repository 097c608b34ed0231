// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/check.h"

#include "base/intern.h"
#include "graph/event.h"
#include "rdf/rules.h"
#include "rdf/show.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  MAX_RULES = 48,
  WORDS_SIZE = 1400, // bytes of a violation's words
  MAX_NUMBER = 1 << 30,
  NO = 1, // values of a boolean
  YES = 2
};

/// Marks a value that stands for a literal
static const uint32_t HASHED = 1U << 31U;

/// What is known of a subject
typedef struct {
  uint32_t line;    ///< Of its first statement
  unsigned classes; ///< RelRuleClass bits
  /// By rule, one of its values: see value_of(); 0 for none
  uint32_t values[MAX_RULES];
} Subject;

/// From a subject to something that must be of a class
typedef struct {
  uint32_t from, to; ///< Numbers of IRIs
  uint32_t rule;
  uint32_t line;
} Link;

/// A relation that stands as a triple, or that an asserted claim has
typedef struct {
  uint32_t subject, predicate, object; ///< Numbers of IRIs
  uint32_t line;
} Relation;

typedef REL_ARRAY(Relation) Relations;

typedef struct {
  RelArena arena;
  const char *path;
  const RelCheckOptions *options;
  RelCheckCount *count;
  const RelRule *rules;
  uint32_t n_rules;
  uint32_t places[REL_N_VOCABULARY]; ///< Of the rules of our words
  uint32_t positive, actual;         ///< Values of what may be asserted
  RelIntern iris; ///< Numbers below `n_rules` are the rules' properties
  REL_ARRAY(Subject *) subjects; ///< By number; null: nothing is said of it
  REL_ARRAY(Link) links;
  Relations plains;
  Relations meanings; ///< The same in the words of schema.org and ORG
  Relations asserted;
} Checker;

// ------------------------------------------------------------ violations

static void report(Checker *self, uint32_t line, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

static void
report(Checker *self, uint32_t line, const char *format, ...)
{
  const RelPlace place = {self->path, 0U, line, 0U};
  char words[WORDS_SIZE];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(words, sizeof(words), format, arguments);
  va_end(arguments);
  ++self->count->n_violations;
  if (self->options->on_violation) {
    self->options->on_violation(self->options->handle, place, words);
  }
}

static RelShown
shown(const Checker *self, uint32_t iri)
{
  return rel_show_iri(self->iris.strings[iri]);
}

static RelShown
shown_rule(const Checker *self, uint32_t rule)
{
  return rel_show_iri(rel_vocabulary_iri(self->rules[rule].property));
}

// ------------------------------------------------------------ subjects

/// What is known of an IRI as a subject, or null
static Subject *
find_subject(const Checker *self, uint32_t iri)
{
  return iri < self->subjects.n ? self->subjects.items[iri] : NULL;
}

static RelStatus
add_subject(Checker *self, const RelParsedStatement *statement, uint32_t *iri,
            Subject **subject)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_intern_add(&self->iris, statement->subject.value, iri));
  while (self->subjects.n <= *iri) {
    REL_TRY(st, REL_ARRAY_PUSH(&self->arena, &self->subjects, NULL));
  }
  if (!self->subjects.items[*iri]) {
    *subject = rel_arena_calloc(&self->arena, 1U, sizeof(Subject));
    if (!*subject) {
      return REL_NO_MEMORY;
    }
    (*subject)->line = statement->line;
    self->subjects.items[*iri] = *subject;
  }
  *subject = self->subjects.items[*iri];
  return st;
}

static uint32_t
natural_of(RelStr digits)
{
  uint32_t number = 0;

  for (size_t i = 0; i < digits.len && number < MAX_NUMBER / 10; ++i) {
    const char c = digits.data[i];
    number = number * 10U + (c >= '0' && c <= '9' ? (uint32_t)(c - '0') : 0U);
  }
  return number;
}

/**
   A number that tells the values of a property apart, never 0.

   An IRI's number + 1, a natural number + 1, #NO or #YES, or the hash of
   another literal; of literals that break the rule it is always the hash.
*/
static RelStatus
value_of(Checker *self, RelRuleKind kind, const RelParsedTerm *object,
         uint32_t *value)
{
  RelStatus st = REL_OK;
  const uint64_t hash = rel_str_hash(object->value) ^
                        rel_str_hash(object->language) * 3U ^
                        rel_str_hash(object->datatype) * 5U;

  *value = (uint32_t)(hash >> 32U) | HASHED;
  if (object->kind == REL_PARSED_IRI) {
    REL_TRY(st, rel_intern_add(&self->iris, object->value, value));
    ++*value;
  } else if (kind == REL_MUST_BE_BOOLEAN && rel_rule_allows(kind, object)) {
    const char first = object->value.data[0];
    *value = first == 't' || first == '1' ? YES : NO;
  } else if (kind == REL_MUST_BE_INTEGER && rel_rule_allows(kind, object)) {
    *value = natural_of(object->value) + 1U;
  }
  return st;
}

// ------------------------------------------------------------ statements

static RelStatus
take_value(Checker *self, uint32_t rule, const RelParsedStatement *statement)
{
  const RelRule *const wanted = &self->rules[rule];
  Subject *subject = NULL;
  uint32_t iri = 0;
  uint32_t value = 0;
  RelStatus st = REL_OK;

  REL_TRY(st, add_subject(self, statement, &iri, &subject));
  if (!rel_rule_allows(wanted->kind, &statement->object)) {
    report(self, statement->line, "expected %s as %s of %s, not %s",
           rel_rule_wanted(wanted->kind), shown_rule(self, rule).text,
           shown(self, iri).text, rel_show_term(&statement->object).text);
  }
  REL_TRY(st, value_of(self, wanted->kind, &statement->object, &value));
  if (wanted->is_single && subject->values[rule] &&
      subject->values[rule] != value) {
    report(self, statement->line, "expected one %s of %s, not another: %s",
           shown_rule(self, rule).text, shown(self, iri).text,
           rel_show_term(&statement->object).text);
  }
  if (!subject->values[rule]) {
    subject->values[rule] = value;
  }
  if (wanted->leads_to && statement->object.kind == REL_PARSED_IRI) {
    const Link link = {iri, value - 1U, rule, statement->line};
    st = REL_ARRAY_PUSH(&self->arena, &self->links, link);
  }
  return st;
}

static RelStatus
take_type(Checker *self, const RelParsedStatement *statement)
{
  const unsigned class = statement->object.kind == REL_PARSED_IRI
                             ? rel_rule_class(statement->object.value)
                             : 0U;
  Subject *subject = NULL;
  uint32_t iri = 0;
  RelStatus st = REL_OK;

  if (!class) {
    return st;
  }
  REL_TRY(st, add_subject(self, statement, &iri, &subject));
  subject->classes |= class;
  return st;
}

/// Keep a plain triple among `relations`
static RelStatus
take_relation(Checker *self, const RelParsedStatement *statement,
              Relations *relations)
{
  Relation relation = {.line = statement->line};
  RelStatus st = REL_OK;

  if (statement->object.kind != REL_PARSED_IRI) {
    report(self, statement->line, "expected an IRI as object of %s, not %s",
           rel_show_iri(statement->predicate.value).text,
           rel_show_term(&statement->object).text);
    return st;
  }
  REL_TRY(st, rel_intern_add(&self->iris, statement->subject.value,
                             &relation.subject));
  REL_TRY(st, rel_intern_add(&self->iris, statement->predicate.value,
                             &relation.predicate));
  REL_TRY(st, rel_intern_add(&self->iris, statement->object.value,
                             &relation.object));
  return REL_ARRAY_PUSH(&self->arena, relations, relation);
}

/// What a statement has to do with the rules
typedef enum { IS_FOREIGN, IS_TYPE, IS_RULED, IS_RELATION, IS_MEANING } Role;

static Role
role_of(const Checker *self, const RelParsedStatement *statement, uint32_t rule)
{
  const RelStr property = statement->predicate.value;

  if (rule < self->n_rules) {
    return IS_RULED;
  }
  if (rel_str_equal(property, rel_vocabulary_iri(REL_RDF_TYPE))) {
    return IS_TYPE;
  }
  if (rel_rule_is_relation(property)) {
    return IS_RELATION;
  }
  return statement->object.kind == REL_PARSED_IRI &&
                 rel_event_is_property(property)
             ? IS_MEANING
             : IS_FOREIGN;
}

/// What a statement with one of our words says; others are let be
static RelStatus
take(void *handle, const RelParsedStatement *statement)
{
  Checker *const self = handle;
  const uint32_t rule =
      rel_intern_find(&self->iris, statement->predicate.value);
  const Role role = role_of(self, statement, rule);
  const bool has_iri = statement->subject.kind == REL_PARSED_IRI;

  ++self->count->n_statements;
  if (!has_iri && (role == IS_RULED || role == IS_RELATION)) {
    report(self, statement->line, "expected an IRI with %s, not %s",
           rel_show_iri(statement->predicate.value).text,
           rel_show_term(&statement->subject).text);
  }
  switch (has_iri ? role : IS_FOREIGN) {
  case IS_RULED:
    return take_value(self, rule, statement);
  case IS_TYPE:
    return take_type(self, statement);
  case IS_RELATION:
    return take_relation(self, statement, &self->plains);
  case IS_MEANING:
    return take_relation(self, statement, &self->meanings);
  default:
    return REL_OK;
  }
}

// ------------------------------------------------------------ subjects, whole

static uint32_t
value(const Checker *self, const Subject *subject, RelVocabulary property)
{
  return subject->values[self->places[property]];
}

/// Positive, actual and nobody else's word; or not asserted
static void
check_safety(Checker *self, uint32_t iri, const Subject *subject)
{
  const RelShown claim = shown(self, iri);
  const uint32_t polarity = value(self, subject, REL_RELATA_POLARITY);
  const uint32_t modality = value(self, subject, REL_RELATA_MODALITY);
  const uint32_t source = value(self, subject, REL_RELATA_ATTRIBUTED_TO);

  if (value(self, subject, REL_RELATA_ASSERTED) != YES) {
    return;
  }
  ++self->count->n_asserted;
  if (polarity && polarity != self->positive) {
    report(self, subject->line,
           "expected an asserted claim to be positive, not %s: %s",
           polarity & HASHED ? "a literal" : shown(self, polarity - 1U).text,
           claim.text);
  }
  if (modality && modality != self->actual) {
    report(self, subject->line,
           "expected an asserted claim to be actual, not %s: %s",
           modality & HASHED ? "a literal" : shown(self, modality - 1U).text,
           claim.text);
  }
  if (source && !self->options->accepts_reported) {
    report(self, subject->line,
           "expected an asserted claim to be the newsroom's own word, not that "
           "of %s: %s",
           source & HASHED ? "a literal" : shown(self, source - 1U).text,
           claim.text);
  }
}

/// What an asserted claim between two IRIs says
static RelStatus
keep_relation(Checker *self, const Subject *subject)
{
  const uint32_t s = value(self, subject, REL_RDF_SUBJECT);
  const uint32_t p = value(self, subject, REL_RDF_PREDICATE);
  const uint32_t o = value(self, subject, REL_RDF_OBJECT);

  if (value(self, subject, REL_RELATA_ASSERTED) != YES || !s || !p || !o ||
      (s | p | o) & HASHED) {
    return REL_OK;
  }
  const Relation relation = {s - 1U, p - 1U, o - 1U, subject->line};
  return REL_ARRAY_PUSH(&self->arena, &self->asserted, relation);
}

static RelStatus
check_claim(Checker *self, uint32_t iri, const Subject *subject)
{
  ++self->count->n_claims;
  if (value(self, subject, REL_RELATA_ATTRIBUTION_VERB) &&
      !value(self, subject, REL_RELATA_ATTRIBUTED_TO)) {
    report(self, subject->line,
           "expected relata:attributedTo beside the relata:attributionVerb of "
           "%s, not none",
           shown(self, iri).text);
  }
  check_safety(self, iri, subject);
  return keep_relation(self, subject);
}

/// What a subject must have, and what only others may have
static void
check_properties(Checker *self, uint32_t iri, const Subject *subject)
{
  for (uint32_t i = 0; i < self->n_rules; ++i) {
    const RelRule *const rule = &self->rules[i];

    if ((rule->needed_by & subject->classes) && !subject->values[i]) {
      report(self, subject->line, "expected %s of %s, not none",
             shown_rule(self, i).text, shown(self, iri).text);
    }
    if (subject->values[i] && rule->belongs_to &&
        !(rule->belongs_to & subject->classes)) {
      report(self, subject->line, "expected %s with %s, not %s",
             rel_rule_class_name((RelRuleClass)rule->belongs_to),
             shown_rule(self, i).text, shown(self, iri).text);
    }
  }
}

static RelStatus
check_subject(Checker *self, uint32_t iri, const Subject *subject)
{
  const uint32_t begin = value(self, subject, REL_NIF_BEGIN);
  const uint32_t end = value(self, subject, REL_NIF_END);

  check_properties(self, iri, subject);
  if (begin && end && !((begin | end) & HASHED) && begin >= end) {
    report(self, subject->line,
           "expected nif:beginIndex below nif:endIndex of %s, not %u and %u",
           shown(self, iri).text, begin - 1U, end - 1U);
  }
  if ((subject->classes & REL_IS_DOCUMENT) &&
      !(subject->classes & REL_IS_SOURCE)) {
    report(self, subject->line,
           "expected %s to be a prov:Entity too, not only "
           "a schema:NewsArticle",
           shown(self, iri).text);
  }
  if ((subject->classes & REL_IS_RELATION) &&
      !rel_rule_is_relation(self->iris.strings[iri])) {
    report(self, subject->line, "expected %s, not the rdf:Property %s",
           rel_rule_wanted(REL_MUST_BE_RELATION), shown(self, iri).text);
  }
  return subject->classes & REL_IS_CLAIM ? check_claim(self, iri, subject)
                                         : REL_OK;
}

static void
check_link(Checker *self, const Link *link)
{
  const RelRuleClass class = self->rules[link->rule].leads_to;
  const Subject *const target = find_subject(self, link->to);

  if (!target || !(target->classes & class)) {
    report(self, link->line, "expected %s as %s of %s, not %s",
           rel_rule_class_name(class), shown_rule(self, link->rule).text,
           shown(self, link->from).text, shown(self, link->to).text);
  }
}

// ------------------------------------------------------------ relations

static int
compare_numbers(uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare_relations(const void *a, const void *b)
{
  const Relation *const x = a;
  const Relation *const y = b;
  const int by_subject = compare_numbers(x->subject, y->subject);
  const int by_object = compare_numbers(x->object, y->object);

  return by_subject  ? by_subject
         : by_object ? by_object
                     : compare_numbers(x->predicate, y->predicate);
}

static void
sort(Relations *relations)
{
  if (relations->n) {
    qsort(relations->items, relations->n, sizeof(Relation), compare_relations);
  }
}

static void
report_relation(Checker *self, const Relation *relation, const char *wanted)
{
  report(self, relation->line, "expected %s %s %s %s, not none", wanted,
         shown(self, relation->subject).text,
         shown(self, relation->predicate).text,
         shown(self, relation->object).text);
}

/// Each of `these` that is not among `those`, both sorted
static void
check_missing(Checker *self, const Relations *these, const Relations *those,
              const char *wanted)
{
  uint32_t k = 0;

  for (uint32_t i = 0; i < these->n; ++i) {
    const Relation *const one = &these->items[i];

    if (i && !compare_relations(one, one - 1)) {
      continue;
    }
    while (k < those->n && compare_relations(&those->items[k], one) < 0) {
      ++k;
    }
    if (k == those->n || compare_relations(&those->items[k], one)) {
      report_relation(self, one, wanted);
    }
  }
}

static int
compare_ends(const void *a, const void *b)
{
  const Relation *const x = a;
  const Relation *const y = b;
  const int by_subject = compare_numbers(x->subject, y->subject);

  return by_subject ? by_subject : compare_numbers(x->object, y->object);
}

/// Is there an asserted claim from one to the other? They are sorted by both
static bool
has_claim(const Checker *self, uint32_t from, uint32_t to)
{
  const Relation wanted = {.subject = from, .object = to};

  return self->asserted.n &&
         bsearch(&wanted, self->asserted.items, self->asserted.n,
                 sizeof(Relation), compare_ends);
}

static bool
is_entity(const Checker *self, uint32_t iri)
{
  const Subject *const subject = find_subject(self, iri);

  return subject && (subject->classes & REL_IS_ENTITY);
}

/// What is said of two entities in the words of others needs a claim as well
static void
check_meanings(Checker *self)
{
  for (uint32_t i = 0; i < self->meanings.n; ++i) {
    const Relation *const one = &self->meanings.items[i];

    if (is_entity(self, one->subject) && is_entity(self, one->object) &&
        !has_claim(self, one->subject, one->object) &&
        !has_claim(self, one->object, one->subject)) {
      report_relation(self, one, "an asserted claim behind");
    }
  }
}

static RelStatus
check_whole(Checker *self)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < self->subjects.n; ++i) {
    if (self->subjects.items[i]) {
      REL_TRY(st, check_subject(self, i, self->subjects.items[i]));
    }
  }
  for (uint32_t i = 0; i < self->links.n; ++i) {
    check_link(self, &self->links.items[i]);
  }
  sort(&self->plains);
  sort(&self->asserted);
  check_missing(self, &self->asserted, &self->plains,
                "the plain triple of an asserted claim,");
  if (!self->options->has_no_claims) {
    check_missing(self, &self->plains, &self->asserted,
                  "an asserted claim of the plain triple");
    check_meanings(self);
  }
  return st;
}

// ------------------------------------------------------------ all

static RelStatus
prepare(Checker *self)
{
  RelStatus st = REL_OK;
  uint32_t number = 0;

  for (uint32_t i = 0; i < self->n_rules; ++i) {
    const RelVocabulary property = self->rules[i].property;
    REL_TRY(st,
            rel_intern_add(&self->iris, rel_vocabulary_iri(property), &number));
    self->places[property] = number;
  }
  REL_TRY(st, rel_intern_add(&self->iris, rel_vocabulary_polarity(REL_POSITIVE),
                             &number));
  self->positive = number + 1U;
  REL_TRY(st, rel_intern_add(&self->iris, rel_vocabulary_modality(REL_ACTUAL),
                             &number));
  self->actual = number + 1U;
  return st;
}

RelStatus
rel_rdf_check(RelWorld *world, const char *path, const RelCheckOptions *options,
              RelCheckCount *count)
{
  const RelParsedSource source = {path, options->syntax, NULL};
  Checker self = {.path = path, .options = options, .count = count};
  const RelParsedSink sink = {&self, take};

  *count = (RelCheckCount){.n_statements = 0U};
  self.rules = rel_rules(&self.n_rules);
  assert(self.n_rules <= MAX_RULES);
  rel_arena_init(&self.arena, world);
  rel_intern_init(&self.iris, &self.arena);
  RelStatus st = prepare(&self);
  st = st ? st : rel_rdf_parse(world, &source, &sink);
  st = st ? st : check_whole(&self);
  rel_arena_clear(&self.arena);
  return st;
}
