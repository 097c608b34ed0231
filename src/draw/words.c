// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/words.h"

#include "draw/label.h"

enum {
  LINE_CHARS = 17,    // of a label
  LABEL_CHARS = 80,   // before "…"
  ROLE_CHARS = 30,    // one line in a card
  AMOUNT_CHARS = 24,  // behind a predicate
  TIME_CHARS = 24,    // the same
  MEMBER_CHARS = 28,  // one of several on a card
  SOURCE_CHARS = 34,  // behind a predicate
  MAX_PREDICATES = 4, // on one line of the picture
};

static void
add(RelBuffer *out, const char *text)
{
  rel_buffer_add(out, rel_str(text));
}

/// Add text of unknown cleanness in lines
static void
add_lines(RelBuffer *out, RelStr text, size_t width, size_t max_chars)
{
  RelStr clean = {NULL, 0U};

  if (rel_label_clean(out->arena, text, max_chars, &clean)) {
    out->status = REL_NO_MEMORY;
  }
  for (size_t offset = 0U; offset < clean.len;) {
    const RelStr line = rel_label_line(clean, width, &offset);
    rel_label_add(out, line, REL_MARKUP_HTML);
    add(out, offset < clean.len ? "<BR/>" : "");
  }
}

static void
open_row(RelBuffer *out, const char *size, const char *colour)
{
  add(out, "<TR><TD><FONT POINT-SIZE=\"");
  add(out, size);
  add(out, "\" COLOR=\"");
  add(out, colour);
  add(out, "\">");
}

static void
close_row(RelBuffer *out)
{
  add(out, "</FONT></TD></TR>");
}

static const char *
size_of_name(const RelPlanNode *node)
{
  return node->degree >= REL_GREAT_HUB_DEGREE ? "16"
         : node->degree >= REL_HUB_DEGREE     ? "13"
                                              : "11";
}

static void
add_small(RelBuffer *out, RelStr text, RelLook look)
{
  if (text.len) {
    open_row(out, look.is_even ? "9" : "8", rel_page_style(look.palette)->soft);
    add_lines(out, text, ROLE_CHARS, ROLE_CHARS);
    close_row(out);
  }
}

/// A row for each node on a card of several
static void
add_members(RelBuffer *out, const RelPlan *plan, const RelPlanNode *node,
            const char *ink)
{
  uint32_t n = 0U;
  const RelNode *const nodes = rel_graph_nodes(plan->graph, &n);

  for (uint32_t i = 0U; i < node->n_members; ++i) {
    open_row(out, "10", ink);
    add_lines(out, nodes[node->members[i]].label, MEMBER_CHARS, LABEL_CHARS);
    close_row(out);
    if (i + 1U < node->n_members) {
      add(out, "<HR/>");
    }
  }
}

RelStatus
rel_words_node(RelArena *arena, const RelPlan *plan, const RelPlanNode *node,
               RelLook look, RelStr *html)
{
  const RelPageStyle *const page = rel_page_style(look.palette);
  const RelTermKind kind = node->node->kind;
  RelBuffer out = {.arena = arena};

  add(&out, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
            "CELLPADDING=\"1\">");
  if (node->n_members) {
    add_members(&out, plan, node, page->ink);
  } else {
    open_row(&out, size_of_name(node), page->ink);
    add_lines(&out, node->node->label.len ? node->node->label : REL_STR("?"),
              LINE_CHARS, LABEL_CHARS);
    close_row(&out);
  }
  add_small(&out, node->role, look);
  add_small(&out, node->place, look);
  if (rel_card_shows_word(kind)) {
    open_row(&out, look.is_even ? "9" : "7",
             rel_card_style(look.palette, kind)->border);
    add(&out, rel_card_word(kind));
    close_row(&out);
  }
  add(&out, "</TABLE>");
  *html = rel_buffer_str(&out);
  return out.status;
}

/// What stands in parentheses behind a predicate
static void
add_note(RelBuffer *words, RelStr note, size_t max_chars, bool *is_open)
{
  RelStr clean = {NULL, 0U};

  if (note.len) {
    words->status =
        words->status ? words->status
                      : rel_label_clean(words->arena, note, max_chars, &clean);
    add(words, *is_open ? ", " : " (");
    rel_buffer_add(words, clean);
    *is_open = true;
  }
}

RelStatus
rel_words_label(RelArena *arena, const RelPlanLabel *label, RelStr *text)
{
  RelBuffer words = {.arena = arena};
  RelStr times = label->time;
  bool is_open = false;

  if (label->n > 1U) {
    words.status = rel_arena_format(arena, &times, "%u times", label->n);
  }
  rel_buffer_add(&words, label->predicate);
  add_note(&words, label->amount, AMOUNT_CHARS, &is_open);
  add_note(&words, times, TIME_CHARS, &is_open);
  add(&words, is_open ? ")" : "");
  *text = rel_buffer_str(&words);
  return words.status;
}

/// "impose tariffs (15%, on Monday)", "meet (3 times)"; then in italics
/// "(says Li)"
static void
add_predicate(RelBuffer *out, const RelNode *nodes, const RelPlanLabel *label)
{
  RelStr words = {NULL, 0U};
  const RelStatus st = rel_words_label(out->arena, label, &words);

  out->status = out->status ? out->status : st;
  add_lines(out, words, LINE_CHARS, LABEL_CHARS);
  if (label->source != REL_NO_NODE) {
    add(out, "<BR/><I>(says ");
    add_lines(out, rel_words_short_name(&nodes[label->source]), LINE_CHARS,
              SOURCE_CHARS);
    add(out, ")</I>");
  }
}

RelStatus
rel_words_edge(RelArena *arena, const RelPlan *plan, const RelPlanEdge *edge,
               RelStr *html)
{
  uint32_t n = 0U;
  const RelNode *const nodes = rel_graph_nodes(plan->graph, &n);
  RelBuffer out = {.arena = arena};
  RelStr more = {NULL, 0U};

  add(&out, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
            "CELLPADDING=\"3\"><TR><TD>");
  for (uint32_t i = 0U; i < edge->n_labels && i < MAX_PREDICATES; ++i) {
    add(&out, i ? "<BR/>" : "");
    add_predicate(&out, nodes, &edge->labels[i]);
  }
  if (edge->n_labels > MAX_PREDICATES) {
    out.status = out.status ? out.status
                            : rel_arena_format(arena, &more, "<BR/>+%u more",
                                               edge->n_labels - MAX_PREDICATES);
    rel_buffer_add(&out, more);
  }
  add(&out, "</TD></TR></TABLE>");
  *html = rel_buffer_str(&out);
  return out.status;
}

static RelStr
last_word(RelStr name)
{
  size_t begin = name.len;

  while (begin && name.data[begin - 1U] != ' ') {
    --begin;
  }
  return rel_str_slice(name, begin, name.len);
}

static bool
has_word(RelStr text, RelStr word)
{
  for (size_t begin = 0U; begin < text.len;) {
    size_t end = begin;
    while (end < text.len && text.data[end] != ' ') {
      ++end;
    }
    if (rel_str_equal(rel_str_slice(text, begin, end), word)) {
      return true;
    }
    begin = end + 1U;
  }
  return false;
}

RelStr
rel_words_short_name(const RelNode *node)
{
  // "Mr Li" tells which word of "Li Keqiang" is the surname
  for (uint32_t i = 0U; i < node->n_names && node->kind == REL_TERM_PERSON;
       ++i) {
    const RelStr name = node->names[i];
    const RelStr word = last_word(name);
    if (word.len && has_word(node->label, word) &&
        rel_str_find(name, node->label) == SIZE_MAX) {
      return word;
    }
  }
  return node->label;
}
