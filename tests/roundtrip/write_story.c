// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// Write one of the tests' stories as RDF, or as csv, jsonl or graphml:
// write_story STORY SYNTAX [BASE]

#include "rdf/tables.h"
#include "stories.h"

#include <string.h>

static RelStatus
tell(const RelSink *sink, const char *story)
{
  RelStatus st = REL_OK;

  if (!strcmp(story, "harbour")) {
    return story_harbour(sink);
  }
  if (!strcmp(story, "news")) { // the golden file
    REL_TRY(st, story_harbour(sink));
    return story_grain(sink);
  }
  if (!strcmp(story, "both")) {
    REL_TRY(st, story_harbour(sink));
    REL_TRY(st, story_values(sink));
    return story_grain(sink);
  }
  for (size_t i = 0; !st && story_hostile(sink, i, &st); ++i) {
  }
  return st;
}

static RelStatus
write_graph(const RelGraph *graph, const RelRdfOptions *options)
{
  if (!strcmp(options->syntax, "csv")) {
    return rel_rdf_write_csv(graph, options, stdout);
  }
  if (!strcmp(options->syntax, "jsonl")) {
    return rel_rdf_write_jsonl(graph, options, stdout);
  }
  return strcmp(options->syntax, "graphml")
             ? rel_rdf_write(graph, options, stdout)
             : rel_rdf_write_graphml(graph, options, stdout);
}

int
main(int argc, char **argv)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *graph = NULL;

  if (argc < 3 || !world || rel_graph_new(world, &graph)) {
    return 2;
  }

  const RelRdfOptions options = {argc > 3 ? argv[3] : NULL, argv[2],
                                 REL_PROVENANCE_FULL};
  const RelRunInfo run = story_run(NULL);
  const RelSink sink = rel_graph_sink(graph);
  RelStatus st = rel_graph_begin_run(graph, &run);
  st = st ? st : tell(&sink, argv[1]);
  st = st ? st : rel_graph_finish(graph);
  st = st ? st : write_graph(graph, &options);
  if (st) {
    fprintf(stderr, "%s\n", rel_world_error(world));
  }
  rel_graph_free(graph);
  rel_world_free(world);
  return st ? 1 : 0;
}
