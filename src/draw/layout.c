// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/layout.h"

#include <graphviz/gvc.h>

#include <stdlib.h>
#include <string.h>

static double
smaller(double a, double b)
{
  return a < b ? a : b;
}

double
rel_layout_fit(RelLayoutSize size, RelLayoutRoom room)
{
  const double width = size.width > 1.0 ? size.width : 1.0;
  const double height = size.height > 1.0 ? size.height : 1.0;
  const double upright = smaller(room.width / width, room.height / height);
  const double turned = smaller(room.height / width, room.width / height);

  return room.may_turn && turned > upright ? turned : upright;
}

static int
complain(FILE *out, RelLayoutCode code)
{
  char *const message = aglasterr();

  if (message) {
    fwrite(message, 1U, strcspn(message, "\n"), out);
  }
  free(message);
  return (int)code;
}

static void
write_size(Agraph_t *graph, FILE *out)
{
  RelLayoutSize size = {0.0, 0.0};

  if (graph) {
    size = (RelLayoutSize){GD_bb(graph).UR.x, GD_bb(graph).UR.y};
  }
  fwrite(&size, sizeof(size), 1U, out);
}

static int
render(Agraph_t *graph, const RelLayoutJob *job, FILE *out)
{
  GVC_t *const context = gvContext();
  char *bytes = NULL;
  unsigned n_bytes = 0U;

  // the attribute "layout" of the graph goes before the argument
  if (!context || gvLayout(context, graph, "dot")) {
    return complain(out, REL_LAYOUT_NO_LAYOUT);
  }
  if (gvRenderData(context, graph, job->format, &bytes, &n_bytes) || !bytes) {
    return complain(out, REL_LAYOUT_NO_PICTURE);
  }
  write_size(graph, out);
  fwrite(bytes, 1U, n_bytes, out);
  return REL_LAYOUT_DONE; // the process ends here, and its memory with it
}

int
rel_layout_run(const void *job_pointer, FILE *out)
{
  const RelLayoutJob *const job = job_pointer;
  Agraph_t *graph = NULL;
  RelArena arena;

  agseterr(AGMAX); // keep messages for aglasterr()
  rel_arena_init(&arena, rel_graph_world(job->plan->graph));
  if (rel_dot_graph(&arena, job->plan, &job->options, &graph)) {
    return complain(out, REL_LAYOUT_NO_GRAPH);
  }
  if (!rel_str_equal(rel_str(job->format), REL_STR("dot"))) {
    return render(graph, job, out);
  }
  write_size(NULL, out);
  return agwrite(graph, out) ? complain(out, REL_LAYOUT_NO_PICTURE)
                             : REL_LAYOUT_DONE;
}
