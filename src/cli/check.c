// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"

#include <inttypes.h>
#include <string.h>

/// Formats by the names that -f has for them
static const struct {
  const char *format;
  const char *syntax;
} syntaxes[] = {
    {"ttl", "turtle"}, {"nt", "ntriples"}, {"nq", "nquads"},
    {"trig", "trig"},  {"rdf", "rdfxml"},
};

/// What is shown of a graph's violations
typedef struct {
  uint64_t n_shown;
  uint64_t max;
} Shown;

static void
show_violation(void *handle, RelPlace place, const char *words)
{
  Shown *const self = handle;

  if (self->n_shown >= self->max) {
    return;
  }
  ++self->n_shown;
  fprintf(stderr, "%s:", place.name);
  if (place.line) {
    fprintf(stderr, "%u:", place.line);
  }
  fprintf(stderr, " error: %s\n", words);
}

static const char *
syntax_of(const char *format)
{
  for (size_t i = 0; format && i < sizeof(syntaxes) / sizeof(*syntaxes); ++i) {
    if (!strcmp(format, syntaxes[i].format)) {
      return syntaxes[i].syntax;
    }
  }
  return NULL;
}

static void
print_count(const char *path, const RelCheckCount *count)
{
  printf("%s: conforms: %" PRIu64 " statements, %" PRIu64 " claims, %" PRIu64
         " of them asserted\n",
         path, count->n_statements, count->n_claims, count->n_asserted);
}

static RelStatus
check_file(const Options *o, RelWorld *world, const char *path)
{
  const RelPlace place = {path, 0U, 0U, 0U};
  Shown shown = {0U, (uint64_t)option_number(o->max_errors, 20.0F)};
  const RelCheckOptions options = {
      .syntax = syntax_of(o->format),
      .accepts_reported = o->accepts_reported,
      .has_no_claims = option_provenance(o->provenance) == REL_PROVENANCE_NONE,
      .handle = &shown,
      .on_violation = show_violation};
  RelCheckCount count;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_rdf_check(world, path, &options, &count));
  if (!count.n_violations) {
    if (!o->is_quiet) {
      print_count(path, &count);
    }
    return REL_OK;
  }
  return rel_fail(world, REL_BAD_INPUT, place,
                  "expected a graph that conforms, not %" PRIu64
                  " violation%s in %" PRIu64 " statements (%" PRIu64 " shown)",
                  count.n_violations, count.n_violations == 1U ? "" : "s",
                  count.n_statements, shown.n_shown);
}

/// All files are looked at, also behind one that fails
static RelStatus
check_files(const Options *o, RelWorld *world)
{
  const RelPlace place = {"relata", 0U, 0U, 0U};
  int n_good = 0;
  RelStatus st = REL_OK;

  if (o->n_files == 1) {
    return check_file(o, world, o->files[0]);
  }
  for (int i = 0; i < o->n_files; ++i) {
    st = check_file(o, world, o->files[i]);
    n_good += !st;
    if (st) {
      const char *const words = rel_world_error(world);
      fprintf(stderr, "%s\n", *words ? words : rel_status_text(st));
    }
  }
  return n_good == o->n_files
             ? REL_OK
             : rel_fail(world, REL_BAD_INPUT, place,
                        "expected %d graphs that conform, not %d", o->n_files,
                        n_good);
}

static int
check_usage(const Command *command, const Options *o)
{
  if (o->format && !syntax_of(o->format)) {
    return usage_error(command, "--format",
                       "expected ttl, nt, nq, trig or rdf");
  }
  if (o->max_errors && !option_is_number(o->max_errors, 0.0, 1e6)) {
    return usage_error(command, "--max-errors",
                       "expected a number from 0 to 1000000");
  }
  return 0;
}

static const Option check_options[] = {
    OPTION('f', "format", "FORMAT", format,
           "ttl, nt, nq, trig or rdf (RDF/XML)\n"
           "(default: by the file's ending; standard input: ttl)"),
    OPTION(0, "accept-reported", NULL, accepts_reported,
           "the graph was written with this: asserted claims may\n"
           "be attributed to others"),
    OPTION(0, "provenance", "HOW", provenance,
           "how the graph was written; with none it has no claims\n"
           "(default: full)"),
    OPTION(0, "max-errors", "N", max_errors,
           "show at most N violations of a file (default: 20)"),
    OPTION('q', "quiet", NULL, is_quiet, "say nothing of graphs that conform"),
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_check = {
    .name = "check",
    .arguments = "[OPTION]... GRAPH...",
    .usage = "Check that graphs are as relata writes them: by the rules of\n"
             "schema/shapes.ttl, and a plain triple exactly where there is an\n"
             "asserted claim. Each file counts by itself; GRAPH - is standard "
             "input.\n",
    .example = "Example: relata check out/article.ttl\n",
    OPTIONS_OF(check_options),
    .check = check_usage,
    .run = check_files,
};
