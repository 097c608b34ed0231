// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/parse.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

/// Seconds of work before progress is shown, and between two lines of it
static const double patience = 0.5;

enum { MAX_STEM = 240, MAX_NAME = 256 }; // bytes

/// The line of progress on a terminal
typedef struct {
  const Options *options;
  int file; ///< From 0
  bool is_shown;
  double next; ///< When to write again, in seconds of the clock
} Progress;

static double
now(void)
{
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void
show_progress(void *handle, double share)
{
  Progress *const self = handle;
  const double time = now();

  if (time >= self->next) {
    fprintf(stderr, "\rreading %d of %d: %2.0f %%\033[K", self->file + 1,
            self->options->n_files, 100.0 * share);
    self->is_shown = true;
    self->next = time + patience;
  }
}

static void
hide_progress(const Progress *self)
{
  if (self->is_shown) {
    fputs("\r\033[K", stderr);
  }
}

/// The file's name without folders and ending
static RelStr
stem(const char *path)
{
  const char *const slash = strrchr(path, '/');
  const char *const base = slash ? slash + 1 : path;
  const char *const dot = strrchr(base, '.');

  return (RelStr){base,
                  dot && dot > base ? (size_t)(dot - base) : strlen(base)};
}

/**
   The newdoc id of a file: its stem with blanks as "_", and with its number
   where an earlier file has the same stem. Standard input has none.
*/
static void
document_id(const Options *options, int file, char *name)
{
  const RelStr own = stem(options->files[file]);
  bool is_taken = false;

  *name = '\0';
  if (!strcmp(options->files[file], "-")) {
    return;
  }
  for (int i = 0; i < file && !is_taken; ++i) {
    is_taken = rel_str_equal(own, stem(options->files[i]));
  }
  snprintf(name, MAX_NAME, is_taken ? "%.*s-%d" : "%.*s",
           (int)(own.len < MAX_STEM ? own.len : MAX_STEM), own.data, file + 1);
  for (char *c = name; *c; ++c) {
    *c = (char)((unsigned char)*c <= ' ' ? '_' : *c);
  }
}

static RelStatus
parse_all(const Options *options, const RelReading *reading, FILE *out)
{
  Progress progress = {.options = options, .next = now() + patience};
  char name[MAX_NAME];
  RelStatus st = REL_OK;

  for (int i = 0; !st && i < options->n_files; ++i) {
    document_id(options, i, name);
    progress.file = i;
    const RelConlluOptions conllu = {
        .document = name,
        .is_tagged_only = options->job == JOB_TAG,
        .has_ranges = options->has_ranges,
        .has_probabilities = options->has_probabilities,
        .on_progress =
            options->is_quiet || !isatty(STDERR_FILENO) ? NULL : show_progress,
        .handle = &progress};
    st = rel_read_conllu(reading, options->files[i], &conllu, out);
  }
  hide_progress(&progress);
  return st;
}

RelStatus
parse_files(const Options *options, const RelReading *reading)
{
  RelOutput out;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_output_open(reading->world,
                              options->output ? options->output : "-", &out));
  st = parse_all(options, reading, out.stream);
  if (st) {
    rel_output_abort(&out);
    return st;
  }
  return rel_output_close(&out);
}
