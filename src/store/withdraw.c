// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/withdraw.h"

#include "base/array.h"
#include "base/buffer.h"
#include "rdf/line.h"

enum {
  MAX_ASKED = 50,  // names in one query
  MAX_SHOWN = 200, // bytes of a name in a message
};

#define RDF    "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS   "http://www.w3.org/2000/01/rdf-schema#"
#define PROV   "http://www.w3.org/ns/prov#"
#define NIF    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define NS     "https://w3id.org/relata/ns#"
#define DCT    "http://purl.org/dc/terms/"
#define SCHEMA "https://schema.org/"

// Claims and sentences of the document, for which @ stands
#define SENTENCE "?m <" NIF "referenceContext> <@> . "
#define CLAIM    SENTENCE "?c <" PROV "wasDerivedFrom> ?m . "

// Two things of which the document asserts something, and no other does
#define PAIR                                                                   \
  CLAIM "?c <" NS "asserted> true ; <" RDF "subject> ?s ; <" RDF "object> ?o " \
        ". "
#define NO_OTHER(subject, object)                                              \
  "FILTER NOT EXISTS { ?c2 <" RDF "subject> " subject " ; <" RDF               \
  "object> " object " ; <" NS "asserted> true . "                              \
  "FILTER (!STRSTARTS(STR(?c2), \"@#\")) } "
#define NO_OTHER_PAIR NO_OTHER("?s", "?o") NO_OTHER("?o", "?s")

/// What is deleted of a document in a graph that it shares, in this order
static const char *const updates[] = {
    // plain triples that no claim of another document states
    "DELETE { ?s ?p ?o } WHERE { " CLAIM "?c <" NS "asserted> true ; <" RDF
    "subject> ?s ; <" RDF "predicate> ?p ; <" RDF "object> ?o . ?s ?p ?o . "
    "FILTER NOT EXISTS { ?c2 <" RDF "subject> ?s ; <" RDF
    "predicate> ?p ; <" RDF "object> ?o ; <" NS "asserted> true . "
    "FILTER (!STRSTARTS(STR(?c2), \"@#\")) } }",
    // and those of other vocabularies between the same two, either way round
    "DELETE { ?s ?p ?o } WHERE { " PAIR "?s ?p ?o . " NO_OTHER_PAIR "}",
    "DELETE { ?o ?p ?s } WHERE { " PAIR "?o ?p ?s . " NO_OTHER_PAIR "}",
    // entities and relations of which nothing else speaks
    "DELETE { ?e ?p ?o } WHERE { { " CLAIM "?c ?role ?e } UNION { ?n <" NS
    "document> <@> ; <" NS "entity> ?e } ?e <" RDFS "label> ?label . "
    "?e ?p ?o . "
    "FILTER NOT EXISTS { ?x ?q ?e . "
    "FILTER (!STRSTARTS(STR(?x), \"@#\")) } }",
    "DELETE { ?v ?p ?o } WHERE { " CLAIM "?c <" NS "value> ?v . ?v ?p ?o }",
    "DELETE { ?c ?p ?o } WHERE { " CLAIM "?c ?p ?o }",
    // how often it speaks of whom
    "DELETE { ?n ?p ?o } WHERE { ?n <" NS "document> <@> ; ?p ?o }",
    "DELETE { ?m ?p ?o } WHERE { " SENTENCE "?m ?p ?o }",
    // its run, if that read nothing else
    "DELETE { ?r ?p ?o } WHERE { ?r <" PROV "used> <@> ; ?p ?o . "
    "FILTER NOT EXISTS { ?r <" PROV "used> ?d . FILTER (?d != <@>) } }",
    "DELETE { ?r <" PROV "used> <@> } WHERE { ?r <" PROV "used> <@> }",
    "DELETE { <@> ?p ?o } WHERE { <@> ?p ?o }",
};

typedef struct {
  RelStore *store;
  RelArena arena;
  REL_ARRAY(RelWithdrawn) found;
} Work;

// ----------------------------------------------------------------- finding

static RelStatus
on_found(void *handle, const RelStr *fields, uint32_t n)
{
  Work *const self = handle;
  RelWithdrawn found = {{NULL, 0U}, {NULL, 0U}};
  RelStatus st = REL_OK;

  // the row of names is no IRI
  if (!n || !rel_line_is_iri(fields[0]) ||
      (n > 1U && !rel_line_is_iri(fields[1]))) {
    return REL_OK;
  }
  REL_TRY(st, rel_arena_copy(&self->arena, fields[0], &found.document));
  if (n > 1U) {
    REL_TRY(st, rel_arena_copy(&self->arena, fields[1], &found.graph));
  }
  return REL_ARRAY_PUSH(&self->arena, &self->found, found);
}

static void
add_names(RelBuffer *query, const RelStr *names, uint32_t n)
{
  for (uint32_t i = 0; i < n; ++i) {
    rel_buffer_add(query, REL_STR("<"));
    rel_buffer_add(query, names[i]);
    rel_buffer_add(query, REL_STR("> "));
  }
}

/// Ask which of the names the store knows, in named graphs or without
static RelStatus
find_some(Work *work, RelStr graph, const RelStr *names, uint32_t n,
          bool has_graphs)
{
  RelBuffer query = {.arena = &work->arena};
  const RelStr open = has_graphs ? REL_STR("} GRAPH ?g { ") : REL_STR("} { ");

  rel_buffer_add(&query, has_graphs ? REL_STR("SELECT DISTINCT ?d ?g WHERE { ")
                                    : REL_STR("SELECT DISTINCT ?d WHERE { "));
  rel_buffer_add(&query, REL_STR("{ VALUES ?d { "));
  add_names(&query, names, n);
  rel_buffer_add(&query, open);
  rel_buffer_add(&query, REL_STR("?d <" RDF "type> <" SCHEMA "NewsArticle> } } "
                                 "UNION { VALUES ?x { "));
  add_names(&query, names, n);
  rel_buffer_add(&query, open);
  rel_buffer_add(&query, REL_STR("?d <" DCT "source> ?x } } "));
  if (graph.len) {
    rel_buffer_add(&query, REL_STR("FILTER (?g = <"));
    rel_buffer_add(&query, graph);
    rel_buffer_add(&query, REL_STR(">) "));
  }
  rel_buffer_add(&query, REL_STR("}"));
  return query.status ? query.status
                      : rel_store_select(work->store, rel_buffer_str(&query),
                                         on_found, work);
}

static RelStatus
check_names(const RelStore *store, RelStr graph, const RelStr *names,
            uint32_t n)
{
  static const RelPlace place = {"withdraw", 0U, 0U, 0U};

  for (uint32_t i = 0; i <= n; ++i) {
    const RelStr name = i < n ? names[i] : graph;
    const RelStr shown = rel_str_slice(name, 0U, MAX_SHOWN);

    if ((i < n || graph.len) && !rel_line_is_iri(name)) {
      return rel_fail(rel_store_world(store), REL_BAD_ARG, place,
                      "expected the IRI or URL of a document, not %.*s",
                      REL_ARG(shown));
    }
  }
  return REL_OK;
}

// -------------------------------------------------------------- withdrawing

/// An update with the document's IRI for each @, in a graph
static RelStr
make_update(RelBuffer *update, const char *pattern,
            const RelWithdrawn *withdrawn)
{
  if (withdrawn->graph.len) {
    rel_buffer_add(update, REL_STR("WITH <"));
    rel_buffer_add(update, withdrawn->graph);
    rel_buffer_add(update, REL_STR("> "));
  }
  for (const char *c = pattern; *c; ++c) {
    if (*c == '@') {
      rel_buffer_add(update, withdrawn->document);
    } else {
      rel_buffer_add_char(update, *c);
    }
  }
  return rel_buffer_str(update);
}

static RelStatus
withdraw_one(Work *work, const RelWithdrawn *withdrawn)
{
  RelStatus st = REL_OK;

  if (rel_str_equal(withdrawn->document, withdrawn->graph)) {
    return rel_store_delete(work->store, withdrawn->graph);
  }
  for (size_t i = 0; i < sizeof(updates) / sizeof(*updates); ++i) {
    RelBuffer update = {.arena = &work->arena};
    const RelStr text = make_update(&update, updates[i], withdrawn);

    REL_TRY(st, update.status);
    REL_TRY(st, rel_store_update(work->store, text));
  }
  return REL_OK;
}

static RelStatus
withdraw_all(Work *work, RelOnWithdrawn on_withdrawn, void *handle)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < work->found.n; ++i) {
    REL_TRY(st, withdraw_one(work, &work->found.items[i]));
    REL_TRY(st, on_withdrawn(handle, &work->found.items[i]));
  }
  return REL_OK;
}

RelStatus
rel_store_withdraw(RelStore *store, RelStr graph, const RelStr *names,
                   uint32_t n, RelOnWithdrawn on_withdrawn, void *handle)
{
  Work work = {.store = store};
  RelStatus st = REL_OK;

  REL_TRY(st, check_names(store, graph, names, n));
  for (uint32_t i = 0; !st && i < n; i += MAX_ASKED) {
    const uint32_t left = n - i < MAX_ASKED ? n - i : MAX_ASKED;

    rel_arena_init(&work.arena, rel_store_world(store));
    work.found.n = work.found.capacity = 0U;
    work.found.items = NULL;
    st = find_some(&work, graph, names + i, left, true);
    if (!st && !graph.len && !work.found.n) {
      st = find_some(&work, graph, names + i, left, false);
    }
    if (!st) {
      st = withdraw_all(&work, on_withdrawn, handle);
    }
    rel_arena_clear(&work.arena);
  }
  return st;
}
