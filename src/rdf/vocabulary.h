// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_RDF_VOCABULARY_H
#define REL_RDF_VOCABULARY_H

#include "triple/triple.h"

/// Our own classes and properties; schema/relata.ttl describes them
#define REL_NAMESPACE "https://w3id.org/relata/ns#"

/// Classes of events; schema/events.ttl describes them
#define REL_EVENTS "https://w3id.org/relata/events#"

/// Classes, properties and datatypes that we write
typedef enum {
  REL_RDF_TYPE,
  REL_RDF_PROPERTY,
  REL_RDF_SUBJECT,
  REL_RDF_PREDICATE,
  REL_RDF_OBJECT,
  REL_RDFS_LABEL,
  REL_XSD_BOOLEAN,
  REL_XSD_INTEGER,
  REL_XSD_DECIMAL,
  REL_XSD_DATE,
  REL_XSD_DATE_TIME,
  REL_OWL_SAME_AS,
  REL_XSD_MONTH,
  REL_XSD_YEAR,
  REL_XSD_TIME,
  REL_XSD_DURATION,
  REL_SKOS_ALT_LABEL,
  REL_DCT_TITLE,
  REL_DCT_ISSUED,
  REL_DCT_SOURCE,
  REL_DCT_PUBLISHER,
  REL_PROV_ENTITY,
  REL_PROV_DERIVED_FROM,
  REL_PROV_ACTIVITY,
  REL_PROV_GENERATED_BY,
  REL_PROV_USED,
  REL_PROV_STARTED,
  REL_NIF_SENTENCE,
  REL_NIF_CONTEXT,
  REL_NIF_BEGIN,
  REL_NIF_END,
  REL_NIF_ANCHOR,
  REL_SCHEMA_ARTICLE,
  REL_SCHEMA_IDENTIFIER,
  REL_SCHEMA_SHA256,
  REL_RELATA_CLAIM,
  REL_RELATA_EVENT_CLASS,
  REL_RELATA_ASSERTED,
  REL_RELATA_POLARITY,
  REL_RELATA_MODALITY,
  REL_RELATA_CONFIDENCE,
  REL_RELATA_QUOTE,
  REL_RELATA_ATTRIBUTED_TO,
  REL_RELATA_ATTRIBUTION_VERB,
  REL_RELATA_CONTENT,
  REL_RELATA_VALUE_CLASS,
  REL_RELATA_VALUE,
  REL_RELATA_WORDS,
  REL_RELATA_BEGIN,
  REL_RELATA_END,
  REL_RELATA_NUMBER,
  REL_RELATA_MOST,
  REL_RELATA_UNIT,
  REL_RELATA_CURRENCY,
  REL_RELATA_DURATION,
  REL_RELATA_BOUND,
  REL_RELATA_VERSION,
  REL_RELATA_MODEL,
  REL_RELATA_CHECKSUM,
  REL_RELATA_OPTIONS,
  REL_RELATA_PROPERTY,
  REL_RELATA_MARKER,
  REL_RELATA_KIND,
  REL_RELATA_WORDING,
  REL_RELATA_FILE,
  REL_RELATA_APPEARANCE,
  REL_RELATA_ENTITY,
  REL_RELATA_DOCUMENT,
  REL_RELATA_MENTIONS,
  REL_RELATA_MATCH,
  REL_N_VOCABULARY
} RelVocabulary;

/// The whole IRI
RelStr rel_vocabulary_iri(RelVocabulary word);

/// Class of an entity, schema:Person, relata:Role, ..., or the kind of a
/// value's words, relata:Date, relata:Money, relata:Quantity, relata:Words
RelStr rel_vocabulary_class(RelTermKind kind);

/// Kind of an entity by its class, also by schema.org's older http IRIs, or of
/// the words of a value; #REL_TERM_NONE for other classes
RelTermKind rel_vocabulary_kind(RelStr class);

/// relata:Actual, relata:Planned, ...
RelStr rel_vocabulary_modality(RelModality modality);

/// relata:Positive or relata:Negative
RelStr rel_vocabulary_polarity(RelPolarity polarity);

/// relata:AtMost, relata:About, ...; empty for no bound
RelStr rel_vocabulary_bound(RelBound bound);

/// Property of a slot: relata:time, relata:place, ...
RelStr rel_vocabulary_slot(RelSlotRole role);

/// A prefix and its namespace; rdf: is raptor's own
typedef struct {
  const char *prefix;
  const char *iri;
} RelNamespace;

/// The namespaces of our own names: each IRI is what follows the base
const RelNamespace *rel_vocabulary_own(uint32_t *n);

/// The namespaces that do not depend on the base, in order of declaration
const RelNamespace *rel_vocabulary_namespaces(uint32_t *n);

#endif
