// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/reader.h"

#include <stdlib.h>

static RelStatus
print_explanation(void *handle, FILE *out)
{
  const Reader *const self = handle;
  const Options *const o = self->options;
  const RelStatus st =
      o->triple
          ? rel_read_explain(&self->reading, o->files[0],
                             (uint32_t)strtoul(o->triple, NULL, 10), out)
          : rel_read_print(&self->reading, o->files[0], REL_ROOM_EXTRACT, out);

  // as in a run: a correction that met nothing is a mistake
  return st || !self->guide ? st : rel_guide_check(self->guide);
}

static RelStatus
explain(const Options *options, RelWorld *world)
{
  Reader reader;
  RelStatus st = REL_OK;

  REL_TRY(st, reader_open(&reader, options, world, REL_ROOM_EXTRACT));
  st = print_result(options, world, print_explanation, &reader);
  reader_close(&reader);
  return st;
}

static int
check_explain(const Command *command, const Options *o)
{
  if (o->triple && !option_is_number(o->triple, 1.0, 4294967295.0)) {
    return usage_error(command, "--triple", "expected a number from 1");
  }
  return o->n_files <= 1 ? 0
                         : usage_error(command, "FILE", "expected one file");
}

static const Option explain_options[] = {
    OPTION_WRITE,
    OPTION_INPUT,
    OPTION(0, "triple", "N", triple, "explain the triple with this number"),
    OPTION_CORRECTIONS,
    OPTION_AUTHORITY,
    OPTION_DATE,
    OPTION_REPARSE,
    OPTION_LIKELY,
    OPTION_MODEL,
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_explain = {
    .name = "explain",
    .arguments = "[OPTION]... FILE [--triple N]",
    .usage =
        "List the triples of the graph that FILE gives, with their numbers, "
        "or say how\n"
        "triple N came about: sentence, tree, rule, words, factuality, "
        "confidence.\n",
    .example = "Example: relata explain article.txt --triple 4\n",
    OPTIONS_OF(explain_options),
    .check = check_explain,
    .run = explain,
};
