// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/drawing.h"

#include "cli/results.h"

#include <stdlib.h>
#include <string.h>

/// Kinds that nodes of a map have
static const RelTermKind kinds[] = {
    REL_TERM_PERSON, REL_TERM_ORGANISATION, REL_TERM_COUNTRY, REL_TERM_PLACE,
    REL_TERM_EVENT,  REL_TERM_WORK,         REL_TERM_ROLE,    REL_TERM_THING};

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

static bool
is_time(const char *text)
{
  return !text || rel_selection_is_time(rel_str(text));
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
  if (!is_time(o->since) || !is_time(o->until)) {
    return usage_error(command, is_time(o->since) ? "--until" : "--since",
                       "expected 2018-06-03, 2018-06 or 2018");
  }
  if (o->only && strcmp(o->only, "asserted") != 0 &&
      strcmp(o->only, "all") != 0) {
    return usage_error(command, "--only", "expected asserted or all");
  }
  return 0;
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
                    .since = o->since,
                    .until = o->until,
                    .min_confidence = option_number(o->min_confidence, 0.0F),
                    .is_asserted_only =
                        o->only && !strcmp(o->only, "asserted")},
      .max_edges = read_count(o->top)};
}
