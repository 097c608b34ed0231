// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/tip.h"

#include "draw/label.h"

enum { MAX_QUOTES = 6, QUOTE_CHARS = 280, NAME_CHARS = 200, MAX_NAMES = 8 };

#define NEW_LINE REL_STR("\\n")

/// Add text of unknown cleanness
static void
add(RelBuffer *out, RelStr text, size_t max_chars)
{
  RelStr clean = {NULL, 0U};

  if (!rel_label_clean(out->arena, text, max_chars, &clean)) {
    rel_label_add(out, clean, REL_MARKUP_PLAIN);
  } else {
    out->status = REL_NO_MEMORY;
  }
}

static void
add_count(RelBuffer *out, uint32_t n, const char *one, const char *many)
{
  RelStr text = {NULL, 0U};

  if (!rel_arena_format(out->arena, &text, "%u %s", n, n == 1U ? one : many)) {
    rel_buffer_add(out, text);
  } else {
    out->status = REL_NO_MEMORY;
  }
}

static void
add_entity(RelBuffer *out, const RelNode *entity)
{
  add(out, entity->label, NAME_CHARS);
  rel_buffer_add(out, REL_STR(" ("));
  rel_buffer_add(out, rel_str(rel_term_kind_text(entity->kind)));
  rel_buffer_add(out, REL_STR(")"));
  for (uint32_t i = 0U; i < entity->n_names && i < MAX_NAMES; ++i) {
    rel_buffer_add(out, i ? REL_STR(", ") : REL_STR("\\nalso: "));
    add(out, entity->names[i], NAME_CHARS);
  }
}

static void
add_small(RelBuffer *out, RelStr text)
{
  if (text.len) {
    rel_buffer_add(out, NEW_LINE);
    add(out, text, NAME_CHARS);
  }
}

RelStatus
rel_tip_node(RelArena *arena, const RelPlan *plan, const RelPlanNode *node,
             RelStr *tip)
{
  uint32_t n = 0U;
  const RelNode *const nodes = rel_graph_nodes(plan->graph, &n);
  RelBuffer out = {.arena = arena};

  for (uint32_t i = 0U; i < node->n_members; ++i) {
    add_entity(&out, &nodes[node->members[i]]);
    rel_buffer_add(&out, NEW_LINE);
  }
  if (!node->n_members) {
    add_entity(&out, node->node);
    add_small(&out, node->role);
    add_small(&out, node->place);
    rel_buffer_add(&out, NEW_LINE);
    add_count(&out, node->node->n_mentions, "mention", "mentions");
    rel_buffer_add(&out, REL_STR(", "));
  }
  add_count(&out, node->degree, "relation here", "relations here");
  *tip = rel_buffer_str(&out);
  return out.status;
}

static void
add_claim(RelBuffer *out, const RelPlan *plan, const RelStatement *s)
{
  uint32_t n = 0U;
  const RelNode *const nodes = rel_graph_nodes(plan->graph, &n);
  const RelLine line = rel_statement_line(s);
  const bool is_value = s->object == REL_NO_NODE;

  add(out, nodes[s->subject].label, NAME_CHARS);
  rel_buffer_add(out, REL_STR(" – "));
  add(out, s->predicate, NAME_CHARS);
  rel_buffer_add(out, REL_STR(" – "));
  add(out, is_value ? s->value.label : nodes[s->object].label, NAME_CHARS);
  if (line != REL_LINE_STATED && line != REL_LINE_REPORTED) {
    rel_buffer_add(out, REL_STR(" ["));
    rel_buffer_add(out, rel_str(rel_line_name(line)));
    rel_buffer_add(out, REL_STR("]"));
  }
  if (s->source != REL_NO_NODE) {
    rel_buffer_add(out, REL_STR(", says "));
    add(out, nodes[s->source].label, NAME_CHARS);
  }
}

static void
add_evidence(RelBuffer *out, const RelPlan *plan, const RelStatement *s)
{
  uint32_t n = 0U;
  const RelGraphDocument *const documents =
      rel_graph_documents(plan->graph, &n);

  rel_buffer_add(out, REL_STR("\\n“"));
  add(out, s->evidence.quote, QUOTE_CHARS);
  rel_buffer_add(out, REL_STR("” ("));
  add(out, documents[s->document].name, NAME_CHARS);
  rel_buffer_add(out, REL_STR(", "));
  rel_buffer_add(out, REL_STR("sentence "));
  add_count(out, s->evidence.sentence, "", "");
  out->len -= out->status ? 0U : 1U; // the blank before the empty word
  rel_buffer_add(out, REL_STR(")"));
}

RelStatus
rel_tip_edge(RelArena *arena, const RelPlan *plan, const RelPlanEdge *edge,
             RelStr *tip)
{
  uint32_t n = 0U;
  const RelStatement *const statements = rel_graph_statements(plan->graph, &n);
  const RelBundle *const bundle = &edge->bundle;
  RelBuffer out = {.arena = arena};

  for (uint32_t i = 0U; i < bundle->n_strokes && i < MAX_QUOTES; ++i) {
    const RelStatement *const s = &statements[bundle->strokes[i].statement];
    if (i) {
      rel_buffer_add(&out, NEW_LINE);
    }
    add_claim(&out, plan, s);
    add_evidence(&out, plan, s);
  }
  if (bundle->n_strokes > MAX_QUOTES) {
    rel_buffer_add(&out, REL_STR("\\nand "));
    add_count(&out, bundle->n_strokes - MAX_QUOTES, "more", "more");
  }
  *tip = rel_buffer_str(&out);
  return out.status;
}
