// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/page.h"

#include "draw/json.h"
#include "draw/label.h"
#include "draw/page_asset.h"
#include "draw/words.h"

#include <stdlib.h>
#include <string.h>

/// A page being made
typedef struct {
  const RelPlan *plan;
  const RelPageOptions *options;
  const RelNode *nodes;
  uint32_t n_nodes;
  const RelStatement *statements;
  uint32_t n_statements;
  const RelGraphDocument *documents;
  uint32_t n_documents;
  RelBuffer out;
} Page;

static void
add_member(RelBuffer *out, const char *key, RelStr text)
{
  rel_json_key(out, key);
  rel_json_text(out, text);
}

static void
add_count(RelBuffer *out, const char *key, int64_t number)
{
  rel_json_key(out, key);
  rel_json_number(out, number);
}

// ------------------------------------------------------------------- looks

static void
add_line_style(RelBuffer *out, const RelLineStyle *style)
{
  rel_json_open(out, '{');
  add_member(out, "style", rel_str(style->style));
  add_member(out, "arrow", rel_str(style->arrow));
  add_member(out, "colour", rel_str(style->colour));
  add_member(out, "faint", rel_str(style->faint));
  add_member(out, "ink", rel_str(style->font_colour));
  rel_json_close(out, '}');
}

static void
add_card_style(RelBuffer *out, const RelCardStyle *style)
{
  const char *const dash = strstr(style->style, "dashed")   ? "dashed"
                           : strstr(style->style, "dotted") ? "dotted"
                                                            : "solid";

  rel_json_open(out, '{');
  add_member(out, "fill", rel_str(style->fill));
  add_member(out, "border", rel_str(style->border));
  add_member(out, "dash", rel_str(dash));
  rel_json_key(out, "round");
  rel_json_bool(out, strstr(style->style, "rounded"));
  rel_json_close(out, '}');
}

static void
add_palette(RelBuffer *out, RelPalette palette)
{
  const RelPageStyle *const page = rel_page_style(palette);

  rel_json_open(out, '{');
  add_member(out, "name", rel_str(rel_palette_name(palette)));
  rel_json_key(out, "page");
  rel_json_open(out, '{');
  add_member(out, "background", rel_str(page->background));
  add_member(out, "ink", rel_str(page->ink));
  add_member(out, "soft", rel_str(page->soft));
  rel_json_close(out, '}');
  rel_json_key(out, "lines");
  rel_json_open(out, '[');
  for (unsigned i = 0U; i < REL_N_LINES; ++i) {
    add_line_style(out, rel_line_style(palette, (RelLine)i));
  }
  rel_json_close(out, ']');
  rel_json_key(out, "cards");
  rel_json_open(out, '[');
  for (unsigned i = 0U; i < REL_N_TERM_KINDS; ++i) {
    add_card_style(out, rel_card_style(palette, (RelTermKind)i));
  }
  rel_json_close(out, ']');
  rel_json_close(out, '}');
}

static void
add_words_of_looks(RelBuffer *out)
{
  rel_json_key(out, "kinds");
  rel_json_open(out, '[');
  for (unsigned i = 0U; i < REL_N_TERM_KINDS; ++i) {
    rel_json_open(out, '{');
    add_member(out, "word", rel_str(rel_card_word((RelTermKind)i)));
    rel_json_key(out, "shown");
    rel_json_bool(out, rel_card_shows_word((RelTermKind)i));
    rel_json_close(out, '}');
  }
  rel_json_close(out, ']');
  rel_json_key(out, "lines");
  rel_json_open(out, '[');
  for (unsigned i = 0U; i < REL_N_LINES; ++i) {
    rel_json_open(out, '{');
    add_member(out, "word", rel_str(rel_line_name((RelLine)i)));
    rel_json_close(out, '}');
  }
  rel_json_close(out, ']');
  add_count(out, "plain", REL_TERM_THING);
}

static void
add_looks(Page *self)
{
  RelBuffer *const out = &self->out;
  const RelPalette palette = self->options->palette;

  add_member(
      out, "palette",
      rel_str(palette < REL_N_PALETTES ? rel_palette_name(palette) : ""));
  add_count(out, "top", self->plan->n_worthy);
  add_words_of_looks(out);
  rel_json_key(out, "palettes");
  rel_json_open(out, '[');
  for (unsigned i = 0U; i < REL_N_PALETTES; ++i) {
    add_palette(out, (RelPalette)i);
  }
  rel_json_close(out, ']');
}

// ------------------------------------------------------------------- graph

static void
add_document(RelBuffer *out, const RelGraphDocument *document)
{
  rel_json_open(out, '{');
  add_member(out, "name", document->name);
  add_member(out, "title", document->title);
  add_member(out, "date", document->date);
  add_member(out, "publisher", document->publisher);
  add_member(out, "url", document->url);
  if (document->text.len) {
    add_member(out, "text", document->text);
  }
  rel_json_close(out, '}');
}

static void
add_node(Page *self, uint32_t number)
{
  RelBuffer *const out = &self->out;
  const RelNode *const node = &self->nodes[number];
  const uint32_t place = self->plan->places[number];
  const RelStr none = {NULL, 0U};
  const RelPlanNode *const card =
      place == UINT32_MAX ? NULL : &self->plan->nodes[place];

  rel_json_open(out, '{');
  add_member(out, "label", node->label);
  add_count(out, "kind", node->kind);
  add_count(out, "mentions", node->n_mentions);
  add_member(out, "same", node->same_as);
  add_member(out, "role", card ? card->role : none);
  add_member(out, "place", card ? card->place : none);
  if (self->options->places[number].is_known) {
    rel_json_key(out, "at");
    rel_json_open(out, '[');
    rel_json_number(out, (int64_t)self->options->places[number].x);
    rel_json_number(out, (int64_t)self->options->places[number].y);
    rel_json_close(out, ']');
  }
  rel_json_key(out, "names");
  rel_json_open(out, '[');
  for (uint32_t i = 0U; i < node->n_names; ++i) {
    rel_json_text(out, node->names[i]);
  }
  rel_json_close(out, ']');
  rel_json_close(out, '}');
}

static void
add_edge(Page *self, const RelPlanEdge *edge)
{
  RelBuffer *const out = &self->out;
  const RelBundle *const bundle = &edge->bundle;
  const uint32_t source = edge->n_labels ? edge->labels[0].source : REL_NO_NODE;

  rel_json_open(out, '{');
  add_count(out, "from", bundle->from);
  add_count(out, "to", bundle->to);
  add_count(out, "line", bundle->line);
  add_member(out, "source",
             source == REL_NO_NODE
                 ? REL_STR("")
                 : rel_words_short_name(&self->nodes[source]));
  rel_json_key(out, "labels");
  rel_json_open(out, '[');
  for (uint32_t i = 0U; i < edge->n_labels; ++i) {
    RelStr text = {NULL, 0U};
    const RelStatus st = rel_words_label(out->arena, &edge->labels[i], &text);
    out->status = out->status ? out->status : st;
    rel_json_text(out, text);
  }
  rel_json_close(out, ']');
  rel_json_key(out, "claims");
  rel_json_open(out, '[');
  for (uint32_t i = 0U; i < bundle->n_strokes; ++i) {
    rel_json_number(out, bundle->strokes[i].statement);
  }
  rel_json_close(out, ']');
  rel_json_close(out, '}');
}

/// "time: in May" for each slot, and the time itself
static void
add_slots(RelBuffer *out, const RelStatement *s)
{
  const RelValue *time = NULL;

  rel_json_key(out, "slots");
  rel_json_open(out, '[');
  for (uint32_t i = 0U; i < s->n_slots; ++i) {
    const RelStatementSlot *const slot = &s->slots[i];
    RelStr text = {NULL, 0U};
    if (rel_arena_format(out->arena, &text, "%s: %.*s%s%.*s",
                         rel_slot_role_text(slot->role), REL_ARG(slot->marker),
                         slot->marker.len ? " " : "",
                         REL_ARG(slot->term.label))) {
      out->status = REL_NO_MEMORY;
    }
    rel_json_text(out, text);
    if (!time && slot->role == REL_SLOT_TIME && slot->value &&
        slot->value->kind == REL_VALUE_TIME) {
      time = slot->value;
    }
  }
  rel_json_close(out, ']');
  if (time) {
    rel_json_key(out, "time");
    rel_json_open(out, '[');
    rel_json_text(out, rel_str(time->begin));
    rel_json_text(out, rel_str(time->end));
    rel_json_close(out, ']');
  }
}

static void
add_evidence(Page *self, const RelStatement *s)
{
  RelBuffer *const out = &self->out;
  const RelEvidence *const evidence = &s->evidence;

  add_count(out, "document", s->document);
  add_count(out, "sentence", evidence->sentence);
  add_count(out, "begin", evidence->begin);
  add_count(out, "end", evidence->end);
  add_member(out, "quote", evidence->quote);
  if (!self->documents[s->document].text.len) {
    add_count(out, "sentenceBegin", evidence->sentence_begin);
    add_count(out, "sentenceEnd", evidence->sentence_end);
    add_member(out, "sentenceText", evidence->sentence_text);
  }
}

static void
add_claim(Page *self, const RelStatement *s)
{
  RelBuffer *const out = &self->out;
  const bool has_node = s->object != REL_NO_NODE;

  rel_json_open(out, '{');
  add_count(out, "subject", s->subject);
  add_member(out, "predicate", s->predicate);
  add_count(out, "object", has_node ? (int64_t)s->object : -1);
  add_member(out, "value", has_node ? REL_STR("") : s->value.label);
  add_count(out, "line", rel_statement_line(s));
  add_member(out, "source",
             s->source == REL_NO_NODE ? REL_STR("")
                                      : self->nodes[s->source].label);
  add_member(out, "verb", s->source_verb);
  rel_json_key(out, "confidence");
  rel_json_share(out, (double)s->confidence);
  add_slots(out, s);
  add_evidence(self, s);
  rel_json_close(out, '}');
}

static void
add_graph(Page *self)
{
  RelBuffer *const out = &self->out;

  rel_json_key(out, "documents");
  rel_json_open(out, '[');
  for (uint32_t i = 0U; i < self->n_documents; ++i) {
    add_document(out, &self->documents[i]);
  }
  rel_json_close(out, ']');
  rel_json_key(out, "nodes");
  rel_json_open(out, '[');
  for (uint32_t i = 0U; i < self->n_nodes; ++i) {
    add_node(self, i);
  }
  rel_json_close(out, ']');
  rel_json_key(out, "edges");
  rel_json_open(out, '[');
  for (uint32_t i = 0U; i < self->plan->n_edges; ++i) {
    add_edge(self, &self->plan->edges[i]);
  }
  rel_json_close(out, ']');
  rel_json_key(out, "claims");
  rel_json_open(out, '[');
  for (uint32_t i = 0U; i < self->n_statements; ++i) {
    add_claim(self, &self->statements[i]);
  }
  rel_json_close(out, ']');
}

static void
add_data(Page *self)
{
  rel_json_open(&self->out, '{');
  add_looks(self);
  add_graph(self);
  rel_json_close(&self->out, '}');
}

// ------------------------------------------------------------------ places

/// The next word of a line, without quotation marks; keys have none inside
static RelStr
next_word(RelStr line, size_t *offset)
{
  const bool is_quoted = *offset < line.len && line.data[*offset] == '"';
  const size_t begin = *offset + is_quoted;
  size_t end = begin;

  while (end < line.len && line.data[end] != (is_quoted ? '"' : ' ')) {
    ++end;
  }
  *offset = end + is_quoted + 1U;
  return rel_str_slice(line, begin, end);
}

static int
compare_key(const void *key, const void *node)
{
  return rel_str_compare(*(const RelStr *)key, ((const RelNode *)node)->key);
}

/// `node NAME X Y …`, in inches from the bottom left
static void
read_place(RelStr line, const RelNode *nodes, uint32_t n_nodes,
           RelPagePlace *places)
{
  static const double point = 72.0; // of an inch
  size_t offset = 0U;

  if (!rel_str_equal(next_word(line, &offset), REL_STR("node"))) {
    return;
  }
  const RelStr key = next_word(line, &offset);
  const RelStr x = next_word(line, &offset);
  const RelStr y = next_word(line, &offset);
  const RelNode *const node =
      bsearch(&key, nodes, n_nodes, sizeof(RelNode), compare_key);
  if (node && x.len && y.len) {
    places[node - nodes] = (RelPagePlace){point * strtod(x.data, NULL),
                                          -point * strtod(y.data, NULL), true};
  }
}

void
rel_page_read_places(RelStr plain, const RelGraph *graph, RelPagePlace *places)
{
  uint32_t n = 0U;
  const RelNode *const nodes = rel_graph_nodes(graph, &n);

  for (size_t begin = 0U; begin < plain.len;) {
    const RelStr rest = rel_str_slice(plain, begin, plain.len);
    const size_t end = rel_str_find(rest, REL_STR("\n"));
    const RelStr line = rel_str_slice(rest, 0U, end);
    read_place(line, nodes, n, places);
    begin += line.len + 1U;
  }
}

// ------------------------------------------------------------------ policy

static uint32_t
read_digit(char c)
{
  return (uint32_t)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/// 'sha256-…' in base 64, from the hexadecimal digits of the build
static void
add_hash(RelBuffer *out, const char *hex)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "abcdefghijklmnopqrstuvwxyz0123456789+/";
  const size_t n = strlen(hex) * 4U; // bits

  rel_buffer_add(out, REL_STR("'sha256-"));
  for (size_t bit = 0U; bit < n; bit += 6U) {
    uint32_t value = 0U;
    for (size_t i = bit; i < bit + 6U; ++i) {
      const uint32_t digit = i < n ? read_digit(hex[i / 4U]) : 0U;
      value = value << 1U | ((digit >> (3U - i % 4U)) & 1U);
    }
    rel_buffer_add_char(out, digits[value]);
  }
  rel_buffer_add(out, REL_STR("='"));
}

static void
add_policy(Page *self)
{
  RelBuffer *const out = &self->out;

  rel_buffer_add(out, REL_STR("default-src 'none'; script-src "));
  add_hash(out, rel_page_script_sha256);
  rel_buffer_add(out, REL_STR("; style-src "));
  add_hash(out, rel_page_style_sha256);
  rel_buffer_add(out, REL_STR("; img-src blob: data:; base-uri 'none'; "
                              "form-action 'none'"));
}

// -------------------------------------------------------------------- page

static void
add_title(Page *self)
{
  const RelStr title = rel_str(self->options->title);
  RelStr clean = {NULL, 0U};
  const RelStatus st = rel_label_clean(
      self->out.arena, title.len ? title : REL_STR("Relationship map"), 0U,
      &clean);

  self->out.status = self->out.status ? self->out.status : st;
  rel_label_add(&self->out, clean, REL_MARKUP_XML);
}

static void
add_style(Page *self)
{
  rel_buffer_add(&self->out, rel_page_style_sheet);
}

static void
add_script(Page *self)
{
  rel_buffer_add(&self->out, rel_page_script);
}

/// What the frame of the page has a place for
static const struct {
  RelStr mark;
  void (*add)(Page *self);
} parts[] = {
    {{"@POLICY@", 8}, add_policy}, {{"@TITLE@", 7}, add_title},
    {{"@STYLE@", 7}, add_style},   {{"@DATA@", 6}, add_data},
    {{"@SCRIPT@", 8}, add_script},
};

static void
fill_frame(Page *self)
{
  const RelStr frame = rel_page_frame;

  for (size_t at = 0U; at < frame.len && !self->out.status;) {
    const RelStr rest = rel_str_slice(frame, at, frame.len);
    size_t k = 0U;
    while (k < sizeof(parts) / sizeof(*parts) &&
           !rel_str_starts(rest, parts[k].mark)) {
      ++k;
    }
    if (k < sizeof(parts) / sizeof(*parts)) {
      parts[k].add(self);
      at += parts[k].mark.len;
    } else {
      rel_buffer_add_char(&self->out, frame.data[at++]);
    }
  }
}

RelStatus
rel_page_make(RelArena *arena, const RelPlan *plan,
              const RelPageOptions *options, RelStr *html)
{
  Page self = {.plan = plan, .options = options, .out = {.arena = arena}};

  self.nodes = rel_graph_nodes(plan->graph, &self.n_nodes);
  self.statements = rel_graph_statements(plan->graph, &self.n_statements);
  self.documents = rel_graph_documents(plan->graph, &self.n_documents);
  fill_frame(&self);
  *html = rel_buffer_str(&self.out);
  return self.out.status;
}
