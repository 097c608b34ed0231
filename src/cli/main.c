// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/inputs.h"

/// Run in a world of its own and tell what went wrong
static int
run(const Command *command, Options *options)
{
  RelArena arena;
  RelWorld *const world = rel_world_new(NULL);

  if (!world) {
    fputs("relata: error: expected more memory, not a refusal\n", stderr);
    return 1;
  }

  rel_arena_init(&arena, world);
  RelStatus st =
      command->takes_folders ? inputs_expand(options, &arena) : REL_OK;
  st = st ? st : command->run(options, world);
  if (st) {
    const char *const words = rel_world_error(world);
    fprintf(stderr, "%s\n", *words ? words : rel_status_text(st));
  }
  rel_arena_clear(&arena);
  rel_world_free(world);
  return st ? 1 : 0;
}

int
main(int argc, char **argv)
{
  const Command *command = NULL;
  Options options;
  const int usage = command_read(argc, argv, &command, &options);

  if (usage) {
    return usage;
  }
  if (options.wants_help) {
    command_help(stdout, command);
    return 0;
  }
  if (options.wants_version) {
    printf("relata %s\n", rel_version());
    return 0;
  }
  return run(command, &options);
}
