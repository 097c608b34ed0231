// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TESTS_UNIT_MENTION_TREE_FIXTURE_H
#define REL_TESTS_UNIT_MENTION_TREE_FIXTURE_H

#include "base/buffer.h"
#include "parse/conllu.h"

#include <stdio.h>
#include <string.h>

/**
   Read sentences written short: one word a line, "form lemma UPOS XPOS head
   relation", then " -" when no blank follows; an empty line between sentences.
   All sentences are one paragraph.
*/
static inline RelStatus
tree_fixture(RelArena *arena, const char *lines, RelText *text, RelTree *tree)
{
  RelBuffer conllu = {.arena = arena};
  unsigned id = 0U;

  while (*lines) {
    char fields[6][40] = {"", "", "", "", "", ""};
    char number[16];
    const size_t len = strcspn(lines, "\n");
    const bool is_joined = len > 2U && !memcmp(lines + len - 2U, " -", 2U);

    if (sscanf(lines, "%39s %39s %39s %39s %39s %39[^ \n]", fields[0],
               fields[1], fields[2], fields[3], fields[4], fields[5]) == 6 &&
        len) {
      snprintf(number, sizeof(number), "%u", ++id);
      rel_buffer_add(&conllu, rel_str(number));
      for (unsigned i = 0; i < 4U; ++i) {
        rel_buffer_add_char(&conllu, '\t');
        rel_buffer_add(&conllu, rel_str(fields[i]));
      }
      rel_buffer_add(&conllu, REL_STR("\t_\t"));
      rel_buffer_add(&conllu, rel_str(fields[4]));
      rel_buffer_add_char(&conllu, '\t');
      rel_buffer_add(&conllu, rel_str(fields[5]));
      rel_buffer_add(&conllu, is_joined ? REL_STR("\t_\tSpaceAfter=No\n")
                                        : REL_STR("\t_\t_\n"));
    } else {
      rel_buffer_add_char(&conllu, '\n');
      id = 0U;
    }
    lines += len + (lines[len] == '\n');
  }
  rel_buffer_add_char(&conllu, '\n');
  return conllu.status ? conllu.status
                       : rel_conllu_read(arena, REL_STR("fixture"),
                                         rel_buffer_str(&conllu), text, tree);
}

#endif
