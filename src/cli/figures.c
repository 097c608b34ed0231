// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/figures.h"

#include "cli/drawing.h"
#include "cli/results.h"

#include <string.h>

enum { MAX_STEM = 4096, MAX_PATH = MAX_STEM + 32 };

void
file_set_init(FileSet *set, const Options *options, RelWorld *world)
{
  *set = (FileSet){.options = options, .world = world};
  rel_arena_init(&set->arena, world);
}

RelStatus
file_set_open(FileSet *set, const char *path)
{
  RelStr kept = {NULL, 0U};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_arena_copy(&set->arena, rel_str(path), &kept));
  set->paths[set->n] = kept.data;
  REL_TRY(st, rel_output_open(set->world, kept.data, &set->outs[set->n]));
  ++set->n;
  return REL_OK;
}

RelStatus
file_set_end(FileSet *set, RelStatus st)
{
  for (uint32_t i = 0; i < set->n; ++i) {
    if (st) {
      rel_output_abort(&set->outs[i]);
    } else {
      st = rel_output_close(&set->outs[i]);
    }
    if (!st && !set->options->is_quiet && strcmp(set->paths[i], "-") != 0) {
      printf("%s\n", set->paths[i]);
    }
  }
  rel_arena_clear(&set->arena);
  return st;
}

RelStatus
figures_count(const Options *options, const RelGraph *graph,
              const RelDrawOptions *draw, uint32_t *n)
{
  RelPart parts[REL_MAX_PARTS];
  RelArena arena;
  RelStatus st = REL_OK;

  *n = 1;
  if (!options->is_split) {
    return REL_OK;
  }
  rel_arena_init(&arena, rel_graph_world(graph));
  st = rel_selection_part(&arena, graph, &draw->selection, parts, n);
  rel_arena_clear(&arena);
  *n = *n ? *n : 1U;
  return st;
}

static RelStatus
draw_one(FileSet *set, const RelGraph *graph, const RelReportOptions *report,
         uint32_t number, const char *format)
{
  RelDrawOptions draw;
  RelArena arena;
  RelStatus st = REL_OK;

  rel_arena_init(&arena, set->world);
  st = rel_report_figure(&arena, graph, report, number, &draw);
  if (!st) {
    draw.format = format;
    st = rel_draw(graph, &draw, set->outs[set->n - 1U].stream);
  }
  rel_arena_clear(&arena);
  return st;
}

RelStatus
figures_draw(FileSet *set, const RelGraph *graph,
             const RelReportOptions *report, const char *stem,
             const char *format)
{
  char path[MAX_PATH];
  RelStatus st = REL_OK;

  for (uint32_t i = 1; i <= report->n_figures; ++i) {
    if (report->n_figures > 1U) {
      snprintf(path, sizeof(path), "%s-%u.%s", stem, i, format);
    } else {
      snprintf(path, sizeof(path), "%s-map.%s", stem, format);
    }
    REL_TRY(st, file_set_open(set, path));
    REL_TRY(st, draw_one(set, graph, report, i, format));
  }
  return st;
}

RelStatus
figures_split(const Options *options, RelWorld *world, const RelGraph *graph)
{
  RelReportOptions report = {.format = "md"};
  char stem[MAX_STEM];
  const char *format = NULL;
  FileSet set;
  RelStatus st = REL_OK;

  drawing_options(options, graph, &report.draw);
  REL_TRY(st, figures_count(options, graph, &report.draw, &report.n_figures));
  REL_TRY(st, results_stem(options, world, "svg", stem, sizeof(stem), &format));
  file_set_init(&set, options, world);
  st = figures_draw(&set, graph, &report, stem, format);
  return file_set_end(&set, st);
}
