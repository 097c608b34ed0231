// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/vocabulary.h"

#include "base/file.h"
#include "rdf/sanitize.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/// Does the schema describe this word of ours at the begin of a line?
static bool
is_described(RelArena *arena, RelStr schema, RelStr iri)
{
  const RelStr name = rel_str_slice(iri, sizeof(REL_NAMESPACE) - 1U, iri.len);
  RelStr line = {0};

  assert_int_equal(
      rel_arena_format(arena, &line, "\nrelata:%.*s a ", REL_ARG(name)),
      REL_OK);
  return rel_str_find(schema, line) != SIZE_MAX;
}

static void
check(RelArena *arena, RelStr schema, RelStr iri)
{
  assert_true(rel_sanitize_is_iri(iri));
  if (rel_str_starts(iri, REL_STR(REL_NAMESPACE))) {
    assert_true(is_described(arena, schema, iri));
  }
}

static void
test_schema_has_all_words(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelStr schema = {0};

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(
      rel_file_read(&arena, REL_SOURCE_DIR "/schema/relata.ttl", &schema),
      REL_OK);
  assert_false(is_described(&arena, schema, REL_STR(REL_NAMESPACE "Nothing")));
  for (unsigned i = 0; i < REL_N_VOCABULARY; ++i) {
    check(&arena, schema, rel_vocabulary_iri((RelVocabulary)i));
  }
  for (unsigned i = 0; i < REL_N_TERM_KINDS; ++i) {
    check(&arena, schema, rel_vocabulary_class((RelTermKind)i));
  }
  for (unsigned i = 0; i < REL_N_MODALITIES; ++i) {
    check(&arena, schema, rel_vocabulary_modality((RelModality)i));
  }
  for (unsigned i = 0; i < REL_N_SLOT_ROLES; ++i) {
    check(&arena, schema, rel_vocabulary_slot((RelSlotRole)i));
  }
  for (unsigned i = REL_BOUND_NONE + 1U; i < REL_N_BOUNDS; ++i) {
    check(&arena, schema, rel_vocabulary_bound((RelBound)i));
  }
  check(&arena, schema, rel_vocabulary_polarity(REL_POSITIVE));
  check(&arena, schema, rel_vocabulary_polarity(REL_NEGATIVE));
  rel_arena_clear(&arena);
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
    {REL_TERM_QUANTITY, REL_NAMESPACE "Thing"},
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
      cmocka_unit_test(test_classes),
      cmocka_unit_test(test_namespaces),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
