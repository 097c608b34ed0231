// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "relata.h"

#include "mention/print.h"
#include "rdf/authority.h"
#include "text/print.h"

#include <time.h>

/// What rel_read_conllu() holds at a time: bytes of text, and words of trees
enum { PIECE_BYTES = 1 << 16, PIECE_WORDS = 1 << 13 };

/// The layers of one document, in one arena
typedef struct {
  RelArena arena;
  RelText text;
  RelTree tree;
  RelMentions mentions;
} Layers;

static const char *const room_names[] = {"text", "tag", "parse", "mention",
                                         "extract"};

const char *
rel_room_text(RelRoom room)
{
  return room < REL_N_ROOMS ? room_names[room] : "?";
}

RelRoom
rel_room_find(RelStr name)
{
  for (unsigned room = 0; room < REL_N_ROOMS; ++room) {
    if (rel_str_equal(name, rel_str(room_names[room]))) {
      return (RelRoom)room;
    }
  }
  return REL_N_ROOMS;
}

const char *
rel_version(void)
{
  return REL_VERSION;
}

static double
now(void)
{
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/// Add the time since `start` to a room, and start anew
static void
count_time(const RelReading *reading, RelRoom room, double *start)
{
  if (reading->seconds) {
    const double end = now();
    reading->seconds[room] += end - *start;
    *start = end;
  }
}

static RelInput
input_of(const RelReading *reading, RelStr name)
{
  if (reading->input != REL_INPUT_AUTO) {
    return reading->input;
  }
  return rel_str_ends(name, REL_STR(".conllu")) ? REL_INPUT_CONLLU
                                                : REL_INPUT_TEXT;
}

static RelStatus
read_text(const RelReading *reading, const char *path, Layers *layers)
{
  const RelStr name = rel_str(path);
  RelStatus st = REL_OK;
  RelStr content;

  REL_TRY(st, rel_file_read(&layers->arena, path, &content));
  switch (input_of(reading, name)) {
  case REL_INPUT_SENTENCES:
    return rel_text_read_sentences(&layers->arena, name, content,
                                   &layers->text);
  case REL_INPUT_CONLLU:
    return rel_conllu_read(&layers->arena, name, content, &layers->text,
                           &layers->tree);
  case REL_INPUT_PLAIN:
    return rel_text_read_plain(&layers->arena, name, content, &layers->text);
  default:
    return rel_text_read(&layers->arena, name, content, &layers->text);
  }
}

/// The tagger that was given, or a new one
static RelStatus
find_tagger(const RelReading *reading, RelArena *arena, RelTagger **tagger)
{
  *tagger = reading->tagger;
  return *tagger ? REL_OK : rel_tagger_new(reading->model, arena, tagger);
}

static RelStatus
tag_text(const RelReading *reading, Layers *layers)
{
  RelTagger *tagger = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, find_tagger(reading, &layers->arena, &tagger));
  return rel_tagger_run(tagger, &layers->arena, &layers->text, &layers->tree);
}

static RelStatus
read_layers(const RelReading *reading, const char *path, RelRoom last,
            Layers *layers)
{
  double start = reading->seconds ? now() : 0.0;
  RelStatus st = REL_OK;

  REL_TRY(st, read_text(reading, path, layers));
  if (reading->date.len) {
    layers->text.date = reading->date;
  }
  count_time(reading, REL_ROOM_TEXT, &start);
  if (last < REL_ROOM_TAG) {
    return REL_OK;
  }
  if (!layers->tree.head || reading->is_reparsed) {
    if (!reading->model) {
      const RelPlace place = {path, 0U, 0U, 0U};
      return rel_fail(reading->world, REL_BAD_ARG, place,
                      "expected a model for text without trees");
    }
    st = last == REL_ROOM_TAG ? tag_text(reading, layers)
                              : rel_parse(reading->model, &layers->arena,
                                          &layers->text, &layers->tree);
  }
  count_time(reading, last == REL_ROOM_TAG ? last : REL_ROOM_PARSE, &start);
  if (st || last < REL_ROOM_MENTION) {
    return st;
  }
  const RelMentionOptions options = {reading->guide, reading->joins_likely};
  REL_TRY(st, rel_mentions_find(&layers->arena, &layers->text, &layers->tree,
                                &options, &layers->mentions));
  count_time(reading, REL_ROOM_MENTION, &start);
  return REL_OK;
}

static RelStatus
send_triples(const RelReading *reading, Layers *layers, const RelSink *sink)
{
  double start = reading->seconds ? now() : 0.0;
  const RelStatus st = rel_extract(&layers->arena, &layers->text, &layers->tree,
                                   &layers->mentions, reading->views, sink);

  count_time(reading, REL_ROOM_EXTRACT, &start);
  return st;
}

static void
open_layers(const RelReading *reading, Layers *layers)
{
  *layers = (Layers){.text = {.n_tokens = 0U}};
  rel_arena_init(&layers->arena, reading->world);
}

/// Memory can run out where nobody has words for it
static RelStatus
told(const RelReading *reading, const char *path, RelStatus st)
{
  const RelPlace place = {path, 0U, 0U, 0U};

  return st == REL_NO_MEMORY ? rel_fail(reading->world, st, place,
                                        "expected more memory, not a refusal")
                             : st;
}

RelStatus
rel_read(const RelReading *reading, const char *path, const RelSink *sink)
{
  Layers layers;

  open_layers(reading, &layers);
  RelStatus st = read_layers(reading, path, REL_ROOM_EXTRACT, &layers);
  if (!st) {
    st = send_triples(reading, &layers, sink);
  }
  rel_arena_clear(&layers.arena);
  return told(reading, path, st);
}

static RelStatus
explain_triple(const RelReading *reading, const char *path, uint32_t number,
               FILE *out, Layers *layers)
{
  const RelPlace place = {path, 0U, 0U, 0U};
  RelExplain explain = {.out = out, .number = number};
  RelStatus st = REL_OK;

  REL_TRY(st, read_layers(reading, path, REL_ROOM_EXTRACT, layers));
  REL_TRY(st,
          rel_extract_explained(&layers->arena, &layers->text, &layers->tree,
                                &layers->mentions, &explain));
  return explain.is_found ? REL_OK
                          : rel_fail(reading->world, REL_BAD_ARG, place,
                                     "expected a triple from 1 to %u, not %u",
                                     explain.n_triples, number);
}

RelStatus
rel_read_explain(const RelReading *reading, const char *path, uint32_t number,
                 FILE *out)
{
  Layers layers;

  open_layers(reading, &layers);
  const RelStatus st = explain_triple(reading, path, number, out, &layers);
  rel_arena_clear(&layers.arena);
  return told(reading, path, st);
}

static RelStatus
print_layer(const RelReading *reading, RelRoom last, Layers *layers, FILE *out)
{
  switch (last) {
  case REL_ROOM_TEXT:
    return rel_text_print(out, &layers->text);
  case REL_ROOM_TAG:
  case REL_ROOM_PARSE:
    rel_conllu_write(out, &layers->text, &layers->tree);
    return REL_OK;
  case REL_ROOM_MENTION:
    return rel_mentions_print(out, &layers->arena, &layers->text,
                              &layers->mentions);
  default: {
    RelPrint print = {reading->world, out};
    const RelSink sink = rel_print_sink(&print);
    return send_triples(reading, layers, &sink);
  }
  }
}

RelStatus
rel_read_print(const RelReading *reading, const char *path, RelRoom last,
               FILE *out)
{
  Layers layers;

  open_layers(reading, &layers);
  RelStatus st = read_layers(reading, path, last, &layers);
  if (!st) {
    st = print_layer(reading, last, &layers, out);
  }
  rel_arena_clear(&layers.arena);
  return told(reading, path, st);
}

// ----------------------------------------------------------------- actors

static RelStatus
take_actor(void *handle, const RelAuthorityActor *actor)
{
  RelGuide *const guide = handle;
  const RelKnownActor known = {actor->name, actor->kind, actor->iri};
  uint32_t number = 0U;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_guide_add_actor(guide, &known, &number));
  REL_TRY(st, rel_guide_add_name(guide, number, actor->name));
  for (uint32_t i = 0; i < actor->n_names; ++i) {
    REL_TRY(st, rel_guide_add_name(guide, number, actor->names[i]));
  }
  return st;
}

RelStatus
rel_read_authority(RelWorld *world, const char *path, RelGuide *guide)
{
  const RelAuthorityReader reader = {guide, take_actor};

  return rel_str_ends(rel_str(path), REL_STR(".ttl"))
             ? rel_authority_read(world, path, &reader)
             : rel_guide_read_authority(guide, path);
}

// ----------------------------------------------------------------- pieces

/// A document that is parsed and printed piece by piece
typedef struct {
  const RelReading *reading;
  const RelConlluOptions *options;
  RelTagger *tagger; ///< Null: trees are made
  FILE *out;
  RelArena document; ///< The file and its paragraphs
  RelArena piece;    ///< The tokens of a piece
  RelArena trees;    ///< The trees of some sentences of it
  RelConlluPrint print;
  RelConlluNotes notes; ///< Of the piece
} Pieces;

/// Parse and print sentences [first, past) of a piece
static RelStatus
print_part(Pieces *self, const RelText *piece, uint32_t first, uint32_t past)
{
  const RelSentence *const last = &piece->sentences[past - 1U];
  const uint32_t base = piece->sentences[first].first;
  RelConlluNotes notes = self->notes;
  RelText part = *piece;
  RelTree tree = {0};
  RelStatus st = REL_OK;

  part.tokens += base;
  part.n_tokens = last->first + last->n - base;
  part.sentences += first;
  part.n_sentences = past - first;
  for (uint32_t i = 0; i < part.n_sentences; ++i) {
    part.sentences[i].first -= base;
  }
  REL_TRY(st,
          self->tagger
              ? rel_tagger_run(self->tagger, &self->trees, &part, &tree)
              : rel_parse(self->reading->model, &self->trees, &part, &tree));
  if (notes.misc) {
    notes.comments += first;
    notes.misc += base;
    notes.ranges += base;
    self->print.notes = &notes;
  }
  rel_conllu_print(&self->print, self->out, &part, &tree);
  self->print.notes = NULL;
  rel_arena_clear(&self->trees);
  if (self->options->on_progress) {
    self->options->on_progress(
        self->options->handle,
        (double)part.sentences[part.n_sentences - 1U].end /
            (double)part.content.len);
  }
  return REL_OK;
}

/// Parse and print a piece, which may be one very long paragraph
static RelStatus
print_piece(Pieces *self, const RelText *piece)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < piece->n_sentences && !ferror(self->out);) {
    uint32_t past = i;
    uint32_t n = 0;
    while (past < piece->n_sentences && n < PIECE_WORDS) {
      n += piece->sentences[past++].n;
    }
    REL_TRY(st, print_part(self, piece, i, past));
    i = past;
  }
  rel_arena_clear(&self->piece);
  return REL_OK;
}

static RelStatus
print_tokens(Pieces *self, RelStr name, RelStr content)
{
  RelConlluPieces pieces;
  RelText text = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_conllu_open(&self->document, name, content, &pieces));
  do {
    REL_TRY(st, rel_conllu_next(&pieces, &self->piece, PIECE_WORDS, &text,
                                &self->notes));
    REL_TRY(st, print_piece(self, &text));
  } while (text.n_sentences && !ferror(self->out));
  return REL_OK;
}

static RelStatus
print_text(Pieces *self, RelStr name, RelStr content, RelInput input)
{
  RelTextPieces pieces;
  RelText text = {0};
  RelStatus st = REL_OK;

  self->print.document = self->options->document;
  self->print.has_ranges = self->options->has_ranges;
  self->print.has_paragraphs =
      self->options->document && input != REL_INPUT_SENTENCES;
  REL_TRY(st, rel_text_open(&self->document, name, content, input, &pieces));
  do {
    REL_TRY(st, rel_text_next(&pieces, &self->piece, PIECE_BYTES, &text));
    REL_TRY(st, print_piece(self, &text));
  } while (text.n_sentences && !ferror(self->out));
  return REL_OK;
}

static RelStatus
print_pieces(Pieces *self, const char *path)
{
  const RelStr name = rel_str(path);
  const RelInput input = input_of(self->reading, name);
  RelStr content;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_file_read(&self->document, path, &content));
  if (self->options->is_tagged_only) {
    REL_TRY(st, find_tagger(self->reading, &self->document, &self->tagger));
  }
  if (input == REL_INPUT_CONLLU) {
    return print_tokens(self, name, content);
  }
  return print_text(self, name, content,
                    self->reading->input == REL_INPUT_AUTO ? REL_INPUT_PLAIN
                                                           : input);
}

RelStatus
rel_read_conllu(const RelReading *reading, const char *path,
                const RelConlluOptions *options, FILE *out)
{
  Pieces self = {.reading = reading,
                 .options = options,
                 .out = out,
                 .print.has_probabilities = options->has_probabilities};

  rel_arena_init(&self.document, reading->world);
  rel_arena_init(&self.piece, reading->world);
  rel_arena_init(&self.trees, reading->world);
  const RelStatus st = print_pieces(&self, path);
  rel_arena_clear(&self.trees);
  rel_arena_clear(&self.piece);
  rel_arena_clear(&self.document);
  return told(reading, path, st);
}
