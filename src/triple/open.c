// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/open.h"

#include "triple/line.h"

enum { FACTUALITY_SIZE = 256 }; // bytes

static RelStr
term_words(const RelTerm *term)
{
  return term->text.len ? term->text : term->label;
}

/// Up to three pieces of one field, parted by blanks
static void
print_words(FILE *out, RelStr first, RelStr second, RelStr third)
{
  const RelStr pieces[] = {first, second, third};
  bool is_begun = false;

  for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); ++i) {
    if (pieces[i].len) {
      fputs(is_begun ? " " : "", out);
      rel_line_field(out, pieces[i]);
      is_begun = true;
    }
  }
}

static void
print_slots(FILE *out, const RelTriple *triple)
{
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    putc('\t', out);
    print_words(out, triple->slots[i].marker,
                term_words(&triple->slots[i].term), REL_STR(""));
  }
  putc('\n', out);
}

/// Name without folders
static RelStr
base_name(RelStr path)
{
  size_t begin = path.len;

  while (begin && path.data[begin - 1U] != '/') {
    --begin;
  }
  return rel_str_slice(path, begin, path.len);
}

static void
print_plain(FILE *out, RelStr document, const RelTriple *triple)
{
  const bool has_object = triple->object.kind != REL_TERM_NONE;
  const RelStr none = REL_STR("");
  char factuality[FACTUALITY_SIZE];
  char confidence[REL_FIXED_SIZE];

  rel_triple_factuality(triple, factuality, sizeof(factuality));
  rel_fixed_text(triple->confidence, 2U, confidence);
  rel_line_field(out, document);
  fprintf(out, "\t%u\t%s\t", triple->evidence.sentence, confidence);
  rel_line_field(out, rel_str(factuality));
  putc('\t', out);
  rel_line_field(out, term_words(&triple->subject));
  putc('\t', out);
  rel_line_field(out, triple->predicate);
  putc('\t', out);
  rel_line_field(out, has_object ? term_words(&triple->object) : none);
  print_slots(out, triple);
}

static void
print_carb(FILE *out, const RelTriple *triple)
{
  const bool has_object = triple->object.kind != REL_TERM_NONE;
  char confidence[REL_FIXED_SIZE];

  rel_fixed_text(triple->confidence, 4U, confidence);
  rel_line_field(out, triple->evidence.sentence_text);
  fprintf(out, "\t%s\t", confidence);
  rel_line_field(out, triple->predicate);
  putc('\t', out);
  rel_line_field(out, term_words(&triple->subject));
  putc('\t', out);
  rel_line_field(out, has_object ? term_words(&triple->object) : REL_STR(""));
  print_slots(out, triple);
}

/// "handcuffed him to | the bars": what comes before a slot is its relation
static void
print_benchie_slot(FILE *out, const RelTriple *triple, const RelSlot *slot)
{
  const bool has_object = triple->object.kind != REL_TERM_NONE;

  fprintf(out, "%u\t", triple->evidence.sentence);
  rel_line_field(out, term_words(&triple->subject));
  putc('\t', out);
  print_words(out, triple->predicate,
              has_object ? term_words(&triple->object) : REL_STR(""),
              slot->marker);
  putc('\t', out);
  rel_line_field(out, term_words(&slot->term));
  putc('\n', out);
}

static void
print_benchie(FILE *out, const RelTriple *triple)
{
  if (triple->object.kind != REL_TERM_NONE) {
    fprintf(out, "%u\t", triple->evidence.sentence);
    rel_line_field(out, term_words(&triple->subject));
    putc('\t', out);
    rel_line_field(out, triple->predicate);
    putc('\t', out);
    rel_line_field(out, term_words(&triple->object));
    putc('\n', out);
  }
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    print_benchie_slot(out, triple, &triple->slots[i]);
  }
}

static RelStatus
open_on_event(void *handle, const RelEvent *event)
{
  RelOpenPrint *const self = handle;

  if (event->kind == REL_EVENT_END) {
    return rel_line_flush(self->world, self->out);
  }
  if (event->kind == REL_EVENT_DOCUMENT) {
    self->document = base_name(event->document->name);
  }
  if (event->kind != REL_EVENT_TRIPLE ||
      event->triple->view == REL_VIEW_GRAPH) {
    return REL_OK;
  }
  switch (self->format) {
  case REL_OPEN_PLAIN:
    print_plain(self->out, self->document, event->triple);
    break;
  case REL_OPEN_CARB:
    print_carb(self->out, event->triple);
    break;
  case REL_OPEN_BENCHIE:
    print_benchie(self->out, event->triple);
    break;
  }
  return REL_OK;
}

RelSink
rel_open_sink(RelOpenPrint *print)
{
  return (RelSink){print, open_on_event};
}
