// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/query.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "base/utf8.h"
#include "rdf/line.h"
#include "rdf/source.h"
#include "rdf/vocabulary.h"

#include <rasqal.h>

#include <stdlib.h>
#include <string.h>

enum {
  MESSAGE_SIZE = 200, // bytes
  MAX_PREFIX = 16,    // bytes of a prefix
};

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/// What rasqal said of a text
typedef struct {
  uint32_t line;  ///< Of the first message; 0 where it has none
  bool is_at_end; ///< The text ends too early
  bool is_said;
  char first[MESSAGE_SIZE];
} Messages;

typedef struct {
  RelWorld *world;
  const RelQuery *query;
  RelArena arena; ///< For the whole call
  RelArena rows;  ///< For what is printed
  RelStr base;
  rasqal_world *rasqal;
  raptor_world *raptor;
  RelSource source;
  Messages messages;
  bool is_distinct; ///< Each row once: rasqal compares it with all others
  int limit;        ///< Rows to print where rows are distinct; -1: all
  int offset;       ///< Rows to pass over before
  size_t n_prelude; ///< Bytes before the query's own text
  RelStr text;      ///< The prelude and the query
} Asking;

// ---------------------------------------------------------------- messages

static void
on_message(void *handle, raptor_log_message *message)
{
  Messages *const self = handle;
  const char *const text = message->text ? message->text : "";

  if (message->level < RAPTOR_LOG_LEVEL_ERROR) {
    return;
  }
  self->is_at_end = self->is_at_end || strstr(text, "unexpected $end");
  if (!self->is_said) {
    self->is_said = true;
    snprintf(self->first, sizeof(self->first), "%s", text);
    self->line = message->locator && message->locator->line > 0
                     ? (uint32_t)message->locator->line
                     : 0U;
  }
}

/// The place of a byte of the prelude and query
static RelPlace
place_of(const Asking *self, size_t offset)
{
  const size_t end = offset < self->n_prelude ? 0U : offset - self->n_prelude;
  const RelStr before = rel_str_slice(self->query->text, 0U, end);
  RelPlace place = {self->query->name, end, 1U, 1U};
  size_t start = 0;

  for (size_t i = 0; i < before.len; ++i) {
    if (before.data[i] == '\n') {
      ++place.line;
      start = i + 1U;
    }
  }
  place.column =
      (uint32_t)rel_utf8_count(rel_str_slice(before, start, end)) + 1U;
  return place;
}

static RelStatus
fail_whole(const Asking *self, const char *words)
{
  const RelPlace place = {self->query->name, 0U, 0U, 0U};

  return rel_fail(self->world, REL_BAD_ARG, place, "%s", words);
}

// ----------------------------------------------------------------- parsing

/// Parse a text; null where it is no query, of which the messages tell
static rasqal_query *
prepare(Asking *self, RelStr text)
{
  RelStr copy = {0};

  self->messages = (Messages){.line = 0U};
  if (rel_arena_copy(&self->arena, text, &copy)) {
    return NULL;
  }
  rasqal_query *const query =
      rasqal_new_query(self->rasqal, "sparql11-query", NULL);
  if (query &&
      rasqal_query_prepare(query, (const unsigned char *)copy.data, NULL)) {
    rasqal_free_query(query);
    return NULL;
  }
  return query;
}

/// Could the text go on to be a query?
static bool
can_go_on(Asking *self, RelStr text)
{
  rasqal_query *const query = prepare(self, text);

  if (query) {
    rasqal_free_query(query);
  }
  return query || self->messages.is_at_end;
}

static bool
is_blank(char byte)
{
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/**
   Find the word at which a text stops to be SPARQL.

   Rasqal tells the line only; so parse what ends behind each of its words.
*/
static size_t
find_odd_word(Asking *self, uint32_t line)
{
  size_t at = 0;

  for (uint32_t i = 1; i < line && at < self->text.len; ++at) {
    i += self->text.data[at] == '\n';
  }
  while (at < self->text.len && self->text.data[at] != '\n') {
    const size_t start = at;

    while (at < self->text.len && !is_blank(self->text.data[at])) {
      ++at;
    }
    if (at > start && start >= self->n_prelude &&
        !can_go_on(self, rel_str_slice(self->text, 0U, at))) {
      return start;
    }
    while (at < self->text.len && self->text.data[at] != '\n' &&
           is_blank(self->text.data[at])) {
      ++at;
    }
  }
  return SIZE_MAX;
}

/// What rasqal has no words for, by its own message or the odd word; null where
/// it is another
static const char *
refuse_syntax(const char *message, RelStr rest)
{
  static const struct {
    const char *part;
    const char *words;
  } lacks[] = {
      {"unexpected NOT", "expected no NOT EXISTS here" REL_QUERY_STORE},
      {"unexpected '/'", "expected no property path here" REL_QUERY_STORE},
      {"unexpected '|'", "expected no property path here" REL_QUERY_STORE},
      {"unexpected '+'", "expected no property path here" REL_QUERY_STORE},
      {"unexpected '*'", "expected no property path here" REL_QUERY_STORE},
      {"error at '^'", "expected no property path here" REL_QUERY_STORE},
  };
  static const RelStr exists = {"EXISTS", 6U};

  if (rel_str_equal_fold(rel_str_slice(rest, 0U, exists.len), exists)) {
    return "expected no EXISTS here" REL_QUERY_STORE;
  }
  for (size_t i = 0; i < sizeof(lacks) / sizeof(*lacks); ++i) {
    if (strstr(message, lacks[i].part)) {
      return lacks[i].words;
    }
  }
  return NULL;
}

static RelStatus
fail_syntax(Asking *self)
{
  const Messages said = self->messages;
  const bool is_at_end = said.is_at_end && strstr(said.first, "$end");
  const size_t odd = is_at_end   ? self->text.len
                     : said.line ? find_odd_word(self, said.line)
                                 : SIZE_MAX;
  const char *const words =
      refuse_syntax(said.first, rel_str_slice(self->text, odd, self->text.len));
  const RelPlace place = odd == SIZE_MAX
                             ? (RelPlace){self->query->name, 0U, said.line, 0U}
                             : place_of(self, odd);

  return words
             ? rel_fail(self->world, REL_BAD_ARG, place, "%s", words)
             : rel_fail(self->world, REL_BAD_ARG, place,
                        "expected SPARQL%s: %s",
                        is_at_end ? " to go on, not its end" : "", said.first);
}

/// The namespace of a prefix that nobody declared; empty where we have none
static RelStatus
find_namespace(Asking *self, RelStr prefix, RelStr *namespace)
{
  uint32_t n_own = 0;
  const RelNamespace *const own = rel_vocabulary_own(&n_own);
  uint32_t n = 0;
  const RelNamespace *const known = rel_vocabulary_namespaces(&n);

  *namespace =
      rel_str_equal(prefix, REL_STR("rdf")) ? REL_STR(RDF) : REL_STR("");
  for (uint32_t i = 0; i < n_own; ++i) {
    if (rel_str_equal(prefix, rel_str(own[i].prefix))) {
      return rel_arena_format(&self->arena, namespace, "%.*s%s",
                              REL_ARG(self->base), own[i].iri);
    }
  }
  for (uint32_t i = 0; i < n; ++i) {
    if (rel_str_equal(prefix, rel_str(known[i].prefix))) {
      *namespace = rel_str(known[i].iri);
    }
  }
  return REL_OK;
}

/// The prefix of which rasqal says that nobody declared it; or empty
static RelStr
undeclared_prefix(const Messages *messages)
{
  static const char start[] = "The namespace prefix in \"";
  const RelStr said = rel_str(messages->first);

  if (!rel_str_starts(said, rel_str(start))) {
    return REL_STR("");
  }
  const RelStr name = rel_str_slice(said, sizeof(start) - 1U, said.len);
  const size_t colon = rel_str_find(name, REL_STR(":"));
  return colon < MAX_PREFIX ? rel_str_slice(name, 0U, colon) : REL_STR("");
}

/// Put the declaration of a prefix before the text
static RelStatus
declare(Asking *self, RelStr prefix, bool *is_known)
{
  RelStatus st = REL_OK;
  RelStr namespace = {0};

  REL_TRY(st, find_namespace(self, prefix, &namespace));
  *is_known = namespace.len > 0U;
  const size_t before = self->text.len;
  REL_TRY(st, rel_arena_format(&self->arena, &self->text,
                               "PREFIX %.*s: <%.*s> %.*s", REL_ARG(prefix),
                               REL_ARG(namespace), REL_ARG(self->text)));
  self->n_prelude += self->text.len - before;
  return REL_OK;
}

/// Parse the query, with the prefixes that it leaves to us
static RelStatus
parse_query(Asking *self, rasqal_query **query)
{
  RelStatus st = REL_OK;

  self->text = self->query->text;
  for (unsigned i = 0;; ++i) {
    char prefix[MAX_PREFIX + 1];
    bool is_known = false;

    *query = prepare(self, self->text);
    if (*query) {
      return REL_OK;
    }
    const RelStr missing = undeclared_prefix(&self->messages);
    snprintf(prefix, sizeof(prefix), "%.*s", REL_ARG(missing));
    if (!*prefix || i > 32U) {
      return fail_syntax(self);
    }
    const Messages said = self->messages;
    REL_TRY(st, declare(self, rel_str(prefix), &is_known));
    if (!is_known) {
      self->messages = said;
      const size_t at =
          rel_str_find(self->query->text, (RelStr){prefix, strlen(prefix)});
      return rel_fail(self->world, REL_BAD_ARG,
                      place_of(self, at + self->n_prelude),
                      "expected a declaration of the prefix %s:", prefix);
    }
  }
}

// ----------------------------------------------------------------- refusing

static const char *
refuse_pattern(rasqal_graph_pattern *pattern)
{
  static const struct {
    rasqal_graph_pattern_operator op;
    const char *words;
  } refused[] = {
      {RASQAL_GRAPH_PATTERN_OPERATOR_GRAPH,
       "expected no GRAPH: the graphs of files are read as "
       "one" REL_QUERY_STORE},
      {RASQAL_GRAPH_PATTERN_OPERATOR_SERVICE,
       "expected no SERVICE: nothing is fetched"},
      {RASQAL_GRAPH_PATTERN_OPERATOR_MINUS,
       "expected no MINUS here" REL_QUERY_STORE},
  };

  for (size_t i = 0; pattern && i < sizeof(refused) / sizeof(*refused); ++i) {
    if (rasqal_graph_pattern_get_operator(pattern) == refused[i].op) {
      return refused[i].words;
    }
  }
  for (int i = 0; pattern; ++i) {
    rasqal_graph_pattern *const part =
        rasqal_graph_pattern_get_sub_graph_pattern(pattern, i);
    const char *const words = part ? refuse_pattern(part) : NULL;
    if (!part || words) {
      return words;
    }
  }
  return NULL;
}

static bool
is_aggregate(const rasqal_expression *expression)
{
  static const rasqal_op aggregates[] = {
      RASQAL_EXPR_COUNT, RASQAL_EXPR_SUM, RASQAL_EXPR_AVG,
      RASQAL_EXPR_MIN,   RASQAL_EXPR_MAX, RASQAL_EXPR_SAMPLE,
  };

  for (size_t i = 0; i < sizeof(aggregates) / sizeof(*aggregates); ++i) {
    if (expression->op == aggregates[i]) {
      return true;
    }
  }
  return false;
}

/// Rasqal computes nothing but aggregates where rows are grouped
static const char *
refuse_columns(rasqal_query *query)
{
  raptor_sequence *const columns =
      rasqal_query_get_bound_variable_sequence(query);
  raptor_sequence *const groups =
      rasqal_query_get_group_conditions_sequence(query);
  bool is_grouped = groups && raptor_sequence_size(groups) > 0;
  bool has_other = false;

  for (int i = 0; columns && i < raptor_sequence_size(columns); ++i) {
    const rasqal_variable *const column = raptor_sequence_get_at(columns, i);
    if (column->expression &&
        column->expression->op == RASQAL_EXPR_GROUP_CONCAT) {
      return "expected no GROUP_CONCAT here" REL_QUERY_STORE;
    }
    if (column->expression) {
      is_grouped = is_grouped || is_aggregate(column->expression);
      has_other = has_other || !is_aggregate(column->expression);
    }
  }
  return is_grouped && has_other
             ? "expected only variables and aggregates where rows are "
               "grouped" REL_QUERY_STORE
             : NULL;
}

/// Refuse what rasqal would not answer, or answer wrong
static RelStatus
check_query(const Asking *self, rasqal_query *query)
{
  const rasqal_query_verb verb = rasqal_query_get_verb(query);
  raptor_sequence *const graphs = rasqal_query_get_data_graph_sequence(query);
  const char *words = NULL;

  if (verb != RASQAL_QUERY_VERB_SELECT && verb != RASQAL_QUERY_VERB_ASK &&
      verb != RASQAL_QUERY_VERB_CONSTRUCT) {
    return fail_whole(self, "expected SELECT, ASK or CONSTRUCT");
  }
  if (graphs && raptor_sequence_size(graphs) > 0) {
    return fail_whole(self, "expected no FROM: the graphs are the files");
  }
  words = refuse_pattern(rasqal_query_get_query_graph_pattern(query));
  words =
      words || verb != RASQAL_QUERY_VERB_SELECT ? words : refuse_columns(query);
  return words ? fail_whole(self, words) : REL_OK;
}

// ---------------------------------------------------------------- answering

/// Was the answer cut short?
static RelStatus
check_whole(const Asking *self)
{
  if (self->source.is_out_of_memory) {
    return REL_NO_MEMORY;
  }
  return self->source.is_late
             ? fail_whole(self,
                          "expected an answer in the time given (--timeout); "
                          "patterns that find little should stand "
                          "first" REL_QUERY_STORE)
             : REL_OK;
}

static RelStatus
read_names(Asking *self, rasqal_query_results *results, RelAnswer *answer)
{
  const int n = rasqal_query_results_get_bindings_count(results);

  answer->n_names = n > 0 ? (uint32_t)n : 0U;
  answer->names = rel_arena_calloc(&self->arena, answer->n_names + 1U,
                                   sizeof(*answer->names));
  for (int i = 0; answer->names && i < n; ++i) {
    answer->names[i] =
        (const char *)rasqal_query_results_get_binding_name(results, i);
  }
  return answer->names ? REL_OK : REL_NO_MEMORY;
}

/// Rows that were seen
typedef struct {
  RelIntern rows;
  RelArena arena; ///< Of the rows
  RelBuffer key;  ///< Under construction
} Seen;

/// Take a row if it is new and within the limits, where the query wants that
static RelStatus
take_row(const Asking *self, Seen *seen, const RelParsedTerm *terms, uint32_t n,
         bool *is_taken)
{
  const uint32_t n_before = seen->rows.n;
  uint32_t number = 0;
  RelStatus st = REL_OK;

  *is_taken = true;
  if (!self->is_distinct) {
    return REL_OK;
  }
  seen->key.len = 0U;
  for (uint32_t i = 0; i < n; ++i) {
    if (terms[i].kind != REL_PARSED_NOTHING) {
      rel_line_add_term(&seen->key, &terms[i]);
    }
    rel_buffer_add_char(&seen->key, '\n');
  }
  REL_TRY(st, seen->key.status);
  REL_TRY(st, rel_intern_add(&seen->rows, rel_buffer_str(&seen->key), &number));
  const uint32_t first = self->offset > 0 ? (uint32_t)self->offset : 0U;
  *is_taken = seen->rows.n > n_before && number >= first &&
              (self->limit < 0 || number - first < (uint32_t)self->limit);
  return REL_OK;
}

static RelStatus
write_each(const Asking *self, rasqal_query_results *results, RelAnswer *answer,
           RelParsedTerm *terms, Seen *seen)
{
  RelStatus st = REL_OK;

  while (!rasqal_query_results_finished(results)) {
    bool is_taken = false;

    for (uint32_t i = 0; i < answer->n_names; ++i) {
      terms[i] = rel_source_term(
          rasqal_query_results_get_binding_value(results, (int)i));
    }
    REL_TRY(st, take_row(self, seen, terms, answer->n_names, &is_taken));
    if (is_taken) {
      REL_TRY(st, rel_answer_row(answer, terms));
    }
    if (rasqal_query_results_next(results)) {
      break;
    }
  }
  return REL_OK;
}

static RelStatus
write_rows(Asking *self, rasqal_query_results *results, FILE *out)
{
  RelAnswer answer = {.arena = &self->rows,
                      .out = out,
                      .format = self->query->format,
                      .base = self->base};
  RelStatus st = REL_OK;

  REL_TRY(st, read_names(self, results, &answer));
  RelParsedTerm *const terms =
      rel_arena_calloc(&self->arena, answer.n_names + 1U, sizeof(*terms));
  REL_TRY(st, terms ? rel_answer_begin(&answer) : REL_NO_MEMORY);

  Seen seen = {.rows = {0}};
  rel_arena_init(&seen.arena, self->world);
  rel_intern_init(&seen.rows, &seen.arena);
  seen.key.arena = &seen.arena;
  st = write_each(self, results, &answer, terms, &seen);
  rel_arena_clear(&seen.arena);
  REL_TRY(st, st);
  REL_TRY(st, check_whole(self));
  return rel_answer_end(&answer);
}

static int
compare_lines(const void *x, const void *y)
{
  return rel_str_compare(*(const RelStr *)x, *(const RelStr *)y);
}

static RelParsedTerm
term_of(const raptor_term *term)
{
  RelParsedTerm parsed = {.kind = REL_PARSED_IRI};

  if (term->type == RAPTOR_TERM_TYPE_URI) {
    parsed.value.data = (const char *)raptor_uri_as_counted_string(
        term->value.uri, &parsed.value.len);
    return parsed;
  }
  if (term->type == RAPTOR_TERM_TYPE_BLANK) {
    return (RelParsedTerm){.kind = REL_PARSED_BLANK,
                           .value = {(const char *)term->value.blank.string,
                                     term->value.blank.string_len}};
  }
  parsed.kind = REL_PARSED_LITERAL;
  parsed.value = (RelStr){(const char *)term->value.literal.string,
                          term->value.literal.string_len};
  parsed.language = rel_str((const char *)term->value.literal.language);
  if (term->value.literal.datatype) {
    parsed.datatype.data = (const char *)raptor_uri_as_counted_string(
        term->value.literal.datatype, &parsed.datatype.len);
  }
  return parsed;
}

/// The triples of CONSTRUCT as lines, sorted, each once
static RelStatus
write_triples(Asking *self, rasqal_query_results *results, FILE *out)
{
  REL_ARRAY(RelStr) lines = {0};
  RelStatus st = REL_OK;

  for (raptor_statement *triple = NULL;
       (triple = rasqal_query_results_get_triple(results));) {
    const RelParsedStatement statement = {.subject = term_of(triple->subject),
                                          .predicate =
                                              term_of(triple->predicate),
                                          .object = term_of(triple->object)};
    RelBuffer line = {.arena = &self->rows};
    const RelParsedTerm *odd = NULL;

    if (rel_line_add(&line, &statement, &odd)) {
      REL_TRY(st, line.status);
      REL_TRY(st, REL_ARRAY_PUSH(&self->rows, &lines, rel_buffer_str(&line)));
    }
    if (rasqal_query_results_next_triple(results)) {
      break;
    }
  }
  REL_TRY(st, check_whole(self));
  if (lines.n) {
    qsort(lines.items, lines.n, sizeof(*lines.items), compare_lines);
  }
  for (uint32_t i = 0; i < lines.n; ++i) {
    if (!i || !rel_str_equal(lines.items[i], lines.items[i - 1U])) {
      fprintf(out, "%.*s", REL_ARG(lines.items[i]));
    }
  }
  return REL_OK;
}

/// See to DISTINCT ourselves
static void
take_distinct(Asking *self, rasqal_query *query)
{
  self->is_distinct =
      rasqal_query_get_verb(query) == RASQAL_QUERY_VERB_SELECT &&
      rasqal_query_get_distinct(query) == 1;
  if (self->is_distinct) {
    self->limit = rasqal_query_get_limit(query);
    self->offset = rasqal_query_get_offset(query);
    rasqal_query_set_distinct(query, 0);
    rasqal_query_set_limit(query, -1);
    rasqal_query_set_offset(query, -1);
  }
}

static RelStatus
write_answer(Asking *self, rasqal_query *query, FILE *out)
{
  RelStatus st = REL_OK;

  take_distinct(self, query);
  rasqal_query_results *const results = rasqal_query_execute(query);

  if (!results) {
    return self->source.is_out_of_memory
               ? REL_NO_MEMORY
               : fail_whole(self, "expected a query that librasqal can "
                                  "answer" REL_QUERY_STORE);
  }
  if (rasqal_query_results_is_boolean(results)) {
    const bool is_true = rasqal_query_results_get_boolean(results) > 0;
    st = check_whole(self);
    if (!st) {
      rel_answer_boolean(out, self->query->format, is_true);
    }
  } else {
    st = rasqal_query_results_is_graph(results)
             ? write_triples(self, results, out)
             : write_rows(self, results, out);
  }
  rasqal_free_query_results(results);
  return st;
}

static RelStatus
run(Asking *self, RelMemory *memory, FILE *out)
{
  const unsigned seconds =
      self->query->seconds ? self->query->seconds : REL_QUERY_SECONDS;
  rasqal_query *query = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_source_open(&self->source, self->rasqal, memory,
                              (double)seconds));
  st = parse_query(self, &query);
  if (!st) {
    st = check_query(self, query);
  }
  if (!st) {
    st = write_answer(self, query, out);
  }
  if (query) {
    rasqal_free_query(query);
  }
  rel_source_close(&self->source);
  return st;
}

/// Open rasqal without its waking libcurl
static RelStatus
open_rasqal(Asking *self)
{
  self->raptor = raptor_new_world();
  self->rasqal = self->raptor ? rasqal_new_world() : NULL;
  if (!self->rasqal) {
    return REL_NO_MEMORY;
  }
  raptor_world_set_log_handler(self->raptor, &self->messages, on_message);
  raptor_world_set_flag(self->raptor, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH,
                        1);
  if (raptor_world_open(self->raptor)) {
    return REL_NO_MEMORY;
  }
  rasqal_world_set_raptor(self->rasqal, self->raptor);
  rasqal_world_set_log_handler(self->rasqal, &self->messages, on_message);
  return rasqal_world_open(self->rasqal) ? REL_NO_MEMORY : REL_OK;
}

RelStatus
rel_query_run(RelMemory *memory, const RelQuery *query, FILE *out)
{
  Asking self = {
      .world = rel_memory_world(memory),
      .query = query,
      .base = rel_str(query->base ? query->base : "https://w3id.org/relata/")};

  rel_arena_init(&self.arena, self.world);
  rel_arena_init(&self.rows, self.world);
  RelStatus st = open_rasqal(&self);
  if (!st) {
    st = run(&self, memory, out);
  }
  if (self.rasqal) {
    rasqal_free_world(self.rasqal);
  }
  if (self.raptor) {
    raptor_free_world(self.raptor);
  }
  rel_arena_clear(&self.rows);
  rel_arena_clear(&self.arena);
  return st;
}
