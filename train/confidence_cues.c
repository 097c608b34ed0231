// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/*
  Print what train/confidence.py learns from: the triples of files, each with
  the cues of its confidence.

      confidence_cues VIEW INPUT FILE [MODEL]

  VIEW is graph, open or split; INPUT sentences (one a line), conllu (its trees)
  or reparse (its words, our trees). A line a triple, tab-parted: number of the
  sentence, cues, predicate, subject, object and the other arguments; of the
  graph view instead of the last factuality, rule, and subject and object in the
  sentence's own words.
*/

#include "relata.h"
#include "triple/line.h"

#include <stdio.h>
#include <string.h>

static RelStr
words_of(const RelTriple *triple, const RelTerm *term)
{
  return triple->view == REL_VIEW_GRAPH ? term->label : term->text;
}

static void
print_rest(const RelTriple *triple)
{
  char factuality[256];

  if (triple->view == REL_VIEW_GRAPH) {
    rel_triple_factuality(triple, factuality, sizeof(factuality));
    printf("\t%s\t%s\t", factuality, triple->rule);
    rel_line_field(stdout, triple->subject.text);
    putchar('\t');
    rel_line_field(stdout, triple->object.text);
    return;
  }
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    const RelSlot *const slot = &triple->slots[i];
    putchar('\t');
    rel_line_field(stdout, slot->marker);
    fputs(slot->marker.len ? " " : "", stdout);
    rel_line_field(stdout, slot->term.text);
  }
}

static RelStatus
print_triple(void *handle, const RelEvent *event)
{
  (void)handle;
  if (event->kind != REL_EVENT_TRIPLE) {
    return REL_OK;
  }

  const RelTriple *const triple = event->triple;
  printf("%u\t", triple->evidence.sentence);
  for (uint32_t i = 0; i < triple->n_cues; ++i) {
    printf("%s%u", i ? " " : "", triple->cues[i]);
  }
  putchar('\t');
  rel_line_field(stdout, triple->predicate);
  putchar('\t');
  rel_line_field(stdout, words_of(triple, &triple->subject));
  putchar('\t');
  if (triple->object.kind != REL_TERM_NONE) {
    rel_line_field(stdout, words_of(triple, &triple->object));
  }
  print_rest(triple);
  putchar('\n');
  return REL_OK;
}

int
main(int argc, char **argv)
{
  if (argc < 4) {
    fputs("usage: confidence_cues VIEW INPUT FILE [MODEL]\n", stderr);
    return 2;
  }

  RelWorld *const world = rel_world_new(NULL);
  RelModel *model = NULL;
  RelStatus st = world
                     ? rel_model_open(world, argc > 4 ? argv[4] : NULL, &model)
                     : REL_NO_MEMORY;
  if (!st) {
    const RelView view = !strcmp(argv[1], "graph")  ? REL_VIEW_GRAPH
                         : !strcmp(argv[1], "open") ? REL_VIEW_OPEN
                                                    : REL_VIEW_SPLIT;
    RelReading reading = {.world = world,
                          .model = model,
                          .input = strcmp(argv[2], "sentences")
                                       ? REL_INPUT_CONLLU
                                       : REL_INPUT_SENTENCES,
                          .is_reparsed = !strcmp(argv[2], "reparse"),
                          .views = 1U << view};
    const RelSink sink = {NULL, print_triple};
    st = rel_read(&reading, argv[3], &sink);
  }
  if (st) {
    fprintf(stderr, "%s\n", world ? rel_world_error(world) : "no memory");
  }
  rel_model_close(model);
  rel_world_free(world);
  return st ? 1 : 0;
}
