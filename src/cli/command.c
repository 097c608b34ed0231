// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"

#include <getopt.h>
#include <string.h>

/// All commands; the first is meant where none is named
static const Command *const commands[] = {
    &command_run,   &command_draw,  &command_report,   &command_query,
    &command_load,  &command_merge, &command_entities, &command_explain,
    &command_check, &command_tag,   &command_parse,
};

enum {
  N_COMMANDS = sizeof(commands) / sizeof(*commands),
  MAX_OPTIONS = 128, ///< Of all commands together, each long name once
  FIRST_CODE = 256   ///< Of getopt_long(), above all letters
};

/// The options of all commands, each long name once: what getopt is told
typedef struct {
  const Option *rows[MAX_OPTIONS];
  size_t n;
  struct option longs[MAX_OPTIONS + 1];
  char shorts[2 * MAX_OPTIONS + 2];
} Known;

// ------------------------------------------------------------------- help

static void
print_option(FILE *out, const Option *o)
{
  char left[40];

  snprintf(left, sizeof(left), "%c%c --%s%s%s", o->short_name ? '-' : ' ',
           o->short_name ? o->short_name : ' ', o->long_name,
           o->argument ? " " : "", o->argument ? o->argument : "");
  fprintf(out, "  %-24s ", left);
  for (const char *c = o->help; *c; ++c) {
    fputc(*c, out);
    if (*c == '\n') {
      fprintf(out, "%27s", "");
    }
  }
  fputc('\n', out);
}

/// The first command's help lists the others
static void
print_usage(FILE *out, const Command *command)
{
  const bool is_first = command == commands[0];

  fprintf(out, "Usage: relata %s%s%s %s\n", is_first ? "[" : "", command->name,
          is_first ? "]" : "", command->arguments);
  for (size_t i = 1; is_first && i < N_COMMANDS; ++i) {
    fprintf(out, "       relata %s %s\n", commands[i]->name,
            commands[i]->arguments);
  }
  fputs(command->usage, out);
  if (is_first) {
    fputs("relata COMMAND --help tells more of each command.\n", out);
  }
  fputc('\n', out);
}

void
command_help(FILE *out, const Command *command)
{
  print_usage(out, command);
  for (size_t i = 0; i < command->n_options; ++i) {
    print_option(out, &command->options[i]);
  }
  fputs("\nExit status: 0 done, 1 failed, 2 wrong usage.\n", out);
  fputs(command->example, out);
}

int
usage_error(const Command *command, const char *option, const char *expected)
{
  const bool is_first = command == commands[0];

  fprintf(stderr,
          "relata: error: %s: %s\n"
          "Try: relata %s%s--help\n",
          option, expected, is_first ? "" : command->name, is_first ? "" : " ");
  return 2;
}

// ---------------------------------------------------------------- reading

static bool
is_known(const Known *known, const Option *option)
{
  for (size_t i = 0; i < known->n; ++i) {
    if (!strcmp(known->rows[i]->long_name, option->long_name)) {
      return true;
    }
  }
  return false;
}

static void
know(Known *known, const Option *option)
{
  char *const shorts = known->shorts + strlen(known->shorts);

  known->longs[known->n] = (struct option){
      option->long_name, option->argument ? required_argument : no_argument,
      NULL, FIRST_CODE + (int)known->n};
  known->rows[known->n++] = option;
  if (option->short_name) {
    shorts[0] = option->short_name;
    shorts[1] = option->argument ? ':' : '\0';
    shorts[2] = '\0';
  }
}

static void
know_all(Known *known)
{
  memset(known, 0, sizeof(*known));
  known->shorts[0] = ':'; // tell a missing argument from an unknown option
  for (size_t i = 0; i < N_COMMANDS; ++i) {
    for (size_t k = 0; k < commands[i]->n_options; ++k) {
      const Option *const option = &commands[i]->options[k];
      if (known->n < MAX_OPTIONS && !is_known(known, option)) {
        know(known, option);
      }
    }
  }
}

static const Option *
find_option(const Known *known, int code)
{
  if (code >= FIRST_CODE) {
    return known->rows[code - FIRST_CODE];
  }
  for (size_t i = 0; i < known->n; ++i) {
    if (known->rows[i]->short_name && known->rows[i]->short_name == code) {
      return known->rows[i];
    }
  }
  return NULL;
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

/// Read all options, wherever they stand
static int
read_options(int argc, char **argv, const Known *known, bool *is_given,
             Options *options)
{
  int code = 0;

  opterr = 0;
  while ((code = getopt_long(argc, argv, known->shorts, known->longs, NULL)) !=
         -1) {
    const Option *const option = find_option(known, code);
    if (code == ':') {
      return usage_error(commands[0], argv[optind - 1], "expected an argument");
    }
    if (!option) {
      return usage_error(commands[0], argv[optind - 1],
                         "expected an option of relata");
    }
    set_target(options, option, optarg);
    for (size_t i = 0; i < known->n; ++i) {
      is_given[i] = is_given[i] || known->rows[i] == option;
    }
  }
  return 0;
}

/// The command that a first word names; null for none
static const Command *
find_command(const char *word)
{
  for (size_t i = 0; word && i < N_COMMANDS; ++i) {
    if (!strcmp(word, commands[i]->name)) {
      return commands[i];
    }
  }
  return NULL;
}

/// Does each option that was given belong to the command?
static int
check_given(const Command *command, const Known *known, const bool *is_given)
{
  char option[48];
  char expected[64];

  for (size_t i = 0; i < known->n; ++i) {
    bool has = !is_given[i];
    for (size_t k = 0; !has && k < command->n_options; ++k) {
      has = !strcmp(command->options[k].long_name, known->rows[i]->long_name);
    }
    if (!has) {
      snprintf(option, sizeof(option), "--%s", known->rows[i]->long_name);
      snprintf(expected, sizeof(expected), "expected an option of relata %s",
               command->name);
      return usage_error(command, option, expected);
    }
  }
  return 0;
}

/// Values that mean the same in every command
static int
check_common(const Command *command, const Options *o)
{
  static const char *const inputs[] = {"text", "plain", "sentences", "conllu",
                                       "graph"};

  if (o->input &&
      !option_is_one_of(o->input, inputs, sizeof(inputs) / sizeof(*inputs))) {
    return usage_error(command, "--input",
                       "expected text, plain, sentences or conllu");
  }
  if (o->date && !rel_date_parse(rel_str(o->date)).day) {
    return usage_error(command, "--date", "expected a day such as 2018-06-03");
  }
  if (o->min_confidence && !option_is_number(o->min_confidence, 0.0, 1.0)) {
    return usage_error(command, "--min-confidence",
                       "expected a number from 0 to 1");
  }
  if (o->base && !rel_rdf_is_base(o->base)) {
    return usage_error(command, "--base",
                       "expected an IRI such as https://example.org/news/");
  }
  if (option_provenance(o->provenance) == REL_N_PROVENANCES) {
    return usage_error(command, "--provenance",
                       "expected full, claims or none");
  }
  if (o->run_time && strcmp(o->run_time, "now") != 0 &&
      !rel_rdf_is_time(o->run_time)) {
    return usage_error(command, "--run-time",
                       "expected now or a time such as 2026-03-02T15:04:05Z");
  }
  return 0;
}

static int
check_values(const Command *command, const Options *o)
{
  const int usage = check_common(command, o);

  if (usage || o->wants_help || o->wants_version) {
    return usage;
  }
  if (!o->n_files && !command->checks_files) {
    return usage_error(command, "FILE", "expected at least one file to read");
  }
  return command->check ? command->check(command, o) : 0;
}

int
command_read(int argc, char **argv, const Command **command, Options *options)
{
  Known known;
  bool is_given[MAX_OPTIONS] = {false};

  *options = (Options){.files = NULL};
  *command = commands[0];
  know_all(&known);

  int usage = read_options(argc, argv, &known, is_given, options);
  if (usage) {
    return usage;
  }
  // a command's name stands where the first file would
  const Command *const named = find_command(argv[optind]);
  if (named) {
    *command = named;
    ++optind;
  }
  options->n_files = argc - optind;
  // argv stays as it is; only the pointers' type gains a const
  memcpy(&options->files, &(char **){argv + optind}, sizeof(options->files));
  usage = check_given(*command, &known, is_given);
  return usage ? usage : check_values(*command, options);
}
