// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/print.h"

#include "triple/line.h"

enum { FACTUALITY_SIZE = 256 }; // bytes

/// The graph view shows canonical labels, the open view the text's words
static RelStr
term_words(const RelTriple *triple, const RelTerm *term)
{
  return triple->view != REL_VIEW_GRAPH || !term->label.len ? term->text
                                                            : term->label;
}

static void
print_slots(FILE *out, const RelTriple *triple)
{
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    const RelSlot *const slot = &triple->slots[i];
    fprintf(out, "%s%s: ", i ? "; " : " (", rel_slot_role_text(slot->role));
    rel_line_field(out, slot->marker);
    fputs(slot->marker.len ? " " : "", out);
    rel_line_field(out, term_words(triple, &slot->term));
  }
  fputs(triple->n_slots ? ")" : "", out);
}

static void
print_triple(FILE *out, const RelTriple *triple)
{
  char factuality[FACTUALITY_SIZE];
  char confidence[REL_FIXED_SIZE];
  const bool has_object = triple->object.kind != REL_TERM_NONE;

  rel_triple_factuality(triple, factuality, sizeof(factuality));
  rel_fixed_text(triple->confidence, 2U, confidence);

  fprintf(out, "%s%u\t", triple->view != REL_VIEW_GRAPH ? "o" : "",
          triple->number);
  rel_line_field(out, term_words(triple, &triple->subject));
  fputs(" | ", out);
  rel_line_field(out, triple->predicate);
  fputs(" | ", out);
  rel_line_field(out, has_object ? term_words(triple, &triple->object)
                                 : REL_STR("-"));
  print_slots(out, triple);
  fputs(" [", out);
  rel_line_field(out, rel_str(factuality));
  fputs("]", out);
  if (triple->content_of != REL_NO_TRIPLE) {
    fprintf(out, " in %u", triple->content_of);
  }
  fprintf(out, "\t%s\t%s\n", confidence, triple->rule ? triple->rule : "");
}

static RelStatus
print_on_event(void *handle, const RelEvent *event)
{
  const RelPrint *const self = handle;

  switch (event->kind) {
  case REL_EVENT_DOCUMENT:
    fputs("# ", self->out);
    rel_line_field(self->out, event->document->name);
    putc('\n', self->out);
    break;
  case REL_EVENT_TRIPLE:
    print_triple(self->out, event->triple);
    break;
  case REL_EVENT_END:
    return rel_line_flush(self->world, self->out);
  case REL_EVENT_ENTITY:
    break;
  }
  return REL_OK;
}

RelSink
rel_print_sink(RelPrint *print)
{
  return (RelSink){print, print_on_event};
}
