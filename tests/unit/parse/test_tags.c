// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/tags.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void
test_texts_and_back(void **state)
{
  (void)state;
  for (uint32_t i = 0; i < REL_N_UPOS; ++i) {
    const char *const text = rel_upos_text((RelUpos)i);
    assert_int_equal(rel_upos_find(rel_str(text)), i);
  }
  for (uint32_t i = 0; i < REL_N_XPOS; ++i) {
    const char *const text = rel_xpos_text((RelXpos)i);
    assert_int_equal(rel_xpos_find(rel_str(text)), i);
  }
  for (uint32_t i = 0; i < REL_N_DEP; ++i) {
    const char *const text = rel_dep_text((RelDep)i);
    assert_int_equal(rel_dep_find(rel_str(text)), i);
  }
  for (uint32_t i = 0; i < REL_N_NAME; ++i) {
    const char *const text = rel_name_text((RelNameType)i);
    assert_int_equal(rel_name_find(rel_str(text)), i);
  }
}

static void
test_unknown(void **state)
{
  (void)state;
  assert_int_equal(rel_upos_find(REL_STR("noun")), REL_N_UPOS);
  assert_int_equal(rel_xpos_find(REL_STR("")), REL_N_XPOS);
  assert_int_equal(rel_dep_find(REL_STR("nsubj:")), REL_N_DEP);
  assert_int_equal(rel_name_find(REL_STR("persons")), REL_N_NAME);
  assert_string_equal(rel_upos_text(REL_N_UPOS), "_");
  assert_string_equal(rel_xpos_text(REL_N_XPOS), "_");
  assert_string_equal(rel_dep_text(REL_N_DEP), "_");
  assert_string_equal(rel_name_text(REL_N_NAME), "_");
}

static void
test_universal(void **state)
{
  static const struct {
    RelDep dep;
    RelDep universal;
  } cases[] = {
      {REL_DEP_NSUBJ_PASS, REL_DEP_NSUBJ}, {REL_DEP_NSUBJ, REL_DEP_NSUBJ},
      {REL_DEP_ACL_RELCL, REL_DEP_ACL},    {REL_DEP_OBL_AGENT, REL_DEP_OBL},
      {REL_DEP_ROOT, REL_DEP_ROOT},
  };

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    assert_int_equal(rel_dep_universal(cases[i].dep), cases[i].universal);
  }
  for (uint32_t i = 0; i < REL_N_DEP; ++i) { // what stands before the colon
    const char *const text = rel_dep_text((RelDep)i);
    const RelStr universal = {text, strcspn(text, ":")};
    assert_int_equal(rel_dep_universal((RelDep)i), rel_dep_find(universal));
  }
  assert_int_equal(rel_dep_universal(REL_N_DEP), REL_N_DEP);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_texts_and_back),
      cmocka_unit_test(test_unknown),
      cmocka_unit_test(test_universal),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
