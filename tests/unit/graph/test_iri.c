// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/iri.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

typedef RelStatus (*MakeKey)(RelArena *arena, RelStr text, RelStr *key);

static RelStatus
document_key(RelArena *arena, RelStr content, RelStr *key)
{
  const RelDocInfo info = {.content = content};

  return rel_iri_document_key(arena, &info, key);
}

static RelStatus
known_key(RelArena *arena, RelStr id, RelStr *key)
{
  const RelDocInfo info = {.content = REL_STR("else"), .id = id};

  return rel_iri_document_key(arena, &info, key);
}

static RelStatus
person_key(RelArena *arena, RelStr label, RelStr *key)
{
  const RelTerm term = {.kind = REL_TERM_PERSON, .label = label};

  return rel_iri_node_key(arena, &term, REL_STR("85944171f73967e8"), key);
}

static RelStatus
country_key(RelArena *arena, RelStr label, RelStr *key)
{
  const RelTerm term = {.kind = REL_TERM_COUNTRY, .label = label};

  return rel_iri_node_key(arena, &term, REL_STR(""), key);
}

static RelStatus
thing_key(RelArena *arena, RelStr label, RelStr *key)
{
  const RelTerm term = {.kind = REL_TERM_THING, .label = label};

  return rel_iri_node_key(arena, &term, REL_STR("85944171f73967e8"), key);
}

/// The third thing of a document with this label
static RelStatus
third_key(RelArena *arena, RelStr label, RelStr *key)
{
  const RelTerm term = {.kind = REL_TERM_THING, .label = label, .namesake = 2U};

  return rel_iri_node_key(arena, &term, REL_STR("85944171f73967e8"), key);
}

/// The document of a key, as a MakeKey
static RelStatus
key_document(RelArena *arena, RelStr key, RelStr *document)
{
  (void)arena;
  *document = rel_iri_node_parts(key).document;
  return REL_OK;
}

/// The parts of a key with bars between them
static RelStatus
key_parts(RelArena *arena, RelStr key, RelStr *parts)
{
  const RelKeyParts found = rel_iri_node_parts(key);

  return rel_arena_format(arena, parts, "%.*s|%.*s|%u", REL_ARG(found.name),
                          REL_ARG(found.document), found.namesake);
}

static const struct {
  MakeKey make;
  const char *text;
  const char *key;
} cases[] = {
    {rel_iri_entity_key, "Wilbur Ross", "Wilbur_Ross"},
    {rel_iri_entity_key, "  Ana \t\n Mora ", "Ana_Mora"},
    {rel_iri_entity_key, "a_b", "a_b"},
    {rel_iri_entity_key, "__a__b__", "a_b"},
    {rel_iri_entity_key, "Coca-Cola", "Coca-Cola"},
    {rel_iri_entity_key, "-x", "-x"},
    {rel_iri_entity_key, "U.S.", "U%2ES%2E"},
    {rel_iri_entity_key, "caf\xC3\xA9", "caf%C3%A9"},
    {rel_iri_entity_key, "caf\xE9", "caf%E9"},
    {rel_iri_entity_key, "50% of <\"it\">", "50%25_of_%3C%22it%22%3E"},
    {rel_iri_entity_key, "a\x01\x7Fz", "a_z"},
    {rel_iri_entity_key, "a/b#c?d:e", "a%2Fb%23c%3Fd%3Ae"},
    {rel_iri_entity_key, "", "_"},
    {rel_iri_entity_key, " _ ", "_"},
    {rel_iri_entity_key, ".", "%2E"},
    {rel_iri_predicate_key, "threaten to impose", "threatenToImpose"},
    {rel_iri_predicate_key, "meet", "meet"},
    {rel_iri_predicate_key, "Meet with", "meetWith"},
    {rel_iri_predicate_key, "be CEO of", "beCEOOf"},
    {rel_iri_predicate_key, "US-backed", "USBacked"},
    {rel_iri_predicate_key, "co-operate  with.", "coOperateWith"},
    {rel_iri_predicate_key, "3D print", "n3DPrint"},
    {rel_iri_predicate_key, "caf\xC3\xA9 go", "cafGo"},
    {rel_iri_predicate_key, "", "relatedTo"},
    {rel_iri_predicate_key, "\xE4\xBC\x9A...", "relatedTo"},
    {rel_iri_node_label, "person/Wilbur_Ross", "Wilbur Ross"},
    {rel_iri_node_label, "entity/caf%C3%A9_%2E", "caf\xC3\xA9 ."},
    {rel_iri_node_label, "plain", "plain"},
    {rel_iri_node_label, "entity/_", ""},
    {rel_iri_node_label, "entity/cut%4", "cut%4"},
    {rel_iri_predicate_words, "threatenToImpose", "threaten to impose"},
    {rel_iri_predicate_words, "beCEOOf", "be CEO of"},
    {rel_iri_predicate_words, "USBacked", "US backed"},
    {rel_iri_predicate_words, "beAMemberOfEU", "be a member of EU"},
    {rel_iri_predicate_words, "planB", "plan b"},
    {rel_iri_predicate_words, "relatedTo", ""},
    {document_key, "", "cbf29ce484222325"},
    {document_key, "foobar", "85944171f73967e8"},
    {known_key, "foobar", "foobar"},
    {person_key, "Wilbur Ross", "person/Wilbur_Ross"},
    {country_key, "Georgia", "entity/Georgia"},
    {country_key, "countries", "entity/countries"},
    {person_key, "officials", "person/officials-85944171f73967e8"},
    {person_key, "other top officials",
     "person/other_top_officials-85944171f73967e8"},
    {thing_key, "steel tariffs", "entity/steel_tariffs-85944171f73967e8"},
    {thing_key, "tariffs on steel", "entity/tariffs_on_steel"},
    {thing_key, "tariffs on US steel", "entity/tariffs_on_US_steel"},
    {thing_key, "\xC3\x98resund", "entity/%C3%98resund"},
    {thing_key, "caf\xC3\xA9s", "entity/caf%C3%A9s-85944171f73967e8"},
    {thing_key, "", "entity/_"},
    {key_document, "entity/caf%C3%A9s-85944171f73967e8", "85944171f73967e8"},
    {key_document, "person/officials-85944171f73967e8", "85944171f73967e8"},
    {key_document, "entity/a__ABCDEF0123456789-85944171f73967e8",
     "85944171f73967e8"},
    {key_document, "entity/US-85944171f73967e8", ""},
    {key_document, "entity/ill-85944171F73967E8", ""},
    {key_document, "entity/ill-8594417", ""},
    {key_document, "entity/-85944171f73967e8", ""},
    {key_document, "85944171f73967e8", ""},
    {third_key, "document", "entity/document-85944171f73967e8-3"},
    {third_key, "tariffs on steel",
     "entity/tariffs_on_steel-85944171f73967e8-3"},
    {third_key, "US steel", "entity/US_Steel-85944171f73967e8-3"},
    {key_parts, "entity/document-85944171f73967e8-3",
     "entity/document|85944171f73967e8|2"},
    {key_parts, "entity/US_steel-85944171f73967e8-12",
     "entity/US_steel|85944171f73967e8|11"},
    {key_parts, "entity/document-85944171f73967e8",
     "entity/document|85944171f73967e8|0"},
    {key_parts, "entity/ship-2", "entity/ship-2||0"},
    {key_parts, "entity/ship-2-85944171f73967e8",
     "entity/ship-2|85944171f73967e8|0"},
    // no number is written so
    {key_parts, "entity/a-85944171f73967e8-1",
     "entity/a-85944171f73967e8-1||0"},
    {key_parts, "entity/a-85944171f73967e8-02",
     "entity/a-85944171f73967e8-02||0"},
    {key_parts, "entity/a-85944171f73967e8-4294967296",
     "entity/a-85944171f73967e8-4294967296||0"},
    {key_parts, "entity/a-85944171f73967e8-18446744073709551618",
     "entity/a-85944171f73967e8-18446744073709551618||0"},
    {key_parts, "entity/-85944171f73967e8-2", "entity/-85944171f73967e8-2||0"},
    {key_parts, "-2", "-2||0"},
    {key_parts, "2", "2||0"},
    {rel_iri_node_label, "entity/steel_plant-85944171f73967e8", "steel plant"},
    {rel_iri_node_label, "entity/US_steel-85944171f73967e8-2", "US steel"},
    {rel_iri_node_label, "entity/Mi-85944171f73967e8", "Mi-85944171f73967e8"},
};

static void
test_keys(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    RelStr key = {0};
    assert_int_equal(cases[i].make(&arena, rel_str(cases[i].text), &key),
                     REL_OK);
    assert_int_equal(key.len, strlen(cases[i].key));
    assert_memory_equal(key.data, cases[i].key, key.len);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
check_long(RelArena *arena, MakeKey make, const char *unit)
{
  static const char allowed[] = "_-%0123456789abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  RelStr keys[2] = {{0}};
  char text[2000];
  size_t len = 0;

  for (; len + 5U < sizeof(text); len += strlen(unit)) {
    memcpy(text + len, unit, strlen(unit));
  }
  for (size_t i = 0; i < 2U; ++i) {
    text[len] = (char)('a' + (int)i);
    const RelStr whole = {text, len + 1U};
    assert_int_equal(make(arena, whole, &keys[i]), REL_OK);
    assert_true(keys[i].len <= REL_MAX_KEY);
    for (size_t c = 0; c < keys[i].len; ++c) {
      assert_non_null(strchr(allowed, keys[i].data[c]));
    }
  }
  // what differs behind the cut differs in the hash
  assert_false(rel_str_equal(keys[0], keys[1]));
}

static void
test_long_keys(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelStr key = {0};

  (void)state;
  rel_arena_init(&arena, world);
  check_long(&arena, rel_iri_entity_key, "long ");
  check_long(&arena, rel_iri_entity_key, "\xF0\x9F\x98\x80");
  check_long(&arena, rel_iri_entity_key, "\xBF");
  check_long(&arena, rel_iri_predicate_key, "long ");

  // 67 letters of three escaped bytes are cut between letters
  char text[201];
  for (size_t i = 0; i < sizeof(text); i += 3U) {
    memcpy(text + i, "\xE4\xBC\x9A", 3U);
  }
  const RelStr whole = {text, sizeof(text)};
  assert_int_equal(rel_iri_entity_key(&arena, whole, &key), REL_OK);
  const size_t end = rel_str_find(key, REL_STR("__"));
  assert_int_equal(end % 9U, 0);
  assert_int_equal(key.len, end + 2U + 16U);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  Failing failing = {0, 1U, 0U};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelArena arena;
  RelStr key = {0};

  (void)state;
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    // nothing takes nothing, and a view neither
    const bool is_free = !*cases[i].key || cases[i].make == key_document;
    assert_int_equal(cases[i].make(&arena, rel_str(cases[i].text), &key),
                     is_free ? REL_OK : REL_NO_MEMORY);
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_keys),
      cmocka_unit_test(test_long_keys),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
