// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/vocabulary.h"

#define RDF    "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS   "http://www.w3.org/2000/01/rdf-schema#"
#define XSD    "http://www.w3.org/2001/XMLSchema#"
#define OWL    "http://www.w3.org/2002/07/owl#"
#define SKOS   "http://www.w3.org/2004/02/skos/core#"
#define DCT    "http://purl.org/dc/terms/"
#define PROV   "http://www.w3.org/ns/prov#"
#define NIF    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define SCHEMA "https://schema.org/"
#define ORG    "http://www.w3.org/ns/org#"

static const RelNamespace namespaces[] = {
    {"rdfs", RDFS},
    {"owl", OWL},
    {"xsd", XSD},
    {"skos", SKOS},
    {"dct", DCT},
    {"prov", PROV},
    {"nif", NIF},
    {"schema", SCHEMA},
    {"org", ORG},
    {"ev", REL_EVENTS},
    {"relata", REL_NAMESPACE},
};

static const RelNamespace own_namespaces[] = {
    {"ent", "entity/"},
    {"per", "person/"},
    {"rel", "relation/"},
    {"doc", "doc/"},
};

static const char *const words[REL_N_VOCABULARY] = {
    [REL_RDF_TYPE] = RDF "type",
    [REL_RDF_PROPERTY] = RDF "Property",
    [REL_RDF_SUBJECT] = RDF "subject",
    [REL_RDF_PREDICATE] = RDF "predicate",
    [REL_RDF_OBJECT] = RDF "object",
    [REL_RDFS_LABEL] = RDFS "label",
    [REL_XSD_BOOLEAN] = XSD "boolean",
    [REL_XSD_INTEGER] = XSD "integer",
    [REL_XSD_DECIMAL] = XSD "decimal",
    [REL_XSD_DATE] = XSD "date",
    [REL_XSD_DATE_TIME] = XSD "dateTime",
    [REL_OWL_SAME_AS] = OWL "sameAs",
    [REL_XSD_MONTH] = XSD "gYearMonth",
    [REL_XSD_YEAR] = XSD "gYear",
    [REL_XSD_TIME] = XSD "time",
    [REL_XSD_DURATION] = XSD "duration",
    [REL_SKOS_ALT_LABEL] = SKOS "altLabel",
    [REL_DCT_TITLE] = DCT "title",
    [REL_DCT_ISSUED] = DCT "issued",
    [REL_DCT_SOURCE] = DCT "source",
    [REL_DCT_PUBLISHER] = DCT "publisher",
    [REL_PROV_ENTITY] = PROV "Entity",
    [REL_PROV_DERIVED_FROM] = PROV "wasDerivedFrom",
    [REL_PROV_ACTIVITY] = PROV "Activity",
    [REL_PROV_GENERATED_BY] = PROV "wasGeneratedBy",
    [REL_PROV_USED] = PROV "used",
    [REL_PROV_STARTED] = PROV "startedAtTime",
    [REL_NIF_SENTENCE] = NIF "Sentence",
    [REL_NIF_CONTEXT] = NIF "referenceContext",
    [REL_NIF_BEGIN] = NIF "beginIndex",
    [REL_NIF_END] = NIF "endIndex",
    [REL_NIF_ANCHOR] = NIF "anchorOf",
    [REL_SCHEMA_ARTICLE] = SCHEMA "NewsArticle",
    [REL_SCHEMA_IDENTIFIER] = SCHEMA "identifier",
    [REL_SCHEMA_SHA256] = SCHEMA "sha256",
    [REL_RELATA_CLAIM] = REL_NAMESPACE "Claim",
    [REL_RELATA_EVENT_CLASS] = REL_NAMESPACE "eventClass",
    [REL_RELATA_ASSERTED] = REL_NAMESPACE "asserted",
    [REL_RELATA_POLARITY] = REL_NAMESPACE "polarity",
    [REL_RELATA_MODALITY] = REL_NAMESPACE "modality",
    [REL_RELATA_CONFIDENCE] = REL_NAMESPACE "confidence",
    [REL_RELATA_QUOTE] = REL_NAMESPACE "quote",
    [REL_RELATA_ATTRIBUTED_TO] = REL_NAMESPACE "attributedTo",
    [REL_RELATA_ATTRIBUTION_VERB] = REL_NAMESPACE "attributionVerb",
    [REL_RELATA_CONTENT] = REL_NAMESPACE "content",
    [REL_RELATA_VALUE_CLASS] = REL_NAMESPACE "Value",
    [REL_RELATA_VALUE] = REL_NAMESPACE "value",
    [REL_RELATA_WORDS] = REL_NAMESPACE "words",
    [REL_RELATA_BEGIN] = REL_NAMESPACE "begin",
    [REL_RELATA_END] = REL_NAMESPACE "end",
    [REL_RELATA_NUMBER] = REL_NAMESPACE "number",
    [REL_RELATA_MOST] = REL_NAMESPACE "most",
    [REL_RELATA_UNIT] = REL_NAMESPACE "unit",
    [REL_RELATA_CURRENCY] = REL_NAMESPACE "currency",
    [REL_RELATA_DURATION] = REL_NAMESPACE "duration",
    [REL_RELATA_BOUND] = REL_NAMESPACE "bound",
    [REL_RELATA_VERSION] = REL_NAMESPACE "version",
    [REL_RELATA_MODEL] = REL_NAMESPACE "model",
    [REL_RELATA_CHECKSUM] = REL_NAMESPACE "modelChecksum",
    [REL_RELATA_OPTIONS] = REL_NAMESPACE "options",
    [REL_RELATA_PROPERTY] = REL_NAMESPACE "property",
    [REL_RELATA_MARKER] = REL_NAMESPACE "marker",
    [REL_RELATA_KIND] = REL_NAMESPACE "kind",
    [REL_RELATA_WORDING] = REL_NAMESPACE "wording",
    [REL_RELATA_FILE] = REL_NAMESPACE "file",
    [REL_RELATA_APPEARANCE] = REL_NAMESPACE "Appearance",
    [REL_RELATA_ENTITY] = REL_NAMESPACE "entity",
    [REL_RELATA_DOCUMENT] = REL_NAMESPACE "document",
    [REL_RELATA_MENTIONS] = REL_NAMESPACE "mentions",
    [REL_RELATA_MATCH] = REL_NAMESPACE "match",
};

/// By kind; null for what stands for no more than a thing
static const char *const entity_classes[REL_N_TERM_KINDS] = {
    [REL_TERM_PERSON] = SCHEMA "Person",
    [REL_TERM_ORGANISATION] = SCHEMA "Organization",
    [REL_TERM_COUNTRY] = SCHEMA "Country",
    [REL_TERM_PLACE] = SCHEMA "Place",
    [REL_TERM_FACILITY] = SCHEMA "CivicStructure",
    [REL_TERM_EVENT] = SCHEMA "Event",
    [REL_TERM_WORK] = SCHEMA "CreativeWork",
    [REL_TERM_ROLE] = REL_NAMESPACE "Role",
    [REL_TERM_DATE] = REL_NAMESPACE "Date",
    [REL_TERM_MONEY] = REL_NAMESPACE "Money",
    [REL_TERM_QUANTITY] = REL_NAMESPACE "Quantity",
};

static const char *const modalities[REL_N_MODALITIES] = {
    [REL_ACTUAL] = REL_NAMESPACE "Actual",
    [REL_PLANNED] = REL_NAMESPACE "Planned",
    [REL_THREATENED] = REL_NAMESPACE "Threatened",
    [REL_POSSIBLE] = REL_NAMESPACE "Possible",
    [REL_CONDITIONAL] = REL_NAMESPACE "Conditional",
    [REL_ASKED] = REL_NAMESPACE "Asked",
};

static const char *const bounds[REL_N_BOUNDS] = {
    [REL_BOUND_NONE] = "",
    [REL_BOUND_ABOUT] = REL_NAMESPACE "About",
    [REL_BOUND_AT_LEAST] = REL_NAMESPACE "AtLeast",
    [REL_BOUND_AT_MOST] = REL_NAMESPACE "AtMost",
    [REL_BOUND_OVER] = REL_NAMESPACE "Over",
    [REL_BOUND_UNDER] = REL_NAMESPACE "Under",
};

static const char *const slots[REL_N_SLOT_ROLES] = {
    [REL_SLOT_TIME] = REL_NAMESPACE "time",
    [REL_SLOT_PLACE] = REL_NAMESPACE "place",
    [REL_SLOT_RECIPIENT] = REL_NAMESPACE "recipient",
    [REL_SLOT_AMOUNT] = REL_NAMESPACE "amount",
    [REL_SLOT_MANNER] = REL_NAMESPACE "manner",
    [REL_SLOT_REASON] = REL_NAMESPACE "reason",
    [REL_SLOT_OTHER] = REL_NAMESPACE "other",
};

RelStr
rel_vocabulary_iri(RelVocabulary word)
{
  return rel_str(words[word]);
}

RelStr
rel_vocabulary_class(RelTermKind kind)
{
  return entity_classes[kind] ? rel_str(entity_classes[kind])
                              : REL_STR(REL_NAMESPACE "Thing");
}

RelTermKind
rel_vocabulary_kind(RelStr class)
{
  static const RelStr old = {"http://schema.org/", 18U};

  for (unsigned k = REL_TERM_THING; k < REL_N_TERM_KINDS; ++k) {
    const RelStr ours = rel_vocabulary_class((RelTermKind)k);
    const bool is_old =
        rel_str_starts(class, old) && rel_str_starts(ours, REL_STR(SCHEMA)) &&
        rel_str_equal(rel_str_slice(class, old.len, class.len),
                      rel_str_slice(ours, sizeof(SCHEMA) - 1U, ours.len));
    if (is_old || rel_str_equal(class, ours)) {
      return (RelTermKind)k;
    }
  }
  return REL_TERM_NONE;
}

RelStr
rel_vocabulary_modality(RelModality modality)
{
  return rel_str(modalities[modality]);
}

RelStr
rel_vocabulary_polarity(RelPolarity polarity)
{
  return polarity == REL_POSITIVE ? REL_STR(REL_NAMESPACE "Positive")
                                  : REL_STR(REL_NAMESPACE "Negative");
}

RelStr
rel_vocabulary_bound(RelBound bound)
{
  return rel_str(bounds[bound]);
}

RelStr
rel_vocabulary_slot(RelSlotRole role)
{
  return rel_str(slots[role]);
}

const RelNamespace *
rel_vocabulary_namespaces(uint32_t *n)
{
  *n = (uint32_t)(sizeof(namespaces) / sizeof(*namespaces));
  return namespaces;
}

const RelNamespace *
rel_vocabulary_own(uint32_t *n)
{
  *n = (uint32_t)(sizeof(own_namespaces) / sizeof(*own_namespaces));
  return own_namespaces;
}
