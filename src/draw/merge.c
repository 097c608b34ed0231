// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/merge.h"

#include <stdlib.h>

// Sorted by bytes
static const char *const symmetric_predicates[] = {
    "ally with",
    "argue with",
    "be allied with",
    "be at war with",
    "be friend of",
    "be married to",
    "be partner of",
    "be rival of",
    "border",
    "clash with",
    "collaborate with",
    "compete with",
    "confer with",
    "consult with",
    "cooperate with",
    "discuss with",
    "exchange views with",
    "fight with",
    "have meeting with",
    "have talks with",
    "hold discussions with",
    "hold meeting with",
    "hold talks with",
    "marry",
    "meet",
    "meet with",
    "merge with",
    "negotiate with",
    "partner with",
    "resemble",
    "rival",
    "share border with",
    "speak with",
    "talk with",
    "trade with",
    "work with",
};

RelLine
rel_statement_line(const RelStatement *statement)
{
  if (statement->polarity == REL_NEGATIVE) {
    return REL_LINE_NEGATED;
  }
  if (statement->modality == REL_THREATENED) {
    return REL_LINE_THREATENED;
  }
  if (statement->modality != REL_ACTUAL) {
    return REL_LINE_POSSIBLE;
  }
  return statement->is_asserted ? REL_LINE_STATED : REL_LINE_REPORTED;
}

bool
rel_predicate_is_symmetric(RelStr predicate)
{
  return rel_str_among(predicate, symmetric_predicates,
                       sizeof(symmetric_predicates) /
                           sizeof(symmetric_predicates[0]));
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

static uint32_t
low(const RelStroke *stroke)
{
  return stroke->from < stroke->to ? stroke->from : stroke->to;
}

static uint32_t
high(const RelStroke *stroke)
{
  return stroke->from < stroke->to ? stroke->to : stroke->from;
}

/// By pair of nodes in either direction, line, then statement
static int
compare_pairs(const void *left, const void *right)
{
  const RelStroke *const a = left;
  const RelStroke *const b = right;
  int order = compare_numbers(low(a), low(b));

  order = order ? order : compare_numbers(high(a), high(b));
  order = order ? order : compare_numbers(a->line, b->line);
  return order ? order : compare_numbers(a->statement, b->statement);
}

/// By line as drawn: from, to, line, then statement
static int
compare_lines(const void *left, const void *right)
{
  const RelStroke *const a = left;
  const RelStroke *const b = right;
  int order = compare_numbers(a->from, b->from);

  order = order ? order : compare_numbers(a->to, b->to);
  order = order ? order : compare_numbers(a->line, b->line);
  return order ? order : compare_numbers(a->statement, b->statement);
}

static int
compare_bundles(const void *left, const void *right)
{
  const RelBundle *const a = left;
  const RelBundle *const b = right;

  return compare_numbers(a->strokes[0].statement, b->strokes[0].statement);
}

/// A stroke with its predicate at hand, for sorting
typedef struct {
  const RelStatement *statement;
  RelStroke *stroke;
} Told;

static uint32_t
teller(const RelStroke *stroke)
{
  return stroke->is_symmetric ? low(stroke) : stroke->from;
}

static uint32_t
told_of(const RelStroke *stroke)
{
  return stroke->is_symmetric ? high(stroke) : stroke->to;
}

static int
compare_facts(const Told *a, const Told *b)
{
  int order = compare_numbers(teller(a->stroke), teller(b->stroke));

  order =
      order ? order : compare_numbers(told_of(a->stroke), told_of(b->stroke));
  return order ? order
               : rel_str_compare(a->statement->predicate,
                                 b->statement->predicate);
}

static int
compare_told(const void *left, const void *right)
{
  const Told *const a = left;
  const Told *const b = right;
  int order = compare_facts(a, b);

  order = order ? order : compare_numbers(a->stroke->line, b->stroke->line);
  return order ? order
               : compare_numbers(a->stroke->statement, b->stroke->statement);
}

/// What the newsroom states needs nobody's word any more
static RelStatus
confirm_reports(RelArena *arena, const RelStatement *statements,
                RelStroke *strokes, uint32_t n)
{
  Told *const told = rel_arena_calloc(arena, n, sizeof(Told));

  if (!told) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    told[i] = (Told){&statements[strokes[i].statement], &strokes[i]};
  }
  qsort(told, n, sizeof(Told), compare_told);

  const Told *first = &told[0];
  for (uint32_t i = 1U; i < n; ++i) {
    if (compare_facts(first, &told[i])) {
      first = &told[i];
    } else if (first->stroke->line == REL_LINE_STATED &&
               told[i].stroke->line == REL_LINE_REPORTED) {
      told[i].stroke->line = REL_LINE_STATED;
    }
  }
  return REL_OK;
}

static void
turn(RelStroke *stroke)
{
  const uint32_t from = stroke->from;

  stroke->from = stroke->to;
  stroke->to = from;
}

/// The stroke that symmetric ones of its pair and line follow; null when there
/// are directed ones both ways, so that each may stay as it is
static const RelStroke *
find_model(const RelStroke *strokes, uint32_t n)
{
  const RelStroke *model = NULL;

  for (uint32_t i = 0U; i < n; ++i) {
    const RelStroke *const stroke = &strokes[i];
    if (!stroke->is_symmetric && model && model->from != stroke->from) {
      return NULL;
    }
    model = stroke->is_symmetric ? model : stroke;
  }
  return model ? model : &strokes[0];
}

/// Give the symmetric strokes of one pair and line one direction
static void
align_pair(RelStroke *strokes, uint32_t n)
{
  const RelStroke *const model = find_model(strokes, n);
  const uint32_t from = model ? model->from : 0U;

  for (uint32_t i = 0U; model && i < n; ++i) {
    if (strokes[i].is_symmetric && strokes[i].from != from) {
      turn(&strokes[i]);
    }
  }
}

static void
align_symmetric(RelStroke *strokes, uint32_t n)
{
  uint32_t begin = 0U;

  qsort(strokes, n, sizeof(RelStroke), compare_pairs);
  for (uint32_t i = 1U; i <= n; ++i) {
    if (i == n || low(&strokes[i]) != low(&strokes[begin]) ||
        high(&strokes[i]) != high(&strokes[begin]) ||
        strokes[i].line != strokes[begin].line) {
      align_pair(&strokes[begin], i - begin);
      begin = i;
    }
  }
}

static bool
is_same_line(const RelStroke *a, const RelStroke *b)
{
  return a->from == b->from && a->to == b->to && a->line == b->line;
}

/// One bundle for each run of strokes that make one line
static void
bundle_up(const RelStroke *strokes, uint32_t n, RelBundles *bundles)
{
  for (uint32_t i = 0U; i < n; ++i) {
    const RelStroke *const stroke = &strokes[i];
    if (i && is_same_line(&strokes[i - 1U], stroke)) {
      ++bundles->items[bundles->n - 1U].n_strokes;
    } else {
      bundles->items[bundles->n++] =
          (RelBundle){stroke->from, stroke->to, stroke->line, stroke, 1U};
    }
  }
}

RelStatus
rel_merge_strokes(RelArena *arena, const RelStatement *statements,
                  RelStroke *strokes, uint32_t n_strokes, RelBundles *bundles)
{
  RelStatus st = REL_OK;

  bundles->n = 0U;
  bundles->items = rel_arena_calloc(arena, n_strokes, sizeof(RelBundle));
  if (!bundles->items) {
    return REL_NO_MEMORY;
  }
  if (!n_strokes) {
    return REL_OK;
  }
  REL_TRY(st, confirm_reports(arena, statements, strokes, n_strokes));
  align_symmetric(strokes, n_strokes);
  qsort(strokes, n_strokes, sizeof(RelStroke), compare_lines);
  bundle_up(strokes, n_strokes, bundles);
  qsort(bundles->items, bundles->n, sizeof(RelBundle), compare_bundles);
  return REL_OK;
}
