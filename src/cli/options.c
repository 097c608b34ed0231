// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/options.h"

#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/// One option: help, getopt's table and where its value goes
typedef struct {
  char short_name; ///< NUL for none
  const char *long_name;
  const char *argument;     ///< Null for a flag
  const char *help[N_JOBS]; ///< By job; null where it is no option
  size_t target;            ///< Offset in Options: const char * or bool
} Option;

/// A job: its name, how it is called, what it does
typedef struct {
  const char *name;
  const char *usage;
  const char *example;
} JobText;

static const JobText jobs[N_JOBS] = {
    [JOB_RUN] =
        {"run",
         "Usage: relata [run] [OPTION]... FILE...\n"
         "       relata parse [OPTION]... FILE...   (see relata parse --help)\n"
         "       relata tag [OPTION]... FILE...     (see relata tag --help)\n"
         "       relata entities [OPTION]... FILE...\n"
         "       relata explain [OPTION]... FILE [--triple N]\n"
         "Read English news and write who did what to whom: an RDF graph\n"
         "(out/NAME.ttl) and a relationship map (out/NAME.svg).\n"
         "Several files make one graph. FILE - is standard input.\n\n",
         "Example: relata article.txt && xdg-open out/article.svg\n"},
    [JOB_PARSE] =
        {"parse",
         "Usage: relata parse [OPTION]... FILE...\n"
         "Read English text and print CoNLL-U: sentences, words, lemmas, parts "
         "of\n"
         "speech, features, Universal Dependencies, and names as Entity= in "
         "MISC.\n"
         "FILE - is standard input.\n\n",
         "Example: echo \"They didn't sell Ayr.\" | relata parse -\n"},
    [JOB_TAG] =
        {"tag",
         "Usage: relata tag [OPTION]... FILE...\n"
         "Read English text and print CoNLL-U without trees and names: "
         "sentences,\n"
         "words, lemmas, parts of speech and features. Many times as fast as\n"
         "relata parse. FILE - is standard input.\n\n",
         "Example: echo \"They didn't sell Ayr.\" | relata tag -\n"},
    [JOB_ENTITIES] =
        {"entities",
         "Usage: relata entities [OPTION]... FILE...\n"
         "List who and what English news speaks of: type, name, number of "
         "mentions,\n"
         "place of the first one, other names. FILE - is standard input.\n\n",
         "Example: relata entities article.txt --explain \"Ana Mora\"\n"},
    [JOB_EXPLAIN] =
        {"explain",
         "Usage: relata explain [OPTION]... FILE [--triple N]\n"
         "List the triples of the graph that FILE gives, with their numbers, "
         "or say how\n"
         "triple N came about: sentence, tree, rule, words, factuality, "
         "confidence.\n\n",
         "Example: relata explain article.txt --triple 4\n"},
};

#define ALL(text)                                                              \
  {                                                                            \
    text, text, text, text, text                                               \
  }
#define RUN(text)                                                              \
  {                                                                            \
    [JOB_RUN] = (text)                                                         \
  }
#define PARSE(text)                                                            \
  {                                                                            \
    [JOB_PARSE] = (text), [JOB_TAG] = (text)                                   \
  }
#define ENTITIES(text)                                                         \
  {                                                                            \
    [JOB_ENTITIES] = (text)                                                    \
  }

#define WRITE_HELP                                                             \
  "write to this file\n"                                                       \
  "(default: -, standard output)"
#define REPARSE_HELP "conllu input: keep its tokens, make trees anew"
#define CORRECTIONS_HELP                                                       \
  "lines to apply last: merge A = B, rename A = B,\n"                          \
  "type A = KIND, split WORDS[@LINE:COLUMN] [= NAME]"
#define AUTHORITY_HELP                                                         \
  "your actors, parted by TABs: name, kind, IRI, other\n"                      \
  "names; kind and IRI may be empty; Turtle in FILE.ttl"
#define READ_HELP                                                              \
  "text (an article), plain (nothing dropped),\n"                              \
  "sentences (one a line, tokenised) or conllu;\n"                             \
  "default: by the file's ending"
#define INPUT_HELP                                                             \
  "plain (every word is read), text (an article:\n"                            \
  "furniture is dropped), sentences (one a line,\n"                            \
  "tokenised) or conllu (tokens, comments and MISC stay,\n"                    \
  "the rest is made anew); default: conllu for\n"                              \
  "FILE.conllu, else plain"

static const Option table[] = {
    {'o',
     "output",
     "PLACE",
     {"write into this folder, or to this file;\n"
      "- is standard output (default: the folder out)",
      WRITE_HELP, WRITE_HELP, WRITE_HELP, WRITE_HELP},
     offsetof(Options, output)},
    {0,
     "corrections",
     "FILE",
     {[JOB_RUN] = CORRECTIONS_HELP, [JOB_ENTITIES] = CORRECTIONS_HELP},
     offsetof(Options, corrections)},
    {0,
     "authority",
     "FILE",
     {[JOB_RUN] = AUTHORITY_HELP, [JOB_ENTITIES] = AUTHORITY_HELP},
     offsetof(Options, authority)},
    {0, "explain", "NAME",
     ENTITIES("list the mentions of what has this name, and the rule\n"
              "that joined each"),
     offsetof(Options, explain)},
    {'f',
     "format",
     "FORMAT",
     {[JOB_RUN] = "ttl, nt, rdf (RDF/XML), svg, png, pdf, dot, tsv,\n"
                  "open (the text's own words), carb or benchie; one\n"
                  "format goes to standard output unless -o is given\n"
                  "(default: both ttl and svg)",
      [JOB_ENTITIES] = "table (default) or tsv (no heading, parted by TABs)"},
     offsetof(Options, format)},
    {0, "stop-after", "ROOM",
     RUN("print the layer that a room makes: text (tokens),\n"
         "tag (CoNLL-U without trees), parse (CoNLL-U),\n"
         "mention (entities) or extract (triples)"),
     offsetof(Options, stop_after)},
    {0,
     "input",
     "KIND",
     {READ_HELP, INPUT_HELP, INPUT_HELP, READ_HELP, READ_HELP},
     offsetof(Options, input)},
    {0, "ranges", NULL,
     PARSE("TokenRange=BEGIN:END in MISC: each token's characters\n"
           "in the input, from 0; not for conllu input"),
     offsetof(Options, has_ranges)},
    {0,
     "probabilities",
     NULL,
     {[JOB_PARSE] = "UposProb=, HeadProb= and EntityProb= in MISC: how\n"
                    "likely tag, head with relation, and name are right"},
     offsetof(Options, has_probabilities)},
    {0,
     "triple",
     "N",
     {[JOB_EXPLAIN] = "explain the triple with this number"},
     offsetof(Options, triple)},
    {0,
     "reparse",
     NULL,
     {[JOB_RUN] = REPARSE_HELP,
      [JOB_ENTITIES] = REPARSE_HELP,
      [JOB_EXPLAIN] = REPARSE_HELP},
     offsetof(Options, is_reparsed)},
    {'m', "model", "FILE", ALL("English model (default: the one installed)"),
     offsetof(Options, model)},
    {0, "base", "IRI",
     RUN("start of all IRIs\n(default: https://w3id.org/relata/)"),
     offsetof(Options, base)},
    {0, "date", "DAY",
     RUN("day of publication, such as 2018-06-03; times such\n"
         "as \"last Friday\" count from it (default: what the\n"
         "article says)"),
     offsetof(Options, date)},
    {0, "min-confidence", "X",
     RUN("leave out triples below X, from 0 to 1; default: 0,\n"
         "open 0.35, benchie 0.25"),
     offsetof(Options, min_confidence)},
    {0, "accept-reported", NULL,
     RUN("state as plain triples what somebody is reported to\n"
         "have said"),
     offsetof(Options, accepts_reported)},
    {0, "title", "TEXT", RUN("title of the map (default: the article's)"),
     offsetof(Options, title)},
    {0, "max-edges", "N", RUN("draw the N strongest relations (default: 60)"),
     offsetof(Options, max_edges)},
    {0, "times", NULL, RUN("print the seconds spent in each room"),
     offsetof(Options, shows_times)},
    {'q',
     "quiet",
     NULL,
     {"no progress and no list of files written", "no progress", "no progress"},
     offsetof(Options, is_quiet)},
    {'h', "help", NULL, ALL("print this text"), offsetof(Options, wants_help)},
    {'V', "version", NULL, ALL("print the version"),
     offsetof(Options, wants_version)},
};

enum { N_OPTIONS = sizeof(table) / sizeof(*table), FIRST_CODE = 256 };

static void
print_option(FILE *out, const Option *o, const char *help)
{
  char left[32];

  snprintf(left, sizeof(left), "%c%c --%s%s%s", o->short_name ? '-' : ' ',
           o->short_name ? o->short_name : ' ', o->long_name,
           o->argument ? " " : "", o->argument ? o->argument : "");
  fprintf(out, "  %-24s ", left);
  for (const char *c = help; *c; ++c) {
    fputc(*c, out);
    if (*c == '\n') {
      fprintf(out, "%27s", "");
    }
  }
  fputc('\n', out);
}

void
options_help(FILE *out, Job job)
{
  fputs(jobs[job].usage, out);
  for (size_t i = 0; i < N_OPTIONS; ++i) {
    if (table[i].help[job]) {
      print_option(out, &table[i], table[i].help[job]);
    }
  }
  fputs("\nExit status: 0 done, 1 failed, 2 wrong usage.\n", out);
  fputs(jobs[job].example, out);
}

static void
fill_getopt(struct option *longs, char *shorts)
{
  size_t n = 0;

  shorts[n++] = ':'; // tell a missing argument from an unknown option
  for (size_t i = 0; i < N_OPTIONS; ++i) {
    longs[i] = (struct option){
        table[i].long_name, table[i].argument ? required_argument : no_argument,
        NULL, FIRST_CODE + (int)i};
    if (table[i].short_name) {
      shorts[n++] = table[i].short_name;
      if (table[i].argument) {
        shorts[n++] = ':';
      }
    }
  }
  longs[N_OPTIONS] = (struct option){NULL, 0, NULL, 0};
  shorts[n] = '\0';
}

static const Option *
find_option(int code)
{
  if (code >= FIRST_CODE) {
    return &table[code - FIRST_CODE];
  }
  for (size_t i = 0; i < N_OPTIONS; ++i) {
    if (table[i].short_name && table[i].short_name == code) {
      return &table[i];
    }
  }
  return NULL;
}

static int
usage_error(Job job, const char *option, const char *expected)
{
  fprintf(stderr,
          "relata: error: %s: %s\n"
          "Try: relata %s%s--help\n",
          option, expected, job == JOB_RUN ? "" : jobs[job].name,
          job == JOB_RUN ? "" : " ");
  return 2;
}

static void
set_target(Options *options, const Option *option, const char *value)
{
  char *const target = (char *)options + option->target;

  if (option->argument) {
    memcpy(target, &value, sizeof(value));
  } else {
    const bool is_set = true;
    memcpy(target, &is_set, sizeof(is_set));
  }
}

static bool
is_one_of(const char *value, const char *const *words, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    if (!strcmp(value, words[i])) {
      return true;
    }
  }
  return false;
}

static bool
is_number_in(const char *text, double low, double high)
{
  char *end = NULL;
  const double value = strtod(text, &end);

  return *text && !*end && value >= low && value <= high;
}

static int
check_format(const Options *o)
{
  static const char *const formats[] = {"ttl",  "nt",   "rdf",    "svg",
                                        "png",  "pdf",  "dot",    "tsv",
                                        "open", "carb", "benchie"};
  static const char *const lists[] = {"table", "tsv"};

  if (o->format && o->job == JOB_ENTITIES) {
    return is_one_of(o->format, lists, 2U)
               ? 0
               : usage_error(o->job, "--format", "expected table or tsv");
  }
  if (o->format &&
      !is_one_of(o->format, formats, sizeof(formats) / sizeof(*formats))) {
    return usage_error(o->job, "--format",
                       "expected ttl, nt, rdf, svg, png, pdf, "
                       "dot, tsv, open, carb or benchie");
  }
  return 0;
}

static int
check_date(const Options *o)
{
  return !o->date || rel_date_parse(rel_str(o->date)).day
             ? 0
             : usage_error(o->job, "--date",
                           "expected a day such as 2018-06-03");
}

static int
check_values(const Options *o)
{
  static const char *const inputs[] = {"text", "plain", "sentences", "conllu"};

  if (check_format(o) || check_date(o)) {
    return 2;
  }
  if (o->input &&
      !is_one_of(o->input, inputs, sizeof(inputs) / sizeof(*inputs))) {
    return usage_error(o->job, "--input",
                       "expected text, plain, sentences or conllu");
  }
  if (o->stop_after && rel_room_find(rel_str(o->stop_after)) == REL_N_ROOMS) {
    return usage_error(o->job, "--stop-after",
                       "expected text, tag, parse, mention or extract");
  }
  if (o->min_confidence && !is_number_in(o->min_confidence, 0.0, 1.0)) {
    return usage_error(o->job, "--min-confidence",
                       "expected a number from 0 to 1");
  }
  if (o->max_edges && !is_number_in(o->max_edges, 1.0, 100000.0)) {
    return usage_error(o->job, "--max-edges",
                       "expected a number from 1 to 100000");
  }
  if (o->base && !rel_rdf_is_base(o->base)) {
    return usage_error(o->job, "--base",
                       "expected an IRI such as https://example.org/news/");
  }
  if (o->triple && !is_number_in(o->triple, 1.0, 4294967295.0)) {
    return usage_error(o->job, "--triple", "expected a number from 1");
  }
  if (o->job == JOB_EXPLAIN && o->n_files > 1) {
    return usage_error(o->job, "FILE", "expected one file");
  }
  return o->n_files || o->wants_help || o->wants_version
             ? 0
             : usage_error(o->job, "FILE",
                           "expected at least one file to read");
}

/// Does each option that was given belong to the job?
static int
check_job(Job job, const bool *is_given)
{
  char option[32];
  char expected[64];

  for (size_t i = 0; i < N_OPTIONS; ++i) {
    if (is_given[i] && !table[i].help[job]) {
      snprintf(option, sizeof(option), "--%s", table[i].long_name);
      snprintf(expected, sizeof(expected), "expected an option of relata %s",
               jobs[job].name);
      return usage_error(job, option, expected);
    }
  }
  return 0;
}

/// The job that a first word names, or JOB_RUN
static Job
find_job(const char *word)
{
  for (unsigned i = 0; word && i < N_JOBS; ++i) {
    if (!strcmp(word, jobs[i].name)) {
      return (Job)i;
    }
  }
  return JOB_RUN;
}

int
options_read(int argc, char **argv, Options *options)
{
  struct option longs[N_OPTIONS + 1];
  char shorts[2 * N_OPTIONS + 2];
  bool is_given[N_OPTIONS] = {false};
  int code = 0;

  *options = (Options){.files = NULL};
  fill_getopt(longs, shorts);
  opterr = 0;
  while ((code = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
    const Option *const option = find_option(code);
    if (code == ':') {
      return usage_error(JOB_RUN, argv[optind - 1], "expected an argument");
    }
    if (!option) {
      return usage_error(JOB_RUN, argv[optind - 1],
                         "expected an option of relata");
    }
    set_target(options, option, optarg);
    is_given[option - table] = true;
  }
  // a job's name stands where the first file would
  options->job = find_job(argv[optind]);
  if (optind < argc && !strcmp(argv[optind], jobs[options->job].name)) {
    ++optind;
  }
  options->n_files = argc - optind;
  // argv stays as it is; only the pointers' type gains a const
  memcpy(&options->files, &(char **){argv + optind}, sizeof(options->files));

  const int usage = check_job(options->job, is_given);
  return usage ? usage : check_values(options);
}
