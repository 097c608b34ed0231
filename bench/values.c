// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/// Read times: lines of document (day or empty), words, parted by TAB; an empty
/// line begins a document. Prints one value a line: values < in > out

#include "mention/value.h"

#include <stdio.h>
#include <string.h>

enum { LINE_SIZE = 4096 };

int
main(void)
{
  char line[LINE_SIZE];
  RelTimeContext context = {.tense = REL_TENSE_NONE};

  while (fgets(line, sizeof(line), stdin)) {
    const RelStr text = rel_str_trim(rel_str(line));
    const size_t tab = rel_str_find(rel_str(line), REL_STR("\t"));
    RelValue value;
    char out[REL_VALUE_TEXT_SIZE];

    if (!text.len) {
      context = (RelTimeContext){.tense = REL_TENSE_NONE};
      puts("");
      continue;
    }
    context.document = rel_date_parse(rel_str_slice(rel_str(line), 0U, tab));
    (void)rel_value_read(
        REL_TERM_DATE, REL_STR(""),
        rel_str_trim(rel_str_slice(rel_str(line), tab + 1U, strlen(line))),
        &context, &value);
    rel_value_text(&value, out);
    puts(out);
    const RelDate date = rel_value_anchor(&value);
    context.anchor = rel_date_is_none(date) ? context.anchor : date;
  }
  return ferror(stdin) || fflush(stdout) ? 1 : 0;
}
