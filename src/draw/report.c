// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/report.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "draw/caption.h"
#include "draw/label.h"
#include "draw/plan.h"
#include "draw/words.h"

#include <errno.h>
#include <string.h>

enum { DEFAULT_EDGES = 60, MAX_QUOTES = 2 };

/// How a language marks up a report
typedef struct {
  const char *name;
  const char *figure_format;
  const char *begin;       ///< Before the title
  const char *after_title; ///< Behind it
  const char *table;       ///< The head of the table of relations
  const char *row;         ///< Before the first cell
  const char *cell;        ///< Between cells
  const char *row_end;
  const char *line;      ///< Between quotes of a cell
  const char *table_end; ///< And the head of the sources
  const char *source;    ///< Before a source
  const char *source_end;
  const char *end;
  void (*add_text)(RelBuffer *out, RelStr clean);
} Language;

/// A report being written
typedef struct {
  const RelGraph *graph;
  const RelReportOptions *options;
  const Language *language;
  const RelNode *nodes;
  const RelStatement *statements;
  const RelGraphDocument *documents;
  uint32_t n_documents;
  RelArena arena;
  RelBuffer out;
} Report;

static void
add(RelBuffer *out, const char *text)
{
  rel_buffer_add(out, rel_str(text));
}

// ------------------------------------------------------------------- texts

static void
add_html(RelBuffer *out, RelStr clean)
{
  rel_label_add(out, clean, REL_MARKUP_XML);
}

static void
add_markdown(RelBuffer *out, RelStr clean)
{
  for (size_t i = 0U; i < clean.len; ++i) {
    const char c = clean.data[i];
    if (c == '<' || c == '&') {
      add(out, c == '<' ? "&lt;" : "&amp;");
      continue;
    }
    if (strchr("\\`*_{}[]|#~>$", c)) {
      rel_buffer_add_char(out, '\\');
    }
    rel_buffer_add_char(out, c);
  }
}

/// What LaTeX gives a meaning to
static const struct {
  char letter;
  const char *text;
} tex_escapes[] = {
    {'\\', "\\textbackslash{}"},
    {'~', "\\textasciitilde{}"},
    {'^', "\\textasciicircum{}"},
    {'"', "\\textquotedbl{}"},
    {'<', "\\textless{}"},
    {'>', "\\textgreater{}"},
    {'|', "\\textbar{}"},
    {'{', "\\{"},
    {'}', "\\}"},
    {'$', "\\$"},
    {'&', "\\&"},
    {'#', "\\#"},
    {'%', "\\%"},
    {'_', "\\_"},
    {'`', "\\textasciigrave{}"},
};

/// Letters that pdflatex sets with its T1 fonts
static bool
is_tex_letter(uint32_t code)
{
  return code < 0x180U || (code >= 0x2013U && code <= 0x2014U) ||
         (code >= 0x2018U && code <= 0x201EU) || code == 0x2026U ||
         code == 0x20ACU;
}

static void
add_tex_byte(RelBuffer *out, char c)
{
  for (size_t i = 0U; i < sizeof(tex_escapes) / sizeof(tex_escapes[0]); ++i) {
    if (tex_escapes[i].letter == c) {
      add(out, tex_escapes[i].text);
      return;
    }
  }
  rel_buffer_add_char(out, c);
}

static void
add_tex(RelBuffer *out, RelStr clean)
{
  for (size_t offset = 0U; offset < clean.len;) {
    const size_t begin = offset;
    const uint32_t code = rel_utf8_next(clean, &offset);
    RelStr other = {NULL, 0U};
    if (code < 0x80U) {
      add_tex_byte(out, (char)code);
    } else if (is_tex_letter(code)) {
      rel_buffer_add(out, rel_str_slice(clean, begin, offset));
    } else if (!rel_arena_format(out->arena, &other, "\\letter{%04X}", code)) {
      rel_buffer_add(out, other);
    } else {
      out->status = REL_NO_MEMORY;
    }
  }
}

/// Text of unknown cleanness
static void
add_text(Report *self, RelStr text)
{
  RelStr clean = {NULL, 0U};

  if (rel_label_clean(&self->arena, text, 0U, &clean)) {
    self->out.status = REL_NO_MEMORY;
  } else {
    self->language->add_text(&self->out, clean);
  }
}

// --------------------------------------------------------------- languages

static const Language languages[] = {
    {.name = "md",
     .figure_format = "svg",
     .begin = "# ",
     .after_title = "\n\n",
     .table = "## Relations\n\n| Who | What | Whom | Held as | In the words of "
              "the source |\n|---|---|---|---|---|\n",
     .row = "| ",
     .cell = " | ",
     .row_end = " |\n",
     .line = "<br>",
     .table_end = "\n## Sources\n\n",
     .source = "- ",
     .source_end = "\n",
     .end = "",
     .add_text = add_markdown},
    {.name = "html",
     .figure_format = "svg",
     .begin =
         "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta "
         "charset=\"utf-8\">\n<style>\nbody { font: 15px/1.45 Helvetica, "
         "Arial, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 "
         "1em; color: #111; background: #fff; }\nfigure { margin: 1em 0; }"
         "\nsvg { max-width: 100%; height: auto; }\ntable { "
         "border-collapse: collapse; }\nth, td { text-align: left; "
         "vertical-align: top; padding: .3em .6em .3em 0; border-bottom: "
         "1px solid #999; }\n</style>\n<title>Report</title>\n</head>\n"
         "<body>\n<h1>",
     .after_title = "</h1>\n",
     .table = "<h2>Relations</h2>\n<table>\n<thead><tr><th>Who</th>"
              "<th>What</th><th>Whom</th><th>Held as</th><th>In the words of "
              "the source</th></tr></thead>\n<tbody>\n",
     .row = "<tr><td>",
     .cell = "</td><td>",
     .row_end = "</td></tr>\n",
     .line = "<br>",
     .table_end = "</tbody>\n</table>\n<h2>Sources</h2>\n<ul>\n",
     .source = "<li>",
     .source_end = "</li>\n",
     .end = "</ul>\n</body>\n</html>\n",
     .add_text = add_html},
    {.name = "tex",
     .figure_format = "pdf",
     .begin = "\\documentclass[a4paper,10pt]{article}\n"
              "\\usepackage[T1]{fontenc}\n"
              "\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\n"
              "\\usepackage[a4paper,margin=22mm]{geometry}\n"
              "\\usepackage{graphicx,longtable,array}\n"
              "\\ifdefined\\Umathchar\\newcommand\\letter[1]{\\symbol{\"#1}}"
              "\\else\\newcommand\\letter[1]{[U+#1]}\\fi\n"
              "\\newcolumntype{L}[1]{>{\\raggedright\\arraybackslash}p{#1}}\n"
              "\\setlength\\parindent{0pt}\n"
              "\\begin{document}\n\\section*{",
     .after_title = "}\n",
     .table = "\\section*{Relations}\n\\small\n"
              "\\begin{longtable}{L{28mm}L{27mm}L{28mm}L{17mm}L{50mm}}\n"
              "\\textbf{Who} & \\textbf{What} & \\textbf{Whom} & "
              "\\textbf{Held as} & \\textbf{In the words of the source}"
              "\\\\\\hline\\endhead\n",
     .row = "",
     .cell = " & ",
     .row_end = " \\\\\n",
     .line = "\\newline ",
     .table_end = "\\end{longtable}\n\\normalsize\n\\section*{Sources}\n"
                  "\\begin{itemize}\n",
     .source = "\\item ",
     .source_end = "\n",
     .end = "\\end{itemize}\n\\end{document}\n",
     .add_text = add_tex},
};

static const Language *
find_language(const char *name)
{
  for (size_t i = 0U; name && i < sizeof(languages) / sizeof(languages[0]);
       ++i) {
    if (!strcmp(name, languages[i].name)) {
      return &languages[i];
    }
  }
  return NULL;
}

const char *
rel_report_figure_format(const char *format)
{
  const Language *const language = find_language(format);

  return language ? language->figure_format : NULL;
}

// ----------------------------------------------------------------- figures

RelStatus
rel_report_figure(RelArena *arena, const RelGraph *graph,
                  const RelReportOptions *options, uint32_t number,
                  RelDrawOptions *draw)
{
  const char *const title = options->draw.title ? options->draw.title : "";
  RelPart parts[REL_MAX_PARTS];
  uint32_t n_parts = 0U;
  RelStr text = {NULL, 0U};
  RelStatus st = REL_OK;

  *draw = options->draw;
  draw->format = rel_report_figure_format(options->format);
  if (options->n_figures < 2U) {
    return st;
  }
  draw->selection.part = number;
  REL_TRY(st, rel_selection_part(arena, graph, &options->draw.selection, parts,
                                 &n_parts));
  const RelNode *const hub = number <= n_parts ? parts[number - 1U].hub : NULL;
  REL_TRY(st, rel_arena_format(arena, &text, "%s%s%u of %u: %.*s", title,
                               *title ? ", " : "", number, options->n_figures,
                               REL_ARG(hub ? hub->label : REL_STR("others"))));
  draw->title = text.data;
  return st;
}

/// The SVG itself, without what only files begin with
static void
add_inline(Report *self, const RelDrawOptions *draw)
{
  RelStr svg = {NULL, 0U};
  const RelStatus st = rel_draw_make(&self->arena, self->graph, draw, &svg);
  const size_t begin = rel_str_find(svg, REL_STR("<svg"));

  self->out.status = self->out.status ? self->out.status : st;
  add(&self->out, "<figure>\n");
  rel_buffer_add(&self->out, rel_str_slice(svg, begin, svg.len));
  add(&self->out, "</figure>\n");
}

/// "report-2.svg" or "report-map.svg" without its folder: figures lie beside
/// the report, whose own name LaTeX takes for its output
static RelStatus
name_figure(Report *self, uint32_t number, RelStr *name)
{
  const char *const path = self->options->figure;
  const char *const slash = strrchr(path, '/');
  const char *const base = slash ? slash + 1 : path;

  return self->options->n_figures > 1U
             ? rel_arena_format(&self->arena, name, "%s-%u.%s", base, number,
                                self->language->figure_format)
             : rel_arena_format(&self->arena, name, "%s-map.%s", base,
                                self->language->figure_format);
}

static void
add_figure(Report *self, uint32_t number)
{
  RelBuffer *const out = &self->out;
  const RelStr alt = rel_str(self->options->draw.alt);
  const RelStr caption = rel_str(self->options->draw.caption);
  RelDrawOptions draw;
  RelStr name = {NULL, 0U};
  RelStatus st = rel_report_figure(&self->arena, self->graph, self->options,
                                   number, &draw);

  st = st ? st : name_figure(self, number, &name);
  out->status = out->status ? out->status : st;
  if (out->status) {
    return;
  }
  const RelStr words = alt.len      ? alt
                       : draw.title ? rel_str(draw.title)
                                    : REL_STR("Relationship map");
  if (!strcmp(self->language->name, "html")) {
    add_inline(self, &draw);
  } else if (!strcmp(self->language->name, "md")) {
    add(out, "![");
    add_text(self, words);
    add(out, "](<");
    rel_buffer_add(out, name);
    add(out, ">)\n\n");
    if (caption.len) {
      add_text(self, caption);
      add(out, "\n\n");
    }
  } else {
    add(out, "\\begin{figure}[!htbp]\\centering\n\\includegraphics[width="
             "\\linewidth,height=.88\\textheight,keepaspectratio]{\"");
    rel_buffer_add(out, rel_str_slice(name, 0U, name.len - 4U));
    add(out, "\"}\n\\caption{");
    add_text(self, caption.len ? caption : words);
    add(out, "}\n\\end{figure}\n");
  }
}

// ------------------------------------------------------------------- table

static void
add_quotes(Report *self, const RelPlanEdge *edge)
{
  RelBuffer *const out = &self->out;

  for (uint32_t i = 0U; i < edge->bundle.n_strokes && i < MAX_QUOTES; ++i) {
    const RelStatement *const s =
        &self->statements[edge->bundle.strokes[i].statement];
    RelStr place = {NULL, 0U};
    add(out, i ? self->language->line : "");
    add(out, "“");
    add_text(self, s->evidence.quote);
    add(out, "” (");
    add_text(self, self->documents[s->document].name);
    if (rel_arena_format(&self->arena, &place, ", sentence %u)",
                         s->evidence.sentence)) {
      out->status = REL_NO_MEMORY;
    }
    rel_buffer_add(out, place);
  }
}

static void
add_row(Report *self, const RelPlanEdge *edge)
{
  RelBuffer *const out = &self->out;
  const Language *const language = self->language;

  add(out, language->row);
  add_text(self, self->nodes[edge->bundle.from].label);
  add(out, language->cell);
  for (uint32_t i = 0U; i < edge->n_labels; ++i) {
    RelStr words = {NULL, 0U};
    const RelStatus st =
        rel_words_label(&self->arena, &edge->labels[i], &words);
    out->status = out->status ? out->status : st;
    add(out, i ? "; " : "");
    add_text(self, words);
  }
  add(out, language->cell);
  add_text(self, self->nodes[edge->bundle.to].label);
  add(out, language->cell);
  add(out, rel_line_name(edge->bundle.line));
  if (edge->n_labels && edge->labels[0].source != REL_NO_NODE) {
    add(out, ", says ");
    add_text(self, self->nodes[edge->labels[0].source].label);
  }
  add(out, language->cell);
  add_quotes(self, edge);
  add(out, language->row_end);
}

static void
add_table(Report *self)
{
  const RelDrawOptions *const draw = &self->options->draw;
  const RelPlanOptions wanted = {.selection = draw->selection,
                                 .max_edges = draw->max_edges ? draw->max_edges
                                                              : DEFAULT_EDGES,
                                 .keeps_leaves = true};
  RelPlan plan;
  const RelStatus st = rel_plan_make(&self->arena, self->graph, &wanted, &plan);

  self->out.status = self->out.status ? self->out.status : st;
  if (self->out.status) {
    return;
  }
  add(&self->out, self->language->table);
  for (uint32_t i = 0U; i < plan.n_edges; ++i) {
    add_row(self, &plan.edges[i]);
  }
}

static void
add_sources(Report *self)
{
  RelBuffer *const out = &self->out;

  for (uint32_t i = 0U; i < self->n_documents; ++i) {
    const RelGraphDocument *const d = &self->documents[i];
    const RelStr parts[] = {d->title, d->publisher, d->date, d->url};
    add(out, self->language->source);
    add_text(self, d->name);
    for (size_t k = 0U; k < sizeof(parts) / sizeof(parts[0]); ++k) {
      if (parts[k].len) {
        add(out, k ? ", " : ": ");
        add_text(self, parts[k]);
      }
    }
    add(out, self->language->source_end);
  }
}

static void
add_all(Report *self)
{
  const Language *const language = self->language;
  const RelReportOptions *const o = self->options;

  add(&self->out, language->begin);
  add_text(self, o->draw.title ? rel_str(o->draw.title)
                               : REL_STR("Relationship map"));
  add(&self->out, language->after_title);
  for (uint32_t i = 1U; i <= o->n_figures && !self->out.status; ++i) {
    add_figure(self, i);
  }
  add_table(self);
  add(&self->out, language->table_end);
  add_sources(self);
  add(&self->out, language->end);
}

RelStatus
rel_report_write(const RelGraph *graph, const RelReportOptions *options,
                 FILE *out)
{
  RelWorld *const world = rel_graph_world(graph);
  Report self = {.graph = graph,
                 .options = options,
                 .language = find_language(options->format)};
  uint32_t n = 0U;

  if (!self.language) {
    return rel_fail(world, REL_BAD_ARG, (RelPlace){.name = "report"},
                    "expected md, tex or html, not %s",
                    options->format ? options->format : "nothing");
  }
  self.nodes = rel_graph_nodes(graph, &n);
  self.statements = rel_graph_statements(graph, &n);
  self.documents = rel_graph_documents(graph, &self.n_documents);
  rel_arena_init(&self.arena, world);
  self.out = (RelBuffer){.arena = &self.arena};
  add_all(&self);
  RelStatus st = self.out.status;
  const RelStr text = rel_buffer_str(&self.out);
  if (!st && fwrite(text.data, 1U, text.len, out) != text.len) {
    st = rel_fail(world, REL_OUTPUT, (RelPlace){.name = "report"}, "%s",
                  strerror(errno));
  }
  rel_arena_clear(&self.arena);
  return st;
}
