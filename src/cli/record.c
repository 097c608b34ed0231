// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/record.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

enum { TIME_SIZE = 24, CHECKSUM_SIZE = 20, WORDS_SIZE = 1024 };

/// " --name value" behind what is there; a null value says nothing
static void
add_words(char words[WORDS_SIZE], const char *name, const char *value)
{
  const size_t len = strlen(words);

  if (value) {
    snprintf(words + len, WORDS_SIZE - len, "%s--%s%s%s", len ? " " : "", name,
             *value ? " " : "", value);
  }
}

static RelStatus
add_file(Reader *reader, char words[WORDS_SIZE], const char *name,
         const char *path)
{
  RelStatus st = REL_OK;
  RelStr bytes = {0};
  char hash[REL_SHA256_SIZE];
  char value[REL_SHA256_SIZE + 8];

  if (!path) {
    return st;
  }
  REL_TRY(st, rel_file_read(&reader->arena, path, &bytes));
  rel_sha256(bytes, hash);
  snprintf(value, sizeof(value), "sha256:%s", hash);
  add_words(words, name, value);
  return st;
}

/// The options that change what is read, in the order of their names
static RelStatus
run_words(Reader *reader, char words[WORDS_SIZE])
{
  const Options *const o = reader->options;
  RelStatus st = REL_OK;

  add_words(words, "accept-reported", o->accepts_reported ? "" : NULL);
  REL_TRY(st, add_file(reader, words, "authority", o->authority));
  REL_TRY(st, add_file(reader, words, "corrections", o->corrections));
  add_words(words, "date", o->date);
  add_words(words, "input", o->input);
  add_words(words, "likely", o->joins_likely ? "" : NULL);
  add_words(words, "min-confidence", o->min_confidence);
  add_words(words, "reparse", o->is_reparsed ? "" : NULL);
  return st;
}

/// The time that was asked for; "" for none
static void
run_time(const Options *options, char text[TIME_SIZE])
{
  const time_t now = time(NULL);
  struct tm parts;

  *text = '\0';
  if (!options->run_time) {
    return;
  }
  if (strcmp(options->run_time, "now") != 0) {
    snprintf(text, TIME_SIZE, "%s", options->run_time);
  } else if (gmtime_r(&now, &parts)) {
    strftime(text, TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts);
  }
}

RelStatus
record_run(Reader *reader, RelGraph *graph)
{
  char checksum[CHECKSUM_SIZE] = "";
  char time[TIME_SIZE];
  char words[WORDS_SIZE] = "";
  RelRunInfo run = {.version = rel_str(rel_version())};
  RelStatus st = REL_OK;

  REL_TRY(st, run_words(reader, words));
  run_time(reader->options, time);
  if (reader->model) {
    snprintf(checksum, sizeof(checksum), "%016" PRIx64,
             rel_model_checksum(reader->model));
    run.model = rel_model_name(reader->model);
  }
  run.checksum = rel_str(checksum);
  run.options = rel_str(words);
  run.time = rel_str(time);
  return rel_graph_begin_run(graph, &run);
}
