// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/rules.h"

#include "graph/event.h"

#define XSD    "http://www.w3.org/2001/XMLSchema#"
#define SCHEMA "https://schema.org/"

enum {
  CLAIM = REL_IS_CLAIM,
  VALUE = REL_IS_VALUE,
  SENTENCE = REL_IS_SENTENCE,
  DOCUMENT = REL_IS_DOCUMENT,
  APPEARANCE = REL_IS_APPEARANCE,
  BOTH = REL_IS_CLAIM | REL_IS_SENTENCE, // have offsets
  NAMED = REL_IS_ENTITY | REL_IS_RELATION
};

// schema/shapes.ttl says the same to SHACL engines: change both
static const RelRule rules[] = {
    {REL_RDF_SUBJECT, REL_MUST_BE_IRI, true, CLAIM, 0U, REL_IS_NOTHING},
    {REL_RDF_PREDICATE, REL_MUST_BE_RELATION, true, CLAIM, 0U, REL_IS_NOTHING},
    {REL_RDF_OBJECT, REL_MUST_BE_ANY, true, 0U, 0U, REL_IS_NOTHING},
    {REL_RELATA_ASSERTED, REL_MUST_BE_BOOLEAN, true, CLAIM, CLAIM,
     REL_IS_NOTHING},
    {REL_RELATA_POLARITY, REL_MUST_BE_POLARITY, true, CLAIM, CLAIM,
     REL_IS_NOTHING},
    {REL_RELATA_MODALITY, REL_MUST_BE_MODALITY, true, CLAIM, CLAIM,
     REL_IS_NOTHING},
    {REL_RELATA_CONFIDENCE, REL_MUST_BE_SHARE, true, CLAIM, CLAIM,
     REL_IS_NOTHING},
    {REL_RELATA_EVENT_CLASS, REL_MUST_BE_EVENT, true, 0U, CLAIM,
     REL_IS_NOTHING},
    {REL_RELATA_ATTRIBUTED_TO, REL_MUST_BE_IRI, true, 0U, CLAIM,
     REL_IS_NOTHING},
    {REL_RELATA_ATTRIBUTION_VERB, REL_MUST_BE_ENGLISH, true, 0U, CLAIM,
     REL_IS_NOTHING},
    {REL_RELATA_QUOTE, REL_MUST_BE_ENGLISH, true, CLAIM, CLAIM, REL_IS_NOTHING},
    {REL_PROV_DERIVED_FROM, REL_MUST_BE_IRI, true, CLAIM, 0U, REL_IS_SENTENCE},
    {REL_RELATA_CONTENT, REL_MUST_BE_IRI, false, 0U, CLAIM, REL_IS_CLAIM},
    {REL_RELATA_VALUE, REL_MUST_BE_IRI, false, 0U, CLAIM, REL_IS_VALUE},
    {REL_NIF_BEGIN, REL_MUST_BE_INTEGER, true, BOTH, BOTH, REL_IS_NOTHING},
    {REL_NIF_END, REL_MUST_BE_INTEGER, true, BOTH, BOTH, REL_IS_NOTHING},
    {REL_RELATA_WORDS, REL_MUST_BE_ENGLISH, true, VALUE, VALUE, REL_IS_NOTHING},
    {REL_RELATA_BEGIN, REL_MUST_BE_TIME, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_END, REL_MUST_BE_TIME, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_NUMBER, REL_MUST_BE_DECIMAL, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_MOST, REL_MUST_BE_DECIMAL, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_UNIT, REL_MUST_BE_STRING, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_CURRENCY, REL_MUST_BE_STRING, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_DURATION, REL_MUST_BE_DURATION, true, 0U, VALUE,
     REL_IS_NOTHING},
    {REL_RELATA_BOUND, REL_MUST_BE_BOUND, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_PROPERTY, REL_MUST_BE_IRI, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_KIND, REL_MUST_BE_IRI, true, 0U, VALUE | APPEARANCE,
     REL_IS_NOTHING},
    {REL_RELATA_MARKER, REL_MUST_BE_ENGLISH, true, 0U, VALUE, REL_IS_NOTHING},
    {REL_RELATA_WORDING, REL_MUST_BE_ENGLISH, true, 0U, CLAIM, REL_IS_NOTHING},
    {REL_RELATA_FILE, REL_MUST_BE_STRING, true, 0U, DOCUMENT, REL_IS_NOTHING},
    {REL_RELATA_ENTITY, REL_MUST_BE_IRI, true, APPEARANCE, APPEARANCE,
     REL_IS_ENTITY},
    {REL_RELATA_DOCUMENT, REL_MUST_BE_IRI, true, APPEARANCE, APPEARANCE,
     REL_IS_DOCUMENT},
    {REL_RELATA_MENTIONS, REL_MUST_BE_INTEGER, true, APPEARANCE, APPEARANCE,
     REL_IS_NOTHING},
    {REL_RELATA_MATCH, REL_MUST_BE_IRI, true, 0U, APPEARANCE, REL_IS_NOTHING},
    {REL_NIF_CONTEXT, REL_MUST_BE_IRI, true, SENTENCE, SENTENCE,
     REL_IS_DOCUMENT},
    {REL_NIF_ANCHOR, REL_MUST_BE_ENGLISH, true, 0U, SENTENCE, REL_IS_NOTHING},
    {REL_DCT_TITLE, REL_MUST_BE_LITERAL, true, DOCUMENT, 0U, REL_IS_NOTHING},
    {REL_DCT_ISSUED, REL_MUST_BE_LITERAL, true, 0U, 0U, REL_IS_NOTHING},
    {REL_DCT_SOURCE, REL_MUST_BE_IRI, true, 0U, 0U, REL_IS_NOTHING},
    {REL_RDFS_LABEL, REL_MUST_BE_LITERAL, true, NAMED, 0U, REL_IS_NOTHING},
    {REL_SKOS_ALT_LABEL, REL_MUST_BE_LITERAL, false, 0U, 0U, REL_IS_NOTHING},
    {REL_OWL_SAME_AS, REL_MUST_BE_IRI, false, 0U, 0U, REL_IS_NOTHING},
    {REL_SCHEMA_IDENTIFIER, REL_MUST_BE_STRING, false, 0U, 0U, REL_IS_NOTHING},
};

const RelRule *
rel_rules(uint32_t *n)
{
  *n = (uint32_t)(sizeof(rules) / sizeof(*rules));
  return rules;
}

// ------------------------------------------------------------ classes

static const struct {
  RelVocabulary word;
  RelRuleClass class;
} classes[] = {
    {REL_RELATA_CLAIM, REL_IS_CLAIM},
    {REL_RELATA_VALUE_CLASS, REL_IS_VALUE},
    {REL_NIF_SENTENCE, REL_IS_SENTENCE},
    {REL_SCHEMA_ARTICLE, REL_IS_DOCUMENT},
    {REL_PROV_ENTITY, REL_IS_SOURCE},
    {REL_RELATA_APPEARANCE, REL_IS_APPEARANCE},
};

unsigned
rel_rule_class(RelStr iri)
{
  for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); ++i) {
    if (rel_str_equal(iri, rel_vocabulary_iri(classes[i].word))) {
      return classes[i].class;
    }
  }
  for (unsigned k = 0; k < REL_N_TERM_KINDS; ++k) {
    if (rel_str_equal(iri, rel_vocabulary_class((RelTermKind)k))) {
      return REL_IS_ENTITY;
    }
  }
  return rel_str_equal(iri, rel_vocabulary_iri(REL_RDF_PROPERTY))
             ? REL_IS_RELATION
             : REL_IS_NOTHING;
}

const char *
rel_rule_class_name(RelRuleClass class)
{
  static const struct {
    RelRuleClass class;
    const char *name;
  } names[] = {
      {REL_IS_CLAIM, "a relata:Claim"},
      {REL_IS_VALUE, "a relata:Value"},
      {REL_IS_SENTENCE, "a nif:Sentence"},
      {REL_IS_DOCUMENT, "a schema:NewsArticle"},
      {REL_IS_SOURCE, "a prov:Entity"},
      {REL_IS_RELATION, "an rdf:Property"},
      {REL_IS_APPEARANCE, "a relata:Appearance"},
  };

  for (size_t i = 0; i < sizeof(names) / sizeof(*names); ++i) {
    if (names[i].class & class) {
      return names[i].name;
    }
  }
  return "an entity";
}

// ------------------------------------------------------------ literals

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/// [+-]?[0-9]*([.][0-9]*)? with a digit somewhere
static bool
is_decimal(RelStr text)
{
  size_t n_digits = 0;
  size_t n_points = 0;

  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.data[i];
    const bool is_sign = !i && (c == '-' || c == '+');

    n_digits += is_digit(c);
    n_points += c == '.';
    if (!is_sign && !is_digit(c) && c != '.') {
      return false;
    }
  }
  return n_digits && n_points <= 1U;
}

/// From 0 to 1, looked at as text: no rounding, no locale
static bool
is_share(RelStr text)
{
  const bool has_sign =
      text.len && !is_digit(text.data[0]) && text.data[0] != '.';
  const bool is_negative = has_sign && text.data[0] == '-';
  size_t i = has_sign;

  while (i < text.len && text.data[i] == '0') {
    ++i;
  }
  const bool is_one = i < text.len && text.data[i] == '1';
  i += is_one;
  if (!is_decimal(text) || (i < text.len && text.data[i] != '.')) {
    return false;
  }
  while (i < text.len && (text.data[i] == '.' || text.data[i] == '0')) {
    ++i;
  }
  const bool has_more = i < text.len; // digits that are not 0
  return is_one ? !has_more && !is_negative : !has_more || !is_negative;
}

static bool
is_natural(RelStr text)
{
  size_t n = text.len && text.data[0] == '+' ? 1U : 0U;
  const size_t first = n;

  while (n < text.len && is_digit(text.data[n])) {
    ++n;
  }
  return n == text.len && n > first;
}

static bool
is_boolean(RelStr text)
{
  static const char *const words[] = {"0", "1", "false", "true"};

  return rel_str_among(text, words, sizeof(words) / sizeof(*words));
}

static bool
has_type(const RelParsedTerm *term, const char *type)
{
  return term->kind == REL_PARSED_LITERAL &&
         rel_str_equal(term->datatype, rel_str(type));
}

static bool
is_time(const RelParsedTerm *term)
{
  static const char *const types[] = {XSD "date", XSD "dateTime", XSD "gYear",
                                      XSD "gYearMonth", XSD "time"};

  return term->kind == REL_PARSED_LITERAL &&
         rel_str_among(term->datatype, types, sizeof(types) / sizeof(*types));
}

static bool
is_plain(const RelParsedTerm *term)
{
  return term->kind == REL_PARSED_LITERAL && !term->language.len &&
         (!term->datatype.len || has_type(term, XSD "string"));
}

static bool
is_typed(RelRuleKind kind, const RelParsedTerm *term)
{
  switch (kind) {
  case REL_MUST_BE_BOOLEAN:
    return has_type(term, XSD "boolean") && is_boolean(term->value);
  case REL_MUST_BE_INTEGER:
    return has_type(term, XSD "integer") && is_natural(term->value);
  case REL_MUST_BE_DECIMAL:
    return has_type(term, XSD "decimal") && is_decimal(term->value);
  case REL_MUST_BE_SHARE:
    return has_type(term, XSD "decimal") && is_share(term->value);
  case REL_MUST_BE_TIME:
    return is_time(term);
  case REL_MUST_BE_DURATION:
    return has_type(term, XSD "duration");
  case REL_MUST_BE_ENGLISH:
    return term->kind == REL_PARSED_LITERAL && term->language.len;
  case REL_MUST_BE_STRING:
    return is_plain(term);
  default:
    return true;
  }
}

// ------------------------------------------------------------ IRIs

bool
rel_rule_is_relation(RelStr iri)
{
  static const char room[] = "/relation/";
  size_t n = iri.len;

  while (n) {
    const char c = iri.data[n - 1U];
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

    if (!is_letter && !is_digit(c) && c != '_' && c != '%' && c != '-') {
      break;
    }
    --n;
  }
  return n < iri.len && rel_str_ends(rel_str_slice(iri, 0U, n), rel_str(room));
}

static bool
is_modality(RelStr iri)
{
  for (unsigned i = 0; i < REL_N_MODALITIES; ++i) {
    if (rel_str_equal(iri, rel_vocabulary_modality((RelModality)i))) {
      return true;
    }
  }
  return false;
}

static bool
is_bound(RelStr iri)
{
  for (unsigned i = REL_BOUND_NONE + 1U; i < REL_N_BOUNDS; ++i) {
    if (rel_str_equal(iri, rel_vocabulary_bound((RelBound)i))) {
      return true;
    }
  }
  return false;
}

static bool
is_polarity(RelStr iri)
{
  return rel_str_equal(iri, rel_vocabulary_polarity(REL_POSITIVE)) ||
         rel_str_equal(iri, rel_vocabulary_polarity(REL_NEGATIVE));
}

static bool
is_named(RelRuleKind kind, RelStr iri)
{
  switch (kind) {
  case REL_MUST_BE_RELATION:
    return rel_rule_is_relation(iri);
  case REL_MUST_BE_POLARITY:
    return is_polarity(iri);
  case REL_MUST_BE_MODALITY:
    return is_modality(iri);
  case REL_MUST_BE_BOUND:
    return is_bound(iri);
  case REL_MUST_BE_EVENT:
    return rel_str_starts(iri, REL_STR(REL_EVENTS)) &&
           rel_event_is_class(
               rel_str_slice(iri, sizeof(REL_EVENTS) - 1U, iri.len));
  default:
    return true;
  }
}

// ------------------------------------------------------------ kinds

/// What each kind is called, and which kinds of term it takes
static const struct {
  const char *wanted;
  bool takes_iris;
  bool takes_literals;
} kinds[REL_N_MUST_BE] = {
    [REL_MUST_BE_ANY] = {"an IRI or a literal", true, true},
    [REL_MUST_BE_IRI] = {"an IRI", true, false},
    [REL_MUST_BE_LITERAL] = {"a literal", false, true},
    [REL_MUST_BE_ENGLISH] = {"text with a language", false, true},
    [REL_MUST_BE_STRING] = {"a plain string", false, true},
    [REL_MUST_BE_BOOLEAN] = {"an xsd:boolean", false, true},
    [REL_MUST_BE_INTEGER] = {"an xsd:integer from 0", false, true},
    [REL_MUST_BE_DECIMAL] = {"an xsd:decimal", false, true},
    [REL_MUST_BE_SHARE] = {"an xsd:decimal from 0 to 1", false, true},
    [REL_MUST_BE_TIME] = {"a date or time of XSD", false, true},
    [REL_MUST_BE_DURATION] = {"an xsd:duration", false, true},
    [REL_MUST_BE_RELATION] = {"a relation, .../relation/KEY", true, false},
    [REL_MUST_BE_POLARITY] = {"relata:Positive or relata:Negative", true,
                              false},
    [REL_MUST_BE_MODALITY] = {"a modality of relata", true, false},
    [REL_MUST_BE_BOUND] = {"a bound of relata", true, false},
    [REL_MUST_BE_EVENT] = {"a class of relata's events", true, false},
};

bool
rel_rule_allows(RelRuleKind kind, const RelParsedTerm *object)
{
  if (object->kind == REL_PARSED_IRI) {
    return kinds[kind].takes_iris && is_named(kind, object->value);
  }
  return object->kind == REL_PARSED_LITERAL && kinds[kind].takes_literals &&
         is_typed(kind, object);
}

const char *
rel_rule_wanted(RelRuleKind kind)
{
  return kinds[kind].wanted;
}
