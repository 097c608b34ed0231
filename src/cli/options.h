// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_OPTIONS_H
#define REL_CLI_OPTIONS_H

#include "relata.h"

#include <stdbool.h>
#include <stdio.h>

/// What is to be done: the first word, or JOB_RUN
typedef enum {
  JOB_RUN,
  JOB_PARSE,
  JOB_TAG,
  JOB_ENTITIES,
  JOB_EXPLAIN,
  N_JOBS
} Job;

/// What the command line asks for
typedef struct {
  Job job;
  const char **files; ///< Inputs, "-" for standard input; points into argv
  int n_files;
  const char *output;         ///< -o: folder or file; null for the default
  const char *format;         ///< -f; null for Turtle and SVG
  const char *stop_after;     ///< Room whose layer is printed; null for none
  const char *input;          ///< Format of the inputs
  const char *model;          ///< Model file; null for the usual places
  const char *base;           ///< Of our IRIs
  const char *date;           ///< Of the inputs, "2018-06-03"; null: theirs
  const char *title;          ///< Of the figure
  const char *min_confidence; ///< In [0, 1]
  const char *max_edges;      ///< Edges drawn at most
  const char *corrections;    ///< File of corrections
  const char *authority;      ///< File of the user's actors
  const char *explain;        ///< Name whose mentions are explained
  const char *triple;         ///< Number of the one to explain
  bool is_reparsed;
  bool has_ranges;
  bool has_probabilities;
  bool accepts_reported;
  bool shows_times;
  bool is_quiet;
  bool wants_help;
  bool wants_version;
} Options;

/**
   Read the command line.

   @return 0, or 2 after a message that names the option.
*/
int options_read(int argc, char **argv, Options *options);

/// Print a job's help text; it comes from the same table as the options
void options_help(FILE *out, Job job);

#endif
