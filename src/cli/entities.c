// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/entities.h"

#include <string.h>

static RelStatus
print_roster(const Options *options, RelWorld *world, RelRoster *roster)
{
  const RelRosterFormat format =
      options->format && !strcmp(options->format, "tsv") ? REL_ROSTER_TSV
                                                         : REL_ROSTER_TABLE;
  RelOutput out;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_output_open(world, options->output ? options->output : "-",
                              &out));
  st = options->explain ? rel_roster_explain(roster, rel_str(options->explain),
                                             format, out.stream)
                        : rel_roster_print(roster, format, out.stream);
  if (st) {
    rel_output_abort(&out);
    return st;
  }
  return rel_output_close(&out);
}

RelStatus
entities_of_files(const Options *options, const RelReading *reading)
{
  RelReading entities_only = *reading;
  RelRoster *roster = NULL;
  RelStatus st = REL_OK;

  entities_only.views = 0U;
  REL_TRY(st, rel_roster_new(reading->world, &roster));
  const RelSink sink = rel_roster_sink(roster);
  for (int i = 0; !st && i < options->n_files; ++i) {
    st = rel_read(&entities_only, options->files[i], &sink);
  }
  if (!st && reading->guide) {
    st = rel_guide_check(reading->guide);
  }
  if (!st) {
    st = rel_roster_finish(roster);
  }
  if (!st) {
    st = print_roster(options, reading->world, roster);
  }
  rel_roster_free(roster);
  return st;
}
