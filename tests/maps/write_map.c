// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/picture.h"
#include "draw/story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// write_map parts N MAX_EDGES: the same of N small stories in one
// write_map N_ACTORS N_FACTS MAX_EDGES [PALETTE]: the SVG of an invented story

/// Small stories side by side: two or three actors, and much to say of them
static RelGraph *
tell_parts(RelWorld *world, uint32_t n)
{
  static const char *const predicates[] = {"be sent by the harbour board to",
                                           "refuse to return to", "meet",
                                           "be welcome to come and tour"};
  char(*const names)[32] = calloc(2U * n, sizeof(*names));
  Fact *const facts = calloc(2U * n, sizeof(Fact));
  RelGraph *graph = NULL;

  for (uint32_t i = 0; names && facts && i < 2U * n; ++i) {
    snprintf(names[i], sizeof(names[i]), "Crew of vessel %u", i);
  }
  for (uint32_t i = 0; names && facts && i < 2U * n; ++i) {
    const uint32_t part = i / 2U;
    const char *const far = names[2U * part + (part % 3U ? 1U : i % 2U)];
    facts[i] = (Fact){.subject = {REL_TERM_PERSON, names[2U * part]},
                      .predicate = predicates[(i + part) % 4U],
                      .object = {REL_TERM_ORGANISATION, far},
                      .source = part % 4U ? NULL : "Lund"};
  }
  if (names && facts) {
    graph = story_graph(world, facts, 2U * n);
  }
  free(facts);
  free(names);
  return graph;
}

int
main(int argc, char **argv)
{
  if (argc < 4) {
    fputs("write_map: expected N_ACTORS N_FACTS MAX_EDGES [PALETTE]\n", stderr);
    return 2;
  }

  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph =
      strcmp(argv[1], "parts")
          ? story_random(world, (uint32_t)strtoul(argv[1], NULL, 10),
                         (uint32_t)strtoul(argv[2], NULL, 10))
          : tell_parts(world, (uint32_t)strtoul(argv[2], NULL, 10));
  const RelPalette palette =
      argc > 4 ? rel_palette_find(rel_str(argv[4])) : REL_PALETTE_LIGHT;
  const RelDrawOptions options = {.format = "svg",
                                  .title = "Harbours",
                                  .palette = palette,
                                  .max_edges =
                                      (uint32_t)strtoul(argv[3], NULL, 10)};
  const RelStatus st = palette == REL_N_PALETTES || !graph
                           ? REL_BAD_ARG
                           : rel_draw(graph, &options, stdout);

  if (st) {
    fprintf(stderr, "%s\n", rel_world_error(world));
  }
  rel_graph_free(graph);
  rel_world_free(world);
  return st ? 1 : 0;
}
