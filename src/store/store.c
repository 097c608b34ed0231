// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/store.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/utf8.h"
#include "store/csv.h"
#include "store/endpoint.h"
#include "store/http.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
  FIRST_PAUSE = 250,    // ms before the second try; doubled before each other
  LONGEST_PAUSE = 8000, // ms
  LONGEST_WAIT = 30,    // s that a server may ask for
  MAX_WORDS = 200,      // bytes of a store's words in a message
};

struct RelStoreImpl {
  RelWorld *world;
  RelArena arena;   ///< For the whole life
  RelArena scratch; ///< For one request
  RelStoreOptions options;
  RelHttp *http;
  RelStr password;
  RelStr query_url;
  RelStr update_url;
  bool has_answered; ///< So what does not answer now may do so soon
};

// ----------------------------------------------------------------- failures

/// Statuses after which a second try may get through; 500 is what Virtuoso
/// answers to a deadlock (SR172)
static bool
is_passing(long status)
{
  static const long passing[] = {408L, 425L, 429L, 500L, 502L, 503L, 504L};

  for (size_t i = 0; i < sizeof(passing) / sizeof(*passing); ++i) {
    if (passing[i] == status) {
      return true;
    }
  }
  return false;
}

/// What a store says, as one line without tags; cut
static RelStr
words_of(RelArena *arena, RelStr body)
{
  RelBuffer words = {.arena = arena};
  bool is_tag = false;
  bool is_blank = true;

  for (size_t i = 0; i < body.len && words.len < MAX_WORDS;) {
    const size_t start = i;
    const uint32_t code = rel_utf8_next(body, &i);
    const bool was_tag = is_tag;

    is_tag = code == '<' || (is_tag && code != '>');
    if (is_tag || was_tag || code <= ' ' || code == 0x7FU ||
        code == UINT32_MAX) {
      if (!is_blank) {
        rel_buffer_add_char(&words, ' ');
      }
      is_blank = true;
    } else {
      rel_buffer_add(&words, rel_str_slice(body, start, i));
      is_blank = false;
    }
  }
  return rel_str_trim(rel_buffer_str(&words));
}

static const char *
advice(const RelStore *store, long status)
{
  if (status == 401L) {
    return store->options.user
               ? " (is the password right? Over plain http to another machine "
                 "it is sent by Digest only, unless --allow-basic is given)"
               : " (--user and --password-file, or a netrc file, tell who you "
                 "are)";
  }
  return status == 403L && !store->options.user
             ? " (--user and --password-file tell who you are)"
             : "";
}

/// The store's answer, or that there was none, as an error
static RelStatus
fail_answer(RelStore *store, const RelHttpRequest *request,
            const RelHttpAnswer *answer, unsigned n_tries)
{
  const RelPlace place = {request->url, 0U, 0U, 0U};
  char tries[40] = "";

  if (n_tries > 1U) {
    snprintf(tries, sizeof(tries), " after %u tries", n_tries);
  }
  if (!answer->status) {
    return rel_fail(store->world, REL_OUTPUT, place,
                    "expected an answer, not a failure%s: %s", tries,
                    answer->problem);
  }
  if (answer->location.len) {
    return rel_fail(store->world, REL_OUTPUT, place,
                    "expected an answer, not HTTP %ld %s to %.*s: redirections "
                    "are not followed, give the right URL",
                    answer->status, rel_http_status_text(answer->status),
                    answer->location.len < MAX_WORDS ? (int)answer->location.len
                                                     : MAX_WORDS,
                    answer->location.data);
  }
  const RelStr words = words_of(&store->scratch, answer->body);
  return rel_fail(store->world, REL_OUTPUT, place,
                  "expected success, not HTTP %ld %s%s%s%s%.*s", answer->status,
                  rel_http_status_text(answer->status), tries,
                  advice(store, answer->status), words.len ? ": " : "",
                  REL_ARG(words));
}

static void
pause_before(unsigned n_done, long wait)
{
  long ms = FIRST_PAUSE;

  for (unsigned i = 1; i < n_done && ms < LONGEST_PAUSE; ++i) {
    ms *= 2;
  }
  ms = ms < LONGEST_PAUSE ? ms : LONGEST_PAUSE;
  if (wait > 0L) {
    ms = (wait < LONGEST_WAIT ? wait : LONGEST_WAIT) * 1000L;
  }
  const struct timespec pause = {ms / 1000L, ms % 1000L * 1000000L};
  nanosleep(&pause, NULL);
}

/// May the same request be sent again?
static bool
is_worth_again(const RelStore *store, const RelHttpAnswer *answer)
{
  if (answer->status) {
    return is_passing(answer->status);
  }
  return answer->is_passing && (answer->has_connected || store->has_answered);
}

/// Ask until there is an answer that will not change
static RelStatus
ask(RelStore *store, const RelHttpRequest *request, RelHttpAnswer *answer)
{
  RelStatus st = REL_OK;

  for (unsigned n = 1;; ++n) {
    REL_TRY(st, rel_http_ask(store->http, request, answer));
    store->has_answered = store->has_answered || answer->status;
    if (answer->status >= 200L && answer->status < 300L) {
      return REL_OK;
    }
    if (n >= store->options.n_tries || !is_worth_again(store, answer)) {
      return fail_answer(store, request, answer, n);
    }
    pause_before(n, answer->wait);
  }
}

// ------------------------------------------------------------------- graphs

static RelStatus
graph_url(RelStore *store, RelStr graph, RelStr *url)
{
  const RelStr start = rel_str(store->options.url);
  RelBuffer buffer = {.arena = &store->scratch};

  rel_buffer_add(&buffer, start);
  rel_buffer_add_char(
      &buffer, rel_str_find(start, REL_STR("?")) == SIZE_MAX ? '?' : '&');
  rel_buffer_add(&buffer, graph.len ? REL_STR("graph=") : REL_STR("default"));
  rel_http_encode(&buffer, graph);
  *url = rel_buffer_str(&buffer);
  return buffer.status;
}

static RelStatus
send_graph(RelStore *store, const char *method, RelStr graph, RelStr triples)
{
  RelHttpAnswer answer;
  RelStatus st = REL_OK;
  RelStr url = {0};

  rel_arena_clear(&store->scratch);
  REL_TRY(st, graph_url(store, graph, &url));
  const RelHttpRequest request = {.method = method,
                                  .url = url.data,
                                  .content = "application/n-triples",
                                  .body = triples};
  return ask(store, &request, &answer);
}

RelStatus
rel_store_put(RelStore *store, RelStr graph, RelStr triples)
{
  return send_graph(store, "PUT", graph, triples);
}

RelStatus
rel_store_post(RelStore *store, RelStr graph, RelStr triples)
{
  return send_graph(store, "POST", graph, triples);
}

RelStatus
rel_store_delete(RelStore *store, RelStr graph)
{
  RelHttpAnswer answer = {.status = 0L};
  RelStr url = {0};
  RelStatus st = REL_OK;

  rel_arena_clear(&store->scratch);
  REL_TRY(st, graph_url(store, graph, &url));
  const RelHttpRequest request = {.method = "DELETE", .url = url.data};
  st = ask(store, &request, &answer);
  return answer.status == 404L ? REL_OK : st;
}

// ------------------------------------------------------------------- SPARQL

RelStatus
rel_store_update(RelStore *store, RelStr update)
{
  const RelPlace place = {store->options.url, 0U, 0U, 0U};
  RelHttpAnswer answer;

  rel_arena_clear(&store->scratch);
  if (!store->update_url.len) {
    return rel_fail(store->world, REL_BAD_ARG, place,
                    "expected --update-url too: it does not follow from this "
                    "URL");
  }
  const RelHttpRequest request = {.method = "POST",
                                  .url = store->update_url.data,
                                  .content = "application/sparql-update",
                                  .body = update};
  return ask(store, &request, &answer);
}

RelStatus
rel_store_select(RelStore *store, RelStr query, RelStoreRow on_row,
                 void *handle)
{
  const RelPlace place = {store->query_url.data, 0U, 0U, 0U};
  RelBuffer form = {.arena = &store->scratch};
  RelHttpAnswer answer;
  RelStatus st = REL_OK;

  rel_arena_clear(&store->scratch);
  rel_buffer_add(&form, REL_STR("query="));
  rel_http_encode(&form, query);
  REL_TRY(st, form.status);
  const RelHttpRequest request = {.method = "POST",
                                  .url = store->query_url.data,
                                  .accept = "text/csv",
                                  .content =
                                      "application/x-www-form-urlencoded",
                                  .body = rel_buffer_str(&form)};
  REL_TRY(st, ask(store, &request, &answer));
  if (answer.body.len >= REL_MAX_ANSWER) {
    return rel_fail(store->world, REL_OUTPUT, place,
                    "expected an answer of less than %d bytes, not more",
                    (int)REL_MAX_ANSWER);
  }
  return rel_csv_read(&store->scratch, answer.body, on_row, handle);
}

/// The only number of a result
typedef struct {
  uint64_t n;
  uint32_t n_rows;
  bool is_number;
} Count;

static RelStatus
on_count(void *handle, const RelStr *fields, uint32_t n)
{
  Count *const self = handle;

  if (self->n_rows++ == 1U && n == 1U) {
    self->is_number = rel_csv_number(fields[0], &self->n);
  }
  return REL_OK;
}

RelStatus
rel_store_count(RelStore *store, RelStr graph, uint64_t *n)
{
  const RelPlace place = {store->query_url.data, 0U, 0U, 0U};
  Count count = {0};
  RelArena arena;
  RelStr query = REL_STR("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }");
  RelStatus st = REL_OK;

  rel_arena_init(&arena, store->world);
  if (graph.len) {
    st = rel_arena_format(&arena, &query,
                          "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <%.*s> "
                          "{ ?s ?p ?o } }",
                          REL_ARG(graph));
  }
  st = st ? st : rel_store_select(store, query, on_count, &count);
  rel_arena_clear(&arena);
  REL_TRY(st, st);
  *n = count.n;
  return count.is_number ? REL_OK
                         : rel_fail(store->world, REL_OUTPUT, place,
                                    "expected a number of triples, not another "
                                    "answer");
}

// ----------------------------------------------------------------- lifetime

/// The first line of the password's file, or what the environment has
static RelStatus
read_password(RelStore *store)
{
  const char *const path = store->options.password_file;
  const RelPlace place = {path, 0U, 0U, 0U};
  RelStatus st = REL_OK;

  if (!path) {
    store->password = rel_str(getenv("RELATA_PASSWORD"));
    return REL_OK;
  }
  RelStr content = {0};
  REL_TRY(st, rel_file_read(&store->arena, path, &content));
  size_t end = 0;
  while (end < content.len && content.data[end] != '\n' &&
         content.data[end] != '\r' && content.data[end] != '\0') {
    ++end;
  }
  return end ? rel_arena_copy(&store->arena, rel_str_slice(content, 0U, end),
                              &store->password)
             : rel_fail(store->world, REL_BAD_FILE, place,
                        "expected a password in the first line");
}

static RelStatus
check_url(RelStore *store, const char *url)
{
  const RelPlace place = {url, 0U, 0U, 0U};

  return !url || rel_http_is_url(url)
             ? REL_OK
             : rel_fail(store->world, REL_BAD_ARG, place,
                        "expected an http or https URL without a password and "
                        "a fragment");
}

static RelStatus
find_urls(RelStore *store)
{
  const RelStoreOptions *const o = &store->options;
  const RelPlace place = {o->url, 0U, 0U, 0U};
  const bool has_user = o->user != NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, check_url(store, o->url));
  REL_TRY(st, check_url(store, o->query_url));
  REL_TRY(st, check_url(store, o->update_url));
  store->query_url = rel_str(o->query_url);
  store->update_url = rel_str(o->update_url);
  if (!o->query_url) {
    REL_TRY(st, rel_endpoint_derive(&store->arena, rel_str(o->url),
                                    REL_ENDPOINT_QUERY, has_user,
                                    &store->query_url));
  }
  if (!o->update_url) {
    REL_TRY(st, rel_endpoint_derive(&store->arena, rel_str(o->url),
                                    REL_ENDPOINT_UPDATE, has_user,
                                    &store->update_url));
  }
  return store->query_url.len
             ? REL_OK
             : rel_fail(store->world, REL_BAD_ARG, place,
                        "expected --query-url too: it does not follow from "
                        "this URL");
}

static RelStatus
connect_store(RelStore *store)
{
  RelStatus st = REL_OK;

  store->options.n_tries =
      store->options.n_tries ? store->options.n_tries : REL_STORE_TRIES;
  store->options.seconds =
      store->options.seconds ? store->options.seconds : REL_STORE_SECONDS;
  REL_TRY(st, find_urls(store));
  REL_TRY(st, read_password(store));
  const RelHttpOptions http = {
      .user = store->options.user,
      .password = store->password.len ? store->password.data : NULL,
      .ca_file = store->options.ca_file,
      .allows_basic = store->options.allows_basic,
      .seconds = store->options.seconds};
  return rel_http_open(store->world, &http, &store->http);
}

RelStatus
rel_store_open(RelWorld *world, const RelStoreOptions *options,
               RelStore **store)
{
  *store = NULL;
  RelStore *const self = rel_world_realloc(world, NULL, sizeof(RelStore));
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelStore){.world = world, .options = *options};
  rel_arena_init(&self->arena, world);
  rel_arena_init(&self->scratch, world);

  const RelStatus st = connect_store(self);
  if (st) {
    rel_store_free(self);
    return st;
  }
  *store = self;
  return REL_OK;
}

void
rel_store_free(RelStore *store)
{
  if (!store) {
    return;
  }
  rel_http_free(store->http);
  rel_arena_clear(&store->scratch);
  rel_arena_clear(&store->arena);
  rel_world_release(store->world, store);
}

RelWorld *
rel_store_world(const RelStore *store)
{
  return store->world;
}
