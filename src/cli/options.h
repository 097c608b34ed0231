// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_OPTIONS_H
#define REL_CLI_OPTIONS_H

#include "relata.h"

#include <stdbool.h>
#include <stddef.h>

/// What the command line asks for; a command's table says which it knows
typedef struct {
  const char **files; ///< Inputs, "-" for standard input; points into argv
  int n_files;
  const char *output;         ///< -o: folder or file; null for the default
  const char *format;         ///< -f; null for the command's own
  const char *stop_after;     ///< Room whose layer is printed; null for none
  const char *input;          ///< Format of the inputs
  const char *model;          ///< Model file; null for the usual places
  const char *base;           ///< Of our IRIs
  const char *provenance;     ///< How much is said of sources
  const char *run_time;       ///< Of the run, "2026-03-02T15:04:05Z" or "now"
  const char *date;           ///< Of the inputs, "2018-06-03"; null: theirs
  const char *title;          ///< Of the figure
  const char *min_confidence; ///< In [0, 1]
  const char *top;            ///< Relations drawn at most
  const char *size;           ///< "a4", "column", "160x90mm", ...
  const char *dpi;            ///< Of a PNG
  const char *caption;        ///< Under the title of a map
  const char *alt;            ///< Description for those who do not see it
  const char *palette;        ///< Colours of a map
  const char *focus;          ///< Actors that a map is about, parted by ";"
  const char *depth;          ///< Lines from there
  const char *types;          ///< Kinds of actors drawn, parted by commas
  const char *events;         ///< Classes of events drawn, parted by commas
  const char *since;          ///< First day, month or year drawn
  const char *until;          ///< Last one
  const char *only;           ///< "asserted" or "all"
  const char *corrections;    ///< File of corrections
  const char *authority;      ///< File of the user's actors
  const char *explain;        ///< Name whose mentions are explained
  const char *triple;         ///< Number of the one to explain
  const char *max_errors;     ///< Violations shown at most
  const char *query_file;     ///< File of a SPARQL query
  const char *named;          ///< Name of a query that is built in
  const char *to;             ///< URL of a store
  const char *graph;          ///< IRI of a graph in it
  const char *query_url;      ///< Where it answers queries
  const char *update_url;     ///< Where it takes updates
  const char *user;           ///< Who logs in
  const char *password_file;  ///< File whose first line is the password
  const char *ca_file;        ///< File of certificates to trust
  const char *n_tries;        ///< Of each request
  const char *seconds;        ///< That a request may take
  const char *chunk;          ///< Triples sent at a time
  const char *withdraw;       ///< Documents to leave out, parted by ";"
  bool has_folders;           ///< Some of the files were found in folders
  bool replaces;
  bool replaces_sources; ///< Later inputs replace earlier ones' documents
  bool replaces_documents;
  bool skips_counts;
  bool allows_basic;
  bool is_split; ///< A figure for each hub
  bool is_reparsed;
  bool joins_likely;
  bool has_ranges;
  bool has_probabilities;
  bool accepts_reported;
  bool shows_times;
  bool is_quiet;
  bool wants_help;
  bool wants_version;
} Options;

/// One option: help, getopt's table and where its value goes
typedef struct {
  char short_name; ///< NUL for none
  const char *long_name;
  const char *argument; ///< Null for a flag
  const char *help;     ///< Lines parted by line feeds
  size_t target;        ///< Offset in Options: const char * or bool
} Option;

/// A row of a command's table
#define OPTION(short_name, long_name, argument, target, help)                  \
  {                                                                            \
    short_name, long_name, argument, help, offsetof(Options, target)           \
  }

// Rows that several commands share

#define OPTION_WRITE                                                           \
  OPTION('o', "output", "PLACE", output,                                       \
         "write to this file\n(default: -, standard output)")
#define OPTION_CORRECTIONS                                                     \
  OPTION(0, "corrections", "FILE", corrections,                                \
         "lines to apply last: merge A = B, rename A = B,\n"                   \
         "type A = KIND, split WORDS[@LINE:COLUMN] [= NAME]")
#define OPTION_AUTHORITY                                                       \
  OPTION(0, "authority", "FILE", authority,                                    \
         "your actors, parted by TABs: name, kind, IRI, other\n"               \
         "names; kind and IRI may be empty; Turtle in FILE.ttl")
#define OPTION_INPUT                                                           \
  OPTION(0, "input", "KIND", input,                                            \
         "text (an article), plain (nothing dropped),\n"                       \
         "sentences (one a line, tokenised), conllu or graph\n"                \
         "(RDF that relata wrote); default: by the ending")
#define OPTION_REPARSE                                                         \
  OPTION(0, "reparse", NULL, is_reparsed,                                      \
         "conllu input: keep its tokens, make trees anew")
#define OPTION_LIKELY                                                          \
  OPTION(0, "likely", NULL, joins_likely,                                      \
         "join mentions also where it is only likely that they\n"              \
         "are one; default: only where it is sure")
#define OPTION_MODEL                                                           \
  OPTION('m', "model", "FILE", model,                                          \
         "English model (default: the one installed)")
#define OPTION_BASE                                                            \
  OPTION(0, "base", "IRI", base,                                               \
         "start of all IRIs\n(default: https://w3id.org/relata/)")
#define OPTION_DATE                                                            \
  OPTION(0, "date", "DAY", date,                                               \
         "day of publication, such as 2018-06-03; times such\n"                \
         "as \"last Friday\" count from it (default: what the\n"               \
         "article says)")
#define OPTION_OF_ARTICLES                                                     \
  OPTION(0, "min-confidence", "X", min_confidence,                             \
         "of articles: leave out triples below X, from 0 to 1"),               \
      OPTION(0, "provenance", "HOW", provenance,                               \
             "of articles: full (default), claims or none; relata\n"           \
             "--help tells more"),                                             \
      OPTION(0, "accept-reported", NULL, accepts_reported,                     \
             "of articles: state as plain triples what somebody is\n"          \
             "reported to have said")
#define OPTION_QUIET OPTION('q', "quiet", NULL, is_quiet, "no progress")
#define OPTION_HELP  OPTION('h', "help", NULL, wants_help, "print this text")
#define OPTION_VERSION                                                         \
  OPTION('V', "version", NULL, wants_version, "print the version")

/// Is the text one of the words?
bool option_is_one_of(const char *text, const char *const *words, size_t n);

/// Is the text a number, and from `low` to `high`?
bool option_is_number(const char *text, double low, double high);

/// The number, or `usual` where none was given
float option_number(const char *text, float usual);

/// What --provenance asks for; #REL_N_PROVENANCES for none of them
RelProvenance option_provenance(const char *text);

#endif
