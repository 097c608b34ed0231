// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/parse.h"

#include "base/file.h"
#include "base/utf8.h"

#include <raptor2.h>

#include <string.h>

enum { CHUNK = 1 << 16 }; // bytes read at a time

typedef struct {
  RelWorld *world;
  const RelParsedSource *source;
  const RelParsedSink *sink;
  const char *syntax;
  const char *syntax_name; ///< For messages
  raptor_parser *parser;
  size_t offset; ///< Bytes handed to raptor
  uint32_t line; ///< Of that offset
  RelStatus status;
  char chunk[CHUNK];
} Reading;

static const struct {
  const char *ending;
  const char *syntax; ///< Raptor's name
  const char *name;   ///< For messages
} endings[] = {
    {".ttl", "turtle", "Turtle"},  {".nt", "ntriples", "N-Triples"},
    {".nq", "nquads", "N-Quads"},  {".trig", "trig", "TriG"},
    {".rdf", "rdfxml", "RDF/XML"}, {".owl", "rdfxml", "RDF/XML"},
    {".xml", "rdfxml", "RDF/XML"},
};

enum { N_ENDINGS = sizeof(endings) / sizeof(*endings) };

const char *
rel_rdf_syntax(const char *path)
{
  const RelStr name = rel_str(path);

  for (size_t i = 0; i < N_ENDINGS; ++i) {
    if (rel_str_ends(name, rel_str(endings[i].ending))) {
      return endings[i].syntax;
    }
  }
  return strcmp(path, "-") ? NULL : "turtle";
}

// ------------------------------------------------------------ statements

static RelStr
uri_text(raptor_uri *uri)
{
  RelStr text = {0};

  if (uri) {
    text.data = (const char *)raptor_uri_as_counted_string(uri, &text.len);
  }
  return text;
}

static RelParsedTerm
literal_of(const raptor_term_literal_value *value)
{
  return (RelParsedTerm){REL_PARSED_LITERAL,
                         {(const char *)value->string, value->string_len},
                         uri_text(value->datatype),
                         {(const char *)value->language, value->language_len}};
}

static RelParsedTerm
term_of(const raptor_term *term)
{
  if (!term) {
    return (RelParsedTerm){.kind = REL_PARSED_NOTHING};
  }
  if (term->type == RAPTOR_TERM_TYPE_LITERAL) {
    return literal_of(&term->value.literal);
  }
  return term->type == RAPTOR_TERM_TYPE_URI
             ? (RelParsedTerm){.kind = REL_PARSED_IRI,
                               .value = uri_text(term->value.uri)}
             : (RelParsedTerm){.kind = REL_PARSED_BLANK,
                               .value = {(const char *)term->value.blank.string,
                                         term->value.blank.string_len}};
}

static uint32_t
line_of(const raptor_locator *locator)
{
  return locator && locator->line > 0 ? (uint32_t)locator->line : 0U;
}

static void
on_statement(void *handle, raptor_statement *statement)
{
  Reading *const self = handle;

  if (self->status) {
    return;
  }
  const RelParsedStatement parsed = {
      term_of(statement->subject), term_of(statement->predicate),
      term_of(statement->object), term_of(statement->graph),
      line_of(raptor_parser_get_locator(self->parser))};

  self->status = self->sink->on_statement(self->sink->handle, &parsed);
  if (self->status) {
    raptor_parser_parse_abort(self->parser);
  }
}

static void
on_message(void *handle, raptor_log_message *message)
{
  Reading *const self = handle;
  // libxml2's errors come without a place
  const raptor_locator *const locator =
      message->locator || !self->parser
          ? message->locator
          : raptor_parser_get_locator(self->parser);
  const RelPlace place = {self->source->path, 0U, line_of(locator), 0U};

  if (!self->status && message->level >= RAPTOR_LOG_LEVEL_ERROR) {
    self->status = rel_fail(self->world, REL_BAD_INPUT, place,
                            "expected %s: %s", self->syntax_name,
                            message->text ? message->text : "it is none");
  }
}

// ------------------------------------------------------------ bytes

/// Bytes at the end that may begin a character of the next piece
static size_t
unfinished(RelStr bytes)
{
  for (size_t n = 1; n <= 3U && n <= bytes.len; ++n) {
    const uint8_t byte = (uint8_t)bytes.data[bytes.len - n];

    if (byte >= 0xC0U) {
      const size_t size = byte >= 0xF0U ? 4U : byte >= 0xE0U ? 3U : 2U;
      return size > n ? n : 0U;
    }
    if (byte < 0x80U) {
      return 0U;
    }
  }
  return 0U;
}

static uint32_t
count_lines(RelStr bytes)
{
  const char *at = bytes.data;
  const char *const end = bytes.data + bytes.len;
  uint32_t n = 0;

  while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
    ++at;
    ++n;
  }
  return n;
}

static RelStatus
check_utf8(const Reading *self, RelStr bytes)
{
  const size_t bad = rel_utf8_check(bytes);
  const RelPlace place = {
      self->source->path, self->offset + bad,
      self->line + count_lines(rel_str_slice(bytes, 0U, bad)), 0U};

  return bad < bytes.len ? rel_fail(self->world, REL_BAD_TEXT, place,
                                    "expected UTF-8 text, not byte 0x%02X",
                                    (unsigned)(uint8_t)bytes.data[bad])
                         : REL_OK;
}

static RelStatus
parse_piece(Reading *self, RelStr piece, bool is_last)
{
  RelStatus st = REL_OK;

  REL_TRY(st, check_utf8(self, piece));
  const int is_bad = raptor_parser_parse_chunk(
      self->parser, (const unsigned char *)piece.data, piece.len, is_last);

  self->offset += piece.len;
  self->line += count_lines(piece);
  return self->status || !is_bad ? self->status : REL_BAD_INPUT;
}

static RelStatus
parse_stream(Reading *self, FILE *stream)
{
  size_t kept = 0;
  bool is_last = false;

  while (!is_last) {
    const size_t size =
        kept + fread(self->chunk + kept, 1U, CHUNK - kept, stream);
    RelStatus st = REL_OK;

    REL_TRY(st, rel_file_check(self->world, self->source->path, stream));
    is_last = size < CHUNK;
    kept = is_last ? 0U : unfinished((RelStr){self->chunk, size});
    REL_TRY(st, parse_piece(self, (RelStr){self->chunk, size - kept}, is_last));
    memmove(self->chunk, self->chunk + size - kept, kept);
  }
  return REL_OK;
}

// ------------------------------------------------------------ parser

static RelStatus
parse_with(Reading *self, raptor_world *raptor, FILE *stream)
{
  const char *const base =
      self->source->base ? self->source->base : "file:///graph";
  raptor_uri *const uri = raptor_new_uri(raptor, (const unsigned char *)base);
  RelStatus st = REL_NO_MEMORY;

  self->parser = uri ? raptor_new_parser(raptor, self->syntax) : NULL;
  if (self->parser) {
    raptor_parser_set_option(self->parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(self->parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_statement_handler(self->parser, self, on_statement);
    st = raptor_parser_parse_start(self->parser, uri)
             ? REL_NO_MEMORY
             : parse_stream(self, stream);
    raptor_free_parser(self->parser);
  }
  raptor_free_uri(uri);
  return st;
}

static RelStatus
parse_in_world(Reading *self, FILE *stream)
{
  raptor_world *const raptor = raptor_new_world();
  RelStatus st = REL_NO_MEMORY;

  if (!raptor) {
    return st;
  }
  raptor_world_set_log_handler(raptor, self, on_message);
  // nothing is fetched, so libcurl need not be woken
  raptor_world_set_flag(raptor, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
  if (!raptor_world_open(raptor)) {
    st = parse_with(self, raptor, stream);
  }
  raptor_free_world(raptor);
  return st;
}

/// Raptor's name and ours for the syntax of the source
static RelStatus
choose_syntax(Reading *self)
{
  const RelParsedSource *const source = self->source;
  const char *const wanted =
      source->syntax ? source->syntax : rel_rdf_syntax(source->path);
  const RelPlace place = {source->path, 0U, 0U, 0U};

  for (size_t i = 0; wanted && i < N_ENDINGS; ++i) {
    if (!strcmp(wanted, endings[i].syntax)) {
      self->syntax = wanted;
      self->syntax_name = endings[i].name;
      return REL_OK;
    }
  }
  return wanted ? rel_fail(self->world, REL_BAD_ARG, place,
                           "expected turtle, ntriples, nquads, trig or rdfxml, "
                           "not %s",
                           wanted)
                : rel_fail(self->world, REL_BAD_ARG, place,
                           "expected a name that ends in .ttl, .nt, .nq, .trig "
                           "or .rdf");
}

RelStatus
rel_rdf_parse_stream(RelWorld *world, const RelParsedSource *source,
                     FILE *stream, const RelParsedSink *sink)
{
  Reading *const self = rel_world_realloc(world, NULL, sizeof(Reading));

  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (Reading){.world = world, .source = source, .sink = sink, .line = 1U};
  RelStatus st = choose_syntax(self);
  if (!st) {
    st = parse_in_world(self, stream);
  }
  rel_world_release(world, self);
  return st;
}

RelStatus
rel_rdf_parse(RelWorld *world, const RelParsedSource *source,
              const RelParsedSink *sink)
{
  FILE *stream = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_file_open(world, source->path, &stream));
  st = rel_rdf_parse_stream(world, source, stream, sink);
  rel_file_close(stream);
  return st;
}
