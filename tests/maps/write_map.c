// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/picture.h"
#include "draw/story.h"

#include <stdio.h>
#include <stdlib.h>

// write_map N_ACTORS N_FACTS MAX_EDGES [PALETTE]: the SVG of an invented story

int
main(int argc, char **argv)
{
  if (argc < 4) {
    fputs("write_map: expected N_ACTORS N_FACTS MAX_EDGES [PALETTE]\n", stderr);
    return 2;
  }

  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph =
      story_random(world, (uint32_t)strtoul(argv[1], NULL, 10),
                   (uint32_t)strtoul(argv[2], NULL, 10));
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
