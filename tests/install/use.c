// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// A user's program: prints the triples of a file

#include <relata.h>

#include <stdio.h>

static RelStatus
print_triple(void *handle, const RelEvent *event)
{
  (void)handle;
  if (event->kind == REL_EVENT_TRIPLE) {
    printf("%.*s %.*s %.*s\n", REL_ARG(event->triple->subject.label),
           REL_ARG(event->triple->predicate),
           REL_ARG(event->triple->object.label));
  }
  return REL_OK;
}

int
main(int argc, char **argv)
{
  RelWorld *const world = rel_world_new(NULL);
  const RelSink sink = {NULL, print_triple};
  RelModel *model = NULL;
  RelStatus st = argc == 3 ? REL_OK : REL_BAD_ARG;

  st = st ? st : rel_model_open(world, argv[1], &model);
  if (!st) {
    const RelReading reading = {
        .world = world, .model = model, .views = 1U << REL_VIEW_GRAPH};
    st = rel_read(&reading, argv[2], &sink);
  }
  if (st) {
    fprintf(stderr, "%s\n", rel_world_error(world));
  }
  rel_model_close(model);
  rel_world_free(world);
  return st ? 1 : 0;
}
