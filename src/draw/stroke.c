// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/stroke.h"

/// The graph's statements and what is found about them
typedef struct {
  const RelStatement *statements;
  uint32_t n_statements;
  const RelStatement **contents; ///< By statement: content drawn with it
} Scene;

/// Node at the far end, or no node
static uint32_t
far_end(const RelStatement *statement)
{
  if (statement->object != REL_NO_NODE) {
    return statement->object;
  }
  for (uint32_t i = 0U; i < statement->n_slots; ++i) {
    if (statement->slots[i].role == REL_SLOT_RECIPIENT &&
        statement->slots[i].node != REL_NO_NODE &&
        rel_term_is_value(statement->value.kind)) {
      return statement->slots[i].node;
    }
  }
  return REL_NO_NODE;
}

/// The claim whose content a statement is, or null
static const RelStatement *
container_of(const Scene *scene, uint32_t i)
{
  const RelStatement *const inner = &scene->statements[i];
  uint32_t begin = 0U;

  for (uint32_t end = scene->n_statements; begin < end;) {
    const uint32_t middle = begin + (end - begin) / 2U;
    const RelStatement *const s = &scene->statements[middle];
    const bool is_before =
        s->document < inner->document ||
        (s->document == inner->document && s->number < inner->content_of);
    begin = is_before ? middle + 1U : begin;
    end = is_before ? end : middle;
  }

  const RelStatement *const found = &scene->statements[begin];
  return inner->content_of && begin < scene->n_statements && begin != i &&
                 found->document == inner->document &&
                 found->number == inner->content_of
             ? found
             : NULL;
}

static bool
has_same_ends(const RelStatement *a, const RelStatement *b)
{
  return a->subject == b->subject && far_end(a) == far_end(b);
}

/// "plan to cut" and "cut" of one sentence, with the same ends
static bool
is_wrapping(const RelStatement *outer, const RelStatement *inner)
{
  const size_t n = inner->predicate.len;
  const size_t begin = outer->predicate.len - n;

  return outer->predicate.len > n && has_same_ends(outer, inner) &&
         outer->predicate.data[begin - 1U] == ' ' &&
         rel_str_ends(outer->predicate, inner->predicate);
}

static bool
is_same_sentence(const RelStatement *a, const RelStatement *b)
{
  return a->document == b->document &&
         a->evidence.sentence == b->evidence.sentence;
}

/// The statement that is drawn instead of its content `i`, or null
static const RelStatement *
wrapper_of(const Scene *scene, uint32_t i)
{
  const RelStatement *const inner = &scene->statements[i];
  const RelStatement *const container = container_of(scene, i);

  if (container && has_same_ends(container, inner)) {
    return container;
  }
  for (uint32_t k = i; k-- > 0U;) {
    const RelStatement *const s = &scene->statements[k];
    if (!is_same_sentence(s, inner)) {
      break;
    }
    if (is_wrapping(s, inner)) {
      return s;
    }
  }
  return NULL;
}

/// Draw "threaten to impose" with the line of its content, and that not at all
static void
fold_contents(const Scene *scene, RelLine *lines, bool *is_left_out)
{
  for (uint32_t i = 0U; i < scene->n_statements; ++i) {
    const RelStatement *const outer = wrapper_of(scene, i);
    if (outer) {
      RelLine *const line = &lines[outer - scene->statements];
      const bool is_open =
          *line == REL_LINE_STATED || *line == REL_LINE_REPORTED;
      is_left_out[i] = true;
      scene->contents[outer - scene->statements] = &scene->statements[i];
      *line = is_open && lines[i] != REL_LINE_NEGATED ? lines[i] : *line;
    }
  }
}

RelStatus
rel_strokes_collect(RelArena *arena, const RelGraph *graph,
                    const bool *is_folded, RelStrokes *strokes)
{
  Scene scene = {NULL, 0U, NULL};

  scene.statements = rel_graph_statements(graph, &scene.n_statements);
  const uint32_t n = scene.n_statements;
  RelStroke *const out = rel_arena_calloc(arena, n, sizeof(RelStroke));
  RelLine *const lines = rel_arena_calloc(arena, n, sizeof(RelLine));
  bool *const is_left_out = rel_arena_calloc(arena, n, sizeof(bool));
  scene.contents = rel_arena_calloc(arena, n, sizeof(const RelStatement *));
  if (!out || !lines || !is_left_out || !scene.contents) {
    return REL_NO_MEMORY;
  }

  for (uint32_t i = 0U; i < n; ++i) {
    lines[i] = rel_statement_line(&scene.statements[i]);
  }
  fold_contents(&scene, lines, is_left_out);
  *strokes = (RelStrokes){out, 0U, scene.contents};
  for (uint32_t i = 0U; i < n; ++i) {
    const RelStatement *const s = &scene.statements[i];
    const uint32_t end = far_end(s);
    if (!is_left_out[i] && end != REL_NO_NODE && end != s->subject &&
        !is_folded[end]) {
      out[strokes->n++] = (RelStroke){s->subject, end, lines[i], i,
                                      rel_predicate_is_symmetric(s->predicate)};
    }
  }
  return REL_OK;
}
