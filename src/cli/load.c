// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"
#include "cli/graphs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// ----------------------------------------------------------------- telling

static void
show_progress(void *handle, uint64_t n_sent)
{
  (void)handle;
  fprintf(stderr, "\r%llu triples sent", (unsigned long long)n_sent);
}

static bool
has_progress(const Options *o)
{
  return !o->is_quiet && isatty(STDERR_FILENO);
}

/// What each graph of the store got
static void
tell_graphs(const Options *o, const RelLoader *loader)
{
  uint32_t n = 0;
  const RelLoaderGraph *const graphs = rel_loader_graphs(loader, &n);

  for (uint32_t i = 0; i < n && !o->is_quiet; ++i) {
    printf("%s: %llu triples sent",
           graphs[i].graph.len ? graphs[i].graph.data : "default graph",
           (unsigned long long)graphs[i].n_sent);
    if (o->skips_counts) {
      printf("\n");
    } else {
      printf(", %llu there\n", (unsigned long long)graphs[i].n_after);
    }
  }
}

/// Say behind what went wrong what is in the store nevertheless
static RelStatus
fail_loading(const RelLoader *loader, RelWorld *world, RelStatus st)
{
  const uint64_t n = rel_loader_n_sent(loader);
  const char *const error = rel_world_error(world);
  const char *const mark = strstr(error, ": error: ");
  char name[2048];
  char words[512];

  if (!n || !mark || (size_t)(mark - error) >= sizeof(name)) {
    return st;
  }
  snprintf(name, sizeof(name), "%.*s", (int)(mark - error), error);
  snprintf(words, sizeof(words), "%s", mark + strlen(": error: "));
  const RelPlace place = {name, 0U, 0U, 0U};
  return rel_fail(world, st, place,
                  "%.380s; %llu triples were loaded before and stay: the same "
                  "command loads all without doubles",
                  words, (unsigned long long)n);
}

// ------------------------------------------------------------- withdrawing

/// What was taken out
typedef struct {
  const Options *options;
  uint32_t n;
} Withdrawal;

static RelStatus
on_withdrawn(void *handle, const RelWithdrawn *withdrawn)
{
  Withdrawal *const self = handle;

  ++self->n;
  if (!self->options->is_quiet) {
    printf("%s: withdrawn\n", withdrawn->document.data);
  }
  return REL_OK;
}

static RelStatus
withdraw(const Options *o, RelStore *store)
{
  const RelStr name = rel_str(o->withdraw);
  const RelPlace place = {o->to, 0U, 0U, 0U};
  Withdrawal withdrawal = {.options = o};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_store_withdraw(store, rel_str(o->graph), &name, 1U,
                                 on_withdrawn, &withdrawal));
  return withdrawal.n
             ? REL_OK
             : rel_fail(rel_store_world(store), REL_BAD_ARG, place,
                        "expected a document that is there, not %.300s",
                        o->withdraw);
}

/// The documents that graphs describe, and where they come from
typedef struct {
  RelArena arena;
  REL_ARRAY(RelStr) names;
} Documents;

static RelStatus
find_document(void *handle, const RelParsedStatement *statement)
{
  static const RelStr article = {"https://schema.org/NewsArticle", 30U};
  static const RelStr source = {"http://purl.org/dc/terms/source", 31U};
  Documents *const self = handle;
  const bool is_article =
      rel_str_equal(statement->object.value, article) &&
      rel_str_ends(statement->predicate.value, REL_STR("#type"));
  RelStr name = {0};
  RelStatus st = REL_OK;

  if (!is_article && !rel_str_equal(statement->predicate.value, source)) {
    return REL_OK;
  }
  REL_TRY(st, rel_arena_copy(&self->arena,
                             is_article ? statement->subject.value
                                        : statement->object.value,
                             &name));
  return REL_ARRAY_PUSH(&self->arena, &self->names, name);
}

static void
ignore_file(void *handle, const char *path)
{
  (void)handle;
  (void)path;
}

/// Take out what the store has of the documents that will be loaded
static RelStatus
withdraw_documents(const Options *o, RelStore *store)
{
  Documents documents = {.names = {0}};
  const GraphSink sink = {.handle = &documents,
                          .begin = ignore_file,
                          .sink = {&documents, find_document}};
  Withdrawal withdrawal = {.options = o};

  rel_arena_init(&documents.arena, rel_store_world(store));
  RelStatus st = graphs_read(o, rel_store_world(store), &sink);
  if (!st) {
    st = rel_store_withdraw(store, rel_str(o->graph), documents.names.items,
                            documents.names.n, on_withdrawn, &withdrawal);
  }
  rel_arena_clear(&documents.arena);
  return st;
}

// ----------------------------------------------------------------- loading

static void
begin_file(void *handle, const char *path)
{
  rel_loader_begin(handle, path);
}

static RelStatus
load_with(const Options *o, RelWorld *world, RelLoader *loader)
{
  const GraphSink sink = {.handle = loader,
                          .begin = begin_file,
                          .sink = rel_loader_sink(loader),
                          .wants_graphs = !o->graph};
  RelStatus st = graphs_read(o, world, &sink);

  if (!st) {
    st = rel_loader_finish(loader);
  }
  if (has_progress(o)) {
    fputs("\r\033[K", stderr);
  }
  if (st) {
    return fail_loading(loader, world, st);
  }
  REL_TRY(st, rel_loader_check(loader));
  tell_graphs(o, loader);
  return REL_OK;
}

static uint32_t
whole_number(const char *text)
{
  return text ? (uint32_t)strtoul(text, NULL, 10) : 0U;
}

static RelStatus
load_into(const Options *o, RelStore *store)
{
  const RelLoaderOptions options = {.graph = o->graph,
                                    .replaces = o->replaces,
                                    .skips_counts = o->skips_counts,
                                    .chunk = whole_number(o->chunk),
                                    .on_progress =
                                        has_progress(o) ? show_progress : NULL};
  RelLoader *loader = NULL;
  RelStatus st = REL_OK;

  if (o->withdraw) {
    REL_TRY(st, withdraw(o, store));
  }
  if (o->replaces_documents) {
    REL_TRY(st, withdraw_documents(o, store));
  }
  REL_TRY(st, rel_loader_new(store, &options, &loader));
  st = load_with(o, rel_store_world(store), loader);
  rel_loader_free(loader);
  return st;
}

static RelStatus
load(const Options *o, RelWorld *world)
{
  const RelStoreOptions options = {.url = o->to,
                                   .query_url = o->query_url,
                                   .update_url = o->update_url,
                                   .user = o->user,
                                   .password_file = o->password_file,
                                   .ca_file = o->ca_file,
                                   .allows_basic = o->allows_basic,
                                   .n_tries = whole_number(o->n_tries),
                                   .seconds = whole_number(o->seconds)};
  RelStore *store = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_store_open(world, &options, &store));
  st = load_into(o, store);
  rel_store_free(store);
  return st;
}

// ----------------------------------------------------------------- command

static int
check_load(const Command *command, const Options *o)
{
  static const double most = 1000000.0;

  if (!o->to) {
    return usage_error(command, "--to", "expected the URL of a store");
  }
  if (!o->n_files && !o->withdraw) {
    return usage_error(command, "FILE", "expected at least one file to load");
  }
  if (o->replaces && o->replaces_documents) {
    return usage_error(command, "--replace-document",
                       "expected no --replace beside it");
  }
  for (int i = 0; i < o->n_files && o->replaces_documents; ++i) {
    if (!strcmp(o->files[i], "-")) {
      return usage_error(command, "--replace-document",
                         "expected files, which are read twice");
    }
  }
  if (o->n_tries && !option_is_number(o->n_tries, 1.0, 100.0)) {
    return usage_error(command, "--tries", "expected a number from 1 to 100");
  }
  if (o->seconds && !option_is_number(o->seconds, 1.0, 86400.0)) {
    return usage_error(command, "--timeout",
                       "expected seconds from 1 to 86400");
  }
  if (o->chunk && !option_is_number(o->chunk, 1.0, most)) {
    return usage_error(command, "--chunk",
                       "expected a number of triples from 1 to 1000000");
  }
  return 0;
}

static const Option load_options[] = {
    OPTION(0, "to", "URL", to,
           "Graph Store Protocol endpoint of the store, such as\n"
           "http://localhost:8890/sparql-graph-crud-auth"),
    OPTION(0, "graph", "IRI", graph,
           "graph for triples that name none (default: of an\n"
           "article one of its own, named as its document; of\n"
           "files the default graph, which Virtuoso lacks)"),
    OPTION(0, "replace", NULL, replaces,
           "replace the graphs (default: add to them)"),
    OPTION(0, "replace-document", NULL, replaces_documents,
           "take out first what the store has of the same\n"
           "documents: by their IRIs, or the URLs they come from"),
    OPTION(0, "withdraw", "DOC", withdraw,
           "take out the document of this IRI or URL first; FILE\n"
           "is not needed then"),
    OPTION(0, "user", "NAME", user, "log in, by Digest or Basic"),
    OPTION(0, "password-file", "FILE", password_file,
           "its first line is the password (default: variable\n"
           "RELATA_PASSWORD, else what .netrc says)"),
    OPTION(0, "allow-basic", NULL, allows_basic,
           "send the password readable over http to another\n"
           "machine, too"),
    OPTION(0, "ca-file", "FILE", ca_file,
           "certificates to trust (default: the system's)"),
    OPTION(0, "query-url", "URL", query_url,
           "where the store answers SPARQL queries (default:\n"
           "follows from --to for Virtuoso, oxigraph, Fuseki,\n"
           "GraphDB and RDF4J)"),
    OPTION(0, "update-url", "URL", update_url,
           "where it takes SPARQL updates (default: likewise)"),
    OPTION(0, "no-count", NULL, skips_counts,
           "do not compare the store's counts with what was sent"),
    OPTION(0, "chunk", "N", chunk, "triples sent at a time (default: 50000)"),
    OPTION(0, "tries", "N", n_tries,
           "times to try a request that fails (default: 5)"),
    OPTION(0, "timeout", "SECONDS", seconds,
           "that a request may take (default: 300)"),
    OPTION_CORRECTIONS,
    OPTION_AUTHORITY,
    OPTION_INPUT,
    OPTION_REPARSE,
    OPTION_MODEL,
    OPTION_BASE,
    OPTION_DATE,
    OPTION_OF_ARTICLES,
    OPTION('q', "quiet", NULL, is_quiet, "no progress and no list of graphs"),
    OPTION_HELP,
    OPTION_VERSION,
};

const Command command_load = {
    .name = "load",
    .arguments = "[OPTION]... FILE... --to URL",
    .usage = "Load graphs (.ttl, .nt, .nq, .trig, .rdf) or articles into a "
             "triple store by\n"
             "the SPARQL 1.1 Graph Store Protocol, and count what came there. "
             "A load that\n"
             "broke off is repeated without doubles. FILE - is Turtle or "
             "N-Triples.\n",
    .example =
        "Example: relata load out/article.ttl --graph "
        "https://example.org/news \\\n"
        "  --to http://localhost:8890/sparql-graph-crud-auth --user dba \\\n"
        "  --password-file password\n",
    OPTIONS_OF(load_options),
    .checks_files = true,
    .check = check_load,
    .run = load,
};
