// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/plan.h"

#include "draw/role.h"
#include "draw/stroke.h"

#include <stdlib.h>

// Statements of a node from which it counts as one of the story's hubs
enum { HUB_DEGREE = 6 };

// Edges with an actor or hub that make a map without those between mere things
enum { ENOUGH_EDGES = 12 };

/// The graph and what was worked out about it
typedef struct {
  RelArena *arena;
  const RelNode *nodes;
  const RelStatement *statements;
  uint32_t n_nodes;
  const uint32_t *roles;
  const RelStatement *const *contents; ///< By statement: drawn with it
} Scene;

/// An edge on its way to being chosen
typedef struct {
  RelPlanEdge edge;
  int tier; ///< 0 to 2, strongest first
} Candidate;

bool
rel_kind_is_actor(RelTermKind kind)
{
  return kind == REL_TERM_PERSON || kind == REL_TERM_ORGANISATION ||
         kind == REL_TERM_COUNTRY || kind == REL_TERM_PLACE;
}

static bool
is_prominent(const RelNode *node)
{
  return rel_kind_is_actor(node->kind) || node->degree >= HUB_DEGREE;
}

static Candidate
weigh(const Scene *scene, const RelBundle *bundle)
{
  double doubt = 1.0;

  for (uint32_t i = 0U; i < bundle->n_strokes; ++i) {
    const uint32_t number = bundle->strokes[i].statement;
    doubt *= 1.0 - (double)scene->statements[number].confidence;
  }
  return (Candidate){
      {.bundle = *bundle, .confidence = 1.0 - doubt},
      2 - is_prominent(&scene->nodes[bundle->from]) -
          is_prominent(&scene->nodes[bundle->to]),
  };
}

static int
compare_order(const void *left, const void *right)
{
  const Candidate *const a = left;
  const Candidate *const b = right;
  const uint32_t first_a = a->edge.bundle.strokes[0].statement;
  const uint32_t first_b = b->edge.bundle.strokes[0].statement;

  return (first_a > first_b) - (first_a < first_b);
}

static int
compare_salience(const void *left, const void *right)
{
  const Candidate *const a = left;
  const Candidate *const b = right;

  if (a->tier != b->tier) {
    return a->tier - b->tier;
  }
  if (a->edge.confidence > b->edge.confidence) {
    return -1;
  }
  return a->edge.confidence < b->edge.confidence ? 1 : compare_order(a, b);
}

static bool
is_amount(RelTermKind kind)
{
  return kind == REL_TERM_MONEY || kind == REL_TERM_QUANTITY;
}

static RelStr
amount_of(const RelStatement *statement)
{
  if (is_amount(statement->value.kind)) {
    return statement->value.label;
  }
  for (uint32_t i = 0U; i < statement->n_slots; ++i) {
    const RelStatementSlot *const slot = &statement->slots[i];
    if (slot->role == REL_SLOT_AMOUNT && is_amount(slot->term.kind)) {
      return slot->term.label;
    }
  }
  return (RelStr){NULL, 0U};
}

/// The amount of a statement, or of the content that is drawn with it
static RelStr
find_amount(const Scene *scene, uint32_t number)
{
  const RelStatement *const content = scene->contents[number];
  const RelStr amount = amount_of(&scene->statements[number]);

  return amount.len || !content ? amount : amount_of(content);
}

static int
compare_labels(const void *left, const void *right)
{
  const RelPlanLabel *const a = left;
  const RelPlanLabel *const b = right;

  if (a->n != b->n) {
    return a->n > b->n ? -1 : 1;
  }
  return (a->first > b->first) - (a->first < b->first);
}

static RelPlanLabel *
find_label(RelPlanLabel *labels, uint32_t n, RelStr predicate)
{
  for (uint32_t i = 0U; i < n; ++i) {
    if (rel_str_equal(labels[i].predicate, predicate)) {
      return &labels[i];
    }
  }
  return NULL;
}

static RelStatus
label_edge(const Scene *scene, RelPlanEdge *edge)
{
  const RelBundle *const bundle = &edge->bundle;
  RelPlanLabel *const labels =
      rel_arena_calloc(scene->arena, bundle->n_strokes, sizeof(RelPlanLabel));
  uint32_t n = 0U;

  if (!labels) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0U; i < bundle->n_strokes; ++i) {
    const uint32_t number = bundle->strokes[i].statement;
    const RelStatement *const s = &scene->statements[number];
    RelPlanLabel *const known = find_label(labels, n, s->predicate);
    if (known) {
      ++known->n;
    } else {
      const bool is_stated = bundle->line == REL_LINE_STATED;
      labels[n++] =
          (RelPlanLabel){s->predicate, find_amount(scene, number),
                         is_stated ? REL_NO_NODE : s->source, 1U, number};
    }
  }
  qsort(labels, n, sizeof(RelPlanLabel), compare_labels);
  edge->labels = labels;
  edge->n_labels = n;
  return REL_OK;
}

/// How many of the edges, sorted by salience, are worth their room
static uint32_t
count_worthy(const Candidate *all, uint32_t n)
{
  uint32_t n_worthy = 0U;

  while (n_worthy < n && all[n_worthy].tier < 2) {
    ++n_worthy;
  }
  return n_worthy < ENOUGH_EDGES ? n : n_worthy;
}

/// Keep the strongest, in order of their statements
static RelStatus
choose_edges(const Scene *scene, const RelBundles *bundles, uint32_t max_edges,
             RelPlan *plan)
{
  const uint32_t n = bundles->n;
  Candidate *const all = rel_arena_calloc(scene->arena, n, sizeof(Candidate));
  RelStatus st = REL_OK;

  plan->edges = rel_arena_calloc(scene->arena, n, sizeof(RelPlanEdge));
  if (!all || !plan->edges) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    all[i] = weigh(scene, &bundles->items[i]);
  }
  qsort(all, n, sizeof(Candidate), compare_salience);
  const uint32_t n_worthy = count_worthy(all, n);
  const uint32_t n_kept = n_worthy < max_edges ? n_worthy : max_edges;
  qsort(all, n_kept, sizeof(Candidate), compare_order);
  for (uint32_t i = 0U; i < n_kept; ++i) {
    plan->edges[i] = all[i].edge;
    REL_TRY(st, label_edge(scene, &plan->edges[i]));
  }
  plan->n_edges = n_kept;
  plan->n_found = n;
  return REL_OK;
}

static void
place_node(const Scene *scene, uint32_t number, RelPlan *plan)
{
  if (plan->places[number] == UINT32_MAX) {
    const uint32_t role = scene->roles[number];
    const RelStr none = {NULL, 0U};
    plan->places[number] = plan->n_nodes;
    plan->nodes[plan->n_nodes++] = (RelPlanNode){
        &scene->nodes[number],
        role == REL_NO_NODE ? none : scene->nodes[role].label,
        0U,
    };
  }
  ++plan->nodes[plan->places[number]].degree;
}

static RelStatus
place_nodes(const Scene *scene, RelPlan *plan)
{
  plan->places =
      rel_arena_calloc(scene->arena, scene->n_nodes, sizeof(uint32_t));
  plan->nodes = rel_arena_calloc(scene->arena, (size_t)plan->n_edges * 2U,
                                 sizeof(RelPlanNode));
  if (!plan->places || !plan->nodes) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0U; i < scene->n_nodes; ++i) {
    plan->places[i] = UINT32_MAX;
  }
  for (uint32_t i = 0U; i < plan->n_edges; ++i) {
    place_node(scene, plan->edges[i].bundle.from, plan);
    place_node(scene, plan->edges[i].bundle.to, plan);
  }
  return REL_OK;
}

static uint32_t
find_part(uint32_t *leaders, uint32_t i)
{
  while (leaders[i] != i) {
    leaders[i] = leaders[leaders[i]];
    i = leaders[i];
  }
  return i;
}

/// Count the connected parts: union and find
static RelStatus
count_parts(const Scene *scene, RelPlan *plan)
{
  uint32_t *const leaders =
      rel_arena_calloc(scene->arena, plan->n_nodes, sizeof(uint32_t));

  if (!leaders) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0U; i < plan->n_nodes; ++i) {
    leaders[i] = i;
  }
  plan->n_parts = plan->n_nodes;
  for (uint32_t i = 0U; i < plan->n_edges; ++i) {
    const RelBundle *const bundle = &plan->edges[i].bundle;
    const uint32_t from = find_part(leaders, plan->places[bundle->from]);
    const uint32_t to = find_part(leaders, plan->places[bundle->to]);
    plan->n_parts -= from != to;
    leaders[to] = from;
  }
  return REL_OK;
}

RelStatus
rel_plan_make(RelArena *arena, const RelGraph *graph, uint32_t max_edges,
              RelPlan *plan)
{
  Scene scene = {.arena = arena};
  uint32_t *roles = NULL;
  bool *is_folded = NULL;
  RelStrokes strokes = {NULL, 0U, NULL};
  RelBundles bundles = {NULL, 0U};
  uint32_t n_statements = 0U;
  RelStatus st = REL_OK;

  *plan = (RelPlan){.graph = graph};
  scene.nodes = rel_graph_nodes(graph, &scene.n_nodes);
  scene.statements = rel_graph_statements(graph, &n_statements);
  REL_TRY(st, rel_roles_fold(arena, graph, &roles, &is_folded));
  REL_TRY(st, rel_strokes_collect(arena, graph, is_folded, &strokes));
  scene.roles = roles;
  scene.contents = strokes.contents;

  REL_TRY(st, rel_merge_strokes(arena, scene.statements, strokes.items,
                                strokes.n, &bundles));
  REL_TRY(st, choose_edges(&scene, &bundles, max_edges, plan));
  REL_TRY(st, place_nodes(&scene, plan));
  return count_parts(&scene, plan);
}
