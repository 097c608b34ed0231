// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/vocabulary.h"

#include "base/intern.h"
#include "rdf/parse.h"
#include "rdf/sanitize.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define OWL  "http://www.w3.org/2002/07/owl#"
#define RDF  "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define XSD  "http://www.w3.org/2001/XMLSchema#"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define DCT  "http://purl.org/dc/terms/"

/// What the schema says of a word, as bits
enum { HAS_TYPE = 1, HAS_LABEL = 2, HAS_COMMENT = 4, IS_WHOLE = 7 };

/// The words that schema/relata.ttl describes
typedef struct {
  RelArena arena;
  RelIntern words;
  uint8_t says[256]; ///< Bits by the word's number
} Schema;

/// Within OWL 2 RL: no unions, no restrictions, no classes without a name
static const char *const allowed_properties[] = {
    DCT "description", DCT "license",        DCT "title",
    RDF "type",        RDFS "comment",       RDFS "domain",
    RDFS "label",      RDFS "range",         RDFS "seeAlso",
    RDFS "subClassOf", RDFS "subPropertyOf", OWL "versionInfo",
    SKOS "closeMatch",
};

static const char *const allowed_types[] = {
    OWL "AnnotationProperty", OWL "Class",           OWL "DatatypeProperty",
    OWL "FunctionalProperty", OWL "NamedIndividual", OWL "ObjectProperty",
    OWL "Ontology",
};

static bool
is_among(RelStr iri, const char *const *words, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    if (rel_str_equal(iri, rel_str(words[i]))) {
      return true;
    }
  }
  return false;
}

static uint8_t
bit_of(const RelParsedStatement *statement)
{
  const bool is_english =
      rel_str_equal(statement->object.language, REL_STR("en")) &&
      statement->object.value.len > 0U;
  const RelStr predicate = statement->predicate.value;

  if (rel_str_equal(predicate, REL_STR(RDF "type"))) {
    return HAS_TYPE;
  }
  if (is_english && rel_str_equal(predicate, REL_STR(RDFS "label"))) {
    return HAS_LABEL;
  }
  return is_english && rel_str_equal(predicate, REL_STR(RDFS "comment"))
             ? HAS_COMMENT
             : 0U;
}

static RelStatus
take(void *handle, const RelParsedStatement *statement)
{
  Schema *const self = handle;
  uint32_t number = 0;

  assert_int_equal(statement->subject.kind, REL_PARSED_IRI);
  assert_int_not_equal(statement->object.kind, REL_PARSED_BLANK);
  assert_true(
      is_among(statement->predicate.value, allowed_properties,
               sizeof(allowed_properties) / sizeof(*allowed_properties)));
  if (bit_of(statement) == HAS_TYPE) {
    assert_true(
        rel_str_starts(statement->object.value, REL_STR(REL_NAMESPACE)) ||
        is_among(statement->object.value, allowed_types,
                 sizeof(allowed_types) / sizeof(*allowed_types)));
  }
  assert_int_equal(
      rel_intern_add(&self->words, statement->subject.value, &number), REL_OK);
  assert_true(number < sizeof(self->says));
  self->says[number] |= bit_of(statement);
  return REL_OK;
}

static RelWorld *
read_schema(Schema *self)
{
  const RelParsedSource source = {REL_SOURCE_DIR "/schema/relata.ttl", NULL,
                                  NULL};
  const RelParsedSink sink = {self, take};
  RelWorld *const world = rel_world_new(NULL);

  *self = (Schema){.says = {0}};
  rel_arena_init(&self->arena, world);
  rel_intern_init(&self->words, &self->arena);
  assert_int_equal(rel_rdf_parse(world, &source, &sink), REL_OK);
  return world;
}

static bool
is_described(const Schema *schema, RelStr iri)
{
  const uint32_t number = rel_intern_find(&schema->words, iri);

  return number != UINT32_MAX && schema->says[number] == IS_WHOLE;
}

/// RDF's own words need no description
static bool
is_builtin(RelStr iri)
{
  return rel_str_starts(iri, REL_STR(RDF)) ||
         rel_str_starts(iri, REL_STR(RDFS)) ||
         rel_str_starts(iri, REL_STR(XSD)) || rel_str_starts(iri, REL_STR(OWL));
}

static void
check(const Schema *schema, RelStr iri)
{
  assert_true(rel_sanitize_is_iri(iri));
  if (!is_builtin(iri) && !is_described(schema, iri)) {
    fail_msg("schema/relata.ttl describes no %.*s", REL_ARG(iri));
  }
}

static void
test_schema_has_all_words(void **state)
{
  Schema schema;
  RelWorld *const world = read_schema(&schema);

  (void)state;
  assert_false(is_described(&schema, REL_STR(REL_NAMESPACE "Nothing")));
  for (unsigned i = 0; i < REL_N_VOCABULARY; ++i) {
    check(&schema, rel_vocabulary_iri((RelVocabulary)i));
  }
  for (unsigned i = 0; i < REL_N_TERM_KINDS; ++i) {
    check(&schema, rel_vocabulary_class((RelTermKind)i));
  }
  for (unsigned i = 0; i < REL_N_MODALITIES; ++i) {
    check(&schema, rel_vocabulary_modality((RelModality)i));
  }
  for (unsigned i = 0; i < REL_N_SLOT_ROLES; ++i) {
    check(&schema, rel_vocabulary_slot((RelSlotRole)i));
  }
  for (unsigned i = REL_BOUND_NONE + 1U; i < REL_N_BOUNDS; ++i) {
    check(&schema, rel_vocabulary_bound((RelBound)i));
  }
  check(&schema, rel_vocabulary_polarity(REL_POSITIVE));
  check(&schema, rel_vocabulary_polarity(REL_NEGATIVE));
  rel_arena_clear(&schema.arena);
  rel_world_free(world);
}

/// Each word that the schema has is described
static void
test_words_are_whole(void **state)
{
  Schema schema;
  RelWorld *const world = read_schema(&schema);

  (void)state;
  for (uint32_t i = 0; i < schema.words.n; ++i) {
    // the ontology itself has a title instead
    if (!rel_str_equal(schema.words.strings[i],
                       REL_STR("https://w3id.org/relata/ns"))) {
      assert_int_equal(schema.says[i], IS_WHOLE);
    }
  }
  rel_arena_clear(&schema.arena);
  rel_world_free(world);
}

static const struct {
  RelTermKind kind;
  const char *iri;
} classes[] = {
    {REL_TERM_PERSON, "https://schema.org/Person"},
    {REL_TERM_ORGANISATION, "https://schema.org/Organization"},
    {REL_TERM_COUNTRY, "https://schema.org/Country"},
    {REL_TERM_PLACE, "https://schema.org/Place"},
    {REL_TERM_EVENT, "https://schema.org/Event"},
    {REL_TERM_WORK, "https://schema.org/CreativeWork"},
    {REL_TERM_ROLE, REL_NAMESPACE "Role"},
    {REL_TERM_THING, REL_NAMESPACE "Thing"},
    {REL_TERM_QUANTITY, REL_NAMESPACE "Quantity"},
    {REL_TERM_CLAUSE, REL_NAMESPACE "Thing"},
};

static void
test_classes(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); ++i) {
    assert_true(rel_str_equal(rel_vocabulary_class(classes[i].kind),
                              rel_str(classes[i].iri)));
  }
}

static void
test_namespaces(void **state)
{
  uint32_t n = 0;
  const RelNamespace *const namespaces = rel_vocabulary_namespaces(&n);

  (void)state;
  for (unsigned i = 0; i < REL_N_VOCABULARY; ++i) {
    const RelStr iri = rel_vocabulary_iri((RelVocabulary)i);
    // raptor declares this one itself
    bool is_declared = rel_str_starts(
        iri, REL_STR("http://www.w3.org/1999/02/22-rdf-syntax-ns#"));
    for (uint32_t k = 0; k < n; ++k) {
      is_declared =
          is_declared || rel_str_starts(iri, rel_str(namespaces[k].iri));
    }
    assert_true(is_declared);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_schema_has_all_words),
      cmocka_unit_test(test_words_are_whole),
      cmocka_unit_test(test_classes),
      cmocka_unit_test(test_namespaces),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
