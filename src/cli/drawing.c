// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/drawing.h"

#include "cli/results.h"

#include <stdlib.h>
#include <string.h>

/// Kinds that nodes of a map have
static const RelTermKind kinds[] = {
    REL_TERM_PERSON, REL_TERM_ORGANISATION, REL_TERM_COUNTRY,
    REL_TERM_PLACE,  REL_TERM_FACILITY,     REL_TERM_EVENT,
    REL_TERM_WORK,   REL_TERM_ROLE,         REL_TERM_THING};

/// The bits (1 << #RelTermKind) of a list of kinds; 0 when one is unknown
static unsigned
read_kinds(const char *list)
{
  unsigned bits = 0U;

  for (const char *word = list; word;) {
    const size_t len = strcspn(word, ",");
    unsigned bit = 0U;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); ++i) {
      const char *const name = rel_term_kind_text(kinds[i]);
      bit |= strlen(name) == len && !strncmp(name, word, len) ? 1U << kinds[i]
                                                              : 0U;
    }
    if (!bit) {
      return 0U;
    }
    bits |= bit;
    word = word[len] ? word + len + 1U : NULL;
  }
  return bits;
}

/// Rooms for a figure that have names, in millimetres
static const struct {
  const char *name;
  double width;
  double height;
} sizes[] = {
    {"a4", 160.0, 240.0},    // inside its margins
    {"a5", 110.0, 165.0},    // the same
    {"column", 85.0, 220.0}, // one of two of a journal
    {"slide", 254.0, 142.9}, // 16 to 9, ten inches wide
};

enum { LEAST_SIDE = 20, MOST_SIDE = 2000 }; // millimetres

/// "160x90mm" or one of the names; false for anything else
static bool
read_size(const char *text, double *width, double *height)
{
  char *end = NULL;

  for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); ++i) {
    if (!strcmp(text, sizes[i].name)) {
      *width = sizes[i].width;
      *height = sizes[i].height;
      return true;
    }
  }
  *width = (double)strtoul(text, &end, 10);
  if (*end != 'x') {
    return false;
  }
  *height = (double)strtoul(end + 1, &end, 10);
  return !strcmp(end, "mm") && *width >= LEAST_SIDE && *width <= MOST_SIDE &&
         *height >= LEAST_SIDE && *height <= MOST_SIDE;
}

static bool
is_time(const char *text)
{
  return !text || rel_selection_is_time(rel_str(text));
}

static int
check_paper(const Command *command, const Options *o)
{
  double width = 0.0;
  double height = 0.0;

  if (o->size && !read_size(o->size, &width, &height)) {
    return usage_error(command, "--size",
                       "expected a4, a5, column, slide or a size from 20x20mm "
                       "to 2000x2000mm");
  }
  return !o->dpi || option_is_number(o->dpi, 20.0, 1200.0)
             ? 0
             : usage_error(command, "--dpi",
                           "expected a number from 20 to 1200");
}

int
drawing_check(const Command *command, const Options *o)
{
  if (o->top && !option_is_number(o->top, 1.0, 100000.0)) {
    return usage_error(command, "--top", "expected a number from 1 to 100000");
  }
  if (o->depth && (!o->focus || !option_is_number(o->depth, 1.0, 100.0))) {
    return usage_error(command, "--depth",
                       o->focus ? "expected a number from 1 to 100"
                                : "expected --focus with it");
  }
  if (o->palette && rel_palette_find(rel_str(o->palette)) == REL_N_PALETTES) {
    return usage_error(command, "--palette",
                       "expected light, dark, print or colour-blind");
  }
  if (o->types && !read_kinds(o->types)) {
    return usage_error(command, "--types",
                       "expected kinds such as person,organisation");
  }
  if (o->events && !rel_selection_is_events(rel_str(o->events))) {
    return usage_error(command, "--events",
                       "expected classes of schema/events.ttl, such as "
                       "Meet,Threaten, or all");
  }
  if (!is_time(o->since) || !is_time(o->until)) {
    return usage_error(command, is_time(o->since) ? "--until" : "--since",
                       "expected 2018-06-03, 2018-06 or 2018");
  }
  if (o->only && strcmp(o->only, "asserted") != 0 &&
      strcmp(o->only, "all") != 0) {
    return usage_error(command, "--only", "expected asserted or all");
  }
  return check_paper(command, o);
}

static uint32_t
read_count(const char *text)
{
  return text ? (uint32_t)strtoul(text, NULL, 10) : 0U;
}

void
drawing_options(const Options *o, const RelGraph *graph, RelDrawOptions *draw)
{
  uint32_t n_documents = 0;
  const RelGraphDocument *const first =
      rel_graph_documents(graph, &n_documents);

  *draw = (RelDrawOptions){
      .title = o->title || n_documents != 1U ? o->title : first->title.data,
      .palette = o->palette              ? rel_palette_find(rel_str(o->palette))
                 : results_want_texts(o) ? REL_N_PALETTES
                                         : REL_PALETTE_LIGHT,
      .selection = {.focus = o->focus,
                    .depth = read_count(o->depth),
                    .kinds = o->types ? read_kinds(o->types) : 0U,
                    .events = o->events,
                    .since = o->since,
                    .until = o->until,
                    .min_confidence = option_number(o->min_confidence, 0.0F),
                    .is_asserted_only =
                        o->only && !strcmp(o->only, "asserted")},
      .max_edges = read_count(o->top),
      .dpi = read_count(o->dpi),
      .caption = o->caption,
      .alt = o->alt};
  if (o->size) {
    read_size(o->size, &draw->width, &draw->height);
  }
}
