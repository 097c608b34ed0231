// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// Writers of RDF side by side; bench/rdf_speed runs it.
//
//   rdf_writers graph SYNTAX OUT N      a made-up graph of N claims, ours
//   rdf_writers relata SYNTAX OUT FILE  N-Triples from memory, by our stream
//   rdf_writers raptor SYNTAX OUT FILE  the same, straight to raptor
//   rdf_writers serd SYNTAX OUT FILE    the same, by serd
//
// Prints seconds of processor and megabytes that writing took on top.

#include "base/array.h"
#include "rdf/parse.h"
#include "rdf/stream.h"
#include "rdf/writer.h"

#include <raptor2.h>
#include <serd/serd.h>

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/// A statement in memory
typedef struct {
  RelStr subject;
  RelStr predicate;
  RelParsedTerm object;
} Item;

typedef struct {
  RelArena arena;
  REL_ARRAY(Item) items;
} Items;

static const char graph_iri[] = "https://w3id.org/relata/doc/66f20a398c6536b6";

static double
seconds(void)
{
  struct rusage usage;

  getrusage(RUSAGE_SELF, &usage);
  return (double)usage.ru_utime.tv_sec + 1e-6 * (double)usage.ru_utime.tv_usec +
         (double)usage.ru_stime.tv_sec + 1e-6 * (double)usage.ru_stime.tv_usec;
}

static double
megabytes(void)
{
  struct rusage usage;

  getrusage(RUSAGE_SELF, &usage);
  return (double)usage.ru_maxrss / 1024.0;
}

static void
fail(const char *words)
{
  fprintf(stderr, "rdf_writers: %s\n", words);
  exit(1);
}

// ------------------------------------------------------------------ a graph

/// Send a document of 40 claims in 10 sentences: names and words from numbers
static RelStatus
send_document(const RelSink *sink, uint32_t number)
{
  enum { N_CLAIMS = 40, PER_SENTENCE = 4 };
  static const char *const verbs[] = {
      "meet",  "accuse",  "buy",       "threaten to impose",
      "visit", "sell to", "talk with", "sue"};
  char content[64];
  char who[64];
  char whom[64];
  char sentence[300];
  snprintf(content, sizeof(content), "document %u", number);
  const RelDocInfo info = {.name = rel_str(content),
                           .content = rel_str(content),
                           .title = REL_STR("A made-up article"),
                           .date = REL_STR("2026-03-03")};
  RelEvent event = {REL_EVENT_DOCUMENT, {.document = &info}};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_sink_event(sink, &event));
  for (uint32_t i = 0; i < N_CLAIMS; ++i) {
    const uint32_t a = number * 7U + i / 3U;
    const uint32_t b = number + i * 5U;
    const uint32_t s = i / PER_SENTENCE;
    snprintf(who, sizeof(who), "Anna Example the %uth", a % 5000U);
    snprintf(whom, sizeof(whom), "Company %u of Velia", b % 3000U);
    snprintf(sentence, sizeof(sentence),
             "In sentence %u of article %u %s did something to %s, who said "
             "that nothing of the kind would ever happen again.",
             s, number, who, whom);
    const RelTriple triple = {
        .number = i + 1U,
        .subject = {REL_TERM_PERSON, rel_str(who), rel_str(who)},
        .predicate = rel_str(verbs[(a + b) % 8U]),
        .object = {REL_TERM_ORGANISATION, rel_str(whom), rel_str(whom)},
        .modality = i % 3U ? REL_ACTUAL : REL_THREATENED,
        .confidence = 0.8F,
        .rule = "verb.active",
        .evidence = {s + 1U, 200U * s, 200U * s + 150U, rel_str(sentence),
                     200U * s, 200U * s + 150U, rel_str(sentence)}};
    event = (RelEvent){REL_EVENT_TRIPLE, {.triple = &triple}};
    REL_TRY(st, rel_sink_event(sink, &event));
  }
  event = (RelEvent){REL_EVENT_END, {.document = NULL}};
  return rel_sink_event(sink, &event);
}

static void
write_graph(RelWorld *world, const char *syntax, FILE *out, const char *n)
{
  const RelRdfOptions options = {NULL, syntax, REL_PROVENANCE_FULL};
  const RelRunInfo run = {.version = REL_STR("0")};
  RelGraph *graph = NULL;
  RelStatus st = rel_graph_new(world, &graph);
  const RelSink sink = rel_graph_sink(graph);

  st = st ? st : rel_graph_begin_run(graph, &run);
  for (uint32_t i = 0; !st && i * 40U < strtoul(n, NULL, 10); ++i) {
    st = send_document(&sink, i);
  }
  st = st ? st : rel_graph_finish(graph);

  const double begin = seconds();
  const double before = megabytes();
  st = st ? st : rel_rdf_write(graph, &options, out);
  if (st) {
    fail(rel_world_error(world));
  }
  printf("%.3f %.1f\n", seconds() - begin, megabytes() - before);
  rel_graph_free(graph);
}

// ------------------------------------------------------------------ reading

static RelStr
keep(Items *items, RelStr str)
{
  RelStr kept = {0};

  if (rel_arena_copy(&items->arena, str, &kept)) {
    fail("expected more memory, not a refusal");
  }
  return kept;
}

static RelStatus
take(void *handle, const RelParsedStatement *statement)
{
  Items *const items = handle;
  const RelParsedTerm *const object = &statement->object;
  const Item item = {keep(items, statement->subject.value),
                     keep(items, statement->predicate.value),
                     {object->kind, keep(items, object->value),
                      keep(items, object->datatype),
                      keep(items, object->language)}};

  return REL_ARRAY_PUSH(&items->arena, &items->items, item);
}

// ------------------------------------------------------------------ writers

static RelVocabulary
find_type(RelStr iri)
{
  for (unsigned i = 0; i < REL_N_VOCABULARY; ++i) {
    if (rel_str_equal(rel_vocabulary_iri((RelVocabulary)i), iri)) {
      return (RelVocabulary)i;
    }
  }
  return REL_N_VOCABULARY;
}

static RelRdfObject
our_object(const RelParsedTerm *term)
{
  if (term->kind == REL_PARSED_IRI) {
    return (RelRdfObject){.kind = REL_OBJECT_IRI, .value = term->value};
  }
  if (term->datatype.len) {
    return (RelRdfObject){REL_OBJECT_TYPED, term->value,
                          find_type(term->datatype)};
  }
  return (RelRdfObject){.kind = term->language.len ? REL_OBJECT_ENGLISH
                                                   : REL_OBJECT_PLAIN,
                        .value = term->value};
}

/// What relata declares beside the vocabulary's
static const RelNamespace more[] = {
    {"ent", "https://w3id.org/relata/entity/"},
    {"per", "https://w3id.org/relata/person/"},
    {"rel", "https://w3id.org/relata/relation/"},
};

static void
write_by_us(RelWorld *world, const Items *items, const char *syntax, FILE *out)
{
  const RelRdfStreamOptions options = {
      syntax, REL_STR("https://w3id.org/relata/"), more, 3U};
  RelRdfStream *stream = NULL;
  RelStatus st = rel_rdf_stream_open(world, &options, out, &stream);

  st = st ? st : rel_rdf_stream_graph(stream, rel_str(graph_iri));
  for (uint32_t i = 0; !st && i < items->items.n; ++i) {
    const Item *const item = &items->items.items[i];
    st = rel_rdf_stream_add(stream, item->subject, item->predicate,
                            our_object(&item->object));
  }
  st = st ? st : rel_rdf_stream_end(stream);
  if (st) {
    fail(rel_world_error(world));
  }
  rel_rdf_stream_free(stream);
}

static const unsigned char *
bytes(RelStr str)
{
  return (const unsigned char *)(str.len ? str.data : "");
}

static raptor_term *
raptor_object(raptor_world *raptor, const RelParsedTerm *term)
{
  if (term->kind == REL_PARSED_IRI) {
    return raptor_new_term_from_counted_uri_string(raptor, bytes(term->value),
                                                   term->value.len);
  }
  raptor_uri *const datatype =
      term->datatype.len
          ? raptor_new_uri_from_counted_string(raptor, bytes(term->datatype),
                                               term->datatype.len)
          : NULL;
  raptor_term *const made = raptor_new_term_from_counted_literal(
      raptor, bytes(term->value), term->value.len, datatype,
      term->language.len ? bytes(term->language) : NULL,
      (unsigned char)term->language.len);
  raptor_free_uri(datatype);
  return made;
}

static void
declare(raptor_world *raptor, raptor_serializer *serializer,
        const RelNamespace *namespaces, uint32_t n)
{
  for (uint32_t i = 0; i < n; ++i) {
    raptor_uri *const uri =
        raptor_new_uri(raptor, (const unsigned char *)namespaces[i].iri);
    raptor_serializer_set_namespace(
        serializer, uri, (const unsigned char *)namespaces[i].prefix);
    raptor_free_uri(uri);
  }
}

static void
write_by_raptor(const Items *items, const char *syntax, FILE *out)
{
  raptor_world *const raptor = raptor_new_world();
  raptor_serializer *const serializer = raptor_new_serializer(raptor, syntax);
  raptor_uri *const base =
      raptor_new_uri(raptor, (const unsigned char *)"https://w3id.org/relata/");
  uint32_t n = 0;
  const RelNamespace *const namespaces = rel_vocabulary_namespaces(&n);

  declare(raptor, serializer, namespaces, n);
  declare(raptor, serializer, more, 3U);
  raptor_serializer_start_to_file_handle(serializer, base, out);
  for (uint32_t i = 0; i < items->items.n; ++i) {
    const Item *const item = &items->items.items[i];
    raptor_statement *const statement = raptor_new_statement_from_nodes(
        raptor,
        raptor_new_term_from_counted_uri_string(raptor, bytes(item->subject),
                                                item->subject.len),
        raptor_new_term_from_counted_uri_string(raptor, bytes(item->predicate),
                                                item->predicate.len),
        raptor_object(raptor, &item->object),
        strcmp(syntax, "nquads")
            ? NULL
            : raptor_new_term_from_uri_string(
                  raptor, (const unsigned char *)graph_iri));
    raptor_serializer_serialize_statement(serializer, statement);
    raptor_free_statement(statement);
  }
  raptor_serializer_serialize_end(serializer);
  raptor_free_uri(base);
  raptor_free_serializer(serializer);
  raptor_free_world(raptor);
}

static SerdNode
serd_node(SerdType type, RelStr str)
{
  return str.len ? serd_node_from_string(type, bytes(str)) : SERD_NODE_NULL;
}

static void
write_by_serd(const Items *items, const char *syntax, FILE *out)
{
  const bool has_graphs = !strcmp(syntax, "nquads") || !strcmp(syntax, "trig");
  const SerdSyntax made = !strcmp(syntax, "turtle")     ? SERD_TURTLE
                          : !strcmp(syntax, "ntriples") ? SERD_NTRIPLES
                          : !strcmp(syntax, "nquads")   ? SERD_NQUADS
                                                        : SERD_TRIG;
  SerdEnv *const env = serd_env_new(NULL);
  SerdWriter *const writer =
      serd_writer_new(made, SERD_STYLE_BULK | SERD_STYLE_ABBREVIATED, env, NULL,
                      serd_file_sink, out);
  const SerdNode graph = serd_node(SERD_URI, rel_str(graph_iri));

  for (uint32_t i = 0; i < items->items.n; ++i) {
    const Item *const item = &items->items.items[i];
    const SerdNode subject = serd_node(SERD_URI, item->subject);
    const SerdNode predicate = serd_node(SERD_URI, item->predicate);
    const bool is_iri = item->object.kind == REL_PARSED_IRI;
    const SerdNode object = serd_node_from_string(
        is_iri ? SERD_URI : SERD_LITERAL, bytes(item->object.value));
    const SerdNode datatype = serd_node(SERD_URI, item->object.datatype);
    const SerdNode language = serd_node(SERD_LITERAL, item->object.language);
    serd_writer_write_statement(writer, 0, has_graphs ? &graph : NULL, &subject,
                                &predicate, &object, &datatype, &language);
  }
  serd_writer_free(writer);
  serd_env_free(env);
}

static void
write_items(RelWorld *world, char **argv, FILE *out)
{
  const RelParsedSource source = {argv[4], "ntriples", NULL};
  Items items = {.items = {0}};
  const RelParsedSink sink = {&items, take};

  rel_arena_init(&items.arena, world);
  if (rel_rdf_parse(world, &source, &sink)) {
    fail(rel_world_error(world));
  }
  const double begin = seconds();
  const double before = megabytes();
  if (!strcmp(argv[1], "relata")) {
    write_by_us(world, &items, argv[2], out);
  } else if (!strcmp(argv[1], "raptor")) {
    write_by_raptor(&items, argv[2], out);
  } else {
    write_by_serd(&items, argv[2], out);
  }
  fflush(out);
  printf("%.3f %.1f %u\n", seconds() - begin, megabytes() - before,
         items.items.n);
  rel_arena_clear(&items.arena);
}

int
main(int argc, char **argv)
{
  RelWorld *const world = rel_world_new(NULL);
  FILE *const out = argc == 5 ? fopen(argv[3], "wb") : NULL;

  if (!world || !out) {
    fail("expected graph|relata|raptor|serd SYNTAX OUT N|FILE");
  }
  if (!strcmp(argv[1], "graph")) {
    write_graph(world, argv[2], out, argv[4]);
  } else {
    write_items(world, argv, out);
  }
  fclose(out);
  rel_world_free(world);
  return 0;
}
