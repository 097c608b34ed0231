// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_COMMAND_H
#define REL_CLI_COMMAND_H

#include "cli/options.h"

#include <stdio.h>

/// One of the things that relata does, `relata NAME`, with its own options
typedef struct CommandImpl {
  const char *name;
  const char *usage;     ///< The help text before the options
  const char *arguments; ///< For the list of commands: "[OPTION]... FILE..."
  const char *example;   ///< The last line of the help text
  bool takes_folders;    ///< As inputs, for the articles below them
  const Option *options;
  size_t n_options;
  bool checks_files; ///< check() sees to their number; else one is needed
  /// 0, or 2 after usage_error(); null: nothing but common values to check
  int (*check)(const struct CommandImpl *command, const Options *options);
  /// What went wrong is kept in the world
  RelStatus (*run)(const Options *options, RelWorld *world);
} Command;

/// The options of a command, from their table
#define OPTIONS_OF(table)                                                      \
  .options = (table), .n_options = sizeof(table) / sizeof(*(table))

// Each is defined in the file of its name
extern const Command command_run;
extern const Command command_parse;
extern const Command command_tag;
extern const Command command_entities;
extern const Command command_explain;
extern const Command command_draw;
extern const Command command_report;
extern const Command command_load;
extern const Command command_merge;
extern const Command command_check;
extern const Command command_query;

/**
   Read the command line.

   @return 0, or 2 after a message that names the option.
*/
int command_read(int argc, char **argv, const Command **command,
                 Options *options);

/// Print a command's help text
void command_help(FILE *out, const Command *command);

/// Say what was expected of an option or argument; gives 2
int usage_error(const Command *command, const char *option,
                const char *expected);

#endif
