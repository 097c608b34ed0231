// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/plan.h"

#include "draw/group.h"
#include "draw/role.h"
#include "draw/stroke.h"

#include <stdlib.h>
#include <string.h>

// Statements of a node from which it counts as one of the story's hubs
enum { HUB_DEGREE = 6 };

// Sentences of an article that tell what it is about
enum { EARLY_SENTENCES = 3 };

// Edges with an actor or hub that make a map without those between mere things
enum { ENOUGH_EDGES = 12 };

/// The graph and what was worked out about it
typedef struct {
  RelArena *arena;
  const RelNode *nodes;
  const RelStatement *statements;
  uint32_t n_nodes;
  RelFolds folds;
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
         rel_term_is_place(kind);
}

static bool
is_prominent(const RelNode *node)
{
  return rel_kind_is_actor(node->kind) || node->degree >= HUB_DEGREE;
}

/// Digits of a number in base 2: a logarithm without rounding
static unsigned
count_bits(uint32_t n)
{
  unsigned bits = 0U;

  while (n) {
    n >>= 1U;
    ++bits;
  }
  return bits;
}

/// Certain, then told by many documents and often, early, of who is often named
static double
weight_of(const Scene *scene, const RelBundle *bundle, double confidence)
{
  const RelStatement *const first =
      &scene->statements[bundle->strokes[0].statement];
  const bool is_early = first->evidence.sentence <= EARLY_SENTENCES;
  uint32_t n_documents = 1U;

  for (uint32_t i = 1U; i < bundle->n_strokes; ++i) {
    n_documents +=
        scene->statements[bundle->strokes[i].statement].document !=
        scene->statements[bundle->strokes[i - 1U].statement].document;
  }
  const unsigned fame = count_bits(scene->nodes[bundle->from].n_mentions) +
                        count_bits(scene->nodes[bundle->to].n_mentions);
  const unsigned often =
      count_bits(n_documents) + count_bits(bundle->n_strokes);
  return confidence * (4.0 + fame + 2.0 * often + (is_early ? 2.0 : 0.0));
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
      {.bundle = *bundle,
       .confidence = 1.0 - doubt,
       .weight = weight_of(scene, bundle, 1.0 - doubt)},
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
  if (a->edge.weight > b->edge.weight) {
    return -1;
  }
  return a->edge.weight < b->edge.weight ? 1 : compare_order(a, b);
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

/// When, in the text's words: "on Monday"
static RelStatus
time_of(const Scene *scene, const RelStatement *statement, RelStr *time)
{
  for (uint32_t i = 0U; i < statement->n_slots; ++i) {
    const RelStatementSlot *const slot = &statement->slots[i];
    if (slot->role == REL_SLOT_TIME && slot->term.kind == REL_TERM_DATE) {
      return rel_arena_format(
          scene->arena, time, "%.*s%s%.*s", REL_ARG(slot->marker),
          slot->marker.len ? " " : "", REL_ARG(slot->term.label));
    }
  }
  return REL_OK;
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
make_label(const Scene *scene, const RelBundle *bundle, uint32_t number,
           RelPlanLabel *label)
{
  const RelStatement *const s = &scene->statements[number];
  const bool is_stated = bundle->line == REL_LINE_STATED;

  *label = (RelPlanLabel){.predicate = s->predicate,
                          .amount = find_amount(scene, number),
                          .source = is_stated ? REL_NO_NODE : s->source,
                          .n = 1U,
                          .first = number};
  return time_of(scene, s, &label->time);
}

static RelStatus
label_edge(const Scene *scene, RelPlanEdge *edge)
{
  const RelBundle *const bundle = &edge->bundle;
  RelPlanLabel *const labels =
      rel_arena_calloc(scene->arena, bundle->n_strokes, sizeof(RelPlanLabel));
  uint32_t n = 0U;
  RelStatus st = REL_OK;

  if (!labels) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0U; i < bundle->n_strokes; ++i) {
    const uint32_t number = bundle->strokes[i].statement;
    RelPlanLabel *const known =
        find_label(labels, n, scene->statements[number].predicate);
    if (known) {
      ++known->n;
    } else {
      REL_TRY(st, make_label(scene, bundle, number, &labels[n++]));
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
choose_edges(const Scene *scene, const RelBundles *bundles,
             const RelPlanOptions *options, RelPlan *plan)
{
  const uint32_t max_edges = options->max_edges;
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
  const uint32_t n_fitting = n_worthy < max_edges ? n_worthy : max_edges;
  const uint32_t n_kept = options->is_whole ? n : n_fitting;
  if (!options->is_whole) {
    qsort(all, n_kept, sizeof(Candidate), compare_order);
  }
  for (uint32_t i = 0U; i < n_kept; ++i) {
    plan->edges[i] = all[i].edge;
    REL_TRY(st, label_edge(scene, &plan->edges[i]));
  }
  plan->n_edges = n_kept;
  plan->n_worthy = n_fitting;
  plan->n_shown = n_kept;
  return REL_OK;
}

/// "in Portland", "based in Portland"
static RelStatus
name_place(const Scene *scene, uint32_t node, RelStr *place)
{
  const uint32_t number = scene->folds.places[node];

  if (number == REL_NO_NODE) {
    return REL_OK;
  }
  const RelStatement *const s = &scene->statements[number];
  const bool is_base = rel_str_ends(s->predicate, REL_STR("based in"));
  return rel_arena_format(scene->arena, place, "%s %.*s",
                          is_base ? "based in" : "in",
                          REL_ARG(scene->nodes[s->object].label));
}

static RelStatus
place_node(const Scene *scene, uint32_t number, RelPlan *plan)
{
  RelStatus st = REL_OK;

  if (plan->places[number] == UINT32_MAX) {
    const uint32_t role = scene->folds.roles[number];
    RelPlanNode *const node = &plan->nodes[plan->n_nodes];
    plan->places[number] = plan->n_nodes++;
    node->node = &scene->nodes[number];
    if (role != REL_NO_NODE) {
      node->role = scene->nodes[role].label;
    }
    st = name_place(scene, number, &node->place);
  }
  ++plan->nodes[plan->places[number]].degree;
  return st;
}

static RelStatus
place_ends(const Scene *scene, const RelPlanEdge *edge, RelPlan *plan)
{
  RelStatus st = REL_OK;

  REL_TRY(st, place_node(scene, edge->bundle.from, plan));
  REL_TRY(st, place_node(scene, edge->bundle.to, plan));
  for (uint32_t i = 0U; i < edge->n_ends; ++i) {
    RelPlanNode *const card = &plan->nodes[plan->places[edge->bundle.to]];
    plan->places[edge->ends[i]] = plan->places[edge->bundle.to];
    card->members = edge->ends;
    card->n_members = edge->n_ends;
  }
  return st;
}

static RelStatus
place_nodes(const Scene *scene, RelPlan *plan)
{
  RelStatus st = REL_OK;

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
    REL_TRY(st, place_ends(scene, &plan->edges[i], plan));
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

/// The edges that are wanted, and how many there would be
static RelStatus
find_edges(const Scene *scene, const RelSelection *selection,
           RelStrokes *strokes, RelBundles *bundles, RelPlan *plan)
{
  const size_t size = strokes->n * sizeof(RelStroke);
  RelStroke *const wanted =
      rel_arena_calloc(scene->arena, strokes->n, sizeof(RelStroke));
  uint32_t n_wanted = strokes->n;
  RelStatus st = REL_OK;

  if (!wanted) {
    return REL_NO_MEMORY;
  }
  if (size) {
    memcpy(wanted, strokes->items, size);
  }
  REL_TRY(st, rel_merge_strokes(scene->arena, scene->statements, strokes->items,
                                strokes->n, bundles));
  plan->n_found = bundles->n;
  REL_TRY(st, rel_selection_apply(scene->arena, plan->graph, selection, wanted,
                                  &n_wanted));
  return rel_merge_strokes(scene->arena, scene->statements, wanted, n_wanted,
                           bundles);
}

RelStatus
rel_plan_make(RelArena *arena, const RelGraph *graph,
              const RelPlanOptions *options, RelPlan *plan)
{
  Scene scene = {.arena = arena};
  RelStrokes strokes = {NULL, 0U, NULL};
  RelBundles bundles = {NULL, 0U};
  uint32_t n_statements = 0U;
  RelStatus st = REL_OK;

  *plan = (RelPlan){.graph = graph};
  scene.nodes = rel_graph_nodes(graph, &scene.n_nodes);
  scene.statements = rel_graph_statements(graph, &n_statements);
  REL_TRY(st, rel_folds_find(arena, graph, &scene.folds));
  REL_TRY(st,
          rel_strokes_collect(arena, graph, scene.folds.is_folded, &strokes));
  scene.contents = strokes.contents;

  REL_TRY(st,
          find_edges(&scene, &options->selection, &strokes, &bundles, plan));
  REL_TRY(st, choose_edges(&scene, &bundles, options, plan));
  if (!options->keeps_leaves) {
    REL_TRY(st, rel_group_leaves(arena, plan));
  }
  REL_TRY(st, place_nodes(&scene, plan));
  return count_parts(&scene, plan);
}
