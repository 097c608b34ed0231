// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

// The first three and the last are NIST's examples for FIPS 180-4; the others
// were made with sha256sum
static const struct {
  char byte; ///< Repeated `n` times; or 0: `text`
  size_t n;
  const char *text;
  const char *hash;
} cases[] = {
    {0, 0, "",
     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {0, 0, "abc",
     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {0, 0, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {'a', 55, NULL,
     "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
    {'a', 56, NULL,
     "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
    {'a', 64, NULL,
     "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
    {'a', 1000000, NULL,
     "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
};

static void
test_hashes(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    char *const text = malloc(cases[i].n + 1U);
    char hash[REL_SHA256_SIZE];

    assert_non_null(text);
    memset(text, cases[i].byte, cases[i].n);
    const RelStr bytes =
        cases[i].text ? rel_str(cases[i].text) : (RelStr){text, cases[i].n};
    rel_sha256(bytes, hash);
    assert_string_equal(hash, cases[i].hash);
    free(text);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_hashes)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
