// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/streamed.h"

#include "cli/record.h"

#include <string.h>
#include <sys/stat.h>

enum { MANY_ARTICLES = 50 };

bool
streamed_is_better(const Options *options)
{
  const char *const output = options->output;
  const char *const dot = output ? strrchr(output, '.') : NULL;
  const char *const format = options->format ? options->format
                             : dot           ? dot + 1
                                             : "";
  struct stat info;

  if (options->n_files < MANY_ARTICLES || strcmp(format, "nt") != 0 ||
      option_provenance(options->provenance) == REL_PROVENANCE_NONE) {
    return false;
  }
  if (output && strcmp(output, "-") != 0 &&
      (!dot || (!stat(output, &info) && S_ISDIR(info.st_mode)))) {
    return false;
  }
  for (int i = 0; i < options->n_files; ++i) {
    if (input_is_graph(options, options->files[i])) {
      return false; // their IRIs' base is not known before they are read
    }
  }
  return true;
}

static RelStatus
fill_and_write(Reader *reader, RelSpool *spool, FILE *out)
{
  RelVerify verify;
  RelStatus st = REL_OK;

  rel_verify_init(&verify, reader->world, rel_spool_sink(spool));
  RelFilter filter = {rel_verify_sink(&verify),
                      option_number(reader->options->min_confidence, 0.0F)};
  const RelSink sink = rel_filter_sink(&filter);
  st = reader_read(reader, &sink);
  rel_verify_clear(&verify);
  return st ? st : rel_spool_write(spool, out);
}

static RelStatus
write_with_run(Reader *reader, const RelGraph *record, FILE *out)
{
  const Options *const o = reader->options;
  uint32_t n = 0;
  const RelGraphRun *const runs = rel_graph_runs(record, &n);
  const RelSpoolOptions options = {
      .rdf = {o->base, "ntriples", option_provenance(o->provenance)},
      .accepts_reported = o->accepts_reported,
      .run = n ? &runs->info : NULL};
  RelSpool *spool = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_spool_new(reader->world, &options, &spool));
  st = fill_and_write(reader, spool, out);
  rel_spool_free(spool);
  return st;
}

static RelStatus
print_streamed(void *handle, FILE *out)
{
  Reader *const reader = handle;
  RelGraph *record = NULL; // of nothing but the run
  RelStatus st = REL_OK;

  REL_TRY(st, rel_graph_new(reader->world, &record));
  st = record_run(reader, record);
  st = st ? st : rel_graph_finish(record);
  st = st ? st : write_with_run(reader, record, out);
  rel_graph_free(record);
  return st;
}

RelStatus
streamed_write(Reader *reader)
{
  const Options *const o = reader->options;
  RelStatus st = REL_OK;

  REL_TRY(st, print_result(o, reader->world, print_streamed, reader));
  if (o->output && strcmp(o->output, "-") != 0 && !o->is_quiet) {
    printf("%s\n", o->output);
  }
  return st;
}
