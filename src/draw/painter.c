// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/painter.h"

#include "draw/child.h"
#include "draw/layout.h"
#include "draw/svg.h"

#include <string.h>

enum { DEFAULT_DPI = 150 };

// Points
static const double millimetre = 72.0 / 25.4;
static const double least_letter = 6.0; // in print
static const double small_letter = 9.0; // of an even look, before it shrinks
static const double clearly = 1.25; // better: else one more relation turns maps
static const RelLayoutRoom a4 = {453.5, 680.3, true}; // inside its margins

static const double first_share = 0.75; // of the time, for the first try

/// A layout on its way
typedef struct {
  RelLayoutJob job;
  RelChild child;
  RelBuffer output;
  RelStr bytes; ///< Of the picture, when it succeeded
  double fit;
} Attempt;

RelStatus
rel_painter_fail(const RelPainter *painter, const char *words)
{
  return rel_fail(painter->world, REL_OUTPUT, (RelPlace){.name = "map"}, "%s",
                  words);
}

bool
rel_painter_wants(const RelPainter *painter, const char *format)
{
  return rel_str_equal(rel_str(painter->options->format), rel_str(format));
}

static RelStatus
fail_child(const RelPainter *self, const Attempt *attempt, RelChildEnd end)
{
  const RelPlace place = {.name = "map"};
  const RelStr said = rel_buffer_str(&attempt->output);
  const char *const what = end.code == REL_LAYOUT_NO_GRAPH    ? "graph"
                           : end.code == REL_LAYOUT_NO_LAYOUT ? "layout"
                                                              : "rendering";

  switch (end.fate) {
  case REL_CHILD_TIMED_OUT:
    return rel_fail(self->world, REL_OUTPUT, place,
                    "expected a layout of %u relations within %.3g s, not more",
                    self->plan.n_edges, self->seconds);
  case REL_CHILD_CRASHED:
    return rel_fail(self->world, REL_OUTPUT, place,
                    "the child process that draws died of signal %d", end.code);
  case REL_CHILD_EXITED:
    break;
  }
  if (end.code >= REL_LAYOUT_NO_GRAPH && end.code <= REL_LAYOUT_NO_PICTURE) {
    return rel_fail(self->world, REL_OUTPUT, place, "the %s failed: %.*s", what,
                    said.len < 200U ? (int)said.len : 200,
                    said.len ? said.data : "");
  }
  return rel_fail(self->world, REL_OUTPUT, place,
                  "the child process that draws ended with code %d", end.code);
}

static bool
is_sized(const RelDrawOptions *options)
{
  return options->width > 0.0 && options->height > 0.0;
}

static RelLayoutRoom
room_of(const RelDrawOptions *options)
{
  return is_sized(options)
             ? (RelLayoutRoom){options->width * millimetre,
                               options->height * millimetre, false}
             : a4;
}

/// "6.3,9.4": inches, without asking the locale
static RelStatus
write_size(RelArena *arena, const RelDrawOptions *options, const char **size)
{
  const unsigned width = (unsigned)(options->width * 1000.0 / 25.4);
  const unsigned height = (unsigned)(options->height * 1000.0 / 25.4);
  RelStr text = {NULL, 0U};
  const RelStatus st =
      rel_arena_format(arena, &text, "%u.%03u,%u.%03u", width / 1000U,
                       width % 1000U, height / 1000U, height % 1000U);

  *size = text.data;
  return st;
}

/// The room of a figure before it shrinks as far as it may
static double
caption_width(const RelDrawOptions *options)
{
  return is_sized(options)
             ? room_of(options).width * small_letter / least_letter
             : 0.0;
}

static RelStatus
start(RelPainter *self, RelLayout layout, double seconds, Attempt *attempt)
{
  const RelDrawOptions *const o = self->options;
  RelStr dpi = {NULL, 0U};
  RelStatus st = REL_OK;

  *attempt = (Attempt){
      .job =
          {&self->plan,
           {.layout = layout,
            .caption = {{o->palette, is_sized(o)},
                        o->title,
                        o->caption,
                        caption_width(o)}},
           rel_painter_wants(self, "eps")
               ? "eps:cairo" // its own driver knows no letters but Latin ones
               : o->format},
      .output = {.arena = &self->arena},
  };
  if (rel_painter_wants(self, "png")) {
    REL_TRY(st, rel_arena_format(&self->arena, &dpi, "%u",
                                 o->dpi ? o->dpi : DEFAULT_DPI));
    attempt->job.options.dpi = dpi.data;
  }
  if (is_sized(o)) {
    REL_TRY(st, write_size(&self->arena, o, &attempt->job.options.size));
  }
  return rel_child_start(self->world, seconds, rel_layout_run, &attempt->job,
                         &attempt->child);
}

static RelStatus
finish(RelPainter *self, Attempt *attempt)
{
  RelLayoutSize size = {0.0, 0.0};
  RelChildEnd end = {REL_CHILD_EXITED, 0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_child_finish(&attempt->child, &attempt->output, &end));
  const RelStr all = rel_buffer_str(&attempt->output);
  if (end.fate != REL_CHILD_EXITED || end.code != REL_LAYOUT_DONE) {
    return fail_child(self, attempt, end);
  }
  if (all.len <= sizeof(size)) {
    return rel_painter_fail(self, "the child process that draws sent nothing");
  }
  memcpy(&size, all.data, sizeof(size));
  attempt->fit = rel_layout_fit(size, room_of(self->options));
  attempt->bytes = rel_str_slice(all, sizeof(size), all.len);
  if (rel_painter_wants(self, "svg") &&
      rel_svg_count_nodes(attempt->bytes) != self->plan.n_nodes) {
    return rel_painter_fail(self,
                            "the picture has not as many nodes as the graph");
  }
  return REL_OK;
}

static RelStatus
try_one(RelPainter *self, RelLayout layout, double seconds, RelStr *bytes)
{
  Attempt attempt;
  RelStatus st = REL_OK;

  REL_TRY(st, start(self, layout, seconds, &attempt));
  REL_TRY(st, finish(self, &attempt));
  *bytes = attempt.bytes;
  self->fit = attempt.fit;
  return REL_OK;
}

/// Both directions at the same time; the one that fills a page better wins
static RelStatus
try_both(RelPainter *self, double seconds, RelStr *bytes)
{
  Attempt right;
  Attempt down;
  RelStatus st = REL_OK;

  REL_TRY(st, start(self, REL_LAYOUT_RIGHT, seconds, &right));
  const RelStatus down_started = start(self, REL_LAYOUT_DOWN, seconds, &down);
  const RelStatus right_st = finish(self, &right);
  const RelStatus down_st = down_started ? down_started : finish(self, &down);

  if (right_st && down_st) {
    return right_st;
  }
  const double preference = is_sized(self->options) ? 1.0 : clearly;
  const Attempt *const best =
      down_st || (!right_st && right.fit >= down.fit * preference) ? &right
                                                                   : &down;
  *bytes = best->bytes;
  self->fit = best->fit;
  return REL_OK;
}

RelStatus
rel_painter_lay_out(RelPainter *painter, RelStr *bytes)
{
  RelPainter *const self = painter;
  const uint32_t n = self->plan.n_edges;
  const bool is_ranked = n <= REL_RANKED_EDGES;
  const double first = self->seconds * first_share;
  RelStatus st = REL_OK;

  if (rel_painter_wants(self, "dot")) { // comes without a layout
    return try_one(self, is_ranked ? REL_LAYOUT_DOWN : REL_LAYOUT_CLOUD,
                   self->seconds, bytes);
  }
  st = is_ranked ? try_both(self, first, bytes)
                 : try_one(self, REL_LAYOUT_CLOUD, first, bytes);
  return st == REL_OUTPUT
             ? try_one(self, is_ranked ? REL_LAYOUT_CLOUD : REL_LAYOUT_GRID,
                       self->seconds - first, bytes)
             : st;
}

/// Plan and lay out at most so many relations; do they fit?
static RelStatus
try_fit(RelPainter *self, const RelGraph *graph, const RelPlanOptions *wanted,
        RelStr *bytes, bool *fits)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_plan_make(&self->arena, graph, wanted, &self->plan));
  REL_TRY(st, rel_painter_lay_out(self, bytes));
  *fits = self->fit * small_letter >= least_letter;
  return st;
}

RelStatus
rel_painter_fit(RelPainter *painter, const RelGraph *graph,
                const RelPlanOptions *wanted, RelStr *bytes)
{
  RelPlanOptions some = *wanted;
  uint32_t most = 0U; // that fit
  bool fits = false;
  RelStatus st = REL_OK;

  REL_TRY(st, try_fit(painter, graph, &some, bytes, &fits));
  // fewer relations need less room, nearly always: halve what is not known
  for (uint32_t too_many = painter->plan.n_shown; !fits && too_many > 1U;) {
    some.max_edges = most + (too_many - most) / 2U;
    if (some.max_edges == most) {
      break;
    }
    RelStr tried = {NULL, 0U};
    bool is_good = false;
    REL_TRY(st, try_fit(painter, graph, &some, &tried, &is_good));
    most = is_good ? some.max_edges : most;
    too_many = is_good ? too_many : some.max_edges;
    *bytes = is_good ? tried : *bytes;
  }
  if (fits) {
    return st;
  }
  if (!most) {
    return rel_painter_fail(painter,
                            "expected a size for at least one relation, not "
                            "one in which letters have less than 6 points");
  }
  some.max_edges = most; // what the title and description tell of
  return rel_plan_make(&painter->arena, graph, &some, &painter->plan);
}
