// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/describer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
  MUCH = 32768, // bytes; half of the arena's block
  NUMBER_SIZE = 16,
  SHOWN = 200 // bytes
};

/// The base with a slash at its end
static RelStatus
read_base(RelWorld *world, RelArena *arena, const char *text, RelStr *base)
{
  const RelStr given = rel_str(text ? text : "https://w3id.org/relata/");
  const RelPlace nowhere = {NULL, 0U, 0U, 0U};

  if (!rel_rdf_is_base(given.data)) {
    return rel_fail(world, REL_BAD_ARG, nowhere,
                    "expected a base such as https://example.org/news/, not "
                    "%.*s",
                    given.len < SHOWN ? (int)given.len : SHOWN, given.data);
  }
  return rel_arena_format(arena, base, "%.*s%s", REL_ARG(given),
                          rel_str_ends(given, REL_STR("/")) ? "" : "/");
}

RelStatus
rel_describer_init(RelDescriber *describer, const RelGraph *graph,
                   const RelRdfOptions *options, RelArena *arena,
                   RelArena *thing)
{
  uint32_t n_nodes = 0;

  *describer = (RelDescriber){.arena = thing,
                              .provenance = options->provenance,
                              .nodes = rel_graph_nodes(graph, &n_nodes)};
  describer->appearances =
      rel_graph_appearances(graph, &describer->n_appearances);
  describer->runs = rel_graph_runs(graph, &describer->n_runs);
  describer->documents = rel_graph_documents(graph, &describer->n_documents);
  // a graph that was read keeps its IRIs
  const RelStr known = rel_graph_base(graph);
  return read_base(rel_graph_world(graph), arena,
                   options->base || !known.len ? options->base : known.data,
                   &describer->base);
}

RelStatus
rel_describer_with(const RelGraph *graph, const RelRdfOptions *options,
                   RelDescriberPrint *print, FILE *out)
{
  RelDescriber describer;
  RelArena arena;
  RelArena thing;

  rel_arena_init(&arena, rel_graph_world(graph));
  rel_arena_init(&thing, rel_graph_world(graph));
  RelStatus st = rel_describer_init(&describer, graph, options, &arena, &thing);
  st = st ? st : print(&describer, graph, out);
  rel_arena_clear(&thing);
  rel_arena_clear(&arena);
  return st;
}

void
rel_describer_forget(const RelDescriber *describer)
{
  // most things take little: asking for a new block each time costs more
  if (describer->arena->used > MUCH) {
    rel_arena_clear(describer->arena);
  }
}

// ------------------------------------------------------------------ IRIs

/// The base and three parts in a row; many times as fast as printf
static RelStatus
join(const RelDescriber *describer, RelStr folder, RelStr name, RelStr part,
     RelStr *iri)
{
  const RelStr parts[] = {describer->base, folder, name, part};
  const size_t len = describer->base.len + folder.len + name.len + part.len;
  char *const text = rel_arena_alloc(describer->arena, len + 1U);
  size_t n = 0;

  if (!text) {
    return REL_NO_MEMORY;
  }
  for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); ++i) {
    if (parts[i].len) {
      memcpy(text + n, parts[i].data, parts[i].len);
    }
    n += parts[i].len;
  }
  text[n] = '\0';
  *iri = (RelStr){text, n};
  return REL_OK;
}

RelStatus
rel_describer_key(const RelDescriber *describer, RelStr key, RelStr *iri)
{
  return join(describer, REL_STR(""), key, REL_STR(""), iri);
}

static int
compare_appearances(const void *a, const void *b)
{
  const RelAppearance *const x = a;
  const RelAppearance *const y = b;

  return x->document != y->document ? (x->document < y->document ? -1 : 1)
                                    : (x->node > y->node) - (x->node < y->node);
}

const RelAppearance *
rel_describer_local(const RelDescriber *describer, uint32_t document,
                    uint32_t node)
{
  const RelAppearance wanted = {.document = document, .node = node};
  const RelAppearance *const found =
      bsearch(&wanted, describer->appearances, describer->n_appearances,
              sizeof(wanted), compare_appearances);

  assert(found); // a statement's nodes appear in its document
  return found;
}

RelStatus
rel_describer_entity(const RelDescriber *describer, uint32_t node, RelStr *iri)
{
  return rel_describer_key(describer, describer->nodes[node].key, iri);
}

RelStatus
rel_describer_relation(const RelDescriber *describer, RelStr key, RelStr *iri)
{
  return join(describer, REL_STR("relation/"), key, REL_STR(""), iri);
}

RelStatus
rel_describer_run(const RelDescriber *describer, uint32_t run, RelStr *iri)
{
  return join(describer, REL_STR("run/"), describer->runs[run].id, REL_STR(""),
              iri);
}

RelStatus
rel_describer_document(const RelDescriber *describer, uint32_t document,
                       RelStr *iri)
{
  return join(describer, REL_STR("doc/"), describer->documents[document].id,
              REL_STR(""), iri);
}

/// Digits at the end of `text`; gives the first of them
static char *
number_text(uint32_t number, char text[NUMBER_SIZE])
{
  char *digit = text + NUMBER_SIZE - 1;

  *digit = '\0';
  do {
    *--digit = (char)('0' + number % 10U);
    number /= 10U;
  } while (number);
  return digit;
}

RelStatus
rel_describer_part(const RelDescriber *describer, uint32_t document, char mark,
                   uint32_t number, RelStr *iri)
{
  char text[NUMBER_SIZE];
  char *part = number_text(number, text);

  *--part = mark;
  *--part = '#';
  return join(describer, REL_STR("doc/"), describer->documents[document].id,
              rel_str(part), iri);
}

// ------------------------------------------------------------- statements

RelStatus
rel_describer_add(const RelDescriber *describer, RelStr subject,
                  RelVocabulary predicate, RelRdfObject object)
{
  return rel_rdf_stream_add(describer->stream, subject,
                            rel_vocabulary_iri(predicate), object);
}

RelStatus
rel_describer_add_iri(const RelDescriber *describer, RelStr subject,
                      RelVocabulary predicate, RelStr iri)
{
  const RelRdfObject object = {.kind = REL_OBJECT_IRI, .value = iri};

  return rel_describer_add(describer, subject, predicate, object);
}

RelStatus
rel_describer_add_text(const RelDescriber *describer, RelStr subject,
                       RelVocabulary predicate, RelStr text)
{
  const RelRdfObject object = {.kind = REL_OBJECT_ENGLISH, .value = text};

  return text.len ? rel_describer_add(describer, subject, predicate, object)
                  : REL_OK;
}

RelStatus
rel_describer_add_plain(const RelDescriber *describer, RelStr subject,
                        RelVocabulary predicate, RelStr text)
{
  const RelRdfObject object = {.kind = REL_OBJECT_PLAIN, .value = text};

  return text.len ? rel_describer_add(describer, subject, predicate, object)
                  : REL_OK;
}

RelStatus
rel_describer_add_typed(const RelDescriber *describer, RelStr subject,
                        RelVocabulary predicate, RelVocabulary datatype,
                        const char *value)
{
  const RelRdfObject object = {REL_OBJECT_TYPED, rel_str(value), datatype};

  return rel_describer_add(describer, subject, predicate, object);
}

RelStatus
rel_describer_add_number(const RelDescriber *describer, RelStr subject,
                         RelVocabulary predicate, uint32_t number)
{
  char text[NUMBER_SIZE];

  return rel_describer_add_typed(describer, subject, predicate, REL_XSD_INTEGER,
                                 number_text(number, text));
}

RelStatus
rel_describer_add_offsets(const RelDescriber *describer, RelStr subject,
                          uint32_t begin, uint32_t end)
{
  RelStatus st = REL_OK;

  REL_TRY(st,
          rel_describer_add_number(describer, subject, REL_NIF_BEGIN, begin));
  return rel_describer_add_number(describer, subject, REL_NIF_END, end);
}
