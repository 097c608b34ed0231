// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/context.h"

static const RelContextTerm terms[] = {
    {"label", REL_RDFS_LABEL, REL_TERM_AS_ENGLISH},
    {"altLabel", REL_SKOS_ALT_LABEL, REL_TERM_AS_ENGLISH},
    {"sameAs", REL_OWL_SAME_AS, REL_TERM_AS_IRI},
    {"identifier", REL_SCHEMA_IDENTIFIER, REL_TERM_AS_PLAIN},
    {"subject", REL_RDF_SUBJECT, REL_TERM_AS_IRI},
    {"predicate", REL_RDF_PREDICATE, REL_TERM_AS_IRI},
    {"object", REL_RDF_OBJECT, REL_TERM_AS_ENGLISH},
    {"asserted", REL_RELATA_ASSERTED, REL_TERM_AS_PLAIN},
    {"polarity", REL_RELATA_POLARITY, REL_TERM_AS_IRI},
    {"modality", REL_RELATA_MODALITY, REL_TERM_AS_IRI},
    {"confidence", REL_RELATA_CONFIDENCE, REL_TERM_AS_DECIMAL},
    {"quote", REL_RELATA_QUOTE, REL_TERM_AS_ENGLISH},
    {"attributedTo", REL_RELATA_ATTRIBUTED_TO, REL_TERM_AS_IRI},
    {"attributionVerb", REL_RELATA_ATTRIBUTION_VERB, REL_TERM_AS_ENGLISH},
    {"content", REL_RELATA_CONTENT, REL_TERM_AS_IRI},
    {"value", REL_RELATA_VALUE, REL_TERM_AS_IRI},
    {"words", REL_RELATA_WORDS, REL_TERM_AS_ENGLISH},
    {"begin", REL_RELATA_BEGIN, REL_TERM_AS_PLAIN},
    {"end", REL_RELATA_END, REL_TERM_AS_PLAIN},
    {"number", REL_RELATA_NUMBER, REL_TERM_AS_DECIMAL},
    {"most", REL_RELATA_MOST, REL_TERM_AS_DECIMAL},
    {"unit", REL_RELATA_UNIT, REL_TERM_AS_PLAIN},
    {"currency", REL_RELATA_CURRENCY, REL_TERM_AS_PLAIN},
    {"duration", REL_RELATA_DURATION, REL_TERM_AS_PLAIN},
    {"bound", REL_RELATA_BOUND, REL_TERM_AS_IRI},
    {"wasDerivedFrom", REL_PROV_DERIVED_FROM, REL_TERM_AS_IRI},
    {"wasGeneratedBy", REL_PROV_GENERATED_BY, REL_TERM_AS_IRI},
    {"used", REL_PROV_USED, REL_TERM_AS_IRI},
    {"beginIndex", REL_NIF_BEGIN, REL_TERM_AS_PLAIN},
    {"endIndex", REL_NIF_END, REL_TERM_AS_PLAIN},
    {"referenceContext", REL_NIF_CONTEXT, REL_TERM_AS_IRI},
    {"anchorOf", REL_NIF_ANCHOR, REL_TERM_AS_ENGLISH},
    {"title", REL_DCT_TITLE, REL_TERM_AS_ENGLISH},
    {"issued", REL_DCT_ISSUED, REL_TERM_AS_PLAIN},
    {"publisher", REL_DCT_PUBLISHER, REL_TERM_AS_PLAIN},
    {"source", REL_DCT_SOURCE, REL_TERM_AS_IRI},
    {"sha256", REL_SCHEMA_SHA256, REL_TERM_AS_PLAIN},
    {"version", REL_RELATA_VERSION, REL_TERM_AS_PLAIN},
    {"model", REL_RELATA_MODEL, REL_TERM_AS_PLAIN},
    {"modelChecksum", REL_RELATA_CHECKSUM, REL_TERM_AS_PLAIN},
    {"options", REL_RELATA_OPTIONS, REL_TERM_AS_PLAIN},
};

const RelContextTerm *
rel_context_terms(uint32_t *n)
{
  *n = (uint32_t)(sizeof(terms) / sizeof(*terms));
  return terms;
}

const RelContextTerm *
rel_context_find(RelStr property)
{
  for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); ++i) {
    if (rel_str_equal(rel_vocabulary_iri(terms[i].property), property)) {
      return &terms[i];
    }
  }
  return NULL;
}
