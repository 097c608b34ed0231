// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/picture.h"

#include "draw/caption.h"
#include "draw/child.h"
#include "draw/label.h"
#include "draw/layout.h"
#include "draw/page.h"
#include "draw/svg.h"

#include <errno.h>
#include <string.h>

enum {
  DEFAULT_EDGES = 60,
  RANKED_EDGES = 100, // up to here in ranks, with words on the lines
};

static const double default_seconds = 20.0;
static const double first_share = 0.75; // of the time, for the first try

/// One call of rel_draw()
typedef struct {
  RelWorld *world;
  RelArena arena;
  RelPlan plan;
  const RelDrawOptions *options;
  double seconds;
} Painter;

/// A layout on its way
typedef struct {
  RelLayoutJob job;
  RelChild child;
  RelBuffer output;
  RelStr bytes; ///< Of the picture, when it succeeded
  double fit;
} Attempt;

static RelStatus
fail(const Painter *self, const char *words)
{
  return rel_fail(self->world, REL_OUTPUT, (RelPlace){.name = "map"}, "%s",
                  words);
}

static bool
is_wanted(const Painter *self, const char *format)
{
  return rel_str_equal(rel_str(self->options->format), rel_str(format));
}

static RelStatus
fail_child(const Painter *self, const Attempt *attempt, RelChildEnd end)
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

static RelStatus
start(Painter *self, RelLayout layout, double seconds, Attempt *attempt)
{
  const bool is_bitmap = is_wanted(self, "png");

  *attempt = (Attempt){
      .job = {&self->plan,
              {layout, self->options->palette, self->options->title,
               is_bitmap ? "150" : NULL},
              self->options->format},
      .output = {.arena = &self->arena},
  };
  return rel_child_start(self->world, seconds, rel_layout_run, &attempt->job,
                         &attempt->child);
}

static RelStatus
finish(Painter *self, Attempt *attempt)
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
    return fail(self, "the child process that draws sent nothing");
  }
  memcpy(&size, all.data, sizeof(size));
  attempt->fit = rel_layout_fit(size);
  attempt->bytes = rel_str_slice(all, sizeof(size), all.len);
  if (is_wanted(self, "svg") &&
      rel_svg_count_nodes(attempt->bytes) != self->plan.n_nodes) {
    return fail(self, "the picture has not as many nodes as the graph");
  }
  return REL_OK;
}

static RelStatus
try_one(Painter *self, RelLayout layout, double seconds, RelStr *bytes)
{
  Attempt attempt;
  RelStatus st = REL_OK;

  REL_TRY(st, start(self, layout, seconds, &attempt));
  REL_TRY(st, finish(self, &attempt));
  *bytes = attempt.bytes;
  return REL_OK;
}

/// Both directions at the same time; the one that fills a page better wins
static RelStatus
try_both(Painter *self, double seconds, RelStr *bytes)
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
  *bytes = down_st || (!right_st && right.fit >= down.fit) ? right.bytes
                                                           : down.bytes;
  return REL_OK;
}

static RelStatus
lay_out(Painter *self, RelStr *bytes)
{
  const uint32_t n = self->plan.n_edges;
  const bool is_ranked = n <= RANKED_EDGES;
  const double first = self->seconds * first_share;
  RelStatus st = REL_OK;

  if (is_wanted(self, "dot")) { // comes without a layout
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

static RelStatus
tidy_svg(Painter *self, RelStr *bytes)
{
  const RelStr svg = *bytes;
  const RelStr given = rel_str(self->options->title);
  RelStr title = {NULL, 0U};
  RelStr description = {NULL, 0U};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_label_clean(&self->arena,
                              given.len ? given : REL_STR("Relationship map"),
                              0U, &title));
  REL_TRY(st, rel_caption_describe(&self->arena, &self->plan, &description));
  return rel_svg_tidy(&self->arena, svg, title, description, bytes);
}

/// Blank the time of writing, so that the same graph gives the same bytes
static RelStatus
drop_pdf_date(Painter *self, RelStr *bytes)
{
  const RelStr pdf = *bytes;
  const size_t begin = rel_str_find(pdf, REL_STR("/CreationDate ("));
  const RelStr rest = rel_str_slice(pdf, begin, SIZE_MAX);
  const size_t len = rel_str_find(rest, REL_STR(")"));
  RelBuffer out = {.arena = &self->arena};

  if (begin == SIZE_MAX || len == SIZE_MAX) {
    return REL_OK;
  }
  rel_buffer_add(&out, rel_str_slice(pdf, 0U, begin));
  for (size_t i = 0U; i <= len; ++i) {
    rel_buffer_add_char(&out, ' '); // places in a PDF are counted in bytes
  }
  rel_buffer_add(&out, rel_str_slice(rest, len + 1U, SIZE_MAX));
  *bytes = rel_buffer_str(&out);
  return out.status;
}

/// Let Graphviz place the cards that the page shows first; where it fails, the
/// page places them itself
static RelStatus
place_cards(Painter *self, const RelPlanOptions *wanted, RelPagePlace *places)
{
  const RelGraph *const graph = self->plan.graph;
  const RelDrawOptions plain = {.format = "plain"};
  Painter helper = {
      .world = self->world, .options = &plain, .seconds = self->seconds};
  RelPlanOptions some = *wanted;
  RelStr bytes = {NULL, 0U};
  RelStatus st = REL_OK;

  some.is_whole = false;
  rel_arena_init(&helper.arena, self->world);
  st = rel_plan_make(&helper.arena, graph, &some, &helper.plan);
  if (!st && helper.plan.n_edges && helper.plan.n_edges <= RANKED_EDGES &&
      !lay_out(&helper, &bytes)) {
    rel_page_read_places(bytes, graph, places);
  }
  rel_arena_clear(&helper.arena);
  return st;
}

static RelStatus
make_page(Painter *self, const RelPlanOptions *wanted, RelStr *bytes)
{
  uint32_t n_nodes = 0U;

  rel_graph_nodes(self->plan.graph, &n_nodes);
  RelPagePlace *const places =
      rel_arena_calloc(&self->arena, n_nodes, sizeof(RelPagePlace));
  const RelPageOptions page = {self->options->title, self->options->palette,
                               places};
  RelStatus st = REL_OK;

  if (!places) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, place_cards(self, wanted, places));
  return rel_page_make(&self->arena, &self->plan, &page, bytes);
}

static RelStatus
make_picture(Painter *self, RelStr *bytes)
{
  RelStatus st = REL_OK;

  REL_TRY(st, lay_out(self, bytes));
  if (is_wanted(self, "svg")) {
    return tidy_svg(self, bytes);
  }
  return is_wanted(self, "pdf") ? drop_pdf_date(self, bytes) : st;
}

static RelStatus
paint(Painter *self, const RelGraph *graph, FILE *out)
{
  const uint32_t asked = self->options->max_edges;
  const bool is_page = is_wanted(self, "html");
  const RelPlanOptions wanted = {self->options->selection,
                                 asked ? asked : DEFAULT_EDGES, is_page,
                                 is_page};
  RelStr bytes = {NULL, 0U};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_plan_make(&self->arena, graph, &wanted, &self->plan));
  REL_TRY(st, is_page ? make_page(self, &wanted, &bytes)
                      : make_picture(self, &bytes));
  if (fwrite(bytes.data, 1U, bytes.len, out) != bytes.len) {
    return fail(self, strerror(errno));
  }
  return REL_OK;
}

static bool
is_format(const char *name)
{
  static const char *const formats[] = {"dot", "html", "pdf", "png", "svg"};

  return rel_str_among(rel_str(name), formats,
                       sizeof(formats) / sizeof(formats[0]));
}

RelStatus
rel_draw(const RelGraph *graph, const RelDrawOptions *options, FILE *out)
{
  Painter self = {.world = rel_graph_world(graph), .options = options};

  if (!is_format(options->format)) {
    return rel_fail(self.world, REL_BAD_ARG, (RelPlace){.name = "map"},
                    "expected svg, png, pdf, html or dot, not %s",
                    options->format ? options->format : "nothing");
  }
  self.seconds =
      options->time_limit > 0.0 ? options->time_limit : default_seconds;
  rel_arena_init(&self.arena, self.world);
  const RelStatus st = paint(&self, graph, out);
  rel_arena_clear(&self.arena);
  return st;
}
