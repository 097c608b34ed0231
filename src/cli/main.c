// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/options.h"
#include "cli/run.h"

int
main(int argc, char **argv)
{
  Options options;
  const int usage = options_read(argc, argv, &options);

  if (usage) {
    return usage;
  }
  if (options.wants_help) {
    options_help(stdout, options.job);
    return 0;
  }
  if (options.wants_version) {
    printf("relata %s\n", rel_version());
    return 0;
  }
  return run(&options);
}
