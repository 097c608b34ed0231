// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// Any bytes are a graph that conforms, one that does not, or no graph: checking
// them says which, in single lines. Input: a byte for syntax and options, then
// the file. What raptor itself forgets is not looked for.

#include "rdf/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
expect(bool is_so)
{
  if (!is_so) {
    abort();
  }
}

static void
on_violation(void *handle, RelPlace place, const char *words)
{
  uint64_t *const n = handle;

  expect(place.name && !strncmp(words, "expected ", 9U));
  expect(!strpbrk(words, "\n\r\t"));
  ++*n;
}

static void
write_file(const char *path, const uint8_t *data, size_t size)
{
  FILE *const stream = fopen(path, "wb");

  expect(stream && fwrite(data, 1U, size, stream) == size);
  expect(!fclose(stream));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const syntaxes[] = {"turtle", "ntriples", "nquads",
                                         "trig"};
  static char path[64];
  uint64_t n = 0;

  if (!size) {
    return 0;
  }
  snprintf(path, sizeof(path), "fuzz_check.%ld", (long)getpid());
  write_file(path, data + 1, size - 1U);

  RelWorld *const world = rel_world_new(NULL);
  const RelCheckOptions options = {.syntax = syntaxes[data[0] % 4U],
                                   .accepts_reported = data[0] & 4U,
                                   .has_no_claims = data[0] & 8U,
                                   .handle = &n,
                                   .on_violation = on_violation};
  RelCheckCount count;
  const RelStatus st = rel_rdf_check(world, path, &options, &count);

  expect(st == REL_OK || st == REL_BAD_INPUT || st == REL_BAD_TEXT);
  expect(n == count.n_violations && count.n_asserted <= count.n_claims);
  rel_world_free(world);
  unlink(path);
  return 0;
}
