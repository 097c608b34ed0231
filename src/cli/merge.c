// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/reader.h"
#include "cli/results.h"

static RelStatus
merge(const Options *options, RelWorld *world)
{
  Options own = *options;
  RelGraph *graph = NULL;
  Reader reader;
  RelStatus st = REL_OK;

  own.replaces_sources = options->replaces; // elsewhere it means other things
  REL_TRY(st, reader_open(&reader, &own, world, REL_ROOM_EXTRACT));
  reader.keeps_going = true;
  st = reader_make_graph(&reader, &graph);
  if (!st) {
    st = results_write(options, world, graph);
  }
  st = st ? st : reader_check(&reader);
  rel_graph_free(graph);
  reader_close(&reader);
  return st;
}

static int
check_merge(const Command *command, const Options *o)
{
  if (!o->output && !o->format) {
    return usage_error(command, "--output", "expected a file to write");
  }
  return !o->format || results_has_format(o->format)
             ? 0
             : usage_error(command, "--format",
                           "expected a format of relata run");
}

static const Option merge_options[] = {
    OPTION('o', "output", "FILE", output,
           "write to this file, in the format of its ending;\n"
           "- is standard output"),
    OPTION('f', "format", "FORMAT", format,
           "ttl, nt, nq and all others of relata run"),
    OPTION(0, "withdraw", "DOC", withdraw,
           "leave out the documents with this IRI, id, SHA-256,\n"
           "URL or file name; several parted by \";\""),
    OPTION(0, "replace", NULL, replaces,
           "let documents of later inputs replace those with\n"
           "the same URL, or else file name, in earlier ones"),
    OPTION_INPUT,
    OPTION_MODEL,
    OPTION_BASE,
    OPTION_DATE,
    OPTION('q', "quiet", NULL, is_quiet,
           "no progress and no list of files written"),
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_merge = {
    .name = "merge",
    .takes_folders = true,
    .arguments = "[OPTION]... FILE... -o FILE",
    .usage = "Join graphs that relata wrote, and articles, into the graph that "
             "one run over\n"
             "all of them would write; or take documents out again.\n",
    .example = "Example: relata merge may.ttl june.nt -o year.ttl\n",
    OPTIONS_OF(merge_options),
    .check = check_merge,
    .run = merge,
};
