// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/reader.h"

#include <string.h>

/// The roster and how it is asked for
typedef struct {
  const Options *options;
  RelRoster *roster;
} Asked;

static RelStatus
print_roster(void *handle, FILE *out)
{
  const Asked *const self = handle;
  const Options *const o = self->options;
  const RelRosterFormat format = o->format && !strcmp(o->format, "tsv")
                                     ? REL_ROSTER_TSV
                                     : REL_ROSTER_TABLE;

  return o->explain ? rel_roster_explain(self->roster, rel_str(o->explain),
                                         format, out)
                    : rel_roster_print(self->roster, format, out);
}

static RelStatus
fill_roster(const Options *options, RelWorld *world, RelRoster *roster)
{
  const RelSink sink = rel_roster_sink(roster);
  Reader reader;
  RelStatus st = REL_OK;

  REL_TRY(st, reader_open(&reader, options, world, REL_ROOM_EXTRACT));
  reader.reading.views = 0U;
  st = reader_read(&reader, &sink);
  reader_close(&reader);
  return st ? st : rel_roster_finish(roster);
}

static RelStatus
list_entities(const Options *options, RelWorld *world)
{
  Asked asked = {.options = options};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_roster_new(world, &asked.roster));
  st = fill_roster(options, world, asked.roster);
  if (!st) {
    st = print_result(options, world, print_roster, &asked);
  }
  rel_roster_free(asked.roster);
  return st;
}

static int
check_entities(const Command *command, const Options *o)
{
  static const char *const formats[] = {"table", "tsv"};

  return !o->format || option_is_one_of(o->format, formats, 2U)
             ? 0
             : usage_error(command, "--format", "expected table or tsv");
}

static const Option entities_options[] = {
    OPTION_WRITE,
    OPTION_CORRECTIONS,
    OPTION_AUTHORITY,
    OPTION(0, "explain", "NAME", explain,
           "list the mentions of what has this name, and the rule\n"
           "that joined each"),
    OPTION('f', "format", "FORMAT", format,
           "table (default) or tsv (no heading, parted by TABs)"),
    OPTION_INPUT,
    OPTION_REPARSE,
    OPTION_LIKELY,
    OPTION_MODEL,
    OPTION_QUIET,
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_entities = {
    .name = "entities",
    .takes_folders = true,
    .arguments = "[OPTION]... FILE...",
    .usage = "List who and what English news speaks of: type, name, number of "
             "mentions,\n"
             "place of the first one, other names. FILE - is standard input.\n",
    .example = "Example: relata entities article.txt --explain \"Ana Mora\"\n",
    OPTIONS_OF(entities_options),
    .check = check_entities,
    .run = list_entities,
};
