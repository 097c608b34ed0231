// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/selection.h"

#include "base/buffer.h"
#include "draw/role.h"
#include "draw/stroke.h"
#include "graph/event.h"

#include <string.h>

/// A reach that nothing has yet
#define FAR_AWAY UINT32_MAX

enum { MAX_LIKE = 3 }; // names that a message suggests

/// The graph and what is asked of it
typedef struct {
  const RelGraph *graph;
  const RelSelection *wish;
  const RelNode *nodes;
  uint32_t n_nodes;
  const RelStatement *statements;
  const RelGraphDocument *documents;
} Choice;

// ------------------------------------------------------------------- time

bool
rel_selection_is_time(RelStr text)
{
  static const char form[] = "dddd-dd-dd";

  for (size_t i = 0U; i < text.len && i < sizeof(form) - 1U; ++i) {
    const bool is_digit = text.data[i] >= '0' && text.data[i] <= '9';
    if (form[i] == 'd' ? !is_digit : text.data[i] != form[i]) {
      return false;
    }
  }
  return text.len == 4U || text.len == 7U || text.len == 10U;
}

/// Order of two times, as far as both are told: "2018" and "2018-06" are equal
static int
compare_times(RelStr a, RelStr b)
{
  const size_t n = a.len < b.len ? a.len : b.len;

  return memcmp(a.data, b.data, n);
}

/// The first and last day of a statement; empty where unknown or open
static void
find_time(const Choice *self, const RelStatement *s, RelStr *begin, RelStr *end)
{
  for (uint32_t i = 0U; i < s->n_slots; ++i) {
    const RelValue *const value = s->slots[i].value;
    if (s->slots[i].role == REL_SLOT_TIME && value &&
        value->kind == REL_VALUE_TIME) {
      *begin = rel_str(value->begin);
      *end = rel_str(value->end);
      return;
    }
  }
  *begin = self->documents[s->document].date;
  *end = *begin;
}

static bool
is_in_time(const Choice *self, const RelStatement *s)
{
  const RelStr since = rel_str(self->wish->since);
  const RelStr until = rel_str(self->wish->until);
  RelStr begin = {NULL, 0U};
  RelStr end = {NULL, 0U};

  if (!since.len && !until.len) {
    return true;
  }
  find_time(self, s, &begin, &end);
  if (!begin.len && !end.len) {
    return false;
  }
  return (!since.len || !end.len || compare_times(end, since) >= 0) &&
         (!until.len || !begin.len || compare_times(begin, until) <= 0);
}

// ----------------------------------------------------------------- events

/// The next word of a list with commas, and where the one after begins
static RelStr
next_word(RelStr list, size_t *offset)
{
  const RelStr rest = rel_str_slice(list, *offset, SIZE_MAX);
  const size_t end = rel_str_find(rest, REL_STR(","));
  const RelStr word = rel_str_slice(rest, 0U, end == SIZE_MAX ? rest.len : end);

  *offset += word.len + 1U;
  return rel_str_trim(word);
}

bool
rel_selection_is_events(RelStr list)
{
  for (size_t offset = 0U; offset <= list.len;) {
    const RelStr word = next_word(list, &offset);
    if (!rel_event_is_class(word) && !rel_str_equal(word, REL_STR("all"))) {
      return false;
    }
  }
  return true;
}

static bool
is_event(const Choice *self, const RelStatement *s)
{
  const RelStr list = rel_str(self->wish->events);
  const RelEventWords words = {
      self->nodes[s->subject].label, s->predicate,
      s->object == REL_NO_NODE ? s->value.label : self->nodes[s->object].label};

  if (!list.len) {
    return true;
  }
  const RelStr class_name = rel_event_class(&words);
  for (size_t offset = 0U; class_name.len && offset <= list.len;) {
    const RelStr word = next_word(list, &offset);
    if (rel_str_equal(word, class_name) ||
        rel_str_equal(word, REL_STR("all"))) {
      return true;
    }
  }
  return false;
}

// ------------------------------------------------------------------ plain

static bool
has_kind(const Choice *self, uint32_t node)
{
  return self->wish->kinds & (1U << self->nodes[node].kind);
}

static bool
is_wanted(const Choice *self, const RelStroke *stroke)
{
  const RelStatement *const s = &self->statements[stroke->statement];
  const RelSelection *const wish = self->wish;

  return (!wish->kinds ||
          (has_kind(self, stroke->from) && has_kind(self, stroke->to))) &&
         s->confidence >= wish->min_confidence &&
         (!wish->is_asserted_only || stroke->line == REL_LINE_STATED) &&
         is_event(self, s) && is_in_time(self, s);
}

// ------------------------------------------------------------------ focus

static char
lower(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/// Is `part` within `text`, small and capital letters alike?
static bool
holds(RelStr text, RelStr part)
{
  for (size_t at = 0U; at + part.len <= text.len; ++at) {
    size_t n = 0U;
    while (n < part.len && lower(text.data[at + n]) == lower(part.data[n])) {
      ++n;
    }
    if (n == part.len) {
      return true;
    }
  }
  return false;
}

static bool
is_called(const RelNode *node, RelStr name)
{
  bool is_found = node->label.len == name.len && holds(node->label, name);

  for (uint32_t i = 0U; i < node->n_names && !is_found; ++i) {
    is_found = node->names[i].len == name.len && holds(node->names[i], name);
  }
  return is_found;
}

static RelStatus
fail_unknown(const Choice *self, RelArena *arena, RelStr name)
{
  RelBuffer like = {.arena = arena};
  unsigned n = 0U;

  for (uint32_t i = 0U; i < self->n_nodes && n < MAX_LIKE; ++i) {
    const RelNode *const node = &self->nodes[i];
    if (holds(node->label, name) || holds(name, node->label)) {
      rel_buffer_add(&like, rel_str(n++ ? ", " : "; like it: "));
      rel_buffer_add(&like, node->label);
    }
  }
  const RelStr words = rel_buffer_str(&like);
  return rel_fail(rel_graph_world(self->graph), REL_BAD_ARG,
                  (RelPlace){.name = "--focus"},
                  "expected an actor of the graph, not \"%.*s\"%.*s",
                  REL_ARG(name), REL_ARG(words));
}

/// Put the actors of one name at distance 0
static RelStatus
begin_at(const Choice *self, RelArena *arena, RelStr name, uint32_t *distances)
{
  bool is_found = false;

  for (uint32_t i = 0U; i < self->n_nodes; ++i) {
    if (is_called(&self->nodes[i], name)) {
      distances[i] = 0U;
      is_found = true;
    }
  }
  return is_found ? REL_OK : fail_unknown(self, arena, name);
}

static RelStatus
begin_at_all(const Choice *self, RelArena *arena, uint32_t *distances)
{
  const RelStr names = rel_str(self->wish->focus);
  RelStatus st = REL_OK;

  for (size_t begin = 0U; begin < names.len;) {
    const RelStr rest = rel_str_slice(names, begin, SIZE_MAX);
    const size_t end = rel_str_find(rest, REL_STR(";"));
    const size_t len = end == SIZE_MAX ? rest.len : end;
    const RelStr name = rel_str_trim(rel_str_slice(rest, 0U, len));
    if (name.len) {
      REL_TRY(st, begin_at(self, arena, name, distances));
    }
    begin += len + 1U;
  }
  return st;
}

/// Go one line further from all that is `step` lines away
static void
spread(const RelStroke *strokes, uint32_t n, uint32_t step, uint32_t *distances)
{
  for (uint32_t i = 0U; i < n; ++i) {
    uint32_t *const from = &distances[strokes[i].from];
    uint32_t *const to = &distances[strokes[i].to];
    if (*from == step && *to == FAR_AWAY) {
      *to = step + 1U;
    } else if (*to == step && *from == FAR_AWAY) {
      *from = step + 1U;
    }
  }
}

static RelStatus
keep_near(const Choice *self, RelArena *arena, RelStroke *strokes, uint32_t *n)
{
  const uint32_t depth = self->wish->depth ? self->wish->depth : 1U;
  uint32_t *const distances =
      rel_arena_calloc(arena, self->n_nodes, sizeof(uint32_t));
  uint32_t n_kept = 0U;
  RelStatus st = REL_OK;

  if (!distances) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0U; i < self->n_nodes; ++i) {
    distances[i] = FAR_AWAY;
  }
  REL_TRY(st, begin_at_all(self, arena, distances));
  for (uint32_t step = 0U; step < depth; ++step) {
    spread(strokes, *n, step, distances);
  }
  for (uint32_t i = 0U; i < *n; ++i) {
    if (distances[strokes[i].from] <= depth &&
        distances[strokes[i].to] <= depth) {
      strokes[n_kept++] = strokes[i];
    }
  }
  *n = n_kept;
  return REL_OK;
}

// ------------------------------------------------------------------ parts

/// Lines of a node from which it is worth a figure of its own
enum { PART_DEGREE = 4 };

/// The node that most strokes without a part touch, or no node
static uint32_t
find_hub(const Choice *self, const RelStroke *strokes, const uint32_t *part_of,
         uint32_t n, uint32_t *degrees)
{
  uint32_t hub = REL_NO_NODE;

  memset(degrees, 0, self->n_nodes * sizeof(*degrees));
  for (uint32_t i = 0U; i < n; ++i) {
    if (!part_of[i]) {
      ++degrees[strokes[i].from];
      ++degrees[strokes[i].to];
    }
  }
  for (uint32_t i = 0U; i < self->n_nodes; ++i) {
    if (degrees[i] >= PART_DEGREE &&
        (hub == REL_NO_NODE || degrees[i] > degrees[hub])) {
      hub = i;
    }
  }
  return hub;
}

/// Give strokes without a part this one; all of them where there is no hub
static uint32_t
take_part(const RelStroke *strokes, uint32_t n, uint32_t hub, uint32_t part,
          uint32_t *part_of)
{
  uint32_t n_taken = 0U;

  for (uint32_t i = 0U; i < n; ++i) {
    if (!part_of[i] && (hub == REL_NO_NODE || strokes[i].from == hub ||
                        strokes[i].to == hub)) {
      part_of[i] = part;
      ++n_taken;
    }
  }
  return n_taken;
}

/// @param part_of Output by stroke: its part, from 1
static RelStatus
find_parts(const Choice *self, RelArena *arena, const RelStroke *strokes,
           uint32_t n, uint32_t **part_of, RelPart *parts, uint32_t *n_parts)
{
  uint32_t *const degrees =
      rel_arena_calloc(arena, self->n_nodes, sizeof(uint32_t));

  *part_of = rel_arena_calloc(arena, n, sizeof(uint32_t));
  *n_parts = 0U;
  if (!degrees || !*part_of) {
    return REL_NO_MEMORY;
  }
  for (bool is_last = false; !is_last;) {
    const uint32_t hub = *n_parts + 1U < REL_MAX_PARTS
                             ? find_hub(self, strokes, *part_of, n, degrees)
                             : REL_NO_NODE;
    const uint32_t n_taken =
        take_part(strokes, n, hub, *n_parts + 1U, *part_of);
    is_last = hub == REL_NO_NODE;
    if (n_taken) {
      parts[(*n_parts)++] =
          (RelPart){is_last ? NULL : &self->nodes[hub], n_taken};
    }
  }
  return REL_OK;
}

static RelStatus
keep_part(const Choice *self, RelArena *arena, RelStroke *strokes, uint32_t *n)
{
  RelPart parts[REL_MAX_PARTS];
  uint32_t n_parts = 0U;
  uint32_t *part_of = NULL;
  uint32_t n_kept = 0U;
  RelStatus st = REL_OK;

  REL_TRY(st, find_parts(self, arena, strokes, *n, &part_of, parts, &n_parts));
  for (uint32_t i = 0U; i < *n; ++i) {
    if (part_of[i] == self->wish->part) {
      strokes[n_kept++] = strokes[i];
    }
  }
  *n = n_kept;
  return st;
}

// -------------------------------------------------------------- selection

static Choice
make_choice(const RelGraph *graph, const RelSelection *selection)
{
  Choice self = {.graph = graph, .wish = selection};
  uint32_t n = 0U;

  self.nodes = rel_graph_nodes(graph, &self.n_nodes);
  self.statements = rel_graph_statements(graph, &n);
  self.documents = rel_graph_documents(graph, &n);
  return self;
}

static RelStatus
keep_wanted(const Choice *self, RelArena *arena, RelStroke *strokes,
            uint32_t *n_strokes)
{
  uint32_t n_kept = 0U;

  for (uint32_t i = 0U; i < *n_strokes; ++i) {
    if (is_wanted(self, &strokes[i])) {
      strokes[n_kept++] = strokes[i];
    }
  }
  *n_strokes = n_kept;
  return self->wish->focus ? keep_near(self, arena, strokes, n_strokes)
                           : REL_OK;
}

RelStatus
rel_selection_apply(RelArena *arena, const RelGraph *graph,
                    const RelSelection *selection, RelStroke *strokes,
                    uint32_t *n_strokes)
{
  const Choice self = make_choice(graph, selection);
  RelStatus st = REL_OK;

  REL_TRY(st, keep_wanted(&self, arena, strokes, n_strokes));
  return selection->part ? keep_part(&self, arena, strokes, n_strokes) : st;
}

RelStatus
rel_selection_part(RelArena *arena, const RelGraph *graph,
                   const RelSelection *selection, RelPart *parts,
                   uint32_t *n_parts)
{
  const Choice self = make_choice(graph, selection);
  RelFolds folds;
  RelStrokes strokes = {NULL, 0U, NULL};
  uint32_t *part_of = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_folds_find(arena, graph, &folds));
  REL_TRY(st, rel_strokes_collect(arena, graph, folds.is_folded, &strokes));
  REL_TRY(st, keep_wanted(&self, arena, strokes.items, &strokes.n));
  return find_parts(&self, arena, strokes.items, strokes.n, &part_of, parts,
                    n_parts);
}
