// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/caption.h"

#include "draw/label.h"

#include <string.h>

// Points that the legend needs in one row
static const double row_width = 620.0;

enum { MAX_SOURCES = 3, SOURCE_CHARS = 60, TITLE_CHARS = 90, N_HUBS = 3 };

static void
add(RelBuffer *out, const char *text)
{
  rel_buffer_add(out, rel_str(text));
}

/// Add text of unknown cleanness
static void
add_clean(RelBuffer *out, RelStr text, size_t max_chars, RelMarkup markup)
{
  RelStr clean = {NULL, 0U};

  if (!rel_label_clean(out->arena, text, max_chars, &clean)) {
    rel_label_add(out, clean, markup);
  } else {
    out->status = REL_NO_MEMORY;
  }
}

static void
add_number(RelBuffer *out, uint32_t n)
{
  RelStr text = {NULL, 0U};

  if (!rel_arena_format(out->arena, &text, "%u", n)) {
    rel_buffer_add(out, text);
  } else {
    out->status = REL_NO_MEMORY;
  }
}

RelStatus
rel_caption_cut(RelArena *arena, const RelPlan *plan, RelStr *text)
{
  *text = (RelStr){NULL, 0U};
  return plan->n_shown < plan->n_found
             ? rel_arena_format(arena, text, "showing %u of %u relations",
                                plan->n_shown, plan->n_found)
             : REL_OK;
}

/// One row of the caption, its text in one cell
static void
open_row(RelBuffer *out, const char *size, const char *colour, bool is_bold)
{
  add(out, "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"");
  add(out, size);
  add(out, "\" COLOR=\"");
  add(out, colour);
  add(out, is_bold ? "\"><B>" : "\">");
}

static void
close_row(RelBuffer *out, bool is_bold)
{
  add(out, is_bold ? "</B></FONT></TD></TR>" : "</FONT></TD></TR>");
}

static void
add_kind(RelBuffer *out, RelPalette palette, RelTermKind kind)
{
  const RelCardStyle *const style = rel_card_style(palette, kind);
  const bool is_round = !strncmp(style->style, "rounded", strlen("rounded"));

  add(out, "<TD BORDER=\"1\" CELLPADDING=\"3\"");
  add(out, is_round ? " STYLE=\"ROUNDED\" COLOR=\"" : " COLOR=\"");
  add(out, style->border);
  add(out, "\" BGCOLOR=\"");
  add(out, style->fill);
  add(out, "\"><FONT POINT-SIZE=\"9\" COLOR=\"");
  add(out, rel_page_style(palette)->ink);
  add(out, "\">");
  add(out, rel_card_word(kind));
  add(out, "</FONT></TD>");
}

static void
add_kinds(RelBuffer *out, const RelPlan *plan, RelPalette palette)
{
  static const RelTermKind order[] = {
      REL_TERM_PERSON, REL_TERM_ORGANISATION, REL_TERM_COUNTRY,
      REL_TERM_PLACE,  REL_TERM_FACILITY,     REL_TERM_EVENT,
      REL_TERM_WORK,   REL_TERM_ROLE,         REL_TERM_THING};

  for (size_t k = 0U; k < sizeof(order) / sizeof(order[0]); ++k) {
    bool is_used = false;
    for (uint32_t i = 0U; i < plan->n_nodes && !is_used; ++i) {
      is_used = plan->nodes[i].node->kind == order[k];
    }
    if (is_used) {
      add_kind(out, palette, order[k]);
    }
  }
}

static void
add_line(RelBuffer *out, RelPalette palette, RelLine line)
{
  const RelLineStyle *const style = rel_line_style(palette, line);

  // the bottom side of a cell is a line in its true style
  add(out, "<TD CELLPADDING=\"0\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" "
           "CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD BORDER=\"1\" "
           "SIDES=\"B\" WIDTH=\"26\" HEIGHT=\"7\" COLOR=\"");
  add(out, style->colour);
  add(out, "\" STYLE=\"");
  add(out, style->style);
  add(out, "\"></TD><TD ROWSPAN=\"2\"><FONT POINT-SIZE=\"9\" COLOR=\"");
  add(out, style->colour);
  add(out, "\">");
  rel_label_add(out, rel_str(style->head), REL_MARKUP_HTML);
  add(out, "</FONT><FONT POINT-SIZE=\"9\" COLOR=\"");
  add(out, style->font_colour);
  add(out, "\"> ");
  add(out, rel_line_name(line));
  add(out, "</FONT></TD></TR><TR><TD HEIGHT=\"5\"></TD></TR></TABLE></TD>");
}

/// One row, or where the picture is narrow one of kinds and one of lines
static void
add_legend(RelBuffer *out, const RelPlan *plan, const RelCaption *caption)
{
  static const char open[] =
      "<TR><TD ALIGN=\"LEFT\"><TABLE ALIGN=\"LEFT\" BORDER=\"0\" "
      "CELLBORDER=\"0\" CELLSPACING=\"4\"><TR>";
  static const char close[] = "</TR></TABLE></TD></TR>";
  // Graphviz shares out what a row has too much evenly: empty cells take most
  static const char fill[] = "<TD></TD><TD></TD><TD></TD><TD></TD><TD></TD>"
                             "<TD></TD><TD></TD><TD></TD><TD></TD><TD></TD>";
  const RelPalette palette = caption->look.palette;
  const bool is_narrow = caption->width > 0.0 && caption->width < row_width;

  add(out, open);
  add_kinds(out, plan, palette);
  if (is_narrow) {
    add(out, fill);
    add(out, close);
    add(out, open);
  }
  for (int line = 0; line < REL_N_LINES; ++line) {
    bool is_used = false;
    for (uint32_t i = 0U; i < plan->n_edges && !is_used; ++i) {
      is_used = plan->edges[i].bundle.line == (RelLine)line;
    }
    if (is_used) {
      add_line(out, palette, (RelLine)line);
    }
  }
  add(out, is_narrow ? fill : "");
  add(out, close);
}

/// How a row of words is set
typedef struct {
  const char *size; ///< Points, for Graphviz
  double points;
  bool is_bold;
  bool is_soft;
} RowStyle;

static const RowStyle title_style = {"13", 13.0, true, false};
static const RowStyle caption_style = {"10", 10.0, false, false};
static const RowStyle source_style = {"8", 8.0, false, true};
static const RowStyle even_source_style = {"9", 9.0, false, true};

/// Letters of one line; they are about six tenths as wide as high
static size_t
line_chars(const RelCaption *caption, double size)
{
  const double n = caption->width / (0.6 * size);

  return n > 0.0 && n < (double)TITLE_CHARS ? (size_t)n : (size_t)TITLE_CHARS;
}

/// Text of unknown cleanness in lines that keep to the width
static void
add_lines(RelBuffer *out, const RelCaption *caption, RelStr text,
          const RowStyle *style)
{
  const RelPageStyle *const page = rel_page_style(caption->look.palette);
  const bool is_cut = style == &title_style && caption->width <= 0.0;
  const size_t n = line_chars(caption, style->points);
  RelStr clean = {NULL, 0U};

  if (rel_label_clean(out->arena, text, is_cut ? TITLE_CHARS : 0U, &clean)) {
    out->status = REL_NO_MEMORY;
  }
  for (size_t offset = 0U; offset < clean.len;) {
    const RelStr line = rel_label_line(clean, n, &offset);
    open_row(out, style->size, style->is_soft ? page->soft : page->ink,
             style->is_bold);
    rel_label_add(out, line, REL_MARKUP_HTML);
    close_row(out, style->is_bold);
  }
}

/// "story (Port Ayr Courier, 2024-03-02)", not yet escaped
static void
name_source(RelBuffer *out, const RelGraphDocument *document)
{
  const RelStr parts[] = {document->publisher, document->date};
  RelStr clean = {NULL, 0U};
  bool is_open = false;

  if (rel_label_clean(out->arena, document->name, SOURCE_CHARS, &clean)) {
    out->status = REL_NO_MEMORY;
  }
  rel_buffer_add(out, clean);
  for (size_t i = 0U; i < sizeof(parts) / sizeof(parts[0]); ++i) {
    if (parts[i].len &&
        !rel_label_clean(out->arena, parts[i], SOURCE_CHARS, &clean)) {
      add(out, is_open ? ", " : " (");
      rel_buffer_add(out, clean);
      is_open = true;
    }
  }
  add(out, is_open ? ")" : "");
}

static void
add_sources(RelBuffer *out, const RelPlan *plan, const RelCaption *caption)
{
  uint32_t n = 0U;
  const RelGraphDocument *const documents =
      rel_graph_documents(plan->graph, &n);
  RelBuffer text = {.arena = out->arena};

  if (!n) {
    return;
  }
  add(&text, n == 1U ? "Source: " : "Sources: ");
  for (uint32_t i = 0U; i < n && i < MAX_SOURCES; ++i) {
    add(&text, i ? "; " : "");
    name_source(&text, &documents[i]);
  }
  if (n > MAX_SOURCES) {
    add(&text, " and ");
    add_number(&text, n - MAX_SOURCES);
    add(&text, " more");
  }
  out->status = out->status ? out->status : text.status;
  add_lines(out, caption, rel_buffer_str(&text),
            caption->look.is_even ? &even_source_style : &source_style);
}

RelStatus
rel_caption_html(RelArena *arena, const RelPlan *plan,
                 const RelCaption *caption, RelStr *html)
{
  const RelPageStyle *const page = rel_page_style(caption->look.palette);
  const RelStr title = rel_str(caption->title);
  RelBuffer out = {.arena = arena};
  RelStr cut = {NULL, 0U};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_caption_cut(arena, plan, &cut));
  add(&out, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
            "CELLPADDING=\"2\"><TR><TD HEIGHT=\"8\"></TD></TR>");
  add_lines(&out, caption, title, &title_style);
  add_lines(&out, caption, rel_str(caption->caption), &caption_style);
  if (cut.len) {
    open_row(&out, "9", page->soft, false);
    rel_buffer_add(&out, cut);
    close_row(&out, false);
  }
  if (plan->n_edges) {
    add_legend(&out, plan, caption);
  } else {
    open_row(&out, "11", page->soft, false);
    add(&out, "no relations found");
    close_row(&out, false);
  }
  add_sources(&out, plan, caption);
  add(&out, "</TABLE>");
  *html = rel_buffer_str(&out);
  return out.status;
}

/// The busiest node that comes after `last`, or null
static const RelPlanNode *
next_hub(const RelPlan *plan, const RelPlanNode *last)
{
  const RelPlanNode *best = NULL;

  for (uint32_t i = 0U; i < plan->n_nodes; ++i) {
    const RelPlanNode *const node = &plan->nodes[i];
    const bool is_after = !last || node->degree < last->degree ||
                          (node->degree == last->degree && node > last);
    if (is_after && (!best || node->degree > best->degree)) {
      best = node;
    }
  }
  return best;
}

RelStatus
rel_caption_describe(RelArena *arena, const RelPlan *plan, RelStr *text)
{
  RelBuffer out = {.arena = arena};
  const RelPlanNode *hub = NULL;

  add(&out, "Relationship map: ");
  add_number(&out, plan->n_nodes);
  add(&out, plan->n_nodes == 1U ? " entity, " : " entities, ");
  add_number(&out, plan->n_shown);
  add(&out, plan->n_shown == 1U ? " relation" : " relations");
  if (plan->n_shown < plan->n_found) {
    add(&out, " of ");
    add_number(&out, plan->n_found);
  }
  for (int i = 0; i < N_HUBS; ++i) {
    hub = next_hub(plan, hub);
    if (!hub || hub->degree < 2U) {
      break;
    }
    add(&out, i ? ", " : "; hubs ");
    add_clean(&out, hub->node->label, SOURCE_CHARS, REL_MARKUP_XML);
    add(&out, " (");
    add_number(&out, hub->degree);
    add(&out, ")");
  }
  *text = rel_buffer_str(&out);
  return out.status;
}
