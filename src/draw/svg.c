// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/svg.h"

#include "draw/label.h"

typedef struct {
  RelBuffer out;
  RelStr svg;
  size_t at; ///< Offset of the next byte to read
  const RelSvgWords *words;
  bool has_tip; ///< The node or line that we are in has its title
} Tidying;

static bool
is_next(const Tidying *self, RelStr text)
{
  return rel_str_starts(rel_str_slice(self->svg, self->at, SIZE_MAX), text);
}

/// Move behind the next `end`, and give what stands before it
static RelStr
read_to(Tidying *self, RelStr end)
{
  const RelStr rest = rel_str_slice(self->svg, self->at, SIZE_MAX);
  const size_t found = rel_str_find(rest, end);
  const size_t len = found == SIZE_MAX ? rest.len : found;

  self->at += len + (found == SIZE_MAX ? 0U : end.len);
  return rel_str_slice(rest, 0U, len);
}

static void
skip_line_end(Tidying *self)
{
  self->at += is_next(self, REL_STR("\n"));
}

static void
skip_comment(Tidying *self)
{
  read_to(self, REL_STR("-->"));
  skip_line_end(self);
}

static void
skip_document_type(Tidying *self)
{
  read_to(self, REL_STR(">"));
  skip_line_end(self);
}

static void
skip_title(Tidying *self)
{
  read_to(self, REL_STR("</title>"));
  skip_line_end(self);
}

/// "relata-title", or "relata-title-2" in the second part
static void
add_id(Tidying *self, const char *id)
{
  RelStr number = {NULL, 0U};

  rel_buffer_add(&self->out, rel_str(id));
  if (self->words->part > 1U &&
      rel_arena_format(self->out.arena, &number, "-%u", self->words->part)) {
    self->out.status = REL_NO_MEMORY;
  }
  rel_buffer_add(&self->out, number);
}

static void
open_svg(Tidying *self)
{
  RelBuffer *const out = &self->out;

  self->at += REL_STR("<svg ").len;
  rel_buffer_add(out, REL_STR("<svg role=\"img\" aria-labelledby=\""));
  add_id(self, "relata-title");
  rel_buffer_add(out, REL_STR(" "));
  add_id(self, "relata-desc");
  rel_buffer_add(out, REL_STR("\" "));
  rel_buffer_add(out, read_to(self, REL_STR(">")));
  rel_buffer_add(out, REL_STR(">\n<title id=\""));
  add_id(self, "relata-title");
  rel_buffer_add(out, REL_STR("\">"));
  rel_label_add(out, self->words->title, REL_MARKUP_XML);
  rel_buffer_add(out, REL_STR("</title>\n<desc id=\""));
  add_id(self, "relata-desc");
  rel_buffer_add(out, REL_STR("\">"));
  rel_buffer_add(out, self->words->description);
  rel_buffer_add(out, REL_STR("</desc>"));
}

static void
enter_group(Tidying *self)
{
  self->has_tip = false;
  rel_buffer_add(&self->out, REL_STR("<g id=\""));
  self->at += REL_STR("<g id=\"").len;
}

static void
open_map(Tidying *self)
{
  rel_buffer_add(&self->out, REL_STR("<g id=\""));
  add_id(self, "relata-map");
  self->at += REL_STR("<g id=\"graph0").len;
}

/// `<g id="a_..."><a xlink:title="TIP">`, once for a line and once for its
/// label
static void
turn_link_into_title(Tidying *self)
{
  read_to(self, REL_STR("<a xlink:title=\""));
  const RelStr tip = read_to(self, REL_STR("\">"));

  skip_line_end(self);
  if (!self->has_tip && rel_str_trim(tip).len) {
    rel_buffer_add(&self->out, REL_STR("<title>"));
    rel_buffer_add(&self->out, tip);
    rel_buffer_add(&self->out, REL_STR("</title>\n"));
    self->has_tip = true;
  }
}

static void
close_link(Tidying *self)
{
  read_to(self, REL_STR("</g>"));
  skip_line_end(self);
}

static void
replace_transparent(Tidying *self)
{
  read_to(self, REL_STR("transparent\""));
  rel_buffer_add(&self->out, REL_STR("stroke=\"none\""));
}

static void
replace_hyphen(Tidying *self)
{
  read_to(self, REL_STR(";"));
  rel_buffer_add_char(&self->out, '-');
}

// The first that fits is taken. No text matches: its < & " are escaped
static const struct {
  RelStr text;
  void (*handle)(Tidying *self);
} rules[] = {
    {{"<!--", 4}, skip_comment},
    {{"<!DOCTYPE", 9}, skip_document_type},
    {{"<svg ", 5}, open_svg},
    {{"<title>", 7}, skip_title},
    {{"<g id=\"graph0\"", 14}, open_map},
    {{"<g id=\"a_", 9}, turn_link_into_title},
    {{"<g id=\"", 7}, enter_group},
    {{"</a>", 4}, close_link},
    {{"stroke=\"transparent\"", 20}, replace_transparent},
    {{"&#45;", 5}, replace_hyphen},
};

static void
step(Tidying *self)
{
  for (size_t i = 0U; i < sizeof(rules) / sizeof(rules[0]); ++i) {
    if (is_next(self, rules[i].text)) {
      rules[i].handle(self);
      return;
    }
  }
  rel_buffer_add_char(&self->out, self->svg.data[self->at++]);
}

RelStatus
rel_svg_tidy(RelArena *arena, RelStr svg, const RelSvgWords *words,
             RelStr *tidy)
{
  Tidying self = {.out = {.arena = arena}, .svg = svg, .words = words};

  while (self.at < svg.len && !self.out.status) {
    step(&self);
  }
  *tidy = rel_buffer_str(&self.out);
  return self.out.status;
}

uint32_t
rel_svg_count_nodes(RelStr svg)
{
  const RelStr sign = REL_STR("class=\"node");
  uint32_t n = 0U;

  for (size_t at = 0U; at < svg.len;) {
    const RelStr rest = rel_str_slice(svg, at, SIZE_MAX);
    const size_t found = rel_str_find(rest, sign);
    if (found == SIZE_MAX) {
      break;
    }
    ++n;
    at += found + sign.len;
  }
  return n;
}
