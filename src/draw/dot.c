// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/dot.h"

#include "base/buffer.h"
#include "draw/tip.h"
#include "draw/words.h"

#include <graphviz/cgraph.h>

#include <stdio.h>
#include <string.h>

enum {
  MANY_NODES = 150,    // from here the ranks are searched less hard
  LEAVES_IN_A_ROW = 4, // of a hub, before they go on several ranks
  MAX_RANKS = 4,       // for the leaves of one hub
};

/// What the making of one graph needs
typedef struct {
  RelArena *arena;
  const RelPlan *plan;
  const RelDotOptions *options;
  Agraph_t *graph;
  RelStatus status; ///< First failure
} Drawing;

/// Leaves that hang on one side of a node so far: out of it, into it
typedef struct {
  uint32_t n_out;
  uint32_t n_in;
} Leaves;

typedef struct {
  const char *name;
  const char *value;
} Attribute;

static const Attribute graph_defaults[] = {
    {"charset", "UTF-8"},
    {"bgcolor", "white"},
    {"pad", "0.2"},
    {"margin", "0"},
    {"outputorder", "edgesfirst"},
    {"fontname", REL_FONT},
    {"fontsize", "12"},
    {"label", ""},
    {"labelloc", "b"},
    {"labeljust", "l"},
    {"tooltip", " "},
    {"dpi", ""},
    {"size", ""},
};

static const Attribute node_defaults[] = {
    {"shape", "box"},       {"style", "rounded,filled"},
    {"fontname", REL_FONT}, {"fontsize", "11"},
    {"penwidth", "1.2"},    {"margin", "0.10,0.045"},
    {"height", "0.3"},      {"width", "0.3"},
    {"color", "#5C5C5C"},   {"fillcolor", "#FFFFFF"},
    {"label", ""},          {"fontcolor", "#111111"},
    {"tooltip", ""},        {"id", ""},
    {"class", ""},
};

static const Attribute edge_defaults[] = {
    {"fontname", REL_FONT},  {"fontsize", "9"},    {"arrowsize", "0.65"},
    {"arrowhead", "normal"}, {"color", "#5F6B76"}, {"fontcolor", "#2B2B2B"},
    {"style", "solid"},      {"penwidth", "0.9"},  {"label", ""},
    {"tooltip", ""},         {"labeltooltip", ""}, {"id", ""},
    {"class", ""},           {"minlen", "1"},
};

static const Attribute ranked[] = {
    {"layout", "dot"},
    {"nodesep", "0.28"},
    {"splines", "true"},
};

// "newrank", which only clusters need, makes Graphviz 2.42 crash with "pack"
static const Attribute one_part[] = {{"ranksep", "0.55"}};
static const Attribute several_parts[] = {
    {"ranksep", "0.28"},
    {"pack", "10"},
    {"packmode", "graph"},
};

static const Attribute ranked_fast[] = {
    {"mclimit", "0.2"}, {"nslimit", "1"}, {"nslimit1", "1"}};

static const Attribute cloud[] = {
    {"layout", "sfdp"},  {"overlap", "prism"}, {"overlap_scaling", "-3"},
    {"splines", "line"}, {"K", "1.4"},         {"repulsiveforce", "1.8"},
    {"sep", "+10"},      {"start", "7"},
};

static const Attribute grid[] = {{"layout", "osage"}, {"splines", "line"}};

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

/// Graphviz takes its strings without const but does not change them
static char *
loose(const char *text)
{
  char *result = NULL;

  memcpy(&result, &text, sizeof(result));
  return result;
}

static void
set_defaults(Agraph_t *graph, int kind, const Attribute *table, size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    agattr(graph, kind, loose(table[i].name), loose(table[i].value));
  }
}

static void
set(void *object, const char *name, const char *value)
{
  agset(object, loose(name), loose(value));
}

static void
set_html(const Drawing *self, void *object, const char *name, RelStr html)
{
  char *const kept = agstrdup_html(self->graph, loose(html.data));

  agset(object, loose(name), kept);
  agstrfree(self->graph, kept);
}

static void
keep(Drawing *self, RelStatus status)
{
  self->status = self->status ? self->status : status;
}

static bool
has_words(const Drawing *self)
{
  return self->options->layout == REL_LAYOUT_RIGHT ||
         self->options->layout == REL_LAYOUT_DOWN;
}

/// "node-person.Wilbur_Ross": "." for "%" and "/", which ids may not have
static RelStr
make_id(Drawing *self, const char *prefix, RelStr key)
{
  RelBuffer out = {.arena = self->arena};
  RelStr part = {NULL, 0U};

  if (self->options->part > 1U) {
    keep(self,
         rel_arena_format(self->arena, &part, "part%u-", self->options->part));
  }
  rel_buffer_add(&out, part);
  rel_buffer_add(&out, rel_str(prefix));
  for (size_t i = 0U; i < key.len; ++i) {
    const bool is_odd = key.data[i] == '%' || key.data[i] == '/';
    rel_buffer_add_char(&out, is_odd ? '.' : key.data[i]);
  }
  keep(self, out.status);
  return rel_buffer_str(&out);
}

/// The card of a node, which is made at the first call
static Agnode_t *
get_card(Drawing *self, const RelPlanNode *node)
{
  RelStr name = {NULL, 0U};

  keep(self, rel_arena_copy(self->arena, node->node->key, &name));
  return self->status ? NULL : agnode(self->graph, loose(name.data), 1);
}

static void
draw_node(Drawing *self, const RelPlanNode *node)
{
  const RelCardStyle *const style =
      rel_card_style(self->options->caption.look.palette, node->node->kind);
  Agnode_t *const card = get_card(self, node);
  RelStr tip = {NULL, 0U};
  RelStr label = {NULL, 0U};
  RelStr class_words = {NULL, 0U};

  if (!card) {
    keep(self, REL_NO_MEMORY);
    return;
  }
  const RelStr id = make_id(self, "node-", node->node->key);
  const bool is_hub = node->degree >= REL_HUB_DEGREE;
  keep(self, rel_words_node(self->arena, self->plan, node,
                            self->options->caption.look, &label));
  keep(self, rel_tip_node(self->arena, self->plan, node, &tip));
  keep(self, rel_arena_format(self->arena, &class_words, "%s%s",
                              rel_term_kind_text(node->node->kind),
                              is_hub ? " hub" : ""));
  if (!self->status) {
    set(card, "id", id.data);
    set(card, "class", class_words.data);
    set(card, "tooltip", tip.data);
    set(card, "fillcolor", style->fill);
    set(card, "color", style->border);
    set(card, "shape", style->shape);
    set(card, "style", style->style);
    set_html(self, card, "label", label);
    if (is_hub) {
      set(card, "penwidth", "2.2");
    }
  }
}

/// 0.9 points and 0.35 more for each further statement, at most 2.6
static RelStr
make_width(Drawing *self, const RelPlanEdge *edge)
{
  const uint32_t more = edge->bundle.n_strokes - 1U;
  const uint32_t width = more < 5U ? 90U + 35U * more : 260U;
  RelStr text = {NULL, 0U};

  keep(self, rel_arena_format(self->arena, &text, "%u.%02u", width / 100U,
                              width % 100U));
  return text;
}

static const RelPlanNode *
end_of(const Drawing *self, uint32_t number)
{
  return &self->plan->nodes[self->plan->places[number]];
}

static RelStr
make_edge_id(Drawing *self, const RelBundle *bundle)
{
  const RelStr from = end_of(self, bundle->from)->node->key;
  const RelStr to = end_of(self, bundle->to)->node->key;
  RelStr text = {NULL, 0U};

  keep(self,
       rel_arena_format(self->arena, &text, "%.*s--%.*s--%s", REL_ARG(from),
                        REL_ARG(to), rel_line_name(bundle->line)));
  return make_id(self, "edge-", text);
}

/// Graphviz doubles the lengths of lines with words, to give the words a rank
/// of their own, but forgets to when it packs several parts
static void
set_length(const Drawing *self, Agedge_t *line, size_t length)
{
  static const char *const lengths[] = {"0", "1", "2", "3", "4",
                                        "5", "6", "7", "8"};
  const size_t unit = self->plan->n_parts > 1U ? 2U : 1U;

  set(line, "minlen", lengths[length * unit]);
}

static Agedge_t *
draw_edge(Drawing *self, const RelPlanEdge *edge)
{
  const RelLineStyle *const style =
      rel_line_style(self->options->caption.look.palette, edge->bundle.line);
  Agnode_t *const from = get_card(self, end_of(self, edge->bundle.from));
  Agnode_t *const to = get_card(self, end_of(self, edge->bundle.to));
  Agedge_t *const line =
      from && to ? agedge(self->graph, from, to, NULL, 1) : NULL;
  RelStr label = {NULL, 0U};
  RelStr tip = {NULL, 0U};

  if (!line) {
    keep(self, REL_NO_MEMORY);
    return NULL;
  }
  const RelStr id = make_edge_id(self, &edge->bundle);
  const RelStr width = make_width(self, edge);
  keep(self, rel_words_edge(self->arena, self->plan, edge, &label));
  keep(self, rel_tip_edge(self->arena, self->plan, edge, &tip));
  if (!self->status) {
    set(line, "id", id.data);
    set(line, "class", rel_line_name(edge->bundle.line));
    set(line, "style", style->style);
    set(line, "arrowhead", style->arrow);
    set(line, "color", has_words(self) ? style->colour : style->faint);
    set(line, "fontcolor", style->font_colour);
    set(line, "penwidth", width.data);
    set(line, "tooltip", tip.data);
    if (has_words(self)) {
      set_html(self, line, "label", label);
      set(line, "labeltooltip", tip.data);
      set_length(self, line, 1U);
    }
  }
  return line;
}

/// Where the leaf of an edge is counted, if one of its ends is a leaf
static uint32_t *
leaf_count(const Drawing *self, const RelBundle *bundle, Leaves *leaves)
{
  const uint32_t from = self->plan->places[bundle->from];
  const uint32_t to = self->plan->places[bundle->to];

  if (self->plan->nodes[to].degree == 1U) {
    return &leaves[from].n_out;
  }
  return self->plan->nodes[from].degree == 1U ? &leaves[to].n_in : NULL;
}

/// How many ranks away the `i`th of `n` leaves goes: a long row takes several
static uint32_t
leaf_length(uint32_t i, uint32_t n)
{
  const uint32_t n_ranks = (n + LEAVES_IN_A_ROW - 1U) / LEAVES_IN_A_ROW;

  return 1U + i % (n_ranks < MAX_RANKS ? n_ranks : MAX_RANKS);
}

/// Hang the leaves of hubs on several ranks, which makes the picture narrower
static void
spread_leaves(Drawing *self, Agedge_t *const *lines)
{
  const RelPlan *const plan = self->plan;
  Leaves *const all =
      rel_arena_calloc(self->arena, plan->n_nodes, sizeof(Leaves));
  Leaves *const done =
      rel_arena_calloc(self->arena, plan->n_nodes, sizeof(Leaves));

  if (!all || !done) {
    keep(self, REL_NO_MEMORY);
    return;
  }
  for (uint32_t i = 0U; i < plan->n_edges; ++i) {
    uint32_t *const n = leaf_count(self, &plan->edges[i].bundle, all);
    if (n) {
      ++*n;
    }
  }
  for (uint32_t i = 0U; i < plan->n_edges; ++i) {
    const uint32_t *const n = leaf_count(self, &plan->edges[i].bundle, all);
    uint32_t *const k = leaf_count(self, &plan->edges[i].bundle, done);
    if (n && k && *n > LEAVES_IN_A_ROW) {
      set_length(self, lines[i], leaf_length(*k, *n));
      ++*k;
    }
  }
}

static void
set_ranks(Drawing *self)
{
  Agraph_t *const graph = self->graph;
  const bool is_right = self->options->layout == REL_LAYOUT_RIGHT;

  set_defaults(graph, AGRAPH, ranked, N_OF(ranked));
  agattr(graph, AGRAPH, loose("rankdir"), loose(is_right ? "LR" : "TB"));
  if (self->plan->n_parts > 1U) {
    set_defaults(graph, AGRAPH, several_parts, N_OF(several_parts));
  } else {
    set_defaults(graph, AGRAPH, one_part, N_OF(one_part));
  }
  if (self->plan->n_nodes >= MANY_NODES) {
    set_defaults(graph, AGRAPH, ranked_fast, N_OF(ranked_fast));
  }
}

static void
set_layout(Drawing *self)
{
  switch (self->options->layout) {
  case REL_LAYOUT_RIGHT:
  case REL_LAYOUT_DOWN:
    set_ranks(self);
    break;
  case REL_LAYOUT_CLOUD:
    set_defaults(self->graph, AGRAPH, cloud, N_OF(cloud));
    break;
  case REL_LAYOUT_GRID:
    set_defaults(self->graph, AGRAPH, grid, N_OF(grid));
    break;
  }
}

static void
draw_edges(Drawing *self)
{
  const RelPlan *const plan = self->plan;
  Agedge_t **const lines =
      rel_arena_calloc(self->arena, plan->n_edges, sizeof(Agedge_t *));

  if (!lines) {
    keep(self, REL_NO_MEMORY);
    return;
  }
  for (uint32_t i = 0U; i < plan->n_edges && !self->status; ++i) {
    lines[i] = draw_edge(self, &plan->edges[i]);
  }
  if (!self->status && has_words(self)) {
    spread_leaves(self, lines);
  }
}

static void
draw_all(Drawing *self)
{
  const RelPlan *const plan = self->plan;
  Agraph_t *const graph = self->graph;
  RelStr html = {NULL, 0U};

  set_defaults(graph, AGRAPH, graph_defaults, N_OF(graph_defaults));
  set_defaults(graph, AGNODE, node_defaults, N_OF(node_defaults));
  set_defaults(graph, AGEDGE, edge_defaults, N_OF(edge_defaults));
  set_layout(self);
  if (self->options->dpi) {
    set(graph, "dpi", self->options->dpi);
  }
  if (self->options->size) {
    set(graph, "size", self->options->size);
  }
  set(graph, "bgcolor",
      rel_page_style(self->options->caption.look.palette)->background);
  keep(self,
       rel_caption_html(self->arena, plan, &self->options->caption, &html));
  if (!self->status) {
    set_html(self, graph, "label", html);
  }
  for (uint32_t i = 0U; i < plan->n_nodes && !self->status; ++i) {
    draw_node(self, &plan->nodes[i]);
  }
  draw_edges(self);
}

RelStatus
rel_dot_graph(RelArena *arena, const RelPlan *plan,
              const RelDotOptions *options, Agraph_t **graph)
{
  Drawing self = {arena, plan, options, NULL, REL_OK};

  self.graph = agopen(loose("map"), Agdirected, NULL);
  if (!self.graph) {
    return REL_NO_MEMORY;
  }
  draw_all(&self);
  if (self.status) {
    agclose(self.graph);
    self.graph = NULL;
  }
  *graph = self.graph;
  return self.status;
}
