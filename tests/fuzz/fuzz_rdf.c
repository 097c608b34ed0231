// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// Whatever the labels are, raptor reads what we write without a word.
// Input: a byte of options, then texts with a byte of length before each.

#include "rdf/writer.h"
#include "triple/sink.h"

#include <raptor2.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// The fuzzer's bytes as texts
typedef struct {
  const uint8_t *data;
  size_t size;
} Texts;

/// What came back
typedef struct {
  size_t n_statements;
  size_t n_messages;
} Read;

static RelStr
next_text(Texts *texts)
{
  if (!texts->size) {
    return REL_STR("");
  }

  const size_t wanted = texts->data[0];
  const size_t len = wanted < texts->size - 1U ? wanted : texts->size - 1U;
  const RelStr text = {(const char *)texts->data + 1, len};
  texts->data += len + 1U;
  texts->size -= len + 1U;
  return text;
}

static RelTerm
next_term(Texts *texts)
{
  const RelTermKind kind =
      texts->size ? (RelTermKind)(texts->data[0] % REL_N_TERM_KINDS)
                  : REL_TERM_THING;
  const RelStr text = next_text(texts);

  return (RelTerm){kind, text, text, 0U};
}

static RelTriple
next_triple(Texts *texts, uint32_t number)
{
  RelTriple triple = {.number = number,
                      .subject = next_term(texts),
                      .predicate = next_text(texts),
                      .object = next_term(texts),
                      .polarity = number % 2U ? REL_POSITIVE : REL_NEGATIVE,
                      .modality = (RelModality)(number % REL_N_MODALITIES),
                      .source = next_term(texts),
                      .source_verb = next_text(texts),
                      .content_of = number / 2U,
                      .confidence = (float)number / 7.0F,
                      .rule = "fuzz",
                      .evidence = {.sentence = 1U + number / 3U,
                                   .sentence_text = next_text(texts),
                                   .quote = next_text(texts)}};

  for (; triple.n_slots < number % REL_MAX_SLOTS; ++triple.n_slots) {
    RelSlot *const slot = &triple.slots[triple.n_slots];
    slot->role = (RelSlotRole)(triple.n_slots % REL_N_SLOT_ROLES);
    slot->marker = next_text(texts);
    slot->term = next_term(texts);
  }
  return triple;
}

static RelStatus
send_all(const RelSink *sink, Texts *texts)
{
  const RelDocInfo info = {.name = next_text(texts),
                           .content = {(const char *)texts->data, texts->size},
                           .title = next_text(texts),
                           .date = next_text(texts),
                           .publisher = next_text(texts),
                           .url = next_text(texts)};
  const RelEvent begin = {REL_EVENT_DOCUMENT, {.document = &info}};
  const RelEvent end = {REL_EVENT_END, {.document = NULL}};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_sink_event(sink, &begin));
  for (uint32_t number = 1; texts->size; ++number) {
    const RelStr name = next_text(texts);
    const RelTriple triple = next_triple(texts, number);
    const RelEntityInfo entity = {.kind = triple.subject.kind,
                                  .label = triple.subject.label,
                                  .names = &name,
                                  .n_names = 1U,
                                  .n_mentions = number};
    const RelEvent actor = {REL_EVENT_ENTITY, {.entity = &entity}};
    const RelEvent fact = {REL_EVENT_TRIPLE, {.triple = &triple}};
    REL_TRY(st, rel_sink_event(sink, &actor));
    REL_TRY(st, rel_sink_event(sink, &fact));
  }
  return rel_sink_event(sink, &end);
}

static void
on_statement(void *handle, raptor_statement *statement)
{
  Read *const self = handle;

  (void)statement;
  ++self->n_statements;
}

static void
on_message(void *handle, raptor_log_message *message)
{
  Read *const self = handle;

  ++self->n_messages;
  fprintf(stderr, "raptor: %s\n", message->text);
}

/// N-Triples is Turtle, and raptor's own parser for it leaks datatypes
static const char *
parser_name(const char *syntax)
{
  return strcmp(syntax, "rdfxml") && strcmp(syntax, "trig") ? "turtle" : syntax;
}

/// Blank the graphs at the lines' ends, so that Turtle is left
static void
drop_graphs(char *text, size_t len)
{
  char *graph = NULL;

  for (size_t i = 0; i + 1U < len; ++i) {
    if (text[i] == ' ' && text[i + 1U] == '<') {
      graph = text + i;
    }
    if (text[i + 1U] == '\n') {
      if (!graph) {
        abort();
      }
      memset(graph, ' ', (size_t)(text + i - graph));
      graph = NULL;
    }
  }
}

static Read
read_back(const char *syntax, const char *text, size_t len)
{
  raptor_world *const raptor = raptor_new_world();
  Read read = {0U, 0U};

  raptor_world_set_log_handler(raptor, &read, on_message);
  raptor_parser *const parser = raptor_new_parser(raptor, parser_name(syntax));
  raptor_uri *const base =
      raptor_new_uri(raptor, (const unsigned char *)"https://b.example/");
  raptor_parser_set_statement_handler(parser, &read, on_statement);
  raptor_parser_parse_start(parser, base);
  raptor_parser_parse_chunk(parser, (const unsigned char *)text, len, 1);
  raptor_free_parser(parser);
  raptor_free_uri(base);
  raptor_free_world(raptor);
  return read;
}

static void
write_and_read(const RelGraph *graph, const char *syntax)
{
  const RelRdfOptions options = {NULL, syntax, REL_PROVENANCE_FULL};
  char *text = NULL;
  size_t len = 0;
  FILE *const out = open_memstream(&text, &len);

  if (!out || rel_rdf_write(graph, &options, out) || fclose(out)) {
    abort();
  }
  if (!strcmp(syntax, "nquads")) {
    drop_graphs(text, len);
  }
  const Read read = read_back(syntax, text, len);
  if (!read.n_statements || read.n_messages) {
    fprintf(stderr, "%s\n", text);
    abort();
  }
  free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const syntaxes[] = {"turtle", "ntriples", "rdfxml",
                                         "nquads", "trig"};
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *graph = NULL;

  if (!size || !world || rel_graph_new(world, &graph)) {
    rel_world_free(world);
    return 0;
  }

  Texts texts = {data + 1, size - 1U};
  const RelSink sink = rel_graph_sink(graph);
  if (send_all(&sink, &texts) || rel_graph_finish(graph)) {
    abort();
  }
  write_and_read(graph, syntaxes[data[0] % 5U]);
  rel_graph_free(graph);
  rel_world_free(world);
  return 0;
}
