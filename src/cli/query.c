// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/graphs.h"
#include "cli/reader.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// A graph and what is asked of it
typedef struct {
  const Options *options;
  RelMemory *memory;
  RelQuery query;
} Asked;

static const struct {
  const char *name;
  RelAnswerFormat format;
} formats[] = {{"table", REL_ANSWER_TABLE},
               {"csv", REL_ANSWER_CSV},
               {"tsv", REL_ANSWER_TSV},
               {"json", REL_ANSWER_JSON}};

enum { N_FORMATS = sizeof(formats) / sizeof(*formats) };

/// A table for people, TSV for programs, unless -f says what
static RelAnswerFormat
format_of(const Options *o)
{
  for (size_t i = 0; o->format && i < N_FORMATS; ++i) {
    if (!strcmp(o->format, formats[i].name)) {
      return formats[i].format;
    }
  }
  return !o->output && isatty(STDOUT_FILENO) ? REL_ANSWER_TABLE
                                             : REL_ANSWER_TSV;
}

static bool
lists_names(const Options *o)
{
  return o->named && !strcmp(o->named, "list");
}

/// The query stands behind the graphs, unless an option gives it
static bool
is_last_query(const Options *o)
{
  return !o->query_file && !o->named;
}

// ---------------------------------------------------------------- answering

static RelStatus
print_names(void *handle, FILE *out)
{
  uint32_t n = 0;
  const RelNamedQuery *const queries = rel_named_queries(&n);

  (void)handle;
  for (uint32_t i = 0; i < n; ++i) {
    const char *const title = queries[i].text + strspn(queries[i].text, "# ");
    fprintf(out, "%-18s %.*s\n", queries[i].name, (int)strcspn(title, "\n"),
            title);
  }
  return REL_OK;
}

static void
copy_stream(FILE *from, FILE *to)
{
  char bytes[1 << 14];
  size_t n = 0;

  rewind(from);
  while ((n = fread(bytes, 1U, sizeof(bytes), from)) > 0U) {
    fwrite(bytes, 1U, n, to);
  }
}

/// Print the answer once it is whole
static RelStatus
print_answer(void *handle, FILE *out)
{
  const Asked *const self = handle;
  FILE *stream = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, graphs_temporary(rel_memory_world(self->memory), &stream));
  st = rel_query_run(self->memory, &self->query, stream);
  if (!st) {
    st = graphs_check(rel_memory_world(self->memory), stream);
  }
  if (!st) {
    copy_stream(stream, out);
  }
  fclose(stream);
  return st;
}

static void
begin_file(void *handle, const char *path)
{
  rel_memory_begin(handle, path);
}

static RelStatus
answer(Asked *self, RelWorld *world)
{
  const GraphSink sink = {.handle = self->memory,
                          .begin = begin_file,
                          .sink = rel_memory_sink(self->memory)};
  Options graphs = *self->options;
  RelStatus st = REL_OK;

  graphs.n_files -= is_last_query(&graphs);
  rel_memory_limit(self->memory, REL_QUERY_MOST, REL_QUERY_STORE);
  REL_TRY(st, graphs_read(&graphs, world, &sink));
  REL_TRY(st, rel_memory_finish(self->memory));
  return print_result(self->options, world, print_answer, self);
}

static RelStatus
read_query(const Options *o, RelArena *arena, RelQuery *query)
{
  if (o->query_file) {
    query->name = o->query_file;
    return rel_file_read(arena, o->query_file, &query->text);
  }
  query->name = o->named ? o->named : "query";
  query->text = rel_str(o->named ? rel_named_query(rel_str(o->named))->text
                                 : o->files[o->n_files - 1]);
  return REL_OK;
}

static RelStatus
ask(const Options *o, RelWorld *world)
{
  Asked asked = {
      .options = o,
      .query = {.base = o->base,
                .format = format_of(o),
                .seconds =
                    o->seconds ? (unsigned)strtoul(o->seconds, NULL, 10) : 0U}};
  RelArena arena;

  if (lists_names(o)) {
    return print_result(o, world, print_names, NULL);
  }
  rel_arena_init(&arena, world);
  RelStatus st = read_query(o, &arena, &asked.query);
  if (!st) {
    st = rel_memory_new(world, &asked.memory);
  }
  if (!st) {
    st = answer(&asked, world);
  }
  rel_memory_free(asked.memory);
  rel_arena_clear(&arena);
  return st;
}

// ------------------------------------------------------------------ command

static int
check_ask(const Command *command, const Options *o)
{
  static const char *const names[] = {"table", "csv", "tsv", "json"};

  if (o->format && !option_is_one_of(o->format, names, N_FORMATS)) {
    return usage_error(command, "--format", "expected table, csv, tsv or json");
  }
  if (o->named && o->query_file) {
    return usage_error(command, "--named", "expected no --file beside it");
  }
  if (o->named && !lists_names(o) && !rel_named_query(rel_str(o->named))) {
    return usage_error(command, "--named",
                       "expected the name of a query; list names them");
  }
  if (o->seconds && !option_is_number(o->seconds, 1.0, 86400.0)) {
    return usage_error(command, "--timeout",
                       "expected seconds from 1 to 86400");
  }
  if (lists_names(o)) {
    return 0;
  }
  return o->n_files > is_last_query(o)
             ? 0
             : usage_error(command, "GRAPH",
                           "expected at least one graph or article, and a "
                           "query");
}

static const Option query_options[] = {
    OPTION_WRITE,
    OPTION(0, "file", "FILE", query_file, "read the query from this file"),
    OPTION(0, "named", "NAME", named,
           "ask a query that is built in; list names them"),
    OPTION('f', "format", "FORMAT", format,
           "table (default on a terminal), tsv (default\n"
           "elsewhere), csv or json, as SPARQL 1.1 has them;\n"
           "CONSTRUCT always gives N-Triples"),
    OPTION(0, "timeout", "SECONDS", seconds,
           "that the answer may take (default: 60)"),
    OPTION_CORRECTIONS,
    OPTION_AUTHORITY,
    OPTION_INPUT,
    OPTION_REPARSE,
    OPTION_MODEL,
    OPTION_BASE,
    OPTION_DATE,
    OPTION_OF_ARTICLES,
    OPTION_QUIET,
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_query = {
    .name = "query",
    .arguments = "[OPTION]... GRAPH... QUERY",
    .usage = "Ask graphs (.ttl, .nt, .nq, .trig, .rdf) or articles in SPARQL: "
             "SELECT, ASK or\n"
             "CONSTRUCT. The prefixes that relata writes need no declaration. "
             "For more than\n"
             "two million triples, and for all of SPARQL, see relata load. "
             "GRAPH - is Turtle\n"
             "or N-Triples.\n",
    .example = "Example: relata query article.txt "
               "'SELECT ?who ?whom { ?who rel:meet ?whom }'\n",
    OPTIONS_OF(query_options),
    .checks_files = true,
    .check = check_ask,
    .run = ask,
};
