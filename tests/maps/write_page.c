// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/picture.h"
#include "draw/story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

// write_page odd | N_ACTORS [N_SHOWN]: the page of an invented story

/// Texts that would be markup or end a script where they are not escaped
static const Fact odd[] = {
    FACT(PERSON("<script>document.title='taken'</script>"), "warn",
         COUNTRY("</script><img src=x onerror=alert(1)>")),
    FACT(PERSON("Ana \"A&amp;\" Mora"), "quote '<b>'", PERSON("\\u003cLund")),
    FACT(ORGANISATION("<!-- Orbex"), "sue --> <!--",
         PERSON("Ana \"A&amp;\" Mora")),
    FACT(PERSON("\xE2\x80\xAE"
                "txet \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"),
         "visit",
         PLACE("line\xE2\x80\xA8"
               "break")),
    FACT_WITH(PERSON("caf\xE9 owner"), "deny",
              THING("a 'quote' \"in\" a \\quote"), .polarity = REL_NEGATIVE,
              .source = "<i>Lund</i>", .amount = "<5%"),
};

/// A story of `n` actors, each with a name of its own, in a tree with hubs
static RelGraph *
tell_crowd(RelWorld *world, uint32_t n)
{
  char(*const names)[24] = calloc(n, sizeof(*names));
  Fact *const facts = calloc(n, sizeof(Fact));
  RelGraph *graph = NULL;

  for (uint32_t i = 0; names && facts && i < n; ++i) {
    const uint32_t other = i ? i / 3U : n - 1U;
    snprintf(names[i], sizeof(names[i]), "Crewman %u", i);
    facts[i] = (Fact){
        .subject = {i % 4U ? REL_TERM_PERSON : REL_TERM_ORGANISATION, names[i]},
        .predicate = i % 2U ? "meet" : "warn",
        .object = {other % 4U ? REL_TERM_PERSON : REL_TERM_ORGANISATION,
                   names[other]},
        .confidence = 0.3F + (float)(i % 60U) / 100.0F};
  }
  if (names && facts) {
    graph = story_graph(world, facts, n);
  }
  free(facts);
  free(names);
  return graph;
}

int
main(int argc, char **argv)
{
  if (argc < 2) {
    fputs("write_page: expected odd or N_ACTORS [N_SHOWN]\n", stderr);
    return 2;
  }

  RelWorld *const world = rel_world_new(NULL);
  const uint32_t n = (uint32_t)strtoul(argv[1], NULL, 10);
  RelGraph *const graph = !strcmp(argv[1], "odd")
                              ? story_graph(world, odd, N(odd))
                          : n > 1000U ? tell_crowd(world, n)
                                      : story_random(world, n, n + n / 2U);
  const RelDrawOptions options = {
      .format = "html",
      .palette = REL_N_PALETTES,
      .title = "Harbours & <ships>",
      .max_edges = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 0U};
  const RelStatus st =
      graph ? rel_draw(graph, &options, stdout) : REL_NO_MEMORY;

  if (st) {
    fprintf(stderr, "%s\n", rel_world_error(world));
  }
  rel_graph_free(graph);
  rel_world_free(world);
  return st ? 1 : 0;
}
