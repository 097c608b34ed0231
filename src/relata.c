// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "relata.h"

#include "mention/print.h"
#include "parse/conllu.h"
#include "parse/parser.h"
#include "text/print.h"

#include <time.h>

/// The layers of one document, in one arena
typedef struct {
  RelArena arena;
  RelText text;
  RelTree tree;
  RelMentions mentions;
} Layers;

static const char *const room_names[] = {"text", "parse", "mention", "extract"};

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

static RelStatus
read_layers(const RelReading *reading, const char *path, RelRoom last,
            Layers *layers)
{
  double start = reading->seconds ? now() : 0.0;
  RelStatus st = REL_OK;

  REL_TRY(st, read_text(reading, path, layers));
  count_time(reading, REL_ROOM_TEXT, &start);
  if (last < REL_ROOM_PARSE) {
    return REL_OK;
  }
  if (!layers->tree.head || reading->is_reparsed) {
    if (!reading->model) {
      const RelPlace place = {path, 0U, 0U, 0U};
      return rel_fail(reading->world, REL_BAD_ARG, place,
                      "expected a model for text without trees");
    }
    REL_TRY(st, rel_parse(reading->model, &layers->arena, &layers->text,
                          &layers->tree));
  }
  count_time(reading, REL_ROOM_PARSE, &start);
  if (last < REL_ROOM_MENTION) {
    return REL_OK;
  }
  REL_TRY(st, rel_mentions_find(&layers->arena, &layers->text, &layers->tree,
                                &layers->mentions));
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
print_layer(const RelReading *reading, RelRoom last, Layers *layers, FILE *out)
{
  switch (last) {
  case REL_ROOM_TEXT:
    return rel_text_print(out, &layers->text);
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
