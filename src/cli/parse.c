// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/reader.h"

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

/// The files, and what is to be made of them
typedef struct {
  const Reader *reader;
  bool is_tagged_only;
} Asked;

static RelStatus
parse_all(void *handle, FILE *out)
{
  const Asked *const self = handle;
  const Options *const o = self->reader->options;
  Progress progress = {.options = o, .next = now() + patience};
  char name[MAX_NAME];
  RelStatus st = REL_OK;

  for (int i = 0; !st && i < o->n_files; ++i) {
    document_id(o, i, name);
    progress.file = i;
    const RelConlluOptions conllu = {
        .document = name,
        .is_tagged_only = self->is_tagged_only,
        .has_ranges = o->has_ranges,
        .has_probabilities = o->has_probabilities,
        .on_progress =
            o->is_quiet || !isatty(STDERR_FILENO) ? NULL : show_progress,
        .handle = &progress};
    st = rel_read_conllu(&self->reader->reading, o->files[i], &conllu, out);
  }
  hide_progress(&progress);
  return st;
}

static RelStatus
print_conllu(const Options *options, RelWorld *world, RelRoom last)
{
  Options anew = *options;
  Reader reader;
  RelStatus st = REL_OK;

  anew.is_reparsed = true; // trees that are there are not kept: a model it is
  REL_TRY(st, reader_open(&reader, &anew, world, last));
  Asked asked = {&reader, last == REL_ROOM_TAG};
  st = print_result(&anew, world, parse_all, &asked);
  reader_close(&reader);
  return st;
}

static RelStatus
parse(const Options *options, RelWorld *world)
{
  return print_conllu(options, world, REL_ROOM_PARSE);
}

static RelStatus
tag(const Options *options, RelWorld *world)
{
  return print_conllu(options, world, REL_ROOM_TAG);
}

#define OPTION_INPUT_CONLLU                                                    \
  OPTION(0, "input", "KIND", input,                                            \
         "plain (every word is read), text (an article:\n"                     \
         "furniture is dropped), sentences (one a line,\n"                     \
         "tokenised) or conllu (tokens, comments and MISC stay,\n"             \
         "the rest is made anew); default: conllu for\n"                       \
         "FILE.conllu, else plain")
#define OPTION_RANGES                                                          \
  OPTION(0, "ranges", NULL, has_ranges,                                        \
         "TokenRange=BEGIN:END in MISC: each token's characters\n"             \
         "in the input, from 0; not for conllu input")

static const Option parse_options[] = {
    OPTION_WRITE,
    OPTION_INPUT_CONLLU,
    OPTION_RANGES,
    OPTION(0, "probabilities", NULL, has_probabilities,
           "UposProb=, HeadProb= and EntityProb= in MISC: how\n"
           "likely tag, head with relation, and name are right"),
    OPTION_MODEL,
    OPTION_QUIET,
    OPTION_HELP,
    OPTION_VERSION,
};

static const Option tag_options[] = {
    OPTION_WRITE, OPTION_INPUT_CONLLU, OPTION_RANGES,  OPTION_MODEL,
    OPTION_QUIET, OPTION_HELP,         OPTION_VERSION,
};

const Command command_parse = {
    .name = "parse",
    .arguments = "[OPTION]... FILE...",
    .usage = "Read English text and print CoNLL-U: sentences, words, lemmas, "
             "parts of\n"
             "speech, features, Universal Dependencies, and names as Entity= "
             "in MISC.\n"
             "FILE - is standard input.\n",
    .example = "Example: echo \"They didn't sell Ayr.\" | relata parse -\n",
    OPTIONS_OF(parse_options),
    .run = parse,
};

const Command command_tag = {
    .name = "tag",
    .arguments = "[OPTION]... FILE...",
    .usage = "Read English text and print CoNLL-U without trees and names: "
             "sentences,\n"
             "words, lemmas, parts of speech and features. Many times as fast "
             "as\n"
             "relata parse. FILE - is standard input.\n",
    .example = "Example: echo \"They didn't sell Ayr.\" | relata tag -\n",
    OPTIONS_OF(tag_options),
    .run = tag,
};
