// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/picture.h"

#include "draw/caption.h"
#include "draw/label.h"
#include "draw/page.h"
#include "draw/painter.h"
#include "draw/svg.h"

#include <errno.h>
#include <string.h>

enum { DEFAULT_EDGES = 60 };

static const double default_seconds = 20.0;

/// In the user's words, else what can be counted
static RelStatus
describe(RelPainter *self, RelStr *description)
{
  const RelStr alt = rel_str(self->options->alt);
  RelBuffer out = {.arena = &self->arena};
  RelStr clean = {NULL, 0U};
  RelStatus st = REL_OK;

  if (!alt.len) {
    return rel_caption_describe(&self->arena, &self->plan, description);
  }
  REL_TRY(st, rel_label_clean(&self->arena, alt, 0U, &clean));
  rel_label_add(&out, clean, REL_MARKUP_XML);
  *description = rel_buffer_str(&out);
  return out.status;
}

static RelStatus
tidy_svg(RelPainter *self, RelStr *bytes)
{
  const RelStr svg = *bytes;
  const RelStr given = rel_str(self->options->title);
  RelSvgWords words = {.part = self->options->selection.part};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_label_clean(&self->arena,
                              given.len ? given : REL_STR("Relationship map"),
                              0U, &words.title));
  REL_TRY(st, describe(self, &words.description));
  return rel_svg_tidy(&self->arena, svg, &words, bytes);
}

/// Blank the time of writing, so that the same graph gives the same bytes
static RelStatus
drop_date(RelPainter *self, RelStr key, RelStr last, RelStr *bytes)
{
  const RelStr whole = *bytes;
  const size_t begin = rel_str_find(whole, key);
  const RelStr rest = rel_str_slice(whole, begin, SIZE_MAX);
  const size_t len = rel_str_find(rest, last);
  RelBuffer out = {.arena = &self->arena};

  if (begin == SIZE_MAX || len == SIZE_MAX) {
    return REL_OK;
  }
  rel_buffer_add(&out, rel_str_slice(whole, 0U, begin));
  for (size_t i = 0U; i < len; ++i) {
    rel_buffer_add_char(&out, ' '); // places in a PDF are counted in bytes
  }
  rel_buffer_add(&out, rel_str_slice(rest, len, SIZE_MAX));
  *bytes = rel_buffer_str(&out);
  return out.status;
}

static RelStatus
drop_pdf_date(RelPainter *self, RelStr *bytes)
{
  return drop_date(self, REL_STR("/CreationDate ("), REL_STR("\n"), bytes);
}

static RelStatus
drop_eps_date(RelPainter *self, RelStr *bytes)
{
  return drop_date(self, REL_STR("CreationDate: "), REL_STR("\n"), bytes);
}

/// Let Graphviz place the cards that the page shows first; where it fails, the
/// page places them itself
static RelStatus
place_cards(RelPainter *self, const RelPlanOptions *wanted,
            RelPagePlace *places)
{
  const RelGraph *const graph = self->plan.graph;
  const RelDrawOptions plain = {.format = "plain"};
  RelPainter helper = {
      .world = self->world, .options = &plain, .seconds = self->seconds};
  RelPlanOptions some = *wanted;
  RelStr bytes = {NULL, 0U};
  RelStatus st = REL_OK;

  some.is_whole = false;
  rel_arena_init(&helper.arena, self->world);
  st = rel_plan_make(&helper.arena, graph, &some, &helper.plan);
  if (!st && helper.plan.n_edges && helper.plan.n_edges <= REL_RANKED_EDGES &&
      !rel_painter_lay_out(&helper, &bytes)) {
    rel_page_read_places(bytes, graph, places);
  }
  rel_arena_clear(&helper.arena);
  return st;
}

static RelStatus
make_page(RelPainter *self, const RelPlanOptions *wanted, RelStr *bytes)
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

/// What Graphviz's output still wants
static const struct {
  const char *format;
  RelStatus (*finish)(RelPainter *self, RelStr *bytes);
} finishers[] = {
    {"svg", tidy_svg}, {"pdf", drop_pdf_date}, {"eps", drop_eps_date}};

static RelStatus
finish_picture(RelPainter *self, RelStr *bytes)
{
  for (size_t i = 0U; i < sizeof(finishers) / sizeof(finishers[0]); ++i) {
    if (rel_painter_wants(self, finishers[i].format)) {
      return finishers[i].finish(self, bytes);
    }
  }
  return REL_OK;
}

static RelStatus
make_bytes(RelPainter *self, const RelGraph *graph, RelStr *bytes)
{
  const RelDrawOptions *const o = self->options;
  const bool is_page = rel_painter_wants(self, "html");
  const RelPlanOptions wanted = {o->selection,
                                 o->max_edges ? o->max_edges : DEFAULT_EDGES,
                                 is_page, is_page};
  RelStatus st = REL_OK;

  if (o->width > 0.0 && o->height > 0.0 && !is_page) {
    REL_TRY(st, rel_painter_fit(self, graph, &wanted, bytes));
    return finish_picture(self, bytes);
  }
  REL_TRY(st, rel_plan_make(&self->arena, graph, &wanted, &self->plan));
  if (is_page) {
    return make_page(self, &wanted, bytes);
  }
  REL_TRY(st, rel_painter_lay_out(self, bytes));
  return finish_picture(self, bytes);
}

static bool
is_format(const char *name)
{
  static const char *const formats[] = {"dot", "eps", "html",
                                        "pdf", "png", "svg"};

  return rel_str_among(rel_str(name), formats,
                       sizeof(formats) / sizeof(formats[0]));
}

RelStatus
rel_draw_make(RelArena *arena, const RelGraph *graph,
              const RelDrawOptions *options, RelStr *bytes)
{
  RelPainter self = {.world = rel_graph_world(graph), .options = options};
  RelStr made = {NULL, 0U};
  RelStatus st = REL_OK;

  if (!is_format(options->format)) {
    return rel_fail(self.world, REL_BAD_ARG, (RelPlace){.name = "map"},
                    "expected svg, png, pdf, eps, html or dot, not %s",
                    options->format ? options->format : "nothing");
  }
  self.seconds =
      options->time_limit > 0.0 ? options->time_limit : default_seconds;
  rel_arena_init(&self.arena, self.world);
  st = make_bytes(&self, graph, &made);
  st = st ? st : rel_arena_copy(arena, made, bytes);
  rel_arena_clear(&self.arena);
  return st;
}

RelStatus
rel_draw(const RelGraph *graph, const RelDrawOptions *options, FILE *out)
{
  RelWorld *const world = rel_graph_world(graph);
  RelStr bytes = {NULL, 0U};
  RelArena arena;

  rel_arena_init(&arena, world);
  RelStatus st = rel_draw_make(&arena, graph, options, &bytes);
  if (!st && fwrite(bytes.data, 1U, bytes.len, out) != bytes.len) {
    st = rel_fail(world, REL_OUTPUT, (RelPlace){.name = "map"}, "%s",
                  strerror(errno));
  }
  rel_arena_clear(&arena);
  return st;
}
