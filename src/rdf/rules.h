// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_RULES_H
#define REL_RDF_RULES_H

#include "rdf/parse.h"
#include "rdf/vocabulary.h"

// The rules of schema/shapes.ttl that look at one property or class, as tables

/// What a thing in our graphs can be, as bits
typedef enum {
  REL_IS_NOTHING = 0,
  REL_IS_CLAIM = 1,
  REL_IS_VALUE = 2,
  REL_IS_SENTENCE = 4,
  REL_IS_DOCUMENT = 8,
  REL_IS_ENTITY = 16,
  REL_IS_RELATION = 32,
  REL_IS_SOURCE = 64, ///< prov:Entity
  REL_IS_APPEARANCE = 128,
} RelRuleClass;

/// What the object of a property must be
typedef enum {
  REL_MUST_BE_ANY,     ///< An IRI or a literal
  REL_MUST_BE_IRI,     ///< No literal
  REL_MUST_BE_LITERAL, ///< No IRI
  REL_MUST_BE_ENGLISH, ///< A literal with a language
  REL_MUST_BE_STRING,  ///< A literal with neither language nor type
  REL_MUST_BE_BOOLEAN,
  REL_MUST_BE_INTEGER, ///< xsd:integer from 0
  REL_MUST_BE_DECIMAL,
  REL_MUST_BE_SHARE, ///< xsd:decimal from 0 to 1
  REL_MUST_BE_TIME,  ///< xsd:date, gYearMonth, gYear, dateTime or time
  REL_MUST_BE_DURATION,
  REL_MUST_BE_RELATION,
  REL_MUST_BE_POLARITY,
  REL_MUST_BE_MODALITY,
  REL_MUST_BE_BOUND,
  REL_MUST_BE_EVENT,
  REL_N_MUST_BE
} RelRuleKind;

/// What holds for a property wherever it stands
typedef struct {
  RelVocabulary property;
  RelRuleKind kind;
  bool is_single;        ///< One value at most for each subject
  unsigned needed_by;    ///< Classes whose members must have one
  unsigned belongs_to;   ///< Classes whose members may have one; 0: anybody's
  RelRuleClass leads_to; ///< Class that the object must have; 0: any
} RelRule;

/// All rules; a rule's place is its number
const RelRule *rel_rules(uint32_t *n);

/// The class that membership of `iri` gives, or #REL_IS_NOTHING
unsigned rel_rule_class(RelStr iri);

/// The name of a class for messages
const char *rel_rule_class_name(RelRuleClass class);

/// Is the object as the kind wants it?
bool rel_rule_allows(RelRuleKind kind, const RelParsedTerm *object);

/// "an xsd:boolean", for messages
const char *rel_rule_wanted(RelRuleKind kind);

/// Is it an IRI of a relation: .../relation/KEY?
bool rel_rule_is_relation(RelStr iri);

#endif
