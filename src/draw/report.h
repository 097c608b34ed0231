// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_REPORT_H
#define REL_DRAW_REPORT_H

#include "draw/picture.h"

/// A report of a graph
typedef struct {
  const char *format;  ///< "md", "tex" or "html"
  RelDrawOptions draw; ///< Of its figures; their format is the report's affair
  const char *figure;  ///< Path of the figures before "-map.svg", "-1.svg" and
                       ///< so on; HTML has them inside
  uint32_t n_figures;  ///< 1 for one figure of all, else one for each part
} RelReportOptions;

/// Format of a report's figures: "svg" for Markdown and HTML, "pdf" for LaTeX
const char *rel_report_figure_format(const char *format);

/**
   Options of one of the figures: its part of the graph, and a title that says
   which of how many it is.

   @param number From 1.
*/
RelStatus rel_report_figure(RelArena *arena, const RelGraph *graph,
                            const RelReportOptions *options, uint32_t number,
                            RelDrawOptions *draw);

/**
   Write title, figures with caption and description, a table of the relations
   with quotes and sources, and the list of documents.

   Markdown is that of CommonMark with the tables of GitHub; LaTeX needs the
   packages of texlive-latex-base alone, and other letters than Latin ones
   another engine than pdflatex, which shows their numbers.

   @return #REL_BAD_ARG for an unknown format.
*/
RelStatus rel_report_write(const RelGraph *graph,
                           const RelReportOptions *options, FILE *out);

#endif
